"""The tables of a store: what a graph is made of, what makes questions quick, what changes rest on."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

__all__ = [
    "INDEXES",
    "SCHEMA_VERSION",
    "SORTED_BY",
    "TABLES",
    "create_indexes",
    "create_tables",
    "drop_indexes",
]

SCHEMA_VERSION: Final = 2

_TEXT: Final = pa.string()
_TEXTS: Final = pa.list_(pa.string())
_NUMBER: Final = pa.float64()
_COUNT: Final = pa.int64()
_FLAG: Final = pa.bool_()

_PAPER: Final = {
    "id": _TEXT,
    "title": _TEXT,
    "abstract": _TEXT,
    "date": _TEXT,
    "url": _TEXT,
    "sources": _TEXTS,
    "categories": _TEXTS,
    "declared": _TEXTS,
}

TABLES: Final[dict[str, pa.Schema]] = {
    "papers": pa.schema(_PAPER),
    "mentions": pa.schema(
        {
            "paper_id": _TEXT,
            "kind": _TEXT,
            "name": _TEXT,
            "surface": _TEXT,
            "start": _COUNT,
            "end": _COUNT,
            "role": _TEXT,
            "rule": _TEXT,
            "confidence": _NUMBER,
            "entity_id": _TEXT,
        }
    ),
    "entities": pa.schema({"id": _TEXT, "kind": _TEXT, "label": _TEXT, "aliases": _TEXTS, "url": _TEXT}),
    "joins": pa.schema(
        {
            "entity_id": _TEXT,
            "left_form": _TEXT,
            "right_form": _TEXT,
            "rule": _TEXT,
            "score": _NUMBER,
            "evidence": _TEXT,
        }
    ),
    "links": pa.schema({"source": _TEXT, "target": _TEXT, "weight": _NUMBER, "shared": _TEXTS}),
    "naming": pa.schema({"entity_id": _TEXT, "paper_id": _TEXT, "relation": _TEXT}),
    "forms": pa.schema({"key": _TEXT, "entity_id": _TEXT, "rank": _COUNT}),
    "titles": pa.schema({"key": _TEXT, "paper_id": _TEXT, "is_head": _FLAG}),
    "nodes": pa.schema({"id": _TEXT, "cluster": _TEXT, "x": _NUMBER, "y": _NUMBER}),
    "entries": pa.schema({"hashed": _TEXT, **_PAPER}),
    "read": pa.schema({"paper_id": _TEXT}),
    "names": pa.schema({"kind": _TEXT, "name": _TEXT, "block": _COUNT}),
    "tokens": pa.schema({"token": _COUNT, "kind": _TEXT, "name": _TEXT, "part": _TEXT}),
    "drafts": pa.schema({"entity_id": _TEXT, "wanted": _TEXT, "digest": _TEXT, "block": _COUNT}),
    "meta": pa.schema({"key": _TEXT, "value": _TEXT}),
}
"""Columns of each table. `mentions.entity_id` is null for a name that stands for no entity.

`naming`, `forms` and `titles` follow from the others and make questions quick; `nodes` holds where nodes are
drawn, nothing once the graph has changed. The rest is for changes: `entries` are the papers as each source
gave them (`hashed` is `Paper.hash_id` of the title), `read` the papers whose mentions are in, `names` and
`tokens` the blocks of names that can touch one another, `drafts` what ids are made of.
"""

SORTED_BY: Final[dict[str, tuple[str, ...]]] = {
    "papers": ("id",),
    "mentions": ("paper_id", "start", "end", "kind", "name", "role", "rule", "confidence"),
    "entities": ("id",),
    "joins": ("entity_id", "left_form", "right_form", "rule", "evidence"),
    "links": ("source", "target"),
    "naming": ("entity_id", "paper_id"),
    "forms": ("key", "entity_id"),
    "titles": ("key", "paper_id"),
    "nodes": ("id",),
    "entries": ("id", "title", "abstract", "date", "url", "sources", "categories", "declared"),
    "read": ("paper_id",),
    "names": ("kind", "name"),
    "tokens": ("token", "kind", "name"),
    "drafts": ("entity_id",),
    "meta": ("key",),
}
"""The order in which a table is written and read; a changed store holds the new rows behind the others."""

INDEXES: Final[dict[str, str]] = {"forms": "key", "entities": "id", "joins": "entity_id", "titles": "key"}
"""Tables that are asked for single rows all the time, and by which column.

An index answers in a fifth of the time that reading a sorted column takes.
"""

_SQL_TYPES: Final = {
    _TEXT: "VARCHAR",
    _TEXTS: "VARCHAR[]",
    _NUMBER: "DOUBLE",
    _COUNT: "BIGINT",
    _FLAG: "BOOLEAN",
}


def create_tables(names: tuple[str, ...] = tuple(TABLES)) -> str:
    """Return the SQL that makes tables, empty."""
    made = []
    for name in names:
        columns = ", ".join(f'"{field.name}" {_SQL_TYPES[field.type]}' for field in TABLES[name])
        made.append(f"CREATE TABLE {name} ({columns});")
    return "\n".join(made)


def create_indexes() -> str:
    """Return the SQL that makes the indexes, for tables that are filled: row by row it takes far longer."""
    return "\n".join(
        f"CREATE INDEX {table}_{column} ON {table} ({column});" for table, column in INDEXES.items()
    )


def drop_indexes() -> str:
    """Return the SQL that removes the indexes, where they are, before their tables are filled anew."""
    return "\n".join(f"DROP INDEX IF EXISTS {table}_{column};" for table, column in INDEXES.items())
