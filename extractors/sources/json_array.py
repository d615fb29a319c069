"""JSON documents as a stream: an array of records, an object that holds one, or objects in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from extractors.errors import SourceError
from extractors.sources.fields import TITLE_FIELDS, canonical_field, read_record
from extractors.sources.intake import Found, Skipped
from extractors.sources.json_scanner import BrokenJsonError, JsonScanner, Overlong, TooDeep
from extractors.sources.stream import MAX_RECORD_CHARS, TextStream

__all__ = ["NAME", "parse", "recognise", "wraps_records"]

NAME: Final = "json"

_CONTAINERS: Final = frozenset(
    ("papers", "data", "results", "entries", "items", "records", "rows", "docs", "message", "response")
)
_WRAPPED: Final = re.compile(rf'\{{[^{{\[]*"(?:{"|".join(sorted(_CONTAINERS))})"\s*:\s*[\[{{]', re.IGNORECASE)
_MAX_NESTING: Final = 8


def wraps_records(head: str) -> bool:
    """Whether the text starts like an object that wraps records: `{"total": 2, "papers": [...`."""
    return _WRAPPED.match(head.lstrip()) is not None


def recognise(head: str, _filename: str) -> bool:
    """Whether the head starts like a JSON array or object; `[` alone may also start a line of prose."""
    start = head.lstrip()[:2000]
    return re.match(r'\[\s*[\[{\]"]|\{\s*["}]', start) is not None


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield the papers of a JSON document as they come; memory holds one record at a time.

    Arrays are found under the usual names (papers, data, results, entries, items, ...), also nested. An
    object of objects is read as records under their ids. Raises SourceError with line and column where the
    document is broken before its first record; behind one, the rest is skipped and reported.
    """
    scanner = JsonScanner(stream.read, limit=MAX_RECORD_CHARS)
    number = 0
    try:
        for line, record in _records(scanner):
            number += 1
            where = f"record {number} (line {line})"
            if isinstance(record, dict):
                yield read_record(record, stream.source, where=where)
            elif isinstance(record, Overlong):
                yield Skipped(stream.source, where, f"longer than {MAX_RECORD_CHARS:,} characters")
            elif isinstance(record, TooDeep):
                yield Skipped(stream.source, where, "broken JSON: nested too deeply")
            else:
                yield Skipped(
                    stream.source, where, f"no record: a JSON {type(record).__name__}, not an object"
                )
    except BrokenJsonError as error:
        if not number:
            raise SourceError(
                f"{stream.source} is broken JSON: {error.reason} at {error.where}; mend it or save it anew"
            ) from error
        yield Skipped(
            stream.source,
            error.where,
            f"broken JSON: {error.reason}; what follows record {number} was not read",
        )


def _records(scanner: JsonScanner) -> Iterator[tuple[int, Any]]:
    while scanner.peek():
        yield from _walk(scanner, 0)


def _walk(scanner: JsonScanner, depth: int) -> Iterator[tuple[int, Any]]:
    if scanner.peek() == "[":
        scanner.take()
        while (char := scanner.peek()) != "]":
            if char == ",":
                scanner.take()
            else:
                yield scanner.line, scanner.value()
        scanner.take()
    elif scanner.peek() == "{":
        yield from _walk_object(scanner, depth)
    else:
        yield scanner.line, scanner.value()


def _walk_object(scanner: JsonScanner, depth: int) -> Iterator[tuple[int, Any]]:
    """Yield the records inside of an object, or the object itself where it is one."""
    line, fields, wraps = scanner.line, dict[str, Any](), False
    scanner.take()
    while (char := scanner.peek()) != "}":
        if char == ",":
            scanner.take()
            continue
        key = scanner.key()
        opens = scanner.peek() in ("[", "{")
        if opens and key.lower() in _CONTAINERS and depth < _MAX_NESTING and not _has_title(fields):
            wraps = True
            yield from _walk(scanner, depth + 1)
        else:
            fields[key] = value = scanner.value()
            if isinstance(value, Overlong | TooDeep):
                yield scanner.line, value
    scanner.take()
    records = {key: value for key, value in fields.items() if isinstance(value, dict) and _has_title(value)}
    if wraps:
        return
    if records and not _has_title(fields) and "paper" not in fields:
        yield from ((line, {"id": key, **value}) for key, value in records.items())
    elif fields:
        yield line, fields


def _has_title(fields: dict[str, Any]) -> bool:
    return any(canonical_field(name) in TITLE_FIELDS for name in fields) or isinstance(
        fields.get("paper"), dict
    )
