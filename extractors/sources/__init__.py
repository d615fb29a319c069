"""Readers of source files: from files, folders, globs or `-` to `Paper`s.

One module is one format. `read_papers` recognises the format by content, reads all inputs as streams, merges
papers that several of them list, and reports everything that it skipped.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paperlattice.extractors.sources.formats import SOURCES
    from paperlattice.extractors.sources.merge import merge_keys, merge_papers
    from paperlattice.extractors.sources.read import Entries, iter_entries, read_papers
    from paperlattice.extractors.sources.read_result import FileReport, Progress, ReadResult, Skipped

__all__ = [
    "SOURCES",
    "Entries",
    "FileReport",
    "Progress",
    "ReadResult",
    "Skipped",
    "iter_entries",
    "merge_keys",
    "merge_papers",
    "read_papers",
]


def __getattr__(name: str) -> Any:
    """Import the home of a public name on first use, so that importing the folder costs nothing."""
    for home in ("formats", "read_result", "merge", "read") if name in __all__ else ():
        if hasattr(module := import_module(f"{__name__}.{home}"), name):
            return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
