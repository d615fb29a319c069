"""What fills and changes a store: papers come, papers go, and the graph is what a build of them all gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import duckdb

from extractors.records import ENTITY_KINDS
from graph.errors import StoreError
from graph.model.options import BuildOptions, BuildReport
from graph.pipeline.build import PathLike, Progress, Source, Taken, load_pins, read_source
from graph.pipeline.entries import PaperChanges, add_entries, drop_papers, put_entries
from graph.pipeline.link import HUB_LIMIT
from graph.pipeline.reading import declare_anew, forget_mentions, read_anew, take_over
from graph.pipeline.settle import names_of, settle_all, settle_touched
from graph.store.transaction import Draft, read_meta
from graph.store.whole import put_meta, read_options, read_pins, read_report, recipe_of

if TYPE_CHECKING:
    from extractors.plugins import PlugIn
    from graph.resolve.pins import Pins
    from graph.resolve.table import Form

__all__ = ["Changes", "add_papers", "build_papers", "remove_papers"]

EMPTY: Final = BuildReport(0, 0, 0, 0, dict.fromkeys(ENTITY_KINDS, 0), 0)

MOST_TOUCHED: Final = 0.1
"""When a larger share of the papers changes, to resolve and link all of them is the shorter way."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did, in papers.

    `changed` have another title or abstract than before; `unchanged` came again with the text that the store
    has. `read` is how many abstracts went through the extractors.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    read: int = 0


def build_papers(
    draft: Draft,
    source: Source,
    *,
    source_format: str | None = None,
    pins: PathLike | Pins | None = None,
    hub_limit: int | None = None,
    min_confidence: float | None = None,
    generic: bool = False,
    components: Sequence[PlugIn] = (),
    n_process: int = 1,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Fill an empty draft with the graph of all papers in `source`; parameters as of `build_lattice`.

    What a killed run had read of the same texts with the same extractors is taken over. Raises SourceError,
    PinError, PluginError, StoreError.
    """
    from extractors.names import MIN_CONFIDENCE
    from extractors.pipeline import version_with

    report = on_progress or _say_nothing
    connection = draft.connection
    pinned = load_pins(pins)
    options = BuildOptions(
        version_with(components),
        HUB_LIMIT if hub_limit is None else hub_limit,
        MIN_CONFIDENCE if min_confidence is None else min_confidence,
        generic,
    )
    taken = read_source(source, source_format=source_format, on_progress=report)
    put_meta(connection, options, pinned, EMPTY)
    report("merging", 0, taken.count)
    papers = put_entries(connection, taken.entries)
    account = _account(taken, distinct=papers)
    del taken
    take_over(connection, draft.leftovers, recipe=recipe_of(options))
    _read(connection, options, components, n_process, report)
    settle_all(connection, options=options, pins=pinned, on_step=lambda step: report(step, papers, papers))
    return _close(connection, options, pinned, account)


def add_papers(
    draft: Draft,
    source: Source,
    *,
    source_format: str | None = None,
    pins: PathLike | Pins | None = None,
    hub_limit: int | None = None,
    min_confidence: float | None = None,
    generic: bool | None = None,
    components: Sequence[PlugIn] = (),
    n_process: int = 1,
    on_progress: Progress | None = None,
) -> tuple[BuildReport, Changes]:
    """Add the papers of `source` to the draft of a store; return the account and what has changed.

    An option that is None stays what it is in the store; another one applies to all papers. The graph is the
    one that a build of all papers gives, byte for byte. Papers that the store has cost next to nothing; one
    with another text replaces what the store has under its id.

    Raises SourceError, PinError, PluginError, and StoreError if the store was built with plug-ins and
    `components` is empty.
    """
    report = on_progress or _say_nothing
    connection = draft.connection
    meta = read_meta(connection)
    old, old_pins = read_options(meta), read_pins(meta)
    options = _options(old, hub_limit, min_confidence, generic, components)
    pinned = old_pins if pins is None else load_pins(pins)
    taken = read_source(source, source_format=source_format, on_progress=report)
    report("merging", 0, taken.count)
    connection.begin()
    changes = add_entries(connection, taken.entries)
    before = names_of(connection, changes.touched)
    _forget(connection, changes)
    if recipe_of(options) != recipe_of(old):
        connection.execute("DELETE FROM read")
        connection.execute("DELETE FROM mentions")
    put_meta(connection, options, pinned, read_report(meta))
    connection.commit()
    take_over(connection, draft.leftovers, recipe=recipe_of(options))
    read = _read(connection, options, components, n_process, report)
    whole = read > len(changes.reworded) or (options, pinned) != (old, old_pins)
    _settle(connection, options, pinned, changes.touched, before, whole=whole, report=report)
    account = _account(taken, distinct=len(changes.new | changes.changed | changes.unchanged))
    reworded = changes.reworded - changes.new
    said = Changes(
        new=len(changes.new),
        changed=len(reworded),
        unchanged=len(changes.unchanged | (changes.changed - reworded)),
        read=read,
    )
    return _close(connection, options, pinned, account), said


def remove_papers(
    draft: Draft, names: Iterable[str], *, on_progress: Progress | None = None
) -> tuple[BuildReport, Changes]:
    """Remove papers, given by title, id or node id, from the draft of a store.

    The graph is the one that a build without them gives. Raises UnknownNode for a name that no paper has;
    nothing is then removed.
    """
    from graph.query.sql import StoredLookup

    report = on_progress or _say_nothing
    connection = draft.connection
    lookup = StoredLookup(connection)
    ids = {lookup.paper(name).id for name in names}
    meta = read_meta(connection)
    options, pinned = read_options(meta), read_pins(meta)
    connection.begin()
    before = names_of(connection, ids)
    changes = drop_papers(connection, ids)
    before |= names_of(connection, changes.touched)
    _forget(connection, changes)
    connection.commit()
    read = _read(connection, options, (), 1, report) if changes.reworded else 0
    _settle(connection, options, pinned, changes.touched, before, whole=False, report=report)
    account = _close(connection, options, pinned, EMPTY)
    return account, Changes(removed=len(changes.removed), read=read)


def _options(
    old: BuildOptions,
    hub_limit: int | None,
    min_confidence: float | None,
    generic: bool | None,
    components: Sequence[PlugIn],
) -> BuildOptions:
    from extractors.pipeline import version_with

    if "+" in old.extractor_version and not components:
        raise StoreError(
            "the store was built with plug-ins; give the same --plugin, or build it anew without any"
        )
    return BuildOptions(
        version_with(components),
        old.hub_limit if hub_limit is None else hub_limit,
        old.min_confidence if min_confidence is None else min_confidence,
        old.generic if generic is None else generic,
    )


def _forget(connection: duckdb.DuckDBPyConnection, changes: PaperChanges) -> None:
    forget_mentions(connection, changes.reworded | changes.removed)
    declare_anew(connection, changes.changed - changes.reworded)


def _read(
    connection: duckdb.DuckDBPyConnection,
    options: BuildOptions,
    components: Sequence[PlugIn],
    n_process: int,
    report: Progress,
) -> int:
    return read_anew(
        connection,
        min_confidence=options.min_confidence,
        generic=options.generic,
        components=components,
        n_process=n_process,
        on_progress=lambda done, total: report("extracting", done, total),
    )


def _settle(
    connection: duckdb.DuckDBPyConnection,
    options: BuildOptions,
    pins: Pins,
    papers: set[str],
    before: set[Form],
    *,
    whole: bool,
    report: Progress,
) -> None:
    count = int(connection.execute("SELECT count(*) FROM papers").fetchall()[0][0])
    blocked = connection.execute("SELECT count(*) FROM names").fetchall()[0][0]
    if not papers and not whole and blocked:
        return

    def on_step(step: str) -> None:
        report(step, count, count)

    # A store that was saved whole has no blocks yet.
    if whole or options.generic or not blocked or len(papers) > MOST_TOUCHED * count:
        settle_all(connection, options=options, pins=pins, on_step=on_step)
    else:
        on_step("resolving")
        settle_touched(connection, options=options, pins=pins, before=before, papers=papers)
    connection.execute("DELETE FROM nodes")


def _account(taken: Taken, *, distinct: int) -> BuildReport:
    return replace(
        EMPTY,
        entries=taken.count,
        duplicates=taken.count - distinct,
        skipped=taken.skipped,
        files=taken.files,
    )


def _close(
    connection: duckdb.DuckDBPyConnection, options: BuildOptions, pins: Pins, account: BuildReport
) -> BuildReport:
    """Count what the tables hold and write the account into the store."""
    kinds = dict(
        connection.execute(
            """
            SELECT kind, count(*) FROM entities WHERE id IN (SELECT entity_id FROM naming) GROUP BY kind
            """
        ).fetchall()
    )
    papers, naming, links = connection.execute(
        """
        SELECT (SELECT count(*) FROM papers), (SELECT count(DISTINCT paper_id) FROM naming),
               (SELECT count(*) FROM links)
        """
    ).fetchall()[0]
    counted = replace(
        account,
        papers=papers,
        without_entities=papers - naming,
        entities={kind: kinds.get(kind, 0) for kind in ENTITY_KINDS},
        links=links,
    )
    put_meta(connection, options, pins, counted)
    return counted


def _say_nothing(_step: str, _done: int, _total: int) -> None: ...
