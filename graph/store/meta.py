"""What the table `meta` holds: the options and the report of a graph."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from paperlattice.extractors.sources.read_result import FileReport, Skipped
from paperlattice.graph.errors import OptionError
from paperlattice.graph.model.options import FIRST_KINDS, BuildOptions, BuildReport
from paperlattice.graph.model.pins import PIN_TABLES, Pins

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def read_meta(connection: DuckDBPyConnection) -> dict[str, str]:
    """Return what the table `meta` holds."""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def options_in(meta: Mapping[str, str]) -> BuildOptions:
    """Return the options that a graph was built with, from its `meta`."""
    pins: dict[str, list[dict[str, Any]]] = json.loads(meta.get("pins", "{}"))
    read: dict[str, Any] = {
        table: tuple(PIN_TABLES[table](**_tuples(pin)) for pin in found) for table, found in pins.items()
    }
    stored = {"kinds": FIRST_KINDS, "link_version": ""} | _tuples(json.loads(meta["options"]))
    stored.pop("generic", None)  # of earlier versions
    if "link_top" not in stored and stored.get("links") == "shared":
        del stored["links"]  # nobody chose it: it was the only way to link
    return BuildOptions(**stored, pins=Pins(**read))


def report_in(meta: Mapping[str, str]) -> BuildReport:
    """Return the report of the run that wrote a graph."""
    stored = json.loads(meta["report"])
    skipped = tuple(Skipped(**item) for item in stored.pop("skipped"))
    files = tuple(FileReport(**item) for item in stored.pop("files"))
    stored["pins"] = tuple(stored.get("pins", ()))
    return BuildReport(**stored, skipped=skipped, files=files)


def run_time() -> str:
    """Return the time as a store has it, "2026-11-30T15:12:21Z"; it is SOURCE_DATE_EPOCH where that is set.

    Raises OptionError if that is not a number of seconds since 1970.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise OptionError(
            f"SOURCE_DATE_EPOCH is {given!r}: give whole seconds since 1970, or do not set it"
        ) from error
    return f"{now:%Y-%m-%dT%H:%M:%SZ}"


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: _tuple(value) for key, value in row.items()}


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
