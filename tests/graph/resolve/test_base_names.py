"""Marks of size, depth and tuning."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.resolve.base_names import bare_form, base_name

CUT = {
    "ResNet-18": "ResNet",
    "SE-ResNet-50": "SE-ResNet",
    "R(2+1)D-18": "R(2+1)D",
    "ResNet-50 v2": "ResNet v2",
    "WRN-28-10": "WRN",
    "ViT-L/14@336px": "ViT",
    "ViT/B-16": "ViT",
    "Vision Transformer-B/16": "Vision Transformer",
    "CLIP ViT-L/14": "CLIP",
    "MLP-Mixer-B/16": "MLP-Mixer",
    "DiT-XL/2": "DiT",
    "BERT-base-uncased": "BERT",
    "GPT-2 XL": "GPT-2",
    "Whisper-large-v3": "Whisper-v3",
    "Llama-2-7b-chat-hf": "Llama-2",
    "Llama 2 (7B)": "Llama 2",
    "LLaMA7B": "LLaMA",
    "Qwen3-235B-A22B-Instruct": "Qwen3",
    "Qwen2.5-Coder-7B-PPO": "Qwen2.5-Coder-PPO",
    "DeepSeek-R1-Distill-Qwen-7B": "DeepSeek-R1-Distill-Qwen",
    "Phi-3-Mini-128K": "Phi-3",
    "GPT-4o-mini": "GPT-4o",
    "GPT-4-0613": "GPT-4",
    "YOLOv8n": "YOLOv8",
}
WHOLE = [
    "GPT-3", "GPT-3.5", "GPT-4o", "DINOv2", "SimCLRv2", "SAM 2", "Gemma 2", "Claude 3.5 Sonnet",
    "Transformer-XL", "Stable Diffusion XL", "SDXL", "Self-Instruct", "Knowledge Base", "code base",
    "mBART-50", "U2-Net", "S4", "YOLOX", "SV3.3B", "Aya-101", "DeiT III", "C++", "A*", "7B",
    "GPT-J", "Seamless-M4T", "CIFAR-10", "3DGS",
]  # fmt: skip


@pytest.mark.parametrize(("form", "base"), CUT.items())
def test_marks_are_cut(form, base):
    assert base_name("method", form) == base


@pytest.mark.parametrize("form", WHOLE)
def test_versions_and_names_stay(form):
    assert base_name("method", form) == form


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("ImageNet-1K", "ImageNet"),
        ("ImageNet-21K", "ImageNet-21K"),
        ("ImageNet 256×256", "ImageNet"),
        ("COCO val2017", "COCO"),
        ("LAION-400M", "LAION-400M"),
        ("Kinetics-400", "Kinetics-400"),
        ("ResNet-50", "ResNet-50"),
    ],
)
def test_datasets_have_marks_of_their_own(form, base):
    assert base_name("dataset", form) == base


@pytest.mark.parametrize(
    ("kind", "form", "bare"),
    [
        ("method", "CLIP model", "CLIP"),
        ("method", "Gaussian mixture model", "Gaussian mixture model"),
        ("method", "Segment Anything Model", "Segment Anything Model"),
        ("dataset", "ADE20K dataset", "ADE20K"),
        ("repo", "CLIP model", "CLIP model"),
    ],
)
def test_bare_form(kind, form, bare):
    assert bare_form(kind, form) == bare


_PARTS = st.lists(
    st.sampled_from([*CUT, "ViT", "BERT", "7B", "-L", "/16", "-Chat", "large", "v2", "50", "-", "XL", " "]),
    min_size=1,
    max_size=5,
)


@given(st.sampled_from(["method", "dataset", "repo"]), _PARTS.map("".join) | st.text(max_size=20))
def test_a_base_name_is_its_own_base_name(kind, form):
    base = base_name(kind, form)
    assert base_name(kind, base) == base
