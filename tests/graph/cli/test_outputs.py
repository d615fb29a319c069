from __future__ import annotations

from pathlib import Path

import pytest

from graph import KnowledgeGraph
from graph.cli.outputs import STORE_NAME, check_outputs, formats_present, write_outputs
from graph.errors import ExportError


@pytest.fixture
def graph(small_graph) -> KnowledgeGraph:
    return small_graph


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_and_nothing_else(graph, tmp_path):
    folder = tmp_path / "a" / "b"
    written = write_outputs(
        graph, folder, formats=["csv", "json"], commit=lambda: graph.save(folder / STORE_NAME)
    )
    expected = ["graph.nodes.csv", "graph.edges.csv", "graph.json", STORE_NAME]
    assert written == [tmp_path / "a" / "b" / name for name in expected]
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == sorted(expected)


def test_other_files_in_the_folder_stay(graph, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    write_outputs(graph, tmp_path, formats=["json"])
    assert sorted(content(tmp_path)) == ["graph.json", "notes.txt"]


@pytest.mark.parametrize("error", [ExportError("x"), RuntimeError("x"), KeyboardInterrupt()], ids=repr)
def test_a_late_failure_changes_no_file(graph, tmp_path, error):
    write_outputs(graph, tmp_path, formats=["json", "graphml"])
    before = content(tmp_path)

    def fail():
        raise error

    with pytest.raises(type(error)):
        write_outputs(graph, tmp_path, formats=["csv", "json"], commit=fail)
    assert content(tmp_path) == before


def test_a_failure_leaves_no_new_folder_and_names_the_place(graph, tmp_path, monkeypatch):
    def fail(_self, path, *_):
        raise ExportError(f"{path}: cannot be written, the disk is full")

    monkeypatch.setattr(KnowledgeGraph, "write", fail)
    with pytest.raises(ExportError, match=rf"^{tmp_path}/new/graph.json: cannot be written"):
        write_outputs(graph, tmp_path / "new", formats=["json"])
    assert not (tmp_path / "new").exists()


def test_what_can_be_written_passes_the_check_and_stays_untouched(tmp_path):
    (tmp_path / "graph.json").write_text("old")
    check_outputs(tmp_path, ["json"], store=True)
    check_outputs(tmp_path / "not" / "yet", ["json"], store=True)
    assert content(tmp_path) == {"graph.json": b"old"}
    assert not (tmp_path / "not").exists()


@pytest.mark.parametrize(
    "out, said",
    [
        ("file", "file is a file; choose another --out"),
        ("file/deep/er", "file is a file; choose another --out"),
        ("taken", r"taken/graph\.nodes\.csv cannot be written: it is a folder"),
    ],
)
def test_what_cannot_be_written_is_named(tmp_path, out, said):
    (tmp_path / "file").touch()
    (tmp_path / "taken" / "graph.nodes.csv").mkdir(parents=True)
    with pytest.raises(ExportError, match=said):
        check_outputs(tmp_path / out, ["csv"], store=False)


@pytest.mark.parametrize("out", ["file", "file/deep/er", "x" * 300])
def test_what_changed_since_the_check_is_named(graph, tmp_path, out):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"cannot be written: .*; choose another --out"):
        write_outputs(graph, tmp_path / out, formats=["csv"])


def test_the_check_asks_for_permission(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.cli.outputs.os.access", lambda *_: False)
    with pytest.raises(ExportError, match="no permission in"):
        check_outputs(tmp_path / "out", ["json"], store=True)


def test_the_formats_of_earlier_files_are_known(graph, tmp_path):
    assert formats_present(tmp_path / "none") == []
    write_outputs(graph, tmp_path, formats=["csv", "graphology"])
    assert formats_present(tmp_path) == ["graphology", "csv"]
    (tmp_path / "graph.edges.csv").unlink()
    assert formats_present(tmp_path) == ["graphology"]
