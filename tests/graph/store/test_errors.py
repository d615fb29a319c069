"""What is wrong with a store is reported in one line: the file, the cause, the advice."""

from __future__ import annotations

import os
import subprocess
import sys

import duckdb
import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import StoreError
from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.schema import SCHEMA_VERSION


@pytest.fixture
def saved(tmp_path, small_graph):
    return small_graph.save(tmp_path / "graph.duckdb")


def read(path):
    return KnowledgeGraph.open(path).nx


def test_a_missing_store(tmp_path):
    with pytest.raises(StoreError, match=r"none\.duckdb: cannot be read, there is no such file"):
        read(tmp_path / "none.duckdb")


@pytest.mark.parametrize(
    "content", [b"", b"title,abstract\n", b"PAR1" * 5000], ids=["empty", "csv", "parquet"]
)
def test_a_file_of_another_kind(tmp_path, content):
    path = tmp_path / "graph.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"graph\.duckdb: .*not a (DuckDB file|paperlattice store); name"):
        read(path)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_cut_store(saved, kept):
    content = saved.read_bytes()
    saved.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(StoreError, match=r"graph\.duckdb: .*build it again"):
        read(saved)


def test_a_store_with_flipped_bytes(saved):
    content = bytearray(saved.read_bytes())
    for place in range(8192, len(content), 4096):
        content[place + 100] ^= 0xFF
    saved.write_bytes(content)
    with pytest.raises(StoreError, match=r"graph\.duckdb: .*build it again"):
        read(saved)


def test_another_database(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE papers (id INTEGER)")
    with pytest.raises(StoreError, match="not a paperlattice store"):
        read(path)


@pytest.mark.parametrize("change", ["ALTER TABLE papers DROP COLUMN title", "DROP TABLE merges"])
def test_tables_of_another_shape(saved, change):
    with duckdb.connect(str(saved)) as connection:
        connection.execute(change)
    with pytest.raises(StoreError, match="build it again"):
        read(saved)


def test_another_schema_version(saved):
    with duckdb.connect(str(saved)) as connection:
        connection.execute(f"UPDATE meta SET value = '{SCHEMA_VERSION + 1}' WHERE key = 'schema_version'")
    with pytest.raises(
        StoreError, match=rf"schema version {SCHEMA_VERSION + 1}.*reads .*{SCHEMA_VERSION}; build"
    ):
        read(saved)


def test_a_folder_in_the_way(tmp_path, small_graph):
    for act in (KnowledgeGraph.open, small_graph.save):
        with pytest.raises(StoreError, match=r"is (no|not a) result of|cannot be written, it is a folder"):
            act(tmp_path)


def test_a_file_where_a_folder_should_be(tmp_path, small_graph):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        small_graph.save(tmp_path / "file" / "graph.duckdb")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder(tmp_path, small_graph):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written, Permission denied"):
        small_graph.save(tmp_path / "graph.duckdb")
    tmp_path.chmod(0o700)


def test_text_that_is_no_unicode_costs_the_half_a_letter_only(tmp_path):
    papers = [Paper("p", "half a \ud83d pair")]
    assert KnowledgeGraph.build(papers).paper("p").title == "half a \ufffd pair"
    with Store.create(tmp_path / "a.duckdb") as store:
        assert store.add(papers).new == 1


@pytest.mark.parametrize(
    "error",
    [
        duckdb.InvalidInputException("reading the schema of 'rows' failed: KeyboardInterrupt: "),
        RuntimeError("Query interrupted"),
    ],
)
def test_ctrl_c_inside_the_database_is_not_an_error_of_the_store(tmp_path, error):
    with pytest.raises(KeyboardInterrupt), errors_named(tmp_path, "written"):
        raise error


def test_too_little_memory_is_no_damage(tmp_path):
    with duckdb.connect(config={"memory_limit": "10MB"}) as connection:
        told = pytest.raises(StoreError, match=r"memory enough; leave out very long texts")
        with told as found, errors_named(tmp_path / "graph.duckdb", "written"):
            connection.execute("SELECT list(repeat('quill', n)) FROM range(100000) r(n)")
        assert "damaged" not in str(found.value)


def test_other_errors_pass(tmp_path):
    with pytest.raises(RuntimeError, match="own"), errors_named(tmp_path, "written"):
        raise RuntimeError("own")


def test_a_store_that_another_program_writes(saved):
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); input()"
    command = [sys.executable, "-c", code, str(saved)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        other.stdout.readline()
        with pytest.raises(StoreError, match="another program has it open; close that first"):
            read(saved)
        other.communicate("\n")
