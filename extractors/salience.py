"""How much a paper is about what it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .records import TOP_ROLE, Mention


def weigh_mentions(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions of one text with their salience."""
    title_end = max(0, text.find("\n"))
    return [
        replace(m, salience=0.9 if m.start < title_end else 0.6 if m.role == TOP_ROLE[m.kind] else 0.3)
        for m in mentions
    ]
