"""Papers, entities and links as tables in place of the map."""

import networkx as nx
import pytest


def names(reader) -> list[str]:
    return [cell.strip() for cell in reader.page.locator("#table tbody tr .cell:visible").all_inner_texts()]


def heads(reader) -> list[str]:
    return [head.strip(" ▲▼\n") for head in reader.page.locator("#table th").all_inner_texts()]


def test_table_lists_what_is_shown_and_nothing_else(show):
    reader = show("#&main=table&rows=entities&hide=repo").filters()
    assert names(reader) == ["CLIP", "LoRA", "ImageNet"]
    reader.page.get_by_role("checkbox", name="Datasets").uncheck()
    assert names(reader) == ["CLIP", "LoRA"]


def test_papers_have_one_unit_a_column(show):
    reader = show()
    reader.page.locator("[data-main=table]").click()
    assert heads(reader) == ["Title", "Date", "Topic", "Methods", "Datasets", "Repositories", "Related"]
    row = reader.page.locator("#table tbody tr", has_text="Market CLIP")
    cells = [cell.strip() for cell in row.locator("td").all_inner_texts()]
    assert cells == ["", "Market CLIP", "2024-02-03", "LoRA, ImageNet", "2", "", "", "2"]


def test_every_column_of_papers_is_whole_in_a_window_of_1440(show, graph):
    paper = "paper:2401.00011"
    graph.nodes[paper]["authors"] = "Ada Quill"
    for kind in ("task", "technique"):
        graph.add_node(f"{kind}:own", kind=kind, label="Own", papers=1, x=9.0, y=9.0)
        graph.add_edge(paper, f"{kind}:own", "uses", relation="uses", weight=1.0)
    reader = show("#&main=table", graph=graph, viewport={"width": 1440, "height": 900})
    assert len(heads(reader)) == 10
    scroll = reader.page.get_by_role("group", name="Table")
    assert scroll.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    cut = "[...document.querySelectorAll('#table th button')].filter((e) => e.scrollWidth > e.clientWidth)"
    assert reader.run(f"{cut}.length") == 0
    date = reader.page.locator("#table td", has_text="2024-01-09")
    assert date.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth")


def test_entities_have_their_papers_topics_and_first_date(show):
    reader = show("#&main=table&rows=entities")
    assert heads(reader) == ["Name", "Kind", "Papers", "Topic", "Topics", "First date"]
    row = reader.page.locator("#table tbody tr", has_text="CLIP").first
    cells = [cell.strip() for cell in row.locator("td").all_inner_texts()]
    assert cells == ["", "CLIP", "Method", "2", "CLIP", "2", "2024-02-03"]
    reader.go("#&main=table&rows=entities&since=2024-04")
    assert names(reader) == ["CLIP"]
    assert row.locator("td").nth(3).inner_text() == "1"


def test_headers_sort_with_the_keyboard_and_say_so(show):
    reader = show("#&main=table&rows=entities")
    header = reader.page.get_by_role("columnheader", name="Name")
    header.get_by_role("button").focus()
    reader.page.keyboard.press("Enter")
    assert names(reader) == ["CLIP", "ImageNet", "LoRA", "quietlake/adapters"]
    assert header.get_attribute("aria-sort") == "ascending"
    reader.page.keyboard.press("Enter")
    assert names(reader) == ["quietlake/adapters", "LoRA", "ImageNet", "CLIP"]
    assert header.get_attribute("aria-sort") == "descending"
    assert reader.page.locator("#table [aria-sort=none]").count() == len(heads(reader)) - 1


def test_numbers_sort_as_numbers(show, graph):
    for number in (9, 10, 100):
        graph.add_node(f"method:m{number}", kind="method", label=f"M{number}", papers=number, x=number, y=0)
    assert names(show("#&main=table&rows=entities", graph=graph))[:3] == ["M100", "M10", "M9"]


def test_names_in_the_table_open_cards_beside_it(show):
    reader = show("#&table=nodes")
    reader.page.locator("#table").get_by_role("link", name="Far Fields").click()
    reader.title("Far Fields")
    assert reader.page.locator("#table").is_visible()


def test_table_of_links(show):
    reader = show("#&main=table&view=papers")
    reader.page.locator("#table").get_by_role("button", name="Links", exact=True).click()
    cells = reader.page.locator("#table tbody tr:not(.gap) td").all_inner_texts()
    assert [cell.strip() for cell in cells] == [
        *("Quiet Adapters", "Related papers", "Market CLIP", "90 %"),
        *("Market CLIP", "Related papers", "Far Fields", "50 %"),
    ]
    assert "main=table&rows=links" in reader.run("location.hash")


@pytest.fixture
def thousands() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number in range(3000):
        own = {"x": float(number), "y": 0.0, "size": 6.0, "papers": 0}
        graph.add_node(f"paper:{number:04}", kind="paper", label=f"Paper {number:04}", **own)
    return graph


def test_of_a_long_table_only_rows_in_sight_exist(show, thousands):
    reader = show("#&main=table", graph=thousands)
    assert names(reader)[0] == "Paper 0000"
    assert len(names(reader)) < 60
    assert reader.page.locator("#table table").get_attribute("aria-rowcount") == "3001"
    reader.page.locator("#table .scroll").evaluate("(box) => { box.scrollTop = 1e9; }")
    reader.until("document.querySelector('#table tbody').innerText.includes('Paper 2999')")
    assert len(names(reader)) < 60
    last = reader.page.locator("#table tbody tr", has_text="Paper 2999")
    assert last.get_attribute("aria-rowindex") == "3001"


def test_rows_are_chosen_one_by_one_or_up_to_one(show, thousands):
    reader = show("#&main=table", graph=thousands)
    boxes = reader.page.get_by_role("checkbox", name="Choose Paper")
    boxes.nth(1).check()
    boxes.nth(4).click(modifiers=["Shift"])
    assert "4 chosen" in reader.page.locator(".table-head").inner_text()
    reader.page.get_by_role("button", name="Choose none").click()
    reader.page.get_by_role("checkbox", name="Choose all").click()
    assert "3,000 chosen" in reader.page.locator(".table-head").inner_text()


def test_table_is_saved_as_it_is_shown_or_chosen(show):
    reader = show("#&main=table&since=2024-02")
    name, content = reader.save("Save table (CSV)", menu=False)
    assert name == "papers.csv"
    assert content.decode().splitlines() == [
        "Title,Date,Topic,Methods,Related",
        "Far Fields,2024-04-21,CLIP,1,1",
        'Market CLIP,2024-02-03,"LoRA, ImageNet",2,2',
    ]
    reader.page.get_by_role("checkbox", name="Choose Market CLIP").check()
    _, content = reader.save("Save 1 (CSV)", menu=False)
    assert len(content.decode().splitlines()) == 2
