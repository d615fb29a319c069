"""RIS, PubMed's nbib, EndNote's .enw and Web of Science's export: a tag and a value a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS, TextStream
from paperlattice.extractors.sources.values import is_arxiv_id, is_doi, normalise_id, sure_date

Values = Mapping[str, list[str]]
Fields = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to write tags: what a line with a tag looks like, what begins and ends a record.

    `first` begins a record wherever it stands, `last` ends one, and so does a blank line where
    `blank_ends`. `fields` says which tags hold a field of a record, the best first; `ids` are tags that may
    hold an arXiv id or a DOI among other things, `groups` those with authors that are no persons, `orcid` the
    one with ids of the author before it. Of the tags in `each_line` every line is a value; those in `outside`
    do not begin a record.
    """

    name: str
    line: re.Pattern[str]
    first: str
    last: str
    fields: Fields
    ids: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    orcid: str = ""
    each_line: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    blank_ends: bool = False


_RIS: Final = Dialect(
    "RIS",
    # "TY  - JOUR", "ER  -"; not "A - b".
    re.compile(r"\s?(?P<tag>[A-Z][A-Z0-9])\s{1,2}-(?:\s+|$)(?P<value>.*)"),
    first="TY",
    last="ER",
    fields={
        "title": ("TI", "T1", "CT", "BT"),
        "abstract": ("AB", "N2"),
        "authors": ("AU", "A1", "A2"),
        "date": ("DA", "PY", "Y1"),
        "venue": ("JF", "T2", "JO", "JA", "BT"),
        "url": ("UR", "LK", "L2", "L1"),
        "keywords": ("KW",),
    },
    ids=("DO", "AN", "ID", "M1", "M3", "C7", "UR", "N1"),
)
_NBIB: Final = Dialect(
    "nbib",
    # "PMID- 1", "TI  - A title"; not "      continued".
    re.compile(r"(?P<tag>[A-Z]{2,4})\s{0,2}-(?:\s|$)(?P<value>.*)"),
    first="PMID",
    last="",
    fields={
        "title": ("TI", "BTI", "TT"),
        "abstract": ("AB",),
        "authors": ("FAU", "AU"),
        "date": ("DEP", "DP"),
        "venue": ("JT", "TA"),
        "keywords": ("OT",),
        "pmid": ("PMID",),
        "licence": ("CI",),
    },
    ids=("LID", "AID"),
    groups=("CN",),
    orcid="AUID",
    blank_ends=True,
)
_ENW: Final = Dialect(
    "EndNote",
    # "%T A title", "%0 Journal Article"; not "%Td".
    re.compile(r"%(?P<tag>[0-9A-Z@!&?$#<>+^=~\[\](*])(?:\s+|$)(?P<value>.*)"),
    first="0",
    last="",
    fields={
        "title": ("T",),
        "abstract": ("X",),
        "authors": ("A",),
        "date": ("8", "D"),
        "venue": ("J", "B", "S"),
        "url": ("U",),
        "keywords": ("K",),
    },
    ids=("R", "M", "U", "1", "2", "3", "4"),
    each_line=("K",),
)
WEB_OF_SCIENCE: Final = Dialect(
    "Web of Science",
    # "TI A title", "ER"; not "   continued".
    re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?:\s(?P<value>.*)|$)"),
    first="PT",
    last="ER",
    fields={
        "title": ("TI",),
        "abstract": ("AB",),
        "authors": ("AF", "AU", "BF", "BA"),
        "date": ("PY",),
        "venue": ("SO", "SE"),
        "keywords": ("DE",),
    },
    ids=("DI", "AR"),
    groups=("CA",),
    each_line=("AF", "AU", "BF", "BA", "CA"),
    outside=("FN", "VR", "EF"),
)
_DIALECTS: Final = (_RIS, _NBIB, _ENW, WEB_OF_SCIENCE)
# "FN Clarivate Analytics Web of Science", "PT J" with which an export begins.
_WOS_START: Final = re.compile(r"\s*(?:FN \S.*\n(?:VR [\d.]+\s*\n)?)?PT [A-Z]\s*\n")
_LOOKED_AT: Final = 200
_MANY: Final = ("authors", "keywords")
_NONE: Final[Mapping[int, str]] = MappingProxyType({})
# "[doi]" of "10.1000/182 [doi]".
_MARK: Final = re.compile(r"\s*\[\w+\]$")


@dataclass(slots=True)
class _Record:
    """The lines of a record with their tags, and how many of them are before the last blank line."""

    lines: list[tuple[int, str, str]] = field(default_factory=list)
    size: int = 0
    blank_at: int = 0

    def add(self, line: int, tag: str, value: str) -> None:
        self.size += len(value)
        if self.size <= MAX_RECORD_CHARS:
            self.lines.append((line, tag, value))

    def had(self, tag: str) -> bool:
        """Was there such a line before the last blank line?"""
        return any(tag == known for _, known, _ in self.lines[: self.blank_at])

    def divide(self) -> _Record:
        """Lose what follows the last blank line, and return it as a record."""
        other = _Record(self.lines[self.blank_at :])
        del self.lines[self.blank_at :]
        return other

    def values(self) -> dict[str, list[str]]:
        values: dict[str, list[str]] = {}
        for _, tag, value in self.lines:
            values.setdefault(tag, []).append(value)
        return values

    def orcids(self, dialect: Dialect) -> dict[int, str]:
        """Return the lines with an ORCID, by the number of the author before them, from 1."""
        found: dict[int, str] = {}
        number, author = 0, dialect.fields["authors"][0]
        for _, tag, value in self.lines:
            number += tag == author and bool(value) and not value.startswith("\n")
            if tag == dialect.orcid and "ORCID" in value:
                found.setdefault(number, value)
        return found


def recognise(head: str, _named: bool) -> bool:
    """Whether a record of one of the dialects begins among the first lines."""
    return _dialect(head) is not None


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield one paper a record; a record without a title is Skipped with the line on which it begins.

    A record whose first or last tag is missing is read as well. Lines without a tag continue the value before
    them. Raises SourceError for a text without any tag.
    """
    dialect = _dialect(stream.head)
    if dialect is None:
        raise SourceError(
            f"{stream.source} has no line with a tag, such as 'TY  - JOUR', 'PMID- 1' or '%0 Book'; "
            "export the library as RIS or BibTeX"
        )
    for record in _records(stream, dialect):
        if not record.lines:
            continue
        where = f"line {record.lines[0][0]}"
        if record.size > MAX_RECORD_CHARS:
            yield Skipped(stream.source, where, f"longer than {MAX_RECORD_CHARS:,} characters")
        else:
            fields = tagged_fields(record.values(), dialect, record.orcids(dialect))
            yield read_record(fields, stream.source, where=where)


def _dialect(head: str) -> Dialect | None:
    if _WOS_START.match(head):
        return WEB_OF_SCIENCE
    for line in head.split("\n", _LOOKED_AT)[:_LOOKED_AT]:
        for dialect in (_RIS, _NBIB, _ENW):
            match = dialect.line.match(line)
            if match and (match["tag"] == dialect.first or (dialect is _ENW and match["tag"] in "TA")):
                return dialect
    return None


def _records(stream: TextStream, dialect: Dialect) -> Iterator[_Record]:
    record = _Record()
    fields = dialect.fields
    # A record has these once: a second one after a blank line is of another record.
    once = {fields["title"][0], *fields["abstract"], *fields["date"], *dialect.ids[:1]}
    # An .enw file without "%0" has blank lines between its records.
    apart = dialect.blank_ends or (dialect is _ENW and not re.search(r"^%0\s", stream.head, re.MULTILINE))
    for line in stream:
        match = dialect.line.match(line)
        if match:
            tag, value = match["tag"], (match["value"] or "").strip()
            if tag in once and record.had(tag):
                # The tag that begins this record is missing or broken, perhaps its title too.
                other = record.divide()
                yield record
                record = other
            if tag in (dialect.first, dialect.last):
                yield record
                record = _Record()
            if tag != dialect.last and (record.lines or tag not in dialect.outside):
                record.add(stream.line, tag, value)
        elif line.strip():
            if record.lines:
                record.add(stream.line, record.lines[-1][1], f"\n{line.strip()}")
        elif apart:
            yield record
            record = _Record()
        else:
            record.blank_at = len(record.lines)
    yield record


def tagged_fields(values: Values, dialect: Dialect, orcids: Mapping[int, str] = _NONE) -> dict[str, Any]:
    """Return the fields of a record by the names that `read_record` knows; a value may hold line breaks.

    `orcids` are those of authors, by their number from 1.
    """
    found: dict[str, Any] = {}
    for name, tags in dialect.fields.items():
        lists = [_joined(values[tag], tag in dialect.each_line) for tag in tags if tag in values]
        texts = next(filter(None, lists), [])
        if texts:
            found[name] = texts if name in _MANY else texts[0]
    if len(found.get("title", "")) < 2 and (titles := values.get("T2")) and dialect is _RIS:
        found["title"] = " ".join(_joined(titles, False))
    found["date"] = _date(values, dialect)
    # "Quill, Ada, Jr."; of "Quill Ada" and "The Quill Team," the whole is the name.
    found["authors"] = [
        _author(name.split(",", 2), orcids.get(number, ""))
        for number, name in enumerate(found.get("authors", []), 1)
    ]
    found["authors"] += [[name] for tag in dialect.groups for name in _joined(values.get(tag, []), True)]
    given = [_MARK.sub("", text) for tag in dialect.ids for text in _joined(values.get(tag, []), True)]
    ids = [*map(normalise_id, given)]
    found["arxivid"] = next(filter(is_arxiv_id, ids), "")
    found["doi"] = next(filter(is_doi, ids), "")
    found["extra"] = " ".join(text for text in given if len(text) < 200 and "arxiv" in text.lower())
    return {name: value for name, value in found.items() if value}


def _author(parts: list[str], orcid: str) -> list[str] | dict[str, str]:
    names = dict(zip(("family", "given", "suffix"), parts, strict=False))
    return {**names, "ORCID": orcid} if orcid else parts


def _joined(values: list[str], apart: bool) -> list[str]:
    """The values of a tag; lines that continue one are joined to it, or values themselves."""
    found: list[str] = []
    for value in values:
        text = value.strip()
        if value.startswith("\n") and found and not apart:
            found[-1] = f"{found[-1]} {text}"
        elif text:
            found.append(text)
    return found


def _date(values: Values, dialect: Dialect) -> str:
    """The first date that is exact to the day, else the longest."""
    texts = [text for tag in dialect.fields["date"] for text in _joined(values.get(tag, []), True)]
    for year in values.get("PY", []) if dialect is WEB_OF_SCIENCE else values.get("D", []):
        # "2025 MAR 14" of "PD MAR 14" and "PY 2025"; "March 14, 2025" of "%8 March 14" and "%D 2025".
        texts += [f"{year} {day}" for tag in ("PD", "8") for day in values.get(tag, [])]
    return max(map(sure_date, texts), key=len, default="")
