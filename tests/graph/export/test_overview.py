"""A corpus at a glance as Markdown, HTML and JSON, with and without figures."""

from __future__ import annotations

import builtins
import json
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from paperlattice import (
    LinkedPaper,
    Overview,
    TakenUp,
    TopicPart,
    Trend,
    Trends,
    UnknownFormat,
    Used,
    write_overview,
)
from paperlattice.graph.export.document import to_html, to_markdown
from paperlattice.graph.export.overview import overview_document, overview_record

HUB = LinkedPaper("1", "Quiet | Quills", "https://a.example/1", 4, 2.5)
TRENDS = Trends(
    "month",
    ("2025-01", "2025-02", "2025-03"),
    (10, 10, 10),
    2,
    (
        Trend("topic:t", "topic", "quills", 30, (10, 10, 10), 20, 10, 1.0),
        Trend("method:new", "method", "NewNet", 10, (0, 1, 9), 1, 9, 9.5, 0.001, 0.002, "rising"),
    ),
)
OVERVIEW = Overview(
    "",
    "",
    "",
    papers=30,
    dated=28,
    first="2025-01",
    last="2025-03",
    entities={"method": 2, "dataset": 1, "repo": 1, "task": 0, "technique": 0},
    links=1_200,
    topics=(TopicPart("topic:t", "quills", 30, ("ink", "paper"), (HUB,)),),
    used=(
        Used("method:new", "method", "NewNet", "", 10, 1),
        Used("dataset:a", "dataset", "Ink", "", 3, 0),
        Used("repo:x", "repo", "quill/net", "https://github.com/quill/net", 2, 0),
    ),
    trends=TRENDS,
    taken_up=(TakenUp("method:new", "method", "NewNet", "1", "Quiet Quills", "2025-01", ("2", "3")),),
    with_code=6,
    connected=(HUB,),
)


def test_markdown_has_all_sections():
    lines = to_markdown(overview_document(OVERVIEW), stem="report").splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# 30 papers",
        "## Topics",
        "## Most named methods",
        "## Most named datasets",
        "## What rises and fades",
        "## Proposed here and taken up by others",
        "## Code",
        "## Most connected papers",
    ]
    assert lines[2] == (
        "Dated 2025-01 to 2025-03. 2 papers without a date. They name 2 methods, 1 dataset, 1 repository, "
        "and have 1,200 links between them."
    )
    assert "- **quills**: 30 papers. ink, paper. Central: [Quiet \\| Quills](<https://a.example/1>)" in lines
    assert "| NewNet | 10 | 1 |" in lines
    assert "| rising | NewNet | method | 1 | 9 | x9.50 | 0.0020 |" in lines
    assert "| NewNet | method | 2 | Quiet Quills |" in lines
    assert "6 papers (20%) with code." in lines


def test_figures_are_in_a_page_and_beside_markdown(tmp_path):
    written = write_overview(OVERVIEW, tmp_path / "report.md")
    assert [file.name for file in written] == ["report.md", "report.topics.svg", "report.trends.svg"]
    assert ET.parse(written[1]).getroot().tag.endswith("svg")
    assert "](<report.trends.svg>)" in written[0].read_text()
    (page,) = write_overview(OVERVIEW, tmp_path / "report.html")
    assert len(list(html.parse(page).iter("img"))) == 2


def test_files_are_always_the_same(tmp_path):
    for suffix in (".md", ".json"):
        first = [file.read_bytes() for file in write_overview(OVERVIEW, tmp_path / f"a{suffix}")]
        assert first == [file.read_bytes() for file in write_overview(OVERVIEW, tmp_path / f"a{suffix}")]


def test_without_matplotlib_there_are_tables_and_a_note(monkeypatch):
    real = builtins.__import__

    def refuse(name, *rest, **more):
        if name.partition(".")[0] == "matplotlib":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    document = overview_document(OVERVIEW)
    assert document.figures == ()
    assert "There are no figures: the drawing needs matplotlib" in to_html(document)


def test_json_has_the_fields_of_the_record(tmp_path):
    (file,) = write_overview(OVERVIEW, tmp_path / "report.json")
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found == json.loads(json.dumps(overview_record(OVERVIEW)))
    assert list(found) == list(Overview.__slots__)


def test_another_suffix_is_refused(tmp_path):
    with pytest.raises(UnknownFormat, match="end it with"):
        write_overview(OVERVIEW, tmp_path / "report.docx")
