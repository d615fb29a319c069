"""Several writers and readers at once: each is done or told to wait, and what was done is all there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result, untidy
from papers import tables_of, write_feed
from program import Job, built, shared

STORE = "out/paperlattice.duckdb"
READ = (
    ["papers", "--from", STORE],
    ["entities", "--json", "--from", STORE],
    ["related", "2501.00000", "--from", STORE],
    ["show", "LoRA", "--from", STORE],
)


class Writers:
    """A store of a few papers."""

    def __init__(self, folder: Path) -> None:
        self.program = shared()
        command = ["build", "feed.jsonl", "--out", "out", "--format", "json"]
        self.before = built(folder / "before", 2, command)

    def check(self, case: Case) -> Result:
        rng = case.rng
        folder = Path(shutil.copytree(self.before, case.folder / "in"))
        commands = [list(rng.choice(READ)) for _ in range(rng.randrange(3))]
        feeds = range(2, 2 + rng.randrange(2, 4))
        for number in feeds:
            write_feed(folder / f"{number}.jsonl", [number])
            commands.append(["add", f"{number}.jsonl", "--out", "out"])
        rng.shuffle(commands)
        done = self.program.run(*(Job(command, str(folder)) for command in commands))
        for command, run in zip(commands, done, strict=True):
            if run.fault or run.code == 2:
                return Result(len(commands), f"{' '.join(command)}: {run.fault or run.err}")
            if command[0] != "add" and run.code:
                return Result(len(commands), f"{' '.join(command)} while others write: {run.err}")
        added = [
            int(c[1][0]) for c, run in zip(commands, done, strict=True) if c[0] == "add" and run.code == 0
        ]
        if not added:
            return Result(len(commands), "of several writers none got through")
        write_feed(folder / "all.jsonl", [0, 1, *added])
        command = ["build", "all.jsonl", "--out", "new", "--format", "json"]
        (again,) = self.program.run(Job(command, str(folder)))
        if again.code or without_sources(folder / STORE) != without_sources(
            folder / "new/paperlattice.duckdb"
        ):
            return Result(len(commands), f"the store is not a build of what was added ({added})")
        fault = untidy(folder / "out", expected={"graph.json", "paperlattice.duckdb"})
        return Result(len(commands), fault)


def without_sources(store: Path) -> dict[str, list[tuple]]:
    """Return what a store holds but for the files that its papers came from."""
    from dataclasses import replace

    found = tables_of(store)
    return found | {"papers": [(replace(paper, sources=()),) for (paper,) in found["papers"]]}


def opened(folder: Path) -> Callable[[Case], Result]:
    return Writers(folder).check


KIND = Kind("writers", "writers and readers at once", opened)
