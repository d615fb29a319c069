"""BibTeX as people have it: macros, accents, missing commas and braces; each broken entry costs itself."""

import logging
import tracemalloc

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import iter_entries, read_papers
from paperlattice.extractors.sources.formats import FORMATS
from paperlattice.extractors.sources.latex import plain_latex, unescaped


@pytest.fixture
def read(write):
    return lambda text: read_papers(write("library.bib", text))


def test_an_entry_gives_all_that_it_says(read):
    (paper,) = read(
        r"""@string{conf = "Proceedings of " # "the Quill Workshop"}
        @InProceedings{quill2024, title = "{Q}uill{N}et: Two {\textit{Quick}} Nets", booktitle = conf,
          author = {Quill, Ada and Fern, Jr., B{\o} and {Barnes and Noble, Inc.} and Ann Poe and others},
          year = 2024, month = mar # "~14", doi = {10.1000/a\_b}, url = {\url{https://a.example/x_1}},
          keywords = {nets, quills}, eprint = {2403.00001v2}, archivePrefix = {arXiv}, primaryClass = {cs.CL},
          abstract = {We train QuillNet
            on 50\% of it.}, note = {\textit{not read}} }"""
    ).papers
    assert (paper.title, paper.abstract) == ("QuillNet: Two Quick Nets", "We train QuillNet on 50% of it.")
    assert (paper.id, paper.arxiv_id, paper.doi, paper.date) == (
        *("2403.00001", "2403.00001", "10.1000/a_b", "2024-03-14"),
    )
    assert [(a.given, a.family) for a in paper.authors] == [
        *(("Ada", "Quill"), ("Bø", "Fern Jr."), ("", "Barnes and Noble, Inc."), ("", "Ann Poe")),
    ]
    assert (paper.venue, paper.url) == ("Proceedings of the Quill Workshop", "https://a.example/x_1")
    assert (paper.keywords, paper.categories) == (("nets", "quills"), ("cs.CL",))


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2024", "2024"),
        ("year = {2024}, month = {3}", "2024-03"),
        ("year = 2024, month = mar, day = 4", "2024-03-04"),
        ('year = 2024, month = "14~" # mar', "2024-03-14"),
        ('year = 2024, month = "7--11 " # nov', "2024-11-07"),
        ("date = {2024~}", "2024"),
        ("date = {2024-00-00}", "2024"),
        ("date = {2024-03-14/2024-03-16}", "2024-03-14"),
        ("date = {2024-03}", "2024-03"),
        ("year = {to appear}", ""),
        ("year = 2024, month = {Mar./Apr.}", "2024-03"),
    ],
)
def test_dates(read, fields, date):
    assert read(f"@misc{{a, title = {{A}}, {fields}}}").papers[0].date == date


@pytest.mark.parametrize(
    ("field", "arxiv_id"),
    [
        ("eprint = {2401.00001}", "2401.00001"),
        ("eprint = {hep-th/9901001}, eprinttype = {arXiv}", "hep-th/9901001"),
        ("journal = {arXiv preprint arXiv:2401.00001}", "2401.00001"),
        ("number = {arXiv:2401.00001}", "2401.00001"),
        ("url = {http://arxiv.org/abs/2401.00001v1}", "2401.00001"),
        ("doi = {10.48550/arXiv.2401.00001}", "2401.00001"),
        ("eprint = {2401.00001}, eprinttype = {jstor}", ""),
        ("pages = {2401.00001}", ""),
    ],
)
def test_ids(read, field, arxiv_id):
    assert read(f"@misc{{a, title = {{A}}, {field}}}").papers[0].arxiv_id == arxiv_id


def test_a_broken_entry_costs_itself(read):
    result = read(
        "@article{a, title={A}}\n"
        "@article{b, title={B,\n"
        "  year = 2020}\n"
        "@article{c, title={C} year=2021} @article(d, title={D (d)})\n"
        "@article{title={E}}\n"
        "rticle{f, title={F}, year=2020}\n"
        "@article{a, title={G}, title={H}}\n"
        "@article{i, year=2020}\n"
        "Words between entries, with an@address.example\n"
        "@comment{@article not closed\n"
        "@article{k, title={K}}"
    )
    assert [paper.title for paper in sorted(result.papers, key=lambda paper: paper.title)] == [
        *"AC",
        "D (d)",
        *"GK",
    ]
    assert next(paper for paper in result.papers if paper.title == "C").date == "2021"
    assert [(s.where, s.reason) for s in result.skipped] == [
        ("line 2", "broken BibTeX: the @article is not closed"),
        ("line 5", "broken BibTeX: Expected comma after entry key, but found ="),
        ("line 6", "text outside of any entry: the @ of its entry, or a brace before it, is missing"),
        ("line 8", "no title (fields: date)"),
    ]


VALUE = (
    "@article{{a,\n title = {{A}},\n abstract = {{Words of\n{line}\n and more.}}\n}}\n@misc{{b, title={{B}}}}"
)


@pytest.mark.parametrize("line", ["@user (we, all of us) said", "  @word (", "@user(a = 1)", "@override {x}"])
def test_a_line_of_a_value_begins_no_entry(read, line):
    result = read(VALUE.format(line=line))
    assert {paper.title: paper.abstract[:10] for paper in result.papers} == {"A": "Words of @", "B": ""}


@pytest.mark.parametrize("after", ["@misc{b,\ntitle={B}}", "@misc {\n b, title={B}}", "@misc{b, title={B}}"])
def test_an_entry_that_is_not_closed_ends_where_the_next_begins(read, after):
    result = read(f"@article{{a, title={{A,\n{after}")
    assert [paper.title for paper in result.papers] == ["B"]
    assert [skipped.where for skipped in result.skipped] == ["line 1"]


def test_the_parser_prints_nothing(read, capfd):
    assert logging.getLogger("bibtexparser").level == logging.NOTSET
    with pytest.raises(SourceError, match="holds no paper that can be read: 1 skipped, first line 1"):
        read("@article{title={E}}")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("% Encoding: UTF-8\n\n@Article{key,\n", "a.txt", True),
        ('@string{acl = "ACL"}', "a.txt", True),
        ("@misc{,", "a.bib", True),
        ("@dataclass\nclass Paper: pass", "a.txt", False),
        ("Mail ada@example.org (home)", "a.bib", False),
        ("@param{x} of a text", "a.txt", False),
    ],
)
def test_recognise(head, name, expected):
    assert FORMATS["bibtex"].recognise(head, name) is expected


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (
            r"M{\"o}bius, Erd\H{o}s, \v{S}imon, \v c, \'{\i}, {\'{e}}, \c{c}",
            "Möbius, Erdős, Šimon, č, í, é, ç",
        ),
        (r"Gau{\ss}, \o l, {\AA}, \L{}odz, \ae", "Gauß, øl, Å, Łodz, æ"),
        (r"A \& B, 50\%, a\_b, \$5, \#1, 50% of A & B", "A & B, 50%, a_b, $5, #1, 50% of A & B"),
        (r"$k_{1}$-NN and \(x^{2}\) {NN}", r"$k_{1}$-NN and \(x^{2}\) NN"),
        (r"\textbf{bold} {\em old} \emph{so} \href{https://a.example}{there}", "bold old so there"),
        (r"``Q'' -- a---b~c", "“Q” – a—b c"),
        (r"\LaTeX{} and \{set\}", "LaTeX and {set}"),
        (r"a\textendash{}b \ensuremath{\alpha}", "a–b α"),
        ("plain", "plain"),
    ],
)
def test_latex(latex, plain):
    assert plain_latex(latex) == plain


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"\url{https://a.example/b\_c}", "https://a.example/b_c"),
        (r"10.1000/978-4{\_}28", "10.1000/978-4_28"),
        ("{10.1000/x}", "10.1000/x"),
        ("", ""),
    ],
)
def test_addresses(latex, plain):
    assert unescaped(latex) == plain


@given(st.text(st.sampled_from("\\{}$\"'~-`^%&_ abv\n"), max_size=60))
def test_any_latex_gives_a_text(latex):
    assert isinstance(plain_latex(latex), str)
    assert isinstance(unescaped(latex), str)


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.tuples(LINES, LINES, WORDS, WORDS), min_size=1, max_size=4))
def test_what_is_written_is_read(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("bib") / "a.bib"
    path.write_text(
        "".join(
            f"@misc{{k,\n title = {{{title}}},\n abstract = {{{text}}}, author = {{{last}, {first}}}\n}}\n"
            for title, text, last, first in entries
        ),
        encoding="utf-8",
    )
    found = list(iter_entries(path))
    assert [(p.title, p.abstract, p.authors[0].family, p.authors[0].given) for p in found] == entries


def test_macros_do_not_multiply(read):
    bombs = "".join(f"@string{{m{n} = {' # '.join([f'm{n - 1}'] * 9)}}}\n" for n in range(1, 40))
    result = read(f"@string{{m0 = {{lol}}}}\n{bombs}@misc{{a, title = {{A}}, abstract = m39}}")
    assert len(result.papers[0].abstract) < 20_000


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "large.bib"
    path.write_text(
        "".join(
            f"@misc{{k{n}, title = {{Title {n}}}, abstract = {{{'word ' * 2000}}}}}\n" for n in range(400)
        )
    )
    entries = iter_entries(path)
    next(entries)
    tracemalloc.start()
    try:
        assert sum(1 for _ in entries) == 399
        assert tracemalloc.get_traced_memory()[1] < 2_000_000 < path.stat().st_size
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "text", ["\n" * 400_000, "{" * 30_000, " and " * 40_000, '\\"' * 100_000, "$\\(" * 60_000]
)
@pytest.mark.parametrize("field", ["author", "abstract"])
def test_hostile_fields_cost_no_more_than_their_length(read, field, text):
    # Were it the square of the length, each would take minutes.
    assert len(read(f"@misc{{a, title={{A}}}}\n@misc{{b, title={{B}}, {field}={{{text}}}\n}}").files) == 1
