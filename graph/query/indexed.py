"""What questions have to know of a graph, from its tables in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.records import Kind, Mention, Paper
from graph.model.options import Lattice
from graph.model.records import Entity, Link
from graph.pipeline.index import form_rows, naming_rows, title_rows
from graph.query.lookup import Lookup, Naming, fame_key, folded

if TYPE_CHECKING:
    from graph.query.paths import Incidence
    from graph.resolve.explain import Bearers

__all__ = ["LatticeLookup"]


class LatticeLookup(Lookup):
    """Indexes over the tables of a graph, each built when first asked for."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice

    @cached_property
    def papers(self) -> dict[str, Paper]:
        """Papers by id, in id order."""
        return {paper.id: paper for paper in self._lattice.papers}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id, in id order."""
        return {entity.id: entity for entity in self._lattice.resolution.entities}

    def papers_with(self, paper_ids: Collection[str]) -> Mapping[str, Paper]:
        """See `Lookup`."""
        return {i: self.papers[i] for i in paper_ids if i in self.papers}

    def titles_with(self, paper_ids: Collection[str]) -> Mapping[str, str]:
        """See `Lookup`."""
        return {i: self.papers[i].title for i in paper_ids if i in self.papers}

    def titled(self, key: str) -> Sequence[tuple[str, bool]]:
        """See `Lookup`."""
        return self._titles.get(key, ())

    def all_titles(self) -> Iterable[str]:
        """See `Lookup`."""
        return (paper.title for paper in self._lattice.papers)

    def select_papers(self, entity_ids: Collection[str], *, text: str | None) -> list[Paper]:
        """See `Lookup`."""
        found = set(self.papers)
        for entity_id in entity_ids:
            found &= self._naming.get(entity_id, {}).keys()
        if text is not None:
            sought = folded(text)
            found = {paper_id for paper_id in found if sought in folded(self.papers[paper_id].text)}
        return [self.papers[paper_id] for paper_id in sorted(found)]

    def entities_with(self, entity_ids: Collection[str]) -> Mapping[str, Entity]:
        """See `Lookup`."""
        return {i: self.entities[i] for i in entity_ids if i in self.entities}

    def labels_with(self, entity_ids: Collection[str]) -> Mapping[str, str]:
        """See `Lookup`."""
        return {i: self.entities[i].label for i in entity_ids if i in self.entities}

    def ranked(self, key: str) -> Mapping[str, int]:
        """See `Lookup`."""
        return self._forms.get(key, {})

    def all_forms(self, kind: Kind | None) -> Iterable[str]:
        """See `Lookup`."""
        chosen = [e for e in self.entities.values() if kind in (None, e.kind)]
        return (form for e in chosen for form in (e.label, *e.aliases))

    def degrees(self, entity_ids: Collection[str]) -> Mapping[str, int]:
        """See `Lookup`."""
        return {i: len(self._naming[i]) for i in entity_ids if i in self._naming}

    def best_known(self, kind: Kind | None, top: int | None) -> list[Entity]:
        """See `Lookup`."""
        chosen = [e for e in self.entities.values() if kind in (None, e.kind) and e.id in self._naming]
        return sorted(chosen, key=lambda e: fame_key(e, len(self._naming[e.id])))[:top]

    def papers_naming(self, entity_ids: Collection[str]) -> Mapping[str, Sequence[Naming]]:
        """See `Lookup`."""
        return {i: [self._named_in(*row) for row in self._naming.get(i, {}).items()] for i in entity_ids}

    def entities_in(self, paper_id: str) -> Sequence[str]:
        """See `Lookup`."""
        return list(dict.fromkeys(e for e, _ in self.mentions_in(paper_id) if e is not None))

    def mentions_in(self, paper_id: str) -> Sequence[tuple[str | None, Mention]]:
        """See `Lookup`."""
        return self._mentions.get(paper_id, ())

    def mentions_of(
        self, entity_id: str, paper_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Mention]]:
        """See `Lookup`."""
        naming = self._naming.get(entity_id, {})
        wanted = naming if paper_ids is None else [i for i in paper_ids if i in naming]
        return {i: [m for e, m in self._mentions[i] if e == entity_id] for i in wanted}

    def links_of(self, paper_id: str) -> Sequence[Link]:
        """See `Lookup`."""
        return self._links.get(paper_id, ())

    @cached_property
    def incidence(self) -> Incidence:
        """See `Lookup`."""
        from graph.query.paths import Incidence

        return Incidence.of_pairs((e, p) for e, papers in self._naming.items() for p in papers)

    @property
    def bearers(self) -> Bearers:
        """See `Lookup`."""
        from graph.resolve.explain import Resolved

        return Resolved(self._lattice.resolution)

    def _named_in(self, paper_id: str, relation: str) -> Naming:
        paper = self.papers[paper_id]
        return paper_id, paper.title, relation, paper.date

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str | None, Mention]]]:
        found: dict[str, list[tuple[str | None, Mention]]] = defaultdict(list)
        names = self._lattice.resolution.names
        for mention in self._lattice.mentions:
            entity_id = names.get((mention.paper_id, mention.kind, mention.name))
            found[mention.paper_id].append((entity_id, mention))
        return dict(found)

    @cached_property
    def _naming(self) -> dict[str, dict[str, str]]:
        """Entity id -> paper id -> relation."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for entity_id, paper_id, relation in naming_rows(self._named()):
            found[entity_id][paper_id] = relation
        return dict(found)

    def _named(self) -> Iterable[tuple[str, Mention]]:
        return ((e, m) for found in self._mentions.values() for e, m in found if e is not None)

    @cached_property
    def _links(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self._lattice.links:
            found[link.source].append(link)
            found[link.target].append(link)
        return dict(found)

    @cached_property
    def _titles(self) -> dict[str, list[tuple[str, bool]]]:
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for key, paper_id, is_head in title_rows((paper.id, paper.title) for paper in self._lattice.papers):
            found[key].append((paper_id, is_head))
        return dict(found)

    @cached_property
    def _forms(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        written = ((e, form) for e, m in self._named() for form in (m.name, m.surface))
        for key, entity_id, rank in form_rows(self.entities.values(), written):
            found[key][entity_id] = rank
        return dict(found)
