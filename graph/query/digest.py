"""What is new in a graph: papers, names seen for the first time, code, and what moves."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import comb
from typing import TYPE_CHECKING, Final

from paperlattice.extractors.records import BACKGROUND, RANK, RELATIONS, Kind, Mention, Paper
from paperlattice.graph.model.attributes import best_sentence, relation_of, salience_of
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.query.chance import among_many
from paperlattice.graph.query.corpus import OWN, Corpus
from paperlattice.graph.query.taken_up import TakenUp, taken_up_of
from paperlattice.graph.query.trends import FALSE_DISCOVERIES, Series, Trend
from paperlattice.graph.store.tables import GraphTables, among, batches, bounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from paperlattice.graph.query.counts import Counted
    from paperlattice.graph.query.news import News

_MOST_NAMES: Final = 8
_LEAST_SEEN: Final = 2
"""What one paper names is no news beyond chance."""
_LIKELY_ENOUGH: Final = 4
"""Of so many papers with new code, likely one has a known method beside it."""
_NONE_BEFORE: Final = "No paper was before: all that is named is new, and is not listed."


@dataclass(frozen=True, slots=True)
class NewName:
    """An entity that a new paper names, other than in the background; `salience` is from 0 to 1."""

    id: str
    kind: str
    label: str
    relation: str
    salience: float


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A new paper, as `Digest.papers` lists it.

    `added` is the time of the run that brought it, "" where that is unknown, `topic` the name of its topic.
    `names` are what it is most about first. `sentence` says what it proposes or introduces, "" if it does
    neither. `linked` is the sum of the probabilities of its links. `score` says how likely it is of interest
    by the watch list, from 0 to 1, and `reasons` why, the strongest first.
    """

    paper: Paper
    added: str = ""
    topic: str = ""
    names: tuple[NewName, ...] = ()
    sentence: str = ""
    linked: float = 0.0
    score: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """What the paper is most about, in short sentences: "Proposes QuillNet. Uses CLIP, LoRA."."""
        named: dict[str, list[str]] = {relation: [] for relation in RELATIONS}
        for name in self.names[:_MOST_NAMES]:
            named[name.relation].append(name.label)
        return " ".join(f"{RELATIONS[r].label} {', '.join(labels)}." for r, labels in named.items() if labels)


@dataclass(frozen=True, slots=True)
class FirstSeen:
    """An entity that new papers name and none before.

    `papers` are the ids of those that name it, first those that propose or introduce it.
    `p` is the probability that all papers of an entity with so many are new by chance, `q` the same with
    regard to how many entities there are; both are 1.0 for what one paper names.
    """

    id: str
    kind: str
    label: str
    papers: tuple[str, ...]
    p: float = 1.0
    q: float = 1.0

    @property
    def is_sure(self) -> bool:
        """Whether it is new beyond chance: of what is said to be so, at most 5 % are expected to be false."""
        return self.q <= FALSE_DISCOVERIES

    def __repr__(self) -> str:
        return f"<{self.kind} {self.label}: {len(self.papers)} new>"


@dataclass(frozen=True, slots=True)
class NewCode:
    """A repository that a new paper names and none before, beside methods that were known before.

    `methods` are the labels of the methods that the paper names, what it is most about first.
    """

    id: str
    label: str
    url: str
    paper: str
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicNews:
    """How many papers of a topic are new, and how many there were before."""

    id: str
    name: str
    new: int
    before: int


@dataclass(frozen=True, slots=True)
class Movement:
    """What rises or fades, and how many new papers name it."""

    trend: Trend
    new: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new, as `KnowledgeGraph.digest` returns it.

    `since`, `until` and `added_since` say which papers are new; `before` is the number of those before.
    `papers` are ranked by the watch list, then by their links, then by id. `first_seen` begins with what is
    new beyond chance, then what is most named; it is empty where no paper was before. Of `taken_up`, only
    takers that are new are listed, of what was known before. `notes` say what could not be answered, a
    sentence each. `new` is the number of new papers, also where `papers` are only the first of them.
    """

    since: str
    until: str
    added_since: str
    before: int
    papers: tuple[NewPaper, ...]
    topics: tuple[TopicNews, ...]
    first_seen: tuple[FirstSeen, ...]
    code: tuple[NewCode, ...]
    rising: tuple[Movement, ...]
    fading: tuple[Movement, ...]
    taken_up: tuple[TakenUp, ...]
    notes: tuple[str, ...] = ()
    new: int = 0

    def __repr__(self) -> str:
        return f"<Digest: {self.new} new papers, {self.before} before>"


def digest_of(held: Counted, news: News, *, most: int | None = None, most_names: int | None = None) -> Digest:
    """Return what is new, the first `most` papers only, and without a watch list.

    `rank_papers` puts new papers in another order.
    """
    tables, corpus, new = held.tables, news.corpus, news.is_new
    is_whole = corpus is held.corpus
    numbers, linked = new.nonzero()[0], held.linked[news.kept]
    series = held.series() if is_whole else Series(corpus)
    trends, count = series.trends(), series.counts(corpus, new)
    before = len(corpus.papers) - len(numbers)
    first_seen = first_seen_of(corpus, new, most=most_names) if before else ()
    best = numbers if most is None else numbers[(-linked[numbers]).argsort(kind="stable")[: max(most, 0)]]
    listed = {corpus.papers[i]: int(linked[i]) for i in best.tolist()}
    mentions = tables.read_mentions(listed)
    names = _names_in(tables, mentions)
    return Digest(
        news.since,
        news.until,
        news.added_since,
        before=before,
        new=len(numbers),
        papers=rank_papers(_papers(held, news, listed, names, mentions)),
        topics=_topics(corpus, new),
        first_seen=first_seen,
        code=tuple(islice(_new_code(tables, corpus, new, most_names), most_names)) if before else (),
        rising=tuple(Movement(row, count(row)) for row in trends.rising),
        fading=tuple(Movement(row, count(row)) for row in trends.fading),
        taken_up=_taken_up(held.taken_up if is_whole else taken_up_of(corpus), corpus, new) if before else (),
        notes=tuple(
            filter(None, (*news.notes, _NONE_BEFORE if len(numbers) and not before else "", trends.note))
        ),
    )


def rank_papers(papers: Iterable[NewPaper]) -> tuple[NewPaper, ...]:
    """Return new papers in their order: by score, then by links, then by id."""
    return tuple(sorted(papers, key=lambda row: (-row.score, -row.linked, row.paper.id)))


def first_seen_of(
    corpus: Corpus, new: NDArray[np.bool_], *, most: int | None = None
) -> tuple[FirstSeen, ...]:
    """Return the entities that new papers name and no other: what is so beyond chance, then the most named.

    With `most`, only the first ones. All entities of two papers or more are tested together: were it chance
    which papers are new, all `k` papers of an entity would be with a probability of C(new, k) / C(all, k).
    """
    import numpy as np

    size = len(corpus.entities)
    total, first = np.bincount(corpus.named, minlength=size), _is_first(corpus, new)
    many, few = len(corpus.papers), int(new.sum())
    tested, some = total >= _LEAST_SEEN, first & (total >= _LEAST_SEEN)
    counts = total[some].tolist()
    chance = {k: comb(few, k) / comb(many, k) for k in set(counts)}
    p = np.ones(size)
    p[some] = [chance[k] for k in counts]
    q = np.ones(size)
    q[tested] = among_many(p[tested])
    place = {kind: i for i, kind in enumerate(sorted(set(corpus.entities.kinds)))}
    kinds = np.array([place[kind] for kind in corpus.entities.kinds], dtype=np.int64)
    found = np.flatnonzero(first)
    order = np.lexsort((kinds[found], -total[found], q[found] > FALSE_DISCOVERIES))
    chosen = found[order][: None if most is None else max(most, 0)]
    users = dict(corpus.users(np.isin(np.arange(size), chosen)))
    return tuple(
        FirstSeen(
            item.id,
            item.kind,
            item.label,
            tuple(corpus.papers[paper] for paper in users[i]),
            float(p[i]),
            float(q[i]),
        )
        for i in chosen.tolist()
        for item in [corpus.entities[i]]
    )


def _is_first(corpus: Corpus, new: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which entities new papers name and no other."""
    import numpy as np

    size = len(corpus.entities)
    total = np.bincount(corpus.named, minlength=size)
    found: NDArray[np.bool_] = total == np.bincount(corpus.named[new[corpus.naming]], minlength=size)
    return found & (total > 0)


Mentions = Mapping[tuple[str, str], Sequence[Mention]]
"""The mentions in papers by paper and entity."""


def _names_in(tables: GraphTables, mentions: Mentions) -> dict[str, list[NewName]]:
    """Return what papers name other than in the background, by paper, what each is most about first."""
    labels = tables.labels_of({entity for _, entity in mentions})
    names: dict[str, list[NewName]] = defaultdict(list)
    for (paper, entity), found in mentions.items():
        relation = relation_of(found)
        if relation not in BACKGROUND:
            name = NewName(entity, found[0].kind, labels[entity], relation, salience_of(found))
            names[paper].append(name)
    for rows in names.values():
        rows.sort(key=lambda name: (RANK[name.kind, name.relation], -name.salience, name.id))
    return names


def _papers(
    held: Counted,
    news: News,
    linked: Mapping[str, int],
    names: Mapping[str, Sequence[NewName]],
    mentions: Mentions,
) -> list[NewPaper]:
    corpus = news.corpus
    papers = held.tables.read_papers(linked)
    sentences = _own_sentences(papers, mentions)
    topics = {paper: int(corpus.topic_of[bisect_left(corpus.papers, paper)]) for paper in linked}
    return [
        NewPaper(
            papers[paper],
            news.added.get(paper, ""),
            corpus.topics[topics[paper]].label if topics[paper] >= 0 else "",
            tuple(names.get(paper, ())),
            sentences.get(paper, ""),
            weight / MILLION,
        )
        for paper, weight in linked.items()
    ]


def _own_sentences(papers: Mapping[str, Paper], mentions: Mentions) -> dict[str, str]:
    """Return the sentence in which each paper best shows what it proposes or introduces."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for (paper, _), rows in mentions.items():
        if own := [mention for mention in rows if mention.role in OWN]:
            found[paper] += own
    return {paper: best_sentence(papers[paper], found[paper]) for paper in papers if paper in found}


def _topics(corpus: Corpus, new: NDArray[np.bool_]) -> tuple[TopicNews, ...]:
    """Return the topics that have new papers, those with most of them first."""
    import numpy as np

    has = corpus.topic_of >= 0
    all_papers = np.bincount(corpus.topic_of[has], minlength=len(corpus.topics)).tolist()
    fresh = np.bincount(corpus.topic_of[has & new], minlength=len(corpus.topics)).tolist()
    found = [
        TopicNews(item.id, item.label, n, whole - n)
        for item, n, whole in zip(corpus.topics, fresh, all_papers, strict=True)
        if n
    ]
    return tuple(sorted(found, key=lambda row: (-row.new, row.name, row.id)))


def _new_code(
    tables: GraphTables, corpus: Corpus, new: NDArray[np.bool_], most: int | None
) -> Iterator[NewCode]:
    """Yield the repositories that are seen for the first time, with known methods beside, by paper.

    Of `most`, no more papers are read than are likely needed at once.
    """
    import numpy as np

    ids, labels, first = corpus.entities.ids, corpus.entities.labels, _is_first(corpus, new)

    def number(entity: str) -> int:
        return bisect_left(ids, entity)

    repos = first & np.array([kind == "repo" for kind in corpus.entities.kinds], dtype=np.bool_)
    coded = [corpus.papers[i] for i in np.unique(corpus.naming[repos[corpus.named]]).tolist()]
    size = len(coded) if most is None else _LIKELY_ENOUGH * most
    for some in batches(coded, max(size, 1)):
        methods: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
        for paper, entity, relation, salience in _named_in(tables, some, "method"):
            if not first[number(entity)]:
                methods[paper].append((RANK["method", relation], -salience, entity))
        found = [
            (paper, repo) for paper, repo, _, _ in _named_in(tables, methods, "repo") if repos[number(repo)]
        ]
        url = tables.urls_of([repo for _, repo in found])
        for paper, repo in sorted(found):
            known = tuple(labels[number(method)] for _, _, method in sorted(methods[paper]))
            yield NewCode(repo, labels[number(repo)], url[repo], paper, known)


def _named_in(
    tables: GraphTables, papers: Collection[str], kind: Kind
) -> Iterator[tuple[str, str, str, float]]:
    """Yield paper, entity, relation and salience of what papers name of a kind, not in the background."""
    # Entities of a kind follow each other: of others nothing is read.
    rows = tables.stream(
        "SELECT paper_id, entity_id, relation, salience FROM {incidence}"
        f" WHERE entity_id >= '{kind}:' AND entity_id < '{kind};' AND {among('paper_id')}",
        *bounds(papers),
    )
    return (row for row in rows if row[2] not in BACKGROUND)


def _taken_up(rows: Iterable[TakenUp], corpus: Corpus, new: NDArray[np.bool_]) -> tuple[TakenUp, ...]:
    """Return what papers before proposed or introduced and new ones use, what most of them use first."""
    fresh = {corpus.papers[i] for i in new.nonzero()[0].tolist()}
    found = [
        replace(row, takers=tuple(paper for paper in row.takers if paper in fresh))
        for row in rows
        if row.first not in fresh and not fresh.isdisjoint(row.takers)
    ]
    return tuple(sorted(found, key=lambda row: (-len(row.takers), row.kind, row.id)))
