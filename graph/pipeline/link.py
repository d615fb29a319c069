"""Links papers: what is near by text is weighed, and the best pairs are drawn.

One call compares all papers of a graph, with some 600 bytes a paper in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paperlattice.extractors.text_space import TextVector, load_text_space
from paperlattice.graph.executors.base import Executor, Mapped
from paperlattice.graph.link.collect import (
    NAMED,
    NAMES,
    collection_from,
    collection_of,
    points_of,
    read_collection,
    vector_of,
    vector_row,
)
from paperlattice.graph.link.common import links_of
from paperlattice.graph.link.figures import Numbers, PaperSet
from paperlattice.graph.link.pairs import (
    NO_BORDER,
    NO_REACH,
    Borders,
    Nearest,
    Pairs,
    Texts,
    all_pairs,
    borders,
    drawn,
    grown_reaches,
    standing,
    weighed,
)
from paperlattice.graph.link.shared import link_sql, rarity_table
from paperlattice.graph.model.options import MILLION, BuildOptions
from paperlattice.graph.pipeline.corrections import unrelated_pairs
from paperlattice.graph.store.codec import Row, keys_table, rows_of, table_of
from paperlattice.graph.store.schema import TABLES
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    from paperlattice.graph.executors.duckdb import DuckDBExecutor

_TEXT: Final = pa.string()
_COUNT: Final = pa.int64()
_WHOLE: Final = 1 << 40

Unrelated = frozenset[tuple[str, str]]
"""Pairs of papers that pins part."""

_LINKED: Final = pa.schema(
    {
        "what": _TEXT,
        "source": _TEXT,
        "target": _TEXT,
        "number": _COUNT,
        "tie": _COUNT,
        "shared": pa.list_(_TEXT),
        "terms": pa.list_(_TEXT),
        "best": _COUNT,
        "crowd": _COUNT,
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
        work = partial(_linked_rows, options, unrelated_pairs(executor, options.pins))
        found = executor.map(query, work, _LINKED, by="whole", size=_WHOLE)
    executor.write("linked", found)
    executor.write("links", _LINKS.format("linked"))
    executor.write("pairs", _PAIRS.format("linked"))
    executor.write("reaches", _REACHES.format("linked"))


_LINKS: Final = f"""
SELECT source, target, CAST(number AS DOUBLE) / CAST({MILLION} AS DOUBLE) AS weight, shared, terms
FROM {{0}} WHERE what = 'link'
"""
_PAIRS: Final = "SELECT source, target, number AS weight, tie FROM {0} WHERE what = 'pair'"
_REACHES: Final = "SELECT source AS paper_id, number AS reach, best, crowd FROM {0} WHERE what = 'reach'"


def write_rarity(executor: Executor, hub_limit: int) -> None:
    """Write the weight of a shared entity by its degree."""
    rows = [{"degree": degree, "billionths": weight} for degree, weight in rarity_table(hub_limit)]
    executor.write("rarity", table_of(rows, pa.schema({"degree": _COUNT, "billionths": _COUNT})))


def _linked_rows(options: BuildOptions, unrelated: Unrelated, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows of _LINKED of a graph, without the pairs that pins part."""
    papers = [row for row in rows if row["paper_id"] is not None]
    collection = collection_of(
        {row["paper_id"]: vector_of(row) for row in papers},
        {row["paper_id"]: row["named"] for row in papers},
    )
    if options.links == "shared":
        given = [(row["source"], row["target"]) for row in rows if row["source"] is not None]
        yield from link_rows(collection, _without(_given_pairs(collection, given), collection.ids, unrelated))
        return
    pairs, reaches = all_pairs(collection, threshold=0)
    yield from _pair_rows(collection, pairs)
    pairs = _drawable(options, pairs, collection.ids, unrelated)
    lasts = borders(pairs, len(collection), top=options.link_top)
    yield from _reach_rows(collection.ids, reaches, lasts)
    yield from link_rows(collection, pairs.take(drawn(pairs, lasts)))


def _drawable(options: BuildOptions, pairs: Pairs, ids: Sequence[str], unrelated: Unrelated) -> Pairs:
    """Return the pairs that may be drawn: likely enough, and not parted by pins."""
    return _without(pairs.take(pairs.weight >= options.least_link), ids, unrelated)


def _without(pairs: Pairs, ids: Sequence[str], unrelated: Unrelated) -> Pairs:
    """Return the pairs without those that pins part."""
    if not unrelated:
        return pairs
    number = {paper: i for i, paper in enumerate(ids)}
    known = [(number[a], number[b]) for a, b in unrelated if a in number and b in number]
    ends = np.array(known, dtype=np.int64).reshape(-1, 2)
    parted = ends.min(axis=1) * len(ids) + ends.max(axis=1)
    return pairs.take(~np.isin(pairs.left * len(ids) + pairs.right, parted))


def _given_pairs(collection: PaperSet, given: Iterable[tuple[str, str]]) -> Pairs:
    number = {paper: i for i, paper in enumerate(collection.ids)}
    ends = np.array([(number[a], number[b]) for a, b in given], dtype=np.int64).reshape(-1, 2)
    return weighed(collection, Nearest(collection), ends[:, 0], ends[:, 1], threshold=0)


def _pair_rows(collection: PaperSet, pairs: Pairs) -> Iterator[Row]:
    ids = collection.ids
    columns = (pairs.left, pairs.right, pairs.weight, pairs.tie)
    for left, right, weight, tie in zip(*(column.tolist() for column in columns), strict=True):
        yield {"what": "pair", "source": ids[left], "target": ids[right], "number": weight, "tie": tie}


def _reach_rows(ids: Sequence[str], reaches: Numbers, lasts: Borders) -> Iterator[Row]:
    columns = (column.tolist() for column in (reaches, *lasts))
    for paper, reach, best, crowd in zip(ids, *columns, strict=True):
        yield {"what": "reach", "source": paper, "number": reach, "best": best, "crowd": crowd}


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


def insert_links(executor: DuckDBExecutor, options: BuildOptions, given: pa.Table) -> None:
    """Insert links of given pairs, with columns source and target, whatever they weigh, but for pins."""
    collection = read_collection(GraphTables(executor.connection))
    pairs = _given_pairs(collection, zip(*(given.column(i).to_pylist() for i in (0, 1)), strict=True))
    pairs = _without(pairs, collection.ids, unrelated_pairs(executor, options.pins))
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


class _Papers(Texts):
    """The papers of a changed graph: their points, and their ids as Arrow has them, to be found by number."""

    def __init__(self, ids: pa.Array, points: NDArray[np.int8]) -> None:
        super().__init__(ids.to_pylist(), points)
        self._ids = ids

    def numbers(self, ids: pa.Array | pa.ChunkedArray) -> Numbers:
        """Return the number of each paper, -1 for one that there is not."""
        found: Numbers = pc.fill_null(pc.index_in(ids, self._ids), -1).to_numpy().astype(np.int64)
        return found

    def held(self, ids: Iterable[str]) -> Numbers:
        """Return the numbers of those of the papers that there are, sorted."""
        numbers = self.numbers(pa.array(sorted(ids), _TEXT))
        return numbers[numbers >= 0]

    def named(self, numbers: Numbers) -> pa.Array:
        """Return the ids of papers."""
        return self._ids.take(pa.array(numbers))

    def pairs(self, table: pa.Table) -> tuple[Pairs, Numbers]:
        """Return the rows of a query for columns of `pairs` in order, and the place of each."""
        left, right = (self.numbers(table.column(name)) for name in ("source", "target"))
        more = (table.column(name).to_numpy().astype(np.int64) for name in ("weight", "tie", "place"))
        order = np.argsort(self.keys(left, right))
        *columns, places = (column[order] for column in (left, right, *more))
        return Pairs(*columns), places

    def keys(self, left: Numbers, right: Numbers) -> Numbers:
        """Return a number for each pair of papers, in the order of pairs."""
        return left * len(self.ids) + right

    def flags(self, papers: Numbers) -> NDArray[np.bool_]:
        """Return for each paper whether it is one of some."""
        found = np.zeros(len(self.ids), dtype=np.bool_)
        found[papers] = True
        return found


def relink(
    executor: DuckDBExecutor, options: BuildOptions, changed: set[str], papers: set[str], old: Vectors
) -> None:
    """Link again what new, removed or reworded `papers`, and others that name something else, have changed.

    `old` is what `replace_vectors` returned for `papers`. Of a paper whose nearest texts are found anew, or
    that names something else, all pairs are weighed. A paper whose list has only gained others may lose pairs
    with those that are in it no more. Links are drawn again where the best pairs have changed.
    """
    every, reaches, lasts = _read_papers(executor)
    before = np.stack([reaches, *lasts])
    nearest = Nearest(every)
    new = every.held(papers)
    before[:, new] = -1  # they have no row
    reaches[new] = NO_REACH
    entering, gaining = nearest.reached_by(nearest.points[new], nearest.hashes(new), reaches)
    _, losing = nearest.reached_by(*nearest.placed(*old), reaches)
    fresh = np.union1d(np.union1d(new, losing), gaining[reaches[gaining] == 0])
    grown = np.setdiff1d(gaining, fresh)
    weighing = np.union1d(fresh, every.held(changed))
    left_by = _forget_pairs(executor, every) if old[0] else _NONE
    held, places = _pairs_of(executor, every, np.union1d(weighing, grown))
    near_held = nearest.nearness(held.left, held.right)
    near = np.concatenate([near_held, near_held, nearest.nearness(new[entering], gaining)])
    reaches[grown] = grown_reaches(grown, np.concatenate([held.left, held.right, gaining]), near)
    lists = list(nearest.lists(fresh))
    reaches[fresh] = np.concatenate([_NONE, *(reach for *_, reach in lists)])
    # Whatever is looked at now was before, is in a list that was found anew, or has entered one.
    left = np.concatenate([held.left, new[entering], *(own for own, *_ in lists)])
    right = np.concatenate([held.right, gaining, *(other for _, other, _ in lists)])
    pairs = _weighed(executor, every, *_looked_at(nearest, weighing, left, right, reaches), threshold=0)
    is_weighing = every.flags(weighing)
    looked_at = near_held >= np.minimum(reaches[held.left], reaches[held.right])
    open_to_change = is_weighing[held.left] | is_weighing[held.right] | ~looked_at
    held, places = held.take(open_to_change), places[open_to_change]
    is_lost = ~_are_in(every, held, pairs)
    lost, come = held.take(is_lost), pairs.take(~_are_in(every, pairs, held))
    _delete_rows(executor, "pairs", places[is_lost])
    columns = [every.named(come.left), every.named(come.right), pa.array(come.weight), pa.array(come.tie)]
    executor.append("pairs", pa.table(columns, schema=TABLES["pairs"]))
    bordering = [end[standing(p) <= lasts.crowd[end]] for p in (lost, come) for end in (p.left, p.right)]
    if options.pins.unrelated:
        bordering += [pairs.left, pairs.right]
    redrawn = np.unique(np.concatenate([weighing, left_by, *bordering]))
    _redraw(executor, options, every, lasts, redrawn, weighing)
    _replace_reaches(executor, every, before, np.stack([reaches, *lasts]))


def _looked_at(
    nearest: Nearest, papers: Numbers, left: Numbers, right: Numbers, reaches: Numbers
) -> tuple[Numbers, Numbers]:
    """Return those of the pairs that have one of some papers, and one of the two looks at the other."""
    some = np.flatnonzero(np.isin(left, papers) | np.isin(right, papers))
    left, right = left[some], right[some]
    near = nearest.nearness(left, right)
    kept = near >= np.minimum(reaches[left], reaches[right])
    return left[kept], right[kept]


def _are_in(every: _Papers, pairs: Pairs, others: Pairs) -> NDArray[np.bool_]:
    """Return which pairs are among others with the same weight."""
    own, keys = (every.keys(some.left, some.right) for some in (pairs, others))
    # The last place is for what is after all others.
    at = np.searchsorted(keys, own)
    keys, weight = np.append(keys, -1), np.append(others.weight, -1)
    return np.asarray((keys[at] == own) & (weight[at] == pairs.weight))


def _read_papers(executor: Executor) -> tuple[_Papers, Numbers, Borders]:
    """Return all papers, with the reach of each, 0 for those that have none yet, and its borders."""
    table = executor.sql("SELECT paper_id, point FROM vectors")
    ids = table.column("paper_id").combine_chunks()
    order = pc.sort_indices(ids)
    papers = _Papers(ids.take(order), points_of(table.column("point"))[order.to_numpy()])
    table = executor.sql("SELECT * FROM reaches")
    found = papers.numbers(table.column("paper_id"))
    columns = np.full((3, len(ids)), NO_BORDER, dtype=np.int64)
    columns[0] = 0
    for column, name in zip(columns, ("reach", "best", "crowd"), strict=True):
        column[found] = table.column(name).to_numpy()
    reaches, best, crowd = columns
    return papers, reaches, Borders(best, crowd)


def _read_collection(executor: DuckDBExecutor, ids: pa.Array) -> PaperSet:
    """Return some papers, ready to be compared."""
    executor.write("compared", pa.table({"key": ids}))
    vectors = executor.sql("SELECT * FROM vectors WHERE paper_id IN (FROM compared)")
    some = "(SELECT * FROM incidence WHERE paper_id IN (FROM compared)) i"
    return collection_from(vectors, executor.sql(NAMES.format(incidence=some)))


def _weighed(
    executor: DuckDBExecutor, every: _Papers, left: Numbers, right: Numbers, *, threshold: int
) -> Pairs:
    """Return pairs of papers, each once, with their weights; only the papers in them are read."""
    some = np.unique(np.concatenate([left, right]))
    collection = _read_collection(executor, every.named(some))
    ends = (np.searchsorted(some, side) for side in (left, right))
    pairs = weighed(collection, Nearest(collection), *ends, threshold=threshold)
    return Pairs(some[pairs.left], some[pairs.right], pairs.weight, pairs.tie)


def _forget_pairs(executor: DuckDBExecutor, every: _Papers) -> Numbers:
    """Delete the pairs of the papers that were removed or reworded; return the others that had one."""
    either = "source IN (FROM touched) OR target IN (FROM touched)"
    found = executor.sql(f"SELECT unnest([source, target]) AS paper_id FROM pairs WHERE {either}")
    executor.connection.execute(f"DELETE FROM pairs WHERE {either}")
    return every.held(set(found.column(0).to_pylist()))


def _pairs_of(executor: DuckDBExecutor, every: _Papers, papers: Numbers) -> tuple[Pairs, Numbers]:
    """Return the stored pairs that have one of some papers, and the row of each."""
    executor.write("looking", pa.table({"key": every.named(papers)}))
    either = "source IN (FROM looking) OR target IN (FROM looking)"
    return every.pairs(executor.sql(f"SELECT *, rowid AS place FROM pairs WHERE {either}"))


def _redraw(
    executor: DuckDBExecutor,
    options: BuildOptions,
    every: _Papers,
    lasts: Borders,
    papers: Numbers,
    weighed_again: Numbers,
) -> None:
    """Bring links, and the borders, of papers in line with `pairs`; links of what was weighed are all new.

    Whether a pair is drawn depends on the borders of both papers.
    """
    pairs, _ = _pairs_of(executor, every, papers)
    pairs = _drawable(options, pairs, every.ids, unrelated_pairs(executor, options.pins))
    for column, last in zip(lasts, borders(pairs, len(every.ids), top=options.link_top), strict=True):
        column[papers] = last[papers]
    pairs = pairs.take(drawn(pairs, lasts))
    executor.write("weighing", pa.table({"key": every.named(weighed_again)}))
    executor.write("parting", "SELECT key FROM weighing UNION SELECT key FROM touched")
    executor.connection.execute(
        "DELETE FROM links WHERE source IN (FROM parting) OR target IN (FROM parting)"
    )
    table = executor.sql(
        "SELECT source, target, rowid AS place FROM links "
        "WHERE source IN (FROM looking) OR target IN (FROM looking)"
    )
    before = every.keys(*(every.numbers(table.column(name)) for name in ("source", "target")))
    keys = every.keys(pairs.left, pairs.right)
    _delete_rows(executor, "links", table.column("place").to_numpy()[~np.isin(before, keys)])
    pairs = pairs.take(~np.isin(keys, before))
    some = np.unique(np.concatenate([pairs.left, pairs.right]))
    left, right = (np.searchsorted(some, side) for side in (pairs.left, pairs.right))
    collection = _read_collection(executor, every.named(some))
    found = link_rows(collection, Pairs(left, right, pairs.weight, pairs.tie))
    executor.write("new_links", table_of(found, _LINKED))
    executor.connection.execute(f"INSERT INTO links {_LINKS.format('new_links')} ORDER BY source, target")


def _replace_reaches(executor: DuckDBExecutor, every: _Papers, before: Numbers, now: Numbers) -> None:
    """Replace the reaches and borders that have changed."""
    changed = np.flatnonzero((before != now).any(axis=0))
    columns = [every.named(changed), *map(pa.array, now[:, changed])]
    executor.write("reaching", pa.table(columns, schema=TABLES["reaches"]))
    executor.connection.execute("DELETE FROM reaches WHERE paper_id IN (SELECT paper_id FROM reaching)")
    executor.connection.execute("INSERT INTO reaches SELECT * FROM reaching")


def _delete_rows(executor: DuckDBExecutor, table: str, places: Numbers) -> None:
    executor.write("lost", pa.table({"place": places}))
    executor.connection.execute(f"DELETE FROM {table} WHERE rowid IN (SELECT place FROM lost)")


_NONE: Final = np.zeros(0, dtype=np.int64)


def _rows(executor: Executor, query: str) -> list[Row]:
    return list(rows_of(executor.sql(query).to_batches()))
