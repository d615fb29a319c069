"""Pairs of short and long forms within one text."""

import pytest
from hypothesis import example, given, strategies as st

from paperlattice.extractors.abbreviations import find_abbreviations

PAIRS = [
    ("We use low-rank adaptation (LoRA) here.", "LoRA", "low-rank adaptation"),
    ("A sparse autoencoder (SAE) is used.", "SAE", "sparse autoencoder"),
    ("We train sparse autoencoders (SAEs) on it.", "SAEs", "sparse autoencoders"),
    ("A Multi-modal LLM (MLLM) is used.", "MLLM", "Multi-modal LLM"),
    ("a multi-modal large language model (MLLM)", "MLLM", "multi-modal large language model"),
    ("Chain-of-Thought (CoT) prompting", "CoT", "Chain-of-Thought"),
    ("We probe in-context learning (ICL) here.", "ICL", "in-context learning"),
    ("the best on-policy self-distillation (OPSD)", "OPSD", "on-policy self-distillation"),
    ("A Vision Transformer (ViT) is used.", "ViT", "Vision Transformer"),
    ("learning from human feedback (LfHF)", "LfHF", "learning from human feedback"),
    ("intersection over union (IoU)", "IoU", "intersection over union"),
    ("a signal-to-noise ratio (SNR) of", "SNR", "signal-to-noise ratio"),
    ("3D Gaussian Splatting (3DGS)", "3DGS", "3D Gaussian Splatting"),
    ("heat shock transcription factor (HSF)", "HSF", "heat shock transcription factor"),
    ("k-nearest neighbours (kNN)", "kNN", "k-nearest neighbours"),
    ("We present the novel tiled orchard model (TOM).", "TOM", "tiled orchard model"),
    ("Visual Question Answering (VQA; Quill, 2015)", "VQA", "Visual Question Answering"),
    ("Tiled Orchard Pruning (dubbed TOP)", "TOP", "Tiled Orchard Pruning"),
    ('Tree-structured Parzen Estimator ("TPE")', "TPE", "Tree-structured Parzen Estimator"),
    ("\\textbf{x} by Long Short-Term Memory (LSTM)", "LSTM", "Long Short-Term Memory"),
    # the short form comes first
    ("We use SVM (support vector machine) here.", "SVM", "support vector machine"),
    ("TREES (tiled readings of every early sun)", "TREES", "tiled readings of every early sun"),
    ("The support vector machine [SVM] is used.", "SVM", "support vector machine"),
    # put together from beginnings, inner capitals, digits
    ("The Tiled Orchard Module (TOModule) is used.", "TOModule", "Tiled Orchard Module"),
    ("We use Orchard Tile Matching (Orchard-TM) here.", "Orchard-TM", "Orchard Tile Matching"),
    ("We use TiLed orChard Maps (TLCM) here.", "TLCM", "TiLed orChard Maps"),
    ("We use TCX (Tiled orChard maXims) here.", "TCX", "Tiled orChard maXims"),
    ("Walks in Tree2tree (T2T) and", "T2T", "Tree2tree"),
    ("We use polished orchard activations (PolOr) here.", "PolOr", "polished orchard activations"),
    ("We use Tiled-Guided Orchard Maps (TilOM) here.", "TilOM", "Tiled-Guided Orchard Maps"),
    ("Deep in Tiled Raking Rest U-Net (T2RUNet) we", "T2RUNet", "Tiled Raking Rest U-Net"),
    ("We use Order-Aware Cross Tiling (OAXT) here.", "OAXT", "Order-Aware Cross Tiling"),
    ("Tiled Garden Corpus (TGC-18)", "TGC-18", "Tiled Garden Corpus"),
    ("We use Orchard Contrast (OrCo) here.", "OrCo", "Orchard Contrast"),
    ("We use Tiled Diffuse Fusion (TiDiFuse) here.", "TiDiFuse", "Tiled Diffuse Fusion"),
    ("We present TIMES (Tiles with Matched Seeds) here.", "TIMES", "Tiles with Matched Seeds"),
    ("We use Walks in Other Woods (WOW-Loss) here.", "WOW-Loss", "Walks in Other Woods"),
    ("a TO-MoE network (Tiled-Orchard Mixture-of-Experts)", "TO-MoE", "Tiled-Orchard Mixture-of-Experts"),
    ("(such as Tiled Orchard Maps [TOM], trees)", "TOM", "Tiled Orchard Maps"),
    # beside each other, stated in words
    ("We propose TOMNet, a Tiled Orchard Map Network.", "TOMNet", "Tiled Orchard Map Network"),
    ("We propose LOM, a LOng Map paradigm, here.", "LOM", "LOng Map"),
    ("We propose TOM-RAG, Tiled Orchards for Many RAG, here.", "TOM-RAG", "Tiled Orchards for Many RAG"),
    ("We propose Tiled Orchard Map, TOM, to read.", "TOM", "Tiled Orchard Map"),
    ("We propose LATIM: Lattice Tiling of Many, a way.", "LATIM", "Lattice Tiling of Many"),
    ("We use a tiled orchard map called TOM here.", "TOM", "tiled orchard map"),
    ("the tiled orchard map method, also known as TOM", "TOM", "tiled orchard map method"),
    # in LaTeX
    ("We use \\emph{Tiled Orchard Model} (TOM) here.", "TOM", "Tiled Orchard Model"),
    ("We use \\textbf{Tiled Orchard Model (TOM)} here.", "TOM", "Tiled Orchard Model"),
    # stated in words
    ("low-rank adaptation, abbreviated as LoRA, is", "LoRA", "low-rank adaptation"),
    ("low-rank adaptation, or simply LoRA, is", "LoRA", "low-rank adaptation"),
    ("We propose MAP, short for Moving and Aligning Priors, a way", "MAP", "Moving and Aligning Priors"),
    ("We call it TOM (short for tiled orchard model) here.", "TOM", "tiled orchard model"),
    ("a model named TOM, which stands for Tiled Orchard Model.", "TOM", "Tiled Orchard Model"),
    # at the head of a title
    ("LACE: Learned Attention with Cheap Edges\nWe do.", "LACE", "Learned Attention with Cheap Edges"),
    ("LACE: A Learned Attention with Cheap Edges\nWe do.", "LACE", "Learned Attention with Cheap Edges"),
    ("TOM - Tiled Orchard Maps for Trees\nWe do.", "TOM", "Tiled Orchard Maps"),
    ("Cago: Capability-Aware Goal Sampling for Agents\nx", "Cago", "Capability-Aware Goal Sampling"),
]  # fmt: skip

NO_PAIRS = [
    "",
    "as shown (Fig. 2)",
    "some models (e.g., GPT)",
    "in spring (2023)",
    "the baseline (ours)",
    "prior work (Quill et al., 2020)",
    "as Quill (2020) shows",
    "parts (a) and (b) and (ii)",
    "it holds (p < 0.05)",
    "better (up to 5%)",
    "on a cluster (12 GPUs)",
    "it improves retrieval (LoRA)",
    "learning (L)",
    "we use LoRA (LoRA)",
    "code (github.com/quill-lab/LatticeNet)",
    "Low rank. Adaptation (LRA) is",
    "such methods fall short for controlling real windows",
    "RAG: a survey\nWe do.",
    "Trees: What Grows There\nWe do.",
    "\\mathcal{low} rank} adaptation (LRA)",
    "We use SAM, a state-of-the-art segmentation method.",
    "SAM, a strong annotation model, and",
    "We use TOM, a method for images.",
    "We test QUILL10-LT, QUILL100-LT, and more.",
    "On QUA-100, QUA achieves more.",
    "QuillNet10 (QuillNet40 and more)",
    "Swift Woods Chain (MCMC) is",
    "Orchard Synthetic (Blender) is",
    "We use graph learning called GraphGym.",
    "((((",
    "()",
]


@pytest.mark.parametrize("text, short, long", PAIRS)
def test_a_definition_gives_its_pair(text, short, long):
    assert [(pair.short, pair.long) for pair in find_abbreviations(text)] == [(short, long)]


@pytest.mark.parametrize("text", NO_PAIRS)
def test_other_parentheses_give_none(text):
    assert list(find_abbreviations(text)) == []


def test_the_first_definition_wins():
    text = "Tiled Orchard Models (TOM) and Tall Oak Maps (TOM)."
    assert [pair.long for pair in find_abbreviations(text)] == ["Tiled Orchard Models"]


def test_pairs_come_in_order_of_the_text():
    text = "SVM (support vector machine), low-rank adaptation (LoRA), Vision Transformer (ViT)"
    assert [pair.short for pair in find_abbreviations(text)] == ["SVM", "LoRA", "ViT"]


PIECES = [
    "(", ")", " ", "LoRA", "low-rank", "adaptation", "SAEs", "sparse autoencoders", ": ", ", ", ". ", "\n",
    "short for ", "which stands for ", ", abbreviated as ", "A", "b", "3D", "-", "i.e.", "“", "{", "\\",
    "\ud800", "éT", "模型",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
@example("A00A abbreviated as A0As")
def test_spans_match_the_text(text):
    for pair in find_abbreviations(text):
        assert text[pair.short_start : pair.short_end] == pair.short
        assert text[pair.long_start : pair.long_end] == pair.long
        assert len(pair.short) < len(pair.long)
        assert pair.short_end <= pair.long_start or pair.long_end <= pair.short_start


@given(st.lists(st.from_regex(r"[A-Z][a-z]{3,8}", fullmatch=True), min_size=3, max_size=6))
def test_initials_of_capitalised_words_are_a_pair(words):
    short = "".join(word[0] for word in words)
    found = [pair.long for pair in find_abbreviations(f"We use {' '.join(words)} ({short}).")]
    assert found == ([" ".join(words)] if short not in words and not set(short) <= set("IVX") else [])


def test_a_short_form_has_further_long_forms_that_are_much_alike():
    text = "TOM: Tiled Orchard Model\nThe Tiled Orchard Method (TOM) reads. The Theory of Mind (TOM) sleeps."
    assert [pair.long for pair in find_abbreviations(text)] == ["Tiled Orchard Model", "Tiled Orchard Method"]


@pytest.mark.parametrize(
    "text", ["graph tuning, hereafter GT", "graph tuning, in short GT", "GT, short for graph tuning"]
)
def test_a_stated_pair_needs_no_bracket(text):
    assert [(pair.short, pair.long) for pair in find_abbreviations(text)] == [("GT", "graph tuning")]
