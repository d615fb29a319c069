"""The frame that a notebook cell shows."""

import lxml.html
import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.graph.export.html import generate_html, notebook_html
from paperlattice.graph.export.table_rows import TableRows


def frame(*arguments, **options):
    return lxml.html.fragment_fromstring(notebook_html(*arguments, page=True, **options))


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


def test_a_cell_shows_a_still_picture_with_areas_and_names(topic_graph):
    picture = lxml.html.fragment_fromstring(notebook_html(topic_graph, name="Sample")).find("svg")
    words = [text.text for text in picture.iter("text")]
    assert picture.get("aria-label") == "Sample"
    assert sorted(words) == ["decoding", "image & text", "maps"]
    drawn = "".join(path.get("d") for path in picture.iter("path"))
    assert drawn.count("M") == len(topic_graph)
    assert not list(picture.iter("script", "image", "foreignobject", "a"))


def test_a_still_picture_is_small_however_large_the_graph(topic_graph):
    for number in range(12_000):
        where = {"x": number % 120 * 30.0, "y": number // 120 * 30.0, "topic": f"topic {number % 60}"}
        topic_graph.add_node(f"paper:{number:05}", kind="paper", label="A paper", size=9.0, **where)
    assert len(notebook_html(topic_graph)) < 300_000


def test_a_hostile_name_stays_text_in_a_still_picture(topic_graph):
    for _, data in topic_graph.nodes(data=True):
        data["topic"] = data["topic"].replace("maps", "</text><script>alert(1)</script>")
    shown = notebook_html(topic_graph, name='"><script>alert(1)</script>')
    assert "<script" not in shown


def test_an_empty_graph_has_an_empty_picture():
    assert "<text" not in notebook_html(nx.MultiDiGraph())


@pytest.fixture
def topic_graph() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for place, topic in enumerate(("maps", "decoding", "image & text")):
        for number in range(9):
            where = {"x": 900.0 * place + 40 * (number % 3), "y": 40.0 * (number // 3), "topic": topic}
            kind = "paper" if number % 2 else "method"
            graph.add_node(
                f"{kind}:{place}-{number}", kind=kind, label=f"{topic} {number}", size=9.0, **where
            )
    return graph
