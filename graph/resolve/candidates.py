"""The unions that rest on more than a key: the catalogue, abbreviations of other papers, misspellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paperlattice.extractors.records import NAMED_KINDS, Kind
from paperlattice.graph.model.records import Join, Partition
from paperlattice.graph.resolve.abbreviations import long_keys
from paperlattice.graph.resolve.base_names import Catalogue, bare_form, family_form, listed_as
from paperlattice.graph.resolve.labels import repo_parts
from paperlattice.graph.resolve.merging import Bond, Form, Table
from paperlattice.graph.resolve.normalize import greek_key, singulars, spelling_key, version_key, words
from paperlattice.graph.resolve.senses import Meanings
from paperlattice.graph.resolve.spelling import near_spellings

Node = tuple[Kind, str, str]
"""A form of a kind in one of its meanings; the meaning is empty for what the form means by itself."""


@dataclass(slots=True)
class Scene:
    """All that is known once forms are grouped and meanings told apart.

    `forms` are the names and the families they are cut to, in sort order; `bearers` holds for each group and
    meaning the name that most papers write, `entries` the catalogue's name, under its representative.
    """

    table: Table
    groups: Partition[Form]
    meanings: Meanings
    forms: list[Form]
    bearers: dict[tuple[Form, str], str]
    entries: dict[Node, str]

    def is_split(self, root: Form) -> bool:
        """Return whether the forms of a group have several meanings."""
        usage = self.meanings.usages.get(root)
        return usage is not None and (len(usage.senses) > 1 or "" not in usage.senses)

    def bearer(self, root: Form, meaning: str) -> Node | None:
        """Return the node that stands for a meaning of a split group."""
        name = self.bearers.get((root, meaning))
        return None if name is None else (root[0], name, meaning)

    def group_entry(self, root: Form, meaning: str = "") -> str | None:
        """Return the catalogue's name for a group in a meaning."""
        return self.entries.get((*root, meaning))


def look_up(scene: Scene, catalogue: Catalogue | None) -> None:
    """Fill the scene's `entries`: the catalogue's name of each group, by its first form that is listed."""
    if catalogue is None:
        return
    for kind, form in scene.forms:
        root = scene.groups.find((kind, form))
        if kind not in NAMED_KINDS or scene.is_split(root) or (*root, "") in scene.entries:
            continue
        if entry := listed_as(catalogue, kind, form):
            scene.entries[(*root, "")] = entry
    for root, usage in scene.meanings.usages.items():
        for meaning, entry in usage.listed.items():
            if scene.is_split(root):
                scene.entries[(*root, meaning)] = entry


def catalogue_bonds(scene: Scene, catalogue: Catalogue | None) -> Iterator[Bond[Node]]:
    """Yield the unions of forms that the catalogue lists under one name."""
    if catalogue is None:
        return
    listed: dict[tuple[Kind, str], dict[tuple[Form, str], Node]] = {}
    for kind, form in scene.forms:
        root = scene.groups.find((kind, form))
        if kind not in NAMED_KINDS or scene.is_split(root):
            continue
        if entry := listed_as(catalogue, kind, form):
            nodes = listed.setdefault((kind, entry), {})
            node: Node = (kind, form, "")
            nodes[root, ""] = min(nodes.get((root, ""), node), node, key=lambda n: (n[1] != entry, n[1]))
    for root, usage in scene.meanings.usages.items():
        for meaning, entry in usage.listed.items() if scene.is_split(root) else ():
            if bearer := scene.bearer(root, meaning):
                listed.setdefault((root[0], entry), {})[root, meaning] = bearer
    for (_, entry), found in listed.items():
        first, *others = sorted(found.values(), key=lambda n: (n[1] != entry, n[1], n[2]))
        for other in others:
            join = Join(first[1], other[1], "catalogue", 1.0, f"the catalogue lists both as {entry!r}")
            yield Bond(first, other, join)


def abbreviation_bonds(scene: Scene) -> Iterator[Bond[Node]]:
    """Yield the unions of long forms that stand alone in some papers with the short form of others.

    A long form with several short ones joins the one that most papers give. The score is the share of the
    papers that mean this, among all that say what the short form stands for.
    """
    index = _by_long_form(scene)
    if not index:
        return
    for kind, name in scene.forms:
        root = scene.groups.find((kind, name))
        if kind not in NAMED_KINDS or scene.is_split(root):
            continue
        hits = {hit for key in long_keys(name) for hit in index.get((kind, key), ()) if hit[1] != root}
        if not hits:
            continue
        _, short_root, meaning, short = min(hits)
        usage = scene.meanings.usages[short_root]
        entries = {scene.group_entry(root), scene.group_entry(short_root, meaning)} - {None}
        if len(entries) > 1:
            continue
        sense, share = usage.senses[meaning], usage.share(meaning)
        total = sum(s.papers for s in usage.senses.values())
        evidence = f"{sense.papers} of {total} papers that explain {short!r} say so"
        join = Join(short, name, "abbreviation", share, evidence)
        yield Bond((kind, short, meaning), (kind, name, ""), join)


def _by_long_form(scene: Scene) -> dict[tuple[Kind, str], list[tuple[int, Form, str, str]]]:
    """Return by key of a long form what it may stand for: (-papers, group, meaning, short form)."""
    index: dict[tuple[Kind, str], list[tuple[int, Form, str, str]]] = {}
    for root, usage in scene.meanings.usages.items():
        for meaning, sense in usage.senses.items():
            short = scene.bearers.get((root, meaning))
            if short is None:
                continue
            for key in {key for form in sense.forms for key in long_keys(form)}:
                index.setdefault((root[0], key), []).append((-sense.papers, root, meaning, short))
    return index


def spelling_bonds(scene: Scene, *, score_cutoff: float) -> Iterator[Bond[Node]]:
    """Yield the unions of forms that are alike; a paper or the catalogue that knows both forbids them."""
    members: dict[Form, list[Form]] = {}
    for form in scene.forms:
        members.setdefault(scene.groups.find(form), []).append(form)

    def papers(root: Form) -> set[str]:
        return set[str]().union(*(scene.table.papers.get(form, ()) for form in members[root]))

    for kind in NAMED_KINDS:
        chosen: dict[tuple[str, tuple[str, ...]], str] = {}
        for k, name in scene.forms:
            if k == kind and not scene.is_split(scene.groups.find((k, name))):
                chosen.setdefault((spelling_key(name), tuple(w.casefold() for w in words(name))), name)
        for left, right, score in near_spellings(chosen.values(), score_cutoff=score_cutoff):
            a, b = scene.groups.find((kind, left)), scene.groups.find((kind, right))
            entries = {scene.group_entry(a), scene.group_entry(b)} - {None}
            if a == b or len(entries) > 1 or not papers(a).isdisjoint(papers(b)):
                continue
            join = Join(left, right, "spelling", score / 100, f"{score:.1f} % of the letters agree")
            yield Bond((kind, left, ""), (kind, right, ""), join)


def join_variants(kind: Kind, names: Iterable[str]) -> Iterator[Join]:
    """Yield the joins of names of one kind that differ in spelling, plural, version mark or mark of size.

    Rules: `key` (case, hyphens, blanks), `plural`, `noun` ("CLIP model"), `greek` (ε and epsilon), `version`
    (v2 and 2, 2.0 and 2, for datasets 2014 and 14), `family` (a form and the form cut to its family, which
    need not occur). Forms with one key are joined to the first of them in sort order, so the number of joins
    stays below the number of forms. Repositories have the one rule `url`: host and path are equal but for
    case.
    """
    written = set(names)
    if kind not in NAMED_KINDS:
        yield from _urls(written)
        return
    families = {name: family_form(kind, name) for name in written}
    forms = sorted(written.union(families.values()))
    by_key: dict[str, str] = {}
    for form in forms:
        first = by_key.setdefault(spelling_key(form), form)
        if first != form:
            yield Join(first, form, "key", 1.0, "equal but for case, hyphens and blanks")
    for name in sorted(written):
        if families[name] != name:
            yield Join(families[name], name, "family", 1.0, "size, depth and tuning marks cut")
    yield from _loose(kind, by_key)
    for form in forms:
        for single in singulars(form):
            if (found := by_key.get(spelling_key(single))) is not None:
                yield Join(found, form, "plural", 1.0, "plural of a name that occurs")
                break
        bare = spelling_key(bare_form(kind, form))
        if bare in by_key and bare != spelling_key(form):
            yield Join(by_key[bare], form, "noun", 1.0, "a name that occurs and a common noun")


def _urls(written: set[str]) -> Iterator[Join]:
    by_parts: dict[tuple[str, ...], str] = {}
    for url in sorted(written):
        first = by_parts.setdefault(repo_parts(url), url)
        if first != url:
            yield Join(first, url, "url", 1.0, "equal but for case")


def _loose(kind: Kind, by_key: dict[str, str]) -> Iterator[Join]:
    """Yield the joins of keys that are equal once Greek letters and version marks are written one way."""
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
                said = "Greek letter spelt out" if rule == "greek" else "version marks written alike"
                yield Join(by_key[first], by_key[key], rule, 1.0, said)
