"""What streams from tables is, byte for byte, what the graph in memory gives; their rows are in no order."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from paperlattice.extractors.records import KINDS, TOP_ROLE, Mention, Paper
from paperlattice.graph.api import KnowledgeGraph
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.columns import generate_tables
from paperlattice.graph.export.rows import NetworkxRows
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.layout.mapping import map_tables, with_map
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.records import Entity, Merge

FILES = ("graph.graphml", "graph.gexf", "graph.json", "graph.graphology.json", "graph.cyjs", "graph.csv")


def written(graph, folder) -> dict[str, bytes]:
    for name in FILES:
        write_graph(graph, folder / name)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="session")
def check_equal(tmp_path_factory):
    """Return what compares all files of a graph, streamed from tables, with those from memory."""

    def check(graph: KnowledgeGraph) -> None:
        rows = TableRows(with_map(graph.tables))
        streamed = written(rows, tmp_path_factory.mktemp("streamed"))
        assert len(streamed) == len(FILES) + 1
        assert streamed == written(NetworkxRows(graph.nx, rows.topics), tmp_path_factory.mktemp("memory"))

    return check


@pytest.fixture(scope="module")
def odd_records():
    """Papers whose ids sort otherwise as node ids, all kinds of texts and of entities, declared code."""
    ids = ["10.1000.5", "10.1000/5", "10.1000/a_b", "a/b", "a.b", "ab", "図", "hep-th/99", "t0"]
    papers = [
        Paper(
            i,
            f"Title {i} 図形" if n % 2 else "",
            f"We use A & <B> in {i}. 图神经网络 helps." if n % 3 else "",
            date=("", "2025", "2025-06", "2025-06-15")[n % 4],
            url="https://e.org/?a=1&b" if n % 2 else "",
            sources=("b | c.txt", "a.txt") if n % 2 else (" ",),
        )
        for n, i in enumerate(ids)
    ]
    entities = (
        Entity("dataset:u609f-u9053", "dataset", "悟道", ("Wu | Dao",)),
        Entity(
            "method:a",
            "method",
            "A",
            ("An A",),
            (Merge("A", "An A", "pin", 1.0), Merge("A", "A", "key", 1.0)),
        ),
        Entity("method:b", "method", "B | C"),
        Entity("technique:llm", "technique", "LLM", ("large language model",)),
        Entity("task:u56fe", "task", "図"),
        Entity("method:nobody", "method", "Nobody"),
        Entity("repo:github.com:a:b", "repo", "a/b", (), (), "https://github.com/a/b"),
    )
    named = []
    for n, paper in enumerate(papers):
        for k, entity in enumerate(entities):
            if (n + k) % 3 == 0 and entity.id != "method:nobody":
                rule = "declared" if entity.kind == "repo" and n % 2 else "list"
                span = (
                    (0, 0) if rule == "declared" else (min(1, len(paper.text) - 1), min(4, len(paper.text)))
                )
                role = KINDS[entity.kind].relations[0 if n % 2 else -1]
                name = entity.url or entity.label
                found = (name, paper.text[slice(*span)], *span, role, rule, 0.7 + n / 100, n / 9)
                named.append((Mention(paper.id, entity.kind, *found), entity.id))
        named.append((Mention(paper.id, "method", "no entity", "", 0, 0, "uses", "list", 0.9), None))
    return papers, entities, named


def test_oddities_come_out_alike(make_graph, odd_records, check_equal):
    check_equal(make_graph(*odd_records))


def test_some_links_start_at_the_greater_paper_id(make_graph, odd_records):
    tables = make_graph(*odd_records).tables
    tables.connection.execute("INSERT INTO links VALUES ('t0', '図', 0.5, [], [])")
    links = tables.rows("SELECT source, target FROM {links}")
    assert any(paper_node(source) > paper_node(target) for source, target in links)
    ends = [edge[:2] for edge in TableRows(tables).edges() if edge[2] == "related"]
    assert len(set(ends)) == len(ends) == len(links)
    assert all(source < target for source, target in ends)


def test_the_small_graph_comes_out_alike(small_graph, check_equal):
    check_equal(small_graph)


@pytest.mark.parametrize(
    "papers",
    [
        pytest.param([], id="nothing"),
        pytest.param([Paper("p", "T")], id="one paper"),
        pytest.param([Paper("p", "T", sources=(" ", "\t"))], id="blanks"),
    ],
)
def test_little_or_nothing_comes_out_alike(make_graph, papers, check_equal):
    check_equal(make_graph(papers))


def test_attributes_that_are_blank_everywhere_may_be_declared(make_graph):
    mention = Mention("p", "method", "A", "A", 0, 0, "uses", "list", 0.9)
    entity = Entity("method:a", "method", "A")
    rows = TableRows(make_graph([Paper("p", "")], [entity], [(mention, entity.id)]).tables)
    assert "evidence" in rows.edge_types()
    assert [data["evidence"] for *_, data in rows.edges()] == [""]
    assert "".join(generate_tables(rows)[1]).splitlines()[1].endswith(",uses,0.9,0.0,1,A,")


def test_many_batches_come_out_alike(build_small, check_equal, monkeypatch):
    monkeypatch.setattr("paperlattice.graph.export.table_rows._BATCH", 3)
    monkeypatch.setattr("paperlattice.graph.layout.areas._TIES", 2)
    rows = [(f"{i % 7}/{i}", f"method:m{i * k % 11}") for i in range(23) for k in (1, 2, 3)]
    check_equal(build_small(rows, isolated=["z", "/y"]))


texts = st.text("aA /_.-|<\t図", max_size=6)


@st.composite
def records(draw):
    ids = sorted(draw(st.sets(texts.filter(bool), max_size=6)))
    dates = st.sampled_from(["", "2025"])
    some = st.lists(texts, max_size=2).map(tuple)
    titles = [(draw(texts), draw(texts)) for _ in ids]
    titles = [(title if (title + text).strip() else "T", text) for title, text in titles]
    papers = [
        Paper(i, *both, draw(dates), draw(texts), draw(some)) for i, both in zip(ids, titles, strict=True)
    ]
    kinds = ["dataset", "method", "method", "repo", "task", "technique"]
    entities = [Entity(f"{kind}:e{n}", kind, draw(texts) or "e", draw(some)) for n, kind in enumerate(kinds)]
    named = []
    for paper in papers:
        for entity in draw(st.lists(st.sampled_from(entities), max_size=6)):
            rule = draw(st.sampled_from(["list", "proposal+list", "declared"]))
            name, role = entity.id, draw(st.sampled_from([TOP_ROLE[entity.kind], "uses"]))
            surface, sure, salience = draw(texts), draw(st.floats(0, 1)), draw(st.integers(0, 1000)) / 1000
            found = (name, surface, 0, 0, role, rule, sure, salience)
            named.append((Mention(paper.id, entity.kind, *found), entity.id))
    return papers, entities, named


@pytest.mark.slow
@settings(
    max_examples=settings.default.max_examples // 6,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(records())
def test_any_graph_comes_out_alike(make_graph, check_equal, records):
    check_equal(make_graph(*records))


def test_positions_are_those_of_the_graph_in_memory(make_graph, small_records):
    graph = make_graph(*small_records)
    rows = map_tables(graph.tables)["positions"].to_pylist()
    assert [(row["id"], row["x"], row["y"]) for row in rows] == [
        (node, data["x"], data["y"]) for node, data in sorted(graph.nx.nodes(data=True))
    ]


def test_topics_are_those_of_the_tables(make_graph, small_records):
    graph = make_graph(*small_records)
    tables = map_tables(graph.tables)
    (topic,) = tables["topics"].to_pylist()
    assert {row["id"]: row["topic_id"] for row in tables["memberships"].to_pylist()} == {
        node: data["topic_id"] for node, data in graph.nx.nodes(data=True)
    }
    assert {data["topic"] for _, data in graph.nx.nodes(data=True)} == {topic["name"]}
    (facts,) = TableRows(with_map(graph.tables)).topics
    assert facts.particular == tuple(topic["particular"])
    assert facts.central == tuple(paper_node(paper) for paper in topic["central"])


@pytest.mark.parametrize("name, field", [("graph.json", "graph"), ("graph.graphology.json", "attributes")])
def test_json_holds_the_topics(small_graph, tmp_path, name, field):
    rows = TableRows(with_map(small_graph.tables))
    write_graph(rows, tmp_path / name)
    (topic,) = json.loads((tmp_path / name).read_text())[field]["topics"]
    assert list(topic) == ["id", "parent", "name", "papers", "particular", "central"]
    assert topic["central"] == list(rows.topics[0].central)


def test_positions_in_the_store_are_kept(make_graph, small_records):
    tables = make_graph(*small_records).tables
    tables.connection.execute("INSERT INTO positions VALUES ('paper:2501.00001', 1.5, -2.0)")
    tables.connection.execute("INSERT INTO topics VALUES ('topic:here', '', 'here', 1, [], ['2501.00001'])")
    tables.connection.execute("INSERT INTO memberships VALUES ('paper:2501.00001', 'topic:here', '')")
    assert with_map(tables) is tables
    data = dict(TableRows(tables).nodes())["paper:2501.00001"]
    assert (data["topic"], data["topic_id"], data["x"], data["y"]) == ("here", "topic:here", 1.5, -2.0)


def test_an_edge_of_no_weight_is_refused(make_graph, small_records, tmp_path):
    tables = make_graph(*small_records).tables
    tables.connection.execute("DELETE FROM links")
    tables.connection.execute("INSERT INTO links VALUES ('2501.00001', '2501.00002', 0, [], [])")
    with pytest.raises(OSError, match="a weight must be a finite number above 0"):
        write_graph(TableRows(tables), tmp_path / "graph.graphml")
    assert list(tmp_path.iterdir()) == []


def test_links_may_be_any(make_graph, check_equal):
    graph = make_graph([Paper(i, i) for i in ("a", "b", "c")])
    graph.tables.connection.execute(
        "INSERT INTO links VALUES ('a', 'b', 0.5, ['method:gone'], ['a | b']), ('b', 'c', 1.0, [], [])"
    )
    check_equal(graph)


@pytest.mark.long
def test_the_seeds_come_out_alike(seeds_graph, check_equal):
    check_equal(seeds_graph)
