"""The rules of axe-core, in every state of the page that a reader meets."""

from pathlib import Path

import pytest
from tests.conftest import FULL

from paperlattice.graph.export import html
from paperlattice.graph.export.page_data import top_part

AXE = Path(html.__file__).with_name("page") / "node_modules" / "axe-core" / "axe.min.js"
FOUND = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])"""
ADDRESSES = {
    "start": "",
    "paper": "#paper:2401.00011",
    "entity": "#method:lora",
    "topic": "#&topic=CLIP",
    "table": "#&main=table",
    "links": "#&main=table&rows=links",
    "filters": "#&topics=CLIP&since=2024-02&hide=repo",
    "focus": "#paper:2402.00022&focus=1",
    "line": "#paper:2402.00022&to=paper:2401.00011&focus=1",
    "focus of a topic": "#&topic=CLIP&focus=1",
    "matrix": "#&main=matrix",
    "papers compared": "#&main=compare&compare=paper:2401.00011,paper:2402.00022",
    "entities compared": "#&main=compare&compare=method:lora,method:clip",
    "nothing compared": "#&main=compare",
    "nothing left": "#&hide=method,paper,dataset,repo",
}


@pytest.fixture(scope="module")
def axe(unavailable) -> str:
    if not AXE.is_file():
        unavailable("axe", "axe-core is not installed (npm ci in graph/export/page)")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
@pytest.mark.parametrize("window", ["wide", "phone"])
def test_no_rule_is_broken(show, axe, phone, window, scheme):
    reader = show(color_scheme=scheme, **(phone if window == "phone" else {}))
    reader.run(axe)
    broken = {}
    for name, address in list(ADDRESSES.items())[:: 1 if FULL or window == "wide" else 3]:
        reader.go(address or "#")
        reader.settle()
        broken[name] = reader.run(FOUND)
    assert {name: found for name, found in broken.items() if found} == {}


def search(reader) -> None:
    reader.search.fill("lora since:2024")
    reader.page.locator("#suggestions .hit").first.wait_for()


def correct(reader) -> None:
    reader.run("location.hash = '#method:lora'")
    reader.title("LoRA")
    reader.card.get_by_text("Set it right").click()
    reader.card.get_by_role("button", name="Not the same …").click()


def open_cell(reader) -> None:
    reader.page.locator("[data-main=matrix]").click()
    reader.page.locator("#matrix td.some").first.click()
    reader.page.locator("#matrix .cell-papers").wait_for()


def count_corrections(reader) -> None:
    pin = {"table": "rename", "name": "LoRA", "to": "Lora"}
    with reader.page.expect_event("load"):
        reader.run("(pin) => paperlattice.corrections.add('LoRA is called Lora', [pin])", pin)
    reader.until("Boolean(window.paperlattice)")
    reader.page.get_by_role("button", name="Corrections (1)").click()


OPENED = {
    "suggestions": search,
    "menu": lambda reader: reader.page.get_by_role("button", name="Save", exact=True).click(),
    "filters": lambda reader: reader.filters(),
    "note": lambda reader: reader.page.locator("#part summary").click(),
    "correction": correct,
    "corrections": count_corrections,
    "cell": open_cell,
}
AT_ONCE = ("suggestions", "filters", "correction")
"""What is measured at each push: each takes a dozen seconds, the rest waits for a run before a release."""


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "opened", [o if o in AT_ONCE else pytest.param(o, marks=pytest.mark.long) for o in OPENED]
)
def test_no_rule_is_broken_by_what_opens(show, axe, graph, monkeypatch, opened, scheme):
    monkeypatch.setitem(top_part.__kwdefaults__, "node_budget", 10)
    for node in ("paper:2401.00011", "paper:2402.00022"):
        graph.add_edge(node, "task:own", "addresses", relation="addresses", weight=1.0, confidence=0.9)
    graph.add_node("task:own", kind="task", label="Own", papers=2, x=9.0, y=9.0, topic="CLIP")
    graph.add_node("paper:far", kind="paper", label="Not drawn", papers=1, x=0.0, y=0.0, date="2024-02-02")
    graph.add_node("method:far", kind="method", label="Far", papers=0, x=0.0, y=0.0)
    reader = show(graph=graph, color_scheme=scheme)
    OPENED[opened](reader)
    reader.settle()
    reader.run(axe)
    assert reader.run(FOUND) == []
