"""Tokens, separators and sentences."""

import itertools

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.text import Tokens, blank_markup, normalize, sentence_spans

SENTENCES = [
    ("One ends. Two ends.", ["One ends.", "Two ends."]),
    ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
    ("A title\nAn abstract. Its end.", ["A title", "An abstract.", "Its end."]),
    ('It said "stop." Then it left.', ['It said "stop."', "Then it left."]),
    ("(It works.) We stop.", ["(It works.)", "We stop."]),
    ("Sizes grow. 12 of them shrink.", ["Sizes grow.", "12 of them shrink."]),
    ("It works. $K$ is free. “We” stop.", ["It works.", "$K$ is free.", "“We” stop."]),
    # no end
    ("See e.g. Fig. 3 for it. We go.", ["See e.g. Fig. 3 for it.", "We go."]),
    ("Some (i.e. Quill) agree. We go.", ["Some (i.e. Quill) agree.", "We go."]),
    ("Quill et al. (2021) agree. We go.", ["Quill et al. (2021) agree.", "We go."]),
    ("It wins w.r.t. Quill and vs. Kiln. We go.", ["It wins w.r.t. Quill and vs. Kiln.", "We go."]),
    ("By J. Quill and A. B. Kiln. They win.", ["By J. Quill and A. B. Kiln.", "They win."]),
    ("It gains 3.5 points. Then 4.2 more.", ["It gains 3.5 points.", "Then 4.2 more."]),
    ("We use GPT-3.5 here. We go.", ["We use GPT-3.5 here.", "We go."]),
    ("See Sec. 3.1. We go.", ["See Sec. 3.1.", "We go."]),
    # the blank after the full stop is missing
    ("It is fast.We release it now.", ["It is fast.", "We release it now."]),
    ("We use ResNet.Results are good.", ["We use ResNet.", "Results are good."]),
    ("We call torch.Tensor, then stop.", ["We call torch.Tensor, then stop."]),
    ("no full stop", ["no full stop"]),
    ("   ", []),
    ("\n\n", []),
    ("", []),
]

ATOMS = [
    ("A* and D*-Lite", ["A*", "and", "D*", "Lite"]),
    ("V*bench", ["V*bench"]),
    ("C++ or C#", ["C++", "or", "C#"]),
    ("RefCOCO+ and RefCOCOg", ["RefCOCO+", "and", "RefCOCOg"]),
    ("k-means++", ["k", "means++"]),
    ("CNN+LSTM and FPS+kNN", ["CNN", "LSTM", "and", "FPS", "kNN"]),
    (r"the \textbf{Quill-Net} one", ["the", "Quill", "Net", "one"]),
    ("WMT'23 and WMT’14", ["WMT'23", "and", "WMT’14"]),
    ("BERT's", ["BERT", "s"]),
    ("Qwen2.5-7B", ["Qwen2.5", "7B"]),
    ("GPT-3.5 turbo.", ["GPT", "3.5", "turbo"]),
    ("v1.2.3.", ["v1.2.3"]),
    ("ends in 5. 6 begins", ["ends", "in", "5", "6", "begins"]),
    ("π0.5 and ε-greedy", ["π0.5", "and", "ε", "greedy"]),
    ("naïve Bayes", ["naïve", "Bayes"]),
    ("x_y", ["x", "y"]),
    ("CIFAR-10/100", ["CIFAR", "10", "100"]),
    ("$\\alpha$-Net", ["α", "Net"]),
    ("###", []),
]


@pytest.mark.parametrize("text, sentences", SENTENCES)
def test_sentences(text, sentences):
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@pytest.mark.parametrize("text, words", ATOMS)
def test_tokens(text, words):
    assert Tokens.of(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "see https://github.com/a/QuillNet now",
        "see github.com/a/QuillNet. now",
        "see COMET{www.example.org/QuillNet} now",
        "see\nhttps://github.com/a/\nQuillNet now",
    ],
)
def test_no_token_lies_in_a_url(text):
    words = Tokens.of(text).words
    assert words[0] == "see"
    assert words[-1] == "now"
    assert not {"github", "QuillNet", "https"} & set(words)


def test_a_url_ends_no_sentence():
    text = "Code is at https://example.org/a.Bcd ef and more. Then we stop."
    assert len(Tokens.of(text).sentences) == 2


def test_tokens_know_their_sentence():
    tokens = Tokens.of("A title\nWe use LoRA. It works.")
    assert tokens.sentence == [0, 0, 1, 1, 1, 2, 2]
    assert tokens.lower == ["a", "title", "we", "use", "lora", "it", "works"]


@given(st.text())
def test_separators_and_words_are_the_text(text):
    tokens = Tokens.of(text)
    assert len(tokens.separators) == len(tokens) + 1
    assert len(tokens.text) == sum(map(len, tokens.separators)) + sum(map(len, tokens.words))
    for i, word in enumerate(tokens.words):
        assert tokens.surface(i, i + 1) == tokens.text[tokens.starts[i] : tokens.ends[i]] == word


PIECES = st.sampled_from([*'aB3.!? \n")(', "e.g.", "Fig.", " We ", "\ud800", "https://a.bc/d"])


@given(st.lists(PIECES).map("".join))
def test_sentences_are_apart_tight_and_complete(text):
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@pytest.mark.parametrize(
    "one, other",
    [
        ("LLaMA 2", "LLaMA-2"),
        ("LLaMA–2", "LLaMA2"),
        ("Image Net", "ImageNet"),
        ("L_1", "L1"),
        ("“CLIP”", "CLIP"),
    ],
)
def test_spellings_of_one_name_normalize_alike(one, other):
    assert normalize(one) == normalize(other)


@pytest.mark.parametrize("one, other", [("C", "C++"), ("CLIP", "clip"), ("RefCOCO", "RefCOCO+"), ("A", "A*")])
def test_other_names_do_not(one, other):
    assert normalize(one) != normalize(other)


@given(st.text())
def test_normalizing_twice_changes_nothing(text):
    assert normalize(normalize(text)) == normalize(text)


@pytest.mark.parametrize(
    "text, plain",
    [
        (r"a \emph{b} c", "a       b  c"),
        (r"\textcolor{red}{b}", "                b "),
        (r"\textit{b", r"\textit{b"),
        (r"$\frac{a}{b}$", r"$\frac{a}{b}$"),
        ("plain {b}", "plain {b}"),
    ],
)
def test_commands_that_change_the_type_are_blotted_out(text, plain):
    assert blank_markup(text) == plain
    assert len(plain) == len(text)


def test_markup_separates_nothing():
    assert Tokens.of(r"we use \emph{Quill Net} here").separators == ["", " ", " ", " ", " ", ""]
