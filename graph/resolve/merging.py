"""The mentions gathered by name, and the merge candidates of rules, the strongest first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass, field
from typing import Final, Generic, TypeAlias, TypeVar

from paperlattice.extractors.records import NAMED_KINDS, TOP_ROLE, Kind, Mention
from paperlattice.graph.model.records import Merge, Partition

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


Papers: TypeAlias = Set[str] | range
"""Ids of papers, or a range of as many numbers where nothing but their number matters."""


def named(papers: Papers) -> Set[str]:
    """Return the ids of papers of a kind for which they matter."""
    assert not isinstance(papers, range), "only the number of these papers is known"
    return papers


@dataclass(slots=True)
class Table:
    """`papers` by form, and those of them that write the form as one of the `surfaces` that differ from it.

    `own` are the papers that propose or introduce what they so name. Of kinds other than NAMED_KINDS only the
    number of papers matters.
    """

    papers: dict[Form, Papers] = field(default_factory=dict)
    surfaces: dict[Form, dict[str, Papers]] = field(default_factory=dict)
    own: dict[Form, Set[str]] = field(default_factory=dict)

    def names(self, kind: Kind) -> set[str]:
        """Return the names of a kind."""
        return {name for k, name in self.papers if k == kind}


def gather(mentions: Iterable[Mention]) -> Table:
    """Return the table of mentions; only their paper, kind, name, surface and role matter."""
    papers: dict[Form, set[str]] = {}
    surfaces: dict[Form, dict[str, set[str]]] = {}
    own: dict[Form, set[str]] = {}
    for m in mentions:
        form = m.kind, m.name
        papers.setdefault(form, set()).add(m.paper_id)
        if m.kind in NAMED_KINDS and m.role == TOP_ROLE[m.kind]:
            own.setdefault(form, set()).add(m.paper_id)
        if m.surface != m.name:
            surfaces.setdefault(form, {}).setdefault(m.surface, set()).add(m.paper_id)
    return Table({**papers}, {form: {**written} for form, written in surfaces.items()}, {**own})
