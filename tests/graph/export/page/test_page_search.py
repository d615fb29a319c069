"""Finding what a graph has by names, titles, ids, authors, words of abstracts and operators."""

from functools import partial

import pytest

from paperlattice.graph.export.page_data import top_part

DECODED = "Speculative decoding drafts tokens. An attention sink keeps the cache small & stable."


@pytest.fixture
def field(graph):
    """The sample with what can be searched for: an abstract, authors, topics."""
    graph.nodes["paper:2404.00044"].update(abstract=DECODED, authors="Ada Quill; Bo Fern")
    graph.nodes["paper:2403.00033"].update(label="Gaussian splatting of rooms", topic="Rooms", date="2023-05")
    return graph


def groups(reader) -> dict[str, list[str]]:
    """The labels of the suggestions by group, once abstracts are read."""
    reader.until("paperlattice.search.index.isWhole()")
    return {
        group.get_attribute("aria-label"): group.locator(".hit").all_inner_texts()
        for group in reader.page.locator("#suggestions [role=group]").all()
    }


def test_search_finds_by_alias_and_opens_the_card(show):
    reader = show()
    reader.search.fill("low-rank")
    assert reader.options.first.inner_text().split("\n")[-1] == "also low-rank adaptation"
    reader.options.first.click()
    reader.title("LoRA")
    assert reader.run("location.hash").partition("&see=")[0] == "#method:lora"  # the camera may have arrived


@pytest.mark.parametrize(
    "query, first",
    [
        ("lora", "LoRA"),
        ("LOW RANK", "LoRA"),
        ("quiet adap", "Quiet Adapters"),
        ("imagenet", "ImageNet"),
        ("clip", "CLIP"),
        ("clip market", "Market CLIP"),
    ],
)
def test_best_hit_comes_first(show, query, first):
    reader = show()
    reader.search.fill(query)
    assert reader.page.locator("#suggestions .hit").first.inner_text() == first


def test_search_without_a_hit_says_so(show):
    reader = show()
    reader.search.fill("zebra")
    assert "Nothing found for “zebra”" in reader.page.locator("#suggestions").inner_text()
    assert reader.page.locator("#search-status").inner_text() == "0 suggestions"


def test_search_with_the_keyboard_alone(show):
    reader = show()
    keyboard = reader.page.keyboard
    keyboard.press("/")
    keyboard.type("a")
    assert reader.search.get_attribute("aria-expanded") == "true"
    keyboard.press("ArrowDown")
    marked = reader.page.locator("[role=option][aria-selected=true]")
    assert reader.search.get_attribute("aria-activedescendant") == marked.get_attribute("id") == "hit-1"
    wanted = marked.locator(".hit").inner_text()
    keyboard.press("Enter")
    reader.title(wanted)
    assert reader.run("document.activeElement.id") == "card"
    keyboard.press("Escape")
    assert reader.selected() == ""


def test_search_brings_back_what_a_filter_hides(show):
    reader = show().filters()
    reader.page.get_by_role("checkbox", name="Methods").uncheck()
    assert "method:lora" not in reader.shown()
    reader.choose("lora")
    reader.title("LoRA")
    assert "method:lora" in reader.shown()
    assert reader.page.get_by_role("checkbox", name="Methods").is_checked()


def test_search_leaves_a_view_that_does_not_show_the_node(show):
    reader = show("#&view=papers").filters()
    reader.choose("lora")
    reader.title("LoRA")
    assert reader.page.get_by_role("radio", name="Everything").is_checked()


@pytest.mark.parametrize(
    "query, group, hits",
    [
        ("gaussian spalting", "Papers by title", ["Gaussian splatting of rooms"]),
        ("attention sink", "In abstracts", ["Far Fields"]),
        ("2404.00044", "Papers by title", ["Far Fields"]),
        ("https://arxiv.org/abs/2404.00044v2", "Papers by title", ["Far Fields"]),
        ("fern", "Papers by author", ["Far Fields"]),
        ("rooms", "Topics", ["Rooms"]),
        ("imagenett", "Entities", ["ImageNet"]),
        ("dataset:imagenet", "Entities", ["ImageNet"]),
        ("zebra sink", "In abstracts", ["Far Fields"]),
    ],
)
def test_queries_are_answered_in_their_group(show, field, query, group, hits):
    reader = show(graph=field)
    reader.search.fill(query)
    assert groups(reader)[group] == hits


def test_abstracts_show_where_the_words_are(show, field):
    reader = show(graph=field)
    reader.search.fill("attention sink")
    groups(reader)
    snippet = reader.page.locator("#suggestions .snippet")
    assert snippet.inner_text().endswith("An attention sink keeps the cache small & stable.")
    assert snippet.locator("mark").all_inner_texts() == ["attention", "sink"]


@pytest.mark.parametrize(
    "query, papers",
    [
        ("adapters", {"paper:2401.00011"}),
        ("method:lora", {"paper:2401.00011", "paper:2402.00022"}),
        ("method:lora -market", {"paper:2401.00011"}),
        ("since:2024-02", {"paper:2402.00022", "paper:2404.00044"}),
        ("until:2024-01", {"paper:2401.00011", "paper:2403.00033"}),
        ("topic:rooms", {"paper:2403.00033"}),
        ('author:"ada quill"', {"paper:2404.00044"}),
        ("-kind:method", {"paper:2403.00033"}),
        ('"attention sink"', {"paper:2404.00044"}),
    ],
)
def test_all_papers_filter_list_and_map(show, field, query, papers):
    reader = show(graph=field)
    reader.search.fill(query)
    groups(reader)
    entry = reader.page.locator("#suggestions .all .hit").inner_text()
    assert entry == ("The one paper" if len(papers) == 1 else f"All {len(papers)} papers")
    reader.page.keyboard.press("Control+Enter")
    reader.settle()
    assert {node for node in reader.shown() if node.startswith("paper:")} == papers
    assert reader.run("paperlattice.state.now.text") == query


def test_an_address_with_a_query_filters_once_abstracts_are_read(show, field):
    reader = show("#&text=attention%20sink", graph=field)
    reader.until("paperlattice.result.now.count.papers === 1")
    assert reader.run("[...paperlattice.result.now.rows].map((row) => paperlattice.corpus.key[row])") == [
        "paper:2404.00044"
    ]


@pytest.mark.parametrize(
    "query, note",
    [
        ("clip venue:acl", "“venue:” is not an operator and is read as text."),
        ("clip since:soon", "“since:” wants a date"),
        ("clip kind:robot", "“kind:robot” is not a kind"),
        ("spalting", "Taken for “spalting”: “splatting”."),
    ],
)
def test_what_was_not_understood_is_said(show, field, query, note):
    reader = show(graph=field)
    reader.search.fill(query)
    groups(reader)
    assert note in reader.page.locator("#suggestions").inner_text()


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("author:quill", "No paper here has an author, so “author:” finds none."),
        ("since:2024", "No paper here has a date, so “since:” finds none."),
    ],
)
def test_an_operator_for_what_no_paper_has_says_so(show, graph, query, note):
    for _, data in graph.nodes(data=True):
        data.pop("date", None)
    reader = show(graph=graph)
    reader.search.fill(query)
    reader.until("paperlattice.search.index.isWhole()")
    assert note in reader.page.locator("#suggestions").inner_text()


def test_entities_of_a_kind_are_found_beyond_many_of_others(show, graph):
    for at in range(40):
        graph.add_node(
            f"method:echo-{at}", kind="method", label=f"Echo {at}", papers=9, size=9.0, x=0.0, y=0.0
        )
    graph.add_node("dataset:echoes", kind="dataset", label="Echo set", papers=1, size=9.0, x=0.0, y=0.0)
    reader = show(graph=graph)
    reader.search.fill("kind:dataset echo")
    assert groups(reader)["Entities"] == ["Echo set"]


def test_slash_leads_to_the_box_and_escape_leaves_it(show):
    reader = show()
    keyboard = reader.page.keyboard
    for query, name in [("/lora", "LoRA"), ("/clip", "CLIP")]:
        keyboard.type(query)
        assert reader.search.input_value() == query[1:]
        assert reader.page.locator("#suggestions .hit").first.inner_text() == name
        keyboard.press("Escape")
        assert reader.search.input_value() == ""
        assert reader.run("document.activeElement.id") == ""
    reader.search.fill("/clip")
    assert reader.page.locator("#suggestions .hit").first.inner_text() == "CLIP"


def test_papers_that_are_not_drawn_are_found_and_shown(show, field, monkeypatch):
    monkeypatch.setattr("paperlattice.graph.export.html.top_part", partial(top_part, node_budget=4))
    field.edges["paper:2404.00044", "method:clip", "uses"]["salience"] = 0.5
    reader = show(graph=field)
    assert "paper:2404.00044" not in reader.shown()
    for query in ("far fields", "2404.00044", "quill", "method:clip since:2024-04"):
        reader.search.fill(query)
        groups(reader)
        assert "Far Fields" in reader.page.locator("#suggestions").inner_text() or query.startswith("method")
        assert reader.page.locator("#suggestions .all .hit").inner_text() == "The one paper"
    reader.choose("far fields")
    reader.title("Far Fields")
    assert reader.card.get_by_text("This paper is not drawn").is_visible()
    link = reader.card.locator("a.outside")
    assert link.get_attribute("href") == "https://arxiv.org/abs/2404.00044"
    assert link.get_attribute("target") == "_blank"
    reader.card.get_by_role("link", name="CLIP").click()
    reader.title("CLIP")


def test_a_card_that_asks_gets_nodes_only(show, field):
    reader = show("#method:lora", graph=field)
    reader.card.get_by_role("button", name="Path to").click()
    reader.search.fill("a")
    assert "Topics" not in groups(reader)
    assert reader.page.locator("#suggestions .all").count() == 0
