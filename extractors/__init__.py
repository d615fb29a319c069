"""Finders of what titles and abstracts name, and the sources of papers."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .abbreviations import find_abbreviations as find_abbreviations
    from .errors import PaperlatticeError as PaperlatticeError
    from .pipeline import extract as extract, make_pipeline as make_pipeline
    from .plugins import PlugIn as PlugIn, read_plugins as read_plugins
    from .records import Author as Author, Mention as Mention, Paper as Paper
    from .selection import find_datasets as find_datasets, find_methods as find_methods
    from .sources import read_papers as read_papers
    from .term_selection import find_tasks as find_tasks, find_techniques as find_techniques
    from .urls import find_repos as find_repos

if __name__ == "extractors":  # the folder of a checkout, as in `graph`
    sys.path.append(str(Path(__file__).resolve().parents[1] / ".src"))
    import_module("paperlattice.checkout").share_modules("extractors")

_HOMES = {
    "Author": "records",
    "Mention": "records",
    "Paper": "records",
    "PaperlatticeError": "errors",
    "PlugIn": "plugins",
    "extract": "pipeline",
    "find_abbreviations": "abbreviations",
    "find_datasets": "selection",
    "find_methods": "selection",
    "find_repos": "urls",
    "find_tasks": "term_selection",
    "find_techniques": "term_selection",
    "make_pipeline": "pipeline",
    "read_papers": "sources",
    "read_plugins": "plugins",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `--help` does not load spaCy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
