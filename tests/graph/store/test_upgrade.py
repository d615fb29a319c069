"""A store that version 2 of the schema wrote (`data/schema_2.duckdb.xz`) is read, asked and changed."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path

import duckdb
import pytest

from paperlattice.extractors.records import Paper
from paperlattice.graph.api import KnowledgeGraph, Store
from paperlattice.graph.errors import StoreError, UnknownNode
from paperlattice.graph.store.schema import FOUND, OLDER, SCHEMA_VERSION, TABLES

NEW = Paper("2503.00001", "Fernet", "We propose Fernet. It beats LoRA and Quillnet on ImageNet and COCO.")


@pytest.fixture
def old(tmp_path) -> Path:
    store = tmp_path / "old.duckdb"
    packed = Path(__file__).parent / "data" / "schema_2.duckdb.xz"
    store.write_bytes(lzma.decompress(packed.read_bytes()))
    return store


def papers_of(store: Path) -> list[Paper]:
    return KnowledgeGraph.open(store).papers()


def written(graph: KnowledgeGraph, path: Path) -> bytes:
    graph.write(path)
    return path.read_bytes()


def test_an_old_store_is_asked_and_exported_as_it_is(old, tmp_path):
    before = old.read_bytes()
    graph = KnowledgeGraph.open(old)
    assert graph.entity("low-rank adaptation").label == "LoRA"
    assert [row.id for row in graph.related("Brookbench")] == ["2501.00004"]
    assert [step.label for step in graph.path("CLIP", "CIFAR-10")]
    assert graph.merges("ViT")
    assert len(graph.part(around="LoRA")) == 2
    rebuilt = KnowledgeGraph.build(graph.papers())
    assert written(graph, tmp_path / "a.graphml") == written(rebuilt, tmp_path / "b.graphml")
    assert old.read_bytes() == before


def test_what_is_added_to_an_old_store_gives_the_graph_of_all(old, tmp_path):
    everything = [*papers_of(old), NEW]
    with Store.open(old) as store:
        assert store.add([NEW]).new == 1
    rebuilt = KnowledgeGraph.build(everything)
    assert written(store.graph, tmp_path / "a.graphml") == written(rebuilt, tmp_path / "b.graphml")
    with duckdb.connect(str(old), read_only=True) as connection:
        tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        version = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchall()
    assert tables == set(TABLES)
    assert version == [(str(SCHEMA_VERSION),)]


def test_a_paper_is_removed_from_an_old_store(old, tmp_path):
    left = [paper for paper in papers_of(old) if paper.id != "2501.00002"]
    with Store.open(old) as store:
        assert store.remove("A second look at low-rank adaptation").removed == 1
    rebuilt = KnowledgeGraph.build(left)
    assert written(store.graph, tmp_path / "a.graphml") == written(rebuilt, tmp_path / "b.graphml")


def test_an_error_leaves_an_old_store_as_it_was(old):
    before = old.read_bytes()

    def fail() -> None:
        with Store.open(old) as store:
            store.add([NEW])
            store.remove("no such paper")

    with pytest.raises(UnknownNode):
        fail()
    assert old.read_bytes() == before


def test_a_store_of_an_unknown_version_is_refused(old):
    with duckdb.connect(str(old)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(StoreError, match=r"has schema version 99, this paperlattice reads 2 and 3; build it"):
        KnowledgeGraph.open(old)
    with pytest.raises(StoreError, match="has schema version 99"), Store.open(old):
        pass


def test_a_folder_of_tables_of_an_earlier_version_is_read(old, tmp_path):
    folder = tmp_path / "tables"
    with duckdb.connect(str(old), read_only=True) as connection:
        for table in (
            "papers",
            "mentions",
            "entities",
            "joins",
            "links",
            "naming",
            "forms",
            "titles",
            "meta",
        ):
            (folder / table).mkdir(parents=True)
            connection.execute(f"COPY {table} TO '{folder / table / 'part.parquet'}'")
    graph = KnowledgeGraph.open(folder)
    assert graph.entity("LoRA").papers == KnowledgeGraph.open(old).entity("LoRA").papers
    shutil.rmtree(folder / "naming")
    with pytest.raises(StoreError, match="it has no table incidence"):
        KnowledgeGraph.open(folder)


def test_the_tables_of_earlier_versions_are_tables_of_today():
    assert all(set(names) <= set(TABLES) for names in OLDER.values())
    assert "found" not in TABLES
    assert set(FOUND.names) >= set(TABLES["mentions"].names) - {"entity_id"}
