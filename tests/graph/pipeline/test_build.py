"""A build from papers and from files: what it gives, reports and refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language
from spacy.tokens import Span

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.errors import InputNotFound, PluginError, SourceError, UnknownSource
from paperlattice.extractors.plugins import PlugIn
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import PinError
from paperlattice.graph.link.shared import HUB_LIMIT


@Language.component("build_spotter")
def spot(doc):
    """Mark the word "bark"."""
    doc.spans["sc"] = [Span(doc, t.i, t.i + 1, label="METHOD") for t in doc if t.text == "bark"]
    return doc


PAPERS = [
    Paper(
        "2",
        "Willowbark: adapters",
        "We propose Willowbark, a bark adapter. It beats LoRA on ImageNet and CIFAR-10.",
    ),
    Paper(
        "1",
        "LoRA on trial",
        "We run LoRA on ImageNet.",
        declared=("https://github.com/fern-lab/trial/tree/main",),
    ),
]


@pytest.fixture(scope="module")
def graph():
    return KnowledgeGraph.build(PAPERS)


def test_papers_become_tables(graph):
    assert [paper.id for paper in graph.papers()] == ["1", "2"]
    assert {"LoRA", "ImageNet"} <= {entity.label for entity in graph.entities()}
    assert graph.tables.rows("SELECT source, target FROM {links}") == [("1", "2")]
    assert (graph.report.papers, graph.report.links, graph.report.without_entities) == (2, 1, 0)
    assert graph.report.entities["repo"] == 1
    assert graph.tables.options().hub_limit == HUB_LIMIT


def test_only_tables_of_the_schema_are_left(graph):
    from paperlattice.graph.store.schema import TABLES

    left = graph.tables.rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'memory'")
    assert {name for (name,) in left} == set(TABLES)


def test_nodes_and_edges_are_sorted_and_counted(graph):
    nodes, edges = list(graph.nx), list(graph.nx.edges(keys=True))
    assert (nodes, edges) == (sorted(nodes), sorted(edges))
    assert {n: graph.nx.nodes[n]["papers"] for n in ("method:lora", "paper:1", "dataset:cifar-10")} == {
        "method:lora": 2,
        "paper:1": 1,
        "dataset:cifar-10": 1,
    }
    assert graph.nx.edges["paper:1", "paper:2", "related"]["shared"] == "LoRA | ImageNet"


def test_one_paper_twice_is_a_duplicate():
    report = KnowledgeGraph.build([*PAPERS, replace(PAPERS[0], sources=("b.txt",))]).report
    assert (report.entries, report.papers, report.duplicates) == (3, 2, 1)


def test_files_are_read_and_progress_is_reported(tmp_path):
    path = tmp_path / "papers.csv"
    path.write_text("title,abstract\nWillowbark,We propose Willowbark. It beats LoRA.\n", encoding="utf-8")
    told = []
    graph = KnowledgeGraph.build([path], source_format="csv", on_progress=lambda *args: told.append(args))
    assert graph.papers()[0].sources == ("papers.csv",)
    assert graph.report.files[0].entries == 1
    assert told[0] == ("reading papers.csv", 1, 0)
    steps = [step for step, _, _ in told if not step.startswith("reading")]
    assert list(dict.fromkeys(steps)) == ["merging", "extracting", "resolving", "indexing", "linking"]
    assert ("extracting", 1, 1) in told


def test_a_hub_limit_cuts_links():
    assert KnowledgeGraph.build(PAPERS, links="shared", hub_limit=1).report.links == 0
    assert KnowledgeGraph.build(PAPERS, links="shared").report.links == 1


def test_a_high_confidence_drops_mentions(graph):
    sure = KnowledgeGraph.build(PAPERS, min_confidence=0.999)
    count = "SELECT count(*) FROM {mentions}"
    assert sure.tables.rows(count) < graph.tables.rows(count)
    assert sure.tables.options().min_confidence == 0.999


def test_plug_ins_are_part_of_the_version(graph):
    plugin = PlugIn("build_spotter", {"METHOD": "method"})
    with_plugin = KnowledgeGraph.build(PAPERS, components=[plugin])
    found = with_plugin.tables.rows("SELECT name FROM {mentions} WHERE rule = 'plugin:build_spotter'")
    assert ("bark",) in found
    assert with_plugin.tables.options().extractor_version.startswith(
        graph.tables.options().extractor_version + "+"
    )


def test_an_unknown_plug_in():
    with pytest.raises(PluginError, match="spaCy knows no component 'nonesuch'"):
        KnowledgeGraph.build(PAPERS, components=[PlugIn("nonesuch", {"METHOD": "method"})])


def test_a_plug_in_that_fills_nothing():
    plugin = PlugIn("build_spotter", {"METHOD": "method"}, spans_key="other")
    with pytest.raises(PluginError, match="other"):
        KnowledgeGraph.build(PAPERS, components=[plugin])


@pytest.mark.parametrize(
    "source, error, message",
    [
        ([], SourceError, "the source holds nothing at all: give a file"),
        ([PAPERS[0], "a.txt"], SourceError, "neither all paths nor all papers"),
        ([1, 2], SourceError, "neither all paths nor all papers"),
        ("no/such/file.txt", InputNotFound, r"no/such/file\.txt"),
    ],
)
def test_sources_that_give_nothing(source, error, message):
    with pytest.raises(error, match=message):
        KnowledgeGraph.build(source)


def test_an_unknown_format(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(UnknownSource, match="nonesuch"):
        KnowledgeGraph.build(tmp_path / "a.txt", source_format="nonesuch")


def test_a_wrong_pin_file_is_found_before_any_work(tmp_path):
    (tmp_path / "pins.toml").write_text("same = 3")
    with pytest.raises(PinError, match=r"pins\.toml"):
        KnowledgeGraph.build("no/such/file.txt", pins=tmp_path / "pins.toml")


def test_a_repository_in_text_and_source_is_one_entity():
    url = "https://github.com/fern-lab/Trial"
    paper = Paper("p", "T", f"See {url}.", declared=("github.com/fern-lab/Trial",))
    graph = KnowledgeGraph.build([paper])
    assert graph.tables.rows("SELECT url FROM {entities}") == [(url,)]
    assert sorted(graph.tables.rows("SELECT rule FROM {mentions}")) == [("declared",), ("url",)]


def test_half_of_a_surrogate_pair_is_replaced(tmp_path):
    paper = Paper("a\ud800", "On \ud800 LoRA", "We use LoRA\udc00.", sources=("\ud800.txt", "b.txt"))
    graph = KnowledgeGraph.build([paper, Paper("b", "On", "We use LoRA.")])
    found = KnowledgeGraph.open(graph.save(tmp_path / "a.duckdb")).papers(method="LoRA")[0]
    assert (found.id, found.title, found.abstract) == ("a\ufffd", "On \ufffd LoRA", "We use LoRA\ufffd.")
    assert set(found.sources) == {"\ufffd.txt", "b.txt"}


def stored(papers):
    with Store.create("graph.duckdb") as store:
        store.add(papers)


@pytest.mark.parametrize("said", ["Query interrupted", "rows failed: KeyboardInterrupt: "])
@pytest.mark.parametrize("build", [KnowledgeGraph.build, stored], ids=["memory", "store"])
def test_ctrl_c_inside_of_duckdb_is_ctrl_c(tmp_path, monkeypatch, build, said):
    def interrupted(executor):
        raise RuntimeError(said)

    monkeypatch.setattr("paperlattice.graph.pipeline.stages.merge_entries", interrupted)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        build(PAPERS)
