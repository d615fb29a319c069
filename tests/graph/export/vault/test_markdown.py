"""Text of papers is only text: in Markdown, in labels of links, in YAML."""

import html
import re

import pytest
import srsly
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from paperlattice.extractors.sources.values import fold_text
from paperlattice.graph.export.vault.markdown import (
    link_label,
    markdown,
    property_text,
    tag,
    web_link,
    wiki_link,
    yaml_lines,
)

SIGNS = st.sampled_from(
    [*"\\`*_{}[]#|~$^@&<>%:=+-.!()", "[[", "%%", "://", "www.", "&lt;", "&#91;", "::", "1. "]
)
TEXTS = st.lists(st.one_of(st.text(max_size=5), SIGNS)).map("".join)
# What Obsidian or a plug-in would follow, hide or run.
LIVE = re.compile(
    r"(?<!\\)\[\[|<%|%%|(?<!\\)`|(?<!\\)\$|(?<!\\):(?=//|:)|(?<![\\&])#(?=\w)|==|<[a-z!/]", re.IGNORECASE
)


@given(TEXTS)
def test_markdown_shows_the_text_and_nothing_else(text):
    source = markdown(text)
    (_, inline, _) = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(f"x {source}")
    assert {part.type for part in inline.children} <= {"text", "text_special"}
    assert "".join(part.content for part in inline.children) == f"x {seen(text)}".strip()


def seen(text: str) -> str:
    return fold_text(re.sub("[\x7f-\x9f]", " ", text))


@given(TEXTS)
def test_at_the_start_of_a_line_no_block_begins(text):
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(
        f"> [!abstract] A\n> {markdown(text)}\n"
    )
    assert {token.type for token in tokens} <= {
        *("blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline")
    }


@given(TEXTS)
def test_nothing_in_a_text_is_alive(text):
    # An escaped backslash before a sign escapes nothing.
    assert not LIVE.search(markdown(text).replace("\\\\", ""))
    assert not re.search(r"[\[\]|`$\\<>]|%%|#\w", link_label(text))
    assert not re.search(r"\[\[|<%|%%|\]\(|://|<[A-Za-z/!]", property_text(text))


@given(TEXTS)
def test_references_of_a_property_give_the_text_back(text):
    resolved = re.sub(r"&(?:lt|amp|#\d+);", lambda found: html.unescape(found[0]), property_text(text))
    assert resolved == fold_text(text)


@given(st.text(), st.lists(st.text(min_size=1), min_size=1), st.integers(0, 9))
def test_yaml_gives_the_values_back(text, items, number):
    text, items = (_writable(text), [_writable(item) for item in items])
    fields = {"title": text or "x", "tags": items, "papers": number}
    assert srsly.yaml_loads(yaml_lines(fields)) == fields


def _writable(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()


@pytest.mark.parametrize(
    "word", ["no", "true", "null", "12", "1e3", "2024-05", "", "a: b", "- a", "~", "---"]
)
def test_a_word_of_yaml_stays_a_text(word):
    assert srsly.yaml_loads(yaml_lines({"items": [word]})) == {"items": [word]}


def test_links():
    assert wiki_link("Papers/A", "A | [[b]]") == "[[Papers/A|A / ((b))]]"
    assert link_label("a %`% ##b `: $:c x:\\//y") == "a % b : :c x//y"
    assert web_link("https://x.org/a_(b)", "a_b") == "[a\\_b](<https://x.org/a_(b)>)"
    assert web_link("javascript:alert(1)", "x") == "x"
    assert tag("topic", "topic:video-generation--2") == "paperlattice/topic/video-generation-2"
