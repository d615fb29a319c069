"""Communities of papers and entities, and names for them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from typing import Any, Final

import networkx as nx

from graph.louvain import louvain_groups

__all__ = ["find_communities"]

_LABELS: Final = 3
_NAME_CHARS: Final = 48
_FREE: Final = 10
_UNIT: Final = 1000


def find_communities(
    graph: nx.MultiDiGraph[Any], *, seed: int = 0, passing: Collection[tuple[str, str]] = ()
) -> dict[str, str]:
    """Return for each node the name of its community, "" for what hangs together with no second paper.

    Louvain (Blondel et al. 2008) over papers and the entities that at least two papers name. Entities of
    more than ten papers are damped, by 1 / ln(1 + papers); to favour rare ones further would split groups
    at every pair. An entity of one paper goes with it. A name lists up to three entities that tell the
    community best, and no two communities have the same. Edges in `passing`, pairs of paper and entity, do
    not weigh; an entity with no others goes where most of its papers are. Depends on nothing but the nodes,
    the edges and `seed`.
    """
    naming = _papers_by_entity(graph, passing)
    core = {entity: papers for entity, papers in naming.items() if len(papers) > 1}
    groups = _partition(core, seed=seed)
    names = _name_groups(groups, core, graph)
    named = {node: name for group, name in zip(groups, names, strict=True) for node in group}
    for entity, papers in naming.items():
        if len(papers) == 1:
            named[entity] = named.get(papers[0], "")
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for paper, entity in passing:
        if entity not in naming:
            places[entity][named.get(paper, "")] += 1
    for entity, counts in places.items():
        named[entity] = min(counts, key=lambda name: (-counts[name], name))
    return {node: named.get(node, "") for node in sorted(graph)}


def _papers_by_entity(
    graph: nx.MultiDiGraph[Any], passing: Collection[tuple[str, str]]
) -> dict[str, list[str]]:
    kinds = graph.nodes(data="kind")
    naming: dict[str, set[str]] = defaultdict(set)
    for source, target in graph.edges():
        if kinds[target] != "paper" and (source, target) not in passing:
            naming[target].add(source)
    return {entity: sorted(naming[entity]) for entity in sorted(naming)}


def _partition(core: Mapping[str, list[str]], *, seed: int) -> list[list[str]]:
    """Return the communities, largest first."""
    nodes = sorted({*core, *(paper for papers in core.values() for paper in papers)})
    number = {node: i for i, node in enumerate(nodes)}
    neighbours: list[dict[int, int]] = [{} for _ in nodes]
    for entity, papers in core.items():
        weight = round(_UNIT / math.log1p(max(len(papers), _FREE)))
        for paper in papers:
            neighbours[number[paper]][number[entity]] = weight
            neighbours[number[entity]][number[paper]] = weight
    groups: dict[int, list[str]] = defaultdict(list)
    for node, group in zip(nodes, louvain_groups(neighbours, seed=seed), strict=True):
        groups[group].append(node)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))


def _name_groups(
    groups: Iterable[list[str]], core: Mapping[str, list[str]], graph: nx.MultiDiGraph[Any]
) -> list[str]:
    """Return one name a group from its best labels: of many papers inside, and few outside."""
    labels = {node: str(data["label"]) for node, data in graph.nodes(data=True)}
    taken: set[str] = set()
    given: list[str] = []
    for group in groups:
        members = set(group)
        inside = Counter({e: sum(p in members for p in core[e]) for e in group if e in core})
        scores = {e: n * math.log(1.0 + n / len(core[e])) for e, n in inside.items()}
        ranked = sorted(inside, key=lambda e: (-scores[e], labels[e].casefold(), e))
        given.append(_unique_name([labels[e] for e in ranked], taken=taken))
        taken.add(given[-1])
    return given


def _unique_name(labels: list[str], *, taken: Container[str]) -> str:
    """Return the first labels joined; where another community has that name, with a number behind."""
    chosen: list[str] = []
    for label in dict.fromkeys(labels):
        if len(chosen) == _LABELS or (chosen and len(", ".join([*chosen, label])) > _NAME_CHARS):
            break
        chosen.append(label)
    name = ", ".join(chosen)
    if not name:
        return ""
    number = 2
    while name in taken:
        name = f"{', '.join(chosen)} ({number})"
        number += 1
    return name
