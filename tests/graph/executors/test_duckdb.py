"""DuckDB as executor: several processes, what stays of work that was broken off, what goes at the end."""

from __future__ import annotations

import os

import duckdb
import pyarrow as pa
import pytest

from paperlattice.extractors.records import Paper
from paperlattice.graph.executors import duckdb as module
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.store.codec import entry_row, table_of
from paperlattice.graph.store.schema import TABLES, create_tables

SCHEMA = pa.schema({"n": pa.int64(), "process": pa.int64()})


@pytest.fixture(params=[1, 2])
def numbers(request, local) -> DuckDBExecutor:
    """An executor of one process, then of two, that knows 20 numbers."""
    executor = DuckDBExecutor(local.connection, n_process=request.param)
    executor.write("numbers", pa.table({"n": list(range(20))}))
    return executor


def squares(rows):
    yield from ({"n": row["n"] ** 2, "process": os.getpid()} for row in rows)


def test_any_number_of_processes_gives_the_rows_in_order(numbers):
    told = []
    numbers.report = lambda *said: told.append(said)
    mapped = numbers.map("SELECT n FROM numbers", squares, SCHEMA, by="n", size=4, step="s", total=20)
    numbers.write("squares", mapped)
    assert numbers.column("SELECT n FROM squares") == [n * n for n in range(20)]
    assert told == [("s", done, 20) for done in (4, 8, 12, 16, 20)]
    is_here = os.getpid() in numbers.column("SELECT process FROM squares")
    assert is_here == (numbers._n_process == 1)


def test_no_process_is_started_for_one_piece(local):
    executor = DuckDBExecutor(local.connection, n_process=2)
    executor.write("squares", executor.map("SELECT 3 AS n", squares, SCHEMA))
    assert executor.sql("SELECT * FROM squares").to_pylist() == [{"n": 9, "process": os.getpid()}]


def test_what_was_done_before_an_error_stays(numbers, monkeypatch):
    monkeypatch.setattr(module, "COMMITTED", 1)

    def fail(rows):
        if rows[0]["n"] >= 8:
            raise KeyError("no such number")
        return squares(rows)

    numbers.write("squares", pa.table({"n": [], "process": []}, schema=SCHEMA))
    with pytest.raises(KeyError, match="no such number"):
        numbers.append("squares", numbers.map("SELECT n FROM numbers", fail, SCHEMA, by="n", size=4))
    with numbers.connection.cursor() as cursor:
        assert cursor.sql("SELECT n FROM scratch.squares").fetchall() == [(n * n,) for n in range(8)]


def test_what_was_done_before_an_interrupt_stays(numbers, monkeypatch):
    monkeypatch.setattr(module, "COMMITTED", 1)

    def interrupt(_step, done, _total):
        if done == 12:
            raise KeyboardInterrupt

    numbers.report = interrupt
    with pytest.raises(KeyboardInterrupt):
        numbers.write(
            "squares", numbers.map("SELECT n FROM numbers", squares, SCHEMA, by="n", size=4, step="s")
        )
    assert numbers.count("squares") == 12


def test_rows_are_appended_after_existing_ones(local):
    local.write("numbers", pa.table({"n": [2, 1]}))
    local.append("numbers", pa.table({"n": [0]}))
    local.append("numbers", local.map("SELECT n + 5 AS n FROM numbers", iter, pa.schema({"n": pa.int64()})))
    assert local.column("SELECT n FROM numbers") == [2, 1, 0, 7, 6, 5]


def test_work_goes_at_the_end_and_tables_stay(local):
    tables = set(local.column("SELECT table_name FROM duckdb_tables()"))
    for name in ("one", "two", "title_index"):
        local.write(name, pa.table({"key": ["a"], "paper_id": ["p"], "is_head": [True]}))
    assert set(local.column("SELECT table_name FROM duckdb_tables()")) == tables | {"one", "two"}
    local.drop()
    assert set(local.column("SELECT table_name FROM duckdb_tables()")) == tables
    assert local.count("title_index") == 1


def test_texts_of_papers_are_sorted_in_ranges_as_in_one_piece(local, monkeypatch):
    papers = [Paper(f"p{n * 7 % 25:02}", f"Title {n}", "a" * n) for n in range(25)]
    same = [Paper("p03", "Again", "b"), Paper("p03", "Again", "a"), Paper("p03", "A title")]
    rows = table_of(map(entry_row, [*papers, *same]), TABLES["entries"])
    local.write("entries", rows)
    once = local.sql("SELECT * FROM entries").to_pylist()
    assert [row["id"] for row in once] == sorted(row["id"] for row in once)
    for most, least in ((8, 3), (3, 1), (8, 1)):
        monkeypatch.setattr(module, "_RANGES", most)
        monkeypatch.setattr(module, "_SORTED", least)
        local.write("entries", rows)
        assert local.sql("SELECT * FROM entries").to_pylist() == once


def test_what_is_not_needed_any_more_goes(local):
    local.write("numbers", pa.table({"n": [1]}))
    local.forget("numbers", "entries", "unknown")
    tables = local.column("SELECT table_name FROM duckdb_tables()")
    assert "numbers" not in tables
    assert "entries" in tables


def test_texts_are_written_in_little_memory_or_in_all_of_it(tmp_path, monkeypatch):
    long_ones = [entry_row(Paper(str(n), f"Quill {n}", f"word{n} " * 100_000)) for n in range(20)]
    monkeypatch.setattr(module, "_SPARING", "SET memory_limit = '10MB'; SET threads = 1")
    tried = []
    with duckdb.connect(
        tmp_path / "texts.duckdb", config={"memory_limit": "512MiB", "threads": 2}
    ) as connection:
        connection.execute(create_tables())
        executor = DuckDBExecutor(connection)
        settings = "SELECT [current_setting('memory_limit'), current_setting('threads')::VARCHAR]"
        before = executor.column(settings)
        sort = executor._sort
        monkeypatch.setattr(
            executor, "_sort", lambda *given: (tried.append(executor.column(settings)), sort(*given))
        )
        with executor.sparing():
            executor.write("long_ones", table_of(long_ones, TABLES["entries"]))
        executor.write("entries", "SELECT DISTINCT * FROM long_ones")
        assert tried == [[["9.5 MiB", "1"]], before]
        assert executor.count("entries") == 20
        assert executor.column(settings) == before


def test_texts_that_no_limit_holds_are_written_without_one(tmp_path, monkeypatch):
    with duckdb.connect(tmp_path / "texts.duckdb", config={"memory_limit": "64MB"}) as connection:
        connection.execute(create_tables())
        executor = DuckDBExecutor(connection)
        held, sort = [], executor._sort

        def refuse_little(*given):
            held.append(executor.column("SELECT current_setting('memory_limit')")[0])
            if held[-1] in ("122.0 MiB", "61.0 MiB"):
                raise duckdb.OutOfMemoryException("too little")
            sort(*given)

        monkeypatch.setattr(executor, "_sort", refuse_little)
        executor.write("entries", table_of([entry_row(Paper("1", "Quill", ""))], TABLES["entries"]))
        assert executor.count("entries") == 1
        assert len(held) == 3
        assert executor.column("SELECT current_setting('memory_limit')") == ["61.0 MiB"]
