"""The values of papers: texts on one line, ids and addresses, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from email.utils import parsedate_tz
from functools import lru_cache
from typing import Any, Final, Literal, TypeVar
from urllib.parse import quote

# "2401.00001", "math.GT/0309136", "hep-th/9901001"; not "2401.00001v2".
_ARXIV_ID: Final = re.compile(r"\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2})?/\d{7}")
# "arXiv:2401.00001v2", "https://arxiv.org/pdf/2401.00001.pdf", "10.48550/arXiv.2401.00001"; not
# "10.1000/182".
_ARXIV: Final = re.compile(
    r"""(?:https?://(?:[\w-]+\.)?(?:arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers|alphaxiv\.org/abs)/
        |(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.
        |oai:arxiv\.org:|arxiv:\s*|hf:)?
        (?P<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?/\d{7})
        (?:v\d+)?(?:\.pdf)?/?(?:\s*\[[\w.-]+\])?(?:[?#]\S*)?""",
    re.VERBOSE | re.IGNORECASE,
)
# "https://doi.org/10.1000/182", "doi:10.1000/182"; not "10.1/182".
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)


# "arXiv:2401.00001" of "arXiv preprint arXiv:2401.00001v2 [cs]", "arxiv.org/abs/2401.00001"; not
# "2401.00001" alone.
_MARKED_ARXIV: Final = re.compile(
    r"arxiv(?::\s*|\.org/(?:abs|pdf|html)/|\.)(?P<id>\d{4}\.\d{4,5}(?!\d)|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?/\d{7})",
    re.IGNORECASE,
)
_IN_DOI: Final = "/:;()!$&'*+,=@"
_T = TypeVar("_T")
_MOST_REMEMBERED: Final = 80

IdKind = Literal["arxiv", "doi", ""]
"""What an id is: one of arXiv, a DOI, or of another form."""


def normalise_id(text: str) -> str:
    """Return the bare arXiv id (no prefix, no version), the lower-case DOI, or the text itself, folded.

    "arXiv:2401.00001v2", "https://arxiv.org/abs/2401.00001", "hf:2401.00001" and the DOI that arXiv registers
    for the paper all give "2401.00001".
    """
    return id_and_kind(fold_text(text))[0]


def id_and_kind(text: str) -> tuple[str, IdKind]:
    """Return the normalised id in a folded text, and its kind."""
    if match := _ARXIV.fullmatch(text):
        archive, slash, number = match["id"].rpartition("/")
        return f"{_archive(archive)}{slash}{number}" if slash else number, "arxiv"
    if match := _DOI.fullmatch(text):
        return match["doi"].lower(), "doi"
    return text, ""


def _archive(name: str) -> str:
    """The archive of an old arXiv id: lower case, but for the subject class (`math.GT`)."""
    archive, dot, subject = name.lower().partition(".")
    return f"{archive}{dot}{subject.upper()}"


def is_arxiv_id(identifier: str) -> bool:
    """Whether a normalised id is an arXiv id."""
    return _ARXIV_ID.fullmatch(identifier) is not None


def is_doi(identifier: str) -> bool:
    """Whether a normalised id is a DOI."""
    return _DOI.fullmatch(identifier) is not None


def default_url(identifier: str) -> str:
    """The page of a paper that its normalised id implies, or ""."""
    if is_arxiv_id(identifier):
        return f"https://arxiv.org/abs/{identifier}"
    if not is_doi(identifier):
        return ""
    # "%3C" for the "<" of an old DOI such as 10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o.
    return f"https://doi.org/{quote(identifier, safe=_IN_DOI)}"


_SHORT: Final = 100
_PRINTABLE: Final = bytes(range(ord(" "), 0x7F))
# "  " of "a  b".
_BLANKS: Final = re.compile("  +")
# What XML 1.0 forbids, lone surrogates (JSON escapes can make them), and the byte order mark inside of text.
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff\ufffe\uffff]")


def fold_text(text: str) -> str:
    """Return the text on one line: runs of blanks and breaks are one blank, forbidden characters are gone.

    Letters stay as they are (no Unicode normalisation). Folding twice changes nothing.
    """
    if _is_printable(text):
        return (_BLANKS.sub(" ", text) if "  " in text else text).strip()
    folded = " ".join(text.split())
    if folded.isprintable():
        return folded
    return " ".join(_FORBIDDEN.sub("", folded).split()) if _FORBIDDEN.search(folded) else folded


def _is_printable(text: str) -> bool:
    """Whether a text holds no break, no control character and no blank but " ": a fast scan."""
    if len(text) > _SHORT and text.isascii():
        return not text.encode().translate(None, _PRINTABLE)
    return text.isprintable()


MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# "2025", "9"; not "2025a".
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
# "2025", "2025-9-3", "2025/09", "2025/09/03/" (RIS), "2025-09-03T10:00:00Z"; not "3.9.2025".
_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:/{1,3}|[T ]\s*\d.*)?")
# "2025 Mar 14", "2025 Mar", "2025 Mar-Apr" (PubMed); not "2025 Spring".
_YEAR_FIRST: Final = re.compile(
    rf"(?P<y>\d{{4}})[\s,]+(?P<m>{MONTH})(?:\s+(?P<d>\d{{1,2}})(?!\d)|\s*[-/]\s*{MONTH})?", re.I
)
# "20250903"; not "2025-09-03".
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
# "Sept. 2025", "September 3rd, 2025"; not "3 September 2025".
_MONTH_FIRST: Final = re.compile(
    rf"(?P<m>{MONTH})(?:\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?P<y>\d{{4}})", re.I
)
# "3 September 2025", "3rd Sep, 2025"; not "September 2025".
_DAY_FIRST: Final = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH}),?\s+(?P<y>\d{{4}})", re.I)
_WORDED: Final = (_MONTH_FIRST, _DAY_FIRST, _YEAR_FIRST)
# "2021-05-00", "2022-06-00 06/2022" (Zotero), "2025-02-30"; not "2018~".
_BEGUN: Final = re.compile(r"((?:1[5-9]|20)\d\d)[-/](\d{1,2})(?:[-/](\d{1,2}))?(?!\d)")
# "05/2024", "25/12/2021", "3.9.2021"; not "1/2/3".
_YEAR_LAST: Final = re.compile(r"(?:(\d{1,2})([/.-]))?(\d{1,2})[/.-](\d{4})(?!\d)")
# "2016" of "27-30 June 2016", "2018~" (BibLaTeX), "2020///Summer" (RIS), "c1998"; not "12016".
_ANY_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ANY_MONTH: Final = re.compile(rf"(?<![^\W_]){MONTH}(?![^\W_])", re.I)
_LONGEST_DATE: Final = 60

# "2025-06-17.txt", "daily-2025-06.json.gz", "HF daily papers 2025-06-17"; not "2401-00001.txt", nor
# "export-2025-06-17.csv", which says when a list was made.
_DATED_NAME: Final = re.compile(
    r"(?:(?:hf|daily|weekly|monthly|papers?)[-_ ]){0,4}"
    r"(?P<day>(?:19|20)\d\d-\d\d(?:-\d\d)?)(?:\.[a-z.]*)?",
    re.I,
)


def find_arxiv_id(text: str) -> str:
    """Return the first arXiv id that a text marks as one, or "".

    Example:
        >>> from paperlattice.extractors.sources.values import find_arxiv_id
        >>> find_arxiv_id("arXiv preprint arXiv:2401.00001v2 [cs]"), find_arxiv_id("pages 2401.00001")
        ('2401.00001', '')
    """
    match = _MARKED_ARXIV.search(text) if "arxiv" in text.lower() else None
    return normalise_id(match["id"]) if match else ""


def date_in_name(name: str) -> str:
    """Return the day or month that the name of a file consists of, as `normalise_date`, or "".

    Words before it may be daily, weekly, monthly, papers and hf.

    Example:
        >>> from paperlattice.extractors.sources.values import date_in_name
        >>> date_in_name("2025-06-17.txt"), date_in_name("daily-2025-06.json"), date_in_name("notes.txt")
        ('2025-06-17', '2025-06', '')
    """
    match = _DATED_NAME.fullmatch(name)
    return normalise_date(match["day"]) if match else ""


def normalise_date(value: Any) -> str:
    """Return a date as ISO 8601, as exact as given: "2025-09-03", "2025-09" or "2025"; "" if unreadable.

    Reads ISO 8601 with or without time, years as numbers, RFC 2822 ("Mon, 2 Apr 2007 19:18:42 GMT"), months
    by their English names, and what CSL has: `{"date-parts": [[2025, 9, 3]]}`, `raw` or `literal` text. The
    day is the one written; time zones are ignored.
    """
    if isinstance(value, str):
        return _from_text(value.strip())
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _iso(int(value)) if 1000 <= value <= 9999 else ""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            # Some programs write the parts as texts: [["2025", "9"]].
            numbers = [int(p) if isinstance(p, str) and _NUMBER.fullmatch(p) else p for p in parts[0][:3]]
            while numbers and numbers[-1] in (0, None):  # a month or day that is not known
                numbers.pop()
            if numbers and all(type(number) is int for number in numbers):
                return _iso(*numbers)
        texts = (value.get(name) for name in ("raw", "literal"))
        return next((found for text in texts if isinstance(text, str) and (found := _from_text(text))), "")
    return ""


def _from_text(text: str) -> str:
    return remembered(_date_in, text)


def _date_in(text: str) -> str:
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _iso(*(int(part) for part in match.groups() if part))
    if match := next(filter(None, (form.fullmatch(text) for form in _WORDED)), None):
        month = MONTHS.index(match["m"][:3].lower()) + 1
        return _iso(int(match["y"]), month, int(match["d"])) if match["d"] else _iso(int(match["y"]), month)
    if "," in text and (parsed := parsedate_tz(text)):
        return _iso(*parsed[:3])
    return ""


def sure_date(value: Any) -> str:
    """Return the date of a record: as `normalise_date`, else what is sure of it, if only its year.

    Example:
        >>> from paperlattice.extractors.sources.values import sure_date
        >>> sure_date("2021-05-00"), sure_date("27-30 June 2016"), sure_date("3/9/2021")
        ('2021-05', '2016-06', '2021')
    """
    if found := normalise_date(value):
        return found
    texts = [value.get(name) for name in ("raw", "literal")] if isinstance(value, dict) else [value]
    fit = (text.strip() for text in texts if isinstance(text, str) and len(text) <= _LONGEST_DATE)
    return next(filter(None, (remembered(_sure_date_in, text) for text in fit)), "")


def _sure_date_in(text: str) -> str:
    if match := _BEGUN.match(text):
        year, month, day = (int(part or 0) for part in match.groups())
        return _iso(year, month, day) or _iso(year, month) or _iso(year)
    if match := _YEAR_LAST.match(text):
        first, separator, second, last = match.groups()
        return _year_last(int(last), int(first or 0), int(second), separator or "")
    if years := _ANY_YEAR.search(text):
        months = _ANY_MONTH.search(text)
        return _iso(int(years[0]), MONTHS.index(months[0][:3].lower()) + 1 if months else None)
    return ""


def _year_last(year: int, first: int, second: int, separator: str) -> str:
    """The date of "3.9.2021" and "05/2024"; of "3/9/2021", which may be either, the year."""
    if not first:
        return _iso(year, second) or _iso(year)
    orders = [(second, first)] if separator == "." else [(second, first), (first, second)]
    found = {day for order in orders if (day := _iso(year, *order))}
    return found.pop() if len(found) == 1 else _iso(year)


def remembered(read: Callable[[str], _T], text: str) -> _T:
    """Return what a text says; a file has few different dates and subjects, so short texts are remembered."""
    found: _T = _remember(read, text) if len(text) <= _MOST_REMEMBERED else read(text)
    return found


@lru_cache(maxsize=8192)
def _remember(read: Callable[[str], Any], text: str) -> Any:
    return read(text)


@lru_cache(maxsize=4096)
def _iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """The ISO form of a possible date; "" for an impossible one and for years before 1000 (typing errors)."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return ""
    if year < 1000 or month == 0 or day == 0:
        return ""
    return "-".join([str(year), *(f"{part:02d}" for part in (month, day) if part)])
