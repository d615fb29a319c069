from __future__ import annotations

from pathlib import Path

from paperlattice.extractors.sources.read_result import FileReport, Skipped
from paperlattice.graph.cli.render import report_lines
from paperlattice.graph.model.options import BuildReport


def report(**fields) -> BuildReport:
    counts = {"entries": 12, "papers": 10, "duplicates": 2, "without_entities": 3, "links": 45}
    return BuildReport(
        **counts, entities={"method": 1203, "dataset": 1, "repo": 0, "task": 1, "technique": 2}, **fields
    )


def test_a_full_report():
    files = (FileReport("page.txt", "daily_papers", 11, 4), FileReport("b.csv", "csv", 1, 0))
    skipped = (Skipped("page.txt", "line 7", "no title\u001b[2J"),)
    lines = report_lines(
        report(files=files, skipped=skipped), [Path("o/graph.html"), Path("o/graph.graphml")]
    )
    assert list(lines) == [
        "read      12 entries in 2 files",
        "  page.txt: 11 entries as daily_papers, 4 pieces skipped",
        "  b.csv: 1 entry as csv",
        "papers    10, 2 duplicates merged, 3 without entities",
        "entities  1,203 methods, 1 dataset, 0 repositories, 1 task, 2 techniques",
        "links     45 between papers",
        "skipped   1 piece of input",
        "  page.txt, line 7: no title [2J",
        "written   o/graph.html",
        "          o/graph.graphml",
    ]


def test_papers_from_python_have_no_files():
    assert next(iter(report_lines(report(), []))) == "papers    10, 2 duplicates merged, 3 without entities"


def test_long_lists_are_cut():
    skipped = tuple(Skipped("a.jsonl", f"line {i}", "broken JSON") for i in range(1021))
    lines = list(report_lines(report(skipped=skipped), []))
    assert "skipped   1,021 pieces of input" in lines
    assert lines[-2:] == ["  a.jsonl, line 19: broken JSON", "  and 1,001 more"]
