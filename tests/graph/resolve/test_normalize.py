"""Keys of names, and what they keep."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.resolve.normalize import (
    greek_key,
    is_coined,
    name_key,
    numbers,
    signs,
    singulars,
    spelling_key,
    version_key,
    words,
)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Low-Rank  Adaptation", "lowrankadaptation"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("A*", "a*"),
        ("RefCOCO+", "refcoco+"),
        ("ε-greedy", "εgreedy"),
        ("残差 网络", "残差网络"),
        ("LLaMA-3.1", "llama3.1"),
        ("Claude-3-7", "claude3.7"),
        ("LLaMA-3-8B", "llama3-8b"),
        ("GPT-4(V)", "gpt4v"),
        ("$\\mathcal{R}^3$", "r3"),
        ("Poincaré", "poincare"),
        ("S&P", "sandp"),
        ("The Pile", "pile"),
        ("Theano", "theano"),
        ("8×7B", "8x7b"),
        ("हिन्दी", "हिन्दी"),
        ("!?", "!?"),
    ],
)
def test_name_key(form, key):
    assert name_key(form) == key


@given(st.text(max_size=12))
def test_name_key_of_a_key_is_the_key(form):
    assert name_key(name_key(form)) == name_key(form)


@given(st.text(min_size=1, max_size=12))
def test_name_key_is_never_empty(form):
    assert name_key(form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("SAEs", ("SAE",)),
        ("GPs", ("GP",)),
        ("ViTs", ("ViT",)),
        ("random forests", ("random forest",)),
        ("gradient policies", ("gradient policy", "gradient policie")),
        ("Autoencoders", ("Autoencoder",)),
        ("kernel matrices", ("kernel matrix", "kernel matrice")),
        ("GPS", ()),
        ("BLS", ()),
        ("Adams", ()),
        ("Titans", ()),
        ("Atlas", ()),
        ("focal loss", ()),
        ("Gaussian process", ()),
        ("canonical correlation analysis", ()),
        ("s", ()),
        ("2020s", ()),
    ],
)
def test_singulars(form, expected):
    assert singulars(form) == expected


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        ("method", "dinov2", "dino2"),
        ("method", "wav2vec2.0", "wav2vec2"),
        ("method", "llama3.1", "llama3.1"),
        ("method", "gpt4v", "gpt4v"),
        ("method", "hpv16", "hpv16"),
        ("method", "net2014", "net2014"),
        ("dataset", "wmt2014", "wmt14"),
        ("dataset", "cifar100", "cifar100"),
    ],
)
def test_version_key(kind, key, expected):
    assert version_key(kind, key) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [("εgreedy", "epsilongreedy"), ("λdarts", "lambdadarts"), ("ε", "ε"), ("greedy", "greedy")],
)
def test_greek_key(key, expected):
    assert greek_key(key) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("TransUNet", True),
        ("GPT", True),
        ("T5", True),
        ("A*", True),
        ("Whisper", False),
        ("attention", False),
    ],
)
def test_is_coined(word, expected):
    assert is_coined(word) is expected


def test_plural_of_capitals_is_not_a_word_in_capitals():
    assert spelling_key("GPs") != spelling_key("GPS") == spelling_key("gps")


def test_numbers_signs_and_words():
    assert numbers("YOLO-v8 wav2vec 2.0") == ("8", "2", "2")
    assert signs("RefCOCO+ C#") == "+#"
    assert words("low-rank / adaptation") == ("low", "rank", "adaptation")
