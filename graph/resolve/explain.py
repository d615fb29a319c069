"""Why two names are one entity, or two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from rapidfuzz import fuzz

from paperlattice.extractors.records import NAMED_KINDS, TERM_KINDS, Kind
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.model.near_names import hint_of, nearest
from paperlattice.graph.model.pins import NO_PINS, Pins
from paperlattice.graph.model.records import Entity, Merge, Resolution
from paperlattice.graph.resolve.base_names import base_name
from paperlattice.graph.resolve.merging import path
from paperlattice.graph.resolve.normalize import name_key, numbers, signs, words
from paperlattice.graph.resolve.spelling import alike, alike_words

_OPPOSITES = ("un", "non", "anti", "dis", "in", "im", "ir", "de")


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two names of a kind are one entity, or two, as `KnowledgeGraph.explain` returns it.

    `left_ids` and `right_ids` are the ids of the entities that have each name; a name with several senses has
    several. If an entity has both names, `merges` is the chain from one name to the other (empty for one and
    the same name), else `reason` says what keeps them apart.
    """

    kind: Kind
    left: str
    right: str
    left_ids: tuple[str, ...]
    right_ids: tuple[str, ...]
    merges: tuple[Merge, ...]
    reason: str

    @property
    def joins(self) -> tuple[Merge, ...]:
        """The earlier name of `merges`."""
        return self.merges

    @property
    def same(self) -> bool:
        """Whether some entity has both names."""
        return not set(self.left_ids).isdisjoint(self.right_ids)


class NameIndex(Protocol):
    """Which entities have a name: all that `explain_names` has to know of a resolution."""

    def with_id(self, kind: Kind, entity_id: str) -> list[Entity]:
        """Return the entity of the kind that has an id, in a list; an empty list if there is none."""

    def meant_by(self, kind: Kind, name: str) -> list[Entity]:
        """Return the entities that papers mean by exactly this `Mention.name`, in id order."""

    def with_form(self, kind: Kind, form: str) -> list[Entity]:
        """Return the entities that have the form as label or alias or in a merge, in id order."""

    def alike(self, kind: Kind, key: str) -> Collection[str]:
        """Return the forms of entities of the kind that have a `name_key`."""

    def labels(self, kind: Kind) -> list[str]:
        """Return the labels of all entities of the kind, in the order of their ids."""


class Resolved:
    """The name index of a `Resolution`."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution

    def with_id(self, kind: Kind, entity_id: str) -> list[Entity]:
        """See `NameIndex`."""
        return [e for e in self._of(kind) if e.id == entity_id]

    def meant_by(self, kind: Kind, name: str) -> list[Entity]:
        """See `NameIndex`."""
        own = {i for (_, k, form), i in self._resolution.names.items() if k == kind and form == name}
        return [e for e in self._resolution.entities if e.id in own]

    def with_form(self, kind: Kind, form: str) -> list[Entity]:
        """See `NameIndex`."""
        return [e for e in self._of(kind) if form in _forms(e)]

    def alike(self, kind: Kind, key: str) -> Collection[str]:
        """See `NameIndex`."""
        return {form for e in self._of(kind) for form in _forms(e) if name_key(form) == key}

    def labels(self, kind: Kind) -> list[str]:
        """See `NameIndex`."""
        return [e.label for e in self._of(kind)]

    def _of(self, kind: Kind) -> list[Entity]:
        return [e for e in self._resolution.entities if e.kind == kind]


def explain_names(
    resolution: Resolution | NameIndex, kind: Kind, left: str, right: str, *, pins: Pins = NO_PINS
) -> Explanation:
    r"""Return why two names of a kind mean one entity or two.

    Names are found as written, else without regard to case, hyphens and blanks.

    Args:
        resolution: What `resolve_entities` returned, or any name index.
        kind: "method", "dataset", "repo", "task" or "technique".
        left: A name of that kind, or the id of an entity.
        right: Another one.
        pins: The pins that were given to `resolve_entities`, so that they can be named as reasons.

    Raises:
        UnknownNode: No entity of the kind has one of the names; the message lists the nearest.

    Example:
        >>> from paperlattice import resolve_entities
        >>> from paperlattice.extractors import find_methods
        >>> found = resolve_entities(find_methods("Old and New\nWe compare GPT-3 with GPT-4.", paper_id="1"))
        >>> explain_names(found, "method", "GPT-3", "gpt 4").reason
        'the digits differ: 3 and 4'
    """
    name_index = Resolved(resolution) if isinstance(resolution, Resolution) else resolution
    a, left_form = _with_name(name_index, kind, left)
    b, right_form = _with_name(name_index, kind, right)
    left_ids, right_ids = tuple(e.id for e in a), tuple(e.id for e in b)
    shared = [e for e in a if e.id in right_ids]
    if shared:
        chains = [found for e in shared if (found := path(e.merges, left_form, right_form)) is not None]
        chain = min(chains, key=len) if chains else ()
        several = len(a) > 1 or len(b) > 1
        reason = (
            "one name has several meanings; in one of them they are one entity"
            if several
            else "they are one entity"
        )
        if told := _contexts(a):
            reason = f"{reason}: {told}"
        return Explanation(kind, left, right, left_ids, right_ids, chain, reason)
    reason = _separation(kind, left_form, right_form, a, b, pins)
    return Explanation(kind, left, right, left_ids, right_ids, (), reason)


def _forms(entity: Entity) -> set[str]:
    return {
        entity.label,
        *entity.aliases,
        *(form for merge in entity.merges for form in (merge.left, merge.right)),
    }


def _with_name(name_index: NameIndex, kind: Kind, name: str) -> tuple[list[Entity], str]:
    """Return the entities that have a name, and the form under which they have it.

    An entity that has the name itself comes before one for which the form is only written in a text
    ("CIFAR-10/100"). The id of an entity means this one, under its label.
    """
    if found := name_index.with_id(kind, name):
        return found, found[0].label
    if found := name_index.meant_by(kind, name) or name_index.with_form(kind, name):
        return found, name
    if alike_forms := name_index.alike(kind, name_key(name)):
        form = min(alike_forms)
        return name_index.meant_by(kind, form) or name_index.with_form(kind, form), form
    raise UnknownNode(f"no {kind} has the name {name!r}{hint_of(nearest(name, name_index.labels(kind)))}")


def _separation(kind: Kind, left: str, right: str, a: list[Entity], b: list[Entity], pins: Pins) -> str:
    """Return the first reason that keeps two forms apart."""
    lefts, rights = {left, *_all(a)}, {right, *_all(b)}
    for pin in pins.different:
        known = [name for name in pin.names if name in lefts or name in rights] if kind in pin.kinds() else []
        for x, y in combinations(known, 2):
            if (x in lefts and y in rights) or (y in lefts and x in rights):
                return f"declared different: {x!r} and {y!r} ({pin.source})"
    told = _contexts([*a, *b]) if name_key(left) == name_key(right) else ""
    return told or _difference(kind, left, right)


def _contexts(entities: list[Entity]) -> str:
    """Return what the contexts of papers say about entities, empty where no context decided."""
    reasons = (f"{e.id}: {merge.evidence}" for e in entities for merge in e.merges if merge.rule == "context")
    return "; ".join(reasons)


def _all(entities: list[Entity]) -> set[str]:
    return set[str]().union(*map(_forms, entities))


def _difference(kind: Kind, left: str, right: str) -> str:
    if kind in TERM_KINDS:
        return "they differ in more than case and number, and the catalogue has no term with both names"
    if kind not in NAMED_KINDS:
        return "the addresses differ"
    x, y = base_name(kind, left), base_name(kind, right)
    if signs(x) != signs(y):
        return f"the signs differ: {signs(x) or 'none'} and {signs(y) or 'none'}"
    if numbers(x) != numbers(y):
        both = " and ".join(", ".join(numbers(f)) or "none" for f in (x, y))
        return f"the digits differ: {both}"
    if reason := _words_differ(x, y):
        return reason
    if alike(x, y) is not None:
        return (
            "alike, but a paper names both, or the catalogue lists them as two, or one has several meanings"
        )
    ratio = fuzz.ratio(name_key(x), name_key(y))
    return f"nothing pairs them: no paper writes both for one thing, {ratio:.0f} % of the letters agree"


def _words_differ(left: str, right: str) -> str:
    """Return why two forms that differ in one word are two names, empty if they differ otherwise."""
    a, b = [w.casefold() for w in words(left)], [w.casefold() for w in words(right)]
    if len(a) != len(b):
        return ""
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) != 1 or alike_words(*pairs[0]):
        return ""
    x, y = sorted(pairs[0], key=len)
    if any(y == prefix + x for prefix in _OPPOSITES):
        return f"{y!r} is the opposite of {x!r}"
    if fuzz.ratio(x, y) < 70:
        return ""
    if len(a) == 1:
        return f"two coined or short names; {pairs[0][0]!r} and {pairs[0][1]!r} are not merged by similarity"
    return f"{pairs[0][0]!r} and {pairs[0][1]!r} are two words"
