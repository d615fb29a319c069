"""Semantic Scholar: papers in batches of ids, and the bulk search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.service import (
    Ask,
    Call,
    Page,
    Service,
    TokenExpired,
    batches,
    number_in,
    records_in,
)
from paperlattice.extractors.fetch.wanted import Wanted
from paperlattice.extractors.sources.values import is_arxiv_id, is_doi, normalise_id

KEY: Final = "S2_API_KEY"
_BATCH: Final = 500
_FIELDS: Final = (
    "title,abstract,year,publicationDate,externalIds,url,venue,authors,fieldsOfStudy,publicationTypes,"
    "openAccessPdf"
)
# 40 hex digits.
_SHA: Final = re.compile(r"[0-9a-f]{40}", re.I)
# "CorpusId:215416146", "ACL:W12-3903", "PMID:19872477"; not "https://a.example".
_PREFIXED: Final = re.compile(r"(CorpusId|MAG|ACL|PMID|PMCID):(\w[\w.-]*)", re.I)
_NAMES: Final = {name.lower(): name for name in ("CorpusId", "MAG", "ACL", "PMID", "PMCID")}
# The id at the end of "https://www.semanticscholar.org/paper/Some-Title/649d...".
_PAGE: Final = re.compile(
    r"https?://(?:www\.)?semanticscholar\.org/paper/(?:[^/\s]+/)?([0-9a-f]{40})/?", re.I
)


def identify(text: str) -> str:
    """Return an id as Semantic Scholar takes it: a bare one, or with its prefix ("ARXIV:2401.00001")."""
    text = text.strip()
    if match := _PAGE.fullmatch(text):
        return match[1].lower()
    if _SHA.fullmatch(text):
        return text.lower()
    if match := _PREFIXED.fullmatch(text):
        return f"{_NAMES[match[1].lower()]}:{match[2]}"
    found = normalise_id(text)
    if is_arxiv_id(found):
        return f"ARXIV:{found}"
    return f"DOI:{found}" if is_doi(found) else ""


def key_of(record: Mapping[str, Any]) -> str:
    """Return the id of a paper."""
    return str(record.get("paperId", ""))


def pages(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """Yield the batches of ids, or the pages of a search."""
    if not wanted.ids:
        yield from _search(wanted, ask)
    for batch in batches(wanted.ids, _BATCH):
        data = ask(Call("/graph/v1/paper/batch", {"fields": _FIELDS}, json={"ids": list(batch)})).data
        if not isinstance(data, list) or len(data) != len(batch):
            raise FetchError("Semantic Scholar: another form of reply than known: not one paper for each id")
        missing = tuple(i for i, paper in zip(batch, data, strict=True) if not isinstance(paper, dict))
        yield Page(records_in(data), len(wanted.ids), missing)


def _search(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    if not wanted.search:
        raise FetchError("Semantic Scholar: a list of papers needs --search")
    params: dict[str, str | int] = {"query": wanted.search, "fields": _FIELDS}
    if wanted.since or wanted.until:
        params["publicationDateOrYear"] = f"{wanted.since}:{wanted.until}"
    if wanted.categories:
        params["fieldsOfStudy"] = ",".join(wanted.categories)
    token, known = "", {""}
    while True:
        continued = {"token": token} if token else {}
        reply = ask(Call("/graph/v1/paper/search/bulk", params | continued, accept=(400,) if token else ()))
        if reply.status == 400:
            raise TokenExpired("Semantic Scholar: it knows the next page no more")
        yield Page(records_in(reply.data, "data"), number_in(reply.data, "total"))
        following = reply.data.get("token")
        token = following if isinstance(following, str) else ""
        if token in known:
            return
        known.add(token)


SERVICE: Final = Service(
    name="s2",
    label="Semantic Scholar",
    bases={"PAPERLATTICE_S2_URL": "https://api.semanticscholar.org"},
    pages=pages,
    identify=identify,
    key_of=key_of,
    takes=frozenset(("ids", "search", "category", "dates")),
    interval=1.0,
    key=KEY,
    send_key=lambda key: ("x-api-key", key),
    advice={429: f"without a key everybody shares one quota: set one in {KEY}", 403: f"set a key in {KEY}"},
)
