"""What is new in a corpus and used by others: claims, dates, ties."""

from __future__ import annotations

import pytest

from paperlattice.graph.query.corpus import Item, corpus_from
from paperlattice.graph.query.taken_up import taken_up_of


def taken(*rows: tuple[str, str, str]):
    """Return what is taken up of a method M, given papers with dates and relations."""
    papers = [(paper, f"Title {paper}", day) for paper, day, _ in rows]
    named = [(paper, "method:m", relation) for paper, _, relation in rows]
    return taken_up_of(corpus_from(papers, [Item("method:m", "method", "M")], named))


@pytest.mark.parametrize(
    "rows, first, takers",
    [
        ([("a", "2024-02", "proposes"), ("b", "2024-03", "uses")], "a", ("b",)),
        # the first of two that claim it; the other one is no taker
        (
            [("a", "2024-02", "proposes"), ("b", "2024-01", "proposes"), ("c", "2024-03", "uses")],
            "b",
            ("c",),
        ),
        # takers by date, then by id; without a date last
        (
            [("a", "2024", "introduces"), ("d", "2025", "uses"), ("c", "", "uses"), ("b", "2025", "uses")],
            "a",
            ("b", "d", "c"),
        ),
        # the same day, or a date that is too coarse to tell, is not earlier
        (
            [("a", "2024-02-02", "proposes"), ("b", "2024-02-02", "uses"), ("c", "2024", "uses")],
            "a",
            ("c", "b"),
        ),
        ([("a", "", "proposes"), ("b", "", "uses")], "a", ("b",)),
        ([("b", "", "proposes"), ("a", "2024", "proposes"), ("c", "2025", "uses")], "a", ("c",)),
    ],
)
def test_what_others_use_is_taken_up(rows, first, takers):
    (row,) = taken(*rows)
    assert (row.first, row.title, row.takers) == (first, f"Title {first}", takers)


@pytest.mark.parametrize(
    "rows",
    [
        [("a", "2024", "proposes")],
        [("a", "2024", "uses"), ("b", "2025", "uses")],
        [("a", "2024", "proposes"), ("b", "2025", "introduces")],
        [("a", "2024-03", "proposes"), ("b", "2024-02-28", "uses"), ("c", "2025", "uses")],
    ],
)
def test_what_is_not_new_here_or_not_used_by_others_is_left_out(rows):
    assert taken(*rows) == []


def test_what_most_take_up_comes_first():
    papers = [(paper, "", "") for paper in "abcd"]
    entities = [Item(f"{kind}:{n}", kind, n) for kind in ("method", "dataset") for n in "xy"]
    named = [("a", entity.id, "proposes") for entity in entities]
    named += [("b", entity.id, "uses") for entity in entities]
    named += [("c", "method:y", "uses"), ("d", "method:y", "mentions")]
    found = taken_up_of(corpus_from(papers, entities, named))
    assert [(row.id, len(row.takers)) for row in found] == [
        ("method:y", 3),
        ("dataset:x", 1),
        ("dataset:y", 1),
        ("method:x", 1),
    ]
    assert repr(found[0]) == "<method y: 3 after ''>"
