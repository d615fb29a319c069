from __future__ import annotations

import json

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.graph.cli import export


def test_suffixes_choose_the_format_of_an_export(ask, store, tmp_path):
    files = [tmp_path / "a.graphml", tmp_path / "deep" / "b.csv"]
    done = ask("export", *files)
    assert done.out.splitlines() == [
        f"written  {tmp_path}/a.graphml",
        f"written  {tmp_path}/deep/b.nodes.csv",
        f"written  {tmp_path}/deep/b.edges.csv",
    ]
    written, asked = nx.read_graphml(tmp_path / "a.graphml"), KnowledgeGraph.open(store).nx
    assert set(written) == set(asked)


@pytest.mark.parametrize("view", ["papers", "entities", "method-dataset"])
def test_a_view_is_exported_undirected(ask, store, tmp_path, view):
    assert ask("export", tmp_path / "v.graphml", tmp_path / "v.csv", "--view", view).code == 0
    written, projected = nx.read_graphml(tmp_path / "v.graphml"), KnowledgeGraph.open(store).project(view)
    assert (type(written), set(written)) == (nx.Graph, set(projected))
    assert written.number_of_edges() == projected.number_of_edges()
    assert ",Directed," not in (tmp_path / "v.edges.csv").read_text()


@pytest.mark.parametrize(
    "options, said",
    [
        (["v.graphml", "--view", "paper"], "there is no view 'paper'; give papers, entities, or two kinds"),
        (["v.html", "--view", "papers"], "--view is not for html: give a file of graphml, gexf, "),
        (["v.gexf", "--strict"], "--strict is for graphml"),
        (["v.gexf", "--base", "urn:a:"], "--base is for turtle and jsonld, which is not among the files"),
        (["v.csv", "--min-papers", "1"], "--min-papers is for vault, which is not among the files"),
        (["v.ttl", "--base", "a b"], "'a b' cannot begin an IRI; give one in ASCII that ends with /, # or :"),
    ],
)
def test_views_that_cannot_be(ask, misused, options, said):
    misused(ask("export", *options), said)


def test_strict_graphml_has_no_labels_of_edges(run, ask, feed, misused, tmp_path):
    for options in ([], ["--strict"]):
        assert ask("export", tmp_path / "x.graphml", *options).code == 0
        assert (' label="' in (tmp_path / "x.graphml").read_text()) is (not options)
    assert run("build", feed, "--out", tmp_path, "--format", "graphml", "--strict").code == 0
    assert ' label="' not in (tmp_path / "graph.graphml").read_text()
    misused(run("build", feed, "--out", tmp_path, "--format", "json", "--strict"), "--strict is for graphml")


def test_a_base_begins_the_iris_of_rdf(ask, tmp_path):
    files = [tmp_path / "x.ttl", tmp_path / "x.jsonld"]
    assert ask("export", *files, "--base", "https://example.org/kg/").code == 0
    for file in files:
        text = file.read_text()
        assert "https://example.org/kg/method:" in text
        assert "urn:paperlattice:method:" not in text


def test_an_export_that_cannot_be_written_is_named(ask, failed, tmp_path):
    (tmp_path / "file").touch()
    failed(
        ask("export", tmp_path / "file" / "graph.json"), "graph.json cannot be written: a part of its path"
    )


def test_an_unknown_format_costs_no_work(run, misused, monkeypatch):
    monkeypatch.setattr(export, "open_graph", lambda _: pytest.fail("the store was opened"))
    misused(run("export", "a.graphml", "b.docx"), "'b.docx' is not a format")


def test_a_named_format_goes_before_the_suffix(ask, tmp_path):
    done = ask("export", tmp_path / "notes", tmp_path / "b.html", "--format", "gexf")
    assert done.out.splitlines() == [f"written  {tmp_path}/notes", f"written  {tmp_path}/b.html"]
    assert (tmp_path / "notes").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert nx.read_gexf(tmp_path / "notes", version="1.3").number_of_nodes()


def test_a_vault_is_a_folder_of_a_part_too(ask, store, tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "Index.md").write_text("Mine.")
    done = ask("export", tmp_path / "notes", "--format", "vault", "--dataset", "ImageNet", "--from", store)
    files = sum(path.is_file() for path in (tmp_path / "notes").rglob("*"))
    assert done.out == f"written  {tmp_path / 'notes'} ({files - 1} files)\n"
    assert done.err.startswith("paperlattice: Index.md is not ours and stays; the note on index is Index (")
    assert (tmp_path / "notes" / "Datasets" / "ImageNet.md").is_file()


def test_a_vault_has_notes_on_what_enough_papers_name(ask, tmp_path):
    notes = {}
    for least in (1, 3):
        ask("export", tmp_path / f"{least}.vault", "--min-papers", least)
        notes[least] = {path.stem for path in (tmp_path / f"{least}.vault" / "Methods").glob("*.md")}
    assert notes[3] < notes[1]


@pytest.mark.parametrize(
    "asked, titles",
    [
        (["--since", "2025-02"], ["A second look"]),
        (["--text", "imagenet", "--until", "2025-01"], ["Quillnet"]),
        (["--author", "nobody"], None),
        (["--venue", "nowhere"], None),
    ],
    ids=lambda given: " ".join(given or ["none"]),
)
def test_a_selection_is_exported_or_nothing(ask, failed, tmp_path, asked, titles):
    file = tmp_path / "reading.md"
    done = ask("export", file, *asked)
    if titles is None:
        failed(done, "no paper of the store fits all the options; nothing was written")
    assert file.exists() is (titles is not None)
    assert [title for title in titles or () if title in file.read_text()] == (titles or [])


def test_a_topic_is_exported_as_a_reading_list(ask, failed, store, tmp_path):
    topic = KnowledgeGraph.open(store).topics()[0]
    assert ask("export", tmp_path / "reading.bib", "--topic", topic.name.upper()).code == 0
    assert (tmp_path / "reading.bib").read_text().count("\n@") + 1 == topic.papers
    listed = ask("papers", "--topic", topic.id, "--json")
    assert len(json.loads(listed.out)) == topic.papers
    failed(ask("export", tmp_path / "no.bib", "--topic", topic.name + "s"), f"nearest: {topic.name}")
