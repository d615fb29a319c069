"""Merge candidates: by variants of a key, the catalogue, abbreviations of other papers, and misspellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from paperlattice.extractors.records import NAMED_KINDS, TERM_KINDS, Kind
from paperlattice.graph.model.records import Merge, Partition
from paperlattice.graph.resolve.abbreviations import long_keys
from paperlattice.graph.resolve.base_names import Catalogue, bare_form, base_name, listed_as
from paperlattice.graph.resolve.homographs import PinnedGroups
from paperlattice.graph.resolve.labels import repo_parts
from paperlattice.graph.resolve.merging import Form, MergeCandidate, Table, named
from paperlattice.graph.resolve.normalize import greek_key, singulars, spelling_key, version_key, words
from paperlattice.graph.resolve.senses import SenseInventory
from paperlattice.graph.resolve.spelling import near_spellings
from paperlattice.graph.resolve.terms import term_merges

Node = tuple[Kind, str, str]
"""A form of a kind in one of its senses; the sense is empty for what the form means by itself."""


@dataclass(slots=True)
class Context:
    """All that is known once forms are grouped and senses distinguished.

    `forms` are the names and their base names, in sort order; `most_written` holds for each group and sense
    the name that most papers write, `entries` the catalogue's name, under its representative. `pinned` is
    what pins say of the papers of a group.
    """

    table: Table
    groups: Partition[Form]
    senses: SenseInventory
    forms: list[Form]
    most_written: dict[tuple[Form, str], str]
    entries: dict[Node, str]
    pinned: Mapping[Form, PinnedGroups] = field(default_factory=dict)

    def is_split(self, root: Form) -> bool:
        """Return whether the forms of a group have several senses."""
        usage = self.senses.usages.get(root)
        return usage is not None and (len(usage.senses) > 1 or "" not in usage.senses)

    def representative(self, root: Form, sense_name: str) -> Node | None:
        """Return the node that represents a sense of a split group."""
        name = self.most_written.get((root, sense_name))
        return None if name is None else (root[0], name, sense_name)

    def group_entry(self, root: Form, sense_name: str = "") -> str | None:
        """Return the catalogue's name for a group in a sense."""
        return self.entries.get((*root, sense_name))


def look_up(context: Context, catalogue: Catalogue | None) -> None:
    """Fill the context's `entries`: the catalogue's name of each group, by its first form that is listed."""
    if catalogue is None:
        return
    for kind, form in context.forms:
        root = context.groups.find((kind, form))
        if kind not in NAMED_KINDS or context.is_split(root) or (*root, "") in context.entries:
            continue
        if entry := listed_as(catalogue, kind, form):
            context.entries[(*root, "")] = entry
    for root, usage in context.senses.usages.items():
        for sense_name, entry in usage.listed.items():
            if context.is_split(root):
                context.entries[(*root, sense_name)] = entry


def catalogue_candidates(context: Context, catalogue: Catalogue | None) -> Iterator[MergeCandidate[Node]]:
    """Yield the candidates for forms that the catalogue lists under one name."""
    if catalogue is None:
        return
    listed: dict[tuple[Kind, str], dict[tuple[Form, str], Node]] = {}
    for kind, form in context.forms:
        root = context.groups.find((kind, form))
        if kind not in NAMED_KINDS or context.is_split(root):
            continue
        if entry := listed_as(catalogue, kind, form):
            nodes = listed.setdefault((kind, entry), {})
            node: Node = (kind, form, "")
            nodes[root, ""] = min(nodes.get((root, ""), node), node, key=lambda n: (n[1] != entry, n[1]))
    for root, usage in context.senses.usages.items():
        for sense_name, entry in usage.listed.items() if context.is_split(root) else ():
            if representative := context.representative(root, sense_name):
                listed.setdefault((root[0], entry), {})[root, sense_name] = representative
    for (_, entry), found in listed.items():
        first, *others = sorted(found.values(), key=lambda n: (n[1] != entry, n[1], n[2]))
        for other in others:
            merge = Merge(first[1], other[1], "catalogue", 1.0, f"the catalogue lists both as {entry!r}")
            yield MergeCandidate(first, other, merge)


def abbreviation_candidates(context: Context) -> Iterator[MergeCandidate[Node]]:
    """Yield the candidates for long forms that some papers write alone and the short forms of others.

    A long form with several short ones goes with the one that most papers give. The score is the share of the
    papers with this sense, among all that explain the short form.
    """
    index = _by_long_form(context)
    if not index:
        return
    for kind, name in context.forms:
        root = context.groups.find((kind, name))
        if kind not in NAMED_KINDS or context.is_split(root):
            continue
        hits = {hit for key in long_keys(name) for hit in index.get((kind, key), ()) if hit[1] != root}
        if not hits:
            continue
        _, short_root, sense_name, short = min(hits)
        usage = context.senses.usages[short_root]
        entries = {context.group_entry(root), context.group_entry(short_root, sense_name)} - {None}
        if len(entries) > 1:
            continue
        sense, share = usage.senses[sense_name], usage.share(sense_name)
        total = sum(s.papers for s in usage.senses.values())
        reason = f"{sense.papers} of {total} papers that explain {short!r} say so"
        merge = Merge(short, name, "abbreviation", share, reason)
        yield MergeCandidate((kind, short, sense_name), (kind, name, ""), merge)


def _by_long_form(context: Context) -> dict[tuple[Kind, str], list[tuple[int, Form, str, str]]]:
    """Return by key of a long form what it may mean: (-papers, group, sense, short form)."""
    index: dict[tuple[Kind, str], list[tuple[int, Form, str, str]]] = {}
    for root, usage in context.senses.usages.items():
        for sense_name, sense in usage.senses.items():
            short = context.most_written.get((root, sense_name))
            if short is None:
                continue
            for key in {key for form in sense.forms for key in long_keys(form)}:
                index.setdefault((root[0], key), []).append((-sense.papers, root, sense_name, short))
    return index


def spelling_candidates(context: Context, *, score_cutoff: float) -> Iterator[MergeCandidate[Node]]:
    """Yield the candidates for forms that are alike, none if a paper or the catalogue has both."""
    members: dict[Form, list[Form]] = {}
    for form in context.forms:
        members.setdefault(context.groups.find(form), []).append(form)

    def papers(root: Form) -> set[str]:
        known = context.table.papers
        return set[str]().union(*(named(known[form]) for form in members[root] if form in known))

    for kind in NAMED_KINDS:
        chosen: dict[tuple[str, tuple[str, ...]], str] = {}
        for k, name in context.forms:
            if k == kind and not context.is_split(context.groups.find((k, name))):
                chosen.setdefault((spelling_key(name), tuple(w.casefold() for w in words(name))), name)
        for left, right, score in near_spellings(chosen.values(), score_cutoff=score_cutoff):
            a, b = context.groups.find((kind, left)), context.groups.find((kind, right))
            entries = {context.group_entry(a), context.group_entry(b)} - {None}
            if a == b or len(entries) > 1 or not papers(a).isdisjoint(papers(b)):
                continue
            merge = Merge(left, right, "spelling", score / 100, f"{score:.1f} % of the letters agree")
            yield MergeCandidate((kind, left, ""), (kind, right, ""), merge)


def variant_merges(kind: Kind, names: Iterable[str]) -> Iterator[Merge]:
    """Yield the merges of names of one kind that differ in spelling, plural, version mark or mark of size.

    Rules: `key` (case, hyphens, blanks), `plural`, `noun` ("CLIP model"), `greek` (ε and epsilon), `version`
    (v2 and 2, 2.0 and 2, for datasets 2014 and 14), `family` (a form and its base name, which need not
    occur). Forms with one key are merged with the first of them in sort order, so there are fewer merges than
    forms. Tasks and techniques have the rules of `term_merges`; repositories have the one rule `url`: host
    and path are equal but for case.
    """
    written = set(names)
    if kind in TERM_KINDS:
        yield from term_merges(written)
        return
    if kind not in NAMED_KINDS:
        yield from _urls(written)
        return
    base_names = {name: base_name(kind, name) for name in written}
    forms = sorted(written.union(base_names.values()))
    by_key: dict[str, str] = {}
    for form in forms:
        first = by_key.setdefault(spelling_key(form), form)
        if first != form:
            yield Merge(first, form, "key", 1.0, "equal but for case, hyphens and blanks")
    for name in sorted(written):
        if base_names[name] != name:
            yield Merge(base_names[name], name, "family", 1.0, "size, depth and tuning marks cut")
    yield from _loose(kind, by_key)
    for form in forms:
        for single in singulars(form):
            if (found := by_key.get(spelling_key(single))) is not None:
                yield Merge(found, form, "plural", 1.0, "plural of a name that occurs")
                break
        bare = spelling_key(bare_form(kind, form))
        if bare in by_key and bare != spelling_key(form):
            yield Merge(by_key[bare], form, "noun", 1.0, "a name that occurs and a common noun")


def _urls(written: set[str]) -> Iterator[Merge]:
    by_parts: dict[tuple[str, ...], str] = {}
    for url in sorted(written):
        first = by_parts.setdefault(repo_parts(url), url)
        if first != url:
            yield Merge(first, url, "url", 1.0, "equal but for case")


def _loose(kind: Kind, by_key: dict[str, str]) -> Iterator[Merge]:
    """Yield the merges of keys that are equal once Greek letters and version marks are written one way."""
    groups: dict[str, list[str]] = {}
    for key in by_key:
        groups.setdefault(version_key(kind, greek_key(key)), []).append(key)
    for loose, keys in groups.items():
        if len(keys) < 2:
            continue
        first = min(keys, key=lambda k: (k != loose, by_key[k]))
        for key in keys:
            if key != first:
                rule = "greek" if greek_key(key) == greek_key(first) else "version"
                reason = "Greek letter spelt out" if rule == "greek" else "version marks written alike"
                yield Merge(by_key[first], by_key[key], rule, 1.0, reason)
