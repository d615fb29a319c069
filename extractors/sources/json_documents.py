"""JSON documents as a stream: an array of records, an object that holds one, or documents in a row.

ijson parses, by its C library where that is installed. What it does not give is added here, since documents
made by Python and by hand need it: raw control characters, lone surrogates, NaN and a comma after the last
element are accepted, values without end are cut before they fill memory, and every record has its line.

Measured (CPU time, best of four, an array of 15,000 conference papers, 19 MB, up to the records as
dictionaries): 0.25 s on one line or with one record a line, 0.33 s indented, compared with 0.25 s in each
case for a scanner of our own around Python's decoder; ijson alone takes 0.08 s for its events.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Any, Final

import ijson
from ijson.common import ObjectBuilder

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.fields import names_title, read_record
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS, TextStream

_CONTAINERS: Final = frozenset(
    (
        *("papers", "data", "results", "entries", "items", "records", "rows", "docs", "message", "response"),
        *("resultlist", "result", "notes", "recommendedpapers"),
    )
)
# '{"total": 2, "papers": ['; not '{"title": "One", "data": 1}'.
_WRAPPED: Final = re.compile(rf'\{{[^{{\[]*"(?:{"|".join(sorted(_CONTAINERS))})"\s*:\s*[\[{{]', re.IGNORECASE)
# '{"meta": {"count": 2}, "results": [' and '..."results": [{"id": 1},'; not '{"papers": ["a"]}'.
_OPEN: Final = re.compile(rf'"(?:{"|".join(sorted(_CONTAINERS))})"\s*:\s*\[(?:[^"]|.*,)?\s*$', re.IGNORECASE)
_MAX_CONTAINERS: Final = 8
_MAX_DEPTH: Final = 900
_PIECE: Final = 1 << 16

# " \n" of ' \n{"a": 1}'.
_BLANK: Final = re.compile(r"[ \t\r\n]*")
# 'a", "b"' of 'a", "b": 1'; not 'a \" b'.
_TO_LAST_QUOTE: Final = re.compile(r'(.*(?<!\\)(?:\\\\)*+)"', re.DOTALL)
# "}, ]" of '[{"a": 1}, ]'; not '[{"a": 1}]'.
_LAST_COMMA: Final = re.compile(r"\},\s*[\]}]")
# A string, or what Python's `json` writes (NaN) or people leave behind (a comma) outside of strings.
# '"a, ]"', "NaN", "," of "[1, ]"; not "[1, 2]".
_STRING_OR_FOREIGN: Final = re.compile(
    r'("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|$))|-?Infinity|NaN|,(?=\s*[\]}])', re.DOTALL
)
# "\ud83d\ude00", "\ud83d"; not "\u00e9".
_SURROGATE: Final = re.compile(
    r"(\\\\|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2})|\\u[dD][89a-fA-F][\da-fA-F]{2}"
)
# As `fold_text` does: what splits words becomes a blank, other control characters go.
_BLANKS: Final = bytes.maketrans(b"\t\x0b\x0c\r\x1c\x1d\x1e\x1f", b" " * 8)
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f")

_OPENING: Final = ("start_map", "start_array")
_CLOSING: Final = ("end_map", "end_array")


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


def fault_of(error: json.JSONDecodeError) -> str:
    """What is wrong, without the "at" at the end of some messages, after which the position follows."""
    return error.msg.removesuffix(" at")


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield the papers of a JSON document as they come; memory holds one record at a time.

    Arrays are found under the usual names (papers, data, results, entries, items, ...), also nested. An
    object of objects is read as records under their ids. Raises SourceError with line and column where the
    document is broken before its first record; after one, the rest is skipped and reported.
    """
    events = _Events(stream.read)
    number = 0
    try:
        for line, record in _records(events):
            number += 1
            events.seen = None
            where = f"record {number} (line {line})"
            if isinstance(record, _Fault):
                yield Skipped(stream.source, where, record.reason)
            else:
                yield read_record(record, stream.source, where=where)
    except _BrokenJsonError as error:
        if events.seen is not None:
            reason, where = _located("".join(events.seen)) or (str(error), f"line {events.line}")
            raise SourceError(
                f"{stream.source} is broken JSON: {reason} at {where}; fix it or save it again"
            ) from error
        yield Skipped(
            stream.source,
            f"line {events.line}",
            f"broken JSON: {error}; what follows record {number} was not read",
        )


class _BrokenJsonError(ValueError):
    """The document is not JSON from here on."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Replaces a value that was skipped."""

    reason: str


class _Events(Iterator[tuple[str, Any]]):
    """The events of ijson; `line` is the line of the last one, `seen` all text so far unless it is None."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self.line = 1
        self.seen: list[str] | None = []
        self._read = read
        self._came = 0
        self._events = self._parsed()

    def __next__(self) -> tuple[str, Any]:
        return next(self._events)

    def _parsed(self) -> Iterator[tuple[str, Any]]:
        events, fault = ijson.sendable_list(), ""
        # Without `use_float`, with which ijson refuses integers of more than 64 bits.
        parser = ijson.basic_parse_coro(events, multiple_values=True)
        for line in chain(self._pieces(), [None]):
            try:
                parser.close() if line is None else parser.send(line)
            except (ijson.JSONError, ValueError, SystemError) as error:
                fault = _reason(error)
                if isinstance(error, SystemError):  # a number with thousands of digits, without its value
                    del events[-1]
            self._came = len(events)
            yield from events
            events.clear()
            if fault:
                raise _BrokenJsonError(fault)

    def _pieces(self) -> Iterator[bytes]:
        """Yield the document in lines and parts of lines, cut at quotes: only there a cut is harmless."""
        rest, quoted = "", False
        while piece := self._read(max(_PIECE, len(rest))):
            rest += piece
            if '"' in piece and (found := _TO_LAST_QUOTE.match(rest)):
                yield from self._lines(found[1], quoted)
                yield from self._lines('"', False)
                quoted = not self._came  # a quote that closes a string makes an event of it
                rest = rest[found.end() :]
            if len(rest) > MAX_RECORD_CHARS and quoted:
                escape = (len(rest) - len(rest.rstrip("\\"))) % 2
                rest = "x" * (MAX_RECORD_CHARS + 1) + "\\" * escape
            elif len(rest) > MAX_RECORD_CHARS:
                yield from self._lines(rest, quoted)
                rest = ""
        yield from self._lines(rest, quoted)

    def _lines(self, text: str, quoted: bool) -> Iterator[bytes]:
        if self.seen is not None:
            self.seen.append(text)
        first, *others = _cleaned(text, quoted).split(b"\n")
        if first:  # for ijson an empty piece is the end
            yield first
        for line in others:
            self.line += 1
            yield b" " + line


def _cleaned(text: str, quoted: bool) -> bytes:
    """Return the text as ijson accepts it; `quoted` says that it starts inside of a string."""
    if "NaN" in text or "Infinity" in text or _LAST_COMMA.search(text):
        text = _STRING_OR_FOREIGN.sub(
            lambda found: found[1] or ("" if found[0] == "," else "null"), '"' * quoted + text
        )[quoted:]
    if "\\ud" in text or "\\uD" in text:
        text = _SURROGATE.sub(r"\1", text)
    return text.encode().translate(_BLANKS, _CONTROLS)


def _reason(error: BaseException) -> str:
    """The first line of what ijson says, without an excerpt and the kind of the error."""
    message = str(error.__cause__ or error).partition("\n")[0]
    return (message.partition(" error: ")[2] or message).rstrip(".")


def _located(text: str) -> tuple[str, str] | None:
    """What Python's decoder finds wrong, and where, with the column, which ijson does not give."""
    at = 0
    try:
        while True:
            start = _BLANK.match(text, at).end()  # type: ignore[union-attr]  # matches ""
            at = _decode(text, start)[1]
    except json.JSONDecodeError as error:
        return fault_of(error), f"line {error.lineno}, column {error.colno}"
    except (RecursionError, ValueError):
        return None


_decode: Final = json.JSONDecoder(strict=False).raw_decode


def _records(events: _Events) -> Iterator[tuple[int, Any]]:
    for event, value in events:
        yield from _walk(events, event, value, 0)


def _walk(events: _Events, event: str, value: Any, depth: int) -> Iterator[tuple[int, Any]]:
    if event == "start_array":
        while (part := next(events))[0] != "end_array":
            yield events.line, _value(events, *part)
    elif event == "start_map":
        yield from _walk_object(events, depth)
    else:
        yield events.line, _value(events, event, value)


def _walk_object(events: _Events, depth: int) -> Iterator[tuple[int, Any]]:
    """Yield the records inside of an object, or the object itself where it is one."""
    line, fields, wraps = events.line, dict[str, Any](), False
    repeated: list[tuple[str, dict[str, Any]]] = []
    while (key := next(events)[1]) is not None:
        event, value = next(events)
        if (
            event in _OPENING
            and key.lower() in _CONTAINERS
            and depth < _MAX_CONTAINERS
            and not names_title(fields)
        ):
            wraps = True
            yield from _walk(events, event, value, depth + 1)
        else:
            value = _value(events, event, value)
            if isinstance(fields.get(key), dict) and isinstance(value, dict):
                repeated.append((key, fields[key]))
            fields[key] = value
            if isinstance(value, _Fault):
                yield events.line, value
    if wraps or not fields:
        for key, value in fields.items():
            if isinstance(value, list) and any(
                isinstance(part, dict) and names_title(part) for part in value
            ):
                yield line, _Fault(f"{len(value):,} records under {key!r} were not read: give them as a file")
        return
    records = [(key, value) for key, value in [*repeated, *fields.items()] if isinstance(value, dict)]
    if any(names_title(value) for _, value in records) and not names_title(fields):
        yield from ((line, {"id": key, **value}) for key, value in records)
    else:
        yield line, fields


def _value(events: _Events, event: str, value: Any) -> Any:
    """Return the value that starts with an event, a _Fault for one that is too long or nested too deeply."""
    builder, size, depth, deepest = ObjectBuilder(), 0, 0, 0
    for event, value in chain([(event, value)], events):  # noqa: B020
        size += len(value) if isinstance(value, str) else 1
        depth += (event in _OPENING) - (event in _CLOSING)
        deepest = max(deepest, depth)
        if size <= MAX_RECORD_CHARS and deepest <= _MAX_DEPTH:
            builder.event(event, float(value) if isinstance(value, Decimal) else value)
        if not depth:
            break
    if size > MAX_RECORD_CHARS:
        return _Fault(f"longer than {MAX_RECORD_CHARS:,} characters")
    return _Fault("broken JSON: nested too deeply") if deepest > _MAX_DEPTH else builder.value
