import os
from pathlib import Path

import pytest

from paperlattice.extractors.errors import InputNotFound, SourceError
from paperlattice.extractors.sources.locate import locate_files
from paperlattice.extractors.sources.stream import STDIN


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in [
        "b.txt",
        "a.jsonl",
        "sub/c.csv.gz",
        "sub/deep/d.TSV",
        "sub/note.doc",
        ".hidden.txt",
        ".git/e.txt",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (".", ["a.jsonl", "b.txt", "sub/c.csv.gz", "sub/deep/d.TSV"]),
        ("sub", ["sub/c.csv.gz", "sub/deep/d.TSV"]),
        (Path("b.txt"), ["b.txt"]),
        ("*.txt", ["b.txt"]),
        ("**/*.*s*", ["a.jsonl", "sub/c.csv.gz"]),
        ("[ab].*", ["a.jsonl", "b.txt"]),
        ("**", ["a.jsonl", "b.txt", "sub/c.csv.gz", "sub/deep/d.TSV", "sub/note.doc"]),
        ("sub/**", ["sub/c.csv.gz", "sub/deep/d.TSV", "sub/note.doc"]),
        ("**/deep/**/*.TSV", ["sub/deep/d.TSV"]),
        ("s*", ["sub/c.csv.gz", "sub/deep/d.TSV"]),
        (["b.txt", "a.jsonl"], ["b.txt", "a.jsonl"]),
        (["b.txt", ".", "./b.txt", "sub/../b.txt"], ["b.txt", "a.jsonl", "sub/c.csv.gz", "sub/deep/d.TSV"]),
        ("sub/note.doc", ["sub/note.doc"]),
        (".hidden.txt", [".hidden.txt"]),
        (["-", "-"], [STDIN]),
        (("-", Path("b.txt")), [STDIN, "b.txt"]),
    ],
)
def test_what_inputs_name(folder, inputs, expected):
    assert locate_files(inputs) == [Path(name) for name in expected]


@pytest.mark.parametrize("inputs", [".", "**/*.txt", "**"])
def test_links_that_lead_in_circles(folder, inputs):
    for name in ("up", "again", "self.txt"):
        (folder / "sub" / name).symlink_to({"self.txt": "self.txt"}.get(name, folder))
    found = locate_files(inputs)
    assert Path("b.txt") in found
    assert Path("sub/self.txt") in found
    assert len(found) == len({os.path.realpath(path) for path in found})


def test_a_subfolder_that_cannot_be_listed_is_returned_itself(folder, deny):
    deny("sub/deep")
    assert locate_files(".") == [Path(name) for name in ("a.jsonl", "b.txt", "sub/c.csv.gz", "sub/deep")]


def test_a_named_folder_that_cannot_be_listed(folder, deny):
    deny("sub")
    with pytest.raises(
        SourceError, match="folder sub cannot be read: Permission denied; check its permissions"
    ):
        locate_files(["b.txt", "sub"])


def test_a_name_with_brackets_is_a_name_first(folder):
    (folder / "x[1].txt").touch()
    (folder / "x1.txt").touch()
    assert locate_files("x[1].txt") == [Path("x[1].txt")]


def test_an_absolute_glob(folder):
    assert locate_files(str(folder / "*.txt")) == [folder / "b.txt"]


def test_a_file_may_be_named_like_standard_input(folder):
    (folder / "-").touch()
    assert locate_files("./-") == [folder / "-"]


def test_pipes_in_folders_are_skipped(folder):
    (folder / "only").mkdir()
    os.mkfifo(folder / "only" / "pipe.txt")
    (folder / "only" / "dangling.txt").symlink_to("nowhere.txt")
    assert locate_files("only") == [Path("only/dangling.txt")]


@pytest.mark.parametrize("pattern", ["*.txt", "**", "**/*.txt", "on*/*"])
def test_pipes_that_a_glob_matches_are_skipped(folder, pattern):
    os.mkfifo(folder / "pipe.txt")
    (folder / "only").mkdir()
    os.mkfifo(folder / "only" / "pipe.txt")
    (folder / "only" / "link.txt").symlink_to(folder / "pipe.txt")
    (folder / "only" / "file.txt").touch()
    found = locate_files(pattern)
    assert found
    assert all(path.is_file() for path in found)


def test_a_glob_that_matches_nothing_but_a_pipe(folder):
    os.mkfifo(folder / "pipe")
    with pytest.raises(InputNotFound, match=r"no file matches pip\*"):
        locate_files("pip*")
    assert locate_files("pipe") == [Path("pipe")]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (".h*", [".hidden.txt"]),
        (".g*/*", [".git/e.txt"]),
        (".git/**", [".git/e.txt"]),
        ("**/.h*", [".hidden.txt"]),
        ("sub/d**/*.TSV", ["sub/deep/d.TSV"]),
        ("./sub/../*.txt", ["sub/../b.txt"]),
        ("*/../b.txt", ["sub/../b.txt"]),
    ],
)
def test_globs_of_hidden_files_and_odd_globs(folder, pattern, expected):
    assert locate_files(pattern) == [Path(name) for name in expected]


def test_the_home_folder(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder))
    assert locate_files("~/b.txt") == [folder / "b.txt"]


@pytest.mark.parametrize(
    ("inputs", "match"),
    [
        ("b.text", r"b\.text does not exist; did you mean b\.txt\?"),
        ("sub/c.csv", r"did you mean sub/c\.csv\.gz\?"),
        ("zzz", "zzz does not exist; check the name"),
        ("nowhere/at/all.txt", "does not exist; check the path"),
        ("*.parquet", r"no file matches \*\.parquet; check the pattern"),
        ("", "an empty name was given"),
        ("~nobody-of-this-name/a.txt", "does not exist"),
        ("a\0b", "does not exist"),
        ("n" * 5000, "does not exist"),
        (["b.txt", "gone.txt"], r"gone\.txt does not exist"),
    ],
)
def test_what_is_missing(folder, inputs, match):
    with pytest.raises(InputNotFound, match=match):
        locate_files(inputs)


def test_a_folder_without_anything_to_read(folder):
    (folder / "bare").mkdir()
    (folder / "bare" / "image.png").touch()
    with pytest.raises(
        SourceError, match=r"folder bare holds nothing to read; looked for \.jsonl, .* \.txt, .* also \.gz"
    ):
        locate_files(["b.txt", "bare"])


def test_no_input_at_all():
    with pytest.raises(SourceError, match="no input given; name a file"):
        locate_files([])


def test_a_missing_file_is_a_file_not_found_error(folder):
    with pytest.raises(FileNotFoundError):
        locate_files("gone.txt")


def test_a_link_to_a_file_is_the_file(folder):
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert locate_files(["link.txt", "b.txt"]) == [Path("link.txt")]
