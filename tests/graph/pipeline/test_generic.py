"""Generic terms: nodes that are marked, link nothing, and change nothing of what is named."""

from __future__ import annotations

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import NODE_KINDS, Mention, Paper
from paperlattice.graph.model.attributes import pale
from paperlattice.graph.model.records import Entity, Merge
from paperlattice.graph.pipeline import stages
from paperlattice.graph.pipeline.build import merge_namesakes
from paperlattice.graph.store.codec import mention_row, rows_of, table_of
from paperlattice.graph.store.schema import TABLES

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
        shade = (
            pale(NODE_KINDS[data["kind"]].colour) if data.get("generic") else NODE_KINDS[data["kind"]].colour
        )
        assert (data["r"], data["g"], data["b"]) == shade


def test_by_default_there_are_no_generic_terms(plain):
    assert not any("generic" in data for _, data in plain.nx.nodes(data=True))
    assert "reinforcement learning" not in {e.label.casefold() for e in plain.entities()}
    assert not plain.tables.options().generic


def test_they_add_nodes_and_change_nothing_else(plain, marked):
    terms = generic_nodes(marked)
    assert set(marked.nx) == set(plain.nx) | terms
    assert terms
    links = "SELECT * FROM {links} ORDER BY ALL"
    assert marked.tables.rows(links) == plain.tables.rows(links)
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
    assert opened.tables.options() == marked.tables.options()
    assert opened.tables.options().generic


@pytest.mark.parametrize("suffix", ["graphml", "gexf", "json", "csv", "html"])
def test_every_format_writes_the_marks(marked, tmp_path, suffix):
    files = marked.write(tmp_path / f"graph.{suffix}")
    assert all(file.stat().st_size for file in files)


def test_graphml_holds_truth_values(marked, tmp_path):
    marked.write(tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml")
    assert {node for node, mark in read.nodes(data="generic") if mark is True} == generic_nodes(marked)
    assert read.nodes["method:lora"]["generic"] is False
    assert 'attr.name="generic" attr.type="boolean"' in (tmp_path / "graph.graphml").read_text("utf-8")


@pytest.mark.parametrize("rules, links", [(("shape", "generic", "generic"), 0), (("shape",) * 3, 3)])
def test_a_name_that_others_use_as_a_term_stays_a_name(monkeypatch, rules, links):
    def find_mentions(_options, rows):
        for row in rows:
            rule = rules[int(row["id"])]
            found = Mention(row["id"], "method", "RAG", "RAG", 1, 4, "uses", rule, 0.9)
            yield mention_row(found, is_generic=rule == "generic")
            yield {"paper_id": row["id"], "rule": ""}

    monkeypatch.setattr(stages, "_find_rows", find_mentions)
    graph = KnowledgeGraph.build([Paper(str(i), f"On {i}", "RAG") for i in range(3)], generic=True)
    assert graph.nx.nodes["method:rag"] | {"generic": False, "papers": 3} == graph.nx.nodes["method:rag"]
    assert graph.report.links == links


def test_namesakes_are_merged_and_the_named_one_leads(executor):
    one, two = Merge("RAG", "Rag", "key", 1.0), Merge("RAG", "retrieval", "catalogue", 1.0)
    named = [Entity("m:rag", "method", "RAG", ("Rag",), (one,))]
    terms = [Entity("m:llm", "method", "LLM"), Entity("m:rag", "method", "rag", ("retrieval",), (two,))]
    names = {"named": [("1", "RAG", "m:rag")], "generic": [("1", "RAG", "m:llm"), ("2", "rag", "m:rag")]}
    for prefix, entities in (("named", named), ("generic", terms)):
        executor.write(f"{prefix}_entities", table_of(map(stages.entity_row, entities), TABLES["entities"]))
        merges = (row for entity in entities for row in stages.merge_rows(entity))
        executor.write(f"{prefix}_merges", table_of(merges, TABLES["merges"]))
        rows = [
            {"paper_id": paper, "kind": "method", "name": name, "entity_id": entity}
            for paper, name, entity in names[prefix]
        ]
        executor.write(f"{prefix}_names", table_of(rows, TABLES["mentions"]))
    found = {
        name: list(rows_of(executor.sql(f"{query} ORDER BY ALL").to_batches()))
        for name, query in merge_namesakes(executor).items()
    }
    both = Entity("m:rag", "method", "RAG", ("Rag", "rag", "retrieval"), (one, two))
    assert found["entities"] == [stages.entity_row(terms[0]), stages.entity_row(both)]
    assert found["merges"] == list(stages.merge_rows(both))
    united = {(row["paper_id"], row["name"]): row["entity_id"] for row in found["names"]}
    assert united == {("1", "RAG"): "m:rag", ("2", "rag"): "m:rag"}
