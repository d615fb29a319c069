"""What a question means by "low-rank adaptation": names to papers and entities, typos to suggestions."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from paperlattice.extractors.records import ENTITY_KINDS, Kind, Mention, Paper, title_key
from paperlattice.graph.errors import UnknownKind, UnknownNode
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.records import Entity, Link
from paperlattice.graph.resolve.keys import name_key

if TYPE_CHECKING:
    from paperlattice.graph.query.paths import Incidence
    from paperlattice.graph.resolve.explain import Bearers

_SUGGESTIONS: Final = 5
_NEAR: Final = 60.0
_SPREAD: Final = 20.0
_MANY: Final = 50_000
_ESCAPED: Final = re.compile(r"(?:_[0-9A-F]{2})+")

Naming = tuple[str, str, str, str]
"""(paper id, title, relation, date) of a paper that names an entity."""


class Lookup(ABC):
    """What questions have to know of a graph, in small pieces; `graph.query.questions` asks the questions.

    A subclass says how: `IndexedLookup` by indexes in memory, `SqlLookup` by SQL. What is
    abstract here returns rows of the tables, what is not is one definition for both. Ids that the graph does
    not hold give nothing, never an error.
    """

    @abstractmethod
    def papers_with(self, paper_ids: Collection[str]) -> Mapping[str, Paper]:
        """Return the papers of ids."""

    @abstractmethod
    def titles_with(self, paper_ids: Collection[str]) -> Mapping[str, str]:
        """Return the titles of papers by id."""

    @abstractmethod
    def titled(self, key: str) -> Sequence[tuple[str, bool]]:
        """Return (paper id, whether only the head) of the titles with a `title_key`, in any order."""

    @abstractmethod
    def all_titles(self) -> Iterable[str]:
        """Return the titles of all papers, in any order."""

    @abstractmethod
    def select_papers(self, entity_ids: Collection[str], *, text: str | None) -> list[Paper]:
        """Return the papers that name all of some entities and hold a text, in id order; see `has_text`."""

    @abstractmethod
    def entities_with(self, entity_ids: Collection[str]) -> Mapping[str, Entity]:
        """Return the entities of ids, with their joins."""

    @abstractmethod
    def labels_with(self, entity_ids: Collection[str]) -> Mapping[str, str]:
        """Return the labels of entities by id."""

    @abstractmethod
    def ranked(self, key: str) -> Mapping[str, int]:
        """Return the entities that a `name_key` may mean, with the rank of `graph.pipeline.index.FormRow`."""

    @abstractmethod
    def all_forms(self, kind: Kind | None) -> Iterable[str]:
        """Return the labels and aliases of all entities, or of those of a kind, in any order."""

    @abstractmethod
    def degrees(self, entity_ids: Collection[str]) -> Mapping[str, int]:
        """Return how many papers name each entity, where there are any."""

    @abstractmethod
    def best_known(self, kind: Kind | None, top: int | None) -> list[Entity]:
        """Return the entities that papers name, the best known first (see `fame`), joins left out.

        At least those of the `top` first are among them.
        """

    @abstractmethod
    def papers_naming(self, entity_ids: Collection[str]) -> Mapping[str, Sequence[Naming]]:
        """Return the papers that name each entity, in any order."""

    @abstractmethod
    def entities_in(self, paper_id: str) -> Sequence[str]:
        """Return the ids of the entities that a paper names, in any order."""

    @abstractmethod
    def mentions_in(self, paper_id: str) -> Sequence[tuple[str | None, Mention]]:
        """Return the mentions in a paper in the order of the text, each with its entity, None without one."""

    @abstractmethod
    def mentions_of(
        self, entity_id: str, paper_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Mention]]:
        """Return the mentions of an entity by paper, in the order of the text; of all papers for None."""

    @abstractmethod
    def links_of(self, paper_id: str) -> Sequence[Link]:
        """Return the links of a paper, in any order."""

    @property
    @abstractmethod
    def incidence(self) -> Incidence:
        """Who names what, as arrays, for paths."""

    @property
    @abstractmethod
    def bearers(self) -> Bearers:
        """Which entities go by a name, for explanations."""

    def paper(self, name: str | Paper) -> Paper:
        """Return the paper of a title, id or node id; letter case and signs in titles do not matter.

        What stands before a title's colon will do where only one paper has it. Of several with one title the
        first by id. Raises UnknownNode with the nearest titles.
        """
        if isinstance(name, Paper):
            given, found = name.title, self.papers_with([name.id]).get(name.id)
        else:
            given, found = name, self.find_paper(name)
        if found is None:
            near = _nearest(given, self.all_titles())
            raise _unknown("paper", given, near[:_SUGGESTIONS])
        return found

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
        ranks = self.ranked(name_key(name))
        found = [e for e in self.entities_with({*ranks, name}).values() if kind in (None, e.kind)]

        def rank(entity: Entity) -> int:
            return -1 if entity.id == name else 0 if entity.label == name else ranks[entity.id]

        famous = self._famous(found)
        return sorted(famous, key=rank)

    @staticmethod
    def check_kind(kind: str | None) -> None:
        """Raise UnknownKind unless `kind` is None or a kind of entity."""
        if kind is not None and kind not in ENTITY_KINDS:
            raise UnknownKind(f"no kind of entity is called {kind!r}: there are {', '.join(ENTITY_KINDS)}")

    def fame(self, entity: Entity) -> tuple[int, int, str, str]:
        """Return a key that sorts the best known first, then by kind, label and id."""
        return fame_key(entity, self.degrees([entity.id]).get(entity.id, 0))

    def _famous(self, entities: Collection[Entity]) -> list[Entity]:
        if len(entities) < 2:
            return list(entities)
        degrees = self.degrees([e.id for e in entities])
        return sorted(entities, key=lambda e: fame_key(e, degrees.get(e.id, 0)))

    def _near_entities(self, name: str, kind: Kind | None) -> list[str]:
        """Return the labels of the nearest entities, each with the form that is near if that is another."""
        near: dict[str, str] = {}
        for form in _nearest(name, self.all_forms(kind)):
            bearing = [
                e
                for e in self.entities_with(self.ranked(name_key(form))).values()
                if kind in (None, e.kind) and form in (e.label, *e.aliases)
            ]
            best = self._famous(bearing)[0]
            near.setdefault(best.id, best.label if form == best.label else f"{best.label} ({form})")
            if len(near) == _SUGGESTIONS:
                break
        return list(near.values())


def fame_key(entity: Entity, papers: int) -> tuple[int, int, str, str]:
    """Return a key that sorts the entity named by most papers first, then by kind, label and id."""
    return -papers, ENTITY_KINDS.index(entity.kind), entity.label.casefold(), entity.id


def folded(text: str) -> str:
    """Return a text as `text=` compares it: case folded, each run of blanks and line breaks one blank."""
    return " ".join(text.casefold().split())


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


def _nearest(name: str, among: Iterable[str]) -> list[str]:
    """Return the names most like `name`, best first; coarser where there are very many."""
    choices = list(dict.fromkeys(among))
    scorer: Callable[..., float] = fuzz.ratio if len(choices) > _MANY else fuzz.WRatio
    found = process.extract(
        name.casefold(), list(map(str.casefold, choices)), scorer=scorer, limit=None, score_cutoff=_NEAR
    )
    hits = [(-score, abs(len(choices[at]) - len(name)), choices[at]) for _, score, at in found]
    hits.sort()
    return [choice for score, _, choice in hits[: 4 * _SUGGESTIONS] if score <= hits[0][0] + _SPREAD]


def _unknown(what: str, name: str, near: list[str]) -> UnknownNode:
    hint = f"; nearest: {', '.join(near)}" if near else "; `paperlattice entities` lists what there is"
    if what == "paper" and not near:
        hint = "; give a title or an id as `paperlattice papers` lists them"
    return UnknownNode(f"no {what} named {name!r}{hint}")
