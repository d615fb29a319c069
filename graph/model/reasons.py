"""Why two papers are linked, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

Shared = tuple[str, str, str, str]
"""What both papers name: label, kind, and the relation of each paper to it."""

_SENTENCES: Final[Mapping[str, str]] = {
    "task": "both address {0}",
    "technique": "both build on {0}",
    "method": "both use {0}",
    "dataset": "both use {0}",
    "repo": "both point to {0}",
}
_MAKES: Final = {"method": ("proposes", "propose"), "dataset": ("introduces", "introduce")}
_PASSING: Final = {kind: {"mentions", *_MAKES.get(kind, ())} for kind in _SENTENCES}
"""Relations to things of a kind that are not a use of them."""

TELLING: Final = frozenset[str]().union(*_PASSING.values())
"""The relations that a reason depends on; any other, also an unknown one, is a use."""

_NAMES: Final = 3
_CLAUSES: Final = 3
_TITLE: Final = 60


def reason_of(
    titles: tuple[str, str],
    shared: Sequence[Shared],
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
    clauses = [*_made_clauses(titles, shared), *_used_clauses(shared)]
    if terms and len(clauses) < _CLAUSES:
        named = set[str]().union(*[_words(label) for label, *_ in shared])
        words = [term for term in terms if not named.issuperset(_words(term))][:_NAMES]
        if words:
            clauses.append(f"both speak of {_listed(words)}")
    if not clauses:
        labels = [label for label, *_ in shared[:_NAMES]]
        alike = "their texts are alike" if is_close else "they share neither names nor telling words"
        clauses.append(f"both name {_listed(labels)}" if labels else alike)
    sentence = f"{'; '.join(clauses)}."
    # A title is written as it is.
    return (
        sentence
        if clauses[0].startswith(tuple(filter(None, _short(titles))))
        else f"{sentence[0].upper()}{sentence[1:]}"
    )


def _made_clauses(titles: tuple[str, str], shared: Sequence[Shared]) -> Iterator[str]:
    """Yield what one of the two papers, or both, propose or introduce."""
    short = _short(titles)
    for kind, (makes, make) in _MAKES.items():
        of_kind = [
            (label, (one == makes, two == makes))
            for label, of, one, two in shared
            if of == kind and makes in (one, two)
        ]
        if not of_kind:
            continue
        for makers, before, after in (
            ((True, False), f"{short[1]} names", f"{short[0]} {makes}"),
            ((False, True), f"{short[0]} names", f"{short[1]} {makes}"),
            ((True, True), f"both {make}", ""),
        ):
            labels = [label for label, found in of_kind if found == makers][:_NAMES]
            if labels and after == f"{labels[0]} {makes}":  # a paper that is called like its method
                yield f"{before} what {after}"
            elif labels:
                yield f"{before} {_listed(labels)}{after and f', which {after}'}"


def _used_clauses(shared: Sequence[Shared]) -> Iterator[str]:
    """Yield what both papers use or address, neither of them as its own."""
    used: dict[str, list[str]] = {}
    for label, kind, one, two in shared:
        passing = _PASSING.get(kind, ())
        if one not in passing and two not in passing:
            used.setdefault(kind, []).append(label)
    for kind, sentence in _SENTENCES.items():
        if labels := used.get(kind):
            yield sentence.format(_listed(labels[:_NAMES]))


@lru_cache(maxsize=1 << 14)  # labels and terms come again in link after link
def _words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, without the s of a plural."""
    return frozenset(word.rstrip("s") for word in text.casefold().replace("-", " ").split())


def _short(titles: tuple[str, str]) -> tuple[str, str]:
    """Return the titles up to their colons, unless these are equal, cut if they are long."""
    one, two = (title.partition(":")[0].strip() or title for title in titles)
    if one == two:
        one, two = titles
    return _cut(one), _cut(two)


def _cut(head: str) -> str:
    return head if len(head) <= _TITLE else f"{head[: _TITLE - 1].rstrip()}…"


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
