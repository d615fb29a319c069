from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.graph.cli.outputs import STORE_NAME, check_outputs, formats_present, write_outputs
from paperlattice.graph.errors import ExportError

FORMATS = ["json", "graphml"]


@pytest.fixture
def graph(small_graph) -> KnowledgeGraph:
    return small_graph


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_and_nothing_else(graph, tmp_path):
    folder = tmp_path / "a" / "b"
    with Store.create(folder / STORE_NAME) as store:
        written = write_outputs(graph, folder, formats=["csv", "json"], store=store)
    expected = ["graph.nodes.csv", "graph.edges.csv", "graph.json", STORE_NAME]
    assert written == [tmp_path / "a" / "b" / name for name in expected]
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == sorted(expected)


def test_other_files_in_the_folder_stay(graph, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    write_outputs(graph, tmp_path, formats=["json"])
    assert sorted(content(tmp_path)) == ["graph.json", "notes.txt"]


@pytest.fixture(scope="module")
def whole(small_graph, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    write_outputs(small_graph, folder, formats=FORMATS)
    small_graph.save(folder / STORE_NAME)
    return folder


@pytest.fixture
def built(whole, tmp_path) -> Path:
    """A folder with a store and its files; `renamed_to` makes others of it."""
    return Path(shutil.copytree(whole, tmp_path / "out"))


def renamed_to(title: str, folder: Path, formats: list[str] | None = None) -> None:
    """Give a paper of a store another title, and write the files of that."""
    with Store.open(folder / STORE_NAME) as store:
        changed = store.graph.tables.connection
        changed.execute("UPDATE papers SET title = ? WHERE id = '2501.00003'", [title])
        write_outputs(store.graph, folder, formats=FORMATS if formats is None else formats, store=store)


def titles(folder: Path) -> tuple[str, ...]:
    """Return the title in the store and in each file."""
    known = ("Brookbench", "Another title")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("graph.*"))]
    stored = KnowledgeGraph.open(folder / STORE_NAME).paper("2501.00003").title
    return (stored, *(known["Another title" in text] for text in texts))


OLD, NEW = ("Brookbench",) * 3, ("Another title",) * 3
WHOLE = sorted([STORE_NAME, "graph.graphml", "graph.json"])


@contextlib.contextmanager
def failing(monkeypatch, number: int, error: BaseException) -> Iterator[None]:
    """Have the `number`-th rename fail, instead of being done."""
    replace, calls = os.replace, []

    def fail(*paths):
        calls.append(paths)
        if len(calls) == number:
            raise error
        return replace(*paths)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        yield
    assert len(calls) >= number


# Two files are made, then the journal, then the two and the store are renamed.
MADE, JOURNAL, LAST = 2, 3, 6


@pytest.mark.parametrize("number", range(1, LAST + 1))
def test_ctrl_c_leaves_the_old_files_or_the_new(built, monkeypatch, number):
    with pytest.raises(KeyboardInterrupt), failing(monkeypatch, number, KeyboardInterrupt()):
        renamed_to("Another title", built)
    assert titles(built) == (OLD if number <= JOURNAL else NEW)
    left = set(names(built)) - set(WHOLE)
    assert all(name.endswith(".draft") for name in left)  # of the store, for the next run to go on from
    assert len(left) <= (number == JOURNAL)


@pytest.mark.parametrize("number, error", [(1, RuntimeError), (2, ExportError), (JOURNAL, PermissionError)])
def test_a_failure_changes_no_file(built, monkeypatch, number, error):
    with (
        pytest.raises((RuntimeError, OSError), match=r"denied"),
        failing(monkeypatch, number, error("denied")),
    ):
        renamed_to("Another title", built)
    assert (names(built), titles(built)) == (WHOLE, OLD)


def test_a_file_that_cannot_be_replaced_is_named(built, monkeypatch):
    with (
        pytest.raises(ExportError, match=rf"^{built}/graph.json cannot be written: denied; remove it"),
        failing(monkeypatch, JOURNAL + 1, PermissionError(13, "denied")),
    ):
        renamed_to("Another title", built)
    assert titles(built) == OLD


KILLED = """
import os, shutil, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from test_outputs import renamed_to
replace, calls = os.replace, []
def fail(*paths):
    calls.append(paths)
    if len(calls) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(*paths)
os.replace = fail
shutil.rmtree = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL) if len(calls) > 5 else None
renamed_to("Another title", Path(sys.argv[1]))
"""


def killed_at(number: int, folder: Path) -> None:
    command = [sys.executable, "-c", KILLED, folder, str(number), Path(__file__).parent]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


def next_build(folder: Path) -> None:
    with Store.open(folder / STORE_NAME):
        pass


def next_files(folder: Path) -> None:
    write_outputs(KnowledgeGraph.open(folder / STORE_NAME), folder, formats=["csv"])
    for part in ("nodes", "edges"):
        (folder / f"graph.{part}.csv").unlink()


@pytest.mark.slow
@pytest.mark.parametrize(
    "number, repair",
    [
        (MADE, next_build),
        (JOURNAL, next_build),
        (4, next_build),
        (5, formats_present),
        (5, next_files),
        (LAST, next_build),
        (LAST + 1, next_build),
    ],
    ids=lambda given: getattr(given, "__name__", given),
)
def test_the_next_run_finishes_or_removes_what_a_killed_one_left(built, number, repair):
    killed_at(number, built)
    assert len(list(built.iterdir())) > len(WHOLE)
    moved = built.rename(built.with_name("moved elsewhere"))
    repair(moved)
    assert titles(moved) == (OLD if number <= JOURNAL else NEW)
    assert not any(name.startswith(".paperlattice-") for name in names(moved))
    renamed_to("Brookbench", moved)  # a commit removes working copies of the store too
    assert (names(moved), titles(moved)) == (WHOLE, OLD)


def test_what_another_run_is_writing_stays(graph, built, monkeypatch):
    write, seen = KnowledgeGraph.write, []

    def write_beside(self, path, format):
        if not seen:
            seen.append(path)
            renamed_to("Another title", built)
        return write(self, path, format)

    monkeypatch.setattr(KnowledgeGraph, "write", write_beside)
    written = write_outputs(graph, built, formats=["csv"])
    assert all(path.is_file() for path in written)
    assert titles(built)[0] == "Another title"
    assert len(list(built.iterdir())) == len(WHOLE) + 2


def test_links_are_written_through(built, tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    for name in WHOLE:
        shutil.move(built / name, real / name)
        (built / name).symlink_to(real / name)
    renamed_to("Another title", built)
    assert titles(built) == titles(real) == NEW
    assert all((built / name).is_symlink() for name in WHOLE)
    assert names(real) == names(built) == WHOLE


def test_links_to_another_device_are_written_through(built, tmp_path, monkeypatch):
    real = tmp_path / "real"
    real.mkdir()
    shutil.move(built / "graph.json", real / "graph.json")
    (built / "graph.json").symlink_to(real / "graph.json")
    replace = os.replace

    def check(source, target):
        if (real in Path(source).parents) != (real in Path(target).parents):
            raise OSError(18, "Invalid cross-device link")
        return replace(source, target)

    monkeypatch.setattr(os, "replace", check)
    renamed_to("Another title", built)
    assert titles(built) == NEW
    assert (names(real), names(built)) == (["graph.json"], WHOLE)


def test_a_failure_leaves_no_new_folder_and_names_the_path(graph, tmp_path, monkeypatch):
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
    monkeypatch.setattr("paperlattice.graph.cli.outputs.os.access", lambda *_: False)
    with pytest.raises(ExportError, match="no permission in"):
        check_outputs(tmp_path / "out", ["json"], store=True)


def test_the_formats_of_earlier_files_are_known(graph, tmp_path):
    assert formats_present(tmp_path / "none") == []
    write_outputs(graph, tmp_path, formats=["csv", "graphology"])
    assert formats_present(tmp_path) == ["graphology", "csv"]
    (tmp_path / "graph.edges.csv").unlink()
    assert formats_present(tmp_path) == ["graphology"]
