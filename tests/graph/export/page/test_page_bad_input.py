"""Pages of graphs that lack what most have, and browsers that forbid what most allow."""

import networkx as nx
import pytest

MAINS = ["", "#&main=table", "#&main=matrix", "#&main=compare"]
FORBIDDEN = """
for (const name of ["localStorage", "sessionStorage", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
"""


def without(graph: nx.MultiDiGraph, *names: str) -> nx.MultiDiGraph:
    for _, data in graph.nodes(data=True):
        for name in names:
            data.pop(name, None)
    return graph


def one_paper(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    return graph.subgraph(["paper:2403.00033"]).copy()


def open_all(reader, cards: list[str]) -> None:
    """Open every main view, and the card of each key."""
    for address in MAINS:
        reader.go(address or "#")
        reader.settle()
    for key in cards:
        reader.go(f"#{key}")
        reader.card.locator("h2").wait_for()
        reader.settle()


@pytest.mark.parametrize("lacking", [["date"], ["topic", "subtopic"], ["date", "topic"], ["x", "y"]])
def test_a_page_without_dates_topics_or_places_works(show, graph, lacking):
    reader = show(graph=without(graph, *lacking))
    open_all(reader, ["paper:2401.00011", "method:lora"])
    assert reader.lines() > 0


def test_a_page_of_one_paper_works(show, graph):
    reader = show(graph=one_paper(graph))
    open_all(reader, ["paper:2403.00033"])
    _, text = reader.save("Papers (BibTeX)")
    assert text.startswith(b"@misc{")


def test_an_empty_page_says_so_and_saves_nothing(show):
    reader = show(graph=nx.MultiDiGraph())
    assert "empty" in reader.page.locator("#notice").inner_text()
    open_all(reader, [])
    for name in ("BibTeX", "RIS", "Markdown"):
        assert reader.save(f"Papers ({name})")[1] == b""


@pytest.mark.parametrize(
    "address",
    [
        "#method:lora&steps=99&view=cube&main=globe&left=up&lasso=1,a,&compare=1,method:lora&since=yesterday",
        "#&table=rows&colour=smell&at=a,b&without=%&topics=%E0%A4%A&lasso=" + "9," * 5000,
        "#paper:gone&to=method:gone&focus=maybe&new=field",
        "#&" + "&" * 3000,
    ],
)
def test_an_address_of_another_version_opens_the_page(show, address):
    reader = show(address)
    reader.settle()
    assert len(reader.shown()) > 0


def test_an_address_that_names_what_is_not_here_says_so_until_the_next_press(show):
    reader = show("#method:gone&view=papers")
    line = reader.page.get_by_text("This page does not have what its address names.")
    line.wait_for()
    reader.page.keyboard.press("Escape")
    assert line.count() == 0
    reader.go("#method:clip")
    assert reader.selected() == "method:clip"
    assert line.count() == 0
    reader.go("#paper:gone")
    line.wait_for()


def test_forbidden_storage_is_said_in_one_line_and_marks_last_for_the_visit(show):
    reader = show("#paper:2401.00011", before=FORBIDDEN)
    reader.title("Quiet Adapters")
    reader.card.get_by_role("button", name="Not for me").click()
    reader.card.get_by_text("This browser forbids the page to keep anything").wait_for()
    reader.page.reload()
    reader.until("document.readyState === 'complete' && Boolean(window.paperlattice)")
    reader.title("Quiet Adapters")
    assert reader.card.get_by_role("button", name="Not for me").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(
    "kept",
    [
        "[",
        "[1]",
        '[{"said": "x", "pins": [{"table": "drop"}, null]}]',
        '[{"said": "x", "pins": [{"table": 3}]}]',
    ],
)
def test_broken_corrections_in_the_browser_do_not_stop_the_page(show, kept):
    before = """
      const get = Storage.prototype.getItem;
      Storage.prototype.getItem = function (name) {
        return name.startsWith("paperlattice:corrections") ? KEPT : get.call(this, name);
      };
    """
    reader = show("#method:lora", before=before.replace("KEPT", repr(kept)))
    reader.title("LoRA")


def test_of_a_graph_that_is_too_large_the_top_is_shown_and_said(show):
    made = nx.MultiDiGraph()
    for number in range(40):
        made.add_node(f"paper:{number}", kind="paper", label=f"Paper {number}", papers=1, size=8.0)
    for number in range(20_000):
        made.add_node(f"method:{number}", kind="method", label=f"Method {number}", papers=1, size=5.0)
        made.add_edge(f"paper:{number % 40}", f"method:{number}", "uses", relation="uses", weight=1.0)
    reader = show(graph=made)
    note = reader.page.get_by_role("note").filter(has_text="of 20,040 nodes")
    note.wait_for(state="attached")
    assert reader.run("paperlattice.model.size") == 10_000
    reader.choose("Paper 7")
    reader.title("Paper 7")
