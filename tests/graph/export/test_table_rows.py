"""What streams from a store is, byte for byte, what the graph in memory gives, whatever the order of rows."""

from __future__ import annotations

import pytest
from graph.pipeline.assemble import assemble_graph, paper_node
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.records import TOP_ROLE, Mention, Paper
from graph.export import write_graph
from graph.export.table_rows import TableRows
from graph.export.tables import generate_tables
from graph.layout.sketch import place_tables, with_places
from graph.model.options import BuildOptions, BuildReport, Lattice
from graph.model.records import Entity, Join, Link, Resolution
from graph.pipeline.link import link_papers

FILES = ("graph.graphml", "graph.gexf", "graph.json", "graph.graphology.json", "graph.cyjs", "graph.csv")


def assembled(lattice: Lattice, **options):
    return assemble_graph(lattice.papers, lattice.mentions, lattice.resolution, lattice.links, **options)


def written(graph, folder) -> dict[str, bytes]:
    for name in FILES:
        write_graph(graph, folder / name)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def lattice_of(papers, mentions, resolution, links=None) -> Lattice:
    links = tuple(link_papers(resolution) if links is None else links)
    report = BuildReport(0, len(papers), 0, 0, {}, len(links))
    return Lattice(tuple(papers), tuple(mentions), resolution, links, BuildOptions("t", 50, 0.5), report)


@pytest.fixture(scope="session")
def check_equal(stored_tables, tmp_path_factory):
    """Return what compares all files of a lattice, streamed from shuffled tables, with those from memory."""

    def check(lattice: Lattice, *, generic: bool = False, seed: int | None = None) -> None:
        tables = with_places(stored_tables(lattice, generic=generic, seed=seed))
        streamed = written(TableRows(tables), tmp_path_factory.mktemp("streamed"))
        assert len(streamed) == len(FILES) + 1
        expected = written(assembled(lattice, generic=generic), tmp_path_factory.mktemp("memory"))
        assert streamed == expected

    return check


def odd_lattice() -> Lattice:
    """Papers whose ids sort otherwise as node ids, all kinds of texts, generic terms, declared code."""
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
            "method:a", "method", "A", ("An A",), (Join("A", "An A", "pin", 1.0), Join("A", "A", "key", 1.0))
        ),
        Entity("method:b", "method", "B | C"),
        Entity("method:llm", "method", "LLM"),
        Entity("method:nobody", "method", "Nobody"),
        Entity("repo:github.com:a:b", "repo", "a/b", (), (), "https://github.com/a/b"),
    )
    names, mentions = {}, []
    for n, paper in enumerate(papers):
        for k, entity in enumerate(entities):
            if (n + k) % 3 == 0 and entity.id != "method:nobody":
                rule = "declared" if entity.kind == "repo" and n % 2 else "generic+list" if k == 3 else "list"
                rule = "generic" if k == 1 and n == 2 else rule
                span = (
                    (0, 0) if rule == "declared" else (min(1, len(paper.text) - 1), min(4, len(paper.text)))
                )
                role = TOP_ROLE[entity.kind] if n % 2 or entity.kind == "repo" else "uses"
                name = entity.url or entity.label
                mentions.append(
                    Mention(
                        paper.id,
                        entity.kind,
                        name,
                        paper.text[slice(*span)],
                        *span,
                        role,
                        rule,
                        0.7 + n / 100,
                    )
                )
                names[paper.id, entity.kind, name] = entity.id
        mentions.append(Mention(paper.id, "method", "no entity", "", 0, 0, "uses", "list", 0.9))
    return lattice_of(papers, mentions, Resolution(entities, names))


@pytest.mark.parametrize("generic", [False, True])
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_oddities_come_out_alike(check_equal, generic, seed):
    check_equal(odd_lattice(), generic=generic, seed=seed)


def test_some_links_start_at_the_greater_paper_id(stored_tables):
    lattice = odd_lattice()
    assert any(paper_node(link.source) > paper_node(link.target) for link in lattice.links)
    ends = [edge[:2] for edge in TableRows(stored_tables(lattice)).edges() if edge[2] == "related"]
    assert len(set(ends)) == len(ends) == len(lattice.links)
    assert all(source < target for source, target in ends)


def test_the_small_lattice_comes_out_alike(small_lattice, check_equal):
    check_equal(small_lattice, seed=3)


@pytest.mark.parametrize(
    "lattice",
    [
        pytest.param(lattice_of([], [], Resolution((), {})), id="nothing"),
        pytest.param(lattice_of([Paper("p", "T")], [], Resolution((), {})), id="one paper"),
        pytest.param(lattice_of([Paper("p", "T", sources=(" ", "\t"))], [], Resolution((), {})), id="blanks"),
    ],
)
def test_little_or_nothing_comes_out_alike(lattice, check_equal):
    check_equal(lattice)


def test_attributes_that_are_blank_everywhere_may_be_declared(stored_tables):
    mention = Mention("p", "method", "A", "A", 0, 0, "uses", "list", 0.9)
    resolution = Resolution((Entity("method:a", "method", "A"),), {("p", "method", "A"): "method:a"})
    rows = TableRows(stored_tables(lattice_of([Paper("p", "")], [mention], resolution)))
    assert "evidence" in rows.edge_types()
    assert [data["evidence"] for *_, data in rows.edges()] == [""]
    assert "".join(generate_tables(rows)[1]).splitlines()[1].endswith(",uses,0.9,1,A,")


def test_many_batches_come_out_alike(build_small, check_equal, monkeypatch):
    monkeypatch.setattr("graph.export.table_rows._BATCH", 3)
    monkeypatch.setattr("graph.layout.sketch._BATCH", 2)
    rows = [(f"{i % 7}/{i}", f"method:m{i * k % 11}") for i in range(23) for k in (1, 2, 3)]
    check_equal(build_small(rows, lone=["z", "/y"]), seed=5)


texts = st.text("aA /_.-|<\t図", max_size=6)


@st.composite
def lattices(draw):
    ids = sorted(draw(st.sets(texts.filter(bool), max_size=6)))
    dates = st.sampled_from(["", "2025"])
    some = st.lists(texts, max_size=2).map(tuple)
    titles = [(draw(texts), draw(texts)) for _ in ids]
    titles = [(title if (title + text).strip() else "T", text) for title, text in titles]
    papers = [
        Paper(i, *both, draw(dates), draw(texts), draw(some)) for i, both in zip(ids, titles, strict=True)
    ]
    kinds = ["dataset", "method", "method", "repo"]
    entities = [Entity(f"{kind}:e{n}", kind, draw(texts) or "e", draw(some)) for n, kind in enumerate(kinds)]
    names, mentions = {}, []
    for paper in papers:
        for entity in draw(st.lists(st.sampled_from(entities), max_size=6)):
            rule = draw(st.sampled_from(["list", "generic", "proposal+list", "declared"]))
            name, role = entity.id, draw(st.sampled_from([TOP_ROLE[entity.kind], "uses"]))
            mentions.append(
                Mention(paper.id, entity.kind, name, draw(texts), 0, 0, role, rule, draw(st.floats(0, 1)))
            )
            names[paper.id, entity.kind, name] = entity.id
    return lattice_of(papers, mentions, Resolution(tuple(entities), names))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lattices(), st.booleans(), st.integers(0, 9))
def test_any_lattice_comes_out_alike(check_equal, lattice, generic, seed):
    check_equal(lattice, generic=generic, seed=seed)


def test_places_are_those_of_the_graph_in_memory(small_lattice, stored_tables):
    graph = assembled(small_lattice)
    rows = place_tables(stored_tables(small_lattice, seed=1)).to_pylist()
    assert [(row["id"], row["cluster"], row["x"], row["y"]) for row in rows] == [
        (node, data["cluster"], data["x"], data["y"]) for node, data in graph.nodes(data=True)
    ]


def test_places_in_the_store_are_kept(small_lattice, stored_tables):
    tables = stored_tables(small_lattice)
    tables.connection.execute("INSERT INTO nodes VALUES ('paper:2501.00001', 'here', 1.5, -2.0)")
    assert with_places(tables) is tables
    data = dict(TableRows(tables).nodes())["paper:2501.00001"]
    assert (data["cluster"], data["x"], data["y"]) == ("here", 1.5, -2.0)


def test_an_edge_of_no_weight_is_refused(small_lattice, stored_tables, tmp_path):
    tables = stored_tables(small_lattice)
    tables.connection.execute("UPDATE links SET weight = 0")
    with pytest.raises(OSError, match="a weight must be a finite number above 0"):
        write_graph(TableRows(tables), tmp_path / "graph.graphml")
    assert list(tmp_path.iterdir()) == []


def test_links_may_be_any(check_equal):
    papers = [Paper(i, i) for i in ("a", "b", "c")]
    links = [Link("a", "b", 0.5, ("method:gone",)), Link("b", "c", 1.0, ())]
    check_equal(lattice_of(papers, [], Resolution((), {}), links))


def test_the_seeds_come_out_alike(shared, check_equal):
    from graph.pipeline.build import build_lattice

    check_equal(build_lattice(shared / "seeds"), seed=1)
