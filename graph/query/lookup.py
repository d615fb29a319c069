"""Which paper or entity a name means."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from paperlattice.extractors.records import ENTITY_KINDS, KINDS, Kind, Paper, title_key
from paperlattice.graph.errors import UnknownKind, UnknownNode
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.near_names import SUGGESTIONS, hint_of, nearest
from paperlattice.graph.model.pins import Unrelated, given_scopes, scopes_of
from paperlattice.graph.model.records import Entity
from paperlattice.graph.query.reader import Reader, degree_key
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.store.tables import (
    GraphTables,
)

if TYPE_CHECKING:
    from paperlattice.graph.resolve.explain import NameIndex

_ESCAPED: Final = re.compile(r"(?:_[0-9A-F]{2})+")
_TITLE_WORDS: Final = 4


class Lookup(Reader):
    """Which paper or entity a name means, beside what the tables hold; `graph.query.questions` uses it."""

    def paper(self, name: str | Paper) -> Paper:
        """Return the paper of a title, id or node id; letter case and punctuation in titles do not matter.

        The part before a title's colon is enough if only one paper has it. Of several papers with one title,
        the first by id is meant. Raises UnknownNode with the nearest titles.
        """
        if isinstance(name, Paper):
            given, found = name.title, self.papers_with([name.id]).get(name.id)
        else:
            given, found = name, self.find_paper(name)
        if found is None:
            raise self.unknown_paper(given)
        return found

    def unknown_paper(self, name: str) -> UnknownNode:
        """Return the error for a name of no paper, with the nearest titles."""
        return _unknown("paper", name, nearest(name, self.all_titles()))

    def find_paper(self, name: str) -> Paper | None:
        """Return the paper of a title, id or node id, None if there is none."""
        ids = [name, *_paper_of_node(name)]
        found = self.papers_with(ids)
        for paper_id in ids:
            if paper_id in found:
                return found[paper_id]
        rows = self.titled(title_key(name))
        whole = [paper_id for paper_id, is_head in rows if not is_head]
        heads = [paper_id for paper_id, is_head in rows if is_head]
        if not whole and len(heads) != 1:
            return None
        chosen = min(whole or heads)
        return self.papers_with([chosen]).get(chosen)

    @cached_property
    def _unrelated(self) -> tuple[Unrelated, ...]:
        return self._tables.options().pins.unrelated

    def unrelated_to(self, paper_id: str) -> frozenset[str]:
        """Return the ids of the papers that pins part from a paper."""
        if not self._unrelated:
            return frozenset()
        found: set[str] = set()
        paper = self.paper(paper_id)
        own = {*scopes_of(paper.id, paper.title)}
        for pin in self._unrelated:
            for one, other in (pin.papers, pin.papers[::-1]):
                if not own.isdisjoint(given_scopes(one)):
                    found.update(self._with_scopes(other))
        return frozenset(found - {paper_id})

    def _with_scopes(self, given: str) -> list[str]:
        question = """
            SELECT id FROM {papers} WHERE id = ?
            UNION SELECT paper_id FROM {title_index} WHERE key = ? AND NOT is_head
        """
        return [row[0] for row in self._tables.rows(question, given, title_key(given))]

    def entity(self, name: str, *, kind: Kind | None = None) -> Entity:
        """Return the entity that a name means best.

        An exact id or label counts before another spelling of a label, that before an alias, that before a
        form that a paper uses. Of equals the most mentioned wins, then the first in the order of kinds.
        Raises UnknownNode with what else has the name, or else the nearest names, and UnknownKind.
        """
        found = self.find_entities(name, kind=kind)
        if not found and kind is not None and (others := self.find_entities(name)):
            raise UnknownNode(f"no {kind} named {name!r}; {others[0].label} is a {KINDS[others[0].kind].one}")
        if not found:
            raise _unknown(kind or "entity", name, self._near_entities(name, kind))
        return found[0]

    def entity_in(self, paper: Paper, name: str) -> Entity:
        """Return the entity that a name means in a paper: the best of those that the paper names.

        Raises UnknownNode with what the paper names, or else the nearest names.
        """
        meant = self.find_entities(name) or [self.entity(name)]
        named = set(self.entities_in(paper.id))
        found = next((e for e in meant if e.id in named), None)
        if found is None:
            known = sorted(self.labels_with(named).values())
            listed = f"it names {', '.join(known)}" if known else "no entity was found in it"
            raise UnknownNode(f"{paper.title!r} does not name {name!r}; {listed}")
        return found

    def find_entities(self, name: str, *, kind: Kind | None = None) -> list[Entity]:
        """Return all entities that a name may mean, best first. Raises UnknownKind."""
        return self.find_each([name], kind=kind)[name]

    def find_each(self, names: Collection[str], *, kind: Kind | None = None) -> dict[str, list[Entity]]:
        """Return `find_entities` of each name. Raises UnknownKind."""
        self.check_kind(kind)
        ranks = {name: self.ranked(name_key(name)) for name in names}
        known = self.entities_with({*names, *chain.from_iterable(ranks.values())})
        meant = {
            name: [e for i in {**ranks[name], name: 0} if (e := known.get(i)) and kind in (None, e.kind)]
            for name in names
        }
        degrees = self.degrees({e.id for found in meant.values() if len(found) > 1 for e in found})

        def order(name: str, entity: Entity) -> tuple[int, tuple[int, int, str, str]]:
            is_label = entity.label == name
            rank = -1 if entity.id == name else 0 if is_label else ranks[name][entity.id]
            return rank, degree_key(entity, degrees.get(entity.id, 0))

        return {name: sorted(meant[name], key=partial(order, name)) for name in names}

    @property
    def name_index(self) -> NameIndex:
        """Which entities have a name, for explanations."""
        return _StoredNames(self, self._tables)

    def common_kind(self, a: str, b: str) -> Kind:
        """Return the most mentioned kind that both names have, else that of the more mentioned name."""
        left, right = self.entity(a), self.entity(b)
        theirs = {entity.kind for entity in self.find_entities(b)}
        both = [entity.kind for entity in self.find_entities(a) if entity.kind in theirs]
        return both[0] if both else min(left, right, key=self._degree_key_of).kind

    def pair_of_papers(self, a: str, b: str) -> tuple[Paper, Paper] | tuple[()]:
        """Return the papers that two names mean, nothing if both mean entities: of one kind, or no papers.

        Raises UnknownNode for a name of nothing, and for an entity beside a paper.
        """
        entities = [self.find_entities(name) for name in (a, b)]
        kinds = [{entity.kind for entity in found} for found in entities]
        if kinds[0] & kinds[1]:
            return ()
        left, right = self.find_paper(a), self.find_paper(b)
        if left and right:
            return left, right
        if all(entities):
            return ()
        for name, found, paper in zip((a, b), entities, (left, right), strict=True):
            if not found and not paper:
                beside_paper = (left or right) and not any(entities)
                raise self.unknown_paper(name) if beside_paper else self.unknown_node(name)
        named, titled = (a, b) if entities[0] else (b, a)
        raise UnknownNode(
            f"{named!r} is an entity and {titled!r} a paper: give two entities or two papers, "
            "or look for a path between them"
        )

    def unknown_node(self, name: str) -> UnknownNode:
        """Return the error for a name of nothing, with the nearest names; titles if it is as long as one."""
        if len(name.split()) >= _TITLE_WORDS:
            near = nearest(name, self.all_titles())
            if near:
                return _unknown("entity or paper", name, near)
        return _unknown("entity or paper", name, self._near_entities(name, None))

    @staticmethod
    def check_kind(kind: str | None) -> None:
        """Raise UnknownKind unless `kind` is None or a kind of entity."""
        if kind is not None and kind not in ENTITY_KINDS:
            raise UnknownKind(f"{kind!r} is not a kind of entity: give one of {', '.join(ENTITY_KINDS)}")

    def _degree_key_of(self, entity: Entity) -> tuple[int, int, str, str]:
        """Return a key that sorts the most mentioned first, then by kind, label and id."""
        return degree_key(entity, self.degrees([entity.id]).get(entity.id, 0))

    def _by_degree(self, entities: Collection[Entity]) -> list[Entity]:
        if len(entities) < 2:
            return list(entities)
        degrees = self.degrees([e.id for e in entities])
        return sorted(entities, key=lambda e: degree_key(e, degrees.get(e.id, 0)))

    def _near_entities(self, name: str, kind: Kind | None) -> list[str]:
        """Return the labels of the nearest entities, each with the form that is near if it differs."""
        near: dict[str, str] = {}
        for form in nearest(name, self.all_forms(kind)):
            candidates = [
                e
                for e in self.entities_with(self.ranked(name_key(form))).values()
                if kind in (None, e.kind) and form in (e.label, *e.aliases)
            ]
            best = self._by_degree(candidates)[0]
            near.setdefault(best.id, best.label if form == best.label else f"{best.label} ({form})")
            if len(near) == SUGGESTIONS:
                break
        return list(near.values())


def _paper_of_node(node: str) -> list[str]:
    """Return the id of the paper that has a node id; nothing if no paper can have it.

    >>> _paper_of_node("paper:10.1000:a_5Fb"), _paper_of_node("paper:a_b"), _paper_of_node("method:x")
    (['10.1000/a_b'], [], [])
    """
    prefix, _, rest = node.partition(":")
    if prefix != "paper":
        return []
    try:
        paper_id = _ESCAPED.sub(
            lambda m: bytes.fromhex(m.group().replace("_", "")).decode(), rest.replace(":", "/")
        )
        return [paper_id] if paper_node(paper_id) == node else []
    except UnicodeError:
        return []


def _unknown(what: str, name: str, near: list[str]) -> UnknownNode:
    otherwise = "`paperlattice entities` lists them all"
    if what == "paper":
        otherwise = "give a title or an id as `paperlattice papers` lists them"
    return UnknownNode(f"no {what} named {name!r}{hint_of(near, otherwise=otherwise)}")


class _StoredNames:
    """Which entities have a name, for `graph.resolve.explain_names`."""

    def __init__(self, lookup: Lookup, tables: GraphTables) -> None:
        self._lookup = lookup
        self._tables = tables

    def with_id(self, kind: Kind, entity_id: str) -> list[Entity]:
        """See `NameIndex`."""
        return self._entities("SELECT id FROM {entities} WHERE kind = ? AND id = ?", kind, entity_id)

    def meant_by(self, kind: Kind, name: str) -> list[Entity]:
        """See `NameIndex`."""
        return self._entities(
            "SELECT DISTINCT entity_id FROM {mentions} WHERE kind = ? AND name = ? AND entity_id IS NOT NULL",
            kind,
            name,
        )

    def with_form(self, kind: Kind, form: str) -> list[Entity]:
        """See `NameIndex`."""
        return self._entities(
            "SELECT id FROM {entities} WHERE kind = $1 AND (label = $2 OR list_contains(aliases, $2)"
            " OR id IN (SELECT entity_id FROM {merges} WHERE left_form = $2 OR right_form = $2))",
            kind,
            form,
        )

    def alike(self, kind: Kind, key: str) -> Collection[str]:
        """See `NameIndex`."""
        # Labels and aliases are found by their key. Forms that are only in merges, such as a base name that
        # no paper writes, have none in the index; they are few.
        ranked = self._lookup.entities_with(self._lookup.ranked(key)).values()
        forms = {form for e in ranked if e.kind == kind for form in (e.label, *e.aliases)}
        rows = self._tables.rows(
            "WITH named AS (SELECT id, label FROM {entities} WHERE kind = $1"
            " UNION ALL SELECT id, unnest(aliases) FROM {entities} WHERE kind = $1),"
            " merged AS (SELECT entity_id AS id, left_form AS label FROM {merges}"
            " UNION ALL SELECT entity_id, right_form FROM {merges})"
            " SELECT DISTINCT label FROM merged"
            " SEMI JOIN (SELECT id FROM {entities} WHERE kind = $1) USING (id)"
            " ANTI JOIN named USING (label)",
            kind,
        )
        forms.update(form for (form,) in rows)
        return {form for form in forms if name_key(form) == key}

    def labels(self, kind: Kind) -> list[str]:
        """See `NameIndex`."""
        rows = self._tables.rows("SELECT label FROM {entities} WHERE kind = ? ORDER BY id", kind)
        return [label for (label,) in rows]

    def _entities(self, sql: str, *values: str) -> list[Entity]:
        rows = self._tables.rows(sql, *values)
        found = self._lookup.entities_with([row[0] for row in rows], merges=True)
        return [found[entity_id] for entity_id in sorted(found)]
