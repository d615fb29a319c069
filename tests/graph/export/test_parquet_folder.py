"""Tables of Parquet: what they hold is what the graph holds; read by Arrow, DuckDB, pandas and Ladybug."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from paperlattice import Author, KnowledgeGraph, Paper
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.kind_tables import EDGE_TABLES, NODE_TABLES

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    authors = (Author("Ada", "Quill", "0000-0001"), Author("", "The Team"))
    told = {"authors": authors, "keywords": ("a; b", "c | d"), "date": "2024-05"}
    used = "We compare low-rank adaptation (LoRA) with QuillNet."
    return KnowledgeGraph.build(
        [
            Paper("10.1/b_a", 'A "quoted"; title', "We propose QuillNet and train it on ImageNet.", **told),
            Paper("2", "A Second Look", used, sources=("a\nb.txt",)),
            Paper("3", "Nothing"),
        ]
    )


@pytest.fixture(scope="module")
def folder(kg, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "lattice.parquet"
    assert {path.stem for path in kg.write(folder)} == {*NODE_TABLES, *EDGE_TABLES}
    return folder


def rows(folder: Path, *names: str) -> list[dict]:
    return [row for name in names for row in pq.read_table(folder / f"{name}.parquet").to_pylist()]


def test_nodes_and_edges_are_those_of_the_graph(kg, folder):
    topics = rows(folder, "topics")
    nodes = {row["id"]: row for row in rows(folder, *NODE_TABLES)}
    assert set(nodes) == {*kg.nx, *(topic["id"] for topic in topics)}
    for node, data in kg.nx.nodes(data=True):
        told = (nodes[node]["papers"], nodes[node]["topic_id"], nodes[node]["x"], nodes[node]["y"])
        assert told == (data["papers"], data.get("topic_id"), data["x"], data["y"])
    edges = {(r["source"], r["target"], name): r for name in EDGE_TABLES for r in rows(folder, name)}
    assert set(edges) == set(kg.nx.edges(keys=True))
    for edge, data in kg.nx.edges.items():
        assert (edges[edge]["weight"], edges[edge].get("evidence")) == (data["weight"], data.get("evidence"))


def test_lists_are_lists(folder):
    paper = next(row for row in rows(folder, "papers") if row["paper_id"] == "10.1/b_a")
    assert [author["family"] for author in paper["authors"]] == ["Quill", "The Team"]
    assert (paper["keywords"], paper["year"], paper["venue"]) == (["a; b", "c | d"], 2024, None)
    (lora,) = (row for row in rows(folder, "methods") if row["label"] == "LoRA")
    assert "low-rank adaptation" in lora["aliases"]
    assert ["LoRA", "low-rank adaptation"] in [sorted(row["surfaces"]) for row in rows(folder, "uses")]


def test_others_read_them(kg, folder):
    counted = duckdb.sql(f"SELECT count(*), sum(len(surfaces)) FROM '{folder}/uses.parquet'").fetchall()
    used = rows(folder, "uses")
    assert counted == [(len(used), sum(len(row["surfaces"]) for row in used))]
    pandas = pytest.importorskip("pandas")
    assert pandas.read_parquet(folder / "papers.parquet")["title"].tolist() == [
        kg.nx.nodes[node]["label"] for node in sorted(kg.nx) if node.startswith("paper:")
    ]


def test_equal_graphs_give_equal_bytes(kg, folder, tmp_path):
    again = KnowledgeGraph.build(kg.papers()[::-1])
    for one, two in zip(again.write(tmp_path / "b", "parquet"), sorted(folder.iterdir()), strict=False):
        assert one.read_bytes() == (folder / one.name).read_bytes()
        assert two.is_file()
    assert len(again.write(tmp_path / "b", "parquet")) == len(list(folder.iterdir()))


def test_a_folder_of_something_else_stays(kg, tmp_path):
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(ExportError, match=r"it holds 'thesis.tex'; give a new folder"):
        kg.write(tmp_path, "parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_full_disk_is_one_clear_line(kg, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "Error writing bytes to file")

    monkeypatch.setattr(pq.ParquetWriter, "write_table", full)
    with pytest.raises(ExportError, match=r"out cannot be written: no space is left on the device; free"):
        kg.write(tmp_path / "out", "parquet")
    assert list(tmp_path.iterdir()) == []


def test_the_columns_are_documented():
    text = (ROOT / "graph" / "export" / "README.md").read_text(encoding="utf-8")
    listed = {}
    for line in text.partition("<!-- tables -->\n")[2].partition("\n\n")[0].splitlines()[2:]:
        names, columns = line.strip("| ").split(" | ")
        told = dict(part.replace("`", "").split(" ", 1) for part in columns.split("; "))
        listed |= dict.fromkeys(names.replace("`", "").split(", "), told)
    assert listed == {name: dict(columns) for name, columns in (NODE_TABLES | EDGE_TABLES).items()}


TYPES = {
    "text": "STRING",
    "list of text": "STRING[]",
    "whole number": "INT64",
    "number": "DOUBLE",
    "list of given, family, orcid": "STRUCT(given STRING, family STRING, orcid STRING)[]",
    "list of kind, url, source": "STRUCT(kind STRING, url STRING, source STRING)[]",
}


def test_ladybug_copies_them(kg, folder, tmp_path):
    ladybug = pytest.importorskip("ladybug", reason="Ladybug, a graph database, is not installed")
    connection = ladybug.Connection(ladybug.Database(str(tmp_path / "graph.lbug")))

    def columns_of(columns: dict[str, str]) -> str:
        return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in columns.items())

    for name in ("papers", "methods"):
        connection.execute(f"CREATE NODE TABLE {name} ({columns_of(NODE_TABLES[name])}, PRIMARY KEY (id))")
        connection.execute(f"COPY {name} FROM '{folder}/{name}.parquet'")
    own = {name: kind for name, kind in EDGE_TABLES["proposes"].items() if name not in ("source", "target")}
    connection.execute(f"CREATE REL TABLE proposes (FROM papers TO methods, {columns_of(own)})")
    connection.execute(f"COPY proposes FROM '{folder}/proposes.parquet'")
    found = connection.execute(
        "MATCH (p:papers)-[r:proposes]->(m:methods) RETURN p.title, m.label, r.evidence"
    )
    assert found.get_all() == [
        ['A "quoted"; title', "QuillNet", "We propose QuillNet and train it on ImageNet."]
    ]
