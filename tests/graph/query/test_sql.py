"""Both lookups give one answer to every question, whatever the graph and whatever is asked."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from graph.pipeline.assemble import paper_node
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.records import ENTITY_KINDS, TOP_ROLE, Mention, Paper
from graph.errors import PaperlatticeError, StoreError
from graph.model.options import BuildOptions, BuildReport, Lattice
from graph.model.pins import Pin, Pins
from graph.model.records import Entity, Join, Resolution
from graph.pipeline.link import link_papers
from graph.query import questions as query
from graph.query.indexed import LatticeLookup
from graph.query.sql import StoredLookup

IDS = ("p1", "2501.1", "10.1/a_b", "10.1/a", "x:y", "é", "paper:p1", "_5F", "a%b", "文")
TITLES = (
    "Net",
    "net!",
    "Net: a study",
    "Net: small",
    "Brook: ſtar",
    ":",
    "",
    "??",
    "注意力: 全部",
    "paper:p1",
    "x",
)
ABSTRACTS = (
    "",
    "Sparse ADAPTERS\n for  nets. They help.",
    "ſparse\u2003adapters of the straße.",
    "STRASSE K and ﬁne İstanbul. 注意力机制",
    "Κόσμος and κόσμος, naïve.",
)
NAMES = (
    "LoRA",
    "lora",
    "Lo RA",
    "Loras",
    "注意力",
    "Ünet",
    "Unet",
    "C++",
    "C",
    "a/b",
    "ViT",
    "..",
    "GPT-3",
    "GPT-4",
)
TEXTS = (
    "",
    " ",
    "sparse  adapters",
    "STRASSE",
    "ß",
    "k",
    "fine",
    "i",
    "注意",
    "κόσμος",
    "naïve",
    "a b",
    "net",
    "zz",
)
UNKNOWN = (
    "",
    "Lora net",
    "paper:",
    "paper:_ZZ",
    "paper:_FF",
    "method:none",
    "nEt",
    "BROOK",
    "GPT-5",
    "全部",
    "Nest",
)


@st.composite
def lattices(draw):
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6))
    papers = [
        Paper(i, draw(st.sampled_from(TITLES)), draw(st.sampled_from(ABSTRACTS)), sources=("b", "a"))
        for i in sorted(ids)
    ]
    entities = [
        draw_entity(draw, kind, number) for kind in ENTITY_KINDS for number in range(draw(st.integers(0, 3)))
    ]
    names, mentions = {}, set()
    for _ in range(draw(st.integers(0, 14)) if papers else 0):
        paper, kind, name = (
            draw(st.sampled_from(papers)),
            draw(st.sampled_from(ENTITY_KINDS)),
            draw(st.sampled_from(NAMES)),
        )
        end = draw(st.integers(0, len(paper.text)))
        start = draw(st.integers(0, end))
        role = draw(st.sampled_from((TOP_ROLE[kind], "uses")))
        rule = draw(st.sampled_from(("list", "proposal", "declared", "generic")))
        mentions.add(Mention(paper.id, kind, name, paper.text[start:end], start, end, role, rule, 0.5))
        of_kind = [e.id for e in entities if e.kind == kind]
        if of_kind and draw(st.booleans()):
            names.setdefault((paper.id, kind, name), draw(st.sampled_from(of_kind)))
    resolution = Resolution(tuple(sorted(entities, key=lambda e: e.id)), names)
    ordered = sorted(mentions, key=lambda m: (m.paper_id, m.start, m.end, m.kind, m.name, m.role, m.rule))
    options, report = BuildOptions("test", 50, 0.5), BuildReport(0, 0, 0, 0, {}, 0)
    return Lattice(tuple(papers), tuple(ordered), resolution, tuple(link_papers(resolution)), options, report)


def draw_entity(draw, kind, number):
    label = draw(st.sampled_from(NAMES))
    aliases = sorted(draw(st.sets(st.sampled_from(NAMES), max_size=2)) - {label})
    pairs = draw(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=2))
    joins = tuple(Join(left, right, "key", 1.0, "so") for left, right in sorted(pairs))
    url = draw(st.sampled_from(("", "https://h/a/b"))) if kind == "repo" else ""
    return Entity(f"{kind}:{number}", kind, label, tuple(aliases), joins, url)


def outcome(ask, *args, **options):
    try:
        return ask(*args, **options)
    except PaperlatticeError as error:
        return type(error), str(error)


def answers(lookup, names, texts=TEXTS):
    """Yield what is asked and what is answered, for all questions and names."""
    kinds = (None, "method", "dataset", "papers")
    for kind in (None, "method", "papers"):
        for top in (None, -1, 0, 2):
            yield ("entities", kind, top), outcome(query.entities, lookup, kind=kind, top=top)
    for text in texts:
        yield ("text", text), outcome(query.papers, lookup, text=text)
    for name in names:
        for kind in kinds:
            yield ("entity", name, kind), outcome(query.entity, lookup, name, kind=kind)
            yield ("find", name, kind), outcome(lookup.find_entities, name, kind=kind)
        for ask in (query.related, query.names, query.mentions, query.joins, query.places):
            yield (ask.__name__, name), outcome(ask, lookup, name)
        yield ("paper", name), outcome(lookup.paper, name)
        yield ("papers", name), outcome(query.papers, lookup, method=name, text="a")
        yield ("papers", name), outcome(query.papers, lookup, dataset=[name, name], repo=[])


def pairs_of_answers(lookup, names):
    pins = Pins(different=(Pin(("LoRA", "lora")), Pin(("GPT-3", "GPT-4"), "method")))
    for a, b in zip(names, names[1:] + names[:1], strict=True):
        yield ("path", a, b), outcome(query.path, lookup, a, b)
        yield ("evidence", a, b), outcome(query.evidence, lookup, a, b)
        for kind in (None, *ENTITY_KINDS):
            yield ("explain", a, b, kind), outcome(query.explain, lookup, a, b, kind=kind, pins=pins)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lattices(), st.randoms(use_true_random=False))
def test_both_lookups_give_one_answer(stored_lookup, lattice, dice):
    stored, memory = stored_lookup(lattice), LatticeLookup(lattice)
    own = [form for e in lattice.resolution.entities for form in (e.id, e.label, *e.aliases)]
    own += [form for p in lattice.papers for form in (p.id, p.title, paper_node(p.id))]
    names = [*IDS, *TITLES, *NAMES, *UNKNOWN, *map("paper:{}".format, IDS)]
    chosen = dice.sample(names, 3) + dice.sample(own, min(2, len(own)))
    texts = dice.sample(TEXTS, 4)
    assert list(answers(stored, chosen, texts)) == list(answers(memory, chosen, texts))
    assert list(pairs_of_answers(stored, chosen)) == list(pairs_of_answers(memory, chosen))


def test_both_lookups_agree_on_the_small_graph(stored_lookup, small_lattice):
    stored, memory = stored_lookup(small_lattice), LatticeLookup(small_lattice)
    names = [
        "LoRA",
        "2501.00002",
        "Vision Tranformer",
        "paper:10.5555:odd_5Fid",
        "SGD",
        "CIFAR 10",
        "brookbench",
    ]
    assert list(answers(stored, names)) == list(answers(memory, names))
    assert list(pairs_of_answers(stored, names)) == list(pairs_of_answers(memory, names))


def test_an_empty_store_answers(stored_lookup, build_small):
    stored, memory = stored_lookup(build_small([])), LatticeLookup(build_small([]))
    names = ["LoRA", "", "注意力"]
    assert list(answers(stored, names)) == list(answers(memory, names))
    assert list(pairs_of_answers(stored, names)) == list(pairs_of_answers(memory, names))


def test_generic_terms_are_found_and_link_nothing(stored_lookup, build_small):
    lattice = build_small([("p", "method:llm"), ("q", "method:llm")])
    generic = tuple(replace(m, rule="generic") for m in lattice.mentions)
    stored = stored_lookup(replace(lattice, mentions=generic, links=()))
    assert [paper.id for paper in query.papers(stored, method="llm")] == ["p", "q"]
    assert query.related(stored, "p") == []


def test_several_threads_may_ask_at_once(stored_lookup, small_lattice):
    lookup = stored_lookup(small_lattice)
    wanted = query.path(LatticeLookup(small_lattice), "Quillnet", "CIFAR-10")
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(query.path(lookup, "Quillnet", "CIFAR-10")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8


@pytest.mark.parametrize(
    "text, ids",
    [
        ("SPARSE adapters", ["b", "c"]),
        ("straße", ["a", "b"]),
        ("Kelvin", ["d"]),
        ("注意", ["d"]),
        ("x y", []),
    ],
)
def test_case_is_folded_as_python_does(stored_lookup, build_small, text, ids):
    lattice = build_small([], lone="abcd")
    abstracts = ["STRASSE", "ſparse\u2003adapters, Straße", "Sparse\nADAPTERS", "\u212aelvin 注意力 x", ""]
    papers = tuple(replace(p, abstract=a) for p, a in zip(lattice.papers, abstracts, strict=False))
    found = query.papers(stored_lookup(replace(lattice, papers=papers)), text=text)
    assert [paper.id for paper in found] == ids


@pytest.mark.parametrize(
    "table, ask",
    [
        ("papers", lambda lookup: lookup.paper("Brookbench")),
        ("papers", lambda lookup: query.papers(lookup, text="adapter")),
        ("naming", lambda lookup: query.path(lookup, "Quillnet", "CIFAR-10")),
    ],
)
def test_a_store_that_cannot_be_read_is_named(tables_of_store, small_lattice, table, ask):
    connection = tables_of_store(small_lattice)
    lookup = StoredLookup(connection, source="papers.duckdb")
    connection.execute(f"DROP TABLE {table}")
    with pytest.raises(StoreError, match=r"papers\.duckdb: cannot be read"):
        ask(lookup)
