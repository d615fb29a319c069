"""Topics on the page: areas with names, the legend, cards, and links by how likely they are."""

import csv
import io
import re

import networkx as nx
import pytest

from paperlattice.graph.export.rows import NetworkxRows
from paperlattice.graph.model.records import TopicFacts

# name: (its topic, x of its middle)
SUBTOPICS = {
    "quiet decoding": ("decoding of speech", 0),
    "loud decoding": ("decoding of speech", 700),
    "river maps": ("maps", 2400),
    "street maps": ("maps", 3100),
}
QUIET, MARKET, FAR = "paper:2401.00011", "paper:2402.00022", "paper:2404.00044"


def papers_of(subtopic: str) -> list[str]:
    return [f"paper:{subtopic.replace(' ', '-')}-{number}" for number in range(6)]


@pytest.fixture
def areas() -> NetworkxRows:
    """Two topics of two subtopics, twelve papers and a method in each topic, and links from .2 to .97."""
    graph = nx.MultiDiGraph()
    for subtopic, (topic, middle) in SUBTOPICS.items():
        where = {"topic": topic, "topic_id": f"topic:{topic}", "subtopic": subtopic}
        papers = papers_of(subtopic)
        for number, paper in enumerate(papers):
            x, y = middle + 160 * (number % 3), 200 * (number // 3)
            graph.add_node(
                paper, kind="paper", label=f"On {paper[6:]}", papers=1, size=9.0, x=x, y=y, **where
            )
            weight = round(0.2 + 0.07 * number + 0.2 * (topic == "maps"), 2)
            last = papers[(number + 1) % 6]
            graph.add_edge(paper, last, "related", relation="related", weight=weight, shared="Echo")
    own = {"topic": "decoding of speech", "subtopic": "quiet decoding"}
    graph.add_node("method:echo", kind="method", label="Echo", papers=6, size=30.0, x=200.0, y=100.0, **own)
    for paper in papers_of("quiet decoding"):
        graph.add_edge(paper, "method:echo", "uses", relation="uses", weight=0.5, confidence=0.9)
    central = (papers_of("loud decoding")[1], "paper:elsewhere")
    facts = [
        TopicFacts("topic:decoding", "", "decoding of speech", 40, ("Echo", "soft voices"), central),
        TopicFacts("subtopic:quiet", "topic:decoding", "quiet decoding", 6, ("whispers",), ()),
    ]
    return NetworkxRows(graph, facts)


def picked(reader):
    return reader.page.locator("#legend .pick bdi").all_inner_texts()


def words(reader) -> list[str]:
    """Return the lines of names and labels that a picture shows."""
    picture = reader.save("Picture (SVG)")[1].decode()
    return re.findall(r"<text[^>]*stroke=[^>]*>([^<]+)</text>", picture)


def test_the_legend_lists_topics_by_size_and_opens_their_subtopics(show, areas):
    reader = show(graph=areas).filters()
    assert picked(reader) == ["decoding of speech", "maps"]
    assert reader.page.locator("#legend [data-topic] .count").all_inner_texts() == ["40", "12"]
    legend = reader.page.locator("#legend")
    turn = legend.get_by_role("button", name="Show the subtopics of maps")
    turn.click()
    assert picked(reader) == ["decoding of speech", "maps", "river maps", "street maps"]
    assert reader.run("document.activeElement.getAttribute('aria-expanded')") == "true"
    legend.get_by_role("button", name="Hide the subtopics of maps").click()
    assert picked(reader) == ["decoding of speech", "maps"]


def test_a_subtopic_is_hidden_alone(show, areas):
    reader = show(graph=areas).filters()
    legend = reader.page.locator("#legend")
    legend.get_by_role("button", name="Show the subtopics of maps").click()
    reader.page.get_by_role("checkbox", name="Show street maps").uncheck()
    left = [node for node in reader.shown() if "maps" in node]
    assert left == papers_of("river maps")
    reader.settle()
    assert reader.run("location.hash").endswith("without=street%20maps")
    reader.page.get_by_role("checkbox", name="Show maps", exact=True).uncheck()
    assert not any("maps" in node for node in reader.shown())


def test_the_card_of_a_topic_says_what_is_particular_and_central(show, areas):
    reader = show(graph=areas).filters()
    reader.page.locator("#legend .pick", has_text="decoding of speech").click()
    reader.title("decoding of speech")
    assert reader.card.locator(".kind").inner_text() == "Topic"
    assert reader.card.locator(".meta span").all_inner_texts() == ["40 papers", "2 subtopics"]
    assert reader.card.locator(".subjects .tag").all_inner_texts() == ["Echo", "soft voices"]
    assert reader.card.locator("h3").all_inner_texts()[:2] == ["Subtopics", "Most central papers"]
    central = reader.card.locator("section", has_text="Most central papers").first
    assert central.locator("a").all_inner_texts() == ["On loud-decoding-1"]
    assert len(reader.hot()) == 13
    reader.card.get_by_role("button", name="quiet decoding").click()
    reader.title("quiet decoding")
    assert reader.card.locator(".kind").inner_text() == "Subtopic"
    assert len(reader.hot()) == 7
    reader.card.get_by_role("button", name="decoding of speech").click()
    reader.title("decoding of speech")


def test_chips_of_a_card_lead_to_topic_and_subtopic(show, areas):
    reader = show("#method:echo", graph=areas)
    reader.title("Echo")
    assert reader.card.locator(".chip").all_inner_texts() == ["decoding of speech", "quiet decoding"]
    reader.card.locator(".chip").last.click()
    reader.title("quiet decoding")
    reader.settle()
    assert "topic=quiet%20decoding" in reader.run("location.hash")


def test_topics_have_names_from_afar_and_subtopics_close_up(show, areas):
    reader = show(graph=areas)
    reader.settle()
    seen = words(reader)
    assert "maps" in seen
    assert not {"river maps", "street maps"} & set(seen)
    reader = show("#&at=2560,100,0.9", graph=areas)
    reader.settle()
    near = reader.run("paperlattice.labels.painted.map(({ text }) => text)")
    assert {"maps", "river maps"} <= set(near)


def test_the_areas_of_a_picture_have_the_colours_of_topics(show, areas):
    reader = show(graph=areas)
    assert reader.run("paperlattice.state.now.colour") == "topic"
    picture = reader.save("Picture (SVG)")[1].decode()
    colours = reader.run(
        "[0, 1].map((rank) => getComputedStyle(document.documentElement)"
        ".getPropertyValue(`--topic-${rank}`).trim())"
    )
    curves = re.findall(r'<path d="[^"]*Q[^"]*Z" fill="(#[0-9a-f]{6})"', picture)
    pale = [[int(curve[at : at + 2], 16) for at in (1, 3, 5)] for curve in curves]
    assert len(set(curves)) >= 2
    for colour in colours:  # mixed with much of the ground
        hue = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        assert any(pale_one.index(max(pale_one)) == hue.index(max(hue)) for pale_one in pale)


def test_names_of_areas_stand_beside_the_panels(show, areas):
    reader = show("#&at=700,100,0.4", graph=areas)
    reader.settle()
    painted = reader.run("paperlattice.labels.painted.filter(({ area }) => area)")
    (_, left), (right, _) = reader.run(
        "['legend', 'card'].map((id) => document.getElementById(id).getBoundingClientRect())"
        ".map(({ left, right }) => [left, right])"
    )
    assert painted
    assert all(left < label["rect"][0] and label["rect"][2] < right for label in painted)


def test_names_are_inside_their_areas_and_none_covers_another(show, areas):
    for address in ("", "#&at=700,100,0.4", "#&at=2900,100,0.6"):
        reader = show(address, graph=areas)
        reader.settle()
        painted = reader.run("paperlattice.labels.painted")
        texts = [label["text"].lower() for label in painted]
        assert len(set(texts)) == len(texts)
        for number, label in enumerate(painted):
            left, top, right, bottom = label["rect"]
            for other in painted[:number]:
                a, b, c, d = other["rect"]
                assert right <= a or c <= left or bottom <= b or d <= top
        outside = reader.run(INSIDE)
        assert outside == []


# Names of areas of which a corner is outside.
INSIDE = """() => {
  const { areas, labels, draw } = paperlattice;
  const { x, y, zoom, width, height } = draw.view();
  const all = areas.ofTopics().flatMap((area) => [area, ...areas.within(area.topic)]);
  return labels.painted.filter(({ area, beside, rect: [left, top, right, bottom] }) => {
    const own = all.find(({ topic }) => topic.name === area);
    const at = (px, py) => own.holds(x + (px - width / 2) / zoom, y + (py - height / 2) / zoom);
    const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
    return own && !beside && !corners.every(([px, py]) => at(px, py));
  }).map(({ text }) => text);
}"""


def test_a_topic_that_is_too_small_has_its_name_beside_it(show):
    graph = nx.MultiDiGraph()
    for topic, count, middle in (("large topic", 300, 0), ("a small topic of long name", 3, 900)):
        for number in range(count):
            x, y = middle + 40 * (number % 20), 40 * (number // 20)
            where = {"x": x, "y": y, "size": 9.0, "topic": topic, "topic_id": topic}
            graph.add_node(
                f"paper:{topic}-{number}", kind="paper", label=f"{topic} {number}", papers=1, **where
            )
    reader = show("#&at=850,100,0.4", graph=graph)
    reader.settle()
    beside = reader.run("paperlattice.labels.painted.filter(({ beside }) => beside)")
    assert [label["area"] for label in beside] == ["a small topic of long name"]
    left, top, right, bottom = beside[0]["rect"]
    over = f"paperlattice.labels.areaNamedAt({(left + right) / 2}, {(top + bottom) / 2})"
    assert reader.run(over) == "a small topic of long name"


def test_no_letters_are_smaller_than_ten_pixels(show, areas):
    sizes = set()
    for zoom in (0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.3):
        reader = show(f"#&at=1500,100,{zoom}", graph=areas)
        reader.settle()
        picture = reader.save("Picture (SVG)")[1].decode()
        sizes |= set(map(float, re.findall(r"font:\d+ ([\d.]+)px", picture)))
    assert min(sizes) >= 10


# Names that are on their areas, though a little of them is outside.
OVER = """() => {
  const { areas, labels, draw } = paperlattice;
  const { x, y, zoom, width, height } = draw.view();
  return labels.painted.filter(({ area, beside, rect: [left, top, right, bottom] }) => {
    const own = areas.ofTopics().find(({ topic }) => topic.name === area);
    const at = (px, py) => own.holds(x + (px - width / 2) / zoom, y + (py - height / 2) / zoom);
    return beside && at((left + right) / 2, (top + bottom) / 2);
  }).map(({ text }) => text);
}"""


def test_a_name_that_nearly_fits_is_on_its_area_on_a_phone_too(show, areas, phone):
    found = set()
    for zoom in (0.03, 0.04, 0.05, 0.06, 0.08):
        reader = show(f"#&at=1500,100,{zoom}", graph=areas, **phone)
        reader.page.get_by_role("button", name="Map").last.click()
        reader.settle()
        found.update(reader.run(OVER))
        assert reader.run(INSIDE) == []
    assert "maps" in found


def test_the_map_keeps_its_place_as_the_line_of_filters_comes(show, areas):
    reader = show(graph=areas)
    place = "(() => { const { y } = document.querySelector('#canvas canvas').getBoundingClientRect(); "
    place += "return [y, paperlattice.draw.view().zoom, paperlattice.draw.view().height]; })()"
    before = reader.run(place)
    reader.run("paperlattice.state.narrow('papers', 3)")
    reader.settle()
    assert reader.page.locator("#chips").is_visible()
    assert reader.run(place) == before


SEEN = """(() => {
  const { x, y, zoom } = paperlattice.draw.view();
  return [x, y, zoom].map((value) => Number(value.toFixed(3)));
})()"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_camera_follows_filters_until_the_reader_moves_it(show, areas, motion):
    reader = show(graph=areas, viewport={"width": 1440, "height": 900}, reduced_motion=motion)
    reader.settle()
    whole = reader.run(SEEN)
    reader.run("paperlattice.state.onlyTopic('maps')")
    reader.settle()
    maps = reader.run(SEEN)
    assert maps[2] > 1.5 * whole[2]
    assert reader.run("location.hash") == "#&topics=maps"  # a camera that nobody moved is in no link
    again = show("#&topics=maps", graph=areas, viewport={"width": 1440, "height": 900}, reduced_motion=motion)
    again.settle()
    assert again.run(SEEN) == maps
    again.run("paperlattice.state.widen()")
    again.settle()
    assert again.run(SEEN) == whole
    again.page.locator("[data-zoom=in]").click()
    again.settle()
    moved = again.run(SEEN)
    again.run("paperlattice.state.onlyTopic('maps')")
    again.settle()
    assert again.run(SEEN) == moved


def test_a_click_on_an_area_opens_its_topic_and_the_pointer_lifts_it(show, areas):
    reader = show(graph=areas)
    reader.settle()
    spot = reader.run(
        """() => {
          const { rect } = paperlattice.labels.painted.find(({ area }) => area === "maps");
          const box = document.getElementById("canvas").getBoundingClientRect();
          return { x: box.x + (rect[0] + rect[2]) / 2, y: box.y + (rect[1] + rect[3]) / 2 };
        }"""
    )
    reader.page.mouse.move(**spot)
    reader.until("paperlattice.scene.view.lifted === 'maps'")
    assert reader.page.locator("#canvas.over-node").count() == 1
    reader.page.mouse.click(**spot)
    reader.title("maps")


def test_an_area_shrinks_to_what_a_filter_leaves(show, areas):
    size = "paperlattice.areas.ofTopics().find(({ topic }) => topic.name === 'maps').size"
    whole = show(graph=areas).run(size)
    assert show("#&without=street%20maps", graph=areas).run(size) < 0.8 * whole


def test_the_likelier_a_link_the_later_and_the_stronger_it_is_drawn(show, areas):
    reader = show("#&view=papers&at=550,100,0.5", graph=areas)
    weights = reader.run("[...paperlattice.lines.now.weight]")
    assert weights == sorted(weights)
    bands = reader.run(
        "paperlattice.lines.now.ranges.map(({ first, end, strength }) => [first, end, strength])"
    )
    assert [round(strength, 2) for _, _, strength in bands] == [0, 0.33, 0.67, 1]
    assert [first for first, _, _ in bands] == [0, *(end for _, end, _ in bands[:-1])]
    assert bands[-1][1] == len(weights)
    picture = reader.save("Picture (SVG)")[1].decode()
    lines = re.findall(r'stroke="#8a96a3" stroke-width="([\d.]+)" stroke-opacity="([\d.]+)"', picture)
    drawn = [float(width) * float(alpha) for width, alpha in lines if float(width) <= 1]
    assert drawn == sorted(drawn)
    assert drawn[-1] > 2 * drawn[0]


# A wider line is outlined and filled by the browser, which takes ten times as long.
WIDTHS = """() => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1600, 1600];
  const pen = canvas.getContext("2d");
  pen.setTransform(2, 0, 0, 2, 800, 800);
  const widths = [];
  pen.stroke = () => widths.push(pen.lineWidth * pen.getTransform().a);
  const { frame, faint } = paperlattice.paint.layers;
  faint(pen, frame(pen, devicePixelRatio, null), false);
  return widths;
}"""


def test_faint_lines_are_no_wider_than_a_dot_of_a_sharp_screen(show):
    widths = show(device_scale_factor=2).run(WIDTHS)
    assert len(widths) > 1
    assert max(widths) <= 1.001


def test_crowded_dots_are_thinned_from_afar(show):
    made = nx.MultiDiGraph()
    for number in range(900):
        place = {"x": number % 30 * 10.0, "y": number // 30 * 10.0, "size": 4.0}
        made.add_node(f"paper:{number:03}", kind="paper", label=f"Paper {number}", papers=1, **place)
    drawn = show(graph=made).run("[0.05, 0.1, 1].map(paperlattice.paint.counts.drawn)")
    assert drawn[0] < drawn[1] < 200
    assert drawn[2] == 900


def test_the_slider_of_links_is_in_per_cent(show, areas):
    reader = show(graph=areas).filters()
    reader.slide("Probability of a link between papers at least", 25)
    output = reader.page.locator(".slider", has_text="Probability").locator("output")
    assert re.fullmatch(r"≥ \d+ %", output.inner_text())


def test_the_card_of_a_paper_says_how_likely_its_links_are_and_why(show):
    reader = show(f"#{QUIET}")
    reader.title("Quiet Adapters")
    (peer,) = reader.card.locator(".peer").all()
    assert peer.locator(".count").inner_text() == "90 %"
    assert peer.get_by_role("meter").get_attribute("aria-label") == "probability 90 %"
    assert (
        peer.locator(".reason").inner_text() == "Market CLIP builds on LoRA, which Quiet Adapters proposes."
    )
    # "lora" is said by the shared name.
    assert peer.locator(".tag").all_inner_texts() == ["LoRA", "thin layers"]
    assert peer.locator("a.tag").all_inner_texts() == ["LoRA"]


def test_a_path_over_a_link_says_how_likely_it_is_and_why(show):
    reader = show(f"#{QUIET}&to={FAR}&view=papers")
    reader.card.locator(".path").wait_for()
    steps = reader.card.locator(".path .step").all_inner_texts()
    assert "related papers, 90 %" in steps[0]
    assert "Market CLIP builds on LoRA, which Quiet Adapters proposes." in steps[0]
    assert "related papers, 50 %" in steps[1]
    tags = reader.card.locator(".path .step").first.locator(".tag").all_inner_texts()
    assert tags == ["LoRA", "thin layers"]


def test_saved_tables_hold_topics_terms_and_reasons(show, areas):
    reader = show(graph=areas)
    nodes = list(csv.DictReader(io.StringIO(reader.save("Nodes (CSV)")[1].decode())))
    assert list(nodes[0])[4:8] == ["topic", "topic_id", "subtopic", "subtopic_id"]
    (river,) = [row for row in nodes if row["Id"] == papers_of("river maps")[0]]
    assert (river["topic"], river["topic_id"], river["subtopic"]) == ("maps", "topic:maps", "river maps")
    links = list(csv.DictReader(io.StringIO(show().save("Links (CSV)")[1].decode())))
    (link,) = [row for row in links if (row["Source"], row["Target"]) == (QUIET, MARKET)]
    assert (link["terms"], link["shared_count"]) == ("lora | thin layers", "1")
    assert link["reason"].startswith("Market CLIP")


def test_a_graph_without_topics_is_coloured_by_kind(show, graph):
    for _, data in graph.nodes(data=True):
        del data["topic"]
    reader = show("#&colour=topic&topic=CLIP", graph=graph)
    assert reader.run("paperlattice.state.now.colour") == "topic"
    assert reader.run("paperlattice.state.now.topic") == ""
    assert reader.page.locator("#legend", has_text="Topics").count() == 0
