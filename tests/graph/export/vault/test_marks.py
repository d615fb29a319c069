"""What is ours in a note changes; what is a reader's stays, byte for byte."""

import pytest
import srsly
from hypothesis import given, settings, strategies as st

from paperlattice.graph.export.vault.marks import fresh_text, gone_text, updated_text
from paperlattice.graph.export.vault.notes import Note

OLD = Note("paper:1", {"aliases": ["A"], "tags": ["paperlattice/paper"], "title": "A"}, "# A\n")
NEW = Note(
    "paper:1", {"aliases": ["A"], "tags": ["paperlattice/paper"], "title": "B", "date": "2025"}, "# B\n"
)
TEXT = fresh_text(OLD)


def front(text: str) -> dict:
    return srsly.yaml_loads(text.split("---\n")[1])


def test_a_note_that_nobody_touched_is_written_anew():
    assert updated_text(TEXT, OLD) == TEXT
    assert updated_text(TEXT, NEW) == fresh_text(NEW)


MINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")).filter(
    lambda text: "%%" not in text and "---" not in text
)


@given(MINE, MINE)
@settings(max_examples=settings.default.max_examples // 2)
def test_text_around_the_marks_stays(above, below):
    head, block = TEXT.split("%% paperlattice:begin")
    text = f"{head}{above}\n%% paperlattice:begin{block}{below}"
    new = updated_text(text, NEW)
    assert new.startswith(f"{fresh_text(NEW).split('%%')[0]}{above}\n%% paperlattice:begin")
    assert new.endswith(f"%%\n{below}")
    assert updated_text(new, NEW) == new
    assert updated_text(new, OLD) == text


FIELDS = """# of mine
rating: 5   # out of 5
aliases:
  - A
  - The first
title: "A"

tags: [paperlattice/paper, to-read, paperlattice/topic/old]
# of the end
status: |
  open

  still
"""


def test_fields_of_a_reader_stay_in_their_order():
    text = TEXT.replace(TEXT.split("---\n")[1], FIELDS)
    new = updated_text(text, NEW)
    assert new.split("---\n")[1] == (
        FIELDS.replace('title: "A"', 'title: "B"').replace(
            "tags: [paperlattice/paper, to-read, paperlattice/topic/old]",
            'tags:\n  - paperlattice/paper\n  - "to-read"',
        )
        + 'date: "2025"\n'
    )
    assert front(new)["aliases"] == ["A", "The first"]
    assert updated_text(new, NEW) == new


@pytest.mark.parametrize(
    "written",
    ["title: A", "title: 'A'", "title:   A  # mine", "title: |-\n  A", '"title": A', "title: >-\n  A\n"],
)
def test_a_field_that_says_the_same_keeps_its_form(written):
    text = TEXT.replace('title: "A"', written)
    assert updated_text(text, OLD) == text


@pytest.mark.parametrize(
    ("old", "kept"),
    [
        ("venue: ICML\n", "venue: ICML"),
        ("tags: mine, other\n", "other"),
        ("aliases:\n- Zero indented\n", "Zero indented"),
        ("title: [broken\n", "title"),
    ],
)
def test_what_a_reader_may_write_into_a_field(old, kept):
    name = old.partition(":")[0]
    fields = "".join(
        line for line in ("tags: [x]\n", "aliases: []\n", 'title: "A"\n') if not line.startswith(name)
    )
    new = updated_text(TEXT.replace(TEXT.split("---\n")[1], fields + old), OLD)
    assert kept in new.split("---\n")[1]
    assert front(new)["title"] == "A"


def test_a_front_matter_that_a_reader_removed_comes_back():
    assert updated_text(TEXT.split("---\n")[2], OLD) == TEXT


@pytest.mark.parametrize("change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t])
def test_line_ends_and_byte_order_mark_stay(change):
    assert updated_text(change(TEXT), OLD) == change(TEXT)
    assert updated_text(change(TEXT), NEW) == change(fresh_text(NEW))
    assert gone_text(change(TEXT), "paper:1") == ""


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("%% paperlattice:begin paper:1 %%\n", ""),
        lambda text: text[: text.index("%% paperlattice:end")],
        lambda text: text + text,
        lambda text: text + "%% paperlattice:begin paper:1 %%\n",
        lambda text: text.replace("paperlattice:end", "paperlattice:en"),
        lambda text: "\n".join(reversed(text.split("\n"))),
    ],
)
def test_damaged_marks_are_told(damage):
    assert updated_text(damage(TEXT), NEW) is None
    assert gone_text(damage(TEXT), "paper:1") is None


@pytest.mark.parametrize(
    "touch", [lambda t: t + "Mine.", lambda t: t.replace("title: ", "rating: 5\ntitle: ")]
)
def test_a_note_of_what_is_gone_is_removed_only_if_all_of_it_is_ours(touch):
    assert gone_text(TEXT, "paper:1") == ""
    text = gone_text(touch(TEXT), "paper:1")
    assert "no longer in the graph" in text
    assert "# A" not in text
    assert gone_text(text, "paper:1") == text
    back = updated_text(text, OLD)
    assert back.split("%% paperlattice:end")[0] == touch(TEXT).split("%% paperlattice:end")[0]
