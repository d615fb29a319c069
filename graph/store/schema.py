"""The tables of a graph: its content, what makes questions fast, and what changes need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pyarrow as pa

from paperlattice.graph.model.attributes import DECLARED, SALIENCE_SQL

SCHEMA_VERSION: Final = 4

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
_MENTION: Final = {
    "paper_id": _TEXT,
    "kind": _TEXT,
    "name": _TEXT,
    "surface": _TEXT,
    "start": _COUNT,
    "end": _COUNT,
    "role": _TEXT,
    "rule": _TEXT,
    "confidence": _NUMBER,
    "salience": _NUMBER,
}

TABLES: Final[dict[str, pa.Schema]] = {
    "papers": pa.schema(_PAPER),
    "mentions": pa.schema({**_MENTION, "entity_id": _TEXT}),
    "entities": pa.schema(
        {
            "id": _TEXT,
            "kind": _TEXT,
            "label": _TEXT,
            "aliases": _TEXTS,
            "url": _TEXT,
            "broader": _TEXTS,
        }
    ),
    "merges": pa.schema(
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
    "incidence": pa.schema({"entity_id": _TEXT, "paper_id": _TEXT, "relation": _TEXT, "salience": _NUMBER}),
    "name_index": pa.schema({"key": _TEXT, "entity_id": _TEXT, "rank": _COUNT}),
    "title_index": pa.schema({"key": _TEXT, "paper_id": _TEXT, "is_head": _FLAG}),
    "positions": pa.schema({"id": _TEXT, "cluster": _TEXT, "x": _NUMBER, "y": _NUMBER}),
    "entries": pa.schema({"hashed": _TEXT, **_PAPER}),
    "blocks": pa.schema({"kind": _TEXT, "name": _TEXT, "block": _COUNT}),
    "block_keys": pa.schema({"token": _COUNT, "kind": _TEXT, "name": _TEXT, "part": _TEXT}),
    "provisional": pa.schema({"entity_id": _TEXT, "wanted": _TEXT, "digest": _TEXT, "block": _COUNT}),
    "meta": pa.schema({"key": _TEXT, "value": _TEXT}),
}
"""Columns of each table. `mentions.entity_id` is null for a name that means no entity.

`incidence`, `name_index` and `title_index` follow from the others and make questions fast; `positions`
holds where nodes are drawn and is empty after a change. The rest is for changes: `entries` are the
papers as each source gave them (`hashed` is `Paper.hash_id` of the title), `blocks` the sets of names that
can affect one another, `block_keys` the keys by which they do, `provisional` what gives entities their ids.
"""

FOUND: Final = pa.schema(_MENTION)
"""What extraction gives: mentions, and for each paper that was read a row without a name.

Such a row says that the paper is done; its `rule` lists the span groups that plug-ins filled.
"""

SORTED_BY: Final[dict[str, tuple[str, ...]]] = {
    "papers": ("id",),
    "mentions": ("paper_id", "start", "end", "kind", "name", "role", "rule", "confidence"),
    "entities": ("id",),
    "merges": ("entity_id", "left_form", "right_form", "rule", "evidence"),
    "links": ("source", "target"),
    "incidence": ("entity_id", "paper_id"),
    "name_index": ("key", "entity_id"),
    "title_index": ("key", "paper_id"),
    "positions": ("id",),
    "entries": ("id", "title", "abstract", "date", "url", "sources", "categories", "declared"),
    "blocks": ("kind", "name"),
    "block_keys": ("token", "kind", "name"),
    "provisional": ("entity_id",),
    "meta": ("key",),
}
"""The order in which a table is written and read; a changed store holds the new rows after the others."""

INDEXES: Final[dict[str, str]] = {
    "name_index": "key",
    "entities": "id",
    "merges": "entity_id",
    "title_index": "key",
}
"""Tables that are often queried for single rows, and by which column.

An index answers in a fifth of the time that reading a sorted column takes.
"""

SQL_TYPES: Final = {
    _TEXT: "VARCHAR",
    _TEXTS: "VARCHAR[]",
    _NUMBER: "DOUBLE",
    _COUNT: "BIGINT",
    _FLAG: "BOOLEAN",
}


def create_table(name: str, schema: pa.Schema) -> str:
    """Return the SQL that makes an empty table."""
    columns = ", ".join(f'"{field.name}" {SQL_TYPES[field.type]}' for field in schema)
    return f"CREATE TABLE {name} ({columns});"


def create_tables() -> str:
    """Return the SQL that makes all tables, empty."""
    return "\n".join(create_table(name, schema) for name, schema in TABLES.items())


def create_indexes() -> str:
    """Return the SQL that makes the indexes, for tables that are filled: row by row it takes far longer."""
    return "\n".join(
        f"CREATE INDEX {table}_{column} ON {table} ({column});" for table, column in INDEXES.items()
    )


_SALIENCES: Final = f"""
SELECT m.* EXCLUDE (entity_id), CASE
    WHEN m.rule <> '{DECLARED}' AND m.start < length(p.title) THEN CAST(0.9 AS DOUBLE)
    WHEN m.role IN ('proposes', 'introduces', 'code') THEN CAST(0.6 AS DOUBLE)
    ELSE CAST(0.3 AS DOUBLE) END AS salience, m.entity_id
FROM {{mentions}} m JOIN {{papers}} p ON p.id = m.paper_id
"""
_LACKING: Final[dict[str, str]] = {
    "mentions": _SALIENCES,
    "incidence": f"""
SELECT i.entity_id, i.paper_id, i.relation, s.salience FROM {{incidence}} i JOIN (
    SELECT entity_id, paper_id, {SALIENCE_SQL} AS salience
    FROM ({_SALIENCES}) m WHERE entity_id IS NOT NULL GROUP BY entity_id, paper_id
) s ON s.entity_id = i.entity_id AND s.paper_id = i.paper_id
""",
    "entities": "SELECT *, CAST([] AS VARCHAR[]) AS broader FROM {entities}",
}
"""Queries for tables of versions 2 and 3 with the columns that they lack.

Nobody weighed a mention then. So that answers which are ranked by salience are in a sensible order, a mention
in the title has 0.9 there, another one of what is a paper's own 0.6, any other 0.3.
"""


def older_tables(version: str, homes: Mapping[str, str]) -> dict[str, str]:
    """Return what to read each table of a version from: `homes`, or a query where columns were added."""
    if version not in OLDER:
        return dict(homes)
    return {
        name: f"({_LACKING[name].format_map(homes)})" if name in _LACKING else homes[name] for name in homes
    }


OLDER: Final[dict[str, dict[str, str]]] = {
    "2": {
        "merges": "joins",
        "incidence": "naming",
        "name_index": "forms",
        "title_index": "titles",
        "positions": "nodes",
        "blocks": "names",
        "block_keys": "tokens",
        "provisional": "drafts",
    },
    "3": {},
}
"""Names of tables in earlier versions of the schema, if not as today."""


def upgrade_sql(version: str) -> str:
    """Return the SQL that brings a store of an earlier version up to date.

    Blocks were made by other rules and are dropped: the next change resolves and links everything.
    """
    names = OLDER[version]
    homes = {name: name for name in TABLES}
    lines = [f"DROP INDEX IF EXISTS {names.get(t, t)}_{column};" for t, column in INDEXES.items()]
    lines += [f"ALTER TABLE {old} RENAME TO {new};" for new, old in names.items()]
    lines += [f"DELETE FROM {table};" for table in ("blocks", "block_keys", "provisional")]
    for table in ("incidence", "mentions", "entities"):  # the first is made from the second as it was
        order = ", ".join(f'"{column}"' for column in SORTED_BY[table])
        rows = _LACKING[table].format_map(homes)
        lines.append(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM ({rows}) t ORDER BY {order};")
    return "\n".join(
        [
            *lines,
            "DROP TABLE IF EXISTS read;",
            "UPDATE meta SET key = 'fingerprint' WHERE key = 'recipe';",
            f"UPDATE meta SET value = '{SCHEMA_VERSION}' WHERE key = 'schema_version';",
            create_indexes(),
        ]
    )
