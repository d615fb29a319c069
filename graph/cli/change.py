"""The commands that change a store and update its files: add, upgrade, remove."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import counted
from paperlattice.graph.cli.build_options import (
    Confidence,
    Formats,
    Generic,
    HubLimit,
    KindNames,
    LinkChoice,
    LinkThreshold,
    LinkTop,
    NoFiles,
    Out,
    PaperDate,
    PinFile,
    PlugInFile,
    Processes,
    Resolution,
    SourceFormat,
    note_generic,
)
from paperlattice.graph.cli.fetch import Fetched, check_complete, fetch_lines, fetched_inputs
from paperlattice.graph.cli.make import chosen_formats, echo_report, note_lost_pins, write_files
from paperlattice.graph.cli.outputs import (
    DEFAULT_OUT,
    STORE_NAME,
    Json,
    PageName,
    check_outputs,
    formats_present,
)
from paperlattice.graph.cli.printing import echo, echo_json, shown_progress, warn
from paperlattice.graph.errors import StoreError

if TYPE_CHECKING:
    from paperlattice.extractors.fetch.fetch import FetchReport


def add(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for standard input."),
    ] = None,
    *,
    fetch: Fetched = None,
    out: Out = DEFAULT_OUT,
    formats: Formats = None,
    source: SourceFormat = None,
    date: PaperDate = "",
    pins: PinFile = None,
    hub_limit: HubLimit = None,
    min_confidence: Confidence = None,
    kinds: KindNames = None,
    links: LinkChoice = None,
    link_threshold: LinkThreshold = None,
    link_top: LinkTop = None,
    resolution: Resolution = None,
    generic: Generic = None,
    plugin: PlugInFile = None,
    processes: Processes = 1,
    name: PageName = "",
    no_files: NoFiles = False,
    json: Json = False,
) -> None:
    """Add papers to the store in DIR and update its files.

    The result is the graph that a build of all papers gives. Papers that the store has are not read again; a
    paper with a new title or abstract replaces the one with its id. Options that are not given keep their
    values; others apply to all papers. Updates the files in DIR, or writes the formats that --format names.

    --fetch hf:today fetches the papers of the day into DIR/fetched first and adds them, as `fetch` does;
    arxiv:cs.CL:today those of a category. INPUT can then be left out.
    """
    if not (inputs or fetch):
        raise typer.BadParameter("give INPUT..., or --fetch SERVICE:TIME")
    note_generic(generic)
    chosen = chosen_formats(formats, no_files=no_files, default=formats_present(out))
    path = _store_in(out, chosen)
    given, fetched = _with_fetched(inputs or [], fetch or [], out, json=json)
    if not given:
        return
    _note_reading(path, processes)
    from paperlattice.extractors.plugins import read_plugins
    from paperlattice.graph.api import Store
    from paperlattice.graph.model.pin_files import read_pins

    corrections = None if pins is None else read_pins(pins)
    if corrections is not None:
        note_lost_pins(path, corrections)
    with shown_progress() as progress, Store.open(path) as store:
        changes = store.add(
            given,
            source_format=source,
            date=date,
            pins=corrections,
            hub_limit=hub_limit,
            min_confidence=min_confidence,
            kinds=kinds,
            links=links,
            link_threshold=link_threshold,
            link_top=link_top,
            resolution=resolution,
            components=() if plugin is None else read_plugins(plugin),
            n_process=processes,
            on_progress=progress,
        )
        written = write_files(store, out, chosen, name=name, progress=progress)
    echo_report(changes.report, written, changes, fetched, json=json)
    check_complete(fetched)


def _with_fetched(
    inputs: list[str], shorthands: list[str], out: Path, *, json: bool
) -> tuple[list[str], list[FetchReport]]:
    """Return the inputs with what is fetched for shorthands, and the accounts of that.

    Without anything to add it says so.
    """
    more, reports = fetched_inputs(shorthands, out)
    if not json:
        for report in reports:
            echo("\n".join(fetch_lines(report)))
    if given := [*inputs, *more]:
        return given, reports
    check_complete(reports)
    accounts = [asdict(report) for report in reports]
    echo_json({"fetched": accounts, "written": []}) if json else echo("nothing to add")
    return [], reports


_SECONDS: Final = (3.0, 0.01)
"""About how long reading a store again takes: at the start, and for each paper on one core."""


def _note_reading(path: Path, processes: int) -> bool:
    """Return whether papers of a store are going to be read, linked or indexed again.

    That they are read or linked, which takes its time, is said beforehand on stderr.
    """
    from paperlattice.graph.api import KnowledgeGraph

    graph = KnowledgeGraph.open(path)
    options = graph.tables.options()
    if not options.is_outdated:
        return not graph.tables.has_text_index() and bool(len(graph))
    papers = f"{counted(len(graph), 'paper')} {'is' if len(graph) == 1 else 'are'}"
    if not options.needs_reading:
        warn(f"this store was written by an earlier version: its {papers} linked again, but not read again")
        return True
    was = "before tasks and techniques were read" if not options.knows_terms else "by other extractors"
    start, each = _SECONDS
    seconds = round(start + len(graph) * each / processes)
    time = f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} min"
    warn(f"this store was written {was}: its {papers} read again (about {time})")
    return True


def upgrade(
    *,
    out: Out = DEFAULT_OUT,
    formats: Formats = None,
    plugin: PlugInFile = None,
    processes: Processes = 1,
    name: PageName = "",
    no_files: NoFiles = False,
    json: Json = False,
) -> None:
    """Bring the store in DIR to this version and update its files.

    Reads the papers of a store again that an earlier version wrote, for what that version could not find, and
    links them again; if it would find the same, it only links them. The result is the graph that a build of
    all papers gives with the options of the store. If it is interrupted, the next run goes on where it
    stopped. The first `add` does the same.
    """
    chosen = chosen_formats(formats, no_files=no_files, default=formats_present(out))
    path = _store_in(out, chosen)
    if not _note_reading(path, processes):
        echo_json({"written": []}) if json else echo(f"nothing to do: {path} is up to date")
        return
    from paperlattice.extractors.plugins import read_plugins
    from paperlattice.graph.api import Store

    components = () if plugin is None else read_plugins(plugin)
    with shown_progress() as progress, Store.open(path) as store:
        report = store.upgrade(components=components, n_process=processes, on_progress=progress).report
        written = write_files(store, out, chosen, name=name, progress=progress)
    echo_report(report, written, json=json)


def remove(
    papers: Annotated[
        list[str], typer.Argument(metavar="PAPER", help="Titles or ids, or - for a list, one per line.")
    ],
    *,
    out: Out = DEFAULT_OUT,
    formats: Formats = None,
    name: PageName = "",
    no_files: NoFiles = False,
    json: Json = False,
) -> None:
    """Remove papers from the store in DIR and update its files.

    The result is the graph that a build without them gives. If one of the names is unknown, nothing is
    removed.
    """
    chosen = chosen_formats(formats, no_files=no_files, default=formats_present(out))
    path = _store_in(out, chosen)
    names = [name for given in papers for name in (_lines_of_input() if given == "-" else [given])]
    if not names:
        raise SourceError("no paper to remove was given; give titles or ids, one per line")
    from paperlattice.graph.api import Store

    with shown_progress() as progress, Store.open(path) as store:
        changes = store.remove(names, on_progress=progress)
        written = write_files(store, out, chosen, name=name, progress=progress)
    echo_report(changes.report, written, changes, json=json)


def _lines_of_input() -> list[str]:
    lines = sys.stdin.read().splitlines() if sys.stdin is not None else []
    return [line.strip() for line in lines if line.strip()]


def _store_in(out: Path, formats: list[str]) -> Path:
    """Return the store in a folder. Raises StoreError if there is none, ExportError as `check_outputs`."""
    store = out / STORE_NAME
    if not store.exists():
        raise StoreError(f"there is no store {store}; run `paperlattice build INPUT... --out {out}` first")
    check_outputs(out, formats, store=True)
    return store
