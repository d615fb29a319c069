"""The build on Spark, stage by stage; each stage is the one of the local build, given rows in another way."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from extractors.errors import PluginError
from extractors.records import ENTITY_KINDS
from graph.executors.spark.extract import extract_mentions
from graph.executors.spark.generic import with_generic
from graph.executors.spark.merge import merge_entries
from graph.executors.spark.place import Place, check_free, is_address, result_place
from graph.executors.spark.read import Account, read_account, read_entries, split_inputs
from graph.executors.spark.resolve import resolve_mentions
from graph.executors.spark.session import DEFAULT_MASTER, beside, spark_session
from graph.executors.spark.tables import (
    form_table,
    link_table,
    mention_table,
    naming_table,
    sorted_rows,
    title_table,
)
from graph.model.options import BuildOptions, BuildReport
from graph.pipeline.link import HUB_LIMIT
from graph.resolve.pins import NO_PINS, Pins, read_pins
from graph.store.schema import SCHEMA_VERSION, TABLES
from graph.store.whole import recipe_of

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import DataFrame, SparkSession

    from extractors.plugins import PlugIn

__all__ = ["build_with_spark"]

PathLike = str | os.PathLike[str]
Progress = Callable[[str, int], None]

_ENTRIES_A_TASK: Final = 50_000
_PAPERS_A_TASK: Final = 10_000
"""About a minute of extraction: what is lost with a worker is so much for each of its cores."""


def build_with_spark(
    inputs: PathLike | Iterable[PathLike],
    out: PathLike,
    *,
    master: str = DEFAULT_MASTER,
    source_format: str | None = None,
    pins: PathLike | Pins | None = None,
    hub_limit: int | None = None,
    min_confidence: float | None = None,
    generic: bool = False,
    components: Sequence[PlugIn] = (),
    settings: Mapping[str, str] | None = None,
    session: SparkSession | None = None,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Build the graph of files, folders and addresses into a folder of Parquet tables; return the report.

    The tables are row for row those of a local build with the same options, `KnowledgeGraph.open(out)` reads
    them. Local files and a local `out` must be seen by all workers under the same path; addresses
    (`s3a://...`, `hdfs://...`) hold JSON lines, plain or packed, or Parquet. `settings` are Spark properties
    for the session that is started on `master`; a `session` that runs already is used and left running.

    Raises EngineError if Spark cannot be started, reached or used; InputNotFound, UnknownSource, SourceError,
    PinError as a local build does; PluginError for any `components`, which only the local engine takes;
    StoreError if `out` holds something else than an earlier result or cannot be written.
    """
    from extractors.names import MIN_CONFIDENCE
    from extractors.pipeline import extractor_version

    if components:
        raise PluginError("plug-ins take part in builds on this machine only; leave them out, or Spark")
    pinned = _pins(pins)
    files, addresses = split_inputs(inputs)
    _check_target(out)
    options = BuildOptions(
        extractor_version(),
        HUB_LIMIT if hub_limit is None else hub_limit,
        MIN_CONFIDENCE if min_confidence is None else min_confidence,
        generic,
    )
    started = spark_session(master, settings=settings) if session is None else beside(session)
    with started as spark, result_place(spark, out) as place:
        build = _Build(spark, place, options, pinned, on_progress or _say_nothing)
        return build.run(files, addresses, source_format=source_format)


class _Build:
    """One build: its session, where its tables go, and how it is to be done."""

    def __init__(
        self, session: SparkSession, place: Place, options: BuildOptions, pins: Pins, report: Progress
    ) -> None:
        self._session = session
        self._place = place
        self._options = options
        self._pins = pins
        self._tell = report
        self._parallel = session.sparkContext.defaultParallelism

    def run(
        self, files: Sequence[Path], addresses: Sequence[str], *, source_format: str | None
    ) -> BuildReport:
        self._tell("reading", 0)
        entries = self._place.keep(
            "entries", read_entries(self._session, files, addresses, source=source_format)
        )
        account = read_account(entries)
        self._tell("reading", account.entries)
        tasks = max(2 * self._parallel, account.entries // _ENTRIES_A_TASK)
        self._session.conf.set("spark.sql.shuffle.partitions", str(tasks))
        merged = self._place.keep("papers", merge_entries(entries, tasks=tasks))
        papers = self._write("papers", merged)
        self._write("titles", title_table(papers))
        count = papers.count()
        found = self._extract(papers, count)
        self._tell("resolving", count)
        entities, mentions = self._resolve(found, tasks)
        report = self._report(account, count, entities, mentions)
        self._write("meta", self._session.createDataFrame(self._meta(report)))
        return report

    def _extract(self, papers: DataFrame, count: int) -> DataFrame:
        self._tell("extracting", 0)
        tasks = max(4 * self._parallel, count // _PAPERS_A_TASK)
        found = extract_mentions(
            papers,
            tasks=tasks,
            min_confidence=self._options.min_confidence,
            generic=self._options.generic,
        )
        kept = self._place.keep("found", found)
        self._tell("extracting", count)
        return kept

    def _resolve(self, found: DataFrame, tasks: int) -> tuple[DataFrame, DataFrame]:
        """Resolve and link, write what comes of it, and return entities and mentions."""
        named = found.where("NOT is_generic")
        resolved = resolve_mentions(named, self._place, pins=self._pins, tasks=tasks, name="named")
        self._write("links", link_table(resolved.names, hub_limit=self._options.hub_limit))
        if self._options.generic:
            terms = found.where("is_generic")
            generic = resolve_mentions(terms, self._place, pins=self._pins, tasks=tasks, name="generic")
            resolved = with_generic(resolved, generic)
        entities = self._write("entities", resolved.entities)
        self._write("joins", resolved.joins)
        mentions = self._write("mentions", mention_table(found, resolved.names))
        self._write("naming", naming_table(mentions))
        self._write("forms", form_table(entities, mentions, tasks=tasks))
        return entities, mentions

    def _write(self, name: str, rows: DataFrame) -> DataFrame:
        return self._place.write(name, sorted_rows(name, rows))

    def _report(self, account: Account, papers: int, entities: DataFrame, mentions: DataFrame) -> BuildReport:
        kinds = {row["kind"]: row["count"] for row in entities.groupBy("kind").count().collect()}
        naming = mentions.where("entity_id IS NOT NULL").select("paper_id").distinct().count()
        links = self._place.read("links").count()
        return BuildReport(
            entries=account.entries,
            papers=papers,
            duplicates=account.entries - papers,
            without_entities=papers - naming,
            entities={kind: kinds.get(kind, 0) for kind in ENTITY_KINDS},
            links=links,
            skipped=account.skipped,
            files=account.files,
        )

    def _meta(self, report: BuildReport) -> pa.Table:
        values = {
            "schema_version": str(SCHEMA_VERSION),
            "recipe": recipe_of(self._options),
            "options": json.dumps(dataclasses.asdict(self._options)),
            "pins": json.dumps(dataclasses.asdict(self._pins)),
            "report": json.dumps(dataclasses.asdict(report)),
        }
        return pa.table({"key": list(values), "value": list(values.values())}, schema=TABLES["meta"])


def _pins(pins: PathLike | Pins | None) -> Pins:
    if isinstance(pins, Pins):
        return pins
    return NO_PINS if pins is None else read_pins(pins)


def _check_target(out: PathLike) -> None:
    """Meet a target that may not be written before Java is started."""
    from pathlib import Path

    if not is_address(out):
        check_free(Path(out).absolute())


def _say_nothing(_step: str, _done: int) -> None: ...
