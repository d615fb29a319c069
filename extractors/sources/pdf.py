"""PDFs: the title, the abstract and the arXiv id on the first page. Needs pypdf (the extra `pdf`)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO, Final

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.read_result import Found
from paperlattice.extractors.sources.values import (
    fold_text,
    is_arxiv_id,
    is_doi,
    normalise_date,
    normalise_id,
)

_SILENT: Final = logging.NullHandler()
_MAX_PAGE: Final = 200_000
_MAX_ABSTRACT: Final = 3_000
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\xad": ""}
)
# "arXiv:2401.00001v2  [cs.CL]  3 Jan 2024", as arXiv prints it into the margin.
_STAMP: Final = re.compile(
    r"arXiv:\s?(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?P<version>v\d+)?"
    r"(?:\s+\[(?P<subject>[\w.-]+)\])?(?:\s+(?P<date>\d{1,2}\s\w{3}\s\d{4}))?"
)
# "Abstract", "ABSTRACT.", "A b s t r a c t", "Abstract—We": a heading, at the start of a line.
_HEADING: Final = re.compile(
    r"^[ \t]*a ?b ?s ?t ?r ?a ?c ?t\b[ \t]*[.:—–-]*\s*", re.IGNORECASE | re.MULTILINE
)
# "1 Introduction", "I. INTRODUCTION", "Keywords: ...", "CCS Concepts": what follows an abstract.
_NEXT: Final = re.compile(
    r"^[ \t]*(?:(?:[1I]\.?[ \t]*)?introduction\b|(?:key ?words|index terms|ccs concepts)\b"
    r"|1[ \t]+[A-Z]\w+[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
# "hyphen-\nation" ; not "F-\n1".
_HYPHEN: Final = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")
# "10.1145/3292500.3330701" of "https://doi.org/10.1145/3292500.3330701.".
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[\w)]")
# "2401" of "2401.00001", whose first version is of January 2024.
_MONTH: Final = re.compile(r"(\d\d)(\d\d)\.\d{4,5}")


@dataclass(frozen=True, slots=True)
class _Run:
    """Text of one size on the page."""

    text: str
    size: float


def parse(file: BinaryIO, source: str) -> Iterator[Found]:
    """Yield the paper that a PDF holds.

    The title is what is printed largest above the abstract, the abstract ends at the introduction or the
    keywords. The id is in the file's name or the stamp of arXiv in the margin; a DOI counts where the page
    has only one. The date is that of the stamp on a first version, else the month in the arXiv id. Authors
    are not read. Raises SourceError without pypdf, and for a file that is locked, damaged or a scan.
    """
    runs, margin, title = _first_page(file, source)
    text = "".join(run.text for run in runs)
    if not text.strip():
        raise SourceError(f"{source} has no text on its first page (a scan?); give its BibTeX entry instead")
    heading = _HEADING.search(text)
    record: dict[str, Any] = {
        "title": _title(runs, heading.start() if heading else len(text)) or title,
        "abstract": _abstract(text[heading.end() :]) if heading else "",
        **_identity(source, f"{margin}\n{text}"),
    }
    yield read_record({name: value for name, value in record.items() if value}, source, where="page 1")


def _first_page(file: BinaryIO, source: str) -> tuple[list[_Run], str, str]:
    """The upright text of the page in runs of one size, the turned text, and the title in the metadata."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise SourceError(
            f"{source} is a PDF, and pypdf, which reads it, is not installed; "
            "run in the checkout: pip install '.[pdf]'"
        ) from error
    logging.getLogger("pypdf").addHandler(_SILENT)
    runs: list[_Run] = []
    turned: list[str] = []

    def see(text: str, page: list[float], line: list[float], _font: Any, size: float) -> None:
        if abs(line[1]) + abs(page[1]) > abs(line[0]) * abs(page[0]):
            turned.append(text)
        elif text:
            height = abs(size * (line[3] or line[0]) * (page[3] or 1))
            runs.append(_Run(text.translate(_LIGATURES), round(height, 1)))

    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{source} is locked by a password; save it without one")
        reader.pages[0].extract_text(visitor_text=see)
        title = reader.metadata.title if reader.metadata else ""
    except SourceError:
        raise
    except Exception as error:  # whatever a damaged file makes of the library
        reason = fold_text(str(error))[:120] or type(error).__name__
        raise SourceError(f"{source} is a damaged PDF: {reason}; get it again") from error
    return runs, "".join(turned), fold_text(title or "") if title and " " in title else ""


def _title(runs: list[_Run], end: int) -> str:
    """The largest text before a position, of equals the first; of at least two words."""
    groups: list[_Run] = []
    at = 0
    for run in runs:
        if at >= end:
            break
        text = run.text[: end - at]
        at += len(run.text)
        # A blank or a line break has the size of what is before it.
        if groups and (not text.strip() or abs(groups[-1].size - run.size) < 0.3):
            groups[-1] = _Run(groups[-1].text + text, groups[-1].size)
        else:
            groups.append(_Run(text, run.size))
    worded = [run for run in groups if len(run.text.split()) > 1 and not _STAMP.search(run.text)]
    largest = max(worded, key=lambda run: run.size, default=None)
    return fold_text(_HYPHEN.sub("-", largest.text)) if largest else ""


def _abstract(text: str) -> str:
    following = _NEXT.search(text[:_MAX_PAGE])
    if following:
        text = text[: following.start()]
    else:
        text = text[:_MAX_ABSTRACT]
        text = text[: text.rfind(".") + 1] or text
    return fold_text(_HYPHEN.sub("", text))


def _identity(source: str, text: str) -> dict[str, str]:
    """The id, date and subject that the name of the file and the stamp of arXiv give."""
    named = normalise_id(PurePath(source).name.lower().removesuffix(".gz").removesuffix(".pdf"))
    stamp = _STAMP.search(text[:_MAX_PAGE])
    found = {"arxivid": named if is_arxiv_id(named) else normalise_id(stamp["id"]) if stamp else ""}
    if stamp and normalise_id(stamp["id"]) == found["arxivid"]:
        found["categories"] = stamp["subject"] or ""
        if stamp["version"] in (None, "v1"):
            found["published"] = normalise_date(stamp["date"] or "")
    if not found.get("published") and (month := _MONTH.fullmatch(found["arxivid"])):
        found["published"] = f"20{month[1]}-{month[2]}"
    dois = {normalise_id(doi) for doi in _DOI.findall(text[:_MAX_PAGE])}
    if len(dois) == 1 and is_doi(doi := dois.pop()):
        found["doi"] = doi
    return found
