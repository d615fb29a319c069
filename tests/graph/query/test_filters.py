"""Which papers fit: what they name, words, topics, times; `papers` and `part` find the same."""

from __future__ import annotations

import pytest

from paperlattice import KnowledgeGraph, Paper
from paperlattice.graph.errors import DateError, UnknownNode
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.lookup import Lookup

IMAGENET = "dataset:imagenet"
DATES = ["", "2024", "2024-12", "2024-12-31", "2025", "2025-06", "2025-06-15", "2025-07-01"]


def ids(tables, **asked) -> set[str]:
    """Return the ids of the papers that fit, which are those of the papers that are read."""
    lookup, wanted = Lookup(tables), PaperFilter(**asked)
    found = lookup.select_ids(wanted)
    assert sorted(found) == [paper.id for paper in lookup.select_papers(wanted)]
    return set(found)


def test_papers_must_name_all(small_graph):
    found = [ids(small_graph.tables, named=named) for named in ((IMAGENET,), (IMAGENET, "dataset:cifar-10"))]
    assert found == [{"2501.00001", "2501.00002"}, {"2501.00002"}]
    assert ids(small_graph.tables, named=("method:none",)) == set()


def test_nothing_asked_is_everything(small_graph):
    assert ids(small_graph.tables) == set(small_graph.tables.paper_ids())
    assert ids(small_graph.tables, among=frozenset()) == set()


@pytest.mark.parametrize(
    "asked, expected",
    [
        ({"since": "2025"}, ["2025", "2025-06", "2025-06-15", "2025-07-01"]),
        ({"since": "2025-06"}, ["2025", "2025-06", "2025-06-15", "2025-07-01"]),
        ({"since": "2025-06-16"}, ["2025", "2025-06", "2025-07-01"]),
        ({"until": "2024"}, ["2024", "2024-12", "2024-12-31"]),
        ({"until": "2024-12-30"}, ["2024", "2024-12"]),
        ({"until": "2025-06"}, ["2024", "2024-12", "2024-12-31", "2025", "2025-06", "2025-06-15"]),
        ({"since": "2024-12", "until": "2025-06-14"}, ["2024", "2024-12", "2024-12-31", "2025", "2025-06"]),
        ({"since": "2026"}, []),
    ],
)
def test_dates_are_compared_as_far_as_both_say(make_graph, asked, expected):
    papers = [Paper(date or "undated", "T", date=date) for date in DATES]
    assert ids(make_graph(papers).tables, **asked) == set(expected)


@pytest.mark.parametrize("date", ["25", "2025-6", "June 2025", "2025-06-15T10", "2025-06-", "２０２５"])
def test_what_is_no_date_is_refused(small_graph, date):
    with pytest.raises(DateError, match="is not a date: give a year, month or day"):
        small_graph.papers(since=date)


def test_all_that_is_asked_for_must_fit(small_graph):
    asked = {"named": (IMAGENET,), "text": "imagenet", "until": "2025", "venue": ""}
    among = frozenset({"2501.00001", "2501.00003"})
    assert ids(small_graph.tables, **asked, among=among) == {"2501.00001"}


@pytest.fixture
def mapped(make_graph) -> KnowledgeGraph:
    """Four papers in two topics; one topic has a subtopic, and one that is called as the other topic."""
    graph = make_graph([Paper(name, f"Title {name}", "Quills.") for name in ("a", "b/x", "c_1", "论文")])
    run = graph.tables.connection.execute
    run(
        "INSERT INTO topics VALUES ('topic:large', '', 'Large Models', 3, [], []),"
        " ('topic:small', '', 'small', 1, [], []), ('subtopic:s', 'topic:large', 'sparse', 1, [], []),"
        " ('subtopic:small', 'topic:large', 'small', 2, [], [])"
    )
    for name, topic, subtopic in (
        ("a", "large", "s"),
        ("b/x", "large", "small"),
        ("c_1", "large", "small"),
        ("论文", "small", ""),
    ):
        row = [paper_node(name), f"topic:{topic}", subtopic and f"subtopic:{subtopic}"]
        run("INSERT INTO memberships VALUES (?, ?, ?)", row)
    return graph


@pytest.mark.parametrize(
    "topic, found",
    [
        ("large models", ["a", "b/x", "c_1"]),
        ("topic:large", ["a", "b/x", "c_1"]),
        ("Sparse", ["a"]),
        ("small", ["论文"]),
        ("subtopic:small", ["b/x", "c_1"]),
    ],
)
def test_a_topic_or_subtopic_chooses_papers(mapped, topic, found):
    assert [paper.id for paper in mapped.papers(topic=topic)] == found
    assert sorted(mapped.part(topic=topic).tables.paper_ids()) == found
    assert mapped.matrix(topic=topic).papers == len(found)


def test_an_unknown_topic_is_answered_with_the_nearest(mapped):
    with pytest.raises(UnknownNode, match="no topic named 'huge models'; nearest: Large Models"):
        mapped.part(topic="huge models")


@pytest.mark.parametrize(
    "asked",
    [
        {"text": "imagenet"},
        {"dataset": "ImageNet"},
        {"since": "2025", "method": "LoRA"},
        {"author": "no one"},
    ],
)
def test_a_part_holds_the_papers_that_are_found(small_graph, asked):
    found = [paper.id for paper in small_graph.papers(**asked)]
    assert sorted(small_graph.part(**asked).tables.paper_ids()) == found
