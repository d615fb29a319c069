from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from extractors.errors import PaperlatticeError
from extractors.records import Paper
from graph import KnowledgeGraph
from graph.errors import StoreError, UnknownFormat, UnknownNode

ROOT = Path(__file__).parents[2]

PAPERS = [
    Paper(
        f"2501.{i:05}",
        f"{name}: a study",
        f"We propose {name}, an adapter. It beats {other} on {data}. It is trained with AdamW.",
        declared=(f"https://github.com/{name.lower()}-lab/code",),
    )
    for i, (name, other, data) in enumerate(
        [
            ("Willowbark", "LoRA", "ImageNet"),
            ("Fernleaf", "LoRA", "CIFAR-10"),
            ("Mosscap", "ViT", "ImageNet"),
            ("Thornbush", "CLIP", "MS COCO"),
            ("Larchwood", "CLIP", "MS COCO"),
        ]
    )
] + [Paper("2501.99999", "On nothing", "It names nothing.")]


def everything(graph: nx.MultiDiGraph) -> tuple[list, list]:
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))


@pytest.fixture(scope="module")
def kg():
    return KnowledgeGraph.build(PAPERS)


@pytest.fixture(scope="module")
def small(small_lattice):
    return KnowledgeGraph(small_lattice)


def test_it_shows_its_size(small):
    assert repr(small) == "<KnowledgeGraph: 6 papers, 5 methods, 4 datasets, 2 repos, 3 links>"
    assert len(small) == 6


def test_a_saved_graph_opens_as_it_was(kg, tmp_path):
    opened = KnowledgeGraph.open(kg.save(tmp_path / "graph.duckdb"))
    assert everything(opened.nx) == everything(kg.nx)
    assert opened.report == kg.report
    assert repr(opened) == repr(kg)


def test_order_of_input_makes_no_difference(kg):
    assert everything(KnowledgeGraph.build(PAPERS[::-1]).nx) == everything(kg.nx)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_makes_no_difference(kg, tmp_path, seed):
    stored = kg.save(tmp_path / "graph.duckdb")
    code = (
        "import sys, dataclasses; from graph.api import KnowledgeGraph\n"
        "kg = KnowledgeGraph(KnowledgeGraph.open(sys.argv[1]).lattice)\n"
        "print(list(kg.nx.nodes(data=True)), list(kg.nx.edges(keys=True, data=True)))"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", code, str(stored)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.strip() == " ".join(map(str, everything(kg.nx)))


def test_questions_are_passed_on(small):
    assert [paper.id for paper in small.papers(method="LoRA", text="sparse")] == ["2501.00001"]
    assert small.paper("Brookbench").id == "2501.00003"
    assert small.entity("SGD", "dataset").id == "dataset:sgd"
    assert small.entity("SGD", kind="method").label == "SGD"
    assert [entity.label for entity in small.entities(kind="dataset", top=1)] == ["ImageNet"]
    assert [related.id for related in small.related("Quillnet: sparse adapters for ViT", k=10)] == [
        "2501.00002"
    ]
    assert len(small.path("Quillnet", "CIFAR-10")) == 5
    assert [e.surface for e in small.evidence("2501.00003", "CLIP")] == ["CLIP"]
    assert [mention.surface for mention in small.mentions("Brookbench")] == ["Brookbench", "CLIP"]


def test_names_can_be_explained(small):
    joined = small.explain("LoRA", "low-rank adaptation")
    assert joined == small.explain("LoRA", "low-rank adaptation", "method")
    with pytest.raises(UnknownNode, match="nearest: Quillnet"):
        small.explain("LoRA", "Quilnet")


def test_tables_for_pandas(small):
    pytest.importorskip("pandas")
    frames = small.to_pandas()
    assert [len(frame) for frame in frames] == [6, 11, 20, 3]
    joined = frames.mentions.merge(frames.entities, left_on="entity_id", right_on="id")
    assert len(joined) == len(frames.mentions)


def test_pandas_is_asked_for_by_name(small, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PaperlatticeError, match=r"pip install 'paperlattice\[pandas\]'"):
        small.to_pandas()


def test_it_writes_files(small, tmp_path):
    (path,) = small.write(tmp_path / "graph.graphml")
    assert set(nx.read_graphml(path)) == set(small.nx)
    with pytest.raises(UnknownFormat, match="nonesuch"):
        small.write(tmp_path / "graph", format="nonesuch")


def test_opening_nothing(tmp_path):
    with pytest.raises(StoreError, match="there is no such file"):
        KnowledgeGraph.open(tmp_path / "none.duckdb")
