"""What is shown: kinds, relations, topics, sliders, views."""

import re

import pytest

ALL = 8


@pytest.mark.parametrize("name, gone", [("Methods", "method:lora"), ("Papers", "paper:2401.00011")])
def test_legend_hides_a_kind(show, name, gone):
    reader = show().filters()
    reader.page.get_by_role("checkbox", name=re.compile(f"^{name}")).uncheck()
    assert gone not in reader.shown()
    assert "dataset:imagenet" in reader.shown()


def test_legend_hides_a_relation_and_what_only_it_connects(show):
    reader = show().filters()
    before = reader.lines()
    reader.page.get_by_role("checkbox", name="Uses").uncheck()
    assert reader.lines() == before - 4
    assert "dataset:imagenet" not in reader.shown()


def test_legend_hides_a_topic(show):
    reader = show().filters()
    reader.page.get_by_role("checkbox", name="Show CLIP").uncheck()
    assert "method:clip" not in reader.shown()
    assert "paper:2404.00044" not in reader.shown()


def test_drawing_reacts_to_a_filter(show):
    reader = show().filters()
    picture = reader.page.locator("#canvas").screenshot()
    reader.page.get_by_role("checkbox", name=re.compile("^Papers")).uncheck()
    reader.page.wait_for_timeout(200)
    assert reader.page.locator("#canvas").screenshot() != picture


@pytest.mark.parametrize(
    "slider, step, gone",
    [
        ("Confidence at least", 30, {"dataset:imagenet"}),
        ("Papers that an entity needs", 1, {"dataset:imagenet", "repo:quietlake"}),
        ("Papers from", 1, {"paper:2401.00011", "dataset:imagenet", "repo:quietlake", "paper:2403.00033"}),
        ("Papers until", 1, {"paper:2404.00044", "paper:2403.00033"}),
    ],
)
def test_slider_hides_what_is_below_it(show, slider, step, gone):
    reader = show().filters()
    everything = set(reader.shown())
    reader.slide(slider, step)
    assert everything - set(reader.shown()) == gone


def test_slider_of_link_weight_hides_lines_only(show):
    reader = show().filters()
    before = reader.lines()
    reader.slide("Probability of a link between papers at least", 25)
    assert (reader.lines(), len(reader.shown())) == (before - 1, ALL)


def test_what_is_chosen_stays_in_sight(show):
    reader = show("#dataset:imagenet").filters()
    reader.slide("Papers that an entity needs", 1)
    assert "dataset:imagenet" in reader.shown()
    assert "repo:quietlake" not in reader.shown()


def test_reset_brings_everything_back(show):
    reader = show("#&hide=method&drop=uses&papers=2&without=CLIP").filters()
    assert len(reader.shown()) < ALL
    reader.page.get_by_role("button", name="Reset filters").click()
    assert len(reader.shown()) == ALL
    assert not reader.page.get_by_role("button", name="Reset filters").is_visible()


def test_filters_that_leave_nothing_say_so(show):
    reader = show("#&hide=method,paper,dataset,repo")
    assert reader.page.get_by_text("Nothing passes these filters").is_visible()


def test_papers_view_has_papers_and_their_links(show):
    reader = show().filters()
    reader.page.locator("#views").get_by_text("Papers", exact=True).click()
    assert [node.split(":")[0] for node in reader.shown()] == ["paper"] * 4
    assert reader.lines() == 2


def test_entities_view_joins_what_papers_name_together(show):
    reader = show("#&view=entities")
    assert [node.split(":")[0] for node in reader.shown()] == ["dataset", "method", "method", "repo"]
    pairs = reader.run(
        "(({ lines: { now }, model: { nodes } }) => Array.from(now.a, (a, line) => "
        "[nodes.label[a], nodes.label[now.b[line]]].sort().join(' + ')).sort())(paperlattice)"
    )
    assert pairs == [
        "CLIP + LoRA",
        "ImageNet + LoRA",
        "ImageNet + quietlake/adapters",
        "LoRA + quietlake/adapters",
    ]


def test_pairs_of_the_entities_view_can_be_asked_to_stand_together_often(show):
    reader = show("#&view=entities").filters()
    reader.slide("Papers that name both entities", 1)
    assert reader.lines() == 0


def test_path_in_the_entities_view_counts_papers(show):
    reader = show("#dataset:imagenet&to=method:clip&view=entities")
    reader.card.locator(".path").wait_for()
    assert "named together in 1 paper" in reader.card.inner_text()


def test_views_are_chosen_with_the_keyboard(show):
    reader = show().filters()
    reader.page.get_by_role("radio", name="Everything").focus()
    reader.page.keyboard.press("ArrowRight")
    assert reader.page.get_by_role("radio", name="Papers").is_checked()
    assert "view=papers" in reader.run("location.hash")
