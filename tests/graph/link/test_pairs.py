"""Which pairs are looked at and drawn, against comparisons of all with all."""

from __future__ import annotations

from itertools import combinations
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.link import pairs as module
from paperlattice.graph.link.figures import PaperSet
from paperlattice.graph.link.model import load_link_model
from paperlattice.graph.link.pairs import (
    LEADING,
    Nearest,
    Pairs,
    all_pairs,
    borders,
    drawn,
    grown_reaches,
)

from .conftest import vectors_of

few = settings(max_examples=25)
NEAR = 3


@pytest.fixture(autouse=True, scope="module")
def short_lists():
    """Three nearest texts, so that lists overflow, and blocks of few papers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "NEIGHBOURS", NEAR)
        patch.setattr(module, "_BLOCK", 4)
        patch.setattr(module, "_CHUNK", 2)
        yield


def nearness(papers: PaperSet, i: int, j: int) -> int | None:
    """Return how near two papers are, None if they have nothing in common."""
    one, two = (papers.points[k, :LEADING].tolist() for k in (i, j))
    product = sum(a * b for a, b in zip(one, two, strict=True))
    tie = (crc32(papers.ids[i].encode()) >> 12) ^ (crc32(papers.ids[j].encode()) >> 12)
    return product * 2**20 - tie if product > 0 else None


def plain_lists(papers: PaperSet) -> tuple[dict[int, set[int]], list[int]]:
    """Return the nearest of each paper, and its reach."""
    lists, reaches = {}, []
    for i in range(len(papers)):
        near = {
            j: near for j in range(len(papers)) if j != i and (near := nearness(papers, i, j)) is not None
        }
        best = sorted(near.values(), reverse=True)
        reaches.append(best[NEAR - 1] if len(best) >= NEAR else 0)
        lists[i] = {j for j, value in near.items() if value >= reaches[i]}
    return lists, reaches


def plain_pairs(papers: PaperSet) -> set[tuple[int, int]]:
    return {(min(i, j), max(i, j)) for i, near in plain_lists(papers)[0].items() for j in near}


def found_pairs(found: Pairs) -> set[tuple[int, int]]:
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


collections = st.tuples(st.integers(0, 10_000), st.integers(0, 24))


@few
@given(collections)
def test_lists_are_those_of_all_comparisons(make_collection, given_collection):
    papers = make_collection(*given_collection)
    lists, reaches = plain_lists(papers)
    found = {i: set() for i in lists}
    reached = []
    for left, right, reach in Nearest(papers).lists(np.arange(len(papers))):
        reached += reach.tolist()
        for i, j in zip(left.tolist(), right.tolist(), strict=True):
            found[i].add(j)
    assert (found, reached) == (lists, reaches)


@few
@given(collections)
def test_pairs_are_those_of_the_lists_with_the_weights_of_the_model(make_collection, given_collection):
    papers = make_collection(*given_collection)
    found, reaches = all_pairs(papers, threshold=0)
    assert found_pairs(found) == plain_pairs(papers)
    assert reaches.tolist() == plain_lists(papers)[1]
    assert sorted(found_pairs(found)) == list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    weight = load_link_model().millionths(papers.figures(found.left, found.right))
    assert found.weight.tolist() == weight.tolist()
    cut, _ = all_pairs(papers, threshold=200_000)
    assert found_pairs(cut) == found_pairs(found.take(found.weight >= 200_000))


@few
@given(collections, st.integers(0, 5))
def test_new_papers_reach_the_lists_that_they_enter(make_collection, given_collection, new):
    seed, count = given_collection
    vectors = vectors_of(seed, count + new)
    papers = make_collection(seed, count + new)
    before = PaperSet.of(papers.ids[:count], vectors[:count], [()] * count)
    _, reaches = all_pairs(before, threshold=0)
    placed = Nearest.placed(papers.ids[count:], vectors[count:])
    points, found = (column.tolist() for column in Nearest(before).reached_by(*placed, reaches))
    old, now = plain_lists(before)[0], plain_lists(papers)[0]
    assert {i for i in old if now[i] != old[i]} <= set(found)
    entered = [(j, i) for j in range(new) for i in old]
    near = {(j, i): nearness(papers, i, count + j) for j, i in entered}
    wanted = [(j, i) for j, i in entered if near[j, i] is not None and near[j, i] >= reaches[i]]
    assert sorted(zip(points, found, strict=True)) == wanted


def test_identical_texts_are_each_near_to_some_and_none_to_all(collection_of_texts):
    papers = collection_of_texts(["We prune graph networks."] * 60)
    lists, _ = plain_lists(papers)
    found, _ = all_pairs(papers, threshold=0)
    assert found_pairs(found) == plain_pairs(papers)
    listed = [sum(i in near for near in lists.values()) for i in lists]
    assert max(listed) < 12
    assert {len(near) for near in lists.values()} == {NEAR}


def test_papers_of_equal_hashes_are_all_near(collection_of_texts, monkeypatch):
    monkeypatch.setattr(module, "_hashes", lambda ids: np.zeros(len(ids), dtype=np.int64))
    papers = collection_of_texts(["We prune graph networks."] * 10)
    found, _ = all_pairs(papers, threshold=0)
    assert found_pairs(found) == set(combinations(range(10), 2))


def pairs_of(rows) -> Pairs:
    columns = np.array(sorted(rows), dtype=np.int64).reshape(-1, 4).T
    return Pairs(*columns)


some_pairs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(st.sampled_from([200_000, 300_000, 400_000]), st.integers(0, 3)),
).map(lambda found: [(*pair, *values) for pair, values in found.items()])


def drawn_of(pairs: Pairs, top: int) -> set[tuple[int, int]]:
    papers = int(pairs.right.max(initial=0)) + 1
    return found_pairs(pairs.take(drawn(pairs, borders(pairs, papers, top=top))))


@given(some_pairs, st.integers(1, 4))
def test_pairs_are_drawn_as_defined(rows, top):
    def rank(end, row):
        own = [(-w, tie) for left, right, w, tie in rows if end in (left, right)]
        return sum(other < (-row[2], row[3]) for other in own)

    wanted = {
        tuple(row[:2])
        for row in rows
        if min(ranks := [rank(end, row) for end in row[:2]]) < top and max(ranks) < module.CROWD * top
    }
    assert drawn_of(pairs_of(rows), top) == wanted


def test_a_hub_has_a_limited_number_of_links():
    rows = [(0, other, 900_000 - other, 0) for other in range(1, 100)]
    assert drawn_of(pairs_of(rows), 2) == {(0, n) for n in range(1, 2 * module.CROWD + 1)}


def test_few_papers_are_no_pairs(collection_of_texts):
    for texts in ([], ["graph networks"], ["", ""], ["深度学习"] * 3):
        found, reaches = all_pairs(collection_of_texts(texts), threshold=0)
        assert (len(found), reaches.tolist()) == (0, [0] * len(texts))
        assert drawn_of(found, 8) == set()


@few
@given(collections, st.integers(1, 5))
def test_reaches_grow_as_lists_gain_papers(make_collection, given_collection, new):
    seed, count = given_collection
    papers = make_collection(seed, count + new)
    before = PaperSet.of(papers.ids[:count], vectors_of(seed, count + new)[:count], [()] * count)
    _, reaches = all_pairs(before, threshold=0)
    rows = np.flatnonzero(reaches)
    near = [(i, nearness(papers, i, j)) for i in rows.tolist() for j in range(len(papers)) if i != j]
    known = np.array([pair for pair in near if pair[1] is not None], dtype=np.int64).reshape(-1, 2)
    assert grown_reaches(rows, *known.T).tolist() == [plain_lists(papers)[1][i] for i in rows]
