"""A whole graph to a store and back, and its tables for other programs."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from extractors.records import Mention
from extractors.sources.intake import FileReport, Skipped
from graph.model.options import BuildOptions, BuildReport, Lattice
from graph.model.records import Entity, Join, Link, Resolution
from graph.pipeline.assemble import Placement
from graph.pipeline.entries import put_entries
from graph.pipeline.index import NAMING_SQL, form_rows, title_rows
from graph.resolve.pins import Pin, Pins
from graph.store.codec import insert, papers_from, stored_rows, table_of
from graph.store.errors import errors_named
from graph.store.schema import SCHEMA_VERSION, create_indexes, create_tables
from graph.store.transaction import changing, open_store, read_meta

__all__ = [
    "entity_tables",
    "put_index",
    "put_meta",
    "read_lattice",
    "read_options",
    "read_pins",
    "read_report",
    "read_store",
    "tables_in_memory",
    "tables_of",
    "write_store",
]

_CONTENT: Final = ("papers", "mentions", "entities", "joins", "links")


def write_store(
    path: str | os.PathLike[str], lattice: Lattice, *, placement: Mapping[str, Placement] | None = None
) -> Path:
    """Write all tables to a DuckDB file and return its path; folders are made.

    A file that stands there is replaced when all is written, so that a run that is killed leaves it.

    Raises StoreError if the file cannot be written, is being changed by another, or stands there as something
    else than a store.
    """
    with changing(path, fresh=True, resumable=False) as draft:
        _put_lattice(draft.connection, lattice, {} if placement is None else placement)
        return draft.commit()


def tables_in_memory(lattice: Lattice) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that holds the tables of a graph. Raises StoreError."""
    connection = duckdb.connect()
    with errors_named(Path("the graph"), "read"):
        connection.execute(create_tables())
        _put_lattice(connection, lattice, {})
    return connection


def _put_lattice(
    connection: duckdb.DuckDBPyConnection, lattice: Lattice, placement: Mapping[str, Placement]
) -> None:
    tables = tables_of(lattice)
    put_entries(connection, lattice.entries or lattice.papers, lattice.papers)
    for name in ("mentions", "entities", "joins", "links"):
        insert(connection, name, tables[name])
    connection.execute("INSERT INTO read SELECT id FROM papers")
    put_index(connection, lattice.resolution.entities)
    insert(connection, "nodes", table_of("nodes", list(placement.values()), id=list(placement)))
    put_meta(connection, lattice.options, lattice.pins, lattice.report)


def read_store(path: str | os.PathLike[str]) -> tuple[Lattice, dict[str, Placement]]:
    """Return the tables of a store and where its nodes are drawn, nothing where that is not settled.

    Raises StoreError for a file that is missing, no store, damaged, in use, or of another schema.
    """
    with contextlib.closing(open_store(path)) as connection, errors_named(Path(path), "read"):
        return read_lattice(connection)


def read_lattice(connection: duckdb.DuckDBPyConnection) -> tuple[Lattice, dict[str, Placement]]:
    """Return what `read_store` returns, from a database that holds the tables of a store."""
    joins: dict[str, list[Join]] = {}
    for row in stored_rows(connection, "joins"):
        join = Join(row["left_form"], row["right_form"], row["rule"], row["score"], row["evidence"])
        joins.setdefault(row["entity_id"], []).append(join)
    entities = tuple(
        Entity(**row, joins=tuple(joins.get(row["id"], ()))) for row in stored_rows(connection, "entities")
    )
    mentions: list[Mention] = []
    names: dict[Any, str] = {}
    for row in stored_rows(connection, "mentions"):
        entity = row.pop("entity_id")
        mentions.append(Mention(**row))
        if entity is not None:
            names[row["paper_id"], row["kind"], row["name"]] = entity
    meta = read_meta(connection)
    lattice = Lattice(
        papers=tuple(papers_from(stored_rows(connection, "papers"))),
        mentions=tuple(mentions),
        resolution=Resolution(entities, dict(sorted(names.items()))),
        links=tuple(Link(**row) for row in stored_rows(connection, "links")),
        options=read_options(meta),
        report=read_report(meta),
        pins=read_pins(meta),
        entries=tuple(papers_from(stored_rows(connection, "entries"))),
    )
    places = {
        row["id"]: Placement(row["cluster"], row["x"], row["y"]) for row in stored_rows(connection, "nodes")
    }
    return lattice, places


def tables_of(lattice: Lattice) -> dict[str, pa.Table]:
    """Return papers, mentions, entities, joins and links as Arrow tables: the exchange format."""
    names = lattice.resolution.names
    entity_of = [names.get((m.paper_id, m.kind, m.name)) for m in lattice.mentions]
    return {
        "papers": table_of("papers", lattice.papers),
        "mentions": table_of("mentions", lattice.mentions, entity_id=entity_of),
        **entity_tables(lattice.resolution.entities),
        "links": table_of("links", lattice.links),
    }


def entity_tables(entities: Iterable[Entity]) -> dict[str, pa.Table]:
    """Return the tables `entities` and `joins`, in the order given."""
    given = list(entities)
    joins = [(entity.id, join) for entity in given for join in entity.joins]
    return {
        "entities": table_of("entities", given),
        "joins": table_of(
            "joins",
            [join for _, join in joins],
            entity_id=[entity for entity, _ in joins],
            left_form=[join.left for _, join in joins],
            right_form=[join.right for _, join in joins],
        ),
    }


def put_index(connection: duckdb.DuckDBPyConnection, entities: Iterable[Entity]) -> None:
    """Fill `naming`, `forms` and `titles`, which must be empty, from the tables that hold the graph.

    Indexes are made too; there must be none.
    """
    connection.execute(f"INSERT INTO naming {NAMING_SQL}")
    insert_forms(connection, entities, _written(connection, ""))
    titles = connection.execute("SELECT id, title FROM papers").fetchall()
    insert_titles(connection, titles)
    connection.execute(create_indexes())


def insert_forms(
    connection: duckdb.DuckDBPyConnection, entities: Iterable[Entity], written: Iterable[tuple[str, str]]
) -> None:
    """Add the forms of entities; `written` are pairs of an entity's id and a form in some paper."""
    rows = form_rows(entities, written)
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    insert(connection, "forms", table_of("forms", (), key=columns[0], entity_id=columns[1], rank=columns[2]))


def insert_titles(connection: duckdb.DuckDBPyConnection, papers: Iterable[tuple[str, str]]) -> None:
    """Add the rows of titles, given as (id, title)."""
    columns = list(zip(*title_rows(papers), strict=True)) or [(), (), ()]
    rows = table_of("titles", (), key=columns[0], paper_id=columns[1], is_head=columns[2])
    insert(connection, "titles", rows)


def _written(connection: duckdb.DuckDBPyConnection, where: str) -> Iterator[tuple[str, str]]:
    question = f"""
        SELECT DISTINCT entity_id, unnest([name, surface]) FROM mentions
        WHERE entity_id IS NOT NULL {where}
    """
    for entity, form in connection.execute(question).fetchall():
        if form:
            yield entity, form


def put_meta(
    connection: duckdb.DuckDBPyConnection, options: BuildOptions, pins: Pins, report: BuildReport
) -> None:
    """Put options, pins and the account in the place of those that stand there."""
    values = {
        "schema_version": str(SCHEMA_VERSION),
        "recipe": recipe_of(options),
        "options": json.dumps(dataclasses.asdict(options)),
        "pins": json.dumps(dataclasses.asdict(pins)),
        "report": json.dumps(dataclasses.asdict(report)),
    }
    connection.execute("DELETE FROM meta")
    insert(connection, "meta", table_of("meta", (), key=list(values), value=list(values.values())))


def recipe_of(options: BuildOptions) -> str:
    """Return what the mentions of a text depend on, beside the text: equal recipes give equal mentions."""
    return json.dumps([options.extractor_version, options.min_confidence, options.generic])


def read_options(meta: Mapping[str, str]) -> BuildOptions:
    """Return the options that a store was built with, from its `meta`."""
    return BuildOptions(**json.loads(meta["options"]))


def read_report(meta: Mapping[str, str]) -> BuildReport:
    """Return the account of the run that wrote a store."""
    stored = json.loads(meta["report"])
    skipped = tuple(Skipped(**item) for item in stored.pop("skipped"))
    files = tuple(FileReport(**item) for item in stored.pop("files"))
    return BuildReport(**stored, skipped=skipped, files=files)


def read_pins(meta: Mapping[str, str]) -> Pins:
    """Return the pins that a store was built with."""
    stored: dict[str, list[dict[str, Any]]] = json.loads(meta.get("pins", "{}"))
    return Pins(**{relation: tuple(Pin(**_tuples(pin)) for pin in pins) for relation, pins in stored.items()})


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
