"""The commands that make and change files: build, add, remove, upgrade, demo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.errors import PaperlatticeError, SourceError, UnknownSource
from paperlattice.extractors.records import ENTITY_KINDS, counted
from paperlattice.extractors.sources import SOURCES
from paperlattice.graph.cli.fetch import Fetched, check_complete, fetch_lines, fetched_inputs
from paperlattice.graph.cli.outputs import (
    DEFAULT_OUT,
    STORE_NAME,
    TABLES_NAME,
    Json,
    PageName,
    Strict,
    check_options,
    check_outputs,
    formats_present,
    write_outputs,
)
from paperlattice.graph.cli.printing import echo, echo_json, shown_progress, warn
from paperlattice.graph.cli.render import report_lines
from paperlattice.graph.errors import DateError, StoreError, UnknownFormat, UnknownKind
from paperlattice.graph.export import FILES, format_of
from paperlattice.graph.model.options import Links, read_kinds
from paperlattice.graph.model.pins import NO_PINS, Pins

if TYPE_CHECKING:
    from paperlattice.extractors.fetch.fetch import FetchReport
    from paperlattice.graph.api import Store
    from paperlattice.graph.model.options import BuildReport, Changes

_DEFAULT_FORMATS: Final = ("html", "graphml")
_DEMO_OUT: Final = DEFAULT_OUT / "demo"


def _check_formats(formats: list[str] | None) -> list[str] | None:
    try:
        found = formats and list(dict.fromkeys(format_of(name) for name in formats))
    except UnknownFormat as error:
        raise typer.BadParameter(str(error)) from error
    if folder := next((name for name in found or () if name not in FILES), None):
        raise typer.BadParameter(
            f"{folder} is a folder, and a build writes files that it can replace together; "
            f"write it with `paperlattice export FOLDER --format {folder}`"
        )
    return found


def _check_source(source: str | None) -> str | None:
    from paperlattice.extractors.sources.formats import find_format

    if source is not None:
        try:
            find_format(source)
        except UnknownSource as error:
            raise typer.BadParameter(str(error)) from error
    return source


def _check_date(date: str) -> str:
    from paperlattice.extractors.sources.values import normalise_date

    if date and not normalise_date(date):
        raise typer.BadParameter(str(DateError.of(date)))
    return date


def _check_confidence(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 1:  # a range of typer's would let nan through
        raise typer.BadParameter(f"{value} is not between 0 and 1")
    return value


def _check_kinds(kinds: list[str] | None) -> list[str] | None:
    try:
        return kinds and list(read_kinds(kinds))
    except UnknownKind as error:
        raise typer.BadParameter(str(error)) from error


def _note_generic(given: bool | None) -> None:
    if given is not None:
        warn("--generic is no longer needed: techniques are there by default; `--kinds` chooses")


class Engine(StrEnum):
    """What can do the work of a build, as a choice on the command line."""

    local = "local"
    spark = "spark"


Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for standard input.")
]
Out = Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        callback=_check_formats,
        help=f"What to write; can be repeated: {', '.join(FILES)}.",
    ),
]
SourceFormat = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        callback=_check_source,
        help=f"The format of the input; recognised if not given: {', '.join(SOURCES)}.",
    ),
]
PaperDate = Annotated[
    str,
    typer.Option(
        "--date",
        metavar="DATE",
        callback=_check_date,
        help="The date of papers whose source has none: 2025, 2025-06 or 2025-06-15.",
    ),
]
PinFile = Annotated[
    Path | None,
    typer.Option(
        "--pins",
        metavar="FILE",
        help="TOML file of corrections: what is one entity or two, dropped, renamed, of another kind, ...",
    ),
]
HubLimit = Annotated[
    int | None,
    typer.Option(
        min=0, metavar="N", help="With --links shared: entities that more papers name link no papers."
    ),
]
Confidence = Annotated[
    float | None,
    typer.Option(metavar="X", callback=_check_confidence, help="Drop names below this confidence, 0 to 1."),
]
KindNames = Annotated[
    list[str] | None,
    typer.Option(
        "--kinds",
        metavar="KIND,...",
        callback=_check_kinds,
        help=f"The kinds of entities, by default all: {','.join(ENTITY_KINDS)}.",
    ),
]
LinkChoice = Annotated[
    Links | None,
    typer.Option(
        "--links", help="Link papers that likely belong together, those that share an entity, or none."
    ),
]
LinkThreshold = Annotated[
    float | None,
    typer.Option(metavar="P", help="Draw no link below this probability, 0 to 1; 0.2 by default."),
]
LinkTop = Annotated[
    int | None, typer.Option(metavar="K", help="Draw the K best links of each paper; 8 by default.")
]
Resolution = Annotated[
    float | None, typer.Option(metavar="R", help="Above 1 for more and smaller topics; 1 by default.")
]
Generic = Annotated[bool | None, typer.Option("--generic/--no-generic", hidden=True)]
PlugInFile = Annotated[
    Path | None,
    typer.Option("--plugin", metavar="FILE", help="TOML file of spaCy components that find further names."),
]
Processes = Annotated[int, typer.Option(min=1, metavar="N", help="Number of processes that read abstracts.")]
NoFiles = Annotated[bool, typer.Option("--no-files", help="Write the store and nothing else.")]


def build(
    inputs: Inputs,
    *,
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
    no_store: Annotated[bool, typer.Option("--no-store", help="Do not write the store.")] = False,
    no_files: NoFiles = False,
    strict: Strict = False,
    json: Json = False,
    engine: Annotated[
        Engine,
        typer.Option(help="Where the work is done: on this machine, or on Apache Spark (an optional extra)."),
    ] = Engine.local,
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="The Spark master: local[4], spark://host:7077, ...")
    ] = None,
    spark_conf: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="A Spark property for the session; can be repeated."),
    ] = None,
) -> None:
    """Build a graph of papers and write it to files.

    Reads papers, finds the methods, datasets, repositories, tasks and techniques that they name, or the kinds
    that --kinds names, links papers that belong together and finds their topics. Writes DIR/graph.html and
    DIR/graph.graphml, or the formats that --format names, and the store DIR/paperlattice.duckdb, which the
    other commands query and `add` extends. Input that cannot be read is skipped and listed at the end.

    With --engine spark, INPUT may also be s3a://... or hdfs://...; the result is a folder of Parquet tables,
    DIR/paperlattice.parquet, which the other commands query too. Other files are written only if --format
    names them.
    """
    _note_generic(generic)
    if (master is not None or spark_conf) and engine is not Engine.spark:
        raise typer.BadParameter("--master and --spark-conf need --engine spark")
    if wrong := next((given for given in spark_conf or () if "=" not in given.lstrip("=")), None):
        raise typer.BadParameter(f"--spark-conf {wrong}: give KEY=VALUE")
    if ":/" in str(out):
        raise typer.BadParameter("--out is a folder; to write to an address, call build_with_spark in Python")
    if engine is Engine.spark and no_store:
        raise typer.BadParameter("--engine spark always writes tables; leave out --no-store")
    default = [] if engine is Engine.spark else list(_DEFAULT_FORMATS)
    chosen = _chosen(formats, no_files=no_files, default=default)
    check_options(chosen, {"strict": strict})
    if no_store and not chosen:
        raise typer.BadParameter("with --no-store and --no-files there is nothing to write")
    check_outputs(out, chosen, store=not no_store)
    from paperlattice.extractors.plugins import read_plugins
    from paperlattice.graph.api import KnowledgeGraph, Store
    from paperlattice.graph.model.pin_files import read_pins

    corrections = None if pins is None else read_pins(pins)
    options: dict[str, Any] = {
        "pins": corrections,
        "hub_limit": hub_limit,
        "min_confidence": min_confidence,
        "kinds": kinds,
        "links": links,
        "link_threshold": link_threshold,
        "link_top": link_top,
        "resolution": resolution,
        "components": () if plugin is None else read_plugins(plugin),
    }
    if not no_store:
        _note_lost_pins(out / (TABLES_NAME if engine is Engine.spark else STORE_NAME), corrections or NO_PINS)
    with shown_progress() as progress:
        how: dict[str, Any] = {"source_format": source, "date": date, "on_progress": progress}
        if engine is Engine.spark:
            how |= {} if master is None else {"master": master}
            how |= {"settings": dict(given.split("=", 1) for given in spark_conf or ())}
            report, written = _built_on_spark(
                inputs, out, chosen, name=name, strict=strict, options=options | how
            )
        elif no_store:
            graph = KnowledgeGraph.build(inputs, n_process=processes, **options, **how)
            progress("writing", len(graph), len(graph))
            report = graph.report
            written = write_outputs(graph, out, formats=chosen, name=name, strict=strict)
        else:
            with Store.create(out / STORE_NAME, **options) as store:
                report = store.add(inputs, n_process=processes, **how).report
                written = _written(store, out, chosen, name=name, strict=strict, progress=progress)
    _echo_report(report, written, json=json)


def _echo_report(
    report: BuildReport,
    written: list[Path],
    changes: Changes | None = None,
    fetched: Sequence[FetchReport] = (),
    *,
    json: bool,
) -> None:
    if not json:
        echo("\n".join(report_lines(report, written, changes)))
        return
    counts = {} if changes is None else asdict(changes)
    counts.pop("report", None)
    accounts = {"fetched": [asdict(account) for account in fetched]} if fetched else {}
    echo_json(accounts | counts | asdict(report) | {"written": [str(path) for path in written]})


def _built_on_spark(
    inputs: list[str],
    out: Path,
    formats: list[str],
    *,
    name: str,
    strict: bool,
    options: dict[str, Any],
) -> tuple[BuildReport, list[Path]]:
    from paperlattice.graph.api import KnowledgeGraph
    from paperlattice.graph.pipeline.spark import build_with_spark

    folder = out / TABLES_NAME
    report = build_with_spark(inputs, folder, **options)
    if not formats:
        return report, [folder]
    options["on_progress"]("writing", report.papers, report.papers)
    graph = KnowledgeGraph.open(folder)
    return report, [*write_outputs(graph, out, formats=formats, name=name, strict=strict), folder]


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
    _note_generic(generic)
    chosen = _chosen(formats, no_files=no_files, default=formats_present(out))
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
        _note_lost_pins(path, corrections)
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
        written = _written(store, out, chosen, name=name, progress=progress)
    _echo_report(changes.report, written, changes, fetched, json=json)
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


def _note_lost_pins(path: Path, new: Pins) -> None:
    """Say on stderr how many corrections of a store are not among those that replace them, if any do."""
    from paperlattice.graph.api import KnowledgeGraph
    from paperlattice.graph.model.pin_files import lost_pins

    if not path.exists():
        return
    try:
        lost = lost_pins(KnowledgeGraph.open(path).pins, new)
    except PaperlatticeError:
        return  # what is no store, or damaged, is replaced, or refused with its own message
    if lost:
        one = len(lost) == 1
        warn(
            f"{path} has {counted(len(lost), 'correction')} that {'is' if one else 'are'} not in a file that "
            f"--pins names and will be lost, as {lost[0]}; to keep {'it' if one else 'them'}, stop this run "
            f"and write a file with `paperlattice pins --from {path}`"
        )


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
    chosen = _chosen(formats, no_files=no_files, default=formats_present(out))
    path = _store_in(out, chosen)
    if not _note_reading(path, processes):
        echo_json({"written": []}) if json else echo(f"nothing to do: {path} is up to date")
        return
    from paperlattice.extractors.plugins import read_plugins
    from paperlattice.graph.api import Store

    components = () if plugin is None else read_plugins(plugin)
    with shown_progress() as progress, Store.open(path) as store:
        report = store.upgrade(components=components, n_process=processes, on_progress=progress).report
        written = _written(store, out, chosen, name=name, progress=progress)
    _echo_report(report, written, json=json)


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
    chosen = _chosen(formats, no_files=no_files, default=formats_present(out))
    path = _store_in(out, chosen)
    names = [name for given in papers for name in (_lines_of_input() if given == "-" else [given])]
    if not names:
        raise SourceError("no paper to remove was given; give titles or ids, one per line")
    from paperlattice.graph.api import Store

    with shown_progress() as progress, Store.open(path) as store:
        changes = store.remove(names, on_progress=progress)
        written = _written(store, out, chosen, name=name, progress=progress)
    _echo_report(changes.report, written, changes, json=json)


def _lines_of_input() -> list[str]:
    lines = sys.stdin.read().splitlines() if sys.stdin is not None else []
    return [line.strip() for line in lines if line.strip()]


def _chosen(formats: list[str] | None, *, no_files: bool, default: list[str]) -> list[str]:
    if no_files and formats:
        raise typer.BadParameter("--no-files and --format exclude each other")
    return [] if no_files else formats or default


def _store_in(out: Path, formats: list[str]) -> Path:
    """Return the store in a folder. Raises StoreError if there is none, ExportError as `check_outputs`."""
    store = out / STORE_NAME
    if not store.exists():
        raise StoreError(f"there is no store {store}; run `paperlattice build INPUT... --out {out}` first")
    check_outputs(out, formats, store=True)
    return store


def _written(
    store: Store,
    out: Path,
    formats: list[str],
    *,
    name: str,
    progress: Callable[[str, int, int], None],
    strict: bool = False,
) -> list[Path]:
    """Write the files of a store, commit the store, and return the files."""
    graph = store.graph
    count = len(graph)
    if formats:
        progress("placing", count, count)
        store.place()
        from paperlattice.graph.query.topics import idle_topic_names

        for line in idle_topic_names(store.graph.tables):
            warn(line)
    progress("writing", count, count)
    return write_outputs(graph, out, formats=formats, name=name, strict=strict, store=store)


def demo(*, out: Out = _DEMO_OUT) -> None:
    """Build the bundled sample and show what to open.

    Its papers are invented; the methods and datasets that they name are real.
    """
    check_outputs(out, _DEFAULT_FORMATS, store=True)
    from paperlattice.graph.api import Store
    from paperlattice.graph.demo import sample_file

    with shown_progress() as progress, sample_file() as page, Store.create(out / STORE_NAME) as store:
        report = store.add(page, on_progress=progress).report
        html, graphml, path = _written(
            store, out, list(_DEFAULT_FORMATS), name="paperlattice demo", progress=progress
        )
    echo("\n".join(report_lines(report, [html, graphml, path])))
    echo(
        f"\nOpen {html} in a browser, {graphml} in Gephi, or ask it:\n"
        f"  paperlattice entities --top 10 --from {path}\n"
        f"  paperlattice show LoRA --from {path}"
    )
