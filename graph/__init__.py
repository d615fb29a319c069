"""The graph of papers and what they name: resolve, link, export, query."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from paperlattice.extractors.records import Paper
    from paperlattice.graph.api import KnowledgeGraph, Store
    from paperlattice.graph.export import write_graph
    from paperlattice.graph.model.options import read_pins
    from paperlattice.graph.pipeline.link import link_papers
    from paperlattice.graph.pipeline.spark import build_with_spark
    from paperlattice.graph.resolve.entities import resolve_entities

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
    "KnowledgeGraph": "paperlattice.graph.api",
    "Paper": "paperlattice.extractors.records",
    "Store": "paperlattice.graph.api",
    "build_with_spark": "paperlattice.graph.pipeline.spark",
    "link_papers": "paperlattice.graph.pipeline.link",
    "read_pins": "paperlattice.graph.model.options",
    "resolve_entities": "paperlattice.graph.resolve.entities",
    "write_graph": "paperlattice.graph.export",
}


def __getattr__(name: str) -> Any:
    """Import the home of a public name on first use: `import graph` alone stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
