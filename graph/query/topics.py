"""The topics of a graph: which there are, which a node is in, how well links keep inside."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple, get_args

from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.model.attributes import paper_id, paper_node
from paperlattice.graph.model.near_names import hint_of, nearest
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.model.pins import Level
from paperlattice.graph.model.records import TopicFacts
from paperlattice.graph.store.tables import GraphTables


@dataclass(frozen=True, slots=True)
class CentralPaper:
    """A paper that is central to a topic, as `TopicView.central` lists it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic, or a subtopic of one, as `KnowledgeGraph.topics` returns it.

    `id` is `topic:` or `subtopic:` and the name in ASCII, `papers` says how many papers are in it.
    `particular` are up to eight names and phrases that its papers have and others have not, `central` up to
    five papers, the most central first. `subtopics` are the largest first, and none in small graphs.
    """

    id: str
    name: str
    papers: int
    particular: tuple[str, ...]
    central: tuple[CentralPaper, ...]
    subtopics: tuple[TopicView, ...] = ()

    def __repr__(self) -> str:
        count = f"{self.papers} paper{'' if self.papers == 1 else 's'}"
        return f"<{self.id.partition(':')[0]} {self.name}: {count}>"


class TopicFigures(NamedTuple):
    """How well the links between papers keep inside topics.

    `modularity` is that of the weighted links, at resolution 1 (Newman 2004); 0.0 without links. `inside` is
    the share of their weight that is between papers of one topic; 1.0 without links.
    """

    modularity: float
    inside: float


def idle_topic_names(tables: GraphTables) -> list[str]:
    """Return a line for each pin of a topic's name that names no topic of a graph that has topics."""
    pins = tables.options().pins.topic
    if not pins:
        return []
    names: dict[str, list[str]] = {level: [] for level in get_args(Level)}
    for topic in tables.all_topics():
        names["subtopic" if topic.parent else "topic"].append(topic.name)
    lines = []
    for pin in pins:
        called = re.compile(rf"{re.escape(pin.to)}(?: \(\d+\))?")
        if any(called.fullmatch(name) for name in names[pin.level]) or (pin.paper and names[pin.level]):
            continue
        if not pin.name:
            lines.append(f"{pin.source}: the graph has no {pin.level}s")
            continue
        hint = hint_of(nearest(pin.name, names[pin.level]))
        lines.append(f"{pin.source}: no {pin.level} is called {pin.name!r}{hint}")
    return lines


def read_topics(tables: GraphTables) -> list[TopicView]:
    """Return the topics of tables that have some, the largest first, with their subtopics."""
    found = tables.all_topics()
    papers = {paper for topic in found for paper in topic.central}
    titles = tables.titles_of(papers)
    inside: dict[str, list[TopicFacts]] = defaultdict(list)
    for topic in found:
        inside[topic.parent].append(topic)

    def view(topic: TopicFacts) -> TopicView:
        central = tuple(CentralPaper(paper, titles[paper]) for paper in topic.central)
        subtopics = tuple(map(view, inside.get(topic.id, ())))
        return TopicView(topic.id, topic.name, topic.papers, topic.particular, central, subtopics)

    return [view(topic) for topic in inside.get("", ())]


def find_topic(tables: GraphTables, name: str) -> TopicFacts:
    """Return the topic or subtopic of a name or id, in any case; a topic goes before a subtopic of its name.

    Raises UnknownNode with the nearest names.
    """
    known = tables.all_topics()  # topics, then subtopics
    found = next((topic for topic in known if is_named(topic, name)), None)
    if found is None:
        near = nearest(name, [topic.name for topic in known])
        raise UnknownNode(
            f"no topic named {name!r}{hint_of(near, otherwise='`paperlattice topics` lists them')}"
        )
    return found


def is_named(topic: TopicFacts, name: str) -> bool:
    """Return whether a name is that of a topic, in any case, or its id."""
    return name == topic.id or name.casefold().strip() == topic.name.casefold()


def papers_in(tables: GraphTables, topic: TopicFacts) -> frozenset[str]:
    """Return the ids of the papers of a topic or subtopic."""
    question = (
        "SELECT id FROM {memberships} WHERE starts_with(id, 'paper:') AND $1 IN (topic_id, subtopic_id)"
    )
    return frozenset(paper_id(node) for (node,) in tables.stream(question, topic.id))


def topic_figures(tables: GraphTables) -> TopicFigures:
    """Return how well the links keep inside the topics that tables have.

    Sums are of whole millionths, so the order of rows changes no digit.
    """
    import numpy as np

    from paperlattice.graph.topics.communities import Links, modularity

    rows = tables.rows("SELECT id, topic_id FROM {memberships} WHERE starts_with(id, 'paper:') ORDER BY id")
    number = {node: i for i, (node, _) in enumerate(rows)}
    topics = {topic: i for i, topic in enumerate(sorted({topic for _, topic in rows}))}
    groups = np.array([topics[topic] for _, topic in rows], dtype=np.int64)
    ends = [
        (number[paper_node(source)], number[paper_node(target)], round(weight * MILLION))
        for source, target, weight in tables.stream("SELECT source, target, weight FROM {links}")
    ]
    links = Links(len(rows), *np.array(ends, dtype=np.int64).reshape(-1, 3).T)
    total = int(links.weights.sum())
    inside = int(links.inside(groups).weights.sum()) / total if total else 1.0
    return TopicFigures(modularity(links, groups), inside)
