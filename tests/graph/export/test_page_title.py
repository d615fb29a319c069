"""The title that a page gets from its inputs."""

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.graph.export.page_title import page_title, title_of
from paperlattice.graph.export.rows import NetworkxRows
from paperlattice.graph.model.records import TopicFacts


@pytest.mark.parametrize(
    "sources, title",
    [
        (["papers.jsonl"], "Papers"),
        (["folder/my_reading-list v1.5.bib"], "My reading list v1.5"),
        (["000_1a56f45ac90f8119.txt", "001_4cdc1e3ca58c9d01.txt"], ""),
        (["2024.csv"], ""),
        (["decade.csv"], "Decade"),
        (["daily-2024-01.txt", "daily-2024-02.txt", "daily-2024-03.txt", "daily-2024-04.txt"], "Daily 2024"),
        (["acl 2023.bib", "acl 2024.bib"], "Acl 2023, 2024"),
        (["b.txt.gz", "vision.txt", "audio.txt"], "Audio and vision"),
        (["ab.txt", "cd.txt", "ef.txt", "gh.txt", "ij.txt"], "Ab, cd, ef and 2 more"),
        (["über_alles.csv"], "Über alles"),
        (["x" * 200 + ".csv"], "X" + 79 * "x"),
        (["<script>.csv", "-", ""], "<script>"),
        ([], ""),
    ],
)
def test_title_of_sources(sources, title):
    assert title_of(sources) == title


def test_sources_with_more_papers_come_first():
    graph = nx.MultiDiGraph()
    for paper, source in enumerate(["rare.csv", "often.csv", "often.csv | rare.csv", "often.csv"]):
        graph.add_node(f"paper:{paper}", kind="paper", sources=source)
    assert page_title(graph) == "Often and rare"


@pytest.mark.parametrize(
    "topics, title",
    [
        ([], "Papers"),
        (["pruning"], "Papers on pruning"),
        (["pruning", "parsing"], "Papers on pruning and parsing"),
        (["pruning", "parsing", "tagging"], "Papers on pruning, parsing and more"),
    ],
)
def test_without_names_the_topics_say_it(topics, title):
    facts = [TopicFacts(f"topic:{name}", "", name, 1, (), ()) for name in topics]
    assert page_title(NetworkxRows(nx.MultiDiGraph(), facts)) == title


def test_a_store_and_its_graph_in_memory_have_one_title():
    papers = [
        Paper(id=f"p{i}", title=f"Paper {i}", abstract="We use LoRA.", sources=("acl.csv",)) for i in range(3)
    ]
    kg = KnowledgeGraph.build(papers)
    assert page_title(kg._rows()) == page_title(kg.nx) == "Acl"
