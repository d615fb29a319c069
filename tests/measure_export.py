"""`python tests/measure_export.py [PAPERS...]`: time and peak memory of places and exports of large stores.

For each number of papers (160,000 by default) a store is invented in a temporary folder, with figures like
those of real abstracts: 3.75 names a paper, most entities in one paper only, the others by Zipf's law inside
topics. `--store FILE` takes a store that is there instead, which stays as it is. Every step runs in a process
of its own, so that its peak memory is its own; time is that of the processor, beside that of the clock.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

sys.path[0] = str(Path(__file__).parent.parent)  # tests/graph would shadow the package

from graph.export import write_graph  # noqa: E402
from graph.export.table_rows import TableRows  # noqa: E402
from graph.layout.layout import place_tables, with_places  # noqa: E402
from graph.query.subgraph import part_tables, read_part, select_part  # noqa: E402
from graph.store.tables import StoredTables  # noqa: E402

HUB_LIMIT = 50
MEMORY = "512MB"
WORDS = [
    "we",
    "the",
    "of",
    "a",
    "model",
    "data",
    "for",
    "with",
    "and",
    "to",
    "on",
    "in",
    "our",
    "results",
    "show",
    "training",
    "method",
    "large",
    "small",
    "new",
    "sparse",
    "graph",
    "language",
    "vision",
    "learning",
    "network",
    "that",
    "is",
    "by",
    "from",
    "can",
    "task",
    "tasks",
    "strong",
    "evaluate",
    "over",
    "across",
]

Connection = Any
Step = Callable[[StoredTables, Path], str]


def make_store(path: Path, papers: int, *, seed: int = 7) -> None:
    """Write the tables that exports read, with `papers` invented papers."""
    random = np.random.default_rng(seed)
    rows = _naming_rows(random, papers)
    kinds = ["dataset" if i % 4 == 0 else "repo" if i % 13 == 1 else "method" for i in range(rows.max() + 1)]
    ids = [_entity_id(kind, i) for i, kind in enumerate(kinds)]
    with duckdb.connect(str(path)) as connection:
        for statement in _SCHEMA:
            connection.execute(statement)
        _fill_entities(connection, np.unique(rows[:, 1]).tolist(), kinds, ids)
        _fill_papers(connection, random.choice(WORDS, (papers // 10 + 1, 160)), papers, rows, kinds, ids)
        connection.execute(
            "INSERT INTO naming SELECT DISTINCT entity_id, paper_id, max(role) FROM mentions GROUP BY ALL "
            "ORDER BY entity_id, paper_id"
        )
        connection.execute(_LINKS.format(limit=HUB_LIMIT))
        connection.execute("INSERT INTO meta VALUES ('options', ?)", [json.dumps({"generic": False})])


_SCHEMA = (
    "CREATE TABLE papers (id VARCHAR, title VARCHAR, abstract VARCHAR, date VARCHAR, url VARCHAR, "
    "sources VARCHAR[], categories VARCHAR[], declared VARCHAR[])",
    "CREATE TABLE mentions (paper_id VARCHAR, kind VARCHAR, name VARCHAR, surface VARCHAR, start BIGINT, "
    '"end" BIGINT, role VARCHAR, rule VARCHAR, confidence DOUBLE, entity_id VARCHAR)',
    "CREATE TABLE entities (id VARCHAR, kind VARCHAR, label VARCHAR, aliases VARCHAR[], url VARCHAR)",
    "CREATE TABLE joins (entity_id VARCHAR, left_form VARCHAR, right_form VARCHAR, rule VARCHAR, "
    "score DOUBLE, evidence VARCHAR)",
    "CREATE TABLE links (source VARCHAR, target VARCHAR, weight DOUBLE, shared VARCHAR[])",
    "CREATE TABLE naming (entity_id VARCHAR, paper_id VARCHAR, relation VARCHAR)",
    "CREATE TABLE nodes (id VARCHAR, cluster VARCHAR, x DOUBLE, y DOUBLE)",
    "CREATE TABLE meta (key VARCHAR, value VARCHAR)",
)

_LINKS = """
INSERT INTO links
SELECT a.paper_id, b.paper_id, round(sum(round(1e9 / ln(d.degree))) / 1e9, 6), list_sort(list(a.entity_id))
FROM naming a JOIN naming b ON a.entity_id = b.entity_id AND a.paper_id < b.paper_id
JOIN (SELECT entity_id, count(*) AS degree FROM naming GROUP BY entity_id) d ON d.entity_id = a.entity_id
WHERE d.degree BETWEEN 2 AND {limit}
GROUP BY ALL ORDER BY 1, 2
"""


def _naming_rows(random: np.random.Generator, papers: int) -> np.ndarray:
    """Return distinct pairs (paper, entity) as numbers, sorted."""
    topics = max(papers // 400, 1)
    pool = 150
    topic = np.minimum(random.zipf(1.3, papers * 2) - 1, topics - 1)[:papers]
    topic = np.where(random.random(papers) < 0.7, random.integers(0, topics, papers), topic)
    counts = random.poisson(2.7, papers)
    paper = np.repeat(np.arange(papers), counts)
    share = 1.0 / (np.arange(1, pool + 1) + 3.0)
    local = random.choice(pool, len(paper), p=share / share.sum()) + pool * topic[paper]
    hubs = max(papers // 80, 5)
    wide = 1.0 / np.arange(1, hubs + 1)
    hub = pool * topics + random.choice(hubs, len(paper), p=wide / wide.sum())
    entity = np.where(random.random(len(paper)) < 0.3, hub, local)
    alone = np.repeat(np.arange(papers), random.poisson(1.15, papers))
    own = pool * topics + hubs + np.arange(len(alone))
    pairs = np.stack([np.concatenate([paper, alone]), np.concatenate([entity, own])], axis=1)
    return np.unique(pairs, axis=0)


def _entity_id(kind: str, number: int) -> str:
    return f"repo:github.com:lab{number}:code{number}" if kind == "repo" else f"{kind}:name{number}"


def _fill_entities(connection: Connection, used: list[int], kinds: list[str], ids: list[str]) -> None:
    order = sorted(used, key=lambda i: ids[i])
    columns = {
        "id": [ids[i] for i in order],
        "kind": [kinds[i] for i in order],
        "label": [f"Name{i}" for i in order],
        "aliases": [[f"N{i} alias", f"long form of name {i}"] if i % 3 == 0 else [] for i in order],
        "url": [f"https://github.com/lab{i}/code{i}" if kinds[i] == "repo" else "" for i in order],
    }
    _insert(connection, "entities", columns)
    connection.execute(
        "INSERT INTO joins SELECT id, label, aliases[2], 'abbreviation', 0.97, 'paired in 3 papers' "
        "FROM entities WHERE len(aliases) > 0"
    )


def _fill_papers(
    connection: Connection, words: np.ndarray, papers: int, rows: np.ndarray, kinds: list[str], ids: list[str]
) -> None:
    """Write papers and mentions; every ninth paper has a DOI, whose order is another as a node id."""
    at = 0
    for start in range(0, papers, 20_000):
        made: dict[str, list[Any]] = {name: [] for name in _PAPER}
        said: list[tuple[Any, ...]] = []
        for i in range(start, min(start + 20_000, papers)):
            paper_id = f"{2401 + i // 10_000}.{i % 10_000 + 1:05}" if i % 9 else f"10.{1000 + i % 40}/v_{i}"
            title = f"Paper {i} on the {' '.join(words[i % len(words)][:8])}"
            plain = words[(i * 7) % len(words)]
            text = ""
            while at < len(rows) and rows[at, 0] == i:
                entity = int(rows[at, 1])
                is_repo = kinds[entity] == "repo"
                name = f"github.com/lab{entity}/code{entity}" if is_repo else f"Name{entity}"
                text += f"We {' '.join(plain[at % 50 : at % 50 + 9])} "
                span = (len(title) + 1 + len(text), len(title) + 1 + len(text) + len(name))
                found = ("code" if is_repo else "uses", "list", 0.8, ids[entity])
                said.append((paper_id, kinds[entity], name, name, *span, *found))
                text += f"{name} {' '.join(plain[60:70])}. "
                at += 1
            rest = " ".join(plain)
            text += ". ".join([rest[:300], rest[300:600], rest[600:]]) + "."
            date = f"20{24 + i // 80_000}-{1 + i % 12:02}-{1 + i % 28:02}"
            url = f"https://example.org/{paper_id}"
            row = (paper_id, title, text, date, url, ["invented.jsonl"], ["cs.LG"], [])
            for column, value in zip(made.values(), row, strict=True):
                column.append(value)
        _insert(connection, "papers", made)
        _insert(connection, "mentions", {name: [row[k] for row in said] for k, name in enumerate(_MENTION)})


_PAPER = ("id", "title", "abstract", "date", "url", "sources", "categories", "declared")
_MENTION = ("paper_id", "kind", "name", "surface", "start", "end", "role", "rule", "confidence", "entity_id")


def _insert(connection: Connection, table: str, columns: dict[str, list[Any]]) -> None:
    connection.register("rows", pa.table(columns))
    connection.execute(f"INSERT INTO {table} SELECT * FROM rows")
    connection.unregister("rows")


def place(tables: StoredTables, folder: Path) -> str:
    """Compute the places of all nodes, and keep them for the steps that follow."""
    places = place_tables(tables)
    with duckdb.connect(str(folder / "places.duckdb")) as connection:
        connection.register("rows", places)
        connection.execute("CREATE OR REPLACE TABLE nodes AS SELECT * FROM rows")
    return f"{places.num_rows:,} nodes"


def _write(suffix: str) -> Step:
    def write(tables: StoredTables, folder: Path) -> str:
        files = write_graph(TableRows(tables), folder / f"graph{suffix}")
        return f"{sum(file.stat().st_size for file in files) / 1e6:,.0f} MB"

    return write


def _most_named(tables: StoredTables, place: int) -> str:
    found = tables.rows(
        "SELECT entity_id FROM {mentions} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1 OFFSET ?", place
    )
    return str(found[0][0])


def _write_part(
    suffix: str, ask: Callable[[StoredTables], dict[str, Any]]
) -> Callable[[StoredTables, Path], str]:
    def write(tables: StoredTables, folder: Path) -> str:
        found = select_part(tables, **ask(tables))
        write_graph(TableRows(with_places(part_tables(tables, found))), folder / f"part{suffix}")
        return f"{len(found.papers):,} papers {found.note}"

    return write


def _read_part(tables: StoredTables, folder: Path) -> str:
    found = select_part(tables, around_entities=[_most_named(tables, 400)], depth=2)
    papers, mentions, _, links = read_part(part_tables(tables, found))
    return f"{len(papers):,} papers, {len(mentions):,} mentions, {len(links):,} links"


STEPS: dict[str, Step] = {
    "places": place,
    "graphml": _write(".graphml"),
    "gexf": _write(".gexf"),
    "json": _write(".json"),
    "csv": _write(".csv"),
    "html, the telling part": _write(".html"),
    "html around a hub, depth 2": _write_part(".html", lambda t: {"around_entities": [_most_named(t, 0)]}),
    "html of a middling data set": _write_part(".html", lambda t: {"naming": [_most_named(t, 400)]}),
    "graphml of one year": _write_part(".graphml", lambda t: {"since": "2025"}),
    "read_part, depth 2": _read_part,
}


def run_step(name: str, store: Path, folder: Path) -> None:
    """Run one step in this process and print what it took as JSON."""
    with duckdb.connect(str(store), read_only=True, config={"memory_limit": MEMORY}) as connection:
        tables = StoredTables(connection)
        if (places := folder / "places.duckdb").exists():
            connection.execute(f"ATTACH '{places}' AS placed (READ_ONLY)")
            tables = StoredTables(connection, nodes="placed.nodes")
        clock, processor = time.perf_counter(), time.process_time()
        result = STEPS[name](tables, folder)
        took = [time.perf_counter() - clock, time.process_time() - processor]
    print(json.dumps([*took, _peak(), result]))


def _peak() -> float:
    """Return the most memory that this process had, in MB; getrusage also counts what started it."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [line for line in lines if line.startswith("VmHWM")]
    return (
        int(found[0].split()[1]) / 1024
        if found
        else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    )


def measure(store: Path, steps: Sequence[str]) -> None:
    """Print a line a step."""
    with tempfile.TemporaryDirectory() as name:
        for step in steps:
            command = [sys.executable, __file__, "--run", step, "--store", str(store), "--folder", name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(done.stderr)
            clock, processor, peak, result = json.loads(done.stdout)
            print(f"{step:28s} {processor:7.1f} s  {clock:7.1f} s  {peak:7,.0f} MB  {result}", flush=True)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("papers", nargs="*", type=int, default=[160_000])
    parser.add_argument("--store", type=Path)
    parser.add_argument("--steps", nargs="*", default=list(STEPS), choices=list(STEPS))
    parser.add_argument("--run", choices=list(STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        run_step(given.run, given.store, given.folder)
        return
    print(f"{'step':28s} {'processor':>9s}  {'clock':>9s}  {'peak':>10s}")
    if given.store:
        measure(given.store, given.steps)
        return
    for papers in given.papers:
        with tempfile.TemporaryDirectory() as name:
            store = Path(name) / "store.duckdb"
            make_store(store, papers)
            with duckdb.connect(str(store), read_only=True) as connection:
                naming, links = connection.sql(
                    "SELECT (SELECT count(*) FROM naming), (SELECT count(*) FROM links)"
                ).fetchall()[0]
            print(f"-- {papers:,} papers, {naming:,} edges to entities, {links:,} links")
            measure(store, given.steps)


if __name__ == "__main__":
    main()
