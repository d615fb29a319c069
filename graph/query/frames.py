"""Tables for other programs: pandas, where it is installed, and Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import pyarrow as pa


def pandas() -> Any:
    """Return the module pandas. Raises PaperlatticeError where it, an optional extra, is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise PaperlatticeError(
            "to_pandas needs pandas, which is not installed; run: pip install pandas"
        ) from error
    return pandas


def memberships(tables: GraphTables) -> pa.Table:
    """Return kind, topic and subtopic of each paper and entity, sorted by id; topics must be found."""
    import pyarrow as pa

    found = tables.arrow("SELECT * FROM {memberships}")
    papers = {paper_node(paper): paper for paper in tables.paper_ids()}
    nodes = found["id"].to_pylist()
    ids = pa.array([papers.get(node, node) for node in nodes], pa.string())
    kinds = pa.array([node.partition(":")[0] for node in nodes], pa.string())
    named = found.set_column(0, "id", ids).add_column(1, "kind", kinds)
    return named.sort_by([("id", "ascending"), ("kind", "ascending")])
