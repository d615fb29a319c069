"""From sources to the tables of a graph: read, merge, extract, resolve, link, index."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources.locate import locate_files
from paperlattice.extractors.sources.values import normalise_date
from paperlattice.graph.errors import DateError
from paperlattice.graph.executors.base import Executor
from paperlattice.graph.model.options import BuildOptions, BuildReport
from paperlattice.graph.pipeline import stages
from paperlattice.graph.pipeline.corrections import IS_KEPT, correct_mentions
from paperlattice.graph.pipeline.idle_pins import find_idle_pins
from paperlattice.graph.pipeline.link import find_vectors, write_links, write_rarities
from paperlattice.graph.pipeline.text_index import index_texts
from paperlattice.graph.store.codec import entry_row, table_of
from paperlattice.graph.store.errors import interrupts_kept
from paperlattice.graph.store.schema import FOUND, create_indexes
from paperlattice.graph.store.transaction import quoted

if TYPE_CHECKING:
    from paperlattice.graph.executors.duckdb import DuckDBExecutor

PathLike = str | os.PathLike[str]

Source = PathLike | Iterable[PathLike] | Iterable[Paper]
"""A file, folder, glob or `-`; several of them; or papers."""

_MENTIONED: Final = "SELECT * FROM found WHERE name IS NOT NULL UNION ALL SELECT * FROM declared"
_TEXTS: Final = "SELECT id, title, abstract FROM papers"


@interrupts_kept()
def build_graph(
    executor: DuckDBExecutor,
    source: Source,
    options: BuildOptions,
    *,
    source_format: str | None = None,
    date: str = "",
    unfinished: Sequence[Path] = (),
) -> BuildReport:
    """Fill empty tables with the graph of all papers in a source, and return the report.

    The order of the input and the number of processes make no difference. The build resumes from what killed
    runs, which left `unfinished`, found in the same texts with the same extractors. Raises SourceError
    (InputNotFound, UnknownSource) where nothing can be read, PluginError for a component that cannot be used,
    DateError.
    """
    read_source(executor, source, source_format=source_format, date=date)
    stages.write_meta(executor, options, BuildReport())
    report = build_tables(executor, options, lambda: extract_pending(executor, options, unfinished, _TEXTS))
    executor.write("arrivals", f"SELECT id AS paper_id, '{executor.started}' AS added FROM papers")
    index_texts(executor)
    executor.connection.execute(create_indexes())
    executor.drop()
    return report


def read_date(date: str) -> str:
    """Return a date as papers have it. Raises DateError for what is not a year, month or day."""
    if not date or (day := normalise_date(date)):
        return day if date else ""
    raise DateError.of(date)


def read_source(executor: Executor, source: Source, *, source_format: str | None, date: str = "") -> None:
    """Write `source_rows`: what a source lists; papers without a date get `date`, if given.

    Raises SourceError, DateError.
    """
    date = read_date(date)
    given = [source] if isinstance(source, str | os.PathLike) else list(source)
    papers = [item for item in given if isinstance(item, Paper)]
    paths = [item for item in given if isinstance(item, str | os.PathLike)]
    if not given or len(given) not in (len(papers), len(paths)):
        what = "nothing at all" if not given else "things that are neither all paths nor all papers"
        raise SourceError(
            f"the source holds {what}: give a file, folder, glob or '-', several of them, or Paper objects"
        )
    if papers:
        dated = (paper if paper.date or not date else replace(paper, date=date) for paper in papers)
        rows = (entry_row(paper, number=0, position=position) for position, paper in enumerate(dated))
        executor.write("source_rows", table_of(rows, stages.SOURCE_ROWS))
    else:
        files = locate_files(paths)
        found = stages.read_files(
            executor, files, source=source_format, date=date, on_progress=executor.report
        )
        with executor.sparing():
            executor.write("source_rows", found)


def build_tables(executor: Executor, options: BuildOptions, extract: Callable[[], object]) -> BuildReport:
    """Write all tables from `source_rows`, and return the report; `extract` writes `found` from `papers`."""
    read_report = stages.collect_reports(executor)
    executor.report("merging", 0, read_report.entries)
    stages.merge_entries(executor)
    executor.write("title_index", stages.index_titles(executor))
    executor.write("vectors", find_vectors(executor))
    extract()
    stages.check_plugins(executor, options)
    executor.write("declared", stages.find_declared(executor, options))
    return resolve_and_link(
        executor,
        options,
        replace(read_report, duplicates=read_report.entries - executor.count("papers")),
        correct_mentions(executor, options, _MENTIONED),
    )


def resolve_and_link(
    executor: Executor, options: BuildOptions, read_report: BuildReport, mentioned: str
) -> BuildReport:
    """Write all that follows from mentions, a query for rows of FOUND, and return the report.

    Mentions that pins drop are written, and mean no entity.
    """
    papers = executor.count("papers")
    executor.report("resolving", papers, papers)
    stages.resolve_names(executor, f"SELECT * FROM ({mentioned}) k WHERE {IS_KEPT}", pins=options.pins)
    for name in ("entities", "merges"):
        executor.write(name, f"SELECT * FROM named_{name}")
    executor.write(
        "mentions",
        f"""
        SELECT f.*, CASE WHEN {IS_KEPT} THEN coalesce(a.entity_id, n.entity_id) END AS entity_id
        FROM ({mentioned}) f
        LEFT JOIN (SELECT * FROM named_names WHERE paper_id IS NULL) a ON f.kind = a.kind AND f.name = a.name
        LEFT JOIN (SELECT * FROM named_names WHERE paper_id IS NOT NULL) n
        ON f.paper_id = n.paper_id AND f.kind = n.kind AND f.name = n.name
        """,
    )
    for name, columns in {"blocks": "*", "block_keys": "token, kind, name, part", "provisional": "*"}.items():
        executor.write(name, f"SELECT {columns} FROM named_{name.removeprefix('block_')}")
    executor.report("indexing", papers, papers)
    write_rarities(executor)
    executor.write("incidence", stages.incidence_sql())
    executor.write("name_index", stages.index_names(executor))
    executor.report("linking", papers, papers)
    write_links(executor, options)
    return stages.write_meta(executor, options, find_idle_pins(executor, options, read_report))


def extract_pending(
    executor: DuckDBExecutor, options: BuildOptions, unfinished: Sequence[Path], pending: str
) -> int:
    """Write `found`: the mentions of the papers of a query, and return how many papers were read.

    What was found is committed every few thousand papers; if this run is killed, the next one resumes from
    it. Raises PluginError.
    """
    executor.write("found", table_of((), FOUND))
    _resume(executor, options, unfinished, pending)
    waiting = f"SELECT * FROM ({pending}) p WHERE id NOT IN (SELECT paper_id FROM found WHERE name IS NULL)"
    total = executor.count(f"({waiting}) w")
    if total:
        executor.report("extracting", 0, total)
        executor.append("found", stages.find_mentions(executor, waiting, options, total=total))
    return total


def _resume(
    executor: DuckDBExecutor, options: BuildOptions, unfinished: Sequence[Path], pending: str
) -> None:
    """Copy what killed runs had found in the papers of a query.

    Only what the same extractors with the same options found in the same text counts. A working copy that
    cannot be read is ignored.
    """
    connection = executor.connection
    for copy in unfinished:
        with contextlib.suppress(duckdb.Error):
            connection.execute(f"ATTACH {quoted(copy)} AS rest")
            try:
                kept = connection.execute("SELECT value FROM rest.meta WHERE key = 'fingerprint'").fetchall()
                if kept == [(json.dumps(options.fingerprint),)]:
                    connection.execute(
                        f"""
                        INSERT INTO found SELECT f.* FROM rest.found f WHERE f.paper_id IN (
                            SELECT p.id FROM ({pending}) p JOIN rest.papers q
                            ON q.id = p.id AND q.title = p.title AND q.abstract = p.abstract
                            WHERE p.id IN (SELECT paper_id FROM rest.found WHERE name IS NULL)
                            AND p.id NOT IN (SELECT paper_id FROM found)
                        )
                        """
                    )
            finally:
                connection.execute("DETACH rest")
