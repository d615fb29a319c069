"""Files of citations: the papers of a graph come back from them, by our readers and by those of others."""

from __future__ import annotations

import json
from itertools import pairwise

import bibtexparser
import pytest
import rispy
from hypothesis import assume, given, settings, strategies as st

from paperlattice import Author, KnowledgeGraph, Paper
from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.latex import with_letters
from paperlattice.extractors.sources.record_shapes import plain_text
from paperlattice.extractors.sources.values import fold_text
from paperlattice.graph.export.citation_record import citation_in_full, outward_link, plain
from paperlattice.graph.export.citations import CITATION_FORMATS

SUFFIXES = (".bib", ".ris", ".csl.json", ".md")
READ_AGAIN = SUFFIXES[:3]
NASTY = [
    *(
        "50% of A&B",
        "$5 to $10",
        r"$\pi_0$-VLA",
        r"\LaTeX{} \textbf{bold}",
        "{braces}",
        "}",
        "{",
        "@article{x,",
    ),
    *("C_sharp #1", "x^2 ~ y", "a--b---c", "``quoted''", "''", '"', "\\", "GPT-4", "TY  - JOUR", "ER  -"),
    *("Łódź é 论文 🧪", "a\nb\r\nc", "\u2028", "and", "=", ",", r"\url{x}", r"\'e", "$", "$$", r"\(x\)", "`"),
]
texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), max_size=6).map(
    lambda words: plain(fold_text(" ".join(words)))
)
authors = st.sampled_from([
    *(Author("Ada", "Müller"), Author("", "The Quill Team"), Author("J. R.", "de la Cruz_1")),
    *(Author("Lin", "O'Brien-Łódź"), Author("", "Sand and Sea"), Author("", "Barnes & Noble")),
])  # fmt: skip


@st.composite
def papers(draw) -> Paper:
    """A paper as a reader gives it: its texts on one line, without tags, no letter of its title a command."""
    title, abstract = draw(texts), draw(texts)
    assume(len(title) > 1 and with_letters(title) == title)
    assume(all(plain_text(text) == text for text in (title, abstract)))
    arxiv, doi = (
        draw(st.sampled_from(ids)) for ids in (["", "2405.00001", "math.GT/0309136"], ["", "10.1000/a_b%c"])
    )
    return Paper(
        arxiv or doi or Paper.hash_id(title),
        title,
        abstract,
        date=draw(st.sampled_from(["", "2024", "2024-05", "2024-05-07"])),
        url=draw(st.sampled_from(["", "https://example.org/a_b?c=%20d&e#f~g"])),
        authors=tuple(draw(st.lists(authors, max_size=3))),
        venue=draw(st.sampled_from(["", "Journal of Quiet & Models_1", "Proceedings of the 4th Conference"])),
        doi=doi,
        arxiv_id=arxiv,
        keywords=tuple(sorted(draw(st.sets(st.sampled_from(["nets", "C++ & co", "quills_1", "50%"]))))),
    )


def facts(paper: Paper) -> tuple[object, ...]:
    """What a file of citations says of a paper."""
    url = paper.url or outward_link(citation_in_full(paper))
    names = [(author.given, author.family) for author in paper.authors]
    ids = (paper.doi, paper.arxiv_id)
    return (paper.title, paper.abstract, names, paper.venue, paper.date, *ids, url, paper.keywords)


@pytest.fixture(scope="module")
def read_text(tmp_path_factory):
    folder = tmp_path_factory.mktemp("read")

    def read(text: str, suffix: str) -> list[Paper]:
        file = folder / f"papers{suffix}"
        file.write_text(text, encoding="utf-8", newline="")
        return read_papers(file).papers

    return read


@settings(max_examples=settings.default.max_examples // 2)
@given(papers())
def test_a_paper_is_read_again_as_it_was(read_text, paper):
    for suffix in READ_AGAIN:
        (read,) = read_text(CITATION_FORMATS[suffix]([citation_in_full(paper)]), suffix)
        assert (suffix, *facts(read)) == (suffix, *facts(paper))


@pytest.fixture(scope="module")
def shelf() -> KnowledgeGraph:
    """Papers of several dates, two of one title and date."""
    given = [("b", "2024-05"), ("a", "2024-05-07"), ("d", ""), ("e", "2025"), ("c", "2024-05")]
    return KnowledgeGraph.build([
        Paper("10.1000/z", "Quiet c & Quills", "We train QuillNet on 5% of ImageNet.", date="2024-05",
              keywords=("nets, deep",)),
        *(Paper(name, f"Quiet {name} & Quills", "We train QuillNet.", date=date) for name, date in given),
    ])  # fmt: skip


ORDER = [
    "Quiet e & Quills",
    "Quiet a & Quills",
    "Quiet b & Quills",
    *["Quiet c & Quills"] * 2,
    "Quiet d & Quills",
]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_graph_is_written_newest_first(shelf, tmp_path, suffix):
    (file,) = shelf.write(tmp_path / f"reading{suffix}")
    text = file.read_bytes().decode()
    assert all(
        one <= two for one, two in pairwise(map(text.find, ["Quiet e", "Quiet a", "Quiet b", "Quiet d"]))
    )
    assert text.count("QuillNet") == (0 if suffix == ".md" else 6)
    in_order = sorted(
        sorted(shelf.papers(), key=lambda p: (p.title, p.id)), key=lambda p: p.date, reverse=True
    )
    assert text == CITATION_FORMATS[suffix](map(citation_in_full, in_order))
    assert [paper.title for paper in in_order] == ORDER


def test_others_read_the_same_papers(shelf, tmp_path):
    for suffix in READ_AGAIN:
        shelf.write(tmp_path / f"reading{suffix}")
    library = bibtexparser.parse_file(str(tmp_path / "reading.bib"))
    assert (library.failed_blocks, len(library.entries)) == ([], 6)
    assert library.entries[3].fields_dict["keywords"].value == "nets, deep;"
    records = rispy.loads((tmp_path / "reading.ris").read_text(encoding="utf-8"))
    assert [record["title"] for record in records] == ORDER
    assert records[3]["abstract"] == "We train QuillNet on 5% of ImageNet."
    items = json.loads((tmp_path / "reading.csl.json").read_text(encoding="utf-8"))
    assert [item["title"] for item in items] == ORDER
    assert [item["id"] for item in items] == [entry.key for entry in library.entries]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_paper_is_an_empty_file(make_graph, tmp_path, suffix):
    (file,) = make_graph([]).write(tmp_path / f"reading{suffix}")
    assert file.read_text() in ("", "[]\n")
