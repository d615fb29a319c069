"""Colours and sizes of nodes: one meaning, one place, for every format."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Iterable
from typing import Final

__all__ = [
    "KIND_COLOURS",
    "NO_COMMUNITY",
    "SIZE_MAX",
    "SIZE_MIN",
    "community_colours",
    "entity_size",
    "hex_colour",
    "pale",
    "paper_size",
]

Rgb = tuple[int, int, int]

KIND_COLOURS: Final[dict[str, Rgb]] = {
    "paper": (127, 127, 127),
    "method": (0, 114, 178),
    "dataset": (230, 159, 0),
    "repo": (0, 158, 115),
}
"""Colour of a node by kind, from the set of Okabe and Ito (2008), which the colour-blind can tell apart."""

NO_COMMUNITY: Final[Rgb] = (178, 178, 178)
"""Colour of what belongs to no named community."""

_FIRST: Final[tuple[Rgb, ...]] = (
    (0, 114, 178),
    (230, 159, 0),
    (0, 158, 115),
    (204, 121, 167),
    (213, 94, 0),
    (86, 180, 233),
    (148, 103, 189),
    (160, 130, 40),
)
_GOLDEN: Final = 0.6180339887498949

SIZE_MIN: Final = 4.0
SIZE_MAX: Final = 100.0
_FULL_SIZE: Final = 10
_PAPER_MIN: Final = 9.0
_PAPER_SPAN: Final = 9.0


def entity_size(papers: int, *, top: int) -> float:
    """Return the radius of an entity that `papers` papers name where the best known one has `top`.

    Grows with the square root, from 4 for one paper to 100 for the top: the range that Gephi leaves as it
    is (any other is stretched to that one, positions included). Where even the top has fewer than ten
    papers the range ends below 100, or a name shared by two papers would fill the picture.
    """
    reach = math.sqrt(max(top, _FULL_SIZE)) - 1.0
    share = (math.sqrt(max(papers, 1)) - 1.0) / reach
    return round(min(SIZE_MAX, SIZE_MIN + (SIZE_MAX - SIZE_MIN) * share), 2)


def paper_size(linked: int, *, top: int) -> float:
    """Return the radius of a paper linked with `linked` papers, 9 to 18: hubs of entities stay larger."""
    share = math.sqrt(linked / top) if top > 0 else 0.0
    return round(_PAPER_MIN + _PAPER_SPAN * min(share, 1.0), 2)


def community_colours(names: Iterable[str]) -> dict[str, Rgb]:
    """Return one colour a name: eight that the colour-blind can tell apart, then any number.

    Colours are given out in the order of the names; the empty name is grey and takes none. Beyond eight,
    hues step by the golden angle and lightness alternates, so neighbours in the order differ most.
    """
    colours: dict[str, Rgb] = {}
    for name in names:
        if name == "":
            colours[name] = NO_COMMUNITY
        elif name not in colours:
            colours[name] = _nth_colour(sum(1 for seen in colours if seen))
    return colours


def pale(rgb: Rgb) -> Rgb:
    """Return the colour half way to white: that of a generic term of its kind."""
    red, green, blue = ((part + 255) // 2 for part in rgb)
    return red, green, blue


def hex_colour(rgb: Rgb) -> str:
    """Return `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def _nth_colour(index: int) -> Rgb:
    if index < len(_FIRST):
        return _FIRST[index]
    step = index - len(_FIRST)
    hue = (0.08 + step * _GOLDEN) % 1.0
    lightness = (0.42, 0.58, 0.50)[step % 3]
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, 0.55)
    return round(red * 255), round(green * 255), round(blue * 255)
