"""The commands that change a store, and parts of it on demand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

RECORDS = [
    {"id": f"2501.0000{i}", "title": f"Net-{i}", "abstract": text, "published": f"2025-0{i}-01"}
    for i, text in enumerate(
        [
            "We propose Net-1. It beats LoRA on ImageNet.",
            "We propose Net-2. It beats LoRA on CIFAR-10.",
            "We propose Net-3. It beats CLIP on CIFAR-10.",
            "We propose Net-4. It beats CLIP on ImageNet.",
        ],
        1,
    )
]


@pytest.fixture
def feeds(tmp_path, monkeypatch) -> list[Path]:
    monkeypatch.chdir(tmp_path)
    paths = [tmp_path / "one.jsonl", tmp_path / "two.jsonl", tmp_path / "all.jsonl"]
    for path, part in zip(paths, (RECORDS[:2], RECORDS[2:], RECORDS), strict=True):
        path.write_text("".join(json.dumps(record) + "\n" for record in part), encoding="utf-8")
    return paths


def graph_of(folder: str) -> bytes:
    """Return the GraphML of a folder without the positions, which alone depend on what was there before."""
    return re.sub(rb'<data key="[xy]">[^<]*</data>', b"", Path(folder, "graph.graphml").read_bytes())


def test_add_gives_the_files_of_a_build_of_all(run, feeds):
    assert run("build", "all.jsonl", "--out", "all").code == 0
    assert run("build", "two.jsonl", "--out", "grown").code == 0
    done = run("add", "one.jsonl", "--out", "grown")
    assert done.code == 0
    assert "added     2 new, 0 changed, 0 unchanged" in done.out
    # Sources name the files: papers of two feeds differ in nothing else.
    assert run("add", "all.jsonl", "--out", "grown").code == 0
    assert run("add", "one.jsonl", "two.jsonl", "--out", "all").code == 0
    assert graph_of("grown") == graph_of("all")
    assert {path.name for path in Path("grown").iterdir()} >= {"graph.graphml", "graph.html"}


def test_known_papers_are_unchanged_and_changes_are_reported(run, feeds):
    run("build", "all.jsonl", "--format", "json")
    assert "added     0 new, 0 changed, 2 unchanged" in run("add", "two.jsonl").out
    record = RECORDS[0] | {"abstract": "We propose Net-1 only."}
    Path("new.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    done = run("add", "new.jsonl")
    assert "added     0 new, 1 changed, 0 unchanged" in done.out
    assert "graph.json" in done.out
    assert "Net-1 only" in Path("outputs/graph.json").read_text(encoding="utf-8")


def test_remove_gives_the_files_of_a_build_without(run, feeds):
    run("build", "one.jsonl", "--out", "few")
    run("build", "one.jsonl", "two.jsonl", "--out", "cut")
    done = run("remove", "Net-3", "2501.00004", "--out", "cut")
    assert done.code == 0
    assert "removed   2 papers" in done.out
    assert graph_of("cut") == graph_of("few")


def test_remove_refuses_what_it_does_not_know(run, failed, feeds):
    run("build", "all.jsonl", "--no-files")
    before = Path("outputs/paperlattice.duckdb").read_bytes()
    failed(run("remove", "Net-3", "Net-9"), "no paper named 'Net-9'; nearest: Net-")
    assert Path("outputs/paperlattice.duckdb").read_bytes() == before
    assert [path.name for path in Path("outputs").iterdir()] == ["paperlattice.duckdb"]


@pytest.mark.parametrize("command", [("add", "one.jsonl"), ("remove", "Net-1")], ids=" ".join)
def test_without_a_store_the_error_says_to_build(run, failed, feeds, command):
    failed(
        run(*command, "--out", "none"), "there is no store none/paperlattice.duckdb; run `paperlattice build"
    )
    assert not Path("none").exists()


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--no-files", "--format", "json"], "--no-files and --format exclude each other"),
        (["--no-files", "--no-store"], "there is nothing to write"),
        (["--master", "local"], "--master and --spark-conf need --engine spark"),
        (["--engine", "spark", "--spark-conf", "memory"], "--spark-conf memory: give KEY=VALUE"),
        (["--out", "s3a://bucket/x"], "--out is a folder"),
        (["--engine", "spark", "--no-store"], "leave out --no-store"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_options_that_make_no_sense_together(run, misused, feeds, arguments, said):
    misused(run("build", "one.jsonl", *arguments), said)


@pytest.mark.parametrize(
    "asked, titles",
    [
        (["--around", "LoRA", "--depth", "1"], ["Net-1", "Net-2"]),
        (["--dataset", "CIFAR-10"], ["Net-2", "Net-3"]),
        (["--dataset", "CIFAR-10", "--method", "CLIP"], ["Net-3"]),
        (["--since", "2025-03"], ["Net-3", "Net-4"]),
        (["--until", "2025-01", "--around", "Net-1"], ["Net-1"]),
    ],
    ids=lambda given: " ".join(given),
)
def test_parts_are_exported(run, feeds, asked, titles):
    run("build", "all.jsonl", "--no-files")
    assert run("export", "part.json", "part.html", *asked).code == 0
    nodes = json.loads(Path("part.json").read_text(encoding="utf-8"))["nodes"]
    assert sorted(node["label"] for node in nodes if node["kind"] == "paper") == titles
    assert Path("part.html").stat().st_size > 100_000


@pytest.mark.parametrize(
    "asked, said",
    [
        (["--around", "Nonesuch"], "no entity or paper named 'Nonesuch'"),
        (["--since", "2025-13"], "2025-13"),
        (["--since", "June"], "June"),
        (["--since", "2031"], "no paper of the store fits all the options; nothing was written"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_parts_that_cannot_be(run, failed, feeds, asked, said):
    run("build", "all.jsonl", "--no-files")
    failed(run("export", "part.html", *asked), said)
    assert not Path("part.html").exists()
