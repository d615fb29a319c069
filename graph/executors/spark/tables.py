"""The tables of a result from what was resolved: who names what, links, forms, titles, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from graph.executors.spark.rows import Batches, Row, batches_of, ddl, rows_of
from graph.pipeline.index import NAMING_SQL, forms_of, titles_of
from graph.pipeline.link import link_sql, rarity_table
from graph.store.schema import SORTED_BY, TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["form_table", "link_table", "mention_table", "naming_table", "sorted_rows", "title_table"]


def sorted_rows(name: str, rows: DataFrame) -> DataFrame:
    """Return the columns of a table in its order: files and row groups then hold ranges of it."""
    columns = [f"`{column}`" for column in TABLES[name].names]
    return rows.selectExpr(*columns).orderBy(*(f"`{column}`" for column in SORTED_BY[name]))


def mention_table(found: DataFrame, names: DataFrame) -> DataFrame:
    """Return the mentions with the entities that they stand for, given paper_id, kind, name, entity_id."""
    return found.join(names, ["paper_id", "kind", "name"], "left")


def naming_table(mentions: DataFrame) -> DataFrame:
    """Return entity, paper and relation."""
    mentions.createOrReplaceTempView("mentions")
    return mentions.sparkSession.sql(NAMING_SQL)


def link_table(names: DataFrame, *, hub_limit: int) -> DataFrame:
    """Return the links between papers that share entities."""
    session = names.sparkSession
    names.select("entity_id", "paper_id").distinct().createOrReplaceTempView("naming")
    degrees = rarity_table(hub_limit)
    rarity = pa.table(
        {"degree": [degree for degree, _ in degrees], "billionths": [weight for _, weight in degrees]},
        schema=pa.schema({"degree": pa.int64(), "billionths": pa.int64()}),
    )
    session.createDataFrame(rarity).createOrReplaceTempView("rarity")
    return session.sql(link_sql())


def form_table(entities: DataFrame, mentions: DataFrame, *, tasks: int) -> DataFrame:
    """Return the names that each entity goes by, in the papers too, and how well."""
    session = entities.sparkSession
    entities.createOrReplaceTempView("entities")
    mentions.createOrReplaceTempView("mentions")
    written = session.sql(
        """
        SELECT id, label, aliases, url, coalesce(written, array()) AS written FROM entities LEFT JOIN (
            SELECT entity_id, collect_set(form) AS written FROM (
                SELECT entity_id, name AS form FROM mentions WHERE entity_id IS NOT NULL
                UNION SELECT entity_id, surface AS form FROM mentions WHERE entity_id IS NOT NULL
            ) GROUP BY entity_id
        ) ON id = entity_id
        """
    )
    return written.repartition(tasks, "id").mapInArrow(_forms, ddl(TABLES["forms"]))


def title_table(papers: DataFrame) -> DataFrame:
    """Return the keys of the titles of papers, and of what stands before their first colon."""
    return papers.select("id", "title").mapInArrow(_titles, ddl(TABLES["titles"]))


def _forms(batches: Batches) -> Iterator[pa.RecordBatch]:
    schema = TABLES["forms"]

    def rows() -> Iterator[Row]:
        for row in rows_of(batches):
            found = forms_of(
                row["id"], row["label"], aliases=row["aliases"], url=row["url"], written=row["written"]
            )
            yield from (dict(zip(schema.names, form, strict=True)) for form in found)

    return batches_of(rows(), schema)


def _titles(batches: Batches) -> Iterator[pa.RecordBatch]:
    schema = TABLES["titles"]

    def rows() -> Iterator[Row]:
        for row in rows_of(batches):
            for title in titles_of(row["id"], row["title"]):
                yield dict(zip(schema.names, title, strict=True))

    return batches_of(rows(), schema)
