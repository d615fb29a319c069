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

__all__ = [*graph.__all__, "__version__"]  # noqa: F405


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("paperlattice")
    return getattr(graph, name)


def __dir__() -> list[str]:
    return sorted(__all__)
