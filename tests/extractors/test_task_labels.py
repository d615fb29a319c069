"""The packaged labels of tasks and techniques: their form, and what they must not hold."""

import gzip
import json
from importlib.resources import files

import pytest

ROLES = {"tasks": {"addressed", "mentioned"}, "techniques": {"central", "mentioned"}}


PAPERS = {"tasks": 9455, "unseen_tasks": 900}


@pytest.fixture(scope="module", params=PAPERS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def labelled(name):
    packed = files("paperlattice.extractors").joinpath(f"training/{name}.jsonl.gz").read_bytes()
    return [json.loads(line) for line in gzip.decompress(packed).decode().splitlines()]


def test_each_paper_is_labelled_once(name, labelled):
    ids = [paper["id"] for paper in labelled]
    assert len(ids) == len(set(ids)) == PAPERS[name]


@pytest.mark.parametrize("field", ROLES)
def test_entries_have_the_form_of_the_guidelines(labelled, field):
    entries = [(paper["id"], entry) for paper in labelled for entry in paper[field]]
    for _, entry in entries:
        assert entry.keys() == {"name", "aliases", "role", "required", "cluster"}
        assert entry["role"] in ROLES[field]
        assert entry["aliases"]
        assert isinstance(entry["required"], bool)
    clusters = [(paper, entry["cluster"]) for paper, entry in entries]
    assert len(clusters) == len(set(clusters))


def test_names_are_kept_and_no_text(labelled):
    forms = [
        form
        for paper in labelled
        for field in ROLES
        for entry in paper[field]
        for form in (entry["name"], *entry["aliases"])
    ]
    assert max(map(len, forms)) < 80


def test_papers_are_kept_by_id_alone(labelled):
    assert all(paper.keys() == {"id", *ROLES} for paper in labelled)


def test_no_paper_is_kept_apart_for_measuring(labelled, shared):
    kept_apart = set((shared / "gold" / "kept_apart.txt").read_text(encoding="utf-8").split())
    assert not kept_apart & {paper["id"] for paper in labelled}
