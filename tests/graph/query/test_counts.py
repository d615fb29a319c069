"""Trends, matrix and what is taken up, asked of a graph."""

from __future__ import annotations

import pytest

from paperlattice import KnowledgeGraph, Mention, Paper
from paperlattice.graph.errors import DateError, OptionError, UnknownKind, UnknownNode
from paperlattice.graph.model.records import Entity
from paperlattice.graph.query.corpus import read_corpus

ENTITIES = (Entity("method:old", "method", "Old"), Entity("method:new", "method", "New", ("Newer",)))


@pytest.fixture(scope="module")
def dated(make_graph) -> KnowledgeGraph:
    """Three months with ten papers each; Old is named in the first, New in the last, SETS by two papers."""
    papers = [
        Paper(f"x/{month}_{i}", f"Paper {month} {i}", "", f"2024-0{month}")
        for month in (1, 2, 3)
        for i in range(10)
    ]
    entities = (*ENTITIES, Entity("dataset:sets", "dataset", "SETS"))

    def mention(paper: Paper, entity: Entity, role: str = "uses") -> tuple[Mention, str]:
        return Mention(paper.id, entity.kind, entity.label, "", 0, 0, role, "test", 0.9), entity.id

    named = [mention(paper, ENTITIES[0]) for paper in papers[:10]]
    named += [mention(paper, ENTITIES[1], "uses" if i else "proposes") for i, paper in enumerate(papers[20:])]
    named += [mention(papers[5], entities[2]), mention(papers[25], entities[2])]
    graph = make_graph(papers, entities, named)
    graph.tables.connection.execute(
        "INSERT INTO topics VALUES ('topic:late', '', 'Late Things', 15, [], []),"
        " ('topic:early', '', 'early things', 15, [], []), ('subtopic:s', 'topic:late', 'sub', 3, [], [])"
    )
    graph.tables.connection.execute(
        "INSERT INTO memberships SELECT 'paper:' || replace(replace(id, '/', ':'), '_', '_5F'),"
        " CASE WHEN date > '2024-02' OR (date = '2024-02' AND right(id, 1) < '5') THEN 'topic:late'"
        " ELSE 'topic:early' END, '' FROM papers"
    )
    graph.tables.connection.execute("INSERT INTO positions SELECT id, 0, 0 FROM memberships")
    return graph


def test_what_rises_and_fades_is_told(dated):
    found = dated.trends()
    assert (found.unit, found.bins, found.corpus) == (
        "month",
        ("2024-01", "2024-02", "2024-03"),
        (10, 10, 10),
    )
    assert {row.id for row in found.rising} == {"method:new", "topic:late"}
    assert {row.id for row in found.fading} == {"method:old", "topic:early"}


@pytest.mark.parametrize(
    "asked, ids",
    [
        ({"names": "newer"}, ["method:new"]),
        ({"names": ["SETS", "late things", "topic:early"]}, ["topic:late", "topic:early", "dataset:sets"]),
        ({"kind": "topic"}, ["topic:late", "topic:early"]),
        ({"kind": "dataset"}, []),
        ({"kind": "dataset", "min_papers": 1}, ["dataset:sets"]),
    ],
)
def test_names_and_kinds_choose_and_change_no_verdict(dated, asked, ids):
    found = dated.trends(**asked)
    assert sorted(row.id for row in found.rows) == sorted(ids)
    whole = {row.id: row for row in dated.trends(min_papers=1).rows}
    assert all(whole[row.id] == row for row in found.rows)


def test_the_unit_may_be_given(dated):
    assert dated.trends(unit="year").bins == ("2024",)


def test_the_matrix_of_all_of_a_topic_and_of_a_time(dated):
    def counts(**asked: str) -> dict[str, tuple[int, ...]]:
        found = dated.matrix("method", "dataset", **asked)
        return {row.label: line for row, line in zip(found.rows, found.counts, strict=True)}

    assert counts() == {"New": (1,), "Old": (1,)}
    assert counts(topic="Late things") == {"New": (1,)}
    assert counts(until="2024-02") == {"Old": (1,)}
    assert counts(topic="topic:early", since="2024-02") == {}
    assert dated.matrix(topic="late things").papers == 15


def test_what_others_take_up(dated):
    (row,) = dated.taken_up()
    assert (row.id, row.first, row.title, len(row.takers)) == ("method:new", "x/3_0", "Paper 3 0", 9)
    assert dated.taken_up("dataset") == []


@pytest.mark.parametrize(
    "ask, error, said",
    [
        (lambda kg: kg.trends("Oldd"), UnknownNode, "nearest: Old"),
        (lambda kg: kg.trends(kind="author"), UnknownKind, "technique or topic"),
        (lambda kg: kg.trends(unit="hour"), OptionError, "give day, week, month, year"),
        (
            lambda kg: kg.matrix(topic="late thing"),
            UnknownNode,
            "no topic named 'late thing'; nearest: Late Things",
        ),
        (lambda kg: kg.matrix(topic="suburb"), UnknownNode, "no topic named 'suburb'"),
        (lambda kg: kg.matrix(since="May"), DateError, "is not a date"),
        (lambda kg: kg.taken_up("topic"), UnknownKind, "'topic' is not a kind"),
    ],
)
def test_what_cannot_be_answered_is_said(dated, ask, error, said):
    with pytest.raises(error, match=said):
        ask(dated)


def test_a_part_is_counted_by_its_own_papers(dated):
    part = dated.part(method="New")
    assert part.trends("New").corpus == (10,)
    assert part.matrix().papers == 10


def test_a_graph_without_papers_has_answers(make_graph):
    empty = make_graph([])
    assert empty.trends().rows == ()
    assert empty.matrix().counts == ()
    assert empty.taken_up() == []


def test_columns_as_nodes_are_in_the_order_of_nodes(dated):
    by_id, by_node = read_corpus(dated.tables), read_corpus(dated.tables, as_nodes=True)
    assert by_id.papers[0] == "x/1_0"
    assert by_node.papers == sorted(by_node.papers)
    assert by_node.papers[0] == "paper:x:1_5F0"
    named = [sorted(zip((c.titles[i] for i in c.naming), c.named, strict=True)) for c in (by_id, by_node)]
    assert named[0] == named[1]
