from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.link.model import load_link_model
from paperlattice.graph.link.pairs import all_pairs
from paperlattice.graph.link.rank import ranked_links
from paperlattice.graph.model.options import MILLION


@settings(max_examples=25)
@given(st.integers(0, 500), st.integers(1, 9))
def test_all_others_come_by_weight_and_then_by_id(make_collection, seed, count):
    papers = make_collection(seed, count)
    own = seed % count
    found = ranked_links(papers, papers.ids[own])
    others = {link.target if link.source == papers.ids[own] else link.source: link for link in found}
    assert sorted(others) == sorted(set(papers.ids) - {papers.ids[own]})
    assert list(others) == sorted(others, key=lambda other: (-others[other].weight, other))
    assert all(link.source < link.target for link in found)
    for other, link in others.items():
        figures = papers.figures(np.array([own]), np.array([papers.ids.index(other)]))
        assert link.weight == load_link_model().millionths(figures)[0] / MILLION


@pytest.mark.parametrize("most, count", [(0, 0), (2, 2), (99, 7), (None, 7)])
def test_as_many_as_wanted(make_collection, most, count):
    papers = make_collection(5, 8)
    found = ranked_links(papers, "p003", most)
    assert len(found) == count
    assert found == ranked_links(papers, "p003")[:count]


def test_weights_are_those_of_the_pairs_that_are_drawn(make_collection):
    papers = make_collection(6, 20)
    pairs, _ = all_pairs(papers, threshold=0)
    for left, right, weight in zip(
        *(c.tolist() for c in (pairs.left, pairs.right, pairs.weight)), strict=True
    ):
        found = {(x.source, x.target): x.weight for x in ranked_links(papers, papers.ids[left])}
        assert found[papers.ids[left], papers.ids[right]] == weight / MILLION
