from __future__ import annotations

import numpy as np
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.text_space import load_text_space
from paperlattice.graph.link.common import MOST_TERMS, shared_entities, shared_terms
from paperlattice.graph.link.figures import Named, PaperSet
from paperlattice.graph.link.pairs import Pairs

ONE = "Adaptive pruning of graph neural networks. We prune graph neural networks for protein folding."
TWO = "Pruning graph neural networks. Protein folding with pruned graph neural networks needs no labels."


def pairs_of(*ends):
    left, right = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    return Pairs(left, right, np.zeros_like(left), np.zeros_like(left))


def named(*rows):
    return [Named(entity, entity.split(":")[0], False, salience, rarity) for entity, salience, rarity in rows]


def test_shared_entities_come_by_what_they_count():
    vector = load_text_space().vector("", "")
    names = [
        named(("method:a", 100, 900), ("method:b", 900, 900), ("task:c", 900, 300), ("task:only", 900, 900)),
        named(("method:a", 900, 900), ("method:b", 900, 900), ("task:c", 900, 300)),
        named(("dataset:z", 300, 500), ("dataset:y", 300, 500)),
        named(("dataset:z", 300, 500), ("dataset:y", 300, 500)),
    ]
    papers = PaperSet.of(list("pqrs"), [vector] * 4, names)
    assert shared_entities(papers, pairs_of((0, 1), (2, 3), (0, 2))) == [
        ["method:b", "task:c", "method:a"],
        ["dataset:y", "dataset:z"],
        [],
    ]


def test_shared_terms_tell_what_both_texts_are_about(collection_of_texts):
    (terms,) = shared_terms(collection_of_texts([ONE, TWO]), pairs_of((0, 1)))
    assert {"graph neural", "protein", "folding", "pruning"} <= set(terms)
    assert not {"we", "of", "for", "needs", "with"} & set(terms)


def test_what_every_abstract_says_is_not_shared(collection_of_texts):
    papers = collection_of_texts(["We propose a new method and show results."] * 2)
    assert shared_terms(papers, pairs_of((0, 1))) == [[]]


@settings(max_examples=25)
@given(st.integers(0, 500))
def test_terms_are_few_distinct_and_in_both_texts(make_collection, seed):
    papers = make_collection(seed, 6)
    ends = [(i, j) for i in range(6) for j in range(i + 1, 6)]
    shown = np.array(load_text_space().shown)
    for (i, j), terms in zip(ends, shared_terms(papers, pairs_of(*ends)), strict=True):
        assert len(terms) <= MOST_TERMS
        assert len(set(terms)) == len(terms)
        words = [set(shown[papers.words[[k]].indices]) for k in (i, j)]
        assert set(terms) <= words[0] & words[1]
        assert not [t for t in terms for other in terms if t != other and t in other.split()]


def test_many_pairs_at_once_change_nothing(make_collection, monkeypatch):
    papers = make_collection(3, 12)
    pairs = pairs_of(*[(i, j) for i in range(12) for j in range(i + 1, 12)])
    whole = shared_entities(papers, pairs), shared_terms(papers, pairs)
    monkeypatch.setattr("paperlattice.graph.link.common._AT_ONCE", 5)
    assert (shared_entities(papers, pairs), shared_terms(papers, pairs)) == whole
