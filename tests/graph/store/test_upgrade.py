"""Stores that versions 2 to 6 of the schema wrote (`data/schema_*.duckdb.xz`) are read, asked and changed.

Those of versions 3 to 6 hold the sample, 42 papers. Versions 2 and 3 are of a time before tasks and
techniques, 2 to 4 of a time before links were probabilities, 2 to 5 of one before papers had authors, all of
one before the store knew when a paper came in.
"""

from __future__ import annotations

import json
import lzma
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import duckdb
import pytest

from paperlattice.extractors.records import ENTITY_KINDS, Author, Paper
from paperlattice.graph.api import KnowledgeGraph, Store
from paperlattice.graph.errors import StoreError, UnknownNode
from paperlattice.graph.model.attributes import salience_of
from paperlattice.graph.model.options import FIRST_KINDS, BuildOptions
from paperlattice.graph.pipeline import stages
from paperlattice.graph.store.schema import FOUND, OLDER, SCHEMA_VERSION, SQL_TYPES, TABLES, has_table
from paperlattice.graph.store.transaction import FOLDER_TABLES

NEW = Paper("2503.00001", "Fernet", "We propose Fernet. It beats LoRA and Quillnet on ImageNet and COCO.")
DATA = Path(__file__).parent / "data"


def unpacked(folder: Path, version: str) -> Path:
    store = folder / "old.duckdb"
    store.write_bytes(lzma.decompress((DATA / f"schema_{version}.duckdb.xz").read_bytes()))
    return store


@pytest.fixture(params=sorted(OLDER))
def old(request, tmp_path) -> Path:
    return unpacked(tmp_path, request.param)


@pytest.fixture(params=["2", "3"])
def before_terms(request, tmp_path) -> Path:
    return unpacked(tmp_path, request.param)


@pytest.fixture
def second(tmp_path) -> Path:
    return unpacked(tmp_path, "2")


@pytest.fixture
def third(tmp_path) -> Path:
    return unpacked(tmp_path, "3")


def change_options(store: Path, **changes) -> None:
    """Write other options into a store; those that are None are taken out."""
    with duckdb.connect(str(store)) as connection:
        (value,) = connection.execute("SELECT value FROM meta WHERE key = 'options'").fetchone()
        chosen = {k: v for k, v in (json.loads(value) | changes).items() if v is not None}
        connection.execute("UPDATE meta SET value = ? WHERE key = 'options'", [json.dumps(chosen)])


@pytest.fixture
def same_extractors(tmp_path) -> Path:
    """The store of version 4, as if today's extractors had read its papers, which they had at the time."""
    store = unpacked(tmp_path, "4")
    options = BuildOptions.given()
    change_options(store, extractor_version=options.extractor_version)
    with duckdb.connect(str(store)) as connection:
        fingerprint = [json.dumps(options.fingerprint)]
        connection.execute("UPDATE meta SET value = ? WHERE key = 'fingerprint'", fingerprint)
    return store


def unread(store: Path) -> int:
    """Return how many papers of a store other extractors than those of today read."""
    graph = KnowledgeGraph.open(store)
    return len(graph) if graph.tables.options().needs_reading else 0


def papers_of(store: Path) -> list[Paper]:
    return KnowledgeGraph.open(store).papers()


def written(graph: KnowledgeGraph, path: Path) -> bytes:
    """Return a graph as GraphML, without the positions, which alone depend on what was there before."""
    graph.write(path)
    return re.sub(rb'<data key="[xy]">[^<]*</data>', b"", path.read_bytes())


@pytest.fixture(scope="module")
def built(contents, tmp_path_factory):
    """Return what builds a graph of papers and says its file, tables and options; that of a sample once."""

    @cache
    def build(papers: tuple[Paper, ...], **options) -> tuple[bytes, dict[str, list[tuple]], BuildOptions]:
        graph = KnowledgeGraph.build(papers, **options)
        out = tmp_path_factory.mktemp("built")
        return written(graph, out / "a.graphml"), placeless(contents(graph)), graph.tables.options()

    return build


def placeless(tables: dict[str, list[tuple]]) -> dict[str, list[tuple]]:
    return {name: rows for name, rows in tables.items() if name != "positions"}


@pytest.fixture
def is_build_of(built, contents, tmp_path_factory):
    """Return what compares a store with a build of papers: all tables, and a file byte for byte."""

    def check(store: Path, papers: list[Paper], **options) -> None:
        graph, out = KnowledgeGraph.open(store), tmp_path_factory.mktemp("out")
        found = written(graph, out / "a.graphml"), placeless(contents(graph)), graph.tables.options()
        assert found == built(tuple(papers), **options)
        assert not [path for path in store.parent.iterdir() if path != store]
        with duckdb.connect(str(store), read_only=True) as connection:
            for name, schema in TABLES.items():
                columns = connection.execute(f"DESCRIBE {name}").fetchall()
                assert [row[:2] for row in columns] == [(f.name, SQL_TYPES[f.type]) for f in schema]
            tables = {
                row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
            }
            version = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchall()
        assert tables == set(TABLES)
        assert version == [(str(SCHEMA_VERSION),)]

    return check


def test_an_old_store_is_asked_and_exported_as_it_is(old, tmp_path):
    before = old.read_bytes()
    graph = KnowledgeGraph.open(old)
    options = graph.tables.options()
    assert options.kinds == tuple(graph.report.entities)
    assert options.kinds == (ENTITY_KINDS if options.knows_terms else FIRST_KINDS)
    assert graph.entity("LoRA").label == "LoRA"
    assert [step.label for step in graph.path("CLIP", "ImageNet")]
    assert len(graph.part(around="LoRA", depth=1)) == len(graph.entity("LoRA").papers)
    assert {kind for _, kind in graph.nx.nodes(data="kind")} == {"paper", *options.kinds}
    assert any("broader" in data for _, data in graph.nx.nodes(data=True)) is options.knows_terms
    assert b'attr.name="salience"' in written(graph, tmp_path / "a.graphml")
    assert old.read_bytes() == before


def test_questions_to_a_store_of_version_2(second):
    graph = KnowledgeGraph.open(second)
    assert graph.entity("low-rank adaptation").label == "LoRA"
    assert graph.related("Brookbench")[0].id == "2501.00004"
    assert graph.merges("ViT")
    assert len(graph.part(around="LoRA")) == 2


@pytest.mark.parametrize("version", ["2", "3", "4"])
def test_related_papers_of_an_old_store_are_found_by_their_texts(tmp_path, version):
    graph = KnowledgeGraph.open(unpacked(tmp_path, version))
    assert not graph.tables.rows("SELECT 1 FROM {vectors}")
    today = KnowledgeGraph.build(graph.papers())
    for paper in graph.papers()[:3]:
        found, wanted = ({r.id: r.terms for r in kg.related(paper, None)} for kg in (graph, today))
        assert found == wanted
        assert len(found) == len(graph) - 1


def test_the_papers_of_an_old_store_have_empty_fields_and_keep_their_blocks(tmp_path, contents):
    store = unpacked(tmp_path, "5")
    before = contents(KnowledgeGraph.open(store))
    with Store.open(store):
        pass
    after = contents(KnowledgeGraph.open(store))
    assert after == before
    assert after["blocks"]
    assert {(p.authors, p.venue, p.doi, p.keywords, p.links) for p in papers_of(store)} == {
        ((), "", "", (), ())
    }


def test_a_source_that_is_added_again_fills_the_fields_of_an_old_store(tmp_path):
    store = unpacked(tmp_path, "5")
    paper, *_ = papers_of(store)
    with Store.open(store) as opened:
        opened.upgrade()
        fuller = replace(paper, authors=(Author("Ada", "Quill"),), doi="10.1000/1", venue="Quilting")
        changes = opened.add([fuller])
    assert (changes.unchanged, changes.read) == (1, 0)
    assert KnowledgeGraph.open(store).paper(paper.id) == fuller


def test_mentions_of_an_old_store_have_an_estimate_of_their_salience(before_terms):
    tables = KnowledgeGraph.open(before_terms).tables
    titles = {paper.id: paper.title for paper in tables.read_papers(tables.paper_ids()).values()}
    mentions = tables.read_mentions(list(titles))
    for found in mentions.values():
        for mention in found:
            in_title = mention.rule != "declared" and mention.start < len(titles[mention.paper_id])
            is_own = mention.role in ("proposes", "introduces", "code")
            assert mention.salience == (0.9 if in_title else 0.6 if is_own else 0.3)
    stated = tables.rows("SELECT paper_id, entity_id, salience FROM {incidence}")
    assert {row[:2]: row[2] for row in stated} == {pair: salience_of(m) for pair, m in mentions.items()}


def test_what_is_added_to_an_old_store_gives_the_graph_of_all(old, is_build_of):
    everything, read = [*papers_of(old), NEW], unread(old) + 1
    is_outdated = KnowledgeGraph.open(old).tables.options().is_outdated
    with Store.open(old) as store:
        assert store.is_outdated is is_outdated
        changes = store.add([NEW])
        assert (changes.new, changes.read) == (1, read)
        assert not store.is_outdated
    is_build_of(old, everything)
    assert tuple(store.graph.report.entities) == ENTITY_KINDS


def test_what_is_added_with_kinds_gives_the_graph_of_these(old, is_build_of):
    everything = [*papers_of(old), NEW]
    with Store.open(old) as store:
        store.add([NEW], kinds=FIRST_KINDS)
    is_build_of(old, everything, kinds=FIRST_KINDS)


def test_an_upgrade_gives_the_graph_of_a_build(old, is_build_of):
    papers, read = papers_of(old), unread(old)
    with Store.open(old) as store:
        changes = store.upgrade()
        assert (changes.new, changes.changed, changes.removed, changes.read) == (0, 0, 0, read)
        assert changes.report == store.graph.report
        assert not store.is_outdated
        assert store.upgrade().read == 0
    is_build_of(old, papers)


@pytest.fixture
def reads_nothing(monkeypatch):
    def refuse(rows, *_options):
        raise AssertionError(f"{len(rows)} papers were read")

    monkeypatch.setattr("paperlattice.graph.pipeline.stages._find_rows", refuse)


@pytest.mark.usefixtures("reads_nothing")
@pytest.mark.parametrize("change", ["upgrade", "add", "remove"])
def test_papers_are_linked_without_reading_them(same_extractors, change):
    before = KnowledgeGraph.open(same_extractors)
    papers = before.papers()
    given = {"upgrade": (), "add": (papers[:1],), "remove": ([papers[0].id],)}[change]
    with Store.open(same_extractors) as store:
        assert store.is_outdated
        assert getattr(store, change)(*given).read == 0
        assert not store.is_outdated
    tables = store.graph.tables
    assert tables.options().links == "related"
    assert len(tables.rows("SELECT * FROM {vectors}")) == len(store.graph)
    assert all(0.2 <= weight < 1 for (weight,) in tables.rows("SELECT weight FROM {links}"))
    assert store.graph.report.links != before.report.links


def test_an_old_store_is_linked_alike_by_upgrade_and_by_add(same_extractors, contents, tmp_path):
    """What earlier extractors found stays, so it is not the graph that a build of today gives."""
    other = tmp_path / "other" / same_extractors.name
    other.parent.mkdir()
    shutil.copy(same_extractors, other)
    papers = papers_of(same_extractors)
    with Store.open(same_extractors) as store:
        store.upgrade()
    with Store.open(other) as store:
        store.add(papers[:1])
    one, two = (contents(KnowledgeGraph.open(path)) for path in (same_extractors, other))
    assert one["links"]
    for name in ("papers", "entities", "mentions", "links", "memberships", "vectors"):
        assert one[name] == two[name]


@pytest.mark.parametrize("chosen, links", [("shared", "related"), ("none", "none")])
def test_papers_are_linked_in_a_new_way_if_nobody_chose_the_old_one(same_extractors, chosen, links):
    change_options(same_extractors, links=chosen)
    with Store.open(same_extractors) as store:
        report = store.upgrade().report
    assert store.graph.tables.options().links == links
    assert bool(report.links) is (links == "related")


def test_links_of_today_stay_as_they_were_chosen(tmp_path):
    with Store.create(tmp_path / "a.duckdb", links="shared") as store:
        store.add([NEW])
    with Store.open(store.path) as store:
        store.add([Paper("2503.00002", "Other", "We use LoRA.")])
    assert store.graph.tables.options().links == "shared"
    assert store.graph.report.links == 1


def test_a_store_that_was_only_opened_is_still_to_be_upgraded(same_extractors):
    with Store.open(same_extractors):
        pass
    with Store.open(same_extractors) as store:
        assert store.is_outdated


@pytest.mark.usefixtures("reads_nothing")
@pytest.mark.parametrize("change", ["upgrade", "remove"])
def test_another_model_of_links_is_a_reason_to_link_again(same_extractors, change):
    with Store.open(same_extractors) as store:
        store.upgrade()
        gone = store.graph.papers()[0].id
        wanted = {pair[:2]: pair for pair in store.graph.tables.rows("SELECT * FROM {links}")}
    change_options(same_extractors, link_version="0-earlier")
    with duckdb.connect(str(same_extractors)) as connection:
        connection.execute("UPDATE links SET weight = 0.5")
    with Store.open(same_extractors) as store:
        assert store.is_outdated
        store.upgrade() if change == "upgrade" else store.remove(gone)
        assert not store.is_outdated
    found = {pair[:2]: pair for pair in store.graph.tables.rows("SELECT * FROM {links}")}
    assert found == wanted if change == "upgrade" else not any(gone in pair for pair in found)
    assert {pair[2] for pair in found.values()} != {0.5}


def test_an_upgrade_keeps_the_options_but_the_one_that_is_gone(third, is_build_of):
    change_options(third, hub_limit=4, min_confidence=0.6, generic=True)
    papers = papers_of(third)
    with Store.open(third) as store:
        store.upgrade()
    is_build_of(third, papers, hub_limit=4, min_confidence=0.6)


def test_a_store_of_today_has_nothing_to_upgrade(tmp_path):
    with Store.create(tmp_path / "new.duckdb", kinds="method") as store:
        store.add([NEW])
    with Store.open(store.path) as store:
        assert not store.is_outdated
        assert (store.upgrade().read, store.upgrade().report) == (0, store.graph.report)
    assert store.graph.tables.options().kinds == ("method",)


def test_other_extractors_are_a_reason_to_upgrade(tmp_path, monkeypatch, is_build_of):
    with monkeypatch.context() as earlier:
        earlier.setattr("paperlattice.extractors.pipeline.extractor_version", lambda: "4-earlier")
        with Store.create(tmp_path / "new.duckdb", kinds="dataset") as store:
            store.add([NEW])
    with Store.open(store.path) as store:
        assert store.is_outdated
        assert store.upgrade().read == 1
    is_build_of(store.path, [NEW], kinds="dataset")


def test_plug_ins_must_be_given_to_an_upgrade_too(third):
    change_options(third, extractor_version="3-6d7ac710ca7a+spotter-0123")
    before = third.read_bytes()
    with pytest.raises(StoreError, match="built with plug-ins; give the same"), Store.open(third) as store:
        store.upgrade()
    assert third.read_bytes() == before


@pytest.fixture
def broken_off(third, monkeypatch):
    """Break off an upgrade of the sample after 20 of its 42 papers."""
    monkeypatch.setattr(stages, "PAPERS_AT_ONCE", 20)
    monkeypatch.setattr("paperlattice.graph.executors.duckdb.COMMITTED", 1)

    def interrupt(step: str, done: int, _total: int) -> None:
        if (step, done) == ("extracting", 20):
            raise KeyboardInterrupt

    before = third.read_bytes()
    with pytest.raises(KeyboardInterrupt), Store.open(third) as store:
        store.upgrade(on_progress=interrupt)
    assert third.read_bytes() == before
    assert KnowledgeGraph.open(third).entity("LoRA").papers
    return third


def test_an_upgrade_goes_on_where_it_was_interrupted(broken_off, is_build_of):
    papers = papers_of(broken_off)
    with Store.open(broken_off) as store:
        assert store.upgrade().read == 22
    is_build_of(broken_off, papers)


def test_the_first_add_goes_on_where_an_upgrade_was_interrupted(broken_off, is_build_of):
    papers = papers_of(broken_off)
    with Store.open(broken_off) as store:
        assert store.add([NEW]).read == 23
    is_build_of(broken_off, [*papers, NEW])


def test_a_paper_is_removed_from_an_old_store_without_reading_any(old, is_build_of):
    before = KnowledgeGraph.open(old)
    gone = before.entity("LoRA").papers[0].id
    left = [paper for paper in before.papers() if paper.id != gone]
    with Store.open(old) as store:
        changes = store.remove(gone)
        assert (changes.removed, changes.read) == (1, 0)
    graph = KnowledgeGraph.open(old)
    assert graph.report.entities.keys() == before.report.entities.keys()
    assert {p.id for p in graph.entity("LoRA").papers} == {p.id for p in before.entity("LoRA").papers} - {
        gone
    }
    with Store.open(old) as store:
        assert store.is_outdated is bool(unread(old))
        store.upgrade()
    is_build_of(old, left)


def test_what_the_option_generic_found_links_nothing_before_an_upgrade(third):
    with duckdb.connect(str(third)) as connection:
        connection.execute("UPDATE mentions SET rule = 'generic' WHERE entity_id = 'method:lora'")
    gone = KnowledgeGraph.open(third).papers()[0].id
    with Store.open(third) as store:
        store.remove(gone)
    tables = store.graph.tables
    assert not tables.rows("SELECT 1 FROM {entities} WHERE id = 'method:lora'")
    assert not tables.rows("SELECT 1 FROM {links} WHERE list_contains(shared, 'method:lora')")
    assert store.graph.report.links


def test_a_saved_part_of_an_old_store_can_be_upgraded(third, tmp_path, is_build_of):
    part = KnowledgeGraph.open(third).part(dataset="ImageNet").save(tmp_path / "part" / "part.duckdb")
    papers = papers_of(part)
    assert KnowledgeGraph.open(part).tables.options().kinds == FIRST_KINDS
    with Store.open(part) as store:
        assert store.upgrade().read == len(papers) > 1
    is_build_of(part, papers)


def test_an_error_leaves_an_old_store_as_it_was(old):
    before = old.read_bytes()

    def fail() -> None:
        with Store.open(old) as store:
            store.add([NEW])
            store.remove("no such paper")

    with pytest.raises(UnknownNode):
        fail()
    assert old.read_bytes() == before


def test_a_store_of_an_unknown_version_is_refused(second):
    with duckdb.connect(str(second)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(
        StoreError, match=r"has schema version 99, this paperlattice reads 2, 3, 4, 5, 6 and 7; build it"
    ):
        KnowledgeGraph.open(second)
    with pytest.raises(StoreError, match="has schema version 99"), Store.open(second):
        pass


def test_a_folder_of_tables_of_an_earlier_version_is_read(old, tmp_path):
    folder = tmp_path / "tables"
    with duckdb.connect(str(old), read_only=True) as connection:
        (version,) = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
        names = OLDER[version]
        for name in (name for name in FOLDER_TABLES if has_table(version, name)):
            table = names.get(name, name)
            (folder / table).mkdir(parents=True)
            connection.execute(f"COPY {table} TO '{folder / table / 'part.parquet'}'")
    graph = KnowledgeGraph.open(folder)
    assert graph.entity("LoRA").papers == KnowledgeGraph.open(old).entity("LoRA").papers
    shutil.rmtree(folder / names.get("incidence", "incidence"))
    with pytest.raises(StoreError, match="it has no table incidence"):
        KnowledgeGraph.open(folder)


def test_the_tables_of_earlier_versions_are_tables_of_today():
    assert all(set(names) <= set(TABLES) for names in OLDER.values())
    assert "found" not in TABLES
    assert set(FOUND.names) >= set(TABLES["mentions"].names) - {"entity_id"}


@pytest.mark.parametrize(
    "version, knows", [("3-6d7ac710ca7a", False), ("2", False), ("4-0a", True), ("test", True)]
)
def test_versions_of_extractors_that_knew_no_terms(version, knows):
    assert BuildOptions(version, 50, 0.45).knows_terms is knows
    assert BuildOptions(f"{version}+spotter-3", 50, 0.45).knows_terms is knows


def test_nobody_knows_when_the_papers_of_an_old_store_came_in(old):
    before = KnowledgeGraph.open(old)
    arrivals = before.tables.rows("SELECT DISTINCT added FROM {arrivals}")
    assert (arrivals, before.tables.changed()) == ([("",)], "")
    with Store.open(old) as store:
        store.add([NEW])
    rows = store.graph.tables.rows("SELECT paper_id, added FROM {arrivals} WHERE added <> ''")
    assert rows == [(NEW.id, store.graph.tables.changed())]
    assert len(store.graph.tables.rows("SELECT 1 FROM {arrivals}")) == len(before) + 1
