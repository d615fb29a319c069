from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import Paper, title_key
from extractors.sources.merge import merge_papers

TITLES = ["Alpha Net", "alpha-net", "Beta Set: A Benchmark", "Beta Set", "Γάμμα"]


@st.composite
def papers(draw):
    title = draw(st.sampled_from(TITLES))
    name = draw(st.sampled_from([Paper.hash_id(title), "2401.00001", "10.1000/x", "own", "7"]))
    return Paper(
        name,
        title,
        abstract=draw(st.sampled_from(["", "Short.", "A longer abstract.", "B longer abstract."])),
        date=draw(st.sampled_from(["", "2024", "2024-05-01", "2023-12-31"])),
        url=draw(st.sampled_from(["", "https://b.example", "https://a.example"])),
        sources=(draw(st.sampled_from(["a.txt", "b.json"])),),
        categories=tuple(draw(st.lists(st.sampled_from(["cs.CL", "cs.LG"]), max_size=2))),
        declared=tuple(draw(st.lists(st.sampled_from(["https://github.com/a/b"]), max_size=1))),
    )


@given(
    st.lists(papers(), max_size=8).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
)
def test_the_order_of_the_input_has_no_influence(pair):
    found, shuffled = pair
    merged = merge_papers(found)
    assert merged == merge_papers(shuffled)
    assert [paper.id for paper in merged] == sorted({paper.id for paper in merged})


@given(st.lists(papers(), max_size=8))
def test_nothing_is_lost(found):
    merged = merge_papers(found)
    assert {source for paper in found for source in paper.sources} == {s for p in merged for s in p.sources}
    assert {paper.id for paper in found} - {"7"} >= {paper.id for paper in merged if paper.id[0] not in "t7"}
    for paper in found:
        assert any(
            set(paper.sources) <= set(p.sources) and len(p.abstract) >= len(paper.abstract) for p in merged
        )


def test_a_merged_record_takes_the_best_of_each():
    first = Paper("x", "Title", abstract="Short.", date="2025", url="https://b.example", sources=("b.txt",))
    second = replace(first, title="Title!", abstract="Longer text.", date="2025-03-01", sources=("a.txt",))
    third = replace(
        first, url="https://a.example", categories=("cs.LG", "cs.CL"), declared=("https://g.example",)
    )
    assert merge_papers([first, second, third]) == (
        Paper(
            "x",
            "Title!",
            abstract="Longer text.",
            date="2025-03-01",
            url="https://a.example",
            sources=("a.txt", "b.txt"),
            categories=("cs.CL", "cs.LG"),
            declared=("https://g.example",),
        ),
    )


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([("2401.00001", "A Title"), ("2401.00001", "Another Title")], ["2401.00001"]),
        ([("#", "A Title"), ("#", "a title.")], ["#"]),
        ([("#", "A Title"), ("2401.00001", "A title")], ["2401.00001"]),
        ([("#", "A Title"), ("b", "A title"), ("a", "A TITLE")], ["a", "b"]),
        ([("#", "A Title"), ("a", "A Title 2")], ["a", "#"]),
        ([("x", "C++"), ("y", "C")], ["x", "y"]),
        ([("1", "A Title"), ("1", "a title")], ["1"]),
        ([("1", "A Title"), ("1", "Of Another Table")], ["#", "#"]),
        ([("t0123456789ab", "Some Name"), ("a", "Some Name")], ["a", "t0123456789ab"]),
    ],
)
def test_who_is_who(records, expected):
    found = [Paper(Paper.hash_id(title) if name == "#" else name, title) for name, title in records]
    merged = merge_papers(found)
    assert ["#" if paper.id == Paper.hash_id(paper.title) else paper.id for paper in merged] == expected


def test_merging_twice_changes_nothing():
    found = [Paper(Paper.hash_id(title), title, categories=("b", "a", "a")) for title in TITLES]
    merged = merge_papers(found)
    assert merge_papers(merged) == merged
    assert len(merged) == len({title_key(title) for title in TITLES})
    assert merged[0].categories == ("a", "b")
