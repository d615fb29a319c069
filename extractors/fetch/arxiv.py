"""arXiv: the query interface (Atom), and the announcements of the day (RSS)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.service import (
    Ask,
    Call,
    Page,
    Reply,
    Service,
    ask_unless_empty,
    batches,
    number_in,
)
from paperlattice.extractors.fetch.wanted import Wanted
from paperlattice.extractors.sources.values import fold_text, is_arxiv_id, normalise_id

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_QUERY: Final = "PAPERLATTICE_ARXIV_URL"
_RSS: Final = "PAPERLATTICE_ARXIV_RSS_URL"
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_OWN: Final = "{http://arxiv.org/schemas/atom}"
_TOTAL: Final = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_BATCH: Final = 100
_SLICE: Final = 500
_MOST: Final = 30_000
# "ti:attention", "cat:cs.CL", "submittedDate:[...]"; not "attention".
_PREFIXED: Final = re.compile(r"\b(?:ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):")
# '"quiet attention"', "adapters": the words and phrases of a plain search.
_WORDS: Final = re.compile(r'"[^"]+"|[^\s"]+')
# "cs.CL", "hep-th", "cs.*"; not "cs CL".
_CATEGORY: Final = re.compile(r"[a-z-]+(?:\.[A-Za-z*-]+)?")


def identify(text: str) -> str:
    """Return the arXiv id in an id, URL or DOI, or ""."""
    found = normalise_id(text)
    return found if is_arxiv_id(found) else ""


def key_of(record: Mapping[str, Any]) -> str:
    """Return the id of a record."""
    return str(record.get("id", ""))


def pages(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """Yield the pages of ids, of what was announced today in the categories, or of a search."""
    if wanted.today and not wanted.search and not wanted.ids:
        if not wanted.categories:
            raise FetchError("arXiv: today needs a category, as --category cs.CL")
        announced = _announced(wanted, ask)
        if not announced:
            yield Page([], note="arXiv announced nothing today (it does so from Sunday to Thursday)")
        yield from _by_ids(announced, ask)
    elif wanted.ids:
        yield from _by_ids(wanted.ids, ask)
    else:
        yield from _by_search(query_of(wanted), ask)


def query_of(wanted: Wanted) -> str:
    """Return a search in arXiv's language: words are all looked for, what has prefixes stays as it is.

    Example:
        >>> from paperlattice.extractors.fetch.arxiv import query_of
        >>> from paperlattice.extractors.fetch.wanted import Wanted
        >>> query_of(Wanted(search="quiet adapters", categories=("cs.CL",)))
        'all:quiet AND all:adapters AND cat:cs.CL'
    """
    parts = []
    if _PREFIXED.search(wanted.search):
        parts.append(f"({wanted.search})")
    else:
        parts += [f"all:{word}" for word in _WORDS.findall(wanted.search)]
    categories = [f"cat:{name}" for name in _checked(wanted.categories)]
    if categories:
        parts.append(categories[0] if len(categories) == 1 else f"({' OR '.join(categories)})")
    if wanted.since or wanted.until:
        since = (wanted.since or "1991-01-01").replace("-", "")
        until = (wanted.until or "2999-12-31").replace("-", "")
        parts.append(f"submittedDate:[{since}0000 TO {until}2359]")
    return " AND ".join(parts)


def _checked(categories: tuple[str, ...]) -> tuple[str, ...]:
    for name in categories:
        if not _CATEGORY.fullmatch(name):
            raise FetchError(f"arXiv: {name!r} is not a category; give one as cs.CL or hep-th")
    return categories


def _announced(wanted: Wanted, ask: Ask) -> tuple[str, ...]:
    """The ids of what is new or cross-listed in today's feed."""
    names = "+".join(_checked(wanted.categories))
    root = ask(Call(f"/rss/{names}", day=wanted.since, base=_RSS)).data
    ids: dict[str, None] = {}
    for item in root.iter("item"):
        if fold_text(item.findtext(f"{_OWN}announce_type", "new")) in ("new", "cross"):
            ids[identify(fold_text(item.findtext("link", "")))] = None
    return tuple(filter(None, ids))


def _by_ids(ids: tuple[str, ...], ask: Ask) -> Iterator[Page]:
    for batch in batches(ids, _BATCH):
        params: dict[str, str | int] = {"id_list": ",".join(batch), "max_results": len(batch)}
        records, _ = _read(ask(Call("/api/query", params, accept=(400,))))
        came = {record["id"] for record in records}
        yield Page(records, len(ids), tuple(identifier for identifier in batch if identifier not in came))


def _by_search(query: str, ask: Ask) -> Iterator[Page]:
    start = 0
    while True:
        records, total = _slice(query, start, ask)
        most = min(total, _MOST)
        note = ""
        if total > _MOST and start == 0:
            note = f"arXiv gives {_MOST:,} of {total:,} papers; shorten it by --since, --until"
        yield Page(records, most, note=note)
        start += _SLICE
        if start >= most:
            return


def _slice(query: str, start: int, ask: Ask) -> tuple[list[dict[str, Any]], int]:
    """One page of a search; a page without entries before the end is asked for again."""
    params: dict[str, str | int] = {"search_query": query, "start": start, "max_results": _SLICE}
    params |= {"sortBy": "submittedDate", "sortOrder": "ascending"}
    call = Call("/api/query", params, accept=(400,))
    _, records, total = ask_unless_empty(ask, call, _read, before=start)
    return records, total


def _read(reply: Reply) -> tuple[list[dict[str, Any]], int]:
    """The records of a feed, and how many papers there are in all."""
    root = reply.data
    if root is None:
        raise FetchError("arXiv: it refuses the question; check --search, as all:attention AND cat:cs.CL")
    if root.tag != f"{_ATOM}feed":
        raise FetchError(f"arXiv: another form of reply than known: {fold_text(root.tag)[:80]}")
    records = []
    for entry in root.iter(f"{_ATOM}entry"):
        address = entry.findtext(f"{_ATOM}id", "")
        if "/api/errors" in address:
            said = fold_text(entry.findtext(f"{_ATOM}summary", ""))
            raise FetchError(f"arXiv: it refuses the question: {said[:200]}")
        if record := _record(entry, identify(fold_text(address))):
            records.append(record)
    return records, number_in({"total": fold_text(root.findtext(_TOTAL, ""))}, "total")


def _record(entry: Element, identifier: str) -> dict[str, Any]:
    """One paper under the names that the metadata snapshot of arXiv has."""

    def text(name: str) -> str:
        return fold_text(entry.findtext(name, ""))

    if not identifier:
        return {}
    names = (fold_text(author.findtext(f"{_ATOM}name", "")) for author in entry.iter(f"{_ATOM}author"))
    terms = (category.get("term", "") for category in entry.iter(f"{_ATOM}category"))
    record: dict[str, Any] = {
        "id": identifier,
        "title": text(f"{_ATOM}title"),
        "abstract": text(f"{_ATOM}summary"),
        "authors": [name for name in names if name],
        "published": text(f"{_ATOM}published"),
        "updated": text(f"{_ATOM}updated"),
        "categories": [term for term in terms if term],
        "doi": text(f"{_OWN}doi"),
        "journal-ref": text(f"{_OWN}journal_ref"),
        "comments": text(f"{_OWN}comment"),
    }
    return {name: value for name, value in record.items() if value}


SERVICE: Final = Service(
    name="arxiv",
    label="arXiv",
    bases={_QUERY: "https://export.arxiv.org", _RSS: "https://rss.arxiv.org"},
    pages=pages,
    identify=identify,
    key_of=key_of,
    takes=frozenset(("ids", "search", "category", "dates", "today")),
    interval=3.0,
    form="xml",
    advice={429: "arXiv is busy: try again later"},
)
