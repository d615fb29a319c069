from __future__ import annotations

import re

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.records import TOP_ROLE, Mention, Paper
from graph.model.records import Entity, Resolution
from graph.pipeline.assemble import (
    Placement,
    assemble_graph,
    best_sentence,
    join_forms,
    paper_node,
    relation_of,
)
from graph.pipeline.link import link_papers

DRAWN = {"kind", "label", "papers", "cluster", "x", "y", "size", "r", "g", "b"}
OPTIONAL = {"paper": {"date", "url", "sources", "abstract"}, "repo": {"aliases", "united", "url"}}
TYPES = {
    **dict.fromkeys(("kind", "label", "cluster", "date", "url", "sources", "abstract"), str),
    **dict.fromkeys(("aliases", "united"), str),
    **dict.fromkeys(("relation", "surfaces", "evidence", "origin", "shared"), str),
    **dict.fromkeys(("papers", "r", "g", "b", "mentions", "shared_count"), int),
    **dict.fromkeys(("x", "y", "size", "confidence", "weight"), float),
}
NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")


def assembled(lattice, **options):
    return assemble_graph(lattice.papers, lattice.mentions, lattice.resolution, lattice.links, **options)


@pytest.fixture(scope="module")
def graph(small_lattice):
    return assembled(small_lattice)


def check_contract(graph):
    assert list(graph) == sorted(graph)
    assert list(graph.edges(keys=True)) == sorted(graph.edges(keys=True))
    for node, data in graph.nodes(data=True):
        kind = data["kind"]
        assert NMTOKEN.fullmatch(node)
        assert node.startswith(kind + ":")
        assert set(data) >= DRAWN
        assert set(data) - DRAWN <= OPTIONAL.get(kind, {"aliases", "united"})
        assert 4.0 <= data["size"] <= 100.0
        assert all(type(value) is TYPES[name] for name, value in data.items())
        assert all(data[name] for name in set(data) - DRAWN), "an empty attribute is left out"
    for source, target, key, data in graph.edges(keys=True, data=True):
        assert key == data["relation"]
        assert data["weight"] > 0
        assert all(type(value) is TYPES[name] for name, value in data.items())
        kind = graph.nodes[target]["kind"]
        if key == "related":
            assert source < target
            assert set(data) == {"relation", "weight", "shared", "shared_count"}
            assert data["shared_count"] == len(data["shared"].split(" | "))
        else:
            assert graph.nodes[source]["kind"] == "paper"
            assert key in ({"code"} if kind == "repo" else {TOP_ROLE[kind], "uses"})
            extra = {"origin"} if key == "code" else set()
            assert set(data) == extra | {
                "relation",
                "surfaces",
                "mentions",
                "evidence",
                "confidence",
                "weight",
            }
            assert 0 <= data["confidence"] <= 1


def test_the_small_graph_keeps_the_contract(graph):
    check_contract(graph)


@st.composite
def mention_tables(draw):
    papers = [Paper(f"{i}/x_{i}", f"Title {i}", "We name A | B here. And more.") for i in range(4)]
    entities, names, mentions = {}, {}, []
    for _ in range(draw(st.integers(0, 12))):
        paper = draw(st.sampled_from(papers))
        kind = draw(st.sampled_from(["method", "dataset", "repo"]))
        name = draw(st.sampled_from(["A", "B", "A | B", "|", "x |"]))
        start = draw(st.integers(0, len(paper.text) - 1))
        end = draw(st.integers(start + 1, len(paper.text)))
        role = "code" if kind == "repo" else draw(st.sampled_from([TOP_ROLE[kind], "uses"]))
        rule = draw(
            st.sampled_from(["list", "proposal", "declared"] if kind == "repo" else ["list", "proposal"])
        )
        surface = paper.text[start:end]
        confidence = draw(st.floats(0, 1))
        mentions.append(Mention(paper.id, kind, name, surface, start, end, role, rule, confidence))
        entity = f"{kind}:e{ord(name[0])}"
        names[paper.id, kind, name] = entity
        entities[entity] = Entity(entity, kind, name)
    resolution = Resolution(tuple(entities[e] for e in sorted(entities)), names)
    return papers, mentions, resolution


@settings(max_examples=60)
@given(mention_tables(), st.randoms())
def test_any_table_keeps_the_contract_in_any_order(table, random):
    papers, mentions, resolution = table
    links = link_papers(resolution)
    graph = assemble_graph(papers, mentions, resolution, links)
    check_contract(graph)
    entity_edges = [(s, t) for s, t, relation in graph.edges(data="relation") if relation != "related"]
    assert len(entity_edges) == len(set(entity_edges)), "one edge a paper and entity"
    random.shuffle(papers)
    random.shuffle(mentions)
    random.shuffle(links)
    again = assemble_graph(papers, mentions, resolution, links)
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(data=True)) == list(graph.edges(data=True))


def test_counts_of_papers(graph):
    counts = dict(graph.nodes(data="papers"))
    assert counts["method:lora"] == 2
    assert counts["dataset:brookbench"] == 1
    assert counts["paper:2501.00004"] == 2, "linked over CLIP and over SGD, the method"
    assert counts["paper:2501.00005"] == 0


def test_a_paper_that_names_nothing_is_a_lone_node(graph):
    assert graph.degree("paper:2501.00005") == 0


def test_the_top_role_wins_and_its_evidence_comes_from_a_proposal(graph):
    edge = graph.edges["paper:2501.00001", "method:quillnet", "proposes"]
    assert edge["mentions"] == 2
    assert edge["evidence"] == "We propose Quillnet, a sparse adapter."
    assert edge["confidence"] == edge["weight"] == 0.9


def test_evidence_of_use_is_the_first_sentence_of_the_abstract(graph):
    edge = graph.edges["paper:2501.00002", "method:lora", "uses"]
    assert edge["evidence"] == "Low-rank adaptation (LoRA) is common."
    assert edge["surfaces"] == "low-rank adaptation | LoRA | Low-rank adaptation"


def test_evidence_may_come_from_the_title(graph):
    edge = graph.edges["paper:2501.00001", "method:vit", "uses"]
    assert edge["evidence"] == "Quillnet: sparse adapters for ViT"


@pytest.mark.parametrize(
    "paper, repo, origin, mentions, evidence",
    [
        ("2501.00001", "quill-lab:quillnet", "both", 1, "See github.com/quill-lab/quillnet."),
        ("2501.00004", "brook-lab:agents", "declared", 0, ""),
    ],
)
def test_declared_repositories(graph, paper, repo, origin, mentions, evidence):
    edge = graph.edges[f"paper:{paper}", f"repo:github.com:{repo}", "code"]
    assert (edge["origin"], edge["mentions"], edge["evidence"]) == (origin, mentions, evidence)
    assert edge["confidence"] == 1.0


def test_a_repository_from_the_text_alone_is_extracted(small_lattice):
    mentions = [m for m in small_lattice.mentions if m.rule != "declared"]
    graph = assemble_graph(small_lattice.papers, mentions, small_lattice.resolution, [])
    assert {d["origin"] for _, _, d in graph.edges(data=True) if d["relation"] == "code"} == {"extracted"}


def test_links_name_what_is_shared(graph):
    edge = graph.edges["paper:2501.00001", "paper:2501.00002", "related"]
    assert edge["shared"] == "ImageNet | LoRA | ViT"
    assert edge["shared_count"] == 3


def test_links_run_in_order_of_node_ids():
    papers = [Paper("a.b", "One"), Paper("a/b", "Two")]
    names = {(paper.id, "method", "M"): "method:m" for paper in papers}
    mentions = [Mention(p.id, "method", "M", "", 0, 0, "uses", "list", 1.0) for p in papers]
    resolution = Resolution((Entity("method:m", "method", "M"),), names)
    graph = assemble_graph(papers, mentions, resolution, link_papers(resolution))
    assert ("paper:a.b", "paper:a:b", "related") in graph.edges


def test_a_given_placement_is_taken(small_lattice):
    graph = assembled(small_lattice, placement={"method:clip": Placement("Dialogue", 1.5, -2.0)})
    clip = graph.nodes["method:clip"]
    assert (clip["cluster"], clip["x"], clip["y"]) == ("Dialogue", 1.5, -2.0)


def test_mentions_without_entity_and_entities_without_paper_are_left_out():
    paper = Paper("p", "T", "A b.")
    stray = Mention("p", "method", "A", "A", 2, 3, "uses", "list", 1.0)
    resolution = Resolution((Entity("method:b", "method", "B"),), {("other", "method", "B"): "method:b"})
    graph = assemble_graph([paper], [stray], resolution, link_papers(resolution))
    assert list(graph) == ["paper:p"]
    assert nx.is_empty(graph)


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
    mentions = [Mention("p", kind, "X", "X", 0, 1, role, "list", 1.0) for role in roles]
    assert relation_of(mentions) == relation


def test_no_mention_in_the_text_gives_no_sentence():
    assert best_sentence(Paper("p", "T"), []) == ""
