from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.link import HUB_LIMIT, link_papers, papers_by_entity
from graph.records import Resolution


def resolution_of(rows):
    return Resolution((), {(paper, "method", entity): entity for paper, entity in rows})


tables = st.sets(
    st.tuples(
        st.sampled_from([f"p{i}" for i in range(8)]), st.sampled_from([f"method:e{i}" for i in range(8)])
    )
)


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


@given(tables, st.integers(1, 4))
def test_shared_entities_are_those_of_a_naive_loop(rows, hub_limit):
    naming = papers_by_entity(resolution_of(rows))
    links = link_papers(resolution_of(rows), hub_limit=hub_limit)
    for link in links:
        both = [e for e, papers in naming.items() if {link.source, link.target} <= set(papers)]
        assert link.shared == tuple(e for e in both if len(naming[e]) <= hub_limit)
    assert [(x.source, x.target) for x in links] == sorted({(x.source, x.target) for x in links})


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
