"""CSV and TSV: a table with a header that names at least a title column."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.field_names import names_title
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS, TextStream
from paperlattice.extractors.sources.tagged import WEB_OF_SCIENCE, tagged_fields

_DELIMITERS: Final = (",", "\t", ";", "|")
_MAX_COLUMN_NAME: Final = 60
_MANY: Final = (*WEB_OF_SCIENCE.each_line, "DE")
_TAGS: Final = frozenset(("PT", "TI", "SO", "AU"))


def recognise(head: str, named: bool) -> bool:
    """Whether the first line is a header with a title column; a lone column counts only if so named."""
    columns = _split_header(next((line for line in head.split("\n") if _is_content(line)), ""))[1]
    if not _names_title(columns):
        return False
    return named or (len(columns) > 1 and max(map(len, columns)) <= _MAX_COLUMN_NAME)


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield one paper a row. The header gives the delimiter (comma, tab, semicolon or bar).

    A row that does not fit the header is skipped with its line. Where a quote opens and never closes, its
    line is skipped and reading continues after it. Raises SourceError for a header without a title column.
    """
    lines = iter(stream)
    header = next((line for line in lines if _is_content(line)), "")
    delimiter, columns = _split_header(header)
    tags = _are_tags(columns)
    if not _names_title(columns):
        raise SourceError(
            f"{stream.source} has no title column; the first line is {header[:120]!r}; "
            f"give a header that names one"
        )
    limit = csv.field_size_limit(MAX_RECORD_CHARS)
    try:
        for line, row in _Rows(stream, lines, delimiter, len(columns)):
            if isinstance(row, str):
                yield Skipped(stream.source, f"line {line}", row)
            elif any(row):
                record: dict[str, Any] = dict(zip(columns, row, strict=False))
                if tags:
                    record = tagged_fields(_by_tag(record), WEB_OF_SCIENCE)
                yield read_record(record, stream.source, where=f"line {line}")
    finally:
        csv.field_size_limit(limit)


def _is_content(line: str) -> bool:
    """Whether a line may be the header: not blank, and not what Excel or Dimensions write above it."""
    return bool(line.strip()) and not line.startswith(("sep=", '"About the data:'))


def _split_header(line: str) -> tuple[str, list[str]]:
    """The delimiter that gives most columns, one of them the title, and the columns."""
    splits = [(delimiter, _split(line, delimiter)) for delimiter in _DELIMITERS]
    return max(splits, key=lambda split: (_names_title(split[1]), len(split[1])))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:  # a first field beyond the limit: no header
        return []


def _names_title(columns: list[str]) -> bool:
    return names_title(dict.fromkeys(columns)) or _are_tags(columns)


def _are_tags(columns: list[str]) -> bool:
    """Whether the columns are the tags of a table of Web of Science."""
    return _TAGS.issubset(column.removeprefix("\ufeff") for column in columns)


def _by_tag(row: dict[str, str]) -> dict[str, list[str]]:
    """The values of a row by tag; authors and keywords are divided by semicolons."""
    return {tag: value.split(";") if tag in _MANY else [value] for tag, value in row.items() if value}


class _Rows:
    """The rows of a table with the line that each starts on; a string instead of a row says what is wrong.

    The lines of the current row are kept: if they are not a row, all but the first are read again as rows of
    their own.
    """

    def __init__(self, stream: TextStream, lines: Iterator[str], delimiter: str, width: int) -> None:
        self._stream = stream
        self._lines = lines
        self._delimiter = delimiter
        self._width = width
        self._again: deque[tuple[int, str]] = deque()
        self._held: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        reader = csv.reader(self._feed(), delimiter=self._delimiter)
        while True:
            self._held.clear()
            row: list[str] | None = None
            try:
                row = next(reader, None)
                fault = self._fault(row) if row is not None else ""
            except csv.Error as error:
                fault = f"broken CSV: {error}"
            if row is None and not fault:
                return
            first = self._held[0][0]
            if fault and len(self._held) > 1:
                self._again.extendleft(reversed(self._held[1:]))
                # The old reader may have seen the end of the input, or be inside of a quote.
                reader = csv.reader(self._feed(), delimiter=self._delimiter)
            yield first, fault or row or []

    def _feed(self) -> Iterator[str]:
        while True:
            if self._again:
                pair = self._again.popleft()
            elif (line := next(self._lines, None)) is not None:
                pair = (self._stream.line, line)
            else:
                return
            self._held.append(pair)
            yield f"{pair[1]}\n"

    def _fault(self, row: list[str]) -> str:
        width = len(row) if any(row[self._width :]) else min(len(row), self._width)
        fits = width == self._width
        if len(self._held) == 1 and width <= self._width:
            return "" if fits or not self._leaves_open() else "a quote opens here and does not close"
        if len(self._held) > 1 and (not fits or self._leaves_open()):
            return "a quote opens here and does not close; reading went on with the next line"
        if fits:
            return ""
        return f"{width} fields where the header has {self._width}; quote what holds the delimiter"

    def _leaves_open(self) -> bool:
        return sum(line.count('"') for _, line in self._held) % 2 == 1
