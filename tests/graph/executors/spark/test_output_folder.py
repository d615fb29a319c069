"""The output folder of a local result: filled next to the target, renamed at the end or not at all."""

from __future__ import annotations

import pytest

from paperlattice.graph.errors import StoreError
from paperlattice.graph.executors.spark.executor import check_free, is_address, output_folder


@pytest.mark.parametrize(
    "name, address", [("s3a://bucket/x", True), ("file:///tmp/x", True), ("/tmp/x", False), ("x:y", False)]
)
def test_addresses_differ_from_paths(name, address):
    assert is_address(name) == address


@pytest.fixture
def earlier(tmp_path):
    """The result of a build before this one: `meta` says that it is complete."""
    (tmp_path / "out" / "meta").mkdir(parents=True)
    (tmp_path / "out" / "meta" / "part-0.parquet").write_text("old")
    return tmp_path / "out"


def test_only_an_earlier_result_and_nothing_at_all_may_be_replaced(earlier, tmp_path):
    (tmp_path / "empty").mkdir()
    for free in (earlier, tmp_path / "empty", tmp_path / "new"):
        check_free(free)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file: is a file; the tables go into a folder"):
        check_free(tmp_path / "file")
    with pytest.raises(StoreError, match="holds something other than tables of a build; name a new or empty"):
        check_free(tmp_path)


def test_a_result_replaces_an_earlier_one_without_temporary_tables(earlier, tmp_path):
    with output_folder(None, earlier) as output:
        tables = tmp_path / output._base.removeprefix(tmp_path.as_uri() + "/")
        for name in ("papers/a.parquet", "papers/.a.parquet.crc", "_work/found/b.parquet"):
            (tables / name).parent.mkdir(parents=True, exist_ok=True)
            (tables / name).touch()
        assert (earlier / "meta").exists()
    assert [p.name for p in earlier.rglob("*")] == ["papers", "a.parquet"]
    assert list(tmp_path.iterdir()) == [earlier]


def test_after_an_error_the_earlier_result_stays_and_nothing_else(earlier, tmp_path):
    with pytest.raises(ZeroDivisionError), output_folder(None, earlier):
        raise ZeroDivisionError
    assert (earlier / "meta" / "part-0.parquet").read_text() == "old"
    assert list(tmp_path.iterdir()) == [earlier]
