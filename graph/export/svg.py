"""The map of a graph as a still picture: topics as areas with their names, what is in them as dots."""

from __future__ import annotations

import colorsys
import html
import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from paperlattice.graph.export.page_data import node_row, top_part
from paperlattice.graph.export.rows import Graph

_STYLE: Final = Path(__file__).with_name("page") / "page.css"
_WIDE: Final = 960.0
_MOST_HIGH: Final = 1000.0
_EDGE: Final = 24.0
_MOST_DOTS: Final = 8_000
_MOST_LABELS: Final = 40
_GROUND: Final = "#f7f8f9"
_INK: Final = "#1a1f26"
_MUTED: Final = "#57606b"
_LETTER: Final = 0.56  # How wide a letter is, as a share of its height: no font is measured here.


class _Dot(NamedTuple):
    x: float
    y: float
    label: str
    topic: str
    paper: bool
    size: float


def still_svg(graph: Graph, *, name: str = "paperlattice") -> tuple[str, str]:
    """Return an SVG of 300 kB at most, and what a page of the graph would say of what is left out.

    Equal graphs give equal text. Areas hold what belongs to a topic and wear its name, none over another; a
    graph without topics has names at its largest nodes. Nothing in it runs or is loaded.
    """
    part = top_part(graph)
    nodes, note = part.nodes, part.note
    rows = [node_row(index, node, data) for index, (node, data) in enumerate(nodes)]
    dots, high = _placed(rows)
    topics = Counter(dot.topic for dot in dots if dot.paper and dot.topic)
    ranks = {
        topic: rank for rank, (topic, _) in enumerate(sorted(topics.items(), key=lambda t: (-t[1], t[0])))
    }
    parts = [*_areas(dots, ranks), *_names(dots, ranks, topics)]
    title = html.escape(" ".join(name.split()))
    size = f'viewBox="0 0 {_WIDE:.0f} {high:.0f}"'
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}" {size} '
        f'style="max-width: 100%; height: auto; background: {_GROUND}; border-radius: 8px" '
        f'font-family="system-ui, sans-serif" text-anchor="middle">\n{body}\n</svg>',
        note,
    )


def _placed(rows: list[dict[str, Any]]) -> tuple[list[_Dot], float]:
    """Return the dots in the picture's coordinates, papers first, and how high the picture is."""
    if not rows:
        return [], 120.0
    left, right = min(row["x"] for row in rows), max(row["x"] for row in rows)
    top, bottom = min(row["y"] for row in rows), max(row["y"] for row in rows)
    room = _WIDE - 2 * _EDGE
    scale = min(room / max(right - left, 1.0), (_MOST_HIGH - 2 * _EDGE) / max(bottom - top, 1.0), 1.2)
    shift = (_WIDE - (right - left) * scale) / 2
    dots = [
        _Dot(
            (row["x"] - left) * scale + shift,
            (row["y"] - top) * scale + _EDGE,
            row["label"],
            row["topic"],
            row["kind"] == "paper",
            row["size"],
        )
        for row in rows
    ]
    dots.sort(key=lambda dot: (not dot.paper, -dot.size, dot.x, dot.y))
    return dots[:_MOST_DOTS], (bottom - top) * scale + 2 * _EDGE


def _areas(dots: Iterable[_Dot], ranks: Mapping[str, int]) -> Iterable[str]:
    """Yield each topic: the dots, which are lines of no length, and under them the same ones, far wider."""
    groups: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for dot in dots:
        groups[dot.topic, dot.paper].append(f"M{dot.x:.1f} {dot.y:.1f}h0")
    # Several pictures may be in one notebook: names of parts differ with what is drawn.
    stem = f"p{zlib.crc32(''.join(''.join(path) for path in groups.values()).encode()):08x}"
    uses = []
    yield '<g fill="none" stroke-linecap="round">'
    for number, ((topic, paper), path) in enumerate(sorted(groups.items())):
        colour = _colour(ranks.get(topic))
        mark = f"{stem}-{number}"
        shape = f'<path id="{mark}" d="{"".join(path)}"/>'
        width, share = (3.2, 0.75) if paper else (2.2, 0.45)
        if topic:
            yield f'<g stroke="{_mixed(colour, 0.15)}" stroke-width="30">{shape}</g>'
            shape = f'<use href="#{mark}"/>'
        uses.append(f'<g stroke="{_mixed(colour, share)}" stroke-width="{width}">{shape}</g>')
    yield from uses
    yield "</g>"


def _names(dots: list[_Dot], ranks: Mapping[str, int], topics: Mapping[str, int]) -> Iterable[str]:
    """Yield names of topics in the middles of their papers, or labels of nodes where there are no topics."""
    taken: list[tuple[float, float, float, float]] = []
    if len(topics) > 1:
        middles: dict[str, list[_Dot]] = defaultdict(list)
        for dot in dots:
            if dot.paper and dot.topic:
                middles[dot.topic].append(dot)
        most = max(topics.values())
        for topic, own in sorted(middles.items(), key=lambda item: ranks[item[0]]):
            x, y = sum(dot.x for dot in own) / len(own), sum(dot.y for dot in own) / len(own)
            size = 11 + 10 * math.sqrt(topics[topic] / most)
            yield from _text(topic, x, y, size, _mixed(_colour(ranks[topic]), 0.75, _INK), 650, taken)
        return
    for dot in sorted(dots, key=lambda dot: (-dot.size, dot.x, dot.y))[:_MOST_LABELS]:
        yield from _text(dot.label[:60], dot.x, dot.y + 14, 11, _MUTED, 500, taken)


def _text(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    weight: int,
    taken: list[tuple[float, float, float, float]],
) -> Iterable[str]:
    """Yield a name in one line or two, unless it would cross one that is there."""
    lines = _lines(text)
    half = max(map(len, lines)) * size * _LETTER / 2
    x = min(max(x, half + 4), max(_WIDE - half - 4, half + 4))
    tall = len(lines) * size * 1.15 / 2
    box = (x - half, y - tall, x + half, y + tall)
    if any(
        box[0] < right and box[2] > left and box[1] < low and box[3] > top for left, top, right, low in taken
    ):
        return
    taken.append(box)
    look = f'font-size="{size:.1f}" font-weight="{weight}" fill="{colour}" paint-order="stroke"'
    halo = f'stroke="{_GROUND}" stroke-width="3" stroke-linejoin="round"'
    for number, line in enumerate(lines):
        down = y - tall + (number + 0.8) * size * 1.15
        yield f'<text x="{x:.1f}" y="{down:.1f}" {look} {halo}>{html.escape(line)}</text>'


def _lines(text: str) -> list[str]:
    words = text.split()
    if len(text) < 14 or len(words) < 2:
        return [" ".join(words)]
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return list(min(cuts, key=lambda cut: max(map(len, cut))))


def _colour(rank: int | None) -> str:
    """Return the page's colour of a topic on a light background."""
    if rank is None:
        return _MUTED
    palette = re.findall(r"--topic-\d+: (#[0-9a-f]{6})", _STYLE.read_text(encoding="utf-8"))[:12]
    if rank < len(palette):
        return str(palette[rank])
    red, green, blue = colorsys.hls_to_rgb(rank * 137.5 % 360 / 360, 0.38, 0.45)
    return "#" + "".join(f"{round(255 * part):02x}" for part in (red, green, blue))


def _mixed(colour: str, share: float, other: str = _GROUND) -> str:
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * two):02x}" for one, two in pairs)
