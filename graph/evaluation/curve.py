"""Precision and recall over thresholds of confidence, as a table and as a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

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


_WIDTH, _HEIGHT = 640, 480
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 48, 616, 424
_LABEL: Final = (32, 14)
_INK, _FAINT, _GRID = "#333333", "#666666", "#e4e4e4"


@dataclass(frozen=True, slots=True)
class _Frame:
    """The axes: both run from `low` to 1, so that a unit is the same on either and the corner is the aim."""

    low: float

    def x(self, recall: float) -> float:
        """Return where a recall stands."""
        return _LEFT + (recall - self.low) / (1 - self.low) * (_RIGHT - _LEFT)

    def y(self, precision: float) -> float:
        """Return where a precision stands."""
        return _BOTTOM - (precision - self.low) / (1 - self.low) * (_BOTTOM - _TOP)


def draw_curve(curve: Sequence[CurvePoint]) -> str:
    """Return an SVG document: recall to the right, precision upwards, thresholds beside the points.

    A threshold that leaves nothing of a kind has no precision and no point. Points have tooltips.
    """
    drawn = {
        kind: [point for point in curve if point.counts[kind].tp + point.counts[kind].fp]
        for kind in LABELLED_KINDS
    }
    values = [
        value
        for kind, points in drawn.items()
        for point in points
        for value in (point.counts[kind].precision, point.counts[kind].recall)
    ]
    frame = _Frame(min(0.9, math.floor(min(values, default=0.0) * 10) / 10))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="{_INK}">',
        "<title>Precision and recall by threshold of confidence</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_axes(frame),
    ]
    labelled: list[tuple[float, float]] = []
    for row, kind in enumerate(LABELLED_KINDS):
        lines += _line(kind, drawn[kind], frame, labelled)
        lines += _legend(kind, drawn[kind], row)
    return "\n".join([*lines, "</svg>", ""])


def _axes(frame: _Frame) -> Iterator[str]:
    step = 0.1 if frame.low < 0.75 else 0.05 if frame.low < 0.85 else 0.02
    for number in range(round((1 - frame.low) / step) + 1):
        value = frame.low + number * step
        x, y = frame.x(value), frame.y(value)
        yield f'<path d="M{x:.1f} {_TOP}V{_BOTTOM}M{_LEFT} {y:.1f}H{_RIGHT}" stroke="{_GRID}" fill="none"/>'
        yield f'<text x="{x:.1f}" y="{_BOTTOM + 18}" text-anchor="middle">{value:.2f}</text>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.2f}</text>'
    yield f'<path d="M{_LEFT} {_TOP}V{_BOTTOM}H{_RIGHT}" stroke="{_FAINT}" fill="none"/>'
    middle, centre = (_LEFT + _RIGHT) / 2, (_TOP + _BOTTOM) / 2
    yield f'<text x="{middle}" y="{_HEIGHT - 14}" text-anchor="middle">recall</text>'
    yield f'<text transform="translate(18 {centre}) rotate(-90)" text-anchor="middle">precision</text>'


def _line(
    kind: Kind, points: Sequence[CurvePoint], frame: _Frame, labelled: list[tuple[float, float]]
) -> Iterator[str]:
    """Yield a line and its points; a threshold is written where none of `labelled`, which grows, is near."""
    colour = hex_colour(KINDS[kind].colour)
    places = [(frame.x(p.counts[kind].recall), frame.y(p.counts[kind].precision)) for p in points]
    if places:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    wide, high = _LABEL
    for point, (x, y) in zip(points, places, strict=True):
        found = point.counts[kind]
        figures = f"precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}"
        tip = f"<title>{kind} at {point.threshold:.2f}: {figures}</title>"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}">{tip}</circle>'
        if all(abs(x - left) >= wide or abs(y - top) >= high for left, top in labelled):
            labelled.append((x, y))
            yield f'<text x="{x + 7:.1f}" y="{y - 6:.1f}" fill="{_FAINT}">{point.threshold:.2f}</text>'


def _legend(kind: Kind, points: Sequence[CurvePoint], row: int) -> Iterator[str]:
    best = max(points, key=lambda point: point.counts[kind].f1, default=None)
    said = f", best F1 {best.counts[kind].f1:.3f} at {best.threshold:.2f}" if best else ", none found"
    x, y = _LEFT + row * 276, _TOP - 22
    colour = hex_colour(KINDS[kind].colour)
    yield f'<path d="M{x} {y - 4}H{x + 22}" stroke="{colour}" stroke-width="2"/>'
    yield f'<text x="{x + 30}" y="{y}">{kind}{said}</text>'
