"""The store: one DuckDB file that holds all tables of a graph, to be opened again or queried with SQL."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from extractors.records import Mention, Paper
from extractors.sources.intake import FileReport, Skipped
from graph.assemble import Placement
from graph.errors import StoreError
from graph.lattice import BuildOptions, BuildReport, Lattice
from graph.records import Entity, Join, Link, Resolution
from graph.resolve.pins import Pin, Pins

__all__ = ["SCHEMA_VERSION", "TABLES", "read_store", "tables_of", "write_store"]

SCHEMA_VERSION: Final = 1

_TEXT: Final = pa.string()
_TEXTS: Final = pa.list_(pa.string())
_NUMBER: Final = pa.float64()
_COUNT: Final = pa.int64()

TABLES: Final[dict[str, pa.Schema]] = {
    "papers": pa.schema(
        {
            "id": _TEXT,
            "title": _TEXT,
            "abstract": _TEXT,
            "date": _TEXT,
            "url": _TEXT,
            "sources": _TEXTS,
            "categories": _TEXTS,
            "declared": _TEXTS,
        }
    ),
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
    "nodes": pa.schema({"id": _TEXT, "cluster": _TEXT, "x": _NUMBER, "y": _NUMBER}),
    "meta": pa.schema({"key": _TEXT, "value": _TEXT}),
}
"""Columns of each table. `mentions.entity_id` is null for a name that stands for no entity."""


def write_store(
    path: str | os.PathLike[str], lattice: Lattice, *, placement: Mapping[str, Placement]
) -> Path:
    """Write all tables to a DuckDB file and return its path; folders are made.

    A temporary file beside it is filled first and then renamed, so that a run that is killed leaves the old
    store.

    Raises StoreError if the file cannot be written or stands there as something else.
    """
    target = Path(path)
    tables = _all_tables(lattice, placement, target)
    with _errors_named(target, "written"):
        if target.is_dir():
            raise IsADirectoryError("it is a folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            draft = Path(folder) / "store.duckdb"
            with contextlib.closing(duckdb.connect(str(draft))) as connection:
                connection.begin()
                for name, table in tables.items():
                    connection.register("arrow_rows", table)
                    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM arrow_rows")
                    connection.unregister("arrow_rows")
                connection.commit()
                connection.execute("CHECKPOINT")
            draft.replace(target)
    return target


def read_store(path: str | os.PathLike[str]) -> tuple[Lattice, dict[str, Placement]]:
    """Return the tables of a store and where its nodes are drawn, as they were written.

    Raises StoreError for a file that is missing, no store, damaged, in use, or of another schema.
    """
    target = Path(path)
    with _errors_named(target, "read"):
        if not target.is_file():
            raise FileNotFoundError("there is no such file")
        with contextlib.closing(duckdb.connect(str(target), read_only=True)) as connection:
            meta = _meta(connection, target)
            rows = {name: _rows(connection, name) for name in TABLES if name != "meta"}
    lattice = Lattice(
        papers=tuple(Paper(**_tuples(row)) for row in rows["papers"]),
        mentions=tuple(Mention(**_without(row, "entity_id")) for row in rows["mentions"]),
        resolution=_resolution(rows),
        links=tuple(Link(**_tuples(row)) for row in rows["links"]),
        options=BuildOptions(**json.loads(meta["options"])),
        report=_report(json.loads(meta["report"])),
        pins=_pins(json.loads(meta.get("pins", "{}"))),
    )
    return lattice, {row["id"]: Placement(row["cluster"], row["x"], row["y"]) for row in rows["nodes"]}


def tables_of(lattice: Lattice) -> dict[str, pa.Table]:
    """Return papers, mentions, entities, joins and links as Arrow tables: the exchange format."""
    resolution = lattice.resolution
    names = resolution.names
    entity_of = [names.get((m.paper_id, m.kind, m.name)) for m in lattice.mentions]
    joins = [(entity.id, join) for entity in resolution.entities for join in entity.joins]
    return {
        "papers": _table("papers", lattice.papers),
        "mentions": _table("mentions", lattice.mentions, entity_id=entity_of),
        "entities": _table("entities", resolution.entities),
        "joins": _table(
            "joins",
            [join for _, join in joins],
            entity_id=[entity for entity, _ in joins],
            left_form=[join.left for _, join in joins],
            right_form=[join.right for _, join in joins],
        ),
        "links": _table("links", lattice.links),
    }


def _all_tables(lattice: Lattice, placement: Mapping[str, Placement], target: Path) -> dict[str, pa.Table]:
    meta = {
        "schema_version": str(SCHEMA_VERSION),
        "options": json.dumps(dataclasses.asdict(lattice.options)),
        "report": json.dumps(dataclasses.asdict(lattice.report)),
        "pins": json.dumps(dataclasses.asdict(lattice.pins)),
    }
    places = list(placement.values())
    try:
        return tables_of(lattice) | {
            "nodes": _table("nodes", places, id=list(placement)),
            "meta": _table("meta", (), key=list(meta), value=list(meta.values())),
        }
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{target}: cannot be written, a text is not valid Unicode ({error.reason}); clean the input"
        ) from error


def _table(name: str, records: Sequence[Any], **columns: list[Any]) -> pa.Table:
    """Return one row a record; a column is the attribute of its name where it is not given."""
    schema = TABLES[name]
    arrays = []
    for field in schema:
        values = columns.get(field.name)
        if values is None:
            values = [getattr(record, field.name) for record in records]
        arrays.append(pa.array(values, type=field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[dict[str, Any]]:
    columns = ", ".join(f'"{column}"' for column in TABLES[name].names)
    found = connection.sql(f"SELECT {columns} FROM {name} ORDER BY rowid").to_arrow_table()
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def _meta(connection: duckdb.DuckDBPyConnection, target: Path) -> dict[str, str]:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not set(TABLES) <= tables:
        raise StoreError(f"{target}: is a DuckDB file but no paperlattice store; name one that `build` wrote")
    meta = {row["key"]: row["value"] for row in _rows(connection, "meta")}
    version = meta.get("schema_version", "none")
    if version != str(SCHEMA_VERSION):
        raise StoreError(
            f"{target}: has schema version {version}, this paperlattice reads {SCHEMA_VERSION}; build it anew"
        )
    return meta


def _resolution(rows: Mapping[str, list[dict[str, Any]]]) -> Resolution:
    joins: dict[str, list[Join]] = {}
    for row in rows["joins"]:
        join = Join(row["left_form"], row["right_form"], row["rule"], row["score"], row["evidence"])
        joins.setdefault(row["entity_id"], []).append(join)
    entities = tuple(
        Entity(**_tuples(row), joins=tuple(joins.get(row["id"], ()))) for row in rows["entities"]
    )
    names = {
        (row["paper_id"], row["kind"], row["name"]): row["entity_id"]
        for row in rows["mentions"]
        if row["entity_id"] is not None
    }
    return Resolution(entities, names)


def _report(stored: dict[str, Any]) -> BuildReport:
    skipped = tuple(Skipped(**item) for item in stored.pop("skipped"))
    files = tuple(FileReport(**item) for item in stored.pop("files"))
    return BuildReport(**stored, skipped=skipped, files=files)


def _pins(stored: dict[str, list[dict[str, Any]]]) -> Pins:
    return Pins(**{relation: tuple(Pin(**_tuples(pin)) for pin in pins) for relation, pins in stored.items()})


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _without(row: dict[str, Any], column: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != column}


@contextlib.contextmanager
def _errors_named(target: Path, verb: str) -> Iterator[None]:
    """Turn what DuckDB, Arrow and the file system raise into one line: file, fault, what to do."""
    try:
        yield
    except StoreError:
        raise
    except duckdb.Error as error:
        raise StoreError(f"{target}: cannot be {verb}, {_why(str(error))}") from error
    except (OSError, pa.ArrowException) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"{target}: cannot be {verb}, {reason}; check the path") from error


def _why(message: str) -> str:
    """Return what a message of DuckDB means for the user, in the words of this program where it is known."""
    first = message.strip().splitlines()[0] if message.strip() else "unknown error"
    if "set lock" in first or "different configuration" in first:
        return "another program has it open; close that first"
    if "not a valid DuckDB" in message:
        return "it is no DuckDB file; name the .duckdb file that `build` wrote"
    return f"it seems damaged ({first[:200]}); build it anew"
