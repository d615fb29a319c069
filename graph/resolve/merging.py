"""The mentions gathered by name, and the unions of names that rules propose, the strongest first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from paperlattice.extractors.records import Kind, Mention
from paperlattice.graph.model.records import Join, NameKey, Partition

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


Form = tuple[Kind, str]
"""A name of a kind, in whatever papers it stands."""


@dataclass(slots=True)
class Table:
    """`papers` by form, and by name of a paper the `surfaces` that are written otherwise than the name."""

    papers: dict[Form, set[str]] = field(default_factory=dict)
    surfaces: dict[NameKey, set[str]] = field(default_factory=dict)

    def rows(self) -> Iterator[NameKey]:
        """Yield each name of each paper once, in no fixed order."""
        for (kind, name), papers in self.papers.items():
            for paper in papers:
                yield paper, kind, name

    def names(self, kind: Kind) -> set[str]:
        """Return the names of a kind."""
        return {name for k, name in self.papers if k == kind}


def gather(mentions: Iterable[Mention]) -> Table:
    """Return the table of mentions: paper, kind, name and surface count, nothing else does."""
    table = Table()
    for m in mentions:
        table.papers.setdefault((m.kind, m.name), set()).add(m.paper_id)
        if m.surface != m.name:
            table.surfaces.setdefault((m.paper_id, m.kind, m.name), set()).add(m.surface)
    return table
