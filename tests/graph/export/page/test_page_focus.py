"""What is emphasised: neighbourhoods, paths, topics."""

import pytest


def test_click_selects_a_node_and_click_next_to_it_clears(show):
    reader = show()
    reader.page.mouse.click(**reader.spot("method:lora"))
    reader.title("LoRA")
    assert reader.hot() == ["method:lora", "paper:2401.00011", "paper:2402.00022"]
    reader.page.mouse.click(640, 690)
    reader.until("paperlattice.state.now.selected < 0")
    assert reader.hot() == []


def test_two_steps_reach_further(show):
    reader = show("#method:lora")
    reader.title("LoRA")
    reader.page.get_by_role("button", name="2 steps").click()
    assert reader.hot() == [
        "dataset:imagenet",
        "method:clip",
        "method:lora",
        "paper:2401.00011",
        "paper:2402.00022",
        "paper:2404.00044",
        "repo:quietlake",
    ]
    reader.page.get_by_role("button", name="2 steps", pressed=True).wait_for()
    assert "steps=2" in reader.run("location.hash")


def test_path_is_requested_on_a_card_and_shown_with_its_sentences(show):
    reader = show("#dataset:imagenet")
    reader.title("ImageNet")
    reader.page.get_by_role("button", name="Path to …").click()
    assert reader.search.get_attribute("placeholder") == "Path from ImageNet to …"
    reader.choose("clip")
    path = reader.card.locator("section", has_text="Path of 3 steps")
    assert path.locator("li > a").all_inner_texts() == ["ImageNet", "Quiet Adapters", "Market CLIP", "CLIP"]
    assert path.locator("blockquote").count() == 2
    assert path.locator(".step a.tag").all_inner_texts() == ["LoRA"]
    assert reader.hot() == ["dataset:imagenet", "method:clip", "paper:2401.00011", "paper:2402.00022"]
    assert reader.run("Array.from(paperlattice.lines.now.hot).reduce((a, b) => a + b)") == 3


def test_path_can_be_left(show):
    reader = show("#dataset:imagenet&to=method:clip")
    reader.card.get_by_role("button", name="Leave the path").click()
    reader.card.locator(".path").wait_for(state="detached")
    assert reader.hot() == ["dataset:imagenet", "paper:2401.00011"]


def test_path_that_does_not_exist_is_reported(show):
    reader = show("#dataset:imagenet&to=paper:2403.00033")
    reader.card.get_by_text("There is no path to A lone paper").wait_for()


@pytest.mark.parametrize("hidden, steps", [("", 3), ("&drop=related", 4), ("&drop=uses", 0)])
def test_path_runs_along_what_is_shown(show, hidden, steps):
    reader = show(f"#dataset:imagenet&to=method:clip{hidden}")
    reader.card.locator("section", has_text="path").first.wait_for()
    assert reader.card.locator(".path .step").count() == steps


def test_escape_cancels_the_question_for_a_path(show):
    reader = show("#method:lora")
    reader.title("LoRA")
    reader.page.get_by_role("button", name="Path to …").click()
    reader.page.keyboard.press("Escape")
    reader.choose("clip")
    reader.title("CLIP")
    assert reader.selected() == "method:clip"


def test_topic_is_highlighted_and_released(show):
    reader = show().filters()
    row = reader.page.locator("#legend [data-topic='LoRA, ImageNet']")
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    reader.title("LoRA, ImageNet")
    assert len(reader.hot()) == 5
    reader.page.keyboard.press("Escape")
    assert row.get_attribute("aria-pressed") == "false"
