"""One record a paper, whatever the number of files that list it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from paperlattice.extractors.records import Author, Link, Paper, title_key
from paperlattice.extractors.sources.values import is_arxiv_id

Item = TypeVar("Item", str, Link)

# "t0123456789ab"; not "t0123".
_HASHED: Final = re.compile(r"t[0-9a-f]{12}")
# "7", "123456789"; not "2401.00001".
_NUMBERED: Final = re.compile(r"\d{1,9}")


def merge_papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return the distinct papers in id order; the order of the input has no influence.

    Papers with one id are one, and so are a paper whose id is a DOI and the one that has this DOI besides its
    arXiv id, the smallest of several. A paper that only has the hash of its title is merged into the paper
    with a real id and the same `title_key`, the one with the smallest id if there are several; those stay
    apart.
    Bare numbers are rows of a table rather than ids: where papers with different titles have the same number,
    the hash replaces it.

    A merged record has the longest title and abstract (of equals the first in order), the earliest date (an
    exact one before its year), the first URL in order, the longest list of authors (of equals the one with
    most names divided, then the one that spells most out), a venue before an archive, and of what else is
    text the longest; and all sources, categories, keywords, declared URLs and links.
    """
    return tuple(merge_group(name, group) for name, group in group_entries(papers).items())


def group_entries(entries: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Return the entries that make up each paper, by its id in order, as `merge_papers` merges them."""
    groups: defaultdict[str, list[Paper]] = defaultdict(list)
    for entry in entries:
        groups[entry.id].append(entry)
    _drop_row_numbers(groups)
    _merge_by_doi(groups)
    _merge_by_title(groups)
    return {name: groups[name] for name in sorted(groups)}


def merge_keys(entry: Paper) -> tuple[str, ...]:
    """Return the one to three blocking keys of an entry in `merge_papers`: its id, its title's hash, its DOI.

    Entries influence one another only where a chain of shared keys connects them, and the id of each merged
    paper is a key of one of its entries: merging the connected components one by one gives the same papers as
    merging all at once.
    """
    hashed = Paper.hash_id(entry.title)
    keys = (entry.id,) if hashed == entry.id else (entry.id, hashed)
    return (*keys, entry.doi) if entry.doi and entry.doi != entry.id else keys


def _drop_row_numbers(groups: defaultdict[str, list[Paper]]) -> None:
    for name in [name for name, group in groups.items() if len(group) > 1 and _NUMBERED.fullmatch(name)]:
        if len({title_key(paper.title) for paper in groups[name]}) > 1:
            for paper in groups.pop(name):
                groups[Paper.hash_id(paper.title)].append(paper)


def _merge_by_doi(groups: defaultdict[str, list[Paper]]) -> None:
    homes: dict[str, str] = {}
    for name, group in groups.items():
        for paper in group:
            if paper.doi and is_arxiv_id(name):
                homes[paper.doi] = min(name, homes.get(paper.doi, name))
    for doi in sorted(homes.keys() & groups.keys()):
        groups[homes[doi]] += groups.pop(doi)


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


def merge_group(name: str, group: Sequence[Paper]) -> Paper:
    """Return the paper `name` that the entries of a group of `group_entries` make up."""
    first = group[0]
    lists = (first.sources, first.categories, first.declared, first.keywords, first.links)
    # Lists of at most one item are sorted and without duplicates.
    if len(group) == 1 and first.id == name and all(len(names) < 2 for names in lists):
        return first
    return Paper(
        name,
        _longest(paper.title for paper in group),
        abstract=_longest(paper.abstract for paper in group),
        date=min((paper.date for paper in group if paper.date), key=_last_of_span, default=""),
        url=min((paper.url for paper in group if paper.url), default=""),
        sources=_union(paper.sources for paper in group),
        categories=_union(paper.categories for paper in group),
        declared=_union(paper.declared for paper in group),
        authors=min((paper.authors for paper in group), key=_fullest_first),
        venue=min((paper.venue for paper in group), key=_venue_first),
        doi=min((paper.doi for paper in group if paper.doi), default=""),
        arxiv_id=min((paper.arxiv_id for paper in group if paper.arxiv_id), default=""),
        licence=_longest(paper.licence for paper in group),
        keywords=_union(paper.keywords for paper in group),
        links=_union(paper.links for paper in group),
    )


def _longest(texts: Iterable[str]) -> str:
    return min(texts, key=lambda text: (-len(text), text))


def _fullest_first(authors: tuple[Author, ...]) -> tuple[int, int, int, tuple[Author, ...]]:
    divided = sum(1 for author in authors if author.given)
    spelled = sum(len(author.given) + len(author.family) + len(author.orcid) for author in authors)
    return -len(authors), -divided, -spelled, authors


def _venue_first(venue: str) -> tuple[bool, int, str]:
    """Sorts "arXiv.org", which some sources call the venue of preprints, after real ones."""
    return not venue or venue.lower().startswith("arxiv"), -len(venue), venue


def _last_of_span(day: str) -> str:
    """Sorts "2025" after every day of 2025: of two dates that agree, the exact one is kept."""
    return day.ljust(len("2025-01-01"), "~")


def _union(parts: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    return tuple(sorted({item for part in parts for item in part}))
