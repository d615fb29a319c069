"""The start panel: what is in here, before anything is chosen."""

import networkx as nx
import pytest

MONTHS = 12


@pytest.fixture
def months() -> nx.MultiDiGraph:
    """A year of 120 papers of two topics: ever more use Fern, ever fewer Moss, one proposed Fern."""
    made = nx.MultiDiGraph()
    names = {"fern": "method", "moss": "method", "pond": "dataset"}
    for at, (name, kind) in enumerate(names.items()):
        own = {"label": name.title(), "papers": 40, "topic": "Ferns", "size": 20.0, "x": 90.0 * at, "y": 90.0}
        made.add_node(f"{kind}:{name}", kind=kind, topic_id="topic:ferns", **own)
    for paper in range(120):
        month = paper // 10
        topic = "Ferns" if paper % 3 else "Mosses"
        node = f"paper:{paper:03}"
        place = {"x": 25.0 * (paper % 12), "y": 25.0 * month, "size": 10.0}
        own = {
            "label": f"Paper {paper}",
            "date": f"2024-{month + 1:02}-05",
            "sources": "garden.csv",
            "papers": 1,
        }
        made.add_node(node, kind="paper", topic=topic, topic_id=f"topic:{topic.lower()}", **own, **place)
        finer = f"{topic} {'of shade' if paper % 2 else 'of light'}"
        made.nodes[node].update(subtopic=finer, subtopic_id=f"subtopic:{finer}")
        wanted = {"method:fern": paper % 10 < month, "method:moss": paper % 10 < MONTHS - month - 3}
        for entity, is_named in {**wanted, "dataset:pond": paper % 4 == 0}.items():
            relation = "proposes" if (entity, paper) == ("method:fern", 10) else "uses"
            if is_named:
                made.add_edge(node, entity, relation, relation=relation, confidence=0.9, weight=0.5)
    return made


def section(reader, title):
    return reader.card.locator("section", has=reader.page.get_by_role("heading", name=title, exact=True))


def headings(reader) -> list[str]:
    return reader.card.locator("h3").all_inner_texts()


def test_it_says_what_is_in_here(show, months):
    reader = show(graph=months)
    text = reader.card.inner_text()
    assert reader.card.locator("h2").inner_text() == "Sample"
    assert "Jan – Dec 2024" in text
    assert "120 papers · 2 methods · 1 dataset" in text
    assert headings(reader) == [
        *("Topics", "Ask", "Rising", "Fading", "New here, taken up by others", "Most used"),
    ]
    assert reader.page.locator("h1").inner_text() == "Sample"


def test_one_topic_of_all_papers_is_no_news(show, months):
    for _, data in months.nodes(data=True):
        data.update(topic="Ferns", topic_id="topic:ferns", subtopic="", subtopic_id="")
    reader = show(graph=months)
    assert headings(reader)[0] == "Ask"
    assert not [text for text in section(reader, "Ask").locator("li").all_inner_texts() if "Ferns" in text]


def test_it_stays_where_it_was_scrolled(show, months):
    reader = show(graph=months, viewport={"width": 1280, "height": 420})
    reader.card.evaluate("(panel) => { panel.scrollTop = 180; }")
    reader.run("paperlattice.state.narrow('since', '2024-06')")
    reader.settle()
    assert "70 of 120 papers" in reader.card.inner_text()
    assert reader.card.evaluate("(panel) => panel.scrollTop") == 180


def test_topics_are_bars_that_open_and_filter(show, months):
    reader = show(graph=months)
    bars = section(reader, "Topics").locator(".pick")
    assert [bar.split("\n") for bar in bars.all_inner_texts()] == [["Ferns", "80"], ["Mosses", "40"]]
    reader.card.get_by_role("button", name="Show the subtopics of Ferns").press("Enter")
    assert bars.nth(1).inner_text().split("\n") == ["Ferns of light", "40"]
    bars.filter(has_text="Mosses").click()
    reader.title("Mosses")
    reader.page.go_back()
    reader.title("Sample")
    reader.card.get_by_role("button", name="Only Mosses").click()
    assert len([node for node in reader.shown() if node.startswith("paper:")]) == 40
    assert "40 of 120 papers" in reader.card.inner_text()
    assert reader.card.get_by_role("button", name="Only Mosses").get_attribute("aria-pressed") == "true"


def test_what_rises_and_fades_has_a_line_and_leads_on(show, months):
    reader = show(graph=months)
    rising, fading = section(reader, "Rising"), section(reader, "Fading")
    assert rising.locator("a").first.inner_text() == "Fern"
    assert fading.locator("a").first.inner_text() == "Moss"
    assert rising.locator("svg.spark polyline").first.get_attribute("points")
    assert "papers up to 2024-08" in rising.locator("li").first.inner_text()
    taken = section(reader, "New here, taken up by others").locator("li")
    assert taken.locator("a").all_inner_texts() == ["Fern", "Paper 10"]
    rising.get_by_role("link", name="Fern").click()
    reader.title("Fern")


def test_questions_are_answered_by_a_click(show, months):
    reader = show(graph=months)
    ask = section(reader, "Ask").get_by_role("button")
    assert ask.all_inner_texts() == [
        "Which papers use Pond?",
        "What connects Fern and Moss?",
        "What is new in Ferns since Sep 2024?",
    ]
    ask.nth(0).click()
    reader.title("Pond")
    reader.page.go_back()
    reader.title("Sample")
    ask.nth(1).click()
    reader.card.locator(".path").wait_for()
    reader.page.go_back()
    reader.title("Sample")
    ask.nth(2).click()
    reader.title("Ferns")
    assert reader.page.locator("#chips").inner_text().split("\n")[-2] == "27 of 120 papers"


def test_figures_follow_the_filters(show, months):
    reader = show("#&since=2024-12", graph=months)
    used = section(reader, "Most used")
    used.get_by_role("tab", name="Methods").click()
    assert used.locator("li").all_inner_texts() == ["Fern\n10"]
    used.get_by_role("tab", name="Methods").press("ArrowRight")
    assert used.get_by_role("tab", name="Datasets").get_attribute("aria-selected") == "true"
    assert reader.run("document.activeElement.getAttribute('role')") == "tab"
    assert used.locator("li").all_inner_texts() == ["Pond\n2"]
    assert "whatever the filters" in reader.card.inner_text()


def test_the_title_leads_back_to_the_start(show, months):
    reader = show("#paper:003", graph=months)
    reader.title("Paper 3")
    reader.page.get_by_role("heading", level=1).get_by_role("button").click()
    reader.title("Sample")
    reader.card.get_by_role("button", name="Close").click()
    assert not reader.card.is_visible()
    reader.page.locator("#home").press("Enter")
    reader.title("Sample")


def test_a_phone_begins_with_it(show, months, phone):
    reader = show(graph=months, **phone)
    box, window = reader.card.bounding_box(), phone["viewport"]
    assert (box["x"], box["width"]) == (0, window["width"])
    assert box["height"] > 0.75 * window["height"]
    reader.page.locator("#places").get_by_role("button", name="Map").tap()
    assert not reader.card.is_visible()
    assert 0 < reader.spot("paper:000")["x"] < window["width"]
    reader.page.locator("#home").tap()
    reader.title("Sample")


def one(**more) -> nx.MultiDiGraph:
    made = nx.MultiDiGraph()
    made.add_node("paper:1", kind="paper", label="Alone", x=0.0, y=0.0, **more)
    return made


def test_without_dates_and_topics_it_has_neither(show, graph):
    for _, data in graph.nodes(data=True):
        data.update(topic="", date="")
    reader = show(graph=graph)
    assert headings(reader) == ["Ask", "New here, taken up by others", "Most used"]
    assert reader.card.locator(".spark").count() == 0
    assert "2024" not in reader.page.locator(".summary").inner_text()


@pytest.mark.parametrize("more", [{}, {"date": "2024-05-01"}, {"date": "2024", "topic": "Ferns"}])
def test_one_paper_is_enough(show, more):
    reader = show(graph=one(**more))
    assert "1 paper" in reader.card.inner_text()
    assert set(headings(reader)) <= {"Topics", "Ask"}


def test_an_empty_graph_has_no_panel(show):
    reader = show(graph=nx.MultiDiGraph())
    assert not reader.card.is_visible()
    assert not reader.page.locator("#chips").is_visible()
