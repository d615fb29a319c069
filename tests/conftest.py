"""What the tests need besides the project: skipped where it is missing, or failed where it is demanded."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent

FULL = bool(os.environ.get("PAPERLATTICE_FULL"))
"""Is this a run before a release, which takes its time?"""

# No example has a time limit: the machine may be busy. Tests with dear examples ask for a share of these.
settings.register_profile("paperlattice", deadline=None, max_examples=100 if FULL else 25)
settings.load_profile("paperlattice")

# With a worker a core or more, a second thread in each of them waits more than it works.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("OMP_NUM_THREADS", "1")

# A shell starts what it puts into the background with Ctrl-C ignored, and processes pass that on: tests that
# interrupt one would wait in vain.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

SHARED = Path(os.environ.get("PAPERLATTICE_SHARED") or Path(__file__).parents[2] / "shared")

BROWSER = "graph/export/page"
"""The folder of tests that drive Chromium."""

SLOW = (
    BROWSER,
    "extractors/sources/test_size.py",
    "extractors/test_training.py",
    "graph/equivalence",
    "graph/pipeline/test_resume.py",
    "graph/store/test_upgrade.py",
    "test_packaging.py",
    "test_tour.py",
)
"""Folders and files whose tests are all slow."""

SLOW_FIXTURES = {"browser", "program", "seeds_graph", "shared", "spark"}
"""What makes each test slow that asks for it: a browser, a process, real pages, Spark."""


ON_SPARK = (
    "graph/equivalence/test_builds.py",
    "graph/executors",
    "graph/pipeline/test_spark.py",
    "test_docstrings.py",
    "test_readme.py",
)
"""Folders and files of tests that share a session of Spark: one worker takes them all."""


@cache  # asked for each test, of which a file has up to a hundred
def is_in(path: Path, places: tuple[str, ...]) -> bool:
    """Does a file lie in one of these folders of the tests, or is it one of these files?"""
    return any(path.is_relative_to(TESTS / place) for place in places)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser, what is slow, and what is left to a run before a release."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        on_spark = item.get_closest_marker("spark") is not None
        if is_in(item.path, (BROWSER,)):
            item.add_marker("browser")
        if on_spark or asked & SLOW_FIXTURES or is_in(item.path, SLOW):
            item.add_marker("slow")
        if item.get_closest_marker("long") and not FULL:
            item.add_marker(pytest.mark.skip(reason="left to a run before a release: set PAPERLATTICE_FULL"))
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _turn(item.path))


def _turn(path: Path) -> tuple[bool, bool, str]:
    """Return the key by which workers take files: what takes long first, or one worker would end alone."""
    return not is_in(path, ON_SPARK), not is_in(path, SLOW), str(path)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give one worker all files of tests on Spark, whose session takes long to start, and keep the order."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return "spark" if is_in(config.rootpath / file, ON_SPARK) else file

    if config.getoption("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False  # the files with most tests are not those that take longest
    return Scheduling(config, log)


@pytest.fixture(scope="session")
def unavailable() -> Callable[[str, str], NoReturn]:
    """Skip the test, or fail it if PAPERLATTICE_REQUIRE, a list of words, names what is missing."""

    def stop(what: str, reason: str) -> NoReturn:
        if what in os.environ.get("PAPERLATTICE_REQUIRE", "").split():
            pytest.fail(f"{reason}, and PAPERLATTICE_REQUIRE demands the {what} tests")
        pytest.skip(reason)

    return stop


@pytest.fixture(scope="session")
def shared(unavailable) -> Path:
    """The folder of real pages and labels, next to the project or where PAPERLATTICE_SHARED says."""
    if not (SHARED / "seeds").is_dir() or not (SHARED / "gold").is_dir():
        unavailable(
            "shared", "the real pages and labels are not here (PAPERLATTICE_SHARED names their folder)"
        )
    return SHARED


@pytest.fixture(scope="session")
def needs_spark(unavailable: Callable[[str, str], NoReturn]) -> None:
    """Skip where PySpark or Java is missing."""
    from paperlattice.extractors.errors import PaperlatticeError
    from paperlattice.graph.executors.spark.session import check_java, check_pyspark

    try:
        check_pyspark()
        check_java()
    except PaperlatticeError as error:
        unavailable("spark", str(error))


@pytest.fixture(scope="session")
def spark(needs_spark: None) -> Iterator[Any]:
    """One session on one core for all tests: the other one has tests of its own."""
    from paperlattice.graph.executors.spark.session import spark_session

    # Little is computed here: Java's second compiler would cost more than it saves, as would many tasks and
    # several threads that collect garbage.
    settings = {
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.shuffle.partitions": "2",
    }
    with spark_session("local[1]", settings=settings) as started:
        yield started
    gc.collect()  # here, where the warnings of PySpark's own sockets are ignored
