"""What questions have to know of a graph, from its tables in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.records import Kind, Mention, Paper
from graph.model.records import Entity, Link, Resolution
from graph.query.lookup import Lookup, Naming, fame_key, folded
from graph.store.tables import MENTION, PAPER, GraphTables, link_from, paper_from

if TYPE_CHECKING:
    from graph.query.paths import Incidence
    from graph.resolve.explain import Bearers


class IndexedLookup(Lookup):
    """Indexes in memory over the tables of a graph, each made when first asked for."""

    def __init__(self, tables: GraphTables) -> None:
        self._tables = tables

    @cached_property
    def papers(self) -> dict[str, Paper]:
        """Papers by id, in id order."""
        rows = self._tables.stream(f"SELECT {PAPER} FROM {{papers}} ORDER BY id")
        return {row[0]: paper_from(row) for row in rows}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id, in id order."""
        ids = [row[0] for row in self._tables.rows("SELECT id FROM {entities} ORDER BY id")]
        found = self._tables.read_entities(ids)
        return {entity_id: found[entity_id] for entity_id in ids}

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
        return (paper.title for paper in self.papers.values())

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
        return self._tables.labels_of(entity_ids)

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

        names = {(m.paper_id, m.kind, m.name): e for found in self._mentions.values() for e, m in found if e}
        return Resolved(Resolution(tuple(self.entities.values()), names))

    def _named_in(self, paper_id: str, relation: str) -> Naming:
        paper = self.papers[paper_id]
        return paper_id, paper.title, relation, paper.date

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str | None, Mention]]]:
        found: dict[str, list[tuple[str | None, Mention]]] = defaultdict(list)
        order = 'paper_id, start, "end", kind, name, role, rule, confidence'
        for entity_id, *row in self._tables.stream(
            f"SELECT entity_id, {MENTION} FROM {{mentions}} ORDER BY {order}"
        ):
            found[row[0]].append((entity_id, Mention(*row)))
        return dict(found)

    @cached_property
    def _naming(self) -> dict[str, dict[str, str]]:
        """Entity id -> paper id -> relation."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for entity_id, paper_id, relation in self._tables.stream(
            "SELECT entity_id, paper_id, relation FROM {incidence} ORDER BY entity_id, paper_id"
        ):
            found[entity_id][paper_id] = relation
        return dict(found)

    @cached_property
    def _links(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for row in self._tables.stream("SELECT source, target, weight, shared FROM {links}"):
            found[row[0]].append(link := link_from(row))
            found[row[1]].append(link)
        return dict(found)

    @cached_property
    def _titles(self) -> dict[str, list[tuple[str, bool]]]:
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for key, paper_id, is_head in self._tables.stream("SELECT key, paper_id, is_head FROM {title_index}"):
            found[key].append((paper_id, is_head))
        return dict(found)

    @cached_property
    def _forms(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for key, entity_id, rank in self._tables.stream("SELECT key, entity_id, rank FROM {name_index}"):
            found[key][entity_id] = rank
        return dict(found)
