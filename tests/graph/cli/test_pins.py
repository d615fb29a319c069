"""Pins on the command line: what has no effect, what a store had, and how to keep it."""

from __future__ import annotations

import json
import tomllib

import pytest

DROP = '[[drop]]\nnames = ["Nonesuch"]\n'


@pytest.fixture
def pins(tmp_path):
    path = tmp_path / "pins.toml"
    path.write_text(DROP, encoding="utf-8")
    return path


@pytest.fixture
def built(run, feed, pins, tmp_path):
    """The folder of a build with pins."""
    done = run("build", feed, "--pins", pins, "--out", tmp_path / "out", "--no-files")
    assert (done.code, done.err) == (0, "")
    assert "pins      1 without effect\n  pins.toml: [[drop]] 1: no paper has the name 'Nonesuch'" in done.out
    return tmp_path / "out"


def test_pins_without_effect_are_in_json_too(run, feed, built):
    found = json.loads(run("add", feed, "--out", built, "--no-files", "--json").out)
    assert (found["new"], found["idle_pins"], found["written"]) == (
        0,
        1,
        [str(built / "paperlattice.duckdb")],
    )
    assert found["pins"][0].startswith("pins.toml: [[drop]] 1: no paper")


def test_the_pins_of_a_store_are_printed_as_a_file(run, built):
    store = ("--from", built / "paperlattice.duckdb")
    assert tomllib.loads(run("pins", *store).out) == tomllib.loads(DROP)
    assert json.loads(run("pins", *store, "--json").out)["drop"][0]["names"] == ["Nonesuch"]


@pytest.mark.parametrize("command", ["build", "add"])
def test_pins_that_a_store_loses_are_named(run, feed, built, pins, command):
    again = (command, feed, "--out", built, "--no-files", "--pins", pins)
    assert run(*again).err == ""
    pins.write_text('[[rename]]\nname = "LoRA"\nto = "Lora"\n', encoding="utf-8")
    said = run(*again).err
    assert said.count("\n") == 1
    assert "1 correction that is not in" in said
    assert '[[drop]] names = ["Nonesuch"]' in said


def test_a_build_without_pins_says_what_is_lost(run, feed, built):
    assert "that is not in a file that --pins names" in run("build", feed, "--out", built, "--no-files").err
    assert run("build", feed, "--out", built, "--no-files").err == ""
