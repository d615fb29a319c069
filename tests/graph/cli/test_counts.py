"""The commands that count: what they print, as text, as JSON, as files."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from paperlattice import Mention, Paper
from paperlattice.graph.model.records import Entity
from paperlattice.graph.query.trends import MIN_PAPERS

ENTITIES = {
    "method:old": "Old",
    "method:new": "New",
    "dataset:early": "Early, Set",
    "dataset:late": "LateSet",
}


def papers(dated: bool) -> list[Paper]:
    return [
        Paper(f"{month}{i}", f"Paper {month}.{i}", "", f"2024-0{month}" if dated else "")
        for month in (1, 2, 3)
        for i in range(10)
    ]


def stored(make_graph, path: Path, *, dated: bool) -> Path:
    """A store of thirty papers: the first ten use Old on Early, the last ten New on LateSet."""
    rows = papers(dated)
    named = []
    for number, paper in enumerate([*rows[:10], *rows[20:]]):
        for entity in ("method:old", "dataset:early") if number < 10 else ("method:new", "dataset:late"):
            kind, role = (
                entity.partition(":")[0],
                "proposes" if (number, entity) == (10, "method:new") else "uses",
            )
            named.append((Mention(paper.id, kind, ENTITIES[entity], "", 0, 0, role, "test", 0.9), entity))
    entities = [Entity(name, name.partition(":")[0], label) for name, label in ENTITIES.items()]
    return make_graph(rows, entities, named).save(path)


@pytest.fixture(scope="module")
def dated(make_graph, tmp_path_factory) -> Path:
    return stored(make_graph, tmp_path_factory.mktemp("dated") / "store.duckdb", dated=True)


@pytest.fixture(scope="module")
def undated(make_graph, tmp_path_factory) -> Path:
    return stored(make_graph, tmp_path_factory.mktemp("undated") / "store.duckdb", dated=False)


def test_what_rises_and_fades_is_listed(run, dated):
    done = run("trends", "--kind", "method", "--from", dated)
    assert (done.code, done.err) == (0, "")
    first, columns, *rows = done.out.splitlines()
    assert first == "30 papers by month, 2024-01 to 2024-03; the last third begins with 2024-03"
    assert columns.split() == ["TREND", "KIND", "NAME", "BEFORE", "LATE", "CHANGE", "Q", "OVER", "TIME"]
    assert [[*row.split()[:6], row.split()[-1]] for row in rows] == [
        ["rising", "method", "New", "0", "10", "x31.00", "█"],
        ["fading", "method", "Old", "10", "0", "x0.06", "█"],
    ]


def test_trends_have_stable_fields(run, dated):
    found = json.loads(run("trends", "LateSet", "--json", "--from", dated).out)
    assert list(found) == ["unit", "bins", "corpus", "split", "rows", "undated", "outside", "note"]
    (row,) = found["rows"]
    assert list(row) == [
        *("id", "kind", "label", "papers", "series", "early", "late", "change", "p", "q", "direction"),
    ]
    assert (row["series"], row["direction"]) == ([0, 0, 10], "rising")


def test_series_are_of_what_enough_papers_name(run, dated):
    def found(*options: object) -> int:
        done = run("trends", "--kind", "method", *options, "--json", "--from", dated)
        return len(json.loads(done.out)["rows"])

    assert found() == found("--min-papers", MIN_PAPERS) == 2
    assert found("--min-papers", 11) == 0


def test_names_are_listed_whatever_they_do(run, dated):
    out = run("trends", "Old", "--by", "year", "--from", dated).out
    assert "too short a time" in out
    assert out.splitlines()[-1].split()[:4] == ["method", "Old", "0", "10"]


def test_without_dates_it_says_so(run, undated):
    done = run("trends", "--from", undated)
    assert (done.code, done.out) == (0, "No paper has a date: nothing is counted by time.\n")


def test_trends_are_drawn(run, dated, tmp_path, misused):
    done = run("trends", "--plot", tmp_path / "trends.svg", "--from", dated)
    assert done.out.endswith(f"written  {tmp_path / 'trends.svg'}\n")
    assert ET.parse(tmp_path / "trends.svg").getroot().tag.endswith("svg")
    misused(run("trends", "--plot", "trends.png", "--from", dated), "end it with .svg")


def test_the_matrix_marks_and_lists_gaps(run, dated):
    lines = run("matrix", "--from", dated).out.splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["METHOD,", "IN", "30", "PAPERS", "EARLY,", "SET", "(10)", "LATESET", "(10)"],
        ["New", "(10)", "-", "10"],
        ["Old", "(10)", "10", "-"],
    ]
    assert lines[4].split() == ["METHOD", "DATASET", "EXPECTED", "P", "Q"]
    assert lines[5].split()[-3] == "3.3"
    assert "this corpus" in lines[-1]


def test_the_matrix_is_json_and_csv(run, dated, tmp_path):
    done = run("matrix", "--json", "--csv", tmp_path / "m.csv", "--from", dated)
    found = json.loads(done.out)
    assert list(found) == [
        *("row_kind", "column_kind", "rows", "columns", "counts", "papers", "gaps", "caveat", "expected"),
    ]
    assert found["expected"] == [[3.3333, 3.3333], [3.3333, 3.3333]]
    with (tmp_path / "m.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["method"], row["dataset"], row["papers"], row["expected"]) for row in rows] == [
        ("New", "Early, Set", "0", "3.3333"),
        ("New", "LateSet", "10", "3.3333"),
        ("Old", "Early, Set", "10", "3.3333"),
        ("Old", "LateSet", "0", "3.3333"),
    ]
    assert [bool(row["gap_p"]) for row in rows] == [True, False, False, True]


def test_a_matrix_without_rows_says_so(run, dated):
    out = run("matrix", "--rows", "repo", "--from", dated).out
    assert out.startswith("no repositories are named in 30 papers\n")


def test_a_matrix_of_one_kind_is_refused_in_one_line(run, dated, failed):
    failed(run("matrix", "--rows", "dataset", "--from", dated), "rows and columns are both 'dataset'")


def test_what_is_taken_up_is_listed(run, dated, undated):
    assert run("taken-up", "--from", dated).out == (
        "USED BY  KIND    NAME  DATE     FIRST PAPER\n      9  method  New   2024-03  Paper 3.0\n"
    )
    (row,) = json.loads(run("taken-up", "--json", "--from", undated).out)
    assert list(row) == ["id", "kind", "label", "first", "title", "date", "takers"]
    assert run("taken-up", "--kind", "dataset", "--from", dated).out.startswith("nothing that a paper")
