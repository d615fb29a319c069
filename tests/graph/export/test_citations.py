"""Citations, read back by bibtexparser, rispy and markdown-it; hostile titles, odd names, equal keys."""

from __future__ import annotations

import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from paperlattice import Author, Paper
from paperlattice.graph.export.citation_record import Citation, citation_keys, citation_of, outward_link
from paperlattice.graph.export.citations import CITATION_FORMATS, to_bibtex, to_csl_json, to_markdown, to_ris

FULL = Citation(
    "10.1000/ab_c",
    "QuillNet & LoRA: 50% of the Cost, Twice the Fun",
    (Author("Ada", "Müller"), Author("", "The Quill Team"), Author("Lin", "Sand and Sea")),
    "Journal of Quiet Models",
    "2024-05-07",
    "10.1000/ab_c",
    "2405.00001",
    "https://example.org/quillnet",
)
TITLES = [
    "Quiet Quills",
    "50% of A&B cost $5, #1 in C_sharp ~ and x^2",
    r"A back\slash and {braces} and a lone } or {",
    "论文: ein Übersicht über Łódź — 🧪",
    "“Quoted” 'twice' \"thrice\" @article{x, title = {y}}",
    "From $5 to $10",
    "comma, and = signs, %",
    "ends in a backslash \\",
]


def read_bibtex(text: str) -> list[dict[str, str]]:
    """Return the fields that bibtexparser reads, LaTeX decoded."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return [
        {"key": entry.key, "type": entry.entry_type}
        | {name: str(field.value) for name, field in entry.fields_dict.items()}
        for entry in library.entries
    ]


def test_an_entry_of_bibtex_has_all_that_is_known():
    assert to_bibtex([FULL]) == (
        "@article{muller2024quillnet,\n"
        "  title = {{QuillNet} \\& {LoRA:} 50\\% of the Cost, Twice the Fun},\n"
        "  author = {Müller, Ada and {The Quill Team} and {Lin Sand and Sea}},\n"
        "  journal = {Journal of Quiet Models},\n"
        "  year = {2024},\n"
        "  month = may,\n"
        "  day = {7},\n"
        "  doi = {10.1000/ab_c},\n"
        "  eprint = {2405.00001},\n"
        "  archiveprefix = {arXiv},\n"
        "  url = {https://arxiv.org/abs/2405.00001},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    "venue, kind, field",
    [
        ("", "misc", None),
        ("Nature", "article", "journal"),
        ("Proceedings of the 41st Conference on Quills", "inproceedings", "booktitle"),
        ("ICML Workshop on Ink", "inproceedings", "booktitle"),
        ("Proceedings & Notes_1", "inproceedings", "booktitle"),
    ],
)
def test_the_venue_says_what_an_entry_is(venue, kind, field):
    (entry,) = read_bibtex(to_bibtex([Citation("1", "T", venue=venue)]))
    assert entry["type"] == kind
    assert field is None or entry[field] == venue


@pytest.mark.parametrize("title", TITLES)
def test_titles_come_back_from_each_format(title):
    citation = Citation("x1", title, (Author("A", "B"),), date="2024")
    (entry,) = read_bibtex(to_bibtex([citation]))
    # The reader has another sign for a circumflex that stands alone; braces may protect case.
    read = entry["title"].replace("\u02c6", "^")
    assert re.sub(r"[{}]", "", read) == re.sub(r"[{}]", "", title)
    (record,) = rispy.loads(to_ris([citation]))
    assert (record["title"], record["authors"], record["id"]) == (title, ["B, A"], "x1")
    (item,) = json.loads(to_csl_json([citation]))
    assert item["title"] == title
    tokens = MarkdownIt().parse(to_markdown([citation]))
    text = "".join(child.content for token in tokens for child in token.children or ())
    assert title in text


def test_formulas_stay_and_words_with_capitals_are_kept():
    title = r"$\pi_0$-VLA of $x_1 + y^{2}$ for ImageNet in GPT-4 times"
    written = to_bibtex([Citation("1", title)])
    assert r"title = {{$\pi_0$-VLA} of {$x_1 + y^{2}$} for {ImageNet} in {GPT-4} times}," in written


@given(st.text(), st.text(), st.text(), st.text(), st.lists(st.tuples(st.text(), st.text()), max_size=3))
def test_no_text_breaks_a_format(id, title, venue, date, names):
    citation = Citation(id, title, tuple(Author(*name) for name in names), venue, date, id, venue, venue)
    other = Citation("other", "Quiet Quills", date="2024")
    assert [entry["key"] for entry in read_bibtex(to_bibtex([citation, other]))][-1] == "quiet2024quills"
    assert rispy.loads(to_ris([citation, other]))[-1]["title"] == "Quiet Quills"
    assert len(json.loads(to_csl_json([citation, other]))) == 2
    assert len(to_markdown([citation, other]).splitlines()) == 2


def test_keys_differ_and_those_of_earlier_papers_never_change():
    papers = [
        Citation("2405.2", "Quiet Quills Again", date="2024-05"),
        Citation("2401.1", "Quiet quills", date="2024-01"),
        Citation("x/9", "QUIET Quills", date="2024"),
        Citation("x/9", "QUIET Quills", date="2024"),
        Citation("论文", "论文"),
        Citation("", "图", date="2024"),
        Citation("b", "Of The", (Author("Bo", "Łukaß"),), date="2024"),
    ]
    keys = citation_keys(papers)
    assert keys == [
        *("quiet2024quills-24052", "quiet2024quills-24011", "quiet2024quills", "quiet2024quills-x9"),
        *("paper-x", "paper", "lukass2024of"),
    ]
    assert citation_keys(papers[2:]) == keys[2:]


def test_keys_do_not_depend_on_the_order():
    papers = [Citation(str(i), "Quiet Quills", date="2024") for i in range(5)]
    assert citation_keys(papers[::-1]) == citation_keys(papers)[::-1]


def test_ris_has_all_that_is_known():
    (record,) = rispy.loads(to_ris([FULL]))
    assert record["type_of_reference"] == "JOUR"
    assert record["authors"] == ["Müller, Ada", "The Quill Team", "Sand and Sea, Lin"]
    assert (record["secondary_title"], record["year"], record["date"]) == (FULL.venue, "2024", "2024/05/07/")
    assert (record["doi"], record["urls"]) == (FULL.doi, ["https://arxiv.org/abs/2405.00001"])


def test_csl_json_has_all_that_is_known():
    (item,) = json.loads(to_csl_json([FULL]))
    assert item == {
        "id": "muller2024quillnet",
        "type": "article-journal",
        "title": FULL.title,
        "author": [
            {"family": "Müller", "given": "Ada"},
            {"literal": "The Quill Team"},
            {"family": "Sand and Sea", "given": "Lin"},
        ],
        "container-title": FULL.venue,
        "issued": {"date-parts": [[2024, 5, 7]]},
        "DOI": FULL.doi,
        "number": "arXiv:2405.00001",
        "URL": "https://arxiv.org/abs/2405.00001",
    }


def test_a_line_of_markdown():
    assert to_markdown([FULL, Citation("1", "Alone")]) == (
        "- Ada Müller, The Quill Team, Lin Sand and Sea. "
        r"[QuillNet \& LoRA: 50% of the Cost, Twice the Fun](<https://arxiv.org/abs/2405.00001>). "
        r"*Journal of Quiet Models*. 2024-05-07. arXiv:2405.00001. doi:10.1000/ab\_c."
        "\n- Alone.\n"
    )


def test_of_many_authors_the_first_six_are_named():
    many = Citation("1", "T", tuple(Author("A", f"B{i}") for i in range(9)))
    assert to_markdown([many]) == "- A B0, A B1, A B2, A B3, A B4, A B5, et al. T.\n"


@pytest.mark.parametrize(
    "citation, link",
    [
        (FULL, "https://arxiv.org/abs/2405.00001"),
        (Citation("1", "T", arxiv_id="hep-th/9901001"), "https://arxiv.org/abs/hep-th/9901001"),
        (Citation("1", "T", doi="10.1000/a#b?c%d"), "https://doi.org/10.1000/a%23b%3Fc%25d"),
        (Citation("1", "T", url="https://example.org/a"), "https://example.org/a"),
        (Citation("1", "T", url="javascript:alert(1)"), ""),
        (Citation("1", "T", url="https://["), ""),
        (Citation("1", "T", url="https://example.org/a b"), ""),
        (Citation("1", "T", url="http:///x"), ""),
        (Citation("1", "T", url="https://example.org/\ud800"), ""),
        (Citation("1", "T", doi="10.1000/x\ud800"), "https://doi.org/10.1000/x"),
        (Citation("1", "T"), ""),
    ],
)
def test_papers_are_found_at_arxiv_then_by_doi_then_at_their_url(citation, link):
    assert outward_link(citation) == link


@pytest.mark.parametrize(
    "paper, doi, arxiv",
    [
        (Paper("2405.00001", "T"), "", "2405.00001"),
        (Paper("10.1000/x", "T", url="https://arxiv.org/abs/2405.00001v2"), "10.1000/x", "2405.00001"),
        (Paper("t0123", "T", url="https://doi.org/10.1000/X"), "10.1000/x", ""),
        (Paper("t0123", "T", url="https://example.org"), "", ""),
    ],
)
def test_a_paper_tells_its_ids(paper, doi, arxiv):
    found = citation_of(paper)
    assert (found.id, found.title, found.url) == (paper.id, paper.title, paper.url)
    assert (found.doi, found.arxiv_id) == (doi, arxiv)


@pytest.mark.parametrize(
    "date, parts",
    [
        ("2024-05-07T08:00:00Z", ("2024", "05", "07")),
        ("2024-05", ("2024", "05")),
        ("2024", ("2024",)),
        ("", ()),
        ("May 2024", ()),
        ("20245", ()),
    ],
)
def test_dates_are_cut_as_far_as_they_are_known(date, parts):
    assert Citation("1", "T", date=date).date_parts == parts


@pytest.mark.parametrize("suffix", CITATION_FORMATS)
def test_no_citation_is_an_empty_file(suffix):
    assert CITATION_FORMATS[suffix]([]).strip() in ("", "[]")
