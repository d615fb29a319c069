"""Hostile texts: the time of all finders grows with the length, no faster."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result, smallest
from sibling import load

growth = load("tests/extractors/test_growth.py")
SHORT, LONG = 3_000, 12_000


def fault_of(patterns: list[str]) -> str:
    """Return how much faster than its length the time of a text grows that consists of patterns in turn."""
    allowed = (LONG / SHORT) ** growth.MOST
    slow, fast = math.inf, math.inf
    for _ in range(3):
        fast = min(fast, growth.seconds(growth.text_of("".join(patterns), SHORT)[:SHORT]))
        slow = min(slow, growth.seconds(growth.text_of("".join(patterns), LONG)[:LONG]))
        if slow <= allowed * fast + growth.FLOOR:
            return ""
    return f"{SHORT} characters take {fast:.2f} s, {LONG} take {slow:.2f} s"


def check(case: Case) -> Result:
    rng = case.rng
    patterns = [
        rng.choice(list(growth.PATTERNS.values())) * rng.choice((1, 1, 3, 20))
        for _ in range(rng.randrange(1, 5))
    ]
    fault = fault_of(patterns)
    return Result(1, fault and f"{fault}: {smallest(patterns, fault_of)!r}")


def opened(_folder: Path) -> Callable[[Case], Result]:
    growth.find_all("We propose QuillNet for image captioning on COCO.")
    return check


KIND = Kind("texts", "hostile texts, growth of time", opened)
