"""A JSON document value by value, from a stream: only the value at hand is held in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

__all__ = ["BrokenJsonError", "JsonScanner", "Overlong", "TooDeep", "fault_of"]

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_MARK: Final = re.compile(r'\\.|["{}\[\]]', re.DOTALL)
_NUMBER_TAIL: Final = re.compile(r"[-+.eE\d]{0,3}")
_PIECE: Final = 1 << 16
# An error this close to the end of what was read may come from the cut through a token.
_CUT: Final = 16


class BrokenJsonError(ValueError):
    """The document is no JSON from `where` on."""

    def __init__(self, reason: str, where: str) -> None:
        super().__init__(f"{reason} at {where}")
        self.reason = reason
        self.where = where


class Overlong:
    """Stands for a value that was passed over because it is too long."""


class TooDeep:
    """Stands for a value that was passed over because it is nested too deeply."""


def fault_of(error: json.JSONDecodeError) -> str:
    """What is wrong, without the "at" with which some messages end before they say where."""
    return error.msg.removesuffix(" at")


class JsonScanner:
    """Reads one value after the other; `read(size)` gives the text, "" at its end.

    A value longer than `limit` characters comes back as `Overlong` and is never held as a whole, one nested
    deeper than Python's decoder goes as `TooDeep`.
    """

    def __init__(self, read: Callable[[int], str], *, limit: int) -> None:
        self._read = read
        self._limit = limit
        self._text = ""
        self._at = 0
        self._line = 1
        self._column = 1
        self._ended = False
        self._decode = json.JSONDecoder(strict=False).raw_decode

    @property
    def line(self) -> int:
        """The line of the next character, from 1."""
        return self._line + self._text.count("\n", 0, self._at)

    def peek(self) -> str:
        """Return the next character that is no blank without taking it, "" at the end."""
        while True:
            self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]  # matches ""
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill(_PIECE):
                return ""

    def take(self) -> None:
        """Step over the character that `peek` showed."""
        if self._at >= len(self._text):
            raise self._broken("the document ends too early", self._at)
        self._at += 1

    def key(self) -> str:
        """Take the key of an object and the colon behind it."""
        if self.peek() != '"':
            raise self._broken("Expecting property name enclosed in double quotes", self._at)
        key = self.value()
        if self.peek() != ":":
            raise self._broken("Expecting ':' delimiter", self._at)
        self.take()
        return str(key)

    def value(self) -> Any:
        """Take one value, whatever it is."""
        self.peek()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated string") or error.pos > len(self._text) - _CUT
                if self._ended or not cut:
                    raise self._broken(fault_of(error), error.pos) from error
            except RecursionError:
                self._pass_over()
                return TooDeep()
            except ValueError as error:
                raise self._broken(str(error), self._at) from error
            else:
                if self._ended or not self._may_go_on(end):
                    self._at = end
                    return value
            held = len(self._text) - self._at
            if held > self._limit:
                self._pass_over()
                return Overlong()
            self._fill(max(_PIECE, held))

    def _may_go_on(self, end: int) -> bool:
        """Whether what was read ends in a number, which the next piece may continue: `0` before `.5`."""
        return self._text[end - 1].isdigit() and _NUMBER_TAIL.fullmatch(self._text, end) is not None

    def _fill(self, size: int) -> bool:
        """Read more text and forget what was taken; say whether there was more."""
        piece = "" if self._ended else self._read(size)
        self._ended = self._ended or not piece
        if piece:
            self._forget()
            self._text += piece
        return bool(piece)

    def _forget(self) -> None:
        taken = self._text[: self._at]
        if breaks := taken.count("\n"):
            self._line += breaks
            self._column = len(taken) - taken.rindex("\n")
        else:
            self._column += len(taken)
        self._text = self._text[self._at :]
        self._at = 0

    def _pass_over(self) -> None:
        """Step behind an array, object or string by its brackets and quotes alone."""
        depth, quoted = 0, False
        while True:
            for mark in _MARK.finditer(self._text, self._at):
                self._at = mark.end()
                if mark[0] == '"':
                    quoted = not quoted
                elif not quoted and mark[0] in "{[":
                    depth += 1
                elif not quoted and mark[0] in "}]":
                    depth -= 1
                if depth <= 0 and not quoted and mark[0] in '"}]':
                    return
            # A backslash at the very end belongs to a pair that is not read yet.
            self._at = max(self._at, len(self._text) - self._text.endswith("\\"))
            if not self._fill(1 << 20):
                raise self._broken("the document ends inside of a value", len(self._text))

    def _broken(self, reason: str, at: int) -> BrokenJsonError:
        before = self._text[:at]
        line = self._line + before.count("\n")
        column = len(before) - before.rindex("\n") if "\n" in before else self._column + len(before)
        return BrokenJsonError(reason, f"line {line}, column {column}")
