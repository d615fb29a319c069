from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Author, Link, Paper, title_key
from paperlattice.extractors.sources.merge import merge_keys, merge_papers

ADA, BO = Author("Ada", "Quill"), Author("Bo", "Fern")
TITLES = ["Alpha Net", "alpha-net", "Beta Set: A Benchmark", "Beta Set", "Γάμμα"]


@st.composite
def papers(draw):
    title = draw(st.sampled_from(TITLES))
    # The hash of another title and an id that only looks like a hash are among them.
    hashes = [Paper.hash_id(name) for name in (title, TITLES[0], TITLES[-1])]
    name = draw(st.sampled_from([*hashes, "2401.00001", "10.1000/x", "own", "7", "8", "t0123456789ab"]))
    return Paper(
        name,
        title,
        abstract=draw(st.sampled_from(["", "Short.", "A longer abstract.", "B longer abstract."])),
        date=draw(st.sampled_from(["", "2024", "2024-05-01", "2023-12-31"])),
        url=draw(st.sampled_from(["", "https://b.example", "https://a.example"])),
        sources=(draw(st.sampled_from(["a.txt", "b.json"])),),
        categories=tuple(draw(st.lists(st.sampled_from(["cs.CL", "cs.LG"]), max_size=2))),
        declared=tuple(draw(st.lists(st.sampled_from(["https://github.com/a/b"]), max_size=1))),
        authors=draw(
            st.sampled_from([(), (ADA,), (Author(family="Ada Quill"),), (ADA, Author("Bo", "Fern"))])
        ),
        venue=draw(st.sampled_from(["", "arXiv.org", "ACL", "EMNLP"])),
        doi=draw(st.sampled_from(["", "10.1000/x", "10.1000/y"])),
        keywords=tuple(draw(st.lists(st.sampled_from(["b", "a"]), max_size=2))),
        links=tuple(draw(st.lists(st.just(Link("project", "https://a.example", "a")), max_size=1))),
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
    assert {paper.id for paper in found} - {"7", "8"} >= {
        paper.id for paper in merged if paper.id[0] not in "t78"
    }
    for paper in found:
        assert any(
            set(paper.sources) <= set(p.sources) and len(p.abstract) >= len(paper.abstract) for p in merged
        )


@given(st.lists(papers(), max_size=12))
def test_entries_that_no_chain_of_keys_connects_stay_apart(found):
    parts = {number: [paper] for number, paper in enumerate(found)}
    for first in range(len(found)):
        keys = {key for paper in parts[first] for key in merge_keys(paper)}
        for other in [n for n in parts if n < first]:
            if any(keys.intersection(merge_keys(paper)) for paper in parts[other]):
                parts[first] += parts.pop(other)
    apart = [merge_papers(part) for part in parts.values()]
    assert tuple(sorted((p for part in apart for p in part), key=lambda p: p.id)) == merge_papers(found)
    for part, merged in zip(parts.values(), apart, strict=True):
        assert {p.id for p in merged} <= {key for paper in part for key in merge_keys(paper)}


def test_an_id_that_is_the_hash_of_the_title_is_one_key():
    assert merge_keys(Paper(Paper.hash_id("A Title"), "a title")) == (Paper.hash_id("A Title"),)
    assert merge_keys(Paper("x", "A Title")) == ("x", Paper.hash_id("a title"))


def test_a_merged_record_has_the_best_of_each():
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


@pytest.mark.parametrize(
    "field, values, kept",
    [
        ("authors", [(ADA,), (ADA, Author("Bo", "Fern")), ()], (ADA, Author("Bo", "Fern"))),
        ("authors", [(Author(family="Ada Longname Quill"),), (ADA,)], (ADA,)),
        ("authors", [(ADA,), (Author("Ada", "Quill", "0000-0002-1825-0097"),)], None),
        ("venue", ["arXiv (Cornell University)", "ACL", ""], "ACL"),
        ("venue", ["", "arXiv.org"], "arXiv.org"),
        ("venue", ["ACL", "Proceedings of ACL"], "Proceedings of ACL"),
        ("doi", ["", "10.1000/b", "10.1000/a"], "10.1000/a"),
        ("licence", ["", "cc-by"], "cc-by"),
        ("keywords", [("b", "a"), ("c", "a")], ("a", "b", "c")),
        (
            "links",
            [(Link("repo", "https://b.example", "x"),), (Link("repo", "https://b.example", "w"),)],
            (Link("repo", "https://b.example", "w"), Link("repo", "https://b.example", "x")),
        ),
    ],
)
def test_the_fuller_field_wins_whatever_the_order(field, values, kept):
    found = [Paper("2401.00001", "Alpha Net", **{field: value}) for value in values]
    for entries in (found, found[::-1]):
        (paper,) = merge_papers(entries)
        assert getattr(paper, field) == (values[-1] if kept is None else kept)


JOURNAL = Paper("10.1000/x", "Alpha Net in Print", doi="10.1000/x", sources=("b",))
BY_TITLE = Paper(Paper.hash_id(JOURNAL.title), JOURNAL.title)
PREPRINT, SECOND = (Paper(f"2401.0000{n}", f"Alpha {n}", doi="10.1000/x") for n in (1, 2))


@pytest.mark.parametrize(
    "entries, ids",
    [
        ([PREPRINT, JOURNAL], ["2401.00001"]),
        ([PREPRINT, BY_TITLE, JOURNAL], ["2401.00001"]),
        ([SECOND, JOURNAL, PREPRINT], ["2401.00001", "2401.00002"]),
        ([replace(PREPRINT, doi="10.1000/y"), JOURNAL], ["10.1000/x", "2401.00001"]),
        ([replace(PREPRINT, id="W1"), JOURNAL], ["10.1000/x", "W1"]),
    ],
)
def test_a_doi_that_another_paper_has_is_that_paper(entries, ids):
    for some in (entries, entries[::-1]):
        assert [paper.id for paper in merge_papers(some)] == ids
