"""Finding a node by name, alias or words of its title."""

import pytest


def test_search_finds_by_alias_and_opens_the_card(show):
    reader = show()
    reader.search.fill("low-rank")
    assert reader.options.first.inner_text().split("\n")[-1] == "also low-rank adaptation"
    reader.options.first.click()
    reader.title("LoRA")
    assert reader.run("location.hash") == "#method:lora"


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
    assert reader.page.locator("#suggestions").inner_text() == "Nothing has that name"
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
