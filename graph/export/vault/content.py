"""What the notes of a vault say: read from the tables of a graph in one pass over its edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from paperlattice.extractors.records import KINDS, RANK, Kind, Paper
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.export.vault.names import Named
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.records import Entity, TopicFacts
from paperlattice.graph.store.tables import GraphTables, batches

_BATCH: Final = 2_000
PAPERS: Final = "Papers/"
TOPICS: Final = "Topics/"
INDEX: Final = "index"
"""What stands for the note that one begins with among the ids of nodes."""

MAP: Final = "map"
"""What stands for the map of the topics among the ids of nodes."""


class Naming(NamedTuple):
    """That a paper names an entity: both nodes, the relation, the sentence, and who says so."""

    paper: str
    entity: str
    kind: Kind
    relation: str
    salience: float
    sentence: str
    is_declared: bool


class Related(NamedTuple):
    """A paper that another is linked with: the probability, its node, and the reason."""

    weight: float
    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class Content:
    """The graph as notes need it, by node: papers without their texts, entities, topics, and what joins them.

    `noted` are the entities that get a note: those named by enough papers or made by one of them.
    """

    tables: GraphTables
    titles: Mapping[str, tuple[str, str]]
    """Title and date of each paper."""
    entities: Mapping[str, Entity]
    topics: Sequence[TopicFacts]
    places: Mapping[str, Mapping[str, str]]
    """Topic and subtopic of each node, as attributes."""
    named: Mapping[str, list[Naming]]
    naming: Mapping[str, list[Naming]]
    related: Mapping[str, list[Related]]
    noted: frozenset[str] = field(default=frozenset())

    def wanted(self) -> Iterator[Named]:
        """Yield what gets a note."""
        yield Named(INDEX, "", "Index")
        yield from (Named(topic.id, TOPICS, topic.name) for topic in self.topics)
        for node, (title, _) in self.titles.items():
            yield Named(node, PAPERS, title)
        for node, entity in self.entities.items():
            if node in self.noted:
                yield Named(node, folder_of(entity.kind), entity.label)

    def papers(self) -> Iterator[Paper]:
        """Yield the papers with their texts, in the order of their ids."""
        for ids in batches(sorted(self.tables.paper_ids()), _BATCH):
            found = self.tables.read_papers(ids)
            yield from (found[paper] for paper in ids)


def folder_of(kind: Kind) -> str:
    """Return the folder of the notes on entities of a kind.

    >>> folder_of("dataset")
    'Datasets/'
    """
    return f"{KINDS[kind].many.capitalize()}/"


def read_content(tables: GraphTables, *, min_papers: int) -> Content:
    """Return what the notes of tables with topics say.

    An entity gets a note if `min_papers` papers name it, or one proposes or introduces it.
    """
    titles = {
        paper_node(paper): (title or paper, date)
        for paper, title, date in tables.stream("SELECT id, title, date FROM {papers} ORDER BY id")
    }
    named, naming, related = _read_edges(tables)
    noted = {
        entity
        for entity, found in naming.items()
        if len(found) >= min_papers or any(row.relation in ("proposes", "introduces") for row in found)
    }
    nodes = [*titles, *naming]
    return Content(
        tables,
        titles,
        tables.read_entities(list(naming)),
        tables.all_topics(),
        tables.topics_of(nodes),
        named,
        naming,
        related,
        frozenset(noted),
    )


def _read_edges(
    tables: GraphTables,
) -> tuple[dict[str, list[Naming]], dict[str, list[Naming]], dict[str, list[Related]]]:
    """Return what each paper names, by which papers each entity is named, and what each paper is linked with.

    What counts most comes first: the strongest relation, then the highest salience; the likeliest link.
    """
    named: dict[str, list[Naming]] = {}
    naming: defaultdict[str, list[Naming]] = defaultdict(list)
    related: defaultdict[str, list[Related]] = defaultdict(list)
    for paper, edges in groupby(TableRows(tables).edges(), key=itemgetter(0)):
        found = []
        for _, target, relation, data in edges:
            if relation == "related":
                related[paper].append(Related(data["weight"], target, data["reason"]))
                related[target].append(Related(data["weight"], paper, data["reason"]))
                continue
            kind: Kind = target.partition(":")[0]  # type: ignore[assignment]
            row = Naming(
                *(paper, target, kind, relation, data["salience"], data["evidence"]),
                is_declared=not data["mentions"],
            )
            found.append(row)
            naming[target].append(row)
        named[paper] = sorted(found, key=_strongest_first)
    for rows in naming.values():
        rows.sort(key=_strongest_first)
    for links in related.values():
        links.sort(key=lambda link: (-link.weight, link.paper))
    return named, dict(naming), dict(related)


def _strongest_first(row: Naming) -> tuple[int, float, str, str]:
    return RANK.get((row.kind, row.relation), 0), -row.salience, row.entity, row.paper
