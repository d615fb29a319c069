"""What questions have to know of a graph, by indexes in memory over its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.model.records import Entity, Link
from paperlattice.graph.query.lookup import Naming
from paperlattice.graph.query.sql import SqlLookup
from paperlattice.graph.store.tables import MENTION, PAPER, link_from, paper_from


class IndexedLookup(SqlLookup):
    """Answers what is asked most by indexes in memory, each made when first asked for; the rest by SQL."""

    @cached_property
    def _papers(self) -> dict[str, Paper]:
        return {row[0]: paper_from(row) for row in self._tables.stream(f"SELECT {PAPER} FROM {{papers}}")}

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return self._tables.read_entities(
            [row[0] for row in self._tables.stream("SELECT id FROM {entities}")]
        )

    def papers_with(self, paper_ids: Collection[str]) -> Mapping[str, Paper]:
        """See `Lookup`."""
        return {i: self._papers[i] for i in paper_ids if i in self._papers}

    def titles_with(self, paper_ids: Collection[str]) -> Mapping[str, str]:
        """See `Lookup`."""
        return {i: self._papers[i].title for i in paper_ids if i in self._papers}

    def titled(self, key: str) -> Sequence[tuple[str, bool]]:
        """See `Lookup`."""
        return self._titles.get(key, ())

    def entities_with(self, entity_ids: Collection[str]) -> Mapping[str, Entity]:
        """See `Lookup`."""
        return {i: self._entities[i] for i in entity_ids if i in self._entities}

    def ranked(self, key: str) -> Mapping[str, int]:
        """See `Lookup`."""
        return self._names.get(key, {})

    def degrees(self, entity_ids: Collection[str]) -> Mapping[str, int]:
        """See `Lookup`."""
        return {i: len(self._naming[i]) for i in entity_ids if i in self._naming}

    def papers_naming(self, entity_ids: Collection[str]) -> Mapping[str, Sequence[Naming]]:
        """See `Lookup`."""
        return {
            i: [(p, self._papers[p].title, how, self._papers[p].date) for p, how in self._naming[i].items()]
            for i in entity_ids
            if i in self._naming
        }

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
    def _names(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for key, entity_id, rank in self._tables.stream("SELECT key, entity_id, rank FROM {name_index}"):
            found[key][entity_id] = rank
        return dict(found)
