"""What else can be in the middle: a focused neighbourhood, the comparison, the matrix."""

import csv
import io
import random
import struct
from pathlib import Path

import lxml.etree
import networkx as nx
import pytest

from paperlattice.graph.export.page_data import top_part
from paperlattice.graph.export.page_figures import corpus_of
from paperlattice.graph.query.matrix import matrix_of

PIECES = """() => [...document.querySelectorAll("#focus .star, #focus .group")].map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect();
  return [one.textContent, left, top, right, bottom];
})"""


def text_in(download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def table_in(download) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text_in(download))))


def around(reader) -> list[str]:
    reader.page.locator("#focus .stage").wait_for()
    return sorted(reader.page.locator("#focus a.star .label").all_inner_texts())


@pytest.fixture
def crowded() -> nx.MultiDiGraph:
    """A paper with 70 related ones, 30 things that it names, and titles of all lengths."""
    made = nx.MultiDiGraph()
    chance = random.Random(7)
    for number in range(71):
        label = " ".join(
            chance.choices(["thin", "layered", "retrieval", "of", "quantizations"], k=2 + number % 11)
        )
        date = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
        place = {"x": chance.uniform(-900, 900), "y": chance.uniform(-900, 900), "size": 10.0}
        made.add_node(
            f"paper:{number:02}", kind="paper", label=f"{number} {label}", date=date, papers=1, **place
        )
    for number in range(1, 71):
        weight = {"weight": 1 - number / 100, "confidence": 0.5}
        made.add_edge("paper:00", f"paper:{number:02}", "related", relation="related", **weight)
    for number in range(30):
        kind, role = [("method", "uses"), ("dataset", "uses"), ("task", "addresses")][number % 3]
        place = {"x": number * 20.0, "y": 0.0, "size": 10.0, "papers": 1}
        made.add_node(f"{kind}:{number}", kind=kind, label=f"{kind} number {number}", **place)
        said = {"weight": 1.0, "confidence": 0.9, "surfaces": "it", "evidence": "We use it."}
        made.add_edge("paper:00", f"{kind}:{number}", role, relation=role, **said)
    return made


@pytest.mark.parametrize("way", ["button", "key", "double click"])
def test_focus_lays_the_neighbourhood_out_and_leads_back(show, way):
    reader = show("" if way == "double click" else "#paper:2402.00022")
    if way == "double click":
        reader.page.mouse.dblclick(**reader.spot("paper:2402.00022"))
    else:
        reader.title("Market CLIP")
    if way == "button":
        reader.card.get_by_role("button", name="Focus").click()
    elif way == "key":
        reader.page.keyboard.press("f")
    assert around(reader) == ["CLIP", "Far Fields", "LoRA", "Quiet Adapters"]
    assert "focus=1" in reader.run("location.hash")
    reader.page.keyboard.press("Escape")
    reader.until("document.getElementById('focus').hidden")
    assert reader.selected() == "paper:2402.00022"
    assert "focus" not in reader.run("location.hash")


def test_a_neighbourhood_is_saved_as_it_is_shown(show):
    reader = show("#paper:2402.00022&focus=1")
    around(reader)
    reader.settle()
    size = reader.run(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(STAGE)".replace(
            "STAGE", "document.querySelector('#focus .stage')"
        )
    )
    _, picture = reader.save("Picture (PNG)")
    assert struct.unpack(">II", picture[16:24]) == tuple(2 * side for side in size)
    _, drawing = reader.save("Picture (SVG)")
    root = lxml.etree.fromstring(drawing)
    assert [root.get("width"), root.get("height")] == [str(side) for side in size]
    words = {text.text for text in root.iter("{*}text")}
    assert {"Quiet Adapters", "Far Fields", "LoRA", "CLIP", "Market CLIP", "Uses", "Proposes"} <= words
    lines = reader.page.locator("#focus line:not(.reach, .quiet)").count()
    assert len(list(root.iter("{*}path"))) > lines + 4
    reader.page.keyboard.press("Escape")
    _, drawing = reader.save("Picture (SVG)")
    assert lxml.etree.fromstring(drawing).get("width") == str(reader.run("paperlattice.draw.free().width"))


def test_focus_moves_to_a_neighbour_and_back_in_the_history(show):
    reader = show("#paper:2402.00022&focus=1")
    around(reader)
    reader.page.locator("#focus a.star", has_text="CLIP").first.click()
    reader.title("CLIP")
    assert around(reader) == ["Far Fields", "LoRA", "Market CLIP"]
    reader.page.go_back()
    reader.title("Market CLIP")
    assert around(reader) == ["CLIP", "Far Fields", "LoRA", "Quiet Adapters"]


def test_line_tells_why_with_the_sentences_of_both(show):
    reader = show("#paper:2402.00022&focus=1")
    around(reader)
    reader.page.locator("#focus a.star", has_text="Quiet Adapters").hover()
    reader.page.locator("#focus .why", has_text="which Quiet Adapters proposes").wait_for()
    end = reader.run("paperlattice.model.at.get('paper:2401.00011')")
    reader.page.locator(f"#focus .reach[data-end='{end}']").dispatch_event("click")
    reader.card.get_by_text("Why they are linked").wait_for()
    assert reader.card.locator(".likely").inner_text().startswith("90 % likely")
    assert reader.card.locator(".likely .reason").inner_text().startswith("Market CLIP builds on LoRA")
    said = reader.card.locator("section", has_text="What both name").locator(".said > a")
    assert said.all_inner_texts() == ["Market CLIP", "Quiet Adapters"]
    assert reader.run("document.querySelectorAll('#focus .chosen').length") == 1


def test_focus_follows_the_keyboard(show):
    reader = show("#paper:2402.00022&focus=1")
    around(reader)
    reader.page.locator("#focus a.star[tabindex='0']").focus()
    seen = set()
    for key in ("ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowRight"):
        reader.page.keyboard.press(key)
        seen.add(reader.run("document.activeElement.textContent"))
    assert len(seen) > 1
    reader.page.keyboard.press(" ")
    reader.until("paperlattice.state.now.target >= 0")
    reader.page.keyboard.press("Enter")
    reader.until("paperlattice.state.now.target < 0 && paperlattice.state.now.focus")
    reader.until("document.activeElement.matches('#focus a.star')")


@pytest.mark.parametrize("way", ["By weight", "By time"])
def test_crowded_neighbourhood_overlaps_nothing_and_says_what_is_left(show, crowded, way):
    reader = show("#paper:00&focus=1", graph=crowded, viewport={"width": 1440, "height": 900})
    around(reader)
    reader.settle()
    reader.page.locator("#focus").get_by_role("button", name=way).click()
    reader.page.wait_for_timeout(400)
    found = reader.run(PIECES)
    names = reader.page.locator("#focus a.star").count()
    stage = reader.page.locator("#focus .stage").bounding_box()
    assert 20 <= names <= 40
    for at, (_, left, top, right, bottom) in enumerate(found):
        assert stage["x"] <= left < right <= stage["x"] + stage["width"]
        assert stage["y"] <= top < bottom <= stage["y"] + stage["height"]
        for other, x, y, beyond, below in found[at + 1 :]:
            assert left >= beyond or right <= x or top >= below or bottom <= y, (found[at][0], other)
    more = reader.page.get_by_role("button", name=f"and {100 - names} more")
    more.click()
    assert reader.page.locator("#focus .rest li").count() == 30


@pytest.mark.parametrize("address", ["#&topic=CLIP&focus=1", "#method:clip&focus=1"])
def test_focus_of_topic_and_entity(show, address):
    assert "Far Fields" in around(show(address))


@pytest.mark.parametrize("address", ["#&focus=1", "#paper:nobody&focus=1", "#method:lora&focus=2"])
def test_focus_without_a_middle_is_the_map(show, address):
    reader = show(address)
    reader.settle()
    assert reader.run("document.getElementById('focus').hidden")


def test_focus_on_a_phone_is_a_list(show, phone):
    reader = show("#paper:2402.00022&focus=1", **phone)
    rows = reader.page.locator("#focus .named > a")
    rows.first.wait_for()
    assert sorted(rows.all_inner_texts()) == ["CLIP", "Far Fields", "LoRA", "Quiet Adapters"]
    reader.page.get_by_role("button", name="Why Quiet Adapters").click()
    reader.card.get_by_text("Why they are linked").wait_for()


def test_entities_are_compared_by_their_papers(show):
    reader = show("#method:lora")
    reader.title("LoRA")
    reader.card.get_by_role("button", name="Compare").click()
    reader.go("#method:clip&compare=method:lora")
    reader.title("CLIP")
    reader.card.get_by_role("button", name="Compare").click()
    reader.page.get_by_role("button", name="Compare (2)").click()
    view = reader.page.get_by_role("region", name="Comparison")
    assert view.locator(".compared a").all_inner_texts() == ["LoRA", "CLIP"]
    shares = view.locator(".cut")
    assert [text.split("\n")[-1] for text in shares.all_inner_texts()] == ["1", "1", "1"]
    shares.first.click()
    assert view.locator(".members a").all_inner_texts() == ["Market CLIP"]
    view.locator(".saying").last.wait_for()
    assert view.locator(".saying blockquote").count() == 4
    reader.settle()
    assert "compare=method:lora,method:clip" in reader.run("location.hash")


def test_papers_are_compared_by_their_names_and_saved(show):
    reader = show("#&main=compare&compare=paper:2401.00011,paper:2402.00022")
    view = reader.page.get_by_role("region", name="Comparison")
    view.get_by_text("What is said of names that they share").wait_for()
    assert view.locator(".likely .reason").inner_text().startswith("Market CLIP builds on")
    assert view.locator(".said > a").all_inner_texts() == ["Quiet Adapters", "Market CLIP"]
    with reader.page.expect_download() as waiting:
        view.get_by_role("button", name="Save as CSV").click()
    rows = table_in(waiting.value)
    assert rows[0] == ["section", "name", "Quiet Adapters", "Market CLIP"]
    assert ["Method", "LoRA", "Proposes", "Uses"] in rows
    with reader.page.expect_download() as waiting:
        view.get_by_role("button", name="Save as Markdown").click()
    assert "| LoRA | Method | Proposes | Uses |" in text_in(waiting.value)


def test_shift_click_pins_on_map_and_names_and_kinds_do_not_mix(show):
    reader = show("#paper:2402.00022")
    reader.title("Market CLIP")
    pinned = "paperlattice.state.now.compare.map((i) => paperlattice.model.nodes.key[i])"
    reader.page.keyboard.down("Shift")
    reader.page.mouse.click(**reader.spot("paper:2401.00011"))
    reader.until(f"{pinned}.length === 1")
    reader.card.locator("a", has_text="Far Fields").first.click()
    assert reader.run(pinned) == ["paper:2401.00011", "paper:2404.00044"]
    reader.card.locator("a", has_text="CLIP").first.click()
    assert reader.run(pinned) == ["method:clip"]
    assert reader.selected() == "paper:2402.00022"


@pytest.fixture
def mixed() -> nx.MultiDiGraph:
    """Sixty papers of two camps that name methods and datasets; the camps have nothing in common."""
    made = nx.MultiDiGraph()
    chance = random.Random(5)
    for number in range(60):
        made.add_node(
            f"paper:{number:02}", kind="paper", label=f"Paper {number}", date=f"2024-0{1 + number % 6}"
        )
    for camp in range(2):
        for number in range(4):
            for kind in ("method", "dataset", "task"):
                made.add_node(
                    f"{kind}:{camp}{number}", kind=kind, label=f"{kind} {number} of {camp}", papers=9
                )
    for number in range(60):
        for kind, role in [
            ("method", "uses"),
            ("method", "mentions"),
            ("dataset", "uses"),
            ("task", "addresses"),
        ]:
            for entity in range(4):
                if chance.random() < 0.8 / (1 + entity):
                    target = f"{kind}:{number % 2}{entity}"
                    made.add_edge(
                        f"paper:{number:02}", target, role, relation=role, confidence=0.9, weight=1.0
                    )
    return made


@pytest.mark.parametrize("pair", [("method", "dataset"), ("method", "task")])
def test_matrix_counts_as_python_does(show, mixed, pair):
    wanted = matrix_of(corpus_of(mixed), *pair, top=40)
    reader = show(graph=mixed)
    found = reader.run("([a, b]) => paperlattice.matrix.counted(a, b, 40)", list(pair))
    assert found["rows"] == [item.id for item in wanted.rows]
    assert found["columns"] == [item.id for item in wanted.columns]
    assert found["counts"] == list(map(list, wanted.counts))
    assert found["papers"] == wanted.papers == 60
    gaps = {(gap.row, gap.column): (gap.p, gap.q) for gap in wanted.gaps}
    assert len(gaps) > 2
    assert {(row, column) for row, column, _, _ in found["gaps"]} == gaps.keys()
    for row, column, p, q in found["gaps"]:
        assert (p, q) == pytest.approx(gaps[row, column], abs=1e-5)


def test_papers_that_are_not_drawn_are_counted_as_well(show, mixed, monkeypatch):
    monkeypatch.setitem(top_part.__kwdefaults__, "node_budget", 50)
    wanted = matrix_of(corpus_of(mixed), "method", "dataset", top=3)
    first, second = (item.id for item in wanted.rows[:2])
    reader = show(f"#&main=compare&compare={first},{second}", graph=mixed)
    assert reader.run("paperlattice.corpus.drawn") < 40
    found = reader.run("paperlattice.matrix.counted('method', 'dataset', 3)")
    assert (found["rows"], found["papers"]) == ([item.id for item in wanted.rows], 60)
    assert found["counts"] == list(map(list, wanted.counts))
    assert "60 papers" in reader.page.locator("header").inner_text()
    assert reader.run("paperlattice.result.now.count.kinds.get('method')[1]") == 8
    view = reader.page.get_by_role("region", name="Comparison")
    papers = [f"{item.papers} papers" for item in wanted.rows[:2]]
    assert view.locator(".facts tr", has_text="Papers").first.locator("td").all_inner_texts() == papers
    assert view.get_by_text("Not counted").count() == 0
    view.locator(".cut").first.click()
    view.get_by_role("button", name="Show more").click()
    view.locator("button.undrawn").first.click()
    assert reader.card.get_by_text("This paper is not drawn").is_visible()
    reader.run("paperlattice.state.narrow('confidence', 0.5)")
    view.get_by_text("of the papers that the map does not draw").wait_for()


def test_matrix_is_a_grid_for_the_keyboard(show, mixed):
    reader = show("#&main=matrix", graph=mixed)
    grid = reader.page.get_by_role("grid", name="Methods × datasets")
    cells = grid.get_by_role("gridcell")
    cells.first.focus()
    for key in ("ArrowDown", "ArrowRight", "End", "Home", "ArrowRight", "Control+End", "ArrowUp"):
        reader.page.keyboard.press(key)
    row, column = reader.run("[document.activeElement.dataset.row, document.activeElement.dataset.column]")
    last = reader.run("paperlattice.matrix.counted('method', 'dataset')")
    assert (int(row), int(column)) == (len(last["rows"]) - 2, len(last["columns"]) - 1)
    assert grid.locator("[tabindex='0']").count() == 1
    reader.page.keyboard.press("Control+Home")
    reader.page.keyboard.press("ArrowRight")
    while not (count := reader.run("parseInt(document.activeElement.textContent) || 0")):
        reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    listed = reader.page.get_by_role("region", name="Papers of the cell")
    assert listed.locator("h3").inner_text().startswith(f"{count} papers of what is shown name")
    assert listed.locator("li").count() == count
    reader.page.keyboard.press("Home")
    reader.page.keyboard.press("Enter")
    reader.until("paperlattice.state.now.selected >= 0")


def test_matrix_follows_the_filters_and_saves_what_it_shows(show, mixed):
    reader = show("#&main=matrix&until=2024-02", graph=mixed)
    view = reader.page.get_by_role("region", name="Matrix", exact=True)
    assert view.locator(".note").inner_text().startswith("20 papers")
    with reader.page.expect_download() as waiting:
        view.get_by_role("button", name="Save as CSV").click()
    assert waiting.value.suggested_filename.endswith(".method-dataset.csv")
    heads, papers, *body = table_in(waiting.value)
    counted = reader.run("paperlattice.matrix.counted('method', 'dataset')")
    assert [[int(cell) for cell in row[2:]] for row in body] == counted["counts"]
    assert (heads[:2], papers[:2]) == (["method", "papers"], ["papers", "20"])


@pytest.mark.parametrize("main", ["matrix", "compare"])
def test_views_say_what_is_missing(show, main):
    empty = show(f"#&main={main}", graph=nx.MultiDiGraph())
    assert empty.page.locator(f"#{main} p").first.inner_text()
