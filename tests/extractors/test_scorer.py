"""The scorer: trees in arrays, the packaged model, the seam for another one."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.candidates import find_candidates
from paperlattice.extractors.features import NUMBERS, Features, batch_features, candidate_features
from paperlattice.extractors.gazetteer import load_gazetteer
from paperlattice.extractors.scorer import (
    DATASET,
    METHOD,
    NEITHER,
    Forest,
    Scores,
    load_lexicon,
    load_scorer,
    load_statistics,
)
from paperlattice.extractors.selection import choose_names
from paperlattice.extractors.text import Tokens

TEXT = (
    "QuillNet: Tiled Attention\nWe propose QuillNet for transformers, trained with AdamW "
    "on the ImageNet dataset and on CIFAR-10."
)


def read(text):
    tokens = Tokens.of(text)
    candidates = find_candidates(tokens, load_gazetteer())
    return tokens, candidates, candidate_features(tokens, candidates, load_lexicon(), load_statistics())


def forest(trees, *, base):
    """Return a forest from trees of nodes (feature, threshold, left, right, value); leaves have none."""
    columns, roots = [], []
    for stage in trees:
        roots.append([])
        for nodes in stage:
            offset = len(columns)
            roots[-1].append(offset)
            for i, (feature, threshold, left, right, value) in enumerate(nodes):
                here = offset + i
                leaf = feature is None
                columns.append(
                    (0, 0.0, here, here, value)
                    if leaf
                    else (feature, threshold, offset + left, offset + right, value)
                )
    feature, threshold, left, right, value = map(np.array, zip(*columns, strict=True))
    children = np.column_stack((left, right)).reshape(-1)
    return Forest(feature, threshold, children, value, np.array(roots), np.array(base))


def leaf(value):
    return (None, 0.0, 0, 0, value)


STUMP = [(0, 0.5, 1, 2, 0.0), leaf(-1.0), leaf(2.0)]
DEEP = [(1, 3.0, 1, 2, 0.0), (0, 0.5, 3, 4, 0.0), leaf(10.0), leaf(20.0), leaf(30.0)]


@pytest.mark.parametrize(
    "trees, base, row, sums",
    [
        ([[STUMP]], [0.0], [0.5, 0.0], [-1.0]),
        ([[STUMP]], [0.25], [0.6, 0.0], [2.25]),
        ([[STUMP], [STUMP]], [0.0], [1.0, 0.0], [4.0]),
        ([[DEEP]], [0.0], [0.0, 3.0], [20.0]),
        ([[DEEP]], [0.0], [1.0, 3.0], [30.0]),
        ([[DEEP]], [0.0], [0.0, 3.1], [10.0]),
        ([[STUMP, DEEP]], [1.0, 2.0], [1.0, 9.0], [3.0, 12.0]),
        ([[[leaf(5.0)]]], [0.0], [1.0, 1.0], [5.0]),
    ],
)
def test_trees_are_walked_to_their_leaves(trees, base, row, sums):
    assert forest(trees, base=base).raw(np.array([row])).tolist() == [sums]


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=20))
def test_rows_are_scored_alone_as_together(rows):
    trees = forest([[STUMP, DEEP], [DEEP, STUMP]], base=[0.0, 1.0])
    together = trees.raw(np.array(rows))
    assert together.tolist() == [trees.raw(np.array([row]))[0].tolist() for row in rows]


def test_probabilities_are_probabilities():
    _, candidates, features = read(TEXT)
    scores = load_scorer().score(features)
    assert scores.kinds.shape == (len(candidates), 3)
    assert scores.own.shape == (len(candidates),)
    assert np.allclose(scores.kinds.sum(axis=1), 1.0)
    assert scores.kinds.min() >= 0.0
    assert 0.0 <= scores.own.min() <= scores.own.max() <= 1.0


def test_the_packaged_scorer_knows_a_method_a_dataset_and_neither():
    _, candidates, features = read(TEXT)
    best = dict(
        zip((c.key for c in candidates), load_scorer().score(features).kinds.argmax(axis=1), strict=True)
    )
    assert (best["quillnet"], best["adamw"]) == (METHOD, METHOD)
    assert (best["imagenet"], best["cifar10"]) == (DATASET, DATASET)
    assert best["transformer"] == NEITHER


def test_texts_are_scored_alone_as_together():
    others = [
        "",
        "plain words",
        "CLIP, BERT, and ViT on ImageNet-A/R (CIFAR-10).",
        "Title\nVision Transformer (ViT)",
    ]
    texts = [TEXT, *others, TEXT.replace("QuillNet", "CLIP")] * 3
    read_texts = [read(text) for text in texts]
    batch = batch_features([found[:2] for found in read_texts], load_lexicon(), load_statistics())
    together = load_scorer().score_batch(batch)
    for (_, _, features), scores in zip(read_texts, together, strict=True):
        alone = load_scorer().score(features)
        assert np.array_equal(alone.kinds, scores.kinds)
        assert np.array_equal(alone.own, scores.own)


def test_no_candidates_give_no_scores():
    _, _, features = read("we read plain words")
    scores = load_scorer().score(features)
    assert (scores.kinds.shape, scores.own.shape) == ((0, 3), (0,))


def test_the_packaged_files_fit_each_other():
    _, _, features = read(TEXT)
    scorer = load_scorer()
    width = scorer.rows(features).shape[1]
    assert width > len(NUMBERS)
    assert max(scorer._kinds.feature.max(), scorer._own.feature.max()) < width
    assert all(len(row) == 5 for row in load_lexicon().values())


class EverythingIsAMethod:
    """A scorer of another make."""

    def score(self, features: Features) -> Scores:
        n = len(features.words)
        return Scores(np.tile([0.0, 1.0, 0.0], (n, 1)), np.zeros(n))


def test_another_scorer_can_replace_it():
    tokens, candidates, features = read(TEXT)
    names = choose_names(tokens, candidates, EverythingIsAMethod().score(features), min_confidence=0.5)
    assert {name.kind for name in names} == {"method"}
    assert any("ImageNet" in name.name for name in names)
