"""Papers lead on: citations as Python writes them, links outside, reading marks."""

import json
from pathlib import Path

import pytest

from paperlattice import Author, KnowledgeGraph, Paper
from paperlattice.graph.export.citation_record import outward_link
from paperlattice.graph.export.citations import CITATION_FORMATS, citation_of

VENUES = ["", "Journal of Quiet Models", "Proceedings of the 3rd Meeting on Quills & Ferns"]
NAMES = [
    (),
    (Author("Ada", "Müller"), Author("", "The Quill Team"), Author("Lin", "Sand and Sea")),
    tuple(Author(f"A{n}", "Łódź, Jr.") for n in range(8)),
    (Author("Żaneta 🧪", "van der Fern"),),
]
TITLES = [
    "QuillNet & LoRA: 50% of the Cost, Twice the Fun",
    r"A back\slash and {braces} and a lone } or {",
    "论文: ein Übersicht über Łódź — 🧪",
    "“Quoted” 'twice' \"thrice\" @article{x, title = {y}}",
    r"From $5 to $10 with $\pi_0$-VAE and $x_{1$",
    "comma, and = signs, %, #1 in C_sharp ~ and x^2",
    "<b>bold</b> | pipes * stars ! [links](x)",
    "The Same Title", "The Same Title", "the same   title",
    "Straße und Weg 2²",
    "ends in a backslash \\",
]  # fmt: skip
IDS = ["2405.00001", "10.1000/ab_c<d>(e)", "hep-th/9901001", "own id 7", "a_b:c/d", "x{y}"]


def papers() -> list[Paper]:
    """Invented papers in which ids, dates, venues and names of every kind meet odd titles."""
    dates = ["2024-05-07", "2024-05", "2024", "", "2023-12-31"]
    return [
        Paper(
            id=IDS[n] if n < len(IDS) else f"own-{n}",
            title=title,
            abstract="We test LoRA on ImageNet.",
            date=dates[n % len(dates)],
            venue=VENUES[n % len(VENUES)],
            authors=NAMES[n % len(NAMES)],
            doi="10.1000/quill.7" if n == 7 else "",
            url=["", "https://example.org/a b", "https://example.org/p?q=1#x", "ftp://example.org"][n % 4],
        )
        for n, title in enumerate(TITLES)
    ]


@pytest.fixture(scope="module")
def cited(tmp_path_factory) -> tuple[KnowledgeGraph, Path]:
    file = tmp_path_factory.mktemp("cited") / "graph.html"
    built = KnowledgeGraph.build(papers())
    built.write(file)
    return built, file


def test_citations_are_those_of_python(visit, cited):
    built, file = cited
    reader = visit(file)
    reader.until("document.readyState === 'complete' && Boolean(window.paperlattice)")
    keys = reader.run("[...paperlattice.corpus.key]")
    assert keys == sorted(keys)
    by_id = {paper.id: paper for paper in built.papers()}
    ids = reader.run("paperlattice.cite.ids()")
    assert set(ids) == set(by_id)
    wanted = [citation_of(by_id[paper]) for paper in ids]
    names = {".bib": "Papers (BibTeX)", ".ris": "Papers (RIS)", ".md": "Papers (Markdown)"}
    for suffix, name in names.items():
        saved, text = reader.save(name)
        assert saved.endswith(suffix)
        assert text.decode() == CITATION_FORMATS[suffix](wanted)
    _, table = reader.save("Papers (CSV)")
    assert len(table.decode().splitlines()) == len(TITLES) + 1


def test_a_card_leads_to_the_paper_or_to_a_search_for_it(visit, cited):
    built, file = cited
    reader = visit(file)
    reader.until("document.readyState === 'complete' && Boolean(window.paperlattice)")
    links = {paper.id: outward_link(citation_of(paper)) for paper in built.papers()}
    reader.go("#paper:2405.00001")
    reader.title("QuillNet")
    assert reader.card.locator("a.outside").first.get_attribute("href") == links["2405.00001"]
    reader.choose("论文")
    reader.title("论文")
    reader.go("#" + reader.run("paperlattice.corpus.key[paperlattice.cite.ids().indexOf('own id 7')]"))
    search = reader.card.get_by_role("link", name="Look for it at Google Scholar")
    assert search.get_attribute("href").startswith("https://scholar.google.com/scholar?q=%E2%80%9CQuoted")
    reader.card.get_by_label("Site to look for titles at").select_option("DBLP")
    assert (
        reader.card.locator("a.outside").first.get_attribute("href").startswith("https://dblp.org/search?q=")
    )
    reader.card.get_by_label("Site to look for titles at").select_option("Another site …")
    own = reader.card.get_by_label("Address of a search")
    own.fill("javascript:alert(1)//{}")
    reader.card.get_by_role("button", name="Use it").click()
    reader.card.get_by_text("Give an address that begins with https://").wait_for()
    own.fill("https://library.example.org/find?t={}&all=1")
    reader.card.get_by_role("button", name="Use it").click()
    assert reader.card.get_by_role("link", name="Look for it at library.example.org").count() == 1


def test_a_citation_is_copied(show):
    reader = show("#paper:2401.00011", permissions=["clipboard-read", "clipboard-write"])
    reader.title("Quiet Adapters")
    reader.card.get_by_role("button", name="Copy citation").click()
    reader.card.get_by_text("Copied").wait_for()
    copied = reader.run("navigator.clipboard.readText()")
    assert copied == "Quiet Adapters. 2024-01-09. https://arxiv.org/abs/2401.00011."
    reader.card.get_by_role("button", name="BibTeX").click()
    reader.until("navigator.clipboard.readText().then((text) => text.startsWith('@misc{quiet2024adapters,'))")


def test_marks_are_kept_shown_and_taken_along(show, tmp_path):
    reader = show("#paper:2401.00011")
    reader.title("Quiet Adapters")
    reader.page.keyboard.press("2")
    read = reader.card.get_by_role("button", name="Read", exact=True)
    assert read.get_attribute("aria-pressed") == "true"
    assert (
        reader.page.locator(".paper-row", has_text="Quiet Adapters").get_by_role("img", name="read").count()
        == 1
    )
    reader.go("#paper:2402.00022")
    reader.title("Market CLIP")
    reader.page.keyboard.press("1")
    _, saved = reader.save("Reading marks (JSON)")
    marks = {item["id"]: item["mark"] for item in json.loads(saved)}
    assert marks == {"2401.00011": "read", "2402.00022": "to read"}
    assert reader.run("paperlattice.reading.rows('read').length") == 1
    reader.page.reload()
    reader.until("document.readyState === 'complete' && Boolean(window.paperlattice)")
    assert reader.run("paperlattice.reading.rows('to read').length") == 1
    reader.title("Market CLIP")
    reader.page.keyboard.press("1")
    assert reader.run("paperlattice.reading.rows('to read').length") == 0
    file = tmp_path / "marks.json"
    file.write_bytes(saved)
    reader.page.get_by_role("button", name="Save", exact=True).click()
    with reader.page.expect_file_chooser() as waiting:
        reader.page.get_by_role("button", name="Load reading marks …").click()
    waiting.value.set_files(file)
    reader.until("paperlattice.reading.rows('to read').length === 1")
    reader.go("#method:lora")
    reader.title("LoRA")
    assert reader.card.get_by_role("img", name="to read").count() == 1


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"id": 1}]', '[{"id": "a", "title": "b", "mark": "x"}]'])
def test_a_broken_file_of_marks_is_said_in_one_line(show, tmp_path, text):
    reader = show()
    file = tmp_path / "marks.json"
    file.write_text(text, encoding="utf-8")
    reader.page.get_by_role("button", name="Save", exact=True).click()
    with reader.page.expect_file_chooser() as waiting:
        reader.page.get_by_role("button", name="Load reading marks …").click()
    waiting.value.set_files(file)
    reader.page.locator("#save-status", has_text="That did not work").wait_for(state="attached")
    assert reader.run("paperlattice.reading.count()") == 0
