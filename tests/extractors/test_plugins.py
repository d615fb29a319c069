"""Plug-ins: their file, their errors, and a component of someone else's in the pipeline."""

import math
import sys

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span, SpanGroup

from paperlattice.extractors import Paper, PlugIn, extract, read_plugins
from paperlattice.extractors.errors import PluginError
from paperlattice.extractors.plugins import DEFAULT_WEIGHT, plugin_predictions, plugins_version

PAPERS = [
    Paper("p1", "Slow Rivers", "We train with LoRA on ImageNet, and then with the willow method."),
    Paper("p2", "Quick Rivers", "Our willow method, again."),
    Paper("p3", "", ""),
]
LABELS = {"METHOD": "method", "Data": "dataset", "TASK": "task", "TECHNIQUE": "technique"}


@Language.factory("word_spotter", default_config={"words": {}, "spans_key": "sc", "fault": "", "score": -1.0})
def make_spotter(nlp, name, words: dict[str, str], spans_key: str, fault: str, score: float):
    """Mark given words as spans; raise at the word `fault`."""

    def spot(doc):
        if fault and fault in doc.text:
            raise RuntimeError(f"no {fault}\nhere")
        spans = [
            doc.char_span(at, at + len(word), label=label, alignment_mode="expand")
            for word, label in words.items()
            for at in range(len(doc.text))
            if doc.text.startswith(word, at)
        ]
        attrs = {"scores": [score] * len(spans)} if score >= 0 else {}
        doc.spans[spans_key] = SpanGroup(doc, name=spans_key, spans=spans, attrs=attrs)
        return doc

    return spot


class Rogue:
    """A component that fills its spans and does one more thing to the Docs."""

    def __init__(self, deed):
        self.deed = deed

    def __call__(self, doc):
        doc.spans["sc"] = [Span(doc, 0, 1, label="METHOD")] if len(doc) else []
        if self.deed == "erase":
            for key in [key for key in doc.spans if key != "sc"]:
                del doc.spans[key]
        elif self.deed == "exit":
            sys.exit("I leave")
        elif self.deed == "odd scores":
            doc.spans["sc"].attrs["scores"] = 3
        return doc.copy() if self.deed == "copy" else doc

    def pipe(self, docs, *, batch_size):
        docs = [self(doc) for doc in docs]
        yield from {"drop": docs[1:], "turn": docs[::-1], "repeat": docs + docs[-1:]}.get(self.deed, docs)


@Language.factory("rogue", default_config={"deed": ""})
def make_rogue(nlp, name, deed: str):
    if deed == "exit at once":
        sys.exit(3)
    return Rogue(deed)


def spotter(words=None, *, spans_key="sc", name="", **config):
    config |= {"words": {"willow": "METHOD"} if words is None else words, "spans_key": spans_key}
    return PlugIn("word_spotter", LABELS, config=config, spans_key=spans_key, name=name)


def found(*components, papers=PAPERS, **options):
    return [
        {(m.kind, m.name, m.rule, m.confidence) for m in mentions if "plugin" in m.rule}
        for mentions in extract(papers, components=components, **options)
    ]


def test_a_component_adds_names():
    rows = {("method", "willow", "plugin:word_spotter", DEFAULT_WEIGHT)}
    assert found(spotter()) == [rows, rows, set()]
    assert found(spotter(score=0.9))[1] == {("method", "willow", "plugin:word_spotter", 0.9)}
    assert found(spotter(), min_confidence=0.6) == [set(), set(), set()]


def test_our_names_stay_and_gain_where_it_agrees():
    (alone, *_), (both, *_) = extract(PAPERS), extract(PAPERS, components=[spotter({"LoRA": "method"})])
    assert [m.name for m in both] == [m.name for m in alone]
    (before,), (after,) = ([m for m in rows if m.name == "LoRA"] for rows in (alone, both))
    assert after.rule == before.rule + "+plugin:word_spotter"
    assert after.confidence == pytest.approx(1 - (1 - before.confidence) * 0.5, abs=1e-4)
    assert [m for m in both if m.name != "LoRA"] == [m for m in alone if m.name != "LoRA"]


def test_agreement_raises_a_doubtful_name_above_the_threshold():
    sure = {m.name: m.confidence for m in next(extract(PAPERS))}
    least = sure["LoRA"] + 0.001
    assert "LoRA" not in {m.name for m in next(extract(PAPERS, min_confidence=least))}
    lifted = next(extract(PAPERS, min_confidence=least, components=[spotter({"LoRA": "METHOD"})]))
    (lora,) = (m for m in lifted if m.name == "LoRA")
    assert lora.rule.endswith("+plugin:word_spotter")
    assert lora.rule != "plugin:word_spotter"


@pytest.mark.parametrize("kind", ["task", "technique"])
def test_a_component_adds_terms(kind):
    rows = found(spotter({"willow": kind}, score=0.9))
    assert rows == [{(kind, "willow", "plugin:word_spotter", 0.9)}] * 2 + [set()]
    (added,) = (m for m in next(extract(PAPERS, components=[spotter({"willow": kind})])) if m.kind == kind)
    assert added.role == "mentions"
    assert 0 < added.salience < 1


@pytest.mark.parametrize(
    "kind, surface, name",
    [
        ("task", "image retrieval", "image retrieval"),
        ("technique", "large language models", "large language model"),
    ],
)
def test_agreement_raises_a_doubtful_term_above_the_threshold(kind, surface, name):
    papers = [Paper("p", "Trees", "We study image retrieval with large language models.")]
    options = {"papers": papers, "kinds": (kind,)}
    (sure,) = (m.confidence for m in next(extract(papers, kinds=(kind,))) if m.name == name)
    options["min_confidence"] = sure + (1 - sure) / 4
    assert next(extract(**options)) == ()
    (lifted,) = next(extract(**options, components=[spotter({surface: kind}, score=0.5)]))
    assert (lifted.name, lifted.surface) == (name, surface)
    assert lifted.rule.endswith("+plugin:word_spotter")
    assert lifted.confidence == pytest.approx(1 - (1 - sure) * 0.5, abs=1e-4)


def test_terms_of_a_component_stay_out_where_their_kind_is_not_wanted():
    assert found(spotter({"willow": "TASK"}), kinds=("method",)) == [set(), set(), set()]


def test_two_components_are_applied_in_turn():
    two = spotter({"willow": "METHOD", "Rivers": "data"}, spans_key="other", name="second")
    rows = found(spotter(), two)
    assert ("method", "willow", "plugin:word_spotter+plugin:second", 0.75) in rows[0]
    assert ("dataset", "Rivers", "plugin:second", 0.5) in rows[1]


def test_processes_do_not_matter():
    options = {"batch_size": 1, "components": [spotter({"LoRA": "METHOD", "willow": "data"}, score=0.7)]}
    assert list(extract(PAPERS, n_process=2, **options)) == list(extract(PAPERS, **options))


def test_half_a_surrogate_pair_is_no_obstacle():
    paper = Paper("p", "T", "\ud83d a willow\udc00")
    ((mention,),) = extract([paper], components=[spotter()])
    assert paper.text[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize(
    "plugin, message",
    [
        (PlugIn("nonesuch", LABELS), "plug-in nonesuch: spaCy knows no component 'nonesuch'; install"),
        (spotter(nonesuch=1), "plug-in word_spotter: could not be set up: .*nonesuch"),
        (spotter(words=3), "plug-in word_spotter: could not be set up: "),
        (spotter(fault="again"), "plug-in word_spotter: failed: RuntimeError: no again here; leave it out"),
        (
            PlugIn("word_spotter", LABELS, spans_key="mine"),
            r"plug-in word_spotter: never filled doc.spans\['mine'\] \(keys filled: sc\)",
        ),
        (PlugIn("sentencizer", LABELS), r"never filled doc.spans\['sc'\] \(keys filled: no other\)"),
    ],
)
@pytest.mark.parametrize("n_process", [1, 2])
def test_a_component_that_cannot_be_used_is_named_in_one_line(plugin, message, n_process):
    with pytest.raises(PluginError, match=message) as caught:
        list(extract(PAPERS, components=[plugin], n_process=n_process, batch_size=1))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "deed, message",
    [
        ("exit", "failed: SystemExit: I leave; leave it out or fix it"),
        ("exit at once", "could not be set up: SystemExit: 3; check its config"),
        ("odd scores", "failed: TypeError: object of type 'int' has no len"),
        *((deed, "does not return each Doc that it is given") for deed in ("copy", "drop", "turn", "repeat")),
    ],
)
@pytest.mark.parametrize("n_process", [1, 2])
def test_a_component_that_does_what_none_may_is_named_in_one_line(deed, message, n_process):
    rogue = PlugIn("rogue", LABELS, config={"deed": deed})
    with pytest.raises(PluginError, match=f"plug-in rogue: {message}") as caught:
        list(extract(PAPERS, components=[rogue], n_process=n_process))
    assert "\n" not in str(caught.value)


def test_a_component_erases_none_of_our_names():
    erased, kept = (
        list(extract(PAPERS, components=[PlugIn("rogue", LABELS, config={"deed": deed})]))
        for deed in ("erase", "")
    )
    assert erased == kept
    assert {"LoRA", "ImageNet"} <= {mention.name for mention in erased[0]}


@pytest.mark.parametrize("entry", ["name", "spans_key"])
def test_two_components_need_two_names_and_keys(entry):
    two = spotter(name="second") if entry == "spans_key" else spotter(spans_key="other")
    with pytest.raises(PluginError, match=f"two plug-ins have the {entry} "):
        list(extract(PAPERS, components=[spotter(), two]))


def test_no_component_is_blamed_for_the_papers():
    def broken():
        yield PAPERS[0]
        raise ZeroDivisionError("of the reader")

    with pytest.raises(ZeroDivisionError, match="of the reader"):
        list(extract(broken(), components=[spotter()]))


def test_no_papers_are_not_an_error():
    assert list(extract([], components=[spotter()])) == []


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"labels": {}}, "plug-in x: no labels"),
        ({"labels": {"A": "repo"}}, "a label has the kind 'repo'; give method, dataset, task or technique"),
        ({"spans_key": "methods"}, "spans_key 'methods' is taken"),
        ({"spans_key": ""}, "spans_key '' is taken"),
        ({"name": "a+b"}, r"plug-in 'a\+b': give it a name without"),
        ({"name": "a b"}, "plug-in 'a b': give it a name without"),
        ({"factory": ""}, "plug-in '': give it a name"),
    ],
)
def test_a_plugin_that_makes_no_sense_is_refused(fields, message):
    with pytest.raises(PluginError, match=message):
        PlugIn(**{"factory": "x", "labels": LABELS} | fields)


@pytest.mark.parametrize(
    "written, label, scores, expected",
    [
        ("willow", "METHOD", None, [("willow", DEFAULT_WEIGHT)]),
        ("willow", "method", [0.8], [("willow", 0.8)]),
        ("willow", "METHOD", [1.8], [("willow", 1.0)]),
        ("willow", "METHOD", [-1], [("willow", 0.0)]),
        ("willow", "METHOD", [math.nan], [("willow", DEFAULT_WEIGHT)]),
        ("willow", "METHOD", ["high"], [("willow", DEFAULT_WEIGHT)]),
        ("willow", "METHOD", [0.8, 0.9], [("willow", DEFAULT_WEIGHT)]),
        ('("willow"),', "METHOD", None, [("willow", DEFAULT_WEIGHT)]),
        ("C++", "METHOD", None, [("C++", DEFAULT_WEIGHT)]),
        ("willow", "PERSON", None, []),
        ("oak\nwillow", "METHOD", None, []),
        ("),", "METHOD", None, []),
    ],
)
def test_spans_are_read_by_label(written, label, scores, expected):
    doc = spacy.blank("en")(f"Trees {written} end")
    span = doc.char_span(6, 6 + len(written), label=label, alignment_mode="expand")
    attrs = {} if scores is None else {"scores": scores}
    doc.spans["sc"] = SpanGroup(doc, name="sc", spans=[span], attrs=attrs)
    read = plugin_predictions(doc, PlugIn("x", LABELS))
    assert [(prediction.surface, prediction.confidence) for prediction in read] == expected
    assert all(doc.text[prediction.start : prediction.end] == prediction.surface for prediction in read)


@pytest.mark.parametrize("score, expected", [(0.8, 0.8), (0, DEFAULT_WEIGHT)])
def test_scores_may_be_in_the_extension_of_gliner(score, expected):
    doc = spacy.blank("en")("Trees willow end")
    Span.set_extension("score", default=0)
    try:
        doc.spans["sc"] = [Span(doc, 1, 2, label="METHOD")]
        doc.spans["sc"][0]._.score = score
        assert [prediction.confidence for prediction in plugin_predictions(doc, PlugIn("x", LABELS))] == [
            expected
        ]
    finally:
        Span.remove_extension("score")


FILE = """
[[component]]
factory = "word_spotter"
spans_key = "words"
labels = { METHOD = "method" }
config = { words = { willow = "METHOD" } }

[[component]]
factory = "sentencizer"
name = "cut"
labels = { X = "dataset" }
"""


def test_a_file_of_plugins(tmp_path):
    (tmp_path / "plugin.toml").write_text(FILE, encoding="utf-8")
    assert read_plugins(tmp_path / "plugin.toml") == (
        PlugIn("word_spotter", {"METHOD": "method"}, {"words": {"willow": "METHOD"}}, "words"),
        PlugIn("sentencizer", {"X": "dataset"}, name="cut"),
    )


@pytest.mark.parametrize(
    "written, message",
    [
        ("", "holds something other than tables"),
        ("component = 3", "holds something other than tables"),
        ("component = [3]", r"\[\[component\]\] 1: not a table"),
        ("[[component]]\nfactory = 'x'\n[[other]]", "holds something other than tables"),
        ("[[component]]\nfactory = 'x'", "1: 'labels' is missing"),
        ("[[component]]\nlabels = {A = 'method'}", "1: 'factory' is missing"),
        ("[[component]]\nfactory = 3\nlabels = {A = 'method'}", "'factory' must be a text, found 3"),
        ("[[component]]\nfactory = 'x'\nlabels = {}", "'labels' must be a table, found {}"),
        (
            "[[component]]\nfactory = 'x'\nlabels = {A = 'metod'}",
            "1: plug-in x: a label has the kind 'metod'",
        ),
        ("[[component]]\nfactory = 'x'\nkey = 'sc'", "unknown entry 'key'; allowed are config, factory"),
        ("[[component", "not valid TOML"),
        pytest.param("a = " + "[" * 5000 + "]" * 5000, "not valid TOML", id="depth"),
        (None, "the plug-in file cannot be read"),
    ],
)
def test_a_faulty_file_is_explained(tmp_path, written, message):
    file = tmp_path / "plugin.toml"
    if written is not None:
        file.write_text(written, encoding="utf-8")
    with pytest.raises(PluginError, match=message) as caught:
        read_plugins(file)
    assert str(caught.value).startswith(str(file))


def test_the_version_distinguishes_configurations():
    versions = {
        plugins_version(p)
        for p in ([], [spotter()], [spotter(score=0.5)], [spotter(name="b")], [spotter(spans_key="b")])
    }
    assert len(versions) == 5
    assert plugins_version([spotter()]) == plugins_version([spotter()])
    assert plugins_version([spotter()]).startswith("+word_spotter-")
