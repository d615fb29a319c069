"""The frame that a notebook cell shows."""

import lxml.html
import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.graph.export.html import generate_html, notebook_html
from paperlattice.graph.export.table_rows import TableRows


def frame(*arguments, **options):
    return lxml.html.fragment_fromstring(notebook_html(*arguments, **options))


def test_frame_holds_the_whole_page(paper_graph):
    assert frame(paper_graph, name="Sample").get("srcdoc") == generate_html(paper_graph, name="Sample")


def test_frame_is_sandboxed_without_an_origin(paper_graph):
    assert frame(paper_graph).get("sandbox").split() == ["allow-scripts", "allow-downloads", "allow-popups"]


def test_frame_is_as_high_as_asked(paper_graph):
    assert frame(paper_graph, height=420).get("height") == "420"


@pytest.mark.parametrize("name", ['"><script>alert(1)</script>', "' onload='alert(1)", "a & b"])
def test_name_cannot_leave_its_attribute(name):
    found = frame(nx.MultiDiGraph(), name=name)
    assert found.get("title") == name
    assert set(found.attrib) == {"title", "sandbox", "width", "height", "style", "srcdoc"}
    assert len(found) == 0


def test_knowledge_graph_shows_itself_in_a_cell():
    graph = KnowledgeGraph.build([Paper(id="2401.00011", title="Quiet Adapters", abstract="We use LoRA.")])
    assert graph._repr_html_() == notebook_html(TableRows(graph.tables))
    graph.nx.nodes["paper:2401.00011"]["label"] = "Loud Adapters"
    assert "Loud Adapters" in graph._repr_html_()
