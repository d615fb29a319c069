"""A part of the graph of a store: round some nodes, of papers that name something, of some time.

A part is a graph of its own: counts of papers and links, sizes, communities and places are those that the
papers of the part give alone. What names mean is as in the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

import pyarrow as pa

from extractors.records import Mention, Paper
from graph.errors import DateError
from graph.model.records import Link, Resolution
from graph.store.tables import IS_GENERIC, StoredTables, batches

__all__ = ["PART_BUDGET", "Selection", "part_tables", "read_part", "select_part"]

PART_BUDGET: Final = 10_000
"""The most nodes that a neighbourhood grows to: what a page shows."""

_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_BATCH: Final = 5_000
_number = count(1)


@dataclass(frozen=True, slots=True)
class Selection:
    """The papers of a part by id, and its entities, all that these papers name for None.

    `note` says for people what was left out of a neighbourhood that grew too large, else it is empty.
    """

    papers: frozenset[str]
    entities: frozenset[str] | None = None
    note: str = ""


def select_part(
    tables: StoredTables,
    *,
    around_papers: Iterable[str] = (),
    around_entities: Iterable[str] = (),
    depth: int = 2,
    naming: Iterable[str] = (),
    since: str = "",
    until: str = "",
    budget: int | None = PART_BUDGET,
) -> Selection:
    """Return the papers that fit all that is asked, and of a neighbourhood the entities too.

    `naming` are ids of entities, all of which a paper must name. `since` and `until` are a year, month or
    day ("2025", "2025-06", "2025-06-15"), both included. Dates are compared as far as both say: a paper of
    "2025" fits since 2025-06 and until 2025-06, for it may be of that month. A paper without a date fits
    neither.

    Around papers and entities (ids, as a lookup of names gives them) are the nodes that `depth` steps from
    a paper to what it names, or back, reach: one step from an entity leads to its papers, two to what else
    they name. Steps go over papers that fit only; papers started from belong to the part in any case.
    Generic terms are reached but not passed, unless started from. Where all this would be more than `budget`
    nodes, each step may add as many as the steps from there on could if they shared what is left alike: those
    with most ties to the nodes before, then the best known, then by id. None is no bound.

    Raises DateError for a date of another form.
    """
    fitting = _fitting(tables, naming=tuple(naming), since=since, until=until)
    papers, entities = frozenset(around_papers), frozenset(around_entities)
    if not papers and not entities:
        return Selection(frozenset(tables.paper_ids()) if fitting is None else fitting)
    walk = _Walk(tables, papers, entities, fitting)
    for _ in range(depth):
        walk.grow(None)
        if budget is not None and walk.size() > budget:
            return _cut_walk(_Walk(tables, papers, entities, fitting), depth, budget)
    return Selection(frozenset(walk.papers), frozenset(walk.entities))


def part_tables(tables: StoredTables, selection: Selection) -> StoredTables:
    """Return a part as tables to be exported, placed and read like those of a store.

    Made of temporary views that go with the connection; nothing is copied but ids. No node has a place yet:
    see `graph.layout.placing.with_places`.
    """
    name = f"part_{next(_number)}"
    connection = tables.connection
    _put_ids(tables, f"{name}_papers_in", selection.papers)
    papers = f"(SELECT id FROM {name}_papers_in)"
    among = ""
    if selection.entities is not None:
        _put_ids(tables, f"{name}_entities_in", selection.entities)
        among = f"AND (entity_id IS NULL OR entity_id IN (SELECT id FROM {name}_entities_in))"
    views = {
        "papers": f"SELECT * FROM {tables.papers} WHERE id IN {papers}",
        "mentions": f"SELECT * FROM {tables.mentions} WHERE paper_id IN {papers} {among}",
        "links": f"SELECT * FROM {tables.links} WHERE source IN {papers} AND target IN {papers}",
        "nodes": f"SELECT * FROM {tables.nodes} WHERE false",
    }
    for table, question in views.items():
        connection.execute(f"CREATE TEMP VIEW {name}_{table} AS {question}")
    return replace(
        tables,
        papers=f"{name}_papers",
        mentions=f"{name}_mentions",
        links=f"{name}_links",
        nodes=f"{name}_nodes",
    )


def read_part(
    tables: StoredTables,
) -> tuple[tuple[Paper, ...], tuple[Mention, ...], Resolution, tuple[Link, ...]]:
    """Return what `graph.pipeline.assemble.assemble_graph` takes, of a small part or store.

    Papers and entities are in id order, mentions by paper and place, links by pair. The entities that links
    rest on are among them even where they are no nodes of the part: their labels are shown.
    """
    papers: list[Paper] = []
    mentions: list[tuple[Mention, str]] = []
    links: dict[tuple[str, str], Link] = {}
    for ids in batches(sorted(tables.paper_ids()), _BATCH):
        papers += tables.read_papers(ids).values()
        mentions += [
            (mention, entity) for (_, entity), found in tables.read_mentions(ids).items() for mention in found
        ]
        links |= {(link.source, link.target): link for link in tables.read_links(ids)}
    names = {(m.paper_id, m.kind, m.name): entity for m, entity in mentions}
    known = sorted({*names.values(), *(entity for link in links.values() for entity in link.shared)})
    entities = [e for ids in batches(known, _BATCH) for e in tables.read_entities(ids).values()]
    return (
        tuple(sorted(papers, key=lambda paper: paper.id)),
        tuple(sorted((m for m, _ in mentions), key=_place_order)),
        Resolution(tuple(sorted(entities, key=lambda entity: entity.id)), dict(sorted(names.items()))),
        tuple(links[pair] for pair in sorted(links)),
    )


def _place_order(mention: Mention) -> tuple[str, int, int, str, str, str, str, float]:
    m = mention
    return m.paper_id, m.start, m.end, m.kind, m.name, m.role, m.rule, m.confidence


def _fitting(
    tables: StoredTables, *, naming: tuple[str, ...], since: str, until: str
) -> frozenset[str] | None:
    """Return the papers that name all of `naming` and are of the time, None where nothing is asked."""
    found: list[set[str]] = []
    for entity in naming:
        rows = tables.rows("SELECT DISTINCT paper_id FROM {mentions} WHERE entity_id = ?", entity)
        found.append({row[0] for row in rows})
    for date, sign in ((since, ">="), (until, "<=")):
        if not date:
            continue
        if not _DATE.fullmatch(date):
            raise DateError(f"{date!r} is no date: give a year, month or day, as 2025, 2025-06 or 2025-06-15")
        said = "least(length(date), length(?))"
        question = f"SELECT id FROM {{papers}} WHERE date <> '' AND left(date, {said}) {sign} left(?, {said})"
        found.append({row[0] for row in tables.rows(question, date, date, date)})
    return frozenset(set.intersection(*found)) if found else None


def _cut_walk(walk: _Walk, depth: int, budget: int) -> Selection:
    """Return a neighbourhood that is too large whole, and what of it was left out."""
    notes = []
    for step in range(1, depth + 1):
        room = max(0, budget - walk.size()) // (depth - step + 1)
        if (found := walk.grow(room)) > room:
            notes.append(f"Step {step} leads to {found:,} nodes: the {room:,} with most ties are here.")
    notes.append(f"A neighbourhood is kept to {budget:,} nodes.")
    return Selection(frozenset(walk.papers), frozenset(walk.entities), " ".join(notes))


@dataclass(slots=True)
class _Walk:
    """Nodes reached so far."""

    tables: StoredTables
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
        through = f"(NOT {IS_GENERIC} OR list_contains(?, entity_id))"
        found = self.tables.rows(
            f"""
            SELECT paper_id, count(DISTINCT entity_id) FROM {{mentions}}
            WHERE entity_id IN (SELECT unnest(?)) AND {through} GROUP BY paper_id
            """,
            sorted(self.entities),
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
        fame = {entity: papers for entity, (papers, _) in self.tables.named_by().items() if entity in new}
        return _ranked(new, fame)

    def _links(self, papers: Mapping[str, int]) -> dict[str, int]:
        return {paper: linked for paper, linked in self.tables.linked().items() if paper in papers}


def _ranked(ties: Mapping[str, int], fame: Mapping[str, int]) -> list[str]:
    return sorted(ties, key=lambda node: (-ties[node], -fame.get(node, 0), node))


def _put_ids(tables: StoredTables, name: str, ids: Iterable[str]) -> None:
    rows = pa.table({"id": pa.array(sorted(ids), pa.string())})
    tables.connection.register(f"arrow_{name}", rows)
    tables.connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM arrow_{name}")
    tables.connection.unregister(f"arrow_{name}")
