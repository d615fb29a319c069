"""The names under which sources give the fields of a paper, and which of them a record has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

NESTED: Final = ("paper", "row", "_source", "citedPaper", "citingPaper")
"""The fields whose fields count before those next to them."""

MAX_NESTING: Final = 8

# Names are compared as `canonical_field` gives them; the first field of a row that holds something wins.
_TITLES: Final = ("title", "papertitle", "articletitle", "documenttitle", "itemtitle", "displayname")
_MARKED_IDS: Final = ("archiveid", "extra", "note", "number", "journal", "journaltitle", "howpublished")
HUB_LINKS: Final[Mapping[str, tuple[str, str]]] = {
    "projectpage": ("project", ""),
    "projecturl": ("project", ""),
    "projectwebsite": ("project", ""),
    "linkedmodels": ("model", "https://huggingface.co/"),
    "linkeddatasets": ("dataset", "https://huggingface.co/datasets/"),
    "linkedspaces": ("space", "https://huggingface.co/spaces/"),
}
"""Which fields declare what else belongs to a paper, and where a bare name of the Hub leads."""


class FieldNames(NamedTuple):
    """The names of fields by what they hold, each tuple in the order in which they count.

    `marked` are those that programs fill with "arXiv:2401.00001 [cs]" besides other things, `copies` those
    whose records have a licence.
    """

    titles: tuple[str, ...] = _TITLES
    subtitles: tuple[str, ...] = ("subtitle",)
    abstracts: tuple[str, ...] = ("abstract", "summary", "description", "abstracttext", "abstractnote")
    inverted: tuple[str, ...] = ("abstractinvertedindex",)
    ids: tuple[str, ...] = ("arxivid", "arxiv", "eprint", "id", "paperid", "entryid")
    dois: tuple[str, ...] = ("doi", "itemdoi")
    pubmed: tuple[str, ...] = ("pmid",)
    external: tuple[str, ...] = ("externalids",)
    marked: tuple[str, ...] = _MARKED_IDS
    dates: tuple[str, ...] = (
        *("published", "firstpublicationdate", "publishedat", "publicationdate", "publisheddate", "versions"),
        *("datepublished", "submitted", "date", "issued", "created", "updatedate", "submittedondailyat"),
        *("year", "publicationyear", "publishedyear", "yearpublished", "pubyear"),
    )
    months: tuple[str, ...] = ("month", "publishedmonth")
    days: tuple[str, ...] = ("day",)
    urls: tuple[str, ...] = ("url", "link", "htmlurl", "absurl", "entryid", "landingpageurl")
    locations: tuple[str, ...] = ("primarylocation", "locations")
    categories: tuple[str, ...] = ("categories", "category", "primarycategory", "fieldsofstudy", "subjects")
    code: tuple[str, ...] = (
        *("githubrepo", "codeurl", "codeurls", "code", "repourl", "repository", "github", "repo"),
    )
    authors: tuple[str, ...] = (
        *(
            "authorsparsed",
            "authorships",
            "authorfullnames",
            "authorlist",
            "authors",
            "author",
            "authornames",
        ),
        *("authorstring", "author/s", "creators", "creator"),
    )
    venues: tuple[str, ...] = (
        *("venue", "journalref", "journal", "journaltitle", "booktitle", "containertitle", "conference"),
        *("publicationtitle", "proceedingstitle", "conferencename", "sourcetitle", "publicationvenue"),
        *(
            "journal/book",
            "proceeding",
            "publication",
            "journalinfo",
            "bookorreportdetails",
            "primarylocation",
        ),
    )
    licences: tuple[str, ...] = ("license", "licence", "rights")
    copies: tuple[str, ...] = ("primarylocation", "openaccesspdf")
    keywords: tuple[str, ...] = (
        *("keywords", "keyword", "aikeywords", "authorkeywords", "keywordlist", "tags", "manualtags"),
    )
    links: tuple[str, ...] = tuple(HUB_LINKS)


_ALL: Final = FieldNames()
_READ: Final = frozenset(name for names in _ALL for name in names)


@lru_cache(maxsize=4096)
def canonical_field(name: str) -> str:
    """Return a field name without case, blanks, hyphens and underscores: "arXiv ID" is "arxivid"."""
    # "arXivID" of "arXiv ID" and "arXiv-ID".
    return re.sub(r"[\s\-_.\ufeff]+", "", name).casefold()


def is_read(name: str) -> bool:
    """Whether `read_record` looks at a field of this name: other columns of a table can stay unread."""
    return canonical_field(name) in _READ or name in NESTED


def names_title(fields: Mapping[str, Any], depth: int = 0) -> bool:
    """Whether a title is among the names of fields, or of those nested where `read_record` looks.

    The values of a field that holds others are a mapping of the same kind; any other value will do.
    """
    return any(canonical_field(name) in _TITLES for name in fields) or any(
        isinstance(nested := fields.get(name), Mapping) and names_title(nested, depth + 1)
        for name in (NESTED if depth < MAX_NESTING else ())
    )


# The records of a source mostly have the same fields, so both answers are remembered.
@lru_cache(maxsize=256)
def fields_read(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return which of the names of a record are read, in its order, each with its canonical form."""
    forms = ((name, canonical_field(str(name))) for name in names)
    return tuple((name, form) for name, form in forms if form in _READ)


@lru_cache(maxsize=1024)
def fields_present(names: tuple[str, ...]) -> FieldNames:
    """Return the canonical names of a record by what they hold."""
    present = frozenset(names)
    return FieldNames(*(tuple(name for name in row if name in present) for row in _ALL))
