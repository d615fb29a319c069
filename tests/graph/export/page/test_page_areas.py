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
    reader = show(graph=areas)
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
    reader = show(graph=areas)
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
    reader = show(graph=areas)
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
    near = words(show("#&at=2900,100,0.6", graph=areas))
    assert {"maps", "river maps", "street maps"} <= set(near)


def test_the_areas_of_a_picture_have_the_colours_of_topics(show, areas):
    reader = show(graph=areas)
    assert reader.run("paperlattice.state.now.colour") == "topic"
    picture = reader.save("Picture (SVG)")[1].decode()
    colours = reader.run(
        "[0, 1].map((rank) => getComputedStyle(document.documentElement)"
        ".getPropertyValue(`--topic-${rank}`).trim())"
    )
    for colour in colours:  # a topic and its two subtopics, one above the other
        assert len(re.findall(rf'fill="{colour}" fill-opacity="0.08"', picture)) == 3


def test_names_of_areas_stand_beside_the_panels(show, areas):
    reader = show("#&at=700,100,0.4", graph=areas)
    reader.settle()
    free = reader.run("(({ draw }) => draw.free())(paperlattice)")
    assert free["width"] < 700
    found = reader.run(
        """() => {
          const at = [];
          const { ctx } = { ctx: document.querySelector("#canvas canvas").getContext("2d") };
          const own = ctx.fillText.bind(ctx);
          ctx.fillText = (words, x, y) => (at.push([words, x]), own(words, x, y));
          paperlattice.draw.repaint();
          return new Promise((done) => setTimeout(() => done(at), 300));
        }"""
    )
    spots = dict(found)
    panels = reader.run(
        "['legend', 'card'].map((id) => document.getElementById(id).getBoundingClientRect())"
        ".map(({ left, right }) => [left, right])"
    )
    (_, left), (right, _) = panels
    named = [text for text in spots if text.split()[0] in {"decoding", "maps", "loud", "quiet", "river"}]
    assert named
    assert all(left < spots[text] < right for text in named)


def test_the_likelier_a_link_the_later_and_the_stronger_it_is_drawn(show, areas):
    reader = show("#&view=papers", graph=areas)
    weights = reader.run("[...paperlattice.lines.now.weight]")
    assert weights == sorted(weights)
    bands = reader.run(
        "paperlattice.lines.now.ranges.map(({ first, end, strength }) => [first, end, strength])"
    )
    assert [round(strength, 2) for _, _, strength in bands] == [0, 0.33, 0.67, 1]
    assert [first for first, _, _ in bands] == [0, *(end for _, end, _ in bands[:-1])]
    assert bands[-1][1] == len(weights)
    picture = reader.save("Picture (SVG)")[1].decode()
    lines = re.findall(r'stroke-width="([\d.]+)" stroke-opacity="([\d.]+)"', picture)
    drawn = [float(width) * float(alpha) for width, alpha in lines if float(width) <= 1]
    assert drawn == sorted(drawn)
    assert drawn[-1] > 2 * drawn[0]


def test_the_slider_of_links_is_in_per_cent(show, areas):
    reader = show(graph=areas)
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
