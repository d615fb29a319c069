"""The part that a page shows of a store is the part that it shows of the same graph in memory."""

from __future__ import annotations

from functools import partial

import lxml.html
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.export.html import generate_html
from paperlattice.graph.export.page_data import rest_rows, top_part
from paperlattice.graph.export.rows import NetworkxRows
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.layout.mapping import with_map


def both(graph):
    return graph.nx, TableRows(with_map(graph.tables))


def check_alike(graph, rows, **budgets):
    found = top_part(rows, **budgets)
    assert found == top_part(graph, **budgets)
    number = {node: at for at, (node, _) in enumerate(found.nodes)}
    assert rest_rows(rows, found.rest, number) == rest_rows(graph, found.rest, number)
    return found


def test_a_graph_within_budget_is_shown_whole(small_graph):
    graph, rows = both(small_graph)
    part = check_alike(graph, rows)
    assert part.note == ""
    assert len(part.nodes) == len(graph)


@pytest.mark.parametrize("nodes", [1, 2, 5, 9, 12])
@pytest.mark.parametrize("edges", [1, 4, 100])
def test_parts_are_alike(small_graph, nodes, edges):
    part = check_alike(*both(small_graph), node_budget=nodes, edge_budget=edges)
    assert len(part.nodes) == nodes
    assert "This page shows" in part.note


rows_of_any_kind = st.sets(
    st.tuples(
        st.sampled_from([f"{i}/p_{i}" if i % 2 else f"{i}" for i in range(9)]),
        st.sampled_from([f"method:e{i}" for i in range(7)]),
    ),
    max_size=40,
)


@pytest.mark.slow
@settings(max_examples=settings.default.max_examples // 4)
@given(rows_of_any_kind, st.integers(1, 18), st.integers(1, 40))
def test_any_parts_are_alike(build_small, rows, nodes, edges):
    check_alike(*both(build_small(rows, isolated=["z", "y/y"])), node_budget=nodes, edge_budget=edges)


def test_pages_are_alike(small_graph):
    graph, rows = both(small_graph)
    assert generate_html(rows) == generate_html(NetworkxRows(graph, rows.topics))


def test_a_page_says_what_its_reader_should_know(small_graph, monkeypatch):
    _, rows = both(small_graph)
    page = lxml.html.document_fromstring(generate_html(rows, note="A < B."))
    assert page.get_element_by_id("part").text_content() == "A < B."
    monkeypatch.setattr("paperlattice.graph.export.html.top_part", partial(top_part, node_budget=3))
    assert ">A &lt; B. This page shows 3 of 17 nodes" in generate_html(rows, note="A < B.")


def test_the_page_of_an_empty_store_says_so(build_small):
    graph, rows = both(build_small([]))
    assert generate_html(rows) == generate_html(NetworkxRows(graph, rows.topics))
