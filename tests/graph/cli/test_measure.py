from __future__ import annotations

import json
from xml.etree import ElementTree

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph

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


CARD = """3 labelled papers, 1 not found by title
            PRECISION  RECALL     F1  RIGHT  WRONG  MISSED  IGNORED  ROLES
method          0.600   0.750  0.667      3      2       1        0  1.000
dataset         0.667   1.000  0.800      2      1       0        0  1.000
repo            1.000   1.000  1.000      1      0       0
resolution      1.000   1.000  1.000      5
links           1.000   1.000  1.000      1      0       0

calibration: expected error 0.244 over 8 entities (method 0.310, dataset 0.133)
CONFIDENCE  COUNT   MEAN  RIGHT
0.8-0.9         6  0.800  0.500
0.9-1.0         2  0.925  1.000
"""


def test_figures_are_printed_as_a_table(ask, gold):
    assert ask("evaluate", gold, "--errors", "0").out == CARD


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
        "calibration": ["ece", "count", "bins", "ece_by_kind"],
        "errors": found["errors"],
        "not_found": ["A paper that is not there"],
    }
    assert found["method"]["f1"] == pytest.approx(2 / 3)
    assert found["calibration"]["ece"] == pytest.approx((6 * 0.3 + 2 * 0.075) / 8)
    assert found["calibration"]["ece_by_kind"] == pytest.approx({"method": 0.31, "dataset": 0.4 / 3})


def test_errors_are_quoted(ask, gold):
    assert ask("evaluate", gold).out == (
        f"{CARD}\nmost informative errors (4 of 4)\n"
        "  method wrong, confidence 0.80: ViT\n"
        "    p1  Quillnet: sparse adapters for ViT\n"
        "  dataset wrong, confidence 0.80: CIFAR-10\n"
        "    p2  A Second Look at Low-Rank Adaptation\n"
        "    We test LoRA with Vision Transformers on ImageNet and CIFAR-10.\n"
        "  method wrong, confidence 0.80: Vision Transformer | Vision Transformers\n"
        "    p2  A Second Look at Low-Rank Adaptation\n"
        "    We test LoRA with Vision Transformers on ImageNet and CIFAR-10.\n"
        "  method missed, named in 1 paper: Adam\n"
        "    p2  A Second Look at Low-Rank Adaptation\n"
        "\nnot found by title\n  A paper that is not there\n"
    )


def test_errors_are_listed_for_machines(ask, gold):
    wrong, missed = json.loads(ask("evaluate", gold, "--errors", "2", "--json").out)["errors"]
    assert wrong == {
        "kind": "method",
        "what": "wrong",
        "name": "ViT",
        "paper": "p1",
        "title": "Quillnet: sparse adapters for ViT",
        "sentence": "Quillnet: sparse adapters for ViT",
        "confidence": 0.8,
        "papers": 0,
    }
    assert (missed["name"], missed["confidence"], missed["papers"]) == ("Adam", None, 1)


def test_the_curve_is_printed(ask, gold):
    out = ask("evaluate", gold, "--errors", "0", "--curve").out
    assert out == (
        f"{CARD}\ncurve: without names below a confidence of\n"
        "LEAST  METHOD P  METHOD R  METHOD F1  DATASET P  DATASET R  DATASET F1\n"
        " 0.80     0.600     0.750      0.667      0.667      1.000       0.800\n"
        " 0.85     1.000     0.500      0.667      0.000      0.000       0.000\n"
        " 0.90     1.000     0.500      0.667      0.000      0.000       0.000\n"
        " 0.95     1.000     0.250      0.400      0.000      0.000       0.000\n"
    )


def test_the_curve_is_given_to_machines(ask, gold):
    curve = json.loads(ask("evaluate", gold, "--curve", "--json").out)["curve"]
    assert [point["threshold"] for point in curve] == [0.8, 0.85, 0.9, 0.95]
    assert list(curve[0]) == ["threshold", "method", "dataset"]
    figures = {"precision": 0.6, "recall": 0.75, "f1": 2 / 3, "tp": 3, "fp": 2, "fn": 1}
    assert curve[0]["method"] == pytest.approx(figures)


def test_the_curve_is_drawn(ask, gold, tmp_path):
    file = tmp_path / "new" / "curve.svg"
    assert ask("evaluate", gold, "--plot", file).out.endswith(f"\nwritten  {file}\n")
    assert ElementTree.parse(file).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    json.loads(ask("evaluate", gold, "--plot", file, "--json").out)


def test_a_drawing_that_is_no_svg_is_refused(ask, misused, gold):
    misused(ask("evaluate", gold, "--plot", "curve.png"), "'curve.png' is not the name of a drawing")


def test_a_graph_without_confidences_is_no_error(run, gold, tmp_path):
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", kind="paper", label="Quillnet: sparse adapters for ViT")
    graph.add_node("method:a", kind="method", label="LoRA")
    graph.add_edge("paper:1", "method:a", relation="uses")
    nx.write_graphml(graph, tmp_path / "g.graphml")
    out = run("evaluate", gold, "--graph", tmp_path / "g.graphml", "--curve").out
    assert "calibration: the judged entities have no confidence" in out
    assert "curve: the judged entities in the labelled papers have no confidence" in out


def test_a_graphml_file_gives_the_figures_of_its_store(run, ask, gold, store, tmp_path):
    KnowledgeGraph.open(store).write(tmp_path / "graph.graphml")
    read = run("evaluate", gold, "--graph", tmp_path / "graph.graphml", "--json")
    assert read.out == ask("evaluate", gold, "--json").out


# --- rated pairs


@pytest.fixture
def pairs(tmp_path):
    ratings = {"2501.00002": 2, "Brookbench": 1, "2501.00005": 0}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"query": "Quillnet: sparse adapters for ViT", "ratings": ratings}))
    return path


def test_rated_pairs_are_recognised_and_measured(ask, pairs):
    lines = ask("evaluate", pairs).out.splitlines()
    assert lines[0] == "1 rated query, 3 pairs (1 rated 2 or 3), 6 papers in the graph, ranked by related"
    assert lines[1].split() == ["VALUE", "LOW", "HIGH"]
    assert [line[:17].rstrip() for line in lines[2:]] == [
        *("linked papers", "links a paper", "NDCG", "MAP", "precision", "recall", "F1", "calibration error")
    ]
    assert lines[4].split() == ["NDCG", "1.000", "1.000", "1.000"]


def test_rated_pairs_are_measured_for_machines(run, ask, pairs, store, tmp_path):
    found = json.loads(ask("evaluate", pairs, "--json").out)
    assert (found["papers"], found["pairs"], found["ndcg"], found["ranked_by"]) == (6, 3, 1.0, "related")
    assert found["intervals"].keys() == {"ndcg", "map", "precision", "recall", "f1", "calibration_error"}
    KnowledgeGraph.open(store).write(tmp_path / "graph.graphml")
    read = json.loads(run("evaluate", pairs, "--graph", tmp_path / "graph.graphml", "--json").out)
    assert (read["ranked_by"], read["precision"]) == ("drawn links", found["precision"])
    assert "calibration_error" not in read


def test_rated_papers_that_are_not_there_are_an_error(ask, failed, pairs):
    pairs.write_text('{"query": "Brookbench", "ratings": {"A lost paper": 1}}')
    failed(ask("evaluate", pairs), "1 of 2 rated papers are not in the graph, the first: 'A lost paper'")


def test_a_broken_rating_is_an_error(ask, failed, pairs):
    pairs.write_text('{"query": "Brookbench", "ratings": {"Dialogue agents revisited": 5}}')
    failed(
        ask("evaluate", pairs), "line 1: the rating of 'Dialogue agents revisited' is 5; give 0, 1, 2 or 3"
    )


def test_rated_pairs_have_no_curve(ask, misused, pairs):
    misused(ask("evaluate", pairs, "--curve"), "--curve and --plot are for labelled papers")
