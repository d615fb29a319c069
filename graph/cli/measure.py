"""The command that compares a graph with hand-made labels, or with ratings of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.labels import read_gold
from paperlattice.extractors.records import counted
from paperlattice.graph.cli.outputs import DEFAULT_STORE, Json, StorePath, check_drawing, open_graph
from paperlattice.graph.cli.printing import echo, echo_json, echo_table, shown

if TYPE_CHECKING:
    from paperlattice.extractors.labels import Counts
    from paperlattice.graph.evaluation.accuracy import Evaluation
    from paperlattice.graph.evaluation.rated_pairs import LinkEvaluation
    from paperlattice.graph.evaluation.top_errors import CurvePoint, TopError

_FIGURES: Final = ("precision", "recall", "F1", "right", "wrong", "missed", "ignored", "roles")
_BINS: Final = ("confidence", "count", "mean", "right")
_ESTIMATE: Final = ("value", "low", "high")
_NAMES: Final = {"ndcg": "NDCG", "map": "MAP", "f1": "F1"}


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="JSON lines of labelled papers, or of rated pairs.")
    ],
    *,
    graph: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A GraphML file to measure instead of a store.")
    ] = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="Quote the N most informative errors; 0 for none.")
    ] = 20,
    curve: Annotated[
        bool,
        typer.Option(
            "--curve",
            help="Print precision and recall at rising thresholds of confidence. What a build "
            "dropped is not seen: for lower thresholds, build with a lower --min-confidence.",
        ),
    ] = False,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE.svg", callback=check_drawing, help="Draw the table of --curve as SVG."),
    ] = None,
) -> None:
    """Measure a graph against labelled papers or rated pairs.

    Prints an accuracy card: precision, recall and F1 by kind, role accuracy, resolution (B-cubed), links,
    how far the confidences can be trusted, and the most informative errors with their sentences.

    Rated pairs are lines {"query": TITLE, "ratings": {TITLE: 0 to 3}}, titles or ids. Of these, prints how
    many papers are linked, precision and recall of the links (2 and 3 belong together), how well `related`
    ranks (NDCG, MAP), and how far its probabilities can be trusted, with 95 % intervals over the queries.
    """
    if graph is not None and store != DEFAULT_STORE:
        raise typer.BadParameter("give either --graph or --from, not both")
    from paperlattice.graph.evaluation.rated_pairs import holds_ratings

    if holds_ratings(gold):
        if curve or plot is not None:
            raise typer.BadParameter("--curve and --plot are for labelled papers, not for rated pairs")
        _evaluate_links(gold, graph, store, json)
        return
    from paperlattice.graph.evaluation.evaluate import evaluate_graph, read_graph
    from paperlattice.graph.evaluation.top_errors import precision_recall_curve, top_errors

    papers = read_gold(gold)
    measured = read_graph(graph) if graph is not None else open_graph(store).nx
    result = evaluate_graph(papers, measured)
    top = top_errors(result.judged, measured, most=errors)
    points = precision_recall_curve(papers, measured) if curve or plot is not None else ()
    if plot is not None:
        _draw(points, plot)
    if json:
        more: dict[str, Any] = {"curve": [point.as_dict() for point in points]} if curve else {}
        listed = {"errors": [asdict(one) for one in top], "not_found": result.missing[:errors]}
        echo_json(result.as_dict() | more | listed)
        return
    _print_card(result)
    if curve:
        _print_curve(points)
    if errors:
        _print_errors(top, result, most=errors)
    if plot is not None:
        echo(f"\nwritten  {plot}")


def _evaluate_links(file: Path, graph: Path | None, store: Path, json: bool) -> None:
    from paperlattice.graph.evaluation.evaluate import read_graph
    from paperlattice.graph.evaluation.rated_pairs import (
        drawn_papers,
        evaluate_links,
        read_ratings,
        stored_papers,
    )

    queries = read_ratings(file)
    papers = drawn_papers(read_graph(graph)) if graph is not None else stored_papers(open_graph(store).tables)
    result = evaluate_links(queries, papers)
    if json:
        echo_json(result.as_dict())
        return
    rated = f"{counted(result.pairs, 'pair')} ({result.related:,} rated 2 or 3)"
    of = f"{counted(result.queries, 'rated query', 'rated queries')}, {rated}"
    echo(f"{of}, {counted(result.papers, 'paper')} in the graph, ranked by {result.ranked_by}")
    echo_table(("", *_ESTIMATE), _estimate_rows(result), numbers=_ESTIMATE)


def _estimate_rows(result: LinkEvaluation) -> list[tuple[object, ...]]:
    """Return the figures of links, each with its interval; shares of all papers have none."""
    shares = {"linked papers": result.linked, "links a paper": result.links_per_paper}
    rows: list[tuple[object, ...]] = [(name, f"{value:.3f}", "", "") for name, value in shares.items()]
    names = {name: name.replace("_", " ") for name in result.figures} | _NAMES
    for name, one in result.figures.items():
        rows.append((names[name], *(f"{value:.3f}" for value in (one.value, one.low, one.high))))
    return rows


def _print_card(result: Evaluation) -> None:
    echo(f"{counted(result.papers, 'labelled paper')}, {len(result.missing):,} not found by title")
    echo_table(("", *_FIGURES), _rows(result), numbers=_FIGURES)
    overall = result.calibration()
    if not overall.count:
        echo("\ncalibration: the judged entities have no confidence")
        return
    judged = counted(overall.count, "entity", "entities")
    kinds = [f"{kind} {result.calibration(kind).error:.3f}" for kind in result.role_kinds]
    echo(f"\ncalibration: expected error {overall.error:.3f} over {judged} ({', '.join(kinds)})")
    rows = [
        (f"{bin.low:.1f}-{bin.high:.1f}", bin.count, f"{bin.confidence:.3f}", f"{bin.right:.3f}")
        for bin in overall.bins
    ]
    echo_table(_BINS, rows, numbers=_BINS[1:])


def _rows(result: Evaluation) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for kind in result.kinds:
        more: tuple[object, ...] = ("", "")
        if kind in result.role_kinds:
            more = (result.ignored[kind], f"{result.counts[kind].role_accuracy:.3f}")
        rows.append((kind, *_figures(result.counts[kind]), *more))
    b3 = result.resolution
    ratios = (f"{value:.3f}" for value in (b3.precision, b3.recall, b3.f1))
    rows.append(("resolution", *ratios, b3.mentions, "", "", "", ""))
    rows.append(("links", *_figures(result.links), "", ""))
    return rows


def _figures(counts: Counts) -> tuple[object, ...]:
    ratios = (f"{value:.3f}" for value in (counts.precision, counts.recall, counts.f1))
    return (*ratios, counts.tp, counts.fp, counts.fn)


def _print_curve(points: Sequence[CurvePoint]) -> None:
    if not points:
        echo("\ncurve: the judged entities in the labelled papers have no confidence")
        return
    columns = ("least", *(f"{kind} {ratio}" for kind in points[0].counts for ratio in ("P", "R", "F1")))
    echo("\ncurve: without names below a confidence of")
    rows = [
        (f"{point.threshold:.2f}", *(cell for kind in point.counts.values() for cell in _figures(kind)[:3]))
        for point in points
    ]
    echo_table(columns, rows, numbers=columns)


def _print_errors(top: Sequence[TopError], result: Evaluation, *, most: int) -> None:
    if top:
        echo(f"\nmost informative errors ({len(top):,} of {len(result.disagreements):,})")
    for one in top:
        how = f"named in {counted(one.papers, 'paper')}"
        if one.what == "wrong":
            how = "no confidence" if one.confidence is None else f"confidence {one.confidence:.2f}"
        echo(shown(f"  {one.kind} {one.what}, {how}: {one.name}"))
        echo(shown(f"    {one.paper}  {one.title}"))
        if one.sentence and one.sentence != one.title:
            echo(shown(f"    {one.sentence}"))
    if result.missing:
        echo("\nnot found by title")
        echo("\n".join(shown(f"  {title}") for title in result.missing[:most]))


def _draw(points: Sequence[CurvePoint], file: Path) -> None:
    from paperlattice.graph.evaluation.top_errors import draw_curve
    from paperlattice.graph.export.files import atomic_write

    atomic_write(file, draw_curve(points))
