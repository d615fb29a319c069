"""Misspelt names: what is alike, and that blocks lose none of it."""

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.resolve.spelling import alike, alike_words, near_spellings


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("optimization", "optimisation", True),
        ("modeling", "modelling", True),
        ("architecture", "architechture", True),
        ("separable", "seperable", False),
        ("adversarial", "adverserial", True),
        ("spatial", "special", False),
        ("supervised", "unsupervised", False),
        ("homogeneous", "heterogeneous", False),
        ("prediction", "production", False),
        ("projection", "protection", False),
        ("neural", "neutral", False),
        ("tracking", "tracing", False),
        ("casual", "causal", False),
        ("mediation", "medication", False),
        ("generation", "generative", False),
        ("modal", "model", False),
    ],
)
def test_alike_words(left, right, expected):
    assert alike_words(left, right) is expected
    assert alike_words(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("DINO", "DIMO"),
        ("TransUNet", "TransNet"),
        ("Bayesian optimization 2", "Bayesian optimisation 3"),
        ("Bayesian optimization+", "Bayesian optimisation"),
        ("optimal optimization", "optimol optimisation"),
        ("SciBERTModelling", "SciBERTModeling"),
        ("optimization", "Bayesian optimization"),
    ],
)
def test_not_alike(left, right):
    assert alike(left, right) is None


def test_score_cutoff_decides():
    score = alike("Bayesian optimization", "Bayesian optimisation")
    assert score == pytest.approx(95.0)
    assert alike("Bayesian optimization", "Bayesian optimisation", score_cutoff=96.0) is None


_WORDS = "optimization optimisation optimzation modeling modelling networks network adversarial 2 3 LoRA"
_FORMS = st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=3).map(" ".join)
_TYPOS = st.text(alphabet="aeszt", min_size=0, max_size=4).map(lambda s: f"auto{s}encoder")


@given(st.sets(_FORMS | _TYPOS, max_size=25), st.sampled_from([80.0, 93.0]))
def test_blocks_lose_no_pair(forms, cutoff):
    found = {(left, right): score for left, right, score in near_spellings(forms, score_cutoff=cutoff)}
    naive = {
        (left, right): score
        for left, right in combinations(sorted(forms), 2)
        if (score := alike(left, right, score_cutoff=cutoff)) is not None
    }
    assert found == naive
