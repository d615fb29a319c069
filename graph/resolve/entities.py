"""From mentions to entities: one deterministic function of the set of mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from paperlattice.extractors.records import ENTITY_KINDS, TERM_KINDS, Kind, Mention
from paperlattice.graph.model.pins import NO_PINS, Pins
from paperlattice.graph.model.records import Entity, Merge, NameKey, Partition, Resolution
from paperlattice.graph.resolve.base_names import Catalogue
from paperlattice.graph.resolve.candidates import (
    Context,
    Node,
    abbreviation_candidates,
    catalogue_candidates,
    look_up,
    spelling_candidates,
    variant_merges,
)
from paperlattice.graph.resolve.labels import (
    assign_ids,
    choose_label,
    choose_url,
    names_digest,
    repo_id,
    repo_label,
    sense_id,
    slug,
)
from paperlattice.graph.resolve.merging import (
    Form,
    MergeCandidate,
    Papers,
    Table,
    gather,
    merge_strongest,
    named,
)
from paperlattice.graph.resolve.pinned import Renames, pinned_groups, renames_of
from paperlattice.graph.resolve.senses import NO_TEXTS, induce_senses
from paperlattice.graph.resolve.terms import broader_terms, term_aliases


@dataclass(frozen=True, slots=True)
class ProvisionalEntity:
    """An entity before ids are made distinct: `entity.id` is the id that it wants.

    `digest` is a hash over its names, distinct among all entities that want one id (`assign_ids`). `papers`
    are, by name, the papers that mean it by that name.
    """

    entity: Entity
    digest: str
    papers: Mapping[Form, Papers]


def resolve_entities(
    mentions: Iterable[Mention],
    *,
    pins: Pins = NO_PINS,
    catalogue: Catalogue | None = None,
    score_cutoff: float = 93.0,
    texts: Mapping[str, str] = NO_TEXTS,
) -> Resolution:
    r"""Return the entities that mentions name, and which of them each name of each paper means.

    The result depends on the set of mentions only, not on their order. Kinds are never mixed. Rules, the
    strongest first: `pin`, `url`, `key`, `plural`, `noun`, `greek`, `version`, `family`, `catalogue`,
    `abbreviation`, `spelling`; tasks and techniques have only `pin`, `key` and `catalogue`. What pins keep
    apart stays apart whatever the other rules propose. Cost: linear in the number of names, except for
    `spelling`, which compares within small blocks, and for names that papers propose (`find_homographs`).

    Args:
        mentions: Mentions of any papers, as `extractors.extract` gives them.
        pins: Names that are one entity or two, from `read_pins`.
        catalogue: Known names with their aliases; None merges by the other rules only.
        score_cutoff: The similarity (0 to 100) that `spelling` asks for.
        texts: Title and abstract by paper. With them, a short name that some paper proposes is one entity
            only in papers whose contexts agree.

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
    table = gather(mentions)
    return finish(
        provisional_entities(table, pins=pins, catalogue=catalogue, score_cutoff=score_cutoff, texts=texts)
    )


def finish(provisional: Iterable[ProvisionalEntity]) -> Resolution:
    """Return the resolution of provisional entities, in any order, with distinct ids.

    They may come from several calls of `provisional_entities` if those shared no block of names
    (`graph.resolve.blocking`).
    """
    rivals: dict[str, list[ProvisionalEntity]] = {}
    for each in provisional:
        rivals.setdefault(each.entity.id, []).append(each)
    entities: list[Entity] = []
    names: dict[NameKey, str] = {}
    for wanted, group in rivals.items():
        ids = assign_ids(wanted, (each.digest for each in group))
        for each in group:
            entities.append(replace(each.entity, id=ids[each.digest]))
            for (kind, name), papers in each.papers.items():
                names.update(dict.fromkeys(((p, kind, name) for p in named(papers)), ids[each.digest]))
    return Resolution(tuple(sorted(entities, key=lambda e: e.id)), dict(sorted(names.items())))


def provisional_entities(
    table: Table,
    *,
    pins: Pins = NO_PINS,
    catalogue: Catalogue | None = None,
    score_cutoff: float = 93.0,
    texts: Mapping[str, str] = NO_TEXTS,
    renames: Renames | None = None,
) -> list[ProvisionalEntity]:
    """Return the entities of gathered mentions, each with the id that it wants, in order of ids and digests.

    As `resolve_entities`, which explains the parameters; `renames` are those of `pins` by default.
    """
    groups, tree = _group_forms(table, pins)
    context = _context(table, groups, tree, pins, catalogue, texts)
    candidates = [
        *_by_sense(context, tree),
        *catalogue_candidates(context, catalogue),
        *abbreviation_candidates(context),
        *spelling_candidates(context, score_cutoff=score_cutoff),
    ]
    sets: Partition[Node] = Partition()
    nodes = _nodes(context)
    _separate(sets, pins, {n for c in candidates for n in (c.left, c.right)} | nodes.keys())
    _separate_senses(sets, context)
    merged = merge_strongest(sets, candidates)
    return _provisional_entities(context, nodes, sets, merged, renames or renames_of(pins))


def _group_forms(table: Table, pins: Pins) -> tuple[Partition[Form], list[MergeCandidate[Form]]]:
    """Return the forms grouped only by pins and keys, and the merges that grouped them."""
    groups: Partition[Form] = Partition()
    for kind, apart in pins.parted():
        groups.keep_apart([(kind, name)] for name in apart)
    candidates = [
        MergeCandidate((kind, left), (kind, right), Merge(left, right, "pin", 1.0, pin.source))
        for pin, kind, left, right in pins.united()
    ]
    for kind in ENTITY_KINDS:
        names = table.names(kind)
        for merge in variant_merges(kind, names | pins.exact(kind) if names else names):
            candidates.append(MergeCandidate((kind, merge.left), (kind, merge.right), merge))
    return groups, merge_strongest(groups, candidates)


def _context(
    table: Table,
    groups: Partition[Form],
    tree: list[MergeCandidate[Form]],
    pins: Pins,
    catalogue: Catalogue | None,
    texts: Mapping[str, str],
) -> Context:
    whole = (pin for pin in pins.same if not pin.papers)
    unsplit = {groups.find((kind, name)) for pin in whole for kind in pin.kinds() for name in pin.names}
    pinned = pinned_groups(table, groups, pins, texts)
    senses = induce_senses(table, groups, unsplit=unsplit, catalogue=catalogue, texts=texts, pinned=pinned)
    forms = sorted(
        {form for candidate in tree for form in (candidate.left, candidate.right)}.union(table.papers)
    )
    context = Context(table, groups, senses, forms, {}, {}, pinned)
    counts: dict[tuple[Form, str], Counter[str]] = {}
    for (kind, name), papers in table.papers.items():
        root = groups.find((kind, name))
        if root in senses.usages:
            for sense_name, meaning in _by_meaning(context, (kind, name), papers):
                counts.setdefault((root, sense_name), Counter())[name] += len(meaning)
    for key, names in counts.items():
        context.most_written[key] = min(names, key=lambda n: (-names[n], len(n), n))
    look_up(context, catalogue)
    return context


def _by_meaning(context: Context, form: Form, papers: Papers) -> Iterable[tuple[str, Papers]]:
    """Return the senses that papers mean by a form, each with these papers."""
    if not context.is_split(context.groups.find(form)):
        return [("", papers)]
    meaning: dict[str, set[str]] = {}
    for paper in named(papers):
        meaning.setdefault(context.senses.chosen[paper, *form], set()).add(paper)
    return meaning.items()


def _nodes(context: Context) -> dict[Node, Papers]:
    """Return the names in papers with the sense that they have there, and these papers."""
    return {
        (*form, sense_name): meaning
        for form, papers in context.table.papers.items()
        for sense_name, meaning in _by_meaning(context, form, papers)
    }


def _by_sense(context: Context, tree: list[MergeCandidate[Form]]) -> Iterator[MergeCandidate[Node]]:
    """Yield the merges of forms for each sense, cut to the forms that have it and what connects them."""
    split: dict[Form, list[MergeCandidate[Form]]] = {}
    for candidate in tree:
        root = context.groups.find(candidate.left)
        if context.is_split(root):
            split.setdefault(root, []).append(candidate)
        else:
            yield MergeCandidate((*candidate.left, ""), (*candidate.right, ""), candidate.merge)
    forms_of: dict[tuple[Form, str], set[Form]] = {}
    for (_, kind, name), sense_name in context.senses.chosen.items():
        forms_of.setdefault((context.groups.find((kind, name)), sense_name), set()).add((kind, name))
    for (root, sense_name), forms in forms_of.items():
        for candidate in _pruned(split.get(root, []), forms):
            yield MergeCandidate(
                (*candidate.left, sense_name), (*candidate.right, sense_name), candidate.merge
            )


def _pruned(tree: list[MergeCandidate[Form]], kept: set[Form]) -> list[MergeCandidate[Form]]:
    """Return a tree without the branches that lead to nothing kept; the base name of a kept form stays."""
    kept = kept | {c.left for c in tree if c.merge.rule == "family" and c.right in kept}
    while True:
        degree = Counter(form for candidate in tree for form in (candidate.left, candidate.right))
        left = [c for c in tree if all(degree[f] > 1 or f in kept for f in (c.left, c.right))]
        if len(left) == len(tree):
            return tree
        tree = left


def _separate(sets: Partition[Node], pins: Pins, nodes: set[Node]) -> None:
    of_form: dict[Form, list[Node]] = {}
    for node in nodes:
        of_form.setdefault(node[:2], []).append(node)
    for kind, apart in pins.parted():
        sets.keep_apart(of_form.get((kind, name), ()) for name in apart)


def _separate_senses(sets: Partition[Node], context: Context) -> None:
    """Keep apart what papers mean by one name that pins tell apart."""
    chosen = context.senses.chosen
    for root, pinned in context.pinned.items():
        if not context.is_split(root):
            continue
        forms = [form for form in context.table.papers if context.groups.find(form) == root]
        meant = [
            {(*form, chosen[paper, *form]) for form in forms for paper in group if (paper, *form) in chosen}
            for group in pinned.groups
        ]
        for one, other in pinned.apart:
            for a, b in product(meant[one], meant[other]):
                if sets.find(a) != sets.find(b):
                    sets.cannot_link(a, b)


def _provisional_entities(
    context: Context,
    nodes: Mapping[Node, Papers],
    sets: Partition[Node],
    tree: list[MergeCandidate[Node]],
    renames: Renames,
) -> list[ProvisionalEntity]:
    found: dict[Node, dict[Form, Papers]] = {}
    for node, papers in nodes.items():
        of_root, form = found.setdefault(sets.find(node), {}), node[:2]
        of_root[form] = named(of_root[form]) | named(papers) if form in of_root else papers
    merges: dict[Node, list[Merge]] = {}
    for candidate in tree:
        merges.setdefault(sets.find(candidate.left), []).append(candidate.merge)
    provisional = (
        _provisional_entity(context, root[0], papers, merges.get(root, [])) for root, papers in found.items()
    )
    renamed = (replace(each, entity=renames.applied(each.entity)) for each in provisional)
    return sorted(renamed, key=lambda e: (e.entity.id, e.digest))


def _provisional_entity(
    context: Context, kind: Kind, papers: Mapping[Form, Papers], merges: list[Merge]
) -> ProvisionalEntity:
    entity = _entity(context.table, kind, papers, merges)
    sense_name = _long_form(context, entity, papers)
    usage = context.senses.usages.get(context.groups.find((kind, entity.label)))
    if usage and sense_name in usage.evidence:
        percent, reason = usage.evidence[sense_name]
        merge = Merge(entity.label, entity.label, "context", percent / 100, reason)
        entity = replace(entity, merges=(*entity.merges, merge))
    if sense_name:
        entity = replace(entity, id=sense_id(entity.id, sense_name))
    digest = names_digest((entity.label, sense_name, *sorted(name for _, name in papers)))
    return ProvisionalEntity(entity, digest, papers)


def _long_form(context: Context, entity: Entity, papers: Mapping[Form, Papers]) -> str:
    """Return the sense that an entity's id must contain: empty if its label means the entity by itself."""
    root = context.groups.find((entity.kind, entity.label))
    if not context.is_split(root):
        return ""
    of_label = {
        context.senses.chosen[paper, *form]
        for form in papers
        if context.groups.find(form) == root
        for paper in named(papers[form])
    }
    return "" if "" in of_label else min(of_label, default="")


def _entity(table: Table, kind: Kind, named_in: Mapping[Form, Papers], merges: list[Merge]) -> Entity:
    """Return an entity with its wanted id."""
    papers = Counter({name: len(found) for (_, name), found in named_in.items()})
    texts = _written_as(table, named_in)
    written = {*papers, *(surface for _, surface in texts)}
    if kind == "repo":
        url = choose_url(papers)
        label, wanted = repo_label(url), repo_id(url)
    else:
        url, label = "", choose_label(kind, papers, merges)
        wanted = f"{kind}:{slug(label)}"
        merges = [*merges, *_text_merges(papers, texts, merges)]
    ordered = sorted(merges, key=lambda m: (m.left, m.right, m.rule, m.evidence))
    aliases: tuple[str, ...] = tuple(sorted(written - {label}))
    broader: tuple[str, ...] = ()
    if kind in TERM_KINDS:
        counts = papers.copy()
        for (_, surface), number in texts.items():
            counts[surface] += number
        aliases, broader = term_aliases(label, counts), broader_terms(label)
    return Entity(wanted, kind, label, aliases, tuple(ordered), url, broader)


def _written_as(table: Table, named_in: Mapping[Form, Papers]) -> dict[tuple[str, str], int]:
    """Return by name, and form that differs from it, how many of the papers write it so."""
    texts: dict[tuple[str, str], int] = {}
    for form, papers in named_in.items():
        is_whole = len(papers) == len(table.papers[form])
        for surface, writing in table.surfaces.get(form, {}).items():
            number = len(writing) if is_whole else len(named(writing) & named(papers))
            if number:
                texts[form[1], surface] = number
    return texts


def _text_merges(
    papers: Mapping[str, int], texts: Mapping[tuple[str, str], int], merges: list[Merge]
) -> Iterator[Merge]:
    """Yield a merge for each written form that no other merge explains: its paper uses it for the name."""
    known = {*papers, *(form for merge in merges for form in (merge.left, merge.right))}
    for (name, surface), number in texts.items():
        if surface not in known:
            reason = f"{number} paper{'s' * (number > 1)} write{'s' * (number == 1)} both for one thing"
            yield Merge(name, surface, "text", 1.0, reason)
