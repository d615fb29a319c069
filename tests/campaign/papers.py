"""Invented papers, as a feed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

NAMES = ("Willowbark", "Fernleaf", "Mosscap", "Thornbush", "Larchwood")


def record(number: int, version: int = 0) -> dict[str, str]:
    """Return an invented paper; another version has another abstract."""
    name = f"{NAMES[number % 5]}{number}"
    return {
        "id": f"2501.{number:05}",
        "title": f"{name}: a study of adapters",
        "abstract": f"We propose {name}, an adapter. It beats LoRA on ImageNet by {version} %. "
        f"Code: https://github.com/invented-lab/{name.lower()}",
        "date": f"2025-01-{number % 28 + 1:02}",
    }


def write_feed(path: Path, numbers: Iterable[int], version: int = 0) -> Path:
    """Write papers as JSON lines."""
    lines = (json.dumps(record(number, version)) + "\n" for number in numbers)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def tables_of(store: Path) -> dict[str, list[tuple]]:
    """Return what a store holds, without when it came in."""
    from paperlattice import KnowledgeGraph

    graph = KnowledgeGraph.open(store)
    names = ("mentions", "entities", "incidence", "links", "merges")
    found = {name: graph.tables.rows(f"SELECT * FROM {{{name}}} ORDER BY ALL") for name in names}
    return found | {"papers": [(paper,) for paper in graph.papers()]}
