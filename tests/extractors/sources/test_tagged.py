"""RIS, nbib, .enw and Web of Science: long values, missing tags, and what stands around the records."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Author
from paperlattice.extractors.sources import iter_entries, read_papers
from paperlattice.extractors.sources.formats import FORMATS

RIS = """Provider: A library

TY  - CONF
AU  - Quill, Ada
AU  - Fern, Bo, Jr.
TI  - QuillNet: Two
  Quick Nets
AB  - We train QuillNet
on quills.

It works.
PY  - 2024
DA  - 2024/03/14/
T2  - The Quill Workshop
DO  - https://doi.org/10.1000/QUILL
UR  - https://a.example/quill
KW  - nets
KW  - quills
ID  - quill2024
ER  -
"""
NBIB = """
PMID- 38000001
OWN - NLM
TI  - QuillNet: Two
      Quick Nets.
LID - 10.1000/quill [doi]
LID - 38 [pii]
AB  - BACKGROUND: We train QuillNet
      on quills. It works.
FAU - Quill, Ada
AU  - Quill A
FAU - Fern, Bo Jr
AU  - Fern B Jr
DP  - 2024 Mar-Apr
DEP - 20240314
JT  - Journal of Quills
OT  - nets
"""
ENW = """%0 Journal Article
%T QuillNet: Two Quick Nets
%A Quill, Ada
%A Fern, Bo
%X We train QuillNet
on quills.
%D 2024
%8 March 14
%R 10.1000/quill
%U https://a.example/quill
%J Journal of Quills
%K nets
quills
"""
WOS = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Quill, A
   Fern, B
AF Quill, Ada
   Fern, Bo
TI QuillNet: Two
   Quick Nets
SO JOURNAL OF QUILLS
DE nets; quills
AB We train QuillNet.
PD MAR 14
PY 2024
DI 10.1000/quill
UT WOS:0001
ER

EF
"""
TABLE = "PT\tAU\tAF\tTI\tSO\tDE\tAB\tPD\tPY\tDI\n"
TABLE += "J\tQuill, A; Fern, B\tQuill, Ada; Fern, Bo\tQuillNet: Two Quick Nets"
TABLE += "\tJOURNAL OF QUILLS\tnets; quills\tWe train QuillNet.\tMAR 14\t2024\t10.1000/quill\n"


@pytest.mark.parametrize(
    ("name", "text", "abstract", "venue", "keywords"),
    [
        ("a.ris", RIS, "We train QuillNet on quills. It works.", "The Quill Workshop", ("nets", "quills")),
        (
            "b.nbib",
            NBIB,
            "BACKGROUND: We train QuillNet on quills. It works.",
            "Journal of Quills",
            ("nets",),
        ),
        ("c.enw", ENW, "We train QuillNet on quills.", "Journal of Quills", ("nets", "quills")),
        ("d.ciw", WOS, "We train QuillNet.", "JOURNAL OF QUILLS", ("nets", "quills")),
        ("e.txt", TABLE, "We train QuillNet.", "JOURNAL OF QUILLS", ("nets", "quills")),
        ("f.ris", "\ufeff" + RIS.replace("\n", "\r\n"), "We train QuillNet on quills. It works.", "", ()),
    ],
)
def test_a_record(write, name, text, abstract, venue, keywords):
    (paper,) = read_papers(write(name, text)).papers
    assert paper.title.rstrip(".") == "QuillNet: Two Quick Nets"
    assert (paper.abstract, paper.date, paper.doi) == (abstract, "2024-03-14", "10.1000/quill")
    assert [author.given.split()[0] for author in paper.authors] == ["Ada", "Bo"]
    assert not venue or (paper.venue, paper.keywords) == (venue, keywords)


def test_an_orcid_of_nbib_is_that_of_the_author_before_it(write):
    lines = (
        *("PMID- 1", "TI  - Nets", "FAU - Quill, Ada, Jr", "AU  - Quill A Jr", "AD  - The Fern School,"),
        *(
            "      Inkwell Road.",
            "FAU - Fern,",
            "      Bo",
            "AU  - Fern B",
            "AUID- ORCID: 0000-0002-1825-0097",
        ),
        *(
            "AUID- ORCID: 0000-0002-1825-0100",
            "FAU - Poe",
            "AUID- ISNI: 0000 0001 2103 2683",
            "AUID- ORCID: https://orcid.org/0000-0002-1825-001x",
        ),
        "CN  - The Quill Team",
    )
    (paper,) = read_papers(write("a.nbib", "\n".join(lines))).papers
    assert paper.authors == (
        Author("Ada", "Quill Jr"),
        Author("Bo", "Fern", "0000-0002-1825-0097"),
        Author("", "Poe", "0000-0002-1825-001X"),
        Author("", "The Quill Team"),
    )


@pytest.mark.parametrize(
    ("text", "titles", "skipped"),
    [
        ("TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  -\n", ["A", "B"], []),
        ("TY  - JOUR\nTI  - A\nER  - \nTI  - B\nER  -\n", ["A", "B"], []),
        ("TY  - JOUR\nT1  - A\nER  -\n\nTY  - JOUR\nAB  - B\nER  -\n", ["A"], ["line 5"]),
        ("PMID- 1\nTI  - A\n\nTI  - B\n", ["A", "B"], []),
        ("PMID- 1\nTI  - A\nPMID- 2\nAB  - B\n", ["A"], ["line 3"]),
        ("%T A\n%D 2020\n\n%T B\n", ["A", "B"], []),
        ("%0 Book\n%T A\n\n%X Text\n\n%0 Book\n%T B\n", ["A", "B"], []),
        ("%0 Book\n%T A\n%X Text\n\n%Td\n%A Poe, Ann\n%X Text\n", ["A"], ["line 5"]),
        ("PT J\nTI A\nER\n\nPT J\nTI B\nEF\n", ["A", "B"], []),
    ],
)
def test_records_with_missing_tags(write, text, titles, skipped):
    result = read_papers(write("a.txt", text))
    assert sorted(paper.title for paper in result.papers) == titles
    assert [s.where for s in result.skipped] == skipped


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("M1  - arXiv:2401.00001", "2401.00001"),
        ("AN  - arXiv:2401.00001 [cs]", "2401.00001"),
        ("UR  - http://arxiv.org/abs/2401.00001v2", "2401.00001"),
        ("DO  - 10.48550/arXiv.2401.00001", "2401.00001"),
        ("ID  - smith2401.00001", ""),
    ],
)
def test_ids(write, lines, expected):
    assert read_papers(write("a.ris", f"TY  - GEN\nTI  - A\n{lines}\nER  -\n")).papers[0].arxiv_id == expected


@pytest.mark.parametrize(
    "text",
    ["Some text\nTYPE - of thing\n", "A  - b\n", "PT Cruisers are cars\n"],
)
def test_other_texts_are_not_taken_for_it(text):
    assert not FORMATS["tagged"].recognise(text, "a.ris")


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
FORMS = {
    "a.ris": "TY  - JOUR\nTI  - {}\nAB  - {}\nAU  - {}, {}\nER  - \n\n",
    "a.nbib": "PMID- 1\nTI  - {}\nAB  - {}\nFAU - {}, {}\n\n",
    "a.enw": "%0 Book\n%T {}\n%X {}\n%A {}, {}\n\n",
    "a.ciw": "PT J\nTI {}\nAB {}\nAF {}, {}\nER\n\n",
}


@pytest.mark.parametrize("name", FORMS)
@given(entries=st.lists(st.tuples(LINES, LINES, WORDS, WORDS), min_size=1, max_size=4))
def test_what_is_written_is_read(tmp_path_factory, name, entries):
    path = tmp_path_factory.mktemp("tagged") / name
    path.write_text("".join(FORMS[name].format(*entry) for entry in entries), encoding="utf-8")
    found = [(p.title, p.abstract, p.authors[0].family, p.authors[0].given) for p in iter_entries(path)]
    assert found == entries
