import datetime
import decimal
import gzip
import io
import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import parquet, read_papers
from paperlattice.extractors.sources.stream import STDIN

DAY = datetime.datetime(2025, 9, 3, 23, 30, tzinfo=datetime.UTC)


@pytest.fixture
def read(write, as_parquet):
    """Return a function that reads columns back from a Parquet file."""

    def read_columns(columns, name="papers.parquet", **options):
        return read_papers(write(name, as_parquet(columns, **options)))

    return read_columns


def test_a_table_of_papers(read):
    result = read(
        {
            "arXiv ID": ["2401.00001v2", "2401.00002", None],
            "Title": ["First", "Second\n Title", "Third"],
            "Abstract": ["One.", None, ""],
            "published": ["2024-01-01", None, "2024"],
            "authors": [["A. Nobody", "B. Nobody"], [], None],
            "categories": [["cs.LG", "cs.CL"], None, ["cs.CV"]],
            "github_repo": ["https://github.com/a/b", None, None],
            "embedding": [[0.5] * 8, None, [0.5] * 8],
        }
    )
    first, second, third = result.papers
    assert (first.id, first.title, first.abstract, first.date) == (
        "2401.00001",
        "First",
        "One.",
        "2024-01-01",
    )
    assert (first.categories, first.declared) == (("cs.CL", "cs.LG"), ("https://github.com/a/b",))
    assert (first.url, first.sources) == ("https://arxiv.org/abs/2401.00001", ("papers.parquet",))
    assert (second.title, second.abstract, second.date, second.categories) == ("Second Title", "", "", ())
    assert (third.id, third.date) == (third.hash_id("Third"), "2024")
    assert [(f.format, f.entries, f.passed_over) for f in result.files] == [("parquet", 3, 0)]


def test_rows_give_what_the_same_records_give_as_json_lines(read, write):
    records = [
        {
            "id": f"p{n}",
            "title": f"Title {n}" if n % 7 else None,
            "year": 2000 + n % 20,
            "categories": ["a", "b"],
        }
        for n in range(2000)
    ]
    table = read_papers(write("papers.jsonl", "".join(json.dumps(record) + "\n" for record in records)))
    columns = {name: [record[name] for record in records] for name in records[0]}
    result = read(columns, "papers.jsonl.parquet", row_group_size=300)
    assert [paper.id for paper in result.papers] == [paper.id for paper in table.papers]
    assert [p.date + p.title for p in result.papers] == [p.date + p.title for p in table.papers]
    assert len(result.skipped) == len(table.skipped) == 286
    assert str(result.skipped[1]) == (
        "papers.jsonl.parquet, row 8: no title (fields: id, title, year, categories)"
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (pa.array([DAY.date()]), "2025-09-03"),
        (pa.array([DAY.date()], pa.date64()), "2025-09-03"),
        (pa.array([DAY.replace(tzinfo=None)], pa.timestamp("s")), "2025-09-03"),
        (pa.array([DAY], pa.timestamp("ns", "UTC")), "2025-09-03"),
        (pa.array([DAY], pa.timestamp("us", "Asia/Tokyo")), "2025-09-03"),
        (pa.array([DAY], pa.timestamp("ms", "Nowhere/AtAll")), "2025-09-03"),
        (pa.array([2**60]).cast(pa.timestamp("ms")), ""),
        (pa.array([2025], pa.int16()), "2025"),
        (pa.array([2025.0]), "2025"),
        (pa.array([decimal.Decimal(2025)]), "2025"),
        (pa.array(["Sep 3, 2025"]), "2025-09-03"),
        (pa.array(["2025-09"]).dictionary_encode(), "2025-09"),
        (pa.array([b"2025-09"]), "2025-09"),
        (pa.array([datetime.timedelta(1)]), ""),
        (pa.array([datetime.time(1)]), ""),
        (pa.array([True]), ""),
        (pa.nulls(1), ""),
    ],
    ids=lambda value: str(value.type) if isinstance(value, pa.Array) else "",
)
def test_dates(read, dates, expected):
    assert read({"title": ["A"], "date": dates}).papers[0].date == expected


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary()])
def test_text_of_other_bytes_is_read_as_windows_1252(read, kind):
    title = pa.array([b"caf\xe9", "naïve".encode()], pa.binary())
    if kind not in (pa.binary(), pa.large_binary()):  # as a writer that does not look leaves it
        size = pa.int32() if kind == pa.string() else pa.int64()
        offsets = pa.array([0, 4, 10], size).buffers()[1]
        title = pa.Array.from_buffers(kind, 2, [None, offsets, pa.py_buffer(b"caf\xe9" + "naïve".encode())])
    result = read({"title": title, "categories": [["x"], ["y"]]})
    assert sorted(paper.title for paper in result.papers) == ["café", "naïve"]


def test_records_in_structs_are_read_as_nested_json(read):
    paper = {
        "id": "2401.00001",
        "title": "Nested",
        "publishedAt": DAY,
        "authors": [{"name": "A. Nobody", "seen": DAY}],
    }
    versions = [[{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}]]
    external = [{"ArXiv": "2401.00002", "DOI": None}]
    assert read({"paper": [paper], "note": [1]}).papers[0].date == "2025-09-03"
    flat = read({"title": ["Flat"], "versions": versions, "externalIds": external}).papers[0]
    assert (flat.id, flat.date) == ("2401.00002", "2007-04-02")


def test_other_columns_are_refused_in_one_line(read):
    match = (
        r"papers\.parquet has no title column; its columns are c0, c1, .*, c11 and 8 more; "
        r"name one title \(abstract, id, date"
    )
    with pytest.raises(SourceError, match=match) as caught:
        read({f"c{n}": [n] for n in range(20)})
    assert "\n" not in str(caught.value)
    with pytest.raises(SourceError, match="has no title column; its columns are paper;"):
        read({"paper": [{"name": "x"}]})


def test_a_table_without_rows(read):
    with pytest.raises(SourceError, match="holds no papers; expected records with a title"):
        read({"title": pa.array([], pa.string())})


@pytest.mark.parametrize("keep", [4, 100, -1, -9, 0.5])
def test_a_file_that_is_cut_off(write, as_parquet, keep):
    whole = as_parquet({"title": [f"Title {n}" for n in range(500)]})
    cut = whole[: int(len(whole) * keep) if isinstance(keep, float) else keep]
    with pytest.raises(
        SourceError, match=r"papers\.parquet is not a complete Parquet file: .*cut off or damaged"
    ) as caught:
        read_papers(write("papers.parquet", cut))
    assert "\n" not in str(caught.value)


def test_a_damaged_row_group_is_named_and_the_others_are_read(write, as_parquet):
    titles = [f"Title {n * 2654435761 % 2**32}" for n in range(300)]
    data = bytearray(
        as_parquet({"title": titles}, row_group_size=100, use_dictionary=False, write_page_checksum=True)
    )
    column = pq.ParquetFile(io.BytesIO(bytes(data))).metadata.row_group(1).column(0)
    data[column.data_page_offset + column.total_compressed_size // 2] ^= 0xFF
    result = read_papers(write("papers.parquet", bytes(data)))
    assert {paper.title for paper in result.papers} == {*titles[:100], *titles[200:]}
    assert [s.where for s in result.skipped] == ["rows 101 to 200"]
    assert result.skipped[0].reason.startswith("damaged Parquet: ")
    assert "\n" not in str(result.skipped[0])


def test_any_damage_is_a_line_or_read_over(write, as_parquet):
    whole = as_parquet(
        {"title": [f"Title {n}" for n in range(60)], "categories": [["a"]] * 60}, row_group_size=20
    )
    said = []
    for place in range(0, len(whole), 7):
        data = bytearray(whole)
        data[place] ^= 0x55
        try:
            said += [str(skipped) for skipped in read_papers(write("papers.parquet", bytes(data))).skipped]
        except SourceError as error:
            said.append(str(error))
    assert said
    assert not any("\n" in line for line in said)


def test_a_record_that_is_too_long_is_skipped(read, monkeypatch):
    monkeypatch.setattr(parquet, "MAX_RECORD_CHARS", 50)
    result = read({"title": ["A", "B"], "abstract": ["x" * 60, "y"]})
    assert [paper.title for paper in result.papers] == ["B"]
    assert str(result.skipped[0]) == "papers.parquet, row 1: longer than 50 characters"


def test_a_packed_file_and_standard_input(write, as_parquet, monkeypatch):
    data = as_parquet({"title": ["A", "B"]})
    assert read_papers(write("papers.parquet.gz", data)).entries == 2
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(data))))
    assert read_papers(STDIN).entries == 2
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read_papers("-").papers[0].sources == ("stdin",)


def test_a_folder_of_parts_as_other_engines_write_it(write, as_parquet, tmp_path):
    for n in range(3):
        write(f"out.parquet/part-0000{n}.snappy.parquet", as_parquet({"title": [f"Title {n}"]}))
    write("out.parquet/_SUCCESS", "")
    write("out.parquet/.part-00000.crc", "crc")
    result = read_papers(tmp_path / "out.parquet")
    assert (len(result.papers), len(result.files), result.skipped) == (3, 3, ())


def test_the_wrong_format_forced(write, as_parquet):
    table = write("papers.parquet", as_parquet({"title": ["A"]}))
    with pytest.raises(SourceError, match=r"papers\.parquet is a Parquet file, not text"):
        read_papers(table, source="json")
    with pytest.raises(SourceError, match=r"a\.jsonl is not a complete Parquet file: "):
        read_papers(write("a.jsonl", '{"title": "A"}\n'), source="parquet")
    with pytest.raises(SourceError, match=r"empty\.jsonl is not a complete Parquet file: "):
        read_papers(write("empty.jsonl", b""), source="parquet")


def test_an_inverted_index_as_a_map(write, as_parquet):
    kind = pa.map_(pa.string(), pa.list_(pa.int32()))
    index = pa.array([[("do", [1]), ("We", [0])]], type=kind)
    table = pa.table({"title": ["A"], "abstract_inverted_index": index})
    assert read_papers(write("a.parquet", as_parquet(table))).papers[0].abstract == "We do"
