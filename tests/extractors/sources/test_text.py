import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.sources.values import fold_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("  two  blanks ", "two blanks"),
        ("a\r\n  b\n\nc\td", "a b c d"),
        ("no\u00a0break\u2028line", "no break line"),
        ("bell\x07 and \x00 nul", "bell and nul"),
        ("form\x0cfeed", "form feed"),
        ("half \ud83d a pair", "half a pair"),
        ("\ufeffmark", "mark"),
        ("\ufffe\uffff", ""),
        ("ε-greedy 學習 naïve 🤗", "ε-greedy 學習 naïve 🤗"),
        ("e\u0301 stays two", "e\u0301 stays two"),
    ],
)
def test_fold_text(text, expected):
    assert fold_text(text) == expected


@given(st.text(st.characters(codec=None)))
def test_folding_is_idempotent_and_leaves_one_line(text):
    folded = fold_text(text)
    assert fold_text(folded) == folded
    assert folded.splitlines() in ([], [folded])
    folded.encode()
