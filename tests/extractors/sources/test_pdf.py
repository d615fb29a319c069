"""PDFs, written here by hand: title, abstract and stamp of a first page; what is damaged is named."""

import sys

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import iter_entries, read_papers

STAMP = "arXiv:2403.00001v1  [cs.CL]  14 Mar 2024"
PAGE = [
    (9, "Proceedings of the Quill Workshop"),
    (17, "QuillNet: Two Quick"),
    (17, "Nets"),
    (11, "Ada Quill and Bo Fern"),
    (12, "Abstract"),
    (10, "We train QuillNet with LoRA. It trans-"),
    (10, "forms quills in 5% of the time."),
    (12, "1 Introduction"),
    (10, "Quills are old. See https://doi.org/10.1000/quill ."),
]


def as_pdf(lines, *, stamp="", title=""):
    """Return a PDF of one page with lines of text of given sizes, and a stamp turned by 90 degrees."""

    def shown(text):
        return text.translate({40: "\\(", 41: "\\)", 92: "\\\\"})

    content, y = [], 760
    for size, text in lines:
        content.append(f"BT /F1 {size} Tf 1 0 0 1 72 {y} Tm ({shown(text)}) Tj ET")
        y -= size + 6
    if stamp:
        content.append(f"BT /F1 20 Tf 0 1 -1 0 32 220 Tm ({shown(stamp)}) Tj ET")
    stream = "\n".join(content)
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({shown(title)}) >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    text += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    text += f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n"
    return f"{text}{text.index('xref')}\n%%EOF\n".encode("latin-1")


@pytest.mark.parametrize(
    ("name", "stamp", "expected"),
    [
        ("paper.pdf", STAMP, ("2403.00001", "2024-03-14", ("cs.CL",))),
        ("paper.pdf", STAMP.replace("v1", "v2"), ("2403.00001", "2024-03", ("cs.CL",))),
        ("2403.00001v3.pdf", "", ("2403.00001", "2024-03", ())),
        ("hep-th-notes.pdf", "", ("10.1000/quill", "", ())),
    ],
)
def test_a_first_page(write, name, stamp, expected):
    (paper,) = read_papers(write(name, as_pdf(PAGE, stamp=stamp))).papers
    assert paper.title == "QuillNet: Two Quick Nets"
    assert paper.abstract == "We train QuillNet with LoRA. It transforms quills in 5% of the time."
    assert (paper.id, paper.date, paper.categories) == expected
    assert paper.doi == "10.1000/quill"


@pytest.mark.parametrize(
    ("lines", "title", "expected"),
    [
        ([(30, "T"), (14, "A Drop Cap"), (10, "More text")], "", ("A Drop Cap", "")),
        ([(14, "A Title"), (10, "ABSTRACT. We. Then"), (20, "Larger Below It")], "", ("A Title", "We.")),
        ([(10, "x")], "From Metadata", ("From Metadata", "")),
    ],
)
def test_titles(write, lines, title, expected):
    (paper,) = read_papers(write("a.pdf", as_pdf(lines, title=title))).papers
    assert (paper.title, paper.abstract) == expected


def test_a_folder_of_them(tmp_path, write):
    write("papers/2403.00001.pdf", as_pdf(PAGE))
    write("papers/more/other.pdf", as_pdf([(14, "Another Title"), (12, "Abstract"), (10, "We too.")]))
    write("papers/broken.pdf", b"%PDF-1.7\nnothing")
    result = read_papers(tmp_path / "papers")
    assert [paper.title for paper in result.papers] == ["QuillNet: Two Quick Nets", "Another Title"]
    assert [s.source for s in result.skipped] == ["broken.pdf"]
    assert "is a damaged PDF" in result.skipped[0].reason


def test_without_text(write):
    with pytest.raises(SourceError, match=r"a\.pdf has no text on its first page \(a scan\?\)"):
        read_papers(write("a.pdf", as_pdf([])))


def test_without_pypdf(write, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(
        SourceError, match=r"pypdf, which reads it, is not installed; run in the checkout: pip"
    ):
        read_papers(write("a.pdf", as_pdf(PAGE)))


@given(st.integers(0, 1200), st.binary(min_size=1, max_size=6))
def test_damage_gives_one_line(tmp_path_factory, at, garbage):
    data = as_pdf(PAGE, stamp=STAMP)
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    path.write_bytes(data[: 9 + at] + garbage + data[9 + at + len(garbage) :])
    try:
        said = [paper.title for paper in iter_entries(path)]
    except SourceError as error:
        said = [str(error)]
    assert len(said) == 1
    assert "\n" not in said[0]
