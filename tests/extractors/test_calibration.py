from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.labels import calibrate


@pytest.mark.parametrize(
    "predictions, error",
    [
        ([], 0.0),
        ([(1.0, True)], 0.0),
        ([(0.0, True)], 1.0),
        ([(0.75, True), (0.75, False)], 0.25),
        # one bin: what is too sure and what is not sure enough make up for each other
        ([(0.6, True), (0.64, True), (0.62, False), (0.62, False)], 0.12),
        # two bins, weighted by what they hold: (3 * |0.9 - 2/3| + 1 * |0.5 - 0|) / 4
        ([(0.9, True), (0.9, True), (0.9, False), (0.5, False)], 0.3),
    ],
)
def test_the_expected_error_is_the_weighted_distance(predictions, error):
    assert calibrate(predictions).error == pytest.approx(error)


@pytest.mark.parametrize(
    "confidence, low",
    [(0.0, 0.0), (0.0999, 0.0), (0.1, 0.1), (0.3, 0.3), (0.7, 0.7), (0.999, 0.9), (1.0, 0.9)],
)
def test_a_bin_holds_its_lower_bound(confidence, low):
    (only,) = calibrate([(confidence, True)]).bins
    assert (only.low, only.high) == (low, pytest.approx(low + 0.1))


def test_bins_hold_count_mean_and_share():
    found = calibrate([(0.82, True), (0.86, False), (0.84, False), (0.12, False)]).as_dict()
    assert [list(bin) for bin in found["bins"]] == [["low", "high", "count", "confidence", "right"]] * 2
    assert [tuple(bin.values()) for bin in found["bins"]] == [
        (0.1, 0.2, 1, 0.12, 0.0),
        (0.8, 0.9, 3, pytest.approx(0.84), pytest.approx(1 / 3)),
    ]
    assert found["count"] == 4
    assert found["ece"] == pytest.approx((0.12 + 3 * (0.84 - 1 / 3)) / 4)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_nothing_is_lost_and_the_order_makes_no_difference(predictions):
    found = calibrate(predictions)
    assert found.count == len(predictions)
    assert 0 <= found.error <= 1
    assert calibrate(reversed(predictions)).error == pytest.approx(found.error)
