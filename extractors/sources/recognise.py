"""From a file to its records: opened, its format recognised by content, parsed as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from extractors.errors import SourceError
from extractors.sources.formats import ADVICE, FORMATS, SOURCES, Format
from extractors.sources.intake import Found, Skipped
from extractors.sources.stream import TextStream, open_bytes


class Reading(NamedTuple):
    """An open source: the name of its format, its records, and what the stream reports when they are read."""

    format: str
    records: Iterator[Found]
    notes: Callable[[], list[Skipped]]


@contextmanager
def open_source(path: Path, *, forced: Format | None = None) -> Iterator[Reading]:
    """Yield the records of a file, or of standard input for `-`, in the `forced` format or the one it has.

    Raises SourceError if the file cannot be opened, is empty, or is in no known format.
    """
    with open_bytes(path) as data:
        binary = (known for known in FORMATS.values() if known.magic)
        chosen = forced or next((b for b in binary if data.look(len(b.magic)) == b.magic), None)
        if chosen and chosen.magic:
            with data.as_file() as file:
                yield Reading(chosen.name, chosen.module.parse(file, data.source), list)
            return
        stream = TextStream(data)
        stream.check()
        chosen = chosen or recognise_format(stream)
        yield Reading(chosen.name, chosen.module.parse(stream), stream.notes)


def recognise_format(stream: TextStream) -> Format:
    """Return the first format of text that takes the head of a stream for its own.

    Raises SourceError for a text in no known format.
    """
    for known in FORMATS.values():
        if known.recognise(stream.head, stream.source):
            return known
    start = stream.head.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise SourceError(
            f"{stream.source} is an HTML page, not its text; "
            f"open it in a browser, select all, and save what you copy"
        )
    if start.startswith("<?xml"):
        raise SourceError(f"{stream.source} is XML, which is not read; {ADVICE}")
    raise SourceError(
        f"{stream.source} is text but no list of papers; {ADVICE} (--source {'|'.join(SOURCES)} forces one)"
    )
