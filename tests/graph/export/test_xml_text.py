from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.export.columns import attribute_text, element_text, is_nmtoken, legal_text, nmtoken

ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("&<>]\"'\r\n\t\x00\ud800"))


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("a\x00\x08b\x0b\x0c\x1fc", "abc", id="G4-control"),
        pytest.param("a\tb\nc", "a\tb\nc", id="G4-tab-and-line-feed-stay"),
        pytest.param("a\r\nb\rc\n\rd", "a\nb\nc\n\nd", id="line-ends"),
        pytest.param("a\ud800b\udfffc", "abc", id="G4-lone-surrogates"),
        pytest.param("a\ufffeb\uffffc\ufffd", "abc\ufffd", id="G4-noncharacters"),
        pytest.param("😀\U0010ffff\x7f\x85\u2028", "😀\U0010ffff\x7f\x85\u2028", id="legal-though-odd"),
        pytest.param("", "", id="empty"),
    ],
)
def test_legal_text(text, expected):
    assert legal_text(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("plain > text", "plain > text", id="plain"),
        pytest.param("A & <B", "<![CDATA[A & <B]]>", id="G21-blank-between-entities"),
        pytest.param("a]]>b", "<![CDATA[a]]]]><![CDATA[>b]]>", id="G21-end-of-cdata"),
        pytest.param("]]", "]]", id="not-the-end-of-cdata"),
        pytest.param('"', '"', id="quote"),
    ],
)
def test_element_text(text, expected):
    assert element_text(text) == expected


@given(ANY_TEXT)
def test_an_element_gives_the_legal_text_back(text):
    read = ElementTree.fromstring(f"<d>{element_text(legal_text(text))}</d>").text
    assert (read or "") == legal_text(text)


@given(ANY_TEXT)
def test_an_attribute_gives_the_legal_text_back(text):
    read = ElementTree.fromstring(f'<d a="{attribute_text(legal_text(text))}"/>').get("a")
    assert read == legal_text(text)


@given(ANY_TEXT)
def test_the_oracle_agrees_on_what_is_legal(legal_text_oracle, text):
    assert legal_text(text) == legal_text_oracle(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("method:lora", True),
        ("repo:github.com:o_o:n-1.2", True),
        ("0", True),
        ("method:图", True),
        ("", False),
        ("a b", False),
        ("a/b", False),
        ("c++", False),
        ("a#1", False),
        ("a\n", False),
        ("a&b", False),
        ("\ud800", False),
    ],
)
def test_is_nmtoken(text, expected):
    assert is_nmtoken(text) is expected


@given(ANY_TEXT)
def test_nmtoken_gives_an_nmtoken_and_keeps_one_as_it_is(text):
    assert is_nmtoken(nmtoken(text))
    assert nmtoken(nmtoken(text)) == nmtoken(text)
