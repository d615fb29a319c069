"""Merging on the workers: entries that share a key meet in one place, where `merge_papers` unites them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from extractors.sources.merge import merge_papers
from graph.executors.spark.components import connect
from graph.executors.spark.rows import (
    PAPER,
    Batches,
    Row,
    batches_of,
    ddl,
    groups_of,
    paper_of,
    paper_row,
    rows_of,
)

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["merge_entries"]

_SHARED = """
WITH pairs AS (SELECT DISTINCT id, other FROM entries WHERE other IS NOT NULL),
     titled AS (SELECT DISTINCT id AS key FROM entries WHERE other IS NULL
                UNION SELECT other FROM pairs
                WHERE id IN (SELECT id FROM pairs GROUP BY id HAVING count(*) > 1))
SELECT id, other FROM pairs JOIN titled ON other = key
"""
"""Which ids are joined by the hash of a title.

The hash counts only where an entry has no other id, or where one id stands for several titles: entries with
ids of their own do not meet by a title, though half a million of them were called "Introduction".
"""


def merge_entries(entries: DataFrame, *, tasks: int) -> DataFrame:
    """Return the distinct papers of rows of ENTRIES, in no order.

    Entries are grouped by id. Ids that meet through titles are collected and connected on the driver: they
    are few, those of papers that one source gives without an id.
    """
    session = entries.sparkSession
    entries.where("account IS NULL").createOrReplaceTempView("entries")
    parts = connect(session.sql(_SHARED), left="id", right="other", kind=pa.string())
    session.createDataFrame(parts).createOrReplaceTempView("parts")
    columns = ", ".join(f"entries.{name}" for name in PAPER.names)
    grouped = session.sql(
        f"SELECT coalesce(part, id) AS part, {columns} FROM entries LEFT JOIN parts ON id = thing"
    )
    return (
        grouped.repartition(tasks, "part").sortWithinPartitions("part").mapInArrow(_merge_parts, ddl(PAPER))
    )


def _merge_parts(batches: Batches) -> Iterator[pa.RecordBatch]:
    def rows() -> Iterator[Row]:
        for _, part in groups_of(rows_of(batches), "part"):
            yield from map(paper_row, merge_papers(map(paper_of, part)))

    return batches_of(rows(), PAPER)
