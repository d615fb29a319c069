import os
import stat
from pathlib import Path
from typing import Any

import pytest

from paperlattice.graph.errors import ExportError, PaperlatticeError, StoreError
from paperlattice.graph.export import files
from paperlattice.graph.export.files import atomic_file, atomic_folder, atomic_write


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(
    "chunks, expected",
    [
        ("one text\n", b"one text\n"),
        (b"bytes\r\n", b"bytes\r\n"),
        (["ä", "\n", "图"], "ä\n图".encode()),
        ([b"a", b"b"], b"ab"),
        ([], b""),
        (("x" * 1000 for _ in range(1000)), b"x" * 1_000_000),
    ],
    ids=["text", "bytes", "texts", "many bytes", "nothing", "longer than a batch"],
)
def test_chunks_are_written_as_given(tmp_path, chunks, expected):
    atomic_write(tmp_path / "file", chunks)
    assert (tmp_path / "file").read_bytes() == expected
    assert names(tmp_path) == ["file"]


def test_parent_folders_are_made(tmp_path):
    atomic_write(tmp_path / "a" / "b" / "file", "x")
    assert (tmp_path / "a" / "b" / "file").read_text() == "x"


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "file").write_text("a longer old text")
    atomic_write(tmp_path / "file", "new")
    assert (tmp_path / "file").read_text() == "new"


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    atomic_write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("umask, mode", [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_mode_respects_the_umask(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        atomic_write(tmp_path / "file", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, ExportError], ids=lambda e: e.__name__)
def test_g3_a_failing_source_leaves_the_old_file_and_no_other(tmp_path, error):
    def chunks():
        yield "x" * 1_000_000
        raise error("from the source")

    (tmp_path / "file").write_text("old")
    with pytest.raises(error, match=r"^from the source$"):
        atomic_write(tmp_path / "file", chunks())
    assert (tmp_path / "file").read_text() == "old"
    assert names(tmp_path) == ["file"]


def test_text_that_is_no_unicode_leaves_the_old_file(tmp_path):
    (tmp_path / "file").write_text("old")
    with pytest.raises(UnicodeEncodeError, match="surrogates"):
        atomic_write(tmp_path / "file", "\ud800")
    assert names(tmp_path) == ["file"]
    assert (tmp_path / "file").read_text() == "old"


@pytest.mark.parametrize("place", ["sync", "replace_file"])
def test_a_full_disk_is_one_clear_line(tmp_path, monkeypatch, place):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, place, full)
    with pytest.raises(
        ExportError, match=r"file cannot be written: no space is left on the device; free some"
    ):
        atomic_write(tmp_path / "file", "x")
    assert [name for name in names(tmp_path) if name != "file"] == []


def test_a_folder_is_no_target(tmp_path):
    with pytest.raises(ExportError, match="cannot be written: it is a folder; give a file name"):
        atomic_write(tmp_path, "x")


def test_a_file_is_no_parent_folder(tmp_path):
    (tmp_path / "file").write_text("old")
    with pytest.raises(ExportError, match="a part of its path is a file"):
        atomic_write(tmp_path / "file" / "graph.graphml", "x")
    assert (tmp_path / "file").read_text() == "old"


def test_a_name_can_be_too_long(tmp_path):
    with pytest.raises(ExportError, match="the name is too long; choose a shorter one"):
        atomic_write(tmp_path / ("x" * 300), "x")
    assert names(tmp_path) == []


def test_a_device_is_not_replaced():
    with pytest.raises(ExportError, match="device or a pipe"):
        atomic_write("/dev/null", "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_permission_denied_is_explained(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ExportError, match="permission denied; choose another folder") as caught:
        atomic_write(tmp_path / "file", "x")
    assert isinstance(caught.value.__cause__, PermissionError)


def test_two_nested_files_fail_together(tmp_path):
    def write_both():
        with atomic_file(tmp_path / "a") as write_a, atomic_file(tmp_path / "b") as write_b:
            write_a("new")
            write_b(iter(()))
            raise ValueError("late")

    (tmp_path / "a").write_text("old")
    with pytest.raises(ValueError, match="late"):
        write_both()
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def written_folder(folder: Path, texts: dict[str, Any], names: tuple[str, ...] = ("a.csv", "b.csv")) -> None:
    with atomic_folder(folder, names) as stage:
        for name, text in texts.items():
            (stage / name).write_text(text)


def test_the_files_of_a_folder_are_replaced_together(tmp_path):
    folder = tmp_path / "deep" / "out"
    written_folder(folder, {"a.csv": "1", "b.csv": "2"})
    (folder / ".hidden").touch()
    written_folder(folder, {"a.csv": "3", "b.csv": "4"})
    assert {p.name: p.read_text() for p in folder.iterdir()} == {"a.csv": "3", "b.csv": "4", ".hidden": ""}


def test_an_error_leaves_a_folder_as_it_was(tmp_path):
    with pytest.raises(TypeError):
        written_folder(tmp_path / "new" / "out", {"a.csv": "1", "b.csv": None})
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "error, said",
    [
        (OSError(28, "No space left on device"), "out cannot be written: no space is left on the device"),
        (StoreError("papers.duckdb cannot be read"), r"^papers\.duckdb cannot be read$"),
    ],
)
def test_errors_while_a_folder_is_written_say_what_to_do(tmp_path, error, said):
    with pytest.raises(PaperlatticeError, match=said), atomic_folder(tmp_path / "out", ["a.csv"]):
        raise error
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name, said", [("file", "it is a file; give"), ("mine", "it holds 'notes.txt'; give a new folder")]
)
def test_a_folder_of_other_files_is_refused(tmp_path, name, said):
    (tmp_path / "file").touch()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").touch()
    with pytest.raises(ExportError, match=said) as caught:
        written_folder(tmp_path / name, {"a.csv": "1"})
    assert str(caught.value).count("cannot be written") == 1
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "mine", "notes.txt"]
