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
from paperlattice.graph.export.vault.content import MAP, PaperWalk, Said, read_content, read_entities
from paperlattice.graph.export.vault.files import VaultFiles, is_free, read_text
from paperlattice.graph.export.vault.names import name_notes
from paperlattice.graph.export.vault.notes import Note, NoteWriter
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
        files.remove_gone({node.id for node in content.wanted()})  # first, so that their names are free
        paths = name_notes(content.wanted(), files.present, files.others, on_note=on_note)
        paths[MAP] = _name_map(files, on_note)
        writer = NoteWriter(content, paths)

        def write(note: Note) -> None:
            files.write(note, paths[note.id])

        with explained(folder):
            said = stack.enter_context(Said(stage / "said"))
        walk = PaperWalk(content, said)
        for paper, named, related in walk:
            write(writer.paper_note(paper, named, related))
        _write_map(files, paths[MAP], topic_canvas(content, walk, paths, prefix=_path_in_vault(root)))
        for entity, naming in read_entities(content, said):
            write(writer.entity_note(entity, naming))
        for note in writer.topic_notes():
            write(note)
    names = sorted([*files.written, paths[MAP]], key=lambda name: name.split("/"))
    return tuple(root / name for name in names)


def _name_map(files: VaultFiles, on_note: Callable[[str], None]) -> str:
    """Return the name of the file of the map, beside one that is not ours."""
    for name in _MAPS:
        file = files.folder / name
        if is_free(file):
            if name != _MAPS[0]:
                on_note(f"{_MAPS[0]} is not ours and stays; the map is {name}")
            return name
        if merged_canvas(_text_of(file), {"nodes": [], "edges": []}) is not None:
            return name
    raise ExportError(f"{files.folder / _MAPS[0]} and others like it are not ours; rename one of them")


def _write_map(files: VaultFiles, name: str, canvas: Canvas) -> None:
    """Write the map; what a reader has drawn in it stays."""
    file = files.folder / name
    if is_free(file):
        files.put(file, canvas_text(canvas))
        return
    old = _text_of(file)
    new = merged_canvas(old, canvas)
    if new is not None and new != old:
        files.put(file, new)


def _text_of(file: Path) -> str:
    return read_text(file) if file.is_file() and not file.is_symlink() else ""


def _path_in_vault(folder: Path) -> str:
    """Return what leads from the vault around a folder to it, as maps want it: "Literature/", or ""."""
    vault = next((path for path in (folder, *folder.parents) if (path / ".obsidian").is_dir()), folder)
    return "" if vault == folder else f"{folder.relative_to(vault).as_posix()}/"
