"""What a change reports and what it refuses; the graph that it gives: tests/graph/equivalence."""

from __future__ import annotations

import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import StoreError, UnknownNode

PAPER = Paper("2501.00001", "Quillnet", "We propose Quillnet. It beats LoRA on ImageNet.", sources=("a.txt",))
OTHER = Paper("2501.00002", "Another", "We use LoRA on ImageNet and CIFAR-10.", sources=("a.txt",))


@pytest.fixture
def path(tmp_path):
    with Store.create(tmp_path / "paperlattice.duckdb") as store:
        assert store.add([PAPER, OTHER]).new == 2
    return store.path


def added(path, given, **options):
    with Store.open(path) as store:
        return store.add(given, **options)


def test_papers_are_removed_by_title_id_or_node(path):
    with Store.open(path) as store:
        changes = store.remove(["another", "paper:2501.00001"])
        assert (changes.removed, changes.new, changes.report.papers) == (2, 0, 0)
        assert len(store.graph) == 0
    assert added(path, [PAPER]).new == 1


def test_an_unknown_paper_removes_nothing(path):
    before = path.read_bytes()
    with pytest.raises(UnknownNode, match="nearest: Quillnet"), Store.open(path) as store:
        store.remove(["Another", "Quilnet"])
    assert path.read_bytes() == before


def test_only_what_is_new_is_extracted_and_reported(path):
    told = []
    new = Paper("2501.00003", "Third", "We use CLIP.")
    changes = added(path, [PAPER, new], on_progress=lambda *said: told.append(said))
    assert (changes.new, changes.unchanged, changes.read) == (1, 1, 1)
    assert [said for said in told if said[0] == "extracting"] == [("extracting", 0, 1), ("extracting", 1, 1)]
    assert (changes.report.entries, changes.report.papers, changes.report.duplicates) == (2, 3, 0)


def test_a_large_change_resolves_all_again(path):
    settled = []
    added(path, [Paper("3", "Third", "We use CLIP.")], on_progress=lambda step, *_: settled.append(step))
    assert "linking" in settled  # which a change of little does not tell


def test_another_version_of_the_extractors_reads_all_again(path, monkeypatch):
    monkeypatch.setattr("paperlattice.extractors.pipeline.version_with", lambda _components: "2-new")
    assert added(path, [PAPER]).read == 2
    assert KnowledgeGraph.open(path).tables.options().extractor_version == "2-new"


def test_plug_ins_of_a_store_are_asked_for(path, monkeypatch):
    with monkeypatch.context() as changed:
        changed.setattr(
            "paperlattice.extractors.pipeline.version_with", lambda _components: "1-abc+spotter-1"
        )
        added(path, [PAPER])
    with pytest.raises(StoreError, match="was built with plug-ins; give the same --plugin"):
        added(path, [PAPER])


def test_a_source_without_papers_changes_nothing(path, tmp_path):
    before = path.read_bytes()
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(SourceError, match="empty"):
        added(path, tmp_path / "empty.txt")
    assert path.read_bytes() == before
