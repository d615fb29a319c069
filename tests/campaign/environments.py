"""Other hash seeds, locales, time zones, numbers of processes and orders of input: equal bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result
from papers import write_feed
from sibling import ROOT

FILES = ("graph.json", "graph.graphml", "graph.gexf", "graph.nodes.csv", "graph.edges.csv")
FEEDS = 3
PROGRAM = (sys.executable, "-m", "paperlattice")


class Environments:
    """The files of a plain build."""

    def __init__(self, folder: Path) -> None:
        self.wanted = self.built(folder, [*range(FEEDS)], {}, 1)

    @staticmethod
    def built(
        folder: Path, order: list[int], environment: dict[str, str], processes: int
    ) -> dict[str, bytes]:
        """Return the files of a build, or what went wrong, under the name of its errors."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in order:
            write_feed(folder / f"{number}.jsonl", range(4 * number, 4 * number + 5))
        formats = [part for name in ("json", "graphml", "gexf", "csv") for part in ("--format", name)]
        inputs = [f"{number}.jsonl" for number in order]
        done = subprocess.run(
            [*PROGRAM, "build", *inputs, "--out", "out", *formats, "--processes", str(processes)],
            cwd=folder,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": str(ROOT / ".src")} | environment,
            check=False,
        )
        if done.returncode or done.stderr:
            return {"errors": done.stderr}
        return {name: (folder / "out" / name).read_bytes() for name in FILES}

    def check(self, case: Case) -> Result:
        rng = case.rng
        environment = {
            "PYTHONHASHSEED": str(rng.randrange(1 << 32)),
            "LC_ALL": rng.choice(["C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "de_DE@euro"]),
            "TZ": rng.choice(["UTC", "Pacific/Kiritimati", "America/St_Johns", "Nowhere/None"]),
            "PYTHONUTF8": rng.choice("01"),
            "OMP_NUM_THREADS": rng.choice("123"),
        }
        order = rng.sample(range(FEEDS), FEEDS)
        processes = rng.choice([1, 1, 2])
        found = self.built(case.folder, order, environment, processes)
        wrong = sorted(name for name in {*found, *self.wanted} if found.get(name) != self.wanted.get(name))
        return Result(
            1, f"{', '.join(wrong)} with {environment}, {order}, {processes} processes" if wrong else ""
        )


def opened(folder: Path) -> Callable[[Case], Result]:
    return Environments(folder).check


KIND = Kind("environments", "hash seeds, locales, zones, processes, orders", opened)
