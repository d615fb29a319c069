"""Blocks: sets of names that resolution never looks across.

Names act on each other only where they share a key: of spelling, of a plural or a family, of a long form, a
catalogue entry, an address, or where two spellings are near. Resolving the mentions of some blocks by
themselves gives what resolving all mentions gives for them. So blocks can be resolved in parallel, and new
papers ask for those blocks only which their names meet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Protocol, TypeVar

from extractors.records import ENTITY_KINDS, Kind
from graph.resolve.abbreviations import is_abbreviation, long_keys
from graph.resolve.catalogue import Catalogue
from graph.resolve.families import bare_form, family_form
from graph.resolve.keys import greek_key, singulars, spelling_key, version_key
from graph.resolve.pins import NO_PINS, Pins
from graph.resolve.slugs import repo_parts
from graph.resolve.spelling import alike, near_keys
from graph.resolve.table import Form
from graph.resolve.versions import listed_as

__all__ = ["Blocking", "Tokens", "connected", "stable_hash"]


class _Sortable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


T = TypeVar("T", bound=_Sortable)


@dataclass(frozen=True, slots=True)
class Tokens:
    """By what a name meets others: 64-bit hashes, the same in every process.

    Two names are in one block if they share one of `meets`, or if one has among `meets` what the other has
    among `offers` (a long form that papers give it, which meets who bears that form as a name). Names that
    share one of `near` are so only if `Blocking.really_near` says that they are.
    """

    meets: tuple[int, ...] = ()
    offers: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


def stable_hash(*parts: str) -> int:
    """Return a signed 64-bit hash of texts: the same in every process and on every machine."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


def connected(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """Return for each thing of the pairs the smallest thing that it is connected with, over any way.

    Linear in the number of pairs but for a factor that never exceeds 5 (Tarjan 1975, by path halving).
    """
    parent: dict[T, T] = {}

    def find(thing: T) -> T:
        while (above := parent.setdefault(thing, thing)) != thing:
            parent[thing] = above = parent[above]
            thing = above
        return thing

    for left, right in pairs:
        a, b = find(left), find(right)
        if a != b:
            # The smaller one is the root: no union by size, so the bound is logarithmic in the worst case.
            parent[max(a, b)] = min(a, b)
    return {thing: find(thing) for thing in parent}


class Blocking:
    """The keys by which names meet, for given pins and a given catalogue.

    `score_cutoff` must be the one that is given to `resolve_entities`. Pins that are other ones may change
    the tokens of every name.
    """

    def __init__(
        self, *, pins: Pins = NO_PINS, catalogue: Catalogue | None = None, score_cutoff: float = 93.0
    ) -> None:
        self._catalogue = catalogue
        self._cutoff = score_cutoff
        self._ties: dict[int, int] = {}
        self._pinned_near: dict[int, list[tuple[Form, int]]] = {}
        self._tie(pins)

    def tokens(self, kind: Kind, name: str, surfaces: Iterable[str] = ()) -> Tokens:
        """Return the tokens of a name that papers write also as `surfaces`, in any paper."""
        own = self._own_tokens(kind, name, surfaces)
        if not self._ties:
            return own
        ties = {self._ties[token] for token in (*own.meets, *own.offers) if token in self._ties}
        pinned = {found for token in own.near for found in self._pinned_near.get(token, ())}
        ties.update(tie for form, tie in pinned if self._is_near((kind, name), form))
        return Tokens(tuple(sorted({*own.meets, *ties})), own.offers, own.near)

    def really_near(self, form: Form, candidates: Iterable[Form]) -> set[Form]:
        """Return the candidates that are spelt so much like a name that resolution may unite the two."""
        return {other for other in candidates if other != form and self._is_near(form, other)}

    def blocks(self, tokens: Mapping[Form, Tokens]) -> dict[Form, int]:
        """Return the block of each name: a hash of the first name of the block in sort order.

        Depends on the set of names and tokens only. The block of a name stays what it is when names are left
        out that are in other blocks.
        """
        forms = sorted(tokens)
        sets = _Sets(len(forms))
        seen: dict[int, int] = {}
        for i, form in enumerate(forms):
            for token in tokens[form].meets:
                sets.unite(seen.setdefault(token, i), i)
        for i, form in enumerate(forms):
            for token in tokens[form].offers:
                sets.unite(seen.get(token, i), i)
        self._unite_near(forms, tokens, sets)
        hashes: dict[int, int] = {}
        out: dict[Form, int] = {}
        for i, form in enumerate(forms):
            first = sets.find(i)
            if first not in hashes:
                hashes[first] = stable_hash("block", *forms[first])
            out[form] = hashes[first]
        return out

    def _unite_near(self, forms: list[Form], tokens: Mapping[Form, Tokens], sets: _Sets) -> None:
        candidates: dict[int, list[int]] = {}
        for i, form in enumerate(forms):
            for token in tokens[form].near:
                candidates.setdefault(token, []).append(i)
        for found in candidates.values():
            for i, j in combinations(found, 2) if len(found) > 1 else ():
                if sets.find(i) != sets.find(j) and self._is_near(forms[i], forms[j]):
                    sets.unite(i, j)

    def _is_near(self, left: Form, right: Form) -> bool:
        """Return whether any form of one name is like any of the other; kinds never mix."""
        if left[0] != right[0] or left[0] == "repo":
            return False
        return any(
            alike(a, b, score_cutoff=self._cutoff) is not None for a in _forms(*left) for b in _forms(*right)
        )

    def _tie(self, pins: Pins) -> None:
        """Note by token what pins hold together.

        Their names act as if some paper wrote them, and tie what they meet though no paper has them.
        """
        own = {(k, name): self._own_tokens(k, name) for k in ENTITY_KINDS for name in pins.exact(k)}
        forms = sorted(own)
        pairs: list[tuple[Form, Form]] = [(form, form) for form in forms]
        for pin in pins.same:
            pairs += [((k, pin.names[0]), (k, name)) for k in pin.kinds() for name in pin.names[1:]]
        for left, right in combinations(forms, 2):
            if not set(own[left].meets).isdisjoint(own[right].meets) or (
                not set(own[left].near).isdisjoint(own[right].near) and self._is_near(left, right)
            ):
                pairs.append((left, right))
        for form, first in connected(pairs).items():
            tie = stable_hash("pin", *first)
            self._ties.update(dict.fromkeys(own[form].meets, tie))
            for token in own[form].near:
                self._pinned_near.setdefault(token, []).append((form, tie))

    def _own_tokens(self, kind: Kind, name: str, surfaces: Iterable[str] = ()) -> Tokens:
        if kind == "repo":
            return Tokens((stable_hash("url", *repo_parts(name)),))
        meets: set[int] = set()
        offers: set[int] = set()
        near: set[int] = set()
        for form in _forms(kind, name):
            keys = {spelling_key(f) for f in (form, *singulars(form), bare_form(kind, form))}
            meets.update(_key_token(kind, key) for key in keys)
            meets.update(_long_tokens(kind, form))
            meets.update(self._listed(kind, form))
            near.update(stable_hash("near", kind, *key) for key in near_keys(form))
        for surface in surfaces:
            if surface == name:
                continue
            if is_abbreviation(name, surface):
                offers.update(_long_tokens(kind, surface))
                meets.update(self._listed(kind, surface))
            elif is_abbreviation(surface, name):
                meets.add(_key_token(kind, spelling_key(surface)))
        return Tokens(tuple(sorted(meets)), tuple(sorted(offers - meets)), tuple(sorted(near)))

    def _listed(self, kind: Kind, form: str) -> Iterator[int]:
        if self._catalogue is not None and (entry := listed_as(self._catalogue, kind, form)):
            yield stable_hash("entry", kind, entry)


class _Sets:
    """Disjoint sets of the numbers below `size`, with the smallest as representative."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, thing: int) -> int:
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = thing = parent[parent[thing]]
        return thing

    def unite(self, left: int, right: int) -> None:
        a, b = self.find(left), self.find(right)
        self._parent[max(a, b)] = min(a, b)


def _forms(kind: Kind, name: str) -> tuple[str, ...]:
    """Return a name and the family that it is cut to."""
    family = family_form(kind, name)
    return (name,) if family == name else (name, family)


def _key_token(kind: Kind, key: str) -> int:
    # The loosest key of all: equal keys are equal under it, Greek letters and version marks aside.
    return stable_hash("key", kind, version_key(kind, greek_key(key)))


def _long_tokens(kind: Kind, form: str) -> list[int]:
    return [stable_hash("long", kind, key) for key in long_keys(form)]
