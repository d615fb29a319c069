from __future__ import annotations

import dataclasses

import pytest
from spacy.language import Language
from spacy.tokens import Span

from extractors.errors import InputNotFound, PluginError, SourceError, UnknownSource
from extractors.plugins import PlugIn
from extractors.records import Mention, Paper
from graph.errors import PinError
from graph.model.options import BuildOptions
from graph.pipeline.build import build_lattice, declared_mentions, lattice_of
from graph.pipeline.link import HUB_LIMIT

OPTIONS = BuildOptions("test", HUB_LIMIT, 0.5)


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


def test_papers_become_tables():
    lattice = build_lattice(PAPERS)
    assert [paper.id for paper in lattice.papers] == ["1", "2"]
    assert {"LoRA", "ImageNet"} <= {entity.label for entity in lattice.resolution.entities}
    assert [(link.source, link.target) for link in lattice.links] == [("1", "2")]
    assert (lattice.report.papers, lattice.report.links, lattice.report.without_entities) == (2, 1, 0)
    assert lattice.report.entities["repo"] == 1
    assert lattice.options.hub_limit == HUB_LIMIT


def test_order_of_papers_makes_no_difference():
    assert build_lattice(PAPERS[::-1]) == build_lattice(iter(PAPERS))


def test_one_paper_twice_is_a_duplicate():
    report = build_lattice([*PAPERS, dataclasses.replace(PAPERS[0], sources=("b.txt",))]).report
    assert (report.entries, report.papers, report.duplicates) == (3, 2, 1)


def test_files_are_read_and_progress_is_told(tmp_path):
    path = tmp_path / "papers.csv"
    path.write_text("title,abstract\nWillowbark,We propose Willowbark. It beats LoRA.\n", encoding="utf-8")
    told = []
    lattice = build_lattice(path, source_format="csv", on_progress=lambda *args: told.append(args))
    assert lattice.papers[0].sources == ("papers.csv",)
    assert lattice.report.files[0].entries == 1
    assert told == [("reading papers.csv", 1, 0), ("extracting", 1, 1), ("resolving", 1, 1)]
    assert build_lattice([path]) == lattice


def test_a_hub_limit_cuts_links():
    assert build_lattice(PAPERS, hub_limit=1).links == ()


def test_a_high_confidence_drops_mentions():
    sure = build_lattice(PAPERS, min_confidence=0.999)
    assert len(sure.mentions) < len(build_lattice(PAPERS).mentions)
    assert sure.options.min_confidence == 0.999


def test_plug_ins_are_part_of_the_version():
    plugin = PlugIn("build_spotter", {"METHOD": "method"})
    lattice = build_lattice(PAPERS, components=[plugin])
    assert "bark" in {mention.name for mention in lattice.mentions if mention.rule == "plugin:build_spotter"}
    assert lattice.options.extractor_version.startswith(build_lattice(PAPERS).options.extractor_version + "+")


def test_an_unknown_plug_in():
    with pytest.raises(PluginError, match="spaCy knows no component 'nonesuch'"):
        build_lattice(PAPERS, components=[PlugIn("nonesuch", {"METHOD": "method"})])


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
        build_lattice(source)


def test_an_unknown_format(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(UnknownSource, match="nonesuch"):
        build_lattice(tmp_path / "a.txt", source_format="nonesuch")


def test_a_faulty_pin_file_is_met_before_any_work(tmp_path):
    (tmp_path / "pins.toml").write_text("same = 3")
    with pytest.raises(PinError, match=r"pins\.toml"):
        build_lattice("no/such/file.txt", pins=tmp_path / "pins.toml")


@pytest.mark.parametrize(
    "declared, names",
    [
        ((), []),
        (("https://example.org/project",), []),
        (("http://www.github.com/fern-lab/trial.git",), ["https://github.com/fern-lab/trial"]),
        (
            ("https://github.com/b/b", "https://github.com/a/a", "https://github.com/a/a/tree/main"),
            ["https://github.com/a/a", "https://github.com/b/b"],
        ),
    ],
)
def test_declared_repositories_are_mentions_without_a_place(declared, names):
    paper = Paper("p", "T", "A.", declared=declared)
    found = list(declared_mentions(paper))
    assert [mention.name for mention in found] == names
    assert all(paper.text[m.start : m.end] == m.surface == "" for m in found)
    assert {(m.role, m.rule, m.confidence) for m in found} <= {("code", "declared", 1.0)}


def test_a_repository_in_text_and_source_is_one_entity(make_intake):
    url = "https://github.com/fern-lab/Trial"
    paper = Paper("p", "T", f"See {url}.", declared=("github.com/fern-lab/Trial",))
    start = paper.text.index(url)
    mention = Mention("p", "repo", url, url, start, start + len(url), "code", "url", 1.0)
    lattice = lattice_of(make_intake([paper]), [mention], options=OPTIONS)
    assert [entity.url for entity in lattice.resolution.entities] == [url]
    assert len(lattice.mentions) == 2


def test_no_papers_give_empty_tables(make_intake):
    lattice = lattice_of(make_intake([]), [], options=OPTIONS)
    assert (lattice.papers, lattice.mentions, lattice.links) == ((), (), ())
