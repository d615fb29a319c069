"""Corrections from the cards: seen at once, undone, and a file that the program reads."""

from pathlib import Path

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph, Paper, read_pins
from paperlattice.graph.model.pin_files import pins_text
from paperlattice.graph.model.pins import Drop, Pin, Pins, Rename, Retype, TopicName, Unrelated

LORA = "#method:lora"
LABELS = "paperlattice.model.nodes.label.filter((_, i) => !paperlattice.model.isPaper(i)).sort()"
FORBIDDEN = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


def again(reader, act) -> None:
    """Do what loads the page again, and wait for it."""
    with reader.page.expect_event("load"):
        act()
    reader.until("Boolean(window.paperlattice)")


def right(reader, name: str) -> None:
    """Open the part of the card that sets an entity right, and a choice in it."""
    reader.card.locator(".set-right summary").click()
    reader.card.get_by_role("button", name=name).click()


def pins_of(reader, tmp_path: Path) -> Pins:
    reader.page.get_by_role("button", name="Corrections (").click()
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Save pins.toml").click()
    assert waiting.value.suggested_filename == "pins.toml"
    file = tmp_path / "saved.toml"
    waiting.value.save_as(file)
    pins = read_pins(file)
    assert pins_text(pins) == file.read_text(encoding="utf-8")
    return pins


def plain(pins: Pins) -> list[tuple[object, ...]]:
    """Return the pins without the names of their sources."""
    fields = [
        tuple(getattr(pin, name) for name in pin.__slots__ if name != "source")
        for found in pins.tables().values()
        for pin in found
    ]
    return [(type(pin).__name__, *values) for pin, values in zip(all_pins(pins), fields, strict=True)]


def all_pins(pins: Pins) -> list[object]:
    return [pin for found in pins.tables().values() for pin in found]


def bare(*pins: object) -> list[tuple[object, ...]]:
    return [
        (type(pin).__name__, *(getattr(pin, name) for name in pin.__slots__ if name != "source"))
        for pin in pins
    ]


def test_a_new_name_is_seen_everywhere_and_undone(show, tmp_path):
    reader = show(LORA)
    reader.title("LoRA")
    right(reader, "Rename …")
    reader.page.get_by_label("New name").fill("Low-Rank Adapters")
    again(reader, lambda: reader.page.get_by_role("button", name="Rename", exact=True).click())
    reader.title("Low-Rank Adapters")
    assert reader.selected() == "method:lora"
    assert "LoRA" in reader.card.locator(".aliases").inner_text()
    reader.search.fill("low-rank adap")
    assert "Low-Rank Adapters" in reader.options.first.inner_text()
    _, nodes = reader.save("Nodes (CSV)")
    assert b"Low-Rank Adapters" in nodes
    found = pins_of(reader, tmp_path)
    assert plain(found) == bare(Rename("LoRA", "Low-Rank Adapters", "method"))
    again(reader, lambda: reader.page.get_by_role("button", name="Undo:").click())
    reader.title("LoRA")
    assert reader.page.get_by_role("button", name="Corrections (").count() == 0


def test_what_is_wrong_in_one_paper_stays_in_the_others(show, tmp_path):
    reader = show("#paper:2402.00022")
    reader.title("Market CLIP")
    row = reader.card.locator("li.named", has=reader.page.get_by_role("link", name="LoRA", exact=True)).first
    row.hover()
    row.get_by_role("button", name="LoRA is wrong here").click()
    again(reader, lambda: row.get_by_role("button", name="Wrong in this paper").click())
    reader.title("Market CLIP")
    assert reader.card.locator("section", has_text="Uses").count() == 0
    reader.go(LORA)
    reader.title("LoRA")
    assert reader.card.locator("li.named > a", has_text="Market CLIP").count() == 0
    assert "named by 1 paper" in reader.card.inner_text()
    (drop,) = pins_of(reader, tmp_path).drop
    assert (set(drop.names), drop.kind, drop.paper) == (
        {"LoRA", "low-rank adaptation"},
        "method",
        "2402.00022",
    )


def test_what_is_wrong_everywhere_is_gone(show, tmp_path):
    reader = show("#method:clip")
    reader.title("CLIP")
    right(reader, "Wrong …")
    again(reader, lambda: reader.page.get_by_role("button", name="Wrong everywhere").click())
    assert reader.run(LABELS) == ["ImageNet", "LoRA", "quietlake/adapters"]
    assert reader.selected() == ""
    assert plain(pins_of(reader, tmp_path)) == bare(Drop(("CLIP",), "method"))


def test_a_method_becomes_a_dataset_with_the_relations_of_one(show, tmp_path):
    reader = show("#method:clip")
    reader.title("CLIP")
    right(reader, "It is a …")
    again(reader, lambda: reader.page.get_by_role("button", name="dataset", exact=True).click())
    reader.title("CLIP")
    assert reader.card.locator(".kind").inner_text() == "Dataset"
    assert reader.card.locator("h3").all_inner_texts()[:2] == ["Introduced in", "Used in"]
    assert plain(pins_of(reader, tmp_path)) == bare(Retype("CLIP", "dataset", "method"))


def test_two_entities_become_one(show, tmp_path):
    reader = show("#method:clip")
    reader.title("CLIP")
    reader.card.locator(".set-right summary").click()
    reader.card.get_by_role("button", name="Same as …").click()
    reader.page.keyboard.type("LoRA")
    again(reader, lambda: reader.page.keyboard.press("Enter"))
    assert reader.run(LABELS) == ["CLIP", "ImageNet", "quietlake/adapters"]
    assert reader.selected() == "method:clip"
    assert "named by 3 papers" in reader.card.inner_text()
    assert plain(pins_of(reader, tmp_path)) == bare(Pin(("CLIP", "LoRA"), "method"))


def test_one_entity_becomes_two_by_its_names(show, tmp_path):
    reader = show(LORA)
    reader.title("LoRA")
    right(reader, "Not the same …")
    reader.page.get_by_role("group", name="These names").get_by_label("low-rank adaptation").check()
    again(reader, lambda: reader.page.get_by_role("button", name="These are apart").click())
    assert reader.run(LABELS) == ["CLIP", "ImageNet", "LoRA", "low-rank adaptation", "quietlake/adapters"]
    reader.title("LoRA")
    reader.choose("low-rank adaptation")
    reader.title("low-rank adaptation")
    assert "named by 1 paper" in reader.card.inner_text()
    found = pins_of(reader, tmp_path)
    assert plain(found) == bare(Pin(("LoRA", "low-rank adaptation"), "method"))
    assert found.different


def test_one_of_several_names_is_another_thing(show, graph, tmp_path):
    graph.nodes["method:lora"]["aliases"] = "Low-Rank Adaptation | low-rank adaptation"
    graph.edges["paper:2402.00022", "method:lora", "uses"]["surfaces"] = "Low-Rank Adaptation"
    reader = show(LORA, graph=graph)
    reader.title("LoRA")
    right(reader, "Not the same …")
    reader.page.get_by_role("group", name="These names").get_by_label("LoRA", exact=True).check()
    again(reader, lambda: reader.page.get_by_role("button", name="These are apart").click())
    reader.title("LoRA")
    assert "named by 1 paper" in reader.card.inner_text()
    assert reader.card.locator(".aliases").count() == 0
    reader.choose("Low-Rank Adaptation")
    reader.title("Low-Rank Adaptation")
    assert "named by 2 papers" in reader.card.inner_text()
    assert plain(pins_of(reader, tmp_path)) == bare(
        Pin(("Low-Rank Adaptation", "low-rank adaptation"), "method"),
        Pin(("Low-Rank Adaptation", "LoRA"), "method"),
    )


def test_one_name_means_two_things_in_two_papers(show, tmp_path):
    reader = show("#method:clip")
    reader.title("CLIP")
    right(reader, "Not the same …")
    reader.page.get_by_role("group", name="These papers").get_by_label("Far Fields").check()
    again(reader, lambda: reader.page.get_by_role("button", name="These are apart").click())
    assert reader.run(LABELS).count("CLIP") == 2
    (pin,) = pins_of(reader, tmp_path).different
    assert (pin.names, pin.papers) == (("CLIP",), (("2402.00022",), ("2404.00044",)))


def test_two_papers_are_unrelated(show, tmp_path):
    reader = show("#paper:2401.00011")
    reader.title("Quiet Adapters")
    reader.card.locator("li.peer").hover()
    reader.card.get_by_role("button", name="These papers are unrelated").click()
    again(reader, lambda: reader.card.get_by_role("button", name="Unrelated", exact=True).click())
    reader.title("Quiet Adapters")
    assert reader.card.locator("li.peer").count() == 0
    assert plain(pins_of(reader, tmp_path)) == bare(Unrelated(("2401.00011", "2402.00022")))


def test_a_topic_gets_another_name(show, tmp_path):
    reader = show("#&topic=CLIP")
    reader.title("CLIP")
    reader.card.get_by_role("button", name="Rename …").click()
    reader.page.get_by_label("New name of the topic").fill("LoRA, ImageNet")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_text("Another topic has this name.").wait_for()
    reader.page.get_by_label("New name of the topic").fill("Pictures & words")
    again(reader, lambda: reader.page.keyboard.press("Enter"))
    assert "Pictures & words" in reader.run("[...paperlattice.model.topic.keys()]")
    assert plain(pins_of(reader, tmp_path)) == bare(TopicName("Pictures & words", paper="2404.00044"))


def load(reader, tmp_path: Path, text: str) -> None:
    file = tmp_path / "given.toml"
    file.write_text(text, encoding="utf-8")
    reader.page.get_by_role("button", name="Save", exact=True).click()
    with reader.page.expect_file_chooser() as waiting:
        reader.page.get_by_role("button", name="Load corrections …").click()
    waiting.value.set_files(file)


def test_a_file_is_loaded_and_says_what_is_not_here(show, tmp_path):
    reader = show()
    text = """
        [[same]]
        names = ["CLIP", "LoRA"]
        [[drop]]
        names = ["Nowhere"]
        [[add]]
        name = "image captioning"
        kind = "task"
        paper = "A lone paper"
        [[rename]]
        name = "LoRA"
        to = "AdaLoRA"
        paper = "2402.00022"
    """
    again(reader, lambda: load(reader, tmp_path, text))
    assert reader.run(LABELS) == ["AdaLoRA", "CLIP", "ImageNet", "image captioning", "quietlake/adapters"]
    reader.page.get_by_role("button", name="Corrections (4)").click()
    idle = reader.page.locator("#corrections-panel li", has_text="nothing in this page")
    assert idle.all_inner_texts()[0].startswith("drop: Nowhere")
    assert idle.count() == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[same]\nnames = 3", "this is not a file of corrections"),
        ("[[sme]]\nname = 'a'", 'unknown table "sme"'),
        ("[[drop]]\nnames = []", '[[drop]] 1: "names" is []'),
        ("[[retype]]\nname = 'a'\nto = 'colour'", 'to "colour" is not one of'),
        ("\x00\x01", "this is not a file of corrections"),
    ],
)
def test_a_broken_file_is_said_in_one_line_and_changes_nothing(show, tmp_path, text, said):
    reader = show()
    load(reader, tmp_path, text)
    status = reader.page.locator("#save-status", has_text=said)
    status.wait_for()
    box = status.bounding_box()
    assert min(box["width"], box["height"]) > 15  # To be seen, not only heard.
    assert "\n" not in status.text_content()
    assert reader.page.get_by_role("button", name="Corrections (").count() == 0


def test_where_nothing_can_be_kept_corrections_last_for_the_visit(show, tmp_path):
    reader = show("#method:clip", before=FORBIDDEN)
    reader.title("CLIP")
    right(reader, "Wrong …")
    again(reader, lambda: reader.page.get_by_role("button", name="Wrong everywhere").click())
    assert "CLIP" not in reader.run(LABELS)
    reader.page.get_by_role("button", name="Corrections (1)").click()
    assert "forbids the page to keep anything" in reader.page.locator("#corrections-panel").inner_text()
    again(reader, lambda: reader.page.get_by_role("button", name="Undo all").click())
    assert "CLIP" in reader.run(LABELS)


def test_broken_keepsakes_do_not_stop_the_page(show):
    broken = """
    for (const name of ["reading", "site"]) localStorage.setItem(`paperlattice:${name}`, '{"a": [1');
    """
    reader = show(LORA, before=broken)
    reader.title("LoRA")


def test_a_part_of_a_large_graph_keeps_counting_what_it_does_not_draw(show, graph, tmp_path):
    nx.set_node_attributes(graph, {"method:clip": 40, "method:lora": 90}, "papers")
    reader = show("#method:clip", graph=graph)
    reader.title("CLIP")
    right(reader, "It is a …")
    again(reader, lambda: reader.page.get_by_role("button", name="dataset", exact=True).click())
    assert "named by 40 papers" in reader.card.inner_text()


TEXTS = [
    (
        "Quiet Adapters",
        "We propose QuillNet. We fine-tune with LoRA and CLIP, and evaluate on ImageNet and GSM8K.",
    ),
    ("Loud Adapters", "We compare QuillNet, LoRA and BERT on ImageNet, GSM8K and CIFAR-10."),
    ("Far Fields", "CLIP and ResNet-50 are trained on ImageNet. BERT is trained with LoRA."),
]
ENTITIES = """(({ nodes, KINDS }) => [...nodes.key.keys()]
  .filter((i) => nodes.kind[i] !== "paper" && !KINDS[nodes.kind[i]].term)
  .map((i) => [nodes.kind[i], nodes.label[i], nodes.papers[i]]))(paperlattice.model)
"""


def named(built: KnowledgeGraph) -> list[tuple[str, str, int]]:
    """Return kind, label and number of papers of each method and dataset."""
    nodes = [data for _, data in built.nx.nodes(data=True) if data["kind"] in ("method", "dataset")]
    return sorted((data["kind"], data["label"], data["papers"]) for data in nodes)


def test_the_next_build_shows_what_the_page_shows(visit, tmp_path):
    papers = [Paper(str(n), title, text) for n, (title, text) in enumerate(TEXTS)]
    file = tmp_path / "graph.html"
    KnowledgeGraph.build(papers).write(file)
    reader = visit(file)
    reader.until("Boolean(window.paperlattice)")

    def open_card(name: str) -> None:
        key = "paperlattice.model.nodes.key[paperlattice.model.nodes.label.indexOf(NAME)]"
        reader.go("#" + reader.run(key.replace("NAME", repr(name))))
        reader.title(name)

    def choose(name: str, *buttons: str) -> None:
        open_card(name)
        right(reader, buttons[0])
        again(reader, lambda: reader.card.get_by_role("button", name=buttons[1], exact=True).click())

    choose("GSM8K", "It is a …", "method")
    choose("BERT", "Wrong …", "Wrong everywhere")
    open_card("LoRA")
    right(reader, "Rename …")
    reader.page.get_by_label("New name").fill("Low-Rank")
    again(reader, lambda: reader.page.keyboard.press("Enter"))
    open_card("ResNet")
    reader.card.locator(".set-right summary").click()
    reader.card.get_by_role("button", name="Same as …").click()
    reader.page.keyboard.type("QuillNet")
    again(reader, lambda: reader.page.keyboard.press("Enter"))
    open_card("Far Fields")
    row = reader.card.locator("li.named", has=reader.page.get_by_role("link", name="CLIP", exact=True)).first
    row.hover()
    row.get_by_role("button", name="CLIP is wrong here").click()
    again(reader, lambda: row.get_by_role("button", name="Wrong in this paper").click())

    pins = pins_of(reader, tmp_path)
    rebuilt = KnowledgeGraph.build(papers, pins=pins)
    assert sorted(map(tuple, reader.run(ENTITIES))) == named(rebuilt)


def test_a_phone_has_room_for_the_corrections(show, phone):
    reader = show(LORA, **phone)
    reader.title("LoRA")
    right(reader, "Wrong …")
    again(reader, lambda: reader.page.get_by_role("button", name="Wrong everywhere").click())
    reader.page.get_by_role("button", name="Corrections (1)").click()
    assert reader.run("document.documentElement.scrollWidth <= innerWidth")
    sides = "(({ left, right }) => left >= 0 && right <= innerWidth)(BOX.getBoundingClientRect())"
    for name in ("corrections-panel", "corrections", "save"):
        assert reader.run(sides.replace("BOX", f"document.getElementById('{name}')"))
