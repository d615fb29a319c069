"""The records that flow through the program."""

import dataclasses

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors import Mention, Paper
from paperlattice.extractors.records import (
    BACKGROUND,
    ENTITY_KINDS,
    KINDS,
    NAMED_KINDS,
    NODE_KINDS,
    RANK,
    RELATIONS,
    TERM_KINDS,
    TOP_ROLE,
    WORDED_KINDS,
    counted,
    listed,
    outward_url,
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
        "task": "addresses",
        "technique": "uses",
    }


def test_kinds_are_grouped_by_what_is_found_of_them():
    assert NAMED_KINDS == ("method", "dataset")
    assert TERM_KINDS == ("task", "technique")
    assert (*NAMED_KINDS, *TERM_KINDS) == WORDED_KINDS
    assert set(ENTITY_KINDS) == {*WORDED_KINDS, "repo"}


def test_no_two_kinds_look_alike_or_share_a_word():
    for field in ("one", "many", "colour", "light", "dark", "shape", "key"):
        assert len({getattr(facts, field) for facts in NODE_KINDS.values()}) == len(NODE_KINDS)


def test_terms_may_stand_in_the_background():
    assert sorted(BACKGROUND) == ["mentions"]
    assert {kind for kind in ENTITY_KINDS if "mentions" in KINDS[kind].relations} == set(TERM_KINDS)
    assert all(KINDS[kind].relations[-1] == "mentions" for kind in TERM_KINDS)


def test_a_mention_that_nobody_has_weighed_has_no_salience():
    assert Mention("p1", "task", "retrieval", "retrieval", 0, 9, "addresses", "term", 0.5).salience == 0.0


@pytest.mark.parametrize("kind", KINDS)
def test_the_relations_of_a_kind_are_known_and_ranked_as_it_says(kind):
    relations = KINDS[kind].relations
    assert set(relations) <= set(RELATIONS)
    assert [RANK[kind, relation] for relation in relations] == list(range(len(relations)))


@pytest.mark.parametrize(
    "words, expected", [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_are_listed_as_in_a_sentence(words, expected):
    assert listed(words, "or") == expected


@pytest.mark.parametrize(
    "number, expected", [(0, "0 papers"), (1, "1 paper"), (2, "2 papers"), (1234567, "1,234,567 papers")]
)
def test_numbers_come_with_their_noun(number, expected):
    assert counted(number, "paper") == expected


@pytest.mark.parametrize(
    "paper, url",
    [
        (Paper("2506.00001", "T", url="https://a.example"), "https://arxiv.org/abs/2506.00001"),
        (Paper("10.1000/a", "T", arxiv_id="2506.00001"), "https://arxiv.org/abs/2506.00001"),
        (Paper("W1", "T", url="https://a.example", doi="10.1000/a"), "https://doi.org/10.1000/a"),
        (Paper("10.1000/a", "T"), "https://doi.org/10.1000/a"),
        (Paper("10.1000/a", "T", doi="10.1000/b<c>#d"), "https://doi.org/10.1000/b%3Cc%3E%23d"),
        (Paper("W1", "T", url="https://a.example"), "https://a.example"),
        (Paper("W1", "T", doi="no doi"), ""),
    ],
)
def test_where_a_paper_can_be_read(paper, url):
    assert outward_url(paper) == url
