"""Dates of papers, from the many spellings of sources to ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz
from typing import Any, Final

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ]\s*\d.*)?")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH_FIRST: Final = re.compile(
    rf"(?P<m>{MONTH})(?:\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?P<y>\d{{4}})", re.I
)
_DAY_FIRST: Final = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH}),?\s+(?P<y>\d{{4}})", re.I)


def normalise_date(value: Any) -> str:
    """Return a date as ISO 8601, as exact as given: "2025-09-03", "2025-09" or "2025"; "" if unreadable.

    Reads ISO 8601 with or without time, years as numbers, RFC 2822 ("Mon, 2 Apr 2007 19:18:42 GMT"), months
    by their English names, and `{"date-parts": [[2025, 9, 3]]}`. The day is the one written; time zones are
    ignored.
    """
    if isinstance(value, str):
        return _from_text(value.strip())
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _iso(int(value)) if 1000 <= value <= 9999 else ""
    if isinstance(value, dict):
        value = value.get("date-parts")
        if isinstance(value, list) and value and isinstance(value[0], list):
            parts = value[0][:3]
            return _iso(*parts) if parts and all(type(part) is int for part in parts) else ""
    return ""


def _from_text(text: str) -> str:
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _iso(*(int(part) for part in match.groups() if part))
    if match := _MONTH_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        month = _MONTHS.index(match["m"][:3].lower()) + 1
        return _iso(int(match["y"]), month, int(match["d"])) if match["d"] else _iso(int(match["y"]), month)
    if "," in text and (parsed := parsedate_tz(text)):
        return _iso(*parsed[:3])
    return ""


def _iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """The ISO form of a possible date; "" for an impossible one and for years before 1000 (slips)."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return ""
    if year < 1000 or month == 0 or day == 0:
        return ""
    return "-".join([str(year), *(f"{part:02d}" for part in (month, day) if part)])
