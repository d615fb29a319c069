"""The fast lane, `-m "not slow"`, starts no browser and no Spark."""

from __future__ import annotations

import runpy
from pathlib import Path

TESTS = Path(__file__).parent


def test_what_drives_a_browser_or_spark_is_slow(request):
    fast = [item for item in request.session.items if not item.get_closest_marker("slow")]
    for item in fast:
        assert not {"browser", "spark"} & set(item.fixturenames), item.nodeid
        assert not item.get_closest_marker("browser"), item.nodeid
        assert not item.get_closest_marker("spark"), item.nodeid


def test_the_table_of_what_is_slow_names_what_is_there():
    for place in runpy.run_path(str(TESTS / "conftest.py"))["SLOW"]:
        assert (TESTS / place).exists(), place
