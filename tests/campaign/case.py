"""What a case of the campaign is, and what counts as a fault of a run of the program."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """One case: `rng` decides all of it, `folder` is empty and goes afterwards."""

    name: str
    folder: Path
    verbose: bool = False

    @property
    def rng(self) -> random.Random:
        return random.Random(self.name)


@dataclass(frozen=True)
class Result:
    """How many single trials a case was, and what went wrong in it, with the smallest that shows it."""

    tried: int = 1
    fault: str = ""


class Missing(Exception):
    """The machine lacks what a kind needs, which the message names."""


@dataclass(frozen=True)
class Kind:
    """A kind of cases; `open` returns what checks one, with what its cases share made once.

    It raises Missing where no case can be tried.
    """

    name: str
    what: str
    open: Callable[[Path], Callable[[Case], Result]]
    share: float = 1.0


def smallest(parts: list[T], fails: Callable[[list[T]], Any]) -> list[T]:
    """Return what is left of parts that fail together when no single one can be left out any more."""
    at = 0
    while at < len(parts):
        fewer = parts[:at] + parts[at + 1 :]
        if fewer and fails(fewer):
            parts = fewer
        else:
            at += 1
    return parts


def untidy(folder: Path, *, expected: set[str] | None = None) -> str:
    """Return which drafts of a run are left in a folder, or what is there beside the expected."""
    names = {path.name for path in folder.iterdir()}
    left = sorted(
        n for n in names if n.startswith(".paperlattice-") or n.endswith((".draft", ".wal", ".tmp"))
    )
    if expected is not None:
        left = left or sorted(names ^ expected)
    return f"left over or missing: {', '.join(left)}" if left else ""
