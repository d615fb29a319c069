"""Where panels are: beside the map, as icons, as sheets of a phone; and the camera that a link keeps."""

import pytest

from paperlattice.graph.export.page_data import top_part


def box(reader, part: str) -> dict[str, float]:
    return reader.page.locator(part).bounding_box()


def test_panels_stand_beside_the_map(show):
    reader = show(viewport={"width": 1440, "height": 900})
    left, stage, right = (box(reader, part) for part in ("#left", "#stage", "#card"))
    assert (left["width"], right["width"]) == (300, 360)
    assert stage["x"] == left["x"] + left["width"]
    assert stage["x"] + stage["width"] == right["x"]


@pytest.mark.parametrize("width", [1024, 800, 730])
def test_narrow_windows_give_the_map_half(show, width):
    reader = show("#method:lora", viewport={"width": width, "height": 768})
    reader.title("LoRA")
    assert box(reader, "#stage")["width"] >= width / 2
    assert not reader.page.locator("#left").is_visible()
    reader.page.get_by_role("button", name="Papers", exact=True).click()
    reader.papers.nth(3).wait_for()
    assert reader.papers.count() == 4
    assert not reader.card.is_visible()
    assert box(reader, "#stage")["width"] >= width / 2
    reader.papers.filter(has_text="Far Fields").click()
    reader.title("Far Fields")


def test_folding_gives_room_and_keeps_every_node_in_its_place(show):
    reader = show("#&see=80,20,2")
    before = reader.spot("paper:2402.00022")
    reader.page.get_by_role("button", name="Fold the panel").click()
    assert not reader.page.locator("#left").is_visible()
    assert reader.run("document.activeElement.dataset.open") == "papers"
    assert reader.spot("paper:2402.00022") == pytest.approx(before, abs=1.5)
    reader.page.keyboard.press("Enter")
    assert reader.page.locator("#left").is_visible()
    assert reader.spot("paper:2402.00022") == pytest.approx(before, abs=1.5)


def test_tabs_of_the_left_panel_turn_with_arrows(show):
    reader = show()
    reader.page.get_by_role("tab", name="Papers").focus()
    reader.page.keyboard.press("ArrowRight")
    assert reader.page.get_by_role("tab", name="Filters").get_attribute("aria-selected") == "true"
    assert reader.page.locator("#legend").is_visible()
    reader.settle()
    assert reader.run("location.hash") == "#&left=filters"


def test_details_come_back(show):
    reader = show()
    reader.card.get_by_role("button", name="Close").click()
    assert not reader.card.is_visible()
    reader.page.get_by_role("button", name="Show the details").click()
    assert reader.card.is_visible()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (800, 600)])
def test_link_shows_the_same_in_another_window(show, size):
    first = show("#method:clip&see=240,60,1", viewport={"width": 1440, "height": 900})
    first.title("CLIP")
    first.page.locator("[data-zoom=in]").click()
    first.settle()
    address = first.run("location.hash")
    assert "see=" in address
    other = show(address, viewport={"width": size[0], "height": size[1]})
    other.title("CLIP")
    other.settle()
    middle = "(({ x, y, width, height }) => [x + width / 2, y + height / 2])"
    stage = f"{middle}(document.getElementById('stage').getBoundingClientRect())"
    spot = other.spot("method:clip")
    assert (spot["x"], spot["y"]) == pytest.approx(other.run(stage), abs=20)
    assert other.run("paperlattice.draw.isInSight(paperlattice.model.at.get('paper:2402.00022'))")


SLOW_CARD = """
  const [text, replace] = [Response.prototype.text, history.replaceState];
  let asked = 0;
  Response.prototype.text = async function () {
    if (asked++) await new Promise((go) => setTimeout(go, 1200)); // The first are the data of the page.
    return text.call(this);
  };
  window.written = [];
  history.replaceState = function (...given) {
    window.written.push(given[2]);
    return replace.apply(this, given);
  };
"""


def test_camera_of_a_link_stays_in_the_address_until_its_card_is_open(show):
    address = "#method:lora&papers=2&see=160,90,2"
    reader = show(address, before=SLOW_CARD, reduced_motion="no-preference")
    reader.title("LoRA")
    reader.settle()
    assert reader.run("location.hash") == address
    assert [other for other in reader.run("written") if not other.endswith(address)] == []


def test_kind_of_a_card_stays_in_one_line(show, graph):
    graph.nodes["method:lora"]["topic"] = "adapters of large language models that learn with little memory"
    reader = show("#method:lora", graph=graph)
    reader.title("LoRA")
    assert box(reader, ".card-head .kind")["height"] < 30


@pytest.fixture
def trimmed(graph, monkeypatch):
    monkeypatch.setitem(top_part.__kwdefaults__, "node_budget", 7)
    return graph


@pytest.mark.parametrize("opened", [False, True])
def test_note_of_a_trimmed_page_is_a_line_that_opens_and_covers_nothing(show, trimmed, opened):
    reader = show(graph=trimmed, viewport={"width": 1440, "height": 900})
    if opened:
        reader.page.locator("#part summary").click()
    note = box(reader, "#part")
    assert (note["height"] < 30) != opened
    for part in ("#left", "#card", ".zoom >> nth=0", "#lasso", "#timeline"):
        other = box(reader, part)
        apart = (
            note["x"] >= other["x"] + other["width"]
            or other["x"] >= note["x"] + note["width"]
            or note["y"] >= other["y"] + other["height"]
            or other["y"] >= note["y"] + note["height"]
        )
        assert apart, part


def place(reader, name: str) -> None:
    reader.page.locator("#places").get_by_role("button", name=name).tap()


def test_phone_goes_between_its_parts(show, phone):
    reader = show(**phone)
    assert reader.card.is_visible()
    place(reader, "Papers")
    reader.papers.first.wait_for()
    assert not reader.card.is_visible()
    place(reader, "Filters")
    assert reader.page.get_by_role("checkbox", name="Datasets").is_visible()
    place(reader, "Map")
    assert not reader.page.locator("#left").is_visible()
    place(reader, "Papers")
    reader.papers.filter(has_text="Far Fields").tap()
    reader.title("Far Fields")
    place(reader, "Overview")
    reader.title("Sample")
    current = reader.page.locator("#places [aria-current=true]").all_inner_texts()
    assert current == ["Overview"]


def test_sheet_has_three_heights_by_button_keys_and_finger(show, phone):
    reader = show("#method:lora", **phone)
    reader.title("LoRA")
    grip = reader.page.locator("#grip")
    heights = []
    for _ in range(4):
        heights.append(round(box(reader, "#card")["height"]))
        grip.tap()
    half, full, low, again = heights
    assert low < half < full
    assert again == half
    grip.focus()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    assert round(box(reader, "#card")["height"]) == low
    assert "low" in grip.get_attribute("aria-label")
    middle = box(reader, "#grip")
    x, y = middle["x"] + middle["width"] / 2, middle["y"] + 10
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    for step in range(1, 11):
        reader.page.mouse.move(x, y - step * 28)
    reader.page.wait_for_timeout(50)
    reader.page.mouse.move(x, y - 281)
    reader.page.mouse.up()
    assert round(box(reader, "#card")["height"]) == half


def test_table_of_a_phone_has_its_room(show, phone):
    reader = show("#method:lora", **phone)
    reader.title("LoRA")
    reader.page.locator("[data-main=table]").tap()
    assert box(reader, "#table")["height"] - box(reader, "#card")["height"] > 300


def test_the_sheet_of_a_phone_makes_room_for_a_neighbourhood(show):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    reader = show("#method:lora&focus=1", **phone)
    reader.title("LoRA")
    reader.settle()
    assert reader.run("document.body.dataset.sheet") == "low"
    assert box(reader, "#focus")["y"] + 300 < box(reader, "#card")["y"]
    other = show("#method:lora", **phone)
    other.title("LoRA")
    other.settle()
    assert other.run("document.body.dataset.sheet") == "half"
    other.card.get_by_role("button", name="Focus").click()
    other.settle()
    assert other.run("document.body.dataset.sheet") == "low"


def test_the_count_of_what_is_the_only_one_stays_beside_the_button(show):
    reader = show(viewport={"width": 1440, "height": 900}).filters()
    reader.run("paperlattice.state.onlyKind('method')")
    row = reader.page.locator("#legend .row", has_text="Methods")
    count, only = (row.locator(part).bounding_box() for part in (".count", ".only"))
    assert count["x"] + count["width"] <= only["x"]
