from __future__ import annotations

import json
import random
import subprocess
import sys

import networkx as nx
import pytest

from paperlattice.extractors.errors import InputNotFound, SourceError
from paperlattice.extractors.labels import GoldEntity, GoldPaper, read_gold
from paperlattice.extractors.records import gold_key
from paperlattice.graph.evaluation.evaluate import evaluate_graph, read_graph
from paperlattice.graph.export import write_graph


def named(
    name: str, *aliases: str, role: str = "used", required: bool = True, cluster: str = ""
) -> GoldEntity:
    forms = frozenset(map(gold_key, (name, *aliases)))
    return GoldEntity(name, forms, role, required, cluster or gold_key(name))


def labelled(id: str, methods=(), datasets=(), urls=(), known=()) -> GoldPaper:
    entities = {"method": tuple(methods), "dataset": tuple(datasets)}
    return GoldPaper(id, f"Paper {id}", entities, frozenset(urls), frozenset([*urls, *known]))


def drawn(papers: dict[str, list[tuple]]) -> nx.MultiDiGraph:
    """Draw a graph from rows (entity node, relation, surfaces) by paper."""
    graph = nx.MultiDiGraph()
    for id, rows in papers.items():
        graph.add_node(f"paper:{id}", kind="paper", label=f"Paper {id}")
        for node, relation, surfaces in rows:
            kind, label = node.split(":", 1)
            graph.add_node(node, kind=kind, label=label, **({"url": label} if kind == "repo" else {}))
            graph.add_edge(f"paper:{id}", node, key=relation, relation=relation, surfaces=surfaces)
    return graph


def counts(result, kind: str) -> tuple[int, int, int]:
    found = result.counts[kind]
    return found.tp, found.fp, found.fn


@pytest.mark.parametrize(
    "gold, rows, expected",
    [
        ([named("LoRA")], [("method:lora", "uses", "LoRA")], (1, 0, 0)),
        ([named("LoRA")], [("method:lora", "uses", "lo-ras")], (1, 0, 0)),
        ([named("LoRA")], [("method:lora", "uses", "QLoRA")], (0, 1, 1)),
        ([named("LoRA")], [], (0, 0, 1)),
        ([], [("method:lora", "uses", "LoRA")], (0, 1, 0)),
        ([named("LoRA")], [("dataset:lora", "uses", "LoRA")], (0, 0, 1)),
        # an optional entity is neither demanded nor punished
        ([named("LLM", required=False)], [("method:llm", "uses", "LLMs")], (0, 0, 0)),
        ([named("LLM", required=False)], [], (0, 0, 0)),
        # one to one: a second node for one entity is wrong
        ([named("LoRA", "low-rank adaptation")], [("method:a", "uses", "LoRA"), ("method:b", "uses", "low-rank adaptation")], (1, 1, 0)),  # noqa: E501
        # two edges to one node are one entity
        ([named("LoRA")], [("method:lora", "uses", "LoRA"), ("method:lora", "proposes", "LoRA")], (1, 0, 0)),
        # two required entities of one cluster are one
        ([named("ResNet"), named("ResNet-50", cluster="resnet")], [("method:resnet", "uses", "ResNet | ResNet-50")], (1, 0, 0)),  # noqa: E501
        # the label replaces missing surfaces
        ([named("LoRA")], [("method:LoRA", "uses", "")], (1, 0, 0)),
        ([named("LoRA")], [("method:lora", "related", "LoRA")], (0, 0, 1)),
    ],
)  # fmt: skip
def test_entities_are_counted(gold, rows, expected):
    result = evaluate_graph([labelled("1", gold)], drawn({"1": rows}))
    assert counts(result, "method") == expected


def test_the_node_with_most_forms_in_common_is_right():
    gold = labelled("1", [named("LoRA", "low-rank adaptation")])
    rows = [("method:a", "uses", "LoRA"), ("method:b", "proposes", "LoRA | low-rank adaptation")]
    result = evaluate_graph([gold], drawn({"1": rows}))
    assert [(d.what, d.name) for d in result.disagreements] == [("wrong", "LoRA")]


def test_ignored_nodes_are_counted_and_link_nothing():
    gold = [labelled(id, [named("LLM", required=False)]) for id in "12"]
    result = evaluate_graph(gold, drawn({id: [("method:llm", "uses", "LLM")] for id in "12"}))
    assert result.ignored["method"] == 2
    assert (result.links.tp, result.links.fp, result.links.fn) == (0, 0, 0)


@pytest.mark.parametrize(
    "role, relations, right",
    [
        ("proposed", ["proposes"], 1),
        ("used", ["uses"], 1),
        ("proposed", ["uses"], 0),
        ("used", ["proposes"], 0),
        ("proposed", ["uses", "proposes"], 1),
        ("proposed", ["introduces"], 0),
    ],
)
def test_roles_are_compared(role, relations, right):
    rows = [("method:lora", relation, "LoRA") for relation in relations]
    result = evaluate_graph([labelled("1", [named("LoRA", role=role)])], drawn({"1": rows}))
    assert result.counts["method"].role_accuracy == right


@pytest.mark.parametrize(
    "found, expected",
    [
        ("github.com/a/b", (1, 0, 0)),
        ("https://www.GitHub.com/a/b.git", (1, 0, 0)),
        ("https://github.com/a/other", (0, 1, 1)),
        ("https://brook.example", (0, 0, 1)),
    ],
)
def test_repositories_are_compared_by_url(found, expected):
    gold = labelled("1", urls=["github.com/a/b"], known=["brook.example"])
    result = evaluate_graph([gold], drawn({"1": [(f"repo:{found}", "code", found)]}))
    assert counts(result, "repo") == expected


def test_resolution_is_b_cubed():
    # One node holds three mentions of x and one of y; a fourth mention of x is alone.
    gold = [labelled(str(i), [named("x")]) for i in range(4)] + [labelled("4", [named("y")])]
    rows = {str(i): [("method:one", "uses", "x")] for i in range(3)}
    rows |= {"3": [("method:two", "uses", "x")], "4": [("method:one", "uses", "y")]}
    result = evaluate_graph(gold, drawn(rows)).resolution
    assert result.mentions == 5
    assert result.precision == pytest.approx((3 * 3 / 4 + 1 + 1 / 4) / 5)
    assert result.recall == pytest.approx((3 * 3 / 4 + 1 / 4 + 1) / 5)
    assert result.f1 == pytest.approx(2 * 0.7 * 0.7 / 1.4)


def test_links_compare_pairs_of_papers():
    # Labels link 1-2; the graph links 1-2 (dataset) and 2-3 (a wrong method), and misses 1-4.
    data = named("ImageNet")
    gold = [
        labelled("1", [named("LoRA")], [data]),
        labelled("2", [], [data]),
        labelled("3"),
        labelled("4", [named("LoRA")]),
    ]
    rows = {
        "1": [("dataset:imagenet", "uses", "ImageNet")],
        "2": [("dataset:imagenet", "uses", "ImageNet"), ("method:gelu", "uses", "GELU")],
        "3": [("method:gelu", "uses", "GELU")],
        "4": [("method:lora", "uses", "LoRA")],
    }
    links = evaluate_graph(gold, drawn(rows)).links
    assert (links.tp, links.fp, links.fn) == (1, 1, 1)
    assert (links.precision, links.recall, links.f1) == (0.5, 0.5, 0.5)


def test_a_paper_that_is_not_there_misses_all():
    result = evaluate_graph([labelled("9", [named("LoRA")], urls=["github.com/a/b"])], drawn({"1": []}))
    assert result.missing == ["Paper 9"]
    assert (counts(result, "method"), counts(result, "repo")) == ((0, 0, 1), (0, 0, 1))


def test_papers_are_found_by_the_letters_of_the_title():
    graph = drawn({"1": [("method:lora", "uses", "LoRA")]})
    graph.nodes["paper:1"]["label"] = "PAPER -- 1!"
    assert counts(evaluate_graph([labelled("1", [named("LoRA")])], graph), "method") == (1, 0, 0)


def test_nothing_gives_zeros():
    result = evaluate_graph([], nx.MultiDiGraph())
    assert result.as_dict()["method"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "tp": 0,
        "fp": 0,
        "fn": 0,
        "ignored": 0,
        "role_accuracy": 0.0,
    }
    assert result.as_dict()["resolution"] == {"b3_precision": 0.0, "b3_recall": 0.0, "b3_f1": 0.0}


def test_disagreements_name_paper_and_form():
    gold = labelled("1", [named("LoRA")], urls=["github.com/a/b"])
    rows = [("method:x", "uses", "b | a"), ("repo:github.com/c/d", "code", "x")]
    found = [
        (d.paper, d.kind, d.what, d.name) for d in evaluate_graph([gold], drawn({"1": rows})).disagreements
    ]
    assert found == [
        ("1", "method", "missed", "LoRA"),
        ("1", "method", "wrong", "a | b"),
        ("1", "repo", "missed", "github.com/a/b"),
        ("1", "repo", "wrong", "github.com/c/d"),
    ]


def test_a_graph_is_read_back_from_graphml(tmp_path):
    graph = drawn({"1": [("method:lora", "uses", "LoRA")]})
    write_graph(graph, tmp_path / "graph.graphml")
    gold = [labelled("1", [named("LoRA")])]
    read = evaluate_graph(gold, read_graph(tmp_path / "graph.graphml"))
    assert read.as_dict() == evaluate_graph(gold, graph).as_dict()


@pytest.mark.parametrize("content", [b"", b"no xml", b"<graphml>", b"<html></html>", b"%PDF-1.4\xff\x00"])
def test_what_is_no_graphml_is_named(tmp_path, content):
    (tmp_path / "graph.graphml").write_bytes(content)
    with pytest.raises(SourceError, match=r"graph\.graphml is not GraphML"):
        read_graph(tmp_path / "graph.graphml")


def test_a_missing_graph_is_named(tmp_path):
    with pytest.raises(InputNotFound, match=r"none\.graphml does not exist"):
        read_graph(tmp_path / "none.graphml")


def noisy_graph(gold: list[dict], *, seed: int) -> nx.MultiDiGraph:
    """Draw the labels as a graph that is wrong in many ways: lost, doubled, mixed up, merged, split."""
    choose = random.Random(seed)
    graph = nx.MultiDiGraph()
    names = [
        (kind, e) for p in gold for kind, f in (("method", "methods"), ("dataset", "datasets")) for e in p[f]
    ]
    for number, paper in enumerate(gold):
        if choose.random() < 0.05:
            continue
        node = f"paper:{number}"
        graph.add_node(node, kind="paper", label=paper["title"].upper())
        own = [(k, e) for k, f in (("method", "methods"), ("dataset", "datasets")) for e in paper[f]]
        own += choose.sample(names, 2) + choose.choices(own, k=len(own) // 3)
        for kind, entity in own:
            if choose.random() < 0.2:
                continue
            forms = choose.sample(
                [entity["name"], *entity["aliases"]], k=choose.randint(1, 1 + len(entity["aliases"]))
            )
            meant = choose.choice([*forms, entity.get("cluster") or entity["name"], "mixed"])
            target = f"{kind}:{gold_key(meant)}"
            relation = choose.choice(["uses", {"method": "proposes", "dataset": "introduces"}[kind]])
            graph.add_node(target, kind=kind, label=forms[0])
            graph.add_edge(node, target, key=relation, relation=relation, surfaces=" | ".join(forms))
        for url in paper["urls"]:
            found = url["canonical"] if choose.random() < 0.7 else "https://github.com/invented-lab/other"
            graph.add_node(f"repo:{gold_key(found)}", kind="repo", label=found, url=found)
            graph.add_edge(node, f"repo:{gold_key(found)}", key="code", relation="code", surfaces=found)
    graph.add_edge("paper:0", "paper:1", key="related", relation="related", surfaces="")
    return graph


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_the_scoring_script(tmp_path, shared, seed):
    scorer, labels = shared / "gold" / "score.py", shared / "gold" / "dev.jsonl"
    records = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    nx.write_graphml(noisy_graph(records, seed=seed), tmp_path / "graph.graphml")
    command = [sys.executable, scorer, labels, tmp_path / "graph.graphml", "--json", tmp_path / "score.json"]
    subprocess.run(command, check=True, capture_output=True)
    expected = json.loads((tmp_path / "score.json").read_text())
    result = evaluate_graph(read_gold(labels), read_graph(tmp_path / "graph.graphml")).as_dict()
    assert expected["method"]["fp"] > 10  # the noise is there
    for name, value in expected.items():
        if isinstance(value, dict):
            assert {key: result[name][key] for key in value if key in result[name]} == {
                key: number for key, number in value.items() if (name, key) != ("repo", "ignored")
            }
        else:
            assert result[name] == value


def test_what_was_judged_carries_the_surest_edge():
    graph = drawn({"1": [("method:lora", "uses", "LoRA"), ("method:lora", "proposes", "LoRA")]})
    uses, proposes = (graph.edges["paper:1", "method:lora", key] for key in ("uses", "proposes"))
    uses |= {"confidence": 0.4, "evidence": "Less sure."}
    proposes |= {"confidence": 0.9, "evidence": "Surer."}
    (only,) = evaluate_graph([labelled("1", [named("LoRA")])], graph).judged
    assert (only.what, only.of, only.node) == ("right", "lora", "paper:1")
    assert (only.confidence, only.evidence) == (0.9, "Surer.")


def test_calibration_leaves_out_what_is_ignored_missed_or_a_repository():
    gold = labelled(
        "1", [named("LoRA"), named("LLM", required=False), named("Adam")], urls=["github.com/a/b"]
    )
    rows = [(node, "uses", "") for node in ("method:LoRA", "method:LLM", "dataset:x", "repo:github.com/a/b")]
    graph = drawn({"1": rows})
    nx.set_edge_attributes(graph, 0.75, "confidence")
    result = evaluate_graph([gold], graph)
    assert [result.calibration(*kinds).count for kinds in ((), ("method",), ("dataset",))] == [2, 1, 1]
    assert result.calibration().error == 0.25


@pytest.mark.parametrize(
    "least, expected", [(0.0, (1, 1, 0)), (0.5, (1, 1, 0)), (0.6, (1, 0, 0)), (0.9, (0, 0, 1))]
)
def test_less_sure_edges_are_passed_over(least, expected):
    graph = drawn({"1": [("method:LoRA", "uses", ""), ("method:x", "uses", "")]})
    graph.edges["paper:1", "method:LoRA", "uses"]["confidence"] = 0.8
    graph.edges["paper:1", "method:x", "uses"]["confidence"] = 0.5
    gold = [labelled("1", [named("LoRA")])]
    assert counts(evaluate_graph(gold, graph, min_confidence=least), "method") == expected
