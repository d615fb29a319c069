"""The tables of a graph: copied to a file and back, and read through views."""

from __future__ import annotations

from collections import Counter

import duckdb
import pyarrow as pa
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.store.schema import SQL_TYPES, TABLES

DERIVED = ("entries", "blocks", "block_keys", "provisional")


@pytest.fixture
def saved(tmp_path, small_graph):
    return small_graph.save(tmp_path / "deep" / "graph.duckdb")


def test_what_is_saved_is_opened(saved, small_graph, contents):
    opened = KnowledgeGraph.open(saved)
    found, wanted = contents(opened), contents(small_graph)
    assert {name: found[name] for name in found if name not in DERIVED} == {
        name: wanted[name] for name in wanted if name not in DERIVED
    }
    assert found["positions"]
    assert sorted(row[1] for row in found["entries"]) == sorted(small_graph.tables.paper_ids())
    assert opened.report == small_graph.report
    assert opened.tables.options() == small_graph.tables.options()


def test_a_graph_with_all_tables_is_copied_whole(tmp_path, contents):
    graph = KnowledgeGraph.build([Paper("1", "Net", "We propose Net on ImageNet.")] * 2)
    opened = KnowledgeGraph.open(graph.save(tmp_path / "graph.duckdb"))
    assert contents(opened) == contents(graph)
    assert all(contents(graph)[name] for name in DERIVED)


def test_a_file_holds_the_tables_of_the_schema_in_their_order(saved):
    with duckdb.connect(str(saved), read_only=True) as connection:
        for name, schema in TABLES.items():
            found = connection.execute(f"DESCRIBE {name}").fetchall()
            assert [row[:2] for row in found] == [(f.name, SQL_TYPES[f.type]) for f in schema]
        ids = [row[0] for row in connection.execute("SELECT id FROM papers").fetchall()]
        indexes = connection.execute("SELECT count(*) FROM duckdb_indexes()").fetchall()
    assert ids == sorted(ids)
    assert indexes == [(4,)]


def test_the_tables_answer_sql(saved):
    with duckdb.connect(str(saved), read_only=True) as connection:
        found = connection.execute(
            "SELECT label, count(DISTINCT paper_id) FROM mentions JOIN entities ON id = entity_id "
            "GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 2"
        ).fetchall()
    assert found == [("CLIP", 2), ("ImageNet", 2)]


def test_hostile_texts_survive(tmp_path, make_graph):
    odd = Paper("p'; DROP TABLE papers; --", 'He said "x"\u2028\U0001f600', "a\x00b\tc", sources=("ü | x",))
    path = make_graph([odd]).save(tmp_path / "o'dd name.duckdb")
    assert KnowledgeGraph.open(path).papers() == [odd]


def test_an_empty_graph_survives(tmp_path, build_small):
    opened = KnowledgeGraph.open(build_small([]).save(tmp_path / "empty.duckdb"))
    assert (
        repr(opened)
        == "<KnowledgeGraph: 0 papers, 0 methods, 0 datasets, 0 repos, 0 tasks, 0 techniques, 0 links>"
    )
    assert list(opened.nx) == []


def test_an_old_store_is_replaced_and_nothing_else_is_left(saved, build_small):
    build_small([("p", "method:m")]).save(saved)
    assert [paper.id for paper in KnowledgeGraph.open(saved).papers()] == ["p"]
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_a_graph_may_be_saved_to_where_it_was_opened(saved):
    before = saved.read_bytes()
    opened = KnowledgeGraph.open(saved)
    assert opened.save(saved) == saved
    assert len(opened.papers()) == len(KnowledgeGraph.open(saved).papers()) == 6
    assert len(saved.read_bytes()) == len(before)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_a_save_that_fails_leaves_the_old_store(saved, build_small, monkeypatch, error):
    def fail(*_args):
        raise error

    before = saved.read_bytes()
    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises((KeyboardInterrupt, Exception)):
        build_small([]).save(saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_views_stand_for_relations_and_change_nothing(small_graph):
    tables = small_graph.tables
    ids = pa.table({"id": ["2501.00001"], "title": ["Another"]})
    chosen = tables.with_relation(papers=ids, links="SELECT * FROM {links} WHERE source = '2501.00001'")
    assert chosen.rows("SELECT id, title FROM {papers}") == [("2501.00001", "Another")]
    assert chosen.rows("SELECT source FROM {links}") == [("2501.00001",)]
    assert (chosen.is_part, tables.is_part) == (True, False)
    assert len(tables.paper_ids()) == 6
    assert len(tables.rows("SELECT 1 FROM {links}")) > 1
    again = chosen.with_relation(links="SELECT * FROM {links} WHERE false")
    assert (again.papers, again.rows("SELECT 1 FROM {links}")) == (chosen.papers, [])


def test_answers_come_as_rows_and_as_a_table(small_graph):
    tables = small_graph.tables
    question = "SELECT id FROM {papers} WHERE id > $least ORDER BY id"
    assert tables.rows(question, {"least": "2501.00004"}) == [("2501.00005",)]
    rows = tables.stream("SELECT id FROM {papers} WHERE id > ? ORDER BY id", "2501")
    assert next(rows) == ("2501.00001",)
    assert tables.arrow("SELECT count(*) AS papers FROM {papers}").to_pylist() == [{"papers": 6}]


def test_records_are_read_by_id(small_graph, small_records):
    papers, entities, named = small_records
    tables, none = small_graph.tables, ["none"]
    assert tables.read_papers([papers[0].id, *none]) == {papers[0].id: papers[0]}
    assert tables.read_entities([e.id for e in entities] + none) == {e.id: e for e in entities}
    assert tables.labels_of(["method:lora", *none]) == {"method:lora": "LoRA"}
    found = tables.read_mentions([paper.id for paper in papers])
    assert {(m, e) for (_, e), mentions in found.items() for m in mentions} == set(named)
    rows = tables.read_mention_rows([paper.id for paper in papers])
    assert {(paper, entity) for paper in rows for entity in rows[paper]} == set(found)
    assert {
        (Mention(*row[:-1]), row.entity_id) for of in rows.values() for some in of.values() for row in some
    } == set(named)
    ends = [end for pair in tables.rows("SELECT source, target FROM {links}") for end in pair]
    assert tables.linked() == Counter(ends)
    assert tables.named_by()["method:lora"] == 2
    assert sorted(tables.incidence_of(["2501.00003"])) == [
        ("2501.00003", "dataset:brookbench"),
        ("2501.00003", "method:clip"),
    ]
    assert [link.target for link in tables.read_links(["2501.00001"])] == ["2501.00002"]
    assert tables.read_links(["2501.00001"], ordered=True) == tables.read_links(["2501.00001"])


def test_what_was_read_of_a_file_is_let_go_and_what_is_in_memory_stays(
    saved, small_graph, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("paperlattice.graph.store.tables._LEAST_HELD", "1KB")
    settings = "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
    held = "SELECT sum(memory_usage_bytes) FROM duckdb_memory() WHERE tag = 'BASE_TABLE'"
    for tables in (KnowledgeGraph.open(saved).tables, small_graph.tables):
        texts, before = tables.rows("FROM {papers} ORDER BY ALL"), tables.rows(settings)
        tables.let_go()
        was = tables.rows(held)
        assert tables.rows("FROM {papers} ORDER BY ALL") == texts
        assert tables.rows(settings) == before
        assert (tables is small_graph.tables) == (tables.rows(held) == was)
    assert not (tmp_path / ".tmp").exists()


def test_many_entities_are_read_as_few_are(small_graph, monkeypatch):
    tables = small_graph.tables
    ids = [*(row[0] for row in tables.rows("SELECT id FROM {entities}")), "none"]
    few = tables.read_entities(ids), tables.labels_of(ids)
    assert len(few[0]) == len(ids) - 1
    monkeypatch.setattr("paperlattice.graph.store.tables._MOST_IN_INDEX", 1)
    assert (tables.read_entities(ids), tables.labels_of(ids)) == few
    assert tables.labels_of([]) == {}
