"""The rules of axe-core, in every state of the page that a reader meets."""

from pathlib import Path

import pytest

from paperlattice.graph.export import html

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", ["wide", "phone"])
def test_no_rule_is_broken(show, axe, phone, window, scheme):
    reader = show(color_scheme=scheme, **(phone if window == "phone" else {}))
    reader.run(axe)
    broken = {}
    for name, address in ADDRESSES.items():
        reader.go(address or "#")
        reader.settle()
        broken[name] = reader.run(FOUND)
    assert {name: found for name, found in broken.items() if found} == {}
