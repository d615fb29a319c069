"""A slice of the campaign, and that it finds what is wrong."""

from __future__ import annotations

import inputs
import pytest
from case import Case, Kind, Missing, Result, smallest, untidy
from program import Done
from run import MODULES, Campaign, find_kinds, main

CASES = {"inputs": 1, "texts": 2, "disks": 2, "stores": 4, "histories": 1, "pins": 4}
"""How many cases of a kind belong to the checks of a push; the rest needs long to begin."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", [k if k in CASES else pytest.param(k, marks=pytest.mark.long) for k in MODULES]
)
def test_a_slice_of_each_kind(kind, tmp_path, unavailable):
    campaign = Campaign(find_kinds(kind), 7, tmp_path)
    results = [campaign.one(campaign.kinds[0], number) for number in range(CASES.get(kind, 1))]
    if campaign.missing:
        unavailable("browser", campaign.missing[kind])
    assert [result.fault for result in results if result.fault] == []
    assert sum(result.tried for result in results) >= len(results)


def test_a_reader_that_loses_records_is_found(monkeypatch, capsys, tmp_path):
    read = inputs.read
    monkeypatch.setattr(inputs, "read", lambda path, text: lost(*read(path, text)))
    assert main(["--case", "inputs:7:1"]) == 1
    said = capsys.readouterr()
    assert "is named as skipped" in said.out or "are lost" in said.out
    assert "python tests/campaign/run.py --case inputs:7:1" in said.out


def lost(titles, skipped, error):
    return titles[:-1], skipped, error


def test_what_the_machine_lacks_is_named_once_and_stops_nothing(tmp_path):
    def opened(folder):
        raise Missing("no Chromium on this machine")

    kind = Kind("cards", "hostile cards", opened)
    campaign = Campaign([kind, Kind("none", "nothing", lambda folder: lambda case: Result())], 7, tmp_path)
    campaign.run(0.2)
    assert campaign.number["cards"] == 1
    assert campaign.tried["none"] == campaign.number["none"] > 1
    assert "  not tried: no Chromium on this machine" in campaign.table()
    assert not any(campaign.failed.values())


@pytest.mark.parametrize(
    "code, err, fault",
    [
        (0, "", ""),
        (1, "paperlattice: a.txt does not exist\n", ""),
        (2, "Usage: ...\n", ""),
        (1, "Traceback (most recent call last):\nKeyError: 1\n", "says 'KeyError: 1'"),
        (
            1,
            "paperlattice: internal error: KeyError: 1\n",
            "says 'paperlattice: internal error: KeyError: 1'",
        ),
        (1, "", "ends with code 1 and says ''"),
        (1, "oh\npaperlattice: no\n", "ends with code 1 and says 'oh\\npaperlattice: no\\n'"),
        (-11, "", "dies of signal 11"),
        (-24, "", "hangs"),
    ],
)
def test_what_counts_as_a_fault(code, err, fault):
    assert Done(code, "", err, 0, 0.0).fault == fault


def test_what_is_left_over_is_found(tmp_path):
    assert untidy(tmp_path) == ""
    (tmp_path / ".paperlattice-abc").mkdir()
    assert untidy(tmp_path) == "left over or missing: .paperlattice-abc"
    assert (
        untidy(tmp_path, expected={".paperlattice-abc", "graph.json"})
        == "left over or missing: .paperlattice-abc"
    )


def test_a_fault_is_shown_with_the_parts_that_it_needs():
    assert smallest([1, 2, 3, 4], lambda parts: {2, 4} <= {*parts}) == [2, 4]


def test_a_case_is_the_same_each_time(tmp_path):
    case = Case("inputs:7:1", tmp_path)
    assert case.rng.random() == case.rng.random()
    assert Result().fault == ""


def test_a_kind_that_there_is_not_is_named():
    with pytest.raises(SystemExit, match="unknown kind 'output'; choose among inputs, texts"):
        main(["--only", "output"])
