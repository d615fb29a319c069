"""`python tests/check_floors.py SCORE.json [TABLE]`: compare a scoring run with floors in pyproject.toml.

TABLE is one under `tool.paperlattice`: `floors`, or another for another run. A figure that must not rise has
a ceiling there: `calibration_error = { most = 0.08 }`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path


def figures_under_floor(score: dict, floors: dict) -> list[str]:
    """Return one line for each figure under its floor, or above its ceiling; each is named by its path.

    >>> figures_under_floor({"method": {"f1": 0.5}, "error": 0.2}, {"method.f1": 0.6, "error": {"most": 0.1}})
    ['method.f1 is 0.5000, under the floor of 0.6', 'error is 0.2000, above the ceiling of 0.1']
    """
    lines = []
    for name, floor in floors.items():
        value = score
        for part in name.split("."):
            value = value[part]
        if isinstance(floor, dict):
            if value > floor["most"]:
                lines.append(f"{name} is {value:.4f}, above the ceiling of {floor['most']}")
        elif value < floor:
            lines.append(f"{name} is {value:.4f}, under the floor of {floor}")
    if missing := score.get("papers_missing", 0):  # which the run on tasks only prints
        lines.append(f"{missing} papers of the gold file are not in the graph")
    return lines


if __name__ == "__main__":
    settings = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    file, table = [*sys.argv[1:], "floors"][:2]
    found = figures_under_floor(
        json.loads(Path(file).read_text(encoding="utf-8")), settings["tool"]["paperlattice"][table]
    )
    print("\n".join(found) or "every figure is at or above its floor, and under its ceiling")
    sys.exit(bool(found))
