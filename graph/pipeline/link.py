"""Links between papers that share entities: one definition in SQL, for DuckDB and Spark.

Each statement reads `naming(entity_id, paper_id)`, every pair once, and `rarity(degree, billionths)`
(`rarity_table`). Ids may be texts or whole numbers; what is smaller is what their order says. Weights are
summed as whole billionths, so that no engine and no order of rows can change a digit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from graph.model.records import Link, Resolution

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

__all__ = [
    "HUB_LIMIT",
    "changed_link_sql",
    "link_papers",
    "link_sql",
    "papers_by_entity",
    "rarity_table",
    "sharing_sql",
]

HUB_LIMIT: Final = 50
"""An entity named by more papers links none of them.

Its link would weigh 1 / ln 50 = 0.26, a sixth of what the rarest shared entity gives, and it alone would
draw 1,225 lines. The limit also bounds the work: at most 25 pairs for each time that a paper names an
entity.
"""

_BILLION: Final = 1_000_000_000
_BATCH: Final = 100_000

# Whole billionths to millionths, half up, and those as a number: a quotient of two whole numbers below 2^53
# is rounded in one way everywhere, which a decimal `round` of a fraction is not.
_WEIGHT: Final = (
    "CAST(floor(CAST({0} + 500 AS DOUBLE) / CAST(1000 AS DOUBLE)) AS DOUBLE) / CAST(1000000 AS DOUBLE)"
)


def rarity_table(hub_limit: int = HUB_LIMIT) -> list[tuple[int, int]]:
    """Return degree and 1 / ln(degree) in whole billionths, for the degrees 2 to `hub_limit`.

    The weight of Adamic and Adar (2003): what a shared entity counts that `degree` papers name. Other
    degrees count nothing.
    """
    return [(degree, round(_BILLION / math.log(degree))) for degree in range(2, hub_limit + 1)]


def link_sql(naming: str = "naming", rarity: str = "rarity", *, min_shared: int = 1) -> str:
    """Return the statement for all links: source, target, weight_billionths, weight, shared; unordered.

    `shared` is sorted and holds the entities that count. Work: the sum of the squared degrees of those.
    """
    return f"""
WITH counted AS ({_counted(naming, rarity)})
SELECT a.paper_id AS source, b.paper_id AS target, {_SUMS}
FROM counted a JOIN counted b ON a.entity_id = b.entity_id AND a.paper_id < b.paper_id
GROUP BY a.paper_id, b.paper_id
HAVING count(*) >= {min_shared}
"""


def sharing_sql(touched: str = "touched", naming: str = "naming", rarity: str = "rarity") -> str:
    """Return the statement for the pairs of papers that share an entity of `touched(entity_id)`.

    Columns source, target; each pair once, entities that count only.
    """
    return f"""
WITH counted AS ({_counted(naming, rarity)}),
met AS (SELECT c.entity_id, c.paper_id FROM counted c JOIN {touched} t ON t.entity_id = c.entity_id)
SELECT DISTINCT a.paper_id AS source, b.paper_id AS target
FROM met a JOIN met b ON a.entity_id = b.entity_id AND a.paper_id < b.paper_id
"""


def changed_link_sql(pairs: str = "pairs", naming: str = "naming", rarity: str = "rarity") -> str:
    """Return the statement for the links of `pairs(source, target)`, those of them that there are.

    Columns and rows as of `link_sql`: all that a pair shares counts. When entities are touched, their pairs
    before and after (`sharing_sql` on both tables) are all the pairs whose links can change.
    """
    return f"""
WITH counted AS ({_counted(naming, rarity)})
SELECT p.source AS source, p.target AS target, {_SUMS}
FROM {pairs} p
JOIN counted a ON a.paper_id = p.source
JOIN counted b ON b.paper_id = p.target AND b.entity_id = a.entity_id
GROUP BY p.source, p.target
"""


_SUMS: Final = (
    "CAST(sum(a.billionths) AS BIGINT) AS weight_billionths, "
    f"{_WEIGHT.format('sum(a.billionths)')} AS weight, "
    "array_sort(array_agg(a.entity_id)) AS shared"
)


def _counted(naming: str, rarity: str) -> str:
    """Return the statement for the names that count: entity_id, paper_id, billionths."""
    return f"""
SELECT n.entity_id AS entity_id, n.paper_id AS paper_id, r.billionths AS billionths
FROM {naming} n
JOIN (SELECT entity_id, count(*) AS degree FROM {naming} GROUP BY entity_id) d ON d.entity_id = n.entity_id
JOIN {rarity} r ON r.degree = d.degree"""


def link_papers(resolution: Resolution, *, hub_limit: int = HUB_LIMIT, min_shared: int = 1) -> list[Link]:
    """Return one link per pair of papers that share at least `min_shared` entities, sorted by pair.

    Weight: sum of 1 / ln(degree) over the shared entities, degree being the number of papers that name one
    (Adamic, Adar 2003), rounded to six digits. Entities of degree above `hub_limit` are not counted,
    neither in the weight nor as shared. Cost: the sum of squared degrees of the others, never all pairs of
    papers.
    """
    import duckdb

    rows = {(entity, paper) for (paper, _, _), entity in resolution.names.items()}
    entities = sorted({entity for entity, _ in rows})
    papers = sorted({paper for _, paper in rows})
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        _load(connection, rows, entities, papers, hub_limit)
        found = connection.sql(
            f"SELECT source, target, weight, shared FROM ({link_sql(min_shared=min_shared)}) "
            "ORDER BY source, target"
        )
        return list(_links(found.to_arrow_table().to_batches(_BATCH), entities, papers))


def _links(batches: Iterable[pa.RecordBatch], entities: list[str], papers: list[str]) -> Iterator[Link]:
    for batch in batches:
        sources, targets, weights, lists = batch.columns
        ends = lists.value_lengths().to_numpy().cumsum().tolist()
        shared = [entities[i] for i in lists.flatten().tolist()]
        begin = 0
        for source, target, weight, end in zip(
            sources.tolist(), targets.tolist(), weights.tolist(), ends, strict=True
        ):
            yield Link(papers[source], papers[target], weight, tuple(shared[begin:end]))
            begin = end


def _load(
    connection: DuckDBPyConnection,
    rows: set[tuple[str, str]],
    entities: list[str],
    papers: list[str],
    hub_limit: int,
) -> None:
    """Fill `naming` and `rarity`, ids as their places in order: small, and free of what no UTF-8 can hold."""
    import numpy as np

    entity_of = {entity: i for i, entity in enumerate(entities)}
    paper_of = {paper: i for i, paper in enumerate(papers)}
    named = np.fromiter(
        (number for entity, paper in rows for number in (entity_of[entity], paper_of[paper])),
        dtype=np.int64,
        count=2 * len(rows),
    ).reshape(-1, 2)
    degrees = np.array(rarity_table(hub_limit), dtype=np.int64).reshape(-1, 2)
    connection.register("naming", {"entity_id": named[:, 0].copy(), "paper_id": named[:, 1].copy()})
    connection.register("rarity", {"degree": degrees[:, 0].copy(), "billionths": degrees[:, 1].copy()})


def papers_by_entity(resolution: Resolution) -> dict[str, tuple[str, ...]]:
    """Return the papers that name each entity, both in id order."""
    naming: dict[str, set[str]] = {}
    for (paper_id, _, _), entity in resolution.names.items():
        naming.setdefault(entity, set()).add(paper_id)
    return {entity: tuple(sorted(naming[entity])) for entity in sorted(naming)}
