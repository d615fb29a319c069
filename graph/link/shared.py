"""Links between papers that share entities: one definition in SQL, for DuckDB and Spark.

Each statement reads `incidence(entity_id, paper_id)`, every pair once, and `rarity(degree, billionths)`
(`rarity_table`). Ids may be texts or whole numbers; what is smaller is what their order says. Weights are
summed as whole billionths, so that no engine and no order of rows can change a digit.
"""

from __future__ import annotations

import math
from typing import Final

from paperlattice.graph.model.options import HUB_LIMIT
from paperlattice.graph.model.records import Link, Resolution

_BILLION: Final = 1_000_000_000

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


def link_sql(incidence: str = "incidence", rarity: str = "rarity", *, min_shared: int = 1) -> str:
    """Return the statement for all links: source, target, weight_billionths, weight, shared; unordered.

    `shared` is sorted and holds the entities that count. Work: the sum of the squared degrees of those.
    """
    return f"""
WITH counted AS ({_counted(incidence, rarity)})
SELECT a.paper_id AS source, b.paper_id AS target, {_SUMS}
FROM counted a JOIN counted b ON a.entity_id = b.entity_id AND a.paper_id < b.paper_id
GROUP BY a.paper_id, b.paper_id
HAVING count(*) >= {min_shared}
"""


def sharing_sql(affected: str = "affected", incidence: str = "incidence", rarity: str = "rarity") -> str:
    """Return the statement for the pairs of papers that share an entity of `affected(entity_id)`.

    Columns source, target; each pair once, entities that count only.
    """
    return f"""
WITH counted AS ({_counted(incidence, rarity)}),
met AS (SELECT c.entity_id, c.paper_id FROM counted c JOIN {affected} t ON t.entity_id = c.entity_id)
SELECT DISTINCT a.paper_id AS source, b.paper_id AS target
FROM met a JOIN met b ON a.entity_id = b.entity_id AND a.paper_id < b.paper_id
"""


def changed_link_sql(pairs: str = "pairs", incidence: str = "incidence", rarity: str = "rarity") -> str:
    """Return the statement for the links of `pairs(source, target)`, those of them that there are.

    Columns and rows as of `link_sql`: all that a pair shares counts. When entities are affected, their pairs
    before and after (`sharing_sql` on both tables) are all the pairs whose links can change.
    """
    return f"""
WITH counted AS ({_counted(incidence, rarity)})
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


def _counted(incidence: str, rarity: str) -> str:
    """Return the statement for the names that count: entity_id, paper_id, billionths."""
    return f"""
SELECT n.entity_id AS entity_id, n.paper_id AS paper_id, r.billionths AS billionths
FROM {incidence} n
JOIN (SELECT entity_id, count(*) AS degree FROM {incidence} GROUP BY entity_id) d ON d.entity_id = n.entity_id
JOIN {rarity} r ON r.degree = d.degree"""


def link_papers(resolution: Resolution, *, hub_limit: int = HUB_LIMIT, min_shared: int = 1) -> list[Link]:
    r"""Return one link per pair of papers that share at least `min_shared` entities, sorted by pair.

    Weight: sum of 1 / ln(degree) over the shared entities, degree being the number of papers that name one
    (Adamic, Adar 2003), rounded to six digits. Cost: the sum of squared degrees of the entities that count,
    never all pairs of papers.

    Args:
        resolution: What `resolve_entities` returned.
        hub_limit: Entities that more papers name do not count, neither in the weight nor as shared.
        min_shared: The fewest shared entities of a link.

    Example:
        >>> from paperlattice import link_papers, resolve_entities
        >>> from paperlattice.extractors import find_methods
        >>> mentions = [
        ...     *find_methods("Small Updates\nWe use LoRA.", paper_id="1"),
        ...     *find_methods("Wide Views\nWe compare LoRA and CLIP.", paper_id="2"),
        ... ]
        >>> link_papers(resolve_entities(mentions))
        [Link(source='1', target='2', weight=1.442695, shared=('method:lora',), terms=())]
    """
    import duckdb
    import pyarrow as pa

    pairs = {(entity, paper) for (paper, _, _), entity in resolution.names.items()}
    # Ids as numbers in their order: they may hold what UTF-8 cannot.
    ids = [sorted({pair[i] for pair in pairs}) for i in (0, 1)]
    entities, papers = ids
    number_of = [{name: position for position, name in enumerate(names)} for names in ids]
    tables = {
        "rarity": (("degree", "billionths"), rarity_table(hub_limit)),
        "incidence": (("entity_id", "paper_id"), [(number_of[0][e], number_of[1][p]) for e, p in pairs]),
    }
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        for name, (columns, rows) in tables.items():
            values = {c: pa.array([row[i] for row in rows], pa.int64()) for i, c in enumerate(columns)}
            connection.register(name, pa.table(values))
        found = connection.execute(
            f"SELECT source, target, weight, shared FROM ({link_sql(min_shared=min_shared)}) "
            "ORDER BY source, target"
        )
        return [
            Link(papers[source], papers[target], weight, tuple(entities[position] for position in shared))
            for source, target, weight, shared in found.fetchall()
        ]
