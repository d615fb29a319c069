"""Tasks and techniques: united by pin, key and catalogue, and by nothing else."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Mention
from paperlattice.graph.model.pins import Pin, Pins
from paperlattice.graph.resolve import terms
from paperlattice.graph.resolve.blocking import Blocking
from paperlattice.graph.resolve.entities import resolve_entities
from paperlattice.graph.resolve.explain import explain_names


def resolved(*names, kind="task", pins=None, surfaces=None):
    """Resolve names, each of a paper of its own."""
    said = surfaces or names
    mentions = [
        Mention(f"p{i}", kind, name, surface, 0, 1, "mentions", "term", 0.8)
        for i, (name, surface) in enumerate(zip(names, said, strict=True))
    ]
    return resolve_entities(mentions, pins=pins or Pins())


def labels(*names, **how):
    return [entity.label for entity in resolved(*names, **how).entities]


@pytest.mark.parametrize(
    "kind, names, expected",
    [
        ("task", ("image retrieval", "Image Retrieval"), ["image retrieval"]),
        ("task", ("image retrieval", "image-retrieval", "Image retrievals"), ["image retrieval"]),
        ("technique", ("large language model", "LLMs", "LLM"), ["large language model"]),
        ("technique", ("LLMs", "LLM"), ["large language model"]),
        ("technique", ("quill folding", "Quill Foldings"), ["quill folding"]),
        # alike, and yet two
        ("task", ("image generation", "image generalization"), 2),
        ("technique", ("quill folding", "quill holding"), 2),
        ("task", ("3D quill folding", "2D quill folding"), 2),
        ("technique", ("quill folding v2", "quill folding"), 2),
        ("technique", ("quill folding model", "quill folding"), 2),
        ("technique", ("!?", "?!"), 2),
    ],
)
def test_what_unites_terms(kind, names, expected):
    found = labels(*names, kind=kind)
    assert len(found) == expected if isinstance(expected, int) else found == expected


def test_a_common_term_has_twelve_aliases_at_most():
    written = {f"{word} folding": 9 - i % 9 for i, word in enumerate("abcdefghijklmnopqrstuvwxyz")}
    found = terms.term_aliases("quill folding", {**written, "Quill-Folding": 30, "A folding": 1})
    assert len(found) == 12
    assert "a folding" in found
    assert not {"A folding", "Quill-Folding"} & set(found)


def test_a_term_has_id_kind_label_and_written_forms():
    (entity,) = resolved(
        "image retrieval", "image retrieval", surfaces=("retrieving images", "Image retrieval")
    ).entities
    assert (entity.id, entity.kind, entity.label) == ("task:image-retrieval", "task", "image retrieval")
    assert entity.aliases == ("retrieving images",)
    assert {(merge.rule, merge.right) for merge in entity.merges} == {
        ("text", "retrieving images"),
        ("text", "Image retrieval"),
    }
    assert entity.url == ""


def test_a_surface_unites_nothing():
    assert len(labels("quill folding", "leaf folding", surfaces=("QF", "QF"), kind="technique")) == 2


def test_the_two_kinds_never_mix():
    mentions = [
        Mention("p", kind, "clustering", "clustering", 0, 1, "mentions", "term", 0.8)
        for kind in ("task", "technique")
    ]
    found = [entity.id for entity in resolve_entities(mentions).entities]
    assert found == ["task:clustering", "technique:clustering"]


def test_merges_say_what_they_rest_on():
    (entity,) = resolved("LLMs", "Large language model", kind="technique").entities
    assert {(merge.left, merge.right, merge.rule) for merge in entity.merges} == {
        ("Large language model", "large language model", "key"),
        ("large language model", "LLMs", "catalogue"),
    }
    assert [m.evidence for m in entity.merges if m.rule == "catalogue"] == [
        "the catalogue lists it as 'large language model'"
    ]


def test_pins_overrule():
    same = Pins(same=(Pin(("quill folding", "leaf folding"), "technique"),))
    assert len(labels("quill folding", "leaf folding", kind="technique", pins=same)) == 1
    different = Pins(different=(Pin(("LLMs", "large language model"), "technique"),))
    found = labels("LLMs", "large language model", kind="technique", pins=different)
    assert sorted(found) == ["LLMs", "large language model"]


def test_two_terms_are_explained():
    found = resolved("quill folding", "leaf folding", kind="technique")
    said = explain_names(found, "technique", "quill folding", "leaf folding")
    assert said.reason == (
        "they differ in more than case and number, and the catalogue has no term with both names"
    )
    assert explain_names(resolved("LLM", "LLMs", kind="technique"), "technique", "LLM", "LLMs").same


class Catalogue:
    """A catalogue of terms over a dict, in which names may lead to names that lead further."""

    def __init__(self, listed, broader=None):
        self.listed, self.above = listed, broader or {}

    def canonical(self, form):
        return self.listed.get(terms.term_key(form))

    def broader(self, form):
        return self.above.get(form, ())


def test_broader_terms_are_those_of_the_label(monkeypatch):
    known = Catalogue({"folding": "paper folding"}, {"paper folding": ("craft", "geometry")})
    monkeypatch.setattr(terms, "load_terms", lambda: known)
    (entity,) = resolved("Foldings").entities
    assert (entity.label, entity.broader) == ("paper folding", ("craft", "geometry"))
    assert [e.broader for e in resolved("Folding", kind="method").entities] == [()]


LETTERS = st.sampled_from(["a", "b", "c", "d", "A", "-a"])


@given(
    st.dictionaries(st.sampled_from("abcd"), LETTERS), st.lists(LETTERS, min_size=1, max_size=5, unique=True)
)
def test_names_of_one_term_meet_whatever_the_catalogue_lists(listed, names):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(terms, "load_terms", lambda: Catalogue(listed))
        found, blocking = resolved(*names), Blocking()
        tokens = {name: set(blocking.tokens("task", name).meets) for name in names}
    of_name = {name: entity for (_, _, name), entity in found.names.items()}
    groups = {name: {name} for name in names}  # what shared tokens connect
    for left, right in combinations(names, 2):
        if tokens[left] & tokens[right]:
            both = groups[left] | groups[right]
            groups |= dict.fromkeys(both, both)
    assert all((of_name[a] == of_name[b]) == (b in groups[a]) for a, b in combinations(names, 2))
