"""Which papers a store holds: what each source said of them, and what those entries amount to together.

Entries touch one another only through their ids and the hashes of their titles, so a change merges anew just
the entries that such keys connect with those that come or go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import duckdb

from extractors.records import Paper, title_key
from extractors.sources.merge import group_entries, merge_keys, merge_papers
from graph.store.codec import insert, keys_table, paper_of, paper_row, rows_of, table_of
from graph.store.schema import SORTED_BY, TABLES


@dataclass(slots=True)
class PaperChanges:
    """Ids of papers by what a change did to them.

    `reworded` are those of the new and changed ones whose title or abstract is not what it was.
    """

    new: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    reworded: set[str] = field(default_factory=set)

    @property
    def touched(self) -> set[str]:
        """Papers whose rows are not what they were."""
        return self.new | self.changed | self.removed


def add_entries(connection: duckdb.DuckDBPyConnection, entries: Iterable[Paper]) -> PaperChanges:
    """Add entries to a store and return what that changes.

    An entry whose paper is known with another title or abstract replaces what was known under that id, unless
    it has no abstract; one with the same text adds its source, date and addresses.
    """
    coming = list(dict.fromkeys(entries))
    known = _connected(connection, coming)
    kept = [entry for entry in known if not _is_replaced(entry, _by_id(coming))]
    changes = _put(connection, known, list(dict.fromkeys([*kept, *coming])))
    wanted = {paper.id for paper in merge_papers(coming)}
    changes.unchanged = wanted - changes.new - changes.changed
    return changes


def drop_papers(connection: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> PaperChanges:
    """Remove all entries of the papers with these ids, which the store must hold."""
    gone = set(ids)
    known = _connected(connection, [], gone)
    kept = [e for paper, group in group_entries(known).items() if paper not in gone for e in group]
    return _put(connection, known, kept)


def _put(connection: duckdb.DuckDBPyConnection, known: list[Paper], after: list[Paper]) -> PaperChanges:
    """Replace the entries `known`, a connected part of the store, and their papers."""
    old = {paper.id: paper for paper in merge_papers(known)}
    new = {paper.id: paper for paper in merge_papers(after)}
    changes = PaperChanges(
        new=new.keys() - old.keys(),
        changed={name for name in new.keys() & old.keys() if new[name] != old[name]},
        removed=old.keys() - new.keys(),
    )
    changes.reworded = changes.new | {n for n in changes.changed if new[n].text != old[n].text}
    keys = {key for entry in known for key in merge_keys(entry)}
    _delete(connection, "entries", "id", keys)
    _delete(connection, "entries", "hashed", keys)
    entries = (paper_row(e, hashed=Paper.hash_id(e.title)) for e in sorted(after, key=_order))
    insert(connection, "entries", table_of(entries, TABLES["entries"]))
    _delete(connection, "papers", "id", changes.removed | changes.changed)
    papers = (paper_row(new[name]) for name in sorted(changes.new | changes.changed))
    insert(connection, "papers", table_of(papers, TABLES["papers"]))
    return changes


def _connected(
    connection: duckdb.DuckDBPyConnection, entries: Iterable[Paper], ids: Iterable[str] = ()
) -> list[Paper]:
    """Return the stored entries that a chain of shared keys connects with entries or ids."""
    keys = {key for entry in entries for key in merge_keys(entry)} | set(ids)
    while True:
        connection.register("arrow_keys", keys_table(keys))
        question = """
            SELECT * FROM entries WHERE id IN (SELECT key FROM arrow_keys)
            OR hashed IN (SELECT key FROM arrow_keys)
        """
        found = list(map(paper_of, rows_of(connection.sql(question).to_arrow_table().to_batches())))
        connection.unregister("arrow_keys")
        if keys >= (more := {key for entry in found for key in merge_keys(entry)}):
            return found
        keys |= more


def _is_replaced(entry: Paper, coming: dict[str, list[Paper]]) -> bool:
    """Return whether an entry that comes says anew what a stored one said."""
    for other in coming.get(entry.id, ()):
        # A bare number may be the row of another table: then another title is another paper.
        same = not entry.id.isdecimal() or title_key(other.title) == title_key(entry.title)
        if same and other.abstract and other.text != entry.text:
            return True
    return False


def _by_id(entries: Iterable[Paper]) -> dict[str, list[Paper]]:
    found: dict[str, list[Paper]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return found


def _delete(connection: duckdb.DuckDBPyConnection, table: str, column: str, values: Iterable[str]) -> None:
    connection.register("arrow_keys", keys_table(values))
    connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT key FROM arrow_keys)")
    connection.unregister("arrow_keys")


def _order(entry: Paper) -> tuple[object, ...]:
    return tuple(getattr(entry, column) for column in SORTED_BY["entries"])
