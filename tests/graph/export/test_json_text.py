import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.json_text import drawn_values, json_lines, json_record, json_text, json_value


@pytest.mark.parametrize(
    "value, expected",
    [
        (float("nan"), None),
        (float("-inf"), None),
        (datetime.date(2024, 5, 1), "2024-05-01"),
        ({"b", "a"}, ["a", "b"]),
        ((1, (2, None)), [1, [2, None]]),
        ({1: None, "k": 2}, {"k": 2}),
        ("a\ud800b", "ab"),
        (True, True),
        (2j, "2j"),
    ],
)
def test_values_as_json_holds_them(value, expected):
    assert json_value(value) == expected


@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_text_has_a_utf8_form(text):
    assert json_text(text).encode("utf-8")
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert json.loads(json_text(text)) == text


@pytest.mark.parametrize("records", [[], [{}], [{"a": 1}, {"b": "\n"}]])
def test_lines_make_an_array(records):
    text = "".join(json_lines(records))
    assert json.loads(f"[{text}]") == records
    assert text.count("\n") == (len(records) + 1 if records else 0)


def test_a_taken_name_gives_way():
    assert json_record({"id": 1, "n_id": 2}, fields=("id",), prefix="n_") == {"n_id": 1, "n_n_id": 2}
    assert json_record({1: "a", "1": "b"}) == {"1": "a", "1_": "b"}


def test_three_parts_become_one_colour():
    assert drawn_values({"label": "A", "r": 1, "g": 2, "b": 255}) == {"label": "A", "color": "#0102ff"}
    assert drawn_values({"r": 1, "b": 255}) == {"r": 1, "b": 255}
