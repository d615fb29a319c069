"""JSON lines: one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.json_documents import opens_records, wraps_records
from paperlattice.extractors.sources.json_events import fault_of
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import TextStream

# '{"' of '{"title": 1}', " {}"; not "[1]".
_OPENS: Final = re.compile(r'\s*\{\s*["}]')

# strict=False allows raw control characters inside strings; they are removed like escaped ones.
_decode: Final = json.JSONDecoder(strict=False).decode


def recognise(head: str, named: bool) -> bool:
    """Whether the head is one object a line; a single line only if so named, else it is a document."""
    lines = [line for line in head.split("\n") if line.strip()]
    if not lines or not _OPENS.match(lines[0]):
        return False
    # '{"meta": {"count": 2}, "results": [' of a document with one record a line.
    if len(lines) > 1 and opens_records(lines[0]) and not _is_whole(lines[0]):
        return False
    # Pretty-printed JSON has its inner braces indented and its outer ones alone on a line.
    if any(line.startswith("{") and len(line.strip()) > 1 for line in lines[1:]):
        return True
    return named and not wraps_records(head)


def _is_whole(line: str) -> bool:
    try:
        _decode(line)
    except (ValueError, RecursionError):
        return False
    return True


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield one paper a line; a line that is broken or not a record is skipped, the others are kept."""
    for text in stream:
        text = text.removeprefix("\ufeff")  # where files with a byte order mark were concatenated
        if not text or text.isspace():
            continue
        where = f"line {stream.line}"
        try:
            record = _decode(text)
        except json.JSONDecodeError as error:
            yield Skipped(stream.source, where, f"broken JSON: {fault_of(error)} at column {error.colno}")
        except RecursionError:
            yield Skipped(stream.source, where, "broken JSON: nested too deeply")
        except ValueError as error:  # a number with thousands of digits
            yield Skipped(stream.source, where, f"broken JSON: {error}")
        else:
            yield read_record(record, stream.source, where=where)
