"""Generic terms beside the named entities: they join, and change nothing of what is named."""

from __future__ import annotations

from dataclasses import replace

from graph.executors.base import Executor
from graph.model.records import Entity, Join
from graph.pipeline.stages import entity_row, merge_rows
from graph.store.codec import rows_of, table_of
from graph.store.schema import TABLES

_BOTH = "SELECT id FROM named_entities WHERE id IN (SELECT id FROM generic_entities)"


def unite_namesakes(executor: Executor) -> dict[str, str]:
    """Return queries for the entities, merges and names of the relations `named_...` and `generic_...`.

    Where papers name an entity and others use its name as a generic term, so that both have one id, the
    entity stands for both; its id, kind and label stay. Only such ones are collected; they are few.
    """
    named, generic = (_entities(executor, prefix) for prefix in ("named", "generic"))
    united = [_united(entity, generic[name]) for name, entity in named.items()]
    executor.write("both_entities", table_of(map(entity_row, united), TABLES["entities"]))
    merges = (row for entity in united for row in merge_rows(entity))
    executor.write("both_merges", table_of(merges, TABLES["merges"]))
    return {
        "entities": _joined("entities", "id, kind, label, aliases, url", "id"),
        "merges": _joined("merges", "entity_id, left_form, right_form, rule, score, evidence", "entity_id"),
        "names": """
            SELECT entity_id, paper_id, kind, name FROM named_names
            UNION ALL
            SELECT entity_id, paper_id, kind, name FROM generic_names g WHERE NOT EXISTS (
                SELECT 1 FROM named_names n
                WHERE n.paper_id = g.paper_id AND n.kind = g.kind AND n.name = g.name
            )
        """,
    }


def _joined(table: str, columns: str, key: str) -> str:
    parts = [f"SELECT {columns} FROM {p}_{table} WHERE {key} NOT IN ({_BOTH})" for p in ("named", "generic")]
    return " UNION ALL ".join([*parts, f"SELECT {columns} FROM both_{table}"])


def _entities(executor: Executor, prefix: str) -> dict[str, Entity]:
    joins: dict[str, list[Join]] = {}
    merges = executor.sql(f"SELECT * FROM {prefix}_merges WHERE entity_id IN ({_BOTH})")
    for row in merges.to_pylist():
        join = Join(row["left_form"], row["right_form"], row["rule"], row["score"], row["evidence"])
        joins.setdefault(row["entity_id"], []).append(join)
    found = executor.sql(f"SELECT * FROM {prefix}_entities WHERE id IN ({_BOTH})")
    return {
        row["id"]: Entity(**row, joins=tuple(joins.get(row["id"], ()))) for row in rows_of(found.to_batches())
    }


def _united(entity: Entity, generic: Entity) -> Entity:
    forms = {*entity.aliases, *generic.aliases, generic.label} - {entity.label}
    joins = dict.fromkeys((*entity.joins, *generic.joins))
    ordered = sorted(joins, key=lambda j: (j.left, j.right, j.rule, j.evidence))
    return replace(entity, aliases=tuple(sorted(forms)), joins=tuple(ordered))
