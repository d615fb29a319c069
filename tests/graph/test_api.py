from __future__ import annotations

import base64
import json
import os
import pickle
import subprocess
import sys
import zlib
from pathlib import Path

import duckdb
import lxml.html
import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import StoreError, UnknownFormat, UnknownNode
from paperlattice.graph.export.page_data import top_part
from paperlattice.graph.query.indexed import IndexedLookup
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.store.tables import GraphTables

ROOT = Path(__file__).parents[2]

PAPERS = [
    Paper(
        f"2501.{i:05}",
        f"{name}: a study",
        f"We propose {name}, an adapter. It beats {other} on {data}. It is trained with AdamW.",
        declared=(f"https://github.com/{name.lower()}-lab/code",),
    )
    for i, (name, other, data) in enumerate(
        [
            ("Willowbark", "LoRA", "ImageNet"),
            ("Fernleaf", "LoRA", "CIFAR-10"),
            ("Mosscap", "ViT", "ImageNet"),
            ("Thornbush", "CLIP", "MS COCO"),
            ("Larchwood", "CLIP", "MS COCO"),
        ]
    )
] + [Paper("2501.99999", "On nothing", "It names nothing.")]


def everything(graph: nx.MultiDiGraph) -> tuple[list, list]:
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))


@pytest.fixture(scope="module")
def kg():
    return KnowledgeGraph.build(PAPERS)


@pytest.fixture(params=["built", "opened", "part"])
def fresh(request, tmp_path, small_records, make_graph):
    """A graph that nobody else sees: as built, opened from a store, or all of it as a part."""
    graph = make_graph(*small_records)
    if request.param == "opened":
        return KnowledgeGraph.open(graph.save(tmp_path / "fresh.duckdb"))
    return graph.part(since="", budget=None) if request.param == "part" else graph


def test_it_shows_its_size(small_graph):
    assert (
        repr(small_graph)
        == "<KnowledgeGraph: 6 papers, 5 methods, 4 datasets, 2 repos, 0 tasks, 0 techniques, 2 links>"
    )
    assert len(small_graph) == 6


def test_a_saved_graph_opens_as_it_was(kg, tmp_path):
    opened = KnowledgeGraph.open(kg.save(tmp_path / "graph.duckdb"))
    assert everything(opened.nx) == everything(kg.nx)
    assert opened.report == kg.report
    assert repr(opened) == repr(kg)


def test_order_of_input_and_processes_make_no_difference(kg):
    assert everything(KnowledgeGraph.build(PAPERS[::-1], n_process=2).nx) == everything(kg.nx)


@pytest.mark.slow
def test_the_hash_seed_makes_no_difference(kg, tmp_path):
    stored = kg.save(tmp_path / "graph.duckdb")
    code = (
        "import sys; from paperlattice import KnowledgeGraph, Paper\n"
        "opened = KnowledgeGraph.open(sys.argv[1])\n"
        "kg = KnowledgeGraph.build(opened.papers())\n"
        "print(list(kg.nx.nodes(data=True)), list(kg.nx.edges(keys=True, data=True)))"
    )
    environment = os.environ | {"PYTHONHASHSEED": "4242", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", code, str(stored)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.strip() == " ".join(map(str, everything(kg.nx)))


def test_what_is_not_changed_is_written_alike_from_networkx_and_from_tables(fresh, tmp_path):
    fresh.write(tmp_path / "tables" / "graph.graphml")
    assert "nx" not in vars(fresh)
    assert len(fresh.nx) == 17
    fresh.write(tmp_path / "networkx" / "graph.graphml")
    assert (tmp_path / "tables" / "graph.graphml").read_bytes() == (
        tmp_path / "networkx" / "graph.graphml"
    ).read_bytes()


def drawn(page):
    """Return what a page draws, as JSON: it is deflated in the page."""
    packed = lxml.html.document_fromstring(page).get_element_by_id("graph-data").text
    return zlib.decompress(base64.b64decode(packed)).decode()


def test_a_change_to_the_networkx_graph_is_written(fresh, tmp_path):
    picture = fresh._repr_html_()
    fresh.nx.nodes["method:lora"]["label"] = "LoRA as changed"
    fresh.nx.add_node("method:own", kind="method", label="Own", papers=0)
    fresh.nx.remove_edge("paper:2501.00003", "method:clip", "uses")
    wanted = nx.MultiDiGraph(fresh.nx)
    (path,) = fresh.write(tmp_path / "graph.graphml")
    found = nx.read_graphml(path)
    assert (set(found), len(found.edges)) == (set(wanted), len(wanted.edges))
    assert "method:own" in found
    assert found.nodes["method:lora"]["label"] == "LoRA as changed"
    assert not found.has_edge("paper:2501.00003", "method:clip")
    fresh.write(tmp_path / "page.html")
    assert "LoRA as changed" in drawn((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert fresh._repr_html_().count("h0") == picture.count("h0") + 1  # A dot more.
    assert fresh.entity("method:lora").label == "LoRA"


MANY = [(f"p{i:03}", f"method:m{i % 40:02}") for i in range(400)] + [
    (f"p{i:03}", f"dataset:own{i:03}") for i in range(400)
]


@pytest.fixture
def large(build_small, tmp_path):
    """A store of 400 papers with positions, opened; the 3 last papers are of 2026."""
    graph = build_small(MANY)
    graph.tables.connection.execute(
        "UPDATE papers SET date = CASE WHEN id >= 'p397' THEN '2026' ELSE '2025' END"
    )
    return KnowledgeGraph.open(graph.save(tmp_path / "large.duckdb"))


@pytest.fixture
def fetched(monkeypatch):
    """What is read of any graph: a list of (SQL, rows fetched)."""
    seen = []
    stream, arrow = GraphTables.stream, GraphTables.arrow

    def counting_stream(self, question, *values):
        place = len(seen)
        seen.append((question, 0))
        for row in stream(self, question, *values):
            seen[place] = (question, seen[place][1] + 1)
            yield row

    def counting_arrow(self, question):
        table = arrow(self, question)
        seen.append((question, table.num_rows))
        return table

    monkeypatch.setattr(GraphTables, "stream", counting_stream)
    monkeypatch.setattr(GraphTables, "arrow", counting_arrow)
    return seen


def most(fetched, *columns):
    """Return the most rows that one statement gave, of those that read any of some columns."""
    return max((n for sql, n in fetched if any(c in sql for c in columns or ("",))), default=0)


def test_a_count_of_papers_reads_a_count(large, fetched):
    assert len(large) == 400
    part = large.part(since="2026")
    fetched.clear()
    assert (len(part), len(large.part(until="2020"))) == (3, 0)
    assert sum(n for _, n in fetched) <= 3
    assert repr(part).startswith("<KnowledgeGraph: 3 papers")
    assert most(fetched) <= 3


def test_a_part_of_a_large_store_is_written_without_reading_the_rest(large, fetched, tmp_path, monkeypatch):
    monkeypatch.setattr("paperlattice.graph.api._INDEXED", 0)
    large.part(since="2026").write(tmp_path / "part.json")
    large.part(around="p001", depth=2).write(tmp_path / "around.json")
    assert most(fetched) <= 45  # the links between ten papers
    assert len(json.loads((tmp_path / "part.json").read_text(encoding="utf-8"))["nodes"]) == 9


def test_a_notebook_reads_the_texts_of_what_it_shows(large, fetched, monkeypatch):
    monkeypatch.setitem(top_part.__kwdefaults__, "node_budget", 40)
    page = large._repr_html_()
    assert "40 of 840 nodes" in page
    assert 0 < most(fetched, "abstract") <= 40
    assert 0 < most(fetched, "surface", "aliases") <= 40
    assert "nx" not in vars(large)


@pytest.mark.parametrize(
    "papers, in_memory, lookup",
    [(3, True, IndexedLookup), (4, True, Lookup), (2, False, IndexedLookup), (3, False, Lookup)],
)
def test_size_decides_how_questions_are_answered(build_small, monkeypatch, papers, in_memory, lookup):
    monkeypatch.setattr("paperlattice.graph.api._INDEXED", 2)
    monkeypatch.setattr("paperlattice.graph.api._INDEXED_IN_MEMORY", 3)
    graph = KnowledgeGraph(build_small([], isolated="abcd"[:papers]).tables, in_memory=in_memory)
    assert type(graph.lookup) is lookup


def test_questions_are_passed_on(small_graph):
    assert [paper.id for paper in small_graph.papers(method="LoRA", text="sparse")] == ["2501.00001"]
    assert small_graph.paper("Brookbench").id == "2501.00003"
    assert small_graph.entity("SGD", "dataset").id == "dataset:sgd"
    assert small_graph.entity("SGD", kind="method").label == "SGD"
    assert [entity.label for entity in small_graph.entities(kind="dataset", top=1)] == ["ImageNet"]
    assert [related.id for related in small_graph.related("Quillnet: sparse adapters for ViT", k=1)] == [
        "2501.00002"
    ]
    assert len(small_graph.path("Quillnet", "CIFAR-10")) == 5
    assert [e.surface for e in small_graph.evidence("2501.00003", "CLIP")] == ["CLIP"]
    assert [mention.surface for mention in small_graph.mentions("Brookbench")] == ["Brookbench", "CLIP"]


def test_names_can_be_explained(small_graph):
    joined = small_graph.explain("LoRA", "low-rank adaptation")
    assert joined == small_graph.explain("LoRA", "low-rank adaptation", "method")
    with pytest.raises(UnknownNode, match="nearest: Quillnet"):
        small_graph.explain("LoRA", "Quilnet")


def test_tables_for_pandas(small_graph):
    pytest.importorskip("pandas")
    frames = small_graph.to_pandas()
    assert [len(frame) for frame in frames] == [6, 11, 20, small_graph.report.links]
    joined = frames.mentions.merge(frames.entities, left_on="entity_id", right_on="id")
    assert len(joined) == len(frames.mentions)


def test_pandas_is_asked_for_by_name(small_graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PaperlatticeError, match="pip install pandas"):
        small_graph.to_pandas()


def test_tables_for_arrow(small_graph):
    tables = small_graph.to_arrow()
    assert [table.num_rows for table in tables[:4]] == [6, 11, 20, small_graph.report.links]
    ids = {(row["kind"], row["id"]) for row in tables.memberships.to_pylist()}
    named = {(row["kind"], row["id"]) for row in tables.entities.to_pylist()}
    assert ids - named == {("paper", paper) for paper in tables.papers["id"].to_pylist()}
    found = set(tables.memberships["topic_id"].to_pylist()) - {""}
    assert found == {row["id"] for row in tables.topics.to_pylist() if not row["parent"]}


def test_duckdb_reads_arrow(small_graph):
    tables, connection = small_graph.to_arrow(), duckdb.connect()
    for name in ("papers", "memberships"):
        connection.register(name, getattr(tables, name))
    joined = connection.sql("SELECT count(*) FROM papers JOIN memberships USING (id) WHERE kind = 'paper'")
    assert joined.fetchall() == [(len(small_graph),)]


def test_pandas_and_arrow_have_the_same_rows(small_graph):
    pytest.importorskip("pandas")
    for frame, table in zip(small_graph.to_pandas(), small_graph.to_arrow(), strict=False):
        assert frame.equals(table.to_pandas())


def test_it_writes_files(small_graph, tmp_path):
    (path,) = small_graph.write(tmp_path / "graph.graphml")
    assert path == tmp_path / "graph.graphml"
    assert set(nx.read_graphml(path)) == set(small_graph.nx)
    with pytest.raises(UnknownFormat, match="nonesuch"):
        small_graph.write(tmp_path / "graph", format="nonesuch")


def test_opening_nothing(tmp_path):
    with pytest.raises(StoreError, match="there is no such file"):
        KnowledgeGraph.open(tmp_path / "none.duckdb")


def test_a_graph_is_a_collection_of_papers_that_knows_names():
    graph = KnowledgeGraph.build(PAPERS)
    assert [paper.id for paper in graph] == sorted(paper.id for paper in PAPERS)
    for known in (PAPERS[0], PAPERS[1].id, PAPERS[2].title, "LoRA", "method:lora", "mosscap"):
        assert known in graph
    for other in (Paper("9", "Another"), "QuillNet", 1, None):
        assert other not in graph


def test_a_graph_of_a_store_is_pickled_by_its_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    KnowledgeGraph.build(PAPERS).save("papers.duckdb")
    pickled = pickle.dumps(KnowledgeGraph.open("papers.duckdb"))
    monkeypatch.chdir(tmp_path.parent)
    assert [paper.id for paper in pickle.loads(pickled)] == sorted(paper.id for paper in PAPERS)


def test_a_graph_in_memory_is_not_pickled():
    with pytest.raises(TypeError, match="`save` it and open the file"):
        pickle.dumps(KnowledgeGraph.build(PAPERS[:1]))


def test_a_closed_graph_says_so(tmp_path):
    KnowledgeGraph.build(PAPERS).save(tmp_path / "papers.duckdb")
    with KnowledgeGraph.open(tmp_path / "papers.duckdb") as graph:
        assert graph.sql("SELECT count(*) FROM papers").rows == ((len(graph),),)
    with pytest.raises(StoreError, match="open the graph again"):
        len(graph)
    with pytest.raises(StoreError, match="open the graph again"):
        graph.sql("SELECT count(*) FROM papers")
