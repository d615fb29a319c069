"""From a record of named fields to a `Paper`: what JSON and CSV sources share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

from paperlattice.extractors.records import Link, Paper, title_key
from paperlattice.extractors.sources.field_names import HUB_LINKS, MAX_NESTING, FieldNames, fields_present
from paperlattice.extractors.sources.latex import with_letters
from paperlattice.extractors.sources.people import read_authors
from paperlattice.extractors.sources.read_result import Boilerplate, Found, Skipped
from paperlattice.extractors.sources.record_shapes import (
    kind_of_other,
    plain_text,
    unwrap_record,
    without_frame,
)
from paperlattice.extractors.sources.values import (
    IdKind,
    default_url,
    find_arxiv_id,
    fold_text,
    id_and_kind,
    normalise_date,
    remembered,
    sure_date,
)

_LABELS: Final = ("name", "display_name", "source", "journal", "title", "URL", "url", "publisher")
# "https://a.org/x" and "https://b.org/y" of "https://a.org/x; [y](https://b.org/y)".
_ADDRESS: Final = re.compile(r"https?://[^\s,;|()<>\[\]\"]+")
# "pmid:38000001".
_PUBMED: Final = re.compile(r"pmid:(?P<number>[0-9]{1,9})")
# "acme/tiny-1.5"; not "https://acme.org".
_HUB_NAME: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)?")
# "cs.CL", "hep-th", "stat"; not "Machine".
_SUBJECT: Final = re.compile(r"[a-z][a-z-]*(?:\.[A-Za-z][A-Za-z-]*)?")


def read_record(record: Any, source: str, *, where: str) -> Found:
    """Return the paper that a record describes, or why it does not describe one: only the title is needed.

    Fields nested under `paper` (the daily feed of Hugging Face), `row` or `_source` are read before those
    next to them. Titles and abstracts are returned on one line.
    """
    if not isinstance(record, Mapping):
        kind = "null" if record is None else f"a JSON {type(record).__name__}"
        return Skipped(source, where, f"not a record: {kind}, not an object")
    other, usual = kind_of_other(record)
    if other:
        return Boilerplate(1) if usual else Skipped(source, where, f"{other}, not a paper")
    fields = unwrap_record(record)
    names = fields_present(tuple(fields))
    title = _title(fields, names)
    if not title:
        given = ", ".join(list(map(str, record))[:8]) or "none"
        return Skipped(source, where, f"no title (fields: {fold_text(given)})")
    arxiv_id, doi, identifier = _ids(fields, names)
    url = next(filter(_is_web, _texts(fields, names.urls)), "")
    declared = _declared(fields, names.code)
    return Paper(
        identifier or Paper.hash_id(title),
        title,
        abstract=_abstract(fields, names),
        date=_date(fields, names),
        url=url or default_url(identifier) or _page_of(identifier),
        sources=(source,),
        categories=_categories(fields, names.categories),
        declared=declared,
        authors=next(filter(None, (read_authors(fields[name]) for name in names.authors)), ()),
        venue=_first_label(fields, names.venues),
        doi=doi,
        arxiv_id=arxiv_id,
        licence=_licence(fields, names),
        keywords=_keywords(fields, names.keywords),
        links=_links(fields, names.links, declared, source) if names.links or declared else (),
    )


def _page_of(identifier: str) -> str:
    """The page of an id of PubMed, or the id itself where it is an address, as in OpenAlex."""
    if match := _PUBMED.fullmatch(identifier):
        return f"https://pubmed.ncbi.nlm.nih.gov/{match['number']}/"
    return identifier if _is_web(identifier) else ""


def _text(value: Any) -> str:
    """The one line of a string, a number, or a list of strings."""
    if isinstance(value, str):
        return fold_text(value)
    if isinstance(value, list):
        return fold_text(" ".join(part for part in value if isinstance(part, str)))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _texts(fields: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    return [text for name in names if (text := _text(fields[name]))] if names else []


def _first_text(fields: Mapping[str, Any], names: Iterable[str]) -> str:
    for name in names:
        if text := _text(fields[name]):
            return text
    return ""


def _plain(text: str) -> str:
    """A folded text without tags and references."""
    plain = plain_text(text)
    return text if plain is text else fold_text(plain)


def _title(fields: Mapping[str, Any], names: FieldNames) -> str:
    title = with_letters(_plain(_first_text(fields, names.titles)))
    subtitle = with_letters(_plain(_first_text(fields, names.subtitles)))
    # Of Crossref, where the publisher may also give the whole as the title.
    if title and subtitle and title_key(subtitle) not in title_key(title):
        return f"{title.rstrip(' :')}: {subtitle}"
    return title


def _abstract(fields: Mapping[str, Any], names: FieldNames) -> str:
    if text := _first_text(fields, names.abstracts):
        return without_frame(_plain(text))
    index = fields[names.inverted[0]] if names.inverted else None
    if isinstance(index, list):  # a map of Parquet
        index = dict(pair for pair in index if isinstance(pair, tuple) and len(pair) == 2)
    return without_frame(_from_inverted_index(index)) if isinstance(index, dict) else ""


def _from_inverted_index(index: Mapping[str, Any]) -> str:
    """The text of OpenAlex's `{word: [positions]}`; a wrong position must not fill memory."""
    try:
        length = sum(map(len, index.values()))
        words = [""] * length
        for word, positions in index.items():
            for position in positions:
                words[position] = word
        # Each position from the first to the last once: those before the first would make the sum smaller.
        if "" not in words and sum(map(sum, index.values())) == length * (length - 1) // 2:
            return fold_text(" ".join(words))
    except (TypeError, IndexError):
        pass
    placed = [
        (position, word)
        for word, positions in index.items()
        if isinstance(positions, list)
        for position in positions
        if isinstance(position, int)
    ]
    placed.sort(key=itemgetter(0))
    return fold_text(" ".join([word for _, word in placed]))


def _ids(fields: Mapping[str, Any], names: FieldNames) -> tuple[str, str, str]:
    """The arXiv id of a record, its DOI, and the best id: of these, else the first of any other form."""
    best: dict[IdKind, str] = {}
    for text, is_id in _id_texts(fields, names):
        found, kind = id_and_kind(text)
        if kind or is_id:
            best.setdefault(kind, found)
    arxiv_id, doi = best.get("arxiv", ""), best.get("doi", "")
    return arxiv_id, doi, arxiv_id or doi or best.get("", "")


def _id_texts(fields: Mapping[str, Any], names: FieldNames) -> Iterator[tuple[str, bool]]:
    """What may hold ids, each once: fields, locations, URLs; and whether it is an id of whatever form."""
    for text in _texts(fields, names.pubmed):
        if text.isdecimal():
            yield f"pmid:{text}", True
    for text in _texts(fields, names.ids):
        yield text, True
    for text in _texts(fields, names.dois):
        yield text.split()[0], True  # arXiv gives several DOIs as one text: "10.1000/a 10.1000/b"
    for name in names.external:
        if isinstance(external := fields[name], dict):
            yield from ((text, True) for key in ("ArXiv", "DOI") if (text := _text(external.get(key))))
    for text in _texts(fields, names.marked):
        if found := find_arxiv_id(text):
            yield found, False
    addresses = _texts(fields, names.urls)
    for name in names.locations:
        locations = fields[name]
        for location in locations if isinstance(locations, list) else [locations]:
            if isinstance(location, dict):
                addresses.append(_text(location.get("landing_page_url")))
    for address in dict.fromkeys(addresses):  # a work of OpenAlex has one in each location
        yield address, False


def _date(fields: Mapping[str, Any], names: FieldNames) -> str:
    found = _first_date(fields, names.dates)
    if len(found) == len("2025") and names.months:
        month, day = (_first_text(fields, parts) for parts in (names.months, names.days))
        forms = (f"{found}-{month}-{day}", f"{found}-{month}", f"{day} {month} {found}", f"{month} {found}")
        return next(filter(None, map(normalise_date, forms)), found)
    return found


def _first_date(fields: Mapping[str, Any], names: Iterable[str]) -> str:
    """The first date that can be read as a whole, else what is sure of the first."""
    partial = ""
    for name in names:
        value = fields[name]
        if name == "versions":
            first = value[0] if isinstance(value, list) and value else None
            value = first.get("created") if isinstance(first, dict) else None
        if value is None:
            continue
        if found := normalise_date(value):
            # Of "2021-05-00" and then "2021" the month is known.
            return partial if partial.startswith(found) else found
        partial = partial or sure_date(value)
    return partial


def _categories(fields: Mapping[str, Any], names: Iterable[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for name in names:
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
        yield from remembered(_names_in, value)


def _names_in(text: str) -> tuple[str, ...]:
    text = fold_text(text)
    # "cs.CL" and " cs.LG" of "cs.CL, cs.LG".
    parts = re.split(r"[,;|]", text)
    # "cs.CL cs.LG" is two, "Machine Learning" is one.
    if len(parts) == 1 and all(_SUBJECT.fullmatch(part) for part in text.split()):
        parts = text.split()
    return _stripped(parts)


def _keywords_in(text: str) -> tuple[str, ...]:
    text = fold_text(text)
    # "graphs, deep nets" is two, "nets, deep; graphs" is "nets, deep" and "graphs".
    return _stripped(re.split(r"[;|]", text) if ";" in text or "|" in text else text.split(","))


def _stripped(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for part in parts if (name := part.strip(" '\"[]")))


def _first_label(fields: Mapping[str, Any], names: Iterable[str]) -> str:
    """The name of a venue or licence: a text, or that in a record, the first of several."""
    for name in names:
        if label := _label(fields[name]):
            return label
    return ""


def _label(value: Any, depth: int = 0) -> str:
    """The name in "ICML", ["ICML"], {"name": "ICML"}, {"source": {"name": "ICML"}} or {"URL": ...}."""
    if isinstance(value, str):
        return fold_text(value)
    if depth >= MAX_NESTING:
        return ""
    parts = value if isinstance(value, list) else ()
    if isinstance(value, dict):
        parts = [value[name] for name in _LABELS if name in value]
    for part in parts:
        if label := _label(part, depth + 1):
            return label
    return ""


def _licence(fields: Mapping[str, Any], names: FieldNames) -> str:
    if found := _first_label(fields, names.licences):
        return found
    copies = (fields[name] for name in names.copies)
    return next(filter(None, (_label(copy.get("license")) for copy in copies if isinstance(copy, dict))), "")


def _keywords(fields: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    value = fields[names[0]] if names else None
    if isinstance(value, dict) and "keyword" in value:  # of Europe PMC
        value = value["keyword"]
    found: set[str] = set()
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            part = next((part[key] for key in ("display_name", "name", "tag", "term") if key in part), None)
        if isinstance(part, str):
            found.update(remembered(_keywords_in, part))
    return tuple(sorted(found))


def _links(
    fields: Mapping[str, Any], names: Iterable[str], declared: Iterable[str], source: str
) -> tuple[Link, ...]:
    found = {Link("repo", url, source) for url in declared}
    for name in names:
        kind, hub = HUB_LINKS[name]
        value = fields[name]
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                part = part.get("id") or part.get("url")
            if isinstance(part, str):
                text = fold_text(part)
                url = f"{hub}{text}" if hub and _HUB_NAME.fullmatch(text) else text
                found |= {Link(kind, url, source)} if _is_web(url) else set()
    return tuple(sorted(found))


def _declared(fields: Mapping[str, Any], names: Iterable[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for name in names:
        value = fields[name]
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                part = part.get("url")
            if isinstance(part, str):
                found.update(_ADDRESS.findall(fold_text(part)))
    return tuple(sorted(found))


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://")) and " " not in text
