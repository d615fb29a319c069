"""The inverted index of texts: which papers use a word, and how often.

Papers have numbers. What a change brings is appended with new numbers; those of papers that are gone, or had
another text, stay in the index and stand for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from paperlattice.graph.store.codec import Row, keys_table, table_of
from paperlattice.graph.store.schema import TABLES
from paperlattice.graph.store.tables import GraphTables
from paperlattice.graph.store.text_words import words_of

if TYPE_CHECKING:
    from paperlattice.graph.executors.base import Mapped
    from paperlattice.graph.executors.duckdb import DuckDBExecutor

INDEXED_AT_ONCE: Final = 10_000
"""How many papers are indexed in one piece; 20,000 took 112 MB more."""

_NUMBERED: Final = """
SELECT id AS paper_id, row_number() OVER (ORDER BY id) + {before} AS number,
    length(title) + length(abstract) AS length FROM {papers}
"""
# What the index holds of a paper that is gone is never taken for another; not all papers use words.
_LAST: Final = """
SELECT coalesce(max(last), 0) FROM (
    SELECT max(numbers[-1]) AS last FROM text_index UNION ALL SELECT max(number) AS last FROM text_numbers
)
"""
_TEXTS: Final = "SELECT number, title, abstract FROM papers JOIN text_numbers ON paper_id = id"


def index_texts(executor: DuckDBExecutor) -> None:
    """Write `text_numbers` and `text_index` of all papers."""
    executor.write("text_numbers", _NUMBERED.format(before=0, papers="papers"))
    executor.write("text_index", _indexed(executor, _TEXTS))


def add_to_index(executor: DuckDBExecutor, papers: Collection[str]) -> None:
    """Index papers that are new or have changed, and forget those that are gone; all if none is indexed."""
    if not GraphTables(executor.connection).has_text_index():
        index_texts(executor)
        return
    if not papers:
        return
    run = executor.connection.execute
    executor.write("indexing", keys_table(papers))
    (last,) = executor.column(_LAST)
    run("DELETE FROM text_numbers WHERE paper_id IN (SELECT key FROM indexing)")
    numbered = f"{_NUMBERED.format(before=last, papers='papers')} WHERE id IN (SELECT key FROM indexing)"
    run(f"INSERT INTO text_numbers {numbered} ORDER BY number")
    executor.append("text_index", _indexed(executor, f"{_TEXTS} WHERE number > {last}"))


def with_text_index(tables: GraphTables) -> GraphTables:
    """Return tables of a graph with an index of all texts, which is made for as long as they are open."""
    numbers = tables.arrow(_NUMBERED.format(before=0, papers="{papers}"))
    tables = tables.with_relation(text_numbers=numbers)
    question = "SELECT number, title, abstract FROM {papers} JOIN {text_numbers} ON paper_id = id"
    rows = (dict(zip(("number", "title", "abstract"), row, strict=True)) for row in tables.stream(question))
    pieces = []
    while some := list(islice(rows, INDEXED_AT_ONCE)):
        pieces.append(table_of(_index_rows(some), TABLES["text_index"]))
    return tables.with_relation(text_index=pa.concat_tables(pieces or [TABLES["text_index"].empty_table()]))


def _indexed(executor: DuckDBExecutor, texts: str) -> Mapped:
    """Return the rows of `text_index` of a query for number, title and abstract."""
    return executor.map(texts, _index_rows, TABLES["text_index"], size=INDEXED_AT_ONCE)


def _index_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows of `text_index` of papers, by word."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for row in sorted(rows, key=lambda row: row["number"]):
        for word, count in Counter(words_of(f"{row['title']}\n{row['abstract']}")).items():
            numbers, counts = found.setdefault(word, ([], []))
            numbers.append(row["number"])
            counts.append(count)
    yield from ({"word": w, "numbers": found[w][0], "counts": found[w][1]} for w in sorted(found))
