"""The command that fetches papers, and what `add --fetch` does first."""

from __future__ import annotations

import re
import shlex
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.services import SERVICES, find_service, read_shorthand
from paperlattice.extractors.fetch.wanted import Wanted, read_period
from paperlattice.extractors.records import counted
from paperlattice.graph.cli.outputs import Json
from paperlattice.graph.cli.printing import echo, echo_json, shown, shown_progress

if TYPE_CHECKING:
    from paperlattice.extractors.fetch.fetch import FetchReport

_MOST_NAMED: Final = 5
# "2025-06-17", "today"; "2025-W25"; "2025-06".
_FORMS: Final = {
    "--day": re.compile(r"today|yesterday|\d{4}-\d\d-\d\d"),
    "--week": re.compile(r"\d{4}-W\d\d"),
    "--month": re.compile(r"\d{4}-\d\d"),
}


def _check_service(name: str) -> str:
    try:
        return find_service(name).name
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error


def _check_shorthands(texts: list[str] | None) -> list[str] | None:
    for text in texts or ():
        try:
            read_shorthand(text, _today())
        except FetchError as error:
            raise typer.BadParameter(str(error)) from error
    return texts


Fetched = Annotated[
    list[str] | None,
    typer.Option(
        "--fetch",
        metavar="SERVICE:TIME",
        callback=_check_shorthands,
        help="Fetch papers first, as hf:today or arxiv:cs.CL:today; can be repeated.",
    ),
]
Contact = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Your mail or page, told to the service; PAPERLATTICE_CONTACT.")
]


def fetch(
    service: Annotated[
        str, typer.Argument(metavar="SERVICE", callback=_check_service, help=f"One of {', '.join(SERVICES)}.")
    ],
    *,
    ids: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="An id, a URL, a text file of them, or -; can be repeated."),
    ] = None,
    search: Annotated[str, typer.Option(metavar="TEXT", help="In the language of the service.")] = "",
    category: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="As cs.CL of arXiv; can be repeated.")
    ] = None,
    since: Annotated[str, typer.Option(metavar="DAY", help="Papers from this day on, as 2025-06-17.")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="Papers up to this day.")] = "",
    day: Annotated[str, typer.Option(metavar="DAY", help="today, yesterday or 2025-06-17.")] = "",
    week: Annotated[str, typer.Option(metavar="WEEK", help="As 2025-W25.")] = "",
    month: Annotated[str, typer.Option(metavar="MONTH", help="As 2025-06.")] = "",
    library: Annotated[
        str, typer.Option(metavar="LIBRARY", help="Of Zotero: users/NUMBER or groups/NUMBER.")
    ] = "",
    collection: Annotated[str, typer.Option(metavar="KEY", help="Of Zotero.")] = "",
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most N papers; 0 is all.")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON lines; by default SERVICE.jsonl.")
    ] = None,
    contact: Contact = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Another address of the service.")] = "",
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask again what was answered before.")] = False,
    json: Json = False,
) -> None:
    """Fetch papers from a service on the web into a file.

    The file holds JSON lines, which `build` and `add` read; lines that are there stay. Replies are cached: a
    run that was interrupted goes on where it was when the same command is run again. Keys come from the
    environment: HF_TOKEN, OPENALEX_API_KEY, S2_API_KEY, ZOTERO_API_KEY. Without --library, zotero is the
    program on this machine.
    """
    wanted = replace(
        _wanted_time(since, until, {"--day": day, "--week": week, "--month": month}),
        search=search,
        categories=tuple(category or ()),
        library=library,
        collection=collection,
    )
    path = out or Path(f"{service}.jsonl")
    given: dict[str, Any] = {"ids": ids or (), "base": url, "contact": contact, "limit": limit}
    report = _fetched(service, wanted, path, **given, **({"max_age": 0.0} if fresh else {}))
    if json:
        echo_json(asdict(report))
    else:
        echo("\n".join(fetch_lines(report)))
    if report.stopped:
        same = {"--ids": ids, "--contact": contact, "--url": url, "--limit": limit or "", "--fresh": fresh}
        raise FetchError(f"{report.stopped}; go on with: {command_of(report, same)}")


def fetched_inputs(shorthands: list[str], folder: Path) -> tuple[list[str], list[FetchReport]]:
    """Fetch what shorthands ask for into `folder/fetched`; return the files with papers, and accounts."""
    reports = []
    for text in shorthands:
        service, wanted, name = read_shorthand(text, _today())
        reports.append(_fetched(service, wanted, folder / "fetched" / f"{name}.jsonl"))
    return [report.out for report in reports if report.papers], reports


def check_complete(reports: list[FetchReport]) -> None:
    """Raise FetchError if a fetch ended early."""
    if stopped := next((report.stopped for report in reports if report.stopped), ""):
        raise FetchError(f"{stopped}; what came before is kept, and the same command goes on there")


def fetch_lines(report: FetchReport) -> list[str]:
    """Return the account of a fetch in lines."""
    counts = report.counts
    twice = f", {report.repeated:,} of them twice" if report.repeated else ""
    known = counted(report.replayed, "reply", "replies")
    lines = [
        f"fetched   {counted(report.papers, 'paper')}{twice}: "
        f"{counts.new:,} new, {counts.changed:,} changed, {counts.same:,} unchanged",
        f"asked     {counted(report.sent, 'request')}, {known} from the cache",
    ]
    lines += [f"note      {note}" for note in report.notes]
    for label, names in (("missing", report.missing), ("not ids", report.refused)):
        if names:
            more = ", ..." if len(names) > _MOST_NAMED else ""
            lines.append(f"{label:<10}{len(names):,}: {', '.join(names[:_MOST_NAMED])}{more}")
    if report.papers:
        lines.append(f"file      {report.out}")
    return [shown(line) for line in lines]


def command_of(report: FetchReport, more: dict[str, Any]) -> str:
    """Return the command that goes on with a fetch: the question as it was asked, and further options."""
    wanted = report.wanted
    week, month = "W" in wanted.period, len(wanted.period) == len("2025-06")
    unit = "--week" if week else "--month" if month else "--day"
    period = "today" if wanted.today else wanted.period
    options = {"--search": wanted.search, "--category": wanted.categories, unit: period}
    if not period:
        options |= {"--since": wanted.since, "--until": wanted.until}
    options |= {"--library": wanted.library, "--collection": wanted.collection, "--out": report.out}
    words = ["paperlattice", "fetch", report.service]
    for option, value in (options | more).items():
        for part in value if isinstance(value, tuple | list) else [value] if value else []:
            words += [option] if part is True else [option, str(part)]
    return shlex.join(words)


def _fetched(service: str, wanted: Wanted, out: Path, **given: Any) -> FetchReport:
    from paperlattice.extractors.fetch.fetch import fetch_papers

    with shown_progress() as progress:
        return fetch_papers(service, wanted, out, on_progress=progress, **given)


def _wanted_time(since: str, until: str, periods: dict[str, str]) -> Wanted:
    given = [(option, text) for option, text in periods.items() if text]
    if len(given) + bool(since or until) > 1:
        raise typer.BadParameter("give one of --day, --week, --month, or --since and --until")
    for option, text in given:
        if not _FORMS[option].fullmatch(text):
            raise typer.BadParameter(f"{option} {text}: give today, 2025-06-17, 2025-W25 or 2025-06")
        try:
            return read_period(text, _today())
        except FetchError as error:
            raise typer.BadParameter(str(error)) from error
    return Wanted(since=since, until=until)


def _today() -> date:
    return datetime.now(UTC).date()
