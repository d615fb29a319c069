"""What a service is to the rest: facts, calls, replies and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.wanted import Wanted

SUCCESS: Final = range(200, 300)
_EMPTY_PAGES: Final = 3
_MOST_SAID: Final = 200


@dataclass(frozen=True, slots=True)
class Call:
    """One request: `params` and `json` (a body, which makes it a POST) hold no key.

    `accept` lists statuses besides success that say something (404: no such paper); others are faults.
    `day` and `again` tell calls apart that have another reply each day, or that are sent again since
    their reply could not be right. `base` names one of the bases of the service, the main one if empty.
    """

    path: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    json: Any = None
    accept: tuple[int, ...] = ()
    day: str = ""
    again: int = 0
    base: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: `data` is parsed JSON or the root of an XML tree, `headers` have names in lower case.

    Without success, `data` is what could be read, or None; always None where nothing is there (404).
    """

    status: int
    headers: Mapping[str, str]
    data: Any


@dataclass(frozen=True, slots=True)
class Page:
    """What one reply gives: records, how many there are in all if it says so, and ids that are not there."""

    records: list[dict[str, Any]]
    total: int = 0
    missing: tuple[str, ...] = ()
    note: str = ""


Ask = Callable[[Call], Reply]
"""Send a call, or take its reply from the cache."""


@dataclass(frozen=True, slots=True)
class Service:
    """All facts of a service.

    Args:
        name: Its name on the command line; `label` is that for people.
        bases: The base URLs by the environment variable that replaces each, the main one first.
        pages: Yields the pages of what is wanted.
        identify: Returns the id of a text as the service writes it, or "".
        key_of: Returns what is the same for two records of one paper.
        takes: What can be asked for: of ids, search, category, dates, today, library.
        interval: Seconds between two requests.
        key: The environment variable of the key, and `send_key` the header that a key becomes.
        form: The form of replies.
        advice: What to do about a status, or where there is no connection (0).
    """

    name: str
    label: str
    bases: Mapping[str, str]
    pages: Callable[[Wanted, Ask], Iterator[Page]]
    identify: Callable[[str], str]
    key_of: Callable[[Mapping[str, Any]], str]
    takes: frozenset[str]
    interval: float
    key: str = ""
    send_key: Callable[[str], tuple[str, str]] = lambda key: ("Authorization", f"Bearer {key}")
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Literal["json", "xml"] = "json"
    advice: Mapping[int, str] = field(default_factory=dict)


class TokenExpired(FetchError):
    """The service knows the token of the next page no more: the list has to be asked for from its start."""


def ask_unless_empty(
    ask: Ask, call: Call, read: Callable[[Reply], tuple[list[dict[str, Any]], int]], *, before: int
) -> tuple[Any, list[dict[str, Any]], int]:
    """Return the data of a page, asked for again while it is empty before the end, and what is read of it.

    `read` returns the records of a reply and how many there are in all; `before` came on earlier pages.
    Raises FetchError after the third empty page.
    """
    total = 0
    for again in range(_EMPTY_PAGES):
        reply = ask(replace(call, again=again))
        records, total = read(reply)
        if records or before >= total:
            return reply.data, records, total
    raise FetchError(
        f"it gives an empty page at {before:,} of {total:,} papers, {_EMPTY_PAGES} times; try again later"
    )


def records_in(data: Any, *path: str) -> list[dict[str, Any]]:
    """Return the records of a list at a path in a reply; null and what is not an object is left out.

    Raises FetchError if there is no list, with what the reply says of an error.
    """
    whole = data
    for name in path:
        data = data.get(name) if isinstance(data, Mapping) else None
    if not isinstance(data, list):
        if said := message_in(whole):
            raise FetchError(f"it answers with an error ({said}); try again later")
        where = ".".join(path) or "the reply"
        raise FetchError(f"another form of reply than known: {where} is not a list")
    return [record for record in data if isinstance(record, dict)]


def message_in(data: Any) -> str:
    """Return the line of text in a reply that says what is wrong, or ""."""
    texts = [data.get(name) for name in ("message", "error", "name")] if isinstance(data, Mapping) else []
    text = next((text for text in texts if isinstance(text, str) and text), "")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_MOST_SAID]


def number_in(data: Any, *path: str) -> int:
    """Return the number at a path in a reply, also one written as text, or 0."""
    for name in path:
        data = data.get(name) if isinstance(data, Mapping) else None
    if isinstance(data, str) and data.isascii() and data.isdigit() and len(data) < 12:
        return int(data)
    return data if isinstance(data, int) and not isinstance(data, bool) and data > 0 else 0


def batches(ids: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    """Yield the ids in runs of at most `size`."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
