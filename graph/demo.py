"""The bundled sample: a page of invented papers that name real methods and datasets."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from graph.knowledge import KnowledgeGraph

if TYPE_CHECKING:
    from graph.build import Progress

__all__ = ["SAMPLE_NAME", "build_sample"]

SAMPLE_NAME = "daily_papers.txt"


def build_sample(*, on_progress: Progress | None = None) -> KnowledgeGraph:
    """Return the graph of the sample page that comes with the package: the same on every machine."""
    with as_file(files("graph") / "sample" / SAMPLE_NAME) as page:
        return KnowledgeGraph.build(page, on_progress=on_progress)
