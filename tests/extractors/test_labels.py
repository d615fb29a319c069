from __future__ import annotations

import json

import pytest

from paperlattice.extractors.errors import GoldError
from paperlattice.extractors.labels import plain_title, read_gold, url_key
from paperlattice.extractors.records import gold_key

ENTITY = {"name": "LoRAs", "aliases": ["low-rank adaptation"], "role": "used", "required": True}
URL = {"raw": "x", "canonical": "https://github.com/Brook-Lab/Agents.git", "kind": "repo"}
RECORD = {"id": "p1", "title": "A title", "methods": [ENTITY], "datasets": [], "urls": [URL]}


def changed(record: dict, **fields) -> dict:
    return {key: value for key, value in (record | fields).items() if value is not None}


@pytest.fixture
def gold_file(tmp_path):
    def write(*records) -> object:
        path = tmp_path / "gold.jsonl"
        lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
        path.write_bytes(b"\n".join(lines) + b"\n")
        return path

    return write


@pytest.mark.parametrize(
    "form, key",
    [
        ("LoRA", "lora"),
        ("low-rank adaptation", "lowrankadaptation"),
        ("SAEs", "sae"),
        ("RefCOCO+", "refcoco+"),
        ("Atari games", "atarigame"),
        ("GANs", "gan"),
        ("GAS", "gas"),
        ("Less", "less"),
        ("C#", "c"),
        ("方法", ""),
    ],
)
def test_forms_are_compared_by_letters_digits_and_plus(form, key):
    assert gold_key(form) == key


def test_titles_are_compared_by_letters_and_digits():
    assert plain_title("LoRA: 2 Ranks, one  Loss?") == "lora2ranksoneloss"


@pytest.mark.parametrize(
    "url", ["https://github.com/A/b", "http://www.github.com/a/B.git", " github.com/a/b/ ", "github.com/a/b."]
)
def test_urls_are_compared_without_scheme_and_suffix(url):
    assert url_key(url) == "github.com/a/b"


def test_a_record_is_read(gold_file):
    page = {"raw": "x", "canonical": "https://brook.example/", "kind": "page"}
    (paper,) = read_gold(gold_file(changed(RECORD, urls=[URL, page])))
    (entity,) = paper.entities["method"]
    assert (paper.id, paper.title, paper.entities["dataset"]) == ("p1", "A title", ())
    assert (entity.name, entity.role, entity.required) == ("LoRAs", "used", True)
    assert entity.forms == {"lora", "lowrankadaptation"}
    assert entity.cluster == "lora"
    assert paper.demanded_urls == {"github.com/brook-lab/agents"}
    assert paper.known_urls == {"github.com/brook-lab/agents", "brook.example"}


def test_a_given_cluster_counts(gold_file):
    (paper,) = read_gold(gold_file(changed(RECORD, methods=[ENTITY | {"cluster": "lora2"}])))
    assert paper.entities["method"][0].cluster == "lora2"


def test_empty_lines_are_skipped(gold_file):
    path = gold_file(RECORD, b"", b"  ", changed(RECORD, id="p2"))
    assert [paper.id for paper in read_gold(path)] == ["p1", "p2"]


@pytest.mark.parametrize(
    "second, said",
    [
        (b'{"id": "p2", ', "broken JSON"),
        (b'{"id": "\xff"}', "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
        (b"[1, 2]", "an object was expected, not list"),
        (changed(RECORD, id=None), "field 'id' is missing"),
        (changed(RECORD, id=7), "field 'id' is not a string"),
        (
            {"id": "p2", "title": "B"},
            "no labels; give one of 'methods', 'datasets', 'tasks', 'techniques' or 'urls'",
        ),
        (changed(RECORD, id="p2", methods={}), "field 'methods' is not a list"),
        (changed(RECORD, id="p2", methods=[changed(ENTITY, role=None)]), r"'role' is missing \(methods\)"),
        (changed(RECORD, id="p2", datasets=[changed(ENTITY, required=1)]), "`required` is true or false"),
        (changed(RECORD, id="p2", datasets=[changed(ENTITY, aliases=[1])]), "`aliases` a list of strings"),
        (changed(RECORD, id="p2", urls=["x"]), r"an object was expected, not str \(urls\)"),
        (RECORD, "the id 'p1' is on an earlier line too"),
    ],
)
def test_a_faulty_line_is_named(gold_file, second, said):
    with pytest.raises(GoldError, match=rf"gold\.jsonl, line 2: .*{said}"):
        read_gold(gold_file(RECORD, second))


def test_a_file_without_records_is_refused(gold_file):
    with pytest.raises(GoldError, match="holds no labelled paper"):
        read_gold(gold_file(b""))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GoldError, match=r"none\.jsonl: the gold file cannot be read"):
        read_gold(tmp_path / "none.jsonl")
