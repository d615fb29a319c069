"""Precision and recall over thresholds of confidence, as a table and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from extractors.errors import PaperlatticeError
from extractors.records import KINDS, Kind
from graph.evaluation.accuracy import LABELLED_KINDS, Counts
from graph.evaluation.evaluate import confidence_of, evaluate_graph, papers_by_title
from graph.evaluation.gold import GoldPaper, plain_title
from graph.model.attributes import hex_colour

if TYPE_CHECKING:
    import networkx as nx

_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a graph is worth without the edges whose confidence is below `threshold`."""

    threshold: float
    counts: dict[Kind, Counts]

    def as_dict(self) -> dict[str, Any]:
        """Return threshold and figures by kind, ready for JSON."""
        return {"threshold": self.threshold} | {kind: found.as_dict() for kind, found in self.counts.items()}


def precision_recall_curve(gold: Sequence[GoldPaper], graph: nx.Graph[Any]) -> tuple[CurvePoint, ...]:
    """Return the figures of methods and datasets at rising thresholds, in steps of 0.05.

    The first threshold is the step at or below the lowest confidence in a labelled paper: nothing is dropped
    there, and what the build itself dropped is not seen. The last is the highest that leaves an entity. Empty
    if no edge states a confidence. Names and merges stay as they are; a build with a higher threshold
    may also unite names otherwise.
    """
    part = _labelled_part(gold, graph)
    kinds = {node: data.get("kind") for node, data in part.nodes(data=True)}
    stated = [
        confidence
        for *ends, data in part.edges(data=True)
        if (confidence := confidence_of(data)) is not None
        and any(kinds[end] in LABELLED_KINDS for end in ends)
    ]
    if not stated:
        return ()
    first, last = _step(min(stated)), _step(max(stated))
    return tuple(_point(gold, part, step / _STEPS) for step in range(first, last + 1))


def _step(confidence: float) -> int:
    return int(confidence * _STEPS + 1e-9)


def _point(gold: Sequence[GoldPaper], graph: nx.Graph[Any], threshold: float) -> CurvePoint:
    counts = evaluate_graph(gold, graph, min_confidence=threshold).counts
    return CurvePoint(threshold, {kind: counts[kind] for kind in LABELLED_KINDS})


def _labelled_part(gold: Sequence[GoldPaper], graph: nx.Graph[Any]) -> nx.MultiDiGraph[Any]:
    """Return the labelled papers of a graph and what they name, in its order: a fraction of a large one."""
    import networkx as nx

    papers = papers_by_title(graph)
    wanted = {papers[title] for paper in gold if (title := plain_title(paper.title)) in papers}
    edges = [
        edge
        for edge in graph.edges(data=True)
        if edge[2].get("relation") != "related" and (edge[0] in wanted or edge[1] in wanted)
    ]
    kept = wanted.union(*(edge[:2] for edge in edges))
    part: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in kept)
    part.add_edges_from(edges)
    return part


def draw_curve(curve: Sequence[CurvePoint]) -> str:
    """Return an SVG document: recall to the right, precision upwards, a line for each kind.

    A threshold that leaves nothing of a kind has no precision and no point. The thresholds of the first, the
    best and the last point are written beside them. Equal curves give equal text. Raises PaperlatticeError
    where matplotlib, an optional extra, is missing.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise PaperlatticeError(
            "the drawing needs matplotlib, which is not installed; run: pip install matplotlib"
        ) from error
    figure = Figure(figsize=(6.4, 4.8), layout="constrained")
    axes = figure.add_subplot(xlabel="recall", ylabel="precision")
    for kind in LABELLED_KINDS:
        points = [(p.threshold, found) for p in curve if (found := p.counts[kind]).tp + found.fp]
        best = max(points, key=lambda point: point[1].f1, default=None)
        said = f"best F1 {best[1].f1:.3f} at {best[0]:.2f}" if best else "none found"
        recalls, precisions = [f.recall for _, f in points], [f.precision for _, f in points]
        axes.plot(recalls, precisions, "o-", color=hex_colour(KINDS[kind].colour), label=f"{kind}, {said}")
        told = {0, points.index(best), len(points) - 1} if best else set()
        for threshold, found in (points[i] for i in sorted(told)):
            at = (found.recall, found.precision)
            axes.annotate(f"{threshold:.2f}", at, (5, 5), textcoords="offset points")
    axes.grid(alpha=0.3)
    axes.legend()
    drawn = StringIO()
    with mpl.rc_context({"svg.hashsalt": "paperlattice", "svg.fonttype": "none"}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()
