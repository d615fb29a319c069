"""Engines: what moves the rows of a build where one process is not enough; each stage is defined elsewhere.

`graph.engines.spark` builds on Apache Spark and leaves a folder of Parquet tables; `open_tables` reads it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from graph.engines.errors import EngineError
    from graph.engines.folder import is_table_folder, open_tables
    from graph.engines.spark.build import build_with_spark

__all__ = ["EngineError", "build_with_spark", "is_table_folder", "open_tables"]

_HOMES: Final[dict[str, str]] = {
    "EngineError": "errors",
    "build_with_spark": "spark.build",
    "is_table_folder": "folder",
    "open_tables": "folder",
}


def __getattr__(name: str) -> Any:
    """Import the home of a public name on first use: neither DuckDB nor Spark is loaded before."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
