"""The commands that make a graph: build, demo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.records import counted
from paperlattice.graph.cli.build_options import (
    Confidence,
    Engine,
    Formats,
    Generic,
    HubLimit,
    Inputs,
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
from paperlattice.graph.cli.outputs import (
    DEFAULT_OUT,
    STORE_NAME,
    TABLES_NAME,
    Json,
    PageName,
    Strict,
    check_options,
    check_outputs,
    write_outputs,
)
from paperlattice.graph.cli.printing import echo, echo_json, shown_progress, warn
from paperlattice.graph.cli.render import report_lines
from paperlattice.graph.model.pins import NO_PINS, Pins

if TYPE_CHECKING:
    from paperlattice.extractors.fetch.fetch import FetchReport
    from paperlattice.graph.api import Store
    from paperlattice.graph.model.options import BuildReport, Changes

_DEFAULT_FORMATS: Final = ("html", "graphml")
_DEMO_OUT: Final = DEFAULT_OUT / "demo"


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
    note_generic(generic)
    if (master is not None or spark_conf) and engine is not Engine.spark:
        raise typer.BadParameter("--master and --spark-conf need --engine spark")
    if wrong := next((given for given in spark_conf or () if "=" not in given.lstrip("=")), None):
        raise typer.BadParameter(f"--spark-conf {wrong}: give KEY=VALUE")
    if ":/" in str(out):
        raise typer.BadParameter("--out is a folder; to write to an address, call build_with_spark in Python")
    if engine is Engine.spark and no_store:
        raise typer.BadParameter("--engine spark always writes tables; leave out --no-store")
    default = [] if engine is Engine.spark else list(_DEFAULT_FORMATS)
    chosen = chosen_formats(formats, no_files=no_files, default=default)
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
        note_lost_pins(out / (TABLES_NAME if engine is Engine.spark else STORE_NAME), corrections or NO_PINS)
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
                written = write_files(store, out, chosen, name=name, strict=strict, progress=progress)
    echo_report(report, written, json=json)


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


def demo(*, out: Out = _DEMO_OUT) -> None:
    """Build the bundled sample and show what to open.

    Its papers are invented; the methods and datasets that they name are real.
    """
    check_outputs(out, _DEFAULT_FORMATS, store=True)
    from paperlattice.graph.api import Store
    from paperlattice.graph.demo import sample_file

    with shown_progress() as progress, sample_file() as page, Store.create(out / STORE_NAME) as store:
        report = store.add(page, on_progress=progress).report
        html, graphml, path = write_files(
            store, out, list(_DEFAULT_FORMATS), name="paperlattice demo", progress=progress
        )
    echo("\n".join(report_lines(report, [html, graphml, path])))
    echo(
        f"\nOpen {html} in a browser, {graphml} in Gephi, or ask it:\n"
        f"  paperlattice entities --top 10 --from {path}\n"
        f"  paperlattice show LoRA --from {path}"
    )


def note_lost_pins(path: Path, new: Pins) -> None:
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


def echo_report(
    report: BuildReport,
    written: list[Path],
    changes: Changes | None = None,
    fetched: Sequence[FetchReport] = (),
    *,
    json: bool,
) -> None:
    """Print what a build or a change made: its counts, and the files written."""
    if not json:
        echo("\n".join(report_lines(report, written, changes)))
        return
    counts = {} if changes is None else asdict(changes)
    counts.pop("report", None)
    accounts = {"fetched": [asdict(account) for account in fetched]} if fetched else {}
    echo_json(accounts | counts | asdict(report) | {"written": [str(path) for path in written]})


def chosen_formats(formats: list[str] | None, *, no_files: bool, default: list[str]) -> list[str]:
    """Return the formats to write; wrong usage if some are named and none are wanted."""
    if no_files and formats:
        raise typer.BadParameter("--no-files and --format exclude each other")
    return [] if no_files else formats or default


def write_files(
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
