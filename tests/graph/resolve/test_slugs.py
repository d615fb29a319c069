"""Ids of nodes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.slugs import distinct_ids, repo_id, repo_parts, slug

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


def test_rivals_for_an_id_all_get_a_hash():
    ids = distinct_ids({0: "m:a", 1: "m:a", 2: "m:b"}, {0: ["A"], 1: ["a"], 2: ["b"]})
    other = distinct_ids({5: "m:a", 6: "m:a"}, {5: ["a"], 6: ["A"]})
    assert ids[2] == "m:b"
    assert (ids[0], ids[1]) == (other[6], other[5])
    assert re.fullmatch(r"m:a--[0-9a-f]{8}", ids[0])
    assert ids[0] != ids[1]
