from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from paperlattice import KnowledgeGraph, Paper
from paperlattice.graph.errors import OptionError

QUILLS = (
    Paper(
        "1", "Quiet Quills", "Quills are  old.\tWe propose QuillNet and train it on ImageNet.", "2025-01-02"
    ),
    Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet. We do so twice."),
    Paper("3", "A Second Look Again", "We compare CLIP with QuillNet on ImageNet."),
    Paper("4", "Tides", "We measure the height of ocean waves from satellites with Adam."),
    Paper("5", "Words without end", "Quillnet wave " * 200),
    Paper("6", "", ""),
)


@pytest.fixture(scope="module")
def quills(look_into):
    return look_into(KnowledgeGraph.build(QUILLS))


def quoted(found):
    return [(paper.id, passage.sentence) for paper in found.papers for passage in paper.passages]


def test_sentences_come_with_paper_date_place_and_entities(quills):
    found = quills.context("Who trains quillnet?", budget=300)
    assert [(e.id, e.label, e.written) for e in found.entities] == [
        ("method:quillnet", "QuillNet", "quillnet")
    ]
    first = found.papers[0]
    assert (first.id, first.title, first.date) == ("1", "Quiet Quills", "2025-01-02")
    (passage,) = first.passages
    assert passage.sentence == "We propose QuillNet and train it on ImageNet."
    assert passage.entities == ("dataset:imagenet", "method:quillnet")


def test_a_sentence_that_two_papers_have_is_quoted_once(quills):
    found = quoted(quills.context("CLIP on ImageNet"))
    assert [paper for paper, sentence in found if "CLIP" in sentence] == ["3"]  # the shorter text


def test_words_find_what_no_entity_does(quills):
    assert quoted(quills.context("ocean waves"))[0] == ("4", QUILLS[3].abstract)


def test_a_sentence_without_end_is_cut_at_a_word(quills):
    (sentence,) = [sentence for paper, sentence in quoted(quills.context("wave")) if paper == "5"]
    assert len(sentence) <= 400
    assert sentence.endswith(("Quillnet", "wave"))


@pytest.mark.parametrize(
    "question, labels",
    [
        ("Does CLIP beat clip?", ["CLIP"]),
        ("QuillNet/CLIP, on Image-Net", ["QuillNet", "CLIP", "ImageNet"]),
        ("we do it with a look at what was done", []),
        ("¿¿☃??", []),
    ],
)
def test_the_entities_that_a_question_names(quills, question, labels):
    assert [entity.label for entity in quills.context(question).entities] == labels


def test_a_question_in_no_language_has_an_empty_answer(quills):
    found = quills.context("¿¿ ☃ 🦔 ??")
    assert (found.papers, found.text, found.left_out) == ((), "", 0)


@pytest.mark.parametrize("question", ["", " \n\t", "\x00\x1b"])
def test_an_empty_question_is_an_error_of_one_line(quills, question):
    with pytest.raises(OptionError, match="the question is empty"):
        quills.context(question)


def test_a_budget_of_nothing_is_an_error_of_one_line(quills):
    with pytest.raises(OptionError, match="a budget of 0 characters holds nothing"):
        quills.context("CLIP", budget=0)


def test_what_finds_no_room_is_counted(quills):
    whole, half = quills.context("QuillNet on ImageNet"), quills.context("QuillNet on ImageNet", budget=150)
    assert len(quoted(half)) == 1
    assert len(quoted(half)) + half.left_out == len(quoted(whole)) + whole.left_out


WORDS = st.sampled_from(["QuillNet", "clip", "ImageNet", "waves", "the", "\u2066", "\n", '"', "☃", "[1-2]"])


@given(st.lists(WORDS | st.text(max_size=8), min_size=1).map(" ".join), st.integers(1, 400))
@settings(max_examples=settings.default.max_examples // 4)
def test_whatever_is_asked_the_answer_fits_and_stands_in_the_texts(quills, question, budget):
    try:
        found = quills.context(question, budget=budget)
    except OptionError:
        return
    assert len(found.text) <= budget
    assert found.text.isprintable() or "\n" in found.text
    for paper in found.papers:
        text = quills.paper(paper.id).text
        for passage in paper.passages:
            assert passage.sentence == " ".join(text[passage.start : passage.end].split())
    assert quills.context(question, budget=budget) == found


def test_a_very_long_question_works(quills):
    assert quoted(quills.context("CLIP and ☃ " * 5_000))
