"""A page in a real browser, and a reader who opens it: nothing may leave it, complain or pop up."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from paperlattice.graph.export import write_graph

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SPOT = """(key) => {
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  const at = paperlattice.draw.position(paperlattice.model.at.get(key));
  return { x: at.x + canvas.x, y: at.y + canvas.y };
}"""
HOT = "(({ scene, model }) => model.nodes.key.filter((_, i) => scene.hot[i]).sort())(paperlattice)"
SHOWN = "(({ scene, model }) => model.nodes.key.filter((_, i) => scene.shown[i]).sort())(paperlattice)"


class Reader:
    """What someone in front of the page sees and does."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.search = page.locator("#search")
        self.options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")

    @property
    def card(self) -> Any:
        self.follow()
        return self.page.get_by_role("complementary", name="Details")

    @property
    def papers(self) -> Any:
        self.follow()
        return self.page.get_by_role("listbox", name="Papers").get_by_role("option")

    def run(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)

    def until(self, script: str, argument: Any = None) -> None:
        """Wait until something is true: playwright's own way evaluates text, which the page forbids."""
        for _ in range(160):
            if self.run(script, argument):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"waited in vain for: {script}")

    def follow(self) -> None:
        """Wait until what is beside the map shows what the filters leave."""
        self.until("!window.paperlattice || paperlattice.result.isFollowed()")

    def selected(self) -> str:
        return self.run("(({ model, state }) => model.nodes.key[state.now.selected] ?? '')(paperlattice)")

    def shown(self) -> list[str]:
        return self.run(SHOWN)

    def lines(self) -> int:
        return self.run("paperlattice.lines.now.count")

    def hot(self) -> list[str]:
        return self.run(HOT)

    def title(self, name: str) -> None:
        """Wait until the open card is that of `name`."""
        self.card.locator("h2", has_text=name).wait_for()

    def choose(self, text: str) -> None:
        self.search.fill(text)
        self.page.keyboard.press("Enter")

    def settle(self) -> None:
        """Wait until cards are open, the camera has arrived and the address says where."""
        self.page.wait_for_timeout(50)  # what the mouse does reaches the page a moment later
        self.until("paperlattice.isSettled()")

    def spot(self, node: str) -> dict[str, float]:
        self.settle()
        return self.run(SPOT, node)

    def go(self, address: str) -> None:
        self.run("(hash) => { location.hash = hash; return new Promise(requestAnimationFrame); }", address)
        self.follow()

    def filters(self) -> "Reader":
        """Open the filters in the left panel."""
        self.page.get_by_role("tab", name="Filters").click()
        return self

    def slide(self, name: str, step: int) -> None:
        slider = self.page.get_by_role("slider", name=name)
        slider.evaluate("(s, v) => { s.value = v; s.dispatchEvent(new Event('input')); }", str(step))

    def save(self, name: str, *, menu: bool = True) -> tuple[str, bytes]:
        """Choose a thing from the menu, or press a button of its own; return its file name and content."""
        if menu:
            self.page.get_by_role("button", name="Save", exact=True).click()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=name).click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="session")
def browser(unavailable) -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("browser", "playwright is not installed")
    if CHROMIUM is None:
        unavailable("browser", "no Chromium or Chrome on this machine")
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield found
        found.close()


class Window:
    """A window of its own profile, in which tests open files one after the other."""

    def __init__(self, browser: Any, settings: dict[str, Any], script: str = "") -> None:
        self.page = browser.new_context(**settings).new_page()
        self.page.set_default_timeout(8000)
        self.page.add_init_script(script)
        self.file, self.opened = "", 0
        self.trouble: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.on("popup", lambda other: self.trouble.append(f"popup {other.url}"))
        self.page.on("request", lambda request: self._check(request.url))

    def _refuse(self, dialog: Any) -> None:
        self.trouble.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _check(self, url: str) -> None:
        if not url.startswith(("data:", "blob:", "about:", self.file)):
            self.trouble.append(url)

    def open(self, file: Path, address: str) -> None:
        if self.file:  # forget what the test before left here
            self.page.evaluate("localStorage.clear(); window.name = ''")
        self.file = file.as_uri()
        self.opened += 1  # another query: a file that is open already is loaded again
        self.page.goto(f"{self.file}?{self.opened}{address}")

    def leave(self) -> list[str]:
        """Move the pointer away; return what went wrong meanwhile."""
        self.page.mouse.move(0, 0)
        found, self.trouble = self.trouble, []
        return found

    def close(self) -> list[str]:
        self.page.context.close()
        return self.trouble


@pytest.fixture(scope="session")
def windows() -> dict[str, list[Window]]:
    """Windows that tests take in turns, by their settings: a new one costs three times what a page does."""
    return {}


@pytest.fixture
def visit(browser, windows) -> Iterator[Callable[..., Reader]]:
    """Open a file; afterwards nothing may have been asked for, complained of or popped up.

    What asks for a `fresh` window, or for a script `before` those of the page, gets one for itself.
    """
    shared: list[tuple[str, Window]] = []
    own: list[Window] = []

    def opened(
        file: Path, address: str = "", *, before: str = "", fresh: bool = False, **context: Any
    ) -> Reader:
        # Without motion nobody waits for the camera; the tests of motion ask for it.
        settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **context}
        if before or fresh:
            own.append(window := Window(browser, settings, before))
        else:
            kind = repr(sorted(settings.items()))
            free = windows.setdefault(kind, [])
            window = free.pop() if free else Window(browser, settings)
            shared.append((kind, window))
        window.open(file, address)
        return Reader(window.page)

    yield opened
    trouble = [line for window in own for line in window.close()]
    for kind, window in shared:
        trouble += window.leave()
        windows[kind].append(window)
    assert trouble == []


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("page") / "graph.html"
    write_graph(build_graph(), file, name="Sample", format="html")
    return file


@pytest.fixture
def show(visit, sample_file, tmp_path) -> Callable[..., Reader]:
    """Open the page of the sample, or of a given graph, at an address."""

    def opened(address: str = "", *, graph: nx.MultiDiGraph | None = None, **context) -> Reader:
        file = sample_file
        if graph is not None:
            file = tmp_path / "graph.html"
            write_graph(graph, file, name="Sample", format="html")
        reader = visit(file, address, **context)
        reader.until("document.readyState === 'complete' && window.paperlattice")
        reader.follow()
        return reader

    return opened


PAPERS = {
    "paper:2401.00011": ("Quiet Adapters", 0.0, 0.0, "2024-01-09"),
    "paper:2402.00022": ("Market CLIP", 160.0, 90.0, "2024-02-03"),
    "paper:2403.00033": ("A lone paper", -160.0, 90.0, ""),
    "paper:2404.00044": ("Far Fields", 320.0, 180.0, "2024-04-21"),
}
ENTITIES = {
    "method:lora": ("LoRA", 2, 80.0, -60.0),
    "method:clip": ("CLIP", 2, 240.0, 60.0),
    "dataset:imagenet": ("ImageNet", 1, -80.0, -60.0),
    "repo:quietlake": ("quietlake/adapters", 1, 0.0, 120.0),
}
EDGES = [
    ("paper:2401.00011", "method:lora", "proposes", "LoRA | low-rank adaptation", 0.95),
    ("paper:2401.00011", "method:lora", "uses", "LoRA", 0.6),
    ("paper:2401.00011", "dataset:imagenet", "uses", "ImageNet", 0.7),
    ("paper:2401.00011", "repo:quietlake", "code", "https://github.com/quietlake/adapters", 1.0),
    ("paper:2402.00022", "method:lora", "uses", "LoRA", 0.5),
    ("paper:2402.00022", "method:clip", "proposes", "CLIP", 0.9),
    ("paper:2404.00044", "method:clip", "uses", "CLIP", 0.8),
]
WHY = "Market CLIP builds on LoRA, which Quiet Adapters proposes."
LINKS = [
    ("paper:2401.00011", "paper:2402.00022", 0.9, "LoRA", {"reason": WHY, "terms": "lora | thin layers"}),
    ("paper:2402.00022", "paper:2404.00044", 0.5, "CLIP", {}),
]
ABSTRACT = "Quiet adapters extend LoRA (low-rank\nadaptation) on ImageNet. LoRAs differ."


def build_graph() -> nx.MultiDiGraph:
    """Four invented papers, three of them in a row by what they name, with what the assembler writes."""
    graph = nx.MultiDiGraph()
    for node, (label, x, y, date) in PAPERS.items():
        graph.add_node(node, kind="paper", label=label, papers=1, size=12.0, x=x, y=y, date=date)
    for node, (label, papers, x, y) in ENTITIES.items():
        graph.add_node(node, kind=node.split(":")[0], label=label, papers=papers, size=20.0, x=x, y=y)
    for node, data in graph.nodes(data=True):
        far = node in ("paper:2404.00044", "method:clip")
        data["topic"] = "" if node == "paper:2403.00033" else "CLIP" if far else "LoRA, ImageNet"
        data.update(r=0, g=114, b=178)
    graph.nodes["paper:2401.00011"].update(
        abstract=ABSTRACT, url="https://example.org/abs/1", sources="a.txt"
    )
    graph.nodes["method:lora"]["aliases"] = "low-rank adaptation"
    said = {"mentions": 1, "evidence": "Quiet adapters extend LoRA on ImageNet.", "weight": 1.0}
    for source, target, relation, surfaces, confidence in EDGES:
        own = {"relation": relation, "surfaces": surfaces, "confidence": confidence}
        graph.add_edge(source, target, relation, **own, **said)
    for source, target, weight, shared, more in LINKS:
        own = {"relation": "related", "weight": weight, "confidence": weight, "shared_count": 1}
        graph.add_edge(source, target, "related", shared=shared, **own, **more)
    return graph


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return build_graph()


@pytest.fixture
def phone() -> dict[str, Any]:
    return {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
