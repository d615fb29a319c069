"""Large graphs: the same page, the camera at their size, and the budget."""

import networkx as nx
import pytest

from paperlattice.graph.export import write_graph


def grid_graph(size: int) -> nx.MultiDiGraph:
    """Every third node a paper that names the two entities after it; all of one topic."""
    graph = nx.MultiDiGraph()
    for number in range(size):
        kind = "paper" if number % 3 == 0 else "method"
        own = {"label": f"{kind} {number}", "topic": "all", "papers": 1 + (number == 1) * 50, "size": 9.0}
        graph.add_node(f"{kind}:{number:05}", kind=kind, x=number % 100 * 40.0, y=number // 100 * 40.0, **own)
        if kind == "method":
            paper = number - number % 3
            graph.add_edge(f"paper:{paper:05}", f"method:{number:05}", "uses", relation="uses", weight=1.0)
    return graph


@pytest.fixture(scope="module")
def large_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("large") / "graph.html"
    write_graph(grid_graph(10_000), file, name="Large", format="html")
    return file


@pytest.fixture
def large(visit, large_file):
    def opened(address: str = "", **context):
        reader = visit(large_file, address, **context)
        reader.until("document.readyState === 'complete' && window.paperlattice")
        return reader

    return opened


@pytest.mark.long
def test_large_page_has_the_same_cards(large):
    reader = large()
    reader.choose("paper 300")
    reader.title("paper 300")
    assert reader.hot() == ["method:00301", "method:00302", "paper:00300"]
    reader.settle()
    assert reader.run("location.hash").startswith("#paper:00300&see=")


def test_large_page_is_dragged_zoomed_and_clicked(large):
    reader = large("#&at=2000,2000,1")
    mouse = reader.page.mouse
    before = reader.run("paperlattice.draw.view()")
    mouse.move(620, 400)
    mouse.down()
    mouse.move(720, 450, steps=4)
    mouse.up()
    after = reader.run("paperlattice.draw.view()")
    assert (before["x"] - after["x"], before["y"] - after["y"]) == (pytest.approx(100), pytest.approx(50))
    assert reader.selected() == ""
    for _ in range(3):
        mouse.wheel(0, -100)
    reader.until("paperlattice.draw.view().zoom > 1.2")
    mouse.click(**reader.spot("paper:05049"))
    reader.title("paper 5049")


@pytest.mark.long
def test_large_page_moves_by_keys(large):
    reader = large()
    reader.page.locator("#canvas .vis-network").focus()
    before = reader.run("paperlattice.draw.view()")
    for key in ("ArrowRight", "ArrowDown", "+"):
        reader.page.keyboard.down(key)
        reader.page.wait_for_timeout(120)
        reader.page.keyboard.up(key)
    after = reader.run("paperlattice.draw.view()")
    assert after["x"] > before["x"]
    assert after["y"] > before["y"]
    assert after["zoom"] > before["zoom"]


@pytest.mark.long
def test_two_fingers_zoom_a_large_page(large, phone):
    reader = large(**phone)
    reader.page.locator("#places").get_by_role("button", name="Map").tap()
    before = reader.run("paperlattice.draw.view().zoom")
    session = reader.page.context.new_cdp_session(reader.page)
    for kind, apart in [("touchStart", 20), ("touchMove", 60), ("touchMove", 100), ("touchEnd", 0)]:
        points = [{"x": 190 - apart, "y": 600, "id": 1}, {"x": 190 + apart, "y": 600, "id": 2}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if apart else []})
    assert reader.run("paperlattice.draw.view().zoom") > 2 * before


def test_all_nodes_of_a_large_page_are_painted(large):
    reader = large()
    name, drawing = reader.save("Picture (SVG)")
    assert drawing.count(b"M") > 10_000
    assert name == "Large.svg"


@pytest.mark.long
def test_page_over_budget_says_what_it_shows(show):
    reader = show(graph=grid_graph(10_200))
    note = reader.page.locator("#part").inner_text()
    assert note.startswith("This page shows 10,000 of 10,200 nodes, the papers with the strongest links")
    assert len(reader.shown()) == 10_000
    assert "method:00001" in reader.shown()
