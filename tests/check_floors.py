"""`python tests/check_floors.py SCORE.json`: compare a scoring run with the floors in pyproject.toml."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path


def figures_under_floor(score: dict, floors: dict) -> list[str]:
    """Return one line for each figure that is under its floor; a floor is named by its path, "method.f1"."""
    lines = []
    for name, floor in floors.items():
        value = score
        for part in name.split("."):
            value = value[part]
        if value < floor:
            lines.append(f"{name} is {value:.4f}, under the floor of {floor}")
    if score["papers_missing"]:
        lines.append(f"{score['papers_missing']} papers of the gold file are not in the graph")
    return lines


if __name__ == "__main__":
    settings = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    found = figures_under_floor(
        json.loads(Path(sys.argv[1]).read_text()), settings["tool"]["paperlattice"]["floors"]
    )
    print("\n".join(found) or "every figure is at or above its floor")
    sys.exit(bool(found))
