"""Zotero: the library of the program that runs on this machine, or one of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

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
    records_in,
)
from paperlattice.extractors.fetch.wanted import Wanted
from paperlattice.extractors.sources.record_shapes import kind_of_other

_LOCAL: Final = "PAPERLATTICE_ZOTERO_URL"
_WEB: Final = "PAPERLATTICE_ZOTERO_WEB_URL"
_LIMIT: Final = 100
_BATCH: Final = 50
# "ABCD2345", "zotero://select/library/items/ABCD2345"; not "abcd".
_ITEM: Final = re.compile(r"(?:(?:zotero|https?)://\S+/items/)?([A-Z0-9]{8})(?:/\S*)?")
# "users/123", "groups/456"; not "users/me".
_LIBRARY: Final = re.compile(r"(?:users|groups)/\d{1,12}")
_COLLECTION: Final = re.compile(r"[A-Z0-9]{8}")


def identify(text: str) -> str:
    """Return the key of an item, from a key or link, or ""."""
    match = _ITEM.fullmatch(text.strip())
    return match[1] if match else ""


def key_of(record: Mapping[str, Any]) -> str:
    """Return library and key of an item."""
    library = record.get("library")
    return f"{library.get('id', '') if isinstance(library, dict) else ''}/{record.get('key', '')}"


def pages(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """Yield the pages of items by key, of a collection, or of a library.

    The local program is asked, with `library` that of the web if it belongs to a user; both know groups, and
    with a key groups are asked for on the web.
    """
    path, base = _place(wanted)
    common: dict[str, str | int] = {"format": "json", "include": "data", "v": 3}
    if wanted.ids:
        for batch in batches(wanted.ids, _BATCH):
            params = {**common, "itemKey": ",".join(batch), "limit": _LIMIT}
            found = _papers(records_in(ask(Call(f"{path}/items", params, base=base)).data))
            keys = {record.get("key") for record in found}
            yield Page(found, len(wanted.ids), tuple(key for key in batch if key not in keys))
        return
    if wanted.search:
        common |= {"q": wanted.search, "qmode": "everything"}
    place = f"{path}/collections/{wanted.collection}/items/top" if wanted.collection else f"{path}/items/top"
    common |= {"sort": "dateAdded", "direction": "asc", "limit": _LIMIT}
    start = 0
    while True:
        call = Call(place, {**common, "start": start}, base=base)
        _, items, total = ask_unless_empty(ask, call, _read, before=start)
        yield Page(_papers(items))
        start += len(items)
        if not items or (start >= total if total else len(items) < _LIMIT):
            return


def _place(wanted: Wanted) -> tuple[str, str]:
    if wanted.collection and not _COLLECTION.fullmatch(wanted.collection):
        raise FetchError(f"Zotero: {wanted.collection!r} is not the key of a collection, as ABCD2345")
    if not wanted.library:
        return "/api/users/0", _LOCAL
    if not _LIBRARY.fullmatch(wanted.library):
        raise FetchError(f"Zotero: {wanted.library!r} is not a library; give users/NUMBER or groups/NUMBER")
    if wanted.library.startswith("groups") and not wanted.keyed:
        return f"/api/{wanted.library}", _LOCAL
    return f"/{wanted.library}", _WEB


def _read(reply: Reply) -> tuple[list[dict[str, Any]], int]:
    """The items of a page, and how many there are in all: attachments and notes count."""
    return records_in(reply.data), number_in(reply.headers, "total-results")


def _papers(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items that may be papers."""
    return [item for item in items if not kind_of_other(item)[0]]


SERVICE: Final = Service(
    name="zotero",
    label="Zotero",
    bases={_LOCAL: "http://localhost:23119", _WEB: "https://api.zotero.org"},
    pages=pages,
    identify=identify,
    key_of=key_of,
    takes=frozenset(("ids", "search", "library")),
    interval=0.0,
    key="ZOTERO_API_KEY",
    send_key=lambda key: ("Zotero-API-Key", key),
    headers={"Zotero-API-Version": "3"},
    advice={
        0: "start Zotero, version 7 or later",
        403: "allow other applications in Zotero's settings, under Advanced; one of the web needs a key "
        "in ZOTERO_API_KEY",
    },
)
