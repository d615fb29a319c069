"""Mentions of datasets."""

import pytest

from paperlattice.extractors import find_datasets

TEXT = (
    "RiverBench: Questions about Slow Rivers\nWe introduce RiverBench, a benchmark of 4,000 questions. "
    "We train CLIP on MS COCO and evaluate on CIFAR-10/100 and RiverBench."
)


def test_each_occurrence_is_a_mention_with_name_and_role():
    assert [(m.surface, m.name, m.role) for m in find_datasets(TEXT)] == [
        ("RiverBench", "RiverBench", "introduces"),
        ("RiverBench", "RiverBench", "introduces"),
        ("MS COCO", "MS COCO", "uses"),
        ("CIFAR-10", "CIFAR-10", "uses"),
        ("CIFAR-10/100", "CIFAR-100", "uses"),
        ("RiverBench", "RiverBench", "introduces"),
    ]


def test_mentions_are_of_one_kind_and_carry_the_paper():
    mentions = list(find_datasets(TEXT, paper_id="p1"))
    assert {(m.kind, m.paper_id) for m in mentions} == {("dataset", "p1")}
    assert "CLIP" not in {m.name for m in mentions}


@pytest.mark.parametrize("text", ["", "\n", "We study trees\nWe collect data on four datasets.", "\ud800"])
def test_a_text_without_datasets_gives_none(text):
    assert list(find_datasets(text)) == []


def test_the_threshold_is_passed_on():
    assert list(find_datasets(TEXT, min_confidence=1.1)) == []
