"""What is cited of a paper, where it is found, and the key of its citation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from paperlattice.extractors.records import Author, Paper
from paperlattice.extractors.sources.values import default_url, is_arxiv_id, is_doi, normalise_id


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited of a paper.

    `id` is that of the paper, `date` ISO 8601, possibly cut to year or month, or empty; `doi` and `arxiv_id`
    are bare. `url` is what its source gives; files name it only where `page` is empty, by `outward_link`.
    Everything but `id` and `title` may be empty.
    """

    id: str
    title: str
    authors: tuple[Author, ...] = ()
    venue: str = ""
    date: str = ""
    doi: str = ""
    arxiv_id: str = ""
    url: str = ""
    page: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where files say that the paper is."""
        return self.page or outward_link(self)

    @property
    def date_parts(self) -> tuple[str, ...]:
        """Year, month and day as far as they are known; nothing of what is not a date."""
        match = _DATE.match(self.date)
        return tuple(part for part in match.groups() if part) if match else ()


# "2024", "2024-05", "2024-05-17T08:00"
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)


def citation_of(paper: Paper) -> Citation:
    """Return what is cited of a paper; a missing arXiv id or DOI is read from its id, else its URL."""
    doi, arxiv_id = bare_ids(paper.id, paper.url, doi=paper.doi, arxiv_id=paper.arxiv_id)
    return Citation(
        paper.id,
        paper.title,
        authors=paper.authors,
        venue=paper.venue,
        date=paper.date,
        doi=doi,
        arxiv_id=arxiv_id,
        url=paper.url,
    )


def citation_in_full(paper: Paper) -> Citation:
    """Return the same with abstract and keywords, and the address that the source gives: nothing is lost."""
    page = paper.url if is_web(paper.url) else ""
    return replace(citation_of(paper), page=page, abstract=paper.abstract, keywords=paper.keywords)


def bare_ids(paper_id: str, url: str, *, doi: str = "", arxiv_id: str = "") -> tuple[str, str]:
    """Return DOI and arXiv id of a paper, each read from its id, else its URL, where it is not given.

    >>> bare_ids("10.1000/182", "https://arxiv.org/abs/2405.00001v2")
    ('10.1000/182', '2405.00001')
    """
    if doi and arxiv_id:
        return doi, arxiv_id
    given = [normalise_id(paper_id), normalise_id(url)]
    return doi or next(filter(is_doi, given), ""), arxiv_id or next(filter(is_arxiv_id, given), "")


def outward_link(citation: Citation) -> str:
    """Return where a paper is read: at arXiv, else by its DOI, else at its own URL, else "".

    Only http and https count as URLs.

    >>> outward_link(Citation("1", "T", doi="10.1000/a<b>", url="https://example.org"))
    'https://doi.org/10.1000/a%3Cb%3E'
    """
    ids = (plain(citation.arxiv_id), plain(citation.doi))
    return next(filter(None, map(default_url, ids)), citation.url if is_web(citation.url) else "")


def is_web(url: str) -> bool:
    """Return whether files may lead to an address.

    >>> is_web("https://example.org/a"), is_web("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # "https://[" is no address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and plain(url).split() == [url]


def joined_keywords(keywords: Sequence[str]) -> str:
    """Return keywords as one text: with commas, or with semicolons where one of them holds a comma.

    >>> joined_keywords(["nets", "quills"]), joined_keywords(["nets, deep"])
    ('nets, quills', 'nets, deep;')
    """
    found = list(filter(None, map(plain, keywords)))
    if not any("," in keyword for keyword in found):
        return ", ".join(found)
    return "; ".join(found) + ";" * (len(found) == 1)


def citation_keys(citations: Sequence[Citation]) -> list[str]:
    """Return a key for each citation, in order: family name, year and first word, in ASCII.

    Keys differ, also by more than case. Where several papers would have one key, the earliest by date and id
    has it, and the others have their ids behind it: a later paper never changes the key of an earlier one.

    >>> citation_keys([Citation("1", "The Quiet Quills", date="2024"), Citation("x", "Quiet", date="2024")])
    ['quiet2024quills', 'quiet2024']
    """
    keys = [""] * len(citations)
    taken: set[str] = set()
    order = sorted(range(len(citations)), key=lambda i: (citations[i].date or "~", citations[i].id, i))
    for i in order:
        key = base = _key(citations[i])
        if key in taken:
            key = base = f"{base}-{_ascii(citations[i].id) or 'x'}"
        number = 1
        while key in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key)
        keys[i] = key
    return keys


_PLAIN_WORDS: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "the",
        "to",
        "towards",
        "via",
        "with",
    )
)


def _key(citation: Citation) -> str:
    words = list(filter(None, map(_ascii, re.split(r"[\s:\-–—/]+", citation.title))))
    telling = [word for word in words if word not in _PLAIN_WORDS] or words
    family = _ascii(citation.authors[0].family) if citation.authors else "".join(telling[:1])
    rest = telling[:1] if citation.authors else telling[1:2]
    if not family and not rest:
        return f"paper{_ascii(citation.id)}"
    return f"{family}{''.join(citation.date_parts[:1])}{''.join(rest)}"


def _ascii(text: str) -> str:
    """Return the letters and digits of a text in lower-case ASCII, without accents.

    >>> _ascii("Müller-Łukasz"), _ascii("论文")
    ('mullerlukasz', '')
    """
    folded = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    return "".join(c for c in folded if c.isascii() and c.isalnum())


_LETTERS: Final = str.maketrans(
    {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "æ": "ae", "Æ": "ae", "đ": "d", "Đ": "d"}
)


def plain(text: str) -> str:
    """Return a text on one line, without control characters."""
    if text.isprintable():  # most are, and have none
        return " ".join(text.split())
    return " ".join("".join(c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in text).split())


# "Proceedings of ...", "ICML 2024 Workshop on ...", "36th Conference on ..."
MEETING: Final = re.compile(r"\b(?:proceedings|proc\.|conference|workshop|symposium|meeting)", re.IGNORECASE)
"""What the name of a conference has, unlike that of a journal."""
