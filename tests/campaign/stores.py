"""Damaged stores and files that are none: every command answers as before, or says in one line why not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result
from program import Done, Job, built, shared
from sibling import load

STORE = ["--from", "paperlattice.duckdb"]
COMMANDS = (
    ["papers", *STORE],
    ["papers", "--method", "LoRA", "--text", "adapter", *STORE],
    ["entities", "--json", *STORE],
    ["show", "LoRA", *STORE],
    ["show", "2501.00001", "--json", *STORE],
    ["related", "2501.00001", *STORE],
    ["path", "LoRA", "Mosscap2", *STORE],
    ["explain", "LoRA", "Mosscap2", *STORE],
    ["explain", "2501.00001", "2501.00002", *STORE],
    ["topics", *STORE],
    ["trends", *STORE],
    ["matrix", *STORE],
    ["taken-up", *STORE],
    ["declared", *STORE],
    ["pins", *STORE],
    ["export", "a.json", "a.graphml", *STORE],
    ["export", "a.csv", "a.gexf", *STORE],
    ["export", "a.html", *STORE],
    ["export", "a.json", "--view", "papers", *STORE],
    ["add", "feed.jsonl", "--out", ".", "--no-files"],
    ["remove", "2501.00001", "--out", ".", "--no-files"],
    ["upgrade", "--out", ".", "--no-files"],
)


class Stores:
    """A sound store, and what each command answers about it."""

    def __init__(self, folder: Path) -> None:
        self.damages = load("tests/graph/store/test_damage.py").DAMAGES
        self.program = shared()
        self.sound = built(folder / "sound", 6, ["build", "feed.jsonl", "--out", ".", "--no-files"])
        self.content = (self.sound / "paperlattice.duckdb").read_bytes()
        self.wanted: dict[int, tuple[str, dict[str, bytes]]] = {}

    def answer(self, number: int, folder: Path) -> tuple[Done, tuple[str, dict[str, bytes]]]:
        """Return how a command ends on a store, what it prints and which files it writes."""
        (done,) = self.program.run(Job(COMMANDS[number], str(folder)))
        files = {path.name: path.read_bytes() for path in sorted(folder.glob("a.*"))}
        return done, (done.out, files)

    def check(self, case: Case) -> Result:
        rng = case.rng
        number = rng.randrange(len(COMMANDS))
        if number not in self.wanted:
            sound = Path(shutil.copytree(self.sound, case.folder / "sound"))
            done, self.wanted[number] = self.answer(number, sound)
            if done.code:
                return Result(1, f"{' '.join(COMMANDS[number])}: {done.err}")
        content = bytearray(self.content)
        if rng.random() < 0.1:
            content = bytearray(rng.choice((b"", b"title,abstract\n", b"PAR1" * 5000, rng.randbytes(20_000))))
        else:
            rng.choice(self.damages)(content, rng)
        shutil.copy(self.sound / "feed.jsonl", case.folder / "feed.jsonl")
        (case.folder / "paperlattice.duckdb").write_bytes(content)
        done, answer = self.answer(number, case.folder)
        what = f"{' '.join(COMMANDS[number])} ({done.err.strip()!r})"
        if done.fault or done.code == 2:
            return Result(1, f"{what}: {done.fault or 'wrong usage'}")
        if done.code == 1 and answer[1]:
            return Result(1, f"{what}: files are written although it failed")
        if done.code == 0 and answer != self.wanted[number]:
            return Result(1, f"{what}: a wrong answer")
        return Result(1)


def opened(folder: Path) -> Callable[[Case], Result]:
    return Stores(folder).check


KIND = Kind("stores", "damaged stores, all commands", opened, share=2.0)
