"""The matrix: counts by a naive loop, chances by scipy, gaps between frequent rows only."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import hypergeom

from paperlattice.graph.errors import OptionError, UnknownKind
from paperlattice.graph.query.corpus import Corpus, Item, corpus_from
from paperlattice.graph.query.matrix import CAVEAT, matrix_of


def corpus_of(named: dict[str, list[int]], papers: int) -> Corpus:
    """Return the corpus of entities ("m:LoRA" a method, "d:..." a dataset) and the papers that name them."""
    kinds = {"m": "method", "d": "dataset"}
    return corpus_from(
        [(f"{i:03}", "", "") for i in range(papers)],
        [Item(name, kinds[name[0]], name[2:]) for name in named],
        [(f"{i:03}", name, "uses") for name, at in named.items() for i in at],
    )


def test_counts_and_expected_counts():
    found = matrix_of(
        corpus_of({"m:A": [0, 1, 2], "m:B": [3], "d:X": [0, 1], "d:Y": [3]}, 4), "method", "dataset"
    )
    assert [(row.id, row.label, row.papers) for row in found.rows] == [("m:A", "A", 3), ("m:B", "B", 1)]
    assert [column.label for column in found.columns] == ["X", "Y"]
    assert found.counts == ((2, 0), (0, 1))
    assert found.expected == ((1.5, 0.75), (0.5, 0.25))
    assert (found.papers, found.gaps, found.caveat) == (4, (), CAVEAT)


def test_counts_are_those_of_a_loop():
    rng = np.random.default_rng(5)
    named = {f"{kind}:{i}": np.flatnonzero(rng.random(60) < 0.2).tolist() for kind in "md" for i in range(12)}
    found = matrix_of(corpus_of(named, 60), "dataset", "method", top=7)
    assert (len(found.rows), len(found.columns)) == (7, 7)
    for row, line in zip(found.rows, found.counts, strict=True):
        for column, count in zip(found.columns, line, strict=True):
            assert count == len({*named[row.id]} & {*named[column.id]})


def test_an_empty_cell_between_frequent_ones_is_a_gap():
    named = {
        "m:wide": list(range(40)),
        "m:rare": [0],
        "d:wide": list(range(40, 80)),
        "d:all": list(range(100)),
    }
    found = matrix_of(corpus_of(named, 100), "method", "dataset")
    (gap,) = found.gaps
    assert (gap.row, gap.column, gap.expected) == ("m:wide", "d:wide", 16.0)
    assert gap.p == pytest.approx(hypergeom.pmf(0, 100, 40, 40), abs=1e-12)
    assert gap.q == pytest.approx(4 * gap.p, abs=1e-11)


@pytest.mark.parametrize("papers, is_gap", [(15, False), (16, True)])
def test_about_three_expected_papers_make_a_gap(papers, is_gap):
    named = {"m:A": list(range(papers)), "d:X": list(range(papers, 2 * papers))}
    found = matrix_of(corpus_of(named, 100), "method", "dataset")
    assert bool(found.gaps) == is_gap
    assert (hypergeom.pmf(0, 100, papers, papers) <= 0.05) == is_gap


@pytest.mark.parametrize("named", [{}, {"m:A": [0]}, {"d:X": []}])
def test_a_matrix_may_be_empty(named):
    found = matrix_of(corpus_of(named, 2), "method", "dataset")
    assert found.counts in ((), ((),))
    assert (found.columns, found.gaps) == ((), ())
    assert found.to_pandas().size == 0


def test_ties_come_by_label():
    found = matrix_of(corpus_of({"m:b": [0], "m:A": [0], "m:c": [0, 1]}, 2), "method", "dataset", top=2)
    assert [row.label for row in found.rows] == ["c", "A"]


def test_the_frame_has_labels():
    frame = matrix_of(corpus_of({"m:A": [0, 1], "d:X": [1]}, 2), "method", "dataset").to_pandas()
    assert frame.loc["A", "X"] == 1
    assert (frame.index.name, frame.columns.name) == ("method", "dataset")


@pytest.mark.parametrize(
    "kinds, error, said",
    [
        (("method", "author"), UnknownKind, "no kind 'author'; give two of method, dataset"),
        (("method", "method"), OptionError, "both 'method'"),
    ],
)
def test_kinds_that_make_no_matrix_are_named(kinds, error, said):
    with pytest.raises(error, match=said):
        matrix_of(corpus_of({}, 0), *kinds)
