"""The relations that a graph is read from, and the records in them: of a whole store or of a part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from extractors.records import GENERIC, Mention, Paper
from graph.model.records import Entity, Join, Link
from graph.store.errors import errors_named

if TYPE_CHECKING:
    import duckdb

__all__ = ["IS_GENERIC", "StoredTables", "batches"]

IS_GENERIC: Final = f"list_contains(string_split(rule, '+'), '{GENERIC}')"
"""SQL for `extractors.records.is_generic` of a row of `mentions`."""

_PAPER: Final = "id, title, abstract, date, url, sources, categories, declared"
_MENTION: Final = 'paper_id, kind, name, surface, start, "end", role, rule, confidence, entity_id'
# Two ids can change their order as node ids only where one is written otherwise there.
_REWRITTEN: Final = "[^A-Za-z0-9.-]"


@dataclass(frozen=True, slots=True)
class StoredTables:
    """An open connection and the names of tables or views in it, those of a store by default.

    Every method asks anew, and gives rows in no fixed order. The connection may not be used by two threads
    at once. All methods raise StoreError, which calls the tables `source`, for what cannot be read.
    """

    connection: duckdb.DuckDBPyConnection
    papers: str = "papers"
    mentions: str = "mentions"
    entities: str = "entities"
    joins: str = "joins"
    links: str = "links"
    nodes: str = "nodes"
    meta: str = "meta"
    source: str = "the store"

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the answer to SQL in which `{papers}`, `{links}`, ... stand for the relations."""
        names = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "connection"}
        with errors_named(self.source, "read"):
            return self.connection.execute(question.format_map(names), values).fetchall()

    def is_generic(self) -> bool:
        """Return whether the graph keeps generic terms, and so marks them."""
        found = self.rows("SELECT value FROM {meta} WHERE key = 'options'")
        return bool(found and json.loads(found[0][0]).get("generic", False))

    def paper_ids(self) -> list[str]:
        """Return the ids of all papers."""
        return [row[0] for row in self.rows("SELECT id FROM {papers}")]

    def linked(self) -> dict[str, int]:
        """Return how many papers each paper is linked with, those with none left out."""
        ends = "SELECT source AS id FROM {links} UNION ALL SELECT target FROM {links}"
        return dict(self.rows(f"SELECT id, count(*) FROM ({ends}) GROUP BY id"))

    def named_by(self) -> dict[str, tuple[int, bool]]:
        """Return by how many papers each entity is named, and whether always as a generic term."""
        found = self.rows(
            f"""
            SELECT entity_id, count(*), bool_and(generic) FROM (
                SELECT entity_id, paper_id, bool_and({IS_GENERIC}) AS generic
                FROM {{mentions}} WHERE entity_id IS NOT NULL GROUP BY entity_id, paper_id
            ) GROUP BY entity_id
            """
        )
        return {entity: (papers, generic) for entity, papers, generic in found}

    def read_papers(self, ids: Sequence[str]) -> dict[str, Paper]:
        """Return papers by id, those that there are."""
        found = self.rows(f"SELECT {_PAPER} FROM {{papers}} WHERE {_among('id')}", *_bounds(ids))
        return {row[0]: Paper(*row[:5], *(tuple(part or ()) for part in row[5:])) for row in found}

    def read_mentions(self, paper_ids: Sequence[str]) -> dict[tuple[str, str], list[Mention]]:
        """Return the mentions in papers by paper and entity, those of no entity left out."""
        found = self.rows(
            f"SELECT {_MENTION} FROM {{mentions}} WHERE {_among('paper_id')} AND entity_id IS NOT NULL",
            *_bounds(paper_ids),
        )
        edges: dict[tuple[str, str], list[Mention]] = {}
        for row in found:
            edges.setdefault((row[0], row[9]), []).append(Mention(*row[:9]))
        return edges

    def naming(self, paper_ids: Sequence[str]) -> list[tuple[str, str, bool]]:
        """Return (paper, entity, whether always as a generic term), once each, of the given papers."""
        found = self.rows(
            f"""
            SELECT paper_id, entity_id, bool_and({IS_GENERIC}) FROM {{mentions}}
            WHERE {_among("paper_id")} AND entity_id IS NOT NULL GROUP BY paper_id, entity_id
            """,
            *_bounds(paper_ids),
        )
        return [(paper, entity, generic) for paper, entity, generic in found]

    def read_links(self, paper_ids: Sequence[str]) -> list[Link]:
        """Return the links that may start, as edges do, at the node of a given paper, and no link twice.

        An edge leads from the smaller node id, which may stand for the greater paper id: such links are found
        by their targets, and some that do not start there with them.
        """
        columns = "source, target, weight, shared"
        found = self.rows(
            f"SELECT {columns} FROM {{links}} WHERE {_among('source')}", *_bounds(paper_ids)
        ) + self.rows(
            f"""
            SELECT {columns} FROM {{links}} WHERE {_among("target")}
            AND (regexp_matches(source, '{_REWRITTEN}') OR regexp_matches(target, '{_REWRITTEN}'))
            """,
            *_bounds(paper_ids),
        )
        distinct = {row[:2]: row for row in found}
        return [
            Link(source, target, weight, tuple(shared))
            for source, target, weight, shared in distinct.values()
        ]

    def read_entities(self, ids: Sequence[str]) -> dict[str, Entity]:
        """Return entities by id, with what united them."""
        joins: dict[str, list[Join]] = {}
        found = self.rows(
            "SELECT entity_id, left_form, right_form, rule, score, evidence FROM {joins} "
            f"WHERE {_among('entity_id')}",
            *_bounds(ids),
        )
        for entity, *join in found:
            joins.setdefault(entity, []).append(Join(*join))
        found = self.rows(
            f"SELECT id, kind, label, aliases, url FROM {{entities}} WHERE {_among('id')}", *_bounds(ids)
        )
        return {
            entity: Entity(entity, kind, label, tuple(aliases), tuple(joins.get(entity, ())), url)
            for entity, kind, label, aliases, url in found
        }

    def labels(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the labels of entities."""
        return dict(self.rows(f"SELECT id, label FROM {{entities}} WHERE {_among('id')}", *_bounds(ids)))

    def places(self, node_ids: Sequence[str]) -> Mapping[str, tuple[str, float, float]]:
        """Return community and place of nodes, those that have one."""
        found = self.rows(f"SELECT id, cluster, x, y FROM {{nodes}} WHERE {_among('id')}", *_bounds(node_ids))
        return {node: (cluster, x, y) for node, cluster, x, y in found}


def batches(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield the items in runs of `size`, the last shorter."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _among(column: str) -> str:
    # The bounds spare row groups of a sorted table; the list decides.
    return f"{column} BETWEEN ? AND ? AND {column} IN (SELECT unnest(?))"


def _bounds(ids: Iterable[str]) -> tuple[str, str, list[str]]:
    wanted = list(ids)
    return min(wanted, default=""), max(wanted, default=""), wanted
