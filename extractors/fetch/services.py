"""The table of services, and what each can be asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch import arxiv, europepmc, hf, openalex, s2, zotero
from paperlattice.extractors.fetch.service import Service
from paperlattice.extractors.fetch.wanted import Wanted, read_period
from paperlattice.extractors.records import listed

SERVICES: Final[dict[str, Service]] = {
    module.SERVICE.name: module.SERVICE for module in (arxiv, hf, openalex, s2, europepmc, zotero)
}
"""The services by name: adding one begins here."""

_OPTIONS: Final = {
    "ids": ("ids", "--ids"),
    "search": ("search", "--search"),
    "categories": ("category", "--category"),
    "since": ("dates", "--since"),
    "until": ("dates", "--until"),
    "period": ("dates", "--day, --week and --month"),
    "library": ("library", "--library"),
    "collection": ("library", "--collection"),
}
_TAKEN: Final = {
    "ids": "--ids",
    "search": "--search",
    "category": "--category",
    "dates": "--since, --until, --day, --week, --month",
    "library": "--library, --collection",
}

# "2025-13-01", ":soon"; not "cs.CL".
_LIKE_TIME: Final = re.compile(r":|\d{4}(?:-|$)")


def find_service(name: str) -> Service:
    """Return the service of a name. Raises FetchError with the names there are."""
    if found := SERVICES.get(name.strip().lower()):
        return found
    raise FetchError(f"unknown service {name!r}; choose {listed(SERVICES, 'or')}")


def check_wanted(service: Service, wanted: Wanted) -> None:
    """Raise FetchError if a service cannot be asked so; the message says what it can be asked for."""
    taken = listed([options for name, options in _TAKEN.items() if name in service.takes], "and")
    for name, (kind, option) in _OPTIONS.items():
        if getattr(wanted, name) and kind not in service.takes:
            raise FetchError(f"{service.label} cannot be asked by {option}; it takes {taken}")
    asked = [option for name, (_, option) in _OPTIONS.items() if getattr(wanted, name)]
    if not asked and "library" not in service.takes:
        raise FetchError(f"{service.label}: nothing is asked for; give {taken}")
    if wanted.ids and (len(asked) > 1 and asked != ["--ids", "--library"]):
        raise FetchError(f"--ids names papers: leave out {listed(asked[1:], 'and')}")
    for day in filter(None, (wanted.since, wanted.until)):
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise FetchError(f"{day!r} is not a day, as 2025-06-17") from error
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise FetchError(f"nothing lies between {wanted.since} and {wanted.until}: --until is before --since")


def read_shorthand(text: str, today: date) -> tuple[str, Wanted, str]:
    """Return service, question and name of a shorthand: service, what of it, and time, by colons.

    The time is today unless another is given. What lies between is a category of arXiv ("+" joins several),
    or a search elsewhere.

    Example:
        >>> from datetime import date
        >>> from paperlattice.extractors.fetch.services import read_shorthand
        >>> service, wanted, name = read_shorthand("arxiv:cs.CL:today", date(2025, 6, 17))
        >>> service, wanted.categories, wanted.since, name
        ('arxiv', ('cs.CL',), '2025-06-17', 'arxiv-cs.CL-2025-06-17')

    Raises FetchError.
    """
    first, _, rest = text.partition(":")
    service = find_service(first)
    if "dates" not in service.takes:
        if rest:
            raise FetchError(f"{text!r}: {service.label} knows no times; give {service.name} alone")
        return service.name, Wanted(), service.name
    what, _, last = rest.rpartition(":")
    try:
        wanted = read_period(last or "today", today)
    except FetchError:
        if what or _LIKE_TIME.match(rest):
            raise
        what, wanted = rest, read_period("today", today)
    if "today" in service.takes and "category" in service.takes:
        wanted = replace(wanted, categories=tuple(filter(None, what.split("+"))))
    else:
        wanted = replace(wanted, search=what)
    # "cs.CL+cs.LG" stays; "quiet adapters" becomes "quiet_adapters".
    parts = (service.name, re.sub(r"[^\w.+-]+", "_", what)[:60], wanted.period)
    return service.name, wanted, "-".join(filter(None, parts))
