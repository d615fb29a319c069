"""Resolution on the workers: names are blocked in Spark, each block is resolved where its mentions meet.

`graph.resolve.blocks` says by what names meet, `draft_entities` what a block amounts to, `assign_ids` which
ids several drafts get that want one. Here rows are brought together for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from extractors.records import Mention
from graph.executors.spark.components import connect
from graph.executors.spark.rows import Batches, Row, batches_of, ddl, groups_of, rows_of
from graph.resolve.blocks import Blocking
from graph.resolve.entities import Draft, draft_entities
from graph.resolve.pins import Pins
from graph.resolve.slugs import assign_ids
from graph.resolve.table import Form

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from graph.executors.spark.place import Place

__all__ = ["Resolved", "resolve_mentions"]

_TEXT: Final = pa.string()
_TEXTS: Final = pa.list_(pa.string())

_TOKENS: Final = pa.schema(
    {"form": pa.int64(), "kind": _TEXT, "name": _TEXT, "role": _TEXT, "token": pa.int64()}
)
_PAIRS: Final = pa.schema({"form": pa.int64(), "other": pa.int64()})
_DRAFTS: Final = pa.schema(
    {
        "what": _TEXT,
        "wanted": _TEXT,
        "digest": _TEXT,
        "kind": _TEXT,
        "label": _TEXT,
        "aliases": _TEXTS,
        "url": _TEXT,
        "left_form": _TEXT,
        "right_form": _TEXT,
        "rule": _TEXT,
        "score": pa.float64(),
        "evidence": _TEXT,
        "paper_id": _TEXT,
        "name": _TEXT,
    }
)
"""Drafts, their joins and the names that stand for them, told apart by `what`; the other columns are null."""

_IDS: Final = pa.schema({"wanted": _TEXT, "digest": _TEXT, "entity_id": _TEXT})

_ROWS_AT_ONCE: Final = 5_000
"""Small blocks are resolved together, so many rows at least: a call for each costs more than its work."""

# A token that names meet by joins each of them to the first; what a name offers joins it to those that meet.
_MET: Final = """
WITH first AS (SELECT token, min(form) AS other FROM tokens WHERE role = 'meets' GROUP BY token)
SELECT DISTINCT form, other FROM tokens JOIN first USING (token) WHERE role <> 'near' AND form <> other
"""

_NEAR: Final = """
SELECT DISTINCT form, kind, name, tokens.token FROM tokens
JOIN (SELECT token FROM tokens WHERE role = 'near' GROUP BY token HAVING count(DISTINCT form) > 1) AS several
ON tokens.token = several.token AND role = 'near'
"""


@dataclass(frozen=True, slots=True)
class Resolved:
    """`entities` and `joins` as tables of a store; `names`: paper_id, kind, name, entity_id."""

    entities: DataFrame
    joins: DataFrame
    names: DataFrame


def resolve_mentions(found: DataFrame, place: Place, *, pins: Pins, tasks: int, name: str) -> Resolved:
    """Return what rows of FOUND resolve to; `name` tells what is kept on the way from that of other calls.

    Names that meet others are collected as pairs of numbers and connected on the driver; all else stays on
    the workers. A block is resolved by one worker as a whole.
    """
    session = found.sparkSession
    found.createOrReplaceTempView("found")
    surfaces = session.sql(
        "SELECT form, kind, name, collect_set(surface) AS surfaces FROM found GROUP BY form, kind, name"
    )
    tokens = place.keep(
        f"{name}_tokens",
        surfaces.repartition(tasks, "form").mapInArrow(partial(_tokens_of, pins=pins), ddl(_TOKENS)),
    )
    tokens.createOrReplaceTempView("tokens")
    near = (
        session.sql(_NEAR)
        .repartition(tasks, "token")
        .sortWithinPartitions("token")
        .mapInArrow(partial(_near_pairs, pins=pins), ddl(_PAIRS))
        .distinct()
    )
    pairs = session.sql(_MET).union(near)
    blocks = connect(pairs, left="form", right="other", kind=pa.int64())
    session.createDataFrame(blocks).createOrReplaceTempView("blocks")
    drafts = place.keep(
        f"{name}_drafts",
        session.sql(
            """
            SELECT DISTINCT coalesce(part, form) AS block, paper_id, kind, name, surface
            FROM found LEFT JOIN blocks ON form = thing
            """
        )
        .repartition(tasks, "block")
        .sortWithinPartitions("block")
        .mapInArrow(partial(_drafts_of, pins=pins), ddl(_DRAFTS)),
    )
    return _with_ids(drafts, tasks=tasks)


def _tokens_of(batches: Batches, *, pins: Pins) -> Iterator[pa.RecordBatch]:
    from extractors.gazetteer import load_gazetteer

    blocking = Blocking(pins=pins, catalogue=load_gazetteer())

    def rows() -> Iterator[Row]:
        for row in rows_of(batches):
            tokens = blocking.tokens(row["kind"], row["name"], row["surfaces"])
            own = {"form": row["form"], "kind": row["kind"], "name": row["name"]}
            for role, values in (("meets", tokens.meets), ("offers", tokens.offers), ("near", tokens.near)):
                for token in values:
                    yield own | {"role": role, "token": token}

    return batches_of(rows(), _TOKENS)


def _near_pairs(batches: Batches, *, pins: Pins) -> Iterator[pa.RecordBatch]:
    """Yield of the names that share a token of nearness those pairs that are near."""
    from extractors.gazetteer import load_gazetteer

    blocking = Blocking(pins=pins, catalogue=load_gazetteer())

    def rows() -> Iterator[Row]:
        for _, group in groups_of(rows_of(batches), "token"):
            numbers: dict[Form, int] = {(row["kind"], row["name"]): row["form"] for row in group}
            forms = sorted(numbers)
            for i, form in enumerate(forms):
                for other in blocking.really_near(form, forms[i + 1 :]):
                    yield {"form": numbers[form], "other": numbers[other]}

    return batches_of(rows(), _PAIRS)


def _drafts_of(batches: Batches, *, pins: Pins) -> Iterator[pa.RecordBatch]:
    from extractors.gazetteer import load_gazetteer

    catalogue = load_gazetteer()

    def rows() -> Iterator[Row]:
        for mentions in _together(rows_of(batches)):
            for draft in draft_entities(mentions, pins=pins, catalogue=catalogue):
                yield from _draft_rows(draft)

    return batches_of(rows(), _DRAFTS)


def _together(rows: Iterable[Row]) -> Iterator[list[Mention]]:
    """Yield the mentions of whole blocks, small ones together."""
    waiting: list[Mention] = []
    for _, block in groupby(rows, key=itemgetter("block")):
        if len(waiting) >= _ROWS_AT_ONCE:
            yield waiting
            waiting = []
        # Of a mention, resolution looks at paper, kind, name and surface only.
        waiting += (
            Mention(r["paper_id"], r["kind"], r["name"], r["surface"], 0, 0, "uses", "", 0.0) for r in block
        )
    if waiting:
        yield waiting


def _draft_rows(draft: Draft) -> Iterator[Row]:
    entity = draft.entity
    own = {"wanted": entity.id, "digest": draft.digest}
    yield own | {
        "what": "entity",
        "kind": entity.kind,
        "label": entity.label,
        "aliases": entity.aliases,
        "url": entity.url,
    }
    for join in entity.joins:
        yield own | {
            "what": "join",
            "left_form": join.left,
            "right_form": join.right,
            "rule": join.rule,
            "score": join.score,
            "evidence": join.evidence,
        }
    for paper_id, kind, name in draft.names:
        yield own | {"what": "name", "paper_id": paper_id, "kind": kind, "name": name}


def _with_ids(drafts: DataFrame, *, tasks: int) -> Resolved:
    session = drafts.sparkSession
    drafts.createOrReplaceTempView("drafts")
    rivals = session.sql(
        """
        SELECT wanted, collect_list(digest) AS digests FROM drafts WHERE what = 'entity'
        GROUP BY wanted HAVING count(*) > 1
        """
    )
    ids = session.createDataFrame(
        rivals.repartition(tasks, "wanted").mapInArrow(_assigned, ddl(_IDS)).toArrow()
    )
    ids.createOrReplaceTempView("ids")

    def part(what: str, columns: str) -> DataFrame:
        return session.sql(
            f"""
            SELECT coalesce(ids.entity_id, drafts.wanted) AS entity_id, {columns} FROM drafts
            LEFT JOIN ids ON drafts.wanted = ids.wanted AND drafts.digest = ids.digest WHERE what = '{what}'
            """
        )

    return Resolved(
        part("entity", "kind, label, aliases, url").withColumnRenamed("entity_id", "id"),
        part("join", "left_form, right_form, rule, score, evidence"),
        part("name", "paper_id, kind, name"),
    )


def _assigned(batches: Batches) -> Iterator[pa.RecordBatch]:
    def rows() -> Iterator[Row]:
        for row in rows_of(batches):
            for digest, entity_id in assign_ids(row["wanted"], row["digests"]).items():
                yield {"wanted": row["wanted"], "digest": digest, "entity_id": entity_id}

    return batches_of(rows(), _IDS)
