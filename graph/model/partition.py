"""Disjoint sets with pairs that must stay apart."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


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
