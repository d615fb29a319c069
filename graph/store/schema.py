"""The tables of a graph: its content, what makes questions fast, and what changes need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from paperlattice.graph.model.attributes import DECLARED, SALIENCE_SQL

if TYPE_CHECKING:
    import pyarrow as pa

    TABLES: dict[str, pa.Schema]
    """Columns of each table as Arrow has them (COLUMNS)."""

    FOUND: pa.Schema
    """What extraction gives: mentions, and for each paper that was read a row without a name.

    Such a row says that the paper is done; its `rule` lists the span groups that plug-ins filled.
    """

    SQL_TYPES: dict[pa.DataType, str]

SCHEMA_VERSION: Final = 7

_TEXT: Final = "VARCHAR"
_TEXTS: Final = "VARCHAR[]"
_NUMBER: Final = "DOUBLE"
_COUNT: Final = "BIGINT"
_COUNTS: Final = "BIGINT[]"
_FLAG: Final = "BOOLEAN"
_BYTES: Final = "BLOB"
# As DuckDB writes them; the fields are those of `Author` and `Link`.
_AUTHORS: Final = 'STRUCT(given VARCHAR, "family" VARCHAR, orcid VARCHAR)[]'
_DECLARED_LINKS: Final = 'STRUCT(kind VARCHAR, url VARCHAR, "source" VARCHAR)[]'

_PAPER: Final = {
    "id": _TEXT,
    "title": _TEXT,
    "abstract": _TEXT,
    "date": _TEXT,
    "url": _TEXT,
    "sources": _TEXTS,
    "categories": _TEXTS,
    "declared": _TEXTS,
    "authors": _AUTHORS,
    "venue": _TEXT,
    "doi": _TEXT,
    "arxiv_id": _TEXT,
    "licence": _TEXT,
    "keywords": _TEXTS,
    "links": _DECLARED_LINKS,
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

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "papers": _PAPER,
    "mentions": {**_MENTION, "entity_id": _TEXT},
    "entities": {
        "id": _TEXT,
        "kind": _TEXT,
        "label": _TEXT,
        "aliases": _TEXTS,
        "url": _TEXT,
        "broader": _TEXTS,
    },
    "merges": {
        "entity_id": _TEXT,
        "left_form": _TEXT,
        "right_form": _TEXT,
        "rule": _TEXT,
        "score": _NUMBER,
        "evidence": _TEXT,
    },
    "links": {"source": _TEXT, "target": _TEXT, "weight": _NUMBER, "shared": _TEXTS, "terms": _TEXTS},
    "incidence": {
        "entity_id": _TEXT,
        "paper_id": _TEXT,
        "relation": _TEXT,
        "salience": _NUMBER,
        "rarity": _COUNT,
    },
    "vectors": {"paper_id": _TEXT, "terms": _BYTES, "weights": _BYTES, "point": _BYTES},
    "name_index": {"key": _TEXT, "entity_id": _TEXT, "rank": _COUNT},
    "title_index": {"key": _TEXT, "paper_id": _TEXT, "is_head": _FLAG},
    "topics": {
        "id": _TEXT,
        "parent": _TEXT,
        "name": _TEXT,
        "papers": _COUNT,
        "particular": _TEXTS,
        "central": _TEXTS,
    },
    "memberships": {"id": _TEXT, "topic_id": _TEXT, "subtopic_id": _TEXT},
    "positions": {"id": _TEXT, "x": _NUMBER, "y": _NUMBER},
    "entries": {"hashed": _TEXT, **_PAPER},
    "blocks": {"kind": _TEXT, "name": _TEXT, "block": _COUNT},
    "block_keys": {"token": _COUNT, "kind": _TEXT, "name": _TEXT, "part": _TEXT},
    "provisional": {"entity_id": _TEXT, "wanted": _TEXT, "digest": _TEXT, "block": _COUNT},
    "pairs": {"source": _TEXT, "target": _TEXT, "weight": _COUNT, "tie": _COUNT},
    "reaches": {"paper_id": _TEXT, "reach": _COUNT, "best": _COUNT, "crowd": _COUNT},
    "arrivals": {"paper_id": _TEXT, "added": _TEXT},
    "text_numbers": {"paper_id": _TEXT, "number": _COUNT, "length": _COUNT},
    "text_index": {"word": _TEXT, "numbers": _COUNTS, "counts": _COUNTS},
    "meta": {"key": _TEXT, "value": _TEXT},
}
"""Columns of each table and their types in SQL. `mentions.entity_id` is null for a name that means no entity.

`incidence`, `name_index` and `title_index` follow from the others and make questions fast, `vectors` are
what texts are compared by (`extractors.text_space`). `topics` and `memberships` say which topics there are
and which nodes are in them, and are empty after a change; `positions` holds where nodes are drawn, after a
change where they were. The rest is for changes: `entries` are the papers as each source gave them (`hashed`
is `Paper.hash_id` of the title), `blocks` the sets of names that can affect one another, `block_keys` the
keys by which they do, `provisional` what gives entities their ids, `pairs` the papers that are looked at
(weights in millionths), `reaches` how near a text must be to count among the nearest of a paper, and how good
a pair to be among its best (`graph.link.pairs`).

`arrivals` says when the run began that brought a paper, "2026-11-30T15:12:21Z", "" where that is not known.
`text_index` holds the numbers of the papers that use a word, ascending, and how often each does; a word has a
row for each piece that was indexed at once. `text_numbers` says which papers these are, and how many
characters their texts have: numbers that it lacks are of papers that are gone, or had another text then.
"""

SORTED_BY: Final[dict[str, tuple[str, ...]]] = {
    "papers": ("id",),
    "mentions": ("paper_id", "start", "end", "kind", "name", "role", "rule", "confidence"),
    "entities": ("id",),
    "merges": ("entity_id", "left_form", "right_form", "rule", "evidence"),
    "links": ("source", "target"),
    "incidence": ("entity_id", "paper_id"),
    "vectors": ("paper_id",),
    "name_index": ("key", "entity_id"),
    "title_index": ("key", "paper_id"),
    "topics": ("parent", "id"),
    "memberships": ("id",),
    "positions": ("id",),
    "entries": tuple(_PAPER),
    "blocks": ("kind", "name"),
    "block_keys": ("token", "kind", "name"),
    "provisional": ("entity_id",),
    "pairs": ("source", "target"),
    "reaches": ("paper_id",),
    "arrivals": ("paper_id",),
    "text_numbers": ("number",),
    "text_index": ("word", "numbers"),
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

PAPER_COLUMNS: Final = tuple(_PAPER)
MENTION_COLUMNS: Final = tuple(_MENTION)


def __getattr__(name: str) -> Any:
    """Make the Arrow schemas when they are first asked for: most questions need no Arrow."""
    if name not in ("TABLES", "FOUND", "SQL_TYPES"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import pyarrow as pa

    def records(*names: str) -> pa.DataType:
        return pa.list_(pa.struct({name: pa.string() for name in names}))

    types = {
        _TEXT: pa.string(),
        _TEXTS: pa.list_(pa.string()),
        _NUMBER: pa.float64(),
        _COUNT: pa.int64(),
        _COUNTS: pa.list_(pa.int64()),
        _FLAG: pa.bool_(),
        _BYTES: pa.binary(),
        _AUTHORS: records("given", "family", "orcid"),
        _DECLARED_LINKS: records("kind", "url", "source"),
    }

    def schema(columns: Mapping[str, str]) -> pa.Schema:
        return pa.schema({column: types[kind] for column, kind in columns.items()})

    globals().update(
        TABLES={table: schema(columns) for table, columns in COLUMNS.items()},
        FOUND=schema(_MENTION),
        SQL_TYPES={kind: text for text, kind in types.items()},
    )
    return globals()[name]


def columns_of(schema: pa.Schema) -> dict[str, str]:
    """Return the columns of an Arrow schema and their types in SQL."""
    from paperlattice.graph.store.schema import SQL_TYPES

    return {field.name: SQL_TYPES[field.type] for field in schema}


def create_table(name: str, columns: Mapping[str, str]) -> str:
    """Return the SQL that makes an empty table."""
    listed = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    return f"CREATE TABLE {name} ({listed});"


def create_tables() -> str:
    """Return the SQL that makes all tables, empty."""
    return "\n".join(create_table(name, columns) for name, columns in COLUMNS.items())


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
_BEFORE_TERMS: Final[dict[str, str]] = {
    "mentions": _SALIENCES,
    "incidence": f"""
SELECT i.entity_id, i.paper_id, i.relation, s.salience FROM {{incidence}} i JOIN (
    SELECT entity_id, paper_id, {SALIENCE_SQL} AS salience
    FROM ({_SALIENCES}) m WHERE entity_id IS NOT NULL GROUP BY entity_id, paper_id
) s ON s.entity_id = i.entity_id AND s.paper_id = i.paper_id
""",
    "entities": "SELECT *, CAST([] AS VARCHAR[]) AS broader FROM {entities}",
}
"""Queries for tables of versions 2 and 3 with the columns that version 4 added.

Nobody weighed a mention then. So that answers which are ranked by salience are in a sensible order, a mention
in the title has 0.9 there, another one of what is a paper's own 0.6, any other 0.3.
"""

_BEFORE_VECTORS: Final[dict[str, str]] = {
    "incidence": "SELECT *, CAST(600 AS BIGINT) AS rarity FROM {incidence}",
    "links": "SELECT *, CAST([] AS VARCHAR[]) AS terms FROM {links}",
    "positions": "SELECT id, x, y FROM {positions}",
}
"""Queries for tables of versions before 5; a name was as rare as most are."""

_RECORD: Final = f"""
SELECT *, CAST([] AS {_AUTHORS}) AS authors, '' AS venue, '' AS doi, '' AS arxiv_id, '' AS licence,
    CAST([] AS VARCHAR[]) AS keywords, CAST([] AS {_DECLARED_LINKS}) AS links FROM
"""
_BEFORE_AUTHORS: Final[dict[str, str]] = {
    "papers": f"{_RECORD} {{papers}}",
    "entries": f"{_RECORD} {{entries}}",
}
"""Queries for tables of versions before 6; sources that are added again fill what is empty."""

_BEFORE_ARRIVALS: Final[dict[str, str]] = {
    "arrivals": "SELECT id AS paper_id, '' AS added FROM {papers}",
}
"""Queries for tables that versions before 7 do not have; texts are indexed by the next change."""

_SINCE: Final[dict[str, int]] = {
    **dict.fromkeys(("vectors", "topics", "memberships", "pairs", "reaches"), 5),
    **dict.fromkeys(("arrivals", "text_numbers", "text_index"), 7),
}
"""The first version that has a table, if not all have it."""


def _lacking(version: str) -> dict[str, str]:
    """Return the queries for tables of an earlier version that lack columns, or are new and not empty.

    What pairs and reaches hold is made again by the next change, for the links have another version.
    """
    lacking = _BEFORE_ARRIVALS | {"reaches": nothing("reaches")}
    if version in ("2", "3", "4", "5"):
        lacking |= _BEFORE_AUTHORS
    if version in _BEFORE_LINKING:
        lacking |= _BEFORE_VECTORS
    if version in ("2", "3"):
        incidence = _BEFORE_VECTORS["incidence"].replace("{incidence}", f"({_BEFORE_TERMS['incidence']}) i")
        lacking |= _BEFORE_TERMS | {"incidence": incidence}
    return lacking


def older_tables(version: str, homes: Mapping[str, str]) -> dict[str, str]:
    """Return what to read each table of a version from: `homes`, or a query where something was added."""
    if version not in OLDER:
        return dict(homes)
    lacking = _lacking(version)
    queries = {name: f"({lacking[name].format_map(homes)})" for name in homes if name in lacking}
    return {
        name: queries.get(name, home if has_table(version, name) else nothing(name))
        for name, home in homes.items()
    }


def nothing(name: str) -> str:
    """Return the query for a table without rows."""
    columns = ", ".join(f'NULL::{kind} AS "{column}"' for column, kind in COLUMNS[name].items())
    return f"(SELECT {columns} WHERE false)"


def has_table(version: str, name: str) -> bool:
    """Return whether stores of a version have a table."""
    return int(version) >= _SINCE.get(name, 0)


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
    "4": {},
    "5": {},
    "6": {},
}
"""Names of tables in earlier versions of the schema, if not as today."""

_BEFORE_LINKING: Final = ("2", "3", "4")
"""Versions with other blocks."""


def upgrade_sql(version: str) -> str:
    """Return the SQL that brings a store of an earlier version up to date.

    Before version 5, blocks were made by other rules and are dropped: the next change resolves and links
    everything.
    """
    names = OLDER[version]
    homes = {name: name for name in COLUMNS}
    lines = [f"DROP INDEX IF EXISTS {names.get(t, t)}_{column};" for t, column in INDEXES.items()]
    lines += [f"ALTER TABLE {old} RENAME TO {new};" for new, old in names.items()]
    if version in _BEFORE_LINKING:
        lines += [f"DELETE FROM {table};" for table in ("blocks", "block_keys", "provisional")]
    queries = _lacking(version)
    # Incidence is made from the mentions as they were.
    for table in sorted(queries, key=lambda name: (name != "incidence", name)):
        order = ", ".join(f'"{column}"' for column in SORTED_BY[table])
        rows = queries[table].format_map(homes)
        lines.append(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM ({rows}) t ORDER BY {order};")
    lines += [
        create_table(table, COLUMNS[table])
        for table in COLUMNS
        if not has_table(version, table) and table not in queries
    ]
    return "\n".join(
        [
            *lines,
            "DROP TABLE IF EXISTS read;",
            "UPDATE meta SET key = 'fingerprint' WHERE key = 'recipe';",
            f"UPDATE meta SET value = '{SCHEMA_VERSION}' WHERE key = 'schema_version';",
            create_indexes(),
        ]
    )
