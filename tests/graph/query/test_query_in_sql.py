"""Questions in SQL read the documented views, and can reach and change nothing else."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import QueryError
from paperlattice.graph.store.views import VIEWS

README = Path(__file__).parents[3] / "graph" / "store" / "README.md"

NO_TABLE = "files and settings are out of reach, there are papers"
OUT_OF_REACH = "out of reach"
ONE_SELECT = "read only here, .* is refused: give one SELECT"
HOSTILE = {
    "SELECT * FROM read_csv('/etc/passwd')": NO_TABLE,
    "SELECT * FROM read_csv_auto('/etc/passwd')": NO_TABLE,
    "SELECT * FROM read_text('/etc/passwd')": NO_TABLE,
    "SELECT * FROM read_blob('/etc/passwd')": NO_TABLE,
    "SELECT * FROM read_parquet('a.parquet')": NO_TABLE,
    "SELECT * FROM read_json('a.json')": NO_TABLE,
    "SELECT * FROM glob('/*')": NO_TABLE,
    "SELECT (SELECT count(*) FROM glob('/*'))": NO_TABLE,
    "WITH a AS (SELECT * FROM sniff_csv('a')) SELECT 1": NO_TABLE,
    "SELECT * FROM query('SELECT 1')": NO_TABLE,
    "SELECT * FROM query_table('papers')": NO_TABLE,
    "SELECT * FROM duckdb_settings()": NO_TABLE,
    "SELECT * FROM enable_logging(storage='file', storage_path='log')": NO_TABLE,
    "SELECT * FROM checkpoint()": NO_TABLE,
    "SELECT * FROM sqlite_scan('a', 'b')": NO_TABLE,
    "SELECT * FROM '/etc/passwd'": OUT_OF_REACH + "|which there is not",
    "SELECT * FROM 'https://example.org/a.parquet'": OUT_OF_REACH,
    "SELECT * FROM 'a.csv'": OUT_OF_REACH,
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))": NO_TABLE,
    "SELECT getenv('HOME')": "cannot be answered: Scalar Function with name getenv",
    "SELECT * FROM HOSTILE": "asks for HOSTILE, which there is not; there are papers",
    "SELECT * FROM store.papers": "reads papers of a schema, there are papers",
    "SELECT * FROM information_schema.tables": "reads tables of a schema",
    "COPY papers TO 'a.csv'": ONE_SELECT,
    "COPY (SELECT 1) TO '/tmp/a.parquet'": ONE_SELECT,
    "ATTACH 'a.duckdb'": ONE_SELECT,
    "DETACH store": ONE_SELECT,
    "INSTALL httpfs": ONE_SELECT,
    "LOAD httpfs": ONE_SELECT,
    "PRAGMA database_list": ONE_SELECT,
    "SET memory_limit = '1TB'": ONE_SELECT,
    "RESET threads": ONE_SELECT,
    "USE store": ONE_SELECT,
    "EXPORT DATABASE 'a'": ONE_SELECT,
    "CALL pragma_version()": ONE_SELECT,
    "EXPLAIN ANALYZE SELECT 1": ONE_SELECT,
    "INSERT INTO papers VALUES (1)": ONE_SELECT,
    "DELETE FROM papers": ONE_SELECT,
    "UPDATE papers SET title = ''": ONE_SELECT,
    "CREATE TABLE a AS SELECT 1": ONE_SELECT,
    "DROP VIEW papers": ONE_SELECT,
    "BEGIN": ONE_SELECT,
    "WITH a AS (DELETE FROM papers RETURNING 1) SELECT 1": "cannot be answered",
    "SELECT * FROM (PIVOT papers ON id USING count(*))": "PIVOT is refused",
    "SELECT 1; DROP VIEW papers": "holds 2 statements: give one SELECT",
    "": "holds nothing: give one SELECT",
    "-- only a comment": "holds nothing",
    "SELEC 1": "cannot be answered: syntax error",
    "SELECT nope FROM papers": "cannot be answered: Referenced column .nope. not found",
    "SELECT ?": "cannot be answered: Values were not provided",
    "SELECT error('a\nb')": "cannot be answered",
}


@pytest.fixture(scope="module")
def path(small_graph, tmp_path_factory):
    return small_graph.save(tmp_path_factory.mktemp("sql") / "papers.duckdb")


@pytest.fixture(scope="module")
def stored(path):
    return KnowledgeGraph.open(path)


@pytest.mark.parametrize("question", HOSTILE)
def test_what_is_not_a_question_about_the_views_is_refused_in_one_line(stored, path, question):
    before = path.read_bytes()
    with pytest.raises(QueryError, match=HOSTILE[question]) as caught:
        stored.sql(question)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_columns_of_the_views_are_as_documented(stored):
    text = README.read_text(encoding="utf-8").partition("## Questions in SQL")[2]
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", text.partition("```")[0], re.MULTILINE)
    documented = {name: re.findall(r"`(\w+)`", columns.split(": ")[0]) for name, columns in rows}
    assert documented == {name: list(stored.sql(f"FROM {name}").columns) for name in VIEWS}


def in_order(graph) -> dict[str, tuple]:
    """Return what all views show; only a store has topics already."""
    names = [name for name in VIEWS if name not in ("topics", "members")]
    return {name: graph.sql(f"SELECT * FROM {name} ORDER BY ALL").rows for name in names}


def test_a_store_its_part_and_a_graph_in_memory_answer_alike(stored, small_graph):
    assert in_order(stored) == in_order(small_graph) == in_order(stored.part(since=""))
    part = stored.part(method="LoRA")
    assert part.sql("SELECT count(*) FROM papers").rows == ((len(part),),)


def test_what_is_read_stays_what_was_opened(tmp_path):
    with Store.create(tmp_path / "a.duckdb", links="none") as store:
        store.add([Paper("1", "Quills")])
    graph = KnowledgeGraph.open(store.path)
    later = KnowledgeGraph.open(store.path)
    assert graph.sql("SELECT title FROM papers").rows == (("Quills",),)
    with Store.open(store.path) as store:  # nobody holds the file
        store.remove("1")
        assert store.graph.sql("SELECT title FROM papers").rows == ()
    assert [kg.sql("SELECT title FROM papers").rows for kg in (graph, later)] == [(("Quills",),)] * 2


def test_rows_are_cut_and_keep_their_order(stored):
    answer = stored.sql("SELECT id FROM papers ORDER BY id DESC", most=3)
    assert (len(answer.rows), answer.is_cut) == (3, True)
    assert [row[0] for row in answer.rows] == sorted((p.id for p in stored.papers()), reverse=True)[:3]
    assert stored.sql("SELECT * FROM range(1000000000000)", most=2).rows == ((0,), (1,))


def test_a_question_that_takes_too_long_is_ended(stored):
    endless = "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"
    with pytest.raises(QueryError, match=r"takes more than 0\.05 s; ask for less"):
        stored.sql(endless, seconds=0.05)
    assert stored.sql("SELECT 1").rows == ((1,),)


def test_several_threads_may_ask_at_once(stored):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(stored.sql("SELECT count(*) FROM papers").rows))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [((len(stored),),)] * 6


def test_an_answer_becomes_a_table_of_pandas_and_arrow(stored):
    answer = stored.sql("SELECT kind, papers FROM entities WHERE label IN ('LoRA', 'CLIP') ORDER BY label")
    assert answer.to_pandas()["kind"].tolist() == ["method", "method"]
    assert answer.to_arrow().column("kind").to_pylist() == ["method", "method"]
    assert stored.sql("SELECT id FROM papers WHERE false").to_arrow().num_rows == 0
