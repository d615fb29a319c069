from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import Timeout

from paperlattice.graph.store.staging import folder_for, locked, put_in_place, recover, staged


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def killed_run(folder: Path, journal: str | None) -> Path:
    """Return a staged folder as a killed run leaves it."""
    stage = folder / ".paperlattice-0123456789abcdef"
    stage.mkdir()
    stage.with_suffix(".lock").touch()
    (stage / "a").write_text("new")
    if journal is not None:
        (stage / "journal.json").write_text(journal)
    return stage


def test_a_staged_folder_is_removed_with_what_was_not_renamed(tmp_path):
    with staged(tmp_path) as stage:
        (stage / "a").write_text("new")
        (stage / "b").write_text("new")
        put_in_place(stage, {"x": stage / "a"})
    assert names(tmp_path) == ["x"]


def test_a_journal_is_finished(tmp_path):
    killed_run(tmp_path, '{"x": "a", "gone": "b"}')
    recover(tmp_path)
    assert names(tmp_path) == ["x"]


@pytest.mark.parametrize("journal", [None, "", "[1]", '{"x": 1}', "{"])
def test_without_a_journal_of_ours_it_is_removed(tmp_path, journal):
    killed_run(tmp_path, journal)
    recover(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name, source", [("../x", "a"), ("{top}/x", "a"), ("x", "../y"), ("x", "{top}/y")])
def test_a_journal_moves_nothing_from_or_to_elsewhere(tmp_path, name, source):
    (tmp_path / "y").write_text("mine")
    folder = tmp_path / "out"
    folder.mkdir()
    killed_run(folder, json.dumps({name.format(top=tmp_path): source.format(top=tmp_path)}))
    recover(folder)
    assert (names(tmp_path), names(folder)) == (["out", "y"], [])


def test_what_is_being_written_stays_also_for_another_process(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\nfrom paperlattice.graph.store.staging import recover\n"
        "recover(Path(sys.argv[1]))"
    )
    with staged(tmp_path) as stage:
        (stage / "a").write_text("new")
        subprocess.run([sys.executable, "-c", program, tmp_path], check=True)
        with staged(tmp_path) as other:
            assert other != stage
        assert names(stage) == ["a"]


def test_what_others_named_so_stays(tmp_path):
    (tmp_path / ".paperlattice-notes").mkdir()
    with staged(tmp_path):
        pass
    recover(tmp_path)
    assert names(tmp_path) == [".paperlattice-notes"]


def test_a_folder_that_is_missing_has_nothing_to_recover(tmp_path):
    recover(tmp_path / "none")
    recover(tmp_path / "\0")
    assert names(tmp_path) == []


def test_a_lock_is_held_once(tmp_path):
    with locked(tmp_path / "lock"), pytest.raises(Timeout), locked(tmp_path / "lock"):
        pass
    assert names(tmp_path) == []


def test_new_folders_stay_only_if_something_is_in_them(tmp_path):
    with folder_for(tmp_path / "a" / "b"):
        pass
    assert names(tmp_path) == []
    with folder_for(tmp_path / "a" / "b"):
        (tmp_path / "a" / "c").touch()
    assert names(tmp_path / "a") == ["c"]
