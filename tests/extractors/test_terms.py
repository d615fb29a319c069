"""Established terms: keys, phrases, candidates with a small table, and the packaged table."""

import re

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.term_features import CLASSES, FACTS
from paperlattice.extractors.terms import (
    LONGEST_TERM,
    TermForms,
    find_term_candidates,
    load_terms,
    phrase_keys,
    phrases,
    term_key,
)
from paperlattice.extractors.text import Tokens

LIKELY, UNLIKELY = 100, 200
"""Steps of the log odds of "nothing": under and over the bound from which a form is no term."""


def table(terms, *, unlikely=(), broader=None):
    """Return a table of terms, label to forms; the label itself is a form too."""
    forms = [(form, number) for number, label in enumerate(terms) for form in (label, *terms[label])]
    scores = np.full((len(forms), len(CLASSES)), LIKELY, dtype=np.uint8)
    scores[[form in unlikely for form, _ in forms], 0] = UNLIKELY
    labels = list(terms)
    return TermForms(
        {term_key(form): row for row, (form, _) in enumerate(forms)},
        scores,
        np.zeros((len(forms), len(FACTS)), dtype=np.uint8),
        np.array([number for _, number in forms], dtype=np.int32),
        labels,
        [tuple(labels.index(b) for b in (broader or {}).get(label, ())) for label in labels],
    )


def found(text, known, heads=()):
    """Return the surfaces of each candidate, by its label or its key."""
    tokens = Tokens.of(text)
    candidates = find_term_candidates(tokens, phrase_keys(tokens), known, dict.fromkeys(heads))
    return {
        known.labels[int(c.key[1:])] if c.key[0] == "#" else c.key: [tokens.surface(a, b) for a, b in c.spans]
        for c in candidates
    }


def surfaces(text):
    tokens = Tokens.of(text)
    return [tokens.surface(first, last) for first, last, _ in phrases(tokens, phrase_keys(tokens))]


@pytest.mark.parametrize(
    "one, other",
    [
        ("image retrievals", "image retrieval"),
        ("Open-Vocabulary Detection", "open vocabulary detection"),
        ("fine-tuning", "finetuning"),
        ("fine–tuning", "fine tuning"),
        ("optimisation", "Optimization"),
        ("generalised planning", "generalized planning"),
        ("behaviour modelling", "behavior modeling"),
        ("LLMs", "LLM"),
        ("GANs", "gan"),
        ("X-ray", "x ray"),
    ],
)
def test_spellings_of_one_term_have_one_key(one, other):
    assert term_key(one) == term_key(other) != ""


@pytest.mark.parametrize(
    "one, other",
    [
        ("loss", "los"),
        ("analysis", "analysi"),
        ("noise", "noize"),
        ("supervised", "supervized"),
        ("four", "for"),
        ("gas", "ga"),
        ("2D detection", "3D detection"),
        ("C++", "C"),
    ],
)
def test_other_words_have_other_keys(one, other):
    assert term_key(one) != term_key(other)


@pytest.mark.parametrize("form", ["", " ", "-", "α", "模型", "модель", "\ud800", "$\\mathcal{L}$", "β-"])
def test_forms_without_latin_letters_are_no_obstacle(form):
    assert term_key(form) in ("", "mathcall")
    assert surfaces(form) in ([], ["mathcal"])


def test_letters_of_other_scripts_add_nothing():
    assert term_key("β-VAE") == term_key("VAE")
    assert surfaces("模型LoRA是") == ["LoRA"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("We study image retrieval.", ["image", "image retrieval", "retrieval"]),
        ("image, retrieval", ["image", "retrieval"]),
        ("an image. Retrieval", ["image", "Retrieval"]),
        ("low / high rank", ["low", "high", "high rank", "rank"]),
        ("low/high", ["low", "low/high", "high"]),
        ("we of the and", []),
        ("x y zebra", ["zebra"]),
        ("", []),
    ],
)
def test_phrases_begin_and_end_with_a_content_word_of_one_sentence(text, expected):
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "text, phrase",
    [
        ("We study in-context learning here.", "in-context learning"),
        ("The click-through rate of old maps.", "click-through rate"),
        ("A one-shot model wins.", "one-shot model"),
        ("Chains of thought help.", "Chains of thought"),
        ("Text-to-image generation is fun.", "Text-to-image generation"),
        ("A mixture of experts.", "mixture of experts"),
        ("3D reconstruction of trees.", "3D reconstruction"),
        ("Model-based planning of tides.", "Model-based planning"),
        ("A decoder-only language model.", "decoder-only language model"),
        ("We look at virtual try-on for hats.", "virtual try-on"),
        ("RGB-D tracking of moss.", "RGB-D tracking"),
    ],
)
def test_hyphens_and_small_words_inside_belong_to_a_phrase(text, phrase):
    assert phrase in surfaces(text)


@pytest.mark.parametrize(
    "text, phrase",
    [
        ("We study novel view synthesis.", "novel view synthesis"),
        ("Named entity recognition for maps.", "Named entity recognition"),
        ("Sequential decision making is hard.", "Sequential decision making"),
        ("Tool use of crows and LLMs.", "Tool use"),
        ("A state space model of tides.", "state space model"),
    ],
)
def test_a_term_may_begin_or_end_with_a_word_that_stops_other_phrases(text, phrase):
    assert phrase in surfaces(text)


def test_the_same_words_stop_phrases_elsewhere():
    assert surfaces("We use novel maps, named moss, for state of the art methods") == ["maps", "moss"]
    assert surfaces("planning based on maps") == ["planning", "maps"]


def test_a_phrase_is_never_too_long_and_has_the_key_of_its_words():
    tokens = Tokens.of("deep image retrieval of old paper maps with sparse human sketches")
    keys = phrase_keys(tokens)
    found = list(phrases(tokens, keys))
    assert max(last - first for first, last, _ in found) == LONGEST_TERM
    assert all(key == "".join(keys[first:last]) for first, last, key in found)
    assert found == sorted(found)


WORDS = st.sampled_from(
    ["image", "Retrievals", "of", "the", "in", "in-context", "LLMs", "optimisation", "3D", "a", "C++", "x"]
)
BREAKS = st.sampled_from([" ", "-", ", ", ". ", "/", " (", ") ", "\n", " 模型 ", " α "])


@given(st.lists(st.tuples(WORDS, BREAKS), max_size=25))
def test_the_key_of_a_phrase_is_that_of_its_surface(pieces):
    tokens = Tokens.of("".join(word + mark for word, mark in pieces))
    for first, last, key in phrases(tokens, phrase_keys(tokens)):
        assert 0 <= first < last <= len(tokens)
        assert key == term_key(tokens.surface(first, last))


@given(st.text(max_size=60))
def test_any_text_has_phrases_inside_it(text):
    tokens = Tokens.of(text)
    assert all(
        0 <= a < b <= min(len(tokens), a + LONGEST_TERM) for a, b, _ in phrases(tokens, phrase_keys(tokens))
    )


def test_phrases_grow_with_the_text_and_no_faster():
    tokens = Tokens.of(" ".join(f"moss{n % 700}" for n in range(20_000)))
    assert len(tokens.sentences) == 1
    assert sum(1 for _ in phrases(tokens, phrase_keys(tokens))) <= LONGEST_TERM * len(tokens)


RETRIEVAL = table({"image retrieval": ["retrieving images"], "language model": ["LM"]})


def test_forms_of_one_term_are_one_candidate():
    text = "Retrieving images is old. Image retrieval of maps; image retrievals."
    assert found(text, RETRIEVAL) == {
        "image retrieval": ["Retrieving images", "Image retrieval", "image retrievals"]
    }


def test_candidates_stand_in_the_order_of_the_text_and_know_their_forms():
    tokens = Tokens.of("A language model retrieves. An LM for retrieving images.")
    one, two = find_term_candidates(tokens, phrase_keys(tokens), RETRIEVAL, {})
    assert (one.forms, two.forms) == ({"languagemodel", "lm"}, {"retrievingimage"})
    assert one.row in (RETRIEVAL.row_of["languagemodel"], RETRIEVAL.row_of["lm"])
    assert not one.defined
    assert [span for c in (one, two) for span in c.spans] == [(1, 3), (5, 6), (7, 9)]


def test_an_abbreviation_that_the_text_explains_means_that():
    text = "Latent matching (LM) is slow. LM wins."
    assert found(text, RETRIEVAL) == {"latentmatching": ["Latent matching", "LM", "LM"]}
    assert found("An LM wins.", RETRIEVAL) == {"language model": ["LM"]}


def test_a_new_abbreviation_of_a_known_term_is_that_term():
    text = "Image retrieval (IR) is old. IR wins."
    assert found(text, RETRIEVAL) == {"image retrieval": ["Image retrieval", "IR", "IR"]}
    tokens = Tokens.of(text)
    (candidate,) = find_term_candidates(tokens, phrase_keys(tokens), RETRIEVAL, {})
    assert candidate.defined


def test_new_phrases_are_known_by_their_last_word():
    text = "Moss retrieval needs wet moss. Retrieval is old."
    assert found(text, table({})) == {}
    assert found(text, table({}), heads=["retrieval"]) == {"mossretrieval": ["Moss retrieval"]}


def test_new_phrases_are_of_two_words_or_more_and_not_of_the_most():
    text = "large wet old moss retrieval"
    new = found(text, table({}), heads=["retrieval"])
    assert sorted(map(len, (surface.split() for ss in new.values() for surface in ss))) == [2, 3, 4]


def test_forms_that_are_seldom_terms_are_left_out_unless_the_text_explains_them():
    known = table({"image retrieval": []}, unlikely=["image retrieval"])
    assert found("Image retrieval is old.", known) == {}
    assert set(found("Image retrieval (IR) is old.", known)) == {"image retrieval"}


@pytest.mark.parametrize("text", ["", "\n", "模型", "(((", "Wir suchen nach alten Karten."])
def test_texts_without_known_terms_have_no_candidates(text):
    assert found(text, RETRIEVAL) == {}


def test_a_table_knows_labels_and_broader_terms():
    known = table({"retrieval": [], "image retrieval": ["CBIR"]}, broader={"image retrieval": ["retrieval"]})
    assert known.canonical("CBIRs") == known.canonical("Image-Retrieval") == "image retrieval"
    assert known.broader("CBIR") == ("retrieval",)
    assert known.broader("retrieval") == ()
    assert known.term("moss") is known.canonical("moss") is None
    assert known.broader("moss") == ()


def test_a_term_without_a_label_has_no_canonical_form():
    assert table({"": ["moss retrieval"]}).canonical("moss retrieval") is None


@pytest.mark.parametrize(
    "form, label",
    [
        ("image retrievals", "image retrieval"),
        ("LLMs", "large language model"),
        ("VQA", "visual question answering"),
        ("Machine-Translation", "machine translation"),
        ("object detection", "object detection"),
        ("Diffusion Models", "diffusion model"),
        ("quantisation", "quantization"),
        ("knowledge distillation", "knowledge distillation"),
        ("quill bending", None),
        ("", None),
        ("模型", None),
    ],
)
def test_the_packaged_table_knows(form, label):
    assert load_terms().canonical(form) == label


def test_the_packaged_table_knows_broader_terms():
    known = load_terms()
    assert "question answering" in known.broader("VQA")
    assert known.broader("quill bending") == ()


def test_the_parts_of_the_packaged_table_fit():
    known = load_terms()
    forms, terms = len(known.row_of), len(known.labels)
    assert known.scores.shape == (forms, len(CLASSES))
    assert known.facts.shape == (forms, len(FACTS))
    assert known.term_of.shape == (forms,)
    assert 0 <= known.term_of.min() <= known.term_of.max() < terms == len(known.broader_of)
    assert all(0 <= b < terms and b != n for n, row in enumerate(known.broader_of) for b in row)
    assert all(known.labels[b] for row in known.broader_of for b in row)
    assert sorted(known.row_of.values()) == list(range(forms))
    assert all(re.fullmatch(r"[a-z0-9+]+", key) for key in known.row_of)


def test_packaged_labels_are_written_as_people_write():
    known = load_terms()
    labels = [label for label in known.labels if label]
    assert len(labels) > 1000
    assert all(label == label.strip() and term_key(label) and "\t" not in label for label in labels)
    # The raw key of several words would stand there without blanks: "imageretrieval".
    several = round(255 * 2 / 8)
    words = known.facts[:, FACTS.index("words")]
    run_together = {key for key, row in known.row_of.items() if words[row] >= several}
    assert [label for label in labels if label in run_together and len(label) > 20] == []


def test_packaged_labels_name_one_term_each():
    keys = [term_key(label) for label in load_terms().labels if label]
    assert len(keys) == len(set(keys))


def test_no_packaged_term_is_broader_than_itself():
    known = load_terms()
    broader = [
        (label, known.labels[b])
        for label, row in zip(known.labels, known.broader_of, strict=True)
        for b in row
    ]
    assert not [label for label, other in broader if term_key(label) == term_key(other)]


def test_the_packaged_table_is_read_once():
    assert load_terms() is load_terms()


TWO_HEADS = frozenset(("retrieval", "model"))


@given(st.lists(st.tuples(WORDS, BREAKS), max_size=25))
def test_candidates_are_the_phrases_of_the_table_and_of_heads(pieces):
    tokens = Tokens.of("".join(word + mark for word, mark in pieces))
    keys = phrase_keys(tokens)
    known = table({"image retrieval": ["LLM"], "optimization": []}, unlikely=["optimization"])
    expected = [
        (first, last)
        for first, last, key in phrases(tokens, keys)
        if key in ("imageretrieval", "llm")
        or (key not in known.row_of and 1 < last - first < LONGEST_TERM and keys[last - 1] in TWO_HEADS)
    ]
    candidates = find_term_candidates(tokens, keys, known, TWO_HEADS)
    linked = {key for c in candidates if c.defined for key in c.forms}
    spans = sorted(span for c in candidates for span in c.spans)
    assert [s for s in spans if "".join(keys[slice(*s)]) not in linked] == [
        s for s in expected if "".join(keys[slice(*s)]) not in linked
    ]
