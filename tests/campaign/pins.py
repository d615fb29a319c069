"""Hostile files of pins and plug-ins: done, or one line that says what is wrong with them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result
from papers import write_feed
from program import Job, shared

TABLES = ("same", "different", "drop", "rename", "retype", "add", "unrelated", "topic", "sames", "plugin")
KEYS = (
    "names",
    "kind",
    "name",
    "papers",
    "paper",
    "to",
    "from",
    "relation",
    "level",
    "factory",
    "labels",
    "config",
    "spans_key",
)
NAMES = (
    "LoRA",
    "ImageNet",
    "Willowbark0",
    "Fernleaf1",
    "2501.00001",
    "",
    " ",
    "\u202e",
    "x" * 5000,
    "method:lora",
)
WORDS = (
    "method",
    "dataset",
    "repo",
    "task",
    "technique",
    "uses",
    "topic",
    "sentencizer",
    "word_spotter",
    "paper",
)
ODD = (
    "1e400",
    "nan",
    "-0",
    "[]",
    "{}",
    "1979-05-27T07:32:00Z",
    "true",
    '"""\n"""',
    "[[[]]]",
    "{a = {b = {}}}",
)


def value(rng: random.Random, depth: int = 0) -> str:
    """Return a value of TOML: a name, a word, a list, or something that has no place there."""
    choice = rng.random()
    if choice < 0.4 or depth > 3:
        return json.dumps(rng.choice(NAMES))
    if choice < 0.6:
        return json.dumps(rng.choice(WORDS))
    if choice < 0.9:
        return "[" + ", ".join(value(rng, depth + 1) for _ in range(rng.randrange(4))) + "]"
    return rng.choice(ODD)


def toml(rng: random.Random) -> str | bytes:
    """Return a hostile file: tables with wrong values, thousands of names, depth, or no TOML at all."""
    choice = rng.random()
    if choice < 0.05:
        return rng.randbytes(200)
    if choice < 0.1:
        return "a = " + "[" * 5000 + "]" * 5000
    if choice < 0.15:
        names = json.dumps([f"Quill{number}" for number in range(rng.choice([10, 1000, 3000]))])
        return f"[[{rng.choice(['same', 'different', 'drop'])}]]\nnames = {names}\n"
    if choice < 0.2:
        groups = json.dumps([[f"2501.{number:05}"] for number in range(300)])
        return f'[[different]]\nname = "LoRA"\npapers = {groups}\n'
    lines = []
    for _ in range(rng.randrange(1, 5)):
        lines.append(f"[[{rng.choice(TABLES)}]]" if rng.random() < 0.95 else "[pins]")
        lines += [f"{key} = {value(rng)}" for key in rng.sample(KEYS, rng.randrange(1, 5))]
    return "\n".join(lines)


class Pins:
    """A feed that the pins are about."""

    def __init__(self, folder: Path) -> None:
        self.program = shared()
        folder.mkdir(parents=True)

    def check(self, case: Case) -> Result:
        rng = case.rng
        write_feed(case.folder / "feed.jsonl", range(3))
        text = toml(rng)
        (case.folder / "a.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
        option = rng.choice(["--pins", "--pins", "--plugin"])
        command = ["build", "feed.jsonl", "--out", "out", "--no-files", option, "a.toml"]
        (done,) = self.program.run(Job(command, str(case.folder)))
        if done.fault or done.code == 2:
            return Result(1, f"{option}: {done.fault or done.err}: {text[:400]!r}")
        if done.code and (case.folder / "out").exists():
            return Result(1, f"{option}: a folder is left although it failed: {text[:400]!r}")
        return Result(1)


def opened(folder: Path) -> Callable[[Case], Result]:
    return Pins(folder).check


KIND = Kind("pins", "hostile pins and plug-ins", opened)
