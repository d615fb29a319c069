"""A run that is interrupted in extraction: the next one resumes, and the graph is equal."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Paper
from paperlattice.graph.cli.run import main
from paperlattice.graph.errors import StoreError
from paperlattice.graph.pipeline import stages

PAPERS = [Paper(f"2503.{i:05}", f"Work {i}", f"We propose Net-{i}. It beats LoRA.") for i in range(60)]


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    """Commit what was found every 20 papers."""
    monkeypatch.setattr(stages, "PAPERS_AT_ONCE", 20)
    monkeypatch.setattr("paperlattice.graph.executors.duckdb.COMMITTED", 1)


def interrupt(step, done, _total):
    if (step, done) == ("extracting", 40):
        raise KeyboardInterrupt


@pytest.fixture(params=["build", "add"])
def broken_off(request, tmp_path):
    """Open a store for 60 papers, of which an interrupted run read 40; one of them was known."""
    path = tmp_path / "paperlattice.duckdb"
    if request.param == "add":
        with Store.create(path) as store:
            store.add([replace(PAPERS[0], abstract="We use CLIP.")])
    opened = Store.create if request.param == "build" else Store.open
    with pytest.raises(KeyboardInterrupt), opened(path) as store:
        store.add(PAPERS, on_progress=interrupt)
    assert path.exists() == (request.param == "add")
    return lambda: opened(path)


def check(path, papers, **options):
    """Compare a store with a build from scratch, and check that nothing else is left next to it."""
    opened, wanted = KnowledgeGraph.open(path), KnowledgeGraph.build(papers, **options)
    for question in ("SELECT * FROM {mentions} ORDER BY ALL", "SELECT * FROM {links} ORDER BY ALL"):
        assert opened.tables.rows(question) == wanted.tables.rows(question)
    assert opened.papers() == wanted.papers()
    assert list(path.parent.iterdir()) == [path]


def read_in(store, papers, **options):
    """Return how many papers go through the extractors when papers are added."""
    told = []
    with store:
        store.add(papers, **options, on_progress=lambda *said: told.append(said))
    (total,) = {total for step, _, total in told if step == "extracting"}
    return total


ADDED = pytest.mark.parametrize("broken_off", ["add"], indirect=True)
"""What a first build and a later step do alike is tried on the later step alone."""


@pytest.mark.parametrize("broken_off, n_process", [("build", 2), ("add", 1)], indirect=["broken_off"])
def test_a_run_resumes_from_what_an_interrupted_run_had_found(broken_off, n_process):
    store = broken_off()
    assert read_in(store, PAPERS, n_process=n_process) == 20
    check(store.path, PAPERS)


@ADDED
@pytest.mark.parametrize(
    "options, read",
    [
        ({"hub_limit": 3}, 20),
        ({"links": "none"}, 20),
        ({"min_confidence": 0.4}, 60),
        ({"kinds": "method"}, 60),
    ],
    ids=["hubs", "links", "confidence", "kinds"],
)
def test_it_must_have_been_found_with_the_same_options(broken_off, options, read):
    store = broken_off()
    assert read_in(store, PAPERS, **options) == read
    check(store.path, PAPERS, **options)


@ADDED
def test_it_must_have_been_found_by_the_same_extractors(broken_off, monkeypatch):
    monkeypatch.setattr("paperlattice.extractors.pipeline.version_with", lambda _components: "2-new")
    assert read_in(broken_off(), PAPERS) == 60


@ADDED
def test_it_must_have_been_found_in_the_same_text(broken_off):
    papers = [*PAPERS[:3], replace(PAPERS[3], abstract="We use BERT."), *PAPERS[4:]]
    store = broken_off()
    assert read_in(store, papers) == 21
    check(store.path, papers)


def test_an_error_leaves_nothing_to_resume_from(tmp_path):
    def fail(step, done, _total):
        if (step, done) == ("extracting", 40):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), Store.create(tmp_path / "a.duckdb") as store:
        store.add(PAPERS, on_progress=fail)
    assert list(tmp_path.iterdir()) == []


PREPARED = """
import sys, time
from paperlattice.extractors.records import Paper
from paperlattice.graph.executors import duckdb
from paperlattice.graph.pipeline import stages
stages.PAPERS_AT_ONCE, duckdb.COMMITTED = 20, 1
def halt(step, done, _total):
    if f"{step} {done}" == sys.argv[1]:
        print("now", flush=True)
        time.sleep(600)
"""
ADDING = f"""{PREPARED}
from paperlattice import Store
papers = [Paper(f"2503.{{i:05}}", f"Work {{i}}", f"We propose Net-{{i}}. It beats LoRA.") for i in range(60)]
with Store.open(sys.argv[2]) as store:
    store.add(papers, n_process=int(sys.argv[3]), on_progress=halt)
"""
COMMAND = f"""{PREPARED}
from contextlib import contextmanager
from paperlattice.graph.cli import make, run
make.shown_progress = contextmanager(lambda: (yield halt))
sys.exit(run.main(sys.argv[2:]))
"""


def break_off(program, sign, *arguments):
    """Run a program until it halts, send it a signal, and return its exit status and later messages."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "now\n"
        running.send_signal(sign)
        return running.wait(60), running.stderr.read() if sign == signal.SIGINT else ""


@pytest.mark.parametrize(
    "moment, n_process, read",
    [
        pytest.param("merging 0", 1, 60, marks=pytest.mark.long),
        ("extracting 40", 2, 20),
        ("resolving 61", 1, 0),
    ],
)
def test_a_killed_run_leaves_the_last_state_and_the_next_goes_on(tmp_path, moment, n_process, read):
    first = Paper("2501.00001", "Quillnet", "We propose Quillnet. It beats LoRA on ImageNet.")
    with Store.create(tmp_path / "paperlattice.duckdb") as store:
        store.add([first])
    before = store.path.read_bytes()
    break_off(ADDING, signal.SIGKILL, moment, store.path, n_process)
    assert store.path.read_bytes() == before
    for _ in range(100):  # workers that outlive their parent hold the lock for a second at most
        try:
            with Store.open(store.path) as again:
                changes = again.add(PAPERS)
            break
        except StoreError:
            time.sleep(0.2)
    assert (changes.new, changes.read) == (60, read)
    check(store.path, [first, *PAPERS])


def test_ctrl_c_is_clean_and_the_next_command_goes_on(tmp_path, monkeypatch, capsys):
    feed, out = tmp_path / "feed.jsonl", tmp_path / "out"
    rows = ({"id": paper.id, "title": paper.title, "abstract": paper.abstract} for paper in PAPERS)
    feed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = ["build", str(feed), "--out", str(out), "--no-files"]
    said = break_off(COMMAND, signal.SIGINT, "extracting 20", *command, "--processes", "2")
    assert said == (130, "paperlattice: interrupted\n")
    assert not (out / "paperlattice.duckdb").exists()
    read = []
    find = stages._find_rows

    def noting(options, rows):
        read.extend(row["id"] for row in rows)
        return find(options, rows)

    monkeypatch.setattr(stages, "_find_rows", noting)
    assert main(command) == 0
    assert "60" in capsys.readouterr().out
    assert len(read) == 40
    check(out / "paperlattice.duckdb", feed)
