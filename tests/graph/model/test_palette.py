from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import NODE_KINDS
from paperlattice.graph.model.attributes import SIZE_MAX, SIZE_MIN, entity_size, hex_colour, paper_size


@pytest.mark.parametrize(
    "papers, top, size", [(1, 1, 4.0), (1, 40, 4.0), (40, 40, 100.0), (10, 10, 100.0), (400, 400, 100.0)]
)
def test_sizes_of_entities_span_the_range_of_gephi(papers, top, size):
    assert entity_size(papers, top=top) == size


def test_a_small_hub_stays_small():
    assert SIZE_MIN < entity_size(2, top=2) < 25


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_more_papers_never_mean_a_smaller_node(papers, top):
    top = max(papers + 1, top)
    assert SIZE_MIN <= entity_size(papers, top=top) <= entity_size(papers + 1, top=top) <= SIZE_MAX


@pytest.mark.parametrize("linked, top, size", [(0, 0, 9.0), (0, 8, 9.0), (2, 8, 13.5), (8, 8, 18.0)])
def test_sizes_of_papers(linked, top, size):
    assert paper_size(linked, top=top) == size


def test_kinds_have_distinct_colours():
    assert {hex_colour(facts.colour) for facts in NODE_KINDS.values()} == {
        "#7f7f7f",
        "#0072b2",
        "#e69f00",
        "#009e73",
        "#cc79a7",
        "#d55e00",
    }
