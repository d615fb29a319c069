from __future__ import annotations

import dataclasses
import os
import subprocess
import sys

import duckdb
import pyarrow.parquet
import pytest
from graph.pipeline.assemble import Placement
from graph.store.whole import read_store, tables_of, write_store

from extractors.records import Paper
from extractors.sources import FileReport, Skipped
from graph.errors import StoreError
from graph.store.schema import SCHEMA_VERSION, TABLES

PLACEMENT = {"method:clip": Placement("CLIP, SGD", 1.25, -3.5), "paper:2501.00005": Placement("", 0.1, 0.2)}


@pytest.fixture
def saved(tmp_path, small_lattice):
    return write_store(tmp_path / "deep" / "graph.duckdb", small_lattice, placement=PLACEMENT)


def with_report(lattice, **fields):
    return dataclasses.replace(lattice, report=dataclasses.replace(lattice.report, **fields))


def test_what_is_written_is_read(saved, small_lattice):
    lattice, placement = read_store(saved)
    assert lattice == small_lattice
    assert placement == PLACEMENT


def test_the_account_of_the_build_is_kept(tmp_path, small_lattice):
    lattice = with_report(
        small_lattice,
        skipped=(Skipped("a.txt", "line 7", "no title"),),
        files=(FileReport("a.txt", "daily_papers", 6, 2),),
    )
    path = write_store(tmp_path / "graph.duckdb", lattice, placement={})
    assert read_store(path)[0].report == lattice.report


def test_hostile_texts_survive(tmp_path, small_lattice):
    odd = Paper("p'; DROP TABLE papers; --", 'He said "x"\u2028\U0001f600', "a\x00b\tc", sources=("ü | x",))
    lattice = dataclasses.replace(small_lattice, papers=(odd,))
    path = write_store(tmp_path / "o'dd name.duckdb", lattice, placement={})
    assert read_store(path)[0].papers == (odd,)


def test_an_empty_graph_survives(tmp_path, build_small):
    lattice = build_small([])
    assert read_store(write_store(tmp_path / "empty.duckdb", lattice, placement={})) == (lattice, {})


def test_an_old_store_is_replaced(saved, small_lattice, build_small):
    other = build_small([("p", "method:m")])
    write_store(saved, other, placement={})
    assert read_store(saved)[0] == other


def test_nothing_else_is_left_in_the_folder(saved):
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_a_run_that_fails_leaves_the_old_store(saved, small_lattice, build_small, monkeypatch):
    def fail(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_store(saved, build_small([]), placement={})
    assert read_store(saved)[0] == small_lattice
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_the_tables_answer_sql(saved):
    with duckdb.connect(str(saved), read_only=True) as connection:
        found = connection.execute(
            "SELECT label, count(DISTINCT paper_id) FROM mentions JOIN entities ON id = entity_id "
            "GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 2"
        ).fetchall()
    assert found == [("CLIP", 2), ("ImageNet", 2)]


def test_tables_are_the_exchange_format(tmp_path, small_lattice):
    for name, table in tables_of(small_lattice).items():
        assert table.schema == TABLES[name]
        pyarrow.parquet.write_table(table, tmp_path / f"{name}.parquet")
        assert pyarrow.parquet.read_table(tmp_path / f"{name}.parquet").equals(table)


def test_a_missing_store(tmp_path):
    with pytest.raises(StoreError, match=r"none\.duckdb: cannot be read, there is no such file"):
        read_store(tmp_path / "none.duckdb")


@pytest.mark.parametrize(
    "content", [b"", b"title,abstract\n", b"PAR1" * 5000], ids=["empty", "csv", "parquet"]
)
def test_a_file_of_another_kind(tmp_path, content):
    path = tmp_path / "graph.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"graph\.duckdb: .*no (DuckDB file|paperlattice store); name"):
        read_store(path)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_cut_store(saved, kept):
    content = saved.read_bytes()
    saved.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(StoreError, match=r"graph\.duckdb: .*build it anew"):
        read_store(saved)


def test_a_store_with_flipped_bytes(saved):
    content = bytearray(saved.read_bytes())
    for place in range(8192, len(content), 4096):
        content[place + 100] ^= 0xFF
    saved.write_bytes(content)
    with pytest.raises(StoreError, match=r"graph\.duckdb: .*build it anew"):
        read_store(saved)


def test_another_database(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE papers (id INTEGER)")
    with pytest.raises(StoreError, match="no paperlattice store"):
        read_store(path)


def test_tables_of_another_shape(saved):
    with duckdb.connect(str(saved)) as connection:
        connection.execute("ALTER TABLE papers DROP COLUMN title")
    with pytest.raises(StoreError, match="build it anew"):
        read_store(saved)


def test_another_schema_version(saved, monkeypatch, small_lattice):
    monkeypatch.setattr("graph.store.whole.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    write_store(saved, small_lattice, placement={})
    monkeypatch.undo()
    with pytest.raises(
        StoreError, match=rf"schema version {SCHEMA_VERSION + 1}.*reads {SCHEMA_VERSION}; build"
    ):
        read_store(saved)


def test_a_folder_in_the_way(tmp_path, small_lattice):
    for act in (lambda: read_store(tmp_path), lambda: write_store(tmp_path, small_lattice, placement={})):
        with pytest.raises(StoreError, match=r"cannot be (read|written)"):
            act()


def test_a_file_where_a_folder_should_be(tmp_path, small_lattice):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        write_store(tmp_path / "file" / "graph.duckdb", small_lattice, placement={})


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder(tmp_path, small_lattice):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written, Permission denied"):
        write_store(tmp_path / "graph.duckdb", small_lattice, placement={})
    tmp_path.chmod(0o700)


def test_text_that_is_no_unicode(tmp_path, small_lattice):
    lattice = dataclasses.replace(small_lattice, papers=(Paper("p", "half a \ud83d pair"),))
    with pytest.raises(StoreError, match="not valid Unicode"):
        write_store(tmp_path / "graph.duckdb", lattice, placement={})
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_another_program_writes(saved):
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); input()"
    command = [sys.executable, "-c", code, str(saved)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        other.stdout.readline()
        with pytest.raises(StoreError, match="another program has it open; close that first"):
            read_store(saved)
        other.communicate("\n")
