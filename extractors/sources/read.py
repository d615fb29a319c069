"""Read all inputs: locate, open, recognise, parse, merge, and account for what was not taken."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from extractors.errors import SourceError
from extractors.records import Paper
from extractors.sources.formats import Format, find_format, recognise_format
from extractors.sources.intake import FileReport, Found, Intake, PassedOver, Skipped
from extractors.sources.locate import locate_files
from extractors.sources.merge import merge_papers
from extractors.sources.stream import open_text, source_name

__all__ = ["MAX_REPORTED", "read_papers"]

MAX_REPORTED: Final = 1000
"""So many skipped records of one file are named; the rest is counted."""

_PROGRESS_STEP: Final = 500


def read_papers(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    source: str | None = None,
    on_progress: Callable[[str, int], None] | None = None,
) -> Intake:
    """Return the distinct papers of files, folders, globs and `-` (standard input), with an account of all.

    The format of each file is recognised by content; `source` names one for all instead. `on_progress(name,
    entries)` is called with the name of the file at hand and the number of papers read so far. The papers do
    not depend on the order of the inputs or of the records in them.

    A file that cannot be read is skipped and reported where others can. Raises InputNotFound if any named
    input is missing, before any work; UnknownSource for an unknown `source`; SourceError if nothing could be
    read.
    """
    forced = find_format(source) if source is not None else None
    reading = _Reading(on_progress)
    for path in locate_files(inputs):
        reading.read(path, forced)
    return reading.intake()


class _Reading:
    """What was read so far."""

    def __init__(self, on_progress: Callable[[str, int], None] | None) -> None:
        self._on_progress = on_progress
        self._papers: list[Paper] = []
        self._files: list[FileReport] = []
        self._skipped: list[Skipped] = []
        self._failures: list[SourceError] = []

    def read(self, path: Path, forced: Format | None) -> None:
        """Take the papers of one file."""
        start = len(self._papers)
        name = source_name(path)
        try:
            with open_text(path) as stream:
                found = forced or recognise_format(stream)
                file = _File(name, self._papers)
                for item in found.parse(stream):
                    file.take(item)
                    if (
                        self._on_progress
                        and isinstance(item, Paper)
                        and not len(self._papers) % _PROGRESS_STEP
                    ):
                        self._on_progress(name, len(self._papers))
                notes = stream.notes()
            if len(self._papers) == start:
                raise SourceError(file.failure(notes))
        except SourceError as error:
            self._failures.append(error)
            self._skipped.append(Skipped(name, "whole file", str(error)))
            return
        self._files.append(FileReport(name, found.name, len(self._papers) - start, file.passed_over))
        self._skipped += [*file.skipped(), *notes]
        if self._on_progress:
            self._on_progress(name, len(self._papers))

    def intake(self) -> Intake:
        """The papers, merged. Raises SourceError if there are none."""
        if not self._papers:
            if len(self._failures) == 1:
                raise self._failures[0]
            shown = "; ".join(map(str, self._failures[:3]))
            more = f"; and {len(self._failures) - 3} more" if len(self._failures) > 3 else ""
            raise SourceError(f"none of the {len(self._failures)} files could be read: {shown}{more}")
        papers = merge_papers(self._papers)
        entries = len(self._papers)
        return Intake(papers, tuple(self._files), tuple(self._skipped), entries, entries - len(papers))


class _File:
    """The account of the file at hand."""

    def __init__(self, name: str, papers: list[Paper]) -> None:
        self.passed_over = 0
        self._name = name
        self._papers = papers
        self._skipped: list[Skipped] = []
        self._unnamed = 0

    def take(self, item: Found) -> None:
        if isinstance(item, Paper):
            self._papers.append(item)
        elif isinstance(item, PassedOver):
            self.passed_over += item.pieces
        else:
            self.passed_over += 1
            if len(self._skipped) < MAX_REPORTED:
                self._skipped.append(item)
            else:
                self._unnamed += 1

    def skipped(self) -> list[Skipped]:
        """What was skipped; beyond MAX_REPORTED the number alone."""
        if not self._unnamed:
            return self._skipped
        return [*self._skipped, Skipped(self._name, "after these", f"{self._unnamed:,} more were skipped")]

    def failure(self, notes: list[Skipped]) -> str:
        """Why a file gave no paper at all, with the first reason."""
        reasons = [*self._skipped, *notes]
        if not reasons:
            return f"{self._name} holds no papers; expected records with a title"
        count = len(self._skipped) + self._unnamed
        return (
            f"{self._name} holds no paper that can be read: {count:,} skipped, first {reasons[0].where}: "
            f"{reasons[0].reason}; each record needs a title"
        )
