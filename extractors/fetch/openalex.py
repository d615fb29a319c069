"""OpenAlex: works by id or DOI, and by search and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from paperlattice.extractors.fetch.service import (
    Ask,
    Call,
    Page,
    Reply,
    Service,
    ask_unless_empty,
    number_in,
    records_in,
)
from paperlattice.extractors.fetch.wanted import Wanted
from paperlattice.extractors.sources.values import is_arxiv_id, is_doi, normalise_id

KEY: Final = "OPENALEX_API_KEY"
_PER_PAGE: Final = 100
_MOST_PAGED: Final = 10_000
_FIELDS: Final = ",".join(
    (
        *("id", "doi", "title", "display_name", "publication_date", "publication_year", "type", "language"),
        *("ids", "primary_location", "locations", "authorships", "topics", "keywords"),
        *("abstract_inverted_index", "is_retracted"),
    )
)
# "W2741809807", "https://openalex.org/W2741809807"; not "A2741809807".
_WORK: Final = re.compile(r"(?:https?://(?:api\.)?openalex\.org/(?:works/)?)?(W\d{1,12})", re.I)


def identify(text: str) -> str:
    """Return the id of a work, or the DOI in a DOI, URL or arXiv id, or ""."""
    if match := _WORK.fullmatch(text.strip()):
        return match[1].upper()
    found = normalise_id(text)
    if is_arxiv_id(found):
        return f"10.48550/arxiv.{found}"
    return found if is_doi(found) else ""


def key_of(record: Mapping[str, Any]) -> str:
    """Return the id of a work."""
    return str(record.get("id", ""))


def pages(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """Yield works one by one by their ids, which costs nothing, or the pages of a search."""
    if not wanted.ids:
        yield from _search(wanted, ask)
    for identifier in wanted.ids:
        path = identifier if identifier.startswith("W") else f"doi:{quote(identifier, safe='/:')}"
        reply = ask(Call(f"/works/{path}", {"select": _FIELDS}, accept=(404,)))
        found = reply.data if isinstance(reply.data, dict) else None
        yield Page([found] if found else [], len(wanted.ids), () if found else (identifier,))


def _search(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """By cursor with a key, and by page without one: cursors are refused then."""
    params: dict[str, str | int] = {"per_page": _PER_PAGE, "select": _FIELDS}
    dates = {"from_publication_date": wanted.since, "to_publication_date": wanted.until}
    if chosen := ",".join(f"{name}:{day}" for name, day in dates.items() if day):
        params["filter"] = chosen
    if wanted.search:
        params["search"] = wanted.search
    if wanted.keyed:
        yield from _by_cursor(params, ask)
    else:
        yield from _by_page(params, ask)


def _by_cursor(params: dict[str, str | int], ask: Ask) -> Iterator[Page]:
    cursor, known, before = "*", set[str](), 0
    while cursor and cursor not in known:
        known.add(cursor)
        call = Call("/works", {**params, "cursor": cursor})
        data, records, _ = ask_unless_empty(ask, call, _read, before=before)
        before += len(records)
        yield Page(records, number_in(data, "meta", "count"))
        following = data["meta"].get("next_cursor") if isinstance(data.get("meta"), dict) else None
        cursor = following if records and isinstance(following, str) else ""


def _by_page(params: dict[str, str | int], ask: Ask) -> Iterator[Page]:
    for page in range(1, _MOST_PAGED // _PER_PAGE + 1):
        call = Call("/works", {**params, "page": page})
        data, records, _ = ask_unless_empty(ask, call, _read, before=(page - 1) * _PER_PAGE)
        total = number_in(data, "meta", "count")
        note = ""
        if total > _MOST_PAGED and page == 1:
            note = f"OpenAlex gives {_MOST_PAGED:,} of {total:,} works without a key; set a free one in {KEY}"
        yield Page(records, min(total, _MOST_PAGED), note=note)
        if not records or page * _PER_PAGE >= total:
            return


def _read(reply: Reply) -> tuple[list[dict[str, Any]], int]:
    """The works of a page, and how many there are in all; none more where a cursor says so."""
    meta = reply.data.get("meta") if isinstance(reply.data, dict) else None
    is_last = isinstance(meta, dict) and meta.get("next_cursor", "") is None and not meta.get("page")
    return records_in(reply.data, "results"), 0 if is_last else number_in(reply.data, "meta", "count")


_ADVICE: Final = f"set a free key in {KEY}"

SERVICE: Final = Service(
    name="openalex",
    label="OpenAlex",
    bases={"PAPERLATTICE_OPENALEX_URL": "https://api.openalex.org"},
    pages=pages,
    identify=identify,
    key_of=key_of,
    takes=frozenset(("ids", "search", "dates")),
    interval=0.1,
    key=KEY,
    advice={401: _ADVICE, 403: _ADVICE, 429: f"the budget of the day is spent: wait, or {_ADVICE}"},
)
