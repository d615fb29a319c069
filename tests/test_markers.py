"""The fast lane, `-m "not slow"`, starts no browser and no Spark."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def test_what_drives_a_browser_or_spark_is_slow(request):
    fast = [item for item in request.session.items if not item.get_closest_marker("slow")]
    for item in fast:
        assert not {"browser", "spark"} & set(item.fixturenames), item.nodeid
        assert not item.get_closest_marker("browser"), item.nodeid
        assert not item.get_closest_marker("spark"), item.nodeid


TABLES = runpy.run_path(str(TESTS / "conftest.py"))


def test_what_shares_a_session_of_spark_is_given_to_one_worker(request):
    for item in request.session.items:
        if item.get_closest_marker("spark") and not item.get_closest_marker("long"):
            assert TABLES["is_in"](item.path, TABLES["ON_SPARK"]), item.nodeid


@pytest.mark.parametrize("name", ["SLOW", "ON_SPARK"])
def test_the_tables_name_what_is_there(name):
    for place in TABLES[name]:
        assert (TESTS / place).exists(), place
