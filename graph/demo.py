"""The bundled sample: a page of invented papers that name real methods and datasets."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

SAMPLE_NAME = "daily_papers.txt"


def sample_file() -> AbstractContextManager[Path]:
    """Return a context in which the sample page is a file."""
    return as_file(files("paperlattice.graph") / "sample" / SAMPLE_NAME)
