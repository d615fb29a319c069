"""The table of source formats: a name, how to recognise it, how to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from extractors.errors import SourceError, UnknownSource
from extractors.sources import SOURCES, daily_papers, delimited, json_array, json_lines
from extractors.sources.intake import Found
from extractors.sources.stream import TextStream

__all__ = ["FORMATS", "Format", "find_format", "recognise_format"]


class Format(NamedTuple):
    """One source format."""

    name: str
    recognise: Callable[[str, str], bool]
    parse: Callable[[TextStream], Iterator[Found]]


FORMATS: Final[dict[str, Format]] = {
    module.NAME: Format(module.NAME, module.recognise, module.parse)
    for module in (json_lines, json_array, delimited, daily_papers)
}


def find_format(name: str) -> Format:
    """Return the format of a name; hyphens count as underscores. Raises UnknownSource with the names."""
    if found := FORMATS.get(name.strip().lower().replace("-", "_")):
        return found
    raise UnknownSource(
        f"unknown source format {name!r}; choose one of {', '.join(SOURCES)}, or none to recognise it"
    )


def recognise_format(stream: TextStream) -> Format:
    """Return the first format that takes the head of a stream for its own.

    Raises SourceError for a text in no known format.
    """
    for candidate in FORMATS.values():
        if candidate.recognise(stream.head, stream.source):
            return candidate
    start = stream.head.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise SourceError(
            f"{stream.source} is an HTML page, not its text; "
            f"open it in a browser, select all, and save what you copy"
        )
    if start.startswith("<?xml"):
        raise SourceError(f"{stream.source} is XML, which is not read; give JSON, JSON lines, CSV or TSV")
    raise SourceError(
        f"{stream.source} is text but no list of papers; expected a saved Daily Papers page, JSON, "
        f"JSON lines, or CSV/TSV with a title column (--source {'|'.join(SOURCES)} forces one)"
    )
