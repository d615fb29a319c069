"""The commands that count the papers of a graph: trends, matrix, taken-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from paperlattice.extractors.records import KINDS, Kind, counted
from paperlattice.graph.cli.by_kind import Since, Topic, Until
from paperlattice.graph.cli.outputs import DEFAULT_STORE, Json, StorePath, check_drawing, open_graph
from paperlattice.graph.cli.printing import echo, echo_json, echo_table
from paperlattice.graph.query.chance import chance_text

if TYPE_CHECKING:
    from paperlattice.graph.query.matrix import Matrix
    from paperlattice.graph.query.trends import Trend, Trends

_MOST: Final = 20
_BARS: Final = " ▁▂▃▄▅▆▇█"
_NUMBERS: Final = {"papers", "before", "late", "change", "q", "expected", "p", "used by"}


def trends(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Entities or topics; by default all."),
    ] = None,
    *,
    kind: Annotated[
        Literal["method", "dataset", "repo", "task", "technique", "topic"] | None,
        typer.Option(help="Only this kind."),
    ] = None,
    unit: Annotated[
        Literal["day", "week", "month", "year"] | None,
        typer.Option("--by", help="Count by this unit; by default one that suits the period."),
    ] = None,
    min_papers: Annotated[
        int, typer.Option(min=1, metavar="N", help="The series of --json are of what N dated papers name.")
    ] = 8,  # MIN_PAPERS, whose module would delay every command
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE.svg", callback=check_drawing, help="Draw what is listed as SVG."),
    ] = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """List what rises and fades, or count names over time.

    Rising and fading is what has a trend beyond chance: of what is listed, at most 5 % are expected to be
    false. BEFORE and LATE are the papers in the first two thirds of the period and in the last, CHANGE that
    of the share. With names, all of these are listed. --json has the series of all.
    """
    found = open_graph(store).trends(names or (), kind=kind, unit=unit, min_papers=min_papers)
    listed = found.rows if names else (*found.rising[:_MOST], *found.fading[:_MOST])
    if plot is not None:
        from paperlattice.graph.export.files import atomic_write

        atomic_write(plot, found.to_svg(listed))
    if json:
        echo_json(asdict(found))
        return
    echo("\n".join(_period(found)))
    if listed:
        echo_table(_TREND_COLUMNS, map(_trend_row, listed), numbers=_NUMBERS)
    elif not found.note:
        echo("nothing rises or fades beyond chance")
    if plot is not None:
        echo(f"\nwritten  {plot}")


_TREND_COLUMNS: Final = ("trend", "kind", "name", "before", "late", "change", "q", "over time")


def _period(found: Trends) -> Iterator[str]:
    if found.bins:
        span = f"{found.bins[0]} to {found.bins[-1]}"
        papers = counted(sum(found.corpus), "paper")
        yield f"{papers} by {found.unit}, {span}; the last third begins with {found.bins[found.split]}"
    if found.bins and found.undated:
        yield f"{counted(found.undated, 'paper')} without a date that is exact enough not counted"
    if found.outside:
        yield f"{counted(found.outside, 'paper')} of a time far from all others not counted"
    if found.note:
        yield found.note


def _trend_row(row: Trend) -> Sequence[object]:
    change = f"x{row.change:.2f}"
    return (
        row.direction,
        row.kind,
        row.label,
        row.early,
        row.late,
        change,
        chance_text(row.q),
        _bars(row.series),
    )


def _bars(series: Sequence[int]) -> str:
    """Return a bar for each number, the greatest a whole one, at most 60 of the last.

    >>> _bars([0, 1, 4, 8])
    ' ▁▄█'
    """
    top = max(series, default=0) or 1
    return "".join(_BARS[-(-papers * (len(_BARS) - 1) // top)] for papers in series[-60:])


def matrix(
    rows: Annotated[Kind, typer.Option(help="The kind of the rows.")] = "method",
    columns: Annotated[Kind, typer.Option(help="The kind of the columns.")] = "dataset",
    *,
    top: Annotated[int, typer.Option(min=1, metavar="N", help="The N rows and columns most named.")] = 12,
    topic: Topic = "",
    since: Since = "",
    until: Until = "",
    csv: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write each cell to a CSV file."),
    ] = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Count the papers that name a method and a dataset.

    Or of two other kinds. A dash is a gap: both are named by so many papers that some should name both, yet
    none does. Gaps are listed with what would be expected if names came independently, and with the
    probability P that none does then; Q takes into account that many cells are looked at.
    """
    found = open_graph(store).matrix(rows, columns, top=top, topic=topic, since=since, until=until)
    if csv is not None:
        from paperlattice.graph.export.files import atomic_write

        atomic_write(csv, _csv_lines(found))
    if json:
        echo_json(_matrix_record(found))
        return
    if found.rows and found.columns:
        _print_matrix(found)
    else:
        empty = KINDS[rows if not found.rows else columns].many
        echo(f"no {empty} are named in {counted(found.papers, 'paper')}")
    echo(found.caveat)
    if csv is not None:
        echo(f"\nwritten  {csv}")


def _print_matrix(found: Matrix) -> None:
    gaps = {(gap.row, gap.column) for gap in found.gaps}

    def cell(row: str, column: str, count: int) -> str:
        return "-" if (row, column) in gaps else str(count or "")

    lines = (
        [
            f"{row.label} ({row.papers})",
            *(cell(row.id, c.id, n) for c, n in zip(found.columns, line, strict=True)),
        ]
        for row, line in zip(found.rows, found.counts, strict=True)
    )
    heads = [f"{column.label} ({column.papers})" for column in found.columns]
    echo_table([f"{found.row_kind}, in {found.papers:,} papers", *heads], lines, numbers=set(heads))
    echo("")
    if found.gaps:
        label = {item.id: item.label for item in (*found.rows, *found.columns)}
        listed = (
            (label[gap.row], label[gap.column], f"{gap.expected:.1f}", chance_text(gap.p), chance_text(gap.q))
            for gap in found.gaps[:_MOST]
        )
        echo_table((found.row_kind, found.column_kind, "expected", "p", "q"), listed, numbers=_NUMBERS)
        more = len(found.gaps) - _MOST
        echo(f"and {more:,} more\n" if more > 0 else "")
    else:
        echo(f"no gap among {counted(len(found.columns) * len(found.rows), 'cell')}\n")


def _matrix_record(found: Matrix) -> dict[str, Any]:
    return asdict(found) | {"expected": [[round(e, 4) for e in line] for line in found.expected]}


def _csv_lines(found: Matrix) -> Iterator[str]:
    import csv
    from io import StringIO

    gaps = {(gap.row, gap.column): gap for gap in found.gaps}
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(
        (found.row_kind, found.column_kind, "row_id", "column_id", "papers", "expected", "gap_p", "gap_q")
    )
    for row, counts, expected in zip(found.rows, found.counts, found.expected, strict=True):
        for column, papers, mean in zip(found.columns, counts, expected, strict=True):
            gap = gaps.get((row.id, column.id))
            chances = (gap.p, gap.q) if gap else ("", "")
            lines.writerow((row.label, column.label, row.id, column.id, papers, round(mean, 4), *chances))
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def taken_up(
    *,
    kind: Annotated[Literal["method", "dataset"] | None, typer.Option(help="Only this kind.")] = None,
    top: Annotated[int, typer.Option(min=1, metavar="N", help="Only the first N.")] = _MOST,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """List what papers propose and others use.

    Datasets that they introduce count, too. The first paper is the earliest; what another paper names before
    is not new and left out.
    """
    found = open_graph(store).taken_up(kind)[:top]
    if json:
        echo_json(list(map(asdict, found)))
    elif found:
        rows = ((len(row.takers), row.kind, row.label, row.date, row.title) for row in found)
        echo_table(("used by", "kind", "name", "date", "first paper"), rows, numbers=_NUMBERS)
    else:
        echo("nothing that a paper proposes or introduces is used by another")
