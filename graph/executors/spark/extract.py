"""Extraction on the workers: the components are loaded once a task, papers stream through them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import tee
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from extractors.records import Mention, Paper, is_generic
from graph.executors.spark.rows import Batches, Row, batches_of, ddl, rows_of
from graph.resolve.blocks import stable_hash
from graph.store.schema import TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["FOUND", "extract_mentions"]

_MENTION: Final = [field for field in TABLES["mentions"] if field.name != "entity_id"]

FOUND: Final = pa.schema([*_MENTION, pa.field("is_generic", pa.bool_()), pa.field("form", pa.int64())])
"""Mentions, and of each whether it is a generic term, and the number of its kind and name."""


def extract_mentions(papers: DataFrame, *, tasks: int, min_confidence: float, generic: bool) -> DataFrame:
    """Return rows of FOUND, in no order: what is found in the texts, and repositories that papers declare."""
    columns = papers.select("id", "title", "abstract", "declared").repartition(tasks, "id")
    find = partial(_mentions_in, min_confidence=min_confidence, generic=generic)
    return columns.mapInArrow(find, ddl(FOUND))


def _mentions_in(batches: Batches, *, min_confidence: float, generic: bool) -> Iterator[pa.RecordBatch]:
    from extractors.pipeline import extract
    from graph.pipeline.build import declared_mentions

    def rows() -> Iterator[Row]:
        read = (
            Paper(row["id"], row["title"], row["abstract"], declared=row["declared"])
            for row in rows_of(batches)
        )
        papers, texts = tee(read)
        extracted = extract(texts, min_confidence=min_confidence, generic=generic)
        for paper, found in zip(papers, extracted, strict=True):
            for mention in (*found, *declared_mentions(paper)):
                yield _row(mention)

    return batches_of(rows(), FOUND)


def _row(mention: Mention) -> Row:
    row = {field.name: getattr(mention, field.name) for field in _MENTION}
    return row | {"is_generic": is_generic(mention), "form": stable_hash(mention.kind, mention.name)}
