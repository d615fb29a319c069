"""What sources say of a paper besides its text, on the command line and in files."""

from __future__ import annotations

import json

import pytest

from paperlattice import KnowledgeGraph

RECORD = {
    "id": "2506.00001",
    "title": "Quiet Quills",
    "abstract": "We train QuillNet. Code: https://github.com/quill/net.",
    "authors": [{"given": "Ada", "family": "Quill"}, {"name": "The Loom Team"}, {"name": "Bo Fern"}],
    "venue": "Quilting",
    "doi": "10.1000/q1",
    "license": "cc-by",
    "keywords": ["quills"],
    "githubRepo": "https://github.com/quill/pen",
    "projectPage": "https://quill.example",
    "url": "https://a.example",
}


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps(RECORD) + "\n" + json.dumps({"title": "Undated", "abstract": "We use CLIP."}))
    return path


@pytest.fixture
def asked(run, source, tmp_path):
    """Return what asks a store of the papers above."""
    out = tmp_path / "out"
    assert run("build", source, "--out", out, "--no-files", "--date", "17 June 2025").code == 0
    return lambda *arguments: run(*arguments, "--from", out / "paperlattice.duckdb")


def test_the_card_says_who_wrote_a_paper_and_what_belongs_to_it(asked):
    shown = asked("show", "Quiet Quills").out
    for line in (
        "Ada Quill; The Loom Team; Bo Fern",
        "2506.00001, 2025-06-17, Quilting, https://arxiv.org/abs/2506.00001, listed in feed.jsonl",
        "keywords: quills",
        "project: https://quill.example",
        "repo: https://github.com/quill/pen",
        "licence: cc-by",
    ):
        assert f"{line}\n" in shown
    card = json.loads(asked("show", "Quiet Quills", "--json").out)
    assert card["authors"][0] == {"given": "Ada", "family": "Quill", "orcid": ""}
    assert card["outward_url"] == "https://arxiv.org/abs/2506.00001"


@pytest.mark.parametrize(
    "options, ids",
    [
        (["--author", "Quill"], ["2506.00001"]),
        (["--author", "Quill", "--author", "Loom"], ["2506.00001"]),
        (["--author", "Oak"], []),
        (["--venue", "QUILT"], ["2506.00001"]),
    ],
)
def test_papers_by_author_and_venue(asked, options, ids):
    assert [paper["id"] for paper in json.loads(asked("papers", *options, "--json").out)] == ids


def test_the_table_of_papers_names_authors(asked):
    assert asked("papers", "--venue", "Quilting").out == (
        "ID          DATE        AUTHORS           TITLE\n"
        "2506.00001  2025-06-17  Ada Quill et al.  Quiet Quills\n"
    )


def test_disagreements_of_source_and_text(asked):
    assert asked("declared").out == (
        "ID          ONLY       REPOSITORY                    TITLE\n"
        "2506.00001  extracted  https://github.com/quill/net  Quiet Quills\n"
        "2506.00001  declared   https://github.com/quill/pen  Quiet Quills\n"
    )


def test_a_graph_without_dates_says_so(run, source, tmp_path, failed):
    out = tmp_path / "out"
    assert run("build", source, "--out", out, "--no-files").code == 0
    done = run("export", tmp_path / "a.csv", "--since", "2025", "--from", out / "paperlattice.duckdb")
    failed(done, "no paper of the graph has a date")


def test_what_is_not_a_date_is_refused(run, source, tmp_path, misused):
    misused(run("build", source, "--out", tmp_path / "out", "--date", "soon"), "'soon' is not a date")


def test_files_have_what_the_record_has(source, tmp_path):
    graph = KnowledgeGraph.build(source)
    wanted = {"authors": "Ada Quill; The Loom Team; Bo Fern", "venue": "Quilting", "doi": "10.1000/q1"}
    wanted["arxiv_id"] = "2506.00001"
    nodes = dict(graph.nx.nodes(data=True))
    assert {name: nodes["paper:2506.00001"][name] for name in wanted} == wanted
    (other,) = (data for data in nodes.values() if data["label"] == "Undated")
    assert not wanted.keys() & other.keys()
    graph.write(tmp_path / "a.graphml")
    text = (tmp_path / "a.graphml").read_text()
    assert all(f">{value}</data>" in text for value in wanted.values())
    plain = KnowledgeGraph.build([graph.paper("Undated")])
    plain.write(tmp_path / "b.graphml")
    assert not any(f'id="{name}"' in (tmp_path / "b.graphml").read_text() for name in wanted)


def test_the_rows_of_the_page_lead_outside(source):
    from paperlattice.graph.export.page_data import node_row

    data = {"kind": "paper", "url": "https://a.example", "doi": "10.1000/q1", "authors": "Ada Quill"}
    row = node_row(0, "paper:1", data)
    assert (row["authors"], row["doi"], row["url"]) == (
        "Ada Quill",
        "10.1000/q1",
        "https://doi.org/10.1000/q1",
    )
    row = node_row(0, "paper:1", data | {"arxiv_id": "2506.00001"})
    assert (row["arxiv"], row["url"]) == ("2506.00001", "https://arxiv.org/abs/2506.00001")
    assert node_row(0, "repo:x", {"kind": "repo", "url": "https://b.example"})["url"] == "https://b.example"
