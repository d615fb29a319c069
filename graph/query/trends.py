"""What rises and fades: papers by time that name an entity or are of a topic, tested against chance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, Literal

from paperlattice.graph.query.bins import Bins, Unit, bins_of
from paperlattice.graph.query.chance import among_many, chance_of_trend
from paperlattice.graph.query.corpus import Corpus, Item
from paperlattice.graph.query.frames import pandas

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

Direction = Literal["rising", "fading", ""]

MIN_PAPERS: Final = 8
"""Fewer papers tell nothing of a trend."""

FALSE_DISCOVERIES: Final = 0.05
"""The share of false ones that is accepted among what is said to rise or fade."""

LEAST_CHANGE: Final = 1.25
"""By how much a share must have changed; among many papers a tiny change is certain, too."""

_LEAST_BINS: Final = 3


@dataclass(frozen=True, slots=True)
class Trend:
    """The papers of an entity or topic over time, as `Trends` lists them.

    `series` has the number of papers in each bin, `papers` is their sum, `early` and `late` those before the
    last third of the period and in it. `change` is the share of the corpus in the last third divided by that
    before, where one more paper is spread over the time as the corpus is. `p` is the probability of a trend
    like this by chance, `q` the same with regard to how many were tested; both are 1.0 where nothing was
    tested. `direction` is "rising", "fading" or "".
    """

    id: str
    kind: str
    label: str
    papers: int
    series: tuple[int, ...]
    early: int
    late: int
    change: float
    p: float = 1.0
    q: float = 1.0
    direction: Direction = ""

    def __repr__(self) -> str:
        verdict = f", {self.direction}" if self.direction else ""
        return f"<{self.kind} {self.label}: {self.early} -> {self.late}{verdict}>"


@dataclass(frozen=True, slots=True)
class Trends:
    """Series of entities and topics over time, as `KnowledgeGraph.trends` returns them.

    `unit` is "day", "week", "month" or "year", `bins` are the first days of the bins, `corpus` the numbers of
    all papers in them; the last third of the period begins at bin number `split`. `rows` are sorted by
    papers, then by kind, label and id. `undated` papers have no date that is fine enough, `outside` are
    strays far from all others: neither is counted. `note` says in a sentence why nothing could be tested, or
    is empty.
    """

    unit: Unit
    bins: tuple[str, ...]
    corpus: tuple[int, ...]
    split: int
    rows: tuple[Trend, ...] = field(repr=False)
    undated: int = 0
    outside: int = 0
    note: str = ""

    @property
    def rising(self) -> tuple[Trend, ...]:
        """What rises, the surest first."""
        return self._of("rising")

    @property
    def fading(self) -> tuple[Trend, ...]:
        """What fades, the surest first."""
        return self._of("fading")

    def _of(self, direction: Direction) -> tuple[Trend, ...]:
        found = (row for row in self.rows if row.direction == direction)
        return tuple(sorted(found, key=lambda row: (row.p, -row.papers, row.id)))

    def to_pandas(self) -> pd.DataFrame:
        """Return a DataFrame with one line for each row and bin: id, kind, label, bin, papers, corpus.

        Raises PaperlatticeError where pandas, an optional extra, is not installed.
        """
        lines = [
            (row.id, row.kind, row.label, name, papers, of)
            for row in self.rows
            for name, papers, of in zip(self.bins, row.series, self.corpus, strict=True)
        ]
        return pandas().DataFrame(lines, columns=["id", "kind", "label", "bin", "papers", "corpus"])

    def to_svg(self, rows: Sequence[Trend] | None = None) -> str:
        """Return an SVG document with a small plot for each of some rows; by default what rises and fades.

        The surest twelve of each are drawn. Equal trends give equal text. Raises PaperlatticeError where
        matplotlib, an optional extra, is missing.
        """
        from paperlattice.graph.query.trend_plot import Plot, draw_plots

        chosen = (*self.rising[:12], *self.fading[:12]) if rows is None else tuple(rows)
        plots = [Plot(row.kind, row.label, row.series, row.early, row.late) for row in chosen]
        return draw_plots(self.bins, self.corpus, plots)


def trends_of(
    corpus: Corpus,
    *,
    unit: Unit | None = None,
    min_papers: int = MIN_PAPERS,
    also: Collection[str] = (),
) -> Trends:
    """Return the trends of what at least `min_papers` dated papers name, and of `also`, ids, in any case.

    What has eight papers or more is tested for a trend over the whole period, see `chance_of_trend`. Of all
    that was tested together, entities of every kind and topics, so many are accepted that at most 5 % of them
    are expected to be false (Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, JRSS B 57,
    1995); where nothing changes, 5 % is the most that a single false alarm is likely. What is accepted rises
    or fades if its share also changed by a quarter from the first two thirds to the last, in that direction.
    The verdict on one kind does not depend on what else is asked for.

    Raises OptionError as `bins_of`.
    """
    return Series(corpus, unit).trends(min_papers, also)


class Series:
    """The papers of everything in a corpus over time, counted and tested once for all that is asked of it."""

    def __init__(self, corpus: Corpus, unit: Unit | None = None) -> None:
        """Count; raises OptionError as `bins_of`."""
        import numpy as np

        self._bins = bins = bins_of(corpus.dates, unit)
        steps = len(bins.names)
        bin_of = np.array(bins.bin_of, dtype=np.int64)
        self._whole = np.bincount(bin_of[bin_of >= 0], minlength=steps)
        self._split = steps - max(round(steps / 3), 1) if steps else 0
        self.note = _note(bins, self._whole, self._split)
        self._entities, self._topics = corpus.entities, corpus.topics
        size = len(self._entities) + len(self._topics)
        self._series = _series(corpus, bin_of, steps)
        self._totals = self._series.sum(axis=1) if steps else np.zeros(size, dtype=np.int64)
        tested = np.flatnonzero(self._totals >= MIN_PAPERS) if not self.note else np.zeros(0, dtype=np.int64)
        self._p, self._q = np.ones((2, size))
        if len(tested):
            self._p[tested], self._q[tested] = _chances(self._series[tested], self._whole)

    def trends(self, min_papers: int = MIN_PAPERS, also: Collection[str] = ()) -> Trends:
        """Return the trends of what so many dated papers name, and of `also`, ids, see `trends_of`."""
        rows = self._usual if min_papers == MIN_PAPERS else self._rows(min_papers)
        known = {row.id for row in rows} if also else set()
        if missing := {self._place[name] for name in also if name in self._place and name not in known}:
            rows = sorted((*rows, *map(self._trend, missing)), key=_order)
        return Trends(
            self._bins.unit,
            self._bins.names,
            tuple(self._whole.tolist()),
            self._split,
            tuple(rows),
            self._bins.undated,
            self._bins.outside,
            self.note,
        )

    def counts(self, corpus: Corpus, chosen: NDArray[np.bool_]) -> Callable[[Trend], int]:
        """Return a function that says how many of the chosen papers of the corpus are counted by a trend."""
        import numpy as np

        named = np.bincount(corpus.named[chosen[corpus.naming]], minlength=len(corpus.entities))
        topics = corpus.topic_of[chosen & (corpus.topic_of >= 0)]
        found = np.concatenate([named, np.bincount(topics, minlength=len(corpus.topics))])
        return lambda row: int(found[self._place[row.id]])

    @cached_property
    def _usual(self) -> list[Trend]:
        return self._rows(MIN_PAPERS)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {item.id: i for i, item in enumerate(chain(self._entities, self._topics))}

    def _rows(self, min_papers: int) -> list[Trend]:
        fitting = (self._totals >= max(min_papers, 1)).nonzero()[0].tolist()
        return sorted(map(self._trend, fitting), key=_order)

    def _trend(self, i: int) -> Trend:
        p, q = float(self._p[i]), float(self._q[i])
        entities = len(self._entities)
        item = self._entities[i] if i < entities else self._topics[i - entities]
        return _trend(item, self._series[i], self._whole, self._split, p=p, q=q)


def _order(row: Trend) -> tuple[int, str, str, str]:
    return -row.papers, row.kind, row.label, row.id


def _series(corpus: Corpus, bin_of: NDArray[np.int64], steps: int) -> NDArray[np.int64]:
    """Return the papers in each bin, a row for each entity, then for each topic."""
    import numpy as np

    def counted(rows: NDArray[np.int64], at: NDArray[np.int64], size: int) -> NDArray[np.int64]:
        kept = (rows >= 0) & (at >= 0)
        flat = np.bincount(rows[kept] * steps + at[kept], minlength=size * steps)
        return flat.reshape(size, steps)

    if not steps:
        return np.zeros((len(corpus.entities) + len(corpus.topics), 0), dtype=np.int64)
    named = counted(corpus.named, bin_of[corpus.naming], len(corpus.entities))
    return np.concatenate([named, counted(corpus.topic_of, bin_of, len(corpus.topics))])


def _chances(series: NDArray[np.int64], whole: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the chance of each trend, and the same with regard to their number."""
    p = chance_of_trend(series, whole)
    return p, among_many(p)


def _trend(item: Item, series: NDArray[Any], whole: NDArray[Any], split: int, *, p: float, q: float) -> Trend:
    early, late = int(series[:split].sum()), int(series[split:].sum())
    before, after = int(whole[:split].sum()), int(whole[split:].sum())
    change = 1.0
    if before and after:
        spread = after / (before + after)
        change = ((late + spread) / after) / ((early + 1 - spread) / before)
    direction: Direction = ""
    if q <= FALSE_DISCOVERIES:
        direction = "rising" if change >= LEAST_CHANGE else "fading" if change <= 1 / LEAST_CHANGE else ""
    return Trend(
        item.id,
        item.kind,
        item.label,
        early + late,
        tuple(map(int, series)),
        early,
        late,
        round(change, 4),
        p,
        q,
        direction,
    )


def _note(bins: Bins, whole: NDArray[Any], split: int) -> str:
    if not bins.names:
        return "No paper has a date: nothing is counted by time."
    if len(bins.names) < _LEAST_BINS:
        what = f"{len(bins.names)} {bins.unit}{'' if len(bins.names) == 1 else 's'}"
        return f"The papers are of {what}: too short a time to tell what rises or fades."
    if not whole[:split].sum() or not whole[split:].sum():
        return "One end of the time has no papers: nothing can be told to rise or fade."
    return ""
