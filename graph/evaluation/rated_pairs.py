"""How well the links between papers agree with ratings of pairs that people have read."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from paperlattice.extractors.errors import GoldError
from paperlattice.extractors.labels import json_records, plain_title
from paperlattice.graph.evaluation.ranking import RELATED, Estimate, RankedQuery, estimates
from paperlattice.graph.link.collect import read_collection
from paperlattice.graph.link.figures import PaperSet
from paperlattice.graph.link.model import load_link_model
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[str, str]

_RATINGS: Final = range(4)


@dataclass(frozen=True, slots=True)
class RatedQuery:
    """A paper and how closely each of some others hangs together with it: 0 (not at all) to 3."""

    query: str
    ratings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LinkedPapers:
    """The papers of a graph by node id: their titles, their links, and what compares them.

    `links` has each pair once, the smaller id first, with its weight. `collection` is None where only the
    links are known, as of a GraphML file; its papers are those of `numbers`.
    """

    titles: Mapping[str, str]
    links: Mapping[Pair, float]
    collection: PaperSet | None = None
    numbers: Mapping[str, int] | None = None

    def weights(self, paper: str, others: Sequence[str]) -> list[float]:
        """Return how likely a paper belongs together with others, or what links weigh: 0 without a link."""
        if self.collection is None or self.numbers is None:
            return [self.links.get(_pair(paper, other), 0.0) for other in others]
        ends = (np.array([self.numbers[p] for p in side], dtype=np.int64) for side in ([paper], others))
        left, right = np.broadcast_arrays(*ends)
        found = load_link_model().millionths(self.collection.figures(left, right)).tolist()
        return [0.0 if paper == other else w / MILLION for other, w in zip(others, found, strict=True)]


@dataclass(frozen=True, slots=True)
class LinkEvaluation:
    """The outcome of `evaluate_links`.

    `linked` is the share of all papers that have a link, `pairs` the number of rated pairs. `figures` are
    those of `estimates`; without a `calibration_error` where papers are `ranked_by` drawn links.
    """

    papers: int
    linked: float
    links_per_paper: float
    queries: int
    pairs: int
    related: int
    ranked_by: str
    figures: Mapping[str, Estimate]

    def as_dict(self) -> dict[str, Any]:
        """Return all figures by name, ready for JSON; intervals by the name of the figure."""
        out = asdict(self)
        out |= {name: one.value for name, one in self.figures.items()}
        del out["figures"]
        return out | {"intervals": {name: [one.low, one.high] for name, one in self.figures.items()}}


def holds_ratings(path: str | os.PathLike[str]) -> bool:
    """Whether a file holds rated pairs: its first line that is not empty is an object with `ratings`."""
    try:
        with Path(path).open("rb") as lines:
            first = next((line for line in lines if line.strip()), b"")
        record = json.loads(first)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "ratings" in record


def read_ratings(path: str | os.PathLike[str]) -> tuple[RatedQuery, ...]:
    r"""Return the rated pairs of a JSON-lines file, in its order.

    A line holds the `query`, a title or id, and its `ratings`: for each of some others, given in the same
    way, 0 to 3. Other fields are ignored, empty lines are skipped.

    Raises:
        GoldError: The file cannot be read, or a line is broken; the message has the number of the line.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "pairs.jsonl")
        ...     _ = file.write_text('{"query": "Quiet Quills", "ratings": {"A Second Look": 2}}\n')
        ...     read_ratings(file)
        (RatedQuery(query='Quiet Quills', ratings={'A Second Look': 2}),)
    """
    found = []
    for number, record in json_records(path):
        try:
            found.append(_rated(record))
        except GoldError as error:
            raise GoldError(f"{path}, line {number}: {error}; correct the line") from None
    if not found:
        raise GoldError(f"{path}: holds no rated pairs; give one JSON object per line")
    return tuple(found)


def _rated(record: Any) -> RatedQuery:
    if not isinstance(record, dict) or not isinstance(record.get("query"), str):
        raise GoldError("`query` is not a title or id")
    ratings = record.get("ratings")
    if not isinstance(ratings, dict) or not ratings:
        raise GoldError("`ratings` is not an object with a rating for each paper")
    for name, rating in ratings.items():
        if type(rating) is not int or rating not in _RATINGS:
            raise GoldError(f"the rating of {name!r} is {json.dumps(rating)}; give 0, 1, 2 or 3")
    return RatedQuery(record["query"], ratings)


def stored_papers(tables: GraphTables) -> LinkedPapers:
    """Return the papers of a graph from its tables."""
    collection = read_collection(tables)
    links = tables.stream("SELECT source, target, weight FROM {links}")
    return LinkedPapers(
        {paper_node(paper): title for paper, title in tables.stream("SELECT id, title FROM {papers}")},
        {_pair(paper_node(source), paper_node(target)): weight for source, target, weight in links},
        collection,
        {paper_node(paper): number for number, paper in enumerate(collection.ids)},
    )


def drawn_papers(graph: nx.Graph[Any]) -> LinkedPapers:
    """Return the papers of a graph that was written as GraphML: of these only the drawn links are known."""
    nodes = graph.nodes(data=True)
    links: dict[Pair, float] = {}
    for source, target, data in graph.edges(data=True):
        if data.get("relation") == "related":
            pair = _pair(source, target)
            links[pair] = max(links.get(pair, 0.0), float(data.get("weight", 0.0)))
    titles = {node: str(data.get("label") or "") for node, data in nodes if data.get("kind") == "paper"}
    return LinkedPapers(titles, links)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left <= right else (right, left)


def evaluate_links(queries: Sequence[RatedQuery], papers: LinkedPapers) -> LinkEvaluation:
    """Return how the links and rankings of a graph agree with rated pairs.

    The rated papers of a query are ranked by how likely they belong together with it, equal ones by name. A
    pair that is rated twice, from both sides or again, counts once for precision and recall, in the first of
    its queries: with the mean of its ratings, which is related from RELATED on. That a paper is rated for
    itself is ignored.

    Args:
        queries: What `read_ratings` returned; the order does not matter.
        papers: What `stored_papers` or `drawn_papers` returned.

    Raises:
        GoldError: The graph lacks rated papers; the message says how many, and names the first.
    """
    queries = sorted(queries, key=lambda query: (query.query, sorted(query.ratings.items())))
    node_of = _nodes_of(queries, papers.titles)
    of_pair: dict[Pair, list[int]] = defaultdict(list)
    own: list[set[Pair]] = []
    for query in queries:
        pairs = {_pair(node_of[query.query], node_of[name]): r for name, r in query.ratings.items()}
        own.append({pair for pair in pairs if pair[0] != pair[1] and pair not in of_pair})
        for name, rating in query.ratings.items():
            of_pair[_pair(node_of[query.query], node_of[name])].append(rating)
    related = {pair for pair, found in of_pair.items() if sum(found) >= RELATED * len(found)}
    ranked = [
        _ranked(query, node_of, papers, pairs, related) for query, pairs in zip(queries, own, strict=True)
    ]
    ends = {end for pair in papers.links for end in pair}
    size = max(1, len(papers.titles))
    return LinkEvaluation(
        papers=len(papers.titles),
        linked=len(ends) / size,
        links_per_paper=len(papers.links) / size,
        queries=len(queries),
        pairs=sum(map(len, own)),
        related=sum(one.related for one in ranked),
        ranked_by="related" if papers.collection is not None else "drawn links",
        figures=estimates(ranked),
    )


def _ranked(
    query: RatedQuery,
    node_of: Mapping[str, str],
    papers: LinkedPapers,
    pairs: set[Pair],
    related: set[Pair],
) -> RankedQuery:
    """Return a query with its rated papers in order, and what is counted of its own pairs."""
    paper = node_of[query.query]
    names = [name for name in sorted(query.ratings) if node_of[name] != paper]
    weights = papers.weights(paper, [node_of[name] for name in names])
    order = sorted(range(len(names)), key=lambda i: -weights[i])
    drawn = {pair for pair in pairs if pair in papers.links}
    return RankedQuery(
        tuple(query.ratings[names[i]] for i in order),
        tuple(weights[i] for i in order) if papers.collection is not None else (),
        linked=len(drawn),
        related=len(pairs & related),
        both=len(drawn & related),
    )


def _nodes_of(queries: Iterable[RatedQuery], titles: Mapping[str, str]) -> dict[str, str]:
    """Return the node of each rated paper by the id or title that the ratings give. Raises GoldError."""
    by_title = {plain_title(title): node for node, title in sorted(titles.items())}
    found: dict[str, str] = {}
    missing = []
    for name in sorted({name for query in queries for name in (query.query, *query.ratings)}):
        own = next((node for node in (name, paper_node(name)) if node in titles), None)
        node = own or by_title.get(plain_title(name))
        if node is None:
            missing.append(name)
        else:
            found[name] = node
    if missing:
        raise GoldError(
            f"{len(missing):,} of {len(missing) + len(found):,} rated papers are not in the graph, the "
            f"first: {missing[0]!r}; build the graph with them, or name the store of such a graph"
        )
    return found
