"""A digest as Markdown, HTML, JSON and Atom."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from paperlattice import (
    Author,
    Digest,
    ExportError,
    FirstSeen,
    Movement,
    NewCode,
    NewName,
    NewPaper,
    Paper,
    TakenUp,
    TopicNews,
    Trend,
    UnknownFormat,
    write_digest,
)
from paperlattice.graph.export.atom import to_atom
from paperlattice.graph.export.digest import DIGEST_FORMATS, digest_document, digest_record
from paperlattice.graph.export.document import to_html, to_markdown

HOSTILE = '</title><script>alert(1)</script>]]> "x" & [y](javascript:z)\x07'
QUILL = NewPaper(
    Paper(
        "2501.00001",
        "Quiet Quills",
        "We propose QuillNet.",
        "2025-01-05",
        authors=(Author("Ada", "Quill"), Author("Bo", "Reed")),
    ),
    added="2025-01-06T07:00:00Z",
    topic="quills",
    names=(NewName("method:quillnet", "method", "QuillNet", "proposes", 0.9),),
    sentence="We propose QuillNet.",
    linked=1.5,
    score=0.9,
    reasons=("by Ada Quill",),
)
ODD = NewPaper(Paper("t1", HOSTILE, url="javascript:alert(1)", date="sometime"))
TREND = Trend("method:clip", "method", "CLIP", 30, (10, 20), 10, 20, 2.1, 0.001, 0.00001, "rising")
DIGEST = Digest(
    since="2025-01",
    until="",
    added_since="",
    before=1_200,
    papers=(QUILL, ODD),
    topics=(TopicNews("topic:quills", "quills", 1, 41),),
    first_seen=(
        FirstSeen("method:quillnet", "method", "QuillNet", ("2501.00001", "t1"), 0.0001, 0.001),
        FirstSeen("dataset:reeds", "dataset", "Reeds", ("t1",)),
        FirstSeen("repo:x", "repo", "quill/net", ("t1",)),
    ),
    code=(NewCode("repo:x", "quill/net", "https://github.com/quill/net", "t1", ("CLIP",)),),
    rising=(Movement(TREND, 3),),
    fading=(),
    taken_up=(TakenUp("method:old", "method", "OldNet", "0", "Old Things", "2024", ("t1",)),),
    notes=("watch.toml: no entity named 'x'",),
)
EMPTY = Digest("", "", "2025-01-06T07:00:00Z", 3, (), (), (), (), (), (), ())


def test_markdown_has_all_sections():
    lines = to_markdown(digest_document(DIGEST)).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# What is new: 2 new papers",
        "## On your watch list",
        "## New papers by topic",
        "### quills (1 new, 41 before)",
        "## Seen for the first time",
        "## New code",
        "## What rises and fades",
        "## Taken up",
        "## Notes",
    ]
    quill = "- [Quiet Quills](<https://arxiv.org/abs/2501.00001>). Ada Quill, Bo Reed."
    assert lines[2] == "2 new papers (dated 2025-01 or later), 1,200 papers before."
    assert f"{quill} By Ada Quill." in lines
    assert f"{quill} Proposes QuillNet. “We propose QuillNet.”" in lines
    assert "| QuillNet | method | 2 | Quiet Quills |" in lines
    assert "- **1 dataset**: Reeds" in lines
    assert "| rising | CLIP | method | 3 | 10 | 20 | x2.10 | \\<0.0001 |" in lines


def test_a_day_without_papers_says_so():
    assert to_markdown(digest_document(EMPTY)) == (
        "# Nothing is new\n\nNo new papers (come in since 2025-01-06T07:00:00Z), 3 papers before.\n"
    )


def test_long_lists_are_cut_and_counted():
    many = replace(DIGEST, papers=tuple(replace(QUILL, paper=Paper(str(i), f"P{i}")) for i in range(60)))
    many = replace(many, first_seen=(), code=())
    text = to_markdown(digest_document(many))
    assert "And 10 more." in text
    assert "And 40 more." in text


@pytest.mark.parametrize("write", [to_html, lambda d: MarkdownIt().enable("table").render(to_markdown(d))])
def test_hostile_titles_are_harmless(write):
    page = html.document_fromstring(write(digest_document(DIGEST)))
    assert not list(page.iter("script"))
    assert all(link.get("href").startswith("https://") for link in page.iter("a"))
    assert "<script>alert(1)</script>" in page.text_content()


def test_json_has_stable_fields():
    found = digest_record(DIGEST)
    assert list(found) == [
        *("since", "until", "added_since", "before", "papers", "topics", "first_seen", "code"),
        *("rising", "fading", "taken_up", "notes"),
    ]
    assert list(found["papers"][0]) == [
        *("id", "title", "date", "added", "url", "authors", "topic", "score", "reasons", "linked"),
        *("sentence", "names"),
    ]
    assert list(found["rising"][0]) == [
        *("id", "kind", "label", "papers", "early", "late", "change", "p", "q", "new"),
    ]
    assert list(found["first_seen"][0]) == ["id", "kind", "label", "papers", "p", "q", "is_sure"]
    assert found["papers"][1]["url"] == ""


# What RFC 4287 asks of the elements that a feed of ours may have.
ATOM = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<define name="time"><data type="dateTime"><param name="pattern">.+T.+Z</param></data></define>
<define name="id"><element name="id"><data type="anyURI">
  <param name="pattern">urn:uuid:[0-9a-f-]{36}</param></data></element></define>
<define name="author"><element name="author"><element name="name"><text/></element></element></define>
<start><element name="feed"><interleave>
  <element name="title"><text/></element><ref name="id"/>
  <element name="updated"><ref name="time"/></element><ref name="author"/>
  <element name="generator"><text/></element><zeroOrMore><ref name="entry"/></zeroOrMore>
</interleave></element></start>
<define name="entry"><element name="entry"><interleave>
  <element name="title"><text/></element><ref name="id"/>
  <element name="updated"><ref name="time"/></element>
  <optional><element name="published"><ref name="time"/></element></optional>
  <zeroOrMore><ref name="author"/></zeroOrMore>
  <optional><element name="link"><attribute name="rel"><value>alternate</value></attribute>
    <attribute name="href"><data type="anyURI"><param name="pattern">https?://.+</param></data></attribute>
  </element></optional>
  <zeroOrMore><element name="category"><attribute name="term"/></element></zeroOrMore>
  <optional><element name="summary"><text/></element></optional>
</interleave></element></define>
</grammar>
"""


@pytest.mark.parametrize("digest", [DIGEST, EMPTY])
def test_a_feed_is_valid(digest):
    feed = etree.fromstring(to_atom(digest).encode())
    etree.RelaxNG(etree.fromstring(ATOM)).assertValid(feed)
    ids = feed.xpath("//*[local-name()='id']/text()")
    assert len(set(ids)) == len(ids) == 1 + len(digest.papers)


def test_an_entry_says_what_its_paper_is():
    feed = etree.fromstring(to_atom(DIGEST).encode())
    names = {"a": "http://www.w3.org/2005/Atom"}
    first, odd = feed.findall("a:entry", names)
    assert [
        first.findtext(f"a:{tag}", "", names) for tag in ("title", "updated", "published", "summary")
    ] == [
        "Quiet Quills",
        "2025-01-06T07:00:00Z",
        "2025-01-05T00:00:00Z",
        "Watched: by Ada Quill. We propose QuillNet. Proposes QuillNet.",
    ]
    assert feed.findtext("a:updated", "", names) == "2025-01-06T07:00:00Z"
    assert odd.findtext("a:title", "", names).startswith("</title><script>")
    assert (odd.findtext("a:updated", "", names), odd.find("a:link", names)) == ("1970-01-01T00:00:00Z", None)


def test_the_id_of_a_paper_is_the_same_in_every_feed():
    alone = etree.fromstring(to_atom(replace(DIGEST, papers=(QUILL,), since="2024")).encode())
    both = etree.fromstring(to_atom(DIGEST).encode())
    ids = [feed.xpath("//*[local-name()='id']/text()") for feed in (alone, both)]
    assert ids[0] == ids[1][:2]


@pytest.mark.parametrize("suffix", DIGEST_FORMATS)
def test_a_digest_is_written_by_its_suffix_and_always_the_same(tmp_path, suffix):
    file = tmp_path / f"today{suffix.upper()}"
    assert write_digest(DIGEST, file) == file
    first = file.read_bytes()
    write_digest(DIGEST, file)
    assert first == file.read_bytes()
    assert b"Quiet Quills" in first


def test_json_is_read_back(tmp_path):
    found = json.loads(write_digest(DIGEST, tmp_path / "new.json").read_text(encoding="utf-8"))
    assert found["papers"][1]["title"] == HOSTILE
    assert found["before"] == 1_200


def test_what_cannot_be_written_is_said(tmp_path):
    with pytest.raises(UnknownFormat, match="end it with"):
        write_digest(DIGEST, tmp_path / "new.docx")
    (tmp_path / "new.md").mkdir()
    with pytest.raises(ExportError, match="it is a folder"):
        write_digest(DIGEST, tmp_path / "new.md")
