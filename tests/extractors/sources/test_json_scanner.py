import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.sources import json_scanner
from extractors.sources.json_scanner import BrokenJsonError, JsonScanner, Overlong, TooDeep

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def scan(text, *, size, limit=10_000):
    """All values of a text that comes in pieces of `size` characters whatever is asked for."""
    source = io.StringIO(text)
    scanner = JsonScanner(lambda _: source.read(size), limit=limit)
    found = []
    while scanner.peek():
        found.append(scanner.value())
    return found


@given(st.lists(VALUES, max_size=5), st.integers(1, 40), st.sampled_from([None, 2]), st.booleans())
def test_values_are_read_whole_however_the_text_is_cut(values, size, indent, ascii_only):
    text = "\n".join(json.dumps(value, indent=indent, ensure_ascii=ascii_only) for value in values)
    assert scan(text, size=size) == values


@given(st.lists(VALUES, min_size=1, max_size=5), st.integers(16, 60))
def test_overlong_values_are_stepped_over(values, size):
    text = " ".join(json.dumps(value) for pair in values for value in ([pair, "x" * 500, '}"\\'], 7))
    found = scan(text, size=size, limit=200)
    assert [isinstance(value, Overlong) for value in found] == [True, False] * len(values)


@pytest.mark.parametrize("nested", ["[" * 50_000 + "]" * 50_000, '{"a":' * 50_000 + '"]}"' + "}" * 50_000])
def test_values_that_are_nested_too_deeply_are_stepped_over(nested):
    found = scan(f"1 {nested} [2]", size=1000, limit=10**9)
    assert [found[0], type(found[1]), found[2]] == [1, TooDeep, [2]]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[1, 2\n, x]" + " " * 99, "Expecting value at line 2, column 3"),
        ('{"a" 1}' + " " * 99, "Expecting ':' delimiter at line 1, column 6"),
        ('\n\n  {"a": tru', "Expecting value at line 3, column 9"),
        ('"open', "Unterminated string starting at line 1, column 1"),
        ("[" * 100_000, "the document ends inside of a value at line 1, column 100001"),
        ("9" * 5000 + " 1", "Exceeds the limit"),
    ],
)
def test_what_is_broken_is_located(text, where):
    with pytest.raises(BrokenJsonError, match=where):
        scan(text, size=1000, limit=10**9)


def test_a_broken_value_is_found_without_reading_to_the_end():
    asked = []

    def read(size):
        asked.append(size)
        return '{"title": "One" "abstract": "' + "x" * size

    with pytest.raises(BrokenJsonError, match="line 1, column 17"):
        JsonScanner(read, limit=10**9).value()
    assert len(asked) == 1


def test_lines_are_counted_over_pieces(monkeypatch):
    monkeypatch.setattr(json_scanner, "_PIECE", 8)
    text = '{"a": 1}\n{"a":\n 2}\n\n{"a": 3}\n]'
    scanner = JsonScanner(io.StringIO(text).read, limit=1000)
    lines = []
    for _ in range(3):
        scanner.peek()
        lines.append(scanner.line)
        scanner.value()
    assert lines == [1, 2, 5]
    with pytest.raises(BrokenJsonError, match="line 6, column 1"):
        scanner.value()
