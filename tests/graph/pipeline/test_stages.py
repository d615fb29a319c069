"""The stages by themselves: each against a naive loop, another library or a table of examples."""

from __future__ import annotations

import random

import duckdb
import networkx as nx
import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import KINDS, Link, Mention, Paper
from paperlattice.extractors.sources.merge import merge_papers
from paperlattice.extractors.sources.read_result import FileReport, Skipped
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.model.attributes import salience_of
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.model.pins import NO_PINS
from paperlattice.graph.pipeline import stages
from paperlattice.graph.resolve.entities import provisional_entities, resolve_entities
from paperlattice.graph.resolve.labels import assign_ids
from paperlattice.graph.store.codec import entry_row, mention_row, paper_of, paper_row, rows_of, table_of
from paperlattice.graph.store.schema import TABLES


def test_entries_that_meet_in_any_way_are_one_paper(executor):
    chance = random.Random(1)
    titles = [f"Title {n}" for n in range(12)]
    entries = []
    for n in range(200):
        title = chance.choice(titles)
        name = chance.choice(["1", "2", f"x{n % 40}", Paper.hash_id(title)])
        entries.append(Paper(name, title, "a" * (n % 7), sources=(str(n % 3),)))
    rows = (entry_row(entry, number=0, position=position) for position, entry in enumerate(entries))
    executor.write("source_rows", table_of(rows, stages.SOURCE_ROWS))
    stages.merge_entries(executor)
    found = map(paper_of, rows_of(executor.sql("SELECT * FROM papers").to_batches()))
    assert tuple(found) == merge_papers(entries)
    assert executor.count("entries") == len(set(entries))


REPORTS = [
    FileReport("a.jsonl", "json_lines", 2, 1),
    Skipped("a.jsonl", "line 3", "broken JSON"),
    FileReport("a.jsonl", "json_lines", 3, 0),
    FileReport("b.csv", "csv", 1, 0),
]


def _source_rows(executor, entries, reports):
    rows = [entry_row(Paper(str(n), f"Title {n}"), number=0, position=n) for n in range(entries)]
    rows += [stages.report_row(number, n, said) for n, (number, said) in enumerate(reports)]
    executor.write("source_rows", table_of(rows, stages.SOURCE_ROWS))


def test_the_report_adds_up_the_blocks_of_a_file(executor):
    _source_rows(executor, 6, zip([0, 0, 0, 1], REPORTS, strict=True))
    report = stages.collect_reports(executor)
    assert report.files == (FileReport("a.jsonl", "json_lines", 5, 1), REPORTS[3])
    assert (report.entries, report.skipped) == (6, (REPORTS[1],))


@pytest.mark.parametrize(
    "reasons, message",
    [
        (["a is empty"], r"^a is empty$"),
        (["a", "b"], r"^none of the 2 files could be read: a; b$"),
        (list("abcde"), r"^none of the 5 files could be read: a; b; c; and 2 more$"),
        ([], r"^none of the 0 files could be read: all are empty$"),
    ],
)
def test_no_entry_at_all_is_an_error(executor, reasons, message):
    _source_rows(executor, 0, enumerate(Skipped("f", "whole file", reason) for reason in reasons))
    with pytest.raises(SourceError, match=message):
        stages.collect_reports(executor)


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), max_size=15), st.booleans())
def test_connected_things_have_the_smallest_as_part(pairs, as_text):
    if as_text:
        pairs = [(str(left), str(right)) for left, right in pairs]
    kind = pa.string() if as_text else pa.int64()
    table = pa.table({name: pa.array([pair[i] for pair in pairs], kind) for i, name in enumerate("ab")})
    wanted = {t: min(part) for part in nx.connected_components(nx.Graph(pairs)) for t in part}
    found = stages.connect(table, kind).to_pylist()
    assert {row["thing"]: row["part"] for row in found} == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_a_long_chain_is_one_part(size):
    order = random.Random(7).sample(range(size + 1), size + 1)
    table = pa.table({"a": order[:-1], "b": order[1:]})
    assert set(stages.connect(table, pa.int64()).column("part").to_pylist()) == {0}


@pytest.mark.parametrize(
    "declared, names",
    [
        ((), []),
        (("https://example.org/project",), []),
        (("http://www.github.com/fern-lab/trial.git",), ["https://github.com/fern-lab/trial"]),
        (
            ("https://github.com/b/b", "https://github.com/a/a", "https://github.com/a/a/tree/main"),
            ["https://github.com/a/a", "https://github.com/b/b"],
        ),
    ],
)
@pytest.mark.parametrize("field", ["declared", "links"])
def test_declared_repositories_are_mentions_without_a_span(executor, field, declared, names):
    links = [Link("repo", url) for url in declared] + [Link("model", "https://github.com/c/c")]
    paper = Paper("p", "T", **{field: declared if field == "declared" else tuple(links)})
    executor.write("papers", table_of([paper_row(paper)], TABLES["papers"]))
    executor.write("declared", stages.find_declared(executor, BuildOptions("test", 50, 0.5)))
    found = executor.sql("SELECT * FROM declared ORDER BY name").to_pylist()
    assert [Mention(**row) for row in found] == [
        Mention("p", "repo", name, "", 0, 0, "code", "declared", 1.0, 0.6) for name in names
    ]
    without = BuildOptions("test", 50, 0.5, kinds=("method", "dataset"))
    executor.write("declared", stages.find_declared(executor, without))
    assert not executor.count("declared")


NAMES = [f"{word}{n}" for n in range(20) for word in ("Oaknet-", "Oaknets-", "fern net ")]


def _found(names=NAMES):
    return [
        Mention(f"p{n % 7}", "method", name, name.upper() if n % 2 else name, n, n + 1, "uses", "list", 0.9)
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize("n_process", [1, 2])
def test_names_are_resolved_by_blocks_never_all_at_once(executor, monkeypatch, n_process):
    mentions, called = _found(), []

    def noting(given, **options):
        called.append(len(given.papers))
        assert len(given.papers) < len(mentions) / 4
        return provisional_entities(given, **options)

    monkeypatch.setattr(stages, "provisional_entities", noting)
    monkeypatch.setitem(DuckDBExecutor.map.__kwdefaults__, "size", 5)
    executor = DuckDBExecutor(executor.connection, n_process=n_process)
    executor.write("given", table_of((mention_row(m) for m in mentions), TABLES["mentions"]))
    stages.resolve_names(executor, "SELECT * FROM given", pins=NO_PINS)
    wanted = resolve_entities(mentions)
    entities = rows_of(executor.sql("SELECT * FROM named_entities ORDER BY id").to_batches())
    assert list(entities) == [stages.entity_row(entity) for entity in wanted.entities]
    names = executor.sql("SELECT paper_id, kind, name, entity_id FROM named_names").to_pylist()
    assert {row["paper_id"] for row in names} == {None}
    meant = {row["name"]: row["entity_id"] for row in names}
    assert {row: meant[row[2]] for row in wanted.names} == wanted.names
    assert (sum(called) == len(mentions)) == (n_process == 1)  # else called elsewhere


def test_of_terms_only_the_number_of_papers_matters(executor):
    writing = [("p", "LLMs"), ("q", "LLMs"), ("q", "LLM"), ("r", "large language model"), ("r", "LLMs")]
    mentions = [
        Mention(paper, "technique", name, surface, n, n + 1, "uses", "list", 0.9)
        for n, (paper, surface) in enumerate(writing)
        for name in ("large language model", "LLMs")
    ]
    executor.write("given", table_of((mention_row(m) for m in mentions), TABLES["mentions"]))
    stages.resolve_names(executor, "SELECT * FROM given", pins=NO_PINS)
    assert {row["papers"] for row in executor.sql("SELECT papers FROM named_forms").to_pylist()} == {None}
    (entity,) = rows_of(executor.sql("SELECT * FROM named_entities").to_batches())
    assert [entity] == [stages.entity_row(one) for one in resolve_entities(mentions).entities]


def test_rivals_get_distinct_ids():
    digests = ("b" * 16, "a" * 16)
    rows = stages._id_rows([{"wanted": "method:sae", "digests": digests}])
    found = {row["digest"]: row["entity_id"] for row in rows}
    assert found == assign_ids("method:sae", digests)
    assert len(set(found.values())) == 2


def _mentions(*, papers="pqr", entities=3):
    kinds = [(kind, role) for kind, facts in KINDS.items() for role in {*facts.relations, "uses", "code"}]
    build = st.builds(
        lambda paper, kind, n, salience: (f"{kind[0]}:{n}", paper, *kind, salience / 1000),
        st.sampled_from(papers),
        st.sampled_from(kinds),
        st.integers(0, entities),
        st.integers(0, 1000),
    )
    return st.lists(build)


@pytest.fixture(scope="module")
def database():
    with duckdb.connect() as connection:
        columns = "entity_id VARCHAR, paper_id VARCHAR, kind VARCHAR, role VARCHAR, salience DOUBLE"
        connection.execute(f"CREATE TABLE mentions ({columns}, name VARCHAR)")
        rows = "(VALUES ('300', 300), ('700', 700)) r(name, rarity)"
        connection.execute(f"CREATE TABLE rarities AS SELECT * FROM {rows}")
        yield connection


@settings(max_examples=50)
@given(_mentions())
def test_incidence_holds_the_strongest_relation_and_the_salience(database, rows):
    database.execute("DELETE FROM mentions")
    named = [*rows, (None, "p", "method", "uses", 1.0)]
    rarities = [(300, 700)[number % 2] for number in range(len(named))]
    written = [(*row, str(rarity)) for row, rarity in zip(named, rarities, strict=True)]
    database.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)", written)
    wanted = {}
    for entity, paper, kind, *_ in rows:
        own = [row for row in rows if row[:2] == (entity, paper)]
        said = {row[3] for row in own}
        *strong, weakest = KINDS[kind].relations
        relation = next((role for role in strong if role in said), weakest)
        mentions = [Mention(paper, kind, "", "", 0, 0, row[3], "", 1.0, row[4]) for row in own]
        rarity = min(r for row, r in zip(named, rarities, strict=True) if row[:2] == (entity, paper))
        wanted[entity, paper] = (relation, salience_of(mentions), rarity)
    found = database.execute(stages.incidence_sql()).fetchall()
    assert sorted(found) == sorted((*pair, *facts) for pair, facts in wanted.items())


def _entity(executor, **columns):
    row = {"id": "method:lora", "kind": "method", "label": "LoRA", "aliases": (), "url": ""} | columns
    executor.write("entities", table_of([row], TABLES["entities"]))


def _rows(executor, name):
    return [tuple(row.values()) for row in executor.sql(f"SELECT * FROM {name}").to_pylist()]


def test_a_key_of_an_entity_has_its_best_rank(executor):
    _entity(executor, aliases=("lora", "Low-Rank Adaptation"))
    mentions = [
        mention_row(Mention(p, "method", name, surface, 0, 1, "uses", "list", 1.0), entity_id="method:lora")
        for p, name, surface in [("p", "LORA", "LoRAs"), ("q", "LoRA", "")]
    ]
    executor.write("mentions", table_of(mentions, TABLES["mentions"]))
    executor.write("name_index", stages.index_names(executor))
    assert _rows(executor, "name_index") == [
        ("lora", "method:lora", 1),
        ("loras", "method:lora", 3),
        ("lowrankadaptation", "method:lora", 2),
    ]


def test_a_repository_goes_by_its_url(executor):
    _entity(executor, id="repo:h:a:b", kind="repo", label="a/b", url="https://h/a/b")
    executor.write("name_index", stages.index_names(executor))
    assert [rank for _, _, rank in _rows(executor, "name_index")] == [1, 2]


@pytest.mark.parametrize(
    "title, rows",
    [
        ("A Net", [("anet", "p", False)]),
        ("A-Net: small: fast", [("anet", "p", True), ("anetsmallfast", "p", False)]),
        (": of nothing", [("ofnothing", "p", False)]),
        ("??: who", [("??", "p", True), ("who", "p", False)]),
        ("", [("", "p", False)]),
    ],
)
def test_titles_and_their_heads(executor, title, rows):
    executor.write("papers", table_of([paper_row(Paper("p", title))], TABLES["papers"]))
    executor.write("title_index", stages.index_titles(executor))
    assert _rows(executor, "title_index") == rows
