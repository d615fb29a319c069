"""Blocks: sets of names such that resolution never compares names of two blocks.

Names influence each other only where they share a key: of spelling, of a plural or a base name, of a long
form, a catalogue entry, an address, or where two spellings are near. Resolving the mentions of some blocks
gives what resolving all mentions gives for them. So blocks can be resolved in parallel, and new papers need
only the blocks that their names meet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from paperlattice.extractors.records import ENTITY_KINDS, NAMED_KINDS, TERM_KINDS, Kind
from paperlattice.graph.model.pins import NO_PINS, Pins
from paperlattice.graph.model.records import Partition
from paperlattice.graph.resolve.abbreviations import is_abbreviation, long_keys
from paperlattice.graph.resolve.base_names import Catalogue, bare_form, base_name, listed_as
from paperlattice.graph.resolve.labels import repo_parts
from paperlattice.graph.resolve.merging import Form, Table
from paperlattice.graph.resolve.normalize import greek_key, singulars, spelling_key, version_key
from paperlattice.graph.resolve.spelling import alike, near_keys
from paperlattice.graph.resolve.terms import term_keys


@dataclass(frozen=True, slots=True)
class Tokens:
    """The blocking keys of a name: 64-bit hashes, the same in every process.

    Two names are in one block if they share one of `meets`, or if one has among `meets` what the other has
    among `offers` (a long form that papers give it, which meets the names that have that form). Names that
    share one of `near` are in one block only if `Blocking.really_near` confirms it.
    """

    meets: tuple[int, ...] = ()
    offers: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


def stable_hash(*parts: str) -> int:
    """Return a signed 64-bit hash of texts: the same in every process and on every machine."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


class Blocking:
    """The keys by which names meet, for given pins and a given catalogue.

    `score_cutoff` must be the one that is given to `resolve_entities`. Other pins may change the tokens of
    every name.
    """

    def __init__(
        self, *, pins: Pins = NO_PINS, catalogue: Catalogue | None = None, score_cutoff: float = 93.0
    ) -> None:
        self._catalogue = catalogue
        self._cutoff = score_cutoff
        self._ties: dict[int, int] = {}
        self._pinned_near: dict[int, list[tuple[Form, int]]] = {}
        self._pins = pins
        self._pins_by_tie: tuple[dict[int, set[int]], dict[int, set[int]]] = ({}, {})
        self._tie(pins)

    def tokens(self, kind: Kind, name: str, surfaces: Iterable[str] = ()) -> Tokens:
        """Return the tokens of a name that any paper also writes as `surfaces`."""
        own = self._own_tokens(kind, name, surfaces)
        if not self._ties:
            return own
        ties = self._ties_of((kind, name), own)
        return Tokens(tuple(sorted({*own.meets, *ties})), own.offers, own.near)

    def pins_of(self, table: Table) -> Pins:
        """Return the pins of names that can affect how the names of a table are resolved.

        A piece of work so costs what its own pins do, however many there are.
        """
        if not self._ties:
            return NO_PINS
        ties: set[int] = set()
        for form in table.papers:
            ties |= self._ties_of(form, self._own_tokens(*form, table.surfaces.get(form, ())))
        same, different = (
            [pins[i] for i in sorted({i for tie in ties for i in of_tie.get(tie, ())})]
            for pins, of_tie in zip((self._pins.same, self._pins.different), self._pins_by_tie, strict=True)
        )
        return Pins(tuple(same), tuple(different))

    def _ties_of(self, form: Form, own: Tokens) -> set[int]:
        """Return what pins tie a name to."""
        ties = {self._ties[token] for token in (*own.meets, *own.offers) if token in self._ties}
        pinned = {found for token in own.near for found in self._pinned_near.get(token, ())}
        ties.update(tie for other, tie in pinned if self._is_near(form, other))
        return ties

    def really_near(self, form: Form, candidates: Iterable[Form]) -> set[Form]:
        """Return the candidates that are spelt so much like a name that resolution may merge the two."""
        return {other for other in candidates if other != form and self._is_near(form, other)}

    def _is_near(self, left: Form, right: Form) -> bool:
        """Return whether any form of one name is like any of the other; kinds never mix."""
        if left[0] != right[0] or left[0] not in NAMED_KINDS:
            return False
        return any(
            alike(a, b, score_cutoff=self._cutoff) is not None for a in _forms(*left) for b in _forms(*right)
        )

    def _tie(self, pins: Pins) -> None:
        """Record by token what pins tie together.

        Their names count as if some paper wrote them, and tie what they meet although no paper has them.
        """
        own = {(k, name): self._own_tokens(k, name) for k in ENTITY_KINDS for name in pins.exact(k)}
        tied: Partition[Form] = Partition()
        for _, kind, first_name, name in pins.united():
            tied.union((kind, first_name), (kind, name))
        meeting: dict[int, Form] = {}
        alike: dict[int, list[Form]] = {}
        for form in sorted(own):
            for token in own[form].meets:
                tied.union(meeting.setdefault(token, form), form)
            for token in own[form].near:
                alike.setdefault(token, []).append(form)
        for near in alike.values():
            for left, right in combinations(near, 2):
                if tied.find(left) != tied.find(right) and self._is_near(left, right):
                    tied.union(left, right)
        first: dict[Form, Form] = {}
        for form in sorted(own):
            tie = stable_hash("pin", *first.setdefault(tied.find(form), form))
            self._ties.update(dict.fromkeys(own[form].meets, tie))
            for token in own[form].near:
                self._pinned_near.setdefault(token, []).append((form, tie))
        for of_tie, found in zip(self._pins_by_tie, (pins.same, pins.different), strict=True):
            for i, pin in enumerate(found):
                for form in ((kind, name) for kind in pin.kinds() for name in pin.names):
                    of_tie.setdefault(stable_hash("pin", *first[tied.find(form)]), set()).add(i)

    def _own_tokens(self, kind: Kind, name: str, surfaces: Iterable[str] = ()) -> Tokens:
        if kind in TERM_KINDS:
            return Tokens(tuple(sorted(stable_hash("term", kind, key) for key in term_keys(name))))
        if kind not in NAMED_KINDS:
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


def _forms(kind: Kind, name: str) -> tuple[str, ...]:
    """Return a name and its base name."""
    base = base_name(kind, name)
    return (name,) if base == name else (name, base)


def _key_token(kind: Kind, key: str) -> int:
    # The loosest key of all: it also equals keys that differ in Greek letters or version marks.
    return stable_hash("key", kind, version_key(kind, greek_key(key)))


def _long_tokens(kind: Kind, form: str) -> list[int]:
    return [stable_hash("long", kind, key) for key in long_keys(form)]
