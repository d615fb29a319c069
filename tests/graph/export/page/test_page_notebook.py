"""The page inside a notebook's frame: sandboxed, without an address of its own."""

import pytest

from paperlattice.graph.export.html import notebook_html


@pytest.fixture
def cell(visit, graph, tmp_path):
    """A notebook's page around the frame; the frame with the page in it."""
    file = tmp_path / "notebook.html"
    head = "<!DOCTYPE html><meta charset=utf-8><link rel=icon href='data:,'>"
    file.write_text(head + notebook_html(graph, name="Sample", page=True), encoding="utf-8")
    reader = visit(file)
    frame = reader.page.frame_locator("iframe")
    frame.locator("#card h3").first.wait_for(state="attached")
    return reader, frame


def test_page_works_in_the_frame(cell):
    _, frame = cell
    frame.locator("#search").fill("lora")
    frame.locator("#suggestions").get_by_role("option").first.click()
    frame.locator("#card h2", has_text="LoRA").wait_for()
    frame.get_by_role("button", name="2 steps").click()
    frame.get_by_role("tab", name="Filters").click()
    frame.get_by_role("checkbox", name="Repositories").uncheck()
    frame.locator("#card").get_by_role("link", name="Market CLIP").first.click()
    frame.locator("#card h2", has_text="Market CLIP").wait_for()


def test_frame_leaves_the_notebook_where_it_is(cell):
    reader, frame = cell
    before = reader.page.url
    frame.get_by_role("tab", name="Filters").click()
    frame.get_by_role("radio", name="Papers").check(force=True)
    reader.page.wait_for_timeout(500)
    assert reader.page.url == before


def test_files_can_be_saved_from_the_frame(cell):
    reader, frame = cell
    frame.get_by_role("button", name="Save", exact=True).click()
    with reader.page.expect_download() as waiting:
        frame.get_by_role("button", name="Graph (GraphML)").click()
    assert waiting.value.suggested_filename == "Sample.graphml"
