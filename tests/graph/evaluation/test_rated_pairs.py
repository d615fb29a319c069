"""Links against rated pairs of invented papers."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph, Paper
from paperlattice.extractors.errors import GoldError
from paperlattice.graph.evaluation.rated_pairs import (
    RatedQuery,
    drawn_papers,
    evaluate_links,
    holds_ratings,
    read_ratings,
    stored_papers,
)
from paperlattice.graph.link.pairs import all_pairs
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.options import LINK_THRESHOLD, LINK_TOP

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "measure_links.py"

# Three about moss, two about rivers, one about neither.
PAPERS = [
    Paper("m/1", "Moss Segmentation", "We segment images of moss in forests with convolutional networks."),
    Paper("m/2", "Segmenting Moss from Drones", "Drones take images of moss, which networks segment."),
    Paper("m/3", "Counting Moss", "We count moss in images of forests with convolutional networks."),
    Paper("r/1", "River Forecasting", "We forecast floods of rivers with recurrent networks and gauges."),
    Paper("r/2", "Floods of Rivers", "Recurrent networks forecast floods of rivers from gauges."),
    Paper("k/1", "Proofs of Kilns", "We prove theorems on kilns by induction."),
]
QUERIES = (
    RatedQuery(
        "Moss Segmentation", {"Segmenting moss from drones!": 3, "r/1": 0, "Counting Moss": 3, "k/1": 0}
    ),
    RatedQuery("r/1", {"Floods of Rivers": 3, "Moss Segmentation": 1, "k/1": 0}),
)


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    return KnowledgeGraph.build(PAPERS)


@pytest.fixture(scope="module")
def found(kg):
    return evaluate_links(QUERIES, stored_papers(kg.tables))


def graphml(links):
    """Return a graph with the papers and links (pair of ids, weight) as a GraphML file has them."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((paper_node(p.id), {"kind": "paper", "label": p.title}) for p in PAPERS)
    for (source, target), weight in links.items():
        graph.add_edge(paper_node(source), paper_node(target), relation="related", weight=weight)
    return drawn_papers(graph)


def test_probabilities_are_those_of_related(kg):
    papers = stored_papers(kg.tables)
    related = kg.related("m/1", k=None)
    others = [paper_node(other.id) for other in related]
    assert papers.weights(paper_node("m/1"), others) == [other.weight for other in related]


def test_ranking_and_counts(found):
    assert (found.papers, found.queries, found.pairs, found.related) == (6, 2, 6, 3)
    assert found.figures["ndcg"].value == found.figures["map"].value == 1.0
    assert found.ranked_by == "related"


def test_the_order_of_queries_changes_nothing(kg, found):
    papers = stored_papers(kg.tables)
    assert evaluate_links(QUERIES[::-1], papers) == found


def test_precision_and_recall_of_drawn_links():
    links = {("m/2", "m/1"): 0.9, ("m/1", "r/1"): 0.5, ("r/2", "k/1"): 0.4}
    found = evaluate_links(QUERIES, graphml(links))
    assert found.figures["precision"].value == pytest.approx(1 / 2)  # nobody rated the third
    assert found.figures["recall"].value == pytest.approx(1 / 3)
    assert (found.linked, found.links_per_paper) == (5 / 6, 3 / 6)
    assert (found.ranked_by, "calibration_error" in found.figures) == ("drawn links", False)


def test_a_pair_rated_from_both_sides_counts_once_with_the_mean():
    both = [RatedQuery("m/1", {"m/2": 3}), RatedQuery("m/2", {"m/1": 1}), RatedQuery("m/2", {"m/1": 1})]
    links = graphml({("m/1", "m/2"): 0.5})
    assert [evaluate_links(both[:n], links).figures["precision"].value for n in (1, 2, 3)] == [1, 1, 0]
    assert evaluate_links(both, links).pairs == 1


def test_a_paper_rated_for_itself_is_ignored(kg):
    query = RatedQuery("m/1", {"Moss Segmentation": 3, "m/2": 2, "k/1": 0})
    found = evaluate_links([query], stored_papers(kg.tables))
    assert (found.pairs, found.figures["ndcg"].value) == (2, 1.0)


def test_the_benchmark_draws_the_links_of_a_build(kg):
    papers = stored_papers(kg.tables)
    pairs, _ = all_pairs(papers.collection, threshold=1)
    with_links = runpy.run_path(str(BENCHMARK))["with_links"]
    assert with_links(papers, pairs, threshold=LINK_THRESHOLD, top=LINK_TOP).links == papers.links
    assert with_links(papers, pairs, threshold=0.9999, top=1).links == {}


def test_figures_are_given_for_json(found):
    out = json.loads(json.dumps(found.as_dict()))
    assert out["calibration_error"] == found.figures["calibration_error"].value
    assert out["intervals"]["recall"] == [found.figures["recall"].low, found.figures["recall"].high]


def test_papers_that_the_graph_lacks_are_named(kg):
    queries = [RatedQuery("m/1", {"Zebras": 0, "Yaks": 1})]
    with pytest.raises(GoldError, match=r"^2 of 3 rated papers are not in the graph, the first: 'Yaks'; "):
        evaluate_links(queries, stored_papers(kg.tables))


@pytest.mark.parametrize(
    "line, said",
    [
        ('{"query": "a", "ratings": {"b": 4}}', "line 2: the rating of 'b' is 4; give 0, 1, 2 or 3"),
        ('{"query": "a", "ratings": {"b": true}}', "line 2: the rating of 'b' is true"),
        ('{"query": "a", "ratings": {"b": 1.5}}', "line 2: the rating of 'b' is 1.5"),
        ('{"query": "a", "ratings": {}}', "line 2: `ratings` is not an object with"),
        ('{"query": "a"}', "line 2: `ratings` is not an object with"),
        ('{"query": 7, "ratings": {"b": 1}}', "line 2: `query` is not a title or id"),
        ("[1]", "line 2: `query` is not a title or id"),
        ("{", "line 2: broken JSON"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, said):
    file = tmp_path / "pairs.jsonl"
    file.write_text('{"query": "a", "ratings": {"b": 1}}\n' + line)
    with pytest.raises(GoldError, match=said):
        read_ratings(file)


def test_ratings_are_recognised_by_content(tmp_path):
    file = tmp_path / "any.name"
    file.write_text('\n{"query": "a", "ratings": {"b": 1}, "facet": "method"}\n\n')
    assert holds_ratings(file)
    assert read_ratings(file) == (RatedQuery("a", {"b": 1}),)
    for text in ('{"id": "1", "methods": []}', "[1]", "{", "", "\n"):
        file.write_text(text)
        assert not holds_ratings(file)
    assert not holds_ratings(tmp_path / "missing")


def test_a_file_without_a_line_is_refused(tmp_path):
    (tmp_path / "empty").write_text("\n")
    with pytest.raises(GoldError, match="holds no rated pairs"):
        read_ratings(tmp_path / "empty")
