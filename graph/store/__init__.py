"""The store: one DuckDB file that holds all tables of a graph and grows with its papers."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .change import Changes, add_papers, build_papers, remove_papers
    from .files import Draft, changing, open_store
    from .schema import SCHEMA_VERSION, TABLES
    from .whole import read_lattice, read_store, tables_of, write_store

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Changes",
    "Draft",
    "add_papers",
    "build_papers",
    "changing",
    "open_store",
    "read_lattice",
    "read_store",
    "remove_papers",
    "tables_of",
    "write_store",
]

_HOMES: Final = {
    "SCHEMA_VERSION": "schema",
    "TABLES": "schema",
    "Changes": "change",
    "Draft": "files",
    "add_papers": "change",
    "build_papers": "change",
    "changing": "files",
    "open_store": "files",
    "read_lattice": "whole",
    "read_store": "whole",
    "remove_papers": "change",
    "tables_of": "whole",
    "write_store": "whole",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
