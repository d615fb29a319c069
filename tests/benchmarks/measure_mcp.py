"""Print how fast the tools of the server answer.

    python tests/benchmarks/measure_mcp.py FILE [--times N] [--rounds N] [--tools NAME ...] [--ahead]

Each tool is asked `rounds` times by a client in this process, of other papers and entities that a seed draws
from the store. A row has the first answer, the median and the slowest of the others in milliseconds: on the
clock, then in processor time of all threads, which counts on a machine that does other work too.

With `--ask TOOL ARGUMENTS` one question, its arguments as JSON, is asked again and again instead.
With `--ahead` all that the server reads in the background after its start is read first, which has a row of
its own. With `--times N` the store is first copied, each paper N times under ids of its own; of entities that
at most two papers name each copy has its own, others are named N times as often.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
from mcp import Client

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice.graph.api import KnowledgeGraph
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.pipeline.text_index import index_texts
from paperlattice.graph.serve.current_graph import CurrentGraph
from paperlattice.graph.serve.server import TOOLS, make_server
from paperlattice.graph.store.schema import SCHEMA_VERSION, create_indexes, create_tables

# What stands for an id or a name in the n-th copy of a table: of a paper always, of an entity if it is rare.
PAPER = "{0} || '.' || n"
NODE = "CASE WHEN starts_with({0}, 'paper:') THEN " + PAPER + " ELSE {0} END"
ENTITY = "CASE WHEN {0} IN (FROM rare) THEN {0} || '-' || n ELSE {0} END"
LABEL = "CASE WHEN {1} IN (FROM rare) THEN {0} || ' ' || n ELSE {0} END"
KEY = "CASE WHEN {1} IN (FROM rare) THEN {0} || n ELSE {0} END"
COPIED = {
    "papers": {"id": PAPER, "title": "{0} || ' ' || n"},
    "mentions": {"paper_id": PAPER, "entity_id": ENTITY},
    "incidence": {"paper_id": PAPER, "entity_id": ENTITY},
    "links": {"source": PAPER, "target": PAPER},
    "vectors": {"paper_id": PAPER},
    "title_index": {"paper_id": PAPER, "key": "{0} || n"},
    "memberships": {"id": NODE},
    "entities": {
        "id": ENTITY,
        "label": (LABEL, "id"),
        "aliases": ("CASE WHEN {1} IN (FROM rare) THEN [a || ' ' || n FOR a IN {0}] ELSE {0} END", "id"),
    },
    "merges": {"entity_id": ENTITY},
    "name_index": {"entity_id": ENTITY, "key": (KEY, "entity_id")},
}
SHARED = ("entities", "merges", "name_index", "memberships")
"""Tables with rows that all copies have in common."""


def multiply(source: Path, target: Path, times: int) -> None:
    """Write a store in which each paper of another one stands so many times."""
    with duckdb.connect(str(target), config={"memory_limit": "4GB"}) as connection:
        connection.execute(create_tables())
        connection.execute(f"ATTACH '{source}' AS old (READ_ONLY)")
        connection.execute(
            "CREATE TEMP TABLE rare AS SELECT entity_id FROM old.incidence GROUP BY 1 HAVING count(*) < 3"
        )
        for table, replaced in COPIED.items():
            said = []
            for column, how in replaced.items():
                form, *others = how if isinstance(how, tuple) else (how,)
                said.append(f"{form.format(column, *others)} AS {column}")
            distinct = "DISTINCT" if table in SHARED else ""
            connection.execute(
                f"INSERT INTO {table} BY NAME SELECT {distinct} * EXCLUDE (n) REPLACE ({', '.join(said)})"
                f" FROM old.{table}, range({times}) AS copies(n) ORDER BY 1"
            )
        connection.execute("INSERT INTO meta FROM old.meta")
        central = "[paper || '.0' FOR paper IN central] AS central"
        connection.execute(f"INSERT INTO topics BY NAME SELECT * REPLACE ({central}) FROM old.topics")
        connection.execute(f"UPDATE meta SET value = '{SCHEMA_VERSION}' WHERE key = 'schema_version'")
        connection.execute("INSERT INTO arrivals SELECT id, '' FROM papers ORDER BY id")
        executor = DuckDBExecutor(connection)
        index_texts(executor)
        executor.drop()
        connection.execute(create_indexes())


def questions(store: Path, seed: int = 1) -> dict[str, Callable[[int], dict[str, Any]]]:
    """Return for each tool what its n-th question is."""
    connection = duckdb.connect(str(store), read_only=True)

    def drawn(sql: str) -> Callable[[int], Any]:
        rows = connection.execute(f"{sql} USING SAMPLE reservoir(100 ROWS) REPEATABLE ({seed})").fetchall()
        return lambda n: rows[n % len(rows)]

    paper = drawn("SELECT id, title FROM papers")
    named = drawn("SELECT paper_id, label FROM incidence JOIN entities ON id = entity_id")
    hub = drawn(
        "SELECT * FROM (SELECT label FROM incidence JOIN entities ON id = entity_id"
        " GROUP BY ALL ORDER BY count(*) DESC, label LIMIT 100)"
    )
    method = drawn(
        "SELECT * FROM (SELECT label FROM incidence JOIN entities ON id = entity_id WHERE kind = 'method'"
        " GROUP BY ALL ORDER BY count(*) DESC, label LIMIT 100)"
    )
    alias = drawn("SELECT * FROM (SELECT aliases[1], label FROM entities WHERE len(aliases) > 0)")
    word = drawn("SELECT split_part(abstract, ' ', 12) || ' ' || split_part(abstract, ' ', 13) FROM papers")
    return {
        "context": lambda n: {"question": f"How is {hub(n)[0]} used for {paper(n)[1]}?"},
        "search": lambda n: {"query": paper(n)[1]},
        "paper": lambda n: {"paper": paper(n)[1]},
        "entity": lambda n: {"name": hub(n)[0] if n % 2 else alias(n)[0]},
        "papers": lambda n: {"text": word(n)[0]} if n % 2 else {"method": [method(n)[0]]},
        "related": lambda n: {"paper": paper(n)[0]},
        "path": lambda n: {"a": hub(n)[0], "b": paper(n)[0]},
        "evidence": lambda n: (
            {"entity": hub(n)[0]} if n % 2 else dict(zip(("paper", "entity"), named(n), strict=True))
        ),
        "explain": lambda n: dict(
            zip("ab", (paper(n)[0], paper(n + 1)[0]) if n % 2 else alias(n), strict=True)
        ),
        "topics": lambda n: {},
        "trends": lambda n: {"names": [hub(n)[0]] if n % 2 else []},
        "whats_new": lambda n: {},
    }


def _first(times: list[float]) -> float:
    return times[0]


def _median_later(times: list[float]) -> float:
    return statistics.median(times[1:])


def _most_later(times: list[float]) -> float:
    return max(times[1:])


async def measure(
    store: Path, rounds: int, tools: list[str], *, ahead: bool, ask: tuple[str, str] | None
) -> None:
    graph = CurrentGraph(partial(KnowledgeGraph.open, store))
    server = make_server(graph)
    asked = questions(store)
    if ask:
        tools, asked = [ask[0]], {ask[0]: lambda _n: json.loads(ask[1])}
    heads = ("first ms", "median", "slowest", "first cpu", "median", "slowest")
    print(f"{'tool':<12}" + "".join(f"{head:>10}" for head in heads))
    if ahead:
        begun, busy = time.perf_counter(), time.process_time()
        graph.read_ahead().join()
        took, worked = time.perf_counter() - begun, time.process_time() - busy
        print(f"{'read ahead':<12}{1000 * took:>10.1f}{'':>20}{1000 * worked:>10.1f}", flush=True)
    async with Client(server) as client:
        for tool in tools:
            took, worked, said = [], [], ""
            for number in range(rounds + 1):
                begun, busy = time.perf_counter(), time.process_time()
                found = await client.call_tool(tool, asked[tool](number))
                took.append(1000 * (time.perf_counter() - begun))
                worked.append(1000 * (time.process_time() - busy))
                if found.is_error:
                    said = f"  {json.dumps(found.content[0].text)[:70]}"
            row = [f(times) for times in (took, worked) for f in (_first, _median_later, _most_later)]
            print(f"{tool:<12}{''.join(f'{value:>10.1f}' for value in row)}{said}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path, help="a store that `paperlattice build` wrote")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--tools", nargs="+", default=list(TOOLS), choices=list(TOOLS))
    parser.add_argument("--ahead", action="store_true", help="let the server read ahead first")
    parser.add_argument("--ask", nargs=2, metavar=("TOOL", "ARGUMENTS"), help="ask only this")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "copied.duckdb")
        if options.times > 1:
            multiply(options.store, store, options.times)
        else:
            store = options.store  # it is only read
        asyncio.run(measure(store, options.rounds, options.tools, ahead=options.ahead, ask=options.ask))


if __name__ == "__main__":
    main()
