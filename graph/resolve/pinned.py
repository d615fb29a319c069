"""What pins say of names, ready for resolution: what papers mean by one, and what entities are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from paperlattice.extractors.records import Kind
from paperlattice.graph.model.pins import Pin, Pins, Rename, Scope, given_scopes, scopes_of
from paperlattice.graph.model.records import Entity, Merge, Partition
from paperlattice.graph.resolve.homographs import PinnedGroups
from paperlattice.graph.resolve.merging import Form, Table, named


def pinned_groups(
    table: Table, groups: Partition[Form], pins: Pins, texts: Mapping[str, str]
) -> dict[Form, PinnedGroups]:
    """Return by group of forms which of their papers mean one thing, and which do not.

    Papers that do not write the name are left out. Titles are found in `texts`.
    """
    by_name: dict[Form, list[tuple[Pin, bool]]] = {}
    for pin, apart in pins.sense_pins():
        for kind in pin.kinds():
            if (kind, pin.names[0]) in table.papers:
                by_name.setdefault((kind, pin.names[0]), []).append((pin, apart))
    if not by_name:
        return {}
    papers_of: dict[Form, set[str]] = {groups.find(form): set() for form in by_name}
    for form, papers in table.papers.items():
        if (root := groups.find(form)) in papers_of:
            papers_of[root] |= named(papers)
    found: dict[Form, PinnedGroups] = {}
    for form in sorted(by_name):
        root = groups.find(form)
        ids: dict[Scope, list[str]] = {}
        for paper in sorted(papers_of[root]):
            for key in scopes_of(paper, texts.get(paper, "").partition("\n")[0]):
                ids.setdefault(key, []).append(paper)
        for pin, apart in by_name[form]:
            _collect(found.setdefault(root, PinnedGroups()), pin, ids, apart=apart)
    return {root: pinned for root, pinned in found.items() if pinned.groups}


def _collect(pinned: PinnedGroups, pin: Pin, ids: Mapping[Scope, list[str]], *, apart: bool) -> None:
    start = len(pinned.groups)
    for given in pin.papers:
        group: dict[str, None] = {}
        for paper in given:
            group |= dict.fromkeys(p for key in given_scopes(paper) for p in ids.get(key, ()))
        if group:
            pinned.groups.append(list(group))
            pinned.sources |= dict.fromkeys(group, pin.source)
    if apart:
        pinned.apart += combinations(range(start, len(pinned.groups)), 2)


@dataclass(frozen=True, slots=True)
class Renames:
    """What entities are to be called, by kind (None: any) and one of their names."""

    to: Mapping[tuple[Kind | None, str], Rename]

    def applied(self, entity: Entity) -> Entity:
        """Return the entity under its new name, its id unchanged, or as it is.

        A pin of the label comes before one of another name, one of the kind before one of all kinds; then
        names in sort order.
        """
        for name in (entity.label, *entity.aliases) if self.to else ():
            pin = self.to.get((entity.kind, name)) or self.to.get((None, name))
            if pin is not None and pin.to != entity.label:
                aliases = tuple(sorted({*entity.aliases, entity.label} - {pin.to}))
                merge = Merge(entity.label, pin.to, "pin", 1.0, pin.source)
                merges = sorted((*entity.merges, merge), key=lambda m: (m.left, m.right, m.rule, m.evidence))
                return replace(entity, label=pin.to, aliases=aliases, merges=tuple(merges))
            if pin is not None:
                return entity
        return entity


@lru_cache(maxsize=1)
def renames_of(pins: Pins) -> Renames:
    """Return what pins call entities; those of single papers change mentions instead."""
    found: dict[tuple[Kind | None, str], Rename] = {}
    for pin in pins.rename:
        if not pin.paper:
            found.setdefault((pin.kind, pin.name), pin)
    return Renames(found)
