"""For everyone: keyboard, names for screen readers, contrast, dark, phone, less motion."""

import networkx as nx
import pytest

CONTRAST = """() => {
  const style = getComputedStyle(document.documentElement);
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (name) => {
    pen.fillStyle = style.getPropertyValue(`--${name}`);
    pen.fillRect(0, 0, 1, 1);
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((one, two) => one - two);
    return (light + 0.05) / (dark + 0.05);
  };
  const pairs = (names, grounds, needed) =>
    names.flatMap((a) => grounds.map((b) => [a, b, ratio(a, b), needed]));
  const topics = [...Array(12).keys()].map((rank) => `topic-${rank}`);
  return [
    ...pairs(["ink", "muted", "accent"], ["ground", "surface", "raised"], 4.5),
    ...pairs(["ink"], ["pressed"], 4.5),
    ...pairs(topics, ["ground"], 4.5),
    ...pairs(["paper", "method", "dataset", "repo"], ["ground", "surface"], 3),
  ].filter(([, , found, needed]) => found < needed);
}"""
NAMELESS = """() => [...document.querySelectorAll("button, input, a[href], [tabindex='0'], summary")]
  .filter((item) => item.checkVisibility() && !item.closest("[hidden]"))
  .filter((item) => !(item.getAttribute("aria-label") || item.textContent.trim() || item.title
    || item.labels?.[0]?.textContent.trim()))
  .map((item) => item.outerHTML)"""
WALK = """() => {
  const item = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(item);
  const label = item.parentElement?.closest(".segments label");
  const seen = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const visible = seen({ outlineStyle, outlineWidth }) || (label && seen(getComputedStyle(label)));
  if (item === document.body) return ["BODY", true];
  return [item.id || item.name || item.className || item.tagName, Boolean(visible)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(show, scheme):
    assert show(color_scheme=scheme).run(CONTRAST) == []


VIEWS = [
    "#method:lora&focus=1",
    "#&main=matrix",
    "#&main=compare&compare=method:lora,method:clip",
]


def test_everything_that_can_be_reached_has_a_name(show):
    reader = show()
    nameless = {"": reader.run(NAMELESS)}
    for address in ("#paper:2401.00011", "#method:lora&main=table", *VIEWS):
        reader.go(address)
        reader.settle()
        nameless[address] = reader.run(NAMELESS)
    assert {address: found for address, found in nameless.items() if found} == {}


def test_tab_reaches_everything_and_focus_is_visible(show):
    reader = show().filters()
    stops = []
    for _ in range(90):
        reader.page.keyboard.press("Tab")
        stops.append(reader.run(WALK))
    reached = {name for name, _ in stops}
    assert {
        "home",
        "view",
        "save",
        "search",
        "kind",
        "relation",
        "colour",
        "topic",
        "only",
        "question",
        "Papers from",
    } <= reached
    assert any("vis-network" in name for name in reached)
    assert [name for name, visible in stops if not visible] == []


def test_arrow_keys_move_the_graph_and_plus_zooms(show):
    reader = show()
    reader.page.locator("#canvas .vis-network").focus()
    before = reader.run("paperlattice.draw.view()")
    for key in ("ArrowRight", "+"):
        reader.page.keyboard.down(key)
        reader.page.wait_for_timeout(120)
        reader.page.keyboard.up(key)
    after = reader.run("paperlattice.draw.view()")
    assert after["x"] != before["x"]
    assert after["zoom"] > before["zoom"]


@pytest.mark.parametrize("name, sign", [("Zoom in", 1), ("Zoom out", -1)])
def test_zoom_buttons(show, name, sign):
    reader = show(reduced_motion="no-preference")
    before = reader.run("paperlattice.draw.view().zoom")
    reader.page.get_by_role("button", name=name).click()
    reader.settle()
    assert (reader.run("paperlattice.draw.view().zoom") - before) * sign > 0


def test_without_motion_the_camera_is_there_at_once(show):
    reader = show()  # windows of tests ask for less motion
    before = reader.run("paperlattice.draw.view().x")
    reader.run("paperlattice.draw.goTo(paperlattice.model.at.get('paper:2404.00044'))")
    assert reader.run("paperlattice.draw.view().x") != before


WIDTH = "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)"
STAY_INSIDE = f"{WIDTH}(document.documentElement) && {WIDTH}(document.getElementById('card'))"


@pytest.mark.parametrize("context", [{}, "phone", {"viewport": {"width": 320, "height": 600}}])
def test_nothing_sticks_out_sideways(show, phone, context):
    reader = show(**(phone if context == "phone" else context))
    for address in ("#paper:2401.00011", "#&main=table", *VIEWS):
        reader.go(address)
        reader.settle()
        assert reader.run(STAY_INSIDE), address
        bar = reader.page.locator(".bar").bounding_box()
        for part in (".summary span:last-child", "#save", "#search"):
            box = reader.page.locator(part).bounding_box()
            assert box["x"] + box["width"] <= bar["width"], (address, part)


def test_phone_shows_the_node_above_the_sheet(show, phone):
    reader = show(**phone)
    reader.choose("lora")
    reader.title("LoRA")
    assert reader.spot("method:lora")["y"] < reader.card.bounding_box()["y"]


def test_wide_layout_is_turned_on_a_phone_and_a_link_means_the_same_position(show, phone):
    wide, tall = show("#&at=160,90,1"), show("#&at=160,90,1", **phone)
    assert [reader.run("paperlattice.scene.turned") for reader in (wide, tall)] == [False, True]
    middles = [reader.run("paperlattice.draw.view()") for reader in (wide, tall)]
    places = [(view["x"], view["y"]) for view in middles]  # to the pixel: half of one is the window's
    assert places == [pytest.approx((160, 90), abs=1), pytest.approx((90, 160), abs=1)]


@pytest.fixture
def tower() -> nx.MultiDiGraph:
    """240 papers in a layout that is twice as high as wide."""
    made = nx.MultiDiGraph()
    for at in range(240):
        where = {"x": 100.0 * (at % 11), "y": 100.0 * (at // 11), "size": 9.0}
        made.add_node(f"paper:{at:03}", kind="paper", label=f"Paper {at}", papers=0, **where)
    return made


@pytest.mark.parametrize(("size", "longer"), [((390, 844), "x"), ((1440, 900), "x"), ((390, 1400), "y")])
def test_a_layout_is_stretched_to_the_window_and_a_link_means_the_same_position(show, tower, size, longer):
    reader = show("#&see=300,700,2", graph=tower, viewport={"width": size[0], "height": size[1]})
    reader.settle()
    stretch = reader.run("paperlattice.scene.stretch")
    assert 1 < stretch.pop(longer) <= 1.35
    assert [*stretch.values()] == [1]
    middle = reader.run("paperlattice.draw.free()")
    node = "paperlattice.model.at.get('paper:080')"  # the fourth of the eighth row
    place = reader.run(f"[paperlattice.scene.x[{node}], paperlattice.scene.y[{node}]]")
    assert (middle["x"], middle["y"]) == pytest.approx(place, abs=3)
    assert reader.run("location.hash") == "#&see=300,700,2"


OVERLAPS = """() => {
  const taken = [];
  const plain = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2;
    taken.push([x - half, y - 5, x + half, y + 5]);
    return plain.call(this, text, x, y);
  };
  const before = taken.length;
  paperlattice.draw.repaint();
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
    CanvasRenderingContext2D.prototype.fillText = plain;
    const cross = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
    done([taken.length, taken.filter((a, i) => taken.some((b, j) => j > i && cross(a, b))).length]);
  })));
}"""


@pytest.mark.parametrize("zoom", [0.3, 1, 3])
def test_labels_come_with_zoom_and_never_cover_each_other(show, graph, zoom):
    for number in range(120):
        own = {"x": number % 12 * 40.0, "y": number // 12 * 14.0, "size": 8.0, "papers": 1}
        graph.add_node(f"method:m{number}", kind="method", label=f"Method number {number}", **own)
    counted, crossing = show(f"#&at=220,70,{zoom}", graph=graph).run(OVERLAPS)
    assert crossing == 0
    assert (counted > 20) == (zoom == 3) or zoom == 1
