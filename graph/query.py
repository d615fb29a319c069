"""Questions to a graph, each a function of its indexes; every answer is a list of plain records."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.records import Kind, Paper
from graph.assemble import DECLARED, best_sentence, paper_node, relation_of
from graph.errors import UnknownNode
from graph.evidence import sentence_at
from graph.lookup import Lookup
from graph.records import Entity

__all__ = [
    "EntityView",
    "Evidence",
    "NamedIn",
    "Related",
    "Step",
    "entities",
    "entity",
    "evidence",
    "papers",
    "path",
    "related",
]

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


def papers(
    lookup: Lookup,
    *,
    method: Names = None,
    dataset: Names = None,
    repo: Names = None,
    text: str | None = None,
) -> list[Paper]:
    """Return the papers that name all given entities and hold `text`, in id order.

    `text` is looked for in title and abstract, without regard to case and line breaks. Raises UnknownNode
    for a name that no entity of that kind has.
    """
    found = set(lookup.papers)
    wanted: tuple[tuple[Kind, Names], ...] = (("method", method), ("dataset", dataset), ("repo", repo))
    for kind, names in wanted:
        for name in [names] if isinstance(names, str) else names or ():
            found &= set(lookup.papers_of.get(lookup.entity(name, kind=kind).id, ()))
    if text is not None:
        sought = " ".join(text.casefold().split())
        found = {p for p in found if sought in " ".join(lookup.papers[p].text.casefold().split())}
    return [lookup.papers[paper_id] for paper_id in sorted(found)]


def entity(lookup: Lookup, name: str, *, kind: Kind | None = None) -> EntityView:
    """Return the entity that a name means best, see `Lookup.entity`."""
    return _view(lookup, lookup.entity(name, kind=kind))


def entities(lookup: Lookup, *, kind: Kind | None = None, top: int | None = None) -> list[EntityView]:
    """Return the entities, those named by most papers first, then by kind and label; `top` cuts the list.

    Raises UnknownKind.
    """
    lookup.check_kind(kind)
    chosen = [e for e in lookup.entities.values() if kind in (None, e.kind) and e.id in lookup.papers_of]
    ranked = sorted(chosen, key=lookup.fame)
    return [_view(lookup, found) for found in ranked[: len(ranked) if top is None else max(top, 0)]]


def related(lookup: Lookup, paper: str | Paper, *, k: int | None = 10) -> list[Related]:
    """Return the papers linked with one, heaviest link first, then by id; at most `k`, all for None."""
    own = lookup.paper(paper).id
    found = []
    for link in lookup.links_of.get(own, ()):
        other = lookup.papers[link.target if link.source == own else link.source]
        shared = tuple(lookup.entities[e].label for e in link.shared)
        found.append(Related(other.id, other.title, link.weight, shared))
    found.sort(key=lambda r: (-r.weight, r.id))
    return found if k is None else found[: max(k, 0)]


def path(lookup: Lookup, source: str, target: str) -> list[Step]:
    """Return a shortest way between two papers or entities over who names what; empty if there is none.

    Each may be a node id, a label or alias, a title or a paper id; where a name fits both, the entity is
    meant. Of several shortest ways the one over entities that fewest papers name wins, then the first by
    ids. Links between papers are not used: each rests on shared entities, and the way over those says
    which.
    """
    start, goal = _any_node(lookup, source), _any_node(lookup, target)
    way = _shortest(lookup, start, goal)
    return [_step(lookup, node, before) for before, node in zip([None, *way], way, strict=False)]


def evidence(lookup: Lookup, paper: str | Paper, name: str) -> list[Evidence]:
    """Return every place where a paper names an entity, in the order of the text.

    A name that means several entities means the one that this paper names. Raises UnknownNode if there is
    no such paper or entity, or the one does not name the other.
    """
    source = lookup.paper(paper)
    lookup.entity(name)
    named = [e for e in lookup.find_entities(name) if (source.id, e.id) in lookup.mentions]
    if not named:
        known = sorted(lookup.entities[e].label for e in lookup.entities_of.get(source.id, ()))
        listed = f"it names {', '.join(known)}" if known else "no entity was found in it"
        raise UnknownNode(f"{source.title!r} does not name {name!r}; {listed}")
    return [
        Evidence(
            "" if m.rule == DECLARED else sentence_at(source.text, m.start, m.end),
            m.surface,
            m.start,
            m.end,
            m.role,
            m.rule,
            m.confidence,
        )
        for m in lookup.mentions[source.id, named[0].id]
    ]


def _view(lookup: Lookup, found: Entity) -> EntityView:
    rows = []
    for paper_id in lookup.papers_of.get(found.id, ()):
        paper = lookup.papers[paper_id]
        relation = relation_of(lookup.mentions[paper_id, found.id])
        rows.append(NamedIn(paper.id, paper.title, relation, paper.date))
    rows.sort(key=lambda row: (row.relation == "uses", row.id))
    return EntityView(found.id, found.kind, found.label, found.aliases, found.url, tuple(rows))


Node = tuple[bool, str]
"""(is a paper, id)"""


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


def _shortest(lookup: Lookup, start: Node, goal: Node) -> list[Node]:
    """Dijkstra over (steps, papers that name the entities passed, ids)."""
    before: dict[Node, Node | None] = {}
    queue: list[tuple[int, int, Node, Node | None]] = [(0, 0, start, None)]
    while queue:
        steps, spread, node, origin = heapq.heappop(queue)
        if node in before:
            continue
        before[node] = origin
        if node == goal:
            break
        near = lookup.entities_of if node[0] else lookup.papers_of
        for other in near.get(node[1], ()):
            step = (not node[0], other)
            if step not in before:
                cost = 0 if step[0] else len(lookup.papers_of[other])
                heapq.heappush(queue, (steps + 1, spread + cost, step, node))
    way: list[Node] = []
    at: Node | None = goal if goal in before else None
    while at is not None:
        way.append(at)
        at = before[at]
    return way[::-1]


def _step(lookup: Lookup, node: Node, before: Node | None) -> Step:
    is_paper, name = node
    relation = sentence = ""
    if before is not None:
        paper_id, entity_id = (name, before[1]) if is_paper else (before[1], name)
        mentions = lookup.mentions[paper_id, entity_id]
        relation = relation_of(mentions)
        sentence = best_sentence(lookup.papers[paper_id], mentions)
    if is_paper:
        return Step(paper_node(name), "paper", lookup.papers[name].title, relation, sentence)
    found = lookup.entities[name]
    return Step(found.id, found.kind, found.label, relation, sentence)
