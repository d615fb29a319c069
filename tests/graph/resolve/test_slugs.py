"""Ids of nodes."""

import re

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.resolve.labels import assign_ids, names_digest, repo_id, repo_parts, sense_id, slug

NMTOKEN = re.compile(r"[A-Za-z0-9._:\-]+")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LoRA", "lora"),
        ("LLaMA-3.1", "llama-3.1"),
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("A*", "a-star"),
        ("ε-greedy", "epsilon-greedy"),
        ("Poincaré Embeddings", "poincare-embeddings"),
        ("悟道", "u609f-u9053"),
        ("!?", "u21-u3f"),
        ("", "unnamed"),
    ],
)
def test_slug(name, expected):
    assert slug(name) == expected


@given(st.text(max_size=200))
def test_slugs_are_name_tokens(name):
    assert NMTOKEN.fullmatch(slug(name))
    assert "--" not in slug(name)
    assert len(slug(name)) <= 80


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/Example-Lab/LatticeNet", "repo:github.com:example-lab:latticenet"),
        ("http://www.github.com/Example-Lab/LatticeNet.git/", "repo:github.com:example-lab:latticenet"),
        ("https://gitlab.com/group/sub/tool", "repo:gitlab.com:group:sub:tool"),
        ("https://huggingface.co/datasets/lab/notes", "repo:huggingface.co:datasets:lab:notes"),
        ("https://anonymous.4open.science/r/Tool-1A2B", "repo:anonymous.4open.science:r:tool-1a2b"),
        ("https://zenodo.org/records/123", "repo:zenodo.org:records:123"),
        ("https://git.example.org/~someone/tool", "repo:git.example.org:_x7E_someone:tool"),
        ("", "repo:unnamed"),
    ],
)
def test_repo_id(url, expected):
    assert repo_id(url) == expected


_PATH = st.text(alphabet="ab_xX47E~:/.é", min_size=1, max_size=12)


@given(_PATH, _PATH)
def test_repo_ids_meet_only_for_one_address(left, right):
    a, b = f"https://h.org/{left}", f"https://h.org/{right}"
    assert (repo_id(a) == repo_id(b)) is (repo_parts(a) == repo_parts(b))
    assert NMTOKEN.fullmatch(repo_id(a))


def test_a_single_entity_gets_the_id_that_it_wants():
    assert assign_ids("m:a", ["00"]) == {"00": "m:a"}


def test_rivals_for_an_id_all_get_a_hash():
    digests = [names_digest(["A"]), names_digest(["a"])]
    ids = assign_ids("m:a", digests)
    assert ids == assign_ids("m:a", reversed(digests))
    assert all(re.fullmatch(r"m:a--[0-9a-f]{8}", i) for i in ids.values())
    assert len(set(ids.values())) == 2


@given(st.sets(st.text("01", min_size=12, max_size=12), min_size=2, max_size=20))
def test_rivals_with_digests_alike_get_more_digits(digests):
    ids = assign_ids("m:a", digests)
    assert set(ids) == digests
    assert len(set(ids.values())) == len(digests)


_DIGESTS = st.sets(st.text("0f", min_size=64, max_size=64), min_size=1, max_size=3)
_MEANINGS = st.none() | st.text("0f-x A", min_size=1, max_size=20)


def _wanted(kind, name, sense_name):
    if kind == "repo":
        return repo_id(f"https://h.org/{name}")
    base = f"{kind}:{slug(name)}"
    return base if sense_name is None else sense_id(base, sense_name)


@given(
    st.dictionaries(
        st.builds(
            _wanted, st.sampled_from(["method", "repo"]), st.text("0f-:x", min_size=1, max_size=14), _MEANINGS
        ),
        _DIGESTS,
        max_size=6,
    )
)
def test_ids_of_two_groups_never_meet(groups):
    ids = [i for wanted, digests in groups.items() for i in assign_ids(wanted, digests).values()]
    assert len(set(ids)) == len(ids) == sum(map(len, groups.values()))
    assert all(NMTOKEN.fullmatch(i) for i in ids)


def test_a_sense_that_looks_like_a_digest_is_marked():
    assert sense_id("m:a", "deadbeef") == "m:a--x-deadbeef"
    assert sense_id("m:a", "dead beef") == "m:a--dead-beef"
