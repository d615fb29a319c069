"""Lines at addresses, as Spark's readers give them, and what is refused of the inputs."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from paperlattice.extractors.errors import InputNotFound, SourceError
from paperlattice.extractors.records import Paper
from paperlattice.graph.pipeline.addresses import _entries_of_lines, read_addresses, split_inputs
from paperlattice.graph.store.codec import rows_of

LINES = pa.schema({"value": pa.binary(), "file": pa.string(), "start": pa.int64()})


def read(*lines: tuple[bytes, str, int], form: str = "json_lines") -> tuple[list[dict], list[dict]]:
    given = [dict(zip(LINES.names, line, strict=True)) for line in lines]
    batches = [pa.RecordBatch.from_pylist(given[:2], LINES), pa.RecordBatch.from_pylist(given[2:], LINES)]
    numbers = {"a.jsonl": 0, "b.jsonl": 1}
    rows = list(rows_of(_entries_of_lines(batches, form=form, numbers=numbers, date="")))
    return (
        [row for row in rows if row["report"] is None],
        [json.loads(row["report"]) for row in rows if row["report"] is not None],
    )


def test_lines_of_blocks_that_spark_has_cut():
    entries, reports = read(
        (b'{"title": "One", "id": "x1"}\r', "a.jsonl", 0),
        (b"", "a.jsonl", 0),
        (b'{"title": "Two \xe9t\xe9"}', "a.jsonl", 0),
        (b"{broken", "a.jsonl", 5000),
        (b'{"title": "Three"}', "b.jsonl", 0),
    )
    assert [row["title"] for row in entries] == ["One", "Two été", "Three"]
    assert [(row["number"], row["hashed"]) for row in entries] == [
        (0, Paper.hash_id("One")),
        (0, Paper.hash_id("Two été")),
        (1, Paper.hash_id("Three")),
    ]
    files = [(said["source"], said["entries"], said["passed_over"]) for said in reports if "entries" in said]
    assert files == [("a.jsonl", 2, 0), ("a.jsonl", 0, 1), ("b.jsonl", 1, 0)]
    skipped = [(said["where"], said["reason"].split(":")[0]) for said in reports if "reason" in said]
    assert skipped == [
        ("line 3", "not UTF-8, read as Windows-1252"),
        ("line 1 after byte 5,000", "broken JSON"),
    ]


def test_rows_of_a_table_are_called_rows():
    _, reports = read((b"{}", "b.jsonl", 0), form="parquet")
    assert reports[1]["where"] == "row 1"
    assert reports[0]["format"] == "parquet"


def test_inputs_are_split_into_files_and_addresses(tmp_path):
    (tmp_path / "a.txt").touch()
    assert split_inputs([tmp_path, "s3a://b/c", "hdfs://d"]) == (
        [tmp_path / "a.txt"],
        ["s3a://b/c", "hdfs://d"],
    )
    assert split_inputs("s3a://b/c") == ([], ["s3a://b/c"])
    with pytest.raises(InputNotFound):
        split_inputs([Path("no/such/file"), "s3a://b/c"])
    with pytest.raises(SourceError, match="does not read standard input"):
        split_inputs(["-"])


def test_other_formats_are_not_read_at_addresses():
    with pytest.raises(SourceError, match="only JSON lines and Parquet are read, not csv"):
        read_addresses(None, ["s3a://b/c"], first=0, forced="csv")
