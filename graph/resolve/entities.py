"""From the table of mentions to entities: one deterministic function of the set of mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from paperlattice.extractors.records import ENTITY_KINDS, NAMED_KINDS, Kind, Mention
from paperlattice.graph.model.options import NO_PINS, Pins
from paperlattice.graph.model.records import Entity, Join, NameKey, Partition, Resolution
from paperlattice.graph.resolve.base_names import Catalogue
from paperlattice.graph.resolve.candidates import (
    Node,
    Scene,
    abbreviation_bonds,
    catalogue_bonds,
    join_variants,
    look_up,
    spelling_bonds,
)
from paperlattice.graph.resolve.labels import (
    assign_ids,
    bearer_digest,
    choose_label,
    choose_url,
    meaning_id,
    repo_id,
    repo_label,
    slug,
)
from paperlattice.graph.resolve.merging import Bond, Form, Table, gather, grow
from paperlattice.graph.resolve.senses import find_meanings


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity before ids are made distinct: `entity.id` is the id that it wants.

    `digest` is a hash over what it is called, distinct among all that want one id (`assign_ids`). `names` are
    the names of papers that stand for it, sorted.
    """

    entity: Entity
    digest: str
    names: tuple[NameKey, ...]


def resolve_entities(
    mentions: Iterable[Mention],
    *,
    pins: Pins = NO_PINS,
    catalogue: Catalogue | None = None,
    score_cutoff: float = 93.0,
) -> Resolution:
    r"""Return the entities that mentions name, and which of them each name of each paper means.

    The result depends on the set of mentions only, not on their order. Kinds are never mixed. Rules, the
    strongest first: `pin`, `url`, `key`, `plural`, `noun`, `greek`, `version`, `family`, `catalogue`,
    `abbreviation`, `spelling`; what pins keep apart stays apart whatever the other rules say. Cost: linear in
    the number of names, except for `spelling`, which compares within small blocks.

    Args:
        mentions: Mentions of any papers, as `extractors.extract` gives them.
        pins: Names that are one entity or two, from `read_pins`.
        catalogue: Known names with their aliases; None merges by the other rules only.
        score_cutoff: The similarity (0 to 100) that `spelling` asks for.

    Example:
        >>> from paperlattice import resolve_entities
        >>> from paperlattice.extractors import find_methods
        >>> mentions = [
        ...     *find_methods("Small Updates\nWe train ResNet-50.", paper_id="1"),
        ...     *find_methods("Deep Views\nWe train ResNet-18.", paper_id="2"),
        ... ]
        >>> found = resolve_entities(mentions)
        >>> [(entity.id, entity.aliases) for entity in found.entities]
        [('method:resnet', ('ResNet-18', 'ResNet-50'))]
        >>> found.names["1", "method", "ResNet-50"]
        'method:resnet'
    """
    return finish(draft_entities(mentions, pins=pins, catalogue=catalogue, score_cutoff=score_cutoff))


def finish(drafts: Iterable[Draft]) -> Resolution:
    """Return the resolution of all drafts, in any order, with distinct ids.

    Drafts may come from several calls of `draft_entities` if those shared no block of names
    (`graph.resolve.blocking`).
    """
    rivals: dict[str, list[Draft]] = {}
    for draft in drafts:
        rivals.setdefault(draft.entity.id, []).append(draft)
    entities: list[Entity] = []
    names: dict[NameKey, str] = {}
    for wanted, group in rivals.items():
        ids = assign_ids(wanted, (draft.digest for draft in group))
        for draft in group:
            entities.append(replace(draft.entity, id=ids[draft.digest]))
            names.update(dict.fromkeys(draft.names, ids[draft.digest]))
    return Resolution(tuple(sorted(entities, key=lambda e: e.id)), dict(sorted(names.items())))


def draft_entities(
    mentions: Iterable[Mention],
    *,
    pins: Pins = NO_PINS,
    catalogue: Catalogue | None = None,
    score_cutoff: float = 93.0,
) -> list[Draft]:
    """Return the entities that mentions name, each with the id that it wants, in order of ids and digests.

    As `resolve_entities`, which explains the parameters.
    """
    table = gather(mentions)
    groups, tree = _group_forms(table, pins)
    scene = _scene(table, groups, tree, pins, catalogue)
    bonds = [
        *_repeat(scene, tree),
        *catalogue_bonds(scene, catalogue),
        *abbreviation_bonds(scene),
        *spelling_bonds(scene, score_cutoff=score_cutoff),
    ]
    sets: Partition[Node] = Partition()
    _separate(
        sets, pins, {n for b in bonds for n in (b.left, b.right)} | {_node(scene, r) for r in table.rows()}
    )
    return _drafts(scene, sets, grow(sets, bonds))


def _group_forms(table: Table, pins: Pins) -> tuple[Partition[Form], list[Bond[Form]]]:
    """Return the forms grouped by pins and by keys alone, and the unions that did it."""
    groups: Partition[Form] = Partition()
    for _, kind, left, right in pins.parted():
        groups.keep_apart((kind, left), (kind, right))
    bonds = [
        Bond((kind, left), (kind, right), Join(left, right, "pin", 1.0, pin.source))
        for pin, kind, left, right in pins.united()
    ]
    for kind in ENTITY_KINDS:
        names = table.names(kind)
        for join in join_variants(kind, names | pins.exact(kind) if names else names):
            bonds.append(Bond((kind, join.left), (kind, join.right), join))
    return groups, grow(groups, bonds)


def _scene(
    table: Table, groups: Partition[Form], tree: list[Bond[Form]], pins: Pins, catalogue: Catalogue | None
) -> Scene:
    whole = {groups.find((kind, name)) for pin in pins.same for kind in pin.kinds() for name in pin.names}
    meanings = find_meanings(table, groups, whole=whole, catalogue=catalogue)
    forms = sorted({form for bond in tree for form in (bond.left, bond.right)}.union(table.papers))
    scene = Scene(table, groups, meanings, forms, {}, {})
    counts: dict[tuple[Form, str], Counter[str]] = {}
    for (kind, name), papers in table.papers.items():
        root = groups.find((kind, name))
        if root in meanings.usages:
            for paper in papers:
                meaning = meanings.said.get((paper, kind, name), "")
                counts.setdefault((root, meaning), Counter())[name] += 1
    for key, names in counts.items():
        scene.bearers[key] = min(names, key=lambda n: (-names[n], len(n), n))
    look_up(scene, catalogue)
    return scene


def _node(scene: Scene, row: NameKey) -> Node:
    return row[1], row[2], scene.meanings.said.get(row, "")


def _repeat(scene: Scene, tree: list[Bond[Form]]) -> Iterator[Bond[Node]]:
    """Yield the unions of forms for each meaning, cut to the forms that bear it and what joins them."""
    split: dict[Form, list[Bond[Form]]] = {}
    for bond in tree:
        root = scene.groups.find(bond.left)
        if scene.is_split(root):
            split.setdefault(root, []).append(bond)
        else:
            yield Bond((*bond.left, ""), (*bond.right, ""), bond.join)
    bearing: dict[tuple[Form, str], set[Form]] = {}
    for (_, kind, name), meaning in scene.meanings.said.items():
        bearing.setdefault((scene.groups.find((kind, name)), meaning), set()).add((kind, name))
    for (root, meaning), forms in bearing.items():
        for bond in _pruned(split.get(root, []), forms):
            yield Bond((*bond.left, meaning), (*bond.right, meaning), bond.join)


def _pruned(tree: list[Bond[Form]], kept: set[Form]) -> list[Bond[Form]]:
    """Return a tree without the branches that lead to nothing kept; the family above a kept form stays."""
    kept = kept | {b.left for b in tree if b.join.rule == "family" and b.right in kept}
    while True:
        degree = Counter(form for bond in tree for form in (bond.left, bond.right))
        left = [b for b in tree if all(degree[f] > 1 or f in kept for f in (b.left, b.right))]
        if len(left) == len(tree):
            return tree
        tree = left


def _separate(sets: Partition[Node], pins: Pins, nodes: set[Node]) -> None:
    meanings: dict[Form, list[Node]] = {}
    for node in nodes:
        meanings.setdefault(node[:2], []).append(node)
    for _, kind, left, right in pins.parted():
        for a, b in product(meanings.get((kind, left), ()), meanings.get((kind, right), ())):
            sets.keep_apart(a, b)


def _drafts(scene: Scene, sets: Partition[Node], tree: list[Bond[Node]]) -> list[Draft]:
    rows: dict[Node, list[NameKey]] = {}
    for row in scene.table.rows():
        rows.setdefault(sets.find(_node(scene, row)), []).append(row)
    joins: dict[Node, list[Join]] = {}
    for bond in tree:
        joins.setdefault(sets.find(bond.left), []).append(bond.join)
    drafts = (_draft(scene, root[0], found, joins.get(root, [])) for root, found in rows.items())
    return sorted(drafts, key=lambda d: (d.entity.id, d.digest))


def _draft(scene: Scene, kind: Kind, rows: list[NameKey], joins: list[Join]) -> Draft:
    entity = _entity(scene, kind, rows, joins)
    meaning = _long_form(scene, entity, rows)
    if meaning:
        entity = replace(entity, id=meaning_id(entity.id, meaning))
    digest = bearer_digest((entity.label, meaning, *sorted({name for _, _, name in rows})))
    return Draft(entity, digest, tuple(sorted(rows)))


def _long_form(scene: Scene, entity: Entity, rows: list[NameKey]) -> str:
    """Return the meaning that must stand in an entity's id: empty if its label means it by itself."""
    root = scene.groups.find((entity.kind, entity.label))
    if not scene.is_split(root):
        return ""
    of_label = {scene.meanings.said[r] for r in rows if scene.groups.find((r[1], r[2])) == root}
    return "" if "" in of_label else min(of_label, default="")


def _entity(scene: Scene, kind: Kind, rows: list[NameKey], joins: list[Join]) -> Entity:
    """Return an entity with the id that it wants."""
    papers = Counter(name for _, _, name in rows)
    texts = Counter((row[2], s) for row in rows for s in scene.table.surfaces.get(row, ()))
    written = {*papers, *(surface for _, surface in texts)}
    if kind not in NAMED_KINDS:
        url = choose_url(papers)
        label, wanted = repo_label(url), repo_id(url)
    else:
        url, label = "", choose_label(kind, papers, joins)
        wanted = f"{kind}:{slug(label)}"
        joins = [*joins, *_text_joins(papers, texts, joins)]
    ordered = sorted(joins, key=lambda j: (j.left, j.right, j.rule, j.evidence))
    return Entity(wanted, kind, label, tuple(sorted(written - {label})), tuple(ordered), url)


def _text_joins(
    papers: Mapping[str, int], texts: Mapping[tuple[str, str], int], joins: list[Join]
) -> Iterator[Join]:
    """Yield a join for each written form that no other join explains: its paper says that it is the name."""
    known = {*papers, *(form for join in joins for form in (join.left, join.right))}
    for (name, surface), number in texts.items():
        if surface not in known:
            said = f"{number} paper{'s' * (number > 1)} write{'s' * (number == 1)} both for one thing"
            yield Join(name, surface, "text", 1.0, said)
