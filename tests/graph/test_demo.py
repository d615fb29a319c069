from __future__ import annotations

from graph.demo import SAMPLE_NAME, build_sample


def test_the_sample_comes_with_the_package():
    steps = []
    graph = build_sample(on_progress=lambda step, done, _total: steps.append((step, done)))
    assert len(graph) == 42
    assert graph.report.duplicates == 0
    assert graph.report.skipped == ()
    assert [file.source for file in graph.report.files] == [SAMPLE_NAME]
    assert (f"reading {SAMPLE_NAME}", 42) in steps


def test_the_sample_names_known_things():
    graph = build_sample()
    assert len(graph.entity("LoRA").papers) > 1
    assert graph.report.entities["repo"] > 10
    assert graph.report.links > 20
