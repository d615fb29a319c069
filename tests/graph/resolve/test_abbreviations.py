"""Short and long forms, and the senses of a short name."""

import pytest

from paperlattice.graph.resolve.abbreviations import find_senses, is_abbreviation, same_meaning


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("LoRA", "low-rank adaptation"),
        ("DPO", "Direct Preference Optimization"),
        ("NeRF", "Neural Radiance Fields"),
        ("SAEs", "sparse autoencoders"),
        ("3DGS", "3D Gaussian Splatting"),
        ("C2F", "coarse-to-fine"),
        ("BERT", "Bidirectional Encoder Representations from Transformers"),
        ("AE", "autoencoder"),
        ("RL", "reinforcement learning"),
        ("CoT", "chain of thought"),
    ],
)
def test_abbreviations(short, long):
    assert is_abbreviation(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("QLoRA", "low-rank adaptation"),
        ("BERT", "BERT model"),
        ("GPT-2", "GPT-2 families"),
        ("CLIP", "CLIPScore metric"),
        ("GRPO", "SFT+GRPO"),
        ("AAF", "probabilistic AAFs"),
        ("SimCLRv2", "simple contrastive learning of representations"),
        ("RL", "model-based reinforcement learning"),
        ("vit", "vision transformer"),
        ("LLaMA-2", "LLaMA"),
        ("A", "attention network"),
    ],
)
def test_no_abbreviations(short, long):
    assert not is_abbreviation(short, long)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("low-rank adaptation", "Low Rank Adapters"),
        ("sparse autoencoder", "sparse auto-encoders"),
        ("large language model", "Large-scale Language Models"),
        ("visual language model", "vision-language models"),
        ("supervised fine-tuning", "supervised fine-tuned"),
        ("field of neural radiance", "neural radiance field"),
        ("generative adversarial network", "generative adverserial nets network"),
    ],
)
def test_one_sense(left, right):
    assert same_meaning(left, right)
    assert same_meaning(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sparse autoencoder", "stacked autoencoder"),
        ("supervised contrastive learning", "unsupervised contrastive learning"),
        ("large reasoning model", "large reconstruction model"),
        ("contrastive preference optimization", "contribution-aware preference optimization"),
        ("Segment Anything Model", "sharpness-aware minimization"),
        ("pseudo ancestor", "policy ascent"),
    ],
)
def test_two_senses(left, right):
    assert not same_meaning(left, right)


def test_senses_are_counted_by_paper():
    senses = find_senses(
        [
            ("p1", ["sparse autoencoder", "Sparse Autoencoders"]),
            ("p2", ["sparse auto-encoder"]),
            ("p3", ["stacked autoencoder"]),
        ]
    )
    assert [(s.label, s.papers) for s in senses] == [("Sparse Autoencoders", 2), ("stacked autoencoder", 1)]


def test_what_one_paper_writes_is_one_sense():
    assert len(find_senses([("p1", ["Monte Carlo self-refine", "MCT refinement"])])) == 1
