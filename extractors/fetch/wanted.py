"""What a fetch is asked for: ids, a search, categories, a time."""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from paperlattice.extractors.errors import FetchError

# "2025-06-17"; not "2025-6-17".
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
# "2025-W25"; not "2025-25".
_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)")
# "2025-06"; not "2025".
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)")
# "<", "(", '"' before and ">", ".", ")" after an id in a sentence: "(see https://arxiv.org/abs/2401.00001)."
_AROUND: Final = re.compile(r"^[<(\[\"']+|[>)\]\"',;.]+$")
_MOST_ID_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is empty does not matter.

    `since` and `until` are days, both included. `period` is a day, week or month in the form of ISO 8601,
    and then `since` and `until` are its ends; `today` says that it is the present day. `library` and
    `collection` are those of Zotero. `keyed` says that there is a key.
    """

    ids: tuple[str, ...] = ()
    search: str = ""
    categories: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    period: str = ""
    today: bool = False
    library: str = ""
    collection: str = ""
    keyed: bool = False


def read_period(text: str, now: date) -> Wanted:
    """Return what "today", "yesterday", "2025-06-17", "2025-W25" or "2025-06" asks for.

    Example:
        >>> from datetime import date
        >>> from paperlattice.extractors.fetch.wanted import read_period
        >>> week = read_period("2025-W25", date(2026, 1, 1))
        >>> week.since, week.until
        ('2025-06-16', '2025-06-22')

    Raises FetchError if it is none of these.
    """
    named = {"today": now, "yesterday": now - timedelta(days=1)}
    day = str(named.get(text, text))
    try:
        if _DAY.fullmatch(day):
            first = last = date.fromisoformat(day)
        elif match := _WEEK.fullmatch(day):
            first = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            last = first + timedelta(days=6)
        elif match := _MONTH.fullmatch(day):
            first = date(int(match[1]), int(match[2]), 1)
            last = first.replace(day=monthrange(first.year, first.month)[1])
        else:
            raise ValueError(day)
    except (ValueError, OverflowError) as error:
        raise FetchError(
            f"{text!r} is not a time: give today, yesterday, a day (2025-06-17), a week (2025-W25) "
            "or a month (2025-06)"
        ) from error
    return Wanted(since=str(first), until=str(last), period=day, today=text == "today")


def days_of(since: str, until: str) -> Iterator[str]:
    """Yield the days from one to another, both included."""
    day = date.fromisoformat(since)
    while str(day) <= until:
        yield str(day)
        day += timedelta(days=1)


def read_ids(given: Iterable[str], identify: Callable[[str], str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids in texts and in the files that they name, each once, and what is not an id.

    An item is an id, a URL, several with commas between them, the name of a text file of such, one or more a
    line, or "-" for standard input. Lines that begin with "#" are remarks. A line without any id is named.
    Raises FetchError if a file cannot be read.
    """
    found: dict[str, None] = {}
    wrong: list[str] = []
    for item in given:
        for line in _lines(item):
            ids = [identifier for token in _tokens(line) if (identifier := identify(token))]
            found.update(dict.fromkeys(ids))
            if not ids:
                wrong.append(line[:80])
    return tuple(found), tuple(wrong)


def _lines(item: str) -> Iterable[str]:
    try:
        if item == "-":
            text = sys.stdin.read(_MOST_ID_BYTES)
        elif _is_file(item):
            path = Path(item)
            if path.stat().st_size > _MOST_ID_BYTES:
                raise FetchError(f"{item} is too large for a list of ids: more than 64 MB")
            text = path.read_text(encoding="utf-8-sig", errors="replace")
        else:
            return [item]
    except OSError as error:
        raise FetchError(f"the ids in {item} cannot be read: {error.strerror or error}") from error
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _is_file(item: str) -> bool:
    try:
        return Path(item).is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _tokens(line: str) -> Iterator[str]:
    for token in line.split():
        yield from (_AROUND.sub("", part) for part in (token.split(",") if "," in token else (token,)))
