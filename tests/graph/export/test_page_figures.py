"""What the page says of the corpus: the same of a graph in memory and of its tables, and plain JSON."""

from __future__ import annotations

import json

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.graph.export.page_figures import page_figures
from paperlattice.graph.export.table_rows import TableRows


def by_text(figures: object) -> str:
    return json.dumps(figures, ensure_ascii=False, allow_nan=False)


@pytest.fixture
def drawn() -> nx.MultiDiGraph:
    """Three months with ten papers each; Old is named in the first, New, proposed then, in the last."""
    graph = nx.MultiDiGraph()
    names = {"method:old": "Old", "method:new": "New", "dataset:set": "Set", "task:work": "work"}
    for node, label in names.items():
        graph.add_node(node, kind=node.partition(":")[0], label=label)
    for month in (1, 2, 3):
        for i in range(10):
            paper = f"paper:{month}{i}"
            topic = "late" if month == 3 else "early"
            own = {"date": f"2024-0{month}-1{i}", "topic": f"{topic} things", "topic_id": f"topic:{topic}"}
            graph.add_node(paper, kind="paper", label=f"Paper {month}.{i}", **own)
            if month != 2:
                relation = "proposes" if (month, i) == (3, 0) else "uses"
                graph.add_edge(
                    paper, "method:old" if month == 1 else "method:new", key=relation, relation=relation
                )
            graph.add_edge(paper, "dataset:set", key="uses")
    graph.add_edge("paper:10", "paper:11", key="related", relation="related")
    return graph


def test_counts_time_and_series(drawn):
    found = page_figures(drawn)
    assert found["counts"] == {"paper": 30, "method": 2, "dataset": 1, "repo": 0, "task": 0, "technique": 0}
    assert (found["time"]["unit"], found["time"]["corpus"][0]) == ("week", 5)
    assert (found["time"]["first"], found["time"]["last"]) == ("2024-01-10", "2024-03-19")
    series = found["series"]  # not of the dataset, which stays as it is
    assert series["id"] == ["topic:early", "method:new", "method:old", "topic:late"]
    assert series["label"] == ["early things", "New", "Old", "late things"]
    assert list(map(sum, series["bins"])) == [20, 10, 10, 10]


def test_what_rises_fades_and_is_taken_up(drawn):
    found = page_figures(drawn)
    series = found["series"]["id"]
    assert {series[row] for row in found["rising"]["row"]} == {"topic:late", "method:new"}
    assert {series[row] for row in found["fading"]["row"]} == {"method:old", "topic:early"}
    assert found["taken_up"] == {
        "row": [series.index("method:new")],
        "first": ["paper:30"],
        "title": ["Paper 3.0"],
        "date": ["2024-03-10"],
        "takers": [9],
        "by": [[f"paper:3{i}" for i in range(1, 10)]],
    }


def test_without_dates_there_are_no_series_and_it_says_so(drawn):
    for _, data in drawn.nodes(data=True):
        data.pop("date", None)
    found = page_figures(drawn)
    assert "bins" not in found["series"]
    assert found["time"]["note"] == "No paper has a date: nothing is counted by time."
    assert (found["time"]["bins"], found["time"]["first"]) == ((), "")
    assert found["rising"]["row"] == found["fading"]["row"] == []
    assert found["series"]["id"] == ["method:new"]


def test_an_empty_graph_has_figures():
    found = page_figures(nx.MultiDiGraph())
    assert found["counts"]["paper"] == 0
    assert found["series"] == {"id": [], "kind": [], "label": []}
    by_text(found)


def test_odd_attributes_do_no_harm(drawn):
    drawn.nodes["paper:10"].update(date=2024, label=None)
    drawn.add_node("paper:bare")
    drawn.add_edge("paper:bare", "method:old", key=0)
    drawn.add_edge("method:old", "method:new", key="uses")
    found = page_figures(drawn)
    assert found["time"]["undated"] == 2
    assert found["counts"]["paper"] == 31
    by_text(found)


def test_a_graph_in_memory_and_its_tables_give_the_same(small_graph: KnowledgeGraph):
    small_graph.place()
    assert by_text(page_figures(small_graph.nx)) == by_text(page_figures(TableRows(small_graph.tables)))


def test_the_figures_of_real_pages_are_the_same_and_small(seeds_graph: KnowledgeGraph):
    seeds_graph.place()
    found = by_text(page_figures(TableRows(seeds_graph.tables)))
    assert found == by_text(page_figures(seeds_graph.nx))
    assert len(found) < 300_000
