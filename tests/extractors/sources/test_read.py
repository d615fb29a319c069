import gzip
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from paperlattice.extractors import sources
from paperlattice.extractors.errors import InputNotFound, PaperlatticeError, SourceError, UnknownSource
from paperlattice.extractors.sources import SOURCES, iter_entries, merge_papers, read, read_papers
from paperlattice.extractors.sources.formats import FORMATS
from paperlattice.extractors.sources.read import MAX_ABSTRACT

ROOT = Path(sources.__file__).parents[2]
LINES = "".join(json.dumps({"id": f"p{n}", "title": f"Title {n}"}) + "\n" for n in range(4))
TABLE = "id,title,abstract\np9,Title 9,Text.\np0,Title 0,A longer text.\n"
ABSTRACT = "We study graphs of papers and of their methods in depth. " * 8


@pytest.fixture
def mixed(write):
    return (
        write("b/feed.jsonl", LINES),
        write("a/table.csv.gz", TABLE),
        write("b/deep/page.txt", f"Title 3\n\n{ABSTRACT}"),
    )


def test_several_files_give_one_result(mixed, tmp_path):
    result = read_papers(tmp_path)
    assert [paper.id for paper in result.papers] == ["p0", "p1", "p2", "p3", "p9"]
    assert [(f.source, f.format, f.entries, f.passed_over) for f in result.files] == [
        ("table.csv.gz", "csv", 2, 0),
        ("page.txt", "daily_papers", 1, 0),
        ("feed.jsonl", "json_lines", 4, 0),
    ]
    assert (result.entries, result.duplicates, result.skipped) == (7, 2, ())
    assert result.papers[0].sources == ("feed.jsonl", "table.csv.gz")
    assert result.papers[3].abstract == ABSTRACT.strip()


def test_entries_come_one_by_one_and_not_merged(mixed, tmp_path):
    entries, result = iter_entries(tmp_path), read_papers(tmp_path)
    first = next(entries)
    assert (first.id, first.sources, entries.count, entries.files) == ("p9", ("table.csv.gz",), 1, [])
    found = [first, *entries]
    assert [paper.title for paper in found].count("Title 3") == 2
    assert (entries.count, tuple(entries.files), tuple(entries.skipped)) == (7, result.files, result.skipped)
    assert merge_papers(found) == result.papers


def test_entries_of_nothing_are_an_error_at_the_end(write):
    with pytest.raises(InputNotFound, match="does not exist"):
        iter_entries("gone.jsonl")
    entries = iter_entries(write("empty.txt", ""))
    with pytest.raises(SourceError, match=r"empty\.txt is empty"):
        next(entries)


def test_the_order_of_inputs_does_not_change_the_papers(mixed):
    assert read_papers(mixed).papers == read_papers(mixed[::-1]).papers


def test_a_file_that_cannot_be_read_does_not_stop_the_others(mixed, write, tmp_path):
    write("a/broken.json", "[{]")
    write("a/empty.txt", "")
    write("a/paper.txt", b"%PDF-1.7 ...")
    write("a/prose.txt", "Nothing but a line of prose.")
    result = read_papers(tmp_path)
    assert len(result.papers) == 5
    assert [(s.source, s.where) for s in result.skipped] == [
        (name, "whole file") for name in ("broken.json", "empty.txt", "paper.txt", "prose.txt")
    ]
    assert result.skipped[2].reason.startswith("paper.txt is a damaged PDF")


def test_a_subfolder_that_cannot_be_listed_does_not_stop_the_others(mixed, tmp_path, deny):
    deny(tmp_path / "b" / "deep")
    result = read_papers(tmp_path)
    assert [f.source for f in result.files] == ["table.csv.gz", "feed.jsonl"]
    assert [s.source for s in result.skipped] == ["deep"]
    assert result.skipped[0].reason.endswith(
        "b/deep cannot be read: Permission denied; check its permissions"
    )


def test_a_missing_file_among_several_is_an_error_before_any_work(mixed):
    seen = []
    with pytest.raises(InputNotFound, match=r"feed\.json does not exist; did you mean .*feed\.jsonl\?"):
        read_papers([*mixed, mixed[0].with_suffix(".json")], on_progress=lambda *call: seen.append(call))
    assert seen == []


def test_several_files_and_nothing_in_any(write, tmp_path):
    for n in range(5):
        write(f"f{n}.txt", "")
    with pytest.raises(
        SourceError, match=r"none of the 5 files could be read: f0\.txt is empty; .*; and 2 more"
    ):
        read_papers(tmp_path)


def test_progress_names_the_file_and_counts_papers(write, monkeypatch):
    monkeypatch.setattr(read, "_PROGRESS_STEP", 2)
    paths = [write("one.jsonl", LINES), write("two.csv", TABLE)]
    calls = []
    read_papers(paths, on_progress=lambda *call: calls.append(call))
    assert calls == [
        ("reading one.jsonl", 2, 0),
        ("reading one.jsonl", 4, 0),
        ("reading one.jsonl", 4, 0),
        ("reading two.csv", 6, 0),
        ("reading two.csv", 6, 0),
    ]


def test_many_skipped_records_are_named_up_to_a_limit(write, monkeypatch):
    monkeypatch.setattr(read, "MAX_REPORTED", 3)
    result = read_papers(write("feed.jsonl", LINES + '{"id": 1}\n' * 10))
    assert [s.where for s in result.skipped] == ["line 5", "line 6", "line 7", "after these"]
    assert result.skipped[-1].reason == "7 more were skipped"
    assert result.files[0].passed_over == 10


def test_a_cut_off_gzip_keeps_what_it_holds(tmp_path):
    lines = "".join(json.dumps({"title": f"Title {n * 2654435761 % 2**32}"}) + "\n" for n in range(20_000))
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode(), mtime=0)[:-20_000])
    result = read_papers(path)
    assert 1000 < result.entries < 20_000
    assert result.skipped[-1].reason == "the gzip stream is cut off; the papers before the cut were read"


@pytest.mark.parametrize("name", [name for name in SOURCES if name != "pdf"])
def test_a_format_can_be_forced(write, as_parquet, name):
    content = {
        "json_lines": '{"title": "Forced"}',
        "json": '{"title": "Forced"}',
        "csv": "title\nForced\n",
        "daily_papers": f"Forced\n\n{ABSTRACT}",
        "parquet": as_parquet({"title": ["Forced"]}),
        "bibtex": "@misc{a, title={Forced}}",
        "tagged": "TY  - JOUR\nTI  - Forced\n",
        "notes": "---\ntitle: Forced\n---\n",
        "xml": "<feed><entry><title>Forced</title></entry></feed>",
    }[name]
    result = read_papers(write("some.dat", content), source=name.replace("_", "-"))
    assert (result.papers[0].title, result.files[0].format) == ("Forced", name)


def test_an_unknown_format_is_named_with_the_known_ones(write):
    with pytest.raises(UnknownSource, match="'marc'; choose one of json_lines, json, csv, bibtex"):
        read_papers(write("a.txt", LINES), source="marc")


@pytest.mark.parametrize(
    ("content", "match"),
    [
        ("<!DOCTYPE html><html>...", "is an HTML page, not its text; open it in a browser"),
        (
            "# to read\n2401.00001\nhttps://arxiv.org/abs/2401.00002v1\n",
            "is a list of 2 or more ids of papers",
        ),
        ("<?xml version='1.0'?><TEI/>", "is XML with the root element TEI, which is not read; read are Atom"),
        ("<?xml version='1.0'?><feed/>", "holds no papers; expected records with a title"),
        ('{"id": 1}\n{"id": 2}\n', r"holds no paper that can be read: 2 skipped, first line 1: no title"),
        ("title,abstract\n,text\n", "holds no paper that can be read: 1 skipped, first line 2"),
        ("title,abstract\n", "holds no papers; expected records with a title"),
    ],
)
def test_files_without_papers(write, content, match):
    with pytest.raises(SourceError, match=match) as caught:
        read_papers(write("some.txt", content))
    assert "\n" not in str(caught.value)


def test_an_office_document_is_a_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "papers.csv", "w") as archive:
        archive.writestr("sheet.xml", "<x/>")
    with pytest.raises(
        SourceError, match=r"papers\.csv is a ZIP archive \(or an Office document\), not text"
    ):
        read_papers(tmp_path / "papers.csv")


def test_a_line_of_other_bytes_is_noted(write):
    result = read_papers(write("old.csv", "title,abstract\nCafé,“Quoted” text.\n".encode("cp1252")))
    assert (result.papers[0].title, result.papers[0].abstract) == ("Café", "“Quoted” text.")
    assert [str(s) for s in result.skipped] == ["old.csv, line 2: not UTF-8, read as Windows-1252"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_read_like_a_file(tmp_path):
    script = f"import sys; sys.stdout.write({LINES!r})"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert read_papers(f"/dev/fd/{process.stdout.fileno()}").entries == 4


def test_the_registry_and_the_public_names_agree():
    assert tuple(FORMATS) == SOURCES
    assert dir(sources) == sorted(sources.__all__)
    assert all(hasattr(sources, name) for name in sources.__all__)
    assert issubclass(SourceError, PaperlatticeError)
    with pytest.raises(AttributeError, match="has no attribute 'read_all'"):
        sources.read_all  # noqa: B018


def test_the_package_itself_imports_next_to_nothing():
    listed = "print(*(m for m in sys.modules if '.extractors.' in m))"
    script = f"import sys, paperlattice.extractors.sources; {listed}"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert found.stdout.split() == ["paperlattice.extractors.sources"]


def test_an_endless_abstract_is_cut_and_named(tmp_path):
    long = "We use LoRA." + " We use LoRA." * (MAX_ABSTRACT // 13 + 10)
    records = [{"title": "Short", "abstract": "We use LoRA."}, {"title": "Long", "abstract": long}]
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    result = read_papers(path)
    assert {len(paper.abstract) for paper in result.papers} == {12, MAX_ABSTRACT}
    (note,) = result.skipped
    assert str(note).startswith(f"feed.jsonl, entry 2: its abstract has {len(long):,} characters")


@pytest.mark.parametrize(
    "name, date, expected",
    [
        ("2025-06-17.jsonl", "", ["2025-06-17", "2024"]),
        ("2025-06-17.jsonl", "2025-05", ["2025-05", "2024"]),
        ("list.jsonl", "2025-05", ["2025-05", "2024"]),
        ("list.jsonl", "", ["", "2024"]),
    ],
)
def test_papers_without_a_date_get_that_of_the_list(write, name, date, expected):
    path = write(name, '{"id": "a", "title": "A"}\n{"id": "b", "title": "B", "year": 2024}\n')
    assert [paper.date for paper in read_papers(path, date=date).papers] == expected
