"""The checks hold figures over floors, and under ceilings."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
figures_under_floor = runpy.run_path(str(ROOT / "tests" / "check_floors.py"))["figures_under_floor"]


@pytest.mark.parametrize(
    "floors, said",
    [
        ({"a.f1": 0.5, "error": {"most": 0.1}}, []),
        ({"a.f1": 0.6}, ["a.f1 is 0.5000, under the floor of 0.6"]),
        ({"error": {"most": 0.09}}, ["error is 0.1000, above the ceiling of 0.09"]),
    ],
)
def test_floors_and_ceilings(floors, said):
    assert figures_under_floor({"a": {"f1": 0.5}, "error": 0.1}, floors) == said


def test_missing_papers_are_reported():
    said = ["2 papers of the gold file are not in the graph"]
    assert figures_under_floor({"papers_missing": 2}, {}) == said


def test_each_table_of_floors_is_checked():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    tables = {name for name in settings["tool"]["paperlattice"] if name != "floors"}
    assert tables == {"task-floors", "link-floors", "csfcube-floors"}
    assert all(f'json" {table}\n' in script for table in tables)
