"""Names of notes are safe everywhere, distinct everywhere, and stay."""

import re
import unicodedata

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.export.vault.names import Named, file_name, folded, name_notes

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
WORDS = st.sampled_from(
    ["CON", "nul.", "com1.x", "a/b", "..", "Café", "CAFE\u0301", "ﬁ", "%%", "\ud800", "\u202e"]
)
LABELS = st.lists(st.one_of(st.text(max_size=80), WORDS)).map(" ".join)


def named(*labels: str) -> list[Named]:
    return [Named(f"paper:{number}", "Papers/", label) for number, label in enumerate(labels)]


@given(LABELS)
def test_a_name_is_safe_everywhere(label):
    name = file_name(label)
    assert name == unicodedata.normalize("NFC", name)
    assert not re.search(r'[*"\\/<>:|?#^\[\]`$\x00-\x1f\x7f-\x9f]|%%', name)
    assert name.strip(". ") == name != ""
    assert name.split(".")[0].strip().lower() not in RESERVED
    assert len(name.encode()) <= 140
    assert len(unicodedata.normalize("NFD", f"{name} (0123abcd).md").encode("utf-16-le")) // 2 <= 255
    assert file_name(name) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("QuillNet: Two Nets", "QuillNet - Two Nets"),
        ("../../x", "-..-x"),
        ("C:\\x", "C--x"),
        ("a%#%\u200b% &<&lt; b", "a% lt; b"),
        ("R&D &lt;b&gt; AT&T", "R&D lt;bgt; AT&T"),
        ("lpt¹", "_lpt¹"),
        ("CON .x", "_CON .x"),
        ("Concord", "Concord"),
        ("a\u200bb\u202e\x00c\ud800", "abc"),
        ("  . . ", "untitled"),
        ("word " * 60, "word " * 27 + "word"),
        ("论" * 100, "论" * 46),
        ("x" * 200, "x" * 140),
    ],
)
def test_names_of_labels(label, name):
    assert file_name(label) == name


@given(st.lists(st.one_of(LABELS, WORDS), max_size=12))
def test_names_are_distinct_without_case_and_form(labels):
    paths = name_notes(named(*labels), {}, {}, on_note=pytest.fail)
    assert len({folded(path) for path in paths.values()}) == len(labels)


@given(st.lists(st.one_of(LABELS, WORDS), min_size=1, max_size=12))
def test_a_new_note_renames_no_other(labels):
    nodes = named(*labels)
    before = name_notes(nodes[1:], {}, {}, on_note=pytest.fail)
    after = name_notes(nodes, before, {}, on_note=pytest.fail)
    assert {node: after[node] for node in before} == before


def test_a_note_stays_where_a_reader_moved_it():
    assert name_notes(named("A"), {"paper:0": "Read/mine"}, {}, on_note=pytest.fail) == {
        "paper:0": "Read/mine"
    }


def test_a_reader_s_own_note_keeps_its_name():
    said = []
    paths = name_notes(named("A"), {}, {folded("Papers/a"): "Papers/a.md"}, on_note=said.append)
    assert paths == {"paper:0": "Papers/A (4c1ad889)"}
    assert said == ["Papers/a.md is not ours and stays; the note on paper:0 is Papers/A (4c1ad889).md"]
