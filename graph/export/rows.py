"""What a writer reads from a graph, which is in memory or streams from tables."""

from __future__ import annotations

import math
import reprlib
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from paperlattice.graph.errors import ExportError
from paperlattice.graph.model.attributes import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Attribute,
    EdgeData,
    NodeData,
    Scalar,
    edge_rank,
    key_order,
    number_or_zero,
)
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.model.records import TopicFacts

if TYPE_CHECKING:
    import networkx as nx

    from paperlattice.graph.export.table_rows import TableRows
    from paperlattice.graph.store.tables import GraphTables


GraphRows: TypeAlias = "NetworkxRows | TableRows"
"""Nodes and edges in the order of files, which can be gone through more than once."""

Graph: TypeAlias = "nx.MultiDiGraph[Any] | nx.Graph[Any] | GraphRows"
"""What can be written to a file: a graph, or an undirected projection of one."""


_UNDIRECTED: Final = "together"


class NetworkxRows:
    """The rows of a networkx graph, directed with parallel edges or undirected without.

    Raises ExportError where an id is not text, or an attribute is not a scalar of the type that it has
    elsewhere. `topics` are facts of topics, which a networkx graph itself has no place for, `tables` those
    that the graph was made of, if any.
    """

    def __init__(
        self,
        graph: nx.Graph[Any],
        topics: Sequence[TopicFacts] = (),
        *,
        tables: GraphTables | None = None,
    ) -> None:
        self._graph: Any = graph
        self.is_directed: bool = graph.is_directed()
        self.topics = topics
        self.tables = tables

    @property
    def own(self) -> Mapping[str, Scalar]:
        """The attributes of the graph itself that are scalars, by name."""
        own = sorted(self._graph.graph.items(), key=lambda item: key_order(item[0]))
        return {str(name): value for name, value in own if _type_of(value) and not is_blank(value)}

    def has_edges(self) -> bool:
        """Return whether there is an edge."""
        return bool(self._graph.number_of_edges())

    def node_types(self) -> Mapping[Any, type]:
        """Return the type of each attribute of which some node has a value."""
        return _found_types(self._graph.nodes(data=True), NODE_ATTRIBUTES)

    def edge_types(self) -> Mapping[Any, type]:
        """Return the type of each attribute of which some edge has a value."""
        keys = {"keys": True} if self.is_directed else {}
        return _found_types(self._graph.edges(data=True, **keys), EDGE_ATTRIBUTES)

    def nodes(self, among: Container[str] | None = None) -> Iterator[NodeData]:
        """Yield id and attributes in the order of ids, of the nodes in `among` or of all."""
        return ((node, self._graph.nodes[node]) for node in self._sorted_nodes(among))

    def edges(self, among: Container[str] | None = None) -> Iterator[EdgeData]:
        """Yield (source, target, key, attributes), ordered by the first three; both ends in `among`.

        An undirected edge comes once, from the smaller id; its key is its relation.
        """
        adjacent = self._graph.adj
        for source in self._sorted_nodes(among):
            for target in sorted(adjacent[source]):
                if among is None or target in among:
                    found = adjacent[source][target]
                    if self.is_directed:
                        yield from ((source, target, key, found[key]) for key in sorted(found, key=key_order))
                    elif source <= target:
                        yield source, target, str(found.get("relation") or _UNDIRECTED), found

    def summaries(self) -> Iterator[tuple[str, str, Any, float]]:
        """Yield id, kind, date and number of papers of each node."""
        for node, data in self.nodes():
            kind = str(data.get("kind") or node.partition(":")[0])
            yield node, kind, data.get("date"), number_or_zero(data.get("papers"))

    def incidences(self, among: Container[str] | None = None) -> Iterator[tuple[str, str]]:
        """Yield source and target of each edge to what is not a paper, of given sources or all."""
        papers = self._papers()
        for source, target in self._graph.edges():
            if target not in papers and (among is None or source in among):
                yield source, target

    def strengths(self) -> Mapping[str, int]:
        """Return the weight of all links of each paper that has some, in whole millionths."""
        papers, strength = self._papers(), Counter[str]()
        for source, target, data in self._graph.edges(data=True):
            if source in papers and target in papers:
                for node in (source, target):
                    strength[node] += round(number_or_zero(data.get("weight")) * MILLION)
        return strength

    def strongest_edges(self, among: Collection[str], most: int) -> tuple[list[EdgeData], int]:
        """Return the first `most` edges among nodes by `edge_rank`, and how many there are."""
        found = sorted(self.edges(among), key=edge_rank)
        return found[:most], len(found)

    def edge_count(self) -> int:
        """Return how many edges there are."""
        return int(self._graph.number_of_edges())

    def telling(self, papers: Container[str], most: int) -> Mapping[str, Sequence[str]]:
        """Return the labels of what papers are most about, at most `most` each; ties by id."""
        found: dict[str, dict[str, float]] = {}
        others = self._papers()
        for source, target, data in self._graph.edges(data=True):
            if source in papers and target not in others:
                named, salience = found.setdefault(source, {}), number_or_zero(data.get("salience"))
                named[target] = max(salience, named.get(target, 0.0))
        labels = self._graph.nodes
        return {
            paper: [
                str(labels[node].get("label") or node)
                for node in nsmallest(most, named, key=lambda node: (-named[node], node))
            ]
            for paper, named in found.items()
        }

    def given_names(self, _papers: Container[str]) -> Mapping[str, str]:
        """Return nothing: the attributes of a graph do not say how the names of authors are divided."""
        return {}

    def _papers(self) -> set[str]:
        return {node for node, kind, *_ in self.summaries() if kind == "paper"}

    def _sorted_nodes(self, among: Container[str] | None = None) -> list[str]:
        for node in self._graph:
            if not isinstance(node, str):
                raise ExportError(
                    f"node {node!r} cannot be exported: a node id must be text, not {type(node).__name__}"
                )
        return sorted(node for node in self._graph if among is None or node in among)


def rows_of(graph: Graph) -> GraphRows:
    """Return the rows of what can be written to a file.

    Raises ExportError if a networkx graph is neither directed with parallel edges nor undirected without.
    """
    if isinstance(graph, NetworkxRows) or not hasattr(graph, "adj"):  # asked so, networkx is not imported
        return graph
    graph = cast("nx.Graph[Any]", graph)
    if graph.is_directed() != graph.is_multigraph():
        raise ExportError(
            f"a {type(graph).__name__} cannot be exported: relations are parallel directed edges; "
            "give networkx.MultiDiGraph(graph)"
        )
    return NetworkxRows(graph)


def element_name(*ends: Any) -> str:
    """Return what errors call the node of an id, or the edge of source, target and key."""
    return "edge {!r} -> {!r} ({!r})".format(*ends) if len(ends) > 1 else f"node {ends[0]!r}"


def is_blank(value: Any) -> bool:
    """Return whether files leave a value out: None, an empty text, NaN and the infinities."""
    if isinstance(value, float):
        return not math.isfinite(value)
    return value is None or (isinstance(value, str) and not value)


def _found_types(rows: Iterable[tuple[Any, ...]], ours: Mapping[str, Attribute]) -> dict[Any, type]:
    """Return the type of each attribute that has a value: ours as declared, others as they are.

    A whole number may be where floats are. Raises ExportError for what is not of the type, or not a scalar.
    """
    found: dict[Any, type] = {}
    for *ends, data in rows:
        for name, value in data.items():
            kind = type(value)
            if (kind is not int and kind is found.get(name)) or is_blank(value):  # most values
                continue
            given = _type_of(value)
            known = ours[name].type if name in ours else found.get(name, given)
            if name not in ours and (given, known) == (float, int):
                known = float
            if known is None or (given is not known and (given, known) != (int, float)):
                raise ExportError(
                    f"{element_name(*ends)} cannot be exported: its attribute {name!r} is "
                    f"{reprlib.repr(value)}, of type {type(value).__name__}; "
                    f"give {known.__name__ if known else 'str, bool, float or int of at most 64 bits'}"
                )
            found[name] = known
    return found


def _type_of(value: Any) -> type | None:
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return None
    kinds = (str, bool, int, float)
    return type(value) if type(value) in kinds else next((k for k in kinds if isinstance(value, k)), None)
