"""Europe PMC: articles and preprints of the life sciences, by id, search and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

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
from paperlattice.extractors.sources.values import is_doi, normalise_id

_BATCH: Final = 50
_PAGE: Final = 500
# "PMC3257301", "https://europepmc.org/article/PMC/PMC3257301".
_PMC: Final = re.compile(r"(?:https?://\S+/)?(PMC\d{1,9})/?", re.I)
# "PPR12345", "https://europepmc.org/article/PPR/PPR12345".
_PREPRINT: Final = re.compile(r"(?:https?://\S+/)?(PPR\d{1,9})/?", re.I)
# "19872477", "PMID:19872477", "https://pubmed.ncbi.nlm.nih.gov/19872477/"; not "2401.00001".
_PUBMED: Final = re.compile(
    r"(?:pmid:\s*|https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|\S+/(?:pubmed|med))/)?(\d{1,8})/?", re.I
)


def identify(text: str) -> str:
    """Return a PMC, preprint or PubMed id or a DOI, from an id or URL, or ""."""
    text = text.strip()
    for form in (_PMC, _PREPRINT, _PUBMED):
        if match := form.fullmatch(text):
            return match[1].upper()
    found = normalise_id(text)
    return found if is_doi(found) else ""


def key_of(record: Mapping[str, Any]) -> str:
    """Return source and id of a result."""
    return f"{record.get('source', '')}/{record.get('id', '')}"


def pages(wanted: Wanted, ask: Ask) -> Iterator[Page]:
    """Yield the batches of ids, or the pages of a search."""
    if not wanted.ids:
        yield from _search(query_of(wanted), ask)
    for batch in batches(wanted.ids, _BATCH):
        records = [r for page in _search(" OR ".join(map(_clause, batch)), ask) for r in page.records]
        names = {str(r.get(name, "")).lower() for r in records for name in ("id", "pmid", "pmcid", "doi")}
        missing = tuple(identifier for identifier in batch if identifier.lower() not in names)
        yield Page(records, len(wanted.ids), missing)


def query_of(wanted: Wanted) -> str:
    """Return a search in the language of Europe PMC.

    Example:
        >>> from paperlattice.extractors.fetch.europepmc import query_of
        >>> from paperlattice.extractors.fetch.wanted import Wanted
        >>> query_of(Wanted(search="adapters", since="2025-01-01"))
        '(adapters) AND FIRST_PDATE:[2025-01-01 TO 3000-12-31]'
    """
    parts = [f"({wanted.search})"] if wanted.search else []
    if wanted.since or wanted.until:
        parts.append(f"FIRST_PDATE:[{wanted.since or '1500-01-01'} TO {wanted.until or '3000-12-31'}]")
    return " AND ".join(parts)


def _clause(identifier: str) -> str:
    if identifier.startswith("PMC"):
        return f"PMCID:{identifier}"
    if is_doi(identifier):
        return 'DOI:"{}"'.format(identifier.replace('"', ""))
    source = "PPR" if identifier.startswith("PPR") else "MED"
    return f"(EXT_ID:{identifier} AND SRC:{source})"


def _search(query: str, ask: Ask) -> Iterator[Page]:
    params: dict[str, str | int] = {
        "query": query,
        "format": "json",
        "resultType": "core",
        "pageSize": _PAGE,
    }

    def read(reply: Reply) -> tuple[list[dict[str, Any]], int]:
        # The last page repeats the mark that was sent.
        more = isinstance(reply.data, dict) and reply.data.get("nextCursorMark") not in (None, "", mark)
        return records_in(reply.data, "resultList", "result"), number_in(reply.data, "hitCount") * more

    mark, known, before = "*", set[str](), 0
    while mark and mark not in known:
        known.add(mark)
        call = Call("/europepmc/webservices/rest/search", {**params, "cursorMark": mark})
        data, records, _ = ask_unless_empty(ask, call, read, before=before)
        before += len(records)
        yield Page(records, number_in(data, "hitCount"))
        following = data.get("nextCursorMark")
        mark = following if records and isinstance(following, str) else ""


SERVICE: Final = Service(
    name="europepmc",
    label="Europe PMC",
    bases={"PAPERLATTICE_EUROPEPMC_URL": "https://www.ebi.ac.uk"},
    pages=pages,
    identify=identify,
    key_of=key_of,
    takes=frozenset(("ids", "search", "dates")),
    interval=0.5,
)
