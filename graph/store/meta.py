"""What a graph says of itself: version of the schema, options, pins, account."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extractors.sources.intake import FileReport, Skipped
from graph.model.options import BuildOptions, BuildReport
from graph.model.pins import Pin, Pins
from graph.store.schema import SCHEMA_VERSION, TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def read_meta(connection: DuckDBPyConnection) -> dict[str, str]:
    """Return what the table `meta` holds."""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def meta_table(options: BuildOptions, report: BuildReport) -> pa.Table:
    """Return the rows of `meta`."""
    stored = ("extractor_version", "hub_limit", "min_confidence", "generic")
    values = {
        "schema_version": str(SCHEMA_VERSION),
        "fingerprint": json.dumps(options.fingerprint),
        "options": json.dumps({name: getattr(options, name) for name in stored}),
        "pins": json.dumps(dataclasses.asdict(options.pins)),
        "report": json.dumps(dataclasses.asdict(report)),
    }
    return pa.table({"key": list(values), "value": list(values.values())}, schema=TABLES["meta"])


def options_in(meta: Mapping[str, str]) -> BuildOptions:
    """Return the options that a graph was built with, from its `meta`."""
    pins: dict[str, list[dict[str, Any]]] = json.loads(meta.get("pins", "{}"))
    read = {relation: tuple(Pin(**_tuples(pin)) for pin in found) for relation, found in pins.items()}
    return BuildOptions(**json.loads(meta["options"]), pins=Pins(**read))


def report_in(meta: Mapping[str, str]) -> BuildReport:
    """Return the account of the run that wrote a graph."""
    stored = json.loads(meta["report"])
    skipped = tuple(Skipped(**item) for item in stored.pop("skipped"))
    files = tuple(FileReport(**item) for item in stored.pop("files"))
    return BuildReport(**stored, skipped=skipped, files=files)


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
