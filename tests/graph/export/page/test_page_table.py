"""The sortable table of what is shown."""


def names(reader) -> list[str]:
    return reader.page.locator("#table tbody tr > :first-child").all_inner_texts()


def test_table_lists_what_is_shown_and_nothing_else(show):
    reader = show("#&hide=paper,repo")
    reader.page.get_by_role("button", name="Table", exact=True).click()
    assert names(reader) == ["CLIP", "LoRA", "ImageNet"]
    reader.page.get_by_role("checkbox", name="Datasets").uncheck()
    assert names(reader) == ["CLIP", "LoRA"]


def test_headers_sort_with_the_keyboard_and_say_so(show):
    reader = show("#&table=nodes&view=entities")
    header = reader.page.get_by_role("columnheader", name="Name")
    header.get_by_role("button").focus()
    reader.page.keyboard.press("Enter")
    assert names(reader) == ["CLIP", "ImageNet", "LoRA", "quietlake/adapters"]
    assert header.get_attribute("aria-sort") == "ascending"
    reader.page.keyboard.press("Enter")
    assert names(reader) == ["quietlake/adapters", "LoRA", "ImageNet", "CLIP"]
    assert header.get_attribute("aria-sort") == "descending"
    assert reader.page.locator("#table [aria-sort=none]").count() == 4


def test_numbers_sort_as_numbers(show, graph):
    for number in (9, 10, 100):
        graph.add_node(f"method:m{number}", kind="method", label=f"M{number}", papers=number, x=number, y=0)
    reader = show("#&table=nodes&view=entities", graph=graph)
    assert names(reader)[:3] == ["M100", "M10", "M9"]


def test_names_in_the_table_open_cards(show):
    reader = show("#&table=nodes")
    reader.page.locator("#table").get_by_role("link", name="LoRA").click()
    reader.title("LoRA")
    assert reader.page.locator("#table").is_visible()


def test_table_of_links(show):
    reader = show("#&table=nodes&view=papers")
    reader.page.locator("#table").get_by_role("button", name="Links", exact=True).click()
    cells = reader.page.locator("#table tbody td").all_inner_texts()
    assert [cell.strip() for cell in cells] == [
        *("Quiet Adapters", "Related papers", "Market CLIP", "90 %"),
        *("Market CLIP", "Related papers", "Far Fields", "50 %"),
    ]
    assert "main=table&rows=links" in reader.run("location.hash")


def test_long_table_comes_in_parts(show, graph):
    for number in range(300):
        graph.add_node(f"method:m{number}", kind="method", label=f"M{number}", papers=1, x=number, y=0)
    reader = show("#&table=nodes", graph=graph)
    assert len(names(reader)) == 200
    reader.page.get_by_role("button", name="Show more (108)").click()
    assert len(names(reader)) == 308
