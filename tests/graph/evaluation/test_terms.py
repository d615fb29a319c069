"""Tasks and techniques against labels: what counts, and papers that were labelled for some kinds only."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import networkx as nx
import pytest

from paperlattice.extractors.labels import gold_term_key, read_gold
from paperlattice.graph.evaluation.evaluate import evaluate_graph, read_graph
from paperlattice.graph.evaluation.top_errors import draw_curve, precision_recall_curve

FIELDS = {"task": "tasks", "technique": "techniques"}


def term(name, *aliases, required=True, role="addressed", cluster=""):
    more = {"role": role, "required": required, "cluster": cluster or name.replace(" ", "-")}
    return {"name": name, "aliases": list(aliases), **more}


@pytest.fixture
def gold(tmp_path):
    """Return what reads records, of which a paper has those fields that are given."""

    def read(**papers):
        path = tmp_path / "gold.jsonl"
        records = ({"id": id, "title": f"Paper {id}", **fields} for id, fields in papers.items())
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return read_gold(path)

    return read


def drawn(**papers):
    """Draw a graph from rows (entity node, relation, surfaces) by paper; the label follows the colon."""
    graph = nx.MultiDiGraph()
    for id, rows in papers.items():
        graph.add_node(f"paper:{id}", kind="paper", label=f"Paper {id}")
        for node, relation, surfaces in rows:
            kind, label = node.split(":", 1)
            graph.add_node(node, kind=kind, label=label)
            data = {"relation": relation, "surfaces": surfaces, "confidence": 0.8}
            graph.add_edge(f"paper:{id}", node, key=relation, **data)
    return graph


def figures(result, kind):
    counts = result.counts[kind]
    return counts.tp, counts.fp, counts.fn, result.ignored[kind]


RETRIEVAL = term("image retrieval", "retrieving images")


@pytest.mark.parametrize(
    "form, key",
    [
        ("Large-Language Models", "largelanguagemodel"),
        ("mixtures of experts", "mixtureofexpert"),
        ("class-incremental", "classincremental"),
        ("loss", "loss"),
        ("3D+", "3d+"),
    ],
)
def test_terms_are_compared_without_plurals(form, key):
    assert gold_term_key(form) == key


@pytest.mark.parametrize(
    "tasks, rows, expected",
    [
        ([RETRIEVAL], [("task:x", "addresses", "Retrieving images")], (1, 0, 0, 0)),
        ([RETRIEVAL], [("task:image retrievals", "addresses", "finding pictures")], (1, 0, 0, 0)),
        ([term("t2i", cluster="text-to-image")], [("task:text to images", "addresses", "")], (1, 0, 0, 0)),
        ([RETRIEVAL], [("task:text retrieval", "addresses", "text retrieval")], (0, 1, 1, 0)),
        # what stands in the background is neither right nor wrong
        ([RETRIEVAL], [("task:image retrieval", "mentions", "image retrieval")], (0, 0, 1, 0)),
        ([], [("task:image retrieval", "mentions", "image retrieval")], (0, 0, 0, 0)),
        ([term("search", required=False)], [("task:search", "addresses", "")], (0, 0, 0, 1)),
        # labelled under the other kind
        ([], [("task:clustering", "addresses", "clustering")], (0, 0, 0, 1)),
        ([RETRIEVAL], [("task:clustering", "addresses", "retrieving images")], (1, 0, 0, 0)),
        # one to one: a second node is wrong, and so is a second label missed
        ([RETRIEVAL], [("task:a", "addresses", "image retrieval"), ("task:b", "addresses", "retrieving images")], (1, 1, 0, 0)),  # noqa: E501
        ([RETRIEVAL, RETRIEVAL], [("task:a", "addresses", "image retrieval")], (1, 0, 1, 0)),
    ],
)  # fmt: skip
def test_tasks_are_counted(gold, tasks, rows, expected):
    papers = gold(a={"tasks": tasks, "techniques": [term("clustering", role="central")]})
    assert figures(evaluate_graph(papers, drawn(a=rows)), "task") == expected


def test_a_kind_is_judged_in_the_papers_that_were_labelled_for_it(gold):
    lora = {"name": "LoRA", "aliases": [], "role": "used", "required": True}
    papers = gold(a={"methods": [lora], "datasets": [], "urls": []}, b={"tasks": [RETRIEVAL]})
    rows = [
        ("method:LoRA", "uses", ""),
        ("task:search", "addresses", ""),
        ("technique:x", "uses", ""),
        ("repo:github.com/a/b", "code", ""),
    ]
    result = evaluate_graph(papers, drawn(a=rows, b=rows))
    assert result.kinds == ("method", "dataset", "repo", "task")
    assert figures(result, "method") == (1, 0, 0, 0)
    assert figures(result, "repo") == (0, 1, 0, 0)
    assert figures(result, "task") == (0, 1, 1, 0)
    assert figures(result, "technique") == (0, 0, 0, 0)
    assert set(result.as_dict()) == {
        *("papers", "papers_missing", "method", "dataset", "repo", "task"),
        *("resolution", "links", "calibration"),
    }
    assert result.calibration().count == 2


def test_links_are_those_of_the_labelled_kinds(gold):
    fields = {"tasks": [RETRIEVAL], "techniques": []}
    rows = [("task:image retrieval", "addresses", ""), ("method:LoRA", "uses", "")]
    links = evaluate_graph(gold(a=fields, b=fields, c={"tasks": []}), drawn(a=rows, b=rows, c=rows[1:])).links
    assert (links.tp, links.fp, links.fn) == (1, 0, 0)


def test_the_curve_is_of_the_labelled_kinds(gold):
    papers = gold(a={"tasks": [RETRIEVAL]})
    curve = precision_recall_curve(papers, drawn(a=[("task:image retrieval", "addresses", "")]))
    assert [(point.threshold, list(point.counts)) for point in curve] == [(0.8, ["task"])]
    assert "task, best F1 1.000 at 0.80" in draw_curve(curve)


def noisy_graph(gold, *, seed):
    """Draw the labels as a graph that is wrong in many ways: lost, doubled, mixed up, of the other kind."""
    choose = random.Random(seed)
    graph = nx.MultiDiGraph()
    terms = [(kind, entry) for paper in gold for kind, field in FIELDS.items() for entry in paper[field]]
    for number, paper in enumerate(gold):
        if choose.random() < 0.05:
            continue
        node = f"paper:{number}"
        graph.add_node(node, kind="paper", label=paper["title"].upper())
        own = [(kind, entry) for kind, field in FIELDS.items() for entry in paper[field]]
        for kind, entry in own + choose.sample(terms, 3) + choose.choices(own, k=len(own) // 3):
            if choose.random() < 0.2:
                continue
            kind = kind if choose.random() < 0.8 else choose.choice(list(FIELDS))
            forms = [entry["name"], *entry["aliases"]]
            forms = choose.sample(forms, k=choose.randint(1, len(forms)))
            label = choose.choice([*forms, entry["cluster"], "mixed"])
            target = f"{kind}:{label}"
            relation = choose.choice(["mentions", {"task": "addresses", "technique": "uses"}[kind]])
            graph.add_node(target, kind=kind, label=label)
            graph.add_edge(node, target, key=relation, relation=relation, surfaces=" | ".join(forms))
    return graph


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_the_scoring_script(tmp_path, shared, seed):
    scorer, labels = shared / "gold" / "score_tasks.py", shared / "gold" / "tasks_dev.jsonl"
    records = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    nx.write_graphml(noisy_graph(records, seed=seed), tmp_path / "graph.graphml")
    command = [sys.executable, scorer, labels, tmp_path / "graph.graphml", "--json", tmp_path / "score.json"]
    subprocess.run(command, check=True, capture_output=True)
    expected = json.loads((tmp_path / "score.json").read_text())
    result = evaluate_graph(read_gold(labels), read_graph(tmp_path / "graph.graphml")).as_dict()
    for name in (*FIELDS, "resolution"):
        found = {key: value for key, value in expected[name].items() if key != "duplicate"}
        assert {key: result[name][key] for key in found} == found
    assert all(expected[kind][count] > 10 for kind in FIELDS for count in ("fp", "fn", "ignored"))
