"""Measure how a store grows with its papers: time, memory and share of each stage, as a table and a plot.

    python tests/benchmarks/measure_scale.py CORPUS
    python tests/benchmarks/measure_scale.py CORPUS --sizes 10000 40000 --processes 1 2 --plot scale.svg

Takes so many papers out of the input, always the same ones, builds a store of them in a process of its own,
then adds a hundred others. Memory is the largest sum over all processes of a run, shared pages once.
"""

from __future__ import annotations

import argparse
import hashlib
import heapq
import json
import math
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[2])  # tests/extractors would shadow the package

from paperlattice.extractors.records import Paper  # noqa: E402
from paperlattice.extractors.sources import iter_entries  # noqa: E402

STAGES = ("reading", "merging", "extracting", "resolving", "indexing", "linking", "writing")
ADDED = 100
WIDTH, HEIGHT, MARGIN = 640, 400, 60


@dataclass
class Run:
    """What one build took: seconds in all and by stage, and bytes."""

    papers: int
    processes: int
    seconds: float
    stages: dict[str, float] = field(default_factory=dict)
    memory: int = 0
    size: int = 0
    added: float = 0.0
    nothing: float = 0.0


def main() -> None:
    arguments = parse()
    if arguments.run:
        print(json.dumps(asdict(build(arguments.inputs[0], arguments.store, arguments.processes[0]))))
        return
    if arguments.add:
        started = time.perf_counter()
        add(arguments.inputs[0], arguments.store)
        print(time.perf_counter() - started)
        return
    folder = Path(arguments.keep or tempfile.mkdtemp(prefix="paperlattice-scale-"))
    folder.mkdir(parents=True, exist_ok=True)
    samples = write_samples(arguments.inputs, sorted(arguments.sizes), folder)
    runs = []
    for sample in samples[:-1]:
        for processes in arguments.processes:
            runs.append(measured(sample, samples[-1], folder / f"{sample.stem}.duckdb", processes))
            print(row(runs[-1]) if len(runs) > 1 else f"{HEAD}\n{row(runs[-1])}", flush=True)
    print(conclusion(runs))
    if arguments.plot:
        arguments.plot.write_text(plot(runs), encoding="utf-8")
        print(f"\nplot written to {arguments.plot}; stores are in {folder}")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="+", help="files or folders of papers")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 40_000, 160_000])
    parser.add_argument("--processes", type=int, nargs="+", default=[2])
    parser.add_argument("--plot", type=Path, help="an SVG file")
    parser.add_argument("--keep", help="a folder for samples and stores, else a temporary one")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--add", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def write_samples(inputs: Sequence[str], sizes: Sequence[int], folder: Path) -> list[Path]:
    """Write the papers of each size to a file, and those to be added to the last one."""
    wanted = max(sizes) + ADDED
    chosen = heapq.nsmallest(wanted, distinct(iter_entries(list(inputs))), key=lambda item: item[0])
    if len(chosen) < wanted:
        raise SystemExit(
            f"the input holds {len(chosen):,} papers, {wanted:,} are needed; give smaller --sizes"
        )
    papers = [paper for _, paper in chosen]
    parts = [(f"{size}", papers[:size]) for size in sizes] + [("added", papers[-ADDED:])]
    paths = []
    for name, part in parts:
        paths.append(folder / f"{name}.jsonl")
        lines = (json.dumps({k: v for k, v in asdict(paper).items() if v}) + "\n" for paper in part)
        paths[-1].write_text("".join(lines), encoding="utf-8")
    return paths


def distinct(papers: Iterable[Paper]) -> Iterable[tuple[bytes, Paper]]:
    seen = set()
    for paper in papers:
        key = hashlib.blake2b(paper.id.encode(), digest_size=8).digest()
        if key not in seen:
            seen.add(key)
            yield key, paper


def build(source: str, store: Path, processes: int) -> Run:
    from paperlattice.graph.api import Store

    times: dict[str, float] = {}
    current, since = "reading", time.perf_counter()
    started = since

    def note(step: str) -> None:
        nonlocal current, since
        now = time.perf_counter()
        times[current] = times.get(current, 0.0) + now - since
        current, since = step, now

    def told(step: str, _done: int, _total: int) -> None:
        if (stage := step.split()[0]) != current:
            note(stage)

    with Store.create(store) as new:
        report = new.add(source, n_process=processes, on_progress=told).report
        note("writing")
    note("done")
    seconds = time.perf_counter() - started
    return Run(report.papers, processes, seconds, times, size=store.stat().st_size)


def add(source: str, store: Path) -> None:
    from paperlattice.graph.api import Store

    with Store.open(store) as opened:
        opened.add(source)


def measured(sample: Path, more: Path, store: Path, processes: int) -> Run:
    """Build a store of a sample in another process, watch its memory, and add papers to it twice."""
    command = [sys.executable, __file__, str(sample), "--run", "--store", str(store)]
    said, memory = watched([*command, "--processes", str(processes)])
    run = Run(**json.loads(said))
    run.memory = memory
    adding = [sys.executable, __file__, str(more), "--add", "--store", str(store)]
    run.added = float(watched(adding)[0])
    run.nothing = float(watched(adding)[0])
    return run


def watched(command: list[str]) -> tuple[str, int]:
    """Return what a command prints, and the most memory that it and its children took together."""
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0
    done = threading.Event()

    def look() -> None:
        nonlocal peak
        while not done.wait(0.25):
            peak = max(peak, sum(map(proportional_memory, family(running.pid))))

    watcher = threading.Thread(target=look)
    watcher.start()
    said, _ = running.communicate()
    done.set()
    watcher.join()
    if running.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return said, peak


def family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:  # ended meanwhile
                continue
    return found


def proportional_memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


HEAD = (
    "| papers | processes | seconds | abstracts/s | memory MB | store MB | "
    + " | ".join(f"{stage} %" for stage in STAGES)
    + f" | + {ADDED} papers s | + {ADDED} known s |\n|"
    + "---:|" * (8 + len(STAGES))
)


def row(run: Run) -> str:
    shares = [f"{100 * run.stages.get(stage, 0.0) / run.seconds:.1f}" for stage in STAGES]
    figures = [
        f"{run.papers:,}",
        f"{run.processes}",
        f"{run.seconds:.0f}",
        f"{run.papers / run.seconds:.0f}",
        f"{run.memory / 1e6:,.0f}",
        f"{run.size / 1e6:,.0f}",
        *shares,
        f"{run.added:.1f}",
        f"{run.nothing:.1f}",
    ]
    return f"| {' | '.join(figures)} |"


def conclusion(runs: Sequence[Run]) -> str:
    lines = [""]
    for processes in sorted({run.processes for run in runs}):
        some = [run for run in runs if run.processes == processes]
        if len(some) > 1:
            lines.append(
                f"{processes} process(es): time grows with size to the power of {exponent(some):.2f}"
            )
    for run in runs:
        alone = next((r for r in runs if (r.papers, r.processes) == (run.papers, 1)), None)
        if alone is not None and run.processes > 1:
            gain = alone.stages["extracting"] / run.stages["extracting"]
            lines.append(
                f"{run.papers:,} papers, {run.processes} processes: extraction {gain:.2f} times as fast"
            )
    return "\n".join(lines)


def exponent(runs: Sequence[Run]) -> float:
    """Return the slope of the least squares line through log time over log size."""
    points = [(math.log(run.papers), math.log(run.seconds)) for run in runs]
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def plot(runs: Sequence[Run]) -> str:
    """Return time over size, both on logarithmic axes, as SVG."""
    low, high = (f(run.papers for run in runs) for f in (min, max))
    fast, slow = (f(run.seconds for run in runs) for f in (min, max))

    def place(papers: float, seconds: float) -> tuple[float, float]:
        across = math.log(papers / low) / (math.log(high / low) or 1)
        up = math.log(seconds / fast) / (math.log(slow / fast) or 1)
        return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12"><title>Seconds of a build by number of papers</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    ]
    for size in sorted({run.papers for run in runs}):
        x, _ = place(size, fast)
        parts.append(f'<text x="{x:.0f}" y="{HEIGHT - 30}" text-anchor="middle">{size:,} papers</text>')
        parts.append(f'<path d="M{x:.0f} {MARGIN}V{HEIGHT - MARGIN}" stroke="#ddd"/>')
    for processes, colour in zip(
        sorted({run.processes for run in runs}), ("#1b6ca8", "#c0392b"), strict=False
    ):
        some = sorted((run for run in runs if run.processes == processes), key=lambda run: run.papers)
        points = [place(run.papers, run.seconds) for run in some]
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for (x, y), run in zip(points, some, strict=True):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>')
            parts.append(
                f'<text x="{x - 8:.0f}" y="{y - 8:.0f}" text-anchor="end">{run.seconds:,.0f} s</text>'
            )
        power = f", power {exponent(some):.2f}" if len(some) > 1 else ""
        x, y = points[-1]
        said = f"{processes} process{'es' if processes > 1 else ''}{power}"
        parts.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="end" fill="{colour}">{said}</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    main()
