"""What a watch list means in a graph, and how likely it makes new papers of interest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod
from typing import Final

from paperlattice.extractors.records import RELATIONS
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.model.near_names import hint_of, nearest
from paperlattice.graph.model.watch import Watch
from paperlattice.graph.query.digest import Digest, NewPaper, rank_papers
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.topics import find_topic, papers_in
from paperlattice.graph.store.tables import GraphTables

_OF_TOPIC: Final = 0.3
_BY_AUTHOR: Final = 0.9


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a paper may be of interest, in words, and how likely that alone makes it, from 0 to 1."""

    chance: float
    words: str


def with_watched(digest: Digest, watch: Watch, tables: GraphTables, lookup: Lookup) -> Digest:
    """Return a digest with the papers ranked by a watch list, and a note for each name of nothing.

    Reasons are taken as independent: the score is the probability that one of them holds. One that two names
    of the list give counts once. An entity counts by its salience in the paper, a related paper by the
    probability of the link if that is high enough for links, an author as 0.9, a topic or subtopic as 0.3.
    """
    finder = _Watched(tables, lookup, frozenset(row.paper.id for row in digest.papers))
    reasons: dict[str, list[Reason]] = defaultdict(list)
    notes = []
    for find, names in (
        (finder.naming, watch.entities),
        (finder.of_topic, watch.topics),
        (finder.related, watch.papers),
        (finder.by_author, watch.authors),
    ):
        for name in names:
            try:
                for paper, reason in find(name):
                    reasons[paper].append(reason)
            except UnknownNode as error:
                notes.append(f"{watch.source}: {error}")
    papers = rank_papers(_scored(row, reasons.get(row.paper.id, ())) for row in digest.papers)
    return replace(digest, papers=papers, notes=(*digest.notes, *notes))


def _scored(row: NewPaper, reasons: Iterable[Reason]) -> NewPaper:
    best = sorted(set(reasons), key=lambda reason: (-reason.chance, reason.words))
    score = 1 - prod(1 - reason.chance for reason in best)
    return replace(row, score=round(score, 6), reasons=tuple(dict.fromkeys(reason.words for reason in best)))


@dataclass(frozen=True, slots=True)
class _Watched:
    """Finds new papers by one name of a watch list. Every method raises UnknownNode for a name of nothing."""

    tables: GraphTables
    lookup: Lookup
    new: Collection[str]

    def naming(self, name: str) -> Iterator[tuple[str, Reason]]:
        """Yield the new papers that name an entity."""
        entity = self.lookup.entity(name)
        for paper, _, relation, _, salience in self.lookup.incidences([entity.id]).get(entity.id, ()):
            if paper in self.new:
                yield paper, Reason(salience, f"{RELATIONS[relation].label.lower()} {entity.label}")

    def of_topic(self, name: str) -> Iterator[tuple[str, Reason]]:
        """Yield the new papers of a topic or subtopic."""
        topic = find_topic(self.tables, name)
        for paper in sorted(papers_in(self.tables, topic).intersection(self.new)):
            yield paper, Reason(_OF_TOPIC, f"of the topic {topic.name}")

    def related(self, name: str) -> Iterator[tuple[str, Reason]]:
        """Yield the new papers that likely belong together with a paper."""
        paper = self.lookup.paper(name)
        least = self.tables.options().link_threshold
        parted = self.lookup.unrelated_to(paper.id)
        if paper.id in self.new:
            yield paper.id, Reason(1.0, "on the watch list")
        found = [
            (link.target if link.source == paper.id else link.source, link)
            for link in self.lookup.ranked_links(paper.id, None, among=self.new)
        ]
        links = [(other, link) for other, link in found if link.weight >= least and other not in parted]
        reasons = self.tables.reasons_of([link for _, link in links])
        for (other, link), why in zip(links, reasons, strict=True):
            yield other, Reason(link.weight, f"related to {paper.title!r}: {why}")

    def by_author(self, name: str) -> Iterator[tuple[str, Reason]]:
        """Yield the new papers of an author."""
        found = self.lookup.select_papers(PaperFilter(authors=(name,)))
        if not found:
            rows = self.tables.stream("SELECT DISTINCT unnest(authors) FROM {papers}")
            known = sorted(f"{a['given']} {a['family']}".strip() for (a,) in rows)
            hint = hint_of(nearest(name, known), otherwise="`paperlattice show PAPER` lists authors")
            raise UnknownNode(f"no author named {name!r}{hint}")
        yield from ((paper.id, Reason(_BY_AUTHOR, f"by {name}")) for paper in found if paper.id in self.new)
