"""Mentions of methods."""

import pytest

from paperlattice.extractors import find_methods

TEXT = (
    "QuillNet: Tiled Attention\nWe propose QuillNet, a new vision transformer. We fine-tune it with low-rank "
    "adaptation (LoRA) and with AdamW on ImageNet. QuillNet outperforms ResNet-50."
)


def test_each_occurrence_is_a_mention_with_name_and_role():
    found = [
        (m.surface, m.name, m.role) for m in find_methods(TEXT) if m.name in ("QuillNet", "LoRA", "ResNet-50")
    ]
    assert found == [
        ("QuillNet", "QuillNet", "proposes"),
        ("QuillNet", "QuillNet", "proposes"),
        ("low-rank adaptation", "LoRA", "uses"),
        ("LoRA", "LoRA", "uses"),
        ("QuillNet", "QuillNet", "proposes"),
        ("ResNet-50", "ResNet-50", "uses"),
    ]


def test_mentions_are_of_one_kind_and_carry_the_paper():
    mentions = list(find_methods(TEXT, paper_id="p1"))
    assert {(m.kind, m.paper_id) for m in mentions} == {("method", "p1")}
    assert "ImageNet" not in {m.name for m in mentions}


def test_the_rule_says_that_words_of_proposal_precede():
    rules = {m.start: m.rule.split("+") for m in find_methods(TEXT) if m.name == "QuillNet"}
    assert [("proposal" in rule) for _, rule in sorted(rules.items())] == [False, True, False]


@pytest.mark.parametrize("text", ["", "\n", "We study trees\nWe study how trees grow.", "\ud800"])
def test_a_text_without_methods_gives_none(text):
    assert list(find_methods(text)) == []


def test_the_threshold_is_passed_on():
    assert list(find_methods(TEXT, min_confidence=1.1)) == []
    low = {m.name for m in find_methods(TEXT, min_confidence=0.3)}
    assert low >= {m.name for m in find_methods(TEXT)}
