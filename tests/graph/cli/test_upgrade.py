"""The command `upgrade`, and what `add` says before it reads an old store again."""

from __future__ import annotations

import lzma
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.graph.cli import change
from paperlattice.graph.pipeline import stages

PACKED = Path(__file__).parents[1] / "store" / "data" / "schema_3.duckdb.xz"
SAID = (
    "paperlattice: this store was written before tasks and techniques were read: "
    "its 42 papers are read again (about 3 s)\n"
)


@pytest.fixture
def old(tmp_path) -> Path:
    store = tmp_path / "out" / "paperlattice.duckdb"
    store.parent.mkdir()
    store.write_bytes(lzma.decompress(PACKED.read_bytes()))
    return store


def exported(store: Path) -> bytes:
    (path,) = KnowledgeGraph.open(store).write(store.with_name("a.graphml"))
    written = path.read_bytes()
    path.unlink()
    return written


def test_an_old_store_is_upgraded_with_its_files(run, old):
    assert run("export", old.with_name("graph.graphml"), "--from", old).code == 0
    papers = KnowledgeGraph.open(old).papers()
    done = run("upgrade", "--out", old.parent)
    assert (done.code, done.err) == (0, SAID)
    assert "papers    42, " in done.out
    assert f"written   {old.with_name('graph.graphml')}\n" in done.out
    wanted = KnowledgeGraph.build(papers)
    assert exported(old) == old.with_name("graph.graphml").read_bytes()
    wanted.write(old.with_name("wanted.graphml"))
    assert exported(old) == old.with_name("wanted.graphml").read_bytes()


def test_a_store_of_today_is_left_alone(run, feed, tmp_path):
    out = tmp_path / "out"
    assert run("build", feed, "--out", out, "--no-files").code == 0
    before = (out / "paperlattice.duckdb").read_bytes()
    done = run("upgrade", "--out", out)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"nothing to do: {out / 'paperlattice.duckdb'} is up to date\n"
    assert (out / "paperlattice.duckdb").read_bytes() == before
    assert run("add", feed, "--out", out).err == ""


def test_add_says_beforehand_that_it_reads_an_old_store_again(run, old, feed):
    done = run("add", feed, "--out", old.parent, "--no-files")
    assert (done.code, done.err) == (0, SAID)
    assert "added     10 new, 0 changed, 0 unchanged" in done.out
    assert "technique" in KnowledgeGraph.open(old).report.entities


def test_an_interrupted_upgrade_goes_on(run, old, monkeypatch):
    @contextmanager
    def interrupting():
        def interrupt(step: str, done: int, _total: int) -> None:
            if (step, done) == ("extracting", 20):
                raise KeyboardInterrupt

        yield interrupt

    monkeypatch.setattr(stages, "PAPERS_AT_ONCE", 20)
    monkeypatch.setattr("paperlattice.graph.executors.duckdb.COMMITTED", 1)
    before = old.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(change, "shown_progress", interrupting)
        done = run("upgrade", "--out", old.parent, "--no-files")
    assert (done.code, done.err) == (130, f"{SAID}paperlattice: interrupted\n")
    assert old.read_bytes() == before
    read = []
    find = stages._find_rows

    def noting(options, rows):
        read.extend(row["id"] for row in rows)
        return find(options, rows)

    monkeypatch.setattr(stages, "_find_rows", noting)
    assert run("upgrade", "--out", old.parent, "--no-files").code == 0
    assert len(read) == 22
    assert list(old.parent.iterdir()) == [old]


def test_other_extractors_are_named_as_such(run, feed, tmp_path, monkeypatch):
    out = tmp_path / "out"
    with monkeypatch.context() as earlier:
        earlier.setattr("paperlattice.extractors.pipeline.extractor_version", lambda: "4-earlier")
        assert run("build", feed, "--out", out, "--no-files").code == 0
    done = run("upgrade", "--out", out, "--no-files")
    assert done.err == (
        "paperlattice: this store was written by other extractors: its 10 papers are read again (about 3 s)\n"
    )


def test_large_stores_take_minutes(old, capsys):
    with duckdb.connect(str(old)) as connection:
        connection.execute("INSERT INTO papers SELECT papers.* FROM papers, range(1000)")
    assert change._note_reading(old, 2)
    assert "its 42,042 papers are read again (about 4 min)" in capsys.readouterr().err


def test_there_must_be_a_store(run, failed, tmp_path):
    failed(run("upgrade", "--out", tmp_path), "there is no store")
