"""What the tests need beside the project: skipped where it is missing, or failed where it is demanded."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

SHARED = Path(os.environ.get("PAPERLATTICE_SHARED") or Path(__file__).parents[2] / "shared")


@pytest.fixture(scope="session")
def unavailable() -> Callable[[str, str], NoReturn]:
    """Skip the test, or fail it if PAPERLATTICE_REQUIRE, a list parted by blanks, names what is missing."""

    def stop(what: str, reason: str) -> NoReturn:
        if what in os.environ.get("PAPERLATTICE_REQUIRE", "").split():
            pytest.fail(f"{reason}, and PAPERLATTICE_REQUIRE demands the {what} tests")
        pytest.skip(reason)

    return stop


@pytest.fixture(scope="session")
def shared(unavailable) -> Path:
    """The folder of real pages and labels, beside the project or where PAPERLATTICE_SHARED says."""
    if not (SHARED / "seeds").is_dir() or not (SHARED / "gold").is_dir():
        unavailable(
            "shared", "the real pages and labels are not here (PAPERLATTICE_SHARED names their folder)"
        )
    return SHARED
