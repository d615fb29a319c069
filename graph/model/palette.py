"""Colours and sizes of nodes: one meaning, one place, for every format."""

from __future__ import annotations

import math
from typing import Final

__all__ = [
    "SIZE_MAX",
    "SIZE_MIN",
    "entity_size",
    "hex_colour",
    "pale",
    "paper_size",
]

Rgb = tuple[int, int, int]

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


def pale(rgb: Rgb) -> Rgb:
    """Return the colour half way to white: that of a generic term of its kind."""
    red, green, blue = ((part + 255) // 2 for part in rgb)
    return red, green, blue


def hex_colour(rgb: Rgb) -> str:
    """Return `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)
