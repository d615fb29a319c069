from __future__ import annotations

import networkx as nx
import pytest

from paperlattice.extractors.records import gold_key
from paperlattice.graph.evaluation.accuracy import Judged
from paperlattice.graph.evaluation.top_errors import find_name, top_errors

TEXT = "Quillnet\nWe test low-rank  adaptation. LoRAs beat GAN+. This is t-SNE on Imagenet. github.com/a/b-c."


def graph_of(*abstracts: str) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number, abstract in enumerate(abstracts):
        graph.add_node(f"paper:{number}", kind="paper", label=f"Paper {number}", abstract=abstract)
    return graph


def missed(name: str, paper: int, *, of: str = "", node: bool = True) -> Judged:
    at = f"paper:{paper}" if node else None
    forms = frozenset([gold_key(name)])
    return Judged(str(paper), f"Paper {paper}", "method", "missed", name, of or name, at, forms)


def wrong(name: str, confidence: float | None, *, paper: int = 0, evidence: str = "Said.") -> Judged:
    about = (f"paper:{paper}", frozenset([gold_key(name)]), confidence, evidence)
    return Judged(str(paper), f"Paper {paper}", "method", "wrong", name, f"method:{name}", *about)


def names(judged, most: int) -> list[str]:
    return [one.name for one in top_errors(judged, graph_of(*[""] * 9), most=most)]


@pytest.mark.parametrize(
    "name, forms, expected",
    [
        ("Imagenet", (), "Imagenet"),
        ("ImageNet", ("imagenet",), "Imagenet"),
        ("LoRA", ("lora",), "LoRAs"),
        ("LoRA", ("lora", "lowrankadaptation"), "low-rank  adaptation"),
        ("GAN", ("gan",), None),
        ("GAN+", ("gan+",), "GAN+"),
        ("IST", ("ist",), "is t"),  # blanks do not count in a key
        ("rank", ("ran",), "rank"),
        ("ran", ("ran",), None),
        ("https://github.com/a/b-c", ("githubcomabc",), "github.com/a/b-c"),
        ("Quillnet", ("quillnet",), "Quillnet"),
        ("Q", ("",), None),
    ],
)
def test_a_name_is_found_in_a_text(name, forms, expected):
    span = find_name(TEXT, name, forms)
    assert (TEXT[slice(*span)] if span else None) == expected


def test_the_abstract_is_preferred_to_the_title():
    assert find_name("LoRA\nOn LoRA.", "LoRA", ["lora"]) == (8, 12)
    assert find_name("LORA\nOn LORA.", "LoRA", ["lora"]) == (8, 12)


def test_wrong_ones_come_by_confidence():
    assert names([wrong("a", 0.5), wrong("b", None), wrong("c", 0.9), wrong("d", 0.5)], 9) == list("cadb")


def test_missed_ones_come_by_the_papers_that_name_their_cluster():
    right = Judged("2", "Paper 2", "method", "right", "bb", "b", "paper:2")
    found = top_errors([missed("a", 0), missed("b", 1), right], graph_of("", ""), most=9)
    assert [(one.name, one.papers, one.confidence) for one in found] == [("b", 2, None), ("a", 1, None)]


def test_each_name_is_listed_once_before_any_repeats():
    twice = [wrong("a", 0.9), wrong("a", 0.8, paper=1), wrong("b", 0.5)]
    assert names(twice, 9) == ["a", "b", "a"]


@pytest.mark.parametrize(
    "wrong_ones, missed_ones, most, expected",
    [
        (9, 9, 4, (2, 2)),
        (9, 9, 5, (3, 2)),
        (1, 9, 6, (1, 5)),
        (9, 1, 6, (5, 1)),
        (2, 1, 6, (2, 1)),
        (9, 9, 0, (0, 0)),
    ],
)
def test_one_half_fills_up_for_the_other(wrong_ones, missed_ones, most, expected):
    judged = [wrong(f"w{i}", 0.5) for i in range(wrong_ones)]
    judged += [missed(f"m{i}", 0) for i in range(missed_ones)]
    found = [one.what for one in top_errors(judged, graph_of(""), most=most)]
    assert (found.count("wrong"), found.count("missed")) == expected


def test_a_paper_that_is_missing_gives_no_errors():
    assert names([missed("a", 0, node=False)], 9) == []


def test_sentences_are_those_of_the_edge_or_of_the_abstract():
    graph = graph_of("We like LoRA. We use Adam here.")
    judged = [wrong("Said", 0.9), wrong("LoRA", 0.8, evidence=""), missed("Adam", 0), missed("SGD", 0)]
    found = [(one.name, one.sentence) for one in top_errors(judged, graph, most=9)]
    assert found == [("Said", "Said."), ("LoRA", "We like LoRA."), ("Adam", "We use Adam here."), ("SGD", "")]
