"""Papers chosen by where they are on the map."""

import pytest

DRAW = "Draw a line around papers"
VIEW = "Select the papers in view"


def papers(reader) -> list[str]:
    reader.settle()
    return reader.papers.locator(".title").all_inner_texts()


def around(reader, node: str) -> None:
    spot = reader.spot(node)
    corners = [(-20, -20), (20, -20), (20, 20), (-20, 20), (-20, -18)]
    reader.page.mouse.move(spot["x"] - 20, spot["y"] - 20)
    reader.page.mouse.down()
    for x, y in corners[1:]:
        reader.page.mouse.move(spot["x"] + x, spot["y"] + y, steps=4)
    reader.page.mouse.up()


def test_line_around_a_paper_selects_it_and_a_chip_takes_it_back(show):
    reader = show()
    reader.page.get_by_role("button", name=DRAW).click()
    around(reader, "paper:2404.00044")
    assert papers(reader) == ["Far Fields"]
    assert "lasso=" in reader.run("location.hash")
    assert reader.page.get_by_role("button", name=DRAW).get_attribute("aria-pressed") == "false"
    reader.page.get_by_role("button", name="Remove the filter selected").click()
    assert len(papers(reader)) == 4


def test_lasso_means_the_same_on_a_phone_that_turns_the_map(show, phone):
    reader = show("#&lasso=300,160,340,160,340,200,300,200", **phone)
    assert reader.run("paperlattice.scene.turned")
    assert "paper:2404.00044" in reader.shown()
    assert "paper:2402.00022" not in reader.shown()


def test_escape_puts_the_line_away(show):
    reader = show("#method:lora")
    reader.title("LoRA")
    reader.page.get_by_role("button", name=DRAW).click()
    reader.page.keyboard.press("Escape")
    assert reader.page.get_by_role("button", name=DRAW).get_attribute("aria-pressed") == "false"
    assert reader.selected() == "method:lora"


@pytest.mark.parametrize("at, expected", [("320,180,4", ["Far Fields"]), ("80,20,0.5", 4)])
def test_keyboard_selects_what_is_in_view(show, at, expected):
    reader = show(f"#&see={at}")
    reader.page.get_by_role("button", name=VIEW).focus()
    reader.page.keyboard.press("Enter")
    found = papers(reader)
    assert found == expected or len(found) == expected
