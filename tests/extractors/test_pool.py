"""Processes that read abstracts: order, faults, and what becomes of them when one is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.errors import PaperlatticeError, PluginError
from extractors.pool import extract_parallel
from extractors.records import Mention, Paper

PAPERS = [Paper(f"p{i:03}", f"Title {i}", "An abstract.") for i in range(40)]


def counting(mark):
    def extract(papers):
        return [(Mention(p.id, "method", mark, "", 0, 0, "uses", "test", 1.0),) for p in papers], {mark}

    return extract


def failing(mark):
    def extract(papers):
        if any(paper.id == mark for paper in papers):
            raise PluginError(f"no use for {mark}")
        return [() for _ in papers], set()

    return extract


def dying(mark):
    def extract(papers):
        if any(paper.id == mark for paper in papers):
            os.kill(os.getpid(), signal.SIGKILL)
        return [() for _ in papers], set()

    return extract


def run(make, mark, **options):
    return list(extract_parallel(PAPERS, make, {"mark": mark}, n_process=2, batch_size=3, **options))


def test_batches_come_back_in_order():
    batches = run(counting, "LoRA")
    assert [m.paper_id for found, _ in batches for (m,) in found] == [paper.id for paper in PAPERS]
    assert all(keys == {"LoRA"} for _, keys in batches)


def test_what_an_extractor_raises_reaches_the_caller():
    with pytest.raises(PluginError, match="no use for p020"):
        run(failing, "p020")


def test_a_killed_process_is_an_error_and_not_a_wait():
    with pytest.raises(PaperlatticeError, match="ended from outside"):
        run(dying, "p020")


def test_papers_are_taken_as_they_are_needed():
    taken = []

    def source():
        for paper in PAPERS:
            taken.append(paper.id)
            yield paper

    batches = extract_parallel(source(), counting, {"mark": "x"}, n_process=2, batch_size=2)
    next(batches)
    assert len(taken) <= 2 * 3 * 2
    batches.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see the processes")
def test_a_killed_program_leaves_no_process_behind():
    program = (
        "import itertools, os, sys\n"
        "from extractors.pipeline import extract\n"
        "from extractors.records import Paper\n"
        "papers = (Paper(f'p{i}', 'LoRA', 'We use LoRA.') for i in itertools.count())\n"
        "for n, _ in enumerate(extract(papers, n_process=2, batch_size=8)):\n"
        "    if n == 50: print('going', flush=True)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "going\n"
    children = _children(running.pid)
    assert len(children) == 2
    running.kill()
    running.wait()
    running.stdout.close()
    end = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() and not _is_dead(pid) for pid in children):
        assert time.monotonic() < end, "the workers outlive their parent"
        time.sleep(0.1)


def _children(pid):
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += (task / "children").read_text().split()
    return found


def _is_dead(pid):
    try:
        return " Z " in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
