"""The list of papers beside the map."""

import networkx as nx
import pytest

from paperlattice.graph.export.page_data import top_part


def titles(reader) -> list[str]:
    return reader.papers.locator(".title").all_inner_texts()


@pytest.fixture
def long_graph() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number in range(3000):
        day = f"2024-{number // 250 + 1:02}-{number % 28 + 1:02}"
        own = {"x": number % 60 * 30.0, "y": number // 60 * 30.0, "size": 6.0, "date": day}
        graph.add_node(f"paper:{number:04}", kind="paper", label=f"Paper {number}", papers=0, **own)
    return graph


def test_list_has_the_papers_with_what_they_name(show):
    reader = show()
    assert set(titles(reader)) == {"Quiet Adapters", "Market CLIP", "A lone paper", "Far Fields"}
    row = reader.papers.filter(has_text="Quiet Adapters")
    assert row.locator(".tag").count() == 2
    assert "2024-01-09" in row.inner_text()
    assert row.get_attribute("aria-setsize") == "4"


def test_list_follows_the_filters_and_its_order(show):
    reader = show("#&since=2024-02")
    assert "2 of 4 papers" in reader.page.locator("#papers").inner_text()
    reader.page.get_by_label("Sort papers by").select_option("Newest")
    assert titles(reader) == ["Far Fields", "Market CLIP"]
    reader.go("#&without=CLIP")
    assert titles(reader) == ["Market CLIP", "Quiet Adapters", "A lone paper"]
    reader.go("#&hide=&text=zzz&since=2030")
    assert reader.page.get_by_text("No paper passes these filters").is_visible()


def test_papers_of_the_chosen_node_come_first(show):
    reader = show("#method:clip")
    reader.title("CLIP")
    assert set(titles(reader)[:2]) == {"Market CLIP", "Far Fields"}


def test_hovering_a_row_rings_the_dot_and_scrolls_nothing(show, long_graph):
    reader = show(graph=long_graph)
    reader.papers.nth(3).hover()
    title = titles(reader)[3]
    assert reader.run("paperlattice.model.nodes.label[paperlattice.scene.view.hovered]") == title
    assert reader.page.locator("#papers .scroll").evaluate("(box) => box.scrollTop") == 0
    reader.page.locator(".list-head").hover()
    assert reader.run("paperlattice.scene.view.hovered") == -1


def test_hovering_a_dot_marks_the_row(show):
    reader = show()
    spot = reader.spot("paper:2402.00022")
    reader.page.mouse.move(spot["x"], spot["y"])
    reader.settle()
    assert reader.page.locator(".paper-row.marked .title").all_inner_texts() == ["Market CLIP"]


def test_click_opens_the_card_and_the_row_says_so(show):
    reader = show()
    reader.papers.filter(has_text="Far Fields").click()
    reader.title("Far Fields")
    chosen = reader.page.locator(".paper-row[aria-selected=true] .title")
    assert chosen.all_inner_texts() == ["Far Fields"]


def test_keys_go_through_thousands_of_rows_of_which_few_exist(show, long_graph):
    reader = show(graph=long_graph)
    assert reader.papers.count() < 40
    reader.page.get_by_role("listbox", name="Papers").focus()
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    position = f"{active}.getAttribute('aria-posinset')"
    for key, expected in [("ArrowDown", "2"), ("End", "3000"), ("ArrowUp", "2999"), ("Home", "1")]:
        reader.page.keyboard.press(key)
        assert reader.run(position) == expected
        assert reader.run(f"{active}.getBoundingClientRect().bottom <= innerHeight")
    reader.page.keyboard.press("PageDown")
    reader.page.keyboard.press("Enter")
    reader.title("Paper")
    assert reader.papers.count() < 45


def test_undrawn_papers_are_listed_and_open_a_small_card(show, monkeypatch):
    graph = nx.MultiDiGraph()
    for number in range(12):
        own = {"x": number * 40.0, "y": 0.0, "size": 9.0, "date": f"2024-01-{number + 1:02}"}
        graph.add_node(f"paper:{number}", kind="paper", label=f"Paper {number}", papers=1, **own)
    graph.nodes["paper:11"]["url"] = "https://example.org/11"
    for number in range(8):
        graph.add_edge(
            f"paper:{number}", f"paper:{(number + 1) % 8}", "related", relation="related", weight=0.5
        )
    monkeypatch.setitem(top_part.__kwdefaults__, "node_budget", 8)
    reader = show(graph=graph)
    assert reader.papers.count() == 12
    row = reader.papers.filter(has_text="Paper 11")
    assert "not on the map" in row.inner_text()
    row.click()
    reader.title("Paper 11")
    assert reader.card.get_by_role("link", name="example.org/11").is_visible()
    assert row.get_attribute("aria-selected") == "true"
    reader.papers.filter(has_text="Paper 3").click()
    reader.title("Paper 3")
    assert row.get_attribute("aria-selected") == "false"


def test_empty_graph_has_no_list(show):
    reader = show(graph=nx.MultiDiGraph())
    assert not reader.page.get_by_role("listbox", name="Papers").is_visible()
    assert reader.page.get_by_text("This graph is empty").is_visible()
