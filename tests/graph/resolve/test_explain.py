"""Why two names are one entity, or two."""

import re

import pytest

from paperlattice.extractors.records import Mention
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.model.pins import Pin, Pins
from paperlattice.graph.resolve.entities import resolve_entities
from paperlattice.graph.resolve.explain import explain_names


def _resolve(*names, kind="method", pins=None):
    mentions = [Mention(f"p{i}", kind, n, n, 0, 1, "uses", "test", 1.0) for i, n in enumerate(names)]
    return resolve_entities(mentions, pins=pins or Pins())


@pytest.mark.parametrize(
    ("kind", "left", "right", "reason"),
    [
        ("method", "GPT-3", "GPT-4", "the digits differ: 3 and 4"),
        ("dataset", "CIFAR-10", "CIFAR-100", "the digits differ: 10 and 100"),
        ("method", "DINO", "DINOv2", "the digits differ: none and 2"),
        ("method", "C", "C++", r"the signs differ: none and \+\+"),
        (
            "method",
            "supervised pretraining",
            "unsupervised pretraining",
            "'unsupervised' is the opposite of 'supervised'",
        ),
        ("method", "DINO", "DIMO", "two coined or short names"),
        ("method", "weight sharing", "weight sharding", "'sharing' and 'sharding' are two words"),
        ("method", "BERT", "LoRA", "nothing pairs them"),
        ("repo", "https://github.com/a/b", "https://github.com/a/c", "the addresses differ"),
    ],
)
def test_what_keeps_names_apart(kind, left, right, reason):
    said = explain_names(_resolve(left, right, kind=kind), kind, left, right)
    assert not said.same
    assert said.merges == ()
    assert re.search(reason, said.reason)


def test_a_pin_is_a_reason():
    pins = Pins(different=(Pin(("SAM", "sam"), "method", "pins.toml: [[different]] 1"),))
    said = explain_names(_resolve("SAM", "sam", pins=pins), "method", "SAM", "sam", pins=pins)
    assert said.reason == "declared different: 'SAM' and 'sam' (pins.toml: [[different]] 1)"


def test_the_chain_leads_from_one_name_to_the_other():
    resolution = _resolve("LLaMA-2-7B-Chat", "Llama2-70B")
    said = explain_names(resolution, "method", "LLaMA-2-7B-Chat", "Llama2-70B")
    assert said.same
    assert [j.rule for j in said.merges] == ["family", "key", "family"]
    assert said.left_ids == said.right_ids == ("method:llama2",)


def test_names_are_found_in_other_spellings():
    resolution = _resolve("Vision Transformer", "Vision Transformers")
    assert explain_names(resolution, "method", "vision transformer", "Vision-Transformers").same


def test_a_name_with_two_senses():
    rows = [("p1", "SAM", "sharpness-aware minimization"), ("p2", "SAM", "segment anything model")]
    mentions = [Mention(p, "method", n, s, 0, 1, "uses", "test", 1.0) for p, n, s in rows]
    said = explain_names(resolve_entities(mentions), "method", "SAM", "sharpness-aware minimization")
    assert said.same
    assert len(said.left_ids) == 2
    assert [j.rule for j in said.merges] == ["text"]
    assert "several meanings" in said.reason


def test_an_unknown_name_comes_with_a_hint():
    with pytest.raises(UnknownNode, match="no method has the name 'ResNot'; nearest: ResNet"):
        explain_names(_resolve("ResNet"), "method", "ResNet", "ResNot")
