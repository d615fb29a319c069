"""Sets that grow, and pairs that stay apart."""

import random

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.model.records import Merge, Partition
from paperlattice.graph.resolve.merging import MergeCandidate, merge_strongest, path

_PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


@given(_PAIRS, _PAIRS)
def test_partition_agrees_with_a_naive_one(united, apart):
    partition: Partition[int] = Partition()
    naive = {n: {n} for n in range(10)}
    foes = {frozenset(pair) for pair in apart if pair[0] != pair[1]}
    for left, right in (tuple(sorted(f)) for f in foes):
        partition.cannot_link(left, right)
    for left, right in united:
        merged = naive[left] | naive[right]
        possible = naive[left] != naive[right] and not any(f <= merged for f in foes)
        assert partition.union(left, right) is possible
        if possible:
            naive.update(dict.fromkeys(merged, merged))
    assert all((partition.find(a) == partition.find(b)) is (b in naive[a]) for a in naive for b in naive)


def test_cannot_link_comes_before_merge():
    partition: Partition[str] = Partition()
    partition.union("a", "b")
    with pytest.raises(ValueError, match="merged already"):
        partition.cannot_link("a", "b")


def test_lists_are_kept_apart_but_not_what_is_in_one():
    partition: Partition[int] = Partition()
    partition.keep_apart([[0, 1], [2, 3], [4]])
    assert partition.union(0, 1)
    assert not partition.union(1, 2)
    assert partition.union(4, 5)
    assert not partition.union(5, 3)
    with pytest.raises(ValueError, match="merged already"):
        partition.keep_apart([[0], [1]])
    many: Partition[int] = Partition()
    many.keep_apart([n] for n in range(20_000))  # 200 million pairs
    assert not many.union(0, 19_999)


@given(st.randoms(use_true_random=False))
def test_strong_rules_win_whatever_the_order(rng: random.Random):
    candidates = [
        MergeCandidate("b", "c", Merge("b", "c", "spelling", 0.95)),
        MergeCandidate("a", "b", Merge("a", "b", "key", 1.0)),
        MergeCandidate("a", "c", Merge("a", "c", "catalogue", 1.0)),
    ]
    rng.shuffle(candidates)
    partition: Partition[str] = Partition()
    assert [b.merge.rule for b in merge_strongest(partition, candidates)] == ["key", "catalogue"]


def test_path_is_the_shortest_chain():
    ab, bc, ac = Merge("a", "b", "key", 1.0), Merge("b", "c", "key", 1.0), Merge("c", "a", "plural", 1.0)
    assert path([ab, bc], "a", "c") == (ab, bc)
    assert path([ab, bc, ac], "a", "c") == (ac,)
    assert path([ab, bc], "c", "a") == (bc, ab)
    assert path([ab], "a", "a") == ()
    assert path([ab], "a", "z") is None
