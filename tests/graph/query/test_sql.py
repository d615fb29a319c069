"""Both lookups give one answer to every question, whatever the graph and whatever is asked."""

from __future__ import annotations

import random
import threading
from itertools import cycle, pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from paperlattice.extractors.records import ENTITY_KINDS, TOP_ROLE, Mention, Paper, title_key
from paperlattice.graph.api import KnowledgeGraph
from paperlattice.graph.errors import PaperlatticeError, StoreError
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.pins import Pin, Pins
from paperlattice.graph.model.records import Entity, Merge
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.indexed import IndexedLookup
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.resolve.explain import explain_names
from paperlattice.graph.resolve.normalize import name_key

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
def records(draw):
    """Papers, entities, and mentions with an entity or None."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6))
    papers = [
        Paper(i, draw(st.sampled_from(TITLES)), draw(st.sampled_from(ABSTRACTS)), sources=("b", "a"))
        for i in ids
    ]
    entities = [
        draw_entity(draw, kind, number) for kind in ENTITY_KINDS for number in range(draw(st.integers(0, 3)))
    ]
    named = {}
    for _ in range(draw(st.integers(0, 14)) if papers else 0):
        paper, kind, name = (draw(st.sampled_from(of)) for of in (papers, ENTITY_KINDS, NAMES))
        end = draw(st.integers(0, len(paper.text)))
        start = draw(st.integers(0, end))
        role = draw(st.sampled_from((TOP_ROLE[kind], "uses", "mentions")))
        rule = draw(st.sampled_from(("list", "proposal", "declared")))
        found = (paper.text[start:end], start, end, role, rule, 0.5, draw(st.integers(0, 1000)) / 1000)
        mention = Mention(paper.id, kind, name, *found)
        # All mentions of a name in a paper mean one entity, or none.
        known = {(m.paper_id, m.kind, m.name): entity for m, entity in named.items()}
        of_kind = [e.id for e in entities if e.kind == kind]
        drawn = draw(st.sampled_from([None, *of_kind]))
        named[mention] = known.get((paper.id, kind, name), drawn)
    return papers, entities, named.items()


def draw_entity(draw, kind, number):
    label = draw(st.sampled_from(NAMES))
    aliases = sorted(draw(st.sets(st.sampled_from(NAMES), max_size=2)) - {label})
    pairs = draw(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=2))
    merges = tuple(Merge(left, right, "key", 1.0, "so") for left, right in sorted(pairs))
    url = draw(st.sampled_from(("", "https://h/a/b"))) if kind == "repo" else ""
    return Entity(f"{kind}:{number}", kind, label, tuple(aliases), merges, url)


def asking(lookup, graph):
    asked = KnowledgeGraph(graph.tables)
    asked.lookup = lookup(graph.tables)
    return asked


def outcome(ask, *args, **options):
    try:
        return ask(*args, **options)
    except PaperlatticeError as error:
        return type(error), str(error)


def answers(asked, names, texts=TEXTS):
    """Yield what is asked and what is answered, for all questions and names."""
    for kind in (None, "method", "papers"):
        for top in (None, -1, 0, 2):
            yield ("entities", kind, top), outcome(asked.entities, kind=kind, top=top)
    for text in texts:
        yield ("text", text), outcome(asked.papers, text=text)
    for name in names:
        for kind in (None, "method", "dataset", "papers"):
            yield ("entity", name, kind), outcome(asked.entity, name, kind=kind)
        yield ("find", name), outcome(asked.lookup.find_entities, name)
        for ask in (asked.related, asked.names, asked.mentions, asked.merges, asked.places):
            yield (ask.__name__, name), outcome(ask, name)
        yield ("paper", name), outcome(asked.paper, name)
        yield ("papers", name), outcome(asked.papers, method=name, text="a")
        yield ("papers", name), outcome(asked.papers, dataset=[name, name], repo=[])
        yield ("papers", name), outcome(asked.papers, task=name)
        yield ("papers", name), outcome(asked.papers, technique=(name,), task=None)


def pairs_of_answers(asked, names):
    pins = Pins(different=(Pin(("LoRA", "lora")), Pin(("GPT-3", "GPT-4"), "method")))
    for a, b in zip(names, names[1:] + names[:1], strict=True):
        yield ("path", a, b), outcome(asked.path, a, b)
        yield ("evidence", a, b), outcome(asked.evidence, a, b)
        for kind in (None, *ENTITY_KINDS):
            yield ("explain", a, b, kind), outcome(asked.explain, a, b, kind)
            if kind is not None:
                found = outcome(explain_names, asked.lookup.name_index, kind, a, b, pins=pins)
                yield ("explain, pinned", a, b, kind), found


def pieces(asked, names):
    """Yield what each method of a lookup gives for names of all sorts; what is in any order is sorted."""
    lookup = asked.lookup
    ids = [*names, *(e.id for e in lookup.most_mentioned(None, 8)), "none"]
    for ask in ("papers_with", "titles_with", "labels_with", "degrees"):
        yield ask, dict(getattr(lookup, ask)(ids))
    yield "entities_with", dict(lookup.entities_with(ids, merges=True))
    naming = lookup.incidences(ids)
    yield "incidences", {i: sorted(naming[i]) for i in ids if naming.get(i)}
    yield "all_titles", sorted(lookup.all_titles())
    for kind in (None, *ENTITY_KINDS):
        yield "all_forms", kind, set(lookup.all_forms(kind))
        for top in (None, 1, 3):
            yield "best_known", kind, top, [e.id for e in lookup.most_mentioned(kind, top)]
    for i, kind in zip(ids, cycle(ENTITY_KINDS), strict=False):
        yield "titled", i, sorted(lookup.titled(title_key(i)))
        yield "ranked", i, dict(lookup.ranked(name_key(i)))
        yield (
            "select_papers",
            i,
            lookup.select_papers(PaperFilter((i,))),
            lookup.select_papers(PaperFilter(text=i)),
        )
        yield "entities_in", i, sorted(lookup.entities_in(i))
        yield "mentions_in", i, list(lookup.mentions_in(i))
        yield "linked_with", i, sorted(lookup.linked_with(i))
        for papers in (None, ids):
            yield "mentions_of", i, {k: list(v) for k, v in lookup.mentions_of(i, papers).items() if v}
        name_index = lookup.name_index
        yield "name_index", kind, name_index.meant_by(kind, i), name_index.with_form(kind, i)
        yield "name_index", kind, set(name_index.alike(kind, name_key(i))), name_index.labels(kind)
    for start, goal in pairwise(ids):
        for is_paper in (True, False):
            yield "incidence", lookup.incidence.shortest((is_paper, start), (False, goal))


def check_equal(graph, names, texts=TEXTS):
    """Check that both lookups of a graph give one answer to all that is asked with some names."""
    stored, memory = asking(Lookup, graph), asking(IndexedLookup, graph)
    for ask in (pieces, pairs_of_answers, lambda asked, names: answers(asked, names, texts)):
        for found, wanted in zip(ask(stored, names), ask(memory, names), strict=True):
            assert found == wanted


# An example takes a second: to shrink one that fails would take hypothesis its five minutes.
@pytest.mark.slow
@settings(
    max_examples=settings.default.max_examples // 13,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(records(), st.randoms(use_true_random=False))
def test_both_lookups_give_one_answer(make_graph, given, dice):
    papers, entities, _ = given
    own = [form for e in entities for form in (e.id, e.label, *e.aliases)]
    own += [form for p in papers for form in (p.id, p.title, paper_node(p.id))]
    names = [*IDS, *TITLES, *NAMES, *UNKNOWN, *map("paper:{}".format, IDS)]
    chosen = dice.sample(names, 2) + dice.sample(own, min(2, len(own)))
    graph, texts = make_graph(*given), dice.sample(TEXTS, 3)
    check_equal(graph, chosen, texts)
    if entities and papers:
        part = graph.part(around=[entities[0].id], depth=dice.choice([1, 2]))
        assert list(pieces(asking(Lookup, part), chosen)) == list(pieces(asking(IndexedLookup, part), chosen))


SMALL_NAMES = [
    "LoRA",
    "2501.00002",
    "Vision Tranformer",
    "paper:10.5555:odd_5Fid",
    "SGD",
    "CIFAR 10",
    "brookbench",
]


@pytest.mark.parametrize(
    "part, count",
    [({}, len(SMALL_NAMES)), pytest.param({"around": "LoRA", "depth": 1}, 3, marks=pytest.mark.slow)],
)
def test_both_lookups_agree_on_the_small_graph_and_its_parts(small_graph, part, count):
    check_equal(small_graph.part(**part) if part else small_graph, SMALL_NAMES[:count])


@pytest.mark.parametrize("part", [{}, pytest.param({"around": "LoRA", "depth": 2}, marks=pytest.mark.long)])
def test_both_lookups_agree_on_real_pages_and_their_parts(seeds_graph, part):
    graph = seeds_graph.part(**part) if part else seeds_graph
    dice, rows = random.Random(5), graph.tables.rows
    papers = [form for row in sorted(rows("SELECT id, title FROM {papers}")) for form in row]
    labels = [form for row in sorted(rows("SELECT id, label FROM {entities}")) for form in row]
    names = [*dice.sample(papers, 1), *dice.sample(labels, 1), "Transformr"]
    check_equal(graph, names, ("language MODEL", "ß"))


def test_an_empty_graph_answers(build_small):
    check_equal(build_small([]), ["LoRA", "", "注意力"])


def test_several_threads_may_ask_at_once(small_graph):
    asked = asking(Lookup, small_graph)
    wanted = asking(IndexedLookup, small_graph).path("Quillnet", "CIFAR-10")
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(asked.path("Quillnet", "CIFAR-10"))) for _ in range(8)
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
def test_case_is_folded_as_python_does(make_graph, look_into, text, ids):
    abstracts = ["STRASSE", "ſparse\u2003adapters, Straße", "Sparse\nADAPTERS", "\u212aelvin 注意力 x"]
    papers = [Paper(i, f"Paper {i}", abstract) for i, abstract in zip("abcd", abstracts, strict=True)]
    found = look_into(make_graph(papers)).papers(text=text)
    assert [paper.id for paper in found] == ids


@pytest.mark.parametrize(
    "table, ask",
    [
        ("papers", lambda asked: asked.paper("Brookbench")),
        ("papers", lambda asked: asked.papers(text="adapter")),
        ("incidence", lambda asked: asked.path("Quillnet", "CIFAR-10")),
    ],
)
def test_a_store_that_cannot_be_read_is_named(small_records, make_graph, look_into, table, ask):
    graph = make_graph(*small_records)
    graph.tables.connection.execute(f"DROP TABLE {table}")
    with pytest.raises(StoreError, match="the graph: cannot be read"):
        ask(look_into(graph))
