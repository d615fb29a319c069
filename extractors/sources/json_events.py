"""The events of a JSON document, from a text in memory or from a stream.

A text in memory Python's decoder reads, value after value. A stream ijson parses, by its C library where that
is installed. What it does not give is added here, since documents made by Python and by hand need it: raw
control characters, lone surrogates, NaN and a comma after the last element are accepted, values without end
are cut before they fill memory, and every record has its line.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Any, Final

import ijson
from ijson.common import ObjectBuilder

from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS

OPENING: Final = ("start_map", "start_array")
"""The events that begin a value of several parts."""

_CLOSING: Final = ("end_map", "end_array")
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


def read_ahead(read: Callable[[int], str]) -> tuple[str, Callable[[int], str]]:
    """Return a document, "" if it is longer than a record may be, and what reads it from its start."""
    pieces, length = list[str](), 0
    while length <= MAX_RECORD_CHARS and (piece := read(_PIECE)):
        pieces.append(piece)
        length += len(piece)
    start, at = "".join(pieces), 0

    def again(size: int) -> str:
        nonlocal start, at
        if piece := start[at : at + size]:
            at += size
            return piece
        start = ""
        return read(size)

    return start if length <= MAX_RECORD_CHARS else "", again


class BrokenJsonError(ValueError):
    """The document is not JSON from here on."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Replaces a value that was skipped."""

    reason: str


class Events(Iterator[tuple[str, Any]], ABC):
    """The events of a document, as ijson names them; `line` is the line of the last one."""

    line: int

    @abstractmethod
    def value(self, event: str, value: Any) -> Any:
        """Return the value that starts with the last event, a Fault for one that is not read."""

    def elements(self) -> Iterator[tuple[int, Any]]:
        """Yield the values of the array that the last event opened, each with its line."""
        while (part := next(self))[0] != "end_array":
            yield self.line, self.value(*part)


class HeldEvents(Events):
    """The events of a text in memory. Raises ValueError or RecursionError where it is not JSON."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0  # behind the last event
        self._start = 0  # of the last event
        self.line = 1
        self._open: list[str] = []  # what closes the objects and arrays around
        self._first = True  # in the innermost of these
        self._key = False  # was the last event

    def __next__(self) -> tuple[str, Any]:
        sign = self._sign(self._at)
        if not self._open and not sign:
            raise StopIteration
        if self._open and not self._key:
            if sign == self._open[-1]:
                self._open.pop()
                self._first, self._at = False, self._start + 1
                return ("end_map" if sign == "}" else "end_array"), None
            if not self._first:
                _check(sign == ",")
                sign = self._sign(self._start + 1)
            if self._open[-1] == "}":
                _check(sign == '"')
                key, at = _decode_held(self._text, self._start)
                _check(self._sign(at) == ":")
                self._key, self._at = True, self._start + 1
                return "map_key", key
        self._key = self._first = False
        if sign in ("{", "["):
            self._open.append("}" if sign == "{" else "]")
            self._first, self._at = True, self._start + 1
            return ("start_map" if sign == "{" else "start_array"), None
        value, self._at = _decode_held(self._text, self._start)
        return "value", value

    def value(self, event: str, value: Any) -> Any:
        """Return what Python's decoder reads."""
        if event not in OPENING:
            return value
        self._open.pop()
        self._first = False
        value, self._at = _decode_held(self._text, self._start)
        return value

    def elements(self) -> Iterator[tuple[int, Any]]:
        """Yield the values of the array that the last event opened, without an event for each."""
        sign = self._sign(self._at)
        while sign != "]":
            value, self._at = _decode_held(self._text, self._start)
            yield self.line, value
            if (sign := self._sign(self._at)) == ",":
                sign = self._sign(self._start + 1)
                _check(sign != "]")
            else:
                _check(sign == "]")
        self._open.pop()
        self._first, self._at = False, self._start + 1

    def _sign(self, at: int) -> str:
        """Go to what follows blanks; return its first sign, "" at the end."""
        start = _BLANK.match(self._text, at).end()  # type: ignore[union-attr]  # matches ""
        self.line += self._text.count("\n", self._start, start)
        self._start = start
        return self._text[start : start + 1]


def _check(fits: bool) -> None:
    if not fits:
        raise ValueError("not JSON")


class StreamEvents(Events):
    """The events of ijson; `seen` is all text so far unless it is None."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self.line = 1
        self.seen: list[str] | None = []
        self._read = read
        self._came = 0
        self._events = self._parsed()

    def __next__(self) -> tuple[str, Any]:
        return next(self._events)

    def value(self, event: str, value: Any) -> Any:
        """Return what the events make up; a Fault if it is too long or nested too deeply."""
        builder, size, depth, deepest = ObjectBuilder(), 0, 0, 0
        for event, value in chain([(event, value)], self):  # noqa: B020
            size += len(value) if isinstance(value, str) else 1
            depth += (event in OPENING) - (event in _CLOSING)
            deepest = max(deepest, depth)
            if size <= MAX_RECORD_CHARS and deepest <= _MAX_DEPTH:
                builder.event(event, float(value) if isinstance(value, Decimal) else value)
            if not depth:
                break
        if size > MAX_RECORD_CHARS:
            return Fault(f"longer than {MAX_RECORD_CHARS:,} characters")
        return Fault("broken JSON: nested too deeply") if deepest > _MAX_DEPTH else builder.value

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
                raise BrokenJsonError(fault)

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


def fault_of(error: json.JSONDecodeError) -> str:
    """What is wrong, without the "at" at the end of some messages, after which the position follows."""
    return error.msg.removesuffix(" at")


def locate_fault(text: str) -> tuple[str, str] | None:
    """Return what Python's decoder finds wrong, and where, with the column, which ijson does not give."""
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
# NaN is null, as for ijson.
_decode_held: Final = json.JSONDecoder(strict=False, parse_constant=lambda _: None).raw_decode
