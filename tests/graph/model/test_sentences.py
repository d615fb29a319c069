from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.text import MAX_SENTENCE, sentence_at


def around(text, word):
    start = text.index(word)
    return sentence_at(text, start, start + len(word))


TEXT = (
    "Lark: a title. With a stop\n"
    "Prior work (e.g. Heron et al. 2020) reaches 0.5. It uses CLIP. We add Lark v2.0 here. "
    "Code: https://example.org/a.b/Lark.git is open! Is it?"
)


@pytest.mark.parametrize(
    "word, sentence",
    [
        ("title", "Lark: a title."),
        ("Heron", "Prior work (e.g. Heron et al. 2020) reaches 0.5."),
        ("0.5", "Prior work (e.g. Heron et al. 2020) reaches 0.5."),
        ("CLIP", "It uses CLIP."),
        ("v2.0", "We add Lark v2.0 here."),
        ("example", "Code: https://example.org/a.b/Lark.git is open!"),
        ("Is it", "Is it?"),
    ],
)
def test_the_sentence_round_a_word(word, sentence):
    assert around(TEXT, word) == sentence


def test_a_missing_blank_after_a_stop_ends_the_sentence():
    assert around("T\nIt uses large models.We add Lark.", "Lark") == "We add Lark."


def test_blanks_and_line_breaks_are_collapsed():
    assert around("T\nWe  add\tLark.", "Lark") == "We add Lark."


@pytest.mark.parametrize("place", [0, 70, 149])
def test_a_long_sentence_is_cut_at_words_round_the_span(place):
    words = [f"word{i}" for i in range(150)]
    words[place] = "Lark"
    text = "T\n" + " ".join(words)
    sentence = around(text, "Lark")
    assert len(sentence) <= MAX_SENTENCE
    assert "Lark" in sentence
    assert set(sentence.replace("…", "").split()) <= set(words)
    assert sentence.startswith("…") == (place > 0)


def test_no_text_gives_no_sentence():
    assert sentence_at("\n", 0, 0) == ""


@given(st.text("ab. \n", max_size=200), st.integers(0, 200), st.integers(0, 20), st.integers(20, 60))
def test_never_longer_than_allowed(text, start, length, limit):
    text = "title\n" + text
    start = min(start, len(text))
    assert len(sentence_at(text, start, min(start + length, len(text)), max_chars=limit)) <= limit


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_span_inside_a_sentence_is_quoted(text, data):
    text = "title\n" + text
    start = data.draw(st.integers(0, len(text) - 1))
    character = text[start]
    if not character.isspace():
        assert character in sentence_at(text, start, start + 1)
