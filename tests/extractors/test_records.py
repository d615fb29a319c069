"""The records that flow through the program."""

import dataclasses

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors import Mention, Paper
from paperlattice.extractors.records import (
    ENTITY_KINDS,
    KINDS,
    RANK,
    RELATIONS,
    TOP_ROLE,
    is_generic,
    listed,
    paper_text,
    title_key,
)


@pytest.mark.parametrize(
    "one, other",
    [
        ("QuillNet: Tiled Attention", "quillnet – tiled attention."),
        ("Tiled\nAttention  Works", "Tiled Attention Works"),
        ("ＱｕｉｌｌＮｅｔ", "QuillNet"),
        ("Straße", "STRASSE"),
        ("“Why?” Trees", "Why Trees"),
    ],
)
def test_spellings_of_one_title_have_one_key(one, other):
    assert title_key(one) == title_key(other)
    assert Paper.hash_id(one) == Paper.hash_id(other)


@pytest.mark.parametrize(
    "one, other",
    [("GPT-3 Trees", "GPT-4 Trees"), ("树木", "森林"), ("Über Bäume", "Uber Baume"), ("?", "!"), ("a", "")],
)
def test_other_titles_have_other_keys(one, other):
    assert title_key(one) != title_key(other)


@given(st.text())
def test_hash_ids_are_short_and_start_with_t(title):
    found = Paper.hash_id(title)
    assert len(found) == 13
    assert found[0] == "t"
    assert set(found[1:]) <= set("0123456789abcdef")


def test_a_title_with_half_a_surrogate_pair_has_an_id():
    assert Paper.hash_id("\ud800") != Paper.hash_id("\ud801")


def test_offsets_count_in_title_break_abstract():
    assert (
        Paper("p1", "A title", "An abstract").text
        == "A title\nAn abstract"
        == paper_text("A title", "An abstract")
    )
    assert Paper("p1", "A title").text == "A title\n"


@pytest.mark.parametrize(
    "record, field",
    [
        (Paper("p1", "A title"), "title"),
        (Mention("p1", "method", "LoRA", "LoRA", 0, 4, "uses", "shape", 0.5), "name"),
    ],
)
def test_records_are_frozen_and_slotted(record, field):
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign"):
        setattr(record, field, "another")
    assert not hasattr(record, "__dict__")


def test_each_kind_has_a_role_for_what_a_paper_brings():
    assert {kind: TOP_ROLE[kind] for kind in ENTITY_KINDS} == {
        "method": "proposes",
        "dataset": "introduces",
        "repo": "code",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_relations_of_a_kind_are_known_and_ranked_as_it_says(kind):
    relations = KINDS[kind].relations
    assert set(relations) <= set(RELATIONS)
    assert [RANK[relation] for relation in relations] == list(range(len(relations)))


@pytest.mark.parametrize(
    "words, expected", [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_are_listed_as_in_a_sentence(words, expected):
    assert listed(words, "or") == expected


@pytest.mark.parametrize(
    "rule, expected",
    [("generic", True), ("generic+plugin:x", True), ("shape", False), ("plugin:generic", False), ("", False)],
)
def test_a_generic_term_says_so_in_its_rule(rule, expected):
    assert is_generic(Mention("p", "method", "LLM", "LLM", 0, 3, "uses", rule, 1.0)) is expected
