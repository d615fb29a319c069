"""Records to rows of Arrow and back."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.store.codec import (
    PAPER,
    batches_of,
    groups_of,
    keys_table,
    mention_row,
    paper_of,
    paper_row,
    rows_of,
    table_of,
)
from paperlattice.graph.store.schema import FOUND

lists = st.lists(st.text(max_size=4), max_size=3).map(tuple)


@given(st.lists(st.builds(Paper, *[st.text(max_size=8)] * 5, lists, lists, lists), max_size=5))
def test_papers_to_rows_and_back(papers):
    assert [paper_of(row) for row in rows_of(batches_of(map(paper_row, papers), PAPER))] == papers


def test_what_a_row_lacks_is_null():
    mention = Mention("p", "method", "LoRA", "LoRA", 0, 4, "uses", "list", 0.9)
    rows = [mention_row(mention), {"paper_id": "p", "rule": ""}]
    found = table_of(rows, FOUND).to_pylist()
    assert found == [rows[0], dict.fromkeys(FOUND.names) | rows[1]]
    assert table_of([], FOUND).schema == FOUND


@pytest.mark.parametrize("letters, count, sizes", [(3_000_000, 5, [3, 2]), (1, 4_001, [2_000, 2_000, 1])])
def test_batches_are_bounded_in_letters_and_rows(letters, count, sizes):
    rows = [paper_row(Paper(str(n), "T", "a" * letters)) for n in range(count)]
    assert [batch.num_rows for batch in batches_of(rows, PAPER)] == sizes


def test_groups_of_a_sorted_stream():
    rows = [{"k": 1, "v": 1}, {"k": 1, "v": 2}, {"k": 2, "v": 3}]
    assert [(k, len(group)) for k, group in groups_of(rows, "k")] == [(1, 2), (2, 1)]


def test_keys_are_sorted():
    assert keys_table({"b", "a"}).to_pylist() == [{"key": "a"}, {"key": "b"}]
    assert keys_table([2, 1], pa.int64()).column("key").to_pylist() == [1, 2]


def test_half_of_a_surrogate_pair_has_a_stand_in():
    given_paper = Paper("a\ud800", "\udc00b", sources=("c\udfff", "d"))
    (found,) = rows_of(batches_of([paper_row(given_paper)], PAPER))
    assert paper_of(found) == Paper("a\ufffd", "\ufffdb", sources=("c\ufffd", "d"))
