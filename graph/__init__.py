"""The graph of papers and what they name: resolve, link, export, query."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from extractors.records import Paper
    from graph.api import KnowledgeGraph, Store
    from graph.export import write_graph
    from graph.model.options import read_pins
    from graph.pipeline.link import link_papers
    from graph.pipeline.spark import build_with_spark
    from graph.resolve.entities import resolve_entities

__all__ = [
    "KnowledgeGraph",
    "Paper",
    "Store",
    "build_with_spark",
    "link_papers",
    "read_pins",
    "resolve_entities",
    "write_graph",
]

_HOMES: Final = {
    "KnowledgeGraph": "graph.api",
    "Paper": "extractors.records",
    "Store": "graph.api",
    "build_with_spark": "graph.pipeline.spark",
    "link_papers": "graph.pipeline.link",
    "read_pins": "graph.model.options",
    "resolve_entities": "graph.resolve.entities",
    "write_graph": "graph.export",
}


def __getattr__(name: str) -> Any:
    """Import the home of a public name on first use: `import graph` alone stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
