"""One result for all parts of the page: chips, counts, "only", and what lists and files hold."""

import pytest

TOPIC = "LoRA, ImageNet"
PAPERS = {f"paper:{node}" for node in ("2401.00011", "2402.00022", "2403.00033", "2404.00044")}


def chips(reader) -> list[str]:
    titles = "(all) => all.map((one) => one.title.replace(': ', ' '))"
    return reader.page.locator("#chips .filter").evaluate_all(titles)


def papers(reader) -> set[str]:
    return {node for node in reader.shown() if node in PAPERS}


def only(reader, name):
    return reader.page.locator("#legend").get_by_role("button", name=f"Only {name}", exact=True)


def test_header_chips_and_panel_say_the_same(show):
    reader = show("#&since=2024-02&without=CLIP")
    assert chips(reader) == ["without CLIP", "since Feb 2024"]
    for part in (".summary", "#chips", "#card .counts"):
        assert "1 of 4 papers" in reader.page.locator(part).inner_text()


def test_chips_are_taken_away_with_the_keyboard_one_by_one(show):
    reader = show("#&since=2024-02&hide=dataset&confidence=0.5")
    assert chips(reader) == ["since Feb 2024", "without Datasets", "confidence ≥ 0.5"]
    first = reader.page.get_by_role("button", name="Remove the filter since")
    first.focus()
    reader.page.keyboard.press("Enter")
    assert papers(reader) == PAPERS
    assert reader.run("document.activeElement.textContent").startswith("Remove the filter")
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Enter")
    assert not reader.page.locator("#chips").is_visible()
    assert reader.run("document.activeElement.id") == "search"


def test_reset_all_takes_every_filter_back(show):
    reader = show("#&since=2024-02&hide=dataset&topic=CLIP&lasso=0,0,9,0,9,9&text=clip")
    reader.page.get_by_role("button", name="Reset all").click()
    reader.settle()
    assert len(reader.shown()) == 8
    assert reader.run("location.hash") == ""


@pytest.mark.parametrize(
    "name, left",
    [
        ("Papers", PAPERS),
        ("Datasets", {"dataset:imagenet"}),
        (
            TOPIC,
            PAPERS - {"paper:2403.00033", "paper:2404.00044"}
            | {"method:lora", "dataset:imagenet", "repo:quietlake"},
        ),
        ("Proposes", {"paper:2401.00011", "paper:2402.00022", "method:lora", "method:clip"}),
    ],
)
def test_only_this_and_back(show, name, left):
    reader = show().filters()
    everything = reader.shown()
    only(reader, name).press("Enter")
    assert set(reader.shown()) == left
    assert only(reader, name).get_attribute("aria-pressed") == "true"
    only(reader, name).press("Enter")
    assert reader.shown() == everything


def test_only_this_has_a_short_address(show):
    reader = show().filters()
    only(reader, "CLIP").press("Enter")
    reader.settle()
    assert reader.run("location.hash") == "#&left=filters&topics=CLIP"
    assert chips(reader) == ["topic CLIP"]


def test_counts_leave_their_own_facet_out(show):
    reader = show("#&topics=CLIP&until=2024-03")
    counts = reader.run("Object.fromEntries(paperlattice.result.now.topics)")
    assert (counts["CLIP"], counts[TOPIC]) == (0, 2)
    assert "0 of 4 papers" in reader.page.locator(".summary").inner_text()


def test_a_topic_that_is_chosen_narrows_table_and_files(show):
    reader = show("#&topic=CLIP&main=table")
    assert "1 paper shown" in reader.page.locator("#table").inner_text()
    assert len(reader.shown()) == 8
    _, table = reader.save("Nodes (CSV)")
    assert [line.split(",")[0] for line in table.decode().splitlines()[1:]] == [
        *("method:clip", "paper:2404.00044"),
    ]
    reader.page.get_by_role("button", name="Links", exact=True).click()
    assert "1 link shown" in reader.page.locator("#table").inner_text()


def test_a_time_set_crosswise_is_the_time_between(show):
    reader = show("#&since=2024-02&until=2024-01")
    assert papers(reader) == {"paper:2401.00011", "paper:2402.00022"}
    assert chips(reader) == ["time Jan – Feb 2024"]


def test_a_lasso_in_the_address_narrows_the_papers(show):
    reader = show("#&lasso=-10,-10,170,-10,170,100,-10,100")
    assert papers(reader) == {"paper:2401.00011", "paper:2402.00022"}
    assert chips(reader) == ["selected on the map"]


def test_narrow_lists_are_told_to_screen_readers(show):
    reader = show().filters()
    only(reader, "CLIP").press("Enter")
    reader.follow()
    assert reader.page.locator("#result-status").inner_text() == "1 of 4 papers"
