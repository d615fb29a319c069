"""A further extractor: what it confirms, raises, adds and changes, and what it leaves as it is."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.ensemble import Prediction, combine_predictions, is_generic_form, noisy_or
from paperlattice.extractors.records import WORDED_KINDS, Mention

TEXT = "QuillNet beats LoRA on FernBench and LoRA on large language models."


def span(surface, number=1):
    start = -1
    for _ in range(number):
        start = TEXT.index(surface, start + 1)
    return surface, start, start + len(surface)


def mention(surface, kind="method", *, confidence=0.6, role="uses", rule="shape", number=1):
    return Mention("p", kind, surface, *span(surface, number), role, rule, confidence)


def prediction(surface, kind="method", *, confidence=0.5, number=1):
    return Prediction(kind, *span(surface, number), confidence)


def combined(ours, predictions, *, weak=(), **options):
    found = combine_predictions(
        ours, weak, predictions, rule="plugin:x", min_confidence=0.5, paper_id="p", **options
    )
    assert all(TEXT[m.start : m.end] == m.surface and m.paper_id == "p" for m in found)
    return [(m.kind, m.name, m.start, m.rule, m.confidence) for m in found]


BOTH = [mention("LoRA"), mention("LoRA", number=2)]


@pytest.mark.parametrize(
    "ours, predictions, expected",
    [
        ([mention("QuillNet")], [], [("method", "QuillNet", 0, "shape", 0.6)]),
        # agreement: the name is raised at every occurrence, by the surest prediction
        ([mention("QuillNet")], [prediction("QuillNet")], [("method", "QuillNet", 0, "shape+plugin:x", 0.8)]),
        (
            BOTH,
            [prediction("LoRA", confidence=0.25), prediction("LoRA", confidence=0.5)],
            [("method", "LoRA", at, "shape+plugin:x", 0.8) for at in (15, 37)],
        ),
        # a further occurrence of a name that is agreed upon
        (
            BOTH[:1],
            [prediction("LoRA"), prediction("LoRA", number=2)],
            [("method", "LoRA", 15, "shape+plugin:x", 0.8), ("method", "LoRA", 37, "plugin:x", 0.8)],
        ),
        # another form at our span: it neither agrees nor wins
        (
            [mention("QuillNet")],
            [prediction("QuillNet beats", confidence=0.9)],
            [("method", "QuillNet", 0, "shape", 0.6)],
        ),
        # a name of its own, from the threshold on
        ([], [prediction("QuillNet")], [("method", "QuillNet", 0, "plugin:x", 0.5)]),
        ([], [prediction("QuillNet", confidence=0.49)], []),
        # the other kind: the surer one wins
        (
            [mention("FernBench")],
            [prediction("FernBench", "dataset", confidence=0.9)],
            [("dataset", "FernBench", 23, "plugin:x", 0.9)],
        ),
        (
            [mention("FernBench")],
            [prediction("FernBench", "dataset", confidence=0.6)],
            [("method", "FernBench", 23, "shape", 0.6)],
        ),
        (
            BOTH,
            [prediction("LoRA", "dataset", confidence=0.7)],
            [("dataset", "LoRA", 15, "plugin:x", 0.7), ("dataset", "LoRA", 37, "plugin:x", 0.7)],
        ),
        (
            [mention("QuillNet")],
            [prediction("QuillNet beats", "dataset", confidence=0.9)],
            [("dataset", "QuillNet beats", 0, "plugin:x", 0.9)],
        ),
        # families and techniques are no methods, nor is a single letter a name
        ([], [prediction("large language models", confidence=0.9)], []),
        ([], [prediction("a", confidence=0.9)], []),
    ],
)
def test_what_a_further_extractor_changes(ours, predictions, expected):
    assert combined(ours, predictions) == expected


@pytest.mark.parametrize(
    "confidence, expected",
    [
        (0.2, [("method", "LoRA", at, "list+plugin:x", 0.6) for at in (15, 37)]),
        (0.0, [("method", "LoRA", at, "list+plugin:x", 0.5) for at in (15, 37)]),
    ],
)
def test_a_doubtful_name_is_raised_at_all_its_occurrences(confidence, expected):
    weak = [mention("LoRA", confidence=confidence, rule="list", number=n) for n in (1, 2)]
    assert combined([], [prediction("LoRA")], weak=weak) == expected
    assert combined([], [prediction("LoRA", confidence=0.1)], weak=weak) == []


def test_a_doubtful_name_does_not_replace_a_sure_one():
    ours, weak = mention("LoRA on FernBench"), mention("FernBench", confidence=0.3)
    assert combined([ours], [prediction("FernBench")], weak=[weak]) == combined([ours], [])


def test_a_name_that_changes_its_kind_keeps_its_role():
    ours = mention("FernBench", role="proposes")
    (turned,) = combine_predictions(
        [ours], [], [prediction("FernBench", "dataset", confidence=0.9)], rule="plugin:x", min_confidence=0.5
    )
    assert (turned.kind, turned.role) == ("dataset", "introduces")


@pytest.mark.parametrize("kind", ["task", "technique"])
def test_a_term_is_added_confirmed_and_raised_like_a_name(kind):
    term = prediction("large language models", kind)
    assert combined([], [term]) == [(kind, "large language models", 45, "plugin:x", 0.5)]
    known = mention("large language models", kind, role="mentions", rule="term")
    raised = [(kind, "large language models", 45, "term+plugin:x", 0.8)]
    assert combined([known], [term]) == raised
    assert combined([], [term], weak=[known]) == raised


@pytest.mark.parametrize("kind", ["task", "technique"])
def test_a_new_term_stands_in_the_background(kind):
    term = prediction("large language models", kind)
    (found,) = combine_predictions([], [], [term], rule="plugin:x", min_confidence=0.5)
    assert found.role == "mentions"


def test_an_established_name_that_a_prediction_means_is_kept():
    known = replace(mention("large language models", "technique", rule="term"), name="large language model")
    (found,) = combined([known], [prediction("large language models", "technique")])
    assert found == ("technique", "large language model", 45, "term+plugin:x", 0.8)


@pytest.mark.parametrize(
    "confidence, expected", [(0.5, "LoRA on large language models"), (0.7, "large language models")]
)
def test_of_a_name_and_a_technique_the_surer_wins(confidence, expected):
    term = mention("large language models", "technique", rule="term", confidence=confidence)
    found = combined([term], [prediction("LoRA on large language models", confidence=0.6)])
    assert [name for _, name, *_ in found] == [expected]


def test_a_task_that_is_a_technique_after_all_keeps_its_rank():
    ours = mention("large language models", "task", role="addresses", rule="term")
    predicted = prediction("large language models", "technique", confidence=0.9)
    (turned,) = combine_predictions([ours], [], [predicted], rule="plugin:x", min_confidence=0.5)
    assert (turned.kind, turned.role) == ("technique", "uses")


def test_a_repository_is_never_replaced():
    repo = mention("QuillNet", "repo", role="code", rule="url", confidence=1.0)
    assert combined([repo], [prediction("QuillNet", confidence=1.0)]) == combined([repo], [])


@pytest.mark.parametrize(
    "form, expected",
    [("large language models", True), ("Contrastive learning", True), ("CLIP", False), ("FernBench", False)],
)
def test_forms_that_the_catalogue_calls_generic(form, expected):
    assert is_generic_form(form) is expected


probabilities = st.floats(0, 1)


@given(probabilities, probabilities)
def test_agreement_never_lowers(a, b):
    assert noisy_or(a, b) == noisy_or(b, a)
    assert max(a, b) - 1e-4 <= noisy_or(a, b) <= 1


surfaces = st.sampled_from(["QuillNet", "LoRA", "FernBench", "QuillNet beats", "LoRA on FernBench", "beats"])
kinds = st.sampled_from(WORDED_KINDS)
predictions = st.lists(st.builds(prediction, surfaces, kinds, confidence=probabilities), max_size=6)


@given(st.sets(surfaces, max_size=2), predictions, st.randoms())
def test_no_two_mentions_overlap_and_order_makes_no_difference(names, found, random):
    ours = [mention(n) for n in sorted(names)]
    if any(a.start < b.end and b.start < a.end for a in ours for b in ours if a is not b):
        ours = ours[:1]
    rows = combine_predictions(ours, [], found, rule="plugin:x", min_confidence=0.3)
    assert all(a.end <= b.start or b.end <= a.start for a in rows for b in rows if a is not b)
    assert rows == combine_predictions(
        ours, [], random.sample(found, len(found)), rule="plugin:x", min_confidence=0.3
    )
