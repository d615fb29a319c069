from __future__ import annotations

import dataclasses
import json
import math

import pytest

from paperlattice import KnowledgeGraph, Paper
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.query.pairs import PairExplanation

QUILLS = (
    Paper("1", "Quiet Quills", "We propose QuillNet, a network of quills. We test it on ImageNet."),
    Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
    Paper("3", "Tides", "We measure the height of ocean waves from satellites."),
    Paper("4", "", ""),
)


LOW = 0.002  # what invented papers of one sentence reach


@pytest.fixture(scope="module")
def quills(look_into):
    return look_into(KnowledgeGraph.build(QUILLS, link_threshold=LOW))


def test_a_pair_of_papers_is_explained(quills):
    found = quills.explain("Quiet Quills", "2")
    assert isinstance(found, PairExplanation)
    assert (found.left, found.right, found.titles) == ("1", "2", ("Quiet Quills", "A Second Look"))
    assert found.weight == quills.related("1", k=1)[0].weight
    assert [(n.label, n.relations) for n in found.shared] == [
        ("QuillNet", ("proposes", "uses")),
        ("ImageNet", ("uses", "uses")),
    ]
    assert found.sentences[1] == "We compare CLIP with QuillNet on ImageNet."
    assert found.verdict.startswith("Drawn: it is among the 8 best of one of the two (it is number 1 of ")
    assert json.loads(json.dumps(dataclasses.asdict(found)))["is_linked"]


def test_what_adds_to_the_log_odds_adds_up(quills):
    found = quills.explain("1", "2")
    odds = sum(part.log_odds for part in found.parts)
    assert found.weight == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-3)
    assert found.parts[0].what == "any two papers"
    assert "shared methods" in [part.what for part in found.parts]


def test_the_order_asked_turns_all_that_comes_in_twos(quills):
    one, two = quills.explain("1", "2"), quills.explain("paper:2", "paper:1")
    assert (two.left, two.right, two.sentences) == (one.right, one.left, one.sentences[::-1])
    assert two.shared[0].relations == one.shared[0].relations[::-1]
    assert (two.weight, two.parts, two.reason) == (one.weight, one.parts, one.reason)


def test_papers_without_a_text_are_a_pair_too(look_into):
    found = look_into(KnowledgeGraph.build(QUILLS)).explain("3", "4")
    assert (found.shared, found.terms, found.sentences, found.is_linked) == ((), (), ("", ""), False)
    assert [part.what for part in found.parts] == ["any two papers"]
    assert "below the threshold of 0.2" in found.verdict


@pytest.mark.parametrize(
    "links, others, verdict",
    [
        ("none", "2", "Not drawn: the graph was built without links."),
        ("shared", "2", "Drawn: they share an entity that at most 50 papers name."),
        ("shared", "3", "Not drawn: they do not share an entity that at most 50 papers name."),
    ],
)
def test_links_of_other_kinds_have_verdicts(links, others, verdict):
    assert KnowledgeGraph.build(QUILLS, links=links).explain("1", others).verdict == verdict


@pytest.mark.parametrize(
    "pairs, said",
    [
        ([("1", "3", 900_000, 1)], "the two were never compared, for neither is among the 32 texts"),
        (
            [("1", "2", 300_000, 1), ("1", "3", 900_000, 1), ("2", "4", 900_000, 1)],
            "not among the 1 best of either (it is number 2 of 'Quiet Quills' and number 2 of",
        ),
        (
            [("1", "2", 300_000, 1), *(("1", f"x{i}", 900_000, i) for i in range(5))],
            "crowded out, for one has many better ones (it is number 6 of 'Quiet Quills' and number 1 of",
        ),
        ([], "this part of a graph keeps the links of the whole, but not what was compared"),
    ],
)
def test_why_a_likely_pair_is_not_drawn(pairs, said):
    kg = KnowledgeGraph.build(QUILLS, link_top=1, link_threshold=LOW)
    run = kg.tables.connection.execute
    run("DELETE FROM links")
    run("DELETE FROM pairs")
    for pair in pairs:
        run("INSERT INTO pairs VALUES (?, ?, ?, ?)", pair)
    assert said in kg.explain("1", "2").verdict


@pytest.mark.parametrize(
    "a, b, message",
    [
        ("1", "paper:1", "both names mean the paper 'Quiet Quills'; give two papers"),
        ("CLIP", "Tides", "'CLIP' is an entity and 'Tides' a paper: give two entities or two papers"),
        ("Tides", "CLIP", "'CLIP' is an entity and 'Tides' a paper"),
        ("Tides", "Quite Quills", "no paper named 'Quite Quills'; nearest: Quiet Quills"),
        ("CLIP", "QuilNet", "no entity or paper named 'QuilNet'; nearest: QuillNet"),
    ],
)
def test_what_is_no_pair(quills, a, b, message):
    with pytest.raises(UnknownNode, match=message):
        quills.explain(a, b)


def test_names_of_both_mean_the_entities(look_into):
    kg = KnowledgeGraph.build(
        [Paper("1", "CLIP: a study", "We use CLIP."), Paper("2", "BERT", "We use BERT.")]
    )
    assert not isinstance(look_into(kg).explain("CLIP", "BERT"), PairExplanation)
    assert isinstance(look_into(kg).explain("CLIP: a study", "2"), PairExplanation)


def test_ids_of_entities_are_names(small_graph, look_into):
    asked = look_into(small_graph)
    assert asked.explain("method:vit", "method:clip").left_ids == ("method:vit",)
    assert asked.explain("method:sgd", "method:sgd").same
    assert asked.explain("dataset:sgd", "SGD").kind == "dataset"
