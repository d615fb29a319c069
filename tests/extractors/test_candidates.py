"""Candidates: what could be a name, grouped by how it is written."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.candidates import find_candidates, form_key, shape_of
from paperlattice.extractors.gazetteer import Entry, Gazetteer
from paperlattice.extractors.text import Tokens

KNOWN = Gazetteer(
    {"ImageNet": (Entry("ImageNet", "dataset"),), "lintelregression": (Entry("lintel regression", "method"),)}
)


def found(text, gazetteer=KNOWN):
    """Return key -> surfaces of the candidates of a text."""
    tokens = Tokens.of(text)
    return {c.key: [tokens.surface(*s) for s in c.spans] for c in find_candidates(tokens, gazetteer)}


@pytest.mark.parametrize(
    "word, shape",
    [
        ("BERT", "A"), ("SAEs", "A"), ("GPT4", "A"), ("LoRA", "C"), ("iPhone", "C"), ("3D", "C"),
        ("e5", "D"), ("A*", "D"), ("C++", "D"), ("A", "U"), ("Adam", "c"), ("Übung", "c"),
        ("50", "n"), ("3.5", "n"), ("model", "l"), ("k", "l"), ("état", "l"),
    ],
)  # fmt: skip
def test_shapes(word, shape):
    assert shape_of(word) == shape


@pytest.mark.parametrize(
    "one, other",
    [
        ("Vision Transformers", "vision-transformer"),
        ("SAEs", "SAE"),
        ("GPT-4", "GPT4"),
        ("LLaMA 2", "llama-2"),
        ("ViT-B/16", "ViT B16"),
        ("Orchard processes", "orchard process"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert form_key(one) == form_key(other)


@pytest.mark.parametrize(
    "one, other",
    [
        ("C", "C++"),
        ("C++", "C#"),
        ("A", "A*"),
        ("GPT-3", "GPT-4"),
        ("CIFAR-10", "CIFAR-100"),
        ("ε-greedy", "greedy"),
        ("loss", "los"),
    ],
)
def test_other_names_have_other_keys(one, other):
    assert form_key(one) != form_key(other)


@given(st.text())
def test_the_key_of_a_key_is_itself(form):
    assert form_key(form_key(form)) == form_key(form)


@pytest.mark.parametrize(
    "text, key, surfaces",
    [
        ("We use QuillNet here.", "quillnet", ["QuillNet"]),
        ("A QuillNet-based model", "quillnet", ["QuillNet"]),
        ("We use QuillNet/LatheNet here.", "lathenet", ["LatheNet"]),
        ("We use QuillNet-2-7B here.", "quillnet27b", ["QuillNet-2-7B"]),
        ("We use k-LACE here.", "klace", ["k-LACE"]),
        ("We use mini-QuillNet here.", "quillnet", ["QuillNet"]),
        ("We use LACE+ and LACE here.", "lace+", ["LACE+"]),
        ("On ImageNet and Image-Net.", "imagenet", ["ImageNet", "Image-Net"]),
        ("by lintel regression, as", "lintelregression", ["lintel regression"]),
        ("a method called slow firing, which", "slowfiring", ["slow firing"]),
        ("which we term “slow firing” here", "slowfiring", ["slow firing"]),
        ("QuillNets win. A QuillNet loses.", "quillnet", ["QuillNets", "QuillNet"]),
        ("Oak Maps win. Our oak maps are slow.", "oakmap", ["Oak Maps", "oak maps"]),
        ("Tall Oak Maps (TOMs) win. A TOM does.", "tom", ["Tall Oak Maps", "TOMs", "TOM"]),
        ("A Slow Oak Map (OM) wins.", "om", ["Slow Oak Map", "Oak Map", "OM"]),
        ("We see Tall Oak Maps win. Tall Oak Maps Network (TOMN) wins.", "tomn",
         ["Tall Oak Maps", "Tall Oak Maps", "Tall Oak Maps Network", "TOMN"]),
        ("We see Tall Oak Maps win. We use TallOakM here.", "talloakm", ["Tall Oak Maps", "TallOakM"]),
    ],
)  # fmt: skip
def test_a_name_is_proposed_with_all_its_occurrences(text, key, surfaces):
    assert found(text)[key] == surfaces


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "we train on plain words, only words.",
        "it gains 3.5 points with 4 layers",
        "code: https://github.com/quill-lab/QuillNet",
        "However, this is a sentence. The other one is too.",
        "we keep 12k of them and the 3rd",
    ],
)
def test_plain_text_proposes_nothing(text):
    assert found(text) == {}


def test_the_title_before_its_colon_is_proposed_whatever_its_case():
    text = "slow firing: a study\nWe do."
    (candidate,) = find_candidates(Tokens.of(text), KNOWN)
    assert candidate.key == "slowfiring"
    assert candidate.sources == {"title"}


def test_words_of_a_title_in_title_case_are_not_names():
    assert "letting" not in found("Letting Kilns Forget Old Bricks\nWe do.")


def test_sources_and_entries_say_why():
    tokens = Tokens.of("We use ImageNet (INet).")
    (candidate,) = (c for c in find_candidates(tokens, KNOWN) if "imagenet" in c.keys)
    assert {"gazetteer", "shape"} <= candidate.sources
    assert [entry.name for entry in candidate.entries] == ["ImageNet"]


@pytest.mark.parametrize(
    "text, form",
    [
        # what is proposed
        ("We propose slow kiln firing, which wins.", "slow kiln firing"),
        ("This paper introduces the slow-firing kiln, a kiln.", "slow-firing kiln"),
        ("Then we devise a novel brick-wise kiln smoother that wins.", "brick-wise kiln smoother"),
        (r"We \textit{fire slowly} here.", "fire slowly"),
        # known names and acronyms with the words that make another of them
        ("We use sparse lintel regression here.", "sparse lintel regression"),
        ("We use doubly sparse lintel regression.", "doubly sparse lintel regression"),
        ("We use non-saturating LACE here.", "non-saturating LACE"),
        # persons
        ("built on Quill's method, it wins", "Quill's method"),
        ("built on Quill’s discrepancy principle, it wins", "Quill’s discrepancy principle"),
        ("based on Quill's slow firing model of bricks", "Quill's slow firing model"),
        # signs within names
        ("the Lathe--Quill framework", "Lathe--Quill"),
        ("our LACE×QuillNet wins", "LACE×QuillNet"),
    ],
)
def test_names_in_ordinary_words_are_proposed(text, form):
    assert form in [surface for surfaces in found(text).values() for surface in surfaces]


@pytest.mark.parametrize(
    "text, form",
    [
        ("Learning to Fire Bricks\nWe do.", "Learning to Fire"),
        ("Firing Bricks for Kilns\nWe do.", "Firing Bricks"),
        ("We propose a two-stage framework, which wins.", "two-stage framework"),
        ("We propose a simple method.", "simple method"),
        ("We introduce two kiln methods, which win.", "two kiln methods"),
        ("We use large lintel regression here.", "large lintel regression"),
        ("We use robust 3D bricks.", "robust 3D"),
        ("based on Quill's slow bricks", "Quill's slow bricks"),
        ("The central challenge is here.", "The central"),
        ("on a small brick database", "small brick"),
        ("on ImageNet 128 x 128 here", "ImageNet 128"),
        ("on ImageNet 128×128 here", "ImageNet 128×128"),
    ],
)
def test_other_phrases_are_not(text, form):
    assert form not in [surface for surfaces in found(text).values() for surface in surfaces]


PIECES = st.sampled_from([
    "QuillNet", "LACE", "ImageNet", "Tall Oak", "A*", "7B", "2.5", "k", "of", "the", "called", "(LACE)",
    " ", " ", "“", "”", "-", "/", "\n", ": ", ". ", "(", ")", "+", "$-$", "&", "模型", "\ud800", "\x00",
    "é", "\\_", "{", "sparse", "'s method", " dataset", "We propose ", "\\emph{", "}", "https://github.com/a/QuillNet",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_candidates_are_well_formed(text):
    tokens = Tokens.of(text)
    candidates = find_candidates(tokens, KNOWN)
    keys = [key for c in candidates for key in c.keys]
    assert len(keys) == len(set(keys))
    assert candidates == sorted(candidates, key=lambda c: (c.spans[0], c.key))
    for candidate in candidates:
        assert candidate.spans == sorted(set(candidate.spans))
        assert all(0 <= first < last <= len(tokens) for first, last in candidate.spans)
        assert candidate.sources


@pytest.mark.parametrize("piece", ["A/", "AB-", "Ab ", "AB1 ", "A+", "a-", "(AB) ", '"a', "Ab of ", "AB: "])
def test_work_grows_with_the_text(piece):
    small, large = (find_candidates(Tokens.of(piece * n), KNOWN) for n in (500, 1000))
    atoms_covered = [sum(last - first for c in found for first, last in c.spans) for found in (small, large)]
    assert atoms_covered[1] <= 2.2 * atoms_covered[0] + 100


def test_a_phrase_whose_initials_spell_a_short_form_is_another_form_of_it():
    forms = found("The Tiled Orchard Model reads. We train CNN+TOM.")["tom"]
    assert forms == ["Tiled Orchard Model", "TOM"]


def test_a_defined_short_form_has_no_phrase_of_another_sense():
    candidates = found("The tiled orchard model (TOM) reads. The Theory Of Music sleeps.")
    assert "Theory Of Music" not in candidates["tom"]
    assert "theoryofmusic" in candidates


def test_without_abbreviations_forms_stay_apart():
    tokens = Tokens.of("The Tiled Orchard Model reads. We train TOM.")
    keys = {c.key for c in find_candidates(tokens, KNOWN, abbreviations=False)}
    assert {"tom", "tiledorchardmodel"} <= keys
