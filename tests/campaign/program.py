"""Runs of the program, each in a process that is forked from one which has loaded all it needs.

So a run costs its own work only, and may be killed at any moment: before the n-th time that it opens, renames
or removes a file, or when it has used some processor time.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from papers import write_feed
from sibling import ROOT

LONGEST = 60
"""Seconds of processor time after which a run hangs; none of them needs three."""


@dataclass(frozen=True)
class Job:
    """A run to do: where, killed before which event or after how many seconds, with what limits."""

    arguments: list[str]
    folder: str
    environment: dict[str, str] = field(default_factory=dict)
    event: int = 0
    seconds: float = 0.0
    largest_file: int = 0
    user: int = 0


@dataclass(frozen=True)
class Done:
    """How a run ended: its exit code or minus the signal, what it said, how many events there were."""

    code: int
    out: str
    err: str
    events: int
    seconds: float

    @property
    def fault(self) -> str:
        """What no run may do, whatever it was given."""
        last = self.err.strip().splitlines()[-1:] or ["nothing on stderr"]
        if "Traceback" in self.err or "internal error" in self.err:
            return f"says {last[0]!r}"
        if self.code == -signal.SIGXCPU:
            return "hangs"
        if self.code < 0:
            return f"dies of signal {-self.code}"
        if self.code not in (0, 1, 2):
            return f"ends with code {self.code}"
        complaints = [line for line in self.err.splitlines() if line.startswith("paperlattice: ")]
        if self.code == 1 and (not complaints or len(complaints) < len(self.err.splitlines())):
            return f"ends with code 1 and says {self.err!r}"
        return ""


class Program:
    """The process that forks; `run` does jobs at once and returns when all have ended."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": str(ROOT / ".src"), "OMP_NUM_THREADS": "1"}
        self._server = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )

    def run(self, *jobs: Job) -> list[Done]:
        server = self._server
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps([asdict(job) for job in jobs]) + "\n")
        server.stdin.flush()
        return [Done(**done) for done in json.loads(server.stdout.readline())]

    def close(self) -> None:
        """End the process that forks."""
        self._server.communicate()


@cache
def shared() -> Program:
    """Return the one process that forks for all kinds: to load what runs need takes longest."""
    program = Program()
    atexit.register(program.close)
    return program


def built(folder: Path, papers: int, command: list[str]) -> Path:
    """Return a new folder with a feed of some papers, and with what a command makes there of it."""
    folder.mkdir(parents=True)
    write_feed(folder / "feed.jsonl", range(papers))
    (done,) = shared().run(Job(command, str(folder)))
    assert done.code == 0, done
    return folder


def _warm(folder: str) -> None:
    """Load what runs need; the database of this graph is closed again, or its threads would be missed."""
    from paperlattice import KnowledgeGraph, Paper
    from paperlattice.graph.cli.app import read_program

    assert read_program().registered_commands
    papers = [
        Paper("1", "A", "We propose QuillNet for image captioning."),
        Paper("2", "B", "We use QuillNet."),
    ]
    graph = KnowledgeGraph.build(papers)
    graph.write(f"{folder}/a.html")
    graph.save(f"{folder}/a.duckdb")


def _child(job: dict[str, Any], folder: str) -> None:
    from paperlattice.graph.cli.run import main

    os.chdir(job["folder"])
    os.environ.update(job["environment"])
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), number)
    report = os.open(f"{folder}/events", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    if job["largest_file"]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (job["largest_file"],) * 2)
    if job["user"]:
        os.setuid(job["user"])
    count = 0

    def counting(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir") or (
            event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        ):
            count += 1
            if count == job["event"]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(counting)
    if job["seconds"]:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # which kills, and cannot be caught
        signal.setitimer(signal.ITIMER_PROF, job["seconds"])
    code = main(job["arguments"])
    signal.setitimer(signal.ITIMER_PROF, 0)
    os.write(report, str(count).encode())
    os._exit(code)


def _done(pid: int, folder: str) -> Done:
    _, status, used = os.wait4(pid, 0)
    texts = [Path(folder, name) for name in ("out", "err", "events")]
    out, err, events = (
        path.read_text(encoding="utf-8", errors="replace") if path.exists() else "" for path in texts
    )
    code = os.waitstatus_to_exitcode(status)
    return Done(code, out, err, int(events or 0), used.ru_utime + used.ru_stime)


def _serve() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        _warm(folder)
        for line in sys.stdin:
            running = []
            for number, job in enumerate(json.loads(line)):
                own = Path(folder, str(number))
                own.mkdir(exist_ok=True)
                for path in own.iterdir():
                    path.unlink()
                own.chmod(0o777)
                pid = os.fork()
                if pid == 0:
                    try:
                        _child(job, str(own))
                    finally:
                        os._exit(99)
                running.append((pid, str(own)))
            print(json.dumps([asdict(_done(pid, own)) for pid, own in running]), flush=True)


if __name__ == "__main__":
    _serve()
