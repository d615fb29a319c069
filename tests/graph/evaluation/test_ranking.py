"""Figures of rankings, against plain loops."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.evaluation.ranking import RankedQuery, average_precision, differences, estimates, ndcg

rankings = st.lists(st.integers(0, 3), max_size=30)


@given(rankings)
def test_ndcg_is_that_of_a_loop(ratings):
    first = max(3, math.ceil(0.2 * len(ratings)))
    gain, best = (
        sum(rating / math.log2(place + 1) for place, rating in enumerate(row[:first], 1))
        for row in (ratings, sorted(ratings)[::-1])
    )
    assert ndcg(ratings) == (pytest.approx(gain / best) if best else None)


@given(rankings)
def test_the_best_order_is_worth_one(ratings):
    best = sorted(ratings, reverse=True)
    assert ndcg(best) in (None, 1.0)
    assert average_precision(best) in (None, 1.0)


def test_the_average_precision_is_the_mean_over_related_papers():
    assert average_precision([2, 0, 3]) == pytest.approx((1 + 2 / 3) / 2)


def test_means_leave_out_queries_without_a_related_paper():
    found = estimates([RankedQuery((3, 0)), RankedQuery((0, 2)), RankedQuery((0, 0))])
    assert found["map"].value == pytest.approx(0.75)
    assert found["ndcg"].value == pytest.approx((1 + 1 / math.log2(3)) / 2)


def test_ratios_are_of_sums_over_queries():
    queries = [RankedQuery((), linked=4, related=2, both=1), RankedQuery((), linked=1, related=3, both=1)]
    found = estimates(queries)
    assert [found[name].value for name in ("precision", "recall", "f1")] == pytest.approx([0.4, 0.4, 0.4])


def test_the_calibration_error_is_over_bins():
    queries = [RankedQuery((3, 1), (0.95, 0.91)), RankedQuery((0,), (0.02,))]
    error = estimates(queries)["calibration_error"].value
    assert error == pytest.approx((2 * abs(0.93 - 0.5) + 0.02) / 3)
    assert "calibration_error" not in estimates([RankedQuery((3, 1))])


def test_intervals_hold_the_figure_and_do_not_change():
    random = np.random.RandomState(1)
    queries = [RankedQuery(tuple(random.randint(0, 4, 12).tolist())) for _ in range(40)]
    found = estimates(queries)["map"]
    assert found.low < found.value < found.high
    assert estimates(queries)["map"] == found


def test_intervals_are_about_two_standard_errors():
    random = np.random.RandomState(2)
    hits = random.rand(400) < 0.3
    found = estimates([RankedQuery((), linked=1, related=1, both=int(hit)) for hit in hits])["precision"]
    error = math.sqrt(found.value * (1 - found.value) / 400)
    assert (found.high - found.low) / 2 == pytest.approx(1.96 * error, rel=0.1)


def test_differences_are_of_the_same_samples():
    random = np.random.RandomState(3)
    worse = [RankedQuery(tuple(random.permutation([3, 2, 1, 0, 0, 0]).tolist())) for _ in range(50)]
    better = [RankedQuery((*sorted(one.ratings, reverse=True),)) for one in worse]
    found = differences(better, worse)["map"]
    assert found.value == pytest.approx(1 - estimates(worse)["map"].value)
    assert 0 < found.low < found.value < found.high
    assert differences(worse, worse)["ndcg"].high == 0


def test_no_query_has_no_figure():
    assert {one.value for one in estimates([]).values()} == {0.0}
