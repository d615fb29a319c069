"""Resolution as a whole: what it merges, splits, names, and that nothing but the set of mentions counts."""

import os
import random
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Mention
from paperlattice.graph.model.pins import NO_PINS, Pin, Pins
from paperlattice.graph.resolve.base_names import Catalogue, bare_form, base_name
from paperlattice.graph.resolve.entities import resolve_entities
from paperlattice.graph.resolve.explain import explain_names
from paperlattice.graph.resolve.normalize import greek_key, singulars, spelling_key, version_key
from paperlattice.graph.resolve.spelling import alike


class Listed:
    """A catalogue over a dict of canonical names."""

    def __init__(self, names):
        self._names = names

    def canonical(self, kind, form):
        return self._names.get((kind, form))

    def is_ambiguous(self, kind, form):
        return False


def mention(paper, kind, name, surface=None):
    return Mention(paper, kind, name, surface or name, 0, 1, "uses", "test", 1.0)


def methods(*rows):
    """Return mentions of methods, a paper for each row of name and other surfaces."""
    return [mention(f"p{i}", "method", row[0], s) for i, row in enumerate(rows, start=1) for s in row]


def partition(resolution):
    groups = {}
    for row, entity in resolution.names.items():
        groups.setdefault(entity, set()).add(row)
    return {frozenset(g) for g in groups.values()}


def entity_of(resolution, paper, name, kind="method"):
    entity_id = resolution.names[paper, kind, name]
    return next(e for e in resolution.entities if e.id == entity_id)


def test_no_mentions_no_entities():
    assert resolve_entities([]).entities == ()


def test_kind_is_part_of_the_identity():
    resolution = resolve_entities([mention("p1", "method", "SGD"), mention("p1", "dataset", "SGD")])
    assert [e.id for e in resolution.entities] == ["dataset:sgd", "method:sgd"]


def test_an_entity_has_label_aliases_and_merges():
    resolution = resolve_entities(methods(("ResNet-50", "ResNet-50s"), ("ResNet18",), ("resnet",)))
    (entity,) = resolution.entities
    assert (entity.id, entity.label) == ("method:resnet", "ResNet")
    assert entity.aliases == ("ResNet-50", "ResNet-50s", "ResNet18", "resnet")
    assert [(j.left, j.right, j.rule) for j in entity.merges] == [
        ("ResNet", "ResNet-50", "family"),
        ("ResNet", "ResNet18", "family"),
        ("ResNet", "resnet", "key"),
        ("ResNet-50", "ResNet-50s", "text"),
    ]


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["LoRA", "LORA", "LORA"], "LORA"),
        (["LoRA", "LORA", "lora"], "LoRA"),
        (["SAEs", "SAEs", "SAE"], "SAE"),
        (["CLIP model", "CLIP model", "CLIP"], "CLIP"),
        (["Llama-2-7B", "LLaMA-2-7B", "LLaMA-2-13B"], "LLaMA-2"),
    ],
)
def test_the_label_is_the_most_frequent_name(names, label):
    (entity,) = resolve_entities(methods(*((n,) for n in names))).entities
    assert entity.label == label


def test_repositories_merge_by_address():
    urls = ["https://github.com/Lab/Net", "https://github.com/lab/net", "https://github.com/Lab/Net"]
    (entity,) = resolve_entities([mention(f"p{i}", "repo", u) for i, u in enumerate(urls)]).entities
    assert (entity.id, entity.label, entity.url) == ("repo:github.com:lab:net", "Lab/Net", urls[0])
    assert [j.rule for j in entity.merges] == ["url"]


def test_a_long_form_merges_with_the_short_form_of_other_papers():
    resolution = resolve_entities(
        methods(("LoRA", "low-rank adaptation"), ("LoRA",), ("Low Rank Adaptation",), ("low-rank adaption",))
    )
    (entity, _) = resolution.entities
    assert (entity.id, entity.label) == ("method:lora", "LoRA")
    (merge,) = [j for j in entity.merges if j.rule == "abbreviation"]
    assert (merge.left, merge.right, merge.score) == ("LoRA", "Low Rank Adaptation", 1.0)
    assert merge.evidence == "1 of 1 papers that explain 'LoRA' say so"


def test_a_long_form_named_with_its_short_form_counts_too():
    resolution = resolve_entities(methods(("sparse autoencoder", "SAE"), ("SAE",)))
    assert len(resolution.entities) == 1


def test_two_long_forms_are_two_entities():
    resolution = resolve_entities(
        methods(
            ("PA", "pseudo ancestor"),
            ("PA", "Pseudo-Ancestors"),
            ("PA", "policy ascent"),
            ("PA",),
            ("policy ascent",),
        )
    )
    assert [e.id for e in resolution.entities] == ["method:pa", "method:pa--policy-ascent"]
    assert [resolution.names[f"p{i}", "method", "PA"] for i in (1, 2, 4)] == ["method:pa"] * 3
    assert entity_of(resolution, "p5", "policy ascent").id == "method:pa--policy-ascent"
    (merge,) = [j for j in resolution.entities[1].merges if j.rule == "abbreviation"]
    assert merge.score == pytest.approx(1 / 3)


def test_of_equally_frequent_senses_none_has_the_bare_id():
    resolution = resolve_entities(methods(("PA", "pseudo ancestor"), ("PA", "policy ascent"), ("PA",)))
    assert [e.id for e in resolution.entities] == ["method:pa--policy-ascent", "method:pa--pseudo-ancestor"]
    assert resolution.names["p3", "method", "PA"] == "method:pa--policy-ascent"


def test_the_catalogue_merges_names():
    catalogue = Listed({("method", "ViT"): "ViT", ("method", "Vision Transformer"): "ViT"})
    assert isinstance(catalogue, Catalogue)
    resolution = resolve_entities(
        methods(("ViT-B/16",), ("vision transformers",), ("ViT",)), catalogue=catalogue
    )
    assert len(resolution.entities) == 2  # the catalogue does not know the small letters
    resolution = resolve_entities(methods(("ViT-B/16",), ("Vision Transformer",)), catalogue=catalogue)
    (entity,) = resolution.entities
    assert [j.rule for j in entity.merges] == ["family", "catalogue"]


def test_the_catalogue_does_not_merge_versions():
    listed = {("method", n): "EAGLE" for n in ("EAGLE", "EAGLE-2", "EAGLE-3")}
    listed |= {("dataset", n): "PASCAL VOC" for n in ("PASCAL VOC", "VOC 2012")}
    mentions = methods(("EAGLE",), ("EAGLE-2",), ("EAGLE-3",))
    mentions += [mention("p1", "dataset", "PASCAL VOC"), mention("p2", "dataset", "VOC 2012")]
    resolution = resolve_entities(mentions, catalogue=Listed(listed))
    assert len(resolution.entities) == 4


def test_the_catalogue_says_what_a_bare_short_name_means():
    listed = {
        ("method", "SAM"): "Segment Anything Model",
        ("method", "Segment Anything Model"): "Segment Anything Model",
    }
    mentions = methods(("SAM", "sharpness-aware minimization"), ("SAM",), ("Segment Anything Model",))
    assert len(resolve_entities(mentions).entities) == 2
    resolution = resolve_entities(mentions, catalogue=Listed(listed))
    ids = [resolution.names["p1", "method", "SAM"], resolution.names["p2", "method", "SAM"]]
    assert ids == ["method:sam--sharpness-aware-minimization", "method:sam"]
    assert resolution.names["p3", "method", "Segment Anything Model"] == "method:sam"


def test_names_of_one_paper_are_not_merged_by_likeness():
    names = ("Bayesian optimization", "Bayesian optimisation")
    apart = resolve_entities([mention("p1", "method", n) for n in names])
    joined = resolve_entities(methods(*((n,) for n in names)))
    assert (len(apart.entities), len(joined.entities)) == (2, 1)


def test_pins_decide_what_rules_do_not():
    pins = Pins(
        (Pin(("ViT", "Vision Transformer"), "method"),), (Pin(("ResNet-50", "ResNet")), Pin(("SAM", "sam")))
    )
    mentions = methods(
        ("ViT-L",), ("vision transformers",), ("ResNet-50",), ("ResNet-18",), ("SAM", "sam"), ("sam", "SAM")
    )
    resolution = resolve_entities(mentions, pins=pins)
    ids = [resolution.names[m.paper_id, "method", m.name] for m in mentions]
    assert ids[0] == ids[1]
    assert ids[2] != ids[3]
    assert len(set(ids[4:])) == 2
    assert all(re.fullmatch(r"method:sam--[0-9a-f]{8}", i) for i in ids[4:])


def test_a_size_pinned_apart_from_its_base_name_keeps_its_name():
    pins = Pins(different=(Pin(("ResNet-50", "ResNet-18")), Pin(("ResNet-50", "ResNet"))))
    mentions = methods(("ResNet-50", "ResNet-18"), ("ResNet-18", "ResNet-50"))
    resolution = resolve_entities(mentions, pins=pins)
    assert [(e.id, e.label) for e in resolution.entities] == [
        ("method:resnet", "ResNet"),
        ("method:resnet-50", "ResNet-50"),
    ]


def test_a_pinned_name_has_one_sense():
    pins = Pins((Pin(("PA", "Pseudo Ancestor")),))
    mentions = methods(("PA", "pseudo ancestor"), ("PA", "policy ascent"))
    assert len(resolve_entities(mentions, pins=pins).entities) == 1


_NAMES = [
    "ViT", "ViTs", "ViT-B/16", "VIT", "ViT model", "GPT-3", "GPT3", "GPT-4", "LoRA", "lora",
    "low-rank adaptation", "SAE", "SAEs", "sparse autoencoder", "Sparse Auto-Encoders",
    "stacked autoencoder", "SAM", "SAM2", "SAMv2", "SAM 2 models", "C", "C++", "C#", "A*",
    "ε-greedy", "epsilon-greedy", "greedy", "残差网络", "ResNet", "ResNet-50", "DINO", "DIMO", "!?",
    "PA", "pseudo ancestor", "policy ascent", "Bayesian optimization", "Bayesian optimisation",
]  # fmt: skip
_MENTIONS = st.lists(
    st.builds(
        mention,
        st.sampled_from(["p1", "p2", "p3", "p4"]),
        st.sampled_from(["method", "dataset", "repo"]),
        st.sampled_from(_NAMES),
        st.none() | st.sampled_from(_NAMES),
    ),
    max_size=25,
)
_PINS = st.tuples(st.sets(st.sampled_from(_NAMES), min_size=2, max_size=3).map(sorted), st.integers(0, 9))
_CATALOGUE = Listed(
    {
        ("method", "ViT"): "Vision Transformer",
        ("method", "SAE"): "sparse autoencoder",
        ("method", "sparse autoencoder"): "sparse autoencoder",
        ("method", "DIMO"): "ViT",
        ("method", "SAM2"): "SAM",
        ("method", "SAM"): "SAM",
        ("dataset", "PA"): "pseudo ancestor",
        ("dataset", "pseudo ancestor"): "pseudo ancestor",
    }
)
_CATALOGUES = st.sampled_from([None, _CATALOGUE])


def _pins(same, different):
    try:
        return Pins(tuple(Pin(tuple(n)) for n, _ in same), tuple(Pin(tuple(n)) for n, _ in different))
    except ValueError:
        return NO_PINS


@given(_MENTIONS, _CATALOGUES, st.lists(_PINS, max_size=1), st.lists(_PINS, max_size=2), st.randoms())
def test_order_and_repetition_do_not_count(mentions, catalogue, same, different, rng: random.Random):
    pins = _pins(same, different)
    expected = resolve_entities(mentions, pins=pins, catalogue=catalogue)
    shuffled = rng.sample(mentions * 2, 2 * len(mentions))
    assert resolve_entities(shuffled, pins=pins, catalogue=catalogue) == expected


@given(_MENTIONS, _CATALOGUES, st.lists(_PINS, max_size=2), st.lists(_PINS, max_size=2))
def test_pins_always_hold(mentions, catalogue, same, different):
    pins = _pins(same, different)
    resolution = resolve_entities(mentions, pins=pins, catalogue=catalogue)
    ids = {}
    for (_, kind, name), entity in resolution.names.items():
        ids.setdefault((kind, name), set()).add(entity)
    for kind in ("method", "dataset", "repo"):
        for pin in pins.same:
            assert len(set().union(*(ids.get((kind, n), set()) for n in pin.names))) <= 1
        for pin in pins.different:
            for left, right in combinations(pin.names, 2):
                assert ids.get((kind, left), set()).isdisjoint(ids.get((kind, right), set()))


@given(_MENTIONS, _CATALOGUES)
def test_every_name_has_an_entity_with_a_sound_id(mentions, catalogue):
    resolution = resolve_entities(mentions, catalogue=catalogue)
    ids = [e.id for e in resolution.entities]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(rf"{e.kind}:[A-Za-z0-9._:\-]+", e.id) for e in resolution.entities)
    assert set(resolution.names) == {(m.paper_id, m.kind, m.name) for m in mentions}
    forms = {e.id: {e.label, *e.aliases} for e in resolution.entities}
    for m in mentions:
        assert {m.name, m.surface} <= forms[resolution.names[m.paper_id, m.kind, m.name]]
    assert {e.id: e.kind for e in resolution.entities} == {
        i: kind for (_, kind, _), i in resolution.names.items()
    }


@given(_MENTIONS, _CATALOGUES)
def test_explanations_agree_with_the_mapping(mentions, catalogue):
    resolution = resolve_entities(mentions, catalogue=catalogue)
    rows = sorted(resolution.names)
    for left, right in list(combinations(rows, 2))[:30]:
        if left[1] != right[1]:
            continue
        said = explain_names(resolution, left[1], left[2], right[2])
        assert resolution.names[left] in said.left_ids
        assert resolution.names[right] in said.right_ids
        if resolution.names[left] == resolution.names[right]:
            assert said.same
        assert said.reason
        if said.same and left[2] != right[2]:
            assert said.merges


_ALONE = [n for n in _NAMES if " model" not in n] + [
    "SAM 2 models",
    "SAEs",
    "optimisation methods",
    "T5-Base",
]


@given(st.sets(st.sampled_from(_ALONE), max_size=20), st.sampled_from(["method", "dataset"]))
def test_keys_and_blocks_lose_nothing_that_the_rules_merge(names, kind):
    found = resolve_entities(mention(f"p{i}", kind, n) for i, n in enumerate(sorted(names)))
    forms = sorted(names | {base_name(kind, n) for n in names})
    groups = {form: {form} for form in forms}
    for left, right in combinations(forms, 2):
        if groups[left] is not groups[right] and _one(kind, left, right):
            merged = groups[left] | groups[right]
            groups.update(dict.fromkeys(merged, merged))
    naive = {frozenset(g & names) for g in map(frozenset, groups.values())} - {frozenset()}
    assert {frozenset(name for _, _, name in g) for g in partition(found)} == naive


def _one(kind, left, right):
    """Return whether any rule merges two forms, pair by pair."""
    keys = spelling_key(left), spelling_key(right)
    loose = [version_key(kind, greek_key(k)) for k in keys]
    plural = [{spelling_key(s) for s in singulars(f)[:1]} for f in (left, right)]
    bare = [spelling_key(bare_form(kind, f)) for f in (left, right)]
    return (
        keys[0] == keys[1]
        or loose[0] == loose[1]
        or keys[0] in plural[1]
        or keys[1] in plural[0]
        or bare[0] == keys[1]
        or bare[1] == keys[0]
        or left == base_name(kind, right)
        or right == base_name(kind, left)
        or alike(left, right) is not None
    )


_SCRIPT = """
import hashlib, sys
from paperlattice.extractors.records import Mention
from paperlattice.graph.resolve.entities import resolve_entities
names = sys.stdin.read().splitlines()
rows = {
    Mention(f"p{i % 5}", "method", name, names[i * 7 % len(names)], 0, 1, "uses", "t", 1.0)
    for i, name in enumerate(names)
}
print(hashlib.sha256(repr(resolve_entities(rows)).encode()).hexdigest())
"""


def test_the_hash_seed_does_not_count():
    root = Path(__file__).parents[3]
    digests = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            input="\n".join(_NAMES * 3),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            cwd=root,
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "77")
    }
    assert len(digests) == 1
