"""Disks that are full and folders that nobody may write to: one line, and what was there stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result, untidy
from papers import tables_of, write_feed
from program import Done, Job, built, shared

FORMATS = ["--format", "json", "--format", "graphml"]
COMMANDS = (
    ["build", "feed.jsonl", "--out", "out", *FORMATS],
    ["add", "feed.jsonl", "--out", "out"],
    ["remove", "2501.00001", "--out", "out"],
    ["export", "out/other.html", "out/graph.json", "--from", "out/paperlattice.duckdb"],
    ["demo", "--out", "out"],
)
NOBODY = 65534
SMALLEST, LARGEST = 1 << 10, 2 << 20


class Disks:
    """A folder with a store and its files."""

    def __init__(self, folder: Path) -> None:
        self.program = shared()
        self.before = built(folder / "before", 5, COMMANDS[0])
        write_feed(self.before / "feed.jsonl", range(3, 8), version=1)
        self.small = folder / "small"
        self.small.mkdir()

    def check(self, case: Case) -> Result:
        rng = case.rng
        command = rng.choice(COMMANDS)
        way = rng.choice(("limit", "full", "unwritable"))
        if os.geteuid() != 0:
            way = "limit"
        size = rng.randrange(SMALLEST, LARGEST)
        folder = Path(shutil.copytree(self.before, case.folder / "in"))
        if way == "full":
            return self.on_full_disk(command, size, folder)
        if way == "unwritable":
            for path in (case.folder, folder, folder / "out"):
                path.chmod(0o755)
            job = Job(command, str(folder), user=NOBODY)
        else:
            job = Job(command, str(folder), largest_file=size)
        (done,) = self.program.run(job)
        return Result(1, self.fault_of(done, folder / "out", f"{way} {size}: {' '.join(command)}"))

    def on_full_disk(self, command: list[str], size: int, folder: Path) -> Result:
        """Run on a small file system of its own, with so many bytes left."""
        used = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        disk = ["mount", "-t", "tmpfs", "-o", f"size={used + size + 100_000}", "none", str(self.small)]
        if subprocess.run(disk, capture_output=True, check=False).returncode:
            return Result(0)
        try:
            shutil.copytree(folder, self.small / "in")
            (done,) = self.program.run(Job(command, str(self.small / "in")))
            return Result(
                1, self.fault_of(done, self.small / "in" / "out", f"{size} free: {' '.join(command)}")
            )
        finally:
            subprocess.run(["umount", "-l", str(self.small)], check=True)

    def fault_of(self, done: Done, out: Path, what: str) -> str:
        """Return what is wrong after a run, which either did all or nothing."""
        if fault := done.fault:
            return f"{what}: {fault}"
        if fault := untidy(out):
            return f"{what}: {fault}"
        if done.code == 0:
            return ""
        for path in (self.before / "out").iterdir():
            if path.suffix != ".duckdb" and (out / path.name).read_bytes() != path.read_bytes():
                return f"{what}: {path.name} has changed, although it failed"
        store = "paperlattice.duckdb"
        if tables_of(out / store) != tables_of(self.before / "out" / store):
            return f"{what}: the store has changed, although it failed"
        return ""


def opened(folder: Path) -> Callable[[Case], Result]:
    return Disks(folder).check


KIND = Kind("disks", "full disks, unwritable folders", opened)
