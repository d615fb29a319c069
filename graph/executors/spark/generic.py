"""Generic terms beside the named entities: they come from the catalogue, so they are few, and united here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from graph.executors.spark.resolve import Resolved
from graph.model.records import Entity, Join, Resolution
from graph.pipeline.generic import add_generic
from graph.store.schema import TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["with_generic"]


def with_generic(named: Resolved, generic: Resolved) -> Resolved:
    """Return both as one, as `add_generic` unites them; only entities with a generic namesake are moved."""
    session = named.entities.sparkSession
    ids = generic.entities.select("id")
    alike = Resolved(
        named.entities.join(ids, "id", "left_semi"),
        named.joins.join(ids.withColumnRenamed("id", "entity_id"), "entity_id", "left_semi"),
        named.names,
    )
    united = add_generic(_resolution(alike), _resolution(generic))
    entities, joins = (session.createDataFrame(table) for table in _tables(united))
    key = ["paper_id", "kind", "name"]
    return Resolved(
        named.entities.join(ids, "id", "left_anti").unionByName(entities),
        named.joins.join(ids.withColumnRenamed("id", "entity_id"), "entity_id", "left_anti").unionByName(
            joins
        ),
        named.names.unionByName(generic.names.join(named.names.select(*key), key, "left_anti")),
    )


def _resolution(resolved: Resolved) -> Resolution:
    """Return the entities, without who names them."""
    joins: dict[str, list[Join]] = {}
    for row in _collect(resolved.joins):
        join = Join(row["left_form"], row["right_form"], row["rule"], row["score"], row["evidence"])
        joins.setdefault(row["entity_id"], []).append(join)
    entities = [
        Entity(
            row["id"],
            row["kind"],
            row["label"],
            tuple(row["aliases"]),
            tuple(joins.get(row["id"], ())),
            row["url"],
        )
        for row in _collect(resolved.entities)
    ]
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.id)), {})


def _collect(rows: DataFrame) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rows.toArrow().to_pylist()
    return found


def _tables(resolution: Resolution) -> tuple[pa.Table, pa.Table]:
    entities = [
        {name: getattr(entity, name) for name in TABLES["entities"].names} for entity in resolution.entities
    ]
    joins = [
        {
            "entity_id": entity.id,
            "left_form": join.left,
            "right_form": join.right,
            "rule": join.rule,
            "score": join.score,
            "evidence": join.evidence,
        }
        for entity in resolution.entities
        for join in entity.joins
    ]
    return (
        pa.Table.from_pylist(entities, schema=TABLES["entities"]),
        pa.Table.from_pylist(joins, schema=TABLES["joins"]),
    )
