"""How well a graph agrees with hand-made labels: precision and recall by kind, roles, resolution, links."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from extractors.errors import InputNotFound, SourceError
from extractors.records import ENTITY_KINDS, TOP_ROLE, Kind
from graph.gold import GoldEntity, GoldPaper, form_key, plain_title, url_key

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "Counts",
    "Disagreement",
    "Evaluation",
    "Resolved",
    "evaluate_graph",
    "read_graph",
]

_NAMED_KINDS: Final[tuple[Kind, ...]] = ("method", "dataset")
_OWN: Final[dict[Kind, str]] = {"method": "proposed", "dataset": "introduced"}
_SEPARATOR: Final = " | "


@dataclass(slots=True)
class Counts:
    """True positives, false positives and false negatives, and the ratios of them; 0 where undefined."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """The share of what is demanded that was found."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)

    def as_dict(self) -> dict[str, float]:
        """Return ratios and counts by name."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return ratios | {"tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass(frozen=True, slots=True)
class Resolved:
    """B-cubed precision and recall of nodes against gold clusters, over `mentions` true positives."""

    precision: float = 0.0
    recall: float = 0.0
    mentions: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What a graph missed in a paper, or names there wrongly."""

    paper: str
    kind: Kind
    what: Literal["missed", "wrong"]
    name: str


@dataclass(slots=True)
class Evaluation:
    """The outcome of `evaluate_graph`.

    `missing` holds titles that the graph lacks: all that they name counts as missed. `ignored` counts nodes
    that match an optional entity, `roles_right` the true positives whose role agrees. `links` is about pairs
    of papers that share an entity.
    """

    papers: int
    missing: list[str] = field(default_factory=list)
    counts: dict[Kind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in ENTITY_KINDS})
    ignored: Counter[Kind] = field(default_factory=Counter)
    roles_right: Counter[Kind] = field(default_factory=Counter)
    resolution: Resolved = Resolved()
    links: Counts = field(default_factory=Counts)
    disagreements: list[Disagreement] = field(default_factory=list)

    def role_accuracy(self, kind: Kind) -> float:
        """Return the share of true positives of a kind whose role agrees, 0 if there are none."""
        return _ratio(self.roles_right[kind], self.counts[kind].tp)

    def as_dict(self) -> dict[str, Any]:
        """Return all figures by name, ready for JSON."""
        out: dict[str, Any] = {"papers": self.papers, "papers_missing": len(self.missing)}
        for kind in ENTITY_KINDS:
            out[kind] = self.counts[kind].as_dict()
        for kind in _NAMED_KINDS:
            out[kind] |= {"ignored": self.ignored[kind], "role_accuracy": self.role_accuracy(kind)}
        b3 = self.resolution
        out["resolution"] = {"b3_precision": b3.precision, "b3_recall": b3.recall, "b3_f1": b3.f1}
        out["links"] = self.links.as_dict()
        return out


def read_graph(path: str | os.PathLike[str]) -> nx.Graph[Any]:
    """Return the graph of a GraphML file. Raises InputNotFound, or SourceError for what is no GraphML."""
    import networkx as nx

    file = Path(path)
    try:
        return nx.read_graphml(file)
    except FileNotFoundError as error:
        raise InputNotFound(f"{file} does not exist; name a GraphML file that `build` wrote") from error
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}; name a GraphML file") from error
    except (SyntaxError, ValueError, KeyError, nx.NetworkXError) as error:  # ParseError is a SyntaxError
        said = " ".join(str(error).split())
        raise SourceError(f"{file} is no GraphML ({said}); name a file that `build` wrote") from error


def evaluate_graph(gold: Iterable[GoldPaper], graph: nx.Graph[Any]) -> Evaluation:
    """Return how the entities, roles, clusters and links of a graph agree with labelled papers.

    Papers are found by title: letters and digits count, case does not. An edge between a paper and an entity
    whose relation is not "related" says that the paper names it. Names agree when one of their forms does:
    see `GoldEntity.forms`. Of several nodes that match one required entity, the one with most forms in
    common is right, the others are wrong; papers that the labels do not hold are not looked at.
    """
    papers = list(gold)
    nodes, named = _papers_of(graph), _named_by(graph)
    score = _Score(graph, Evaluation(len(papers)))
    for paper in papers:
        node = nodes.get(plain_title(paper.title))
        if node is None:
            score.result.missing.append(paper.title)
        score.take(paper, list(named.get(node, {}).values()))
    return score.finish(papers)


@dataclass(slots=True)
class _Found:
    """An entity node as one paper names it: written forms and relations of all edges between the two."""

    kind: Kind
    node: Any
    surfaces: list[str] = field(default_factory=list)
    relations: set[str] = field(default_factory=set)

    @property
    def forms(self) -> set[str]:
        return {form_key(surface) for surface in self.surfaces}


@dataclass(slots=True)
class _Score:
    """The counts so far, and by paper what graph and labels link it by."""

    graph: nx.Graph[Any]
    result: Evaluation
    matched: list[tuple[tuple[Kind, str], Any]] = field(default_factory=list)
    nodes: dict[str, set[Any]] = field(default_factory=dict)

    def take(self, paper: GoldPaper, found: list[_Found]) -> None:
        ignored = {
            node
            for kind in _NAMED_KINDS
            for node in self._take_entities(paper, kind, [f for f in found if f.kind == kind])
        }
        self.nodes[paper.id] = {f.node for f in found if f.kind in _NAMED_KINDS} - ignored
        self._take_repos(paper, [f.node for f in found if f.kind == "repo"])

    def _take_entities(self, paper: GoldPaper, kind: Kind, found: list[_Found]) -> list[Any]:
        """Count the entities of a kind; return the nodes that only match what is optional."""
        entities = _unite_clusters(paper.entities[kind])
        pairs = _match(entities, found)
        for entity, at in pairs:
            is_own = TOP_ROLE[kind] in found[at].relations
            self.result.roles_right[kind] += is_own == (entity.role == _OWN[kind])
            self.matched.append(((kind, entity.cluster), found[at].node))
        counts = self.result.counts[kind]
        counts.tp += len(pairs)
        got = {id(entity) for entity, _ in pairs}
        for entity in entities:
            if entity.required and id(entity) not in got:
                counts.fn += 1
                self._disagree(paper, kind, "missed", entity.name)
        optional = set[str]().union(*(entity.forms for entity in entities if not entity.required))
        used = {at for _, at in pairs}
        rest = [one for at, one in enumerate(found) if at not in used]
        ignored = [one.node for one in rest if one.forms & optional]
        for one in rest:
            if not one.forms & optional:
                counts.fp += 1
                self._disagree(paper, kind, "wrong", _SEPARATOR.join(sorted(set(one.surfaces))))
        self.result.ignored[kind] += len(ignored)
        return ignored

    def _take_repos(self, paper: GoldPaper, nodes: list[Any]) -> None:
        found = {url_key(str(self.graph.nodes[node].get("url") or node)) for node in nodes}
        missed, wrong = paper.demanded_urls - found, found - paper.known_urls
        counts = self.result.counts["repo"]
        counts.tp += len(found & paper.demanded_urls)
        counts.fn += len(missed)
        counts.fp += len(wrong)
        for url in sorted(missed):
            self._disagree(paper, "repo", "missed", url)
        for url in sorted(wrong):
            self._disagree(paper, "repo", "wrong", url)

    def _disagree(self, paper: GoldPaper, kind: Kind, what: Literal["missed", "wrong"], name: str) -> None:
        self.result.disagreements.append(Disagreement(paper.id, kind, what, name))

    def finish(self, papers: Sequence[GoldPaper]) -> Evaluation:
        """Return the result, with what is counted over all papers together."""
        self.result.resolution = _b_cubed(self.matched)
        clusters = {
            paper.id: {
                (kind, entity.cluster)
                for kind in _NAMED_KINDS
                for entity in paper.entities[kind]
                if entity.required
            }
            for paper in papers
        }
        wanted, given = _linked(clusters), _linked(self.nodes)
        self.result.links = Counts(len(wanted & given), len(given - wanted), len(wanted - given))
        return self.result


def _match(entities: Sequence[GoldEntity], found: Sequence[_Found]) -> list[tuple[GoldEntity, int]]:
    """Pair required entities with nodes one to one, most forms in common first; ties: the last ones."""
    forms = [one.forms for one in found]
    overlaps = sorted(
        (
            (len(forms[at] & entity.forms), row, at)
            for row, entity in enumerate(entities)
            for at in range(len(found))
            if entity.required and forms[at] & entity.forms
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, row, at in overlaps:
        if row not in pairs and at not in used:
            pairs[row] = at
            used.add(at)
    return [(entities[row], at) for row, at in pairs.items()]


def _unite_clusters(entities: Iterable[GoldEntity]) -> list[GoldEntity]:
    """Make one of required entities that share a cluster: one node has both ResNet and ResNet-50."""
    united: list[GoldEntity] = []
    places: dict[str, int] = {}
    for entity in entities:
        cluster = entity.cluster if entity.required else ""
        place = places.get(cluster) if cluster else None
        if place is None:
            if cluster:
                places[cluster] = len(united)
            united.append(entity)
            continue
        first = united[place]
        role = entity.role if entity.role in _OWN.values() else first.role
        united[place] = GoldEntity(first.name, first.forms | entity.forms, role, True, first.cluster)
    return united


def _b_cubed(matched: Sequence[tuple[tuple[Kind, str], Any]]) -> Resolved:
    """Bagga, Baldwin 1998: the mean share of a mention's node, and of its cluster, that agrees with it."""
    if not matched:
        return Resolved()
    together = Counter(matched)
    clusters = Counter(cluster for cluster, _ in matched)
    nodes = Counter(node for _, node in matched)
    precision = sum(together[pair] / nodes[pair[1]] for pair in matched) / len(matched)
    recall = sum(together[pair] / clusters[pair[0]] for pair in matched) / len(matched)
    return Resolved(precision, recall, len(matched))


def _linked(names: dict[str, set[Any]]) -> set[tuple[str, str]]:
    """Return the pairs of papers that share a name, each once."""
    bearers: dict[Any, list[str]] = defaultdict(list)
    for paper in sorted(names):
        for name in names[paper]:
            bearers[name].append(paper)
    return {pair for papers in bearers.values() for pair in combinations(papers, 2)}


def _papers_of(graph: nx.Graph[Any]) -> dict[str, Any]:
    return {
        plain_title(str(data.get("label") or data.get("title") or "")): node
        for node, data in graph.nodes(data=True)
        if data.get("kind") == "paper"
    }


def _named_by(graph: nx.Graph[Any]) -> dict[Any, dict[Any, _Found]]:
    """Return the entities by paper node; several edges to one node (proposes and uses) are one entity."""
    kinds: dict[Any, Any] = {node: data.get("kind") for node, data in graph.nodes(data=True)}
    named: dict[Any, dict[Any, _Found]] = defaultdict(dict)
    for source, target, data in graph.edges(data=True):
        for paper, entity in ((source, target), (target, source)):
            kind = kinds[entity]
            if kinds[paper] == "paper" and kind in ENTITY_KINDS and data.get("relation") != "related":
                one = named[paper].setdefault(entity, _Found(kind, entity))
                written = [form for form in str(data.get("surfaces", "")).split(_SEPARATOR) if form]
                one.surfaces += written or [str(graph.nodes[entity].get("label", entity))]
                one.relations.add(str(data.get("relation", "")))
    return named


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(left: float, right: float) -> float:
    return 2 * left * right / (left + right) if left + right else 0.0
