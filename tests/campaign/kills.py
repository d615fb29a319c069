"""Runs that are killed at any moment: the store is that of before or after, and the next run tidies up."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result, untidy
from papers import tables_of, write_feed
from program import Done, Job, shared
from service import Service

BUILT = {"graph.json", "graph.graphml", "paperlattice.duckdb"}
FORMATS = ["--format", "json", "--format", "graphml"]
COMMANDS = {
    "build": ["build", "../feed.jsonl", "--out", ".", *FORMATS],
    "add": ["add", "../more.jsonl", "--out", "."],
    "remove": ["remove", "2501.00001", "2501.00003", "--out", "."],
    "export": ["export", "graph.json", "graph.graphml", "other.csv", "--from", "paperlattice.duckdb"],
    "fetch": ["fetch", "zotero", "--search", "x", "--out", "papers.jsonl"],
}


class Kills:
    """The state before, and how each command ends when nobody kills it."""

    def __init__(self, folder: Path) -> None:
        self.program = shared()
        self.service = Service()
        self.before = folder / "before"
        self.before.mkdir(parents=True)
        write_feed(folder / "old.jsonl", range(5))
        write_feed(folder / "feed.jsonl", range(2, 8), version=1)
        write_feed(folder / "more.jsonl", range(4, 7), version=2)
        self.after: dict[str, Path] = {}
        self.done: dict[str, Done] = {}
        self.run(["build", "../old.jsonl", "--out", ".", *FORMATS], self.before)
        for name in COMMANDS:
            self.after[name] = shutil.copytree(self.before, folder / name)
            self.done[name] = self.run(COMMANDS[name], self.after[name])
            assert (self.done[name].code, self.done[name].fault) == (0, ""), self.done[name]
        self.states = {name: tables_of(path / "paperlattice.duckdb") for name, path in self.after.items()}
        self.states["before"] = tables_of(self.before / "paperlattice.duckdb")

    def run(self, arguments: list[str], folder: Path, **limits: float) -> Done:
        own = {
            "PAPERLATTICE_ZOTERO_URL": self.service.url,
            "PAPERLATTICE_CACHE": str(folder.parent / "cache"),
        }
        (done,) = self.program.run(Job(arguments, str(folder), own, **limits))
        return done

    def check(self, case: Case) -> Result:
        rng = case.rng
        name = rng.choice(list(COMMANDS))
        for feed in ("feed.jsonl", "more.jsonl"):
            shutil.copy(self.before.parent / feed, case.folder / feed)
        folder = Path(shutil.copytree(self.before, case.folder / "out"))
        known = self.done[name]
        limits = {"event": rng.randrange(1, known.events + 1)}
        if rng.random() < 0.4:
            limits = {"seconds": max(0.01, rng.random() * known.seconds)}
        killed = self.run(COMMANDS[name], folder, **limits)
        if killed.code not in (0, -signal.SIGKILL, -signal.SIGPROF):
            return Result(1, f"{name} {limits}: {killed.fault or killed.err}")
        if tables_of(folder / "paperlattice.duckdb") not in (self.states["before"], self.states[name]):
            return Result(1, f"{name} {limits}: the store is neither that of before nor that of after")
        again = self.run(COMMANDS[name], folder)
        gone = name == "remove" and again.code == 1 and "no paper" in again.err
        if again.fault or (again.code and not gone):
            return Result(1, f"{name} {limits}, the next run: {again.fault or again.err}")
        fault = self.unlike(name, folder)
        return Result(1, fault and f"{name} {limits}, after the next run: {fault}")

    def unlike(self, name: str, folder: Path) -> str:
        """Return what of a folder is not as after a run that nobody killed."""
        wanted = self.after[name]
        kept = {path.name for path in wanted.iterdir()}
        if fault := untidy(folder, expected=kept):
            return fault
        if tables_of(folder / "paperlattice.duckdb") != self.states[name]:
            return "the store is not that of a run that nobody killed"
        for file in kept - {"paperlattice.duckdb"}:
            if (folder / file).is_file() and (folder / file).read_bytes() != (wanted / file).read_bytes():
                return f"{file} is not that of a run that nobody killed"
        return ""


def opened(folder: Path) -> Callable[[Case], Result]:
    return Kills(folder).check


KIND = Kind("kills", "killed build, add, remove, export, fetch", opened, share=2.0)
