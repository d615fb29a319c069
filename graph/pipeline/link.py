"""Links papers: what is near by text is weighed, and the best pairs are drawn.

One call compares all papers of a graph, with some 600 bytes a paper in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from paperlattice.extractors.text_space import TextVector, load_text_space
from paperlattice.graph.executors.base import Executor, Mapped
from paperlattice.graph.link.collect import NAMED, collection_of, read_collection, vector_of, vector_row
from paperlattice.graph.link.common import links_of
from paperlattice.graph.link.figures import Numbers, PaperSet
from paperlattice.graph.link.model import MILLION
from paperlattice.graph.link.pairs import Nearest, Pairs, all_pairs, drawn, weighed
from paperlattice.graph.link.shared import link_sql, rarity_table
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.store.codec import Row, keys_table, rows_of, table_of
from paperlattice.graph.store.schema import TABLES
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    from paperlattice.graph.executors.duckdb import DuckDBExecutor

_TEXT: Final = pa.string()
_COUNT: Final = pa.int64()
_WHOLE: Final = 1 << 40

_LINKED: Final = pa.schema(
    {
        "what": _TEXT,
        "source": _TEXT,
        "target": _TEXT,
        "number": _COUNT,
        "tie": _COUNT,
        "shared": pa.list_(_TEXT),
        "terms": pa.list_(_TEXT),
    }
)
"""What linking gives; `what` tells what a row is: a link, a pair that is looked at, a reach."""

_PAPERS: Final = f"""
SELECT 0 AS whole, v.paper_id AS paper_id, terms, weights, point, named,
    CAST(NULL AS STRING) AS source, CAST(NULL AS STRING) AS target
FROM vectors v LEFT JOIN ({NAMED.format(incidence="incidence")}) n ON n.paper_id = v.paper_id
"""
_SHARING: Final = """
SELECT 0 AS whole, CAST(NULL AS STRING) AS paper_id, NULL AS terms, NULL AS weights, NULL AS point,
    NULL AS named, source, target FROM sharing
"""


# --- vectors of texts, and how rare names are


def find_vectors(executor: Executor, papers: str = "papers") -> Mapped:
    """Return the rows of the table `vectors` of papers."""
    return executor.map(f"SELECT id, title, abstract FROM {papers}", _vector_rows, TABLES["vectors"])


def _vector_rows(rows: list[Row]) -> Iterator[Row]:
    space = load_text_space()
    for row in rows:
        yield vector_row(row["id"], space.vector(row["title"], row["abstract"]))


def write_rarities(executor: Executor, mentions: str = "mentions") -> None:
    """Write `rarities`: how rare each name in mentions is, in hundredths."""
    names = f"SELECT DISTINCT name FROM {mentions} WHERE entity_id IS NOT NULL"
    executor.write("rarities", executor.map(names, _rarity_rows, _RARITIES))


_RARITIES: Final = pa.schema({"name": _TEXT, "rarity": _COUNT})


def _rarity_rows(rows: list[Row]) -> Iterator[Row]:
    space = load_text_space()
    for row in rows:
        yield {"name": row["name"], "rarity": space.name_rarity(row["name"])}


# --- links of a whole graph


def write_links(executor: Executor, options: BuildOptions) -> None:
    """Write `links`, `pairs` and `reaches` from `vectors` and `incidence`, as the options say."""
    query = _PAPERS
    if options.links == "shared":
        write_rarity(executor, options.hub_limit)
        executor.write("sharing", link_sql())
        query = f"{query} UNION ALL {_SHARING}"
    if options.links == "none":
        found: pa.Table | Mapped = table_of((), _LINKED)
    else:
        found = executor.map(query, partial(_linked_rows, options), _LINKED, by="whole", size=_WHOLE)
    executor.write("linked", found)
    executor.write("links", _LINKS.format("linked"))
    executor.write("pairs", _PAIRS.format("linked"))
    executor.write("reaches", _REACHES.format("linked"))


_LINKS: Final = f"""
SELECT source, target, CAST(number AS DOUBLE) / CAST({MILLION} AS DOUBLE) AS weight, shared, terms
FROM {{0}} WHERE what = 'link'
"""
_PAIRS: Final = "SELECT source, target, number AS weight, tie FROM {0} WHERE what = 'pair'"
_REACHES: Final = "SELECT source AS paper_id, number AS reach FROM {0} WHERE what = 'reach'"


def write_rarity(executor: Executor, hub_limit: int) -> None:
    """Write the weight of a shared entity by its degree."""
    rows = [{"degree": degree, "billionths": weight} for degree, weight in rarity_table(hub_limit)]
    executor.write("rarity", table_of(rows, pa.schema({"degree": _COUNT, "billionths": _COUNT})))


def _linked_rows(options: BuildOptions, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows of _LINKED of a graph."""
    papers = [row for row in rows if row["paper_id"] is not None]
    collection = collection_of(
        {row["paper_id"]: vector_of(row) for row in papers},
        {row["paper_id"]: row["named"] for row in papers},
    )
    if options.links == "shared":
        given = [(row["source"], row["target"]) for row in rows if row["source"] is not None]
        yield from link_rows(collection, _given_pairs(collection, given))
        return
    pairs, reaches = all_pairs(collection, threshold=options.least_link)
    yield from _pair_rows(collection, pairs)
    yield from _reach_rows(collection.ids, reaches)
    yield from link_rows(collection, pairs.take(drawn(pairs, top=options.link_top)))


def _given_pairs(collection: PaperSet, given: Iterable[tuple[str, str]]) -> Pairs:
    number = {paper: i for i, paper in enumerate(collection.ids)}
    ends = np.array([(number[a], number[b]) for a, b in given], dtype=np.int64).reshape(-1, 2)
    return weighed(collection, Nearest(collection), ends[:, 0], ends[:, 1], threshold=0)


def _pair_rows(collection: PaperSet, pairs: Pairs) -> Iterator[Row]:
    ids = collection.ids
    columns = (pairs.left, pairs.right, pairs.weight, pairs.tie)
    for left, right, weight, tie in zip(*(column.tolist() for column in columns), strict=True):
        yield {"what": "pair", "source": ids[left], "target": ids[right], "number": weight, "tie": tie}


def _reach_rows(ids: Sequence[str], reaches: Numbers) -> Iterator[Row]:
    for paper, reach in zip(ids, reaches.tolist(), strict=True):
        yield {"what": "reach", "source": paper, "number": reach}


def link_rows(collection: PaperSet, pairs: Pairs) -> Iterator[Row]:
    """Yield pairs as rows of _LINKED that are links, with what the two papers share."""
    for link in links_of(collection, pairs):
        yield {
            "what": "link",
            "source": link.source,
            "target": link.target,
            "number": round(MILLION * link.weight),
            "shared": link.shared,
            "terms": link.terms,
        }


# --- links of a graph that has changed


def insert_links(executor: DuckDBExecutor, given: pa.Table) -> None:
    """Insert links of given pairs, with columns source and target, whatever they weigh."""
    collection = read_collection(GraphTables(executor.connection))
    pairs = _given_pairs(collection, zip(*(given.column(i).to_pylist() for i in (0, 1)), strict=True))
    executor.write("new_links", table_of(link_rows(collection, pairs), _LINKED))
    executor.connection.execute(f"INSERT INTO links {_LINKS.format('new_links')} ORDER BY source, target")


Vectors = tuple[list[str], list[TextVector]]
"""The ids of papers, and the vector of each."""


def replace_vectors(executor: DuckDBExecutor, papers: set[str]) -> Vectors:
    """Replace the vectors of papers, some of which may be gone; return what was there before."""
    executor.write("touched", keys_table(papers))
    old = _rows(executor, "SELECT * FROM vectors WHERE paper_id IN (FROM touched)")
    for table in ("vectors", "reaches"):
        executor.connection.execute(f"DELETE FROM {table} WHERE paper_id IN (FROM touched)")
    texts = "(SELECT * FROM papers WHERE id IN (FROM touched)) p"
    executor.append("vectors", find_vectors(executor, texts))
    return [row["paper_id"] for row in old], [vector_of(row) for row in old]


def relink(
    executor: DuckDBExecutor, options: BuildOptions, changed: set[str], papers: set[str], old: Vectors
) -> None:
    """Link again what new, removed or reworded `papers`, and others that name something else, have changed.

    Only pairs with a paper of `changed`, or with one whose list of nearest texts has changed, are weighed.
    `old` is what `replace_vectors` returned for `papers`.
    """
    collection = read_collection(GraphTables(executor.connection))
    number = {paper: i for i, paper in enumerate(collection.ids)}
    reaches = np.zeros(len(collection), dtype=np.int64)
    for row in _rows(executor, "SELECT * FROM reaches"):
        reaches[number[row["paper_id"]]] = row["reach"]
    nearest = Nearest(collection)
    new = _numbers(number, papers)
    listed = np.union1d(
        np.union1d(nearest.reached_by(nearest.points[new], nearest.hashes[new], reaches), new),
        nearest.reached_by(*nearest.placed(*old), reaches),
    )
    reaches[listed] = np.concatenate([_NONE, *(reach for *_, reach in nearest.lists(listed))])
    affected = np.union1d(listed, _numbers(number, changed))
    pairs = weighed(collection, nearest, *nearest.within(affected, reaches), threshold=options.least_link)
    _replace_pairs(executor, collection, affected, pairs, reaches[affected])
    _redraw(executor, options, collection, number)


_NONE: Final = np.zeros(0, dtype=np.int64)


def _rows(executor: Executor, query: str) -> list[Row]:
    return list(rows_of(executor.sql(query).to_batches()))


def _numbers(number: Mapping[str, int], papers: Iterable[str]) -> Numbers:
    return np.array(sorted(number[paper] for paper in papers if paper in number), dtype=np.int64)


def _replace_pairs(
    executor: DuckDBExecutor, collection: PaperSet, affected: Numbers, pairs: Pairs, reaches: Numbers
) -> None:
    """Replace the pairs and reaches of affected papers; their links go, and are drawn again."""
    run = executor.connection.execute
    ids = [collection.ids[i] for i in affected.tolist()]
    executor.write("relinked_papers", keys_table(ids))
    either = " OR ".join(
        f"{end} IN (FROM {some})" for end in ("source", "target") for some in ("relinked_papers", "touched")
    )
    run(f"DELETE FROM pairs WHERE {either}")
    run(f"DELETE FROM links WHERE {either}")
    run("DELETE FROM reaches WHERE paper_id IN (FROM relinked_papers)")
    rows = chain(_pair_rows(collection, pairs), _reach_rows(ids, reaches))
    executor.write("new_pairs", table_of(rows, _LINKED))
    run(f"INSERT INTO pairs {_PAIRS.format('new_pairs')} ORDER BY source, target")
    run(f"INSERT INTO reaches {_REACHES.format('new_pairs')} ORDER BY paper_id")


def _redraw(
    executor: DuckDBExecutor, options: BuildOptions, collection: PaperSet, number: Mapping[str, int]
) -> None:
    """Bring `links` in line with `pairs`: those that are drawn no more go, new ones come."""
    table = executor.sql("SELECT * FROM pairs")
    left, right = (_ends(table, end, number) for end in ("source", "target"))
    weight, tie = (table.column(name).to_numpy().astype(np.int64) for name in ("weight", "tie"))
    pairs = Pairs(left, right, weight, tie)
    pairs = pairs.take(drawn(pairs, top=options.link_top))
    size = max(len(collection), 1)
    before = executor.sql("SELECT source, target FROM links")
    old = _ends(before, "source", number) * size + _ends(before, "target", number)
    keys = pairs.left * size + pairs.right
    executor.write("lost", _pair_table(collection, np.setdiff1d(old, keys)))
    run = executor.connection.execute
    run("DELETE FROM links WHERE (source, target) IN (SELECT source, target FROM lost)")
    executor.write("new_links", table_of(link_rows(collection, pairs.take(~np.isin(keys, old))), _LINKED))
    run(f"INSERT INTO links {_LINKS.format('new_links')} ORDER BY source, target")


def _ends(table: pa.Table, column: str, number: Mapping[str, int]) -> Numbers:
    return np.array([number[paper] for paper in table.column(column).to_pylist()], dtype=np.int64)


def _pair_table(collection: PaperSet, keys: Numbers) -> pa.Table:
    ends = np.divmod(keys, max(len(collection), 1))
    columns = [pa.array([collection.ids[i] for i in side.tolist()], _TEXT) for side in ends]
    return pa.table(columns, names=["source", "target"])
