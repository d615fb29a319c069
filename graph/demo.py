"""The bundled sample: a page of invented papers that name real methods and datasets."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

SAMPLE_NAME = "daily_papers.txt"


def sample_file() -> AbstractContextManager[Path]:
    """Return a context in which the sample page is a file.

    Example:
        >>> from paperlattice.graph.demo import sample_file
        >>> from paperlattice.extractors import read_papers
        >>> with sample_file() as page:
        ...     len(read_papers(page).papers)
        42
    """
    return as_file(files("paperlattice.graph") / "sample" / SAMPLE_NAME)
