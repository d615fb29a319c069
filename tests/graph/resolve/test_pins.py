"""Files of pins."""

import pytest

from paperlattice.extractors.records import ENTITY_KINDS
from paperlattice.graph.errors import PinError
from paperlattice.graph.model.pin_files import read_pins
from paperlattice.graph.model.pins import NO_PINS, Pin, Pins


def _file(tmp_path, text):
    path = tmp_path / "pins.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_read_pins(tmp_path):
    pins = read_pins(
        _file(
            tmp_path,
            '[[same]]\nkind = "method"\nnames = ["ViT", "Vision Transformer"]\n'
            '[[different]]\nnames = ["Atari", "Atari 100k"]\n',
        )
    )
    assert pins.same[0].names == ("ViT", "Vision Transformer")
    assert pins.same[0].kinds() == ("method",)
    assert pins.different[0].kinds() == ENTITY_KINDS
    assert pins.exact("dataset") == {"Atari", "Atari 100k"}
    assert pins.different[0].source == "pins.toml: [[different]] 1"


def test_an_empty_file_pins_nothing(tmp_path):
    assert read_pins(_file(tmp_path, "")) == NO_PINS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[same]", "not valid TOML"),
        ("[[equal]]\nnames = ['a', 'b']", "unknown table 'equal'"),
        ("same = 1", r"write \[\[same\]\]"),
        ("same = [1]", r"\[\[same\]\] 1: not a table"),
        ("[[same]]\nnames = ['a', 'b']\n[[same]]\nnames = ['a']", r"\[\[same\]\] 2: needs two names"),
        ("[[same]]\nnames = ['a', 'a']", "needs two names"),
        ("[[same]]\nnames = ['a', 'b', 'a']", "appears twice"),
        ("[[same]]\nnames = 'ab'", "must be a list of names"),
        ("[[same]]\nnames = ['a', '']", "must be a list of names"),
        ("[[same]]\nkind = 'paper'\nnames = ['a', 'b']", "'paper' is not one of method, dataset, repo"),
        ("[[dropp]]\nnames = ['a']", r"unknown table 'dropp' \(did you mean 'drop'\?\)"),
        ("[[drop]]\nname = ['a']", r"unknown entry 'name' \(did you mean 'names'\?\)"),
        ("[[drop]]\nnames = []", "needs one name or more"),
        ("[[rename]]\nname = 'a'", "'to' is missing"),
        ("[[rename]]\nname = 'a'\nto = 'a'", "'to' is the same as 'name'"),
        ("[[retype]]\nname = 'a'\nto = 'datasets'", r"to 'datasets' is not one of .*did you mean 'dataset'"),
        ("[[retype]]\nname = 'a'\nto = 'repo'", "a repository is an address"),
        ("[[retype]]\nname = 'a'\nfrom = 'task'\nto = 'task'", "both 'task'"),
        ("[[add]]\nname = 'a'\nkind = 'task'", "'paper' is missing"),
        (
            "[[add]]\nname = 'a'\nkind = 'task'\npaper = '1'\nrelation = 'uses'",
            "give 'addresses' or 'mentions'",
        ),
        ("[[add]]\nname = 'a'\nkind = 'repo'\npaper = '1'", "'a' is not the address of a repository"),
        ("[[unrelated]]\npapers = ['1']", "needs two papers or more"),
        ("[[unrelated]]\npapers = ['1', '2', '3']", "must be two papers, found 3"),
        ("[[topic]]\nto = 'a'", "give either 'paper'"),
        ("[[topic]]\nto = 'a'\nname = 'b'\nlevel = 'area'", "neither 'topic' nor 'subtopic'"),
        ("[[different]]\nname = 'a'\npapers = ['1', '2']", "two lists of papers or more"),
        ("[[different]]\nname = 'a'\npapers = [['1'], ['1']]", "'1' and '1' are to mean different things"),
        ("[[same]]\nname = 'a'\nkind = 'task'\npapers = ['1', '2']", "not for a task"),
        ("[[drop]]\nnames = ['a']\n[[rename]]\nname = 'a'\nto = 'b'", r"'a' \(method\) is dropped by"),
        ("[[rename]]\nname = 'a'\nto = 'b'\n[[rename]]\nname = 'a'\nto = 'c'", r"\[\[rename\]\] 1 says 'b'"),
        ("[[same]]\nkinds = 'method'\nnames = ['a', 'b']", "unknown entry 'kinds'"),
        (
            "[[same]]\nnames = ['a', 'b']\n[[same]]\nkind = 'method'\nnames = ['b', 'c']\n"
            "[[different]]\nnames = ['c', 'a']",
            r"\[\[different\]\] 1: 'c' and 'a' \(method\) are declared different",
        ),
    ],
)
def test_errors_are_named(tmp_path, text, message):
    with pytest.raises(PinError, match=message) as caught:
        read_pins(_file(tmp_path, text))
    assert "pins.toml" in str(caught.value)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(PinError, match="cannot be read"):
        read_pins(tmp_path / "none.toml")


def test_bytes_that_are_not_text_are_an_error(tmp_path):
    path = tmp_path / "pins.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(PinError, match="not valid TOML"):
        read_pins(path)


def test_kinds_do_not_contradict_each_other():
    pins = Pins((Pin(("a", "b"), "method"),), (Pin(("a", "b"), "dataset"),))
    assert pins.exact("method") == {"a", "b"}


def test_names_that_are_all_different_are_checked_one_by_one():
    names = tuple(f"Quill{number}" for number in range(20_000))  # 200 million pairs
    apart = Pin(names, "method")
    assert list(Pins(different=(apart,)).parted()) == [("method", names)]
    with pytest.raises(PinError, match="'Quill3' and 'Quill19999'"):
        Pins(same=(Pin((names[3], names[-1])),), different=(apart,))
