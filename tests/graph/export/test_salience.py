"""How much a paper is about an entity is in every file, and is the weight of the edge."""

import csv
import json

import networkx as nx
import pytest

from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.model.records import Entity

EXPECTED = {
    ("paper:t1", "task:image-retrieval", "addresses"): 0.6,
    ("paper:t1", "technique:contrastive-learning", "uses"): 0.55,
    ("paper:t1", "method:clip", "uses"): 0.3,
    ("paper:t1", "technique:large-language-model", "mentions"): 0.1,
    ("paper:t2", "task:image-retrieval", "addresses"): 0.94,
    ("paper:t2", "method:clip", "uses"): 0.7,
    ("paper:t3", "technique:large-language-model", "uses"): 0.8,
    ("paper:t3", "task:hallucination", "addresses"): 0.85,
    ("paper:t3", "task:image-retrieval", "mentions"): 0.95,
}


def edges_of_json(path):
    return [{"kind": edge["relation"], **edge} for edge in json.loads(path.read_text())["edges"]]


def edges_of_graphology(path):
    return [edge | edge["attributes"] for edge in json.loads(path.read_text())["edges"]]


def edges_of_cytoscape(path):
    return [edge["data"] for edge in json.loads(path.read_text())["elements"]["edges"]]


def edges_of_networkx(graph):
    return [{"source": a, "target": b, **data} for a, b, data in graph.edges(data=True)]


def edges_of_csv(path):
    lines = path.with_name("graph.edges.csv").read_text(encoding="utf-8").splitlines()
    names = {"Source": "source", "Target": "target", "Kind": "relation", "Weight": "weight"}
    return [{names.get(name, name): value for name, value in row.items()} for row in csv.DictReader(lines)]


@pytest.mark.parametrize(
    "name, read",
    [
        ("graph.graphml", lambda path: edges_of_networkx(nx.read_graphml(path))),
        ("graph.gexf", lambda path: edges_of_networkx(nx.read_gexf(path))),
        ("graph.json", edges_of_json),
        ("graph.graphology.json", edges_of_graphology),
        ("graph.cyjs", edges_of_cytoscape),
        ("graph.csv", edges_of_csv),
    ],
)
def test_files_hold_the_salience_and_the_relation_of_each_edge(topical_graph, tmp_path, name, read):
    topical_graph.write(tmp_path / name)
    rows = [row for row in read(tmp_path / name) if row["relation"] != "related"]
    found = {
        (row["source"], row["target"], row["relation"]): (float(row["salience"]), float(row["weight"]))
        for row in rows
    }
    assert found == {edge: (salience, salience) for edge, salience in EXPECTED.items()}


def test_the_files_have_what_the_questions_say(topical_graph):
    for (paper, entity, relation), salience in EXPECTED.items():
        (row,) = (row for row in topical_graph.entity(entity).papers if f"paper:{row.id}" == paper)
        assert (row.relation, row.salience) == (relation, salience)


def test_the_weight_is_above_zero_where_nobody_has_weighed_a_mention(make_graph):
    mention = Mention("p", "task", "search", "search", 2, 8, "mentions", "term", 0.9)
    graph = make_graph(
        [Paper("p", "A search")], [Entity("task:search", "task", "search")], [(mention, "task:search")]
    )
    data = graph.nx.edges["paper:p", "task:search", "mentions"]
    assert (data["salience"], data["weight"]) == (0.0, 0.01)


def test_many_mentions_count_a_little_more_and_never_more_than_one(make_graph):
    paper, entity = Paper("p", "A " * 40), Entity("task:a", "task", "A")
    for count, expected in ((1, 0.9), (2, 0.94), (3, 0.98), (9, 1.0)):
        named = [
            (
                Mention("p", "task", "A", "A", at * 2, at * 2 + 1, "mentions", "term", 0.9, 0.9 - at / 100),
                entity.id,
            )
            for at in range(count)
        ]
        graph = make_graph([paper], [entity], named)
        assert graph.names(paper)[0].salience == graph.entity("A").papers[0].salience == expected
