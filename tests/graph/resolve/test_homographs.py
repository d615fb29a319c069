"""Short names that papers use for different things."""

import random
import re
import runpy
from collections import Counter
from pathlib import Path

import pytest

from paperlattice.extractors.gazetteer import load_gazetteer
from paperlattice.extractors.records import TOP_ROLE, Mention
from paperlattice.graph.model.pins import Pin, Pins
from paperlattice.graph.resolve.contexts import word_context
from paperlattice.graph.resolve.entities import resolve_entities
from paperlattice.graph.resolve.explain import explain_names
from paperlattice.graph.resolve.homographs import MOST_PAPERS, Naming, find_homographs, is_settled

_REPORT = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "measure_resolution.py"))
CASES = _REPORT["read_contexts"]()
# What resolution is known to get wrong: few words that agree by chance, a name that the catalogue lists.
MISSED = {"CANVAS", "ATLAS", "DiCE"}

FACES = "Flap: landmarks on faces\nA network aligns landmarks on faces of babies. Wrinkles and glasses hurt."
MORE_FACES = "Old faces\nLandmarks on faces with wrinkles are aligned by a network that knows glasses."
QUERIES = "Flap: query plans\nJoins of a database are reordered by a learned optimizer of query plans."
MORE_QUERIES = "Faster joins\nA learned optimizer reorders joins, and query plans of the database are cached."
WHALES = "Songs of whales\nHydrophones record whales, whose songs are clustered by season."


def mentions(*rows):
    """Mentions of (paper, name, whether it is proposed, other forms)."""
    return [
        Mention(paper, "method", name, surface, 0, 1, TOP_ROLE["method"] if own else "uses", "test", 1.0)
        for paper, name, own, *surfaces in rows
        for surface in (name, *surfaces)
    ]


def parts(resolution):
    """The papers of each entity."""
    found = {}
    for (paper, _, _), entity in resolution.names.items():
        found.setdefault(entity, set()).add(paper)
    return sorted(map(sorted, found.values()))


def resolved(*rows, texts, **options):
    return resolve_entities(mentions(*rows), texts=dict(enumerate_texts(texts)), **options)


def enumerate_texts(texts):
    return ((str(n), text) for n, text in enumerate(texts, 1))


TWO = [("1", "FLAP", True), ("2", "FLAP", True)]


def test_two_papers_that_each_propose_a_name_propose_two_things():
    found = resolved(*TWO, texts=[FACES, QUERIES])
    assert [e.id for e in found.entities] == ["method:flap--landmarks-on-faces", "method:flap--query-plans"]
    assert all(re.fullmatch(r"[A-Za-z0-9._:-]+", e.id) for e in found.entities)


def test_without_texts_a_name_is_one_thing():
    assert parts(resolve_entities(mentions(*TWO))) == [["1", "2"]]


def test_a_follow_up_proposes_the_same_thing():
    assert parts(resolved(*TWO, texts=[FACES, MORE_FACES])) == [["1", "2"]]


def test_a_paper_means_the_proposal_of_its_context():
    rows = [*TWO, ("3", "FLAP", False), ("4", "FLAPs", False)]
    found = resolved(*rows, texts=[FACES, QUERIES, MORE_QUERIES, MORE_FACES])
    assert parts(found) == [["1", "4"], ["2", "3"]]


def test_papers_that_agree_with_no_proposal_mean_something_else():
    found = resolved(("1", "FLAP", True), ("2", "FLAP", False), texts=[FACES, WHALES])
    assert parts(found) == [["1"], ["2"]]


def test_most_papers_give_the_default():
    rows = [*TWO, ("3", "FLAP", False), ("4", "FLAP", False)]
    found = resolved(*rows, texts=[FACES, QUERIES, MORE_QUERIES, WHALES])
    assert parts(found) == [["1"], ["2", "3", "4"]]
    assert {e.id for e in found.entities} == {"method:flap", "method:flap--landmarks-on-faces"}


@pytest.mark.parametrize(
    ("left", "right", "texts", "count"),
    [
        ("face landmark alignment", "Face Landmark Alignment", [FACES, QUERIES], 1),
        ("face landmark alignment", "fast lookup ahead", [FACES, MORE_FACES], 2),
    ],
)
def test_long_forms_decide_before_contexts(left, right, texts, count):
    found = resolved(("1", "FLA", True, left), ("2", "FLA", False, right), texts=texts)
    assert len(found.entities) == count


def test_case_tells_names_apart():
    rows = [("1", "FLAP", True), ("2", "FLAP", False), ("3", "FlaP", False)]
    assert parts(resolved(*rows, texts=[FACES, MORE_FACES, WHALES])) == [["1", "2"], ["3"]]


def test_a_name_that_everybody_knows_is_one_thing():
    rows = [("1", "LoRA", True), ("2", "LoRA", True)]
    assert is_settled("LoRA")
    assert parts(resolved(*rows, texts=[FACES, QUERIES])) == [["1", "2"]]


def test_what_the_catalogue_lists_as_unambiguous_is_one_thing():
    listed = next(
        name
        for name, entries in load_gazetteer().by_form.items()
        if len(entries) == 1 and not entries[0].ambiguous and entries[0].name == name and not is_settled(name)
    )
    kind = load_gazetteer().by_form[listed][0].kind
    found = resolve_entities(
        [Mention(p, kind, listed, listed, 0, 1, TOP_ROLE[kind], "test", 1.0) for p in "12"],
        texts=dict(enumerate_texts([FACES, QUERIES])),
        catalogue=load_gazetteer(),
    )
    assert len(found.entities) == 1


def test_names_of_several_words_are_no_homographs():
    rows = [("1", "face flap", True), ("2", "face flap", True)]
    assert parts(resolved(*rows, texts=[FACES, QUERIES])) == [["1", "2"]]


def test_a_name_of_very_many_papers_is_settled():
    rows = [(str(n), "FLAP", n < 3) for n in range(1, MOST_PAPERS + 2)]
    texts = [FACES, QUERIES, *[WHALES] * (MOST_PAPERS - 1)]
    assert len(resolved(*rows, texts=texts).entities) == 1
    assert len(resolved(*rows[:-1], texts=texts).entities) > 1


def test_nothing_depends_on_the_order():
    rows = [*TWO, *((str(n), "FLAP", False) for n in range(3, 7))]
    texts = list(enumerate_texts([FACES, QUERIES, MORE_QUERIES, MORE_FACES, WHALES, WHALES]))
    wanted = resolve_entities(mentions(*rows), texts=dict(texts))
    for seed in range(5):
        shuffled = random.Random(seed).sample(rows, len(rows))
        random.Random(seed).shuffle(texts)
        assert resolve_entities(mentions(*shuffled), texts=dict(texts)) == wanted


def test_a_pin_makes_one_of_two():
    pins = Pins(same=(Pin(("FLAP", "Flapper")),))
    assert parts(resolved(*TWO, texts=[FACES, QUERIES], pins=pins)) == [["1", "2"]]


def test_a_pin_makes_two_of_one():
    pins = Pins(different=(Pin(("FLAP", "FlaP")),))
    rows = [("1", "FLAP", True), ("2", "FlaP", True)]
    assert len(resolved(*rows, texts=[FACES, MORE_FACES]).entities) == 1
    assert parts(resolved(*rows, texts=[FACES, MORE_FACES], pins=pins)) == [["1"], ["2"]]


def test_an_explanation_says_why_names_are_two():
    found = resolved(("1", "FLAP", True), ("2", "FLaP", True), texts=[FACES, QUERIES])
    said = explain_names(found, "method", "FLAP", "FLaP")
    assert not said.same
    assert said.reason.count("one of 2 things of this name; 1 paper proposes it") == 2
    assert "their contexts differ: they agree by 0 % at most" in said.reason
    said = explain_names(found, "method", "flap", "flap")
    assert "contexts differ" in said.reason


def test_an_explanation_says_why_names_are_one():
    found = resolved(*TWO, texts=[FACES, MORE_FACES])
    said = explain_names(found, "method", "FLAP", "FLAP").reason
    assert re.search(r"2 papers propose it; contexts agree by up to \d\d %", said)


def test_equal_titles_give_two_senses():
    papers = {p: Naming({"FLAP"}, own=True) for p in "12"}
    senses = find_homographs(papers, {"1": "Flap\nFaces.", "2": "Flap\nQueries."}).senses
    assert sorted(sense.label for sense in senses) == ["Flap", "Flap 2"]


def test_agreement_is_whole_and_symmetric():
    contexts = [word_context(text, without=("flap",)) for text in (FACES, MORE_FACES, QUERIES, "")]
    for left in contexts:
        for right in contexts:
            assert left.agreement(right) == right.agreement(left) in range(101)
    assert contexts[0].agreement(contexts[0]) == 100
    assert contexts[0].agreement(contexts[1]) > 30 > contexts[0].agreement(contexts[2])
    assert "flap" not in contexts[0].weights


@pytest.mark.parametrize("case", [c for c in CASES if c.right.name not in MISSED], ids=str)
def test_case_in_context(case):
    assert list(_REPORT["united_alone"]([case], catalogue=load_gazetteer())) == [case.same]


def test_figures_in_context():
    assert {case.right.name for case in CASES if not case.same} >= MISSED
    assert min(Counter(case.same for case in CASES).values()) >= 60
    for way in ("united_alone", "united_together"):
        found = _REPORT["figures"](CASES, list(_REPORT[way](CASES, catalogue=load_gazetteer())))
        assert found["precision"] >= 0.95
        assert found["recall"] == 1.0
