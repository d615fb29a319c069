"""What a reader can save: the address, pictures, tables, GraphML, a print."""

import csv
import io
import struct

import lxml.etree
import networkx as nx
import pytest

STATE = """(() => {
  const { now } = paperlattice.state;
  const plain = (value) => (value instanceof Set ? [...value].sort() : value);
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, plain(value)]));
})()"""
EVERYTHING = (
    "#method:lora&to=method:clip&steps=2&colour=kind&table=nodes&hide=repo&drop=code&without=CLIP"
    "&confidence=0.55&papers=2&weight=0.4&together=2&since=2024-01&until=2024-03&at=12,-30,0.8"
)


def test_address_holds_the_whole_state(show, browser):
    reader = show(EVERYTHING)
    state = reader.run(STATE)
    assert state["hiddenTopics"] == ["CLIP"]
    assert (state["confidence"], state["papers"], state["since"]) == (0.55, 2, "2024-01")
    reader.page.reload()
    reader.until("document.readyState === 'complete' && window.paperlattice")
    assert reader.run(STATE) == state
    reader.settle()
    camera = reader.run("paperlattice.draw.view()")
    assert (camera["x"], camera["y"]) == pytest.approx((12, -30), abs=1)
    assert camera["zoom"] == pytest.approx(0.8, rel=0.01)


def test_what_a_reader_does_arrives_in_another_window(show):
    first = show().filters()
    first.choose("lora")
    first.title("LoRA")
    first.page.get_by_role("button", name="2 steps").click()
    first.page.get_by_role("checkbox", name="Repositories").uncheck()
    first.page.get_by_text("Topics").first.click()
    first.slide("Confidence at least", 10)
    first.page.mouse.move(620, 400)
    first.page.mouse.wheel(0, -240)
    first.settle()
    address = first.run("location.hash")
    second = show(address)
    second.title("LoRA")
    assert second.run(STATE) == first.run(STATE)
    seen = [reader.run("paperlattice.draw.view()") for reader in (first, second)]
    assert seen[0]["zoom"] == pytest.approx(seen[1]["zoom"], rel=0.01)
    assert seen[0]["x"] == pytest.approx(seen[1]["x"], abs=1)


def test_back_and_forward_go_through_views_and_paths(show):
    reader = show().filters()
    reader.page.locator("#views").get_by_text("Entities", exact=True).click()
    reader.choose("lora")
    reader.title("LoRA")
    reader.page.get_by_role("button", name="Path to …").click()
    reader.choose("imagenet")
    reader.card.get_by_role("heading", name="Link", exact=True).wait_for()  # One step: a pair.
    reader.page.go_back()
    reader.card.get_by_role("heading", name="Link", exact=True).wait_for(state="detached")
    assert (reader.selected(), reader.run("paperlattice.state.now.view")) == ("method:lora", "entities")
    reader.page.go_back()
    reader.until("paperlattice.state.now.selected < 0")
    reader.page.go_back()
    reader.until("paperlattice.state.now.view === 'full'")
    reader.page.go_forward()
    reader.until("paperlattice.state.now.view === 'entities'")


def test_filters_amend_the_address_and_add_no_step(show):
    reader = show(fresh=True).filters()  # a browser counts no more than 50 steps
    before = reader.run("history.length")
    for name in ("Methods", "Datasets"):
        reader.page.get_by_role("checkbox", name=name).uncheck()
    reader.until("location.hash.includes('hide=method,dataset')")
    assert reader.run("history.length") == before


def test_address_stays_clean_until_something_is_chosen(show):
    reader = show()
    reader.settle()
    assert reader.run("location.hash") == ""


def test_png_is_what_no_panel_covers(show):
    reader = show()
    name, picture = reader.save("Picture (PNG)")
    assert name == "Sample.png"
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    free = reader.run("paperlattice.draw.free()")
    assert struct.unpack(">II", picture[16:24]) == (2 * free["width"], 2 * free["height"])
    assert 500 < free["width"] < 900


def test_svg_holds_shapes_and_names(show):
    reader = show()
    name, drawing = reader.save("Picture (SVG)")
    root = lxml.etree.fromstring(drawing)
    words = {text.text for text in root.iter("{*}text")}
    assert name == "Sample.svg"
    assert {"LoRA", "CLIP", "ImageNet"} <= words
    assert len(list(root.iter("{*}path"))) >= 6
    assert root.get("width") == str(reader.run("paperlattice.draw.free().width"))


def test_csv_tables_hold_what_is_shown(show, graph):
    reader = show("#&hide=repo")
    _, nodes = reader.save("Nodes (CSV)")
    name, edges = reader.save("Links (CSV)")
    rows = list(csv.DictReader(io.StringIO(nodes.decode())))
    assert {row["Id"] for row in rows} == set(graph) - {"repo:quietlake"}
    own = {row["Id"]: row for row in rows}["paper:2401.00011"]
    assert own["abstract"] == graph.nodes["paper:2401.00011"]["abstract"]
    assert (own["Label"], own["x"], own["r"]) == ("Quiet Adapters", "0", "0")
    links = {
        (row["Source"], row["Target"], row["Kind"]) for row in csv.DictReader(io.StringIO(edges.decode()))
    }
    assert links == {edge for edge in graph.edges(keys=True) if edge[1] != "repo:quietlake"}
    assert name == "Sample.edges.csv"


def test_graphml_is_read_back_as_the_graph_it_was(show, graph):
    _, text = show().save("Graph (GraphML)")
    read = nx.MultiDiGraph(nx.read_graphml(io.BytesIO(text), force_multigraph=True))
    assert set(read) == set(graph)
    found = {(a, b, data["relation"]) for a, b, data in read.edges(data=True)}
    assert found == set(graph.edges(keys=True))
    for node, data in graph.nodes(data=True):
        assert read.nodes[node] == {name: value for name, value in data.items() if value != ""}
    labels = [edge.get("label") for edge in lxml.etree.fromstring(text).iter("{*}edge")]
    assert sorted(labels) == sorted(key for *_, key in graph.edges(keys=True))
    ids = [edge.get("id") for edge in lxml.etree.fromstring(text).iter("{*}edge")]
    assert len(set(ids)) == len(graph.edges)


def test_graphml_of_the_entities_view_counts_papers(show):
    name, text = show("#&view=entities").save("Graph (GraphML)")
    read = nx.read_graphml(io.BytesIO(text))
    assert name == "Sample-entities.graphml"
    assert {data["relation"] for *_, data in read.edges(data=True)} == {"beside"}
    assert {data["weight"] for *_, data in read.edges(data=True)} == {1.0}


def test_menu_works_with_the_keyboard(show):
    reader = show()
    opener = reader.page.get_by_role("button", name="Save", exact=True)
    opener.focus()
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("ArrowDown")
    assert reader.run("document.activeElement.textContent") == "Picture (SVG)"
    reader.page.keyboard.press("Escape")
    assert not reader.page.locator("#save-menu").is_visible()
    assert reader.run("document.activeElement.id") == "save"


def test_print_gives_a_clean_sheet_in_light_colours(show):
    reader = show("#method:lora", color_scheme="dark", fresh=True)
    reader.title("LoRA")
    reader.page.emulate_media(media="print", color_scheme="dark")
    reader.run("window.dispatchEvent(new Event('beforeprint'))")
    assert reader.page.locator("#print canvas").is_visible()
    for hidden in ("#legend", "#search", "#canvas", ".zoom", "#save"):
        assert not reader.page.locator(hidden).is_visible()
    assert reader.card.is_visible()
    corner = "document.querySelector('#print canvas').getContext('2d').getImageData(1, 1, 1, 1).data[0]"
    assert reader.run(corner) > 240
    reader.run("window.dispatchEvent(new Event('afterprint'))")
    assert reader.page.locator("#print canvas").count() == 0
