"""Pairs of names that must and must not be one entity."""

import tomllib
from pathlib import Path

import pytest

from extractors.records import Mention
from graph.resolve import explain_names, resolve_entities

_TABLES = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))
PAIRS = [
    (relation, kind, left, right)
    for relation, kinds in _TABLES.items()
    for kind, pairs in kinds.items()
    for left, right in pairs
]


def _alone(paper, kind, name):
    return Mention(paper, kind, name, name, 0, len(name), "uses", "test", 1.0)


@pytest.mark.parametrize(("relation", "kind", "left", "right"), PAIRS)
def test_pair(relation, kind, left, right):
    resolution = resolve_entities([_alone("p1", kind, left), _alone("p2", kind, right)])
    said = explain_names(resolution, kind, left, right)
    assert said.same is (relation == "same"), said
    assert bool(said.joins) is said.same
    assert said.reason


def test_no_pair_stands_twice():
    keys = [(kind, frozenset((left, right))) for _, kind, left, right in PAIRS]
    assert len(set(keys)) == len(keys) >= 120
