from __future__ import annotations

import sys
from xml.etree import ElementTree

import pytest

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.labels import Counts
from paperlattice.graph.evaluation.top_errors import CurvePoint, draw_curve

SVG = "{http://www.w3.org/2000/svg}"


def point(threshold: float, method: tuple[int, int, int], dataset: tuple[int, int, int]) -> CurvePoint:
    return CurvePoint(threshold, {"method": Counts(*method), "dataset": Counts(*dataset)})


CURVE = (
    point(0.5, (80, 20, 20), (5, 5, 5)),
    point(0.55, (60, 0, 40), (5, 0, 5)),
    point(0.6, (50, 0, 50), (0, 0, 10)),
)


def texts(svg: str) -> list[str]:
    return [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_axes_and_best_points_are_named():
    found = texts(draw_curve(CURVE))
    assert {"recall", "precision", "method, best F1 0.800 at 0.50", "dataset, best F1 0.667 at 0.55"} <= set(
        found
    )


def test_the_first_the_best_and_the_last_threshold_are_next_to_their_points():
    found = texts(draw_curve(CURVE))
    # methods: 0.50 is first and best, 0.60 last; datasets: 0.50 first, 0.55 best and last
    assert sorted(t for t in found if t in ("0.50", "0.55", "0.60")).count("0.50") >= 2
    assert {"0.55", "0.60"} <= set(found)


def test_a_kind_has_a_mark_for_each_threshold_that_leaves_something():
    root = ElementTree.fromstring(draw_curve(CURVE))
    marks = [
        len(list(group.iter(f"{SVG}use")))
        for group in root.iter(f"{SVG}g")
        if group.get("id", "").startswith("line2d")
    ]
    assert {3, 2} <= set(marks)


@pytest.mark.parametrize("curve", [(), (point(0.5, (0, 0, 9), (0, 0, 9)),)])
def test_nothing_found_is_reported(curve):
    assert {"method, none found", "dataset, none found"} <= set(texts(draw_curve(curve)))


def test_equal_curves_give_equal_text():
    assert draw_curve(CURVE) == draw_curve(CURVE)


def test_a_missing_library_is_one_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(PaperlatticeError, match="pip install matplotlib"):
        draw_curve(CURVE)
