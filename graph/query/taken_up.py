"""What papers of a corpus propose or introduce, and others take up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from paperlattice.graph.query.corpus import Corpus

_NO_DATE: Final = "~"  # sorts after every date


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An entity that is new in a corpus and used by others, as `KnowledgeGraph.taken_up` returns it.

    `first` is the id of the earliest paper that proposes or introduces it, with `title` and `date`; `takers`
    are the ids of the other papers that name it without claiming it, by date and id.
    """

    id: str
    kind: str
    label: str
    first: str
    title: str
    date: str
    takers: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<{self.kind} {self.label}: {len(self.takers)} after {self.title!r}>"


def taken_up_of(corpus: Corpus) -> list[TakenUp]:
    """Return what papers propose or introduce and others use, what most take up first, then by kind and id.

    An entity that another paper names at an earlier date is not new here and left out: some paper was
    misread, or its first one is not in the corpus. Dates are compared at the coarser precision; papers
    without a date are never earlier.
    """
    import numpy as np

    dates, papers = corpus.dates, corpus.papers
    size = len(corpus.entities)
    claimed = np.bincount(corpus.named[corpus.own], minlength=size)
    both = (claimed > 0) & (np.bincount(corpus.named, minlength=size) > claimed)
    by_date = np.empty(len(papers), dtype=np.int64)
    by_date[sorted(range(len(papers)), key=lambda i: (dates[i] or _NO_DATE, i))] = np.arange(len(papers))
    found = []
    for entity, users in corpus.users(both, by_date):
        first, takers = users[0], users[claimed[entity] :]
        date = dates[first]
        if not any(_is_before(day, date) for day in takewhile(date.__gt__, map(dates.__getitem__, takers))):
            item = corpus.entities[entity]
            at = (papers[first], corpus.titles[first], date)
            row = TakenUp(item.id, item.kind, item.label, *at, tuple(papers[i] for i in takers))
            found.append(row)
    return sorted(found, key=lambda row: (-len(row.takers), row.kind, row.id))


def _is_before(one: str, other: str) -> bool:
    """Return whether a date is certainly earlier than another.

    >>> _is_before("2024-05", "2024-05-17"), _is_before("2024-04", "2024-05-17"), _is_before("", "2024")
    (False, True, False)
    """
    shorter = min(len(one), len(other))
    return one[:shorter] < other[:shorter]
