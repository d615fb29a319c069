import csv
import io

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.columns import generate_tables

TEXT = st.text(st.characters(exclude_categories=()), max_size=20) | st.text("\",;\r\n\t\x00 '=", max_size=8)


def rows(lines):
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def test_headers_are_those_that_gephi_looks_for(paper_graph):
    nodes = next(iter(generate_tables(paper_graph)[0])).rstrip("\n").split(",")
    edges = next(iter(generate_tables(paper_graph)[1])).rstrip("\n").split(",")
    assert nodes[:5] == ["Id", "Label", "kind", "papers", "topic"]
    assert edges[:7] == ["Source", "Target", "Type", "Kind", "Id", "Weight", "relation"]
    assert all(len({name.casefold() for name in names}) == len(names) for names in (nodes, edges))


def test_pandas_reads_both_tables(tmp_path, paper_graph):
    write_graph(paper_graph, tmp_path / "graph.csv", format="csv")
    nodes = pd.read_csv(tmp_path / "graph.nodes.csv", keep_default_na=False, dtype={"date": str})
    edges = pd.read_csv(tmp_path / "graph.edges.csv")
    assert list(nodes["Id"]) == sorted(paper_graph)
    assert dict(zip(nodes["Id"], nodes["abstract"], strict=True)) == {
        node: data.get("abstract", "") for node, data in paper_graph.nodes(data=True)
    }
    want = sorted((s, t, k, d["weight"]) for s, t, k, d in paper_graph.edges(keys=True, data=True))
    assert list(edges[["Source", "Target", "Kind", "Weight"]].itertuples(index=False, name=None)) == want
    assert set(edges["Type"]) == {"Directed"}


@given(st.dictionaries(st.sampled_from(["label", "abstract", "other"]), TEXT))
@settings(max_examples=100)
def test_texts_come_back(legal_text_oracle, data):
    graph = nx.MultiDiGraph()
    graph.add_node("a", **data)
    (row,) = rows(generate_tables(graph)[0])
    want = {"Id": "a", "Label": legal_text_oracle(data.get("label", ""))}
    want |= {name: legal_text_oracle(text) for name, text in data.items() if name != "label"}
    assert {name: row.get(name, "") for name in want} == want


def test_parallel_edges_differ_in_kind(paper_graph):
    edges = rows(generate_tables(paper_graph)[1])
    assert len({(e["Source"], e["Target"], e["Kind"]) for e in edges}) == paper_graph.number_of_edges()
    assert len({e["Id"] for e in edges}) == paper_graph.number_of_edges()


def test_an_empty_graph_is_two_headers(tmp_path):
    write_graph(nx.MultiDiGraph(), tmp_path / "graph.csv", format="csv")
    assert (tmp_path / "graph.nodes.csv").read_text() == "Id,Label\n"
    assert (tmp_path / "graph.edges.csv").read_text() == "Source,Target,Type,Kind,Id,Weight\n"


def test_an_error_in_the_second_table_leaves_both_old(tmp_path, paper_graph):
    for name in ("graph.nodes.csv", "graph.edges.csv"):
        (tmp_path / name).write_text("old")
    paper_graph.add_edge("paper:2402.00022", "method:clip", "uses", weight=-1)
    with pytest.raises(ExportError, match="has weight -1"):
        write_graph(paper_graph, tmp_path / "graph.csv", format="csv")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "graph.nodes.csv": "old",
        "graph.edges.csv": "old",
    }
