"""Documents: a reader of Markdown and a parser of HTML see what was written, whatever it holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st
from lxml import html
from markdown_it import MarkdownIt

from paperlattice.graph.export.citation_record import plain
from paperlattice.graph.export.document import (
    Document,
    Figure,
    Heading,
    Items,
    Link,
    Paragraph,
    Strong,
    Table,
    to_html,
    to_markdown,
)

DOCUMENT = Document(
    "What is new",
    (
        Heading("Papers"),
        Paragraph(("Two, ", Link("one", "https://a.example/1"), " and ", Strong("two"), ".")),
        Items(("first", Link("second", "javascript:alert(1)"))),
        Table(("name", "papers"), (("A|B", "3"), ("C", "12")), frozenset({"papers"})),
        Figure("rising", "<svg/>", "what rises"),
    ),
)
HOSTILE = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "# heading\n\n- item | cell",
    "1. one",
    "2) two",
    "- three",
    " - three after a blank",
    "+ four",
    "=== ",
    "*a* _b_ `c` ~~d~~ &amp; &lt;",
    "</td></table><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "\x1b[31mred\x00",
)


def read(markdown: str) -> html.HtmlElement:
    return html.document_fromstring(MarkdownIt().enable("table").render(markdown))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_markdown_is_what_a_reader_expects():
    assert to_markdown(DOCUMENT, stem="my report") == (
        "# What is new\n\n## Papers\n\nTwo, [one](<https://a.example/1>) and **two**.\n\n"
        "- first\n- second\n\n"
        "| name | papers |\n| --- | ---: |\n| A\\|B | 3 |\n| C | 12 |\n\n"
        "![what rises](<my%20report.rising.svg>)\n"
    )
    assert "rising" not in to_markdown(DOCUMENT)


@pytest.mark.parametrize(
    "parse", [lambda d: read(to_markdown(d)), lambda d: html.document_fromstring(to_html(d))]
)
def test_both_formats_say_the_same(parse):
    page = parse(DOCUMENT)
    assert [text(e) for e in page.iter("h1", "h2", "p", "li", "th", "td") if text(e)] == [
        *("What is new", "Papers", "Two, one and two.", "first", "second"),
        *("name", "papers", "A|B", "3", "C", "12"),
    ]
    assert [link.get("href") for link in page.iter("a")] == ["https://a.example/1"]


def shapes(said: str) -> Document:
    return Document(
        said,
        (
            Heading(said),
            Paragraph(said),
            Items((said, (Link(said, said), Strong(said)))),
            Table((said, "n"), ((said, "1"),)),
        ),
    )


def check_harmless(page: html.HtmlElement, said: str) -> None:
    """The page has the elements of the document and no other, with the text as it was."""
    known = {"html", "head", "body", "h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    extra = {"meta", "title", "style", "strong", "a"}
    assert {element.tag for element in page.iter()} <= known | extra
    assert len(list(page.iter("li"))) == 2
    assert len(list(page.iter("tr"))) == 2
    for element in page.iter("h1", "h2", "p", "th"):
        if plain(said) and text(element) != "n":
            assert text(element) == " ".join(plain(said).split())
    for link in page.iter("a"):
        assert re.match("https?://", link.get("href"))


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_texts_are_shown_as_they_are(said):
    check_harmless(read(to_markdown(shapes(said))), said)
    check_harmless(html.document_fromstring(to_html(shapes(said))), said)


@given(st.text(alphabet=st.sampled_from("ab1.)-+=#|*_`<>[]()!&;\\~$\n\t ~:/'\"é")))
def test_any_text_is_shown_as_it_is(said):
    check_harmless(read(to_markdown(shapes(said))), said)


def test_a_page_loads_nothing_and_carries_its_figures():
    page = to_html(DOCUMENT)
    assert "default-src 'none'" in page
    assert [image.get("src")[:26] for image in html.document_fromstring(page).iter("img")] == [
        "data:image/svg+xml;base64,"
    ]
    assert not re.search(r"(?:src|url\()\s*=?\s*[\"']?https?:", page)


def test_what_is_empty_is_left_out():
    empty = Document("x", (Items(()), Table(("a",), ()), Figure("f", "<svg/>", "f")))
    assert to_markdown(empty) == "# x\n"
    assert "<ul>" not in to_html(empty)
