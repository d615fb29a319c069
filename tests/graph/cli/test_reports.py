"""The command that says what is new."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def watch(tmp_path):
    file = tmp_path / "watch.toml"
    file.write_text('entities = ["LoRA", "Lorra"]', encoding="utf-8")
    return file


def test_what_is_new_is_printed_as_markdown(ask, watch):
    done = ask("digest", "--since", "2025-02", "--watch", watch)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "# What is new: 1 new paper"
    assert "- [A second look at low-rank adaptation](<https://arxiv.org/abs/2501.00002>). Uses LoRA." in lines
    assert any(line.startswith("- watch.toml: no entity named 'Lorra'; nearest: LoRA") for line in lines)


def test_what_is_new_is_json(ask):
    found = json.loads(ask("digest", "--since", "2025-02", "--json").out)
    assert [row["id"] for row in found["papers"]] == ["2501.00002"]


def test_files_are_written_by_their_suffixes(ask, tmp_path):
    files = [tmp_path / f"today{suffix}" for suffix in (".md", ".html", ".atom", ".json")]
    done = ask("digest", "--since", "2030", *(word for file in files for word in ("--out", file)))
    assert done.out.splitlines()[0] == "0 new papers, 6 papers before"
    assert done.out.splitlines()[-4:] == [f"written  {file}" for file in files]
    assert files[0].read_text().startswith("# Nothing is new\n")


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--since", "June"], "'June' is not a date"),
        (["--added-since", "2025-13"], "'2025-13' is not a date"),
        (["--watch", "nowhere.toml"], "nowhere.toml: the watch list cannot be read"),
    ],
)
def test_what_cannot_be_answered_is_one_line(ask, failed, arguments, said):
    failed(ask("digest", *arguments), said)


def test_a_broken_watch_list_is_one_line(ask, failed, watch):
    watch.write_text("entities = ", encoding="utf-8")
    failed(ask("digest", "--watch", watch), "not valid TOML")


def test_another_suffix_is_wrong_usage(ask, misused):
    misused(ask("digest", "--out", "today.pdf"), "end it with .md, .html, .atom, .xml, .json")


def test_a_report_is_printed_as_markdown_or_json(ask):
    assert ask("report").out.startswith("# 6 papers\n\nDated 2025-01-03 to 2025-02. 4 papers without a date.")
    assert json.loads(ask("report", "--top", "1", "--json").out)["papers"] == 6


def test_a_report_is_written(ask, tmp_path):
    done = ask("report", "--out", tmp_path / "report.html", "--out", tmp_path / "report.md")
    assert done.out.splitlines() == [
        "6 papers, 1 topic",
        f"written  {tmp_path / 'report.html'}",
        f"written  {tmp_path / 'report.md'}",
    ]


def test_a_report_of_nothing_known_is_one_line(ask, failed, misused):
    failed(ask("report", "--topic", "zzz"), "no topic named 'zzz'")
    failed(ask("report", "--since", "June"), "'June' is not a date")
    misused(ask("report", "--out", "report.atom"), "end it with .md, .html, .json")
