"""When a paper came in: the run that brought it, whatever happens to it later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import OptionError
from paperlattice.graph.store.meta import run_time

ONE = Paper("2501.00001", "Quiet Quills", "We train QuillNet on ImageNet.")
TWO = Paper("2501.00002", "A Second Look", "We compare CLIP with QuillNet.")
FIRST, SECOND, THIRD = "2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z"
SECONDS = {FIRST: "1735689600", SECOND: "1735776000", THIRD: "1735862400"}


@pytest.fixture
def at(monkeypatch):
    return lambda time: monkeypatch.setenv("SOURCE_DATE_EPOCH", SECONDS[time])


@pytest.fixture
def path(at, tmp_path):
    at(FIRST)
    with Store.create(tmp_path / "papers.duckdb") as store:
        store.add([ONE])
    return store.path


def arrivals(path) -> dict[str, str]:
    return dict(KnowledgeGraph.open(path).tables.rows("SELECT paper_id, added FROM {arrivals}"))


def change(path, act) -> str:
    """Change a store and return when it says that the last run began."""
    with Store.open(path) as store:
        act(store)
    return KnowledgeGraph.open(path).tables.changed()


@pytest.mark.parametrize(
    "act, wanted",
    [
        (lambda store: store.add([TWO]), {ONE.id: FIRST, TWO.id: SECOND}),
        (lambda store: store.add([ONE]), {ONE.id: FIRST}),
        (lambda store: store.add([replace(ONE, abstract="Another text.")]), {ONE.id: FIRST}),
        (lambda store: store.add([replace(ONE, venue="Quilting")]), {ONE.id: FIRST}),
        (lambda store: store.add([TWO], links="none"), {ONE.id: FIRST, TWO.id: SECOND}),
        (lambda store: (store.add([TWO]), store.remove(ONE.id)), {TWO.id: SECOND}),
    ],
    ids=["new", "known", "another text", "more known", "another option", "removed"],
)
def test_a_paper_keeps_the_time_of_the_run_that_brought_it(act, wanted, path, at):
    at(SECOND)
    assert change(path, act) == SECOND
    assert arrivals(path) == wanted


def test_a_paper_that_comes_back_is_new(path, at):
    at(SECOND)
    change(path, lambda store: store.remove(ONE.id))
    at(THIRD)
    change(path, lambda store: store.add([ONE]))
    assert arrivals(path) == {ONE.id: THIRD}


def test_a_graph_in_memory_and_its_copy_say_it_too(at, tmp_path):
    at(FIRST)
    graph = KnowledgeGraph.build([ONE, TWO])
    at(SECOND)
    part = graph.part(method="CLIP").save(tmp_path / "part.duckdb")
    assert arrivals(graph.save(tmp_path / "whole.duckdb")) == {ONE.id: FIRST, TWO.id: FIRST}
    assert arrivals(part) == {TWO.id: FIRST}
    assert {KnowledgeGraph.open(part).tables.changed(), graph.tables.changed()} == {FIRST}


@pytest.mark.parametrize("given", ["yesterday", "1.5", "99999999999999999999"])
def test_a_time_that_is_none_is_refused(given, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(OptionError, match=f"SOURCE_DATE_EPOCH is '{given}': give whole seconds"):
        run_time()
