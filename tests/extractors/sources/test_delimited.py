import csv
import io

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.delimited import parse
from paperlattice.extractors.sources.formats import FORMATS
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("title,abstract\n", "a.txt", True),
        ("id\tTitle\tSummary\n", "a.txt", True),
        ('"Paper Title";"Abstract"\n', "a.txt", True),
        ("id|title|year", "a.txt", True),
        ("sep=;\ntitle;abstract\n", "a.csv", True),
        ("\n\ntitle,abstract\n", "a.csv", True),
        ("Title\nFirst\n", "a.csv", True),
        ("Title\nFirst\n", "a.txt", False),
        ("name,abstract\n", "a.csv", False),
        (
            "In this letter, title, and so on, we show that a long clause is no column "
            + "of any table " * 4
            + "\n",
            "a",
            False,
        ),
        ("Subtitle, and more\n", "a.csv", False),
        ("", "a.csv", False),
    ],
)
def test_recognise(head, name, expected):
    assert FORMATS["csv"].recognise(head, name) is expected


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_in_every_dialect(write, delimiter, end):
    buffer = io.StringIO()
    table = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    table.writerow(["ID", "Title", "Abstract", "Publication Date", "Categories"])
    table.writerow(
        ["2401.00001v1", "One, Two; Three | Four", f'A "quoted"{end}word\there', "2024-01-02", "cs.CL cs.LG"]
    )
    table.writerow(["", "", "", "", ""])
    table.writerow(["x", "Second", "", "2024", ""])
    result = read_papers(write("table.csv", "\ufeff" + buffer.getvalue()))
    first, second = result.papers
    assert (first.id, first.title) == ("2401.00001", "One, Two; Three | Four")
    assert (first.abstract, first.date, first.categories) == (
        'A "quoted" word here',
        "2024-01-02",
        ("cs.CL", "cs.LG"),
    )
    assert (second.id, second.title, second.abstract, second.date) == ("x", "Second", "", "2024")
    assert result.files[0].format == "csv"
    assert result.skipped == ()


CELLS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20)


@given(rows=st.lists(st.tuples(CELLS.filter(str.strip), CELLS), min_size=1, max_size=6))
def test_what_the_csv_module_writes_is_read_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("tables") / "t.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [("id", "title", "abstract"), *((f"p{n}", *row) for n, row in enumerate(rows))]
        )
    found = {paper.id: (paper.title, paper.abstract) for paper in read_papers(path).papers}
    assert found == {f"p{n}": tuple(" ".join(cell.split()) for cell in row) for n, row in enumerate(rows)}


@pytest.mark.parametrize(
    ("rows", "titles", "skipped"),
    [
        (
            ["1,First", "2,Second,extra", "3,Third"],
            ["First", "Third"],
            [("line 3", "3 fields where the header has 2")],
        ),
        (["1,First,,", "2,Second"], ["First", "Second"], []),
        (["1,", "2,Second"], ["Second"], [("line 2", "no title")]),
        (["1", "2,Second"], ["Second"], [("line 2", "no title")]),
        (['1,"First', "2,Second", "3,Third"], ["Second", "Third"], [("line 2", "a quote opens here")]),
        (
            ['1,"First', "2,Second", '3,"Third"', "4,Fourth"],
            ["Fourth", "Second", "Third"],
            [("line 2", "a quote opens")],
        ),
        (['1,5" disks', "2,Second"], ['5" disks', "Second"], []),
        (['1,"First', 'line"', "2,Second"], ["First line", "Second"], []),
        (['"1,First'], [], [("line 2", "a quote opens here and does not close")]),
    ],
)
def test_rows_that_do_not_fit(write, rows, titles, skipped):
    content = "\n".join(["id,title", *rows, "z,Last"])
    result = read_papers(write("t.csv", content))
    assert sorted(paper.title for paper in result.papers) == sorted([*titles, "Last"])
    assert [s.where for s in result.skipped] == [where for where, _ in skipped]
    assert all(s.reason.startswith(reason) for s, (_, reason) in zip(result.skipped, skipped, strict=True))


def test_fields_may_be_longer_than_the_csv_module_likes(write):
    limit = csv.field_size_limit()
    (paper,) = read_papers(write("t.csv", "title,abstract\nLong," + "word " * 200_000)).papers
    assert len(paper.abstract) == 999_999
    assert csv.field_size_limit() == limit < MAX_RECORD_CHARS


def test_a_forced_table_needs_a_title_column(write):
    with pytest.raises(SourceError, match=r"t\.txt has no title column; the first line is 'name,text'"):
        read_papers(write("t.txt", "name,text\na,b\n"), source="csv")


def test_parse_is_lazy():
    assert iter(parse(None)) is not None  # nothing is read before the first row is asked for
