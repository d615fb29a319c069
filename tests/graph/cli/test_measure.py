from __future__ import annotations

import json

import pytest

from graph import KnowledgeGraph

LORA = {"name": "LoRA", "aliases": ["low-rank adaptation"], "role": "used", "required": True}
ADAM = {"name": "Adam", "aliases": [], "role": "used", "required": True}
QUILLNET = {"name": "Quillnet", "aliases": [], "role": "proposed", "required": True}
IMAGENET = {"name": "ImageNet", "aliases": [], "role": "used", "required": True}
LABELS = [
    {
        "id": "p1",
        "title": "Quillnet: sparse adapters for ViT",
        "methods": [LORA, QUILLNET],
        "datasets": [IMAGENET],
        "urls": [{"raw": "", "canonical": "https://github.com/quill-lab/quillnet", "kind": "repo"}],
    },
    {
        "id": "p2",
        "title": "A Second Look at Low-Rank Adaptation",
        "methods": [LORA, ADAM],
        "datasets": [IMAGENET],
        "urls": [],
    },
    {"id": "p3", "title": "A paper that is not there", "methods": [], "datasets": [], "urls": []},
]


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, LABELS)))
    return path


def test_figures_are_printed_as_a_table(ask, gold):
    assert ask("evaluate", gold).out == (
        "3 labelled papers, 1 not found by title\n"
        "            PRECISION  RECALL     F1  RIGHT  WRONG  MISSED  IGNORED  ROLES\n"
        "method          0.600   0.750  0.667      3      2       1        0  1.000\n"
        "dataset         0.667   1.000  0.800      2      1       0        0  1.000\n"
        "repo            1.000   1.000  1.000      1      0       0\n"
        "resolution      1.000   1.000  1.000      5\n"
        "links           1.000   1.000  1.000      1      0       0\n"
    )


def test_figures_are_printed_as_json(ask, gold):
    found = json.loads(ask("evaluate", gold, "--json").out)
    ratios = ["precision", "recall", "f1", "tp", "fp", "fn"]
    assert {name: list(value) if isinstance(value, dict) else value for name, value in found.items()} == {
        "papers": 3,
        "papers_missing": 1,
        "method": [*ratios, "ignored", "role_accuracy"],
        "dataset": [*ratios, "ignored", "role_accuracy"],
        "repo": ratios,
        "resolution": ["b3_precision", "b3_recall", "b3_f1"],
        "links": ratios,
    }
    assert found["method"]["f1"] == pytest.approx(2 / 3)


def test_errors_are_listed(ask, gold):
    assert ask("evaluate", gold, "--errors", "1").out.split("\n\n")[1:] == [
        "method missed (1)\n  p2  Adam",
        "method wrong (2)\n  p1  ViT",
        "dataset wrong (1)\n  p2  CIFAR-10",
        "not found by title\n  A paper that is not there\n",
    ]
    found = json.loads(ask("evaluate", gold, "--errors", "9", "--json").out)
    wrong = {"kind": "dataset", "what": "wrong", "count": 1, "names": [{"paper": "p2", "name": "CIFAR-10"}]}
    assert wrong in found["errors"]
    assert found["not_found"] == ["A paper that is not there"]


def test_a_graphml_file_gives_the_figures_of_its_store(run, ask, gold, store, tmp_path):
    KnowledgeGraph.open(store).write(tmp_path / "graph.graphml")
    read = run("evaluate", gold, "--graph", tmp_path / "graph.graphml", "--json")
    assert read.out == ask("evaluate", gold, "--json").out
