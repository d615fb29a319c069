"""The bundled sample: a page of invented papers that name real methods and datasets."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from graph.api import KnowledgeGraph

if TYPE_CHECKING:
    from graph.pipeline.build import Progress

__all__ = ["SAMPLE_NAME", "build_sample", "sample_file"]

SAMPLE_NAME = "daily_papers.txt"


def build_sample(*, on_progress: Progress | None = None) -> KnowledgeGraph:
    """Return the graph of the sample page that comes with the package: the same on every machine."""
    with sample_file() as page:
        return KnowledgeGraph.build(page, on_progress=on_progress)


def sample_file() -> AbstractContextManager[Path]:
    """Return a context in which the sample page is a file."""
    return as_file(files("graph") / "sample" / SAMPLE_NAME)
