"""Which short names have several senses, and which sense a paper means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from paperlattice.extractors.records import NAMED_KINDS, Kind
from paperlattice.graph.model.records import NameKey, Partition
from paperlattice.graph.resolve.abbreviations import Sense, find_senses, is_abbreviation, same_meaning
from paperlattice.graph.resolve.base_names import Catalogue, listed_as
from paperlattice.graph.resolve.homographs import (
    MOST_PAPERS,
    Homographs,
    Naming,
    PinnedGroups,
    find_homographs,
    is_settled,
)
from paperlattice.graph.resolve.merging import Form, Table, named

NO_TEXTS: Final[Mapping[str, str]] = MappingProxyType({})
_NO_GROUPS: Final[Mapping[Form, PinnedGroups]] = MappingProxyType({})


@dataclass(slots=True)
class Usage:
    """How papers use one short name: its senses by sense name, and the long forms of each.

    A sense name is a long form, or empty for what the name means by default. A name with one sense has the
    empty sense name only. `listed` holds the catalogue's name of each sense that the catalogue knows,
    `evidence` why contexts make it a sense.
    """

    senses: dict[str, Sense]
    default: str
    listed: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[int, str]] = field(default_factory=dict)

    def sense_name(self, longs: set[str]) -> str:
        """Return the sense with one of the long forms or labels, the most frequent one if several have."""
        for sense_name, sense in self.senses.items():
            if not longs.isdisjoint((*sense.forms, sense.title)):
                return sense_name
        return self.default

    def share(self, sense_name: str) -> float:
        """Return the share of the papers with this sense among all that state a long form."""
        return self.senses[sense_name].papers / sum(s.papers for s in self.senses.values())


@dataclass(slots=True)
class SenseInventory:
    """The usage of each group of short forms, and what each paper means by a name with several senses."""

    usages: dict[Form, Usage]
    chosen: dict[NameKey, str]


def induce_senses(
    table: Table,
    groups: Partition[Form],
    *,
    unsplit: set[Form],
    catalogue: Catalogue | None = None,
    texts: Mapping[str, str] = NO_TEXTS,
    pinned: Mapping[Form, PinnedGroups] = _NO_GROUPS,
) -> SenseInventory:
    """Return the usages of all groups that have short forms which a paper explains, or several senses.

    Groups in `unsplit` stay whole; `pinned` is what pins say of papers of others. Papers without a long form
    mean what papers of like context mean, where `texts` has title and abstract (`graph.resolve.homographs`),
    else what the catalogue lists, else what most papers mean (ties: sort order).
    """
    stated: dict[Form, dict[str, set[str]]] = {}
    longs_of: dict[NameKey, set[str]] = {}
    for (kind, name), short, long, explaining in _pairs(table):
        of_short = stated.setdefault(groups.find((kind, short)), {})
        for paper in explaining:
            of_short.setdefault(paper, set()).add(long)
            if short == name:
                longs_of.setdefault((paper, kind, name), set()).add(long)
    contested = _contested(table, groups, stated, unsplit, catalogue) if texts else {}
    for root in pinned.keys() - unsplit:
        pinned[root].settled = root not in contested
        contested[root] = _namings(table, groups, root, stated.get(root, {}))
    found = {root: find_homographs(papers, texts, pinned.get(root)) for root, papers in contested.items()}
    roots = dict.fromkeys((*stated, *found))
    listed = _listed(table, groups, roots.keys(), catalogue)
    usages: dict[Form, Usage] = {}
    for root in roots:
        papers = stated.get(root, {})
        homographs = found.get(root) or Homographs(find_senses((p, papers[p]) for p in sorted(papers)))
        usages[root] = _usage(root[0], homographs, listed.get(root), catalogue, split=root not in unsplit)
    chosen: dict[NameKey, str] = {}
    split = {root for root, usage in usages.items() if len(usage.senses) > 1 or "" not in usage.senses}
    for (kind, name), written in table.papers.items():
        if (root := groups.find((kind, name))) not in split:
            continue
        for row in ((paper, kind, name) for paper in named(written)):
            longs = {found[root].meant.get(row[0], "")} if root in found else longs_of.get(row, set())
            chosen[row] = usages[root].sense_name(longs)
    return SenseInventory(usages, chosen)


def _contested(
    table: Table,
    groups: Partition[Form],
    stated: Mapping[Form, Mapping[str, set[str]]],
    unsplit: set[Form],
    catalogue: Catalogue | None,
) -> dict[Form, dict[str, Naming]]:
    """Return how papers use each short name that one of them proposes and another one has too.

    What the catalogue lists, and not as ambiguous, has one meaning, whatever some paper seems to propose; and
    so has a name that a whole field knows.
    """
    proposed = {groups.find(form) for form in table.own} - unsplit
    names: dict[Form, list[str]] = {}
    for form in table.papers:
        if (root := groups.find(form)) in proposed:
            names.setdefault(root, []).append(form[1])
    found: dict[Form, dict[str, Naming]] = {}
    for root, forms in names.items():
        kind = root[0]
        papers = set[str]().union(*(named(table.papers[kind, name]) for name in forms))
        if not 1 < len(papers) <= MOST_PAPERS or all(" " in name for name in forms):
            continue
        longs = stated.get(root, {})
        if longs.keys() >= papers or any(_has_one_meaning(kind, name, catalogue) for name in forms):
            continue
        found[root] = _namings_of(table, kind, forms, longs)
    return found


def _namings(
    table: Table, groups: Partition[Form], root: Form, longs: Mapping[str, set[str]]
) -> dict[str, Naming]:
    """Return how papers use the names of one group."""
    forms = [name for kind, name in table.papers if groups.find((kind, name)) == root]
    return _namings_of(table, root[0], forms, longs)


def _namings_of(
    table: Table, kind: Kind, names: list[str], longs: Mapping[str, set[str]]
) -> dict[str, Naming]:
    papers = set[str]().union(*(named(table.papers[kind, name]) for name in names))
    found = {paper: Naming(longs=set(longs.get(paper, ()))) for paper in papers}
    for name in names:
        own = table.own.get((kind, name), ())
        for paper in named(table.papers[kind, name]):
            found[paper].names.add(name)
            found[paper].own |= paper in own
    return found


def _has_one_meaning(kind: Kind, name: str, catalogue: Catalogue | None) -> bool:
    if catalogue is not None and listed_as(catalogue, kind, name):
        return is_settled(name) or not catalogue.is_ambiguous(kind, name)
    return is_settled(name)


def _pairs(table: Table) -> Iterator[tuple[Form, str, str, Set[str]]]:
    """Yield name, short and long form for each name that papers write in both ways, and those papers."""
    for form, surfaces in table.surfaces.items():
        kind, name = form
        if kind not in NAMED_KINDS:
            continue
        for surface, papers in surfaces.items():
            if is_abbreviation(name, surface):
                yield form, name, surface, named(papers)
            elif (kind, surface) in table.papers and is_abbreviation(surface, name):
                yield form, surface, name, named(papers)


def _listed(
    table: Table, groups: Partition[Form], wanted: Set[Form], catalogue: Catalogue | None
) -> dict[Form, str]:
    """Return the catalogue's name for the short names of each group, by its most frequent form."""
    found: dict[Form, tuple[int, str, str]] = {}
    if catalogue is None:
        return {}
    for (kind, name), papers in table.papers.items():
        root = groups.find((kind, name))
        if root in wanted and (entry := listed_as(catalogue, kind, name)):
            found[root] = min(found.get(root, (1, "", "")), (-len(papers), name, entry))
    return {root: best[2] for root, best in found.items()}


def _usage(
    kind: Kind, found: Homographs, listed: str | None, catalogue: Catalogue | None, *, split: bool
) -> Usage:
    senses = found.senses
    # What no paper here proposes or spells out is what the catalogue lists.
    entries = [listed if s.label == found.unproposed else _entry(kind, s, catalogue) for s in senses]
    if split and len(senses) > 1 and found.pinned:
        entries = [entry if entry not in entries[:i] else None for i, entry in enumerate(entries)]
    elif split and len(senses) > 1:
        senses, entries = _merge_listed(senses, entries)
    elif len(senses) > 1:
        forms = tuple(form for sense in senses for form in sense.forms)
        senses, entries = [Sense(forms, sum(s.papers for s in senses))], [listed]
    default = _default(senses, entries, listed) if split else 0
    if default is None:
        by_name = {sense.label: sense for sense in senses}
        return Usage(by_name, "", _known(by_name, entries) | ({"": listed} if listed else {}))
    # Of two equally frequent senses neither gets the bare name.
    tied = len(senses) > 1 and entries[default] is None and senses[0].papers == senses[1].papers
    keys = ["" if i == default and not tied else sense.label for i, sense in enumerate(senses)]
    usage = Usage(dict(zip(keys, senses, strict=True)), keys[default], _known(keys, entries))
    usage.evidence = {usage.sense_name({label}): reason for label, reason in found.evidence.items()}
    if listed and keys[default] not in usage.listed:
        usage.listed[keys[default]] = listed
    return usage


def _known(names: list[str] | dict[str, Sense], entries: list[str | None]) -> dict[str, str]:
    return {m: entry for m, entry in zip(names, entries, strict=True) if entry}


def _entry(kind: Kind, sense: Sense, catalogue: Catalogue | None) -> str | None:
    if catalogue is None:
        return None
    return next((e for form in sense.forms if (e := listed_as(catalogue, kind, form))), None)


def _merge_listed(senses: list[Sense], entries: list[str | None]) -> tuple[list[Sense], list[str | None]]:
    """Return the senses with those merged that the catalogue lists as one."""
    kept: list[Sense] = []
    names: list[str | None] = []
    for sense, entry in zip(senses, entries, strict=True):
        if entry is not None and entry in names:
            i = names.index(entry)
            kept[i] = Sense((*kept[i].forms, *sense.forms), kept[i].papers + sense.papers, kept[i].title)
        else:
            kept.append(sense)
            names.append(entry)
    order = sorted(range(len(kept)), key=lambda i: (-kept[i].papers, kept[i].label))
    return [kept[i] for i in order], [names[i] for i in order]


def _default(senses: list[Sense], entries: list[str | None], listed: str | None) -> int | None:
    """Return which sense the bare name has; None if it has the catalogue's, which no paper spells out."""
    if listed is None:
        return 0
    if listed in entries:
        return entries.index(listed)
    open_senses = [i for i, entry in enumerate(entries) if entry is None]
    if len(listed.split()) > 1:  # the catalogue's name is a long form itself
        return next((i for i in open_senses if any(same_meaning(f, listed) for f in senses[i].forms)), None)
    return open_senses[0] if open_senses else None
