"""Tasks and techniques of a text: which candidates are chosen, their roles, labels and places."""

from itertools import pairwise
from statistics import mean

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors import Paper, extract, find_tasks, find_techniques, term_selection
from paperlattice.extractors.records import TERM_KINDS
from paperlattice.extractors.selection import find_names
from paperlattice.extractors.term_features import CLASSES, FACTS, Names
from paperlattice.extractors.term_selection import MIN_TERM, choose_terms, kind_of
from paperlattice.extractors.terms import TermForms, find_term_candidates, phrase_keys, term_key
from paperlattice.extractors.text import Tokens

PICTURES = (
    "Finding Pictures\nWe study image retrieval with sketches. Our image retrieval model is trained by "
    "contrastive learning and beats CLIP on MS COCO."
)
ANSWERS = (
    "Asking about Paintings\nWe study visual question answering (VQA) with large language models (LLMs). "
    "VQA is hard for LLMs, and knowledge distillation helps."
)
EXPERTS = (
    "QuillMoE: Small Experts\nWe propose QuillMoE, a mixture of experts (MoE) for machine translation. "
    "Unlike federated learning, it needs one machine. Machine translation with QuillMoE is fast."
)
VISION = (
    "QuillViT: Tiled Attention for Object Detection\nWe propose QuillViT, a vision transformer for object "
    "detection. QuillViT extends Vision Transformer (ViT), and is trained with AdamW on MS COCO."
)
GERMAN = (
    "Bilder mit Skizzen finden\nWir untersuchen, wie man alte Karten mit Skizzen findet, und stellen ein "
    "Verfahren vor, das ohne Beschriftungen auskommt."
)
GERMAN_WITH_ENGLISH = GERMAN + " Auf ImageNet zeigt sich das bei object detection."
CHINESE = "图像检索\n我们研究图像检索image retrieval，优于LoRA。"
FORMULAS = "$\\mathcal{L}_{\\text{CE}}$\n$\\frac{1}{n}\\sum_{i=1}^n x_i^2 \\leq \\mathcal{O}(n \\log n)$"
CONTROLS = (
    "T\x00itle\nWe study\x07 image retrieval\x1b[0m with \ud800LLMs\udfff and \u202efine-tuning\u202c.\r\n"
)
TEXTS = [
    PICTURES,
    ANSWERS,
    EXPERTS,
    VISION,
    GERMAN,
    GERMAN_WITH_ENGLISH,
    CHINESE,
    FORMULAS,
    CONTROLS,
    "Image retrieval",
    "",
]

FIFTY = (
    "image classification, object detection, semantic segmentation, instance segmentation, pose estimation, "
    "depth estimation, image captioning, image retrieval, visual question answering, image super-resolution, "
    "image denoising, image inpainting, optical flow estimation, object tracking, action recognition, "
    "face recognition, person re-identification, scene graph generation, text-to-image generation, "
    "video generation, machine translation, text summarization, question answering, sentiment analysis, "
    "named entity recognition, relation extraction, part-of-speech tagging, dependency parsing, "
    "coreference resolution, natural language inference, text classification, dialogue generation, "
    "code generation, speech recognition, speech synthesis, speaker verification, music generation, "
    "anomaly detection, time series forecasting, click-through rate prediction, link prediction, "
    "node classification, knowledge graph completion, entity linking, fact verification, "
    "drug discovery, autonomous driving, robot manipulation, theorem proving, weather forecasting"
)


def find(text, **options):
    return [*find_tasks(text, **options), *find_techniques(text, **options)]


def roles(text, find=find):
    """Return the role of each term."""
    return {m.name: m.role for m in find(text)}


@pytest.mark.parametrize(
    "text, tasks, techniques",
    [
        (PICTURES, {"image retrieval"}, {"contrastive learning"}),
        (ANSWERS, {"visual question answering"}, {"large language model", "knowledge distillation"}),
        (EXPERTS, {"machine translation"}, {"mixture of experts"}),
        (VISION, {"object detection"}, set()),
        (GERMAN_WITH_ENGLISH, {"object detection"}, set()),
        ("Machine translation", {"machine translation"}, set()),
        ("Image Retrieval\n", {"image retrieval"}, set()),
    ],
)
def test_tasks_and_techniques_of_an_abstract(text, tasks, techniques):
    assert {term_key(m.name) for m in find_tasks(text)} >= set(map(term_key, tasks))
    assert {term_key(m.name) for m in find_techniques(text)} >= set(map(term_key, techniques))


def test_what_a_text_is_about_has_the_strong_role():
    assert roles(PICTURES, find_tasks)["image retrieval"] == "addresses"
    assert roles(ANSWERS, find_tasks)["visual question answering"] == "addresses"
    assert roles(ANSWERS, find_techniques)["large language model"] == "uses"


@pytest.mark.parametrize("text", TEXTS)
def test_roles_are_those_of_the_kind(text):
    assert {m.role for m in find_tasks(text)} <= {"addresses", "mentions"}
    assert {m.role for m in find_techniques(text)} <= {"uses", "mentions"}


@pytest.mark.parametrize("text", TEXTS)
def test_mentions_cover_their_surface_in_order(text):
    for kind, finder in zip(TERM_KINDS, (find_tasks, find_techniques), strict=True):
        mentions = list(finder(text, paper_id="p1", min_confidence=0.1))
        assert mentions == sorted(mentions, key=lambda m: (m.start, m.end, m.name))
        for m in mentions:
            assert (m.kind, m.paper_id, m.rule) == (kind, "p1", "term")
            assert text[m.start : m.end] == m.surface != ""
            assert m.name
            assert 0 < m.confidence <= 1


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_text_gives_the_same_terms(text):
    first = find(text)
    term_selection._TERMS._held.clear()
    assert find(text) == first


@pytest.mark.parametrize("text", TEXTS)
def test_no_span_is_a_name_and_a_term_or_two_terms(text):
    named = {(o.start, o.end) for name in find_names(text) for o in name.occurrences}
    spans = [(m.start, m.end) for m in find(text)]
    assert not named & set(spans)
    assert len(spans) == len(set(spans))


def test_a_term_is_not_mentioned_twice_in_one_place():
    found = find(f"One Model\nWe evaluate one model on {FIFTY}.")
    places = sorted((m.name, m.start, m.end) for m in found)
    assert all(end <= begin for (one, _, end), (other, begin, _) in pairwise(places) if one == other)


def test_a_method_is_no_technique():
    assert "ViT" in {name.name for name in find_names(VISION)}
    assert not {term_key(m.name) for m in find_techniques(VISION)} & {"vit", "visiontransformer", "quillvit"}


@pytest.mark.parametrize(
    "text, name, expected",
    [
        (ANSWERS, "visual question answering", {"visual question answering", "VQA"}),
        (ANSWERS, "large language model", {"large language models", "LLMs"}),
        ("Trees\nLLMs are large language models. An LLM writes.", "large language model",
         {"LLMs", "large language models", "LLM"}),
    ],
)  # fmt: skip
def test_acronym_and_long_form_are_one_term(text, name, expected):
    assert {m.surface for m in find(text) if m.name == name} == expected


@pytest.mark.parametrize("text", TEXTS)
def test_a_higher_threshold_gives_some_of_the_terms(text):
    wider = None
    for threshold in (0.1, MIN_TERM, 0.7, 0.9, 1.1):
        found = {(m.kind, m.name, m.start) for m in find(text, min_confidence=threshold)}
        assert wider is None or found <= wider
        wider = found
    assert wider == set()


def test_terms_under_a_threshold_above_the_default_are_left_out():
    assert all(m.confidence >= 0.9 for text in TEXTS for m in find(text, min_confidence=0.9))


@pytest.mark.parametrize("text", ["", " ", "\n", " \n ", "\n\n", "Moss\n", "Wet moss", "模型\n模型", GERMAN])
def test_texts_without_terms(text):
    assert find(text) == []


def test_a_title_alone_has_terms():
    (found,) = extract([Paper("p", "Image Retrieval with Large Language Models")])
    assert {m.name for m in found} >= {"image retrieval", "large language model"}
    assert all(m.salience >= 0.5 for m in found)


def test_a_list_of_fifty_tasks():
    text = f"One Model\nWe evaluate one model on {FIFTY}."
    listed = set(map(term_key, FIFTY.split(", ")))
    assert len(listed) == 50
    (found,) = extract([Paper("p", *text.split("\n"))])
    tasks = {term_key(m.surface) for m in found if m.kind == "task"}
    assert len(listed & tasks) >= 35
    assert len({m.name for m in found}) <= 60
    (studied,) = extract([Paper("p", "One Model", "We evaluate one model on image retrieval.")])
    assert mean(m.salience for m in found if m.kind == "task") < 0.8 * studied[0].salience
    assert all(text[m.start : m.end] == m.surface for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "-" * 20_000,
        "a." * 10_000,
        "A/" * 2_000,
        "moss " * 20_000,
        "image retrieval " * 2_000,
        "image retrieval, " * 2_000,
        "image-" * 5_000,
        "IR (" * 2_000,
        "\ud800" * 5_000,
    ],
)
def test_hostile_texts_are_read_to_the_end(text):
    found = list(find_tasks(f"{text}\nWe study visual question answering (VQA) with LLMs. VQA is hard."))
    assert "VQA" in {m.surface for m in found}


PIECES = st.sampled_from(
    [
        "We study ",
        "image retrieval",
        "visual question answering",
        " (VQA)",
        "VQA",
        "LLMs",
        " with ",
        "contrastive learning",
        "moss segmentation",
        "CLIP",
        "-based ",
        "/",
        ", ",
        ". ",
        "\n",
        "\ud800",
        "模型",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_gives_well_placed_terms(text):
    mentions = find(text, min_confidence=0.1)
    assert all(text[m.start : m.end] == m.surface != "" for m in mentions)
    (found,) = extract([Paper("p", *text.partition("\n")[::2])])
    assert all(0 < m.salience <= 1 for m in found)


NO_TABLE = TermForms(
    {},
    np.zeros((0, len(CLASSES)), dtype=np.uint8),
    np.zeros((0, len(FACTS)), dtype=np.uint8),
    np.zeros(0, dtype=np.int32),
    [],
    [],
)


def choose(text, shares, *, taken=(), min_confidence=MIN_TERM):
    """Return what is chosen of new forms, given the probabilities of CLASSES by key; others are nothing."""
    tokens = Tokens.of(text)
    keys = phrase_keys(tokens)
    candidates = find_term_candidates(tokens, keys, NO_TABLE, dict.fromkeys(keys))
    rows = np.array([shares.get(c.key, (1, 0, 0, 0, 0)) for c in candidates], dtype=float)
    names = Names({}, [(text.index(name), text.index(name) + len(name)) for name in taken])
    return choose_terms(
        tokens, candidates, rows.reshape(-1, len(CLASSES)), NO_TABLE, names, min_confidence=min_confidence
    )


@pytest.mark.parametrize(
    "row, expected",
    [
        ((0.1, 0.8, 0.1, 0.0, 0.0), ("task", True)),
        ((0.1, 0.0, 0.1, 0.8, 0.0), ("task", False)),
        ((0.1, 0.1, 0.5, 0.1, 0.2), ("technique", True)),
        ((0.1, 0.1, 0.0, 0.1, 0.7), ("technique", False)),
        ((0.5, 0.4, 0.0, 0.1, 0.0), ("task", True)),
        ((0.9, 0.1, 0.0, 0.0, 0.0), ("task", False)),
    ],
)
def test_kind_and_role_follow_from_the_probabilities(row, expected):
    assert kind_of(row) == expected


@pytest.mark.parametrize(
    "row, expected",
    [
        ((0.1, 0.8, 0.1, 0, 0), [("task", "moss retrieval", True, 0.9)]),
        ((0.3, 0, 0, 0.2, 0.5), [("technique", "moss retrieval", False, 0.7)]),
        ((0.56, 0, 0, 0.44, 0), []),
        ((0.6, 0.4, 0, 0, 0), [("task", "moss retrieval", True, 0.4)]),  # likelier in question than not
        ((1, 0, 0, 0, 0), []),
    ],
)
def test_likely_candidates_are_terms(row, expected):
    found = choose("We like moss retrieval.", {"mossretrieval": row})
    assert [(n.kind, n.name, n.own, n.confidence) for n in found] == expected


def test_spans_that_are_names_are_no_occurrences():
    text = "Moss Retrieval wins. We like moss retrieval."
    own = {"mossretrieval": (0, 1, 0, 0, 0)}
    (term,) = choose(text, own, taken=["Moss Retrieval"])
    assert [text[o.start : o.end] for o in term.occurrences] == ["moss retrieval"]
    assert choose(text, own, taken=["Moss Retrieval", "moss retrieval"]) == []


def test_a_new_term_that_the_text_abbreviates_is_one():
    text = "Moss Tile Retrieval (MTR) is new. MTR wins."
    (term,) = choose(text, {"mosstileretrieval": (0, 1, 0, 0, 0)})
    assert term.name == "moss tile retrieval"
    assert [text[o.start : o.end] for o in term.occurrences] == ["Moss Tile Retrieval", "MTR", "MTR"]


@pytest.mark.parametrize(
    "text, label",
    [
        ("Moss Retrieval wins.", "moss retrieval"),
        ("We like attention heads.", "attention head"),
        ("We like MRI moss retrievals.", "MRI moss retrieval"),
        ("We like LLM Agents.", "LLM agent"),
        ("We like LoRA merging.", "LoRA merging"),
        ("X-ray Retrieval wins.", "x-ray retrieval"),
        ("We like moss analysis.", "moss analysis"),
        ("We like moss bias.", "moss bias"),
        ("We like tiled GANs.", "tiled GAN"),
        ("Moss Retrieval, moss retrievals, moss retrievals.", "moss retrieval"),
        ("We like moss series.", "moss series"),
        ("We like moss dynamics.", "moss dynamics"),
        ("We like moss metrics.", "moss metric"),
    ],
)
def test_a_new_term_is_written_small_and_in_the_singular(text, label):
    (term,) = choose(text, {term_key(label): (0, 1, 0, 0, 0)})
    assert term.name == label


@pytest.mark.parametrize(
    "plural, singular",
    [
        ("moss policies", "moss policy"),
        ("moss movies", "moss movie"),
        ("moss losses", "moss loss"),
        ("moss boxes", "moss box"),
        ("moss biases", "moss bias"),
        ("moss analyses", "moss analysis"),
        ("moss caches", "moss cache"),
    ],
)
def test_plurals_of_other_endings(plural, singular):
    (term,) = choose(f"We like {plural}.", {term_key(plural): (0, 1, 0, 0, 0)})
    assert term.name == singular


def test_terms_come_in_the_order_of_the_text():
    text = "Moss retrieval, tile merging and moss retrieval of wet maps."
    found = choose(text, {"mossretrieval": (0, 1, 0, 0, 0), "tilemerging": (0, 0, 1, 0, 0)})
    assert [n.name for n in found] == ["moss retrieval", "tile merging"]
    assert all(a.occurrences[0].start <= b.occurrences[0].start for a, b in pairwise(found))
