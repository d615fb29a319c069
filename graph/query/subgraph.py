"""A part of a graph, a subgraph: around some nodes, of papers that name some entities, or from some time.

A part is a graph of its own: counts of papers and links, sizes, communities and positions come from its own
papers only. Names mean what they mean in the whole graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from paperlattice.extractors.records import BACKGROUND
from paperlattice.graph.store.tables import GraphTables, among, bounds

PART_BUDGET: Final = 10_000
"""The most nodes that a neighbourhood grows to: what a page shows."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The papers of a part by id, and its entities, all that these papers name for None.

    `note` tells users what was left out of a neighbourhood that grew too large, else it is empty.
    """

    papers: frozenset[str]
    entities: frozenset[str] | None = None
    note: str = ""


def select_part(
    tables: GraphTables,
    *,
    around_papers: Iterable[str] = (),
    around_entities: Iterable[str] = (),
    depth: int = 2,
    fitting: frozenset[str] | None = None,
    budget: int | None = PART_BUDGET,
) -> Selection:
    """Return the papers of a part, and of a neighbourhood the entities too.

    `fitting` are the ids of the papers that may be in it, None for all.

    Around papers and entities (ids, as a lookup of names gives them) are the nodes that `depth` steps from
    a paper to what it names, or back, reach: one step from an entity leads to its papers, two to what else
    they name. Steps go over papers that fit only; the papers to start from belong to the part in any case.
    Steps reach what papers mention in the background, but do not lead from there to the others that only
    mention it, unless it is a start: half a field mentions large language models. If all this is more than
    `budget` nodes, each step may add an equal share of what is left: the nodes with most ties to those
    before, then the most mentioned, then by id. None is no limit.
    """
    papers, entities = frozenset(around_papers), frozenset(around_entities)
    if not papers and not entities:
        return Selection(frozenset(tables.paper_ids()) if fitting is None else fitting)
    walk = _Walk(tables, papers, entities, fitting)
    for _ in range(depth):
        walk.grow(None)
        if budget is not None and walk.size() > budget:
            return _cut_walk(_Walk(tables, papers, entities, fitting), depth, budget)
    return Selection(frozenset(walk.papers), frozenset(walk.entities))


def part_tables(tables: GraphTables, selection: Selection) -> GraphTables:
    """Return a part as tables to be exported, laid out and queried like those of a whole graph.

    Made of temporary views; nothing is copied but ids. No node has a position yet: see
    `graph.layout.mapping.with_map`.
    """
    from paperlattice.graph.store.codec import keys_table

    chosen = tables.with_relation(papers=keys_table(selection.papers))
    papers = f"(SELECT key FROM {chosen.papers})"
    among = ""
    if selection.entities is not None:
        chosen = chosen.with_relation(entities=keys_table(selection.entities))
        among = f"AND entity_id IN (SELECT key FROM {chosen.entities})"
    inside = f"SELECT * FROM {{incidence}} WHERE paper_id IN {papers} {among}"
    named = f"(SELECT entity_id FROM ({inside}) i)"
    unknown = "OR entity_id IS NULL" if among else ""
    return tables.with_relation(
        papers=f"SELECT * FROM {{papers}} WHERE id IN {papers}",
        mentions=f"SELECT * FROM {{mentions}} WHERE paper_id IN {papers} AND (true {among} {unknown})",
        links=f"SELECT * FROM {{links}} WHERE source IN {papers} AND target IN {papers}",
        incidence=inside,
        entities=f"SELECT * FROM {{entities}} WHERE id IN {named}",
        merges=f"SELECT * FROM {{merges}} WHERE entity_id IN {named}",
        name_index=f"SELECT * FROM {{name_index}} WHERE entity_id IN {named}",
        title_index=f"SELECT * FROM {{title_index}} WHERE paper_id IN {papers}",
        vectors=f"SELECT * FROM {{vectors}} WHERE paper_id IN {papers}",
        arrivals=f"SELECT * FROM {{arrivals}} WHERE paper_id IN {papers}",
        text_numbers=f"SELECT * FROM {{text_numbers}} WHERE paper_id IN {papers}",
        topics="SELECT * FROM {topics} WHERE false",
        memberships="SELECT * FROM {memberships} WHERE false",
        positions="SELECT * FROM {positions} WHERE false",
    )


def _cut_walk(walk: _Walk, depth: int, budget: int) -> Selection:
    """Return a neighbourhood that is too large whole, and what of it was left out."""
    notes = []
    for step in range(1, depth + 1):
        room = max(0, budget - walk.size()) // (depth - step + 1)
        if (found := walk.grow(room)) > room:
            notes.append(f"Step {step} leads to {found:,} nodes: the {room:,} with the most ties are shown.")
    notes.append(f"A neighbourhood holds at most {budget:,} nodes.")
    return Selection(frozenset(walk.papers), frozenset(walk.entities), " ".join(notes))


@dataclass(slots=True)
class _Walk:
    """Nodes reached so far."""

    tables: GraphTables
    start_papers: frozenset[str]
    start_entities: frozenset[str]
    fitting: frozenset[str] | None
    papers: set[str] = field(init=False)
    entities: set[str] = field(init=False)
    left_out: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.papers, self.entities = set(self.start_papers), set(self.start_entities)

    def size(self) -> int:
        """Return how many nodes are reached."""
        return len(self.papers) + len(self.entities)

    def grow(self, room: int | None) -> int:
        """Make a step by `room` nodes at most, and return how many it leads to."""
        papers, entities = self._next_papers(), self._next_entities()
        found = len(papers) + len(entities)
        if room is not None and found > room:
            quota = min(len(papers), max(round(room * len(papers) / found), room - len(entities)))
            # what a step leaves out is not for the next to bring back
            self.left_out.update(papers[quota:], entities[room - quota :])
            papers, entities = papers[:quota], entities[: room - quota]
        self.papers.update(papers)
        self.entities.update(entities)
        return found

    def _next_papers(self) -> list[str]:
        """Return the papers that name the entities reached, those that name most of them first."""
        found = self.tables.rows(
            """
            SELECT paper_id, count(*) FROM {incidence} WHERE entity_id IN (SELECT unnest(?))
            AND (NOT list_contains(?, relation) OR list_contains(?, entity_id)) GROUP BY paper_id
            """,
            sorted(self.entities),
            sorted(BACKGROUND),
            sorted(self.start_entities),
        )
        known = self.papers | self.left_out
        new = {
            paper: ties
            for paper, ties in found
            if paper not in known and (self.fitting is None or paper in self.fitting)
        }
        return _ranked(new, self._links(new))

    def _next_entities(self) -> list[str]:
        """Return the entities that the papers reached name, those that most of them name first."""
        found = self.tables.rows(
            """
            SELECT entity_id, count(DISTINCT paper_id) FROM {mentions}
            WHERE paper_id IN (SELECT unnest(?)) AND entity_id IS NOT NULL GROUP BY entity_id
            """,
            sorted(self.papers),
        )
        known = self.entities | self.left_out
        new = {entity: ties for entity, ties in found if entity not in known}
        papers = (
            f"SELECT entity_id, count(*) FROM {{incidence}} WHERE {among('entity_id')} GROUP BY entity_id"
        )
        return _ranked(new, dict(self.tables.rows(papers, *bounds(new))))

    def _links(self, papers: Collection[str]) -> dict[str, int]:
        ends = " UNION ALL ".join(
            f"SELECT {end} AS id FROM {{links}} WHERE {among(end)}" for end in ("source", "target")
        )
        question = f"SELECT id, count(*) FROM ({ends}) GROUP BY id"
        return dict(self.tables.rows(question, *bounds(papers), *bounds(papers)))


def _ranked(ties: Mapping[str, int], degrees: Mapping[str, int]) -> list[str]:
    return sorted(ties, key=lambda node: (-ties[node], -degrees.get(node, 0), node))
