"""The inverted index of texts grows with the store, and forgets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Paper

from ..conftest import table_rows

ONE = Paper("1", "Low-rank LoRAs", "A LoRA is low.")
TWO = Paper("2", "??", "")
THREE = Paper("3", "Naïve quills", "LoRA again.")


def indexed(graph: KnowledgeGraph) -> dict[str, dict[str, int]]:
    """Return how often each word is in each paper."""
    found: dict[str, dict[str, int]] = {}
    for word, paper, count in table_rows(graph.tables)["text_index"]:
        found.setdefault(word, {})[paper] = count
    return found


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr("paperlattice.graph.pipeline.update.MOST_AFFECTED", 2.0)
    with Store.create(tmp_path / "papers.duckdb") as store:
        store.add([ONE, TWO])
        yield store


def test_words_are_counted_by_paper():
    found = indexed(KnowledgeGraph.build([ONE, TWO, THREE]))
    assert found["lora"] == {"1": 1, "3": 1}
    assert found["low"] == {"1": 2}
    assert found.keys() == {"low", "rank", "loras", "a", "lora", "is", "naïve", "quills", "again"}


def test_a_paper_without_words_has_a_number_of_its_own(store):
    store.add([THREE])
    numbers = store.graph.tables.rows("SELECT paper_id, number FROM {text_numbers} ORDER BY paper_id")
    assert numbers == [("1", 1), ("2", 2), ("3", 3)]
    assert indexed(store.graph)["lora"] == {"1": 1, "3": 1}


def test_what_is_gone_or_changed_is_forgotten_and_its_number_is_not_given_again(store):
    store.add([THREE])
    store.add([replace(THREE, abstract="Only pens.")])
    assert "again" not in indexed(store.graph)
    store.remove("3")
    store.add([Paper("4", "Inkwells")])
    assert indexed(store.graph)["inkwells"] == {"4": 1}
    assert not indexed(store.graph).keys() & {"quills", "pens"}
    assert store.graph.tables.rows("SELECT number FROM {text_numbers} WHERE paper_id = '4'") == [(5,)]


def test_many_papers_are_indexed_in_pieces(monkeypatch):
    whole = indexed(KnowledgeGraph.build([ONE, TWO, THREE]))
    monkeypatch.setattr("paperlattice.graph.pipeline.text_index.INDEXED_AT_ONCE", 1)
    graph = KnowledgeGraph.build([ONE, TWO, THREE])
    assert indexed(graph) == whole
    assert graph.tables.rows("SELECT numbers FROM {text_index} WHERE word = 'lora' ORDER BY 1") == [
        ([1],),
        ([3],),
    ]
