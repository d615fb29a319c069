"""Sets that grow together, with pairs that must stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from graph.model.records import Join

__all__ = ["RULES", "Bond", "Partition", "grow", "path"]

T = TypeVar("T", bound=Hashable)

RULES: Final = (
    "pin",
    "url",
    "key",
    "plural",
    "noun",
    "greek",
    "version",
    "family",
    "catalogue",
    "abbreviation",
    "spelling",
    "text",
)
"""The rules of resolution, the strongest first; unions are tried in this order."""


@dataclass(frozen=True, slots=True)
class Bond(Generic[T]):
    """A union that a rule proposes: what `join` says of two forms, for two things that bear them."""

    left: T
    right: T
    join: Join


class Partition(Generic[T]):
    """Disjoint sets; two things kept apart never come into one set, whatever is united later."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}
        self._size: dict[T, int] = {}
        self._foes: dict[T, set[T]] = {}

    def find(self, thing: T) -> T:
        """Return the representative of a thing's set; a thing never seen is a set of its own."""
        root = thing
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while thing != root:
            self._parent[thing], thing = root, self._parent.get(thing, root)
        return root

    def unite(self, left: T, right: T) -> bool:
        """Unite two sets; return False if they are one already or must stay apart."""
        a, b = self.find(left), self.find(right)
        if a == b or b in self._foes.get(a, ()):
            return False
        if self._size.get(a, 1) < self._size.get(b, 1):
            a, b = b, a
        self._parent[b] = a
        self._size[a] = self._size.get(a, 1) + self._size.pop(b, 1)
        for foe in self._foes.pop(b, ()):
            self._foes[foe].discard(b)
            self._foes[foe].add(a)
            self._foes.setdefault(a, set()).add(foe)
        return True

    def keep_apart(self, left: T, right: T) -> None:
        """Forbid that the sets of two things ever become one. Raises ValueError if they are one already."""
        a, b = self.find(left), self.find(right)
        if a == b:
            raise ValueError(f"{left!r} and {right!r} are united already")
        self._foes.setdefault(a, set()).add(b)
        self._foes.setdefault(b, set()).add(a)


def grow(partition: Partition[T], bonds: Iterable[Bond[T]]) -> list[Bond[T]]:
    """Unite what the bonds propose, the strongest first, and return those that united two sets.

    The result depends on the set of bonds, not on their order: they are sorted by rule, score, kind of thing
    and form.
    """

    def strength(bond: Bond[T]) -> tuple[int, float, str, str, str, str]:
        join = bond.join
        return (RULES.index(join.rule), -join.score, join.left, join.right, repr(bond.left), repr(bond.right))

    return [bond for bond in sorted(bonds, key=strength) if partition.unite(bond.left, bond.right)]


def path(joins: Iterable[Join], left: str, right: str) -> tuple[Join, ...] | None:
    """Return the shortest chain of joins between two forms, None without one; ties by sort order."""
    beside: dict[str, list[tuple[str, Join]]] = {}
    for join in sorted(joins, key=lambda j: (j.left, j.right, j.rule)):
        beside.setdefault(join.left, []).append((join.right, join))
        beside.setdefault(join.right, []).append((join.left, join))
    come: dict[str, tuple[str, Join] | None] = {left: None}
    queue = [left]
    for form in queue:
        if form == right:
            chain: list[Join] = []
            while (step := come[form]) is not None:
                form = step[0]
                chain.append(step[1])
            return tuple(reversed(chain))
        for neighbour, join in beside.get(form, ()):
            if neighbour not in come:
                come[neighbour] = (form, join)
                queue.append(neighbour)
    return None
