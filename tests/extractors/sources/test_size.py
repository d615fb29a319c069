"""Input that is bad, or merely large, at size: counted and named, and the rest is read in bounded memory."""

import gzip
import json
import os
import threading
import tracemalloc

import pytest

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import delimited, iter_entries, json_events, read_papers, stream
from paperlattice.extractors.sources.locate import locate_files
from paperlattice.extractors.sources.read import Entries


def record(number, **fields):
    return json.dumps({"id": f"p{number}", "title": f"Title {number}", **fields})


def peak_of(entries):
    """How many papers there are, and how many bytes Python held at most while they were counted."""
    tracemalloc.start()
    try:
        count = sum(1 for _ in entries)
        return count, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.long
def test_one_broken_record_of_160_000(tmp_path):
    path = tmp_path / "feed.jsonl"
    with path.open("w") as file:
        for number in range(160_000):
            file.write('{"title": "cut\n' if number == 81_234 else f'{{"title": "Title {number}"}}\n')
    result = read_papers(path)
    assert (len(result.papers), result.files[0].passed_over) == (159_999, 1)
    assert [str(s) for s in result.skipped] == [
        "feed.jsonl, line 81235: broken JSON: Unterminated string starting at column 11"
    ]


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "feed.jsonl.gz"
    with gzip.open(path, "wt", compresslevel=1) as file:
        for number in range(8_000):
            file.write(record(number, abstract=f"{number} " * 400) + "\n")
    count, peak = peak_of(iter_entries(path))
    assert count == 8_000
    assert peak < 6_000_000 < 8_000 * 400 * 2


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("feed.jsonl", (record(1) + '\n{"title": "Long", "abstract": "', '"}\n' + record(2) + "\n")),
        ("feed.json", ("[" + record(1) + ', {"title": "Long", "abstract": "', '"}, ' + record(2) + "]")),
        ("feed.csv", ("id,title,abstract\np1,Title 1,\np,Long,", "\np2,Title 2,\n")),
    ],
)
def test_a_record_of_40_megabytes_is_skipped_in_bounded_memory(tmp_path, monkeypatch, name, parts):
    for module in (stream, json_events, delimited):
        monkeypatch.setattr(module, "MAX_RECORD_CHARS", 1_000_000)
    path = tmp_path / name
    with path.open("w") as file:
        file.write(parts[0])
        for _ in range(40):
            file.write("word " * 200_000)
        file.write(parts[1])
    entries = iter_entries(path)
    count, peak = peak_of(entries)
    assert count == 2
    assert [s.reason for s in entries.skipped] == ["longer than 1,000,000 characters"]
    assert peak < 10_000_000


def test_an_abstract_of_ten_megabytes_among_others(write):
    lines = [record(1), record(2, abstract="word " * 2_000_000), record(3)]
    result = read_papers(write("feed.jsonl", "\n".join(lines)))
    assert [len(paper.abstract) for paper in result.papers] == [0, 1_000_000, 0]
    (note,) = result.skipped
    assert note.where == "entry 2"
    assert "9,999,999 characters; the first 1,000,000 are kept" in note.reason


@pytest.mark.long
def test_ten_thousand_small_files(tmp_path):
    for number in range(10_000):
        text = "{broken" if number % 5000 == 77 else record(number)
        (tmp_path / f"{number:05}.json").write_text(text)
    result = read_papers(tmp_path)
    assert (len(result.papers), len(result.files)) == (9998, 9998)
    assert [(s.source, s.where) for s in result.skipped] == [
        ("00077.json", "whole file"),
        ("05077.json", "whole file"),
    ]


def test_duplicates_by_the_thousand(tmp_path):
    (tmp_path / "same.jsonl").write_text(f"{record(0)}\n" * 10_000)
    for number in range(50):
        lines = [record(n, abstract="x" * (n * number % 53)) for n in range(1000)]
        (tmp_path / f"{number:02}.jsonl").write_text("\n".join(lines))
    result = read_papers(tmp_path)
    assert (len(result.papers), result.entries, result.duplicates) == (1000, 60_000, 59_000)
    assert len(result.papers[0].sources) == 51
    assert max(len(paper.abstract) for paper in result.papers) == 52


def test_line_ends_marks_and_nuls(tmp_path):
    lines = [record(n).encode() for n in range(2000)]
    lines[1000] = b"\0" * 100
    lines[1500] = lines[1500].replace(b"Title", b"Ti\0tle")
    (tmp_path / "feed.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    result = read_papers(tmp_path)
    assert result.entries == 1999
    assert {paper.title for paper in result.papers} == {f"Title {n}" for n in range(2000) if n != 1000}
    assert [s.where for s in result.skipped] == ["line 1001"]


def test_a_file_that_vanishes_before_it_is_opened(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.jsonl").write_text(record(number))
    entries = iter_entries(tmp_path)
    (tmp_path / "1.jsonl").unlink()
    assert [paper.id for paper in entries] == ["p0", "p2"]
    assert entries.skipped[0].reason.endswith(
        "1.jsonl cannot be read: No such file or directory; check the file and its permissions"
    )


def test_a_file_that_is_cut_while_it_is_read(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(record(n, abstract="x" * 1000) + "\n" for n in range(5000)))
    entries = iter_entries(path)
    next(entries)
    os.truncate(path, 2_000_000)
    assert 1000 < sum(1 for _ in entries) < 2500
    assert len(entries.skipped) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("kind", ["text", "parquet"])
def test_a_named_pipe_is_read(tmp_path, as_parquet, kind):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    titles = {"title": [f"Title {n}" for n in range(3000)]}
    data = as_parquet(titles) if kind == "parquet" else "\n".join(map(record, range(3000))).encode()
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    assert read_papers(pipe).entries == 3000
    writer.join()


def test_files_that_give_nothing_are_reported_briefly(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number:04}.json").write_text("{broken")
    with pytest.raises(SourceError, match=r"none of the 2,000 files .*; and 1,997 more") as caught:
        read_papers(tmp_path)
    assert len(str(caught.value)) < 700


def test_entries_are_located_before_and_read_after(write):
    path = write("feed.jsonl", record(1))
    entries = Entries(locate_files(path), None, None)
    assert (entries.count, entries.files) == (0, [])
    assert [paper.id for paper in entries] == ["p1"]
    assert next(entries, None) is None
