"""Adds and removes papers; the graph is the one that a build of all papers gives.

A change resolves again the blocks of names (`graph.resolve.blocking`) that hold a name which papers lost or
gained, and links again what that and the new texts can have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb
import pyarrow as pa

from paperlattice.extractors.records import Kind, Paper, title_key
from paperlattice.extractors.sources.merge import group_entries, merge_keys, merge_papers
from paperlattice.graph.errors import StoreError
from paperlattice.graph.link.shared import changed_link_sql, sharing_sql
from paperlattice.graph.model.attributes import DECLARED
from paperlattice.graph.model.options import BuildOptions, BuildReport, Changes, link_version
from paperlattice.graph.pipeline import stages
from paperlattice.graph.pipeline.build import Source, extract_pending, read_source, resolve_and_link
from paperlattice.graph.pipeline.corrections import IS_KEPT, correct_mentions
from paperlattice.graph.pipeline.idle_pins import find_idle_pins
from paperlattice.graph.pipeline.link import (
    find_vectors,
    insert_links,
    relink,
    replace_vectors,
    write_rarities,
    write_rarity,
)
from paperlattice.graph.pipeline.text_index import add_to_index, index_texts
from paperlattice.graph.store.codec import (
    entry_row,
    insert,
    keys_table,
    meta_table,
    paper_of,
    paper_row,
    rows_of,
    table_of,
)
from paperlattice.graph.store.meta import options_in, read_meta, report_in
from paperlattice.graph.store.schema import COLUMNS, PAPER_COLUMNS, SORTED_BY, TABLES, create_indexes

if TYPE_CHECKING:
    from paperlattice.graph.executors.duckdb import DuckDBExecutor

Form = tuple[Kind, str]

MOST_AFFECTED: Final = 0.1
"""If a larger share of the papers changes, resolving and linking all of them is faster."""

_GIVEN: Final = "(SELECT unnest($1::VARCHAR[]))"

_MARKED: Final = "list_contains(string_split(rule, '+'), 'generic')"
"""What `--generic` of earlier versions found: it linked no papers, and is to link none before an upgrade."""

_MENTIONED: Final = "SELECT * EXCLUDE (entity_id) FROM mentions"


def add_papers(
    executor: DuckDBExecutor,
    source: Source,
    options: BuildOptions,
    *,
    source_format: str | None = None,
    date: str = "",
    unfinished: Sequence[Path] = (),
) -> Changes:
    """Add the papers of a source; return what has changed.

    The graph is the one that a build of all papers with these options gives, byte for byte. Known
    papers cost next to nothing; one with another text replaces the paper with its id.

    Raises SourceError, DateError, PluginError, and StoreError if the graph was built with plug-ins and
    `options` has none.
    """
    connection = executor.connection
    old = _options_before(executor, options)
    read_source(executor, source, source_format=source_format, date=date)
    read_report = stages.collect_reports(executor)
    executor.report("merging", 0, read_report.entries)
    question = (
        f"SELECT {', '.join(PAPER_COLUMNS)} FROM source_rows WHERE report IS NULL ORDER BY number, position"
    )
    entries = map(paper_of, rows_of(executor.sql(question).to_batches()))
    connection.begin()
    changes = add_entries(connection, entries)
    read_report = replace(
        read_report, duplicates=read_report.entries - len(changes.new | changes.changed | changes.unchanged)
    )
    read, report = _read_changed(executor, old, options, changes, read_report, unfinished)
    reworded = changes.reworded - changes.new
    unchanged = changes.unchanged | (changes.changed - reworded)
    return Changes(len(changes.new), len(reworded), len(unchanged), read=read, report=report)


def upgrade_papers(
    executor: DuckDBExecutor, options: BuildOptions, *, unfinished: Sequence[Path] = ()
) -> Changes:
    """Read all papers again if other extractors or options found what the store holds, and link all again.

    The graph is then the one that a build of all papers with these options gives. Raises as `add_papers`.
    """
    old = _options_before(executor, options)
    executor.connection.begin()
    report = report_in(read_meta(executor.connection))
    read, report = _read_changed(executor, old, options, PaperChanges(), report, unfinished)
    return Changes(read=read, report=report)


def _options_before(executor: DuckDBExecutor, options: BuildOptions) -> BuildOptions:
    """Return the options of the graph so far. Raises StoreError if it needs plug-ins and none are given."""
    old = options_in(read_meta(executor.connection))
    if "+" in old.extractor_version and not options.components:
        raise StoreError(
            "the store was built with plug-ins; give the same --plugin, or build it again without any"
        )
    return old


def _read_changed(
    executor: DuckDBExecutor,
    old: BuildOptions,
    options: BuildOptions,
    changes: PaperChanges,
    read_report: BuildReport,
    unfinished: Sequence[Path],
) -> tuple[int, BuildReport]:
    """Read what changed, all papers if the options say so, and derive the rest, in an open transaction.

    Returns how many papers were read, and the report. The options are committed before that, so that the
    next run can tell whether what this one had found is of use to it.
    """
    connection = executor.connection
    before = _names_of(executor, changes.affected)
    is_stale = options.fingerprint != old.fingerprint
    _delete(connection, "mentions", "paper_id", changes.reworded | changes.removed)
    _note_arrivals(executor, changes)
    if is_stale:
        connection.execute("DELETE FROM mentions")
    meta = meta_table(options, report_in(read_meta(connection)), changed=executor.started)
    connection.execute("DELETE FROM meta")
    insert(connection, "meta", meta)
    connection.commit()
    read = _extract(
        executor,
        options,
        None if is_stale else changes.reworded,
        declared=None if is_stale else changes.new | changes.changed,
        unfinished=unfinished,
    )
    whole = is_stale or options != old
    return read, _resolve_and_link(executor, options, changes.affected, before, read_report, whole=whole)


def remove_papers(executor: DuckDBExecutor, ids: Iterable[str]) -> Changes:
    """Remove papers, which the store must hold; the graph is the one that a build without them gives."""
    connection = executor.connection
    old = options_in(read_meta(connection))
    options = replace(old, link_version=link_version())
    connection.begin()
    before = _names_of(executor, gone := set(ids))
    changes = drop_papers(connection, gone)
    before |= _names_of(executor, changes.affected)
    _delete(connection, "mentions", "paper_id", changes.reworded | changes.removed)
    _note_arrivals(executor, changes)
    if not options.knows_terms:
        connection.execute(f"DELETE FROM mentions WHERE {_MARKED}")
    connection.commit()
    read = _extract(executor, options, changes.reworded, declared=changes.new | changes.changed)
    whole = options != old
    report = _resolve_and_link(executor, options, changes.affected, before, BuildReport(), whole=whole)
    return Changes(removed=len(changes.removed), read=read, report=report)


def _note_arrivals(executor: DuckDBExecutor, changes: PaperChanges) -> None:
    """Write that this run brought what is new; what has only changed keeps its time."""
    _delete(executor.connection, "arrivals", "paper_id", changes.new | changes.removed)
    new = ({"paper_id": name, "added": executor.started} for name in sorted(changes.new))
    insert(executor.connection, "arrivals", table_of(new, TABLES["arrivals"]))


def _extract(
    executor: DuckDBExecutor,
    options: BuildOptions,
    ids: set[str] | None,
    *,
    declared: set[str] | None,
    unfinished: Sequence[Path] = (),
) -> int:
    """Extract the mentions of papers, of all for None, and return how many were read.

    The repositories that the papers of `declared` state replace those that they stated before.
    """
    for name, chosen in (("pending", ids), ("declaring", declared)):
        executor.write(name, "SELECT id AS key FROM papers" if chosen is None else keys_table(chosen))
    columns = "id, title, abstract"
    pending = f"SELECT {columns} FROM papers WHERE id IN (SELECT key FROM pending)"
    read = extract_pending(executor, options, unfinished, pending)
    stages.check_plugins(executor, options)
    executor.write(
        "declared",
        stages.find_declared(
            executor, options, "(SELECT * FROM papers WHERE id IN (SELECT key FROM declaring)) p"
        ),
    )
    connection = executor.connection
    connection.execute(
        f"DELETE FROM mentions WHERE rule = '{DECLARED}' AND paper_id IN (SELECT key FROM declaring)"
    )
    for name in ("found", "declared"):
        connection.execute(f"INSERT INTO mentions BY NAME SELECT * FROM {name} WHERE name IS NOT NULL")
    return read


def _resolve_and_link(
    executor: DuckDBExecutor,
    options: BuildOptions,
    papers: set[str],
    before: set[Form],
    read_report: BuildReport,
    *,
    whole: bool,
) -> BuildReport:
    """Derive everything from the mentions again, and return the report.

    `before` are the names that `papers`, those that are new, changed or removed, had.
    """
    count, blocked = executor.count("papers"), executor.count("blocks")
    connection = executor.connection
    # A graph without blocks is a saved part of another, or from an earlier version.
    if whole or not blocked or len(papers) > MOST_AFFECTED * count:
        executor.write("title_index", stages.index_titles(executor))
        executor.write("vectors", find_vectors(executor))
        mentioned = correct_mentions(executor, options, _MENTIONED, marked=True)
        report = resolve_and_link(executor, options, read_report, mentioned)
        index_texts(executor)
        connection.execute(create_indexes())
    else:
        if papers:
            executor.report("resolving", count, count)
            _correct_affected(executor, options, papers)
            _resolve_affected(executor, options, before, papers)
        add_to_index(executor, papers)
        report = stages.write_meta(executor, options, find_idle_pins(executor, options, read_report))
    if papers or whole:
        for table in ("topics", "memberships"):
            connection.execute(f"DELETE FROM {table}")
    executor.drop()
    return report


def _names_of(executor: DuckDBExecutor, papers: set[str]) -> set[Form]:
    """Return the names that papers have."""
    found = executor.connection.execute(
        f"SELECT DISTINCT kind, name FROM mentions WHERE paper_id IN {_GIVEN}",
        [list(papers)],
    )
    return set(found.fetchall())


def _correct_affected(executor: DuckDBExecutor, options: BuildOptions, papers: set[str]) -> None:
    """Bring the mentions of papers in line with pins."""
    if not options.pins.changes_mentions:
        return
    executor.write("correcting", keys_table(papers))
    own = "paper_id IN (SELECT key FROM correcting)"
    texts = "(SELECT * FROM papers WHERE id IN (SELECT key FROM correcting)) p"
    mentioned = correct_mentions(executor, options, f"{_MENTIONED} WHERE {own}", texts, marked=True)
    executor.connection.execute(f"DELETE FROM mentions WHERE {own}")
    executor.connection.execute(f"INSERT INTO mentions BY NAME {mentioned}")


def _resolve_affected(
    executor: DuckDBExecutor, options: BuildOptions, before: set[Form], papers: set[str]
) -> None:
    executor.write("affected", keys_table(papers))
    incoming = _names_of(executor, papers)
    blocks = _blocks_met(executor, options, before | incoming)
    while True:
        executor.write("met", keys_table(blocks, pa.int64()))
        inside = "SELECT kind, name FROM blocks WHERE block IN (SELECT key FROM met)"
        executor.write("asked", _forms_table(incoming))
        executor.write("affected_names", f"{inside} UNION SELECT kind, name FROM asked")
        executor.write(
            "named_mentions",
            f"""
            SELECT paper_id, kind, name, surface, role, entity_id, rowid AS place FROM mentions
            WHERE (kind, name) IN (SELECT kind, name FROM affected_names) AND {IS_KEPT}
            """,
        )
        executor.write("others", "SELECT * FROM provisional WHERE block NOT IN (SELECT key FROM met)")
        stages.resolve_names(
            executor,
            "SELECT * FROM named_mentions",
            pins=options.pins,
            others="SELECT wanted, digest FROM others",
        )
        # Blocks are affected too if what wants an id that is wanted here, or was, gets another.
        rivals = executor.column(
            """
            SELECT DISTINCT block FROM others o
            LEFT JOIN named_ids i ON i.wanted = o.wanted AND i.digest = o.digest
            WHERE o.entity_id <> coalesce(i.entity_id, o.wanted)
            """
        )
        if not rivals:
            break
        blocks |= set(rivals)
    _replace_affected(executor)
    _link_affected(executor, options, papers)


def _replace_affected(executor: DuckDBExecutor) -> None:
    """Replace what the blocks `met` held with what was resolved; rows that stay the same are left alone."""
    run = executor.connection.execute
    executor.write("gone", "SELECT entity_id FROM provisional WHERE block IN (SELECT key FROM met)")
    executor.write("named_keyed", "SELECT DISTINCT token, kind, name, part FROM named_keys")
    forms = "(kind, name) IN (SELECT kind, name FROM affected_names)"
    _replace_changed(executor, "blocks", "kind, name", forms, "named_blocks")
    _replace_changed(executor, "block_keys", "kind, name", forms, "named_keyed")
    gone = "IN (SELECT entity_id FROM gone)"
    _replace_changed(executor, "entities", "id", f"id {gone}", "named_entities")
    for table in ("merges", "provisional"):
        _replace_changed(executor, table, "entity_id", f"entity_id {gone}", f"named_{table}")
    _rename(executor)
    written = """(
        SELECT entity_id, f.name AS name, surface FROM named_names n
        JOIN named_forms f ON f.kind = n.kind AND f.name = n.name
        WHERE n.paper_id IS NULL AND surface IS NOT NULL
        UNION ALL
        SELECT n.entity_id, m.name, surface FROM named_names n
        JOIN named_mentions m ON m.paper_id = n.paper_id AND m.kind = n.kind AND m.name = n.name
    ) m"""
    executor.write("named_index", stages.index_names(executor, "named_entities", written))
    _replace_changed(executor, "name_index", "entity_id", f"entity_id {gone}", "named_index")
    run("DELETE FROM title_index WHERE paper_id IN (SELECT key FROM affected)")
    retitled = "(SELECT * FROM papers WHERE id IN (SELECT key FROM affected)) p"
    executor.append("title_index", stages.index_titles(executor, retitled))


def _replace_changed(executor: DuckDBExecutor, table: str, key: str, where: str, new: str) -> None:
    """Replace those rows of a table, of which `where` tells some, that are others in the relation `new`.

    Rows with one `key` are replaced together. All rows of `new` replace some, or are for new keys.
    """
    columns = ", ".join(f'"{column}"' for column in COLUMNS[table])
    old, new = (f"SELECT {columns} FROM {rows}" for rows in (f"{table} WHERE {where}", new))
    # A row that both have sums up to 0. So each is read once, where EXCEPT both ways would read it twice.
    both = f"SELECT *, 1 AS side FROM ({new}) UNION ALL SELECT *, -1 AS side FROM ({old})"
    executor.write(
        "differing",
        f"SELECT DISTINCT {key} FROM (SELECT {columns} FROM ({both}) GROUP BY ALL HAVING sum(side) <> 0)",
    )
    if executor.count("differing"):
        differing = f"({key}) IN (SELECT {'(' + key + ')' if ',' in key else key} FROM differing)"
        executor.connection.execute(f"DELETE FROM {table} WHERE {differing}")
        order = ", ".join(f'"{column}"' for column in SORTED_BY[table])
        executor.connection.execute(
            f"INSERT INTO {table} SELECT * FROM ({new}) WHERE {differing} ORDER BY {order}"
        )


def _rename(executor: DuckDBExecutor) -> None:
    """Write what mentions mean, and `incidence` of the papers of which some mention means something else.

    These and the `affected` papers are then in `touching`, what they named in `linked` and name in `naming`.
    """
    executor.write(
        "renamed",
        """
        SELECT m.place AS place, m.paper_id AS paper_id, n.entity_id AS entity_id
        FROM named_mentions m JOIN named_names n ON m.kind = n.kind AND m.name = n.name
        WHERE (n.paper_id IS NULL OR n.paper_id = m.paper_id) AND m.entity_id IS DISTINCT FROM n.entity_id
        """,
    )
    executor.write("touching", "SELECT key FROM affected UNION SELECT paper_id FROM renamed")
    executor.connection.execute(
        "UPDATE mentions SET entity_id = r.entity_id FROM renamed r WHERE mentions.rowid = r.place"
    )
    mentions = "(SELECT * FROM mentions WHERE paper_id IN (SELECT key FROM touching)) m"
    write_rarities(executor, mentions)
    executor.write("linked", "SELECT * FROM incidence WHERE paper_id IN (SELECT key FROM touching)")
    executor.write("naming", stages.incidence_sql(mentions))
    _replace_changed(executor, "incidence", "paper_id", "paper_id IN (SELECT key FROM touching)", "naming")


def _link_affected(executor: DuckDBExecutor, options: BuildOptions, papers: set[str]) -> None:
    """Link again what a change of `papers`, and of what papers name, can have changed."""
    columns = ", ".join(COLUMNS["incidence"])
    before, after = (f"SELECT {columns} FROM {rows}" for rows in ("linked", "naming"))
    changed = executor.column(
        f"""
        SELECT DISTINCT paper_id FROM (
            ({before} EXCEPT {after}) UNION ALL ({after} EXCEPT {before})
        )
        """
    )
    old = replace_vectors(executor, papers)
    if options.links == "related":
        relink(executor, options, papers | set(changed), papers, old)
    elif options.links == "shared":
        _link_sharing(executor, options, papers | set(changed))


def _link_sharing(executor: DuckDBExecutor, options: BuildOptions, changed: set[str]) -> None:
    """Link again the pairs that share, or shared, an entity whose papers changed, and links of `changed`."""
    executor.write(
        "relinked",
        """
        SELECT DISTINCT entity_id FROM (
            (SELECT entity_id, paper_id FROM linked EXCEPT SELECT entity_id, paper_id FROM naming)
            UNION ALL
            (SELECT entity_id, paper_id FROM naming EXCEPT SELECT entity_id, paper_id FROM linked)
        )
        """
        # Under another title, a paper may no longer be one that pins part from others.
        + (" UNION SELECT entity_id FROM naming" if options.pins.unrelated else ""),
    )
    executor.write(
        "incidence_before",
        """
        SELECT * FROM incidence WHERE entity_id IN (SELECT entity_id FROM relinked)
        AND paper_id NOT IN (SELECT key FROM touching)
        UNION ALL SELECT * FROM linked WHERE entity_id IN (SELECT entity_id FROM relinked)
        """,
    )
    write_rarity(executor, options.hub_limit)
    sharing = (sharing_sql("relinked", incidence) for incidence in ("incidence_before", "incidence"))
    executor.write("met_pairs", " UNION ".join(f"SELECT source, target FROM ({s}) s" for s in sharing))
    executor.write("changed", keys_table(changed))
    executor.write(
        "resharing",
        """
        SELECT source, target FROM met_pairs UNION SELECT source, target FROM links
        WHERE source IN (SELECT key FROM changed) OR target IN (SELECT key FROM changed)
        """,
    )
    run = executor.connection.execute
    run("DELETE FROM links WHERE (source, target) IN (SELECT source, target FROM resharing)")
    given = executor.sql(f"SELECT source, target FROM ({changed_link_sql('resharing')})")
    insert_links(executor, options, given)


def _blocks_met(executor: DuckDBExecutor, options: BuildOptions, names: set[Form]) -> set[int]:
    """Return the blocks of names, and the blocks that the keys of names in `affected` papers now meet."""
    blocks = _blocks_of(executor, names)
    written = "mentions WHERE paper_id IN (SELECT key FROM affected)"
    incoming = stages.KEYED.format(written)
    executor.write("incoming", executor.map(incoming, partial(stages.key_rows, options.pins), stages.KEYS))
    blocks |= set(
        executor.column(
            """
            SELECT DISTINCT b.block FROM incoming c JOIN block_keys k ON k.token = c.token
            JOIN blocks b ON b.kind = k.kind AND b.name = k.name
            WHERE (c.part = 'meets' AND k.part IN ('meets', 'offers'))
            OR (c.part = 'offers' AND k.part = 'meets')
            """
        )
    )
    near = """
        SELECT DISTINCT c.kind, c.name, k.kind AS other_kind, k.name AS other
        FROM incoming c JOIN block_keys k ON k.token = c.token WHERE c.part = 'near' AND k.part = 'near'
    """
    candidates: dict[Form, set[Form]] = {}
    for row in executor.sql(near).to_pylist():
        found = candidates.setdefault((row["kind"], row["name"]), set())
        found.add((row["other_kind"], row["other"]))
    alike = {
        form
        for name, others in candidates.items()
        for form in stages.blocking_with(options.pins).really_near(name, others)
    }
    return blocks | _blocks_of(executor, alike)


def _blocks_of(executor: DuckDBExecutor, names: Iterable[Form]) -> set[int]:
    executor.write("asked", _forms_table(names))
    return set(executor.column("SELECT DISTINCT block FROM blocks JOIN asked USING (kind, name)"))


def _forms_table(names: Iterable[Form]) -> pa.Table:
    rows = [{"kind": kind, "name": name} for kind, name in sorted(names)]
    return pa.Table.from_pylist(rows, schema=pa.schema({"kind": pa.string(), "name": pa.string()}))


@dataclass(slots=True)
class PaperChanges:
    """Ids of papers by what a change did to them.

    `reworded` are those of the new and changed ones whose title or abstract has changed.
    """

    new: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    reworded: set[str] = field(default_factory=set)

    @property
    def affected(self) -> set[str]:
        """Papers whose rows have changed."""
        return self.new | self.changed | self.removed


def add_entries(connection: duckdb.DuckDBPyConnection, entries: Iterable[Paper]) -> PaperChanges:
    """Add entries to a store and return what that changes.

    An entry whose paper is known with another title or abstract replaces what was known under that id, unless
    it has no abstract; one with the same text adds its source, date and addresses.
    """
    incoming = list(dict.fromkeys(entries))
    known = _connected(connection, incoming)
    ordered = groupby(sorted(incoming, key=attrgetter("id")), key=attrgetter("id"))
    by_id = {name: list(group) for name, group in ordered}
    kept = [entry for entry in known if not _is_replaced(entry, by_id)]
    changes = _replace_entries(connection, known, list(dict.fromkeys([*kept, *incoming])))
    changes.unchanged = {paper.id for paper in merge_papers(incoming)} - changes.new - changes.changed
    return changes


def drop_papers(connection: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> PaperChanges:
    """Remove all entries of the papers with these ids, which the store must hold."""
    gone = set(ids)
    known = _connected(connection, [], gone)
    kept = [e for paper, group in group_entries(known).items() if paper not in gone for e in group]
    return _replace_entries(connection, known, kept)


def _replace_entries(
    connection: duckdb.DuckDBPyConnection, known: list[Paper], after: list[Paper]
) -> PaperChanges:
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
    entries = map(entry_row, sorted(after, key=attrgetter(*SORTED_BY["entries"])))
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
        # First which rows, so that no texts are unpacked but theirs.
        places = f"SELECT rowid FROM entries WHERE id IN {_GIVEN} OR hashed IN {_GIVEN} OR doi IN {_GIVEN}"
        question = f"SELECT * FROM entries WHERE rowid IN ({places})"
        answer = connection.sql(question, params=[list(keys)])
        found = list(map(paper_of, rows_of(answer.to_arrow_table().to_batches())))
        if keys >= (more := {key for entry in found for key in merge_keys(entry)}):
            return found
        keys |= more


def _is_replaced(entry: Paper, incoming: dict[str, list[Paper]]) -> bool:
    """Return whether an incoming entry replaces a stored one."""
    for other in incoming.get(entry.id, ()):
        # A bare number may be the row of another table: then another title is another paper.
        same = not entry.id.isdecimal() or title_key(other.title) == title_key(entry.title)
        if same and other.abstract and other.text != entry.text:
            return True
    return False


def _delete(connection: duckdb.DuckDBPyConnection, table: str, column: str, values: Iterable[str]) -> None:
    connection.execute(f"DELETE FROM {table} WHERE {column} IN {_GIVEN}", [list(values)])
