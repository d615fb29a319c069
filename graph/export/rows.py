"""What a writer asks of a graph, whether it stands in memory or streams from a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias

import networkx as nx

from graph.errors import ExportError

__all__ = ["Graph", "GraphRows", "NetworkxRows", "key_order", "rows_of"]


class GraphRows(Protocol):
    """Nodes and edges in the order of files, which can be gone through more than once."""

    @property
    def own(self) -> Mapping[Any, Any]:
        """The attributes of the graph itself."""

    def has_edges(self) -> bool:
        """Return whether there is an edge."""

    def node_examples(self) -> Iterable[Mapping[Any, Any]]:
        """Return attributes of nodes in which each attribute stands with each of its types; any order."""

    def edge_examples(self) -> Iterable[Mapping[Any, Any]]:
        """Return such attributes of edges."""

    def nodes(self) -> Iterator[tuple[str, Mapping[Any, Any]]]:
        """Yield id and attributes in the order of ids. Raises ExportError if an id is no string."""

    def edges(self) -> Iterator[tuple[str, str, Any, Mapping[Any, Any]]]:
        """Yield (source, target, key, attributes), ordered by the first three. Errors: as `nodes`."""

    def dates(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield id, kind and date of each node, None for what it lacks; any order."""

    def namings(self) -> Iterator[tuple[str, str]]:
        """Yield source and target of each edge to what is no paper, in any order."""


Graph: TypeAlias = "nx.MultiDiGraph[Any] | GraphRows"
"""What can be written to a file."""


class NetworkxRows:
    """The rows of a networkx graph."""

    def __init__(self, graph: nx.MultiDiGraph[Any]) -> None:
        self._graph = graph

    @property
    def own(self) -> Mapping[Any, Any]:
        """The attributes of the graph itself."""
        return self._graph.graph

    def has_edges(self) -> bool:
        """Return whether there is an edge."""
        return self._graph.number_of_edges() > 0

    def node_examples(self) -> Iterator[Mapping[Any, Any]]:
        """Return the attributes of all nodes."""
        return (data for _, data in self._graph.nodes(data=True))

    def edge_examples(self) -> Iterator[Mapping[Any, Any]]:
        """Return the attributes of all edges."""
        return (data for _, _, data in self._graph.edges(data=True))

    def nodes(self) -> Iterator[tuple[str, Mapping[Any, Any]]]:
        """Yield id and attributes in the order of ids."""
        for node in self._sorted_nodes():
            yield node, self._graph.nodes[node]

    def edges(self) -> Iterator[tuple[str, str, Any, Mapping[Any, Any]]]:
        """Yield (source, target, key, attributes), ordered by the first three."""
        adjacent = self._graph.adj
        for source in self._sorted_nodes():
            for target in sorted(adjacent[source]):
                parallel = adjacent[source][target]
                for key in sorted(parallel, key=key_order):
                    yield source, target, key, parallel[key]

    def dates(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield id, kind and date of each node, None for what it lacks."""
        for node, data in self._graph.nodes(data=True):
            yield node, data.get("kind"), data.get("date")

    def namings(self) -> Iterator[tuple[str, str]]:
        """Yield source and target of each edge to what is no paper."""
        kinds = self._graph.nodes(data="kind")
        yield from ((source, target) for source, target in self._graph.edges() if kinds[target] != "paper")

    def _sorted_nodes(self) -> list[str]:
        for node in self._graph:
            if not isinstance(node, str):
                raise ExportError(
                    f"node {node!r} cannot be exported: a node id must be text, not {type(node).__name__}"
                )
        return sorted(self._graph)


def rows_of(graph: Graph) -> GraphRows:
    """Return the rows of what can be written to a file.

    Raises ExportError if a networkx graph is not directed with parallel edges.
    """
    if not isinstance(graph, nx.Graph):
        return graph
    if not (graph.is_directed() and graph.is_multigraph()):
        raise ExportError(
            f"a {type(graph).__name__} cannot be exported: relations are parallel directed edges; "
            "give networkx.MultiDiGraph(graph)"
        )
    return NetworkxRows(graph)


def key_order(key: Any) -> tuple[str, str]:
    """Return what keys of parallel edges, and names of attributes, are sorted by, whatever their types."""
    return str(key), type(key).__name__
