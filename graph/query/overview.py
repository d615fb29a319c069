"""A corpus at a glance: its time, topics, what is most used, what moves, what others take up, code, hubs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paperlattice.extractors.records import ENTITY_KINDS, outward_url
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.query.corpus import Corpus
from paperlattice.graph.query.taken_up import TakenUp, taken_up_of
from paperlattice.graph.query.trends import Trends, trends_of
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST: Final = 10
_CENTRAL: Final = 3


@dataclass(frozen=True, slots=True)
class LinkedPaper:
    """A paper with its address, how many papers it is linked with, and the sum of these probabilities."""

    id: str
    title: str
    url: str
    links: int
    weight: float


@dataclass(frozen=True, slots=True)
class TopicPart:
    """A topic, or a subtopic, with the number of its papers and those that are best linked inside it.

    `particular` are names and phrases that its papers have and others have not, in the whole graph.
    """

    id: str
    name: str
    papers: int
    particular: tuple[str, ...]
    central: tuple[LinkedPaper, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """An entity, the number of papers that name it, and of those that propose or introduce it."""

    id: str
    kind: str
    label: str
    url: str
    papers: int
    own: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A corpus at a glance, as `KnowledgeGraph.overview` returns it.

    `topic`, `since` and `until` say which papers it is about, "" where all are. `first` and `last` are the
    earliest and the latest date, `dated` is the number of papers that have one, `entities` the number of
    entities of each kind. `topics` are the largest first; of one topic these are its subtopics. `used` are
    the most named entities of each kind, `with_code` is the number of papers that name a repository.
    """

    topic: str
    since: str
    until: str
    papers: int
    dated: int
    first: str
    last: str
    entities: Mapping[str, int]
    links: int
    topics: tuple[TopicPart, ...]
    used: tuple[Used, ...]
    trends: Trends
    taken_up: tuple[TakenUp, ...]
    with_code: int
    connected: tuple[LinkedPaper, ...]

    def __repr__(self) -> str:
        return f"<Overview: {self.papers} papers, {len(self.topics)} topics>"


def overview_of(
    tables: GraphTables,
    corpus: Corpus,
    chosen: NDArray[np.bool_],
    *,
    topic: str = "",
    since: str = "",
    until: str = "",
    top: int = MOST,
) -> Overview:
    """Return the overview of some papers of a corpus, that of all papers of the tables.

    `topic` is the name of the topic that all of them are in, if there is one. Of each list, the first `top`
    are returned; of equals those that come first by id.
    """
    import numpy as np

    part = corpus.among(chosen)
    links = _Links(tables, chosen)
    dates = sorted(filter(None, part.dates))
    named = np.bincount(part.named, minlength=len(part.entities))
    kinds = [item.kind for item, papers in zip(part.entities, named.tolist(), strict=True) if papers]
    repos = np.array([item.kind == "repo" for item in part.entities], dtype=np.bool_)
    return Overview(
        topic,
        since,
        until,
        papers=len(part.papers),
        dated=len(dates),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        entities={kind: kinds.count(kind) for kind in ENTITY_KINDS},
        links=len(links.weights),
        topics=_topics(tables, corpus, chosen, links, column="subtopic_id" if topic else "topic_id"),
        used=_used(tables, part, named, top=top),
        trends=trends_of(part),
        taken_up=tuple(taken_up_of(part)[:top]),
        with_code=len(np.unique(part.naming[repos[part.named]])) if len(part.named) else 0,
        connected=tuple(p for p in links.best(tables, corpus, np.flatnonzero(chosen), top) if p.links),
    )


class _Links:
    """The links between chosen papers, by the numbers of these in the order of their ids."""

    def __init__(self, tables: GraphTables, chosen: NDArray[np.bool_]) -> None:
        source, target, weights = tables.numbered_links()
        kept = chosen[source] & chosen[target]
        self.source, self.target, self.weights = (column[kept] for column in (source, target, weights))
        self._papers = len(chosen)

    def best(
        self,
        tables: GraphTables,
        corpus: Corpus,
        members: NDArray[np.int64],
        most: int,
    ) -> tuple[LinkedPaper, ...]:
        """Return the best linked of some papers, by the links between them."""
        import numpy as np

        inside = np.zeros(self._papers, dtype=np.bool_)
        inside[members] = True
        kept = inside[self.source] & inside[self.target]
        ends = np.concatenate([self.source[kept], self.target[kept]])
        weights = np.concatenate([self.weights[kept]] * 2)
        # Sums of millionths are whole numbers, which no order changes.
        total = np.bincount(ends, weights=weights, minlength=self._papers).astype(np.int64)
        degree = np.bincount(ends, minlength=self._papers)
        best = sorted(members.tolist(), key=lambda i: (-total[i], i))[:most]
        papers = tables.read_papers([corpus.papers[i] for i in best])
        return tuple(
            LinkedPaper(
                corpus.papers[i],
                corpus.titles[i],
                outward_url(papers[corpus.papers[i]]),
                int(degree[i]),
                int(total[i]) / MILLION,
            )
            for i in best
        )


def _topics(
    tables: GraphTables, corpus: Corpus, chosen: NDArray[np.bool_], links: _Links, *, column: str
) -> tuple[TopicPart, ...]:
    import numpy as np

    rows = tables.stream(f"SELECT id, {column} FROM {{memberships}} WHERE starts_with(id, 'paper:')")
    member = dict(rows)
    inside: dict[str, list[int]] = defaultdict(list)
    for i in np.flatnonzero(chosen).tolist():
        if topic := member.get(paper_node(corpus.papers[i]), ""):
            inside[topic].append(i)
    found = [
        TopicPart(
            facts.id,
            facts.name,
            len(inside[facts.id]),
            facts.particular,
            links.best(tables, corpus, np.array(inside[facts.id], dtype=np.int64), _CENTRAL),
        )
        for facts in tables.all_topics()
        if facts.id in inside
    ]
    return tuple(sorted(found, key=lambda topic: (-topic.papers, topic.id)))


def _used(tables: GraphTables, part: Corpus, named: NDArray[np.int64], *, top: int) -> tuple[Used, ...]:
    """Return the most named entities of each kind, in the order of kinds."""
    import numpy as np

    own = np.bincount(part.named[part.own], minlength=len(part.entities))
    order = sorted(np.flatnonzero(named).tolist(), key=lambda i: (-named[i], -own[i], part.entities[i].id))
    chosen = [
        i for kind in ENTITY_KINDS for i in [i for i in order if part.entities[i].kind == kind][: max(top, 0)]
    ]
    urls = tables.urls_of([part.entities[i].id for i in chosen])
    return tuple(
        Used(item.id, item.kind, item.label, urls[item.id], int(named[i]), int(own[i]))
        for i in chosen
        for item in [part.entities[i]]
    )
