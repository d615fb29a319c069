from __future__ import annotations

import networkx as nx
import pytest

from paperlattice.extractors.labels import Counts, GoldEntity, GoldPaper
from paperlattice.extractors.records import gold_key
from paperlattice.graph.evaluation.evaluate import evaluate_graph
from paperlattice.graph.evaluation.top_errors import precision_recall_curve


def labelled(id: str, *methods: str) -> GoldPaper:
    entities = tuple(GoldEntity(m, frozenset([gold_key(m)]), "used", True, gold_key(m)) for m in methods)
    return GoldPaper(id, f"Paper {id}", {"method": entities, "dataset": ()}, frozenset(), frozenset())


def drawn(*rows: tuple[str, str, object]) -> nx.MultiDiGraph:
    """Draw rows (paper, entity node, confidence or None)."""
    graph = nx.MultiDiGraph()
    for id, node, confidence in rows:
        kind, label = node.split(":")
        graph.add_node(f"paper:{id}", kind="paper", label=f"Paper {id}")
        graph.add_node(node, kind=kind, label=label)
        stated = {} if confidence is None else {"confidence": confidence}
        graph.add_edge(f"paper:{id}", node, key="uses", relation="uses", **stated)
    return graph


def table(gold, graph) -> list[tuple[float, int, int, int]]:
    curve = precision_recall_curve(gold, graph)
    found = [(point.threshold, point.counts["method"]) for point in curve]
    return [(threshold, c.tp, c.fp, c.fn) for threshold, c in found]


def test_less_sure_edges_are_dropped_step_by_step():
    graph = drawn(("1", "method:LoRA", 0.71), ("1", "method:Adam", 0.62), ("1", "method:x", 0.65))
    assert table([labelled("1", "LoRA", "Adam")], graph) == [
        (0.6, 2, 1, 0),
        (0.65, 1, 1, 1),
        (0.7, 1, 0, 1),
    ]


@pytest.mark.parametrize(
    "confidences, thresholds",
    [
        ([0.5], [0.5]),
        ([0.55, 0.6], [0.55, 0.6]),
        ([0.549], [0.5]),
        ([0.92, 1.0], [0.9, 0.95, 1.0]),
        ([0.0, 0.04], [0.0]),
        ([None, "0.5"], [0.5]),
        ([None], []),
        (["sure"], []),
        ([float("nan"), 1.5], []),
    ],
)
def test_thresholds_run_from_the_lowest_confidence_to_the_highest(confidences, thresholds):
    graph = drawn(*(("1", f"method:m{i}", c) for i, c in enumerate(confidences)))
    assert [point.threshold for point in precision_recall_curve([labelled("1")], graph)] == thresholds


def test_papers_without_labels_and_repositories_set_no_threshold():
    rows = [("1", "method:LoRA", 0.8), ("1", "repo:a", 0.3), ("2", "method:LoRA", 0.1)]
    assert table([labelled("1", "LoRA")], drawn(*rows)) == [(0.8, 1, 0, 0)]


def test_an_edge_without_a_confidence_stays():
    graph = drawn(("1", "method:LoRA", None), ("1", "method:x", 0.5), ("1", "method:y", 0.56))
    assert table([labelled("1", "LoRA")], graph) == [(0.5, 1, 2, 0), (0.55, 1, 1, 0)]


def test_each_point_is_the_evaluation_without_the_less_sure():
    rows = [(str(i % 5), f"method:m{i * 7 % 11}", (i * 37 % 100) / 100) for i in range(55)]
    gold = [labelled(str(i), f"m{i}", f"m{i + 3}", f"m{i + 5}") for i in range(4)]
    curve = precision_recall_curve(gold, drawn(*rows))
    assert len(curve) > 10
    assert curve[0].counts["method"] == evaluate_graph(gold, drawn(*rows)).counts["method"]
    for point in curve:
        sure = drawn(*(row for row in rows if row[2] >= point.threshold))
        assert point.counts["method"] == evaluate_graph(gold, sure).counts["method"]


def test_a_point_is_ready_for_json():
    (point,) = precision_recall_curve([labelled("1", "LoRA")], drawn(("1", "method:LoRA", 0.7)))
    none = Counts().as_dict()
    assert point.as_dict() == {"threshold": 0.7, "method": Counts(tp=1).as_dict(), "dataset": none}
