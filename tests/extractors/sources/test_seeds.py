"""The real pages, if they are there: next to the project, or where the environment variable says."""

import json

import pytest

from paperlattice.extractors.records import title_key
from paperlattice.extractors.sources import read_papers


@pytest.fixture(scope="module")
def result(shared):
    return read_papers(shared / "seeds")


def test_every_paper_of_every_page_is_read(result):
    assert [file.entries for file in result.files] == [91, 86, 47, 69, 73]
    assert {file.format for file in result.files} == {"daily_papers"}
    assert (result.entries, len(result.papers), result.duplicates) == (366, 329, 37)
    assert result.skipped == ()


def test_every_paper_has_a_title_and_an_abstract_of_usual_length(result):
    assert all(5 < len(paper.title) < 250 and 300 < len(paper.abstract) < 2500 for paper in result.papers)


def test_the_labelled_papers_are_among_them(result, shared):
    lines = (shared / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    gold = [json.loads(line)["title"] for line in lines]
    assert {title_key(title) for title in gold} <= {title_key(paper.title) for paper in result.papers}
