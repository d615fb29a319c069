"""`graph.api.Store`: papers come and go as one step, which happens as a whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from spacy.language import Language
from spacy.tokens import Span

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.plugins import PlugIn
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import PinError, StoreError, UnknownNode
from paperlattice.graph.model.pins import Pin, Pins

FIRST = [
    Paper("1", "Willowbark", "We propose Willowbark. It beats LoRA on ImageNet. LLMs are slow."),
    Paper("2", "Fernleaf", "We propose Fernleaf. It beats low-rank adaptation (LoRA) on CIFAR-10."),
    Paper("3", "Mosscap", "We propose Mosscap, trained with ResNet-50 on ImageNet-1K."),
]
MORE = [
    Paper("4", "Thornbush", "We propose Thornbush. It beats ResNet-18 and CLIP on CIFAR10."),
    Paper("5", "Larchwood", "We propose Larchwood. Low-rank adaptation and LLMs fail on MS COCO."),
]


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    with Store.create(tmp_path_factory.mktemp("three") / "graph.duckdb") as store:
        store.add(FIRST)
    return store.path


@pytest.fixture
def path(three, tmp_path):
    """A store of three papers, to be changed."""
    return Path(shutil.copy(three, tmp_path))


@pytest.fixture
def is_build_of(contents):
    """Return a check: a store holds the tables that a build of papers gives."""

    def check(path, papers, **options):
        opened, built = KnowledgeGraph.open(path), KnowledgeGraph.build(papers, **options)
        found, wanted = contents(opened), contents(built)
        assert {**found, "positions": []} == {**wanted, "positions": []}
        assert opened.tables.options() == built.tables.options()
        for count in ("papers", "without_entities", "entities", "links"):
            assert getattr(opened.report, count) == getattr(built.report, count)

    return check


def names(path):
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_store_is_made(path, is_build_of):
    is_build_of(path, FIRST)
    assert names(path) == [path.name]


def test_papers_come_and_go_in_several_steps_of_one_block(path, is_build_of):
    with Store.open(path) as store:
        assert store.add(MORE[:1]).new == 1
        changed = Paper("1", "Willowbark", "We propose Willowbark. It beats CLIP.")
        changes = store.add([changed, MORE[0], MORE[1]])
        assert (changes.new, changes.changed, changes.unchanged, changes.read) == (1, 1, 1, 2)
        assert store.remove("Fernleaf").removed == 1
        assert store.remove(["paper:3"]).report.papers == 3
    is_build_of(path, [changed, *MORE])


def test_a_new_store_may_be_added_to_twice(tmp_path, is_build_of):
    with Store.create(tmp_path / "graph.duckdb", kinds="dataset,method") as store:
        store.add(FIRST)
        assert store.add(MORE).report.papers == 5
    is_build_of(store.path, FIRST + MORE, kinds=["method", "dataset"])


def test_a_new_store_replaces_the_old_one(path, is_build_of):
    with Store.create(path) as store:
        store.add(MORE)
    is_build_of(path, MORE)


def test_a_new_store_may_be_empty_and_be_emptied(path, is_build_of):
    with Store.open(path) as store:
        store.remove([paper.id for paper in FIRST])
    assert (len(store.graph), list(store.graph.nx)) == (0, [])
    with Store.create(path):
        pass
    assert (len(store.graph), store.graph.report.papers) == (0, 0)
    with Store.open(path) as store:
        store.add(FIRST)
    is_build_of(path, FIRST)


PINS = Pins(same=(Pin(("Willowbark", "Fernleaf"), "method"),))


def test_options_hold_until_others_are_given(tmp_path, is_build_of):
    with Store.create(tmp_path / "graph.duckdb", pins=PINS, hub_limit=2, min_confidence=0.6) as store:
        store.add(FIRST, pins=None, hub_limit=None)
    with Store.open(store.path) as store:
        store.add(MORE, pins=None)
    is_build_of(store.path, FIRST + MORE, pins=PINS, hub_limit=2, min_confidence=0.6)
    with Store.open(store.path) as store:
        store.add(MORE, links="none", kinds=("method", "technique"), hub_limit=40)
        store.add(MORE[:1], pins=Pins())
        store.add(MORE[:1])
    options = {"hub_limit": 40, "min_confidence": 0.6, "links": "none", "kinds": ["technique", "method"]}
    is_build_of(store.path, FIRST + MORE, **options)


@Language.component("slow_spotter")
def slow_spotter(doc):
    """Mark the words "slow" and "fail" as methods."""
    doc.spans["sc"] = [Span(doc, t.i, t.i + 1, label="METHOD") for t in doc if t.text in ("slow", "fail")]
    return doc


def test_plug_ins_take_part_in_each_step_of_a_block(tmp_path, is_build_of):
    plugin = PlugIn("slow_spotter", {"METHOD": "method"})
    with Store.create(tmp_path / "graph.duckdb", components=[plugin]) as store:
        store.add(FIRST)
        store.add(MORE)
    assert [row.id for row in store.graph.entity("fail").papers] == ["5"]
    is_build_of(store.path, FIRST + MORE, components=[plugin])
    with (
        pytest.raises(StoreError, match="was built with plug-ins; give the same"),
        Store.open(store.path) as store,
    ):
        store.add(FIRST)


def test_the_graph_is_seen_inside_and_after(path):
    with Store.open(path) as store:
        assert len(store.graph) == 3
        store.add(MORE)
        inside = store.graph
        assert inside.entity("Thornbush").papers[0].id == "4"
        assert [paper.id for paper in inside.papers(dataset="CIFAR-10")] == ["2", "4"]
        assert len(KnowledgeGraph.open(path)) == 3
        assert inside.write(path.with_name("graph.json"))
    assert len(store.graph) == 5
    with pytest.raises(StoreError, match="it is closed, as at the end of a block; open the graph again"):
        len(inside)


def test_positions_are_kept_until_the_graph_changes(path):
    question = "SELECT count(*) FROM {positions}"
    with Store.open(path) as store:
        store.place()
        store.place()
        assert store.graph.tables.rows(question)[0][0] == len(store.graph.nx)
    with Store.open(path) as store:
        store.add(FIRST)
    assert store.graph.tables.rows(question)[0][0] > 0
    with Store.open(path) as store:
        store.add(MORE)
    assert store.graph.tables.rows(question)[0][0] > 0  # from where the next ones start


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_after_an_error_the_old_store_stays(path, error):
    before = path.read_bytes()

    def fail(store):
        with store:
            store.add(MORE)
            store.place()
            raise error

    for store in (Store.open(path), Store.create(path)):
        with pytest.raises(error):
            fail(store)
        assert path.read_bytes() == before
        assert names(path) == [path.name]


def test_where_the_end_of_the_block_fails_the_store_stays_and_is_free(path, monkeypatch):
    before = path.read_bytes()

    def fail(*_):
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("paperlattice.graph.store.transaction.Transaction.commit", fail)
        with pytest.raises(StoreError, match="the disk is full") as held, Store.open(path) as store:
            store.add(MORE)
    assert path.read_bytes() == before
    assert names(path) == [path.name]
    with Store.open(path) as store:
        store.add(MORE)
    assert len(store.graph) == 5
    assert held.value


def test_a_wrong_option_changes_nothing(path, tmp_path):
    before = path.read_bytes()
    with pytest.raises(PinError, match="nonesuch"), Store.create(path, pins=tmp_path / "nonesuch.toml"):
        pass
    assert path.read_bytes() == before
    assert names(path) == [path.name]


def test_an_unknown_paper_removes_nothing(path):
    with Store.open(path) as store:
        with pytest.raises(UnknownNode, match="no paper named 'Mosscaps'; nearest: Mosscap"):
            store.remove(["Fernleaf", "Mosscaps"])
        assert len(store.graph) == 3


def test_a_source_that_cannot_be_read_leaves_the_store_usable(tmp_path, is_build_of):
    with Store.create(tmp_path / "graph.duckdb") as store:
        with pytest.raises(SourceError, match="nonesuch"):
            store.add(tmp_path / "nonesuch.txt")
        store.add(FIRST)
    is_build_of(store.path, FIRST)


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.add(MORE),
        lambda store: store.remove("Mosscap"),
        lambda store: store.place(),
        lambda store: store.commit(),
    ],
)
def test_outside_of_its_block_a_store_is_not_changed(path, act):
    before = path.read_bytes()
    closed, opened = Store.open(path), Store.open(path)
    with opened:
        opened.commit()
        with pytest.raises(StoreError, match="is not open; change a store inside its `with` block"):
            act(opened)
    for store in (closed, opened):
        with pytest.raises(StoreError, match=r"graph\.duckdb: is not open; change a store inside"):
            act(store)
    assert len(path.read_bytes()) == len(before)


def test_what_is_no_store_is_not_opened(tmp_path):
    missing, text, other = (tmp_path / name for name in ("none.duckdb", "text.duckdb", "other.duckdb"))
    text.write_text("mine")
    with duckdb.connect(str(other)) as connection:
        connection.execute("CREATE TABLE sales (day DATE)")
    for path, said in (
        (missing, "no such file"),
        (text, "not a DuckDB file"),
        (other, "not a paperlattice store"),
    ):
        with pytest.raises(StoreError, match=rf"{path.name}: .*{said}"), Store.open(path):
            pass
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(StoreError, match=path.name), Store.create(path):
            pass
        assert path.read_bytes() == before
    assert names(text) == [other.name, text.name]


def test_a_store_has_one_writer(path):
    with Store.open(path) as store:
        for other in (Store.open(path), Store.create(path)):
            with pytest.raises(StoreError, match="is being changed by another paperlattice; wait"), other:
                pass
        store.add(MORE)
    assert len(store.graph) == 5


def test_a_saved_graph_can_be_added_to(tmp_path, is_build_of):
    saved = KnowledgeGraph.build(FIRST, links="none").save(tmp_path / "graph.duckdb")
    with Store.open(saved) as store:
        store.add(MORE)
    is_build_of(saved, FIRST + MORE, links="none")


@pytest.mark.parametrize("source", ["built", "opened"])
def test_a_saved_part_can_be_added_to(path, tmp_path, is_build_of, source):
    graph = KnowledgeGraph.build(FIRST) if source == "built" else KnowledgeGraph.open(path)
    part = graph.part(dataset="ImageNet").save(tmp_path / "part.duckdb")
    with Store.open(part) as store:
        assert [paper.id for paper in store.graph.papers()] == ["1", "3"]
        store.add(MORE)
    is_build_of(part, [FIRST[0], FIRST[2], *MORE])
