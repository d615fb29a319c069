"""What a question means by "low-rank adaptation": names to papers and entities, typos to suggestions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from extractors.records import ENTITY_KINDS, Kind, Mention, Paper, title_key
from graph.assemble import paper_node
from graph.errors import UnknownKind, UnknownNode
from graph.lattice import Lattice
from graph.records import Entity, Link
from graph.resolve.keys import name_key

__all__ = ["Lookup"]

_SUGGESTIONS: Final = 5
_NEAR: Final = 60.0
_SPREAD: Final = 20.0
_MANY: Final = 50_000


class Lookup:
    """Indexes over the tables of a graph, each built when first asked for."""

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        self.papers: dict[str, Paper] = {paper.id: paper for paper in lattice.papers}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in lattice.resolution.entities}

    @cached_property
    def mentions(self) -> dict[tuple[str, str], list[Mention]]:
        """Mentions by (paper id, entity id), in the order of the text."""
        found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        names = self.lattice.resolution.names
        for mention in self.lattice.mentions:
            entity = names.get((mention.paper_id, mention.kind, mention.name))
            if entity is not None:
                found[mention.paper_id, entity].append(mention)
        return dict(found)

    @cached_property
    def papers_of(self) -> dict[str, list[str]]:
        """Ids of the papers that name an entity, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for paper_id, entity_id in sorted(self.mentions):
            found[entity_id].append(paper_id)
        return dict(found)

    @cached_property
    def entities_of(self) -> dict[str, list[str]]:
        """Ids of the entities that a paper names, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for paper_id, entity_id in sorted(self.mentions):
            found[paper_id].append(entity_id)
        return dict(found)

    @cached_property
    def links_of(self) -> dict[str, list[Link]]:
        """Links of a paper, in their order."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.lattice.links:
            found[link.source].append(link)
            found[link.target].append(link)
        return dict(found)

    def paper(self, name: str | Paper) -> Paper:
        """Return the paper of a title, id or node id; letter case and signs in titles do not matter.

        What stands before a title's colon will do where only one paper has it. Of several with one title the
        first by id. Raises UnknownNode with the nearest titles.
        """
        found = self.papers.get(name.id) if isinstance(name, Paper) else self.find_paper(name)
        if found is None:
            given = name.title if isinstance(name, Paper) else name
            near = _nearest(given, [paper.title for paper in self.lattice.papers])
            raise _unknown("paper", given, near[:_SUGGESTIONS])
        return found

    def find_paper(self, name: str) -> Paper | None:
        """Return the paper of a title, id or node id, None if there is none."""
        paper_id = name if name in self.papers else self._paper_ids.get(name)
        if paper_id is None:
            key = title_key(name)
            paper_id = self._titles.get(key) or self._title_heads.get(key)
        return None if paper_id is None else self.papers[paper_id]

    def entity(self, name: str, *, kind: Kind | None = None) -> Entity:
        """Return the entity that a name means best.

        An exact id or label counts before another spelling of a label, that before an alias, that before a
        form that a paper uses. Of equals the one named by most papers wins, then method before dataset
        before repo. Raises UnknownNode with the nearest names, UnknownKind.
        """
        found = self.find_entities(name, kind=kind)
        if not found:
            raise _unknown(kind or "entity", name, self._near_entities(name, kind))
        return found[0]

    def find_entities(self, name: str, *, kind: Kind | None = None) -> list[Entity]:
        """Return all entities that a name may mean, best first. Raises UnknownKind."""
        self.check_kind(kind)
        ranks: dict[str, int] = dict(self._names.get(name_key(name), {}))
        for entity_id in self._labels.get(name, ()):
            ranks[entity_id] = 0
        if name in self.entities:
            ranks[name] = -1
        found = [self.entities[e] for e in ranks if kind in (None, self.entities[e].kind)]
        return sorted(found, key=lambda e: (ranks[e.id], *self.fame(e)))

    @staticmethod
    def check_kind(kind: str | None) -> None:
        """Raise UnknownKind unless `kind` is None or a kind of entity."""
        if kind is not None and kind not in ENTITY_KINDS:
            raise UnknownKind(f"no kind of entity is called {kind!r}: there are {', '.join(ENTITY_KINDS)}")

    def fame(self, entity: Entity) -> tuple[int, int, str, str]:
        """Return a key that sorts the best known first, then by kind, label and id."""
        papers = len(self.papers_of.get(entity.id, ()))
        return -papers, ENTITY_KINDS.index(entity.kind), entity.label.casefold(), entity.id

    @cached_property
    def _paper_ids(self) -> dict[str, str]:
        return {paper_node(paper_id): paper_id for paper_id in self.papers}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {title_key(paper.title): paper.id for paper in reversed(self.lattice.papers)}

    @cached_property
    def _title_heads(self) -> dict[str, str]:
        """Paper by what stands before the colon of its title, where only one paper has that head."""
        found: dict[str, list[str]] = defaultdict(list)
        for paper in self.lattice.papers:
            head, colon, _ = paper.title.partition(":")
            if colon:
                found[title_key(head)].append(paper.id)
        return {key: ids[0] for key, ids in found.items() if key and len(ids) == 1}

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for entity in self.entities.values():
            found[entity.label].append(entity.id)
        return dict(found)

    @cached_property
    def _names(self) -> dict[str, dict[str, int]]:
        """Rank (1 label, 2 alias, 3 form in a paper) of each entity that a key may mean."""
        found: dict[str, dict[str, int]] = defaultdict(dict)

        def note(form: str, entity_id: str, rank: int) -> None:
            known = found[name_key(form)]
            known[entity_id] = min(rank, known.get(entity_id, rank))

        for entity in self.entities.values():
            note(entity.label, entity.id, 1)
            for alias in (*entity.aliases, *([entity.url] if entity.url else [])):
                note(alias, entity.id, 2)
        for (_, entity_id), mentions in self.mentions.items():
            for form in {form for m in mentions for form in (m.name, m.surface) if form}:
                note(form, entity_id, 3)
        return dict(found)

    def _near_entities(self, name: str, kind: Kind | None) -> list[str]:
        """Return the labels of the nearest entities, each with the form that is near if that is another."""
        forms: dict[str, Entity] = {}
        for entity in sorted(self.entities.values(), key=self.fame):
            if kind in (None, entity.kind):
                for form in (entity.label, *entity.aliases):
                    forms.setdefault(form, entity)
        near: dict[str, str] = {}
        for form in _nearest(name, forms):
            label = forms[form].label
            near.setdefault(forms[form].id, label if form == label else f"{label} ({form})")
        return list(near.values())[:_SUGGESTIONS]


def _nearest(name: str, among: Iterable[str]) -> list[str]:
    """Return the names most like `name`, best first; coarser where there are very many."""
    choices = list(dict.fromkeys(among))
    scorer: Callable[..., float] = fuzz.ratio if len(choices) > _MANY else fuzz.WRatio
    found = process.extract(
        name, choices, scorer=scorer, processor=str.casefold, limit=4 * _SUGGESTIONS, score_cutoff=_NEAR
    )
    best = sorted(found, key=lambda hit: (-hit[1], abs(len(hit[0]) - len(name)), hit[0]))
    return [choice for choice, score, _ in best if score >= best[0][1] - _SPREAD]


def _unknown(what: str, name: str, near: list[str]) -> UnknownNode:
    hint = f"; nearest: {', '.join(near)}" if near else "; `paperlattice entities` lists what there is"
    if what == "paper" and not near:
        hint = "; give a title or an id as `paperlattice papers` lists them"
    return UnknownNode(f"no {what} named {name!r}{hint}")
