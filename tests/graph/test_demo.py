from __future__ import annotations

import pytest

from paperlattice import KnowledgeGraph
from paperlattice.graph.demo import SAMPLE_NAME, sample_file


@pytest.fixture(scope="module")
def built():
    """The graph of the sample, and the steps that its build reported."""
    steps = []
    with sample_file() as page:
        graph = KnowledgeGraph.build(page, on_progress=lambda step, done, _total: steps.append((step, done)))
    return graph, steps


def test_the_sample_comes_with_the_package(built):
    graph, steps = built
    assert len(graph) == 42
    assert (graph.report.duplicates, graph.report.skipped) == (0, ())
    assert [file.source for file in graph.report.files] == [SAMPLE_NAME]
    assert (f"reading {SAMPLE_NAME}", 42) in steps
    assert {"merging", "extracting", "resolving", "indexing", "linking"} <= {step for step, _ in steps}


def test_the_sample_names_known_things(built):
    graph, _ = built
    assert len(graph.entity("LoRA").papers) > 1
    assert graph.report.entities["repo"] > 10
    assert graph.report.links > 5
