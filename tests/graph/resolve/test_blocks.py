"""Blocks of names: resolving them one by one gives what resolving everything gives."""

import gzip
import os
import random
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.gazetteer import load_gazetteer
from extractors.pipeline import extract
from extractors.records import Mention, is_generic
from extractors.sources import read_papers
from graph.model.pins import NO_PINS, Pin, Pins
from graph.resolve.blocks import Blocking, connected
from graph.resolve.entities import draft_entities, finish, resolve_entities


class Listed:
    """A catalogue over a dict of canonical names."""

    def __init__(self, names):
        self._names = names

    def canonical(self, kind, form):
        return self._names.get((kind, form))


# Names that act on each other; an example draws from few of these, or hardly two of its names would meet.
_CLUSTERS = [
    ["ViT", "ViTs", "VIT", "VITS", "ViT-B/16", "ViT model", "vision transformer", "Vision Transformers"],
    ["GPT-3", "GPT3", "GPT 3.0", "GPTs", "GPT", "generative pre-trained transformer"],
    ["Llama-2-7b-chat", "Llama-2", "LlamaV2", "LLaMA2s"],
    ["LoRA", "lora", "low-rank adaptation", "low rank adaption", "long-range attention"],
    ["SAE", "SAEs", "SpAE", "sparse autoencoder", "Sparse Auto-Encoders", "stacked autoencoder"],
    ["PA", "PsA", "PolA", "pseudo ancestor", "policy ascent", "ancestor pseudo", "policy ascents"],
    [
        "BO",
        "Bayesian optimization",
        "Bayesian optimisation",
        "Bayesian optimisations",
        "bayesian optimzation",
    ],
    ["ε-greedy", "epsilon-greedy", "C++", "C", "A*", "!?"],
    ["WMT14", "WMT 2014", "WMT-14 dataset", "WMT14 test", "WMT v14"],
    ["ImageNet", "ImageNet-1k", "ImageNet validation", "ImageNets"],
    ["neural matrices", "neural matrix", "neural matrice", "NM"],
    ["https://h.org/a/b", "http://www.h.org/A/B.git", "https://h.org/a/c", "h.org/a/b/"],
]


def _mention(paper, kind, name, surface):
    return Mention(paper, kind, name, surface or name, 0, 1, "uses", "test", 1.0)


def _mentions(names, max_size):
    papers = st.sampled_from([f"p{i}" for i in range(6)])
    kinds = st.sampled_from(["repo"] if names[0].startswith("http") else ["method", "method", "dataset"])
    rows = st.builds(_mention, papers, kinds, st.sampled_from(names), st.none() | st.sampled_from(names))
    return st.lists(rows, max_size=max_size)


def _pins(same, different):
    try:
        return Pins(tuple(Pin(tuple(n)) for n in same), tuple(Pin(tuple(n)) for n in different))
    except ValueError:
        return NO_PINS


def _chosen_pins(names):
    groups = st.lists(st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True), max_size=2)
    return st.just(NO_PINS) | st.builds(_pins, groups, groups)


def _catalogues(names):
    keys = st.tuples(st.sampled_from(["method", "dataset"]), st.sampled_from(names))
    return st.none() | st.builds(Listed, st.dictionaries(keys, st.sampled_from(names[:3]), max_size=5))


@st.composite
def _cases(draw):
    """Draw names of one or two clusters: rows that are there, rows that come, pins, and a catalogue."""
    clusters = draw(st.lists(st.sampled_from(_CLUSTERS), min_size=1, max_size=2))
    names = sorted({name for cluster in clusters for name in cluster})
    stored = [m for part in (*clusters, names) for m in draw(_mentions(part, 8))]
    pins, catalogue = draw(_chosen_pins(names)), draw(_catalogues(names))
    return stored, draw(_mentions(names, 3)), {"pins": pins, "catalogue": catalogue}


def _surfaces(mentions):
    found = {}
    for m in mentions:
        found.setdefault((m.kind, m.name), set()).add(m.surface)
    return found


def _tokens(blocking, mentions):
    return {form: blocking.tokens(*form, sorted(said)) for form, said in _surfaces(mentions).items()}


def _by_block(blocking, mentions):
    blocks = blocking.blocks(_tokens(blocking, mentions))
    rows = {}
    for m in mentions:
        rows.setdefault(blocks[m.kind, m.name], []).append(m)
    return rows


def _met(blocking, changed, stored):
    """Return the stored names that changed ones meet, as a store asks for them token by token."""
    found = set()
    for form, new in changed.items():
        near = {other for other, old in stored.items() if not set(old.near).isdisjoint(new.near)}
        found |= blocking.really_near(form, near)
        for other, old in stored.items():
            wanted = {*new.meets, *new.offers}
            if not wanted.isdisjoint(old.meets) or not set(old.offers).isdisjoint(new.meets):
                found.add(other)
    return found


def _ordered(drafts):
    return sorted(drafts, key=lambda d: (d.entity.id, d.digest))


def _check_blocks(mentions, **options):
    """Resolve block by block, and compare with everything at once."""
    rows = _by_block(Blocking(**options), mentions)
    drafts = [draft for part in rows.values() for draft in draft_entities(part, **options)]
    assert _ordered(drafts) == draft_entities(mentions, **options)
    assert finish(drafts) == resolve_entities(mentions, **options)


def _check_increment(before, after, changed, **options):
    """Resolve anew what names with other rows touch, and compare with everything anew."""
    blocking = Blocking(**options)
    old, new = _tokens(blocking, before), _tokens(blocking, after)
    met = _met(blocking, {form: new[form] for form in changed if form in new}, old)
    stored = blocking.blocks(old)
    touched = {stored[form] for form in {*changed, *met} if form in stored}
    dirty = changed | {form for form, block in stored.items() if block in touched}

    again = draft_entities([m for m in after if (m.kind, m.name) in dirty], **options)
    kept = [d for d in draft_entities(before, **options) if not dirty & {row[1:] for row in d.names}]
    assert _ordered([*kept, *again]) == draft_entities(after, **options)

    blocks = blocking.blocks({form: new[form] for form in new if form in dirty})
    kept_blocks = {form: block for form, block in stored.items() if form not in dirty}
    assert {**kept_blocks, **blocks} == blocking.blocks(new)
    return dirty


_CUTOFFS = st.sampled_from([93.0, 93.0, 70.0])


@settings(max_examples=400)
@given(_cases(), _CUTOFFS)
def test_block_by_block_is_all_at_once(case, cutoff):
    stored, added, options = case
    _check_blocks([*stored, *added], **options, score_cutoff=cutoff)


@settings(max_examples=400)
@given(_cases(), st.integers(0, 3))
def test_tokens_find_every_block_that_an_increment_changes(case, left_out):
    stored, added, options = case
    changed = {(m.kind, m.name) for m in (*stored[:left_out], *added)}
    _check_increment(stored, [*stored[left_out:], *added], changed, **options)


@pytest.fixture(scope="module")
def real(shared, tmp_path_factory):
    """The names in the seeds and in some abstracts, as the papers give them."""
    path = tmp_path_factory.mktemp("blocks") / "abstracts.jsonl"
    with gzip.open(shared / "corpus" / "arxiv_2025_2026.jsonl.gz") as whole:
        path.write_bytes(b"".join(islice(whole, 600)))
    papers = read_papers([shared / "seeds", path]).papers
    return [m for found in extract(papers) for m in found if not is_generic(m)]


def test_real_names_resolve_block_by_block(real):
    _check_blocks(real, catalogue=load_gazetteer())
    tokens = _tokens(Blocking(catalogue=load_gazetteer()), real)
    sizes = Counter(Blocking(catalogue=load_gazetteer()).blocks(tokens).values())
    assert max(sizes.values()) < len(tokens) / 50


def test_new_papers_touch_few_of_the_real_names(real):
    papers = sorted({m.paper_id for m in real})
    new = set(papers[:: len(papers) // 20])
    before = [m for m in real if m.paper_id not in new]
    changed = {(m.kind, m.name) for m in real if m.paper_id in new}
    dirty = _check_increment(before, real, changed, catalogue=load_gazetteer())
    assert len(dirty) < len({(m.kind, m.name) for m in real}) / 4


@given(_cases(), st.randoms())
def test_blocks_depend_on_the_set_of_names_only(case, rng: random.Random):
    mentions, _, options = case
    blocking = Blocking(**options)
    tokens = _tokens(blocking, mentions)
    shuffled = _tokens(blocking, rng.sample(mentions * 2, 2 * len(mentions)))
    mixed = dict(rng.sample(sorted(shuffled.items()), len(shuffled)))
    assert blocking.blocks(mixed) == blocking.blocks(tokens)


def test_a_pinned_name_that_no_paper_writes_ties_what_it_meets():
    tokens = {f: Blocking().tokens(*f) for f in (("method", "GPT-3"), ("method", "Llama-2"))}
    assert len(set(Blocking().blocks(tokens).values())) == 2
    pinned = Blocking(pins=Pins((Pin(("gpt3", "LLaMA 2")),)))
    tokens = {form: pinned.tokens(*form) for form in tokens}
    assert len(set(pinned.blocks(tokens).values())) == 1


def test_long_forms_alone_tie_no_short_names():
    blocking = Blocking()
    forms = {("method", "SAE"): ["sparse autoencoder"], ("method", "SpAE"): ["sparse autoencoders"]}
    tokens = {form: blocking.tokens(*form, said) for form, said in forms.items()}
    assert len(set(blocking.blocks(tokens).values())) == 2
    tokens["method", "Sparse Autoencoder"] = blocking.tokens("method", "Sparse Autoencoder")
    assert len(set(blocking.blocks(tokens).values())) == 1


def test_one_of_several_meanings_meets_who_is_listed_as_it():
    names = [("p1", "PA", "pseudo ancestor"), ("p2", "PA", "policy ascent"), ("p3", "PolA", None)]
    mentions = [_mention(paper, "method", name, surface) for paper, name, surface in names]
    listed = dict.fromkeys([("method", "policy ascent"), ("method", "PolA")], "Policy Ascent")
    _check_blocks(mentions, pins=NO_PINS, catalogue=Listed(listed))
    resolution = resolve_entities(mentions, catalogue=Listed(listed))
    assert resolution.names["p2", "method", "PA"] == resolution.names["p3", "method", "PolA"]


def test_kinds_are_never_near():
    blocking = Blocking()
    forms = [("dataset", "bayesian optimization"), ("method", "bayesian optimisation")]
    assert blocking.really_near(("method", "bayesian optimization"), forms) == {forms[1]}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=15))
def test_connected_things_have_the_smallest_as_root(pairs):
    roots = connected(pairs)
    sets = {thing: {thing} for pair in pairs for thing in pair}
    for left, right in pairs:
        merged = sets[left] | sets[right]
        sets.update(dict.fromkeys(merged, merged))
    assert roots == {thing: min(found) for thing, found in sets.items()}


_SCRIPT = """
from graph.resolve.blocks import Blocking
forms = {("method", n): ("sparse autoencoder", "s") for n in ("SAE", "SAEs", "ViT-B/16", "pseudo ancestor")}
blocking = Blocking()
print(blocking.blocks({form: blocking.tokens(*form, said) for form, said in forms.items()}))
"""


def test_the_hash_seed_does_not_count():
    said = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
