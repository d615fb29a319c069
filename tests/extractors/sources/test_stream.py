import gzip
import io
import sys
from contextlib import contextmanager

import pytest

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import stream as stream_module
from paperlattice.extractors.sources.stream import STDIN, TextStream, open_bytes, source_name


@contextmanager
def open_text(path):
    with open_bytes(path) as data:
        stream = TextStream(data)
        stream.check()
        yield stream


def lines_of(path):
    with open_text(path) as stream:
        return list(stream), [(note.where, note.reason) for note in stream.notes()]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"one\ntwo", ["one", "two"]),
        (b"one\r\ntwo\r\n", ["one", "two"]),
        (b"one\rtwo", ["one", "two"]),
        (b"\xef\xbb\xbfone\n\ntwo\n", ["one", "", "two"]),
        ("naïve ε\n學".encode(), ["naïve ε", "學"]),
        ("\ufeffnaïve\nε".encode("utf-16-le"), ["naïve", "ε"]),
        ("\ufeffnaïve\r\nε".encode("utf-16-be"), ["naïve", "ε"]),
        ("naïve".encode("utf-32"), ["naïve"]),
        (gzip.compress(b"one\ntwo", mtime=0), ["one", "two"]),
        (gzip.compress(b"one\n", mtime=0) + gzip.compress(b"two", mtime=0), ["one", "two"]),
        (b"x" * 2000 + b"\0" + b"x" * 2000, ["x" * 2000 + "\0" + "x" * 2000]),
    ],
)
def test_text_comes_in_many_encodings(write, data, expected):
    assert lines_of(write("some.txt", data)) == (expected, [])


def test_other_bytes_are_read_as_windows_1252_and_noted(write):
    data = "caf\u00e9 \u201cquoted\u201d".encode("cp1252") + b"\nplain\n" + "naïve ".encode() + b"na\xefve\n"
    assert lines_of(write("old.txt", data)) == (
        ["café “quoted”", "plain", "naïve naïve"],
        [("line 1 and 1 more", "not UTF-8, read as Windows-1252")],
    )


def test_the_head_is_repaired_too(write):
    with open_text(write("old.txt", b"caf\xe9\r\nbar")) as stream:
        assert stream.head == "café\nbar"


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"%PDF-1.7\n...", "some.txt is a PDF, not text; give JSON lines, JSON, CSV or TSV"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        (b"\xff\xd8\xff\xe0", "is a JPEG image"),
        (b"GIF89a", "is a GIF image"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "is a WebP image"),
        (b"PK\x03\x04...", "is a ZIP archive"),
        (b"PAR1....", "is a Parquet file"),
        (b"SQLite format 3\0", "is an SQLite database"),
        (b"{\\rtf1 text}", "is an RTF document"),
        (gzip.compress(b"%PDF-1.7", mtime=0), "is a PDF"),
        (gzip.compress(gzip.compress(b"text", mtime=0), mtime=0), "is gzip inside gzip"),
        (b"\x01\x02\x00\x03", "is binary data"),
        ("text".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"x" * 2000 + b"\0\1" * 2000, "is binary data"),
        (b"", "some.txt is empty; give JSON lines"),
        (b" \r\n\t\n", "some.txt is empty"),
        (b"\xef\xbb\xbf", "some.txt is empty"),
        (gzip.compress(b"", mtime=0), "some.txt is empty"),
        (b"\x1f\x8b\x08\x00", "some.txt is empty: the gzip stream is cut off"),
    ],
)
def test_what_is_not_text(write, data, match):
    with pytest.raises(SourceError, match=match), open_text(write("some.txt", data)):
        pass


def test_a_cut_off_gzip_gives_what_is_there(write):
    whole = gzip.compress("".join(f"line {n} {hash_like(n)}\n" for n in range(50_000)).encode(), mtime=0)
    lines, notes = lines_of(write("cut.txt", whole[: len(whole) // 2]))
    assert 10_000 < len(lines) < 40_000
    assert lines[:-1] == [f"line {n} {hash_like(n)}" for n in range(len(lines) - 1)]
    assert [reason for _, reason in notes] == [
        "the gzip stream is cut off; the papers before the cut were read"
    ]


def test_a_damaged_gzip_is_reported(write):
    whole = bytearray(gzip.compress(b"one\ntwo\n", mtime=0))
    whole[-5] ^= 0xFF  # in the length at the end: the text itself is whole
    lines, notes = lines_of(write("bad.txt", bytes(whole)))
    assert lines == ["one", "two"]
    assert notes[0][1].startswith("the gzip stream is damaged")


def hash_like(number):
    return number * 2654435761 % 2**32


def test_an_overlong_line_is_skipped(write, monkeypatch):
    monkeypatch.setattr(stream_module, "MAX_RECORD_CHARS", 10)
    data = b"short\n" + b"x" * 5000 + b"\n0123456789\nend\n" + b"y" * 11
    lines, notes = lines_of(write("long.txt", data))
    assert lines == ["short", "0123456789", "end"]
    assert notes == [("line 2", "longer than 10 characters"), ("line 5", "longer than 10 characters")]


def test_standard_input_is_read_and_left_open(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(b"one\ntwo", mtime=0))))
    assert lines_of(STDIN) == (["one", "two"], [])
    assert not sys.stdin.buffer.closed
    assert source_name(STDIN) == "stdin"


def test_standard_input_may_be_a_stream_of_text(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("naïve\n"))
    assert lines_of(STDIN) == (["naïve"], [])


def test_there_may_be_no_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="there is none; name a file"), open_text(STDIN):
        pass


def test_a_file_that_vanished(tmp_path):
    with pytest.raises(SourceError, match="cannot be read: No such file"), open_text(tmp_path / "gone.txt"):
        pass
