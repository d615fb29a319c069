"""The table of source formats: a name, how to recognise it, how to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from extractors.errors import SourceError, UnknownSource
from extractors.sources import SOURCES, daily_papers, delimited, json_array, json_lines, parquet
from extractors.sources.intake import Found, Skipped
from extractors.sources.stream import TextStream, open_bytes

__all__ = ["FORMATS", "BinaryFormat", "Format", "Reading", "find_format", "open_source", "recognise_format"]


class Format(NamedTuple):
    """A format of text; `recognise(head, filename)` says whether a text is of it."""

    name: str
    recognise: Callable[[str, str], bool]
    parse: Callable[[TextStream], Iterator[Found]]


class BinaryFormat(NamedTuple):
    """A format of bytes that start with `magic`; `parse(file, source)` may seek in the file."""

    name: str
    magic: bytes
    parse: Callable[[BinaryIO, str], Iterator[Found]]


class Reading(NamedTuple):
    """An open source: the name of its format, its records, and what the stream reports when they are read."""

    format: str
    records: Iterator[Found]
    notes: Callable[[], list[Skipped]]


FORMATS: Final[dict[str, Format | BinaryFormat]] = {
    **{
        module.NAME: Format(module.NAME, module.recognise, module.parse)
        for module in (json_lines, json_array, delimited, daily_papers)
    },
    parquet.NAME: BinaryFormat(parquet.NAME, parquet.MAGIC, parquet.parse),
}


@contextmanager
def open_source(path: Path, *, forced: Format | BinaryFormat | None = None) -> Iterator[Reading]:
    """Yield the records of a file, or of standard input for `-`, in the `forced` format or the one it has.

    Raises SourceError if the file cannot be opened, is empty, or is in no known format.
    """
    with open_bytes(path) as data:
        chosen = forced or next(
            (
                binary
                for binary in FORMATS.values()
                if isinstance(binary, BinaryFormat) and data.look(len(binary.magic)) == binary.magic
            ),
            None,
        )
        if isinstance(chosen, BinaryFormat):
            with data.as_file() as file:
                yield Reading(chosen.name, chosen.parse(file, data.source), list)
            return
        stream = TextStream(data)
        stream.check()
        chosen = chosen or recognise_format(stream)
        yield Reading(chosen.name, chosen.parse(stream), stream.notes)


def find_format(name: str) -> Format | BinaryFormat:
    """Return the format of a name; hyphens count as underscores. Raises UnknownSource with the names."""
    if found := FORMATS.get(name.strip().lower().replace("-", "_")):
        return found
    raise UnknownSource(
        f"unknown source format {name!r}; choose one of {', '.join(SOURCES)}, or none to recognise it"
    )


def recognise_format(stream: TextStream) -> Format:
    """Return the first format of text that takes the head of a stream for its own.

    Raises SourceError for a text in no known format.
    """
    for candidate in FORMATS.values():
        if isinstance(candidate, Format) and candidate.recognise(stream.head, stream.source):
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
        f"JSON lines, CSV/TSV with a title column, or Parquet (--source {'|'.join(SOURCES)} forces one)"
    )
