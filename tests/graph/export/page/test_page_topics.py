"""Tasks and techniques on the page: what papers are about comes first, what they only mention on request."""

import csv
import io
import re

import pytest

QUIET, MARKET, LONE, FAR = "paper:2401.00011", "paper:2402.00022", "paper:2403.00033", "paper:2404.00044"
RETRIEVAL, TUNING, LLM = "task:image-retrieval", "technique:fine-tuning", "technique:large-language-model"
TERMS = {
    "task:adaptation": ("adaptation", -20.0, -120.0),
    RETRIEVAL: ("image retrieval", 260.0, 0.0),
    "task:search": ("search", -200.0, 20.0),
    TUNING: ("fine-tuning", 40.0, -140.0),
    LLM: ("large language model", 120.0, 160.0),
}
ABOUT = [
    (QUIET, "task:adaptation", "addresses", 0.9),
    (QUIET, RETRIEVAL, "mentions", 0.2),
    (QUIET, TUNING, "uses", 0.7),
    (QUIET, LLM, "mentions", 0.1),
    (MARKET, RETRIEVAL, "addresses", 0.8),
    (MARKET, LLM, "mentions", 0.15),
    (FAR, RETRIEVAL, "addresses", 0.95),
    (LONE, "task:search", "addresses", 0.5),
]


@pytest.fixture
def topics(graph):
    for node, (label, x, y) in TERMS.items():
        papers = sum(target == node for _, target, *_ in ABOUT)
        kind = node.split(":")[0]
        graph.add_node(node, kind=kind, label=label, papers=papers, size=20.0, x=x, y=y)
    graph.nodes[RETRIEVAL].update(broader="ranking | search", aliases="Image Retrieval | picture search")
    for paper, term, relation, salience in ABOUT:
        label = TERMS[term][0]
        said = {"surfaces": label, "evidence": f"It says {label}.", "confidence": 0.9, "mentions": 1}
        graph.add_edge(paper, term, relation, relation=relation, salience=salience, weight=salience, **said)
    return graph


def row_of(reader, name):
    return reader.page.locator("#legend .row", has_text=re.compile(f"^{name}"))


def headings(reader) -> list[str]:
    return reader.card.locator("h3").all_inner_texts()


def section(reader, title):
    return reader.card.locator("section", has=reader.page.get_by_role("heading", name=title, exact=True))


def test_what_is_only_mentioned_in_the_background_is_hidden_at_first(show, topics):
    reader = show(graph=topics).filters()
    assert LLM not in reader.shown()
    assert RETRIEVAL in reader.shown()
    box = reader.page.get_by_role("checkbox", name="Background mentions")
    assert not box.is_checked()
    assert row_of(reader, "Techniques").locator(".count").inner_text() == "1 of 2"
    before = reader.lines()
    box.check()
    assert LLM in reader.shown()
    assert reader.lines() == before + 3
    assert row_of(reader, "Techniques").locator(".count").inner_text() == "2"
    reader.settle()
    assert "drop=" in reader.run("location.hash")
    reader.page.get_by_role("button", name="Reset filters").click()
    assert LLM not in reader.shown()


def test_the_first_view_has_a_clean_address_and_nothing_to_reset(show, topics):
    reader = show(graph=topics)
    reader.settle()
    assert reader.run("location.hash") == ""
    assert not reader.page.get_by_role("button", name="Reset filters").is_visible()


@pytest.mark.parametrize(
    "address, shown", [("#&drop=", True), ("#&drop=uses", True), ("#&drop=mentions", False)]
)
def test_an_address_says_whether_the_background_is_shown(show, topics, address, shown):
    assert (LLM in show(address, graph=topics).shown()) is shown


def test_a_term_of_the_background_brings_its_mentions_when_it_is_chosen(show, topics):
    reader = show(graph=topics).filters()
    reader.choose("large language")
    reader.title("large language model")
    assert reader.hot() == sorted([QUIET, MARKET, LLM])
    assert reader.page.get_by_role("checkbox", name="Background mentions").is_checked()
    reader.choose("image retrieval")
    assert reader.page.get_by_role("checkbox", name="Background mentions").is_checked()


def test_the_legend_hides_tasks(show, topics):
    reader = show(graph=topics).filters()
    assert {"task:adaptation", TUNING} <= set(reader.shown())
    reader.page.get_by_role("checkbox", name="Tasks").uncheck()
    assert not any(node.startswith("task:") for node in reader.shown())
    assert TUNING in reader.shown()
    reader.settle()
    assert "hide=task" in reader.run("location.hash")


def test_the_card_of_a_paper_has_a_section_for_each_kind_of_terms(show, topics):
    reader = show(f"#{QUIET}", graph=topics)
    reader.title("Quiet Adapters")
    sections = ["Abstract", "Tasks", "Techniques", "Proposes", "Uses", "Code", "Related papers"]
    assert headings(reader) == sections
    assert reader.card.locator(".subjects .tag").all_inner_texts() == ["adaptation", "fine-tuning"]
    tasks = section(reader, "Tasks")
    assert tasks.locator(":scope > ul > li > a").all_inner_texts() == ["adaptation"]
    assert tasks.get_by_role("meter").first.get_attribute("aria-label") == "salience 0.90"
    hidden = tasks.get_by_role("link", name="image retrieval").first
    assert not hidden.is_visible()
    tasks.get_by_text("1 in the background").click()
    assert hidden.is_visible()


def test_the_card_of_a_task_has_the_papers_that_are_most_about_it_first(show, topics):
    reader = show(f"#{RETRIEVAL}", graph=topics)
    reader.title("image retrieval")
    assert headings(reader)[:2] == ["Addressed in", "Mentioned in"]
    addressed = section(reader, "Addressed in")
    assert addressed.locator("li > a").all_inner_texts() == ["Far Fields", "Market CLIP"]
    assert addressed.get_by_role("meter").all()[1].get_attribute("value") == "0.8"
    assert reader.card.locator(".meta span").all_inner_texts() == ["named by 3 papers", "1 in the background"]
    mentioned = section(reader, "Mentioned in")
    assert not mentioned.get_by_role("link", name="Quiet Adapters").is_visible()
    mentioned.get_by_text("1 paper, in the background").click()
    assert mentioned.get_by_role("link", name="Quiet Adapters").is_visible()


def test_broader_terms_lead_to_their_nodes_where_there_are_some(show, topics):
    reader = show(f"#{RETRIEVAL}", graph=topics)
    reader.title("image retrieval")
    assert reader.card.locator(".broader").inner_text() == "Broader: ranking, search"
    assert reader.card.locator(".aliases").inner_text() == "Also picture search"
    assert reader.card.locator(".broader a").all_inner_texts() == ["search"]
    reader.card.locator(".broader a").click()
    reader.title("search")


def test_what_papers_have_in_the_background_is_not_what_a_task_is_named_with(show, topics):
    reader = show(f"#{RETRIEVAL}", graph=topics)
    reader.title("image retrieval")
    assert section(reader, "Often named with").locator("li > a").all_inner_texts() == ["CLIP", "LoRA"]


def test_the_start_panel_has_tasks_and_techniques_without_the_background(show, topics):
    reader = show(graph=topics)
    used = section(reader, "Most used")
    assert used.get_by_role("tab").all_inner_texts() == ["Methods", "Datasets", "Tasks", "Techniques"]
    used.get_by_role("tab", name="Tasks").click()
    assert used.locator("li").first.inner_text() == "image retrieval\n2"


def test_paths_do_not_run_through_the_background_unless_it_is_shown(show, topics):
    reader = show(f"#{QUIET}&to={FAR}&view=full&drop=mentions,related", graph=topics)
    reader.card.locator(".path").wait_for()
    assert reader.card.locator(".path .named > a").all_inner_texts()[1:4] == ["LoRA", "Market CLIP", "CLIP"]
    reader = show(f"#{QUIET}&to={FAR}&drop=related", graph=topics)
    reader.card.locator(".path").wait_for()
    assert reader.card.locator(".path .named > a").all_inner_texts()[1] == "image retrieval"


def test_the_table_of_links_says_how_salient(show, topics):
    reader = show("#&table=links&hide=method,dataset,repo,technique", graph=topics)
    table = reader.page.locator("#table")
    table.get_by_role("button", name="Salience").click()
    assert [
        cell.strip() for cell in table.locator("tbody tr:not(.gap)").first.locator("td").all_inner_texts()
    ] == [
        *("Far Fields", "Addresses", "image retrieval", "0.95", "0.90", ""),
    ]


def test_saved_links_hold_salience_and_nodes_what_is_broader(show, topics):
    reader = show("#&drop=", graph=topics)
    links, nodes = (
        list(csv.DictReader(io.StringIO(reader.save(name)[1].decode())))
        for name in ("Links (CSV)", "Nodes (CSV)")
    )
    mentions = {(row["Source"], row["salience"]) for row in links if row["Kind"] == "mentions"}
    assert mentions == {(QUIET, "0.2"), (QUIET, "0.1"), (MARKET, "0.15")}
    assert {row["Id"]: row["broader"] for row in nodes if row["broader"]} == {RETRIEVAL: "ranking | search"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_has_stars_for_tasks_and_hexagons_for_techniques(show, topics, scheme):
    reader = show("#&drop=&colour=kind", graph=topics, color_scheme=scheme)
    picture = reader.save("Picture (SVG)")[1].decode()
    for kind, corners, count in (("task", 10, 3), ("technique", 6, 2)):
        colour = reader.run(
            "(kind) => getComputedStyle(document.documentElement).getPropertyValue(`--${kind}`).trim()", kind
        )
        path = re.search(rf'<path d="([^"]*)" fill="{colour}"', picture)[1]
        assert [shape.count("L") + 1 for shape in re.findall("M[^Z]*Z", path)] == [corners] * count


def test_what_the_name_of_a_topic_says_stands_there_once(show, topics):
    for number in range(9):
        node = f"paper:{number}"
        topics.add_node(
            node, kind="paper", label=f"P{number}", x=600 + 30 * number, y=40 * (number % 3), size=9.0
        )
        topics.nodes[node]["topic"] = "fine-tuning"
    topics.nodes[TUNING].update(topic="fine-tuning", x=700.0, y=60.0)
    words = re.findall(r"stroke=[^>]*>([^<]+)</text>", show(graph=topics).save("Picture (SVG)")[1].decode())
    assert words.count("fine-tuning") == 1
    assert "LoRA" in words
