"""One fetch from its question to its file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.cache import Cache, cache_folder, digest
from paperlattice.extractors.fetch.client import Client
from paperlattice.extractors.fetch.output import Counts, Draft, alone, drafted
from paperlattice.extractors.fetch.service import Page, Service, TokenExpired
from paperlattice.extractors.fetch.services import check_wanted, find_service
from paperlattice.extractors.fetch.wanted import Wanted, read_ids

CONTACT: Final = "PAPERLATTICE_CONTACT"
MAX_AGE: Final = 12 * 3600.0
_OPEN_AGE: Final = 3600.0
"""Of replies about a time that is not over: papers may still come."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """The account of a fetch.

    `wanted` is the question as it was asked, with the day that an open time ends at. `papers` came,
    `repeated` of them twice; `total` is what the service said it has. `counts` are the lines of the file.
    `missing` are ids that the service does not know, `refused` what is not an id. `sent` requests were made,
    `replayed` replies came from the cache. `stopped` says why it ended early, or is empty.
    """

    service: str
    out: str
    wanted: Wanted = field(default_factory=Wanted)
    papers: int = 0
    repeated: int = 0
    total: int = 0
    counts: Counts = field(default_factory=Counts)
    missing: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sent: int = 0
    replayed: int = 0
    stopped: str = ""


def fetch_papers(
    name: str,
    wanted: Wanted,
    out: Path,
    *,
    ids: Iterable[str] = (),
    base: str = "",
    contact: str = "",
    limit: int = 0,
    max_age: float = MAX_AGE,
    environment: Mapping[str, str] | None = None,
    now: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
    on_progress: Callable[[str, int, int], None] = lambda *_: None,
) -> FetchReport:
    """Write the papers that are wanted from a service to a file of JSON lines; return the account.

    Lines of the file that are there stay, but for older forms of the same papers. What was answered before
    is taken from the cache: replies of a run that did not finish for a week, others for `max_age` seconds. If
    the service refuses or cannot be reached, what came is in the file, `stopped` says why, and the same call
    goes on there.

    Args:
        name: One of SERVICES.
        wanted: The question.
        out: The file, which ends in `.jsonl`.
        ids: Ids as people give them, besides those of `wanted`: see `read_ids`.
        base: Another address of the service; by default the one in the environment, else its own.
        contact: How its keepers can reach the user; becomes part of the User-Agent.
        limit: The most papers to take; 0 is all.
        max_age: Seconds; an hour at most for a time that is not over.
        environment: Where keys and addresses are, by default that of the process.
        now: The clock: seconds since 1970.
        sleep: What waits.
        on_progress: Called with a step, the papers so far and their total, or 0 if it is not known.

    Raises FetchError if the question cannot be asked, or the file not be written.
    """
    service = find_service(name)
    environment = os.environ if environment is None else environment
    key = environment.get(service.key, "").strip() if service.key else ""
    today = str(datetime.fromtimestamp(now(), UTC).date())
    wanted, refused = _question(service, replace(wanted, keyed=bool(key)), list(ids), today)
    if wanted.until >= today:
        max_age = min(max_age, _OPEN_AGE)
    bases = {variable: base or environment.get(variable) or own for variable, own in service.bases.items()}
    agent = _agent(contact or environment.get(CONTACT, ""))
    folder = cache_folder() / service.name
    busy = f"{out} is being written by another run; choose another --out"
    cache = Cache(folder, max_age=max_age)
    with (
        drafted(out, service.key_of) as draft,
        alone(out.with_name(f".{out.name}.lock"), busy),
        alone(folder / "lock", f"another run is fetching from {service.label}; wait until it ends"),
        closing(Client(service, cache, bases=bases, key=key, agent=agent, now=now, sleep=sleep)) as client,
    ):
        gathering = _Gathering(service, wanted, client, draft, limit, on_progress)
        stopped = ""
        try:
            with cache.run(digest(service.name, asdict(wanted), bases, limit, max_age), now()):
                gathering.run(lambda: cache.restart(now()))
        except FetchError as error:
            client.forget_last()
            stopped = f"{service.label}: {error}"
        except BaseException:  # Ctrl-C, too, keeps what came
            draft.finish()
            raise
        counts = draft.finish()
    return replace(
        gathering.report,
        out=str(out),
        wanted=wanted,
        counts=counts,
        refused=refused,
        sent=client.sent,
        replayed=client.replayed,
        stopped=stopped,
    )


def _question(service: Service, wanted: Wanted, ids: list[str], today: str) -> tuple[Wanted, tuple[str, ...]]:
    """The question with its ids, and with today as the end of an open time; and what is not an id."""
    found, refused = read_ids(ids, service.identify)
    if ids and not found:
        given = refused[0] if refused else "an empty file"
        raise FetchError(f"{service.label}: no id in what --ids gives, as {given}")
    until = wanted.until or (today if wanted.since else "")
    wanted = replace(wanted, ids=(*wanted.ids, *found), until=until)
    check_wanted(service, wanted)
    return wanted, refused


class _Gathering:
    """The loop over the pages, and what it counts."""

    def __init__(
        self,
        service: Service,
        wanted: Wanted,
        client: Client,
        draft: Draft,
        limit: int,
        on_progress: Callable[[str, int, int], None],
    ) -> None:
        self.report = FetchReport(service.name, "")
        self._service = service
        self._wanted = wanted
        self._client = client
        self._draft = draft
        self._limit = limit
        self._on_progress = on_progress

    def run(self, restart: Callable[[], None]) -> None:
        """Take all pages; once more from the first where the token of a page has expired."""
        try:
            self._pages()
        except TokenExpired:
            restart()
            self._pages()
        known = self.report
        # Two ids can be those of one paper; in a list, a paper that comes twice is there instead of another.
        twice = known.repeated if self._wanted.ids else 0
        short = known.total - known.papers - len(known.missing) - twice
        if short > 0 and not self._limit:
            said = f"{self._service.label} said it has {known.total:,} papers, and gave {short:,} fewer"
            self._note(f"{said}; --fresh asks again")

    def _pages(self) -> None:
        self.report = replace(self.report, missing=(), repeated=0)
        step = f"fetching from {self._service.label}"
        before: list[str] = []
        for page in self._service.pages(self._wanted, self._client.ask):
            keys = [self._service.key_of(record) for record in page.records]
            # Two ids can be those of one paper; two pages of a list cannot.
            if keys and keys == before and not self._wanted.ids:
                raise FetchError("it gives the same page again; try again later")
            before = keys
            self._take(page)
            total = self.report.total
            self._on_progress(step, len(self._draft), min(total, self._limit) if self._limit else total)
            if self._limit and len(self._draft) >= self._limit:
                self._note(f"the first {self._limit:,} papers, as asked for")
                return

    def _take(self, page: Page) -> None:
        repeated = self.report.repeated
        for record in page.records:
            if self._limit and len(self._draft) >= self._limit:
                break
            repeated += not self._draft.add(record)
        self.report = replace(
            self.report,
            papers=len(self._draft),
            repeated=repeated,
            total=max(page.total, self.report.total),
            missing=(*self.report.missing, *page.missing),
        )
        self._note(page.note)

    def _note(self, note: str) -> None:
        if note and note not in self.report.notes:
            self.report = replace(self.report, notes=(*self.report.notes, note))


def _agent(contact: str) -> str:
    from paperlattice import __version__

    contact = contact.strip()
    if not (contact.isascii() and contact.isprintable()) or set(contact) & set("()"):
        raise FetchError("the contact must be an address of mail or of a page, in plain letters")
    version = __version__ if __version__[:1].isdigit() else "0"  # run from its source
    return f"paperlattice/{version} ({contact})" if contact else f"paperlattice/{version}"
