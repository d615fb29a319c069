"""The mentions gathered by name, and the merge candidates of rules, the strongest first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from paperlattice.extractors.records import NAMED_KINDS, TOP_ROLE, Kind, Mention
from paperlattice.graph.model.records import Merge, NameKey, Partition

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
    "context",
)
"""The rules of resolution, the strongest first; merges are tried in this order."""


@dataclass(frozen=True, slots=True)
class MergeCandidate(Generic[T]):
    """A merge that a rule proposes: `merge` is about two forms, `left` and `right` are what has them."""

    left: T
    right: T
    merge: Merge


def merge_strongest(
    partition: Partition[T], candidates: Iterable[MergeCandidate[T]]
) -> list[MergeCandidate[T]]:
    """Merge by the candidates, the strongest first, and return those that merged two sets.

    The result depends on the set of candidates, not on their order: they are sorted by rule, score and form.
    """

    def strength(candidate: MergeCandidate[T]) -> tuple[int, float, str, str, str, str]:
        merge = candidate.merge
        return (
            RULES.index(merge.rule),
            -merge.score,
            merge.left,
            merge.right,
            repr(candidate.left),
            repr(candidate.right),
        )

    return [
        candidate
        for candidate in sorted(candidates, key=strength)
        if partition.union(candidate.left, candidate.right)
    ]


def path(merges: Iterable[Merge], left: str, right: str) -> tuple[Merge, ...] | None:
    """Return the shortest chain of merges between two forms, None without one; ties by sort order."""
    neighbours: dict[str, list[tuple[str, Merge]]] = {}
    for merge in sorted(merges, key=lambda m: (m.left, m.right, m.rule)):
        neighbours.setdefault(merge.left, []).append((merge.right, merge))
        neighbours.setdefault(merge.right, []).append((merge.left, merge))
    reached_from: dict[str, tuple[str, Merge] | None] = {left: None}
    queue = [left]
    for form in queue:
        if form == right:
            chain: list[Merge] = []
            while (step := reached_from[form]) is not None:
                form = step[0]
                chain.append(step[1])
            return tuple(reversed(chain))
        for neighbour, merge in neighbours.get(form, ()):
            if neighbour not in reached_from:
                reached_from[neighbour] = (form, merge)
                queue.append(neighbour)
    return None


Form = tuple[Kind, str]
"""A name of a kind, whatever papers write it."""


@dataclass(slots=True)
class Table:
    """`papers` by form, and by name of a paper the `surfaces` that differ from the name.

    `own` are the names that a paper proposes or introduces.
    """

    papers: dict[Form, set[str]] = field(default_factory=dict)
    surfaces: dict[NameKey, set[str]] = field(default_factory=dict)
    own: set[NameKey] = field(default_factory=set)

    def rows(self) -> Iterator[NameKey]:
        """Yield each name of each paper once, in no fixed order."""
        for (kind, name), papers in self.papers.items():
            for paper in papers:
                yield paper, kind, name

    def names(self, kind: Kind) -> set[str]:
        """Return the names of a kind."""
        return {name for k, name in self.papers if k == kind}


def gather(mentions: Iterable[Mention]) -> Table:
    """Return the table of mentions; only their paper, kind, name, surface and role matter."""
    table = Table()
    for m in mentions:
        if m.kind in NAMED_KINDS and m.role == TOP_ROLE[m.kind]:
            table.own.add((m.paper_id, m.kind, m.name))
        table.papers.setdefault((m.kind, m.name), set()).add(m.paper_id)
        if m.surface != m.name:
            table.surfaces.setdefault((m.paper_id, m.kind, m.name), set()).add(m.surface)
    return table
