"""Attributes of nodes and edges: the contract with writers, for any records and in any order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.records import KINDS, NODE_KINDS, Mention, Paper
from paperlattice.graph.model.attributes import (
    best_sentence,
    entity_attributes,
    incidence_edge,
    join_forms,
    mention_order,
    paper_attributes,
    paper_node,
    related_edge,
    relation_of,
)
from paperlattice.graph.model.records import Entity, Link, Merge

TOPICS = ("topic", "topic_id", "subtopic", "subtopic_id")
DRAWN = {"kind", "label", "papers", *TOPICS, "x", "y", "size", "r", "g", "b"}
TYPES = {
    **dict.fromkeys(("kind", "label", *TOPICS, "date", "url", "sources", "abstract"), str),
    **dict.fromkeys(("aliases", "united", "broader"), str),
    **dict.fromkeys(("relation", "surfaces", "evidence", "origin", "shared", "terms", "reason"), str),
    **dict.fromkeys(("papers", "r", "g", "b", "mentions", "shared_count"), int),
    **dict.fromkeys(("x", "y", "size", "confidence", "salience", "weight"), float),
}
NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")
PAPER = Paper("10.5/x_1", "Title of it", "We name A | B here. And more.")

texts = st.text("ab| \n", max_size=6)
forms = st.lists(texts, max_size=3).map(tuple)


def check_node(data, optional):
    assert set(data) >= DRAWN
    assert set(data) - DRAWN <= optional
    assert 4.0 <= data["size"] <= 100.0
    assert all(type(value) is TYPES[name] for name, value in data.items())
    assert (data["r"], data["g"], data["b"]) == NODE_KINDS[data["kind"]].colour


@given(st.builds(Paper, st.text(min_size=1), texts, texts, texts, texts, forms), st.integers(0, 9))
def test_nodes_of_papers(paper, linked):
    data = paper_attributes(paper, linked, top=9)
    check_node(data, {"date", "url", "sources", "abstract"})
    assert (data["kind"], data["papers"], data["label"]) == ("paper", linked, paper.title or paper.id)
    assert all(data[name] for name in set(data) - DRAWN - {"sources"}), "an empty attribute is left out"


@given(st.sampled_from(sorted(KINDS)), texts, forms, texts, forms, st.integers(1, 9))
def test_nodes_of_entities(kind, label, aliases, url, broader, papers):
    merges = tuple(Merge(label, alias, "key", 1.0) for alias in aliases)
    data = entity_attributes(Entity(f"{kind}:x", kind, label, aliases, merges, url, broader), papers, top=9)
    check_node(data, {"aliases", "united", "url", "broader"})
    assert (data["kind"], data["papers"], data["label"]) == (kind, papers, label)
    assert all(data[name] for name in set(data) - DRAWN), "an empty attribute is left out"


@st.composite
def mentions(draw):
    """Draw mentions of one entity in PAPER."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    found = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(PAPER.text) - 1))
        end = draw(st.integers(start + 1, len(PAPER.text)))
        role = draw(st.sampled_from(KINDS[kind].relations))
        rule = draw(st.sampled_from(["list", "proposal", *["declared"] * (kind == "repo")]))
        name = draw(st.sampled_from(["A", "B", "A | B", "|", "x |"]))
        surface, confidence = PAPER.text[start:end], draw(st.floats(0, 1))
        salience = draw(st.integers(0, 1000)) / 1000
        found.append(Mention(PAPER.id, kind, name, surface, start, end, role, rule, confidence, salience))
    return found


@settings(max_examples=60)
@given(mentions(), st.randoms(use_true_random=False))
def test_edges_to_entities_keep_the_contract_in_any_order(found, rng):
    edge = incidence_edge(PAPER, "e", sorted(found, key=mention_order))
    rng.shuffle(found)
    assert incidence_edge(PAPER, "e", sorted(found, key=mention_order)) == edge
    source, target, key, data = edge
    assert (source, target, key) == (paper_node(PAPER.id), "e", data["relation"])
    assert key in KINDS[found[0].kind].relations
    extra = {"origin"} if key == "code" else set()
    figures = {"mentions", "confidence", "salience", "weight"}
    assert set(data) == extra | figures | {"relation", "surfaces", "evidence"}
    assert all(type(value) is TYPES[name] for name, value in data.items())
    assert 0 <= data["confidence"] <= 1
    assert max(mention.salience for mention in found) <= data["salience"] <= 1
    assert data["weight"] == max(data["salience"], 0.01)
    assert data["mentions"] == sum(mention.rule != "declared" for mention in found)
    assert bool(data["evidence"]) == bool(data["mentions"])


def _edge(*given, paper=PAPER):
    """Return the attributes of an edge; each mention is given as surface, role, rule and confidence."""
    kind = "repo" if given[0][1] == "code" else "method"
    found = []
    for surface, role, rule, confidence in given:
        start = paper.text.rindex(surface) if surface else 0
        end = start + len(surface)
        found.append(Mention(paper.id, kind, surface, surface, start, end, role, rule, confidence))
    return incidence_edge(paper, f"{kind}:x", sorted(found, key=mention_order))[3]


QUILLNET = Paper("1", "Quillnet: adapters for ViT", "It is small. We propose Quillnet. See x.org/a. Done.")


def test_the_top_role_wins_and_its_evidence_comes_from_a_proposal():
    edge = _edge(
        ("small", "uses", "list", 0.95), ("Quillnet", "proposes", "proposal+title", 0.9), paper=QUILLNET
    )
    assert (edge["relation"], edge["mentions"]) == ("proposes", 2)
    assert edge["evidence"] == "We propose Quillnet."
    assert edge["confidence"] == 0.95
    assert edge["surfaces"] == "small | Quillnet"


def test_evidence_of_use_is_the_first_sentence_of_the_abstract_else_the_title():
    in_title = ("ViT", "uses", "list", 0.8)
    assert _edge(in_title, paper=QUILLNET)["evidence"] == QUILLNET.title
    both = _edge(in_title, ("small", "uses", "list", 0.8), paper=QUILLNET)
    assert both["evidence"] == "It is small."


DECLARED, WRITTEN = ("", "code", "declared", 1.0), ("x.org/a", "code", "url", 1.0)


@pytest.mark.parametrize(
    "given_mentions, origin, mentions, evidence",
    [
        ([DECLARED], "declared", 0, ""),
        ([WRITTEN], "extracted", 1, "See x.org/a."),
        ([DECLARED, WRITTEN], "both", 1, "See x.org/a."),
    ],
)
def test_the_origin_of_repositories(given_mentions, origin, mentions, evidence):
    edge = _edge(*given_mentions, paper=QUILLNET)
    assert (edge["origin"], edge["mentions"], edge["evidence"]) == (origin, mentions, evidence)


def test_links_name_what_is_shared_and_run_in_order_of_node_ids():
    link = Link("a/b", "a.b", 0.5, ("method:x", "method:y"), ("deep nets", "tides"))
    source, target, key, data = related_edge(link, {"method:x": "X | Y"}, "Both use X.")
    assert (source, target, key) == ("paper:a.b", "paper:a:b", "related")
    assert data == {
        "relation": "related",
        "weight": 0.5,
        "confidence": 0.5,
        "shared": "X ¦ Y | method:y",
        "shared_count": 2,
        "terms": "deep nets | tides",
        "reason": "Both use X.",
    }
    assert all(type(value) is TYPES[name] for name, value in data.items())


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_node_ids_of_papers_are_safe_and_never_meet(left, right):
    assert NMTOKEN.fullmatch(paper_node(left))
    assert (paper_node(left) == paper_node(right)) == (left == right)


@given(st.lists(st.text("ab| \n", max_size=6), max_size=5))
def test_joined_forms_split_again(forms):
    joined = join_forms(forms)
    clean = [form for form in joined.split(" | ") if form]
    assert len(clean) == len(set(clean))
    assert join_forms(clean) == joined
    assert len(clean) <= len({" ".join(form.split()) for form in forms if form.strip()})


@pytest.mark.parametrize(
    "forms, joined",
    [
        (["a", "b", "a", " "], "a | b"),
        (["a | b", "c"], "a ¦ b | c"),
        (["P(x|y)"], "P(x|y)"),
        (["|", "x |", "| y"], "¦ | x ¦ | ¦ y"),
    ],
)
def test_bars_inside_forms(forms, joined):
    assert join_forms(forms) == joined


@pytest.mark.parametrize(
    "kind, roles, relation",
    [
        ("method", ["uses"], "uses"),
        ("method", ["uses", "proposes"], "proposes"),
        ("method", ["introduces"], "uses"),
        ("dataset", ["introduces", "uses"], "introduces"),
        ("repo", ["uses"], "code"),
    ],
)
def test_relations(kind, roles, relation):
    assert relation_of([Mention("p", kind, "X", "X", 0, 1, role, "list", 1.0) for role in roles]) == relation


def test_no_mention_in_the_text_gives_no_sentence():
    assert best_sentence(Paper("p", "T"), []) == ""
