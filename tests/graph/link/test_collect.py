from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.text_space import load_text_space
from paperlattice.graph.link.collect import (
    NAMED,
    collection_of,
    read_collection,
    read_points,
    vector_of,
    vector_row,
)
from paperlattice.graph.store.codec import rows_of


@given(st.text(), st.sampled_from(["", "Graph neural networks for protein folding.", "深度学习"]))
def test_vectors_come_back_as_they_were(title, abstract):
    vector = load_text_space().vector(title, abstract)
    found = vector_of(vector_row("a", vector))
    for name in ("terms", "weights", "point"):
        assert getattr(found, name).dtype == getattr(vector, name).dtype
        assert getattr(found, name).tolist() == getattr(vector, name).tolist()


def test_papers_are_in_the_order_of_their_ids():
    vectors = {paper: load_text_space().vector(paper, "") for paper in "cab"}
    papers = collection_of(vectors, {"c": ("method:x\tuses\t300\t500",), "a": None})
    assert list(papers.ids) == ["a", "b", "c"]
    assert papers.entities == ["method:x"]


@pytest.mark.parametrize("without", ["true", "paper_id < '2501.00003'", "false"])
def test_papers_without_a_vector_get_it_from_their_text(small_graph, without):
    tables = small_graph.tables.with_relation(vectors=f"SELECT * FROM {{vectors}} WHERE NOT ({without})")
    found, wanted = read_collection(tables), read_collection(small_graph.tables)
    assert found.ids == wanted.ids
    assert (found.points == wanted.points).all()
    assert found.words.toarray().tolist() == wanted.words.toarray().tolist()
    assert found.entities == wanted.entities
    ids = [*wanted.ids][::-1]
    assert read_points(tables, ids).tolist() == wanted.points[::-1].tolist()


@pytest.mark.parametrize("order", ["ASC", "DESC"])
def test_columns_give_what_rows_give(small_graph, order):
    tables = small_graph.tables
    turned = tables.with_relation(
        vectors=f"SELECT * FROM {{vectors}} ORDER BY paper_id {order}",
        incidence=f"SELECT * FROM {{incidence}} ORDER BY entity_id {order}, paper_id {order}",
    )
    rows = rows_of(tables.arrow("SELECT * FROM {vectors}").to_batches())
    vectors = {row["paper_id"]: vector_of(row) for row in rows}
    found, wanted = read_collection(turned), collection_of(vectors, dict(tables.rows(NAMED)))
    assert (found.ids, found.entities) == (wanted.ids, wanted.entities)
    everything = np.arange(len(wanted))
    for own in everything[:5]:
        figures = wanted.figures(np.full(len(wanted), own), everything)
        assert (found.figures_with(own) == figures).all()
        assert (found.figures(np.full(len(found), own), everything) == figures).all()
