"""The stages of a build, each written once: SQL that DuckDB and Spark understand, and functions of rows.

A stage reads relations by name from an executor and writes others. A function of rows is a
`graph.executors.base.Work`.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.gazetteer import load_gazetteer
from paperlattice.extractors.records import (
    KINDS,
    NAMED_KINDS,
    TOP_ROLE,
    Kind,
    Mention,
    Paper,
    title_key,
)
from paperlattice.extractors.salience import DECLARED_SALIENCE
from paperlattice.extractors.sources.merge import merge_papers
from paperlattice.extractors.sources.read_result import FileReport, Skipped
from paperlattice.extractors.sources.stream import STDIN
from paperlattice.graph.errors import EngineError
from paperlattice.graph.executors.base import Executor, Mapped
from paperlattice.graph.model.attributes import DECLARED, SALIENCE_SQL
from paperlattice.graph.model.options import BuildOptions, BuildReport
from paperlattice.graph.model.pins import Pins
from paperlattice.graph.model.records import Entity
from paperlattice.graph.resolve.blocking import Blocking, stable_hash
from paperlattice.graph.resolve.entities import provisional_entities
from paperlattice.graph.resolve.homographs import MOST_PAPERS
from paperlattice.graph.resolve.labels import assign_ids
from paperlattice.graph.resolve.merging import Form, Papers, Table, named
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.resolve.pinned import renames_of
from paperlattice.graph.store.codec import (
    PAPER,
    Row,
    entry_row,
    groups_of,
    mention_row,
    meta_table,
    paper_of,
    paper_row,
    table_of,
)
from paperlattice.graph.store.schema import FOUND, PAPER_COLUMNS, TABLES

if TYPE_CHECKING:
    from paperlattice.extractors.pipeline import Extraction
    from paperlattice.extractors.sources.read_result import Progress

_TEXT: Final = pa.string()
_COUNT: Final = pa.int64()
_EVERYTHING: Final = 1 << 40
_PAPER_LIST: Final = ", ".join(PAPER_COLUMNS)


# --- read: entries of the sources, and a report for each file

SOURCE_ROWS: Final = pa.schema(
    {
        "number": _COUNT,
        "position": _COUNT,
        "report": _TEXT,
        "hashed": _TEXT,
        **{f.name: f.type for f in PAPER},
    }
)
"""One row per entry: file and position in it, the hash of its title, the entry. `report` is null there.

In the other rows only `number`, `position` and `report` are set: what the reader reports, as JSON.
"""


def read_files(
    executor: Executor,
    files: Sequence[Path],
    *,
    source: str | None,
    date: str = "",
    on_progress: Progress | None = None,
) -> Mapped:
    """Return the rows of SOURCE_ROWS of local files, in the format `source` or the one that each has.

    Papers without a date get `date`, if given.
    """
    rows = [{"number": number, "path": str(path)} for number, path in enumerate(files)]
    executor.write("files", table_of(rows, pa.schema({"number": _COUNT, "path": _TEXT})))
    work = partial(_read_rows, source, date, on_progress)
    # In one piece: only one process can read a pipe, and a file can have any size.
    return executor.map("SELECT number, path FROM files", work, SOURCE_ROWS, by="number", size=_EVERYTHING)


def _read_rows(source: str | None, date: str, on_progress: Progress | None, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows of SOURCE_ROWS of files, given as `number` and `path`."""
    from paperlattice.extractors.sources.formats import find_format
    from paperlattice.extractors.sources.read import Entries

    forced = find_format(source) if source is not None else None
    done = 0
    for given in rows:
        path = Path(given["path"])
        if path != STDIN and not os.path.lexists(path):
            raise EngineError(
                f"{path} does not exist on a worker; files must be in a folder that all workers see, "
                "or at an address (s3a://, hdfs://)"
            )
        report = on_progress and partial(_report_from, on_progress, done)
        entries = Entries([path], forced, report, date=date)
        yield from _rows_of_file(given["number"], entries)
        done += entries.count


def _report_from(on_progress: Progress, before: int, step: str, done: int, total: int) -> None:
    on_progress(step, before + done, total)


def _rows_of_file(number: int, entries: Any) -> Iterator[Row]:
    try:
        for position, entry in enumerate(entries):
            yield entry_row(entry, number=number, position=position)
    except SourceError:
        # Without any entry: the report says so, and the end shows whether other files had some.
        if not entries.skipped:
            raise
    for position, report in enumerate([*entries.files, *entries.skipped]):
        yield report_row(number, position, report)


def report_row(number: int, position: int, report: FileReport | Skipped) -> Row:
    """Return the report of a file, or of what was skipped, as a row of SOURCE_ROWS."""
    return {"number": number, "position": position, "report": json.dumps(dataclasses.asdict(report))}


def collect_reports(executor: Executor) -> BuildReport:
    """Return the report of the relation `source_rows`. Raises SourceError if there is no entry at all."""
    found = executor.sql(
        "SELECT number, position, report FROM source_rows WHERE report IS NOT NULL"
    ).to_pylist()
    reports: dict[tuple[int, str, str], Counter[str]] = {}
    skipped: list[Skipped] = []
    for row in sorted(found, key=itemgetter("number", "position", "report")):
        values = json.loads(row["report"])
        if "reason" in values:
            skipped.append(Skipped(**values))
        else:
            counts = {name: values[name] for name in ("entries", "passed_over")}
            reports.setdefault((row["number"], values["source"], values["format"]), Counter()).update(counts)
    entries = int(executor.column("SELECT count(*) FROM source_rows WHERE report IS NULL")[0])
    if not entries:
        raise _nothing([item.reason for item in skipped if item.where == "whole file"])
    files = tuple(FileReport(s, f, c["entries"], c["passed_over"]) for (_, s, f), c in reports.items())
    return BuildReport(entries=entries, files=files, skipped=tuple(skipped))


def _nothing(reasons: Sequence[str]) -> SourceError:
    if len(reasons) == 1:
        return SourceError(reasons[0])
    more = f"; and {len(reasons) - 3:,} more" if len(reasons) > 3 else ""
    first = "; ".join(reasons[:3]) or "all are empty"
    return SourceError(f"none of the {len(reasons):,} files could be read: {first}{more}")


# --- merge: one paper, whatever the number of entries that list it

_SAME_PAPER: Final = """
WITH pairs AS (SELECT DISTINCT id, hashed FROM entries WHERE hashed <> id),
     titled AS (SELECT DISTINCT id AS key FROM entries WHERE hashed = id
                UNION SELECT hashed FROM pairs
                WHERE id IN (SELECT id FROM pairs GROUP BY id HAVING count(*) > 1))
SELECT id, hashed FROM pairs JOIN titled ON hashed = key
UNION
SELECT id, doi FROM entries WHERE doi <> '' AND doi <> id AND doi IN (SELECT id FROM entries)
"""
"""Which ids the hash of a title connects, or a DOI that is the id of another entry.

The hash counts only if an entry has no other id, or if one id has several titles: entries with ids of their
own are not connected by a title, even if half a million of them were called "Introduction".
"""


def merge_entries(executor: Executor) -> None:
    """Write `entries` and `papers` from `source_rows`.

    Entries are grouped by id. Ids that titles connect are collected here: they are few, those of papers that
    one source gives without an id. An entry that is alone is its paper as it is: only the others are gathered
    and compared with all that they hold.
    """
    columns = ", ".join(f"source_rows.{name}" for name in PAPER_COLUMNS)
    executor.write(
        "repeated", "SELECT id AS thing FROM source_rows WHERE report IS NULL GROUP BY id HAVING count(*) > 1"
    )
    lone = "report IS NULL AND NOT EXISTS (SELECT 1 FROM repeated WHERE thing = id)"
    executor.write(
        "entries",
        f"""
        SELECT hashed, {columns} FROM source_rows WHERE {lone}
        UNION ALL SELECT DISTINCT hashed, {columns} FROM source_rows JOIN repeated ON id = thing
        WHERE report IS NULL
        """,
    )
    executor.forget("source_rows")
    executor.write("parts", connect(executor.sql(_SAME_PAPER), _TEXT))
    executor.write(
        "grouped",
        """
        SELECT thing, part FROM parts
        UNION ALL SELECT thing, thing AS part FROM repeated r
        WHERE NOT EXISTS (SELECT 1 FROM parts p WHERE p.thing = r.thing)
        """,
    )
    columns = ", ".join(f"entries.{name}" for name in PAPER_COLUMNS)
    several = f"SELECT part, {columns} FROM entries JOIN grouped ON id = thing"
    executor.write("merged", executor.map(several, _merge_rows, PAPER, by="part"))
    lone = "NOT EXISTS (SELECT 1 FROM grouped WHERE thing = id)"
    executor.write(
        "papers", f"SELECT {columns} FROM entries WHERE {lone} UNION ALL SELECT {_PAPER_LIST} FROM merged"
    )
    executor.forget("repeated", "grouped", "merged")


def _merge_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield the papers that the entries of each `part` amount to."""
    for _, part in groups_of(rows, "part"):
        yield from map(paper_row, merge_papers(map(paper_of, part)))


def connect(pairs: pa.Table, kind: pa.DataType) -> pa.Table:
    """Return each thing of the pairs (`thing`) with the smallest thing that it is connected with (`part`).

    `pairs` has two columns; some 100 bytes a pair in memory. To import what SciPy has for it takes longer.
    """
    ends = [pairs.column(i).combine_chunks().cast(kind) for i in (0, 1)]
    both = pc.unique(pa.concat_arrays(ends))
    things = both.take(pc.sort_indices(both))
    left, right = (np.asarray(pc.index_in(end, things)).astype(np.int64) for end in ends)
    return pa.table({"thing": things, "part": things.take(pa.array(_smallest(left, right, len(things))))})


def _smallest(left: NDArray[np.int64], right: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return for each number below `size` the smallest that pairs connect it with.

    Each pair hands the smaller of two known ones to both, and to what these were known as: about as many
    rounds as the longest chain has binary digits change something.
    """
    known = np.arange(size)
    while True:
        before = known
        known = before.copy()
        low = np.minimum(before[left], before[right])
        for ends in (before[left], before[right], left, right):
            np.minimum.at(known, ends, low)
        known = known[known]
        if np.array_equal(known, before):
            return known


# --- extract: mentions in texts, and repositories that sources declare

PAPERS_AT_ONCE: Final = 64


def find_mentions(executor: Executor, papers: str, options: BuildOptions, *, total: int) -> Mapped:
    """Return the rows of FOUND of a query for id, title and abstract of `total` papers."""
    work = partial(_find_rows, options)
    return executor.map(papers, work, FOUND, by="id", size=PAPERS_AT_ONCE, step="extracting", total=total)


def _find_rows(options: BuildOptions, rows: list[Row]) -> Iterator[Row]:
    extraction, filled = _extraction(options)
    papers = [Paper(row["id"], row["title"], row["abstract"]) for row in rows]
    for paper, found in zip(papers, extraction.run(papers, batch_size=len(papers)), strict=True):
        yield from map(mention_row, found)
        yield {"paper_id": paper.id, "rule": " ".join(sorted(filled))}
        filled.clear()


@lru_cache(maxsize=1)
def _extraction(options: BuildOptions) -> tuple[Extraction, set[str]]:
    """Return what extracts with some options, made once per process, and the span groups that it filled."""
    from paperlattice.extractors.pipeline import Extraction

    filled: set[str] = set()
    extraction = Extraction(
        filled,
        min_confidence=options.min_confidence,
        kinds=options.kinds,
        components=options.components,
    )
    return extraction, filled


def check_plugins(executor: Executor, options: BuildOptions) -> None:
    """Raise PluginError for a plug-in that filled its span group for no paper of `found`."""
    from paperlattice.extractors.plugins import check_filled

    if options.components:
        rules = executor.column("SELECT DISTINCT rule FROM found WHERE name IS NULL")
        check_filled(options.components, {key for rule in rules for key in rule.split()})


def find_declared(executor: Executor, options: BuildOptions, papers: str = "papers") -> Mapped:
    """Return the rows of FOUND of the repositories that papers declare outside their texts.

    There are none where repositories are not among the kinds.
    """
    wanted = "true" if "repo" in options.kinds else "false"
    return executor.map(f"SELECT id, declared, links FROM {papers} WHERE {wanted}", _declared_rows, FOUND)


def _declared_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield a mention of each repository that papers declare.

    It has no span in the text: `start` and `end` are 0 and `surface` is empty, which keeps `text[start:end]
    == surface` true. URLs that are not a repository (project pages, videos) are left out.
    """
    from paperlattice.extractors.hosts import canonical_repo

    for row in rows:
        links = (link["url"] for link in row["links"] or () if link["kind"] == "repo")
        for url in sorted({repo for url in (*row["declared"], *links) if (repo := canonical_repo(url))}):
            mention = Mention(row["id"], "repo", url, "", 0, 0, "code", DECLARED, 1.0, DECLARED_SALIENCE)
            yield mention_row(mention)


# --- resolve: names to entities, in blocks that are independent of each other

KEYS: Final = pa.schema({"form": _COUNT, **{f.name: f.type for f in TABLES["block_keys"]}})
_PAIRS: Final = pa.schema({"form": _COUNT, "other": _COUNT})
PROVISIONAL: Final = pa.schema(
    {
        "what": _TEXT,
        "wanted": _TEXT,
        "digest": _TEXT,
        "block": _COUNT,
        **{f.name: f.type for name in ("entities", "merges", "blocks") for f in TABLES[name]},
        "paper_id": _TEXT,
    }
)
"""Provisional entities, their merges and the names that mean them; `what` tells which a row is."""

_IDS: Final = pa.schema({"wanted": _TEXT, "digest": _TEXT, "entity_id": _TEXT})

KEYED: Final = "SELECT kind, name, array_agg(DISTINCT surface) AS surfaces FROM {} GROUP BY kind, name"

# A key that names meet by connects each of them with the first; what a name offers connects it with those.
_MET: Final = """
WITH first AS (SELECT token, min(form) AS other FROM {0}_keys WHERE part = 'meets' GROUP BY token)
SELECT DISTINCT form, other FROM {0}_keys k JOIN first f ON k.token = f.token
WHERE part <> 'near' AND form <> other
"""
_NEAR: Final = """
SELECT DISTINCT form, kind, name, k.token AS token FROM {0}_keys k
JOIN (SELECT token FROM {0}_keys WHERE part = 'near' GROUP BY token HAVING count(DISTINCT form) > 1) several
ON k.token = several.token WHERE part = 'near'
"""


# A paper's own thing.
_IS_OWN: Final = f"role IN ({', '.join(repr(TOP_ROLE[kind]) for kind in NAMED_KINDS)})"

# Of kinds other than these it matters how many papers write a name, not which.
_IS_NAMED: Final = f"f.kind IN ({', '.join(map(repr, sorted(NAMED_KINDS)))})"

_WRITTEN: Final = f"""
SELECT block, paper_id, f.kind AS kind, f.name AS name, surface, bool_or({_IS_OWN}) AS own
FROM ({{found}}) f JOIN {{prefix}}_blocks b ON f.kind = b.kind AND f.name = b.name WHERE {_IS_NAMED}
GROUP BY block, paper_id, f.kind, f.name, surface
"""
_COUNTED: Final = f"""
SELECT kind, name, surface, count(DISTINCT paper_id) AS number FROM ({{found}}) f
WHERE NOT {_IS_NAMED} GROUP BY kind, name, surface
UNION ALL
SELECT kind, name, CAST(NULL AS STRING) AS surface, count(DISTINCT paper_id) AS number FROM ({{found}}) f
WHERE NOT {_IS_NAMED} GROUP BY kind, name
"""
# How many papers write a name as `surface`, null for any form; of some kinds, which, and which propose it.
_FORMS: Final = """
SELECT block, kind, name, surface, CAST(NULL AS BIGINT) AS number, array_agg(DISTINCT paper_id) AS papers,
    array_agg(DISTINCT CASE WHEN own THEN paper_id END) AS own
FROM {prefix}_written GROUP BY block, kind, name, surface
UNION ALL
SELECT block, b.kind AS kind, b.name AS name, surface, number, NULL AS papers, NULL AS own
FROM {prefix}_counted c JOIN {prefix}_blocks b ON c.kind = b.kind AND c.name = b.name
"""
# Only what a paper proposes and others name too, but not a whole field, needs the texts.
_CONTESTED: Final = f"""
SELECT DISTINCT w.block AS block, w.paper_id AS paper_id FROM {{prefix}}_written w JOIN (
    SELECT block FROM {{prefix}}_written GROUP BY block HAVING bool_or(own) AND count(DISTINCT paper_id) > 1
) b ON w.block = b.block JOIN (
    SELECT kind, name FROM {{prefix}}_written
    GROUP BY kind, name HAVING count(DISTINCT paper_id) <= {MOST_PAPERS}
) f ON w.kind = f.kind AND w.name = f.name
"""
_WITH_TEXTS: Final = """
SELECT *, NULL AS paper_id, NULL AS text FROM {prefix}_forms
UNION ALL
SELECT block, NULL AS kind, NULL AS name, NULL AS surface, NULL AS number, NULL AS papers, NULL AS own,
    c.paper_id AS paper_id, concat(title, chr(10), abstract) AS text
FROM {prefix}_contested c JOIN papers ON id = c.paper_id
"""
# What pins say of a name needs them too: to find titles, and to name the senses.
_PINNED_TOO: Final = """
UNION SELECT DISTINCT w.block AS block, w.paper_id AS paper_id FROM {prefix}_written w JOIN (
    SELECT DISTINCT block FROM {prefix}_blocks k JOIN pinned_senses s ON k.name = s.name
) p ON w.block = p.block
"""
_PREPARED: Final = {"written": _WRITTEN, "counted": _COUNTED, "forms": _FORMS, "contested": _CONTESTED}


def resolve_names(
    executor: Executor, found: str, *, pins: Pins, prefix: str = "named", others: str = ""
) -> None:
    """Write what names resolve to, given a query for paper_id, kind, name, surface and role.

    Written are, under `prefix`: `_keys` and `_blocks` (KEYS and the table `blocks`), `_forms` (how names are
    written), `_entities`, `_merges` and `_provisional` as the tables of these names, and `_names` (paper_id,
    kind, name, entity_id): what a name means in a paper, or in all of them where `paper_id` is null.
    `_ids` holds the ids of entities that want one which others want too; `others` is a query for wanted and
    digest of entities of other names.

    Names that meet others are collected as pairs of numbers and connected here; one call resolves a block.
    """
    executor.write(
        f"{prefix}_keys",
        executor.map(
            KEYED.format(f"({found}) f"),
            partial(key_rows, pins),
            KEYS,
        ),
    )
    near = executor.map(_NEAR.format(prefix), partial(_near_rows, pins), _PAIRS, by="token")
    executor.write(f"{prefix}_near", near)
    pairs = executor.sql(f"{_MET.format(prefix)} UNION SELECT form, other FROM {prefix}_near")
    executor.write(f"{prefix}_parts", connect(pairs, _COUNT))
    executor.write(
        f"{prefix}_blocks",
        f"""
        SELECT kind, name, coalesce(part, form) AS block
        FROM (SELECT DISTINCT form, kind, name FROM {prefix}_keys) k
        LEFT JOIN {prefix}_parts p ON k.form = p.thing
        """,
    )
    more = ""
    if senses := sorted({pin.names[0] for pin, _ in pins.sense_pins()}):
        executor.write("pinned_senses", pa.table({"name": senses}))
        more = _PINNED_TOO
    for name, query in _PREPARED.items():
        query = f"{query}{more}" if name == "contested" else query
        executor.write(f"{prefix}_{name}", query.format(prefix=prefix, found=found))
    executor.write(
        f"{prefix}_resolved",
        executor.map(
            _WITH_TEXTS.format(prefix=prefix),
            partial(_provisional_rows, pins),
            PROVISIONAL,
            by="block",
        ),
    )
    wanting = f"SELECT wanted, digest FROM {prefix}_resolved WHERE what = 'entity'"
    rivals = f"""
        SELECT wanted, array_agg(digest) AS digests FROM ({wanting}{others and f" UNION ALL {others}"}) w
        GROUP BY wanted HAVING count(*) > 1
    """
    executor.write(f"{prefix}_ids", executor.map(rivals, _id_rows, _IDS))

    def part(what: str, columns: str, name: str = "entity_id") -> str:
        return f"""
            SELECT coalesce(i.entity_id, d.wanted) AS {name}, {columns} FROM {prefix}_resolved d
            LEFT JOIN {prefix}_ids i ON d.wanted = i.wanted AND d.digest = i.digest WHERE what = '{what}'
        """

    executor.write(f"{prefix}_entities", part("entity", "kind, label, aliases, url, broader", "id"))
    executor.write(f"{prefix}_merges", part("merge", "left_form, right_form, rule, score, evidence"))
    executor.write(f"{prefix}_names", part("name", "paper_id, kind, name"))
    executor.write(f"{prefix}_provisional", part("entity", "d.wanted AS wanted, d.digest AS digest, block"))


@lru_cache(maxsize=1)
def blocking_with(pins: Pins) -> Blocking:
    """Return the keys by which names meet, made once per process."""
    return Blocking(pins=pins, catalogue=load_gazetteer())


def key_rows(pins: Pins, rows: list[Row]) -> Iterator[Row]:
    """Yield the keys by which names meet others, as rows of KEYS."""
    blocking = blocking_with(pins)
    for row in rows:
        tokens = blocking.tokens(row["kind"], row["name"], row["surfaces"])
        form = stable_hash(row["kind"], row["name"])
        own = {"form": form, "kind": row["kind"], "name": row["name"]}
        for part in ("meets", "offers", "near"):
            yield from (own | {"part": part, "token": token} for token in getattr(tokens, part))


def _near_rows(pins: Pins, rows: list[Row]) -> Iterator[Row]:
    """Yield the pairs that are near, of the names that share a `token` of nearness."""
    for _, group in groups_of(rows, "token"):
        numbers: dict[tuple[Kind, str], int] = {(row["kind"], row["name"]): row["form"] for row in group}
        forms = sorted(numbers)
        for i, form in enumerate(forms):
            for other in blocking_with(pins).really_near(form, forms[i + 1 :]):
                yield {"form": numbers[form], "other": numbers[other]}


def _provisional_rows(pins: Pins, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows of PROVISIONAL of whole blocks."""
    block_of = {(row["kind"], row["name"]): row["block"] for row in rows}
    table = _table_of(row for row in rows if row["text"] is None)
    texts = {row["paper_id"]: row["text"] for row in rows if row["text"] is not None}
    near, renames = blocking_with(pins).pins_of(table), renames_of(pins)
    for provisional in provisional_entities(
        table, pins=near, catalogue=load_gazetteer(), texts=texts, renames=renames
    ):
        block = block_of[next(iter(provisional.papers))]
        own = {"wanted": provisional.entity.id, "digest": provisional.digest, "block": block}
        yield own | {"what": "entity"} | entity_row(provisional.entity)
        yield from (own | {"what": "merge"} | row for row in merge_rows(provisional.entity))
        for (kind, name), papers in provisional.papers.items():
            row = own | {"what": "name", "kind": kind, "name": name}
            if len(papers) == len(table.papers[kind, name]):
                yield row
            else:
                yield from (row | {"paper_id": paper_id} for paper_id in sorted(named(papers)))


def _table_of(rows: Iterable[Row]) -> Table:
    """Return the table of mentions, given as rows of `_FORMS`."""
    table = Table()
    for row in rows:
        form: Form = (row["kind"], row["name"])
        papers: Papers = range(row["number"]) if row["papers"] is None else frozenset(row["papers"])
        if row["papers"] is None:
            if row["surface"] is None:
                table.papers[form] = papers
        else:
            table.papers[form] = named(papers) | named(table.papers.get(form, frozenset()))
        if own := frozenset(row["own"] or ()) - {None}:
            table.own[form] = own | table.own.get(form, frozenset())
        if row["surface"] is not None and row["surface"] != row["name"]:
            table.surfaces.setdefault(form, {})[row["surface"]] = papers
    return table


def entity_row(entity: Entity) -> Row:
    """Return an entity as a row of the table `entities`."""
    return {name: getattr(entity, name) for name in TABLES["entities"].names}


def merge_rows(entity: Entity) -> Iterator[Row]:
    """Yield the rows of the table `merges` of an entity."""
    for merge in entity.merges:
        yield {
            "entity_id": entity.id,
            "left_form": merge.left,
            "right_form": merge.right,
            "rule": merge.rule,
            "score": merge.score,
            "evidence": merge.evidence,
        }


def _id_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield the ids of provisional entities that want one id."""
    for row in rows:
        for digest, entity_id in assign_ids(row["wanted"], row["digests"]).items():
            yield {"wanted": row["wanted"], "digest": digest, "entity_id": entity_id}


# --- index


def _relation_sql() -> str:
    """Return the SQL for the strongest relation that mentions of one entity in one paper state."""
    cases = []
    for kind, facts in KINDS.items():
        conditions = [
            f"WHEN min(kind) = '{kind}' AND bool_or(role = '{r}') THEN '{r}'" for r in facts.relations[:-1]
        ]
        cases += [*conditions, f"WHEN min(kind) = '{kind}' THEN '{facts.relations[-1]}'"]
    return f"CASE {' '.join(cases)} END"


def incidence_sql(mentions: str = "mentions") -> str:
    """Return the query for the table `incidence`: which paper names which entity, and how.

    It needs the relation `rarities` of the names. A paper names an entity by its least rare name.
    """
    return f"""
        SELECT entity_id, paper_id, {_relation_sql()} AS relation, {SALIENCE_SQL} AS salience,
            min(rarity) AS rarity
        FROM {mentions} JOIN rarities USING (name) WHERE entity_id IS NOT NULL GROUP BY entity_id, paper_id
    """


def index_names(executor: Executor, entities: str = "entities", mentions: str = "mentions") -> Mapped:
    """Return the rows of `name_index`: the keys of the names of entities, also of those in papers, ranked."""
    written = f"""
        SELECT id, label, aliases, url, written FROM {entities} LEFT JOIN (
            SELECT entity_id, array_agg(DISTINCT form) AS written FROM (
                SELECT entity_id, name AS form FROM {mentions} WHERE entity_id IS NOT NULL
                UNION SELECT entity_id, surface AS form FROM {mentions} WHERE entity_id IS NOT NULL
            ) forms GROUP BY entity_id
        ) w ON id = entity_id
    """
    return executor.map(written, _name_rows, TABLES["name_index"], by="id")


def _name_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield the keys of entities with the best rank of each.

    Rank 1 is for the label, 2 for an alias or URL, 3 for a form that a paper writes.
    """
    for row in rows:
        ranks = {name_key(form): 3 for form in row["written"] or () if form}
        ranks |= {name_key(form): 2 for form in (*row["aliases"], *([row["url"]] if row["url"] else []))}
        ranks[name_key(row["label"])] = 1
        yield from ({"key": key, "entity_id": row["id"], "rank": ranks[key]} for key in sorted(ranks))


def index_titles(executor: Executor, papers: str = "papers") -> Mapped:
    """Return the rows of `title_index`: the keys of titles, and of what comes before their first colon."""
    return executor.map(f"SELECT id, title FROM {papers}", _title_rows, TABLES["title_index"])


def _title_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield the keys of titles."""
    for row in rows:
        head, colon, _ = row["title"].partition(":")
        yield {"key": title_key(row["title"]), "paper_id": row["id"], "is_head": False}
        if key := title_key(head) if colon else "":
            yield {"key": key, "paper_id": row["id"], "is_head": True}


# --- report


def write_meta(executor: Executor, options: BuildOptions, report: BuildReport) -> BuildReport:
    """Return the report with what the tables hold counted, and write it with the options."""
    named = "SELECT kind, count(*) FROM entities WHERE id IN (SELECT entity_id FROM incidence) GROUP BY kind"
    kinds = Counter(dict(zip(*executor.sql(named).to_pydict().values(), strict=True)))
    papers = executor.count("papers")
    with_entities = int(executor.column("SELECT count(DISTINCT paper_id) FROM incidence")[0])
    counted = dataclasses.replace(
        report,
        papers=papers,
        without_entities=papers - with_entities,
        entities={kind: kinds[kind] for kind in options.kinds},
        links=executor.count("links"),
    )
    executor.write("meta", meta_table(options, counted, changed=executor.started))
    return counted
