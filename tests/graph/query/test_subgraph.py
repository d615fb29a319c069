from __future__ import annotations

import pytest
from graph.pipeline.assemble import assemble_graph, paper_node
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.records import Mention, Paper
from graph.errors import DateError
from graph.export import write_graph
from graph.export.table_rows import TableRows
from graph.layout.placing import with_places
from graph.model.options import BuildOptions, BuildReport, Lattice
from graph.model.records import Entity, Resolution
from graph.pipeline.link import link_papers
from graph.query.subgraph import Selection, part_tables, read_part, select_part

REPO = "repo:github.com:quill-lab:quillnet"
LORA, CLIP, IMAGENET = "method:lora", "method:clip", "dataset:imagenet"


def papers_of(tables, **asked) -> set[str]:
    return {paper[-1] for paper in select_part(tables, **asked).papers}


@pytest.fixture
def tables(small_lattice, stored_tables):
    return stored_tables(small_lattice, seed=2)


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


def test_several_starts_are_joined(tables):
    assert papers_of(tables, around_entities=[LORA, CLIP], depth=1) == set("1234")


def test_papers_must_name_all(tables):
    assert papers_of(tables, naming=[IMAGENET]) == {"1", "2"}
    assert papers_of(tables, naming=[IMAGENET, "dataset:cifar-10"]) == {"2"}
    assert papers_of(tables, naming=["method:none"]) == set()


DATES = ["", "2024", "2024-12", "2024-12-31", "2025", "2025-06", "2025-06-15", "2025-07-01"]


@pytest.mark.parametrize(
    "asked, expected",
    [
        ({"since": "2025"}, ["2025", "2025-06", "2025-06-15", "2025-07-01"]),
        ({"since": "2025-06"}, ["2025", "2025-06", "2025-06-15", "2025-07-01"]),
        ({"since": "2025-06-16"}, ["2025", "2025-06", "2025-07-01"]),
        ({"until": "2024"}, ["2024", "2024-12", "2024-12-31"]),
        ({"until": "2024-12-30"}, ["2024", "2024-12"]),
        ({"until": "2025-06"}, ["2024", "2024-12", "2024-12-31", "2025", "2025-06", "2025-06-15"]),
        ({"since": "2024-12", "until": "2025-06-14"}, ["2024", "2024-12", "2024-12-31", "2025", "2025-06"]),
        ({"since": "2026"}, []),
    ],
)
def test_dates_are_compared_as_far_as_both_say(stored_tables, asked, expected):
    papers = [Paper(date or "undated", "T", date=date) for date in DATES]
    assert select_part(stored_tables(lattice_of(papers)), **asked).papers == set(expected)


@pytest.mark.parametrize("date", ["25", "2025-6", "June 2025", "2025-06-15T10", "2025-06-", "２０２５"])
def test_what_is_no_date_is_refused(tables, date):
    with pytest.raises(DateError, match="is no date: give a year, month or day"):
        select_part(tables, since=date)


def test_steps_go_over_papers_that_fit(tables):
    found = select_part(tables, around_entities=[LORA], depth=2, since="2025-02")
    assert found.papers == {"2501.00002"}
    assert "method:quillnet" not in found.entities
    start = select_part(tables, around_papers=["2501.00003"], depth=2, since="2030")
    assert start.papers == {"2501.00003"}


def test_a_large_neighbourhood_is_cut_to_what_has_most_ties(tables):
    found = select_part(tables, around_entities=[LORA], depth=2, budget=5)
    assert found.papers == {"2501.00001", "2501.00002"}
    assert found.entities == {LORA, IMAGENET, "method:vit"}
    assert found.note == (
        "Step 2 leads to 5 nodes: the 2 with most ties are here. A neighbourhood is kept to 5 nodes."
    )


def test_a_hub_leaves_room_for_the_steps_behind_it(stored_tables):
    rows = [(paper, name, "list") for paper in "abcdefgh" for name in ("hub", f"own-{paper}")]
    tables = stored_tables(lattice_of([Paper(paper, paper) for paper in "abcdefgh"], rows), seed=1)
    found = select_part(tables, around_entities=["method:hub"], depth=2, budget=7)
    assert found.papers == set("abc")
    assert found.entities == {"method:hub", "method:own-a", "method:own-b", "method:own-c"}
    assert found.note == (
        "Step 1 leads to 8 nodes: the 3 with most ties are here. A neighbourhood is kept to 7 nodes."
    )


def lattice_of(papers, rows=()) -> Lattice:
    """Papers that name methods, given by (paper, method, rule)."""
    names = sorted({name for _, name, _ in rows})
    mentions = [Mention(p, "method", n, "", 0, 0, "uses", rule, 0.8) for p, n, rule in sorted(set(rows))]
    resolution = Resolution(
        tuple(Entity(f"method:{name}", "method", name.upper()) for name in names),
        {(p, "method", n): f"method:{n}" for p, n, _ in rows},
    )
    links = tuple(link_papers(resolution))
    report = BuildReport(0, len(papers), 0, 0, {}, len(links))
    return Lattice(tuple(papers), tuple(mentions), resolution, links, BuildOptions("t", 50, 0.5), report)


def test_generic_terms_are_reached_and_not_passed(stored_tables):
    rows = [("a", "llm", "generic"), ("b", "llm", "generic+list"), ("a", "x", "list")]
    tables = stored_tables(lattice_of([Paper("a", "A"), Paper("b", "B")], rows), generic=True)
    assert select_part(tables, around_entities=["method:x"], depth=4).papers == {"a"}
    assert "method:llm" in select_part(tables, around_entities=["method:x"], depth=2).entities
    assert select_part(tables, around_entities=["method:llm"], depth=1).papers == {"a", "b"}


def files_of(graph, folder) -> dict[str, bytes]:
    for name in ("graph.graphml", "graph.gexf", "graph.json"):
        write_graph(graph, folder / name)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "asked",
    [
        {"around_entities": [CLIP], "depth": 1},
        {"naming": [IMAGENET]},
        {"since": "2025-02"},
        {"since": "2030"},
    ],
)
def test_a_part_is_written_alike_from_memory_and_as_a_stream(tables, tmp_path, asked):
    part = part_tables(tables, select_part(tables, **asked))
    streamed = files_of(TableRows(with_places(part)), tmp_path / "stream")
    assert streamed == files_of(assemble_graph(*read_part(part)), tmp_path / "memory")


def test_counts_are_those_of_the_part(tables):
    part = part_tables(tables, select_part(tables, naming=["dataset:cifar-10"]))
    graph = assemble_graph(*read_part(part))
    assert [node for node, kind in graph.nodes(data="kind") if kind == "paper"] == ["paper:2501.00002"]
    assert graph.nodes[LORA]["papers"] == 1
    assert graph.nodes["paper:2501.00002"]["papers"] == 0


def test_links_say_what_they_rest_on_even_where_it_is_no_node(tables):
    part = part_tables(tables, select_part(tables, around_entities=[LORA], depth=1))
    graph = assemble_graph(*read_part(part))
    assert [node for node in graph if not node.startswith("paper:")] == [LORA]
    assert graph.edges["paper:2501.00001", "paper:2501.00002", "related"]["shared"] == "ImageNet | LoRA | ViT"


def test_the_whole_reads_back_as_it_was(tables, small_lattice):
    papers, mentions, resolution, links = read_part(tables)
    assert (papers, links) == (small_lattice.papers, small_lattice.links)
    assert set(mentions) == set(small_lattice.mentions)
    assert resolution.names == small_lattice.resolution.names
    assert resolution.entities == small_lattice.resolution.entities


rows = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("uvwxyz"), st.just("list")), min_size=1, max_size=20
)


@settings(max_examples=25)
@given(rows, st.integers(0, 5), st.integers(1, 14))
def test_neighbourhoods_are_those_of_the_whole_graph(stored_tables, rows, depth, budget):
    lattice = lattice_of([Paper(paper, paper) for paper in "abcdefg"], rows)
    tables, start = stored_tables(lattice, seed=1), f"method:{rows[0][1]}"
    pairs = {(paper, f"method:{name}") for paper, name, _ in rows}
    reached = {start}
    for _ in range(depth):
        reached |= {p for p, e in pairs if e in reached} | {e for p, e in pairs if p in reached}
    found = select_part(tables, around_entities=[start], depth=depth, budget=None)
    assert found.papers | found.entities == reached
    cut = select_part(tables, around_entities=[start], depth=depth, budget=budget)
    assert cut.papers | cut.entities <= reached
    assert len(cut.papers | cut.entities) <= budget
    assert bool(cut.note) == (len(reached) > budget)


def test_ids_of_nodes_and_papers_are_not_confused(stored_tables):
    papers = [Paper("10.1/x_y", "P"), Paper("10.1.x", "Q")]
    tables = stored_tables(lattice_of(papers, [(p.id, "m", "list") for p in papers]))
    part = part_tables(tables, select_part(tables, around_papers=["10.1/x_y"], depth=2))
    assert {node for node, _ in TableRows(part).nodes()} == {*(paper_node(p.id) for p in papers), "method:m"}
