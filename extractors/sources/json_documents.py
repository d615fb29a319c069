"""JSON documents: an array of records, an object that holds one, or documents in a row.

One that is no longer than a record may be is held in memory, which is faster. What is longer is read as a
stream, and so is what the decoder of Python refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.field_names import names_title
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.json_events import (
    OPENING,
    BrokenJsonError,
    Events,
    Fault,
    HeldEvents,
    StreamEvents,
    locate_fault,
    read_ahead,
)
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import TextStream

_CONTAINERS: Final = frozenset(
    (
        *("papers", "data", "results", "entries", "items", "records", "rows", "docs", "message", "response"),
        *("resultlist", "result", "notes", "recommendedpapers", "collection", "hits", "hit"),
    )
)
# '{"total": 2, "papers": ['; not '{"title": "One", "data": 1}'.
_WRAPPED: Final = re.compile(rf'\{{[^{{\[]*"(?:{"|".join(sorted(_CONTAINERS))})"\s*:\s*[\[{{]', re.IGNORECASE)
# '{"meta": {"count": 2}, "results": [' and '..."results": [{"id": 1},'; not '{"papers": ["a"]}'.
_OPEN: Final = re.compile(rf'"(?:{"|".join(sorted(_CONTAINERS))})"\s*:\s*\[(?:[^"]|.*,)?\s*$', re.IGNORECASE)
_MAX_CONTAINERS: Final = 8


def wraps_records(head: str) -> bool:
    """Whether the text starts like an object that wraps records: `{"total": 2, "papers": [...`."""
    return _WRAPPED.match(head.lstrip()) is not None


def opens_records(line: str) -> bool:
    """Whether a line begins a list of records that goes on in the next: `{"meta": {}, "results": [`."""
    return _OPEN.search(line) is not None


def recognise(head: str, _named: bool) -> bool:
    """Whether the head starts like a JSON array or object; `[` alone may also start a line of prose."""
    start = head.lstrip()[:2000]
    # "[{", "[]", "{}", '{"'; not "[1] Doe".
    return re.match(r'\[\s*[\[{\]"]|\{\s*["}]', start) is not None


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield the papers of a JSON document; memory holds no more text than that of the longest record.

    Arrays are found under the usual names (papers, data, results, entries, items, ...), also nested. An
    object of objects is read as records under their ids. Raises SourceError with line and column where the
    document is broken before its first record; after one, the rest is skipped and reported.
    """
    text, read = read_ahead(stream.read)
    number = 0
    if text:
        try:
            for found in _found_in(HeldEvents(text), stream.source):
                yield found
                number += 1
            return
        except (ValueError, RecursionError):
            pass  # the stream accepts more, or finds the fault at the same place
    yield from islice(_found_in_stream(StreamEvents(read), stream.source), number, None)


def _found_in(events: Events, name: str) -> Iterator[Found]:
    for number, (line, record) in enumerate(_records(events), 1):
        where = f"record {number} (line {line})"
        if isinstance(record, Fault):
            yield Skipped(name, where, record.reason)
        else:
            yield read_record(record, name, where=where)


def _found_in_stream(events: StreamEvents, name: str) -> Iterator[Found]:
    number = 0
    try:
        for found in _found_in(events, name):
            number += 1
            events.seen = None
            yield found
    except BrokenJsonError as error:
        if events.seen is not None:
            reason, where = locate_fault("".join(events.seen)) or (str(error), f"line {events.line}")
            raise SourceError(
                f"{name} is broken JSON: {reason} at {where}; fix it or save it again"
            ) from error
        said = f"broken JSON: {error}; what follows record {number} was not read"
        yield Skipped(name, f"line {events.line}", said)


def _records(events: Events) -> Iterator[tuple[int, Any]]:
    for event, value in events:
        yield from _walk(events, event, value, 0)


def _walk(events: Events, event: str, value: Any, depth: int) -> Iterator[tuple[int, Any]]:
    if event == "start_array":
        yield from events.elements()
    elif event == "start_map":
        yield from _walk_object(events, depth)
    else:
        yield events.line, events.value(event, value)


def _walk_object(events: Events, depth: int) -> Iterator[tuple[int, Any]]:
    """Yield the records inside of an object, or the object itself where it is one."""
    line, fields, wraps = events.line, dict[str, Any](), False
    repeated: list[tuple[str, dict[str, Any]]] = []
    while (key := next(events)[1]) is not None:
        event, value = next(events)
        if (
            event in OPENING
            and key.lower() in _CONTAINERS
            and depth < _MAX_CONTAINERS
            and not names_title(fields)
        ):
            wraps = True
            yield from _walk(events, event, value, depth + 1)
        else:
            value = events.value(event, value)
            if isinstance(fields.get(key), dict) and isinstance(value, dict):
                repeated.append((key, fields[key]))
            fields[key] = value
            if isinstance(value, Fault):
                yield events.line, value
    if wraps or not fields:
        for key, value in fields.items():
            if isinstance(value, list) and any(
                isinstance(part, dict) and names_title(part) for part in value
            ):
                yield line, Fault(f"{len(value):,} records under {key!r} were not read: give them as a file")
        return
    records = [(key, value) for key, value in [*repeated, *fields.items()] if isinstance(value, dict)]
    if any(names_title(value) for _, value in records) and not names_title(fields):
        yield from ((line, {"id": key, **value}) for key, value in records)
    else:
        yield line, fields
