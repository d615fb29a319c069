"""How well a graph agrees with hand-made labels: precision and recall by kind, roles, resolution, links."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.errors import InputNotFound, SourceError
from paperlattice.extractors.labels import (
    Counts,
    GoldPaper,
    gold_term_key,
    judge_names,
    labelled_kinds,
    plain_title,
    url_key,
)
from paperlattice.extractors.records import ENTITY_KINDS, KINDS, TERM_KINDS, TOP_ROLE, Kind, gold_key
from paperlattice.graph.evaluation.accuracy import URL_KINDS, Evaluation, Judged, Resolved

if TYPE_CHECKING:
    import networkx as nx

_SEPARATOR: Final = " | "


def read_graph(path: str | os.PathLike[str]) -> nx.Graph[Any]:
    """Return the graph of a GraphML file. Raises InputNotFound, or SourceError for what is not GraphML."""
    import networkx as nx

    file = Path(path)
    try:
        return nx.read_graphml(file)
    except FileNotFoundError as error:
        raise InputNotFound(f"{file} does not exist; name a GraphML file that `build` wrote") from error
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}; name a GraphML file") from error
    except (SyntaxError, ValueError, KeyError, nx.NetworkXError) as error:  # ParseError is a SyntaxError
        message = " ".join(str(error).split())
        raise SourceError(f"{file} is not GraphML ({message}); name a file that `build` wrote") from error


def evaluate_graph(
    gold: Iterable[GoldPaper], graph: nx.Graph[Any], *, min_confidence: float = 0.0
) -> Evaluation:
    """Return how the entities, roles, clusters and links of a graph agree with labelled papers.

    Papers are found by title: letters and digits count, case does not. An edge between a paper and an entity
    whose relation is not "related" says that the paper names it. Names agree when one of their forms does:
    see `GoldEntity.forms`. Of several nodes that match one required entity, the one with most forms in
    common is right, the others are wrong; papers that the labels do not hold are not looked at. Edges that
    state a confidence below `min_confidence` are skipped. A kind is judged in the papers that were labelled
    for it.

    Of tasks and techniques, the label agrees as well as what is written, edges `mentions` are neither right
    nor wrong, and a name that the labels have under the other of the two kinds is ignored.
    """
    papers = list(gold)
    nodes, named = papers_by_title(graph), _named_by(graph, min_confidence)
    score = _Score(graph, Evaluation(len(papers), labelled_kinds(papers) or ENTITY_KINDS))
    for paper in papers:
        node = nodes.get(plain_title(paper.title))
        if node is None:
            score.result.missing.append(paper.title)
        score.add_paper(paper, node, list(named.get(node, {}).values()))
    return score.finish(papers)


@dataclass(slots=True)
class _Found:
    """An entity node as one paper names it: written forms and relations of all edges between the two.

    Confidence and evidence are those of the surest edge; an edge without a confidence is the least sure.
    """

    kind: Kind
    node: Any
    surfaces: list[str] = field(default_factory=list)
    relations: set[str] = field(default_factory=set)
    confidence: float | None = None
    evidence: str = ""

    @property
    def name(self) -> str:
        return _SEPARATOR.join(sorted(set(self.surfaces)))

    def add(self, data: Mapping[str, Any], confidence: float | None, label: str) -> None:
        """Add an edge; the node's label replaces missing surfaces, and is one of those of a term."""
        written = [form for form in str(data.get("surfaces", "")).split(_SEPARATOR) if form]
        self.surfaces += [*written, label] if self.kind in TERM_KINDS else written or [label]
        self.relations.add(str(data.get("relation", "")))
        evidence = str(data.get("evidence", ""))
        if confidence is not None and (self.confidence is None or confidence > self.confidence):
            self.confidence, self.evidence = confidence, evidence
        self.evidence = self.evidence or evidence


@dataclass(slots=True)
class _Score:
    """The counts so far, and by paper what graph and labels link it by."""

    graph: nx.Graph[Any]
    result: Evaluation
    matched: list[tuple[tuple[Kind, str], Any]] = field(default_factory=list)
    nodes: dict[str, set[Any]] = field(default_factory=dict)

    def add_paper(self, paper: GoldPaper, node: Any, found: list[_Found]) -> None:
        ignored = {
            entity
            for kind in paper.entities
            for entity in self._judge_entities(paper, node, kind, [f for f in found if f.kind == kind])
        }
        self.nodes[paper.id] = {f.node for f in found if f.kind in paper.entities} - ignored
        for kind in URL_KINDS if paper.has_urls else ():
            self._judge_urls(paper, node, kind, [f for f in found if f.kind == kind])

    def _judge_entities(self, paper: GoldPaper, node: Any, kind: Kind, found: list[_Found]) -> list[Any]:
        """Count the entities of a kind; return the nodes that only match what is optional."""
        is_term = kind in TERM_KINDS
        key = gold_term_key if is_term else gold_key
        forms = [frozenset(key(form) for form in one.surfaces if form) for one in found]
        others = (e for k in TERM_KINDS if k != kind for e in paper.entities.get(k, ())) if is_term else ()
        known = frozenset[str]().union(*(entity.forms for entity in others))
        verdict = judge_names(paper.entities[kind], forms, known=known, by_cluster=not is_term)
        judged = partial(Judged, paper=paper.id, title=paper.title, kind=kind, node=node)
        for entity, at in verdict.demanded:
            missed = judged(what="missed", name=entity.name, of=entity.cluster, forms=entity.forms)
            self._judge(missed, None if at is None else found[at])
            if at is not None:
                is_own = TOP_ROLE[kind] in found[at].relations
                self.result.counts[kind].roles += is_own == (entity.role == KINDS[kind].own)
                self.matched.append(((kind, entity.cluster), found[at].node))
        for at in verdict.wrong:
            one = found[at]
            self._judge(judged(what="wrong", name=one.name, of=str(one.node), forms=forms[at]), one)
        self.result.ignored[kind] += len(verdict.ignored)
        return [found[at].node for at in verdict.ignored]

    def _judge_urls(self, paper: GoldPaper, node: Any, kind: Kind, given: list[_Found]) -> None:
        judged = partial(Judged, paper=paper.id, title=paper.title, kind=kind, node=node)
        found: dict[str, _Found] = {}
        for one in given:
            found.setdefault(url_key(str(self.graph.nodes[one.node].get("url") or one.node)), one)
        for url in sorted(paper.demanded_urls):
            forms = frozenset([gold_key(url)])
            self._judge(judged(what="missed", name=url, of=url, forms=forms), found.get(url))
        for url in sorted(found.keys() - paper.known_urls):
            forms = frozenset([gold_key(url)])
            self._judge(judged(what="wrong", name=url, of=url, forms=forms), found[url])

    def _judge(self, one: Judged, found: _Found | None) -> None:
        """Count what is wrong, or what the labels demand: right where it was found, else missed."""
        counts = self.result.counts[one.kind]
        if found is not None:
            what = one.what if one.what == "wrong" else "right"
            one = replace(one, what=what, confidence=found.confidence, evidence=found.evidence)
        counts.tp += one.what == "right"
        counts.fp += one.what == "wrong"
        counts.fn += one.what == "missed"
        self.result.judged.append(one)

    def finish(self, papers: Sequence[GoldPaper]) -> Evaluation:
        """Return the result, with what is counted over all papers together."""
        self.result.resolution = _b_cubed(self.matched)
        clusters = {
            paper.id: {
                (kind, entity.cluster)
                for kind, entities in paper.entities.items()
                for entity in entities
                if entity.required
            }
            for paper in papers
        }
        wanted, given = _linked(clusters), _linked(self.nodes)
        self.result.links = Counts(len(wanted & given), len(given - wanted), len(wanted - given))
        return self.result


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
    papers_by_name: dict[Any, list[str]] = defaultdict(list)
    for paper in sorted(names):
        for name in names[paper]:
            papers_by_name[name].append(paper)
    return {pair for papers in papers_by_name.values() for pair in combinations(papers, 2)}


def papers_by_title(graph: nx.Graph[Any]) -> dict[str, Any]:
    """Return the paper nodes of a graph by `plain_title`; of several with one title the last."""
    return {
        plain_title(str(data.get("label") or data.get("title") or "")): node
        for node, data in graph.nodes(data=True)
        if data.get("kind") == "paper"
    }


def _named_by(graph: nx.Graph[Any], min_confidence: float) -> dict[Any, dict[Any, _Found]]:
    """Return the entities by paper node; several edges to one node (proposes and uses) are one entity."""
    kinds: dict[Any, Any] = {node: data.get("kind") for node, data in graph.nodes(data=True)}
    named: dict[Any, dict[Any, _Found]] = defaultdict(dict)
    for source, target, data in graph.edges(data=True):
        confidence = confidence_of(data)
        if data.get("relation") == "related" or (confidence is not None and confidence < min_confidence):
            continue
        for paper, entity in ((source, target), (target, source)):
            kind = kinds[entity]
            if kind in TERM_KINDS and data.get("relation") == "mentions":
                continue
            if kinds[paper] == "paper" and kind in ENTITY_KINDS:
                one = named[paper].setdefault(entity, _Found(kind, entity))
                one.add(data, confidence, str(graph.nodes[entity].get("label", entity)))
    return named


def confidence_of(edge: Mapping[str, Any]) -> float | None:
    """Return the confidence that an edge states, None for an edge that states none from 0 to 1."""
    try:
        confidence = float(edge["confidence"])
    except (KeyError, TypeError, ValueError):
        return None
    return confidence if 0 <= confidence <= 1 else None
