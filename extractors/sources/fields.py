"""From a record of named fields to a `Paper`: what JSON and CSV sources share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from paperlattice.extractors.records import Link, Paper
from paperlattice.extractors.sources.people import read_authors
from paperlattice.extractors.sources.read_result import Boilerplate, Found, Skipped
from paperlattice.extractors.sources.record_shapes import (
    MAX_NESTING,
    NESTED,
    canonical_field,
    kind_of_other,
    plain_text,
    unwrap_record,
)
from paperlattice.extractors.sources.values import (
    default_url,
    find_arxiv_id,
    fold_text,
    is_arxiv_id,
    is_doi,
    normalise_date,
    normalise_id,
)

# Names are compared as `canonical_field` gives them; the first field of a row that holds something wins.
TITLE_FIELDS: Final = ("title", "papertitle", "articletitle", "documenttitle", "displayname")
_ABSTRACT: Final = ("abstract", "summary", "description", "abstracttext", "abstractnote")
_ID: Final = ("arxivid", "arxiv", "eprint", "id", "paperid", "entryid")
# What programs fill with "arXiv:2401.00001 [cs]" besides other things.
_MARKED_IDS: Final = ("archiveid", "extra", "note", "number", "journal", "journaltitle", "howpublished")
_DATE: Final = (
    "published",
    "firstpublicationdate",
    "publishedat",
    "publicationdate",
    "publisheddate",
    "versions",
    "submitted",
    "date",
    "issued",
)
_DATE_LATER: Final = ("created", "updatedate", "submittedondailyat", "year", "publicationyear", "pubyear")
_URL: Final = ("url", "link", "htmlurl", "absurl", "entryid", "landingpageurl")
_CATEGORIES: Final = ("categories", "category", "primarycategory", "fieldsofstudy", "subjects")
_CODE: Final = ("githubrepo", "codeurl", "codeurls", "code", "repourl", "repository", "github", "repo")
_AUTHORS: Final = (
    *("authorsparsed", "authorships", "authorfullnames", "authorlist", "authors", "author", "authornames"),
    *("authorstring", "creators", "creator"),
)
_VENUE: Final = (
    *("venue", "journalref", "journal", "journaltitle", "booktitle", "containertitle", "conference"),
    *("publicationtitle", "proceedingstitle", "conferencename", "sourcetitle", "publicationvenue"),
    *("publication", "journalinfo", "primarylocation"),
)
_LABELS: Final = ("name", "display_name", "source", "journal", "title", "URL", "url")
_LICENCE: Final = ("license", "licence", "rights")
_LICENSED: Final = ("primarylocation", "openaccesspdf")
_KEYWORDS: Final = (
    "keywords",
    "keyword",
    "aikeywords",
    "authorkeywords",
    "keywordlist",
    "tags",
    "manualtags",
)
# Which fields declare what else belongs to a paper, and where a bare name of the Hub leads.
_LINKS: Final[Mapping[str, tuple[str, str]]] = {
    "projectpage": ("project", ""),
    "projecturl": ("project", ""),
    "projectwebsite": ("project", ""),
    "linkedmodels": ("model", "https://huggingface.co/"),
    "linkeddatasets": ("dataset", "https://huggingface.co/datasets/"),
    "linkedspaces": ("space", "https://huggingface.co/spaces/"),
}
_LOCATIONS: Final = ("primarylocation", "locations")
_OTHERS: Final = (
    "abstractinvertedindex",
    "externalids",
    "pmid",
    *_MARKED_IDS,
    *_LOCATIONS,
    *_LICENSED,
    *_LINKS,
)
_READ: Final = frozenset(
    (
        *(*TITLE_FIELDS, *_ABSTRACT, *_ID, "doi", *_DATE, *_DATE_LATER, *_URL, *_CATEGORIES, *_CODE),
        *(*_AUTHORS, *_VENUE, *_LICENCE, *_KEYWORDS, *_OTHERS),
    )
)
# "acme/tiny-1.5"; not "https://acme.org".
_HUB_NAME: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)?")
# "cs.CL", "hep-th", "stat"; not "Machine".
_SUBJECT: Final = re.compile(r"[a-z][a-z-]*(?:\.[A-Za-z][A-Za-z-]*)?")


def is_read(name: str) -> bool:
    """Whether `read_record` looks at a field of this name: other columns of a table can stay unread."""
    return canonical_field(name) in _READ or name in NESTED


def names_title(fields: Mapping[str, Any], depth: int = 0) -> bool:
    """Whether a title is among the names of fields, or of those nested where `read_record` looks.

    The values of a field that holds others are a mapping of the same kind; any other value will do.
    """
    return any(canonical_field(name) in TITLE_FIELDS for name in fields) or any(
        isinstance(nested := fields.get(name), Mapping) and names_title(nested, depth + 1)
        for name in (NESTED if depth < MAX_NESTING else ())
    )


def read_record(record: Any, source: str, *, where: str) -> Found:
    """Return the paper that a record describes, or why it does not describe one: only the title is needed.

    Fields nested under `paper` (the daily feed of Hugging Face), `row` or `_source` are read before those
    next to them. Titles and abstracts are returned on one line.
    """
    if not isinstance(record, Mapping):
        return Skipped(source, where, f"not a record: a JSON {type(record).__name__}, not an object")
    other, usual = kind_of_other(record)
    if other:
        return Boilerplate(1) if usual else Skipped(source, where, f"{other}, not a paper")
    fields = unwrap_record(record)
    title = fold_text(plain_text(next(_texts(fields, TITLE_FIELDS), "")))
    if not title:
        names = ", ".join(list(map(str, record))[:8]) or "none"
        return Skipped(source, where, f"no title (fields: {fold_text(names)})")
    ids = _ids(fields)
    identifier = _identifier(ids)
    declared = _declared(fields)
    return Paper(
        identifier or Paper.hash_id(title),
        title,
        abstract=_abstract(fields),
        date=_date(fields),
        url=next(filter(_is_web, _texts(fields, _URL)), default_url(identifier)),
        sources=(source,),
        categories=_categories(fields),
        declared=declared,
        authors=next(filter(None, (read_authors(fields[n]) for n in _AUTHORS if n in fields)), ()),
        venue=next(_labels(fields, _VENUE), ""),
        doi=next(filter(is_doi, ids), ""),
        arxiv_id=next(filter(is_arxiv_id, ids), ""),
        licence=_licence(fields),
        keywords=_keywords(fields),
        links=_links(fields, declared, source),
    )


def _text(value: Any) -> str:
    """The one line of a string, a number, or a list of strings."""
    if isinstance(value, str):
        return fold_text(value)
    if isinstance(value, list):
        return fold_text(" ".join(part for part in value if isinstance(part, str)))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _texts(fields: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    return filter(None, (_text(fields[name]) for name in names if name in fields))


def _abstract(fields: Mapping[str, Any]) -> str:
    if text := next(_texts(fields, _ABSTRACT), ""):
        return fold_text(plain_text(text))
    index = fields.get("abstractinvertedindex")
    if isinstance(index, list):  # a map of Parquet
        index = dict(pair for pair in index if isinstance(pair, tuple) and len(pair) == 2)
    return _from_inverted_index(index) if isinstance(index, dict) else ""


def _from_inverted_index(index: Mapping[str, Any]) -> str:
    """The text of OpenAlex's `{word: [positions]}`; sorted, since a wrong position must not fill memory."""
    placed = [
        (position, word)
        for word, positions in index.items()
        if isinstance(positions, list)
        for position in positions
        if isinstance(position, int)
    ]
    placed.sort(key=itemgetter(0))
    return fold_text(" ".join([word for _, word in placed]))


def _ids(fields: Mapping[str, Any]) -> list[str]:
    """All ids of a record, normalised: what its fields, its locations and its URLs say."""
    # arXiv gives several DOIs as one text: "10.1000/a 10.1000/b".
    dois = [text.split()[0] for text in _texts(fields, ("doi",))]
    numbers = [f"pmid:{text}" for text in _texts(fields, ("pmid",)) if text.isdecimal()]
    given = [*numbers, *map(normalise_id, chain(_texts(fields, _ID), dois))]
    if isinstance(external := fields.get("externalids"), dict):
        given += map(normalise_id, _texts(external, ("ArXiv", "DOI")))
    given += filter(None, map(find_arxiv_id, _texts(fields, _MARKED_IDS)))
    addresses = [*_texts(fields, _URL)]
    for name in _LOCATIONS:
        locations = fields.get(name)
        for location in locations if isinstance(locations, list) else [locations]:
            if isinstance(location, dict):
                addresses += _texts(location, ("landing_page_url",))
    found = map(normalise_id, dict.fromkeys(addresses))  # a work of OpenAlex has one in each location
    known = (one for one in found if is_arxiv_id(one) or is_doi(one))
    return [*given, *known]


def _identifier(ids: list[str]) -> str:
    """The best id of a record: an arXiv id, else a DOI, else the first of any other form, else ""."""
    for is_kind in (is_arxiv_id, is_doi):
        if found := next(filter(is_kind, ids), ""):
            return found
    return ids[0] if ids else ""


def _date(fields: Mapping[str, Any]) -> str:
    for name in (*_DATE, *_DATE_LATER):
        if name not in fields:
            continue
        value = fields[name]
        if name == "versions":
            first = value[0] if isinstance(value, list) and value else None
            value = first.get("created") if isinstance(first, dict) else None
        if value is not None and (found := normalise_date(value)):
            return found
    return ""


def _categories(fields: Mapping[str, Any]) -> tuple[str, ...]:
    found: set[str] = set()
    for name in _CATEGORIES:
        if name in fields:
            found.update(_names(fields[name]))
    return tuple(sorted(found))


def _names(value: Any, depth: int = 0) -> Iterable[str]:
    """The names in "cs.CL cs.LG", "Machine Learning; Vision", a list of such, or of objects with a name."""
    if isinstance(value, list):
        for part in value if depth < MAX_NESTING else ():
            yield from _names(part, depth + 1)
    elif isinstance(value, dict):
        for key in ("term", "name", "display_name", "category"):
            if isinstance(value.get(key), str):
                yield fold_text(value[key])
                return
    elif isinstance(value, str):
        text = fold_text(value)
        # "cs.CL" and " cs.LG" of "cs.CL, cs.LG".
        parts = re.split(r"[,;|]", text)
        # "cs.CL cs.LG" is two, "Machine Learning" is one.
        if len(parts) == 1 and all(_SUBJECT.fullmatch(part) for part in text.split()):
            parts = text.split()
        yield from (part.strip(" '\"[]") for part in parts if part.strip(" '\"[]"))


def _labels(fields: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    """The names of venues and licences: texts, or those in records, the first of several."""
    for name in names:
        if name in fields and (label := _label(fields[name])):
            yield label


def _label(value: Any, depth: int = 0) -> str:
    """The name in "ICML", ["ICML"], {"name": "ICML"}, {"source": {"name": "ICML"}} or {"URL": ...}."""
    if isinstance(value, str):
        return fold_text(value)
    if depth >= MAX_NESTING:
        return ""
    if isinstance(value, list):
        return next(filter(None, (_label(part, depth + 1) for part in value)), "")
    if isinstance(value, dict):
        parts = (value.get(name) for name in _LABELS)
        return next(filter(None, (_label(part, depth + 1) for part in parts)), "")
    return ""


def _licence(fields: Mapping[str, Any]) -> str:
    if found := next(_labels(fields, _LICENCE), ""):
        return found
    copies = (fields.get(name) for name in _LICENSED)
    return next(filter(None, (_label(copy.get("license")) for copy in copies if isinstance(copy, dict))), "")


def _keywords(fields: Mapping[str, Any]) -> tuple[str, ...]:
    value = next((fields[name] for name in _KEYWORDS if name in fields), None)
    if isinstance(value, dict) and "keyword" in value:  # of Europe PMC
        value = value["keyword"]
    found: set[str] = set()
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            part = next((part[key] for key in ("display_name", "name", "tag", "term") if key in part), None)
        if isinstance(part, str):
            text = fold_text(part)
            # "graphs, deep nets" is two, "nets, deep; graphs" is "nets, deep" and "graphs".
            pieces = re.split(r"[;|]", text) if ";" in text or "|" in text else text.split(",")
            found.update(piece.strip(" '\"[]") for piece in pieces)
    return tuple(sorted(found - {""}))


def _links(fields: Mapping[str, Any], declared: Iterable[str], source: str) -> tuple[Link, ...]:
    found = {Link("repo", url, source) for url in declared}
    for name, (kind, hub) in _LINKS.items():
        if name not in fields:
            continue
        value = fields[name]
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                part = part.get("id") or part.get("url")
            if isinstance(part, str):
                text = fold_text(part)
                url = f"{hub}{text}" if hub and _HUB_NAME.fullmatch(text) else text
                found |= {Link(kind, url, source)} if _is_web(url) else set()
    return tuple(sorted(found))


def _declared(fields: Mapping[str, Any]) -> tuple[str, ...]:
    found: set[str] = set()
    for name in _CODE:
        if name not in fields:
            continue
        value = fields[name]
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                part = part.get("url")
            if isinstance(part, str):
                # "https://a.org/x" and "https://b.org/y" of "https://a.org/x; https://b.org/y".
                found.update(url for url in re.split(r"[\s,;|]+", fold_text(part)) if _is_web(url))
    return tuple(sorted(found))


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://")) and " " not in text
