"""Hostile titles, names and addresses in Chromium: each card, view and list shows them and runs nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from case import Case, Kind, Missing, Result
from sibling import load

CARDS = 100
FRAGMENTS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>@import 'https://evil.example/a.css'</style>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><input name=x>",
    "<math><mtext></table><img src onerror=alert(1)>",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} {% raw %}",
    "javascript:alert(1)",
    "https://evil.example/x.png",
    "]]><!--",
    "&lt;img src=x onerror=alert(1)&gt;",
    "\u202eright to left",
    "line\u2028separator\u2029",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "\0null",
    "#&focus=1",
    "%3Cimg%20src=x%3E",
    "=HYPERLINK(1)",
    "x" * 3000,
    "e\u0301" * 200,
    "A B C",
)
KINDS = ("method", "dataset", "repo", "task", "technique")
VIEWS = ("", "&focus=1", "&main=table", "&main=table&rows=entities", "&main=matrix")
FORBIDDEN = (
    ":is(header, main, aside, #card, #table, #focus, #matrix) "
    ":is(img, script, iframe, base, form, math, [onload], [onerror])"
)
WALK = """async ([keys, forbidden]) => {
  const faults = [];
  const card = document.querySelector("#card");
  for (const [key, label, view] of keys) {
    location.hash = "#" + key + view;
    const until = performance.now() + 5000;
    const heading = () => card.dataset.node === key ? card.querySelector("h2")?.textContent : undefined;
    while (heading() !== label && performance.now() < until)
      await new Promise((done) => setTimeout(done, 1));
    if (heading() !== label) faults.push([key, `is headed ${heading()}, not ${label}`]);
    const links = [...document.querySelectorAll("a[href]")].map((link) => link.protocol);
    const acting = links.find((protocol) => !["https:", "http:", "file:"].includes(protocol));
    if (acting) faults.push([key, `a link to ${acting}`]);
    const made = document.querySelector(forbidden);
    if (made) faults.push([key, "makes " + made.outerHTML.slice(0, 200)]);
  }
  return faults;
}"""


def hostile(rng: random.Random) -> str:
    """Return a text of one to three hostile pieces, some cut."""
    pieces = [rng.choice(FRAGMENTS) for _ in range(rng.randrange(1, 4))]
    return (
        " ".join(piece[rng.randrange(3) :] if rng.random() < 0.2 else piece for piece in pieces).strip()
        or "x"
    )


def hostile_graph(rng: random.Random) -> Any:
    """Return a graph of papers and entities in which every text is hostile."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for number in range(CARDS // 2):
        text, kind = hostile(rng), KINDS[number % len(KINDS)]
        place = {"x": number % 10 * 60.0, "y": number // 10 * 60.0, "size": 30.0, "papers": 1}
        own = {"label": text, "topic": hostile(rng), **place}
        paper = {
            name: hostile(rng) for name in ("abstract", "sources", "authors", "venue", "doi", "arxiv_id")
        }
        paper |= {
            "date": rng.choice(["2024-03-01", hostile(rng)]),
            "url": rng.choice(["javascript:alert(1)", text]),
        }
        graph.add_node(f"paper:{number}", kind="paper", **own, **paper)
        entity = {
            "aliases": hostile(rng),
            "united": hostile(rng),
            "url": "data:text/html,<script>alert(1)</script>",
        }
        graph.add_node(f"{kind}:{number}", kind=kind, **own | {"label": hostile(rng)}, **entity)
        said = {"surfaces": hostile(rng), "evidence": hostile(rng), "origin": hostile(rng), "weight": 1.0}
        graph.add_edge(f"paper:{number}", f"{kind}:{number}", "uses", relation="uses", confidence=1.0, **said)
        why = {"shared": hostile(rng), "reason": hostile(rng), "terms": hostile(rng), "confidence": 0.5}
        graph.add_edge("paper:0", f"paper:{number}", "related", relation="related", weight=0.5, **why)
    return graph


class Cards:
    """A browser, and the windows of the tests of the page."""

    def __init__(self) -> None:
        from playwright.sync_api import sync_playwright

        self.known = load("tests/graph/export/page/conftest.py")
        if self.known.CHROMIUM is None:
            raise Missing("no Chromium or Chrome on this machine")
        driver = sync_playwright().start()
        self.browser = driver.chromium.launch(executable_path=self.known.CHROMIUM, args=self.known.SWITCHES)

    def check(self, case: Case) -> Result:
        from paperlattice.graph.export import write_graph

        rng = case.rng
        graph = hostile_graph(rng)
        file = case.folder / "graph.html"
        write_graph(graph, file, name=hostile(rng), format="html")
        window = self.known.Window(self.browser, {"viewport": {"width": 1280, "height": 800}})
        window.page.set_default_timeout(60_000)
        labels = [[key, data["label"], rng.choice(VIEWS)] for key, data in graph.nodes(data=True)]
        try:
            window.open(file, "")
            window.page.wait_for_function("document.readyState === 'complete' && window.paperlattice")
            faults = window.page.evaluate(WALK, [labels, FORBIDDEN])
        finally:
            trouble = window.close()
        said = "; ".join([f"{key}: {what}" for key, what in faults[:3]] + trouble[:3])
        return Result(len(labels), said)


def opened(_folder: Path) -> Callable[[Case], Result]:
    return Cards().check


KIND = Kind("cards", "hostile cards in Chromium", opened)
