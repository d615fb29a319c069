"""Pairs of names that must and must not be one entity."""

import runpy
from pathlib import Path

import pytest

from paperlattice.graph.resolve.entities import resolve_entities
from paperlattice.graph.resolve.explain import explain_names

_REPORT = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "measure_resolution.py"))
CASES = _REPORT["read_cases"]()
PAIRS = [case for case in CASES if not case.left.surface and case.left.kind == case.right.kind]
OTHERS = [case for case in CASES if case not in PAIRS]
# What resolution is known to get wrong: long forms that share an abbreviation, but differ in a word.
MISSED: set[str] = set()


@pytest.mark.parametrize("case", PAIRS, ids=str)
def test_pair(case):
    kind, left, right = case.left.kind, case.left.name, case.right.name
    resolution = resolve_entities([case.left.mention("p1"), case.right.mention("p2")])
    said = explain_names(resolution, kind, left, right)
    assert said.same is case.same, said
    assert bool(said.merges) is said.same
    assert said.reason


@pytest.mark.parametrize("case", [case for case in OTHERS if case.left.surface not in MISSED], ids=str)
def test_kinds_and_senses(case):
    assert list(_REPORT["united_alone"]([case])) == [case.same]


def test_what_is_missed_is_known():
    missed = [case for case in OTHERS if list(_REPORT["united_alone"]([case])) != [case.same]]
    assert {case.left.surface for case in missed} == MISSED


def test_in_one_corpus_names_stay_what_they_are():
    united = _REPORT["united_together"](CASES)
    wrong = [str(case) for case, found in zip(CASES, united, strict=True) if found > case.same]
    assert wrong == ["VITS (method) / ViTs (method)"]


def test_no_pair_is_listed_twice():
    keys = {frozenset((case.left, case.right)) for case in CASES}
    assert len(keys) == len(CASES) >= 300


def test_figures_count_what_was_merged():
    same, different = next(c for c in CASES if c.same), next(c for c in CASES if not c.same)
    found = _REPORT["figures"]([same, same, different, different], [True, False, True, False])
    assert found == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
