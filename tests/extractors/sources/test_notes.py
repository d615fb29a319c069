"""Markdown notes: front matter, headings, wiki links; notes on other things are passed over."""

import pytest

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.formats import FORMATS

NOTE = """---
title: "QuillNet: Two Quick Nets"
authors:
  - "[[people/ada|Ada Quill]]"
  - "[[Bo Fern]]"
date: 2024-03-14
arxiv: 2403.00001
doi: 10.1000/quill
tags: [nets, to read]
id: 202403141200
---
# Notes

## Abstract
We train [[QuillNet]]
with LoRA.

## What I think
Quick.
"""


def test_a_note_on_a_paper(write):
    (paper,) = read_papers(write("quill.md", NOTE)).papers
    assert (paper.id, paper.doi, paper.date) == ("2403.00001", "10.1000/quill", "2024-03-14")
    assert (paper.title, paper.abstract) == ("QuillNet: Two Quick Nets", "We train QuillNet with LoRA.")
    assert [author.name for author in paper.authors] == ["Ada Quill", "Bo Fern"]
    assert paper.keywords == ("nets", "to read")


@pytest.mark.parametrize(
    ("text", "title", "abstract"),
    [
        ("---\ndoi: 10.1000/a\n---\n# A Heading\n\nText", "A Heading", ""),
        ("---\ndoi: 10.1000/a\n---\nText", "named", ""),
        ("---\ntitle: A\nabstract: |\n  We do.\n  So.\n---\n", "A", "We do. So."),
        ("---\ntitle: A\n---\n> [!abstract] Abstract\n> We do.\n> So.\n", "A", "We do. So."),
    ],
)
def test_where_title_and_abstract_are(write, text, title, abstract):
    (paper,) = read_papers(write("named.md", text)).papers
    assert (paper.title, paper.abstract.replace("> ", "")) == (title, abstract)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntags: [daily]\n---\nBread.", "holds no papers; expected records with a title"),
        ("---\ntitle: [A\n---\nText", "has a front matter that is not YAML in line 3; quote its values"),
        ("---\n" + "a: &a [" + "x, " * 20 + "]\n", "is text but not a list of papers"),
        (
            "---\ntitle: A\na: &a [x, x, x, x, x, x, x, x, x]\n"
            + "".join(
                f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
                for old, new in zip("abcd", "bcde", strict=True)
            )
            + "---\n",
            "has a front matter of more than 5,000 values",
        ),
    ],
)
def test_other_notes(write, text, reason):
    with pytest.raises(SourceError, match=reason) as caught:
        read_papers(write("a.md", text))
    assert "\n" not in str(caught.value)


def test_in_a_vault_the_others_are_passed_over(tmp_path, write):
    write("vault/quill.md", NOTE)
    write("vault/bread.md", "Flour, water.\n")
    write("vault/daily.md", "---\ntags: [daily]\n---\nBread.")
    assert [paper.id for paper in read_papers(tmp_path / "vault").papers] == ["2403.00001"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTE, True),
        ("---\n\nText: more\n\n---\n", True),
        ("-----\ntitle: A\n-----\n", False),
        ("# A\n---\n", False),
    ],
)
def test_recognise(text, expected):
    assert FORMATS["notes"].recognise(text, "a.md") is expected
