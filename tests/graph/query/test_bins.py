"""Dates in bins: units, gaps, dates that are coarse, odd or far away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.errors import OptionError
from paperlattice.graph.query.bins import bins_of


def days(first: str, count: int) -> list[str]:
    return [(date.fromisoformat(first) + timedelta(days=i)).isoformat() for i in range(count)]


@pytest.mark.parametrize(
    "dates, unit, names",
    [
        (["2024-02-28", "2024-03-01"], "day", ("2024-02-28", "2024-02-29", "2024-03-01")),
        (days("2024-01-01", 60), "week", ("2024-01-01", "2024-01-08")),
        (["2023-12-31", "2024-09-01"], "month", ("2023-12", "2024-01")),
        (["2011-05", "2020-01"], "year", ("2011", "2012")),
        # nine of ten dates decide how fine the bins are
        ([*["2024-01"] * 9, *["2024-02"] * 9, "2024-02-03"], "month", ("2024-01", "2024-02")),
        ([*["2024"] * 9, "2024-02-03", "2025"], "year", ("2024", "2025")),
        (["2024-01-05T08:00:00Z", "2024-01-06 10:00"], "day", ("2024-01-05", "2024-01-06")),
    ],
)
def test_the_unit_suits_period_and_dates(dates, unit, names):
    found = bins_of(dates)
    assert found.unit == unit
    assert found.names[: len(names)] == names


@pytest.mark.parametrize("odd", ["", "May 2024", "2024-13", "2024-02-30", "24-01-01", "2024-1-1", "0000"])
def test_what_is_no_date_is_counted_as_such(odd):
    found = bins_of(["2024-01", odd, "2024-02"])
    assert (found.bin_of, found.undated) == ((0, -1, 1), 1)


def test_a_date_that_is_coarser_than_the_unit_is_in_no_bin():
    found = bins_of(["2024-01-05", "2024-01", "2024", "2024-02-01"], "week")
    assert found.names == ("2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29")
    assert (found.bin_of, found.undated) == ((0, -1, -1, 4), 2)


def test_strays_do_not_stretch_the_time():
    found = bins_of([*days("2024-01-01", 300) * 2, "1900-01-01", "2199-01-01"])
    assert (found.unit, found.names[0], found.names[-1]) == ("month", "2024-01", "2024-10")
    assert (found.outside, found.undated) == (2, 0)
    assert found.bin_of[-2:] == (-1, -1)


def test_the_first_papers_of_a_long_time_are_no_strays():
    dates = [f"{1990 + i // 20}" for i in range(600)]
    assert bins_of(dates).names == tuple(str(year) for year in range(1990, 2020))


@pytest.mark.parametrize("dates", [[], ["", "unknown"]])
def test_without_dates_there_are_no_bins(dates):
    found = bins_of(dates)
    assert (found.names, found.bin_of, found.undated) == ((), (-1,) * len(dates), len(dates))


def test_all_dates_may_be_too_coarse():
    assert bins_of(["2024", "2025"], "day").names == ()


@pytest.mark.parametrize(
    "dates, unit, said",
    [
        (["2024"], "decade", "give day, week, month, year"),
        (["1024-01-01", "2024-01-01"], "day", "longer unit"),
    ],
)
def test_a_unit_that_cannot_be_used_is_named(dates, unit, said):
    with pytest.raises(OptionError, match=said):
        bins_of(dates, unit)


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 1, 1)), min_size=1, max_size=50))
def test_each_date_is_in_the_bin_that_begins_last_before_it(given_dates):
    dates = [day.isoformat() for day in given_dates]
    for unit, length in (("day", 10), ("week", 10), ("month", 7), ("year", 4)):
        found = bins_of(dates, unit)
        assert list(found.names) == sorted(found.names)
        for day, at in zip(dates, found.bin_of, strict=True):
            assert found.names[at] <= day[:length]
            assert at + 1 == len(found.names) or day[:length] < found.names[at + 1]
