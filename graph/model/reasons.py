"""Why two papers are linked, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_SENTENCES: Final[Mapping[str, str]] = {
    "task": "both address {0}",
    "technique": "both build on {0}",
    "method": "both use {0}",
    "dataset": "both use {0}",
    "repo": "both point to {0}",
}
_MAKES: Final = {"method": "proposes", "dataset": "introduces"}
_NAMES: Final = 3
_TITLE: Final = 60


def reason_of(
    titles: tuple[str, str],
    shared: Sequence[tuple[str, str, str, str]],
    terms: Sequence[str],
    *,
    is_close: bool = True,
) -> str:
    """Return one sentence on why two papers belong together.

    Args:
        titles: Those of both papers.
        shared: What both name, what counts most first: label, kind, and the relation of each paper to it.
        terms: The words that their texts share.
        is_close: Whether they belong together at all: their texts may be alike without a word in common.

    Example:
        >>> reason_of(
        ...     ("Quiet Quills: Small Networks", "A Second Look"),
        ...     [("QuillNet", "method", "proposes", "uses"), ("ImageNet", "dataset", "uses", "uses")],
        ...     ["nets"],
        ... )
        'A Second Look names QuillNet, which Quiet Quills proposes; both use ImageNet; both speak of nets.'
    """
    clauses = []
    rest = list(shared)
    for label, kind, one, two in shared:
        made = _MAKES.get(kind)
        if made and (one == made) != (two == made):
            maker, other = titles if one == made else titles[::-1]
            clauses.append(f"{_short(other)} names {label}, which {_short(maker)} {made}")
            rest = [item for item in rest if item[0] != label]
            break
    for kind, sentence in _SENTENCES.items():
        labels = [label for label, of, *relations in rest if of == kind and "mentions" not in relations]
        if labels:
            clauses.append(sentence.format(_listed(labels[:_NAMES])))
    named = {word for label, *_ in shared for word in _words(label)}
    words = [term for term in terms if not named.issuperset(_words(term))][:_NAMES]
    if words and len(clauses) < 3:
        clauses.append(f"both speak of {_listed(words)}")
    if not clauses:
        labels = [label for label, *_ in shared[:_NAMES]]
        alike = "their texts are alike" if is_close else "they share neither names nor telling words"
        clauses.append(f"both name {_listed(labels)}" if labels else alike)
    sentence = "; ".join(clauses)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters, without the s of a plural."""
    return [word.rstrip("s") for word in text.casefold().replace("-", " ").split()]


def _short(title: str) -> str:
    """Return a title up to its colon, cut if it is long."""
    head = title.partition(":")[0].strip() or title
    return head if len(head) <= _TITLE else f"{head[: _TITLE - 1].rstrip()}…"


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
