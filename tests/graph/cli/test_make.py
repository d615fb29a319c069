from __future__ import annotations

import gzip
import io
import json

import networkx as nx
import pytest
from spacy.language import Language
from spacy.tokens import Span

from paperlattice import KnowledgeGraph
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import FILES


def names(folder) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_build_writes_page_graph_and_store_and_reports_all(run, feed, tmp_path):
    out = tmp_path / "out"
    done = run("build", feed, "--out", out)
    assert (done.code, done.err) == (0, "")
    assert names(out) == ["graph.graphml", "graph.html", "paperlattice.duckdb"]
    assert done.out.splitlines()[:3] == [
        "read      10 entries in 1 file",
        "  feed.jsonl: 10 entries as json_lines",
        "papers    10, 0 duplicates merged, 0 without entities",
    ]
    assert done.out.splitlines()[-3:] == [
        f"written   {out}/graph.html",
        f"          {out}/graph.graphml",
        f"          {out}/paperlattice.duckdb",
    ]
    assert len(KnowledgeGraph.open(out / "paperlattice.duckdb")) == 10


def test_formats_can_be_chosen_and_repeat(run, feed, tmp_path):
    chosen = [part for name in (*FILES, "JSON", ".gexf") for part in ("--format", name)]
    assert run("build", feed, "--out", tmp_path / "out", "--no-store", *chosen).code == 0
    assert names(tmp_path / "out") == [
        "graph.bib",
        "graph.csl.json",
        "graph.cyjs",
        "graph.edges.csv",
        "graph.gexf",
        "graph.graphml",
        "graph.graphology.json",
        "graph.html",
        "graph.json",
        "graph.jsonld",
        "graph.md",
        "graph.nodes.csv",
        "graph.ris",
        "graph.ttl",
    ]


def test_equal_input_gives_equal_bytes_in_any_order_and_number_of_processes(run, records, tmp_path):
    for name, rows in (("a", records[:5]), ("b", records[5:])):
        (tmp_path / f"{name}.json").write_text(json.dumps(rows))
    ways = {
        "one": ["a.json", "b.json"],
        "two": ["b.json", "a.json", "--processes", "2"],
    }
    for out, (first, second, *more) in ways.items():
        run("build", tmp_path / first, tmp_path / second, "--out", tmp_path / out, *more)
    for name in ("graph.html", "graph.graphml"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_folder_a_glob_and_a_packed_file_are_read(run, records, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.json").write_text(json.dumps(records[:2]))
    (tmp_path / "b1.json").write_text(json.dumps(records[2:4]))
    (tmp_path / "b2.jsonl.gz").write_bytes(gzip.compress(json.dumps(records[4]).encode()))
    done = run("build", tmp_path / "folder", tmp_path / "b*", "--out", tmp_path / "out", "--format", "json")
    assert done.out.startswith("read      5 entries in 3 files\n")


def test_standard_input_is_read(run, feed, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(feed.read_bytes())))
    done = run("build", "-", "--format", "json", "--out", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert "stdin: 10 entries as json_lines" in done.out


def test_duplicates_and_skipped_input_are_named(run, records, tmp_path):
    lines = [json.dumps(record) for record in records]
    lines[6] = '{"title": "cut off'
    (tmp_path / "feed.jsonl").write_text("\n".join([*lines, lines[0]]))
    (tmp_path / "empty.json").touch()
    done = run("build", tmp_path / "feed.jsonl", tmp_path / "empty.json", "--out", tmp_path / "out")
    assert done.code == 0
    assert "papers    9, 1 duplicate merged, 0 without entities\n" in done.out
    assert "skipped   2 pieces of input\n" in done.out
    assert "  feed.jsonl, line 7: broken JSON" in done.out
    assert "  empty.json, whole file: " in done.out


def test_options_reach_the_build(run, feed, tmp_path):
    pins = tmp_path / "pins.toml"
    pins.write_text('[[same]]\nnames = ["ImageNet", "CIFAR-10"]\nkind = "dataset"\n')
    options = [
        "--links",
        "shared",
        "--hub-limit",
        "3",
        "--min-confidence",
        "0.1",
        "--source",
        "json-lines",
        "--name",
        "My papers",
    ]
    done = run("build", feed, "--out", tmp_path / "out", "--pins", pins, *options)
    assert done.code == 0
    assert "links     0 between papers\n" in done.out
    assert ", 1 dataset, " in done.out
    opened = KnowledgeGraph.open(tmp_path / "out" / "paperlattice.duckdb")
    assert opened.tables.options().min_confidence == 0.1
    assert "My papers" in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")


TREES = (
    {"title": "Trees", "abstract": "We train large language models with LoRA on ImageNet."},
    {"title": "Leaves", "abstract": "We prompt LLMs. LoRA. See https://github.com/invented-lab/leaves"},
)


@pytest.fixture
def trees(tmp_path):
    path = tmp_path / "trees.json"
    path.write_text(json.dumps(TREES))
    return path


def kinds_and_links(out):
    graph = nx.read_graphml(out / "graph.graphml")
    links = [edge for *edge, relation in graph.edges(data="relation") if relation == "related"]
    return {kind for _, kind in graph.nodes(data="kind")} - {"paper"}, len(links)


@pytest.mark.parametrize(
    "more, kinds, links",
    [
        (["--link-threshold", "0.01"], {"method", "dataset", "repo", "technique"}, 1),
        (["--link-threshold", "0.99"], {"method", "dataset", "repo", "technique"}, 0),
        (["--links", "shared", "--kinds", "technique,repo"], {"technique", "repo"}, 1),
        (["--links", "shared", "--kinds", "dataset", "--kinds", " method"], {"method", "dataset"}, 1),
        (["--kinds", "dataset"], {"dataset"}, 0),
        (["--links", "none"], {"method", "dataset", "repo", "technique"}, 0),
        (["--links", "shared", "--kinds", "method,dataset,repo"], {"method", "dataset", "repo"}, 1),
    ],
)
def test_kinds_and_links_are_chosen(run, trees, tmp_path, more, kinds, links):
    done = run("build", trees, "--out", tmp_path / "out", "--format", "graphml", *more)
    assert (done.code, done.err) == (0, "")
    assert kinds_and_links(tmp_path / "out") == (kinds, links)
    again = run("add", trees, "--out", tmp_path / "out", "--kinds", "method", "--links", "none")
    assert (again.code, again.err) == (0, "")
    assert kinds_and_links(tmp_path / "out") == ({"method"}, 0)


FIVE = "choose among method, dataset, repo, task and technique"


@pytest.mark.parametrize("command", ["build", "add"])
@pytest.mark.parametrize(
    "option, said",
    [
        (["--kinds", "method,author"], f"there is no kind 'author'; {FIVE}"),
        (["--kinds", ","], f"no kind of entity is given; {FIVE}"),
        (["--links", "all"], "'all' is not one of 'related', 'shared', 'none'"),
    ],
)
def test_unknown_kinds_and_links_are_wrong_usage(run, trees, tmp_path, command, option, said):
    done = run(command, trees, "--out", tmp_path / "out", *option)
    assert done.code == 2
    assert said in " ".join(done.err.split())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "command, given", [("build", "--generic"), ("add", "--generic"), ("add", "--no-generic")]
)
def test_generic_is_an_option_that_says_what_replaced_it(run, trees, tmp_path, command, given):
    out = tmp_path / "out"
    plain = run("build", trees, "--out", out, "--format", "graphml")
    before = (out / "graph.graphml").read_bytes()
    done = run(command, trees, "--out", out, given, *(["--format", "graphml"] if command == "build" else []))
    assert done.err == (
        "paperlattice: --generic is no longer needed: techniques are there by default; `--kinds` chooses\n"
    )
    assert (plain.code, done.code) == (0, 0)
    assert (out / "graph.graphml").read_bytes() == before
    assert "--generic" not in run(command, "--help").out


@Language.component("make_spotter")
def spot(doc):
    """Fill a span group with the word "study"."""
    doc.spans["words"] = [Span(doc, t.i, t.i + 1, label="DATA") for t in doc if t.text == "study"]
    return doc


def test_a_plug_in_takes_part(run, failed, feed, tmp_path):
    (tmp_path / "plugin.toml").write_text(
        '[[component]]\nfactory = "make_spotter"\nspans_key = "words"\nlabels = { DATA = "dataset" }\n'
    )
    options = ["--out", tmp_path / "out", "--format", "json", "--plugin", tmp_path / "plugin.toml"]
    assert run("build", feed, *options).code == 0
    graph = KnowledgeGraph.open(tmp_path / "out" / "paperlattice.duckdb")
    assert "+make_spotter-" in graph.tables.options().extractor_version
    assert len(graph.entity("study", kind="dataset").papers) == 10
    (tmp_path / "plugin.toml").write_text('[[component]]\nfactory = "nonesuch"\nlabels = { A = "method" }\n')
    failed(run("build", feed, *options), "spaCy knows no component 'nonesuch'; install the package")
    (tmp_path / "plugin.toml").unlink()
    failed(run("build", feed, *options), "the plug-in file cannot be read")


def test_a_failing_build_leaves_the_old_files(run, failed, feed, tmp_path):
    out = tmp_path / "out"
    run("build", feed, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    failed(run("build", tmp_path / "none.json", "--out", out), "none.json does not exist")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_an_output_that_cannot_be_written_is_found_before_the_work(run, failed, feed, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(KnowledgeGraph, "build", lambda *_, **__: pytest.fail("work was done"))
    failed(run("build", feed, "--out", tmp_path / "file" / "out"), "file is a file; choose another --out")


def test_the_demo_says_what_to_open(run, tmp_path):
    done = run("demo", "--out", tmp_path / "demo")
    assert done.code == 0
    assert names(tmp_path / "demo") == ["graph.graphml", "graph.html", "paperlattice.duckdb"]
    assert f"Open {tmp_path}/demo/graph.html in a browser, {tmp_path}/demo/graph.graphml in Gephi" in done.out
    asked = run("show", "LoRA", "--from", tmp_path / "demo" / "paperlattice.duckdb")
    assert asked.out.startswith("LoRA (method, named by ")


def test_the_default_folders_are_in_outputs(run, feed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("build", feed, "--format", "graphml").code == 0
    assert run("export", "more/copy.graphml").out == "written  more/copy.graphml\n"
    assert run("demo").code == 0
    assert names(tmp_path / "outputs") == ["demo", "graph.graphml", "paperlattice.duckdb"]
    assert (tmp_path / "more/copy.graphml").read_bytes() == (tmp_path / "outputs/graph.graphml").read_bytes()


def test_errors_of_a_writer_name_the_path_of_the_file(run, failed, feed, tmp_path, monkeypatch):
    def fail(_graph, path, _format=None, **_options):
        raise ExportError(f"{path} cannot be written: no space is left")

    monkeypatch.setattr(KnowledgeGraph, "write", fail)
    failed(
        run("build", feed, "--out", tmp_path / "out"),
        f" {tmp_path}/out/graph.html cannot be written: no space",
    )
    assert not (tmp_path / "out").exists()
