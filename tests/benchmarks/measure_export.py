"""Print time and peak memory of positions and exports of large stores.

    python tests/benchmarks/measure_export.py [PAPERS...]

For each number of papers (160,000 by default) a store is invented in a temporary folder, as
`measure_queries.py` invents it. `--store FILE` takes a store that is there instead, which stays as it is; one
without positions has them computed by each export. Every step runs in a process of its own, so that its peak
memory is its own; time is that of the processor, beside that of the clock.
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

ROOT = Path(__file__).parents[2]
sys.path[0] = str(ROOT)  # tests/graph would shadow the package

from paperlattice import KnowledgeGraph, Store  # noqa: E402
from paperlattice.graph.layout.mapping import map_tables  # noqa: E402

Step = Callable[[KnowledgeGraph, Path], str]


def _place(graph: KnowledgeGraph, _folder: Path) -> str:
    return f"{map_tables(graph.tables)['positions'].num_rows:,} nodes"


def _write(suffix: str) -> Step:
    def write(graph: KnowledgeGraph, folder: Path) -> str:
        files = graph.write(folder / f"graph{suffix}")
        return f"{sum(file.stat().st_size for file in files) / 1e6:,.0f} MB"

    return write


def _write_part(suffix: str, ask: Callable[[KnowledgeGraph], dict[str, Any]]) -> Step:
    def write(graph: KnowledgeGraph, folder: Path) -> str:
        part = graph.part(**ask(graph))
        part.write(folder / f"part{suffix}")
        return f"{len(part):,} papers"

    return write


def _most_named(graph: KnowledgeGraph, place: int) -> str:
    found = graph.tables.rows(
        "SELECT entity_id FROM {incidence} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1 OFFSET ?", place
    )
    return str(found[0][0])


def _a_data_set(graph: KnowledgeGraph) -> str:
    return graph.entities("dataset", 400)[-1].label


STEPS: dict[str, Step] = {
    "places": _place,
    "graphml": _write(".graphml"),
    "gexf": _write(".gexf"),
    "json": _write(".json"),
    "csv": _write(".csv"),
    "turtle": _write(".ttl"),
    "jsonld": _write(".jsonld"),
    "vault": _write(".vault"),
    "parquet": _write(".parquet"),
    "neo4j": _write(".neo4j"),
    "bibtex": _write(".bib"),
    "csl": _write(".csl.json"),
    "ris": _write(".ris"),
    "markdown": _write(".md"),
    "html, the telling part": _write(".html"),
    "html around a hub, depth 2": _write_part(".html", lambda g: {"around": [_most_named(g, 0)]}),
    "html of a middling data set": _write_part(".html", lambda g: {"dataset": [_a_data_set(g)]}),
    "graphml of one year": _write_part(".graphml", lambda g: {"since": "2025"}),
    "networkx, depth 2": lambda g, _: f"{len(g.part(around=[_most_named(g, 400)]).nx):,} nodes",
}


def run_step(name: str, store: Path) -> None:
    """Run one step in this process and print what it took as JSON."""
    graph = KnowledgeGraph.open(store)
    with tempfile.TemporaryDirectory() as folder:
        clock, processor = time.perf_counter(), time.process_time()
        result = STEPS[name](graph, Path(folder))
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
    for step in steps:
        command = [sys.executable, __file__, "--run", step, "--store", str(store)]
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
    given = parser.parse_args()
    if given.run:
        run_step(given.run, given.store)
        return
    print(f"{'step':28s} {'processor':>9s}  {'clock':>9s}  {'peak':>10s}")
    if given.store:
        measure(given.store, given.steps)
        return
    from tests.benchmarks.measure_queries import make_store

    for papers in given.papers:
        with tempfile.TemporaryDirectory() as name:
            store = Path(name) / "store.duckdb"
            make_store(store, papers)
            with Store.open(store) as changing:
                changing.place()
            print(f"-- {papers:,} papers, {store.stat().st_size / 1e6:,.0f} MB")
            measure(store, given.steps)


if __name__ == "__main__":
    main()
