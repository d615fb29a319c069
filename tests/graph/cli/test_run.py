from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.graph.cli import questions
from paperlattice.graph.cli.run import _end_workers, main
from paperlattice.graph.errors import UnknownNode

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "paperlattice"]


@pytest.fixture
def broken(monkeypatch):
    """Return what makes the opening of a store raise an error."""

    def break_with(error: BaseException) -> None:
        def fail(_path: object) -> None:
            raise error

        monkeypatch.setattr(questions, "open_graph", fail)

    return break_with


def test_an_expected_error_is_its_message(run, broken, failed):
    broken(UnknownNode("no such thing;\n  nearest: others"))
    failed(run("entities"), "paperlattice: no such thing; nearest: others\n")


@pytest.mark.parametrize(
    "error, said",
    [
        (RuntimeError("what was\nnot foreseen"), "internal error: RuntimeError: what was not foreseen;"),
        (OSError(5, "Input/output error"), "internal error: OSError: [Errno 5] Input/output error;"),
        (MemoryError(), "internal error: MemoryError;"),
        (ZeroDivisionError("x" * 1000), f"ZeroDivisionError: {'x' * 181}…;"),
    ],
    ids=["error", "system", "memory", "endless"],
)
def test_an_unexpected_error_is_one_line(run, broken, error, said):
    broken(error)
    done = run("entities")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert said in done.err
    assert done.err.endswith("; run with PAPERLATTICE_DEBUG=1 for the traceback\n")


def test_the_traceback_can_be_had(monkeypatch, broken):
    monkeypatch.setenv("PAPERLATTICE_DEBUG", "1")
    broken(UnknownNode("no such thing"))
    with pytest.raises(UnknownNode, match="no such thing"):
        main(["entities"])


def test_an_interruption_is_one_line(run, broken):
    broken(KeyboardInterrupt())
    assert run("entities") == (130, "", "paperlattice: interrupted\n")


def test_the_signal_handlers_are_restored(run):
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    run("--version")
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_it_runs_outside_the_main_thread(capsys):
    codes = []
    thread = threading.Thread(target=lambda: codes.append(main(["--version"])))
    thread.start()
    thread.join()
    assert codes == [0]


def test_workers_are_ended():
    worker = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,), daemon=True)
    worker.start()
    _end_workers()
    worker.join(30)
    assert worker.exitcode == -signal.SIGKILL


def test_a_reader_that_goes_away_is_no_error(store):
    with subprocess.Popen(
        [*COMMAND, "entities", "--json", "--from", store],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_closed_output_is_not_an_error(store):
    command = f'"{sys.executable}" -m paperlattice entities --from "{store}" >&-'
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_is_named(store):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "entities", "--from", store], cwd=ROOT, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "paperlattice: the output cannot be written: No space left on device; redirect it to another place\n"
    )


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=["plain C", "latin-1"],
)
def test_output_is_utf8_in_every_locale(program, tmp_path, env):
    title = "Überblick über 图 und σ-Algebren"
    KnowledgeGraph.build([Paper("1", title)]).save(tmp_path / "store.duckdb")
    done = program("papers", "--from", tmp_path / "store.duckdb", **env)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"ID  DATE  TITLE\n1         {title}\n"


def test_messages_are_utf8_in_every_locale(program, tmp_path, failed):
    done = program("build", "算法.txt", cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii")
    failed(done, "算法.txt does not exist")


def endless_feed(process: subprocess.Popen, records: list[dict]) -> None:
    """Write more to a process than a pipe holds: when this returns, it reads."""
    lines = [
        json.dumps(record | {"id": "", "title": f"{record['title']} {i}"})
        for i in range(200)
        for record in records
    ]
    process.stdin.write("\n".join(lines).encode())
    process.stdin.flush()


@pytest.mark.slow
@pytest.mark.parametrize(
    "number, code, said",
    [(signal.SIGINT, 130, b"paperlattice: interrupted\n"), (signal.SIGTERM, 143, b"")],
    ids=["SIGINT", "SIGTERM"],
)
def test_a_stopped_build_writes_nothing(tmp_path, records, number, code, said):
    command = [*COMMAND, "build", "-", "--out", tmp_path / "out"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        endless_feed(process, records)
        process.send_signal(number)
        assert process.stderr.read() == said
    assert process.returncode == code
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for workers in /proc")
def test_a_stopped_build_stops_its_workers(tmp_path, records):
    feed = tmp_path / "feed.jsonl"
    many = [
        record | {"id": f"{i}-{record['id']}", "title": f"{record['title']} {i}"}
        for i in range(2000)
        for record in records
    ]
    feed.write_text("\n".join(map(json.dumps, many)), encoding="utf-8")
    command = [*COMMAND, "build", feed, "--out", tmp_path / "out", "--processes", "2"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while len(workers := children.read_text().split()) < 2:
            assert process.poll() is None
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        assert process.stderr.read() == b"paperlattice: interrupted\n"
    assert process.returncode == 130
    assert not (tmp_path / "out").exists()
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
