"""Hugging Face: the Daily Papers, papers by arXiv id, the search of its papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.arxiv import identify
from paperlattice.extractors.fetch.service import Ask, Call, Page, Service, records_in
from paperlattice.extractors.fetch.wanted import Wanted, days_of

_LIMIT: Final = 100
_MOST_PAGES: Final = 200
# The first day of the Daily Papers.
_FIRST: Final = "2023-05-04"


def key_of(record: Mapping[str, Any]) -> str:
    """Return the arXiv id of an item of the feed, or of a paper."""
    paper = record.get("paper")
    return str((paper if isinstance(paper, dict) else record).get("id", ""))


def pages(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """Yield the pages of ids, of a search, or of the feed of days, a week or a month."""
    if wanted.ids:
        for identifier in wanted.ids:
            reply = ask(Call(f"/api/papers/{identifier}", accept=(404,)))
            found = reply.data if isinstance(reply.data, dict) else None
            missing = () if found else (identifier,)
            yield Page([found] if found else [], len(wanted.ids), missing)
    elif wanted.search:
        if wanted.since or wanted.until:
            raise FetchError("Hugging Face: a search cannot be limited to a time; leave out one of them")
        reply = ask(Call("/api/papers/search", {"q": wanted.search, "limit": _LIMIT}))
        yield Page(records_in(reply.data))
    elif wanted.period:
        yield from _feed(wanted.period, wanted, ask)
    else:
        for day in days_of(max(wanted.since, _FIRST), wanted.until):
            yield from _feed(day, Wanted(since=day, until=day), ask)


def _feed(period: str, wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """The pages of one day, week or month; what the Hub gives of other days instead is left out."""
    unit = "week" if "W" in period else "date" if len(period) == len("2025-06-17") else "month"
    seen: set[str] = set()
    for number in range(_MOST_PAGES):
        items = records_in(ask(Call("/api/daily_papers", {unit: period, "limit": _LIMIT, "p": number})).data)
        if not any(key_of(item) not in seen for item in items):  # no more, or the same page again
            return
        seen.update(map(key_of, items))
        fitting = [item for item in items if _is_within(item, wanted)]
        note = "" if fitting else f"no papers of {period}: the Hub gave those of another time"
        yield Page(fitting, note=note)
        if not fitting:
            return


def _is_within(item: Mapping[str, Any], wanted: Wanted) -> bool:
    """Whether an item was in the feed in the time asked for; one that does not say counts."""
    paper = item.get("paper")
    days = [paper.get("submittedOnDailyAt") if isinstance(paper, dict) else None, item.get("publishedAt")]
    known = [day[:10] for day in days if isinstance(day, str) and _is_day(day[:10])]
    return not known or any(wanted.since <= day <= wanted.until for day in known)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


SERVICE: Final = Service(
    name="hf",
    label="Hugging Face",
    bases={"PAPERLATTICE_HF_URL": "https://huggingface.co"},
    pages=pages,
    identify=identify,
    key_of=key_of,
    takes=frozenset(("ids", "search", "dates", "today")),
    interval=0.6,  # 500 in five minutes
    key="HF_TOKEN",
    advice={429: "a token in HF_TOKEN raises the quota; it begins again every five minutes"},
)
