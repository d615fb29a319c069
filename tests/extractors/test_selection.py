"""Names of methods and datasets: which candidates are chosen, how they are written, where they are."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors import find_datasets, find_methods
from paperlattice.extractors.candidates import find_candidates, form_key
from paperlattice.extractors.gazetteer import Gazetteer
from paperlattice.extractors.scorer import Scores
from paperlattice.extractors.selection import (
    choose_names,
    find_names,
    name_mentions,
    names_view,
    passage_spans,
)
from paperlattice.extractors.text import Tokens

SCROLLS = (
    "QuillNet: Tiled Attention for Long Scrolls\n"
    "We propose QuillNet, a sparse vision transformer for long scrolls. QuillNet extends "
    "Vision Transformer (ViT) with a tiled attention layer and is trained with AdamW. "
    "On ImageNet-1K and CIFAR-10/100 it outperforms ResNet-50 and DeiT. "
    "Code is at https://github.com/quill-lab/InkwellNet."
)
RIVERS = (
    "A Benchmark of Slow Rivers\nWe introduce RiverBench, a benchmark of 4,000 questions about rivers. "
    "We evaluate GPT-4o, LLaMA-2-7B and Qwen2.5 on RiverBench. "
    "A CLIP-based baseline trained on MS COCO and Flickr30k does worse than BLIP-2."
)
KILNS = (
    "Sparse Autoencoders Read Kilns\nSparse autoencoders (SAEs) find features. We train SAEs on the "
    "activations of Gemma 2. An SAE with many features wins."
)
ORCHARDS = (
    "Segmenting Orchards\nWe fine-tune the Segment Anything Model (SAM) on images of orchards. "
    "SAM reaches high accuracy on ADE20K."
)
MINIMA = (
    "Flat Minima in Orchards\nSharpness-Aware Minimization (SAM) is an optimizer that finds flat ones. "
    "We train ResNet with SAM and compare it with SGD on CIFAR-10."
)
DIALOGUES = (
    "Following Dialogues\nWe evaluate dialogue state tracking on the Schema-Guided Dialogue (SGD) dataset "
    "and on MultiWOZ. Our model improves over prior work on the SGD dataset by two points."
)
FAMILIES = (
    "We Study Trees\nWe study how trees grow in large language models (LLMs), using reinforcement learning, "
    "diffusion models and transformers. LLMs learn by gradient descent."
)
LINKS = (
    "Small Trees\nOur code is at https://github.com/quill-lab/ResNet and the data at "
    "https://huggingface.co/datasets/quill/ImageNet."
)
GERMAN = (
    "Sparsame Modelle\nWir stellen ein Verfahren zum Beschneiden von Bäumen vor. "
    "Auf ImageNet übertrifft es das Verfahren LoRA."
)
CHINESE = "大型语言模型的剪枝\n我们提出了一种剪枝方法，并在 ImageNet 上进行评估，优于LoRA。"
FORMULAS = "$\\mathcal{L}_{\\text{CE}}$\n$\\frac{1}{n}\\sum_{i=1}^n x_i^2 \\leq \\mathcal{O}(n \\log n)$"
CONTROLS = "T\x00itle\nWe use\x07 LoRA\x1b[0m on \ud800ImageNet\udfff and \u202eResNet-50\u202c.\r\n"
TEXTS = [
    SCROLLS,
    RIVERS,
    KILNS,
    ORCHARDS,
    MINIMA,
    DIALOGUES,
    FAMILIES,
    LINKS,
    GERMAN,
    CHINESE,
    FORMULAS,
    CONTROLS,
]


def names(text, kind=None, **options):
    return {name.name for name in find_names(text, **options) if kind in (None, name.kind)}


@pytest.mark.parametrize(
    "text, methods, datasets",
    [
        (
            SCROLLS,
            {"QuillNet", "ViT", "AdamW", "ResNet-50", "DeiT"},
            {"ImageNet-1K", "CIFAR-10", "CIFAR-100"},
        ),
        (
            RIVERS,
            {"GPT-4o", "LLaMA-2-7B", "Qwen2.5", "CLIP", "BLIP-2"},
            {"RiverBench", "MS COCO", "Flickr30k"},
        ),
        (KILNS, {"SAE", "Gemma 2"}, set()),
        (ORCHARDS, {"SAM"}, {"ADE20K"}),
        (MINIMA, {"SAM", "ResNet"}, {"CIFAR-10"}),
        (GERMAN, {"LoRA"}, {"ImageNet"}),
    ],
)
def test_methods_and_datasets_of_an_abstract(text, methods, datasets):
    assert names(text, "method") == methods
    assert names(text, "dataset") == datasets


@pytest.mark.parametrize("text", [FAMILIES, LINKS, FORMULAS, "", "\n", " \n ", "A title only\n"])
def test_families_links_and_formulas_name_nothing(text):
    assert find_names(text) == ()


def test_a_short_form_means_what_its_text_says():
    assert [occurrences(name, ORCHARDS) for name in find_names(ORCHARDS) if name.name == "SAM"] == [
        ["Segment Anything Model", "SAM", "SAM"]
    ]
    assert [occurrences(name, MINIMA)[0] for name in find_names(MINIMA) if name.name == "SAM"] == [
        "Sharpness-Aware Minimization"
    ]
    assert "SGD" not in names(DIALOGUES, "method")
    assert "MultiWOZ" in names(DIALOGUES, "dataset")


def occurrences(name, text):
    return [text[occurrence.start : occurrence.end] for occurrence in name.occurrences]


def test_forms_of_one_thing_share_one_name():
    (sae,) = (name for name in find_names(KILNS) if name.name == "SAE")
    assert occurrences(sae, KILNS) == ["Sparse Autoencoders", "Sparse autoencoders", "SAEs", "SAEs", "SAE"]
    (vit,) = (name for name in find_names(SCROLLS) if name.name == "ViT")
    assert set(occurrences(vit, SCROLLS)) == {"vision transformer", "Vision Transformer", "ViT"}


def test_a_slash_adds_a_second_dataset_at_a_wider_span():
    (ten,) = (name for name in find_names(SCROLLS) if name.name == "CIFAR-10")
    (hundred,) = (name for name in find_names(SCROLLS) if name.name == "CIFAR-100")
    assert (occurrences(ten, SCROLLS), occurrences(hundred, SCROLLS)) == (["CIFAR-10"], ["CIFAR-10/100"])


def test_a_compound_names_its_head():
    (clip,) = (name for name in find_names(RIVERS) if name.name == "CLIP")
    assert occurrences(clip, RIVERS) == ["CLIP"]


def test_what_the_paper_brings_is_its_own():
    own = {name.name: name.own for name in find_names(SCROLLS) + find_names(RIVERS)}
    assert own["QuillNet"]
    assert own["RiverBench"]
    assert not own["DeiT"]
    assert not own["GPT-4o"]


@pytest.mark.parametrize("text", TEXTS)
def test_mentions_cover_their_surface(text):
    for kind in ("method", "dataset"):
        mentions = name_mentions(text, kind, find_names(text, min_confidence=0.1), "p1")
        assert mentions == sorted(mentions, key=lambda m: (m.start, m.end, m.name))
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.surface
            assert 0.1 <= mention.confidence <= 1.0
            assert mention.rule


@pytest.mark.parametrize("text", TEXTS)
def test_a_higher_threshold_gives_some_of_the_names(text):
    wider = None
    for threshold in (0.2, 0.5, 0.7, 0.9, 1.1):
        found = {(name.kind, name.name) for name in find_names(text, min_confidence=threshold)}
        assert wider is None or found <= wider
        wider = found
    assert wider == set()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("least", [0.1, 0.5])
def test_names_are_sure_enough_and_overlap_none(text, least):
    found = find_names(text, min_confidence=least)
    assert all(n.confidence >= least for n in found)
    taken = [(p.start, p.end) for n in found for p in n.occurrences if "slash" not in n.rules]
    assert all(a[1] <= b[0] for a, b in pairwise(sorted(taken)))


@pytest.mark.parametrize("text", TEXTS)
def test_terms_are_shown_the_names_that_were_chosen(text):
    view = names_view(text)
    assert set(view.taken) == {(p.start, p.end) for n in find_names(text) for p in n.occurrences}
    assert all(0 <= p <= 1 for row in view.spans.values() for p in row)


PIECES = st.sampled_from(
    [
        "We propose ",
        "LoRA",
        "QuillNet",
        " (QN)",
        " on ",
        "ImageNet",
        "-",
        "/",
        ", ",
        ". ",
        "\n",
        "CIFAR-10/100",
        "SAEs",
        "\ud800",
        "模型",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_gives_well_placed_names(text):
    found = find_names(text, min_confidence=0.2)
    assert len({(name.kind, form_key(name.name)) for name in found}) == len(found)
    for name in found:
        assert name.occurrences
        assert all(0 <= occurrence.start < occurrence.end <= len(text) for occurrence in name.occurrences)


def scores_for(candidates, methods, datasets):
    """Return scores that give keys the probabilities of `methods` and `datasets` (key -> probability)."""
    method, dataset = (
        np.array([chosen.get(c.key, 0.0) for c in candidates]) for chosen in (methods, datasets)
    )
    return Scores(np.column_stack([1 - method - dataset, method, dataset]), 0 * method)


def choose(text, methods, datasets=None, **options):
    tokens = Tokens.of(text)
    candidates = find_candidates(tokens, Gazetteer({}))
    scores = scores_for(candidates, methods, datasets or {})
    return choose_names(tokens, candidates, scores, **options)


def chosen_names(text, chosen, **options):
    return [name.name for name in choose(text, chosen, **options)]


@pytest.mark.parametrize(
    "chosen, expected",
    [
        ({"quillnet": 0.9}, ["QuillNet"]),
        ({"quillnet": 0.4}, []),
        ({"quillnet": 0.9, "quillnetlace": 0.6}, ["QuillNet"]),
        ({"quillnet": 0.6, "quillnetlace": 0.9}, ["QuillNet LACE"]),
        ({"quillnet": 0.6, "lace": 0.7}, ["QuillNet", "LACE"]),
    ],
)
def test_of_overlapping_candidates_the_likelier_wins(chosen, expected):
    assert chosen_names("We use QuillNet LACE here.", chosen, min_confidence=0.5) == expected


@pytest.mark.parametrize(
    "text, methods, datasets, expected",
    [
        # A name that occurs elsewhere leaves room for a compound of it and for a thing of the other kind ...
        ("Quill and Quill-DPO win.", {"quill": 0.9, "quilldpo": 0.6}, {}, ["Quill", "Quill-DPO"]),
        ("Quill wins on Quill-1M.", {"quill": 0.9}, {"quill1m": 0.6}, ["Quill", "Quill-1M"]),
        ("Quill wins on Quill Tales.", {"quill": 0.9}, {"quilltale": 0.6}, ["Quill", "Quill Tales"]),
        # ... not for itself with a size or with a further word, and not where it occurs nowhere else.
        ("QuillNet and QuillNet-7B win.", {"quillnet": 0.9, "quillnet7b": 0.6}, {}, ["QuillNet"]),
        ("QuillNet and QuillNet Series win.", {"quillnet": 0.9, "quillnetserie": 0.6}, {}, ["QuillNet"]),
        ("QuillNet-DPO wins.", {"quillnet": 0.9, "quillnetdpo": 0.6}, {}, ["QuillNet"]),
    ],
)  # fmt: skip
def test_a_longer_name_keeps_its_span_where_the_shorter_one_has_others(text, methods, datasets, expected):
    found = choose(text, methods, datasets, min_confidence=0.5)
    assert [name.name for name in found] == expected
    ends = [occurrence.end for name in found for occurrence in name.occurrences]
    starts = [occurrence.start for name in found for occurrence in name.occurrences]
    assert sorted(starts)[1:] >= sorted(ends)[:-1]


def test_a_name_gets_the_spans_that_the_longer_one_cannot_use():
    text = "Quill and Quill-DPO-LACE win."
    chosen = {"quill": 0.9, "quilldpolace": 0.6, "quilldpo": 0.7}
    found = choose(text, chosen, min_confidence=0.5)
    assert [(n.name, [text[p.start : p.end] for p in n.occurrences]) for n in found] == [
        ("Quill", ["Quill"]),
        ("Quill-DPO", ["Quill-DPO"]),
    ]


@pytest.mark.parametrize(
    "text, key, name",
    [
        ("QuillNets here, QuillNets there, a QuillNet.", "quillnet", "QuillNet"),
        ("TOMs win.", "tom", "TOM"),
        ("QuillNET wins. QuillNet wins. QuillNet wins.", "quillnet", "QuillNet"),
        ("Tall Oak Maps (TOMs) win. Tall Oak Maps are slow.", "tom", "TOM"),
        ("The Lens family wins.", "len", "Lens"),
    ],
)
def test_a_name_is_written_at_its_best(text, key, name):
    assert chosen_names(text, {key: 0.9}, min_confidence=0.5) == [name]


@pytest.mark.parametrize(
    "text, key, expected",
    [
        ("On QuillQA-10/100/200.", "quillqa10", ["QuillQA-10", "QuillQA-100", "QuillQA-200"]),
        ("On QuillQA-A/R.", "quillqaa", ["QuillQA-A", "QuillQA-R"]),
        ("On QuillQA-10/LACE.", "quillqa10", ["QuillQA-10"]),
        ("On QuillQA-10 and 100 trees.", "quillqa10", ["QuillQA-10"]),
    ],
)
def test_slashes_add_parts_of_one_sort(text, key, expected):
    assert chosen_names(text, {key: 0.9}, min_confidence=0.5) == expected


@pytest.mark.slow
def test_hash_seeds_do_not_matter():
    program = (
        "import sys; from paperlattice.extractors.selection import find_names; "
        "print([find_names(t, min_confidence=0.1) for t in eval(sys.stdin.read())])"
    )
    printed = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=repr(TEXTS[:6]).encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2] / ".src")},
            capture_output=True,
            check=True,
        )
        printed.add(done.stdout)
    assert len(printed) == 1
    assert b"QuillNet" in printed.pop()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "-" * 20_000,
        "a." * 10_000,
        "a" * 100_000,
        "A/" * 2_000,
        "https://" * 5_000,
        "LoRA (" * 2_000,
        "\ud800" * 5_000,
    ],
)
def test_hostile_texts_are_read_to_the_end(text):
    assert "ImageNet" in names(f"{text}\nWe evaluate QuillNet on the ImageNet dataset and on CIFAR-10.")


def test_a_name_that_ends_in_s_stays_where_the_paper_gives_it_to_its_own_work():
    text = "QuillCaps: Captions for All\nQuillCaps is a dataset of captions. We train ResNets on it."
    assert {n.name for n in find_names(text)} >= {"QuillCaps", "ResNet"}


@pytest.mark.parametrize(
    "text, methods, datasets, expected",
    [
        ("Quill wins. The Quill Framework wins.", {"quill": 0.9, "quillframework": 0.9}, {}, ["Quill"]),
        ("On Quill, not the Quill Corpus.", {}, {"quill": 0.9, "quillcorpu": 0.9}, ["Quill"]),
        ("Quill wins. The Quill Lace wins.", {"quill": 0.9, "quilllace": 0.9}, {}, ["Quill", "Quill Lace"]),
        ("YOLO wins. YOLOv3 wins.", {"yolo": 0.9, "yolov3": 0.9}, {}, ["YOLO", "YOLOv3"]),
    ],
)
def test_a_noun_after_a_name_makes_no_second_one(text, methods, datasets, expected):
    assert [n.name for n in choose(text, methods, datasets, min_confidence=0.5)] == expected


def test_a_name_of_others_is_written_as_the_catalogue_has_it():
    assert chosen_names("We use GPT2 here.", {"gpt2": 0.9}, min_confidence=0.5) == ["GPT-2"]


def test_a_full_text_is_read_in_passages():
    sentence = (
        "We propose QuillNet, a network of quills. It beats CLIP on ImageNet. Rivers are slow and wide. "
    )
    text = "Quills at Length\n" + 120 * sentence
    spans = passage_spans(text)
    assert len(spans) > 3
    assert [a for a, _ in spans[1:]] == [b for _, b in spans[:-1]]
    assert (spans[0][0], spans[-1][1]) == (0, len(text))
    found = {name.name: name for name in find_names(text)}
    assert set(found) == {"QuillNet", "CLIP", "ImageNet"}
    for name, entity in found.items():
        places = [(o.start, o.end) for o in entity.occurrences]
        assert {text[a:b] for a, b in places} == {name}
        assert len(places) == len(set(places)) == 120
    assert passage_spans(text[:8000]) == [(0, 8000)]


def test_a_full_text_with_latex_has_its_places_in_the_source():
    sentence = r"We propose \textsc{Quill}Net and {\sc Fern}. It beats CLIP by $\alpha$ on ImageNet. "
    text = "Quills at Length\n" + 150 * sentence + "Then we train it on COCO."
    for find in (find_methods, find_datasets):
        found = list(find(text))
        assert found
        assert all(text[m.start : m.end] == m.surface for m in found)
    assert [m.start for m in find_datasets(text) if m.surface == "COCO"] == [text.index("COCO")]
