from __future__ import annotations

import dataclasses
import inspect
import json

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice import KnowledgeGraph, Paper
from paperlattice.extractors.records import ENTITY_KINDS, Author, Link
from paperlattice.graph.errors import UnknownKind, UnknownNode
from paperlattice.graph.model.pins import Pin, Pins
from paperlattice.graph.query.answers import Step
from paperlattice.graph.query.filters import NamesByKind
from paperlattice.graph.resolve.explain import explain_names


@pytest.fixture(scope="module")
def asked(small_graph, look_into):
    return look_into(small_graph)


@pytest.mark.parametrize(
    "filters, ids",
    [
        ({"method": "low-rank adaptation"}, ["2501.00001", "2501.00002"]),
        ({"method": "LoRA", "dataset": "CIFAR 10"}, ["2501.00002"]),
        ({"method": ["LoRA", "ViT"], "repo": "quill-lab/quillnet"}, ["2501.00001"]),
        ({"method": "SGD"}, ["10.5555/odd_id", "2501.00004"]),
        ({"dataset": "SGD"}, ["2501.00004"]),
        ({"repo": "https://github.com/brook-lab/agents"}, ["2501.00004"]),
        ({"text": "SPARSE   adapters"}, ["2501.00001"]),
        ({"text": "sparse", "method": "CLIP"}, []),
        ({"method": []}, None),
        ({}, None),
    ],
)
def test_papers_pass_all_filters(asked, small_graph, filters, ids):
    wanted = sorted(small_graph.tables.paper_ids()) if ids is None else ids
    assert [paper.id for paper in asked.papers(**filters)] == wanted


@pytest.fixture(scope="module")
def topical(topical_graph, look_into):
    return look_into(topical_graph)


@pytest.mark.parametrize(
    "filters, ids",
    [
        ({"task": "image retrieval"}, ["t1", "t2", "t3"]),
        ({"task": "Picture Search", "method": "CLIP"}, ["t1", "t2"]),
        ({"task": ["image retrieval", "hallucination"]}, ["t3"]),
        ({"technique": "LLM"}, ["t1", "t3"]),
        ({"technique": ["LLMs", "contrastive learning"], "task": "image retrieval"}, ["t1"]),
        ({"task": None, "technique": ()}, ["t1", "t2", "t3"]),
    ],
)
def test_tasks_and_techniques_filter_papers_and_parts(topical, filters, ids):
    assert [paper.id for paper in topical.papers(**filters)] == ids
    assert sorted(topical.part(**{k: v or () for k, v in filters.items()}).tables.paper_ids()) == ids


def test_there_is_a_filter_for_every_kind():
    assert tuple(NamesByKind.__annotations__) == ENTITY_KINDS
    for question in (KnowledgeGraph.papers, KnowledgeGraph.part):
        shown = inspect.signature(question).parameters
        assert [name for name in shown if name in ENTITY_KINDS] == list(ENTITY_KINDS)


def test_a_filter_by_what_is_no_kind_is_refused(topical):
    with pytest.raises(UnknownKind, match="'metod' is not a kind of entity: give one of method, dataset"):
        topical.papers(metod="CLIP")


def test_what_papers_are_most_about_comes_first(topical):
    found = topical.entity("image retrieval").papers
    # The third says more of it than the second, but only in the background.
    assert [(row.id, row.relation, row.salience) for row in found] == [
        ("t2", "addresses", 0.94),
        ("t1", "addresses", 0.6),
        ("t3", "mentions", 0.95),
    ]


def test_a_paper_lists_first_what_it_is_most_about(topical):
    assert [(n.label, n.relation, n.salience) for n in topical.names("t1")] == [
        ("image retrieval", "addresses", 0.6),
        ("contrastive learning", "uses", 0.55),
        ("CLIP", "uses", 0.3),
        ("large language model", "mentions", 0.1),
    ]
    assert [n.label for n in topical.names("t3")] == [
        "hallucination",
        "large language model",
        "image retrieval",
    ]


def test_equally_salient_papers_are_in_the_order_of_their_ids(build_small, look_into):
    asked = look_into(build_small([(paper, "task:x") for paper in "cab"]))
    assert [row.id for row in asked.entity("x").papers] == ["a", "b", "c"]


def test_tasks_are_listed_like_other_kinds(topical):
    assert [repr(e) for e in topical.entities("task")] == [
        "<task image retrieval: 3 papers>",
        "<task hallucination: 1 paper>",
    ]


def test_a_name_of_another_kind_is_unknown(asked):
    with pytest.raises(UnknownNode, match="no dataset named 'CLIP'"):
        asked.papers(dataset="CLIP")


def test_an_entity_lists_its_papers_proposals_first(asked):
    found = asked.entity("quillnet")
    assert repr(found) == "<method Quillnet: 1 paper>"
    assert [(row.id, row.relation) for row in found.papers] == [("2501.00001", "proposes")]
    assert asked.entity("lora").aliases == ("low-rank adaptation",)


def test_entities_by_degree(asked):
    labels = [(e.label, e.kind) for e in asked.entities(top=6)]
    assert labels == [
        ("CLIP", "method"),
        ("LoRA", "method"),
        ("SGD", "method"),
        ("ViT", "method"),
        ("ImageNet", "dataset"),
        ("Quillnet", "method"),
    ]
    assert [e.label for e in asked.entities(kind="repo")] == [
        "brook-lab/agents",
        "quill-lab/quillnet",
    ]
    assert asked.entities(top=0) == []


def test_entities_of_an_unknown_kind(asked):
    with pytest.raises(UnknownKind, match="'methods'"):
        asked.entities(kind="methods")


def test_related_papers_say_what_is_shared(asked):
    (first, *rest) = asked.related("Quillnet: sparse adapters for ViT")
    assert (first.id, len(rest)) == ("2501.00002", 4)
    assert rest == sorted(rest, key=lambda row: (-row.weight, row.id))
    assert all(0 < row.weight < 1 for row in (first, *rest))


def test_the_papers_that_links_are_drawn_to_come_as_in_the_whole_ranking(topical):
    for paper in topical.papers():
        linked = [row for row in topical.related(paper, None) if row.is_linked]
        assert topical.related(paper, None, drawn=True) == linked
        assert topical.related(paper, 1, drawn=True) == linked[:1]
    assert any(topical.related(paper, drawn=True) for paper in topical.papers())


def test_the_sentences_name_what_is_shared_most(topical):
    first = next(other for other in topical.related("t2") if other.id == "t1")
    assert first.shared == ("image retrieval", "CLIP")
    for paper, sentence in zip(("t2", "t1"), first.sentences, strict=True):
        assert sentence in [span.sentence for span in topical.evidence(paper, "image retrieval")]


def test_where_no_name_is_shared_the_sentences_have_the_shared_word(make_graph, look_into):
    papers = [
        Paper("a", "Tides", "The harbour is calm. We forecast tides."),
        Paper("b", "Moons", "Tides follow the moon."),
        Paper("c", "", ""),
    ]
    asked = look_into(make_graph(papers))
    near, far = asked.related("b")
    assert (near.id, near.terms, near.shared) == ("a", ("tide",), ())
    assert near.sentences == ("Tides follow the moon.", "We forecast tides.")
    assert (far.id, far.sentences) == ("c", ("", ""))
    assert far.reason == "They share neither names nor telling words."


def test_only_the_first_hundred_are_quoted(build_small, look_into):
    rows = look_into(build_small([], isolated=[f"p{i:03}" for i in range(103)])).related("p000", k=None)
    assert len(rows) == 102
    assert [any(row.sentences) for row in rows[100:]] == [False, False]


@pytest.mark.parametrize("k", [0, -1])
def test_no_related_papers_are_asked_for(asked, k):
    assert asked.related("2501.00001", k=k) == []


def test_links_do_not_change_the_ranking():
    papers = [
        Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
        Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
        Paper("3", "Tides", ""),
    ]
    ranked = [
        [(row.id, row.weight) for row in KnowledgeGraph.build(papers, links=links).related("1")]
        for links in ("related", "shared", "none")
    ]
    assert ranked[0] == ranked[1] == ranked[2]


def test_equally_likely_papers_come_by_id_and_k_cuts(build_small, look_into):
    asked = look_into(build_small([(p, "method:common") for p in "abcd"]))
    assert [row.id for row in asked.related("a")] == ["b", "c", "d"]
    assert asked.related("a", k=1) == asked.related("a")[:1]
    assert len(asked.related("a", k=None)) == 3


def test_a_path_explains_each_step(asked):
    steps = asked.path("Quillnet", "CIFAR-10")
    assert [s.label for s in steps][::2] == ["Quillnet", "ImageNet", "CIFAR-10"]
    assert steps[1] == Step(
        "paper:2501.00001",
        "paper",
        "Quillnet: sparse adapters for ViT",
        "proposes",
        "We propose Quillnet, a sparse adapter.",
    )
    assert (steps[0].relation, steps[0].evidence) == ("", "")


def test_a_path_prefers_rare_entities(build_small, look_into):
    rows = [(p, "method:hub") for p in "abcde"] + [(p, "method:rare") for p in "ae"]
    assert look_into(build_small(rows)).path("a", "e")[1].label == "rare"


def test_no_path_is_empty_and_one_node_is_one_step(asked):
    assert asked.path("Quillnet", "CLIP") == []
    assert [s.id for s in asked.path("CLIP", "method:clip")] == ["method:clip"]


def test_a_path_between_unknown_names(asked):
    with pytest.raises(UnknownNode, match=r"no entity or paper named 'Quilnet'; nearest: Quillnet"):
        asked.path("CLIP", "Quilnet")


tables = st.sets(
    st.tuples(
        st.sampled_from([f"p{i}" for i in range(7)]), st.sampled_from([f"method:e{i}" for i in range(7)])
    ),
    min_size=2,
)


@settings(max_examples=settings.default.max_examples // 6)
@given(tables, st.data())
def test_paths_are_as_short_as_those_of_networkx(build_small, look_into, rows, data):
    ids = sorted({paper for paper, _ in rows})
    source, target = (data.draw(st.sampled_from(ids)) for _ in range(2))
    steps = [step.id.removeprefix("paper:") for step in look_into(build_small(rows)).path(source, target)]
    plain = nx.Graph(rows)
    if nx.has_path(plain, source, target):
        assert len(steps) == nx.shortest_path_length(plain, source, target) + 1
        assert nx.is_path(plain, steps)
    else:
        assert steps == []


def test_evidence_is_every_span_in_order(asked):
    found = asked.evidence("2501.00002", "LoRA")
    assert [(e.surface, e.sentence) for e in found] == [
        ("low-rank adaptation", "A second look at low-rank adaptation"),
        ("Low-rank adaptation", "Low-rank adaptation (LoRA) is common."),
        ("LoRA", "Low-rank adaptation (LoRA) is common."),
    ]
    assert all(asked.paper("2501.00002").text[e.start : e.end] == e.surface for e in found)


def test_evidence_uses_the_sense_that_the_paper_has(small_records, make_graph, look_into):
    papers, entities, named = small_records
    kept = [row for row in named if (row[0].paper_id, row[1]) != ("2501.00004", "method:sgd")]
    asked = look_into(make_graph(papers, entities, kept))
    (found,) = asked.evidence("2501.00004", "SGD")
    assert found.sentence == "On SGD, and trained with SGD, agents fail."


def test_a_declared_repository_has_no_sentence(asked):
    (found,) = asked.evidence("2501.00004", "brook-lab/agents")
    assert (found.sentence, found.rule) == ("", "declared")


@pytest.mark.parametrize(
    "paper, name, message",
    [
        ("2501.00003", "LoRA", r"'Brookbench' does not name 'LoRA'; it names Brookbench, CLIP"),
        ("2501.00005", "LoRA", r"does not name 'LoRA'; no entity was found in it"),
        ("2501.00003", "Quilnet", r"no entity named 'Quilnet'; nearest: Quillnet"),
    ],
)
def test_no_evidence(asked, paper, name, message):
    with pytest.raises(UnknownNode, match=message):
        asked.evidence(paper, name)


def test_a_paper_lists_what_it_names_and_where(asked):
    found = asked.names("2501.00001")
    assert [(n.id, n.relation, len(n.evidence)) for n in found] == [
        ("method:quillnet", "proposes", 2),
        ("repo:github.com:quill-lab:quillnet", "code", 2),
        ("dataset:imagenet", "uses", 1),
        ("method:lora", "uses", 1),
        ("method:vit", "uses", 1),
    ]
    assert list(found[3].evidence) == asked.evidence("2501.00001", "LoRA")
    assert asked.names("2501.00005") == []


def test_spans_of_an_entity_by_paper(asked):
    every = asked.places("method:lora")
    assert list(every) == ["2501.00001", "2501.00002"]
    assert every["2501.00002"] == asked.evidence("2501.00002", "LoRA")
    ids = ["2501.00002", "2501.00003", "none"]
    assert list(asked.places("method:lora", paper_ids=ids)) == ["2501.00002"]


def test_mentions_of_a_paper_are_in_the_order_of_the_text(asked):
    assert [m.surface for m in asked.mentions("Brookbench")] == ["Brookbench", "CLIP"]


def test_merges_explain_an_entity(asked):
    (join,) = asked.merges("method:lora")
    assert (join.left, join.right, join.rule) == ("LoRA", "low-rank adaptation", "abbreviation")
    with pytest.raises(UnknownNode, match="no entity named 'method:none'"):
        asked.merges("method:none")


def test_an_explanation_uses_the_kind_that_both_names_share(asked):
    assert asked.explain("SGD", "Schema-Guided Dialogue").kind == "dataset"
    assert asked.explain("LoRA", "low rank adaptation").same
    pins = Pins(different=(Pin(("LoRA", "CLIP")),))
    apart = explain_names(asked.lookup.name_index, "method", "LoRA", "CLIP", pins=pins)
    assert apart.reason == "declared different: 'LoRA' and 'CLIP' (pin)"


def test_answers_are_rows_for_json(asked):
    answers = [
        asked.entity("LoRA"),
        *asked.related("2501.00001"),
        *asked.path("LoRA", "ViT"),
        *asked.evidence("2501.00002", "LoRA"),
    ]
    for answer in answers:
        assert json.loads(json.dumps(dataclasses.asdict(answer)))


@pytest.fixture(scope="module")
def credited():
    """Papers with authors and venues, and declared repositories."""
    given = [
        ("1", "Zoë", "Quill-Fernández", "ACL"),
        ("2", "", "Ada Quill", "EMNLP 2025"),
        ("3", "Bo", "Oliver", ""),
    ]
    code = "Code: https://github.com/quill/net."
    return KnowledgeGraph.build(
        Paper(id, f"Title {id}", code, authors=(Author(one, two), Author("Cy", "Oak")), venue=venue)
        for id, one, two, venue in given
    )


@pytest.mark.parametrize(
    "asked_for, ids",
    [
        ({"author": "zoe quill"}, ["1"]),
        ({"author": "Fernandez, Z."}, ["1"]),
        ({"author": "quill"}, ["1", "2"]),
        ({"author": "liver"}, []),
        ({"author": "Ada Oak"}, []),
        ({"author": ["Ada", "Oak"]}, ["2"]),
        ({"author": "A. Quill", "venue": "emnlp"}, ["2"]),
        ({"venue": "ACL", "text": "title 1", "repo": "quill/net"}, ["1"]),
        ({"author": "..."}, []),
        ({"author": "'; DROP"}, []),
        ({"author": (), "venue": ""}, ["1", "2", "3"]),
    ],
)
def test_papers_of_an_author_and_a_venue(credited, asked_for, ids):
    assert [paper.id for paper in credited.papers(**asked_for)] == ids


def test_where_source_and_text_name_other_repositories():
    net, pen = "https://github.com/quill/net", "https://github.com/quill/pen"
    papers = [
        Paper("1", "One", f"Code: {net}.", links=(Link("repo", pen, "a"),)),
        Paper("2", "Two", f"Code: {net}.", declared=(net,)),
        Paper("3", "Three", f"Code: {net}."),
    ]
    kg = KnowledgeGraph.build(papers)
    found = [(row.id, row.url, row.origin) for row in kg.disagreements()]
    assert found == [("1", net, "extracted"), ("1", pen, "declared")]
    origins = {(s, t): data["origin"] for s, t, data in kg.nx.edges(data=True) if data["relation"] == "code"}
    assert origins == {
        ("paper:1", "repo:github.com:quill:net"): "extracted",
        ("paper:1", "repo:github.com:quill:pen"): "declared",
        ("paper:2", "repo:github.com:quill:net"): "both",
        ("paper:3", "repo:github.com:quill:net"): "extracted",
    }
    bare = KnowledgeGraph.build([dataclasses.replace(paper, links=(), declared=()) for paper in papers])
    mentions = "SELECT * EXCLUDE (entity_id) FROM {mentions} WHERE rule <> 'declared' ORDER BY ALL"
    assert kg.tables.rows(mentions) == bare.tables.rows(mentions)
