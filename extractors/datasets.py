"""Datasets that a text names."""

from __future__ import annotations

from collections.abc import Iterator

from .names import MIN_CONFIDENCE, name_mentions
from .records import Mention

__all__ = ["find_datasets"]


def find_datasets(
    text: str, *, paper_id: str = "", min_confidence: float = MIN_CONFIDENCE, generic: bool = False
) -> Iterator[Mention]:
    """Yield one mention a place where a dataset is named, from left to right.

    `text` is a paper's `text`: the title, a line break, the abstract. Mentions with one `name` are one
    dataset. With `generic` also generic terms, under the rule "generic".
    """
    yield from name_mentions(
        text, "dataset", paper_id=paper_id, min_confidence=min_confidence, generic=generic
    )
