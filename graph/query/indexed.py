"""The lookup of a small graph, by indexes in memory over its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.model.records import Entity
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.reader import MENTION_ORDER, MentionsWithin, NamedPaper
from paperlattice.graph.store.tables import MENTION, PAPER, paper_from


class IndexedLookup(Lookup):
    """Answers the most frequent questions by indexes in memory, each made on first use; the rest by SQL."""

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

    def entities_with(self, entity_ids: Collection[str], *, merges: bool = False) -> Mapping[str, Entity]:
        """See `Lookup`."""
        known = {i: self._entities[i] for i in entity_ids if i in self._entities}
        return known if merges else {i: replace(known[i], merges=()) for i in known}

    def ranked(self, key: str) -> Mapping[str, int]:
        """See `Lookup`."""
        return self._names.get(key, {})

    def known_keys(self, keys: Collection[str]) -> Collection[str]:
        """See `Lookup`."""
        return [key for key in keys if key in self._names]

    def degrees(self, entity_ids: Collection[str]) -> Mapping[str, int]:
        """See `Lookup`."""
        return {i: len(self._incidence[i]) for i in entity_ids if i in self._incidence}

    def incidences(self, entity_ids: Collection[str]) -> Mapping[str, Sequence[NamedPaper]]:
        """See `Lookup`."""
        return {
            i: [
                (p, self._papers[p].title, relation, self._papers[p].date, salience)
                for p, (relation, salience) in self._incidence[i].items()
            ]
            for i in entity_ids
            if i in self._incidence
        }

    def entities_in(self, paper_id: str) -> Sequence[str]:
        """See `Lookup`."""
        return list(dict.fromkeys(e for e, _ in self.mentions_in(paper_id) if e is not None))

    def mentions_in(self, paper_id: str) -> Sequence[tuple[str | None, Mention]]:
        """See `Lookup`."""
        return self._mentions.get(paper_id, ())

    def mentions_within(self, paper_ids: Collection[str]) -> MentionsWithin:
        """See `Lookup`."""
        return {
            paper: [(e, mention) for e, mention in self._mentions.get(paper, ()) if e is not None]
            for paper in paper_ids
        }

    def mentions_of(
        self, entity_id: str, paper_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Mention]]:
        """See `Lookup`."""
        incidence = self._incidence.get(entity_id, {})
        wanted = incidence if paper_ids is None else [i for i in paper_ids if i in incidence]
        return {i: [m for e, m in self._mentions[i] if e == entity_id] for i in wanted}

    def linked_with(self, paper_id: str) -> Collection[str]:
        """See `Lookup`."""
        return self._linked.get(paper_id, ())

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str | None, Mention]]]:
        rows = self._tables.stream(
            f"SELECT paper_id, entity_id, {MENTION} FROM {{mentions}} ORDER BY {MENTION_ORDER}"
        )
        found = _by_first(rows)
        return {paper: [(e, Mention(*row)) for e, *row in found[paper]] for paper in found}

    @cached_property
    def _incidence(self) -> dict[str, dict[str, tuple[str, float]]]:
        """Entity id -> paper id -> relation and salience."""
        question = (
            "SELECT entity_id, paper_id, relation, salience FROM {incidence} ORDER BY entity_id, paper_id"
        )
        rows = _by_first(self._tables.stream(question))
        return {
            entity: {paper: (relation, salience) for paper, relation, salience in papers}
            for entity, papers in rows.items()
        }

    @cached_property
    def _linked(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for source, target in self._tables.stream("SELECT source, target FROM {links}"):
            found[source].add(target)
            found[target].add(source)
        return dict(found)

    @cached_property
    def _titles(self) -> dict[str, list[tuple[str, bool]]]:
        return _by_first(self._tables.stream("SELECT key, paper_id, is_head FROM {title_index}"))

    @cached_property
    def _names(self) -> dict[str, dict[str, int]]:
        rows = self._tables.stream("SELECT key, entity_id, rank FROM {name_index}")
        return {key: dict(pairs) for key, pairs in _by_first(rows).items()}


def _by_first(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    """Group rows by their first column; return the other columns, in order."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, *rest in rows:
        found[key].append(tuple(rest))
    return dict(found)
