from __future__ import annotations

from xml.etree import ElementTree

import pytest

from graph.evaluation.accuracy import Counts
from graph.evaluation.curve import CurvePoint, draw_curve

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


def test_each_kind_is_a_line_with_its_points():
    root = ElementTree.fromstring(draw_curve(CURVE))
    assert root.tag == f"{SVG}svg"
    lines = [line.get("points").split() for line in root.iter(f"{SVG}polyline")]
    assert [len(line) for line in lines] == [3, 2]  # a threshold that leaves nothing has no point
    tips = [tip.findtext(f"{SVG}title") for tip in root.iter(f"{SVG}circle")]
    assert tips[0] == "method at 0.50: precision 0.800, recall 0.800, F1 0.800"


def test_points_stand_where_the_axes_say():
    # The axes run from 0.5 to 1 over 552 and 376 pixels; (0.8, 0.8) is at three fifths of both.
    (first, *_), _ = [
        line.get("points").split()
        for line in ElementTree.fromstring(draw_curve(CURVE)).iter(f"{SVG}polyline")
    ]
    assert first == f"{64 + 0.6 * 552:.1f},{424 - 0.6 * 376:.1f}"


def test_axes_and_best_points_are_named():
    found = texts(draw_curve(CURVE))
    assert {"recall", "precision", "0.50", "1.00"} <= set(found)
    assert "method, best F1 0.800 at 0.50" in found
    assert "dataset, best F1 0.667 at 0.55" in found


@pytest.mark.parametrize("curve", [(), (point(0.5, (0, 0, 9), (0, 0, 9)),)])
def test_nothing_found_is_said(curve):
    assert {"method, none found", "dataset, none found"} <= set(texts(draw_curve(curve)))


def test_thresholds_that_would_overlap_are_written_once():
    close = [point(0.5 + i / 20, (800 - i, 200, 200 + i), (0, 0, 1)) for i in range(5)]
    svg = draw_curve(close)
    assert svg.count("<circle") == 5
    faint = [t for t in ElementTree.fromstring(svg).iter(f"{SVG}text") if t.get("fill")]
    assert [t.text for t in faint] == ["0.50"]


def test_perfect_figures_stay_inside():
    root = ElementTree.fromstring(draw_curve([point(0.9, (9, 0, 0), (9, 0, 0))]))
    assert {(c.get("cx"), c.get("cy")) for c in root.iter(f"{SVG}circle")} == {("616.0", "48.0")}
