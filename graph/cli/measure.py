"""The command that compares a graph with hand-made labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from extractors.records import ENTITY_KINDS
from graph.cli.options import DEFAULT_STORE, Json, Store, open_graph
from graph.cli.printing import counted, put, put_json, put_table, shown

if TYPE_CHECKING:
    from graph.evaluate import Counts, Evaluation

__all__ = ["evaluate"]

_FIGURES: Final = ("precision", "recall", "F1", "right", "wrong", "missed", "ignored", "roles")


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON lines of labelled papers.")],
    *,
    graph: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A GraphML file to measure instead of a store.")
    ] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="Name up to N that were missed and N wrong, by kind.")
    ] = 0,
) -> None:
    """Measure a graph by labelled papers.

    Prints precision, recall and F1 by kind, role accuracy, resolution (B-cubed) and links.
    """
    if graph is not None and store != DEFAULT_STORE:
        raise typer.BadParameter("give either --graph or --from, not both")
    from graph.evaluate import evaluate_graph, read_graph
    from graph.gold import read_gold

    papers = read_gold(gold)
    result = evaluate_graph(papers, read_graph(graph) if graph is not None else open_graph(store).nx)
    listed = _listed(result, errors)
    if json:
        more = {"errors": listed, "not_found": result.missing[:errors]} if errors else {}
        put_json(result.as_dict() | more)
        return
    put(f"{counted(result.papers, 'labelled paper')}, {len(result.missing):,} not found by title")
    put_table(("", *_FIGURES), _rows(result), numbers=_FIGURES)
    for group in listed:
        put(f"\n{group['kind']} {group['what']} ({group['count']:,})")
        for row in group["names"]:
            put(shown(f"  {row['paper']}  {row['name']}"))
    if errors and result.missing:
        put("\nnot found by title")
        put("\n".join(shown(f"  {title}") for title in result.missing[:errors]))


def _rows(result: Evaluation) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for kind in ENTITY_KINDS:
        more: tuple[object, ...] = ("", "")
        if kind != "repo":
            more = (result.ignored[kind], f"{result.role_accuracy(kind):.3f}")
        rows.append((kind, *_figures(result.counts[kind]), *more))
    b3 = result.resolution
    ratios = (f"{value:.3f}" for value in (b3.precision, b3.recall, b3.f1))
    rows.append(("resolution", *ratios, b3.mentions, "", "", "", ""))
    rows.append(("links", *_figures(result.links), "", ""))
    return rows


def _figures(counts: Counts) -> tuple[object, ...]:
    ratios = (f"{value:.3f}" for value in (counts.precision, counts.recall, counts.f1))
    return (*ratios, counts.tp, counts.fp, counts.fn)


def _listed(result: Evaluation, most: int) -> list[dict[str, Any]]:
    """Return the disagreements by kind and sort, at most so many of each; none for 0."""
    groups = []
    for kind in ENTITY_KINDS:
        for what in ("missed", "wrong"):
            found = [d for d in result.disagreements if (d.kind, d.what) == (kind, what)]
            names = [{"paper": d.paper, "name": d.name} for d in found[:most]]
            if names:
                groups.append({"kind": kind, "what": what, "count": len(found), "names": names})
    return groups
