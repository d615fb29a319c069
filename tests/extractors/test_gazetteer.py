"""The catalogue of known names and its scan."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.gazetteer import Entry, Gazetteer, load_gazetteer
from paperlattice.extractors.text import Tokens, normalize

LACE = Entry("LACE", "method")
LACE_DATA = Entry("LACE", "dataset")
ORCHARD = Entry("Tiled Orchard Model", "method")
QUILL = Entry("QuillQA", "dataset")


def catalogue():
    """Return a small catalogue; LACE is a method and a dataset."""
    by_form = {
        "LACE": (LACE, LACE_DATA),
        "TiledOrchardModel": (ORCHARD,),
        "QuillQA": (QUILL,),
        "QuillQA+": (QUILL,),
    }
    return Gazetteer(by_form, {"tiledorchardmodel": (ORCHARD,)})


def hits(text, known):
    tokens = Tokens.of(text)
    return [
        (tokens.surface(hit.first, hit.last), [e.name for e in hit.entries]) for hit in known.find(tokens)
    ]


@pytest.mark.parametrize(
    "form, name",
    [
        ("QuillQA", "QuillQA"),
        ("Quill QA", "QuillQA"),
        ("Quill-QA", "QuillQA"),
        ("QuillQAs", "QuillQA"),
        ("QuillQA+", "QuillQA"),
        ("Tiled Orchard Model", "Tiled Orchard Model"),
        ("tiled orchard models", "Tiled Orchard Model"),
        ("Tiled-orchard model", "Tiled Orchard Model"),
    ],
)
def test_spellings_are_looked_up(form, name):
    assert [entry.name for entry in catalogue().lookup(form)] == [name]


@pytest.mark.parametrize(
    "form", ["quillqa", "QUILLQA", "lace", "Lace", "QuillQ", "QuillQA*", "TileOrchardModel", "s", ""]
)
def test_other_forms_are_unknown(form):
    assert catalogue().lookup(form) == ()


def test_a_form_of_two_kinds_has_a_name_in_each():
    known = catalogue()
    assert known.lookup("LACE") == (LACE, LACE_DATA)
    assert known.canonical("method", "LACE") == known.canonical("dataset", "LACE") == "LACE"
    assert known.canonical("method", "QuillQA") is None


def test_a_form_with_two_senses_in_one_kind_has_no_canonical_name():
    known = Gazetteer({"TOM": (ORCHARD, Entry("Tall Oak Map", "method"))})
    assert known.canonical("method", "TOM") is None


@pytest.mark.parametrize(
    "text, surfaces",
    [
        ("We use LACE on Quill-QA.", ["LACE", "Quill-QA"]),
        ("LACEs and tiled orchard models", ["LACEs", "tiled orchard models"]),
        ("a tiled\norchard model", ["tiled\norchard model"]),
        ("QuillQA+ is more", ["QuillQA+"]),
        ("QuillQA, not Quill. QA", ["QuillQA"]),
        ("lace and quillqa", []),
        ("ShoeLACE", []),
        ("https://github.com/quill/LACE", []),
        ("", []),
    ],
)
def test_the_scan_finds_whole_tokens(text, surfaces):
    assert [surface for surface, _ in hits(text, catalogue())] == surfaces


def test_nested_names_are_all_found():
    known = Gazetteer({"LACE": (LACE,), "LACEQA": (QUILL,), "QA": (LACE_DATA,)})
    assert [surface for surface, _ in hits("LACE-QA", known)] == ["LACE", "LACE-QA", "QA"]


@pytest.mark.parametrize(
    "kind, form, name",
    [
        ("dataset", "ImageNet", "ImageNet"),
        ("dataset", "CIFAR10", "CIFAR-10"),
        ("dataset", "CIFAR-100", "CIFAR-100"),
        ("dataset", "RefCOCO+", "RefCOCO+"),
        ("dataset", "RefCOCO", "RefCOCO"),
        ("method", "ResNets", "ResNet"),
        ("method", "LLaMA 2", "LLaMA-2"),
        ("method", "vision transformers", "ViT"),
        ("method", "proximal policy optimization", "PPO"),
        ("method", "clip", None),
        ("method", "LDA", None),
        ("method", "ImageNet", None),
        ("dataset", "glue", None),
    ],
)
def test_the_packaged_catalogue_knows(kind, form, name):
    assert load_gazetteer().canonical(kind, form) == name


def test_the_packaged_catalogue_marks_families_and_words():
    known = load_gazetteer()
    assert all(entry.generic for entry in known.lookup("transformer"))
    assert all(entry.ambiguous and entry.cased < 0.5 for entry in known.lookup("COIN"))


def test_packaged_forms_are_normalized_and_kinds_are_two():
    by_form = load_gazetteer().by_form
    assert all(form == normalize(form) and entries for form, entries in by_form.items())
    assert {entry.kind for entries in by_form.values() for entry in entries} == {"method", "dataset"}


@given(
    st.lists(
        st.sampled_from(
            ["LACE", "QuillQA", "tiled orchard models", "and", "x", "-", ".", "\n", "+", "\ud800"]
        )
    )
)
def test_hits_are_ranges_of_tokens_that_the_catalogue_explains(words):
    tokens = Tokens.of(" ".join(words))
    known = catalogue()
    for hit in known.find(tokens):
        assert 0 <= hit.first < hit.last <= len(tokens)
        assert hit.entries == known.lookup(tokens.surface(hit.first, hit.last))


WORDS = [
    "Vision",
    "vision",
    "Transformer",
    "transformers",
    "Quill",
    "Net",
    "NETS",
    "s",
    "1",
    "K",
    "ΑΣ",
    "Β",
    "İ",
    "WMT'23",
]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), max_size=8),
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.sampled_from([" ", "-", "", "'"]),
)
def test_the_scan_misses_nothing(names, words, joint):
    forms = {normalize(joint.join(name)): (Entry(joint.join(name), "method"),) for name in names}
    folded = {f.lower().removesuffix("s"): entries for f, entries in forms.items() if len(f) >= 10}
    known, tokens = Gazetteer(forms, folded), Tokens.of(joint.join(words))
    expected = []
    for first in range(len(tokens)):
        for last in range(first + 1, min(first + 7, len(tokens)) + 1):
            if last > first + 1 and tokens.separators[last - 1] not in (" ", "-", "", "'"):
                break
            form = "".join(map(normalize, tokens.words[first:last]))
            found = known.lookup(form) if last > first + 1 or form[-1] == "s" else forms.get(form)
            if found:
                expected.append((first, last, found))
    assert [(hit.first, hit.last, hit.entries) for hit in known.find(tokens)] == expected
