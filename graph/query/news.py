"""Which papers of a corpus are new: those of a time, or those that the last addition brought."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Final

from paperlattice.graph.errors import DateError
from paperlattice.graph.query.corpus import Corpus
from paperlattice.graph.query.search import check_date

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LAST: Final = "last"
"""In place of a date: when the last addition was."""


class Times:
    """The dates of the papers of a corpus, and when they came in, `added` by id: "2026-11-30T15:12:21Z".

    A paper without a date is of the day on which it came in.
    """

    def __init__(self, corpus: Corpus, added: Mapping[str, str]) -> None:
        times = list(map(added.get, corpus.papers, repeat("")))
        self.corpus = corpus
        self.added = added
        self.times = _Coded(times)
        self.dates = _Coded([date or time[:10] for date, time in zip(corpus.dates, times, strict=True)])


class _Coded:
    """A column of texts, many of which are equal: each is looked at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np

        number: dict[str, int] = {}
        codes = (number.setdefault(text, len(number)) for text in texts)
        self._codes = np.fromiter(codes, dtype=np.int64, count=len(texts))
        self.texts = tuple(number)

    def flags(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return which rows fit."""
        import numpy as np

        return np.array([fits(text) for text in self.texts], dtype=np.bool_)[self._codes]


@dataclass(frozen=True, slots=True)
class News:
    """Papers up to a time, and which of them are new.

    `corpus` has the papers that are new or were before, `kept` says which of all these are, `added` has the
    times at which papers came in, by id. `since`, `until` and `added_since` are what was asked for, or stand
    for what `LAST` means. `notes` say what could not be told.
    """

    corpus: Corpus
    kept: NDArray[np.bool_]
    is_new: NDArray[np.bool_]
    added: Mapping[str, str]
    since: str = ""
    until: str = ""
    added_since: str = ""
    notes: tuple[str, ...] = ()


def find_news(
    of: Times, *, changed: str = "", since: str = "", until: str = "", added_since: str = ""
) -> News:
    """Return which papers of a corpus are new.

    New is what fits all that is asked. `since` and `until` are about the dates of papers, compared at the
    coarser precision; papers after `until` are left out altogether. `added_since` is about when papers came
    in: a day, a longer beginning of such a time, or `LAST`, which is the default where nothing is asked. A
    paper of an unknown time was before.

    Args:
        of: All papers with their times.
        changed: The time of the last run that changed the graph, "" where it is unknown.
        since: The earliest date of new papers: "2025", "2025-06" or "2025-06-15".
        until: The latest date.
        added_since: The earliest time at which new papers came in.

    Raises:
        DateError: What is asked is no date, or no paper has one.
    """
    import numpy as np

    corpus, times, dates = of.corpus, of.times, of.dates
    notes: list[str] = []
    if not (since or until or added_since):
        added_since = LAST
    if added_since == LAST:
        added_since = changed or max(times.texts, default="")
        if not any(times.texts):
            since, added_since = max(since, max(dates.texts, default="")[:10]), ""
            notes.append(_unknown_times(since))
    for date in (since, until):
        if date:
            check_date(date)
    if (since or until) and corpus.papers and not any(dates.texts):
        raise DateError(
            "no paper of the graph has a date, so none is of a time; leave --since and --until out"
        )
    if added_since:
        check_date(added_since[:10])
    of_time = bool(since or until)
    kept = np.ones(len(corpus.papers), dtype=np.bool_)
    is_new = np.full(len(corpus.papers), of_time or bool(added_since))
    if of_time:
        is_new &= dates.flags(lambda date: date != "" and _cut(date, since) >= _cut(since, date))
    if added_since:
        is_new &= times.flags(lambda time: time >= added_since)  # an unknown time is before all
    if until:
        kept = dates.flags(lambda date: _cut(date, until) <= _cut(until, date))
        corpus, is_new = corpus.among(kept), is_new[kept]
    return News(corpus, kept, is_new, of.added, since, until, added_since, tuple(notes))


def _cut(date: str, other: str) -> str:
    """Return a date as exact as another.

    >>> _cut("2025-06-15", "2025-06"), _cut("2025", "2025-06")
    ('2025-06', '2025')
    """
    return date[: len(other)]


def _unknown_times(newest: str) -> str:
    what = "It is not known when papers came in"
    return f"{what}: the papers of the newest date are listed." if newest else f"{what}, and none has a date."
