"""The mentions gathered by name: which papers bear a name, and what else they write for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.records import Kind, Mention
from graph.model.records import NameKey

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
