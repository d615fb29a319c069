"""Bad input: one clear line, an exit code, nothing written. Some of each sort in a process of its own."""

from __future__ import annotations

import json

import pytest

PROSE = "The weather was fine.\nWe walked along the river until the evening came, and nobody spoke.\n" * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (PDF, "is a damaged PDF"),
        (PNG, "is a PNG image"),
        (b"\x00\x01\x02" * 100, "is binary data"),
        (PROSE.encode(), "is text but not a list of papers"),
        (b"<!doctype html><title>x</title>", "is an HTML page, not its text"),
        (b"[]", "holds no papers"),
        (b'{"title": "cut off', "broken JSON"),
        (b'{"a": 1}\n{"b": 2}\n', "title"),
    ],
    ids=["empty", "blank", "pdf", "png", "binary", "prose", "html", "empty list", "broken", "no titles"],
)
def test_a_file_that_holds_no_papers(run, failed, tmp_path, content, said):
    (tmp_path / "input.txt").write_bytes(content)
    failed(run("build", tmp_path / "input.txt", "--out", tmp_path / "out"), said)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["none.txt"], "none.txt does not exist"),
        (["feed.jsnol"], "did you mean feed.jsonl?"),
        (["none*.txt"], "no file matches none*.txt; check the pattern"),
        (["feed.jsonl", "none.txt"], "none.txt does not exist"),
        (["folder"], "folder folder holds nothing to read"),
        (["feed.jsonl", "--pins", "none.toml"], "none.toml: the file of pins cannot be read"),
        (["feed.jsonl", "--pins", "feed.jsonl"], "feed.jsonl: not valid TOML"),
        (["feed.jsonl", "--source", "csv"], "feed.jsonl"),
        (["feed.jsonl", "--out", "feed.jsonl"], "feed.jsonl is a file; choose another --out"),
        (["feed.jsonl", "--out", "feed.jsonl/out"], "feed.jsonl is a file; choose another --out"),
        (["feed.jsonl", "--out", "taken"], "taken/graph.html cannot be written: it is a folder"),
        (["feed.jsonl", "--out", "/proc/none"], "/proc/none/paperlattice.duckdb: cannot be written"),
    ],
    ids=" ".join,
)
def test_a_build_that_cannot_be(run, failed, feed, here, arguments, said):
    (here / "folder").mkdir()
    (here / "taken" / "graph.html").mkdir(parents=True)
    before = sorted(here.rglob("*"))
    failed(run("build", *arguments), said)
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize(
    "content, said",
    [
        (None, "there is no such file"),
        (b"", "it is not a DuckDB file"),
        (b"no database at all, but long enough to be looked at " * 100, "it is not a DuckDB file"),
        (PNG, "it is not a DuckDB file"),
    ],
    ids=["missing", "empty", "text", "image"],
)
def test_a_store_that_is_none(run, failed, here, content, said):
    if content is not None:
        (here / "some.duckdb").write_bytes(content)
    failed(run("entities", "--from", "some.duckdb"), f"some.duckdb: cannot be read, {said}")
    failed(run("export", "graph.json", "--from", "some.duckdb"), said)
    assert not (here / "graph.json").exists()


def test_a_store_that_was_never_built(run, failed, here):
    failed(run("entities"), "run `paperlattice build INPUT...` first")


def test_a_store_that_is_cut_off(run, failed, store, here):
    (here / "cut.duckdb").write_bytes(store.read_bytes()[:20_000])
    failed(run("entities", "--from", "cut.duckdb"), "cut.duckdb: cannot be read")


def test_a_broken_line_is_reported_and_the_others_are_kept(run, records, here):
    lines = [json.dumps(record) for record in records]
    lines[6] = lines[6][:-20]
    (here / "feed.jsonl").write_text("\n".join(lines))
    done = run("build", "feed.jsonl", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert "papers    9, " in done.out
    assert "skipped   1 piece of input\n  feed.jsonl, line 7: broken JSON" in done.out


def test_what_is_not_utf8_is_read_and_reported(run, records, here):
    record = records[0] | {"title": "Überblick mit Café"}
    (here / "feed.json").write_bytes(json.dumps([record], ensure_ascii=False).encode("latin-1"))
    done = run("build", "feed.json", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert "feed.json, line 1: not UTF-8, read as Windows-1252" in done.out
    assert "Überblick mit Café" in run("papers").out


def test_control_characters_reach_no_file_and_no_terminal(run, records, here):
    record = records[0] | {
        "title": "Bells\u0007 and \u001b[31mcolours\u0000",
        "abstract": "LoRA\u0008 is used.",
    }
    (here / "feed.json").write_text(json.dumps([record]))
    done = run("build", "feed.json", "--format", "graphml")
    assert (done.code, done.err) == (0, "")
    printed = run("papers").out + (here / "outputs/graph.graphml").read_text("utf-8")
    assert not {"\u0007", "\u001b", "\u0000", "\u0008"} & set(printed)


@pytest.mark.parametrize(
    "content, said",
    [
        (None, "the gold file cannot be read"),
        ("{}", "line 1: the field 'id' is missing"),
        ("", "no labelled paper"),
    ],
    ids=["missing", "other records", "empty"],
)
def test_labels_that_are_none(run, failed, store, here, content, said):
    if content is not None:
        (here / "gold.jsonl").write_text(content)
    failed(run("evaluate", "gold.jsonl", "--from", store), said)


def test_a_graph_to_measure_that_is_none(run, failed, feed, here):
    gold = {"id": "1", "title": "x", "methods": [], "datasets": [], "urls": []}
    (here / "gold.jsonl").write_text(json.dumps(gold))
    failed(run("evaluate", "gold.jsonl", "--graph", feed), "feed.jsonl is not GraphML")


@pytest.mark.parametrize(
    "arguments, stdin, said",
    [
        (["build", "-"], PDF, "stdin is a damaged PDF"),
        (["entities", "--from", "page.pdf"], b"", "page.pdf: cannot be read"),
    ],
    ids=["pdf", "store"],
)
def test_from_end_to_end(program, failed, tmp_path, arguments, stdin, said):
    (tmp_path / "page.pdf").write_bytes(PDF)
    failed(program(*arguments, stdin=stdin, cwd=tmp_path), said)
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_a_damaged_store_is_reported(run, failed, small_graph, tmp_path):
    store = small_graph.save(tmp_path / "small.duckdb")
    content = bytearray(store.read_bytes())
    for place in range(3 * 262144 + 12288, len(content), 10_000):
        content[place] ^= 0xFF
    store.write_bytes(content)
    failed(run("export", tmp_path / "a.graphml", "--from", store), "seems damaged")
    assert not (tmp_path / "a.graphml").exists()
