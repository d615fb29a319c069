"""The top errors of a graph, each with its sentence, and its precision-recall curve."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.labels import ROLE_KINDS, Counts, GoldPaper, labelled_kinds, plain_title
from paperlattice.extractors.records import KINDS, Kind, paper_text
from paperlattice.extractors.text import sentence_at
from paperlattice.graph.evaluation.accuracy import Judged
from paperlattice.graph.evaluation.evaluate import confidence_of, evaluate_graph, papers_by_title
from paperlattice.graph.model.attributes import hex_colour

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class TopError:
    """One error; `paper` is the id in the labels, `papers` how many of them name what was missed, else 0.

    `confidence` is None for what was missed; `sentence` is empty where the paper's text does not show it.
    """

    kind: Kind
    what: str
    name: str
    paper: str
    title: str
    sentence: str
    confidence: float | None
    papers: int


def top_errors(judged: Sequence[Judged], graph: nx.Graph[Any], *, most: int) -> list[TopError]:
    """Return up to `most` errors, half of them wrong, half missed; one half fills up for the other.

    Wrong ones come by falling confidence, then missed ones by how many labelled papers name their cluster;
    ties in the order of the labels. A name with errors in several papers is listed once before any name is
    listed again. What was missed in a paper that the graph lacks says nothing about the extraction and is
    left out.
    """
    papers_by_name = Counter((one.kind, one.of) for one in judged if one.what != "wrong")
    wrong = [one for one in judged if one.what == "wrong"]
    missed = [one for one in judged if one.what == "missed" and one.node is not None]
    wrong = _spread(sorted(wrong, key=lambda one: -(one.confidence or 0.0)))
    missed = _spread(sorted(missed, key=lambda one: -papers_by_name[one.kind, one.of]))
    share = max(most - most // 2, most - len(missed))
    chosen = wrong[:share]
    chosen += missed[: most - len(chosen)]
    return [
        TopError(
            one.kind,
            one.what,
            one.name,
            one.paper,
            one.title,
            one.evidence or _sentence(one, graph),
            one.confidence,
            0 if one.what == "wrong" else papers_by_name[one.kind, one.of],
        )
        for one in chosen
    ]


def find_name(text: str, name: str, forms: Iterable[str]) -> tuple[int, int] | None:
    """Return the span of a name in a text as it is written, else of one of its forms, else None.

    `forms` are keys of `extractors.records.gold_key`. The abstract is preferred to the title, which is the
    first line. A form is found at any spelling that has its key, at whole words only; longer forms go first.
    """
    body = text.find("\n") + 1
    written = re.compile(rf"(?<!\w){re.escape(name)}(?![\w+])")
    if found := written.search(text, body) or written.search(text):
        return found.span()
    letters, positions = _letters(text)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        spans = list(_spans(text, letters, positions, form)) if form else []
        if spans:
            return next((span for span in spans if span[0] >= body), spans[0])
    return None


def _spread(errors: Iterable[Judged]) -> list[Judged]:
    """Put the first error of every name before the second of any; otherwise the order is kept."""
    seen: Counter[tuple[Kind, str]] = Counter()
    numbered = []
    for one in errors:
        numbered.append((seen[one.kind, one.of], one))
        seen[one.kind, one.of] += 1
    return [one for _, one in sorted(numbered, key=lambda pair: pair[0])]


def _sentence(one: Judged, graph: nx.Graph[Any]) -> str:
    node = graph.nodes[one.node]
    text = paper_text(str(node.get("label", "")), str(node.get("abstract", "")))
    span = find_name(text, one.name, one.forms)
    return "" if span is None else sentence_at(text, *span)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return what `gold_key` keeps of a text, and the position of each character."""
    lowered = ((sign.lower(), at) for at, sign in enumerate(text))
    kept = [(sign, at) for sign, at in lowered if sign == "+" or (sign.isascii() and sign.isalnum())]
    return "".join(sign for sign, _ in kept), [at for _, at in kept]


def _spans(text: str, letters: str, positions: Sequence[int], form: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a key in a text, at whole words only; a plural s may follow."""
    at = letters.find(form)
    while at >= 0:
        start, end = positions[at], positions[at + len(form) - 1] + 1
        end += text[end : end + 1] == "s"
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not (before.isalnum() or after.isalnum() or after == "+"):
            yield start, end
        at = letters.find(form, at + 1)


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
    """Return the figures of the labelled kinds with roles at rising thresholds, in steps of 0.05.

    The first threshold is the step at or below the lowest confidence in a labelled paper: nothing is dropped
    there, and what the build itself dropped is not seen. The last is the highest that leaves an entity. Empty
    if no edge states a confidence. Names and merges stay as they are; a build with a higher threshold
    may also merge names differently.
    """
    judged = [kind for kind in labelled_kinds(gold) if kind in ROLE_KINDS]
    subgraph = _labelled_subgraph(gold, graph)
    kinds = {node: data.get("kind") for node, data in subgraph.nodes(data=True)}
    stated = [
        confidence
        for *ends, data in subgraph.edges(data=True)
        if (confidence := confidence_of(data)) is not None and any(kinds[end] in judged for end in ends)
    ]
    if not stated:
        return ()
    first, last = _step(min(stated)), _step(max(stated))
    return tuple(_point(gold, subgraph, judged, step / _STEPS) for step in range(first, last + 1))


def _step(confidence: float) -> int:
    return int(confidence * _STEPS + 1e-9)


def _point(
    gold: Sequence[GoldPaper], graph: nx.Graph[Any], kinds: Iterable[Kind], threshold: float
) -> CurvePoint:
    counts = evaluate_graph(gold, graph, min_confidence=threshold).counts
    return CurvePoint(threshold, {kind: counts[kind] for kind in kinds})


def _labelled_subgraph(gold: Sequence[GoldPaper], graph: nx.Graph[Any]) -> nx.MultiDiGraph[Any]:
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
    subgraph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    subgraph.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in kept)
    subgraph.add_edges_from(edges)
    return subgraph


def draw_curve(curve: Sequence[CurvePoint]) -> str:
    """Return an SVG document: recall to the right, precision upwards, a line for each kind.

    A threshold that leaves nothing of a kind has no precision and no point. The thresholds of the first, the
    best and the last point are written next to them. Equal curves give equal text. Raises PaperlatticeError
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
    for kind in curve[0].counts if curve else ROLE_KINDS:
        points = [(p.threshold, found) for p in curve if (found := p.counts[kind]).tp + found.fp]
        best = max(points, key=lambda point: point[1].f1, default=None)
        summary = f"best F1 {best[1].f1:.3f} at {best[0]:.2f}" if best else "none found"
        recalls, precisions = [f.recall for _, f in points], [f.precision for _, f in points]
        axes.plot(recalls, precisions, "o-", color=hex_colour(KINDS[kind].colour), label=f"{kind}, {summary}")
        labelled = {0, points.index(best), len(points) - 1} if best else set()
        for threshold, found in (points[i] for i in sorted(labelled)):
            at = (found.recall, found.precision)
            axes.annotate(f"{threshold:.2f}", at, (5, 5), textcoords="offset points")
    axes.grid(alpha=0.3)
    axes.legend()
    drawn = StringIO()
    with mpl.rc_context({"svg.hashsalt": "paperlattice", "svg.fonttype": "none"}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()
