"""Topics of papers and the subtopics inside them: which papers, what they are called, what is central."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.graph.resolve.labels import slug
from paperlattice.graph.topics.communities import (
    Links,
    Numbers,
    find_groups,
    group_centres,
    modularity,
    numbered,
    pieces,
    same_texts,
    text_links,
)
from paperlattice.graph.topics.names import choose_names, particular_phrases, written_names
from paperlattice.graph.topics.phrases import PaperEntity, Phrases, phrase_table

LEAST_PAPERS_FOR_SUBTOPICS: Final = 100
"""Fewer papers than these have topics only."""

_CENTRAL: Final = 5
_LEAST_TOPIC: Final = 8
_LEAST_SUBTOPIC: Final = 4
_UNIT: Final = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class TopicPapers:
    """Papers by number, in the order of their ids, and the links between them.

    Attributes:
        ids: Their ids, ascending.
        titles: Their titles.
        abstracts: Their abstracts, "" where there is none; it only counts which are equal, so any text that
            stands for each will do.
        points: A row for each, `TextSpace.vector(title, abstract).point`.
        sources: For each link the number of one paper.
        targets: For each link the number of the other.
        weights: For each link its weight, a positive whole number (millionths of a probability).
        entities: For each paper what it names.
    """

    ids: Sequence[str]
    titles: Sequence[str]
    abstracts: Sequence[str]
    points: NDArray[np.int8]
    sources: Numbers
    targets: Numbers
    weights: Numbers
    entities: Sequence[Sequence[PaperEntity]]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic or a subtopic.

    Attributes:
        id: `topic:` or `subtopic:` and the name in ASCII letters, digits and hyphens.
        parent: The id of the topic of a subtopic; "" for a topic.
        name: One or two phrases; no two topics or subtopics have one name.
        papers: How many papers are in it.
        particular: Up to eight labels and phrases that its papers have and others have not.
        central: The numbers of up to five papers, the most central first.
    """

    id: str
    parent: str
    name: str
    papers: int
    particular: tuple[str, ...]
    central: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The topics of papers.

    Attributes:
        topics: The topics, the largest first.
        subtopics: Their subtopics, in the order of the topics, the largest of each first.
        topic: For each paper its place in `topics`.
        subtopic: For each paper its place in `subtopics`; -1 where there are none.
        modularity: That of the links and the topics, at resolution 1; 0.0 without links.
        submodularity: That of the links and the subtopics; 0.0 without subtopics.
        inside: The share of the weight of the links that is inside topics; 1.0 without links.
    """

    topics: tuple[Topic, ...]
    subtopics: tuple[Topic, ...]
    topic: Numbers
    subtopic: Numbers
    modularity: float
    submodularity: float
    inside: float


def find_topics(papers: TopicPapers, *, resolution: float = 1.0) -> Topics:
    """Return the topics of papers and, from 100 papers on, the subtopics.

    Topics are communities of the links; subtopics are communities of the links inside a topic. A paper that
    has no links, or is in a community of very few, joins the topic that is nearest to its text; one without a
    known word goes by its entities, else to the largest topic. Papers of one abstract count as one. Where
    most papers have no link, those of the nearest texts are added.

    Args:
        papers: The papers and their links. The result depends on nothing else: not on their order, and not on
            topics that were found before.
        resolution: Above 1.0 for more and smaller topics, below for fewer.

    Example:
        >>> from paperlattice.extractors.text_space import load_text_space
        >>> titles = ["Speculative decoding with trees", "Drafts for speculative decoding"]
        >>> points = np.array([load_text_space().vector(title, "").point for title in titles])
        >>> one = np.array([1])
        >>> task = [("task", "speculative decoding", 900)]
        >>> papers = TopicPapers("ab", titles, ["", ""], points, one - 1, one, one, [task, task])
        >>> [(topic.name, topic.papers) for topic in find_topics(papers).topics]
        [('speculative decoding', 2)]
    """
    if not len(papers.ids):
        nothing = np.zeros(0, dtype=np.int64)
        return Topics((), (), nothing, nothing, 0.0, 0.0, 1.0)
    links = _links_of(papers)
    topic = _group_papers(papers, links, resolution=resolution)
    subtopic = _split_topics(papers, links, topic)
    phrases = phrase_table(papers.titles, papers.entities)
    topics, subtopics = _describe(papers, links, phrases, topic, subtopic)
    given = Links(len(papers.ids), papers.sources, papers.targets, papers.weights)
    inside, total = int(given.inside(topic).weights.sum()), int(given.weights.sum())
    return Topics(
        topics,
        subtopics,
        topic,
        subtopic,
        modularity(given, topic),
        modularity(given, subtopic) if subtopics else 0.0,
        inside / total if total else 1.0,
    )


def _links_of(papers: TopicPapers) -> Links:
    """Return the links; where most papers have none, with those of the nearest texts."""
    count = len(papers.ids)
    links = Links(count, papers.sources, papers.targets, papers.weights)
    linked = np.zeros(count, dtype=np.bool_)
    linked[links.sources] = linked[links.targets] = True
    if 2 * int(linked.sum()) >= count:
        return links
    _, first = same_texts(papers.titles, papers.abstracts)
    near = text_links(papers.points[first])
    heaviest = max(int(near.weights.max(initial=1)), 1)
    columns = zip((links.sources, links.targets, links.weights), _columns(near, first, heaviest), strict=True)
    return Links(count, *(np.concatenate(both) for both in columns))


def _columns(near: Links, first: Numbers, heaviest: int) -> tuple[Numbers, Numbers, Numbers]:
    return first[near.sources], first[near.targets], np.maximum(near.weights * _UNIT // (2 * heaviest), 1)


def _group_papers(papers: TopicPapers, links: Links, *, resolution: float) -> Numbers:
    """Return the topic of each paper, the largest first."""
    text, first = same_texts(papers.titles, papers.abstracts)
    merged = links.merged(text, nodes=len(first))
    least = max(_LEAST_TOPIC, math.isqrt(len(first)) // 3)
    found = find_groups(merged, papers.points[first], resolution=resolution, least=least)[text]
    return numbered(_place_by_entities(found, papers.entities))


def _place_by_entities(groups: Numbers, entities: Sequence[Sequence[PaperEntity]]) -> Numbers:
    """Return groups, with papers of none in the group that names most of their entities, or the largest."""
    sizes = np.bincount(groups[groups >= 0], minlength=1)
    largest = int(np.argmax(sizes))
    lost = np.flatnonzero(groups < 0).tolist()
    wanted = {(kind, label) for paper in lost for kind, label, _ in entities[paper]}
    named: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for group, named_there in zip(groups.tolist(), entities, strict=True) if wanted else ():
        for kind, label, salience in named_there:
            if group >= 0 and (kind, label) in wanted:
                named[kind, label][group] += salience
    found = groups.copy()
    for paper in lost:
        scores: Counter[int] = Counter()
        for kind, label, salience in entities[paper]:
            for group, weight in named[kind, label].items():
                scores[group] += salience * weight * _UNIT // int(sizes[group])
        found[paper] = min(scores, key=lambda group: (-scores[group], group), default=largest)
    return found


def _split_topics(papers: TopicPapers, links: Links, topic: Numbers) -> Numbers:
    """Return the subtopic of each paper, in the order of the topics; -1 for each of a few papers."""
    found = np.full(len(topic), -1, dtype=np.int64)
    if len(topic) < LEAST_PAPERS_FOR_SUBTOPICS:
        return found
    inside, start = links.inside(topic), 0
    order = np.argsort(topic, kind="stable")
    ends = np.cumsum(np.bincount(topic))
    for members in np.split(order, ends[:-1]):
        found[members] = start + _split_topic(papers, inside.part(members), members)
        start = int(found[members].max()) + 1
    return found


def _split_topic(papers: TopicPapers, links: Links, members: Numbers) -> Numbers:
    """Return for each member of a topic its subtopic, counted from 0."""
    text, first = same_texts(
        *([column[m] for m in members.tolist()] for column in (papers.titles, papers.abstracts))
    )
    least = max(_LEAST_SUBTOPIC, math.isqrt(len(first)) // 2)
    points = papers.points[members[first]]
    found = find_groups(links.merged(text, nodes=len(first)), points, resolution=1.0, least=least)[text]
    return numbered(_place_by_entities(found, [papers.entities[m] for m in members.tolist()]))


def _describe(
    papers: TopicPapers, links: Links, phrases: Phrases, topic: Numbers, subtopic: Numbers
) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    chosen = choose_names(phrases, topic)
    names = written_names(phrases, chosen)
    ids = _ids("topic", names)
    topics = _records(
        papers, links, topic, ids, [""] * len(ids), names, particular_phrases(phrases, topic, chosen)
    )
    if subtopic.max() < 0:
        return topics, ()
    used = frozenset(column for name in chosen for column in name)
    finer = choose_names(phrases, subtopic, taken=used)
    finer_names = written_names(phrases, finer, taken=frozenset(names))
    parents = [ids[topic[paper]] for paper in np.unique(subtopic, return_index=True)[1].tolist()]
    particular = particular_phrases(phrases, subtopic, finer)
    finer_ids = _ids("subtopic", finer_names)
    return topics, _records(papers, links, subtopic, finer_ids, parents, finer_names, particular)


def _ids(kind: str, names: Sequence[str]) -> list[str]:
    """Return distinct ids made of names."""
    found: dict[str, None] = {}
    for name in names:
        wanted = one = f"{kind}:{slug(name)}"
        number = 1
        while one in found:
            number += 1
            one = f"{wanted}-{number}"
        found[one] = None
    return list(found)


def _records(
    papers: TopicPapers,
    links: Links,
    groups: Numbers,
    ids: Sequence[str],
    parents: Sequence[str],
    names: Sequence[str],
    particular: Sequence[tuple[str, ...]],
) -> tuple[Topic, ...]:
    sizes = np.bincount(groups, minlength=len(ids)).tolist()
    central = _central_papers(papers, links, groups)
    columns = (ids, parents, names, sizes, particular, central)
    return tuple(Topic(*row) for row in zip(*columns, strict=True))


def _central_papers(papers: TopicPapers, links: Links, groups: Numbers) -> list[tuple[int, ...]]:
    """Return of each group the papers with most weight of links inside; at equal weight, nearest by text."""
    weight = np.zeros(links.nodes, dtype=np.int64)
    inside = links.inside(groups)
    for ends in (inside.sources, inside.targets):
        np.add.at(weight, ends, inside.weights)
    count = int(groups.max()) + 1
    centres = group_centres(papers.points, groups, count=count)
    near = np.concatenate(
        [
            np.einsum("ij,ij->i", papers.points[rows].astype(np.float32), centres[groups[rows]])
            for rows in pieces(np.arange(len(groups)))
        ]
    )
    order = np.lexsort((np.arange(len(groups)), -near, -weight, groups))
    starts = np.searchsorted(groups[order], np.arange(count + 1)).tolist()
    return [tuple(order[a : min(a + _CENTRAL, b)].tolist()) for a, b in pairwise(starts)]
