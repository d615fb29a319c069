"""The mentions of papers that a store has not read yet, in steps that outlast a killed run."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb
import pyarrow as pa

from extractors.records import Mention, Paper
from graph.pipeline.assemble import DECLARED
from graph.pipeline.build import declared_mentions
from graph.store.codec import columns_of, insert, papers_from, stored_rows
from graph.store.transaction import quoted

if TYPE_CHECKING:
    from extractors.plugins import PlugIn

__all__ = ["declare_anew", "forget_mentions", "read_anew", "take_over"]

STEP: Final = 2_000
"""After so many papers what was found is committed, so that a killed run loses no more."""


def read_anew(
    connection: duckdb.DuckDBPyConnection,
    *,
    min_confidence: float,
    generic: bool,
    components: Sequence[PlugIn],
    n_process: int,
    on_progress: Callable[[int, int], None],
) -> int:
    """Extract the mentions of all papers that are not read yet, and return how many those were.

    `on_progress(done, total)` is called after each step. Raises PluginError.
    """
    from extractors.pipeline import extract

    total = _count(connection)
    if not total:
        return 0
    on_progress(0, total)
    pending = _unread(connection)
    seen: list[Paper] = []

    def noting() -> Iterator[Paper]:
        for paper in pending:
            seen.append(paper)
            yield paper

    found = extract(
        noting(), n_process=n_process, min_confidence=min_confidence, generic=generic, components=components
    )
    done = 0
    with contextlib.closing(found):
        while step := list(islice(found, STEP)):
            papers, seen[: len(step)] = seen[: len(step)], []
            _put(connection, papers, step)
            done += len(step)
            on_progress(done, total)
    return done


def forget_mentions(connection: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> None:
    """Remove the mentions of papers, which count as not read then."""
    connection.register("arrow_keys", pa.table({"key": pa.array(sorted(ids), pa.string())}))
    # Not read first: a run that is killed between the two leaves nothing that counts.
    for table in ("read", "mentions"):
        connection.execute(f"DELETE FROM {table} WHERE paper_id IN (SELECT key FROM arrow_keys)")
    connection.unregister("arrow_keys")


def take_over(connection: duckdb.DuckDBPyConnection, leftovers: Iterable[Path], *, recipe: str) -> int:
    """Copy the mentions that killed runs had found for papers that are not read yet; return how many papers.

    Only what the same extractors with the same options found in the same text counts. A leftover that
    cannot be read is passed over.
    """
    before = _count(connection)
    for leftover in leftovers:
        with contextlib.suppress(duckdb.Error):
            connection.execute(f"ATTACH {quoted(leftover)} AS rest")
            try:
                kept = connection.execute("SELECT value FROM rest.meta WHERE key = 'recipe'").fetchall()
                if kept == [(recipe,)]:
                    _copy(connection)
            finally:
                connection.execute("DETACH rest")
    return before - _count(connection)


def declare_anew(connection: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> None:
    """Put the repositories that papers declare in the place of those that they declared before."""
    chosen = sorted(ids)
    connection.register("arrow_keys", pa.table({"key": pa.array(chosen, pa.string())}))
    wanted = "IN (SELECT key FROM arrow_keys)"
    connection.execute(f"DELETE FROM mentions WHERE rule = '{DECLARED}' AND paper_id {wanted}")
    papers = papers_from(stored_rows(connection, "papers", where=f"id {wanted}"))
    rows = [mention for paper in papers for mention in declared_mentions(paper)]
    connection.unregister("arrow_keys")
    insert(connection, "mentions", columns_of(rows))


_UNREAD: Final = "id NOT IN (SELECT paper_id FROM read)"


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    rows = connection.execute(f"SELECT count(*) FROM papers WHERE {_UNREAD}").fetchall()
    return int(rows[0][0])


def _unread(connection: duckdb.DuckDBPyConnection) -> Iterator[Paper]:
    yield from papers_from(stored_rows(connection, "papers", where=_UNREAD, stream=True))


def _put(
    connection: duckdb.DuckDBPyConnection, papers: Sequence[Paper], found: Iterable[Iterable[Mention]]
) -> None:
    rows = [mention for mentions in found for mention in mentions]
    rows += [mention for paper in papers for mention in declared_mentions(paper)]
    connection.begin()
    try:
        insert(connection, "mentions", columns_of(rows))
        ids = pa.array([paper.id for paper in papers], pa.string())
        insert(connection, "read", pa.table({"paper_id": ids}))
        connection.commit()
    except BaseException:
        with contextlib.suppress(duckdb.Error):
            connection.rollback()
        raise


def _copy(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        """
        CREATE TEMP TABLE taken AS
        SELECT p.id FROM papers p
        JOIN rest.papers q ON q.id = p.id AND q.title = p.title AND q.abstract = p.abstract
        JOIN rest.read r ON r.paper_id = p.id
        WHERE p.id NOT IN (SELECT paper_id FROM read)
        """
    )
    connection.execute(
        f"""
        INSERT INTO mentions
        SELECT m.* REPLACE (NULL AS entity_id) FROM rest.mentions m
        WHERE m.paper_id IN (SELECT id FROM taken) AND m.rule <> '{DECLARED}'
        """
    )
    connection.execute("INSERT INTO read SELECT id FROM taken")
    ids = [row[0] for row in connection.execute("SELECT id FROM taken").fetchall()]
    declare_anew(connection, ids)
    connection.execute("DROP TABLE taken")
