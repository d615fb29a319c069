"""What is new as a feed, Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from paperlattice.graph.export.citation_record import citation_of, outward_link, plain
from paperlattice.graph.query.digest import Digest, NewPaper

_MOST: Final = 500
_NEVER: Final = "1970-01-01T00:00:00Z"
# "2025", "2025-06" or "2025-06-15", a time behind it or not
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d:\d\d)Z)?")
# What XML cannot hold: parts of pairs, and two signs that are no characters.
_NO_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


def to_atom(digest: Digest) -> str:
    """Return a feed with an entry for each new paper, in their order; the first 500 of them.

    A paper has the same id in every feed. It is updated when it came in, else on its date; the feed when the
    last of them was. Equal digests give equal text.
    """
    papers = digest.papers[:_MOST]
    times = [_time(row.added or row.paper.date) for row in papers]
    updated = max(times, default=_time(digest.added_since or digest.until or digest.since))
    entries = (line for row, time in zip(papers, times, strict=True) for line in _entry(row, time))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        "<title>New papers</title>",
        f"<id>{_urn('feed')}</id>",
        f"<updated>{updated}</updated>",
        "<author><name>paperlattice</name></author>",
        "<generator>paperlattice</generator>",
        *entries,
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(row: NewPaper, time: str) -> Iterator[str]:
    paper = row.paper
    yield "<entry>"
    yield f"<title>{_text(paper.title or paper.id)}</title>"
    yield f"<id>{_urn(f'paper:{paper.id}')}</id>"
    yield f"<updated>{time}</updated>"
    if (published := _time(paper.date)) != _NEVER:
        yield f"<published>{published}</published>"
    for author in paper.authors:
        if name := _text(author.name):
            yield f"<author><name>{name}</name></author>"
    if link := outward_link(citation_of(paper)):
        yield f'<link rel="alternate" href={quoteattr(_NO_XML.sub("", link))}/>'
    if topic := plain(row.topic):
        yield f"<category term={quoteattr(_NO_XML.sub('', topic))}/>"
    if summary := _summary(row):
        yield f"<summary>{summary}</summary>"
    yield "</entry>"


def _summary(row: NewPaper) -> str:
    reasons = f"Watched: {'; '.join(row.reasons)}." if row.reasons else ""
    parts = (reasons, row.sentence or row.paper.abstract, row.about)
    return _text(" ".join(filter(None, parts)))


def _text(text: str) -> str:
    return escape(_NO_XML.sub("", plain(text)))


def _urn(name: str) -> str:
    """Return the id of what has a name.

    >>> _urn("feed")
    'urn:uuid:7eddcf0f-073c-562b-b540-a4bec0efc837'
    """
    return uuid.uuid5(uuid.NAMESPACE_URL, f"paperlattice:{name}").urn


def _time(date: str) -> str:
    """Return a date or time as RFC 3339 has it, the first moment of a day, month or year.

    >>> _time("2025-06"), _time("2026-11-30T15:12:21Z"), _time("")
    ('2025-06-01T00:00:00Z', '2026-11-30T15:12:21Z', '1970-01-01T00:00:00Z')
    """
    match = _DATE.match(date)
    year, month, day, time = match.groups() if match else ("", "", "", "")
    found = f"{year}-{month or '01'}-{day or '01'}T{time or '00:00:00'}"
    try:
        return f"{datetime.fromisoformat(found).isoformat()}Z"
    except ValueError:  # no date, or the 31st of June
        return _NEVER
