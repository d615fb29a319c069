"""A standalone cluster of Spark, a master and two workers on this machine, one of which is killed."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from paperlattice import KnowledgeGraph

pytestmark = [pytest.mark.spark, pytest.mark.long]

ASKED = os.environ.get("PAPERLATTICE_SPARK_PAPERS")
"""So many abstracts of the corpus in place of a few invented ones, in larger workers."""

PATIENCE = 7200 if ASKED else 600
MEMORY = "3g" if ASKED else "512m"
BUILD = f"""
import sys
from paperlattice.graph.pipeline.spark import build_with_spark
settings = {{"spark.executor.memory": "{MEMORY}", "spark.driver.memory": "{MEMORY}"}}
tell = lambda *step: print(*step, flush=True)
build_with_spark(sys.argv[1], sys.argv[2], master=sys.argv[3], settings=settings, on_progress=tell)
"""


class Cluster:
    """Processes of a master and of workers with one core each; `stop` ends what was started."""

    def __init__(self, folder: Path) -> None:
        import pyspark

        self._folder = folder
        self._home = Path(pyspark.__file__).parent
        self._port, self._page = free_port(), free_port()
        self._started: list[subprocess.Popen[bytes]] = []
        self.master = f"spark://127.0.0.1:{self._port}"
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        ports = ["--port", str(self._port), "--webui-port", str(self._page)]
        self._start("master.Master", "--host", "127.0.0.1", *ports)
        wait_for(lambda: self._state() is not None, "the master")
        self.workers = [self._start_worker(n) for n in range(2)]
        wait_for(lambda: self.alive() == 2, "two workers")

    def alive(self) -> int:
        state = self._state()
        return 0 if state is None else state["aliveworkers"]

    def stop(self) -> None:
        for process in reversed(self._started):
            process.terminate()
        for process in self._started:
            process.wait(60)

    def _start_worker(self, number: int) -> subprocess.Popen[bytes]:
        place = ["--host", "127.0.0.1", "--webui-port", "0", "--work-dir", str(self._folder / f"w{number}")]
        return self._start("worker.Worker", *place, "--cores", "1", "--memory", "4g", self.master)

    def _start(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [self._home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *arguments]
        env = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m", "SPARK_NO_DAEMONIZE": "1"}
        with (self._folder / f"{name}{len(self._started)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=os.environ | env
            )
        self._started.append(process)
        return process

    def _state(self) -> dict | None:
        with (
            # Before all is ready, nothing answers, or a page of another kind does.
            contextlib.suppress(OSError, ValueError),
            urllib.request.urlopen(f"http://127.0.0.1:{self._page}/json/") as said,
        ):
            return json.load(said)
        return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(ready: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.2)


@pytest.fixture
def cluster(needs_spark, tmp_path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    processes = Cluster(folder)
    try:
        processes.start()
        yield processes
    finally:
        processes.stop()


@contextlib.contextmanager
def building(source: Path, out: Path, master: str) -> Iterator[subprocess.Popen[str]]:
    """A build in a process of its own: Spark allows one session in each."""
    command = [sys.executable, "-c", BUILD, str(source), str(out), master]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def finish(process: subprocess.Popen[str]) -> None:
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")


def kill_in_the_middle(cluster: Cluster, process: subprocess.Popen[str], folder: Path) -> None:
    """Kill a worker once the first part of the extraction is done, and see that it was not the last."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("extracting"):
            break
    done = ".out.*/tables/_work/found/_temporary/0/task_*"
    wait_for(lambda: any(folder.glob(done)) or process.poll() is not None, "the first part")
    cluster.workers[0].send_signal(signal.SIGKILL)
    assert any(folder.glob(".out.*/tables/_work/found/_temporary")), "the extraction was over already"
    cluster.workers[0].wait(60)


def write_invented(path: Path, *, count: int) -> None:
    """Papers with long abstracts, so that extraction takes its time."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            said = f"We propose Fern{n % 97}Net, which beats LoRA-{n % 7}B and Moss{n % 31}BERT on ImageNet. "
            more = "".join(
                f"On Brook{(n * k) % 53}QA we test Reed{(n + k) % 61}Former (RF{k}). " for k in range(25)
            )
            file.write(json.dumps({"id": f"p{n:04}", "title": f"Paper {n}", "abstract": said + more}) + "\n")


def test_a_worker_killed_in_the_middle_changes_nothing(cluster, tmp_path, stored_rows, request):
    source = tmp_path / "papers.jsonl"
    if ASKED:
        shared: Path = request.getfixturevalue("shared")
        with gzip.open(shared / "corpus" / "conferences.jsonl.gz", "rb") as whole:
            source.write_bytes(b"".join(islice(whole, int(ASKED))))
    else:
        write_invented(source, count=300)
    with building(source, tmp_path / "out", cluster.master) as process:
        kill_in_the_middle(cluster, process, tmp_path)
        finish(process)
    assert cluster.alive() < 2
    graph, wanted = KnowledgeGraph.open(tmp_path / "out"), KnowledgeGraph.build(source)
    assert stored_rows(graph) == stored_rows(wanted)
    assert graph.report == wanted.report
