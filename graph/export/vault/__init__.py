"""A folder of linked notes that Obsidian opens as a vault."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.files import explained
from paperlattice.graph.export.vault.canvas import Canvas, canvas_text, merged_canvas, topic_canvas
from paperlattice.graph.export.vault.content import MAP, read_content
from paperlattice.graph.export.vault.files import VaultFiles, is_free, read_text
from paperlattice.graph.export.vault.names import name_notes
from paperlattice.graph.export.vault.notes import NoteWriter
from paperlattice.graph.store.staging import folder_for, staged
from paperlattice.graph.store.tables import GraphTables

__all__ = ["write_vault"]

_MAPS: Final = ("Map.canvas", "Map (paperlattice).canvas", "Map (paperlattice 2).canvas")


def write_vault(
    tables: GraphTables,
    folder: Path,
    *,
    min_papers: int = 2,
    on_note: Callable[[str], None] = warnings.warn,
) -> tuple[Path, ...]:
    """Write a note for each paper, topic and entity, an index and a map of the topics; return these files.

    In a folder that has notes already only what is ours changes: what stands between our marks and our fields
    of the front matter. Files that need no change are not touched. A run that is killed leaves each file
    whole, and the next one completes the vault.

    Args:
        tables: The graph, with topics.
        folder: The vault, or a folder in one.
        min_papers: Entities that fewer papers name get no note, unless one proposes or introduces them.
        on_note: Called with a line for each file that is left as it is against expectation.

    Raises:
        ExportError: A file cannot be written; those before it are.
    """
    content = read_content(tables, min_papers=min_papers)
    root = Path(os.path.realpath(folder))
    with ExitStack() as stack:
        with explained(folder):
            stack.enter_context(folder_for(root))
            stage = stack.enter_context(staged(root))
        files = VaultFiles(root, stage, on_note=on_note)
        wanted = list(content.wanted())
        files.remove_gone({node.id for node in wanted})  # first, so that their names are free
        paths = name_notes(wanted, files.present, files.others, on_note=on_note)
        canvas = topic_canvas(content, paths, prefix=_path_in_vault(root))
        paths[MAP] = _write_map(files, canvas, on_note)
        for note in NoteWriter(content, paths).notes():
            files.write(note, paths[note.id])
    return tuple(sorted([*files.written, root / paths[MAP]]))


def _write_map(files: VaultFiles, canvas: Canvas, on_note: Callable[[str], None]) -> str:
    """Write the map, beside one that is not ours; return the name of its file."""
    for name in _MAPS:
        file = files.folder / name
        if is_free(file):
            if name != _MAPS[0]:
                on_note(f"{_MAPS[0]} is not ours and stays; the map is {name}")
            files.put(file, canvas_text(canvas))
            return name
        old = read_text(file) if file.is_file() and not file.is_symlink() else ""
        if (new := merged_canvas(old, canvas)) is not None:
            if new != old:
                files.put(file, new)
            return name
    raise ExportError(f"{files.folder / _MAPS[0]} and others like it are not ours; rename one of them")


def _path_in_vault(folder: Path) -> str:
    """Return what leads from the vault around a folder to it, as maps want it: "Literature/", or ""."""
    vault = next((path for path in (folder, *folder.parents) if (path / ".obsidian").is_dir()), folder)
    return "" if vault == folder else f"{folder.relative_to(vault).as_posix()}/"
