"""Generic terms: nodes that are marked, link nothing, and change nothing of what is named."""

from __future__ import annotations

import dataclasses

import networkx as nx
import pytest

from extractors.records import NODE_KINDS, Mention, Paper
from graph import KnowledgeGraph
from graph.model.attributes import pale
from graph.model.options import BuildOptions
from graph.model.records import Entity, Join, Resolution
from graph.pipeline.build import build_lattice, lattice_of
from graph.pipeline.generic import add_generic
from graph.pipeline.link import HUB_LIMIT

OPTIONS = BuildOptions("test", HUB_LIMIT, 0.5, generic=True)
NAMES = ["Willowbark", "Fernleaf", "Mosscap", "Thornbush"]
PAPERS = [
    Paper(str(i), f"{name}: adapters", f"We propose {name}, an adapter. It beats {other} on {data}. {more}")
    for i, (name, other, data, more) in enumerate(
        [
            (NAMES[0], "LoRA", "ImageNet", "We use reinforcement learning."),
            (NAMES[1], "LoRA", "ImageNet", "Nothing else."),
            (NAMES[2], "CLIP", "COCO", "Reinforcement learning is common, and so are diffusion models."),
            (NAMES[3], "CLIP", "COCO", "We use reinforcement learning and Wikipedia."),
            ("Larchwood", "BERT", "SQuAD", "Reinforcement learning helps large language models."),
        ]
    )
]
PAPERS += [
    Paper(f"lone{i}", f"On trees, part {i}", "We apply self-supervised learning to trees.") for i in range(3)
]


@pytest.fixture(scope="module")
def plain():
    return KnowledgeGraph.build(PAPERS)


@pytest.fixture(scope="module")
def marked():
    return KnowledgeGraph.build(PAPERS, generic=True)


def generic_nodes(graph):
    return {node for node, data in graph.nx.nodes(data=True) if data.get("generic")}


def test_terms_are_marked_nodes(marked):
    labels = {marked.nx.nodes[node]["label"].casefold() for node in generic_nodes(marked)}
    assert {"reinforcement learning", "wikipedia", "large language models"} <= labels
    for _, data in marked.nx.nodes(data=True):
        assert ("generic" in data) == (data["kind"] != "paper")
        colour = NODE_KINDS[data["kind"]].colour
        shade = pale(colour) if data.get("generic") else colour
        assert (data["r"], data["g"], data["b"]) == shade


def test_by_default_nothing_speaks_of_them(plain):
    assert not any("generic" in data for _, data in plain.nx.nodes(data=True))
    assert "reinforcement learning" not in {e.label.casefold() for e in plain.entities()}
    assert not plain.lattice.options.generic


def test_they_add_nodes_and_change_nothing_else(plain, marked):
    terms = generic_nodes(marked)
    assert set(marked.nx) == set(plain.nx) | terms
    assert terms
    assert marked.lattice.links == plain.lattice.links
    for node, data in plain.nx.nodes(data=True):
        other = marked.nx.nodes[node]
        assert {key: other[key] for key in data if key not in "xy"} == {
            key: value for key, value in data.items() if key not in "xy"
        }
    rest = marked.nx.subgraph(set(plain.nx)).edges(keys=True, data=True)
    assert sorted(rest, key=str) == sorted(plain.nx.edges(keys=True, data=True), key=str)


def test_they_are_drawn_where_most_of_their_papers_are(marked):
    nodes = marked.nx.nodes
    assert nodes["method:reinforcement-learning"]["cluster"] == nodes["paper:2"]["cluster"] != ""
    (lone,) = (n for n in generic_nodes(marked) if "self-supervised" in n)
    assert nodes[lone]["papers"] == 3
    assert nodes[lone]["cluster"] == ""
    assert len({(d["x"], d["y"]) for _, d in nodes(data=True)}) == len(nodes)


def test_the_order_of_papers_makes_no_difference(marked):
    again = KnowledgeGraph.build(PAPERS[::-1], generic=True)
    assert list(again.nx.nodes(data=True)) == list(marked.nx.nodes(data=True))


def test_a_store_keeps_the_marks(marked, tmp_path):
    opened = KnowledgeGraph.open(marked.save(tmp_path / "graph.duckdb"))
    assert list(opened.nx.nodes(data=True)) == list(marked.nx.nodes(data=True))
    assert opened.lattice == marked.lattice


@pytest.mark.parametrize("suffix", ["graphml", "gexf", "json", "csv", "html"])
def test_every_format_takes_the_marks(marked, tmp_path, suffix):
    files = marked.write(tmp_path / f"graph.{suffix}")
    assert all(file.stat().st_size for file in files)


def test_graphml_holds_truth_values(marked, tmp_path):
    marked.write(tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml")
    assert {node for node, mark in read.nodes(data="generic") if mark is True} == generic_nodes(marked)
    assert read.nodes["method:lora"]["generic"] is False
    assert 'attr.name="generic" attr.type="boolean"' in (tmp_path / "graph.graphml").read_text("utf-8")


def test_a_name_that_others_use_as_a_term_stays_a_name(make_intake):
    papers = [Paper(str(i), "", "RAG") for i in range(3)]
    rules = ["shape", "generic", "generic"]
    mentions = [
        Mention(p.id, "method", "RAG", "RAG", 1, 4, "uses", rule, 0.9)
        for p, rule in zip(papers, rules, strict=True)
    ]
    graph = KnowledgeGraph(lattice_of(make_intake(papers), mentions, options=OPTIONS))
    assert graph.nx.nodes["method:rag"] | {"generic": False, "papers": 3} == graph.nx.nodes["method:rag"]
    assert graph.lattice.links == ()
    named = [dataclasses.replace(m, rule="shape") for m in mentions]
    assert len(lattice_of(make_intake(papers), named, options=OPTIONS).links) == 3


def test_uniting_two_resolutions():
    one, two = Join("RAG", "Rag", "key", 1.0), Join("RAG", "retrieval", "catalogue", 1.0)
    named = Resolution(
        (Entity("m:rag", "method", "RAG", ("Rag",), (one,)),), {("1", "method", "RAG"): "m:rag"}
    )
    terms = Resolution(
        (Entity("m:llm", "method", "LLM"), Entity("m:rag", "method", "rag", ("retrieval",), (two,))),
        {("1", "method", "RAG"): "m:llm", ("2", "method", "rag"): "m:rag"},
    )
    both = add_generic(named, terms)
    assert both.entities == (
        Entity("m:llm", "method", "LLM"),
        Entity("m:rag", "method", "RAG", ("Rag", "rag", "retrieval"), (one, two)),
    )
    assert both.names == {("1", "method", "RAG"): "m:rag", ("2", "method", "rag"): "m:rag"}


def test_options_say_so():
    assert build_lattice(PAPERS[:1], generic=True).options.generic
