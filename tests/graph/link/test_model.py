from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.link.figures import FIGURES
from paperlattice.graph.link.model import LinkModel, load_link_model
from paperlattice.graph.model.options import MILLION

ONE = LinkModel(0, (1_000_000,), (5_000,))  # a thousandth of log-odds for each


def weight(model, *figures):
    (found,) = model.millionths(np.array([figures])).tolist()
    return found


@pytest.mark.parametrize("steps", [-5_000, -1, 0, 1, 700, 5_000])
def test_log_odds_become_a_probability(steps):
    assert weight(ONE, steps) == round(MILLION / (1 + math.exp(-steps / 1000)))


def test_a_figure_counts_as_much_as_its_cap():
    assert weight(ONE, 5_000) == weight(ONE, 9_999) > weight(ONE, 4_999)
    assert ONE.parts(np.array([[4_000], [6_000]])).tolist() == [[4_000_000_000], [5_000_000_000]]


@pytest.mark.parametrize("odds, least", [(-(10**12), 1), (10**12, MILLION - 1)])
def test_nothing_is_certain(odds, least):
    assert weight(LinkModel(odds, (0,), (0,)), 0) == least


@given(st.lists(st.integers(-30_000, 30_000), min_size=2))
def test_more_is_never_less_likely(figures):
    model = LinkModel(0, (1_000_000,), (10**9,))
    found = [weight(model, figure) for figure in sorted(figures)]
    assert found == sorted(found)


def test_the_packaged_model_says_more_for_more_in_common():
    model = load_link_model()
    assert len(model.weights) == len(model.most) == len(FIGURES)
    assert model.start < 0
    assert all(weight > 0 for weight in model.weights)
    assert weight(model, *[0] * len(FIGURES)) < 50_000
    assert weight(model, *model.most) > 950_000
