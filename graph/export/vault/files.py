"""The files of a vault: what is there already, and how notes are written into it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.files import explained
from paperlattice.graph.export.vault.marks import fresh_text, gone_text, updated_text
from paperlattice.graph.export.vault.names import folded
from paperlattice.graph.export.vault.notes import Note

SUFFIX: Final = ".md"
# "paper:1" of "%% paperlattice:begin paper:1 %%": one of both marks says whose note it is.
_MARK: Final = re.compile(rb"^%% paperlattice:(?:begin|end) (?P<id>[!-~]+) ", re.MULTILINE)
# What no link can hold: "a#b", "a]b", "a`b".
_UNLINKABLE: Final = re.compile(r"[#^\[\]|`$<>]|%%")


class VaultFiles:
    """The files of a vault as they were found, and the writing of notes, each whole or not at all.

    `written` are the files that were written, or needed it not, by their paths with slashes.
    `present` are the paths of our notes by node, without suffix: they are known by their marks, so a reader
    may move and rename them. `others` are the other notes by `folded` path. Hidden folders are not entered,
    and links are neither followed nor replaced.
    """

    def __init__(self, folder: Path, stage: Path, *, on_note: Callable[[str], None]) -> None:
        self.folder = folder
        self.present: dict[str, str] = {}
        self.others: dict[str, str] = {}
        self.written: list[str] = []
        self._draft = stage / "draft"
        self._on_note = on_note
        self._plain_folders: set[Path] = {folder}
        for stem, path in sorted(_notes_in(folder)):
            self._find(stem, path)

    def _find(self, stem: str, path: Path) -> None:
        node = _node_of(path)
        shown = path.relative_to(self.folder)
        if node in self.present:
            self._on_note(f"{shown} is a copy of {self.present[node]}{SUFFIX} and is left as it is")
        elif node and _UNLINKABLE.search(stem):
            self._on_note(f"{shown} is left as it is: no link can hold its name; give it another one")
        elif node:
            self.present[node] = stem
            return
        self.others[folded(stem)] = str(shown)

    def write(self, note: Note, path: str) -> None:
        """Write a note to a path without suffix; what a reader has written in it stays."""
        target = self.folder / f"{path}{SUFFIX}"
        self.written.append(f"{path}{SUFFIX}")
        fresh = fresh_text(note)
        if note.id not in self.present:
            self.put(target, fresh)
        elif (old := read_text(target)) != fresh:
            self._replace(target, old, updated_text(old, note))

    def remove_gone(self, known: Container[str]) -> None:
        """Remove our notes on what has left the graph; one in which a reader has written says so instead."""
        removed = 0
        for node, path in list(self.present.items()):
            if node in known:
                continue
            target = self.folder / f"{path}{SUFFIX}"
            old = read_text(target)
            new = gone_text(old, node)
            if new == "":
                with explained(target):
                    target.unlink()
                del self.present[node]
                removed += 1
            else:
                self._replace(target, old, new)
        if removed:
            self._on_note(f"removed {removed:,} notes on what is no longer in the graph")

    def _replace(self, target: Path, old: str, new: str | None) -> None:
        if new is None:
            shown = target.relative_to(self.folder)
            self._on_note(
                f"{shown} is left as it is: its marks are damaged; remove them, or the note, for a new one"
            )
        elif new != old:
            self.put(target, new)

    def put(self, target: Path, text: str) -> None:
        """Put a file in place as one step. Raises ExportError, also where a folder on the way is a link."""
        self._check_folder(target.parent)
        with explained(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            self._draft.write_bytes(text.encode(errors="surrogateescape"))
            self._draft.replace(target)

    def _check_folder(self, folder: Path) -> None:
        if folder in self._plain_folders:
            return
        self._check_folder(folder.parent)
        if folder.is_symlink():
            raise ExportError(f"{folder} is a link, through which nothing is written; replace it by a folder")
        self._plain_folders.add(folder)


def _notes_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield path without suffix, with slashes, and path of all that is called like a note."""
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*names, *folders):
            if name.lower().endswith(SUFFIX) and not name.startswith("."):
                path = Path(top, name)
                if not is_free(path):
                    yield path.relative_to(folder).as_posix()[: -len(SUFFIX)], path


def is_free(path: Path) -> bool:
    """Return whether no file is there, or an empty one, as Obsidian makes it for a link to nothing."""
    if not os.path.lexists(path):
        return True
    return path.is_file() and not path.is_symlink() and not path.stat().st_size


def _node_of(path: Path) -> str:
    """Return whose note a file is, "" if it is not ours."""
    if path.is_symlink() or path.suffix != SUFFIX:
        return ""
    with suppress(OSError):  # a folder, or not for us to read
        if match := _MARK.search(path.read_bytes()):
            return match["id"].decode()
    return ""


def read_text(path: Path) -> str:
    """Return the text of a file; bytes that are no UTF-8 come back when it is written. Raises ExportError."""
    with explained(path):
        return path.read_bytes().decode(errors="surrogateescape")
