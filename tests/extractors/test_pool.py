"""Work in several processes: order, errors, and what happens when one is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paperlattice.extractors.errors import PaperlatticeError, PluginError
from paperlattice.extractors.pool import map_parallel


def counting():
    """Return work that says which process did it, and how many tasks that has had."""
    done = []

    def work(task):
        done.append(task)
        return task, os.getpid(), len(done)

    return work


def failing():
    def work(task):
        if task == 20:
            raise PluginError(f"no use for {task}")
        return task

    return work


def dying():
    def work(task):
        if task == 20:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    return work


def unmade():
    raise PluginError("there is no such component")


def test_results_come_in_order_from_workers_made_once_a_process():
    found = list(map_parallel(range(40), counting, n_process=2))
    assert [task for task, _, _ in found] == list(range(40))
    for process in {process for _, process, _ in found} - {os.getpid()}:
        counts = [count for _, by, count in found if by == process]
        assert counts == list(range(1, len(counts) + 1))
    assert os.getpid() not in {process for _, process, _ in found}


@pytest.mark.parametrize("make, said", [(failing, "no use for 20"), (unmade, "no such component")])
def test_what_a_worker_raises_reaches_the_caller(make, said):
    with pytest.raises(PluginError, match=said):
        list(map_parallel(range(40), make, n_process=2))


def test_a_killed_process_is_an_error_and_not_a_wait():
    with pytest.raises(PaperlatticeError, match="was killed"):
        list(map_parallel(range(40), dying, n_process=2))


def test_tasks_are_taken_as_they_are_needed():
    taken = []

    def source():
        for task in range(40):
            taken.append(task)
            yield task

    results = map_parallel(source(), counting, n_process=2)
    next(results)
    assert len(taken) <= 2 * 3
    results.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see the processes")
def test_a_killed_program_leaves_no_process_running():
    program = (
        "import itertools\n"
        "from paperlattice.extractors.pool import map_parallel\n"
        "def make(): return lambda task: task\n"
        "for n in map_parallel(itertools.count(), make, n_process=2):\n"
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


def test_ctrl_c_while_processes_start_is_not_lost():
    program = (
        "import os, signal\n"
        "from paperlattice.extractors.pool import map_parallel\n"
        "os.register_at_fork(after_in_parent=lambda: signal.raise_signal(signal.SIGINT))\n"
        "def make(): return lambda task: task\n"
        "try: print(list(map_parallel(range(9), make, n_process=2)))\n"
        "except KeyboardInterrupt: print('interrupted')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("interrupted\n", "")


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


def test_a_process_does_not_collect_the_garbage_of_its_parent():
    program = (
        "import gc, os\n"
        "from paperlattice.extractors.pool import map_parallel\n"
        "class Held:\n"
        "    def __init__(self): self.itself, self.owner = self, os.getpid()\n"
        "    def __del__(self): os.getpid() == self.owner or os.write(2, b'collected elsewhere')\n"
        "def make(): return lambda task: gc.collect() * 0 + task\n"
        "gc.disable()\n"
        "for _ in range(9): Held()\n"
        "print(list(map_parallel(range(9), make, n_process=2)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[0, 1, 2, 3, 4, 5, 6, 7, 8]\n", "")
