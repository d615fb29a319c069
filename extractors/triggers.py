"""Words that say what stands beside them, by class; the lists are data (`data/triggers.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

CLASSES: Final = (
    "dataset", "model", "algorithm", "metric", "task", "organisation", "propose", "use", "evaluate", "own",
)  # fmt: skip


@cache
def trigger_classes() -> dict[str, str]:
    """Return the class of each trigger word; a word of several classes has the first in CLASSES."""
    raw = tomllib.loads(files("extractors").joinpath("data/triggers.toml").read_text(encoding="utf-8"))
    classes: dict[str, str] = {}
    for name in CLASSES:
        for word in raw[name].split():
            classes.setdefault(word, name)
    return classes
