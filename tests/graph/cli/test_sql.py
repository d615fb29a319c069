"""`paperlattice sql` and `search`: a table, CSV or JSON, or one line that says why not."""

from __future__ import annotations

import csv
import io
import json

import pytest

QUESTION = (
    "SELECT label, papers, aliases, NULL AS none FROM entities WHERE kind = 'method' ORDER BY label LIMIT 2"
)


@pytest.fixture(scope="module")
def store(small_graph, tmp_path_factory):
    return small_graph.save(tmp_path_factory.mktemp("sql") / "papers.duckdb")


@pytest.fixture
def asked(run, store):
    return lambda *given: run(*given, "--from", store)


def test_rows_are_printed_as_table_csv_and_json(asked):
    table = asked("sql", QUESTION).out.splitlines()
    assert table[0].split() == ["LABEL", "PAPERS", "ALIASES", "NONE"]
    rows = list(csv.DictReader(io.StringIO(asked("sql", QUESTION, "--csv").out)))
    found = json.loads(asked("sql", QUESTION, "--json").out)
    assert [row["label"] for row in rows] == [row["label"] for row in found] == ["CLIP", "LoRA"]
    assert (rows[0]["papers"], found[0]["papers"], found[0]["none"], rows[0]["none"]) == ("2", 2, None, "")


def test_no_row_is_said(asked):
    assert asked("sql", "SELECT 1 WHERE false").out == "no row\n"
    assert json.loads(asked("sql", "SELECT 1 WHERE false", "--json").out) == []


def test_many_rows_are_cut_on_a_terminal_and_too_many_everywhere(asked, monkeypatch):
    monkeypatch.setattr("paperlattice.graph.cli.sql.on_terminal", lambda: True)
    done = asked("sql", "FROM range(300)")
    assert done.out.splitlines()[-1] == "the first 200 of 300 rows; --csv and --json print all"
    done = asked("sql", "FROM range(100001)", "--csv")
    assert (done.code, len(done.out.splitlines())) == (0, 100_001)
    assert done.err == (
        "paperlattice: there are more than these 100,000 rows; narrow the question, or LIMIT it\n"
    )


def test_values_that_json_does_not_have_are_texts(asked):
    found = json.loads(
        asked("sql", "SELECT DATE '2025-06-17' AS d, 'NaN'::DOUBLE AS n, {'a': 1} AS s", "--json").out
    )
    assert found == [{"d": "2025-06-17", "n": None, "s": {"a": 1}}]


def test_control_characters_do_not_reach_the_table(asked):
    assert "\x1b" not in asked("sql", "SELECT chr(27) || '[2J' AS a, 1 AS \"b\x1b\"").out


@pytest.mark.parametrize(
    "given, code, said",
    [
        (("sql", "DELETE FROM papers"), 1, "paperlattice: the store is read only here, DELETE is refused"),
        (("sql", QUESTION, "--csv", "--json"), 2, "give either --csv or --json"),
        (("search", "?!"), 1, "paperlattice: the search '?!' holds no word: give words or names"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(asked, given, code, said):
    done = asked(*given)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_search_prints_papers_and_sentences(asked):
    (hit,) = json.loads(asked("search", "dialogue", "data", "-k", "1", "--json").out)
    assert (hit["id"], hit["sentence"]) == ("2501.00003", "We introduce Brookbench, a data set for dialogue.")
    assert asked("search", "zebra").out == "no paper has any of the words\n"
