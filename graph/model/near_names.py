"""The names that are most like one that means nothing, as errors suggest them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from rapidfuzz import fuzz, process

SUGGESTIONS: Final = 5
"""How many names are suggested for an unknown one."""

_NEAR: Final = 60.0
_SPREAD: Final = 20.0
_MANY: Final = 50_000


def nearest(name: str, among: Iterable[str]) -> list[str]:
    """Return the names most like `name`, best first; coarser where there are very many."""
    choices = list(dict.fromkeys(among))
    scorer: Callable[..., float] = fuzz.ratio if len(choices) > _MANY else fuzz.WRatio
    found = process.extract(
        name.casefold(), list(map(str.casefold, choices)), scorer=scorer, limit=None, score_cutoff=_NEAR
    )
    hits = [(-score, abs(len(choices[at]) - len(name)), choices[at]) for _, score, at in found]
    hits.sort()
    return [choice for score, _, choice in hits[: 4 * SUGGESTIONS] if score <= hits[0][0] + _SPREAD]


def hint_of(near: Sequence[str], *, otherwise: str = "") -> str:
    """Return how an error on a name ends: with the first of the nearest names, or with another advice.

    >>> hint_of(nearest("Lorra", ["LoRA", "CLIP"])), hint_of([], otherwise="`paperlattice topics` lists them")
    ('; nearest: LoRA', '; `paperlattice topics` lists them')
    """
    said = f"nearest: {', '.join(near[:SUGGESTIONS])}" if near else otherwise
    return f"; {said}" if said else ""
