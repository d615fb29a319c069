from __future__ import annotations

import math
from itertools import combinations

import duckdb
import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.link.shared import (
    HUB_LIMIT,
    changed_link_sql,
    link_papers,
    link_sql,
    rarity_table,
    sharing_sql,
)
from paperlattice.graph.model.records import Resolution

# Each example opens a database.
few = settings(max_examples=30, deadline=None)


def resolution_of(rows):
    return Resolution((), {(paper, "method", entity): entity for paper, entity in rows})


tables = st.sets(
    st.tuples(
        st.sampled_from([f"p{i}" for i in range(8)]), st.sampled_from([f"method:e{i}" for i in range(8)])
    )
)


@few
@given(tables)
def test_weights_are_those_of_adamic_and_adar(rows):
    bipartite = nx.Graph(rows)
    papers = sorted({paper for paper, _ in rows})
    wanted = {
        (u, v): weight
        for u, v, weight in nx.adamic_adar_index(bipartite, list(combinations(papers, 2)))
        if weight > 0
    }
    found = {(link.source, link.target): link.weight for link in link_papers(resolution_of(rows))}
    assert found == pytest.approx(wanted, abs=1e-6)


@few
@given(tables, st.integers(1, 4))
def test_shared_entities_are_those_of_a_naive_loop(rows, hub_limit):
    papers_of = {entity: {p for p, e in rows if e == entity} for _, entity in rows}
    links = link_papers(resolution_of(rows), hub_limit=hub_limit)
    for link in links:
        both = sorted(e for e, papers in papers_of.items() if {link.source, link.target} <= papers)
        assert link.shared == tuple(e for e in both if len(papers_of[e]) <= hub_limit)
    assert [(x.source, x.target) for x in links] == sorted({(x.source, x.target) for x in links})


@few
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), unique=True), st.randoms())
def test_order_of_names_makes_no_difference(rows, random):
    shuffled = random.sample(rows, len(rows))
    assert link_papers(resolution_of(rows)) == link_papers(resolution_of(shuffled))


@pytest.mark.parametrize(
    "degree, links", [(2, 1), (HUB_LIMIT, HUB_LIMIT * (HUB_LIMIT - 1) // 2), (HUB_LIMIT + 1, 0)]
)
def test_hubs_link_nothing(degree, links):
    rows = [(f"p{i:03}", "method:hub") for i in range(degree)]
    assert len(link_papers(resolution_of(rows))) == links


def test_min_shared_counts_entities():
    rows = [(p, e) for p in "ab" for e in ("x", "y")] + [("c", "x")]
    assert [(x.source, x.target) for x in link_papers(resolution_of(rows), min_shared=2)] == [("a", "b")]


def test_several_names_of_one_entity_count_once():
    names = {("a", "method", "LoRA"): "m", ("a", "method", "lora"): "m", ("b", "method", "LoRA"): "m"}
    (link,) = link_papers(Resolution((), names))
    assert link.shared == ("m",)
    assert link.weight == pytest.approx(1 / math.log(2), abs=1e-6)


def test_papers_without_names_have_no_links():
    assert link_papers(Resolution((), {})) == []


def test_ids_may_hold_what_no_encoding_can():
    names = {(paper, "method", "LoRA"): "method:lora" for paper in ("a\ud800", "b", "a")}
    found = [(x.source, x.target) for x in link_papers(Resolution((), names))]
    assert found == [("a", "a\ud800"), ("a", "b"), ("a\ud800", "b")]


def test_rarity_is_one_over_the_logarithm():
    table = rarity_table(60)
    assert [degree for degree, _ in table] == list(range(2, 61))
    assert all(abs(billionths - 1e9 / math.log(degree)) <= 0.5 for degree, billionths in table)
    assert rarity_table(1) == []


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        yield opened


def _tables(connection, *, rarity=None, **tables):
    made = {"rarity": (("degree", "billionths"), rarity or rarity_table(5))}
    made |= {name: (("paper_id", "entity_id"), sorted(rows)) for name, rows in tables.items()}
    for name, (columns, rows) in made.items():
        kind = "BIGINT" if name == "rarity" else "VARCHAR"
        chosen = ", ".join(f"unnest(?::{kind}[]) AS {column}" for column in columns)
        values = [[row[i] for row in rows] for i in range(len(columns))]
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT {chosen}", values)


def _links(connection, sql):
    return {row[:2]: row[2:] for row in connection.execute(sql).fetchall()}


@pytest.mark.parametrize("billionths", [1, 499, 500, 1_499_500, 721_347_520, 1_442_695_041, 9_999_999_500])
def test_weights_are_rounded_as_whole_numbers(connection, billionths):
    _tables(connection, rarity=[(2, billionths)], incidence={("a", "x"), ("b", "x")})
    found = _links(connection, link_sql())
    assert found == {("a", "b"): (billionths, (billionths + 500) // 1000 / 1e6, ["x"])}
    assert found["a", "b"][1] == float(f"{(billionths + 500) // 1000}e-6")


@few
@given(before=tables, after=tables)
def test_what_a_change_touches_is_all_that_changes(connection, before, after):
    papers_of = [
        {entity: {p for p, e in rows if e == entity} for _, entity in {*before, *after}}
        for rows in (before, after)
    ]
    affected = [e for e in papers_of[0] if papers_of[0][e] != papers_of[1][e]]
    _tables(connection, old=before, incidence=after)
    connection.execute(
        "CREATE OR REPLACE TABLE affected AS SELECT unnest(?::VARCHAR[]) AS entity_id", [affected]
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE pairs AS ({sharing_sql(incidence='old')}) UNION ({sharing_sql()})"
    )
    pairs = set(connection.execute("SELECT source, target FROM pairs").fetchall())
    kept = {pair: link for pair, link in _links(connection, link_sql("old")).items() if pair not in pairs}
    assert {**kept, **_links(connection, changed_link_sql())} == _links(connection, link_sql())
