"""Questions to a graph, and the records of their answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paperlattice.extractors.records import ENTITY_KINDS, RANK, Kind, Mention, Paper
from paperlattice.extractors.text import sentence_at
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.model.attributes import DECLARED, best_sentence, paper_node, relation_of
from paperlattice.graph.model.records import Entity, Join
from paperlattice.graph.query.lookup import Lookup

if TYPE_CHECKING:
    from paperlattice.graph.query.paths import Node

Names = str | Iterable[str] | None


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A paper that names an entity, and how."""

    id: str
    title: str
    relation: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity and the papers that name it, those that propose or introduce it first."""

    id: str
    kind: Kind
    label: str
    aliases: tuple[str, ...]
    url: str
    papers: tuple[NamedIn, ...]

    def __repr__(self) -> str:
        count = f"{len(self.papers)} paper{'' if len(self.papers) == 1 else 's'}"
        return f"<{self.kind} {self.label}: {count}>"


@dataclass(frozen=True, slots=True)
class Related:
    """A paper that shares entities with another: `weight` as in the graph, `shared` the labels."""

    id: str
    title: str
    weight: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A node on a path; `relation` and `evidence` say how it hangs together with the step before."""

    id: str
    kind: str
    label: str
    relation: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place where a paper names an entity; `sentence` is empty where the source declares it."""

    sentence: str
    surface: str
    start: int
    end: int
    role: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a paper names: how, and every place where it does."""

    id: str
    kind: Kind
    label: str
    relation: str
    evidence: tuple[Evidence, ...]


class Questions:
    """Questions to a graph by way of its `lookup`; every answer is a list of plain records, or one of them.

    Names may be written in any way that the graph knows: label, alias, long form, a form that a paper uses,
    or a node id.
    """

    @property
    def lookup(self) -> Lookup:
        """What knows the graph."""
        raise NotImplementedError

    def papers(
        self,
        *,
        method: Names = None,
        dataset: Names = None,
        repo: Names = None,
        text: str | None = None,
    ) -> list[Paper]:
        """Return the papers that name all given entities and hold `text`, in id order.

        `text` is looked for in title and abstract, without regard to case and line breaks. Raises UnknownNode
        with suggestions for a name that no entity of that kind has.
        """
        return self.lookup.select_papers(self.named(method=method, dataset=dataset, repo=repo), text=text)

    def named(self, **names: Names) -> list[str]:
        """Return the ids of the entities that names mean, given by kind. Raises UnknownNode."""
        return [
            self.lookup.entity(name, kind=kind).id
            for kind in ENTITY_KINDS
            for given in [names.get(kind)]
            for name in ([given] if isinstance(given, str) else given or ())
        ]

    def paper(self, title_or_id: str | Paper) -> Paper:
        """Return one paper by title (case and signs aside), id or node id. Raises UnknownNode."""
        return self.lookup.paper(title_or_id)

    def entity(self, name: str, kind: Kind | None = None) -> EntityView:
        """Return an entity with its aliases and the papers that name it.

        Between equally good entities the one named by most papers, then method before dataset before repo.
        Raises UnknownNode with the nearest names.
        """
        return _views(self.lookup, [self.lookup.entity(name, kind=kind)])[0]

    def entities(self, kind: Kind | None = None, top: int | None = None) -> list[EntityView]:
        """Return the entities, those named by most papers first, then by kind and label.

        `top` cuts the list. Raises UnknownKind.
        """
        self.lookup.check_kind(kind)
        return _views(self.lookup, self.lookup.best_known(kind, None if top is None else max(top, 0)))

    def related(self, paper: str | Paper, k: int | None = 10) -> list[Related]:
        """Return the `k` papers that share most with one, each with weight and shared entities.

        The heaviest link comes first, then by id; all of them for None. Raises UnknownNode.
        """
        own = self.lookup.paper(paper).id
        links = [
            (-link.weight, link.target if link.source == own else link.source, link.shared)
            for link in self.lookup.links_of(own)
        ]
        best = sorted(links)[: None if k is None else max(k, 0)]
        titles = self.lookup.titles_with([other for _, other, _ in best])
        labels = self.lookup.labels_with({entity for _, _, shared in best for entity in shared})
        return [
            Related(other, titles[other], -weight, tuple(labels[e] for e in shared))
            for weight, other, shared in best
        ]

    def path(self, a: str, b: str) -> list[Step]:
        """Return a shortest way from `a` to `b`, entities or papers, with the evidence of each step.

        Each may be a node id, a label or alias, a title or a paper id; where a name fits both, the entity is
        meant. Of several shortest ways the one over entities that fewest papers name wins, then the first by
        ids. Links between papers are not used: each rests on shared entities, and the way over those says
        which. Empty if there is no path between them. Raises UnknownNode.
        """
        start, goal = _any_node(self.lookup, a), _any_node(self.lookup, b)
        way = [start] if start == goal else self.lookup.incidence.shortest(start, goal)
        return [_step(self.lookup, node, before) for before, node in zip([None, *way], way, strict=False)]

    def nodes(self, names: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of the papers and of the entities that names mean; an entity before a paper.

        Raises UnknownNode.
        """
        found = [_any_node(self.lookup, name) for name in names]
        return [i for is_paper, i in found if is_paper], [i for is_paper, i in found if not is_paper]

    def evidence(self, paper: str | Paper, entity: str) -> list[Evidence]:
        """Return each sentence in which a paper names an entity, in the order of the text.

        A name that means several entities means the one that this paper names. Raises UnknownNode if there is
        no such paper or entity, or the one does not name the other.
        """
        source = self.lookup.paper(paper)
        meant = self.lookup.find_entities(entity) or [self.lookup.entity(entity)]
        named = set(self.lookup.entities_in(source.id))
        chosen = next((e for e in meant if e.id in named), None)
        if chosen is None:
            known = sorted(self.lookup.labels_with(named).values())
            listed = f"it names {', '.join(known)}" if known else "no entity was found in it"
            raise UnknownNode(f"{source.title!r} does not name {entity!r}; {listed}")
        return _places(source, self.lookup.mentions_of(chosen.id, [source.id])[source.id])

    def places(self, entity: str, paper_ids: Collection[str] | None = None) -> dict[str, list[Evidence]]:
        """Return by paper id every place that names an entity, in the order of the text.

        Of the given papers, or of all that name it. Raises UnknownNode.
        """
        found = self.lookup.mentions_of(self.lookup.entity(entity).id, paper_ids)
        papers = self.lookup.papers_with(found)
        return {paper_id: _places(papers[paper_id], found[paper_id]) for paper_id in sorted(found)}

    def names(self, paper: str | Paper) -> list[Named]:
        """Return the entities that a paper names, by id, each with its places. Raises UnknownNode."""
        source = self.lookup.paper(paper)
        found: dict[str, list[Mention]] = {}
        for entity_id, mention in self.lookup.mentions_in(source.id):
            if entity_id is not None:
                found.setdefault(entity_id, []).append(mention)
        entities = self.lookup.entities_with(found)
        return [
            Named(
                e,
                entities[e].kind,
                entities[e].label,
                relation_of(found[e]),
                tuple(_places(source, found[e])),
            )
            for e in sorted(found)
        ]

    def mentions(self, paper: str | Paper) -> list[Mention]:
        """Return all mentions in a paper, in the order of the text. Raises UnknownNode."""
        return [mention for _, mention in self.lookup.mentions_in(self.lookup.paper(paper).id)]

    def joins(self, entity: str) -> tuple[Join, ...]:
        """Return why the forms of an entity are one. Raises UnknownNode."""
        return self.lookup.entity(entity).joins


def common_kind(lookup: Lookup, a: str, b: str) -> Kind:
    """Return the kind under which both names are known best, else that of the better known one."""
    left, right = lookup.entity(a), lookup.entity(b)
    theirs = {entity.kind for entity in lookup.find_entities(b)}
    both = [entity.kind for entity in lookup.find_entities(a) if entity.kind in theirs]
    return both[0] if both else min(left, right, key=lookup.fame).kind


def _places(paper: Paper, mentions: Iterable[Mention]) -> list[Evidence]:
    return [
        Evidence(
            "" if m.rule == DECLARED else sentence_at(paper.text, m.start, m.end),
            m.surface,
            m.start,
            m.end,
            m.role,
            m.rule,
            m.confidence,
        )
        for m in mentions
    ]


def _views(lookup: Lookup, found: Sequence[Entity]) -> list[EntityView]:
    naming = lookup.papers_naming([e.id for e in found])
    views = []
    for e in found:
        rows = sorted(
            (NamedIn(*row) for row in naming.get(e.id, ())), key=lambda row: (RANK[row.relation] > 0, row.id)
        )
        views.append(EntityView(e.id, e.kind, e.label, e.aliases, e.url, tuple(rows)))
    return views


def _any_node(lookup: Lookup, name: str) -> Node:
    found = lookup.find_entities(name)
    if found:
        return False, found[0].id
    paper = lookup.find_paper(name)
    if paper is not None:
        return True, paper.id
    try:
        lookup.entity(name)
    except UnknownNode as error:
        raise UnknownNode(str(error).replace("no entity", "no entity or paper", 1)) from None
    raise AssertionError("find_entities and entity disagree")


def _step(lookup: Lookup, node: Node, before: Node | None) -> Step:
    is_paper, name = node
    relation = sentence = ""
    if before is not None:
        paper_id, entity_id = (name, before[1]) if is_paper else (before[1], name)
        mentions = lookup.mentions_of(entity_id, [paper_id])[paper_id]
        relation = relation_of(mentions)
        sentence = best_sentence(lookup.papers_with([paper_id])[paper_id], mentions)
    if is_paper:
        return Step(paper_node(name), "paper", lookup.titles_with([name])[name], relation, sentence)
    found = lookup.entities_with([name])[name]
    return Step(found.id, found.kind, found.label, relation, sentence)
