from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.layout.communities import find_communities
from paperlattice.graph.layout.layout import layout_graph_of


@pytest.fixture(scope="session")
def communities(build_small):
    """Return what gives the community of each node of a graph of rows."""

    def find(rows, **more):
        layout_graph = layout_graph_of(build_small(rows, **more).tables)
        return dict(zip(layout_graph.ids, find_communities(layout_graph), strict=True))

    return find


def clique(name, papers, entities):
    rows = product((f"{name}{i}" for i in range(papers)), (f"method:{name}-{i}" for i in range(entities)))
    return list(rows)


def test_two_groups_with_one_bridge(communities):
    bridge = [("a0", "method:bridge"), ("b0", "method:bridge")]
    found = communities(clique("a", 5, 3) + clique("b", 5, 3) + bridge)
    assert {found[f"paper:a{i}"] for i in range(5)} == {"a-0, a-1, a-2"}
    assert {found[f"paper:b{i}"] for i in range(5)} == {"b-0, b-1, b-2"}


def test_an_entity_of_one_paper_goes_with_it(communities):
    found = communities([*clique("a", 3, 1), ("a1", "dataset:own")])
    assert found["dataset:own"] == found["paper:a1"] == "a-0"


def test_what_shares_nothing_has_no_community(communities):
    found = communities([*clique("a", 2, 1), ("z", "method:own")], isolated=["y"])
    assert [found[n] for n in ("paper:y", "paper:z", "method:own")] == ["", "", ""]


def test_a_name_starts_with_what_most_papers_inside_name(communities):
    rows = (
        clique("x", 6, 2)
        + clique("y", 6, 2)
        + clique("z", 6, 2)
        + [(f"z{i}", "method:alpha") for i in range(5)]
    )
    assert communities(rows)["paper:z5"] == "z-0, z-1, alpha"


def test_one_label_in_two_communities_gives_two_names(communities):
    rows = [("a0", "method:SGD"), ("a1", "method:SGD"), ("b0", "dataset:SGD"), ("b1", "dataset:SGD")]
    found = communities(rows)
    assert {found["paper:a0"], found["paper:b0"]} == {"SGD", "SGD (2)"}


def test_long_names_are_cut_between_labels(communities):
    found = communities([(p, f"method:{c * 30}") for p in ("p0", "p1") for c in "abc"])
    assert found["paper:p0"] == "a" * 30


rows_of_any_kind = st.sets(
    st.tuples(
        st.sampled_from([f"p{i}" for i in range(9)]), st.sampled_from([f"method:e{i}" for i in range(7)])
    )
)


@settings(max_examples=15)
@given(rows_of_any_kind)
def test_members_of_one_community_hang_together(communities, rows):
    found = communities(rows)
    naming = {}
    for paper, entity in rows:
        naming.setdefault(entity, set()).add(f"paper:{paper}")
    for entity, papers in naming.items():
        assert (found[entity] == "") == (len(papers) == 1 and found[min(papers)] == "")
        if len(papers) > 1:
            assert found[entity] in {found[paper] for paper in papers}
