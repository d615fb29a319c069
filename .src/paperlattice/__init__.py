"""A knowledge graph of papers: the methods, datasets and repositories that their abstracts name.

>>> from paperlattice import KnowledgeGraph, Paper
>>> kg = KnowledgeGraph.build([Paper("1", "LoRA revisited", "We test LoRA on ImageNet.")])
>>> [entity.label for entity in kg.entities()]
['LoRA', 'ImageNet']

`paperlattice.extractors` finds the names, `paperlattice.graph` makes a graph of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperlattice import graph

if TYPE_CHECKING:
    from paperlattice.graph import *  # noqa: F403

    __version__: str

__all__ = [*graph.__all__, "__version__"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("paperlattice")
        except PackageNotFoundError:
            return "(not installed, run from its source)"
    return getattr(graph, name)


def __dir__() -> list[str]:
    return sorted(__all__)
