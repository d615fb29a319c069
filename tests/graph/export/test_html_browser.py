"""The page in a real browser: what a reader sees, and that nothing leaves or gets in."""

import re
import shutil
from collections.abc import Callable, Iterator

import networkx as nx
import pytest

from graph.export.html import write_html

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
HEAVY = "paper:2401.00011"
LATER = "paper:2402.00022"
LORA = "method:lora"


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    if CHROMIUM is None:
        pytest.skip("no Chromium or Chrome on this machine")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield found
        found.close()


@pytest.fixture
def show(browser, tmp_path) -> Iterator[Callable[..., "playwright.Page"]]:
    """Open the page of a graph; afterwards nothing may have been asked for, complained of or popped up."""
    contexts, trouble = [], []

    def opened(graph: nx.MultiDiGraph, address: str = "", **context) -> "playwright.Page":
        file = tmp_path / "graph.html"
        write_html(graph, file, name="Sample")
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context}))
        page = contexts[-1].new_page()
        page.set_default_timeout(8000)
        page.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda other: trouble.append(f"popup {other.url}"))
        page.on(
            "request",
            lambda request: request.url.startswith(("data:", file.as_uri())) or trouble.append(request.url),
        )
        page.goto(file.as_uri() + address)
        page.wait_for_function("document.readyState === 'complete' && window.paperlattice")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


PAPER = {"kind": "paper", "papers": 1, "size": 12.0}
ABSTRACT = "Quiet adapters extend LoRA (low-rank\nadaptation) on ImageNet. LoRAs differ."
NODES = {
    HEAVY: PAPER
    | {"label": "Quiet Adapters", "x": 0.0, "y": 0.0, "date": "2024-01-09", "abstract": ABSTRACT},
    LATER: PAPER | {"label": "Market CLIP", "x": 160.0, "y": 90.0, "date": "2024-02-03"},
    "paper:2403.00033": PAPER | {"label": "A lone paper", "x": -160.0, "y": 90.0},
    LORA: {"kind": "method", "label": "LoRA", "papers": 2, "size": 40.0, "x": 80.0, "y": -60.0},
    "dataset:imagenet": {"kind": "dataset", "label": "ImageNet", "papers": 1, "x": -80.0, "y": -60.0},
    "repo:quietlake": {"kind": "repo", "label": "quietlake/adapters", "papers": 1, "x": 0.0, "y": 120.0},
}
EDGES = [
    (HEAVY, LORA, "proposes", "LoRA | low-rank adaptation"),
    (HEAVY, LORA, "uses", "LoRA"),
    (HEAVY, "dataset:imagenet", "uses", "ImageNet"),
    (HEAVY, "repo:quietlake", "code", "https://github.com/quietlake/adapters"),
    (LATER, LORA, "uses", "LoRA"),
]
COMMUNITY = "LoRA, ImageNet"


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    """Three invented papers, two of them round LoRA, with what the assembler writes."""
    made = nx.MultiDiGraph()
    for node, data in NODES.items():
        made.add_node(node, cluster="" if node == "paper:2403.00033" else COMMUNITY, **data)
    made.nodes[HEAVY]["url"] = "https://example.org/abs/1"
    made.nodes[LORA]["aliases"] = "low-rank adaptation"
    said = {"mentions": 1, "evidence": "Quiet adapters extend LoRA on ImageNet.", "weight": 1.0}
    for source, target, relation, surfaces in EDGES:
        made.add_edge(source, target, relation, relation=relation, surfaces=surfaces, **said)
    made.add_edge(HEAVY, LATER, "related", relation="related", weight=1.44, shared="LoRA", shared_count=1)
    return made


def card(page) -> "playwright.Locator":
    return page.get_by_role("complementary", name="Details")


def selected(page) -> str:
    return page.evaluate("(({ model, state }) => model.nodes.key[state.now.selected] ?? '')(paperlattice)")


def shown(page, node: str) -> bool:
    return page.evaluate("(key) => Boolean(paperlattice.scene.shown[paperlattice.model.at.get(key)])", node)


SPOT = """(key) => {
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  const at = paperlattice.draw.position(paperlattice.model.at.get(key));
  return { x: at.x + canvas.x, y: at.y + canvas.y };
}"""


def spot(page, node: str) -> dict[str, float]:
    page.wait_for_timeout(500)  # until the camera has arrived
    return page.evaluate(SPOT, node)


def test_search_finds_by_alias_and_opens_the_card(show, graph):
    page = show(graph)
    page.get_by_role("combobox").fill("low-rank")
    assert page.get_by_role("option").first.inner_text().split("\n")[-1] == "also low-rank adaptation"
    page.get_by_role("option").first.click()
    assert card(page).locator("h2").inner_text() == "LoRA"
    assert page.evaluate("location.hash") == "#method:lora"


@pytest.mark.parametrize(
    "query, first",
    [
        ("lora", "LoRA"),
        ("LOW RANK", "LoRA"),
        ("quiet adap", "Quiet Adapters"),
        ("imagenet", "ImageNet"),
        ("clip market", "Market CLIP"),
    ],
)
def test_best_hit_comes_first(show, graph, query, first):
    page = show(graph)
    page.get_by_role("combobox").fill(query)
    assert page.locator("#suggestions .hit").first.inner_text() == first


def test_search_without_a_hit_says_so(show, graph):
    page = show(graph)
    page.get_by_role("combobox").fill("zebra")
    assert page.locator("#suggestions").inner_text() == "Nothing by that name"
    assert page.locator("#search-status").inner_text() == "0 suggestions"


def test_search_with_the_keyboard_alone(show, graph):
    page = show(graph)
    page.keyboard.press("/")
    page.keyboard.type("a")
    assert page.get_by_role("combobox").get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    marked = page.locator("[role=option][aria-selected=true]")
    assert (
        page.get_by_role("combobox").get_attribute("aria-activedescendant")
        == marked.get_attribute("id")
        == "hit-1"
    )
    wanted = marked.locator(".hit").inner_text()
    page.keyboard.press("Enter")
    assert card(page).locator("h2").inner_text() == wanted
    assert page.evaluate("document.activeElement.id") == "card"
    page.keyboard.press("Escape")
    assert selected(page) == ""


def test_paper_card_shows_abstract_with_mentions_evidence_and_related_papers(show, graph):
    page = show(graph, f"#{HEAVY}")
    card(page).locator("h2").wait_for()
    marks = card(page).locator(".abstract .mention").all_inner_texts()
    assert marks == ["LoRA", "low-rank adaptation", "ImageNet"]
    assert card(page).locator("h3").all_inner_texts() == [
        "Abstract",
        "Proposes",
        "Uses",
        "Code",
        "Related papers",
    ]
    assert card(page).locator("blockquote").first.inner_text() == "Quiet adapters extend LoRA on ImageNet."
    assert card(page).locator(".tag").inner_text() == "LoRA"
    link = card(page).locator("a.outside")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (
        "https://example.org/abs/1",
        "noopener noreferrer",
    )


def test_entity_card_shows_papers_newest_first_and_company(show, graph):
    page = show(graph, f"#{LORA}")
    card(page).locator("h2").wait_for()
    assert card(page).locator("section").nth(1).locator("li > a").all_inner_texts() == [
        "Market CLIP",
        "Quiet Adapters",
    ]
    assert card(page).locator("h3").all_inner_texts() == [
        "Proposed in",
        "Used in",
        "Often stands beside",
    ]
    assert card(page).locator("section").nth(2).locator("li > a").all_inner_texts() == [
        "ImageNet",
        "quietlake/adapters",
    ]


def test_card_links_and_the_back_button(show, graph):
    page = show(graph, f"#{HEAVY}")
    card(page).locator(".abstract .mention").first.click()
    card(page).get_by_role("link", name="Market CLIP").click()
    assert selected(page) == LATER
    page.go_back()
    assert selected(page) == LORA
    page.go_back()
    assert selected(page) == HEAVY
    page.go_forward()
    assert selected(page) == LORA


def test_unknown_address_selects_nothing(show, graph):
    assert selected(show(graph, "#paper:%E0%A4%A")) == ""


def test_click_selects_a_node_and_click_beside_it_clears(show, graph):
    page = show(graph)
    page.mouse.click(**spot(page, LORA))
    page.wait_for_function("paperlattice.state.now.selected >= 0")
    assert selected(page) == LORA
    assert page.evaluate("Array.from(paperlattice.scene.hot).reduce((a, b) => a + b)") == 3
    page.mouse.click(640, 780)
    page.wait_for_function("paperlattice.state.now.selected < 0")
    assert not page.evaluate("paperlattice.scene.view.emphasis")


def test_legend_hides_a_kind_and_search_brings_it_back(show, graph):
    page = show(graph)
    page.get_by_role("checkbox", name="Methods").uncheck()
    assert (shown(page, LORA), shown(page, HEAVY)) == (False, True)
    page.get_by_role("combobox").fill("lora")
    page.keyboard.press("Enter")
    assert shown(page, LORA)
    assert page.get_by_role("checkbox", name="Methods").is_checked()


def test_legend_hides_a_relation(show, graph):
    page = show(graph)
    before = page.evaluate("Array.from(paperlattice.scene.drawn).reduce((a, b) => a + b)")
    page.get_by_role("checkbox", name="Uses").uncheck()
    assert page.evaluate("Array.from(paperlattice.scene.drawn).reduce((a, b) => a + b)") == before - 3


def test_community_is_highlighted_and_released(show, graph):
    page = show(graph)
    row = page.get_by_role("button", name="LoRA, ImageNet")
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    assert card(page).locator("h2").inner_text() == "LoRA, ImageNet"
    assert page.evaluate("Array.from(paperlattice.scene.hot).reduce((a, b) => a + b)") == 5
    page.keyboard.press("Escape")
    assert row.get_attribute("aria-pressed") == "false"


def test_drawing_reacts_to_filter(show, graph):
    page = show(graph)
    picture = page.locator("#canvas").screenshot()
    page.get_by_role("checkbox", name=re.compile("^Papers")).uncheck()
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != picture


def test_empty_graph_says_so(show):
    page = show(nx.MultiDiGraph())
    assert page.get_by_role("note").inner_text().startswith("This graph is empty")
    assert not page.locator("#legend").is_visible()


@pytest.mark.parametrize(
    "context", [{}, {"color_scheme": "dark"}, PHONE, {"viewport": {"width": 320, "height": 600}}]
)
def test_nothing_sticks_out_sideways(show, graph, context):
    page = show(graph, f"#{HEAVY}", **context)
    card(page).locator("h2").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.getElementById('card'))"
    )


def test_phone_shows_the_node_above_the_sheet(show, graph):
    page = show(graph, **PHONE)
    page.get_by_role("combobox").fill("lora")
    page.keyboard.press("Enter")
    card(page).locator("h2").wait_for()
    assert spot(page, LORA)["y"] < card(page).bounding_box()["y"]


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
  const communities = [...Array(12).keys()].map((rank) => `community-${rank}`);
  return [
    ...pairs(["ink", "muted", "accent"], ["ground", "surface", "raised"], 4.5),
    ...pairs(communities, ["ground"], 4.5),
    ...pairs(["paper", "method", "dataset", "repo"], ["ground", "surface"], 3),
  ].filter(([, , found, needed]) => found < needed);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(show, graph, scheme):
    assert show(graph, color_scheme=scheme).evaluate(CONTRAST) == []


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "href",
    '"><svg onload=alert(1)>',
    "line\u2028separator\u2029paragraph",
    "{{7*7}} {% raw %} ${alert(1)}",
    "\u202eright to left\u202c \u200f",
    "x" * 10_000,
    "regular (expression [ \\ * + - / $ |",
    "__proto__",
]


@pytest.fixture
def hostile() -> nx.MultiDiGraph:
    """Every hostile text wherever a graph can hold a text, and addresses that no one should follow."""
    made = nx.MultiDiGraph()
    for number, text in enumerate(HOSTILE):
        said = {
            "surfaces": text,
            "evidence": f"We use {text}.",
            "shared": text,
            "origin": text,
            "weight": 1.0,
        }
        own = {"label": text, "cluster": text, "x": number * 60.0, "y": 0.0, "size": 30.0, "papers": 1}
        paper = {
            "abstract": f"{text} and {text}",
            "date": text,
            "sources": text,
            "url": f"javascript:alert({number})",
        }
        repo = {"aliases": text, "url": "data:text/html,<script>alert(1)</script>"}
        made.add_node(f"paper:{number}", kind="paper", **own, **paper)
        made.add_node(f"repo:{number}", kind="repo", **own, **repo)
        made.add_edge(f"paper:{number}", f"repo:{number}", "code", relation="code", **said)
        made.add_edge("paper:0", f"paper:{number}", "related", relation="related", **said)
    return made


@pytest.mark.parametrize("kind", ["paper", "repo"])
def test_hostile_text_is_shown_literally(show, hostile, kind):
    page = show(hostile)
    for number, text in enumerate(HOSTILE):
        page.evaluate("(hash) => { location.hash = hash }", f"#{kind}:{number}")
        card(page).and_(page.locator(f"[data-node='{kind}:{number}']")).locator("h2").wait_for()
        assert card(page).locator("h2").text_content() == text
        page.get_by_role("combobox").fill(text[:40])
        assert page.locator("#suggestions .hit").first.text_content() == text[:300]
        assert page.locator("#card img, #card script, [onload], [onerror]").count() == 0
        protocols = page.locator("#card a").evaluate_all("(links) => links.map((link) => link.protocol)")
        assert set(protocols) == {"file:"}


def test_hostile_names_do_not_stretch_a_phone(show, hostile):
    page = show(hostile, "#paper:7", **PHONE)
    card(page).locator("h2").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.getElementById('card'))"
    )
