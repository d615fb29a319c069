"""Names, texts and addresses by a hostile hand: shown as they are, never run, never followed."""

import csv
import io

import lxml.etree
import networkx as nx
import pytest

from paperlattice import read_pins

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "href",
    '"><svg onload=alert(1)>',
    "line\u2028separator\u2029paragraph",
    "{{7*7}} {% raw %} ${alert(1)}",
    "\u202eright to left\u202c \u200f",
    "x" * 10_000,
    "regular (expression [ \\* + - / $ |",
    "__proto__",
    "]]> & <b>",
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
        own = {"label": text, "topic": text, "x": number * 60.0, "y": 0.0, "size": 30.0, "papers": 1}
        paper = {
            "abstract": f"{text} and {text}",
            "date": text,
            "sources": text,
            "url": f"javascript:alert({number})",
        }
        repo = {"aliases": text, "united": text, "url": "data:text/html,<script>alert(1)</script>"}
        made.add_node(f"paper:{number}", kind="paper", **own, **paper)
        made.add_node(f"repo:{number}", kind="repo", **own, **repo)
        made.add_edge(f"paper:{number}", f"repo:{number}", "code", relation="code", **said)
        made.add_edge("paper:0", f"paper:{number}", "related", relation="related", **said)
    return made


@pytest.mark.parametrize("kind", ["paper", "repo"])
def test_hostile_text_is_shown_literally(show, hostile, kind):
    reader = show(graph=hostile)
    for number, text in enumerate(HOSTILE):
        reader.go(f"#{kind}:{number}")
        reader.page.locator(f"#card[data-node='{kind}:{number}'] h2").wait_for()
        reader.until("(t) => document.querySelector('#card h2').textContent === t", text)
        reader.search.fill(text[:40])
        assert reader.page.locator("#suggestions .hit").first.text_content() == text[:300]
        assert reader.page.locator("#card img, #card script, [onload], [onerror]").count() == 0
        protocols = reader.page.locator("#card a").evaluate_all(
            "(links) => links.map((link) => link.protocol)"
        )
        assert set(protocols) <= {"file:", "https:"}  # a search for the title


@pytest.mark.parametrize("table, count", [("papers", 11), ("entities", 11), ("links", 22)])
def test_hostile_table_holds_text_only(show, hostile, table, count):
    reader = show(f"#&main=table&rows={table}", graph=hostile)
    assert reader.page.locator("#table tbody tr:not(.gap)").count() == count
    assert reader.page.locator("#table img, #table script, #table b").count() == 0


@pytest.mark.parametrize("address", ["#paper:0&focus=1", "#repo:0&focus=1", "#repo:0&to=paper:0&focus=1"])
def test_hostile_neighbourhood(show, hostile, address):
    reader = show(address, graph=hostile)
    reader.page.locator("#focus a.star").first.wait_for()
    for label in reader.page.locator("#focus a.star .label").all_text_contents():
        assert label in HOSTILE
    assert reader.page.locator("#focus img, #focus script, #focus b, [onload], [onerror]").count() == 0


@pytest.mark.parametrize("kind", ["paper", "repo"])
def test_hostile_comparison_holds_text_only(show, hostile, kind):
    reader = show(f"#&main=compare&compare={kind}:0,{kind}:1,{kind}:9,{kind}:7", graph=hostile)
    view = reader.page.get_by_role("region", name="Comparison")
    view.locator("section").last.wait_for()
    assert view.locator(".compared a").all_text_contents() == [HOSTILE[at] for at in (0, 1, 9, 7)]
    assert view.locator("img, script, b, [onload], [onerror]").count() == 0


def test_hostile_matrix_holds_text_only(show, hostile):
    for at, text in enumerate(HOSTILE):
        hostile.add_node(f"method:{at}", kind="method", label=text, papers=1)
        hostile.add_node(f"task:{at}", kind="task", label=text, papers=1)
        for kind in ("method", "task"):
            hostile.add_edge(f"paper:{at}", f"{kind}:{at}", "uses", relation="uses", confidence=1.0)
    reader = show("#&main=matrix", graph=hostile)
    reader.page.locator("#matrix td.some").first.click()
    assert reader.page.locator("#matrix .cell-papers li").count() == 1
    assert set(reader.page.locator("#matrix th a").all_text_contents()) == set(HOSTILE)
    assert reader.page.locator("#matrix img, #matrix script, #matrix p b b").count() == 0


def test_hostile_path(show, hostile):
    reader = show("#repo:1&to=repo:0", graph=hostile)
    reader.card.locator(".path").wait_for()
    assert reader.card.locator(".path .step").count() == 3
    assert reader.page.locator("#card img").count() == 0


def test_hostile_texts_survive_the_files(show, hostile):
    reader = show(graph=hostile)
    _, nodes = reader.save("Nodes (CSV)")
    labels = {row["Label"] for row in csv.DictReader(io.StringIO(nodes.decode(), newline=""))}
    assert labels == set(HOSTILE)
    _, text = reader.save("Graph (GraphML)")
    read = nx.read_graphml(io.BytesIO(text), force_multigraph=True)
    assert {data["label"] for _, data in read.nodes(data=True)} == set(HOSTILE)
    _, drawing = reader.save("Picture (SVG)")
    assert not list(lxml.etree.fromstring(drawing).iter("{*}script", "{*}img"))


@pytest.mark.parametrize("address", ["#<img src=x onerror=alert(1)>", "#&without=%3Cscript%3E&to=__proto__"])
def test_hostile_address_is_ignored(show, address):
    assert show(address).selected() == ""


def test_hostile_names_do_not_stretch_a_phone(show, hostile, phone):
    reader = show("#paper:7", graph=hostile, **phone)
    reader.card.locator("h2").wait_for()
    assert reader.run("document.documentElement.scrollWidth <= innerWidth")
    sides = "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.getElementById('card'))"
    assert reader.run(sides)


@pytest.mark.parametrize("kind", ["paper", "repo"])
def test_hostile_names_are_corrected_like_others(show, hostile, kind, tmp_path):
    reader = show(f"#{kind}:0", graph=hostile)
    pins = [{"table": "rename", "name": text, "to": f"{text} <i>2</i>"} for text in HOSTILE]
    pins += [{"table": "drop", "names": [HOSTILE[1]], "paper": text} for text in HOSTILE]
    with reader.page.expect_event("load"):
        reader.run("(pins) => paperlattice.corrections.add('<img src=x onerror=alert(1)>', pins)", pins)
    reader.until("Boolean(window.paperlattice)")
    reader.page.get_by_role("button", name="Corrections (1)").click()
    panel = reader.page.locator("#corrections-panel")
    assert "<img src=x onerror=alert(1)>" in panel.inner_text()
    assert panel.locator("img").count() == 0
    with reader.page.expect_download() as waiting:
        panel.get_by_role("button", name="Save pins.toml").click()
    file = tmp_path / "pins.toml"
    waiting.value.save_as(file)
    assert {pin.name for pin in read_pins(file).rename} == set(HOSTILE)
    for number in range(len(HOSTILE)):
        reader.go(f"#{kind}:{number}")
        reader.page.locator(f"#card[data-node='{kind}:{number}'] h2").wait_for()
        assert reader.page.locator("#card img, #card script, #card i, [onload], [onerror]").count() == 0


def test_hostile_citations_are_saved_and_lead_nowhere_but_the_web(show, hostile):
    reader = show("#paper:0", graph=hostile)
    for name in ("BibTeX", "RIS", "Markdown", "CSV"):
        assert reader.save(f"Papers ({name})")[1]
    links = reader.card.locator("a.outside").evaluate_all("(all) => all.map((link) => link.protocol)")
    assert set(links) == {"https:"}


ADDRESSES = [
    "",
    "#&topic=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "#&text=%3Cimg%20src%3Dx%3E",
    "#&topics=href",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_list_start_panel_and_chips_hold_text_only(show, hostile, address):
    for number in range(len(HOSTILE)):
        hostile.nodes[f"paper:{number}"].update(date=f"2024-0{number % 9 + 1}-03", authors=HOSTILE[number])
    reader = show(address, graph=hostile)
    reader.settle()
    for tab in ("Filters", "Papers"):
        reader.page.get_by_role("tab", name=tab, exact=True).click()
        assert (
            reader.page.locator(":is(header, main, #chips) :is(img, script, [onload], [onerror])").count()
            == 0
        )
