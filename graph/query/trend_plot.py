"""Trends as a picture: a small plot for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.records import NODE_KINDS
from paperlattice.graph.model.attributes import hex_colour

_COLUMNS: Final = 4
_LONGEST: Final = 28
_TOPIC_COLOUR: Final = (90, 90, 90)


@dataclass(frozen=True, slots=True)
class Plot:
    """What one plot shows: the kind and the name, papers in each bin, and papers before and late."""

    kind: str
    label: str
    series: Sequence[int]
    early: int
    late: int


def draw_plots(bins: Sequence[str], corpus: Sequence[int], rows: Sequence[Plot]) -> str:
    """Return an SVG document with a plot for each row: bars of papers, and a line of what is expected.

    The line is what the row would have in each bin if its papers came as those of the corpus do. Equal rows
    give equal text. Raises PaperlatticeError where matplotlib, an optional extra, is missing.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise PaperlatticeError(
            "the drawing needs matplotlib, which is not installed; run: pip install matplotlib"
        ) from error
    height = max(-(-len(rows) // _COLUMNS), 1)
    figure = Figure(figsize=(12, 2.0 * height), layout="constrained")
    if not rows:
        figure.text(0.5, 0.5, "nothing rises or fades", ha="center", va="center")
    for number, row in enumerate(rows):
        _draw(figure.add_subplot(height, _COLUMNS, number + 1), bins, corpus, row)
    drawn = StringIO()
    with mpl.rc_context({"svg.hashsalt": "paperlattice", "svg.fonttype": "none"}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()


def _draw(axes: Any, bins: Sequence[str], corpus: Sequence[int], row: Plot) -> None:
    colour = NODE_KINDS[row.kind].colour if row.kind in NODE_KINDS else _TOPIC_COLOUR
    places = range(len(bins))
    axes.bar(places, row.series, color=hex_colour(colour), width=0.8)
    share = sum(row.series) / max(sum(corpus), 1)
    axes.plot(places, [share * papers for papers in corpus], color="black", linewidth=0.8)
    label = row.label if len(row.label) <= _LONGEST else row.label[: _LONGEST - 1] + "…"
    axes.set_title(f"{label} ({row.early} → {row.late})", fontsize=9, parse_math=False)
    ends = sorted({0, len(bins) - 1})
    axes.set_xticks(ends, [bins[end] for end in ends], fontsize=7)
    axes.tick_params(axis="y", labelsize=7)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
