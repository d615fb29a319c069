"""The lock file holds what pyproject.toml asks for, one version of each with the hashes of its files."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
RENEW = "make requirements.lock again, by the command at its head"


@pytest.fixture(scope="module")
def locked() -> dict[str, list[Requirement]]:
    """The pins of the lock by name; there are several where versions of Python differ."""
    pins: dict[str, list[Requirement]] = {}
    for line in re.findall(r"^[\w.-]+==.*?(?= \\$)", LOCK.read_text(), re.MULTILINE):
        pin = Requirement(line)
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


@pytest.fixture(scope="module")
def wanted() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for line in chain(*lines)]


def test_each_requirement_is_locked_at_a_version_that_it_allows(locked, wanted):
    for need in wanted:
        versions = [next(iter(pin.specifier)).version for pin in locked.get(canonicalize_name(need.name), [])]
        assert versions, f"{need.name} is not locked: {RENEW}"
        assert all(need.specifier.contains(version) for version in versions), f"{need}, {versions}: {RENEW}"


def test_nothing_is_locked_for_a_requirement_that_is_gone(locked, wanted):
    # "    # via paperlattice (pyproject.toml:test)" or "    #   paperlattice (pyproject.toml)" under a pin
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK.read_text(), flags=re.MULTILINE)
    direct = {canonicalize_name(block.partition("==")[0]) for block in blocks if "(pyproject.toml" in block}
    assert direct == {canonicalize_name(need.name) for need in wanted}, RENEW


def test_each_pin_has_hashes(locked):
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK.read_text(), flags=re.MULTILINE)[1:]
    assert len(blocks) == sum(map(len, locked.values())) > 100
    assert all("--hash=sha256:" in block for block in blocks)
