"""Why the written forms of an entity are one, as short texts for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph.model.records import Entity, Join

__all__ = ["MOST_REASONS", "union_reasons"]

MOST_REASONS: Final = 12
_LONGEST: Final = 80

# What a reader may doubt comes first; that two forms differ in case or number explains itself.
_TELLING: Final = (
    "pin",
    "spelling",
    "abbreviation",
    "text",
    "catalogue",
    "greek",
    "noun",
    "version",
    "family",
    "plural",
    "url",
    "key",
)


def union_reasons(entity: Entity, *, most: int = MOST_REASONS) -> Iterator[str]:
    """Yield a text a union of two different forms, at most `most`, and where there are more how many.

    Those that a reader may doubt come first, then by score and form. A form of more than 80 characters is
    cut.

    >>> join = Join("ViT", "Vision Transformer", "abbreviation", 0.97, "3 of 3 papers")
    >>> list(union_reasons(Entity("method:vit", "method", "ViT", joins=(join,))))
    ['"ViT" = "Vision Transformer" (abbreviation, 0.97: 3 of 3 papers)']
    """
    joins = sorted({join for join in entity.joins if join.left != join.right}, key=_order)
    for join in joins[:most]:
        rests = f": {join.evidence}" if join.evidence else ""
        yield f'"{_short(join.left)}" = "{_short(join.right)}" ({join.rule}, {join.score:.2f}{rests})'
    if len(joins) > most:
        yield f"and {len(joins) - most:,} more"


def _order(join: Join) -> tuple[int, float, str, str, str]:
    rank = _TELLING.index(join.rule) if join.rule in _TELLING else len(_TELLING)
    return rank, join.score, join.left, join.right, join.evidence


def _short(form: str) -> str:
    return form if len(form) <= _LONGEST else form[: _LONGEST - 1] + "…"
