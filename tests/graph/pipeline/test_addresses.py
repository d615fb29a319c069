"""What the stages do with rows, without Spark."""

from __future__ import annotations

import random
from collections.abc import Iterable

import networkx as nx
import pyarrow as pa
import pytest

from extractors.records import Paper
from extractors.sources.merge import merge_keys, merge_papers
from graph.executors.spark.components import connect
from graph.executors.spark.merge import _merge_parts
from graph.executors.spark.read import ENTRIES, _entries_of_lines
from graph.executors.spark.rows import PAPER, batches_of, ddl, groups_of, paper_of, paper_row, rows_of


def test_a_schema_in_the_words_of_spark():
    schema = pa.schema({"end": pa.int64(), "shared": pa.list_(pa.string()), "weight": pa.float64()})
    assert ddl(schema) == "`end` BIGINT, `shared` ARRAY<STRING>, `weight` DOUBLE"


def test_papers_to_rows_and_back():
    papers = [Paper("1", "A", sources=("a", "b")), Paper("2", "Ü\n", "text", declared=("https://x.org",))]
    batches = list(batches_of(map(paper_row, papers), PAPER))
    assert [paper_of(row) for row in rows_of(batches)] == papers


def test_batches_are_bounded_in_letters():
    rows = [paper_row(Paper(str(n), "T", "a" * 3_000_000)) for n in range(5)]
    assert [batch.num_rows for batch in batches_of(rows, PAPER)] == [3, 2]


def test_groups_of_a_sorted_stream():
    rows = [{"k": 1, "v": 1}, {"k": 1, "v": 2}, {"k": 2, "v": 3}]
    assert [(k, len(g)) for k, g in groups_of(rows, "k")] == [(1, 2), (2, 1)]


class Pairs:
    """Stands for rows of Spark that are collected."""

    def __init__(self, pairs: Iterable[tuple]) -> None:
        self._pairs = list(pairs)

    def select(self, *_columns: str) -> Pairs:
        return self

    def toArrow(self) -> pa.Table:  # noqa: N802
        columns = list(zip(*self._pairs, strict=True)) or [[], []]
        return pa.table({"a": columns[0], "b": columns[1]})


@pytest.mark.parametrize("seed", range(5))
def test_parts_are_those_of_networkx(seed):
    chance = random.Random(seed)
    pairs = [(chance.randrange(-300, 300), chance.randrange(-300, 300)) for _ in range(200)]
    graph = nx.Graph(pairs)
    expected = {thing: min(part) for part in nx.connected_components(graph) for thing in part}
    found = connect(Pairs(pairs), left="a", right="b", kind=pa.int64()).to_pylist()
    assert {row["thing"]: row["part"] for row in found} == expected


def test_no_pairs_have_no_parts():
    assert connect(Pairs([]), left="a", right="b", kind=pa.string()).num_rows == 0


def test_parts_merged_one_by_one_are_all_papers():
    chance = random.Random(1)
    titles = [f"Title {n}" for n in range(12)]
    entries = []
    for n in range(200):
        title = chance.choice(titles)
        entries.append(
            Paper(chance.choice(["1", "2", f"x{n % 40}", Paper.hash_id(title)]), title, "a" * (n % 7))
        )
    pairs = [(keys[0], keys[-1]) for keys in map(merge_keys, entries)]
    parts = connect(Pairs(pairs), left="a", right="b", kind=pa.string()).to_pylist()
    part = {row["thing"]: row["part"] for row in parts}
    rows = sorted((paper_row(e, part=part[e.id]) for e in entries), key=lambda row: row["part"])
    batches = list(batches_of(rows, pa.schema([*PAPER, pa.field("part", pa.string())])))
    merged = [paper_of(row) for row in rows_of(_merge_parts(batches))]
    assert tuple(sorted(merged, key=lambda paper: paper.id)) == merge_papers(entries)


LINES = pa.schema({"value": pa.binary(), "file": pa.string(), "start": pa.int64()})


def read(*lines: tuple[bytes, str, int], form: str = "json_lines") -> tuple[list[dict], list[dict]]:
    import json

    given = [dict(zip(LINES.names, line, strict=True)) for line in lines]
    batches = [pa.RecordBatch.from_pylist(given[:2], LINES), pa.RecordBatch.from_pylist(given[2:], LINES)]
    rows = list(rows_of(_entries_of_lines(batches, form=form, numbers={"a.jsonl": 0, "b.jsonl": 1})))
    assert {row["account"] is None for row in rows} <= {True, False}
    return (
        [row for row in rows if row["account"] is None],
        [json.loads(row["account"]) for row in rows if row["account"] is not None],
    )


def test_lines_of_blocks_that_spark_has_cut():
    entries, account = read(
        (b'{"title": "One", "id": "x1"}\r', "a.jsonl", 0),
        (b"", "a.jsonl", 0),
        (b'{"title": "Two \xe9t\xe9"}', "a.jsonl", 0),
        (b"{broken", "a.jsonl", 5000),
        (b'{"title": "Three"}', "b.jsonl", 0),
    )
    assert [row["title"] for row in entries] == ["One", "Two été", "Three"]
    assert entries[0]["other"] == Paper.hash_id("One")
    assert entries[1]["other"] is None
    files = [(said["source"], said["entries"], said["passed_over"]) for said in account if "entries" in said]
    assert files == [("a.jsonl", 2, 0), ("a.jsonl", 0, 1), ("b.jsonl", 1, 0)]
    skipped = [(said["where"], said["reason"].split(":")[0]) for said in account if "reason" in said]
    assert skipped == [
        ("line 3", "not UTF-8, read as Windows-1252"),
        ("line 1 after byte 5,000", "broken JSON"),
    ]


def test_rows_of_a_table_are_called_rows():
    _, account = read((b"{}", "b.jsonl", 0), form="parquet")
    assert account[1]["where"] == "row 1"
    assert account[0]["format"] == "parquet"


def test_entries_have_the_columns_of_papers():
    assert set(PAPER.names) <= set(ENTRIES.names)
