"""Pins that drop, rename, retype, add and part: obeyed in builds and changes alike."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from paperlattice import (
    Add,
    Drop,
    KnowledgeGraph,
    Paper,
    Pin,
    PinError,
    Pins,
    Rename,
    Retype,
    Store,
    Unrelated,
)
from paperlattice.graph.model.pin_files import read_pins, write_pins
from paperlattice.graph.store.codec import paper_of, rows_of

from ..conftest import WHEN_ASKED, table_rows

PAPERS = [
    Paper("1", "Willowbark", "We propose Willowbark, a gadget. It beats ResNet-18 and LoRA on ImageNet."),
    Paper("2", "Fernleaf", "We propose Fernleaf, a gadget. It beats ResNet-50 and LoRA on ImageNet."),
    Paper("3", "On moss", "We compare CLIP, LoRA and Willowbark on CIFAR-10."),
]


def named(graph: KnowledgeGraph, paper: str, kind: str = "") -> list[str]:
    """Return the labels of what a paper names."""
    return sorted(e.label for e in graph.entities(kind or None) if paper in {p.id for p in e.papers})


def test_what_is_dropped_is_no_entity():
    graph = KnowledgeGraph.build(PAPERS, pins=Pins(drop=(Drop(("LoRA", "Lora")),)))
    assert named(graph, "1") == ["ImageNet", "ResNet", "Willowbark"]
    assert not graph.lookup.find_entities("LoRA")
    assert graph.report.pins == ()


@pytest.mark.parametrize("paper", ["1", "WILLOWBARK"])
def test_what_is_dropped_in_one_paper_stays_in_others(paper):
    graph = KnowledgeGraph.build(PAPERS, pins=Pins(drop=(Drop(("LoRA",), paper=paper),)))
    assert "LoRA" not in named(graph, "1")
    assert "LoRA" in named(graph, "2")


@pytest.mark.parametrize(("kind", "is_there"), [(None, False), ("method", False), ("dataset", True)])
def test_a_kind_narrows_what_is_dropped(kind, is_there):
    graph = KnowledgeGraph.build(PAPERS, pins=Pins(drop=(Drop(("CLIP",), kind),)))
    assert ("CLIP" in named(graph, "3")) is is_there
    assert bool(graph.report.pins) is is_there


def test_a_name_is_of_another_kind_with_the_relation_that_fits():
    pins = Pins(
        retype=(
            Retype("Willowbark", "dataset"),
            Retype("LoRA", "dataset"),
            Retype("LoRA", "method", paper="3"),
            Retype("CLIP", "technique", "method", "On moss"),
        )
    )
    graph = KnowledgeGraph.build(PAPERS, pins=pins)
    assert [(p.id, p.relation) for p in graph.entity("Willowbark", "dataset").papers] == [("1", "introduces")]
    assert [(p.id, p.relation) for p in graph.entity("LoRA", "dataset").papers] == [
        ("1", "uses"),
        ("2", "uses"),
    ]
    assert "LoRA" in named(graph, "3", "method")
    assert [e.kind for e in graph.lookup.find_entities("CLIP")] == ["technique"]


def test_what_is_not_among_the_kinds_is_left_out():
    pins = Pins(retype=(Retype("CLIP", "dataset"),), add=(Add("Moss", "task", "3"),))
    graph = KnowledgeGraph.build(PAPERS, pins=pins, kinds="method")
    assert named(graph, "3") == ["LoRA"]
    assert graph.report.pins == ("pin: the graph has no tasks; choose them with `--kinds`",)


def test_an_entity_is_called_otherwise_and_keeps_its_id():
    graph = KnowledgeGraph.build(PAPERS, pins=Pins(rename=(Rename("ResNet-50", "Residual network"),)))
    found = graph.entity("Residual network")
    assert (found.id, found.label, found.aliases) == (
        "method:resnet",
        "Residual network",
        ("ResNet", "ResNet-18", "ResNet-50"),
    )
    assert graph.entity("ResNet") == found
    assert graph.explain("Residual network", "ResNet-18").same


def test_a_paper_means_something_else_by_a_name():
    graph = KnowledgeGraph.build(PAPERS, pins=Pins(rename=(Rename("LoRA", "AdaLoRA", paper="2"),)))
    assert named(graph, "1", "method") == ["LoRA", "ResNet", "Willowbark"]
    assert named(graph, "2", "method") == ["AdaLoRA", "Fernleaf", "ResNet"]
    assert graph.evidence("2", "AdaLoRA")[0].surface == "LoRA"


def test_what_was_missed_is_added_with_its_sentence_where_there_is_one():
    pins = Pins(
        add=(
            Add("gadget", "technique", "Fernleaf"),
            Add("Bog", "dataset", "3", "introduces"),
            Add("https://github.com/a/b", "repo", "3"),
        )
    )
    graph = KnowledgeGraph.build(PAPERS, pins=pins)
    assert [span.sentence for span in graph.evidence("2", "gadget")] == ["We propose Fernleaf, a gadget."]
    edges = graph.nx["paper:3"]["dataset:bog"]
    assert (edges["introduces"]["evidence"], edges["introduces"]["surfaces"]) == ("", "Bog")
    assert "repo:github.com:a:b" in graph.nx["paper:3"]


def test_papers_are_not_linked():
    assert KnowledgeGraph.build(PAPERS).tables.rows("SELECT source, target FROM {links} WHERE source = '1'")
    for links in ("related", "shared"):
        pins = Pins(unrelated=(Unrelated(("Fernleaf", "1")),))
        graph = KnowledgeGraph.build(PAPERS, pins=pins, links=links)
        pairs = graph.tables.rows("SELECT source, target FROM {links} WHERE source = '1'")
        assert ("1", "2") not in pairs
        assert [other.id for other in graph.related("1")] == ["3"]
        found = graph.explain("1", "2")
        assert (found.is_linked, found.verdict) == (
            False,
            "Not drawn: a pin says that the two are unrelated.",
        )


FLAMES = [
    Paper("a", "Heads from one photo", "We use FLAME on faces."),
    Paper("b", "Talking faces", "FLAME fits a mesh of the face."),
    Paper("c", "Queries", "With FLAME, joins are planned."),
    Paper("d", "More queries", "We compare FLAME with LoRA."),
]


def parts(graph):
    found = (e for e in graph.entities("method") if "FLAME" in (e.label, *e.aliases))
    return sorted(sorted(p.id for p in e.papers) for e in found)


def test_papers_mean_different_things_by_a_name():
    assert parts(KnowledgeGraph.build(FLAMES)) == [["a", "b", "c", "d"]]
    pins = Pins(different=(Pin(("FLAME",), papers=(("a", "Talking faces"), ("c", "d"))),))
    graph = KnowledgeGraph.build(FLAMES, pins=pins)
    assert parts(graph) == [["a", "b"], ["c", "d"]]
    pins = Pins(different=(Pin(("FLAME",), papers=(("a",), ("c",))),))
    assert parts(KnowledgeGraph.build(FLAMES, pins=pins)) == [["a", "b", "d"], ["c"]]


def test_papers_mean_one_thing_by_a_name():
    two = [
        Paper(
            "1", "FLAME: heads from one photo", "We propose FLAME, which fits a mesh of the face to a photo."
        ),
        Paper("2", "FLAME: planning queries", "We propose FLAME, which plans joins of database queries."),
    ]
    assert parts(KnowledgeGraph.build(two)) == [["1"], ["2"]]
    for papers in ((), (("1", "2"),)):
        pins = Pins(same=(Pin(("FLAME",), papers=papers),))
        assert parts(KnowledgeGraph.build(two, pins=pins)) == [["1", "2"]]


LINES = [
    (Pin(("LoRA", "Lorra")), "no paper has the name 'Lorra'; nearest: LoRA"),
    (Drop(("Clip",)), "no paper has the name 'Clip'"),
    (Drop(("ImageNet",), "method"), "no paper has the method 'ImageNet'; it is a dataset"),
    (Drop(("CLIP",), paper="1"), "the paper '1' has no name 'CLIP'"),
    (Drop(("CLIP",), paper="Fernleafs"), "no paper has the id or title 'Fernleafs'; nearest: Fernleaf"),
    (Rename("Fernlef", "Fern"), "no paper has the name 'Fernlef'; nearest: Fernleaf"),
    (Retype("LoRa", "dataset", "method"), "no paper has the method 'LoRa'; nearest: LoRA"),
    (Add("Moss", "task", "9"), "no paper has the id or title '9'"),
    (Unrelated(("1", "On mosses")), "no paper has the id or title 'On mosses'; nearest: On moss"),
    (Pin(("CLIP",), papers=(("1",), ("3",))), "the paper '1' has no name 'CLIP'"),
]


@pytest.mark.parametrize(("pin", "line"), LINES, ids=str)
def test_a_pin_without_effect_is_reported(pin, line):
    table = {Drop: "drop", Rename: "rename", Retype: "retype", Add: "add", Unrelated: "unrelated"}
    pins = Pins(**{table.get(type(pin), "same" if not getattr(pin, "papers", ()) else "different"): (pin,)})
    report = KnowledgeGraph.build(PAPERS, pins=pins).report
    assert report.idle_pins == 1
    assert report.pins[0].startswith(f"pin: {line}")


def test_of_many_pins_without_effect_the_first_are_reported():
    report = KnowledgeGraph.build(PAPERS, pins=Pins(drop=tuple(Drop((f"N{n}",)) for n in range(30)))).report
    assert (len(report.pins), report.idle_pins) == (20, 30)


@pytest.fixture(autouse=True)
def only_what_is_affected(monkeypatch):
    """Resolve again only what a change affects, although most of these small stores changes."""
    monkeypatch.setattr("paperlattice.graph.pipeline.update.MOST_AFFECTED", 2.0)


SENTENCES = (
    "We propose Quillnet, a sparse adapter.",
    "With QuillNet, landmarks on faces with glasses are aligned.",
    "Low-rank adaptation (LoRA) is common.",
    "We test LoRA and FLAME on ImageNet.",
    "We compare ViT-B/16, Vision Transformers and FLAME on CIFAR-10.",
    "We introduce Brookbench, a new dataset for dialogue.",
    "Code is at https://github.com/quill-lab/quillnet.",
    "Large language models hallucinate.",
)
NAMES = ("Quillnet", "QuillNet", "LoRA", "low-rank adaptation", "FLAME", "ViT-B/16", "ImageNet", "Brookbench")
IDS = tuple("123456")
TITLES = ("On adapters", "Study", "Quillnet: adapters")

papers = st.builds(
    lambda id, title, text: Paper(id, title, " ".join(text), sources=("a",)),
    st.sampled_from(IDS),
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
)
names = st.sampled_from(NAMES)
kinds = st.sampled_from(("method", "dataset", "task"))
some_kind = st.none() | kinds
paper = st.sampled_from((*IDS, *TITLES))
scope = st.just("") | paper
groups = st.lists(paper, min_size=2, max_size=4, unique=True)


def several(made):
    return st.lists(made, max_size=2).map(tuple)


@st.composite
def some_pins(draw):
    sense = st.builds(lambda n, g: Pin((n,), "method", papers=((g[0],), tuple(g[1:]))), names, groups)
    one = st.builds(lambda n, g: Pin((n,), papers=(tuple(g),)), names, groups)
    pair = st.lists(names, min_size=2, max_size=2, unique=True).map(lambda n: Pin(tuple(n)))
    try:
        return Pins(
            same=draw(several(pair | one)),
            different=draw(several(pair | sense)),
            drop=draw(several(st.builds(lambda n, k, p: Drop((n,), k, p), names, some_kind, scope))),
            rename=draw(
                several(st.builds(Rename, names, st.sampled_from(("Fern", "Moss")), some_kind, scope))
            ),
            retype=draw(several(st.builds(Retype, names, kinds, st.none() | st.just("technique"), scope))),
            add=draw(several(st.builds(Add, names, kinds, paper))),
            unrelated=draw(several(st.builds(lambda p: Unrelated((p[0], p[1])), groups))),
        )
    except PinError:
        return Pins()


@settings(
    max_examples=settings.default.max_examples // 16,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    first=st.lists(papers, min_size=1, max_size=5),
    steps=st.lists(st.tuples(st.booleans(), papers), max_size=4),
    links=st.sampled_from(("related", "shared")),
    pins=some_pins(),
    later=st.none() | some_pins(),
)
def test_any_way_leads_to_the_build_with_the_pins(first, steps, links, pins, later, tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "changed.duckdb"
    with Store.create(path, pins=pins, links=links) as store:
        store.add(first)
    with Store.open(path) as store:
        for number, (is_coming, paper) in enumerate(steps):
            known = store.graph.papers()
            if number == 2 and later is not None:
                store.add([paper], pins=later)
            elif is_coming:
                store.add([paper])
            elif len(known) > 1:
                store.remove(random.Random(paper.title).choice(known).id)
    graph = KnowledgeGraph.open(path)
    rows = rows_of(graph.tables.arrow("SELECT * FROM entries ORDER BY ALL").to_batches())
    built = KnowledgeGraph.build(map(paper_of, rows), pins=graph.tables.options().pins, links=links)
    found, wanted = (table_rows(one.tables, without=WHEN_ASKED) for one in (graph, built))
    assert found == wanted
    assert (graph.report.pins, graph.report.idle_pins) == (built.report.pins, built.report.idle_pins)


@given(some_pins())
@settings(max_examples=30)
def test_a_file_of_pins_is_read_as_it_was_written(tmp_path_factory, pins):
    path = write_pins(pins, tmp_path_factory.mktemp("pins") / "pins.toml")
    again = read_pins(path)
    assert len(again) == len(pins)
    assert write_pins(again, path.with_name("again.toml")).read_bytes() == path.read_bytes()
