"""Sums of trees: equal to a walk from node to node, whatever rows and stages are summed together."""

from __future__ import annotations

import numpy as np
import pytest

from paperlattice.extractors.forest import PARTS, Forest, forest_in

pytest.importorskip("sklearn", reason="training needs the extra `paperlattice[train]`")

from paperlattice.extractors.training.fit import forest_arrays


def grown(seed: int, *, stages: int = 9, k: int = 3, features: int = 6, splits: int = 12) -> Forest:
    """Random trees of different sizes; some are a single leaf."""
    random = np.random.default_rng(seed)
    feature, threshold, children, roots = [], [], [], []
    for _ in range(stages * k):
        roots.append(len(feature))
        leaves = [roots[-1]]
        feature.append(0)
        threshold.append(0.0)
        children.append([leaves[0]] * 2)
        for _ in range(random.integers(splits + 1)):
            node = leaves.pop(random.integers(len(leaves)))
            feature[node], threshold[node] = int(random.integers(features)), float(random.integers(5))
            children[node] = [len(feature), len(feature) + 1]
            for child in children[node]:
                leaves.append(child)
                feature.append(0)
                threshold.append(0.0)
                children.append([child, child])
    return Forest(
        feature=np.array(feature, dtype=np.int32),
        threshold=np.array(threshold),
        children=np.array(children, dtype=np.int32).reshape(-1),
        value=random.normal(size=len(feature)),
        roots=np.array(roots, dtype=np.int32).reshape(stages, k),
        base=random.normal(size=k),
    )


def walked(forest: Forest, rows, stages=slice(None)):
    """The same, a row and a tree at a time."""
    sums = np.tile(forest.base, (len(rows), 1))
    for at, row in enumerate(rows):
        for stage in forest.roots[stages].tolist():
            for output, node in enumerate(stage):
                while (pair := forest.children[2 * node : 2 * node + 2])[0] != node:
                    node = int(pair[int(row[forest.feature[node]] > forest.threshold[node])])
                sums[at, output] += forest.value[node]
    return sums


def rows_for(seed: int, n: int):
    return np.random.default_rng(seed).integers(-1, 6, size=(n, 6)).astype(np.float64)


@pytest.mark.parametrize("k", [1, 3])
@pytest.mark.parametrize("stages", [slice(None), slice(None, 4), slice(4, None), slice(3, 3)])
def test_sums_are_those_of_a_walk(k, stages):
    forest, rows = grown(k, k=k), rows_for(1, 70)
    rows[0], rows[1], rows[2] = np.inf, -np.inf, np.nan
    np.testing.assert_allclose(forest.raw(rows, stages), walked(forest, rows, stages), rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize("k", [1, 2, 5])
def test_a_row_has_the_same_sums_in_any_company_to_the_bit(k):
    forest, rows = grown(7, k=k, stages=40), rows_for(2, 1100)
    together = forest.raw(rows)
    for n in (0, 1, 2, 63, 64, 65, 513):
        assert np.array_equal(forest.raw(rows[:n]), together[:n])
    assert np.array_equal(np.vstack([forest.raw(rows[i : i + 1]) for i in range(30)]), together[:30])


def test_trees_of_one_leaf_alone():
    forest = grown(3, splits=0)
    np.testing.assert_allclose(forest.raw(rows_for(3, 2)), walked(forest, rows_for(3, 2)), rtol=1e-13)


def test_packed_trees_come_back():
    forest = grown(4)
    arrays = forest_arrays("name", forest)
    assert set(arrays) == {f"name_{part}" for part in PARTS}
    rows = rows_for(5, 9)
    np.testing.assert_allclose(forest_in(arrays, "name").raw(rows), forest.raw(rows), rtol=1e-5, atol=1e-5)
