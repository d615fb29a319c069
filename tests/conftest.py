"""What the tests need besides the project: skipped where it is missing, or failed where it is demanded."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

SHARED = Path(os.environ.get("PAPERLATTICE_SHARED") or Path(__file__).parents[2] / "shared")


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
    """One session on two cores for all tests."""
    from paperlattice.graph.executors.spark.session import spark_session

    # Little is computed here: Java's second compiler would cost more than it saves, and many tasks too.
    settings = {
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.sql.shuffle.partitions": "2",
    }
    with spark_session("local[2]", settings=settings) as started:
        yield started
    gc.collect()  # here, where the warnings of PySpark's own sockets are ignored
