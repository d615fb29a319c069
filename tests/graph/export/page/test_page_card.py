"""What the cards show, and that everything in them is a link."""

import networkx as nx
import pytest

HEAVY = "paper:2401.00011"


def headings(reader) -> list[str]:
    return reader.card.locator("h3").all_inner_texts()


def test_titles_of_papers_have_the_width_of_the_card(show):
    reader = show("#method:lora", viewport={"width": 1440, "height": 900})
    reader.title("LoRA")
    row = reader.card.locator(".titled", has=reader.page.locator("blockquote")).first
    title, sentence = (row.locator(part).bounding_box() for part in ("a >> nth=0", "blockquote"))
    assert title["width"] == sentence["width"]


def test_paper_card_shows_abstract_with_mentions_evidence_and_related_papers(show):
    reader = show(f"#{HEAVY}")
    reader.title("Quiet Adapters")
    marks = reader.card.locator(".abstract .mention").all_inner_texts()
    assert marks == ["LoRA", "low-rank adaptation", "ImageNet"]
    assert headings(reader) == ["Abstract", "Proposes", "Uses", "Code", "Related papers"]
    sentence = reader.card.locator("blockquote").first.inner_text()
    assert sentence == "Quiet adapters extend LoRA on ImageNet."
    assert reader.card.locator("a.tag").inner_text() == "LoRA"
    link = reader.card.locator("a.outside")
    assert link.get_attribute("href") == "https://arxiv.org/abs/2401.00011"  # By its id, not its URL.
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_entity_card_shows_papers_newest_first_company_and_written_forms(show):
    reader = show("#method:lora")
    reader.title("LoRA")
    assert headings(reader) == ["Proposed in", "Used in", "Often named with", "Written as"]
    sections = reader.card.locator("section")
    assert sections.nth(1).locator("li > a").all_inner_texts() == ["Market CLIP", "Quiet Adapters"]
    assert sections.nth(2).locator("li > a").all_inner_texts() == ["ImageNet", "quietlake/adapters", "CLIP"]
    assert sections.nth(3).locator("li").all_inner_texts() == [
        "LoRA\n2 papers",
        "low-rank adaptation\n1 paper",
    ]


def test_entity_card_explains_merges_if_the_graph_has_them(show, graph):
    graph.nodes["method:lora"]["united"] = "LoRA = low-rank adaptation: a paper pairs them (1.00)"
    reader = show("#method:lora", graph=graph)
    reader.title("LoRA")
    assert headings(reader)[-1] == "Why these are one entity"
    assert "a paper pairs them" in reader.card.inner_text()


def test_latex_is_shown_as_it_reads_and_its_forms_are_marked(show, graph):
    sentence = r"Our \textbf{Q}uill$^2$ is an $\alpha$-divergence."
    title = r"\textsc{Q}uill$^2$ in $L_2$, by M\"uller"
    graph.nodes["paper:2403.00033"].update(label=title, abstract=f"It is $x \\leq 10^{{-3}}$. {sentence}")
    graph.add_node("method:quill", kind="method", label="Quill2", papers=1, aliases=r"Quill$^2$ | Quill 2")
    said = {"relation": "uses", "surfaces": r"\textbf{Q}uill$^2$ | Quill 2", "evidence": sentence}
    graph.add_edge("paper:2403.00033", "method:quill", "uses", weight=1.0, confidence=0.9, **said)
    reader = show("#paper:2403.00033", graph=graph)
    reader.title("Quill² in L₂, by Müller")
    abstract = reader.card.locator(".abstract")
    assert "It is x ≤ 10⁻³. Our Quill² is an α-divergence." in abstract.inner_text()
    assert abstract.locator(".mention").all_inner_texts() == ["Quill²"]
    assert reader.card.locator("blockquote").inner_text() == "Our Quill² is an α-divergence."
    assert reader.papers.filter(has_text="Quill² in L₂").count() == 1
    reader.go("#method:quill")
    reader.title("Quill2")
    assert reader.card.locator(".aliases").inner_text() == "Also Quill², Quill 2"
    assert reader.card.locator("blockquote .mention").inner_text() == "Quill²"
    assert reader.card.locator(".form bdi").all_inner_texts() == ["Quill 2", "Quill²"]


def test_card_links_and_the_back_button(show):
    reader = show(f"#{HEAVY}")
    reader.title("Quiet Adapters")
    reader.card.locator(".abstract .mention").first.click()
    reader.title("LoRA")
    reader.card.get_by_role("link", name="Market CLIP").click()
    reader.title("Market CLIP")
    for move, title in [("go_back", "LoRA"), ("go_back", "Quiet Adapters"), ("go_forward", "LoRA")]:
        getattr(reader.page, move)()
        reader.title(title)


def test_long_lists_come_in_parts(show, graph):
    for number in range(30):
        graph.add_node(
            f"method:m{number:02}", kind="method", label=f"M{number:02}", papers=1, x=0, y=number * 9
        )
        graph.add_edge(HEAVY, f"method:m{number:02}", "uses", relation="uses", weight=1.0)
    reader = show(f"#{HEAVY}", graph=graph)
    reader.title("Quiet Adapters")
    uses = reader.card.locator("section", has_text="Uses")
    assert uses.locator("li").count() == 12
    uses.get_by_role("button", name="Show more (20)").click()
    assert uses.locator("li").count() == 32
    assert uses.get_by_role("button", name="Show more").count() == 0


def test_browser_that_cannot_unpack_the_graph_says_so_in_one_line(visit, sample_file):
    reader = visit(sample_file, before="delete window.DecompressionStream")
    reader.page.get_by_role("note").get_by_text("This browser cannot unpack the graph").wait_for()


def test_texts_that_cannot_be_unpacked_leave_the_rest_of_the_card(show):
    damage = "document.getElementById('text-data').textContent = '!'"
    broken = f"addEventListener('DOMContentLoaded', () => {{ {damage} }})"
    reader = show("#method:lora", before=broken)
    reader.card.get_by_text("cannot be unpacked").wait_for()
    assert reader.card.get_by_role("link", name="Market CLIP").count() == 1


def test_empty_graph_says_so(show):
    reader = show(graph=nx.MultiDiGraph())
    assert reader.page.get_by_role("note").inner_text().startswith("This graph is empty")
    assert not reader.page.locator("#legend").is_visible()


@pytest.mark.parametrize(
    "address", ["#paper:%E0%A4%A", "#nobody", "#&to=x&at=1,b&view=odd&papers=-3&since=%"]
)
def test_address_without_sense_selects_nothing(show, address):
    reader = show(address)
    assert reader.selected() == ""
    assert len(reader.shown()) == 8
