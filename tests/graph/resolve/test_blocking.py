"""Blocks of names: resolving them one by one gives what resolving everything gives."""

import gzip
import json
import os
import random
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import combinations, islice
from pathlib import Path
from unittest.mock import patch

import duckdb
import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.gazetteer import load_gazetteer
from paperlattice.extractors.pipeline import extract
from paperlattice.extractors.records import Mention, Paper
from paperlattice.extractors.sources import read_papers
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.model.pins import NO_PINS, Pin, Pins
from paperlattice.graph.pipeline import stages, update
from paperlattice.graph.pipeline.build import build_graph
from paperlattice.graph.resolve.blocking import Blocking
from paperlattice.graph.resolve.entities import provisional_entities, resolve_entities
from paperlattice.graph.store.codec import mention_row, rows_of, table_of
from paperlattice.graph.store.schema import TABLES, create_tables
from paperlattice.graph.store.tables import GraphTables

from ..conftest import table_rows


class Listed:
    """A catalogue over a dict of canonical names."""

    def __init__(self, names):
        self._names = names

    def canonical(self, kind, form):
        return self._names.get((kind, form))

    def is_ambiguous(self, kind, form):
        return False


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
    ["image retrieval", "Image-Retrievals", "image generation", "LLM", "LLMs", "large language models", "!?"],
    ["https://h.org/a/b", "http://www.h.org/A/B.git", "https://h.org/a/c", "h.org/a/b/"],
]


_KINDS_OF = {_CLUSTERS[-1][0]: ["repo"], _CLUSTERS[-2][0]: ["technique", "technique", "task", "method"]}


def _mention(paper, kind, name, surface):
    return Mention(paper, kind, name, surface or name, 0, 1, "uses", "test", 1.0)


def _mentions(names, max_size):
    papers = st.sampled_from([f"p{i}" for i in range(6)])
    kinds = st.sampled_from(_KINDS_OF.get(names[0], ["method", "method", "dataset"]))
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


@contextmanager
def _executor(*, catalogue=None, score_cutoff=93.0):
    """Yield an executor on empty tables, for which each block is resolved by itself; papers list mentions."""

    def blocking(pins):
        return Blocking(pins=pins, catalogue=catalogue, score_cutoff=score_cutoff)

    with ExitStack() as stack, duckdb.connect(config={"threads": 1}) as connection:
        for changed in (
            patch.object(stages, "load_gazetteer", lambda: catalogue),
            patch.object(stages, "blocking_with", blocking),
            patch.object(
                stages, "provisional_entities", partial(provisional_entities, score_cutoff=score_cutoff)
            ),
            patch.object(stages, "_find_rows", _listed_rows),
            patch.object(update, "MOST_AFFECTED", 2.0),
            patch.dict(DuckDBExecutor.map.__kwdefaults__, size=1),
        ):
            stack.enter_context(changed)
        connection.execute(create_tables())
        yield DuckDBExecutor(connection)


def _listed_rows(_options, rows):
    for row in rows:
        for kind, name, surface in json.loads(row["abstract"]):
            yield mention_row(_mention(row["id"], kind, name, surface))
        yield {"paper_id": row["id"], "rule": ""}


def _papers(mentions):
    """Return papers whose abstracts list the mentions."""
    said = {}
    for m in mentions:
        said.setdefault(m.paper_id, []).append((m.kind, m.name, m.surface))
    return {name: Paper(name, name, json.dumps(sorted(rows))) for name, rows in said.items()}


def _naive_blocks(blocking, mentions):
    """Return the sets of names that meet in any way, found by comparing all with all that share a token."""
    surfaces = {}
    for m in mentions:
        surfaces.setdefault((m.kind, m.name), set()).add(m.surface)
    tokens = {form: blocking.tokens(*form, said) for form, said in surfaces.items()}
    by_token = {}
    for form, own in tokens.items():
        for token in {*own.meets, *own.offers, *own.near}:
            by_token.setdefault(token, []).append(form)
    graph = nx.Graph()
    graph.add_nodes_from(tokens)
    for left, right in {pair for forms in by_token.values() for pair in combinations(sorted(forms), 2)}:
        one, two = tokens[left], tokens[right]
        if (
            not {*one.meets, *one.offers}.isdisjoint(two.meets)
            or not set(one.meets).isdisjoint(two.offers)
            or (not set(one.near).isdisjoint(two.near) and blocking.really_near(left, [right]))
        ):
            graph.add_edge(left, right)
    return {frozenset(block) for block in nx.connected_components(graph)}


def _resolved(executor, mentions, pins):
    """Return the sets of names by block, having written what they resolve to."""
    executor.write("given", table_of(map(mention_row, mentions), TABLES["mentions"]))
    stages.resolve_names(executor, "SELECT * FROM given", pins=pins)
    blocks = {}
    for row in executor.sql("SELECT kind, name, block FROM named_blocks").to_pylist():
        blocks.setdefault(row["block"], set()).add((row["kind"], row["name"]))
    return {frozenset(forms) for forms in blocks.values()}


def _check_blocks(mentions, rng=None, *, pins=NO_PINS, **options):
    """Resolve block by block, whatever the order, and compare with everything at once."""
    given = mentions if rng is None else rng.sample(mentions * 2, 2 * len(mentions))
    wanted = resolve_entities(mentions, pins=pins, **options)
    with _executor(**options) as executor:
        blocks = _resolved(executor, given, pins)
        assert blocks == _naive_blocks(Blocking(pins=pins, **options), mentions)
        entities = rows_of(executor.sql("SELECT * FROM named_entities ORDER BY id").to_batches())
        assert list(entities) == list(map(stages.entity_row, wanted.entities))
        merges = executor.sql("SELECT * FROM named_merges").to_pylist()
        assert Counter(map(repr, merges)) == Counter(
            repr(row) for entity in wanted.entities for row in stages.merge_rows(entity)
        )
        names = executor.sql("SELECT kind, name, paper_id, entity_id FROM named_names").to_pylist()
        found = {tuple(row.values())[:3]: row["entity_id"] for row in names}
        meant = [(m, found.get((m.kind, m.name, m.paper_id))) for m in mentions]
        assert all(
            found.get((m.kind, m.name, None), one) == wanted.names[m.paper_id, m.kind, m.name]
            for m, one in meant
        )
    return blocks


def _check_increment(before, after, *, pins=NO_PINS, **options):
    """Change the papers of one graph to those of another, and compare; return how many names change."""
    old, new = _papers(before), _papers(after)
    wanted = BuildOptions("test", 50, 0.5, pins=pins)
    affected = 0
    with _executor(**options) as executor:
        build_graph(executor, list(old.values()), wanted)
        with patch.object(executor, "drop", lambda *_: None):
            if changed := [paper for name, paper in new.items() if old.get(name) != paper]:
                update.add_papers(executor, changed, wanted)
                affected = executor.count("affected_names")
            if gone := old.keys() - new.keys():
                update.remove_papers(executor, gone)
        found = table_rows(GraphTables(executor.connection))
    if new:
        with _executor(**options) as executor:
            build_graph(executor, list(new.values()), wanted)
            wanted_tables = table_rows(GraphTables(executor.connection))
        assert [name for name in found if found[name] != wanted_tables[name]] == []
    return affected


_CUTOFFS = st.sampled_from([93.0, 93.0, 70.0])


@settings(max_examples=settings.default.max_examples // 2)
@given(_cases(), _CUTOFFS, st.randoms(use_true_random=False))
def test_block_by_block_is_all_at_once(case, cutoff, rng: random.Random):
    stored, added, options = case
    _check_blocks([*stored, *added], rng, **options, score_cutoff=cutoff)


@pytest.mark.slow
@settings(max_examples=settings.default.max_examples // 6)
@given(_cases(), st.integers(0, 3), _CUTOFFS)
def test_a_change_finds_every_block_that_it_affects(case, left_out, cutoff):
    stored, added, options = case
    if stored:
        _check_increment(stored, [*stored[left_out:], *added], **options, score_cutoff=cutoff)


@pytest.fixture(scope="module")
def real(shared, tmp_path_factory):
    """The names in a page and in some abstracts, as the papers give them."""
    path = tmp_path_factory.mktemp("blocks") / "abstracts.jsonl"
    with gzip.open(shared / "corpus" / "arxiv_2025_2026.jsonl.gz") as whole:
        path.write_bytes(b"".join(islice(whole, 150)))
    papers = read_papers([min((shared / "seeds").iterdir()), path]).papers
    return [m for found in extract(papers) for m in found]


def test_real_names_resolve_block_by_block(real):
    blocks = _check_blocks(real, catalogue=load_gazetteer())
    assert max(map(len, blocks)) < sum(map(len, blocks)) / 50


def test_new_papers_affect_few_of_the_real_names(real):
    papers = sorted({m.paper_id for m in real})
    new = set(papers[:: len(papers) // 20])
    before = [m for m in real if m.paper_id not in new]
    affected = _check_increment(before, real, catalogue=load_gazetteer())
    assert 0 < affected < len({(m.kind, m.name) for m in real}) / 4


def _blocks_of(names, *, pins=NO_PINS):
    mentions = [_mention("p", "method", name, surface) for name, surface in names]
    return _check_blocks(mentions, pins=pins)


def test_a_pinned_name_that_no_paper_writes_ties_what_it_meets():
    names = [("GPT-3", None), ("Llama-2", None)]
    assert len(_blocks_of(names)) == 2
    assert len(_blocks_of(names, pins=Pins((Pin(("gpt3", "LLaMA 2")),)))) == 1


def test_long_forms_by_themselves_tie_no_short_names():
    names = [("SAE", "sparse autoencoder"), ("SpAE", "sparse autoencoders")]
    assert len(_blocks_of(names)) == 2
    assert len(_blocks_of([*names, ("Sparse Autoencoder", None)])) == 1


def test_one_of_several_senses_meets_the_name_that_is_listed_as_it():
    names = [("p1", "PA", "pseudo ancestor"), ("p2", "PA", "policy ascent"), ("p3", "PolA", None)]
    mentions = [_mention(paper, "method", name, surface) for paper, name, surface in names]
    listed = dict.fromkeys([("method", "policy ascent"), ("method", "PolA")], "Policy Ascent")
    _check_blocks(mentions, catalogue=Listed(listed))
    resolution = resolve_entities(mentions, catalogue=Listed(listed))
    assert resolution.names["p2", "method", "PA"] == resolution.names["p3", "method", "PolA"]


def test_kinds_are_never_near():
    blocking = Blocking()
    forms = [("dataset", "bayesian optimization"), ("method", "bayesian optimisation")]
    assert blocking.really_near(("method", "bayesian optimization"), forms) == {forms[1]}


_SCRIPT = """
from paperlattice.graph.resolve.blocking import Blocking
blocking = Blocking()
for name in ("SAE", "SAEs", "ViT-B/16", "pseudo ancestor"):
    print(blocking.tokens("method", name, ("sparse autoencoder", "s")))
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
