"""The relations that a graph is read from, and the records in them: of a whole graph or of a part."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import Author, Link as DeclaredLink, Mention, Paper
from paperlattice.graph.model.options import LINK_THRESHOLD, MILLION, BuildOptions, BuildReport
from paperlattice.graph.model.reasons import TELLING, reason_of
from paperlattice.graph.model.records import Entity, Link, MentionRow, Merge, TopicFacts
from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.meta import options_in, read_meta, report_in
from paperlattice.graph.store.schema import (
    COLUMNS,
    MENTION_COLUMNS,
    PAPER_COLUMNS,
    SORTED_BY,
    create_indexes,
)

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    from numpy.typing import NDArray

PAPER: Final = ", ".join(PAPER_COLUMNS)
ENTITY: Final = ", ".join(COLUMNS["entities"])
LINK: Final = ", ".join(COLUMNS["links"])
MENTION: Final = ", ".join(f'"{column}"' for column in MENTION_COLUMNS)
_LISTS: Final = ("sources", "categories", "declared", "authors", "keywords", "links")
_BATCH: Final = 4096
_COPIED: Final = 20_000
_LEAST_HELD: Final = "64MB"
_MOST_IN_INDEX: Final = 500
# Two ids can have another order as node ids only if one is written differently there.
_REWRITTEN: Final = "[^A-Za-z0-9.-]"

# Text has one order in the engine and in Python: that of its code points.
_NUMBERS: Final = """
WITH paper AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM {papers}),
    entity AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM {entities})
"""

_number = count(1)


@dataclass(frozen=True, slots=True)
class GraphTables:
    """An open connection and the names of tables or views in it, those of a store by default.

    `source` is what errors call it. Each question has a cursor of its own, so several threads may ask at
    once; rows come in no fixed order. In a part, `labels` are the entities of the whole graph, since links
    may rest on some that are not nodes of the part.

    Every method raises StoreError where a table is missing or cannot be read.
    """

    connection: duckdb.DuckDBPyConnection
    source: str = "the graph"
    papers: str = "papers"
    mentions: str = "mentions"
    entities: str = "entities"
    labels: str = "entities"
    merges: str = "merges"
    links: str = "links"
    incidence: str = "incidence"
    name_index: str = "name_index"
    title_index: str = "title_index"
    vectors: str = "vectors"
    topics: str = "topics"
    memberships: str = "memberships"
    positions: str = "positions"
    arrivals: str = "arrivals"
    text_numbers: str = "text_numbers"
    text_index: str = "text_index"

    @property
    def is_part(self) -> bool:
        """Whether these are the tables of a part."""
        return self.papers != "papers"

    def sql(self, question: str) -> str:
        """Return SQL in which `{papers}`, `{links}`, ... stand for the relations."""
        names = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "connection"}
        return question.format_map(names)

    def rows(self, question: str, *values: Any) -> list[Any]:
        """Return the answer to SQL, see `sql`; `values` are those of `?`, or a mapping for `$name`."""
        return list(self.stream(question, *values))

    def stream(self, question: str, *values: Any) -> Iterator[Any]:
        """Yield the answer to SQL, a few thousand rows at a time."""
        given: Any = values[0] if values and isinstance(values[0], Mapping) else values
        with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
            cursor.execute(self.sql(question), given)
            while found := cursor.fetchmany(_BATCH):
                yield from found

    def arrow(self, question: str) -> pa.Table:
        """Return the answer to SQL as an Arrow table."""
        with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
            return cursor.sql(self.sql(question)).to_arrow_table()

    def arrays(self, question: str, *values: Any) -> dict[str, NDArray[Any]]:
        """Return the answer to SQL as a numpy array for each column; unlike `arrow`, it loads no Arrow."""
        with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
            return cursor.execute(self.sql(question), values).fetchnumpy()

    def columns(self, question: str, *values: Any) -> list[list[Any]]:
        """Return the answer to SQL as a list for each column."""
        return [column.tolist() for column in self.arrays(question, *values).values()]

    def let_go(self) -> None:
        """Let the engine forget what it has read of a file, which it holds as long as there is room."""
        import duckdb

        with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
            settings = "current_setting('temp_directory'), current_setting('memory_limit')"
            ((folder, limit),) = cursor.execute(f"SELECT {settings}").fetchall()
            size, unit = limit.split()  # "953.6 MiB", cut after the first digit
            try:
                # Nothing is written instead: what is in memory alone stays there, and that is the error.
                cursor.execute("SET temp_directory = ''")
                cursor.execute(f"SET memory_limit = '{_LEAST_HELD}'")
            except duckdb.Error:
                pass
            finally:
                cursor.execute(f"SET memory_limit = '{float(size) + 0.05:.2f} {unit}'")
                cursor.execute("SET temp_directory = ?", [folder])

    def with_relation(self, **relations: str | pa.Table) -> GraphTables:
        """Return tables in which views of queries, or tables, stand for some of the relations.

        They are temporary: of this connection and of no file.
        """
        name = f"scratch.r{next(_number)}"
        made: dict[str, str] = {}
        with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
            cursor.execute("ATTACH IF NOT EXISTS ':memory:' AS scratch")
            for relation, rows in relations.items():
                made[relation] = f"{name}_{relation}"
                if isinstance(rows, str):
                    cursor.execute(f"CREATE VIEW {made[relation]} AS {self.sql(rows)}")
                else:
                    cursor.register("arrow_rows", rows)
                    cursor.execute(f"CREATE TABLE {made[relation]} AS SELECT * FROM arrow_rows")
                    cursor.unregister("arrow_rows")
        replaced: dict[str, Any] = dict(made)
        return replace(self, **replaced)

    def options(self) -> BuildOptions:
        """Return what the graph was built with."""
        with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
            return options_in(read_meta(cursor))

    def report(self) -> BuildReport:
        """Return the report of the build, or the counts of a part."""
        if not self.is_part:
            with errors_named(Path(self.source), "read"), self.connection.cursor() as cursor:
                return report_in(read_meta(cursor))
        named = "SELECT kind, count(*) FROM {entities} GROUP BY kind"
        kinds = dict(self.rows(named))
        counts = """
            SELECT (SELECT count(*) FROM {papers}), (SELECT count(DISTINCT paper_id) FROM {incidence}),
                   (SELECT count(*) FROM {links})
        """
        papers, with_entities, links = self.rows(counts)[0]
        entities: dict[str, int] = {kind: kinds.get(kind, 0) for kind in self.options().kinds}
        return BuildReport(papers, papers, 0, papers - with_entities, entities, links)

    def changed(self) -> str:
        """Return when the run began that last changed the graph, "" if that is not known."""
        with errors_named(Path(self.source), "read"):
            return read_meta(self.connection).get("changed", "")

    def has_text_index(self) -> bool:
        """Return whether the texts are indexed: those of earlier versions and of folders are not."""
        return bool(self.rows("SELECT 1 FROM {text_numbers} LIMIT 1"))

    def has_map(self) -> bool:
        """Return whether all nodes have topics and positions, or there is nothing to place."""
        if not self.rows("SELECT 1 FROM {papers} LIMIT 1"):
            return True
        return bool(self.rows("SELECT 1 FROM {memberships} LIMIT 1"))

    def paper_ids(self) -> list[str]:
        """Return the ids of all papers."""
        return [row[0] for row in self.stream("SELECT id FROM {papers}")]

    def linked(self) -> dict[str, int]:
        """Return how many papers each paper is linked with, those with none left out."""
        ends = "SELECT source AS id FROM {links} UNION ALL SELECT target FROM {links}"
        return dict(self.rows(f"SELECT id, count(*) FROM ({ends}) GROUP BY id"))

    def named_by(self) -> dict[str, int]:
        """Return by how many papers each entity is named."""
        return dict(self.stream("SELECT entity_id, count(*) FROM {incidence} GROUP BY entity_id"))

    def read_papers(self, ids: Collection[str]) -> dict[str, Paper]:
        """Return papers by id, those that there are."""
        found = self.stream(f"SELECT {PAPER} FROM {{papers}} WHERE {among('id')}", *bounds(ids))
        return {row[0]: paper_from(row) for row in found}

    def titles_of(self, paper_ids: Collection[str]) -> dict[str, str]:
        """Return the titles of papers by id."""
        return dict(self.rows(f"SELECT id, title FROM {{papers}} WHERE {among('id')}", *bounds(paper_ids)))

    def read_mentions(self, paper_ids: Collection[str]) -> dict[tuple[str, str], list[Mention]]:
        """Return the mentions in papers by paper and entity, those of no entity left out."""
        found = self.stream(
            f"SELECT entity_id, {MENTION} FROM {{mentions}} WHERE {among('paper_id')} "
            "AND entity_id IS NOT NULL",
            *bounds(paper_ids),
        )
        edges: dict[tuple[str, str], list[Mention]] = {}
        for entity_id, *row in found:
            edges.setdefault((row[0], entity_id), []).append(Mention(*row))
        return edges

    def read_mention_rows(self, paper_ids: Collection[str]) -> dict[str, dict[str, list[MentionRow]]]:
        """Return the same by paper, then by entity, as rows."""
        found = self.stream(
            f"SELECT {MENTION}, entity_id FROM {{mentions}} WHERE {among('paper_id')} "
            "AND entity_id IS NOT NULL",
            *bounds(paper_ids),
        )
        named: dict[str, dict[str, list[MentionRow]]] = {}
        for row in map(MentionRow._make, found):
            named.setdefault(row.paper_id, {}).setdefault(row.entity_id, []).append(row)
        return named

    def incidence_of(self, paper_ids: Collection[str]) -> list[tuple[str, str]]:
        """Return (paper, entity), once each, of the given papers."""
        return self.rows(
            f"SELECT paper_id, entity_id FROM {{incidence}} WHERE {among('paper_id')}", *bounds(paper_ids)
        )

    def numbered_incidence(self, columns: str = "") -> dict[str, NDArray[Any]]:
        """Return which papers name which entities, arrays `paper` and `entity`, sorted, and further columns.

        Both are numbers, in the order of ids: those of whole columns would take ten times the memory.
        """
        more = columns and f", {columns}"
        found = self.arrays(
            f"""
            {_NUMBERS} SELECT paper.number AS paper, entity.number AS entity{more}
            FROM {{incidence}} i JOIN paper ON paper.id = i.paper_id JOIN entity ON entity.id = i.entity_id
            """
        )
        order = _order(found["paper"], found["entity"])
        return {name: column[order] for name, column in found.items()}

    def numbered_links(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Return the numbers of both papers of each link, in the order of ids, and weights in millionths."""
        import numpy as np

        found = self.arrays(
            f"""
            {_NUMBERS} SELECT a.number AS source, b.number AS target, weight
            FROM {{links}} l JOIN paper a ON a.id = l.source JOIN paper b ON b.id = l.target
            """
        )
        source, target, weight = found.values()
        order = _order(source, target)
        return source[order], target[order], np.rint(weight[order] * MILLION).astype(np.int64)

    def given_names(self, paper_ids: Collection[str]) -> list[tuple[str, list[str]]]:
        """Return (paper, given names of its authors) of papers of which some author has one."""
        given = "[author.given for author in authors]"
        return self.rows(
            f"""
            SELECT id, {given} FROM {{papers}}
            WHERE {among("id")} AND array_to_string({given}, '') <> ''
            """,
            *bounds(paper_ids),
        )

    def telling(self, paper_ids: Collection[str], most: int) -> list[tuple[str, str]]:
        """Return (paper, label) of the `most` entities that each paper is most about, the first one first."""
        return self.rows(
            f"""
            SELECT paper_id, label FROM (
                SELECT paper_id, e.label, row_number() OVER (
                    PARTITION BY paper_id ORDER BY salience DESC, entity_id
                ) AS place
                FROM {{incidence}} JOIN {{entities}} e ON e.id = entity_id WHERE {among("paper_id")}
            ) WHERE place <= ? ORDER BY paper_id, place
            """,
            *bounds(paper_ids),
            most,
        )

    def read_links(self, paper_ids: Collection[str], *, ordered: bool = False) -> list[Link]:
        """Return the links that may start, as edges do, at the node of a given paper, and no link twice.

        An edge leads from the smaller node id, which may belong to the greater paper id: such links are found
        by their targets, together with some that do not start there. Where nodes are `ordered` as papers are,
        there are none, and nothing is searched for them.
        """
        select = f"SELECT {LINK} FROM {{links}} WHERE"
        found = self.rows(f"{select} {among('source')}", *bounds(paper_ids))
        found += (
            []
            if ordered
            else self.rows(
                f"""
            {select} {among("target")}
            AND (regexp_matches(source, '{_REWRITTEN}') OR regexp_matches(target, '{_REWRITTEN}'))
            """,
                *bounds(paper_ids),
            )
        )
        distinct = {row[:2]: row for row in found}
        return [link_from(row) for row in distinct.values()]

    def read_entities(self, ids: Collection[str], *, merges: bool = True) -> dict[str, Entity]:
        """Return entities by id, with their merges unless these are not asked for."""
        merged = self._read_merges(ids) if merges else {}
        where, values = few_of("id", ids)
        rows = self.stream(f"SELECT {ENTITY} FROM {{entities}} WHERE {where}", *values)
        return {row[0]: entity_from(row, merged.get(row[0], ())) for row in rows}

    def _read_merges(self, ids: Collection[str]) -> dict[str, list[Merge]]:
        merges: dict[str, list[Merge]] = {}
        found = self.stream(
            "SELECT entity_id, left_form, right_form, rule, score, evidence FROM {merges} "
            f"WHERE {among('entity_id')} ORDER BY left_form, right_form, rule, evidence, score",
            *bounds(ids),
        )
        for entity, *merge in found:
            merges.setdefault(entity, []).append(Merge(*merge))
        return merges

    def labels_of(self, ids: Collection[str]) -> dict[str, str]:
        """Return the labels of entities."""
        where, values = few_of("id", ids)
        return dict(self.rows(f"SELECT id, label FROM {{labels}} WHERE {where}", *values))

    def urls_of(self, ids: Collection[str]) -> dict[str, str]:
        """Return the addresses of entities, "" for those without one."""
        return dict(self.rows(f"SELECT id, url FROM {{entities}} WHERE {among('id')}", *bounds(ids)))

    def positions_of(self, node_ids: Sequence[str]) -> Mapping[str, tuple[float, float]]:
        """Return the positions of nodes, of those that have one."""
        found = self.stream(f"SELECT id, x, y FROM {{positions}} WHERE {among('id')}", *bounds(node_ids))
        return {node: (x, y) for node, x, y in found}

    def topics_of(self, node_ids: Sequence[str]) -> Mapping[str, dict[str, str]]:
        """Return topic, subtopic and their ids, as attributes, of the nodes that have some."""
        found = self.stream(
            f"""
            SELECT m.id, topic_id, t.name, subtopic_id, s.name FROM {{memberships}} m
            LEFT JOIN {{topics}} t ON t.id = topic_id LEFT JOIN {{topics}} s ON s.id = subtopic_id
            WHERE {among("m.id")}
            """,
            *bounds(node_ids),
        )
        names = ("topic_id", "topic", "subtopic_id", "subtopic")
        return {node: dict(zip(names, (v or "" for v in values), strict=True)) for node, *values in found}

    def all_topics(self) -> list[TopicFacts]:
        """Return the rows of the table `topics`, the largest first; subtopics follow all topics."""
        columns = ", ".join(TopicFacts._fields)
        found = self.rows(f"SELECT {columns} FROM {{topics}} ORDER BY parent <> '', papers DESC, id")
        return [
            TopicFacts(id, parent, name, papers, tuple(particular), tuple(central))
            for id, parent, name, papers, particular, central in found
        ]

    def reasons_of(
        self,
        links: Sequence[Link],
        labels: Mapping[str, str] | None = None,
        *,
        relations: Mapping[tuple[str, str], str] | None = None,
        titles: Mapping[str, str] | None = None,
    ) -> list[str]:
        """Return for each link one sentence that says why there is one.

        `labels` are those of entities, `relations` those of entities and papers, `titles` those of papers;
        what is not given is read.
        """
        papers = {paper for link in links for paper in (link.source, link.target)}
        wanted = {entity for link in links for entity in link.shared}
        labels = self.labels_of(list(wanted)) if labels is None else labels
        relation = self._telling_relations(papers, wanted) if relations is None else relations
        titles = self.titles_of(papers) if titles is None else titles
        return [
            reason_of(
                (titles.get(link.source, ""), titles.get(link.target, "")),
                [
                    (
                        labels.get(entity, entity),
                        entity.partition(":")[0],
                        relation.get((entity, link.source), ""),
                        relation.get((entity, link.target), ""),
                    )
                    for entity in link.shared
                ],
                link.terms,
                is_close=link.weight >= LINK_THRESHOLD,
            )
            for link in links
        ]

    def _telling_relations(
        self, papers: Collection[str], entities: Collection[str]
    ) -> dict[tuple[str, str], str]:
        """Return the relations that reasons depend on, by entity and paper."""
        named = self.rows(
            f"SELECT entity_id, paper_id, relation FROM {{incidence}} WHERE {among('paper_id')} "
            f"AND {among('entity_id')} AND relation IN (SELECT unnest(?::VARCHAR[]))",
            *bounds(papers),
            *bounds(entities),
            sorted(TELLING),
        )
        return {(entity, paper): found for entity, paper, found in named}


_OF_WHOLES: Final = (
    "meta",
    "entries",
    "blocks",
    "block_keys",
    "provisional",
    "pairs",
    "reaches",
    "text_numbers",
    "text_index",
)


def copy_tables(tables: GraphTables, connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the empty tables of a connection from those of a graph.

    Of a part, and of a folder, the papers are the entries, and there are no blocks: the next change resolves
    all names, and indexes all texts.
    """
    import pyarrow as pa

    from paperlattice.graph.store.codec import entry_row, insert, meta_table, table_of
    from paperlattice.graph.store.schema import TABLES

    for name in COLUMNS:
        if tables.is_part and name in _OF_WHOLES:
            continue
        columns = ", ".join(f'"{column}"' for column in COLUMNS[name])
        order = ", ".join(f'"{column}"' for column in SORTED_BY[name])
        question = tables.sql(f"SELECT {columns} FROM {getattr(tables, name, name)} ORDER BY {order}")
        with errors_named(Path(tables.source), "read"), tables.connection.cursor() as cursor:
            for batch in cursor.sql(question).to_arrow_reader(_COPIED):
                insert(connection, name, pa.Table.from_batches([batch]))
    if tables.is_part:
        meta = meta_table(tables.options(), tables.report(), changed=tables.changed())
        insert(connection, "meta", meta)
    if not connection.execute("SELECT 1 FROM entries LIMIT 1").fetchall():
        papers = map(paper_from, tables.stream(f"SELECT {PAPER} FROM {{papers}} ORDER BY id"))
        while some := list(islice(papers, _COPIED)):
            insert(connection, "entries", table_of(map(entry_row, some), TABLES["entries"]))
    connection.execute(create_indexes())


def _order(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
    """Return the order of pairs of numbers, no pair of which is there twice."""
    # The engine would sort in twice the time.
    order: NDArray[Any] = (one * (other.max(initial=0) + 1) + other).argsort()
    return order


def batches(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield the items in runs of `size`, the last shorter."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def among(column: str) -> str:
    """Return the condition that a column holds one of the values that `bounds` gives."""
    # The bounds spare row groups of a sorted table; the list decides.
    return f"{column} BETWEEN ? AND ? AND {column} IN (SELECT unnest(?::VARCHAR[]))"


def few_of(column: str, values: Collection[str]) -> tuple[str, list[Any]]:
    """Return the condition that a column holds one of some values, and its values.

    Few are written one by one: only so an index of the column is used.
    """
    if 0 < len(values) <= _MOST_IN_INDEX:
        return f"{column} IN ({', '.join('?' * len(values))})", list(values)
    return among(column), list(bounds(values))


def bounds(ids: Collection[str]) -> tuple[str, str, list[str]]:
    """Return the values for `among`."""
    return min(ids, default=""), max(ids, default=""), list(ids)


def paper_from(row: Sequence[Any]) -> Paper:
    """Return the paper of a row of `PAPER`."""
    values = dict(zip(PAPER_COLUMNS, row, strict=True))
    values["authors"] = [Author(**author) for author in values["authors"] or ()]
    values["links"] = [DeclaredLink(**link) for link in values["links"] or ()]
    for name in _LISTS:
        values[name] = tuple(values[name] or ())
    return Paper(**values)


def entity_from(row: Sequence[Any], merges: Sequence[Merge] = ()) -> Entity:
    """Return the entity of a row of `ENTITY`."""
    entity_id, kind, label, aliases, url, broader = row
    return Entity(entity_id, kind, label, tuple(aliases), tuple(merges), url, tuple(broader or ()))


def link_from(row: Sequence[Any]) -> Link:
    """Return the link of a row of `LINK`."""
    source, target, weight, shared, terms = row
    return Link(source, target, weight, tuple(shared or ()), tuple(terms or ()))
