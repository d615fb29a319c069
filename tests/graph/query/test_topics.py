"""Topics of a graph: with subtopics, and how well links keep inside; networkx as a second opinion."""

from __future__ import annotations

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph, Paper, TopicView
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.query.topics import topic_figures


@pytest.fixture
def mapped(make_graph) -> KnowledgeGraph:
    """Six papers in two topics, one of which has two subtopics, with five links."""
    graph = make_graph([Paper(name, f"Title {name}") for name in "abcdef"])
    run = graph.tables.connection.execute
    run("DELETE FROM links")
    run(
        "INSERT INTO topics VALUES ('topic:small', '', 'small', 2, [], []),"
        " ('topic:large', '', 'large', 4, ['LoRA', 'tides'], ['b', 'a']),"
        " ('subtopic:one', 'topic:large', 'one', 1, [], ['a']),"
        " ('subtopic:three', 'topic:large', 'three', 3, [], ['b'])"
    )
    for name in "abcdef":
        topic = "topic:large" if name < "e" else "topic:small"
        subtopic = "" if name >= "e" else "subtopic:one" if name == "a" else "subtopic:three"
        run("INSERT INTO memberships VALUES (?, ?, ?)", [paper_node(name), topic, subtopic])
    run(
        "INSERT INTO links VALUES ('a', 'b', 0.5, [], []), ('b', 'c', 0.25, [], []),"
        " ('c', 'd', 0.75, [], []), ('e', 'f', 0.9, [], []), ('a', 'e', 0.3, [], [])"
    )
    return graph


def test_the_largest_topic_comes_first_and_so_do_subtopics(mapped):
    large, small = mapped.topics()
    assert (large.name, large.papers, large.particular) == ("large", 4, ("LoRA", "tides"))
    assert [(paper.id, paper.title) for paper in large.central] == [("b", "Title b"), ("a", "Title a")]
    assert [topic.name for topic in large.subtopics] == ["three", "one"]
    assert small == TopicView("topic:small", "small", 2, (), ())


def test_a_topic_shows_its_size(mapped):
    large, _ = mapped.topics()
    assert repr(large) == "<topic large: 4 papers>"
    assert repr(large.subtopics[1]) == "<subtopic one: 1 paper>"


def test_a_graph_without_topics_gets_some(small_records, make_graph):
    graph = make_graph(*small_records)
    assert graph.tables.rows("SELECT * FROM {topics}") == []
    assert sum(topic.papers for topic in graph.topics()) == len(graph)


def test_an_empty_graph_has_no_topics(make_graph):
    graph = make_graph([])
    assert graph.topics() == []
    assert topic_figures(graph.tables) == (0.0, 1.0)


def test_figures_are_those_of_networkx(mapped):
    plain = nx.Graph()
    plain.add_weighted_edges_from(mapped.tables.rows("SELECT source, target, weight FROM {links}"))
    figures = topic_figures(mapped.tables)
    assert figures.modularity == pytest.approx(nx.community.modularity(plain, [set("abcd"), set("ef")]))
    assert figures.inside == pytest.approx((0.5 + 0.25 + 0.75 + 0.9) / 2.7)
