"""Figures of pairs against a plain definition, one paper at a time."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.records import ENTITY_KINDS
from paperlattice.extractors.text_space import DENSE_UNIT, LEXICAL_UNIT, load_text_space
from paperlattice.graph.link.figures import FIGURES, Named, PaperSet, named_of

from .conftest import names_of, text_of

few = settings(max_examples=25)


def paper_of(seed):
    """Return the vector of a made-up text, and what its paper names."""
    rng = random.Random(seed)
    return load_text_space().vector(text_of(rng), text_of(rng)), names_of(rng)


def set_of(*papers):
    return PaperSet.of([f"p{i:02}" for i in range(len(papers))], *map(list, zip(*papers, strict=True)))


def plain_figures(one, two):
    """Return the figures of a pair as their definitions say them."""
    (vector, names), (other_vector, other_names) = one, two
    words = dict(zip(vector.terms.tolist(), vector.weights.tolist(), strict=True))
    others = dict(zip(other_vector.terms.tolist(), other_vector.weights.tolist(), strict=True))
    products = [
        words[term] * others[term] for term in words.keys() & others.keys() if words[term] * others[term]
    ]
    point = sum(a * b for a, b in zip(vector.point.tolist(), other_vector.point.tolist(), strict=True))
    shared = [(n, m) for n in names for m in other_names if n.entity == m.entity]

    def worth(pairs):
        return sum((n.rarity + m.rarity) * n.salience * m.salience for n, m in pairs) // 2_000_000

    made = [(n, m) for n, m in shared if n.is_own != m.is_own]
    own = sum(2 * (m if n.is_own else n).rarity * n.salience * m.salience for n, m in made) // 2_000_000
    kinds = [worth([(n, m) for n, m in shared if n.kind == kind]) for kind in ENTITY_KINDS]
    return [point, sum(products), max(products, default=0), len(products), *kinds, own]


@few
@given(st.lists(st.integers(0, 40), min_size=2, max_size=6))
def test_figures_are_those_of_the_definitions(seeds):
    papers = [paper_of(seed) for seed in seeds]
    left, right = np.array(list(combinations(range(len(papers)), 2))).T
    found = set_of(*papers).figures(left, right)
    wanted = [plain_figures(papers[i], papers[j]) for i, j in combinations(range(len(papers)), 2)]
    assert found.tolist() == wanted


@few
@given(st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_figures_of_one_paper_with_all_are_those_of_the_pairs(seeds):
    papers = set_of(*map(paper_of, seeds))
    everything = np.arange(len(papers))
    for own in everything:
        assert (papers.figures_with(own) == papers.figures(np.full(len(papers), own), everything)).all()


@few
@given(st.lists(st.integers(0, 40), min_size=2, max_size=6), st.data())
def test_some_of_the_papers_have_the_figures_that_they_have_among_all(seeds, data):
    papers = set_of(*map(paper_of, seeds))
    chosen = np.array(sorted(data.draw(st.sets(st.sampled_from(range(len(papers))), min_size=1))))
    some = papers.take(chosen)
    pairs = np.indices((len(chosen), len(chosen))).reshape(2, -1)
    assert some.ids == [papers.ids[i] for i in chosen]
    assert (some.figures(*pairs) == papers.figures(*chosen[pairs])).all()


@few
@given(st.integers(0, 40), st.integers(0, 40), st.lists(st.integers(0, 40), max_size=5))
def test_a_pair_has_the_same_figures_alone_and_among_others(one, two, others):
    pair = [paper_of(one), paper_of(two)]
    alone = set_of(*pair).figures(np.array([0]), np.array([1]))
    among = set_of(*map(paper_of, others), *pair)
    at = len(others)
    assert among.figures(np.array([at]), np.array([at + 1])).tolist() == alone.tolist()
    assert among.figures(np.array([at + 1]), np.array([at])).tolist() == alone.tolist()


def test_blocks_of_pairs_change_nothing(make_collection, monkeypatch):
    papers = make_collection(1, 20)
    left, right = np.array(list(combinations(range(20), 2))).T
    whole = papers.figures(left, right)
    monkeypatch.setattr("paperlattice.graph.link.figures._PAIRS_AT_ONCE", 7)
    assert papers.figures(left, right).tolist() == whole.tolist()


def test_equal_texts_have_about_the_units(collection_of_texts):
    papers = collection_of_texts(["We prune graph networks for protein folding and speech."] * 2)
    point, words = papers.figures(np.array([0]), np.array([1]))[0, :2]
    assert point == pytest.approx(DENSE_UNIT, rel=0.02)
    assert words == pytest.approx(LEXICAL_UNIT, rel=0.02)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_papers_of_no_known_word(collection_of_texts, count):
    papers = collection_of_texts(["深度学习"] * count)
    none = np.zeros(0, dtype=np.int64)
    assert papers.figures(none, none).shape == (0, len(FIGURES))
    ends = np.array([count - 1] if count else [], dtype=np.int64)
    assert not papers.figures(np.zeros_like(ends), ends).any()


def test_names_are_read_from_texts():
    found = named_of(["method:fern\tproposes\t940\t950", "task:depth\taddresses\t550\t321"])
    assert found == [
        Named("method:fern", "method", True, 940, 950),
        Named("task:depth", "task", False, 550, 321),
    ]
