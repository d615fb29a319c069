import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from paperlattice.graph.errors import ExportError, UnknownFormat
from paperlattice.graph.export import FORMATS, VIEW_FORMATS, format_of, output_paths, write_graph

ROOT = Path(__file__).parents[3]
FLAT = VIEW_FORMATS


def test_names_and_suffixes_are_frozen():
    assert FORMATS == {
        "html": ".html",
        "graphml": ".graphml",
        "gexf": ".gexf",
        "json": ".json",
        "graphology": ".graphology.json",
        "cyjs": ".cyjs",
        "csv": ".csv",
        "turtle": ".ttl",
        "jsonld": ".jsonld",
        "vault": ".vault",
        "bibtex": ".bib",
        "ris": ".ris",
        "csl": ".csl.json",
        "markdown": ".md",
        "parquet": ".parquet",
        "neo4j": ".neo4j",
    }


@pytest.mark.parametrize(
    "given, name",
    [
        ("graphml", "graphml"),
        ("GraphML", "graphml"),
        (".gexf", "gexf"),
        ("outputs/graph.html", "html"),
        (Path("outputs/my.graph.JSON"), "json"),
        ("a.graphml/graph.csv", "csv"),
    ],
)
def test_format_of_names_suffixes_and_paths(given, name):
    assert format_of(given) == name


@pytest.mark.parametrize(
    "given, said",
    [
        ("graph.graphm", "did you mean graphml"),
        ("gefx", "did you mean gexf"),
        ("graph.htm", "did you mean html"),
        ("outputs/graph", "known are html, graphml, gexf, json, graphology, cyjs, csv"),
        ("", "'' is not a format"),
        ("graphml.d/graph", "known are"),
        ("mygraphml", "did you mean graphml"),
    ],
)
def test_unknown_formats_are_named_with_the_nearest(given, said):
    with pytest.raises(UnknownFormat, match=said):
        format_of(given)


def test_the_longest_suffix_wins():
    assert format_of("my.graphology.json") == format_of("graphology") == "graphology"
    assert format_of("graphology.json") == format_of("graph.json") == "json"


@pytest.mark.parametrize("name", FLAT)
def test_write_graph_returns_the_files_that_it_wrote(tmp_path, paper_graph, name):
    written = write_graph(paper_graph, tmp_path / f"graph.v1{FORMATS[name]}")
    assert sorted(tmp_path.iterdir()) == sorted(written)
    assert written == output_paths(tmp_path / f"graph.v1{FORMATS[name]}")
    assert all(path.stat().st_size for path in written)


def test_a_named_format_needs_no_suffix(tmp_path, paper_graph):
    assert write_graph(paper_graph, tmp_path / "graph.txt", format="graphml") == (tmp_path / "graph.txt",)
    expected = (tmp_path / "graph.txt.nodes.csv", tmp_path / "graph.txt.edges.csv")
    assert write_graph(paper_graph, tmp_path / "graph.txt", format="csv") == expected


@pytest.mark.parametrize("name", sorted({*FORMATS} - {*VIEW_FORMATS, "html"}))
def test_a_format_of_tables_says_what_it_needs(tmp_path, paper_graph, name):
    with pytest.raises(ExportError, match=f"a MultiDiGraph cannot be written as {name}.*the KnowledgeGraph"):
        write_graph(paper_graph, tmp_path / "out", format=name)
    assert list(tmp_path.iterdir()) == []


def test_options_reach_the_writer(tmp_path, paper_graph):
    write_graph(paper_graph, tmp_path / "a.graphml", strict=True)
    write_graph(paper_graph, tmp_path / "b.graphml")
    assert 'label="uses"' not in (tmp_path / "a.graphml").read_text()
    assert 'label="uses"' in (tmp_path / "b.graphml").read_text()


@pytest.mark.parametrize("name", FLAT)
def test_the_graph_is_not_changed(tmp_path, paper_graph, hostile_graph, name):
    for graph_, copy in [(g, g.copy()) for g in (paper_graph, hostile_graph)]:
        write_graph(graph_, tmp_path / "graph", format=name)
        assert list(graph_.nodes(data=True)) == list(copy.nodes(data=True))
        assert list(graph_.edges(keys=True, data=True)) == list(copy.edges(keys=True, data=True))
        assert graph_.graph == copy.graph


@pytest.mark.parametrize("name", FLAT)
def test_the_order_of_insertion_does_not_show(tmp_path, paper_graph, hostile_graph, shuffled, name):
    for graph_ in (paper_graph, hostile_graph):
        first = write_graph(graph_, tmp_path / "first", format=name)
        second = write_graph(shuffled(graph_), tmp_path / "second", format=name)
        assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


@pytest.mark.parametrize("name", FLAT)
def test_line_ends_are_line_feeds(tmp_path, hostile_graph, name):
    assert all(
        b"\r" not in p.read_bytes() for p in write_graph(hostile_graph, tmp_path / "graph", format=name)
    )


@pytest.mark.parametrize("name", FLAT)
def test_g3_a_graph_that_cannot_be_written_leaves_the_old_files(tmp_path, paper_graph, name):
    old = output_paths(tmp_path / "graph", format=name)
    for path in old:
        path.write_text("old")
    paper_graph.add_node(("no", "text"))
    with pytest.raises(ExportError, match="a node id must be text, not tuple"):
        write_graph(paper_graph, tmp_path / "graph", format=name)
    assert sorted(tmp_path.iterdir()) == sorted(old)
    assert {path.read_text() for path in old} == {"old"}


@pytest.mark.parametrize("name", FLAT)
def test_own_attributes_are_kept_in_every_format(tmp_path, paper_graph, name):
    nx.set_node_attributes(paper_graph, nx.pagerank(paper_graph), "pagerank")
    nx.set_node_attributes(paper_graph, dict.fromkeys(paper_graph, True), "mine")
    nx.set_edge_attributes(paper_graph, 77_777, "mine")
    text = "".join(p.read_text() for p in write_graph(paper_graph, tmp_path / "graph", format=name))
    assert text.count("77777") == paper_graph.number_of_edges()
    assert ("edge_mine" in text) == (name != "json")
    assert all(str(rank) in text for rank in nx.get_node_attributes(paper_graph, "pagerank").values())


HASHED = """
import hashlib, sys, networkx as nx
from paperlattice.graph.export import VIEW_FORMATS, write_graph
graph = nx.MultiDiGraph()
names = {f"method:{n}" for n in range(20)}
for name in names:
    graph.add_node(name, **dict.fromkeys({"label", "kind", "more", "extra", "other"}, name))
for name in names:
    for relation in {"uses", "proposes", "code"}:
        own = dict.fromkeys({"tags", "extra", "color"}, name)
        graph.add_edge(name, "method:3", relation, relation=relation, **own)
digest = hashlib.sha256()
for name in VIEW_FORMATS:
    for path in write_graph(graph, sys.argv[1] + "/graph", format=name):
        digest.update(path.read_bytes())
print(digest.hexdigest())
"""


def test_the_hash_seed_does_not_show(tmp_path):
    digests = {
        subprocess.run(
            [sys.executable, "-c", HASHED, str(tmp_path)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1


def test_no_format_is_imported_before_it_is_used():
    loaded = "[m for m in sys.modules if m.startswith(('networkx', 'paperlattice.graph.export.'))]"
    code = f"import sys, paperlattice.graph.export.files; print({loaded})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['paperlattice.graph.export.files']"
