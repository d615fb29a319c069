from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from paperlattice.graph.errors import StoreError
from paperlattice.graph.store.schema import SCHEMA_VERSION, TABLES
from paperlattice.graph.store.transaction import FOLDER_TABLES, is_table_folder, open_tables


def tables_at(top: Path) -> Path:
    """Write a folder of empty tables."""
    for name in FOLDER_TABLES:
        (top / name).mkdir(parents=True)
        rows = [{"key": "schema_version", "value": str(SCHEMA_VERSION)}] if name == "meta" else []
        pq.write_table(pa.Table.from_pylist(rows, schema=TABLES[name]), top / name / "part-0.parquet")
    return top


@pytest.fixture
def folder(tmp_path):
    """A folder of empty tables, with a name that is a pattern and holds a quote."""
    return tables_at(tmp_path / "it's [a] *?")


@pytest.mark.parametrize(
    "name", ["q?x", "a#b", "x*y", "[z]", "a b", "it's", '"q"', "Größe", "{a,b}", "a%20b"]
)
def test_a_folder_may_have_any_name(tmp_path, name):
    with open_tables(tables_at(tmp_path / name)) as connection:
        assert connection.execute("SELECT count(*) FROM meta").fetchall() == [(1,)]


def test_each_table_is_a_view(folder):
    with open_tables(folder) as connection:
        for name in (*FOLDER_TABLES, "positions"):
            found = connection.execute(f"SELECT * FROM {name}")
            assert [column[0] for column in found.description] == TABLES[name].names
            assert len(found.fetchall()) == (name == "meta")
    assert is_table_folder(folder)


def test_a_folder_without_the_last_table(folder):
    (folder / "meta" / "part-0.parquet").unlink()
    assert not is_table_folder(folder)
    with pytest.raises(StoreError, match=r"result of `build --engine spark`, it has no table meta"):
        open_tables(folder)


def test_no_folder(tmp_path):
    with pytest.raises(StoreError, match="nonesuch: cannot be read, there is no such folder"):
        open_tables(tmp_path / "nonesuch")


def test_another_schema(folder):
    rows = pa.Table.from_pylist([{"key": "schema_version", "value": "1"}], schema=TABLES["meta"])
    pq.write_table(rows, folder / "meta" / "part-0.parquet")
    with pytest.raises(StoreError, match=rf"has schema version 1, .* reads .*{SCHEMA_VERSION}"):
        open_tables(folder)


def test_a_damaged_table(folder):
    (folder / "links" / "part-0.parquet").write_bytes(b"PAR1 no more than that")
    with pytest.raises(StoreError, match="cannot be read"):
        open_tables(folder)
