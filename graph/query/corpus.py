"""The columns that counts are made of: papers with dates, what they name, and their topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OWN: Final = ("proposes", "introduces")
"""The relations of a paper to an entity that is its own."""

TOPIC: Final = "topic"
"""The kind of a topic among entities."""


class Item(NamedTuple):
    """What is counted: an entity or a topic, with its kind ("method", ..., "topic") and name."""

    id: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Items(Sequence[Item]):
    """Items in columns: each is made when it is asked for, since few of many entities are."""

    ids: Sequence[str]
    kinds: Sequence[str]
    labels: Sequence[str]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Items:
        """Return items as columns."""
        rows = list(items)
        return cls(*([row[i] for row in rows] for i in range(3)))

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Item]:
        return map(Item, self.ids, self.kinds, self.labels)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Items: ...
    def __getitem__(self, at: int | slice) -> Item | Items:
        if isinstance(at, slice):
            return Items(self.ids[at], self.kinds[at], self.labels[at])
        return Item(self.ids[at], self.kinds[at], self.labels[at])


@dataclass(frozen=True, slots=True)
class Corpus:
    """Papers and what they name, as plain columns, papers and entities in the order of their ids.

    `papers`, `titles` and `dates` (ISO 8601, possibly cut to year or month, or empty) have one value for each
    paper, `topic_of` the number of its topic in `topics`, -1 for none. Each incidence, once for each pair,
    is a number in `papers` (`naming`), one in `entities` (`named`), and whether the paper proposes or
    introduces the entity (`own`).
    """

    papers: Sequence[str]
    titles: Sequence[str]
    dates: Sequence[str]
    entities: Items
    naming: NDArray[np.int64]
    named: NDArray[np.int64]
    own: NDArray[np.bool_]
    topics: Sequence[Item]
    topic_of: NDArray[np.int64]

    def users(
        self, chosen: NDArray[np.bool_], rank: NDArray[np.int64] | None = None
    ) -> Iterator[tuple[int, list[int]]]:
        """Yield the numbers of chosen entities, each with those of the papers that name it.

        First come the papers whose own it is, then the others, both by their numbers or by the rank of each.
        """
        import numpy as np

        rows = np.flatnonzero(chosen[self.named])
        naming, named = self.naming[rows], self.named[rows]
        keys = (naming if rank is None else rank[naming], ~self.own[rows], named)
        papers = naming[np.lexsort(keys)].tolist()
        counts = np.bincount(named, minlength=len(self.entities))[chosen]
        start = 0
        for entity, count in zip(np.flatnonzero(chosen).tolist(), counts.tolist(), strict=True):
            yield entity, papers[start : start + count]
            start += count

    def among(self, chosen: NDArray[np.bool_]) -> Corpus:
        """Return the corpus of the papers that `chosen` has true for, with all entities and topics."""
        import numpy as np

        number = np.cumsum(chosen) - 1
        kept = chosen[self.naming]
        at = np.flatnonzero(chosen).tolist()
        return Corpus(
            papers=[self.papers[i] for i in at],
            titles=[self.titles[i] for i in at],
            dates=[self.dates[i] for i in at],
            entities=self.entities,
            naming=number[self.naming[kept]],
            named=self.named[kept],
            own=self.own[kept],
            topics=self.topics,
            topic_of=self.topic_of[chosen],
        )


def corpus_from(
    papers: Iterable[tuple[str, str, str]],
    entities: Iterable[Item],
    incidences: Iterable[tuple[str, str, str]],
    *,
    topics: Iterable[Item] = (),
    topic_of: Mapping[str, str] | None = None,
) -> Corpus:
    """Return the corpus of papers (id, title, date), entities, and incidences (paper, entity, relation).

    Everything is sorted by id, so the order of what is given makes no difference. Incidences of what is not
    given are left out; several of one pair are one, and own if one of them is. `topic_of` has the id of the
    topic of each paper that has one.
    """
    import numpy as np

    rows = sorted(papers)
    items = sorted(entities, key=lambda item: item.id)
    groups = sorted(topics, key=lambda item: item.id)
    paper = {row[0]: i for i, row in enumerate(rows)}
    entity = {item.id: i for i, item in enumerate(items)}
    group = {item.id: i for i, item in enumerate(groups)}
    pairs: dict[tuple[int, int], bool] = {}
    for one, other, relation in incidences:
        if one in paper and other in entity:
            key = paper[one], entity[other]
            pairs[key] = pairs.get(key, False) or relation in OWN
    found = sorted(pairs.items())
    columns = np.array([key for key, _ in found], dtype=np.int64).reshape(-1, 2)
    topic_of = topic_of or {}
    return Corpus(
        papers=[row[0] for row in rows],
        titles=[row[1] for row in rows],
        dates=[row[2] for row in rows],
        entities=Items.of(items),
        naming=columns[:, 0],
        named=columns[:, 1],
        own=np.array([own for _, own in found], dtype=np.bool_),
        topics=groups,
        topic_of=np.array([group.get(topic_of.get(row[0], ""), -1) for row in rows], dtype=np.int64),
    )


def read_corpus(tables: GraphTables, *, as_nodes: bool = False) -> Corpus:
    """Return the corpus of tables, with the topics that they have; `papers` are ids, or nodes on request."""
    import numpy as np

    # Columns, not rows: to make an object of each row takes several times as long.
    ids, titles, dates = tables.columns("SELECT id, title, date FROM {papers} ORDER BY id")
    nodes = [*map(paper_node, ids)]
    topics = sorted(topic for topic in tables.all_topics() if not topic.parent)
    number = {topic.id: i for i, topic in enumerate(topics)}
    members = "SELECT id, topic_id FROM {memberships} WHERE starts_with(id, 'paper:')"
    member = dict(zip(*tables.columns(members), strict=True))
    incidence = tables.numbered_incidence(f"relation IN {OWN} AS own")
    naming, named, own = (incidence[name] for name in ("paper", "entity", "own"))
    order = sorted(range(len(ids)), key=nodes.__getitem__) if as_nodes else range(len(ids))
    place = np.empty(len(ids), dtype=np.int64)
    place[np.array(order, dtype=np.int64)] = np.arange(len(ids))
    entities = tables.columns("SELECT id, kind, label FROM {entities} ORDER BY id")
    return Corpus(
        papers=[nodes[i] if as_nodes else ids[i] for i in order],
        titles=[titles[i] for i in order],
        dates=[dates[i] for i in order],
        entities=Items(*entities),
        naming=place[naming],
        named=named,
        own=own,
        topics=[Item(topic.id, TOPIC, topic.name) for topic in topics],
        topic_of=np.array([number.get(member.get(nodes[i], ""), -1) for i in order], dtype=np.int64),
    )
