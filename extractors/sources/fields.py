"""From a record of named fields to a `Paper`: what JSON and CSV sources share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources.read_result import Skipped
from paperlattice.extractors.sources.values import (
    default_url,
    fold_text,
    is_arxiv_id,
    is_doi,
    normalise_date,
    normalise_id,
)

# Names are compared as `canonical_field` gives them; the first field of a row that holds something wins.
TITLE_FIELDS: Final = ("title", "papertitle", "articletitle", "documenttitle", "displayname")
_ABSTRACT: Final = ("abstract", "summary", "description", "abstracttext", "abstractnote")
_ID: Final = ("arxivid", "arxiv", "eprint", "id", "paperid", "entryid", "doi")
_DATE: Final = (
    "published",
    "publishedat",
    "publicationdate",
    "publisheddate",
    "versions",
    "submitted",
    "date",
)
_DATE_LATER: Final = ("created", "updatedate", "submittedondailyat", "year", "publicationyear", "pubyear")
_URL: Final = ("url", "link", "htmlurl", "absurl", "entryid", "landingpageurl")
_CATEGORIES: Final = ("categories", "category", "primarycategory", "fieldsofstudy", "subjects")
_CODE: Final = ("githubrepo", "codeurl", "codeurls", "code", "repourl", "repository", "github", "repo")
_NESTED: Final = ("paper", "row", "_source")
_MAX_NESTING: Final = 8
_OTHERS: Final = ("abstractinvertedindex", "externalids")
_READ: Final = frozenset(
    (*TITLE_FIELDS, *_ABSTRACT, *_ID, *_DATE, *_DATE_LATER, *_URL, *_CATEGORIES, *_CODE, *_OTHERS)
)
# "cs.CL", "hep-th", "stat"; not "Machine".
_SUBJECT: Final = re.compile(r"[a-z][a-z-]*(?:\.[A-Za-z][A-Za-z-]*)?")


@lru_cache(maxsize=4096)
def canonical_field(name: str) -> str:
    """Return a field name without case, blanks, hyphens and underscores: "arXiv ID" is "arxivid"."""
    # "arXivID" of "arXiv ID" and "arXiv-ID".
    return re.sub(r"[\s\-_.\ufeff]+", "", name).casefold()


def is_read(name: str) -> bool:
    """Whether `read_record` looks at a field of this name: other columns of a table can stay unread."""
    return canonical_field(name) in _READ or name in _NESTED


def names_title(fields: Mapping[str, Any], depth: int = 0) -> bool:
    """Whether a title is among the names of fields, or of those nested where `read_record` looks.

    The values of a field that holds others are a mapping of the same kind; any other value will do.
    """
    return any(canonical_field(name) in TITLE_FIELDS for name in fields) or any(
        isinstance(nested := fields.get(name), Mapping) and names_title(nested, depth + 1)
        for name in (_NESTED if depth < _MAX_NESTING else ())
    )


def read_record(record: Any, source: str, *, where: str) -> Paper | Skipped:
    """Return the paper that a record describes, or why it does not describe one: only the title is needed.

    Fields nested under `paper` (the daily feed of Hugging Face), `row` or `_source` are read before those
    next to them. Titles and abstracts are returned on one line.
    """
    if not isinstance(record, Mapping):
        return Skipped(source, where, f"not a record: a JSON {type(record).__name__}, not an object")
    fields = _gather(record)
    title = next(_texts(fields, TITLE_FIELDS), "")
    if not title:
        names = ", ".join(list(map(str, record))[:8]) or "none"
        return Skipped(source, where, f"no title (fields: {fold_text(names)})")
    identifier = _identifier(fields)
    return Paper(
        identifier or Paper.hash_id(title),
        title,
        abstract=_abstract(fields),
        date=_date(fields),
        url=next(filter(_is_web, _texts(fields, _URL)), default_url(identifier)),
        sources=(source,),
        categories=_categories(fields),
        declared=_declared(fields),
    )


def _gather(record: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in _NESTED if depth < _MAX_NESTING else ():
        if isinstance(nested := record.get(name), dict):
            fields = {**_gather(nested, depth + 1), **fields}
    for name, value in record.items():
        if value is not None and value != "":
            fields.setdefault(canonical_field(name), value)
    return fields


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
        return text
    index = fields.get("abstractinvertedindex")
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
    return fold_text(" ".join(word for _, word in sorted(placed)))


def _identifier(fields: Mapping[str, Any]) -> str:
    """The best id of a record: an arXiv id, else a DOI, else the first of any other form, else ""."""
    given = [*map(normalise_id, _texts(fields, _ID))]
    if isinstance(external := fields.get("externalids"), dict):
        given += map(normalise_id, _texts(external, ("ArXiv", "DOI")))
    for is_kind in (is_arxiv_id, is_doi):
        for identifier in given:
            if is_kind(identifier):
                return identifier
    if given:
        return given[0]
    from_urls = map(normalise_id, _texts(fields, _URL))
    return next((found for found in from_urls if is_arxiv_id(found) or is_doi(found)), "")


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
        for part in value if depth < _MAX_NESTING else ():
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
