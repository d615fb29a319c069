import json

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.export.json_formats import drawn_values, json_graph, json_lines, json_text


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


@pytest.mark.parametrize("within", ["", "elements"])
def test_a_graph_is_one_object(within):
    read = json.loads("".join(json_graph({"a": 1}, [{"id": 1}], [], within=within)))
    arrays = {"nodes": [{"id": 1}], "edges": []}
    assert read == {"a": 1} | ({within: arrays} if within else arrays)


def test_three_parts_become_one_colour():
    assert drawn_values({"label": "A", "r": 1, "g": 2, "b": 255}) == {"label": "A", "color": "#0102ff"}
    assert drawn_values({"r": 1, "b": 255}) == {"r": 1, "b": 255}
