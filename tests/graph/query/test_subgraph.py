from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from paperlattice import KnowledgeGraph, Paper
from paperlattice.graph.errors import DateError
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.subgraph import Selection, select_part

LORA, CLIP, IMAGENET = "method:lora", "method:clip", "dataset:imagenet"


def papers_of(tables, **asked) -> set[str]:
    return {paper[-1] for paper in select_part(tables, **asked).papers}


def fitting(tables, **asked) -> frozenset[str]:
    return Lookup(tables).select_ids(PaperFilter(**asked))


@pytest.fixture
def tables(small_graph):
    return small_graph.tables


def test_nothing_asked_is_everything(tables):
    assert select_part(tables) == Selection(frozenset(tables.paper_ids()))


@pytest.mark.parametrize(
    "depth, papers, entities",
    [
        (0, "", {LORA}),
        (1, "12", {LORA}),
        (
            2,
            "12",
            {
                LORA,
                IMAGENET,
                "method:vit",
                "method:quillnet",
                "dataset:cifar-10",
                "repo:github.com:quill-lab:quillnet",
            },
        ),
    ],
)
def test_steps_from_an_entity(tables, depth, papers, entities):
    found = select_part(tables, around_entities=[LORA], depth=depth)
    assert {paper[-1] for paper in found.papers} == set(papers)
    assert found.entities == entities
    assert found.note == ""


def test_steps_from_a_paper(tables):
    found = select_part(tables, around_papers=["2501.00003"], depth=2)
    assert found.papers == {"2501.00003", "2501.00004"}
    assert found.entities == {"dataset:brookbench", CLIP}


def test_several_starts_give_one_part(tables):
    assert papers_of(tables, around_entities=[LORA, CLIP], depth=1) == set("1234")


def test_steps_go_over_papers_that_fit(tables):
    found = select_part(tables, around_entities=[LORA], depth=2, fitting=fitting(tables, since="2025-02"))
    assert found.papers == {"2501.00002"}
    assert "method:quillnet" not in found.entities
    start = select_part(tables, around_papers=["2501.00003"], depth=2, fitting=fitting(tables, since="2030"))
    assert start.papers == {"2501.00003"}


def test_a_large_neighbourhood_is_cut_to_what_has_most_ties(tables):
    found = select_part(tables, around_entities=[LORA], depth=2, budget=5)
    assert found.papers == {"2501.00001", "2501.00002"}
    assert found.entities == {LORA, IMAGENET, "method:vit"}
    assert found.note == (
        "Step 2 leads to 5 nodes: the 2 with the most ties are shown. A neighbourhood holds at most 5 nodes."
    )


def test_a_hub_leaves_room_for_the_steps_after_it(build_small):
    rows = [(paper, f"method:{name}") for paper in "abcdefgh" for name in ("hub", f"own-{paper}")]
    found = select_part(build_small(rows).tables, around_entities=["method:hub"], depth=2, budget=7)
    assert found.papers == set("abc")
    assert found.entities == {"method:hub", "method:own-a", "method:own-b", "method:own-c"}
    assert found.note == (
        "Step 1 leads to 8 nodes: the 3 with the most ties are shown. A neighbourhood holds at most 7 nodes."
    )


def test_steps_reach_what_is_mentioned_in_the_background_and_do_not_lead_on_from_there(topical_graph):
    tables, learning, llm = (
        topical_graph.tables,
        "technique:contrastive-learning",
        "technique:large-language-model",
    )
    near = select_part(tables, around_entities=[learning], depth=2)
    assert near.papers == {"t1"}
    assert llm in near.entities
    # The first paper mentions what the third one studies; the third mentions what the others address.
    assert select_part(tables, around_entities=[learning], depth=3).papers == {"t1", "t2", "t3"}
    assert select_part(tables, around_entities=["task:hallucination"], depth=4).papers == {"t1", "t2", "t3"}
    assert select_part(tables, around_papers=["t2"], depth=2).papers == {"t1", "t2"}
    assert select_part(tables, around_entities=["task:image-retrieval"], depth=1).papers == {"t1", "t2", "t3"}


def test_counts_and_links_are_those_of_the_part(small_graph):
    part = small_graph.part(dataset="CIFAR-10")
    assert [node for node, kind in part.nx.nodes(data="kind") if kind == "paper"] == ["paper:2501.00002"]
    assert (part.nx.nodes[LORA]["papers"], part.nx.nodes["paper:2501.00002"]["papers"]) == (1, 0)
    assert (
        repr(part)
        == "<KnowledgeGraph: 1 papers, 2 methods, 2 datasets, 0 repos, 0 tasks, 0 techniques, 0 links>"
    )


def test_links_list_shared_entities_that_are_not_nodes(small_graph):
    graph = small_graph.part(around="LoRA", depth=1).nx
    assert [node for node in graph if not node.startswith("paper:")] == [LORA]
    assert graph.edges["paper:2501.00001", "paper:2501.00002", "related"]["shared"] == "LoRA | ViT | ImageNet"


@pytest.mark.parametrize("asked", [{"around": "CLIP", "depth": 1}, {"method": "SGD"}, {"since": "2030"}])
def test_a_saved_part_is_the_part(small_graph, tmp_path, asked):
    part = small_graph.part(**asked)
    opened = KnowledgeGraph.open(part.save(tmp_path / "part.duckdb"))
    for graph, folder in ((part, "a"), (opened, "b")):
        for name in ("graph.graphml", "graph.json"):
            graph.write(tmp_path / folder / name)
    for name in ("graph.graphml", "graph.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


rows = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("uvwxyz").map("method:{}".format)),
    min_size=1,
    max_size=20,
)


@settings(max_examples=settings.default.max_examples // 5)
@given(rows, st.integers(0, 5), st.integers(1, 14))
def test_neighbourhoods_are_those_of_the_whole_graph(build_small, pairs, depth, budget):
    tables, start = build_small(pairs, isolated="abcdefg").tables, pairs[0][1]
    reached = {start}
    for _ in range(depth):
        reached |= {p for p, e in pairs if e in reached} | {e for p, e in pairs if p in reached}
    found = select_part(tables, around_entities=[start], depth=depth, budget=None)
    assert found.papers | found.entities == reached
    cut = select_part(tables, around_entities=[start], depth=depth, budget=budget)
    assert cut.papers | cut.entities <= reached
    assert len(cut.papers | cut.entities) <= budget
    assert bool(cut.note) == (len(reached) > budget)


def test_ids_of_nodes_and_papers_are_not_confused(build_small):
    ids = ["10.1/x_y", "10.1.x"]
    part = build_small([(paper, "method:m") for paper in ids]).part(around="10.1/x_y", depth=2)
    assert set(part.nx) == {*map(paper_node, ids), "method:m"}


def test_a_graph_without_any_date_says_so():
    undated = KnowledgeGraph.build([Paper("1", "Quiet Quills", "We train CLIP.")])
    with pytest.raises(DateError, match=r"no paper of the graph has a date.*--date"):
        undated.part(since="2025")
    assert len(KnowledgeGraph.build([Paper("1", "Quiet Quills")], date="June 2025").part(until="2025")) == 1
    with pytest.raises(DateError, match="'soon' is not a date"):
        KnowledgeGraph.build([Paper("1", "Quiet Quills")], date="soon")
