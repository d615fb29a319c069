"""From the mentions in a store to entities and links: of all, or of what a change of papers can touch.

Both give the same tables. A change resolves anew the blocks of names (`graph.resolve.blocks`) that hold a
name which papers lost or gained, and links anew the pairs of papers that share an entity whose papers are not
what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from extractors.gazetteer import load_gazetteer
from extractors.records import GENERIC, Mention
from graph.model.options import BuildOptions
from graph.model.records import Entity, NameKey, Resolution
from graph.pipeline.generic import add_generic
from graph.pipeline.index import NAMING_SQL
from graph.pipeline.link import changed_link_sql, link_sql, rarity_table, sharing_sql
from graph.resolve.blocks import Blocking, Tokens
from graph.resolve.entities import Draft, draft_entities, finish, resolve_entities
from graph.resolve.pins import Pins
from graph.resolve.table import Form
from graph.store.codec import answer, insert, table_of
from graph.store.schema import drop_indexes
from graph.store.whole import entity_tables, insert_forms, insert_titles, put_index

__all__ = ["names_of", "settle_all", "settle_touched"]

_IS_GENERIC: Final = f"list_contains(string_split(rule, '+'), '{GENERIC}')"
_LINKING: Final = f"""
    SELECT DISTINCT entity_id, paper_id FROM mentions WHERE entity_id IS NOT NULL AND NOT {_IS_GENERIC}
"""


def settle_all(
    connection: duckdb.DuckDBPyConnection,
    *,
    options: BuildOptions,
    pins: Pins,
    on_step: Callable[[str], None],
) -> None:
    """Resolve and link everything anew; `on_step` is called with what is done next."""
    on_step("resolving")
    catalogue = load_gazetteer()
    rows = list(_name_rows(connection, f"NOT {_IS_GENERIC}"))
    drafts = draft_entities(rows, pins=pins, catalogue=catalogue)
    blocking = Blocking(pins=pins, catalogue=catalogue)
    tokens = _tokens(blocking, rows)
    del rows
    blocks = blocking.blocks(tokens)
    resolution = finish(drafts)
    connection.execute(drop_indexes())
    for table in ("entities", "joins", "drafts", "names", "tokens", "naming", "forms", "titles", "links"):
        connection.execute(f"DELETE FROM {table}")
    _put_blocks(connection, blocks, tokens)
    _put_drafts(connection, drafts, resolution, blocks)
    del tokens, drafts, blocks
    if options.generic:
        generic = _name_rows(connection, _IS_GENERIC)
        resolution = add_generic(resolution, resolve_entities(generic, pins=pins, catalogue=catalogue))
    _put_entities(connection, resolution.entities)
    _put_names(connection, resolution.names)
    # In the order in which they are asked for: then a question reads few of them.
    connection.execute(
        """
        CREATE TABLE sorted AS SELECT m.* REPLACE (n.entity_id AS entity_id)
        FROM mentions m LEFT JOIN resolved n USING (paper_id, kind, name)
        ORDER BY m.paper_id, m.start, m."end", m.kind, m.name, m.role, m.rule, m.confidence
        """
    )
    connection.execute("DROP TABLE mentions")
    connection.execute("ALTER TABLE sorted RENAME TO mentions")
    connection.execute("DROP TABLE resolved")
    on_step("indexing")
    put_index(connection, resolution.entities)
    on_step("linking")
    _fill_rarity(connection, options)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE linking AS {_LINKING}")
    found = link_sql(naming="linking")
    connection.execute(f"INSERT INTO links SELECT {_LINK} FROM ({found}) ORDER BY source, target")
    connection.execute("DROP TABLE linking")


def names_of(connection: duckdb.DuckDBPyConnection, papers: Iterable[str]) -> set[Form]:
    """Return the names that papers have in the store, generic terms left out."""
    connection.register("arrow_keys", pa.table({"key": pa.array(sorted(papers), pa.string())}))
    found = connection.execute(
        f"""
        SELECT DISTINCT kind, name FROM mentions
        WHERE paper_id IN (SELECT key FROM arrow_keys) AND NOT {_IS_GENERIC}
        """
    ).fetchall()
    connection.unregister("arrow_keys")
    return {(kind, name) for kind, name in found}


def settle_touched(
    connection: duckdb.DuckDBPyConnection,
    *,
    options: BuildOptions,
    pins: Pins,
    before: set[Form],
    papers: set[str],
) -> None:
    """Resolve and link what changes with some papers.

    `before` are the names that the papers had, `papers` those that are new, changed or removed; the mentions
    are in, those of names not resolved yet without an entity. Options and pins must be those of the store.
    """
    catalogue = load_gazetteer()
    blocking = Blocking(pins=pins, catalogue=catalogue)
    blocks = _blocks_met(connection, blocking, before | names_of(connection, papers), papers)
    while True:
        names = _names_in(connection, blocks) | names_of(connection, papers)
        rows = list(_rows_of(connection, names))
        drafts = draft_entities(rows, pins=pins, catalogue=catalogue)
        rivals = _rivals(connection, blocks, drafts)
        if not rivals:
            break
        blocks |= rivals  # who wants an id that is wanted here must hear of it
    resolution = finish(drafts)
    tokens = _tokens(blocking, rows)
    gone = _entities_in(connection, blocks)
    _fill(connection, "gone", gone)
    connection.execute(
        "CREATE TEMP TABLE linked AS SELECT * FROM naming WHERE entity_id IN (SELECT key FROM gone)"
    )
    connection.execute("DELETE FROM entities WHERE id IN (SELECT key FROM gone)")
    for table in ("joins", "drafts", "naming", "forms"):
        connection.execute(f"DELETE FROM {table} WHERE entity_id IN (SELECT key FROM gone)")
    for table in ("names", "tokens"):
        connection.execute(
            f"DELETE FROM {table} WHERE (kind, name) IN (SELECT kind, name FROM touched_names)"
        )
    after = blocking.blocks(tokens)
    _put_blocks(connection, after, tokens)
    _put_drafts(connection, drafts, resolution, after)
    _put_entities(connection, resolution.entities)
    _put_names(connection, resolution.names)
    connection.execute(
        f"""
        UPDATE mentions SET entity_id = n.entity_id FROM resolved n
        WHERE mentions.paper_id = n.paper_id AND mentions.kind = n.kind AND mentions.name = n.name
        AND mentions.entity_id IS DISTINCT FROM n.entity_id AND NOT {_IS_GENERIC}
        """
    )
    connection.execute("DROP TABLE resolved")
    _fill(connection, "come", [entity.id for entity in resolution.entities])
    connection.execute(
        f"""
        INSERT INTO naming SELECT * FROM ({NAMING_SQL.replace("FROM mentions WHERE", _COME)})
        """
    )
    written = connection.execute(
        """
        SELECT DISTINCT entity_id, unnest([name, surface]) FROM mentions
        WHERE entity_id IN (SELECT key FROM come)
        """
    ).fetchall()
    insert_forms(connection, resolution.entities, ((entity, form) for entity, form in written if form))
    _settle_titles(connection, papers)
    _settle_links(connection, options)
    for table in ("gone", "come", "linked", "touched_names"):
        connection.execute(f"DROP TABLE {table}")


_COME: Final = "FROM mentions WHERE entity_id IN (SELECT key FROM come) AND"


def _settle_titles(connection: duckdb.DuckDBPyConnection, papers: set[str]) -> None:
    _fill(connection, "retitled", papers)
    connection.execute("DELETE FROM titles WHERE paper_id IN (SELECT key FROM retitled)")
    found = connection.execute(
        "SELECT id, title FROM papers WHERE id IN (SELECT key FROM retitled)"
    ).fetchall()
    insert_titles(connection, found)
    connection.execute("DROP TABLE retitled")


def _settle_links(connection: duckdb.DuckDBPyConnection, options: BuildOptions) -> None:
    """Link anew the pairs of papers that share, or shared, an entity whose papers are not what they were."""
    connection.execute(
        """
        CREATE TEMP TABLE relinked AS SELECT DISTINCT entity_id FROM (
            (SELECT entity_id, paper_id FROM linked EXCEPT SELECT entity_id, paper_id FROM naming)
            UNION ALL
            (SELECT entity_id, paper_id FROM naming WHERE entity_id IN (SELECT key FROM come)
             EXCEPT SELECT entity_id, paper_id FROM linked)
        )
        """
    )
    _fill_rarity(connection, options)
    connection.execute(
        f"""
        CREATE TEMP TABLE pairs AS
        SELECT source, target FROM ({sharing_sql(touched="relinked", naming="linked")})
        UNION
        SELECT source, target FROM ({sharing_sql(touched="relinked", naming="naming")})
        """
    )
    connection.execute("DELETE FROM links WHERE (source, target) IN (SELECT source, target FROM pairs)")
    found = changed_link_sql()
    connection.execute(f"INSERT INTO links SELECT {_LINK} FROM ({found}) ORDER BY source, target")
    for table in ("pairs", "relinked"):
        connection.execute(f"DROP TABLE {table}")


_LINK: Final = "source, target, weight, shared"


def _fill_rarity(connection: duckdb.DuckDBPyConnection, options: BuildOptions) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE rarity (degree BIGINT, billionths BIGINT)")
    if rows := rarity_table(options.hub_limit):
        connection.executemany("INSERT INTO rarity VALUES (?, ?)", rows)


def _blocks_met(
    connection: duckdb.DuckDBPyConnection, blocking: Blocking, names: set[Form], papers: set[str]
) -> set[int]:
    """Return the blocks of names, and those that what papers now write of these names meets."""
    _fill_names(connection, "asked", names)
    found = connection.execute("SELECT DISTINCT block FROM names JOIN asked USING (kind, name)").fetchall()
    connection.execute("DROP TABLE asked")
    blocks = {row[0] for row in found}
    connection.register("arrow_keys", pa.table({"key": pa.array(sorted(papers), pa.string())}))
    rows = list(_name_rows(connection, f"paper_id IN (SELECT key FROM arrow_keys) AND NOT {_IS_GENERIC}"))
    connection.unregister("arrow_keys")
    coming = _tokens(blocking, rows)
    met = """
        SELECT DISTINCT n.block
        FROM coming c JOIN tokens t ON t.token = c.token JOIN names n ON n.kind = t.kind AND n.name = t.name
        WHERE (c.part = 'meets' AND t.part IN ('meets', 'offers')) OR (c.part = 'offers' AND t.part = 'meets')
    """
    near = """
        SELECT DISTINCT c.kind, c.name, t.kind, t.name FROM coming c JOIN tokens t ON t.token = c.token
        WHERE c.part = 'near' AND t.part = 'near'
    """
    connection.register("coming", _token_rows(coming))
    blocks |= {row[0] for row in connection.execute(met).fetchall()}
    candidates: dict[Form, set[Form]] = {}
    for kind, name, other_kind, other in connection.execute(near).fetchall():
        candidates.setdefault((kind, name), set()).add((other_kind, other))
    connection.unregister("coming")
    alike = {form for name, others in candidates.items() for form in blocking.really_near(name, others)}
    _fill_names(connection, "asked", alike)
    found = connection.execute("SELECT DISTINCT block FROM names JOIN asked USING (kind, name)").fetchall()
    connection.execute("DROP TABLE asked")
    return blocks | {row[0] for row in found}


def _names_in(connection: duckdb.DuckDBPyConnection, blocks: set[int]) -> set[Form]:
    _fill_blocks(connection, blocks)
    found = connection.execute(
        "SELECT kind, name FROM names WHERE block IN (SELECT block FROM met)"
    ).fetchall()
    return {(kind, name) for kind, name in found}


def _entities_in(connection: duckdb.DuckDBPyConnection, blocks: set[int]) -> list[str]:
    _fill_blocks(connection, blocks)
    found = connection.execute(
        "SELECT entity_id FROM drafts WHERE block IN (SELECT block FROM met)"
    ).fetchall()
    return [row[0] for row in found]


def _rivals(connection: duckdb.DuckDBPyConnection, blocks: set[int], drafts: Sequence[Draft]) -> set[int]:
    """Return the other blocks that hold an entity which wants an id that is, or was, wanted in these."""
    _fill_blocks(connection, blocks)
    _fill(connection, "wanting", {draft.entity.id for draft in drafts})
    found = connection.execute(
        """
        SELECT DISTINCT block FROM drafts WHERE block NOT IN (SELECT block FROM met) AND wanted IN (
            SELECT key FROM wanting UNION ALL SELECT wanted FROM drafts WHERE block IN (SELECT block FROM met)
        )
        """
    ).fetchall()
    connection.execute("DROP TABLE wanting")
    return {row[0] for row in found}


def _rows_of(connection: duckdb.DuckDBPyConnection, names: set[Form]) -> Iterator[Mention]:
    _fill_names(connection, "touched_names", names)
    where = f"(kind, name) IN (SELECT kind, name FROM touched_names) AND NOT {_IS_GENERIC}"
    return _name_rows(connection, where)


def _name_rows(connection: duckdb.DuckDBPyConnection, where: str) -> Iterator[Mention]:
    """Yield what resolution reads of mentions, each name and surface of a paper once."""
    question = f"SELECT DISTINCT paper_id, kind, name, surface FROM mentions WHERE {where}"
    for row in answer(connection, question):
        yield Mention(row["paper_id"], row["kind"], row["name"], row["surface"], 0, 0, "uses", "", 1.0)


def _tokens(blocking: Blocking, rows: Iterable[Mention]) -> dict[Form, Tokens]:
    surfaces: dict[Form, set[str]] = {}
    for row in rows:
        surfaces.setdefault((row.kind, row.name), set()).add(row.surface)
    return {form: blocking.tokens(*form, surfaces[form]) for form in sorted(surfaces)}


def _put_blocks(
    connection: duckdb.DuckDBPyConnection, blocks: Mapping[Form, int], tokens: Mapping[Form, Tokens]
) -> None:
    forms = sorted(blocks)
    columns: dict[str, list[Any]] = {
        "kind": [kind for kind, _ in forms],
        "name": [name for _, name in forms],
        "block": [blocks[form] for form in forms],
    }
    insert(connection, "names", table_of("names", (), **columns))
    rows = _token_rows(tokens)
    if rows.num_rows:
        connection.register("arrow_rows", rows)
        connection.execute("INSERT INTO tokens SELECT * FROM arrow_rows ORDER BY token, kind, name")
        connection.unregister("arrow_rows")


def _token_rows(tokens: Mapping[Form, Tokens]) -> pa.Table:
    columns: dict[str, list[Any]] = {"token": [], "kind": [], "name": [], "part": []}
    for (kind, name), found in tokens.items():
        for part in ("meets", "offers", "near"):
            hashes = getattr(found, part)
            columns["token"] += hashes
            columns["kind"] += [kind] * len(hashes)
            columns["name"] += [name] * len(hashes)
            columns["part"] += [part] * len(hashes)
    return table_of("tokens", (), **columns)


def _put_drafts(
    connection: duckdb.DuckDBPyConnection,
    drafts: Sequence[Draft],
    resolution: Resolution,
    blocks: Mapping[Form, int],
) -> None:
    first = [draft.names[0] for draft in drafts]
    columns: dict[str, list[Any]] = {
        "entity_id": [resolution.names[key] for key in first],
        "wanted": [draft.entity.id for draft in drafts],
        "digest": [draft.digest for draft in drafts],
        "block": [blocks[kind, name] for _, kind, name in first],
    }
    insert(connection, "drafts", table_of("drafts", (), **columns))


def _put_entities(connection: duckdb.DuckDBPyConnection, entities: Sequence[Entity]) -> None:
    for name, rows in entity_tables(entities).items():
        insert(connection, name, rows)


def _put_names(connection: duckdb.DuckDBPyConnection, names: Mapping[NameKey, str]) -> None:
    """Make the table `resolved`: which entity each name of each paper stands for."""
    keys = list(names)
    rows = pa.table(
        {
            "paper_id": pa.array([key[0] for key in keys], pa.string()),
            "kind": pa.array([key[1] for key in keys], pa.string()),
            "name": pa.array([key[2] for key in keys], pa.string()),
            "entity_id": pa.array(list(names.values()), pa.string()),
        }
    )
    connection.register("arrow_rows", rows)
    connection.execute("CREATE TEMP TABLE resolved AS SELECT * FROM arrow_rows")
    connection.unregister("arrow_rows")


def _fill(connection: duckdb.DuckDBPyConnection, table: str, keys: Iterable[str]) -> None:
    """Make a table of one column `key`."""
    _replace(connection, table, pa.table({"key": pa.array(sorted(keys), pa.string())}))


def _fill_names(connection: duckdb.DuckDBPyConnection, table: str, names: Iterable[Form]) -> None:
    ordered = sorted(names)
    columns = {
        "kind": pa.array([kind for kind, _ in ordered], pa.string()),
        "name": pa.array([name for _, name in ordered], pa.string()),
    }
    _replace(connection, table, pa.table(columns))


def _fill_blocks(connection: duckdb.DuckDBPyConnection, blocks: Iterable[int]) -> None:
    _replace(connection, "met", pa.table({"block": pa.array(sorted(blocks), pa.int64())}))


def _replace(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    connection.register("arrow_rows", rows)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT * FROM arrow_rows")
    connection.unregister("arrow_rows")
