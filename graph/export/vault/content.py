"""What the notes of a vault say, read from the tables of a graph in one pass over its edges.

Of papers no more is held than their titles: what a note says is read for it, and what a paper says of an
entity waits in a file for the note on that.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from paperlattice.extractors.records import KINDS, RANK, Kind, Paper
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.export.vault.names import Named
from paperlattice.graph.model.attributes import EdgeData, paper_node
from paperlattice.graph.model.records import Entity, TopicFacts
from paperlattice.graph.store.tables import GraphTables, batches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    """The graph as notes need it, by node: papers without their texts, entities by their names, and topics.

    `noted` are the entities that get a note: those named by enough papers or made by one of them.
    """

    tables: GraphTables
    titles: Mapping[str, tuple[str, str]]
    """Title and date of each paper."""
    entities: Mapping[str, tuple[str, str]]
    """Label and address of each entity that is named."""
    named_by: Mapping[str, int]
    """How many papers name an entity."""
    topics: Sequence[TopicFacts]
    places: Mapping[str, tuple[str, str]]
    """The ids of topic and subtopic of each node that gets a note."""
    noted: frozenset[str] = field(default=frozenset())

    def wanted(self) -> Iterator[Named]:
        """Yield what gets a note."""
        yield Named(INDEX, "", "Index")
        yield from (Named(topic.id, TOPICS, topic.name) for topic in self.topics)
        for node, (title, _) in self.titles.items():
            yield Named(node, PAPERS, title)
        for node in self.noted:
            yield Named(node, folder_of(kind_of(node)), self.entities[node][0])


def kind_of(entity: str) -> Kind:
    """Return the kind of the entity of a node."""
    kind: Kind = entity.partition(":")[0]  # type: ignore[assignment]
    return kind


def folder_of(kind: Kind) -> str:
    """Return the folder of the notes on entities of a kind.

    >>> folder_of("dataset")
    'Datasets/'
    """
    return f"{KINDS[kind].many.capitalize()}/"


def read_content(tables: GraphTables, *, min_papers: int) -> Content:
    """Return what the notes of tables with topics are about.

    An entity gets a note if `min_papers` papers name it, or one proposes or introduces it.
    """
    titles = {
        paper_node(paper): (title or paper, date)
        for paper, title, date in tables.stream("SELECT id, title, date FROM {papers} ORDER BY id")
    }
    named_by = tables.named_by()
    entities = {
        entity: (label, url)
        for entity, label, url in tables.stream("SELECT id, label, url FROM {entities} ORDER BY id")
        if entity in named_by
    }
    made = "SELECT DISTINCT entity_id FROM {incidence} WHERE relation IN ('proposes', 'introduces')"
    noted = {entity for (entity,) in tables.stream(made) if entity in entities}
    noted.update(entity for entity in entities if named_by[entity] >= min_papers)
    places: dict[str, tuple[str, str]] = {}
    known: dict[tuple[str, str], tuple[str, str]] = {}
    for node, *ids in tables.stream("SELECT id, topic_id, subtopic_id FROM {memberships}"):
        if node in titles or node in noted:
            place = (ids[0] or "", ids[1] or "")
            places[node] = known.setdefault(place, place)
    return Content(tables, titles, entities, named_by, tables.all_topics(), places, frozenset(noted))


class PaperWalk:
    """A walk over all papers in the order of their nodes, once, each with what its note says.

    What counts most comes first: the strongest relation, then the highest salience; the likeliest link. The
    walk hands to `said` what papers say of the entities that get a note, and keeps what the map shows: in
    `crossing` how many links lead from one topic to another, in `central` the links between papers that are
    central to topics, by the paper of the smaller node.
    """

    def __init__(self, content: Content, said: Said) -> None:
        self._content = content
        self._said = said
        topics = (topic for topic in content.topics if not topic.parent)
        self.shown = frozenset(paper_node(paper) for topic in topics for paper in topic.central)
        self.crossing: Counter[tuple[str, str]] = Counter()
        self.central: dict[str, list[Related]] = {}
        # Links lead from the smaller node: when a paper's turn comes, all that lead to it are known.
        self._waiting: defaultdict[str, list[Related]] = defaultdict(list)

    def __iter__(self) -> Iterator[tuple[Paper, list[Naming], list[Related]]]:
        tables = self._content.tables
        edges = groupby(TableRows(tables).edges(), key=itemgetter(0))
        source, found = next(edges, ("", iter(())))
        papers = sorted(tables.paper_ids(), key=paper_node)
        for ids in batches(papers, _BATCH):
            records = tables.read_papers(ids)
            for paper in ids:
                node = paper_node(paper)
                named: list[Naming] = []
                related = self._waiting.pop(node, [])
                if node == source:
                    for edge in found:
                        self._take(edge, named, related)
                    source, found = next(edges, ("", iter(())))
                for row in named:
                    if row.entity in self._content.noted:
                        self._said.add(row)
                yield (
                    records[paper],
                    sorted(named, key=_strongest_first),
                    sorted(related, key=lambda link: (-link.weight, link.paper)),
                )

    def _take(self, edge: EdgeData, named: list[Naming], related: list[Related]) -> None:
        """Put an edge where it belongs."""
        paper, target, relation, data = edge
        if relation != "related":
            row = (paper, target, kind_of(target), relation, data["salience"], data["evidence"])
            named.append(Naming(*row, is_declared=not data["mentions"]))
            return
        link = Related(data["weight"], target, data["reason"])
        related.append(link)
        self._waiting[target].append(Related(link.weight, paper, link.reason))
        if paper in self.shown and target in self.shown:
            self.central.setdefault(paper, []).append(link)
        one, other = sorted(self._content.places.get(node, ("", ""))[0] for node in (paper, target))
        if one != other and one:
            self.crossing[one, other] += 1


class Said:
    """What papers say of entities, in a file until the note on each entity is written."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._numbers: dict[str, int] = {}
        self._entity = array("i")
        self._ends = array("q", [0])

    def __enter__(self) -> Said:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def add(self, row: Naming) -> None:
        """Keep a row."""
        number = self._numbers.setdefault(row.entity, len(self._numbers))
        self._entity.append(number)
        self._ends.append(self._ends[-1] + self._file.write(json.dumps(row).encode()))

    def of(self, entity: str) -> list[Naming]:
        """Return the rows of an entity, what counts most first; none are added after the first call."""
        order, starts = self._order
        number = self._numbers.get(entity, -1)
        places = order[starts[number] : starts[number + 1]].tolist() if number >= 0 else []
        return sorted(map(self._read, places), key=_strongest_first)

    @cached_property
    def _order(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of rows, those of an entity together, and where those of each begin."""
        import numpy as np

        entities = np.array(self._entity, dtype=np.int64)
        order = np.argsort(entities, kind="stable")
        return order, np.searchsorted(entities[order], np.arange(len(self._numbers) + 1))

    def _read(self, place: int) -> Naming:
        start, end = self._ends[place], self._ends[place + 1]
        self._file.seek(start)
        return Naming(*json.loads(self._file.read(end - start)))


def read_entities(content: Content, said: Said) -> Iterator[tuple[Entity, list[Naming]]]:
    """Yield the entities that get a note, each with what papers say of it."""
    content.tables.let_go()
    for ids in batches(sorted(content.noted), _BATCH):
        found = content.tables.read_entities(ids)
        yield from ((found[entity], said.of(entity)) for entity in ids)


def _strongest_first(row: Naming) -> tuple[int, float, str, str]:
    return RANK.get((row.kind, row.relation), 0), -row.salience, row.entity, row.paper
