"""The top level stays as it was asked for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = {"graph", "extractors", "tests", "outputs"}
FILES = {"pyproject.toml", "requirements.lock", "README.md", "LICENSE"}


@pytest.fixture(scope="module")
def tracked():
    run = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("not a git checkout")
    return [Path(line) for line in run.stdout.splitlines()]


def test_the_top_level_holds_nothing_else(tracked):
    assert {p.parts[0] for p in tracked if not p.parts[0].startswith(".")} <= FOLDERS | FILES


def test_of_the_outputs_only_the_demo_is_tracked(tracked):
    assert {p.parts[1] for p in tracked if p.parts[0] == "outputs"} <= {"demo"}


def test_there_is_one_folder_of_tests_a_package_one_of_benchmarks_and_one_of_the_campaign(tracked):
    folders = {p.parts[1] for p in tracked if p.parts[0] == "tests" and len(p.parts) > 2}
    assert folders == {"extractors", "graph", "benchmarks", "campaign"}
