"""Days, weeks, months or years into which dates are put to be counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from paperlattice.graph.errors import OptionError

Unit = Literal["day", "week", "month", "year"]
"""How long a bin is."""

UNITS: Final[tuple[Unit, ...]] = get_args(Unit)

# "2024", "2024-05", "2024-05-17", "2024-05-17T08:00:00Z"; not "May 2024".
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII)

_MOST_DAYS: Final[dict[Unit, int]] = {"day": 31, "week": 183, "month": 366 * 5}
"""The longest period, in days, that is divided into each unit."""
_FINE_ENOUGH: Final = 0.9
_STRAYS: Final = 0.005
_MOST_BINS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Bins:
    """Equal steps of time without gaps, and the bin of each date.

    `names` are the first days of the bins, cut to month or year where that is the unit; weeks begin on
    Mondays. `bin_of` has the number of the bin of each date, -1 for none. `undated` is the number of dates
    that are empty, are no dates, or are coarser than the unit; `outside` that of strays, which lie so far
    from all others that the bins end before them.
    """

    unit: Unit
    names: tuple[str, ...]
    bin_of: tuple[int, ...]
    undated: int
    outside: int


def bins_of(dates: Sequence[str], unit: Unit | None = None) -> Bins:
    """Return the bins of dates: of the unit, or of one that suits the period.

    A period of up to 31 days is divided into days, one of up to 183 into weeks, one of up to five years into
    months, a longer one into years; but the unit is never finer than nine of ten dates are. Where half a per
    cent of the dates at each end make the period more than twice as long, those far from the rest are left
    out.

    Raises OptionError if there is no such unit, or more than 4,000 bins would be needed.

    >>> found = bins_of(["2024-01-30", "2024-03", "2024", "", "2024-03-09"], "month")
    >>> found.names, found.bin_of, found.undated
    (('2024-01', '2024-02', '2024-03'), (0, 2, -1, -1, 2), 2)
    """
    if unit is not None and unit not in UNITS:
        raise OptionError(f"there are no bins of a {unit!r}; give {', '.join(UNITS)}")
    days = {text: _read(text) for text in set(dates)}
    read = [days[text] for text in dates]
    known = sorted(day for day, _ in filter(None, read))
    if not known:
        return Bins(unit or "month", (), (-1,) * len(dates), len(dates), 0)
    first, last = _core(known)
    chosen = unit or _suited((last - first).days, [finest for day, finest in filter(None, read)])
    fitting = [found[0] if found and UNITS.index(found[1]) <= UNITS.index(chosen) else None for found in read]
    inside = [day for day in fitting if day is not None and first <= day <= last]
    if not inside:
        return Bins(chosen, (), (-1,) * len(dates), len(dates), 0)
    start, end = _step(min(inside), chosen), _step(max(inside), chosen)
    if end - start >= _MOST_BINS:
        raise OptionError(
            f"the papers are of {end - start + 1:,} {chosen}s, and a series has at most {_MOST_BINS:,}; "
            "give a longer unit or a shorter period"
        )
    steps: dict[date | None, int] = {day: _step(day, chosen) - start for day in set(inside)}
    bin_of = tuple([steps.get(day, -1) for day in fitting])
    undated = fitting.count(None)
    names = tuple(_name(step, chosen) for step in range(start, end + 1))
    return Bins(chosen, names, bin_of, undated, bin_of.count(-1) - undated)


def _read(text: str) -> tuple[date, Unit] | None:
    """Return the first day that a date may be, and the finest unit that holds it; None for no date.

    A month without a day is in no certain week.
    """
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        return date(year, month or 1, day or 1), "day" if day else "month" if month else "year"
    except ValueError:
        return None


def _core(known: Sequence[date]) -> tuple[date, date]:
    """Return the first and the last of sorted dates, without strays that double the period."""
    few = int(len(known) * _STRAYS)
    first, last = known[few], known[-1 - few]
    margin = (last - first) / 2 + timedelta(days=1)
    if known[-1] - known[0] <= (last - first) + 2 * margin:
        return known[0], known[-1]
    inside = [day for day in known if first - day <= margin and day - last <= margin]
    return inside[0], inside[-1]


def _suited(days: int, finest: Iterable[Unit]) -> Unit:
    ranks = sorted(map(UNITS.index, finest))
    least = ranks[int(_FINE_ENOUGH * (len(ranks) - 1))]
    by_length = next((unit for unit, most in _MOST_DAYS.items() if days < most), "year")
    return UNITS[max(least, UNITS.index(by_length))]


def _step(day: date, unit: Unit) -> int:
    """Return the number of the bin of a day, counted from a fixed one."""
    if unit == "day":
        return day.toordinal()
    if unit == "week":
        return (day.toordinal() - 1) // 7  # the first day of the year 1 was a Monday
    return day.year * 12 + day.month - 1 if unit == "month" else day.year


def _name(step: int, unit: Unit) -> str:
    if unit in ("day", "week"):
        return date.fromordinal(step if unit == "day" else step * 7 + 1).isoformat()
    return f"{step // 12:04}-{step % 12 + 1:02}" if unit == "month" else f"{step:04}"
