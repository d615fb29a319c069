"""Projections of a graph: undirected graphs of papers only, or of what papers name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from paperlattice.extractors.records import ENTITY_KINDS, Kind
from paperlattice.graph.errors import UnknownKind
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import networkx as nx

View = str | tuple[str, str]
"""What a projection shows: "papers", "entities", or two kinds, as a pair or with a hyphen between them."""

_BILLION: Final = 1_000_000_000
_PAPERS: Final = "papers"

# Saliences in thousandths, at least what an edge weighs; sums in billionths, so that no order of rows and no
# engine changes a digit.
_TOGETHER: Final = """
WITH named AS (
    SELECT paper_id, entity_id, greatest(10, CAST(round(salience * 1000) AS BIGINT)) AS salience,
        count(*) OVER (PARTITION BY paper_id) - 1 AS others
    FROM {incidence} WHERE split_part(entity_id, ':', 1) IN (SELECT unnest(?))
)
SELECT a.entity_id, b.entity_id, count(*), sum(a.salience * b.salience * 1000 // a.others)
FROM named a JOIN named b ON a.paper_id = b.paper_id AND a.entity_id < b.entity_id
WHERE ? OR split_part(a.entity_id, ':', 1) <> split_part(b.entity_id, ':', 1)
GROUP BY 1, 2 ORDER BY 1, 2
"""


def read_view(given: View) -> str | tuple[Kind, Kind]:
    """Return "papers", "entities" or two kinds of entities.

    Raises UnknownKind.

    >>> read_view("papers"), read_view("method-dataset")
    ('papers', ('method', 'dataset'))
    """
    if given in (_PAPERS, "entities"):
        return str(given)
    kinds = tuple(given.split("-")) if isinstance(given, str) else tuple(given)
    if len(kinds) != 2 or not set(kinds) <= set(ENTITY_KINDS):
        raise UnknownKind(
            f"there is no view {given!r}; give papers, entities, or two kinds such as method-dataset "
            f"(kinds are {', '.join(ENTITY_KINDS)})"
        )
    return cast("tuple[Kind, Kind]", kinds)


def projected(tables: GraphTables, view: View) -> nx.Graph[str]:
    """Return a projection of placed tables; see `KnowledgeGraph.project`. Raises UnknownKind."""
    import networkx as nx

    chosen = read_view(view)
    kinds = ENTITY_KINDS if isinstance(chosen, str) else chosen
    rows = TableRows(tables)
    graph: nx.Graph[str] = nx.Graph()
    among = {
        node for node, kind, *_ in rows.summaries() if kind in (("paper",) if chosen == _PAPERS else kinds)
    }
    graph.add_nodes_from(rows.nodes(among))
    if chosen == _PAPERS:
        graph.add_edges_from((source, target, data) for source, target, _, data in rows.related())
    else:
        graph.add_edges_from(_together(tables, kinds, among))
    return graph


def _together(
    tables: GraphTables, kinds: tuple[Kind, ...], among: set[str]
) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Yield the pairs of entities that papers name together, in the order of their ids."""
    one_mode = len(kinds) > 2 or kinds[0] == kinds[1]
    for one, other, papers, billionths in tables.stream(_TOGETHER, sorted(set(kinds)), one_mode):
        if one in among and other in among:
            yield one, other, {"weight": int(billionths) / _BILLION, "papers": papers}
