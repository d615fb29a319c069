"""Papers over time: a brush, two sliders, and playing."""

from itertools import pairwise

import networkx as nx
import pytest

STRIP = ".strip"


def bounds(reader) -> list[str]:
    return reader.run("(({ since, until }) => [since, until])(paperlattice.state.now)")


def values(reader) -> list[str]:
    return [
        reader.page.get_by_role("slider", name=name).get_attribute("aria-valuetext")
        for name in ("Papers from", "Papers until")
    ]


@pytest.fixture
def months() -> nx.MultiDiGraph:
    """A paper in each month of two years, from 2023-01 on."""
    graph = nx.MultiDiGraph()
    for number in range(24):
        date = f"{2023 + number // 12}-{number % 12 + 1:02}-10"
        own = {"x": number * 40.0, "y": 0.0, "size": 9.0, "date": date}
        graph.add_node(f"paper:{number:02}", kind="paper", label=f"Paper {number}", papers=0, **own)
    return graph


def point(reader, share: float) -> tuple[float, float]:
    box = reader.page.locator(STRIP).bounding_box()
    return box["x"] + share * box["width"], box["y"] + box["height"] / 2


def drag(reader, start: float, end: float) -> None:
    reader.page.mouse.move(*point(reader, start))
    reader.page.mouse.down()
    reader.page.mouse.move(*point(reader, (start + end) / 2))
    reader.page.mouse.move(*point(reader, end))
    reader.page.mouse.up()
    reader.settle()


def test_brush_filters_moves_and_is_cleared(show, months):
    reader = show(graph=months)
    drag(reader, 4.5 / 24, 8.5 / 24)
    assert bounds(reader) == ["2023-05", "2023-09"]
    assert len(reader.shown()) == 5
    assert values(reader) == ["May 2023", "Sep 2023"]
    drag(reader, 6.5 / 24, 9.5 / 24)
    assert bounds(reader) == ["2023-08", "2023-12"]
    reader.page.get_by_role("button", name="Whole time").click()
    assert bounds(reader) == ["", ""]
    assert len(reader.shown()) == 24


def test_click_on_a_bar_chooses_it_and_again_all(show, months):
    reader = show(graph=months)
    reader.page.mouse.click(*point(reader, 2.5 / 24))
    assert bounds(reader) == ["2023-03", "2023-03"]
    reader.page.mouse.click(*point(reader, 2.5 / 24))
    assert bounds(reader) == ["", ""]


def test_handles_are_sliders(show, months):
    reader = show(graph=months)
    first, last = (reader.page.get_by_role("slider", name=f"Papers {end}") for end in ("from", "until"))
    first.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Shift+ArrowRight")
    assert values(reader) == ["Feb 2024", "Dec 2024"]
    last.focus()
    reader.page.keyboard.press("Home")
    assert values(reader) == ["Feb 2024", "Feb 2024"]
    assert bounds(reader) == ["2024-02", "2024-02"]


def test_bars_say_what_the_other_filters_leave(show):
    reader = show("#&topics=CLIP")
    assert reader.page.locator(".bin").evaluate_all("(bars) => bars.map((bar) => bar.title)") == [
        "Jan 2024: 0 of 1 paper",
        "Feb 2024: 0 of 1 paper",
        "Mar 2024: 0 papers",
        "Apr 2024: 1 paper",
    ]


def test_playing_moves_the_window(show, months):
    reader = show(graph=months, reduced_motion="no-preference")
    reader.page.get_by_role("button", name="Play the time").click()
    reader.until("paperlattice.state.now.since > '2023-01'")
    reader.page.get_by_role("button", name="Play the time").click()
    assert reader.page.get_by_role("button", name="Play the time").get_attribute("aria-pressed") == "false"
    now = bounds(reader)
    reader.page.wait_for_timeout(900)
    assert bounds(reader) == now


def test_without_motion_each_press_is_a_step(show, months):
    reader = show(graph=months)
    step = reader.page.get_by_role("button", name="Next step of time")
    found = []
    for _ in range(3):
        step.click()
        found.append(bounds(reader))
    assert found == [["", "2023-04"], ["2023-02", "2023-05"], ["2023-03", "2023-06"]]


@pytest.mark.parametrize("date", ["", "2024-05-01", "not a date"])
def test_hidden_without_two_times(show, months, date):
    for _, data in months.nodes(data=True):
        data["date"] = date
    assert not show(graph=months).page.locator("#timeline").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_labels_are_whole_and_apart(show, graph, width):
    graph.nodes["paper:2404.00044"]["date"] = "2024-11-21"
    reader = show("#&left=", graph=graph, viewport={"width": width, "height": 844})
    reader.settle()
    labels = reader.page.locator(".time-ticks span:not(:empty)").evaluate_all(
        """(all) => all.filter((label) => label.style.visibility !== "hidden").map((label) => {
          const { x, height } = label.getBoundingClientRect();
          return [x, x + label.scrollWidth, height];
        })"""
    )
    assert len(labels) > 1
    assert all(height >= 14 for _, _, height in labels)
    assert all(end < start for (_, end, _), (start, _, _) in pairwise(labels))
    assert labels[-1][1] <= width
