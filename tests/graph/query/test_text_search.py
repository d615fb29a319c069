"""Texts are found by the index of words as by reading them all, and ranked by how well they answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.errors import QueryError
from paperlattice.graph.model.records import Entity
from paperlattice.graph.pipeline.text_index import with_text_index
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.search import folded

PIECES = (
    "low",
    "rank",
    "LoRA",
    "ada",
    "İ",
    "ß",
    "ſ",
    "\u212a",
    "é",
    "注意",
    "7",
    "_",
    "-",
    ".",
    "C++",
    "(",
    "\\",
    "'",
    "{",
)
BLANKS = (" ", "\n", "\x0b", "\x1f", "\x85", "\xa0", "\u2003", "\u200b", "\0")
texts = st.lists(st.sampled_from(PIECES + BLANKS), max_size=6).map("".join)


@settings(
    max_examples=settings.default.max_examples // 5,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5), st.lists(texts, min_size=5, max_size=5))
def test_texts_are_found_as_by_reading_all_of_them(make_graph, given_texts, sought):
    papers = [Paper(str(n), *own) for n, own in enumerate(given_texts)]
    graph = make_graph(papers)
    cut = [text[1:-1] for own in given_texts for text in own]
    for text in (*sought, *cut, f"{'low ' * 200}{cut[0]}"):
        wanted = [paper for paper in papers if folded(text) in folded(paper.text)]
        for lookup in (graph.lookup, Lookup(with_text_index(graph.tables))):
            assert lookup.select_papers(PaperFilter(text=text)) == wanted
            assert lookup.select_ids(PaperFilter(text=text)) == {paper.id for paper in wanted}


def test_of_a_long_text_no_word_is_overlooked(make_graph):
    long = "quills and pens " * 60
    lookup = make_graph([Paper("1", "A", f"{long}first"), Paper("2", "B", f"{long}second")]).lookup
    assert lookup.select_ids(PaperFilter(text=f"{long} SECOND")) == {"2"}
    assert [paper.id for paper in lookup.select_papers(PaperFilter(text=f"{long} SECOND"))] == ["2"]


def test_only_the_papers_that_have_the_words_are_read(make_graph, monkeypatch):
    graph = make_graph(
        [Paper("1", "Low-rank ad", "Quills"), Paper("2", "Lower ranks"), Paper("3", "Slow-rank adapters")]
        + [Paper(str(n), f"Ink {n}") for n in range(4, 8)]
    )
    lookup = Lookup(with_text_index(graph.tables))
    assert lookup.select_papers(PaperFilter(text="rank quill")) == []
    monkeypatch.setattr("paperlattice.graph.query.reader.may_hold", lambda sought, first: ("true", []))
    assert [p.id for p in lookup.select_papers(PaperFilter(text="low-rank AD"))] == ["1", "3"]


PAPERS = (
    Paper("1", "On quills", "We write with pens. Quills are old."),
    Paper("2", "On pens", "Pens write.\nThey write with ink and pens and paper and much else."),
    Paper("3", "Small updates", "We use low-rank adaptation. It writes well."),
    Paper("4", "Nothing", "Ink."),
)
LORA = Entity("method:lora", "method", "LoRA", ("low-rank adaptation",))
NAMED = (
    Mention("3", "method", "low-rank adaptation", "low-rank adaptation", 21, 40, "uses", "list", 0.9, 0.4),
    LORA.id,
)


@pytest.fixture(scope="module")
def graph(make_graph):
    return make_graph(PAPERS, [LORA], [NAMED])


@pytest.mark.parametrize(
    "query, ids",
    [
        ("quill", ["1"]),
        ("pens quills", ["1", "2"]),
        ("INK", ["4", "2"]),
        ("LoRA", ["3"]),
        ("low rank adaptations", ["3"]),
        ("zebra", []),
        ("zebra ink", ["4", "2"]),
    ],
)
def test_papers_are_ranked_by_their_words_and_names(graph, query, ids):
    assert [hit.id for hit in graph.search(query)] == ids


def test_a_hit_shows_where_it_answers(graph):
    (hit,) = graph.search("LoRA")
    assert (hit.names, hit.sentence) == (("LoRA",), "We use low-rank adaptation.")
    assert graph.paper("3").text[hit.start : hit.end] == hit.sentence
    (hit, *_) = graph.search("much paper pens")
    assert hit.sentence == "They write with ink and pens and paper and much else."
    (hit,) = graph.search("nothing")
    assert hit.sentence == "Nothing"


def test_as_many_are_returned_as_are_wanted(graph):
    assert [len(graph.search("ink pens quills", k)) for k in (0, 1, 2, None)] == [0, 1, 2, 3]
    scores = [hit.score for hit in graph.search("ink pens quills", None)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["", " ", "?!"])
def test_a_search_without_words_is_refused(graph, query):
    with pytest.raises(QueryError, match="holds no word: give words or names"):
        graph.search(query)


def test_a_part_ranks_its_own_papers_only(graph):
    part = graph.part(method="LoRA")
    assert [hit.id for hit in part.search("low writes ink")] == ["3"]


def test_a_store_finds_what_is_in_it_now(tmp_path):
    with Store.create(tmp_path / "papers.duckdb", links="none") as store:
        store.add(PAPERS)
    wanted = KnowledgeGraph.build(PAPERS, links="none").search("ink pens", None)
    assert KnowledgeGraph.open(store.path).search("ink pens", None) == wanted
    with Store.open(store.path) as store:
        store.add([replace(PAPERS[3], abstract="Feathers.")])
        store.remove("2")
    assert [hit.id for hit in store.graph.search("ink feather")] == ["4"]
    assert [paper.id for paper in store.graph.papers(text="feath")] == ["4"]
    assert store.graph.papers(text="ink") == []
