"""The map: every node is in a topic and placed; a change starts from where nodes were."""

from __future__ import annotations

import pytest

from paperlattice import KnowledgeGraph, Paper, Store

WORDS = {
    "tides": "We forecast ocean tides and sea level from satellite altimetry.",
    "unlearning": "We study machine unlearning that removes training data from classifiers.",
    "speech": "We improve speech recognition for noisy audio with acoustic models.",
}


def papers_of(each):
    return [
        Paper(f"{topic}{i}", f"{topic.title()} number {i}", f"{text} Variant {i} is studied.")
        for topic, text in WORDS.items()
        for i in range(each)
    ]


@pytest.fixture(scope="module")
def graph():
    kg = KnowledgeGraph.build(
        [*papers_of(12), Paper("odd", "量子", "没有摘要"), Paper("bare", "Two words", "")]
    )
    kg.place()
    return kg


def test_every_node_is_in_a_topic_and_placed(graph):
    nodes = set(graph.nx)
    assert {row[0] for row in graph.tables.rows("SELECT id FROM {memberships}")} == nodes
    assert {row[0] for row in graph.tables.rows("SELECT id FROM {positions}")} == nodes
    known = {row[0] for row in graph.tables.rows("SELECT id FROM {topics} WHERE parent = ''")}
    assert {topic for (topic,) in graph.tables.rows("SELECT topic_id FROM {memberships}")} <= known


def test_topics_follow_what_papers_are_about(graph):
    found = dict(graph.tables.rows("SELECT id, topic_id FROM {memberships}"))
    topics = {topic: {found[f"paper:{topic}{i}"] for i in range(12)} for topic in WORDS}
    assert all(len(ids) == 1 for ids in topics.values())
    assert len(set.union(*topics.values())) == len(WORDS)


def test_names_are_distinct_and_hold_no_paper(graph):
    names = [name for (name,) in graph.tables.rows("SELECT name FROM {topics} WHERE parent = ''")]
    assert len(set(names)) == len(names)
    assert all(name and name != "paper" for name in names)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_papers_are_one_topic(count):
    kg = KnowledgeGraph.build(papers_of(4)[:count])
    kg.place()
    assert kg.tables.rows("SELECT parent, papers FROM {topics}") == [("", count)]


def test_after_a_change_nodes_start_from_where_they_were(tmp_path):
    path = tmp_path / "papers.duckdb"
    with Store.create(path) as store:
        store.add(papers_of(10))
        store.place()
    before = dict_of(path)
    with Store.open(path) as store:
        store.add([Paper("new", "Tides once more", WORDS["tides"])])
        store.place()
    after = dict_of(path)
    assert set(after) > set(before)
    width = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
    moved = sorted(abs(after[n][0] - x) + abs(after[n][1] - y) for n, (x, y) in before.items())
    assert moved[len(moved) // 2] < 0.25 * width


def dict_of(path):
    rows = KnowledgeGraph.open(path).tables.rows("SELECT id, x, y FROM {positions}")
    return {node: (x, y) for node, x, y in rows}


@pytest.mark.parametrize("format", ["vault", "turtle", "jsonld"])
def test_what_needs_topics_only_places_nothing(graph, tmp_path, format):
    part = graph.part(text="is studied")
    first = part.write(tmp_path / "first", format)
    assert part.to_arrow().memberships.num_rows
    assert part.tables.rows("SELECT * FROM {positions}") == []
    part.place()
    again = part.write(tmp_path / "again", format)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]
