"""One record a paper, whatever the number of files that list it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from paperlattice.extractors.records import Paper, title_key

# "t0123456789ab"; not "t0123".
_HASHED: Final = re.compile(r"t[0-9a-f]{12}")
# "7", "123456789"; not "2401.00001".
_NUMBERED: Final = re.compile(r"\d{1,9}")


def merge_papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return the distinct papers in id order; the order of the input has no influence.

    Papers with one id are one. A paper that only has the hash of its title is merged into the paper with a
    real id and the same `title_key`, the one with the smallest id if there are several; those stay apart.
    Bare numbers are rows of a table rather than ids: where papers with different titles have the same number,
    the hash replaces it.

    A merged record has the longest title and abstract (of equals the first in order), the earliest date (an
    exact one before its year), the first URL in order, and all sources, categories and declared URLs.
    """
    return tuple(_merge(name, group) for name, group in group_entries(papers).items())


def group_entries(entries: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Return the entries that make up each paper, by its id in order, as `merge_papers` merges them."""
    groups: defaultdict[str, list[Paper]] = defaultdict(list)
    for entry in entries:
        groups[entry.id].append(entry)
    _drop_row_numbers(groups)
    _merge_by_title(groups)
    return {name: groups[name] for name in sorted(groups)}


def merge_keys(entry: Paper) -> tuple[str, ...]:
    """Return the one or two blocking keys of an entry in `merge_papers`: its id, its title's hash.

    Entries influence one another only where a chain of shared keys connects them, and the id of each merged
    paper is a key of one of its entries: merging the connected components one by one gives the same papers as
    merging all at once.
    """
    hashed = Paper.hash_id(entry.title)
    return (entry.id,) if hashed == entry.id else (entry.id, hashed)


def _drop_row_numbers(groups: defaultdict[str, list[Paper]]) -> None:
    for name in [name for name, group in groups.items() if len(group) > 1 and _NUMBERED.fullmatch(name)]:
        if len({title_key(paper.title) for paper in groups[name]}) > 1:
            for paper in groups.pop(name):
                groups[Paper.hash_id(paper.title)].append(paper)


def _merge_by_title(groups: defaultdict[str, list[Paper]]) -> None:
    hashed = {name for name in groups if _HASHED.fullmatch(name)}
    if not hashed:
        return
    homes: dict[str, str] = {}
    for name, group in groups.items():
        if name not in hashed:
            for key in {title_key(paper.title) for paper in group}:
                homes[key] = min(name, homes.get(key, name))
    for name in sorted(hashed):
        # An id that only looks like a hash, or the hash of another title, says nothing about this title.
        keys = {title_key(paper.title) for paper in groups[name] if Paper.hash_id(paper.title) == name}
        if len(keys) == 1 and (home := homes.get(keys.pop())):
            groups[home] += groups.pop(name)


def _merge(name: str, group: Sequence[Paper]) -> Paper:
    first = group[0]
    lists = (first.sources, first.categories, first.declared)
    # Lists of at most one item are sorted and without duplicates.
    if len(group) == 1 and first.id == name and all(len(names) < 2 for names in lists):
        return first
    return Paper(
        name,
        min((paper.title for paper in group), key=_longest_first),
        abstract=min((paper.abstract for paper in group), key=_longest_first),
        date=min((paper.date for paper in group if paper.date), key=_last_of_span, default=""),
        url=min((paper.url for paper in group if paper.url), default=""),
        sources=_union(paper.sources for paper in group),
        categories=_union(paper.categories for paper in group),
        declared=_union(paper.declared for paper in group),
    )


def _longest_first(text: str) -> tuple[int, str]:
    return -len(text), text


def _last_of_span(day: str) -> str:
    """Sorts "2025" after every day of 2025: of two dates that agree, the exact one is kept."""
    return day.ljust(len("2025-01-01"), "~")


def _union(parts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({name for part in parts for name in part}))
