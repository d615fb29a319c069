"""Pieces of streams, and what both executors make of the three verbs."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.executors.base import pieces
from paperlattice.graph.store.schema import TABLES

NUMBERS = pa.table({"key": [n % 3 for n in range(12)], "n": list(range(12))})


@given(
    st.lists(st.integers(0, 6), max_size=40),
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from(["key", None]),
)
def test_pieces_part_no_group_and_keep_all_in_order(keys, batch, size, by):
    table = pa.table({"key": pa.array(sorted(keys), pa.int64()), "n": pa.array(range(len(keys)), pa.int64())})
    found = [piece.to_pylist() for piece in pieces(table.to_batches(max_chunksize=batch), by, size)]
    assert [row for piece in found for row in piece] == table.to_pylist()
    if by is None:
        assert all(len(piece) == size for piece in found[:-1])
        assert all(0 < len(piece) <= size for piece in found)
    else:
        assert len({(i, row["key"]) for i, piece in enumerate(found) for row in piece}) == len(set(keys))
        assert all(len(piece) >= size for piece in found[:-1])
        assert all(len([r for r in piece if r["key"] != piece[-1]["key"]]) < size for piece in found)


def test_pieces_of_nothing():
    assert list(pieces([], "key", 5)) == list(pieces(NUMBERS.slice(0, 0).to_batches(), None, 5)) == []


def test_a_relation_is_known_by_its_name_and_can_be_replaced(executor):
    executor.write("numbers", NUMBERS)
    executor.write("even", "SELECT n FROM numbers WHERE n % 2 = 0")
    assert sorted(executor.column("SELECT n FROM even")) == [0, 2, 4, 6, 8, 10]
    executor.write("even", pa.table({"n": [1, 3]}))
    assert executor.count("even") == 2
    assert executor.sql("SELECT sum(n) AS total FROM even").to_pylist() == [{"total": 4}]


def test_tables_of_the_schema_are_sorted_whatever_they_are_given_as(executor):
    rows = [("b", "p", False), ("a", "q", True), ("a", "p", False)]
    columns = {"is_head": [r[2] for r in rows], "key": [r[0] for r in rows], "paper_id": [r[1] for r in rows]}
    executor.write("given", pa.table(columns))
    mapped = executor.map("SELECT * FROM given", lambda rows: rows, TABLES["title_index"])
    for source in (mapped, "SELECT is_head, key, paper_id FROM given", pa.table(columns)):
        executor.write("title_index", source)
        found = executor.sql("SELECT * FROM title_index")
        assert found.column_names == TABLES["title_index"].names
        assert [tuple(row.values()) for row in found.to_pylist()] == sorted(rows)


@pytest.mark.parametrize("size", [1, 5, 100])
def test_all_rows_of_a_group_come_together(executor, size):
    executor.write("numbers", NUMBERS)

    def count(rows):  # in here, since Spark's workers do not know this module
        found = Counter(row["key"] for row in rows)
        yield from ({"key": key, "n": n} for key, n in found.items())

    mapped = executor.map("SELECT * FROM numbers", count, NUMBERS.schema, by="key", size=size)
    executor.write("counted", mapped)
    found = executor.sql("SELECT * FROM counted ORDER BY key").to_pylist()
    assert found == [{"key": key, "n": 4} for key in range(3)]


def test_work_on_rows_without_groups_misses_none(executor):
    executor.write("numbers", NUMBERS)
    schema = pa.schema({"square": pa.int64(), "lacking": pa.string()})
    mapped = executor.map(
        "SELECT n FROM numbers",
        lambda rows: ({"square": r["n"] ** 2} for r in rows),
        schema,
        size=5,
    )
    executor.write("squares", mapped)
    assert sorted(executor.column("SELECT square FROM squares")) == [n * n for n in range(12)]
    assert executor.column("SELECT DISTINCT lacking FROM squares") == [None]


def test_a_map_of_nothing_is_an_empty_relation(executor):
    executor.write("numbers", NUMBERS)
    mapped = executor.map("SELECT * FROM numbers WHERE n > 99", iter, NUMBERS.schema, by="key")
    executor.write("none", mapped)
    assert executor.sql("SELECT * FROM none").to_pylist() == []


def test_a_table_without_rows_is_an_empty_relation(executor):
    for empty in (NUMBERS.slice(0, 0), pa.Table.from_batches([], schema=NUMBERS.schema)):
        executor.write("none", empty)
        assert executor.sql("SELECT key, n FROM none").to_pylist() == []


def test_what_work_raises_is_raised(executor):
    executor.write("numbers", NUMBERS)

    def fail(rows):
        raise ZeroDivisionError("broken here")

    with pytest.raises(Exception, match="broken here"):
        executor.write("failed", executor.map("SELECT * FROM numbers", fail, NUMBERS.schema))


def test_progress_says_step_and_total(executor):
    told = []
    executor.report = lambda *said: told.append(said)
    executor.write("numbers", NUMBERS)
    for step in ("", "counting"):
        executor.write(
            "same",
            executor.map("SELECT * FROM numbers", iter, NUMBERS.schema, size=6, step=step, total=12),
        )
    assert set(told) <= {("counting", done, 12) for done in (0, 6, 12)}
    assert told == sorted(set(told))
    assert told
