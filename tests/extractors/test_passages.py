"""Passages of annotated abstracts, and sentences that others labelled, as training rows."""

import gzip
import json

import pytest

pytest.importorskip("sklearn", reason="training needs the extra `paperlattice[train]`")

from paperlattice.extractors.features import NUMBERS
from paperlattice.extractors.scorer import DATASET, METHOD, NEITHER
from paperlattice.extractors.training import passages
from paperlattice.extractors.training.gold import OPTIONAL_WEIGHT, count_forms, features_by_fold, fold_of

_LEX = NUMBERS.index("lex_method")
SENTENCE = "We train QuillNet and ResNet on the FERN-21 data set and on several moss datasets."
PAPER = {
    "id": "arxiv:1",
    "title": "Quiet Quills",
    "abstract": "We study quills. We propose QuillNet, a network. It wins on FERN-21. Thanks to all.",
    "methods": [{"name": "QuillNet", "aliases": [], "role": "proposed", "required": True}],
    "datasets": [{"name": "FERN-21", "aliases": [], "role": "used", "required": True}],
}


def span(form, column, *, named=True, text=SENTENCE):
    start = text.index(form)
    return passages.LabelledSpan(start, start + len(form), column, named)


def labelled(*spans, columns=(DATASET,), text=SENTENCE, identity="a:0"):
    return passages.LabelledText(identity, text, frozenset(columns), list(spans))


def rows(example):
    """Return kind and weight of each candidate by what it is called."""
    return {
        example.tokens.surface(*candidate.spans[0]): (kind, weight)
        for candidate, kind, weight in zip(example.candidates, example.kinds, example.weights, strict=True)
    }


def test_a_labelled_name_counts_without_its_words_for_data():
    (example,) = passages.labelled_examples([labelled(span("FERN-21 data set", DATASET))])
    kind, weight = rows(example)["FERN-21"]
    assert kind == DATASET
    assert weight > OPTIONAL_WEIGHT
    assert not example.has_roles


def test_what_was_not_labelled_is_left_to_the_scorer_at_a_small_weight():
    (example,) = passages.labelled_examples([labelled(span("FERN-21 data set", DATASET))])
    found = rows(example)
    assert found["ResNet"][0] == METHOD
    assert found["ResNet"][1] < found["FERN-21"][1]


def test_where_methods_were_labelled_the_scorer_does_not_make_more_of_them():
    text = labelled(span("QuillNet", METHOD), columns=(METHOD, DATASET))
    (example,) = passages.labelled_examples([text])
    found = rows(example)
    assert found["QuillNet"][0] == METHOD
    assert found["ResNet"][0] == NEITHER


def test_unnamed_data_is_neither_right_nor_wrong():
    (example,) = passages.labelled_examples([labelled(span("FERN-21 data set", DATASET, named=False))])
    assert rows(example)["FERN-21"] == (NEITHER, OPTIONAL_WEIGHT)


def test_sentences_are_read_with_their_spans(tmp_path):
    entity = {"text": "FERN-21", "start": SENTENCE.index("FERN-21"), "end": SENTENCE.index("FERN-21") + 7}
    record = {"id": "a:0", "text": SENTENCE, "entities": [
        {**entity, "map": "DATASET", "named": True}, {**entity, "map": "METHOD", "named": True},
        {**entity, "map": None, "named": False},
    ]}  # fmt: skip
    (tmp_path / "s.jsonl.gz").write_bytes(gzip.compress(json.dumps(record).encode()))
    (text,) = passages.read_labelled(tmp_path / "s.jsonl.gz", [DATASET])
    assert [SENTENCE[s.start : s.end] for s in text.spans] == ["FERN-21"]
    assert text.spans[0].column == DATASET


def test_passages_hold_consecutive_sentences_of_one_paper():
    texts = [labelled(span("FERN-21", DATASET), identity=f"{paper}:{n}") for paper in "ab" for n in range(5)]
    joined = list(passages.joined_passages(texts, size=3))
    assert [text.id for text in joined] == ["a#0", "a#3", "b#0", "b#3"]
    for text in joined:
        assert {text.text[s.start : s.end] for s in text.spans} == {"FERN-21"}
    assert [len(text.spans) for text in joined] == [3, 2, 3, 2]


def test_a_fifth_of_the_sentences_after_heddes_is_for_measuring():
    assert [passages.is_for_measuring(n) for n in range(5)] == [False, False, False, False, True]


def test_a_passage_of_an_abstract_has_its_labels_and_no_title():
    found = [example for seed in range(20) for example in passages.cut_passages([PAPER], every=1, seed=seed)]
    assert found
    for example in found:
        assert "Quiet Quills" not in example.text
        for name, (kind, _) in rows(example).items():
            assert kind == {"QuillNet": METHOD, "FERN-21": DATASET}.get(name, NEITHER)


def test_passages_of_a_paper_are_in_its_fold_and_do_not_see_its_labels():
    (example, *_) = passages.cut_passages([PAPER], every=1, seed=1)
    again = list(passages.cut_passages([{**PAPER, "id": PAPER["id"]}], every=1, seed=2))
    examples = [example, *again]
    assert len({fold_of(e, 10) for e in examples}) == 1
    for features in features_by_fold(examples, count_forms(examples)):
        assert all(row[_LEX] == 0.0 for row in features.numbers)
