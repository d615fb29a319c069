"""The spaCy components: plugged in, they give what the functions give; it survives storing and processes."""

import pickle
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from paperlattice.extractors import (
    find_datasets,
    find_methods,
    find_tasks,
    find_techniques,
    spacy_components,
)
from paperlattice.extractors.records import KINDS, Mention
from paperlattice.extractors.spacy_components import SPANS_KEYS, doc_mentions
from paperlattice.extractors.urls import find_repos

FINDERS = {
    "method": find_methods,
    "dataset": find_datasets,
    "repo": find_repos,
    "task": find_tasks,
    "technique": find_techniques,
}
TEXTS = [
    "QuillNet: Tiled Attention\nWe propose QuillNet, trained with AdamW on ImageNet-1K. "
    "Code: https://github.com/quill-lab/QuillNet.",
    "Slow Rivers\nA CLIP-based model and BLIP-2 are evaluated on MS COCO and CIFAR-10/100.",
    "Trees\nNothing is named.",
    "",
    "Finding Pictures\nWe study image retrieval and visual question answering (VQA) with large language "
    "models. LoRA helps VQA. Unlike contrastive learning, it needs no pairs.",
]
TERMS = TEXTS[4]


def pipeline(*components, **config):
    nlp = spacy.blank("en")
    for component in components or [f"{kind}_finder" for kind in FINDERS]:
        nlp.add_pipe(component, config=config)
    return nlp


def groups(doc):
    """Return all that a Doc holds of our spans."""
    return {
        key: ([(s.start_char, s.end_char, s.label_) for s in group], dict(group.attrs))
        for key, group in doc.spans.items()
    }


@pytest.mark.parametrize("kind", FINDERS)
@pytest.mark.parametrize("text", TEXTS)
def test_each_component_works_alone_and_equals_its_function(kind, text):
    doc = pipeline(f"{kind}_finder")(text)
    assert set(doc.spans) == {SPANS_KEYS[kind]}
    assert doc_mentions(doc) == list(FINDERS[kind](text))


def test_together_they_fill_a_group_for_each_kind():
    text = f"{TERMS} {TEXTS[0]}"
    doc = pipeline()(text)
    found = doc_mentions(doc, paper_id="p1")
    assert {m.kind for m in found} == set(FINDERS) == set(KINDS)
    assert found == [m for kind, find in FINDERS.items() for m in find(text, paper_id="p1")]


@pytest.mark.parametrize(
    "kind, expected",
    [
        ("task", {"image retrieval", "visual question answering"}),
        ("technique", {"large language model", "contrastive learning"}),
    ],
)
def test_terms_carry_their_established_name(kind, expected):
    doc = pipeline(f"{kind}_finder")(TERMS)
    group = doc.spans[SPANS_KEYS[kind]]
    assert {name for name, *_ in group.attrs["mentions"]} >= expected
    assert {span.label_ for span in group} == {kind.upper()}


def test_a_term_finder_works_among_components_of_others():
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("task_finder")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "X", "pattern": "LoRA"}])
    doc = nlp(TERMS)
    assert [entity.text for entity in doc.ents] == ["LoRA"]
    assert doc_mentions(doc) == list(find_tasks(TERMS))


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_of_the_doc_and_cover_the_mentions(text):
    doc = pipeline()(text)
    for kind, key in SPANS_KEYS.items():
        group = doc.spans[key]
        assert len(group) == len(group.attrs["mentions"]) == len(group.attrs["scores"])
        for span, (_, surface, start, end, *_), score in zip(group, *group.attrs.values(), strict=True):
            assert span.doc is doc
            assert span.label_ == kind.upper()
            assert span.start_char <= start < end <= span.end_char
            assert surface in span.text
            assert 0 <= score <= 1


def test_a_span_is_widened_to_its_tokens_but_the_mention_is_exact():
    doc = pipeline("dataset_finder")(TEXTS[1])
    rows = {name: (surface, start) for name, surface, start, *_ in doc.spans["datasets"].attrs["mentions"]}
    assert rows["CIFAR-10"][0] == "CIFAR-10"
    assert rows["CIFAR-100"] == ("CIFAR-10/100", rows["CIFAR-10"][1])


def test_the_tokeniser_does_not_matter():
    nlp = pipeline()
    words = TEXTS[1].split(" ")
    doc = Doc(nlp.vocab, words=words, spaces=[True] * (len(words) - 1) + [False])
    for _, component in nlp.pipeline:
        component(doc)
    assert doc_mentions(doc) == doc_mentions(nlp(TEXTS[1]))


def test_a_spans_key_of_ones_own():
    doc = pipeline("repo_finder", spans_key="code")(TEXTS[0])
    assert list(doc.spans) == ["code"]
    assert doc_mentions(doc) == []
    assert doc_mentions(doc, spans_keys={"repo": "code"}) == list(find_repos(TEXTS[0]))


@pytest.mark.parametrize(
    "kind, text", [("method", TEXTS[0]), ("dataset", TEXTS[0]), ("task", TERMS), ("technique", TERMS)]
)
def test_the_threshold_is_an_option(kind, text):
    assert pipeline(f"{kind}_finder")(text).spans[SPANS_KEYS[kind]]
    assert not pipeline(f"{kind}_finder", min_confidence=1.1)(text).spans[SPANS_KEYS[kind]]


def test_families_and_words_are_no_names():
    text = "We study large language models on Wikipedia."
    assert doc_mentions(pipeline("method_finder", "dataset_finder")(text)) == []
    assert [m.name for m in doc_mentions(pipeline("technique_finder")(text))] == ["large language model"]


@pytest.mark.parametrize("kind", FINDERS)
@pytest.mark.parametrize("option", ["threshold", "generic"])
def test_an_unknown_option_is_refused(kind, option):
    with pytest.raises(ValueError, match=option):
        pipeline(f"{kind}_finder", **{option: 0.5})


def test_groups_survive_storing():
    nlp = pipeline()
    docs = list(nlp.pipe(TEXTS))
    stored = DocBin(docs=docs).to_bytes()
    again = list(DocBin().from_bytes(stored).get_docs(nlp.vocab))
    assert [groups(doc) for doc in again] == [groups(doc) for doc in docs]
    assert [doc_mentions(doc) for doc in again] == [doc_mentions(doc) for doc in docs]


def test_groups_survive_processes():
    nlp = pipeline()
    one, two = ([groups(doc) for doc in nlp.pipe(TEXTS, n_process=n, batch_size=2)] for n in (1, 2))
    assert one == two


@pytest.mark.parametrize("kind", FINDERS)
def test_components_can_be_sent_to_spawned_processes(kind):
    component = pipeline(f"{kind}_finder").get_pipe(f"{kind}_finder")
    again = pickle.loads(pickle.dumps(component))
    assert list(again.find(TEXTS[0])) == list(component.find(TEXTS[0]))


def test_pipelines_are_saved_and_loaded_with_their_options(tmp_path):
    pipeline("method_finder", min_confidence=0.9).to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert nlp.get_pipe_config("method_finder")["min_confidence"] == 0.9
    assert doc_mentions(nlp(TEXTS[0])) == list(find_methods(TEXTS[0], min_confidence=0.9))


def test_matching_writes_nothing():
    nlp = pipeline("method_finder")
    doc = nlp.make_doc(TEXTS[0])
    assert nlp.get_pipe("method_finder").match(doc) == list(find_methods(TEXTS[0]))
    assert not doc.spans


def test_mentions_outside_of_the_doc_are_left_out():
    nlp = pipeline("method_finder")
    doc = nlp.make_doc("LoRA")
    outside = Mention("", "method", "LoRA", "LoRA", 90, 94, "uses", "shape", 0.5)
    inside = Mention("", "method", "LoRA", "LoRA", 0, 4, "uses", "shape", 0.5)
    nlp.get_pipe("method_finder").set_annotations(doc, [outside, inside])
    assert doc_mentions(doc) == [inside]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_component_that_an_entry_point_names(kind):
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    point = project["project"]["entry-points"]["spacy_factories"][f"{kind}_finder"]
    assert point == f"paperlattice.extractors.spacy_components:make_{kind}_finder"
    assert callable(getattr(spacy_components, f"make_{kind}_finder"))


def test_the_components_say_what_they_assign():
    assert spacy.blank("en").add_pipe("method_finder")
    assert spacy.language.Language.get_factory_meta("method_finder").assigns == ["doc.spans"]
