"""Read all inputs: locate, open, recognise, parse, merge, and report what was skipped."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources.formats import ADVICE, FORMATS, Format, find_format
from paperlattice.extractors.sources.locate import locate_files
from paperlattice.extractors.sources.merge import merge_papers
from paperlattice.extractors.sources.read_result import (
    Boilerplate,
    FileReport,
    Found,
    OtherNote,
    Progress,
    ReadResult,
    Skipped,
)
from paperlattice.extractors.sources.stream import TextStream, open_bytes, source_name
from paperlattice.extractors.sources.values import date_in_name, is_arxiv_id, is_doi, normalise_id

MAX_REPORTED: Final = 1000
"""The report names so many skipped records of one file and counts the rest."""

MAX_ABSTRACT: Final = 1_000_000
"""An abstract is cut to so many characters and reported: a longer text would stall the others."""

_PROGRESS_STEP: Final = 500

Inputs = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def read_papers(
    inputs: Inputs, *, source: str | None = None, date: str = "", on_progress: Progress | None = None
) -> ReadResult:
    r"""Return the distinct papers of files, folders, globs and `-` (standard input), with a report of all.

    The papers do not depend on the order of the inputs or of the records in them. A file that cannot be read
    is skipped and reported where others can.

    Args:
        inputs: A path, a glob or `-`, or several.
        source: The format of all files, one of `extractors.sources.SOURCES`; None recognises the format of
            each file by its content.
        date: The date of papers for which their source has none, as `normalise_date` gives it; without it,
            the date that a file's name consists of ("2025-06-17.txt", "daily-2025-06.json").
        on_progress: Called with "reading" and the name of the current file, the number of papers read so far,
            and 0.

    Raises:
        InputNotFound: A named input is missing; nothing is then read.
        UnknownSource: There is no format `source`.
        SourceError: Nothing could be read.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from paperlattice.extractors import read_papers
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "papers.jsonl")
        ...     _ = file.write_text('{"id": "1", "title": "Quiet Attention"}\n{"title": ""}\n')
        ...     found = read_papers(file)
        >>> found.papers[0].title, found.entries, str(found.skipped[0])
        ('Quiet Attention', 1, 'papers.jsonl, line 2: no title (fields: title)')
    """
    entries = iter_entries(inputs, source=source, date=date, on_progress=on_progress)
    papers = merge_papers(entries)
    return ReadResult(
        papers,
        tuple(entries.files),
        tuple(entries.skipped),
        entries.count,
        entries.count - len(papers),
    )


def iter_entries(
    inputs: Inputs, *, source: str | None = None, date: str = "", on_progress: Progress | None = None
) -> Entries:
    """Return an iterator over the papers as the inputs list them, in input order and not merged.

    Memory holds one record at a time, whatever the size of the files (a Daily Papers page as a whole).
    `merge_papers` of all entries gives the papers of `read_papers`.

    Raises InputNotFound and UnknownSource at once, like `read_papers`; SourceError at the end of the
    iteration if nothing could be read.
    """
    forced = find_format(source) if source is not None else None
    return Entries(locate_files(inputs), forced, on_progress, date=date)


class Entries(Iterator[Paper]):
    """The papers of files, read as they are asked for, once.

    `count`, `files` and `skipped` report what was read so far; they are complete when the iterator is
    exhausted. Raises SourceError at the end if no file held any paper.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        forced: Format | None,
        on_progress: Progress | None,
        *,
        date: str = "",
    ) -> None:
        self.count = 0
        self._date = date
        self.files: list[FileReport] = []
        self.skipped: list[Skipped] = []
        self._failures: list[SourceError] = []
        self._on_progress = on_progress
        self._papers = self._read_all(paths, forced)

    def __next__(self) -> Paper:
        return next(self._papers)

    def _read_all(self, paths: Iterable[Path], forced: Format | None) -> Iterator[Paper]:
        for path in paths:
            yield from self._read(path, forced)
        if not self.count:
            raise self._nothing()

    def _read(self, path: Path, forced: Format | None) -> Iterator[Paper]:
        file = FileCounts(source_name(path), date=self._date)
        try:
            with open_source(path, forced=forced) as reading:
                file.format = reading.format
                for item in reading.records:
                    if paper := file.take(item):
                        self.count += 1
                        yield paper
                        if not self.count % _PROGRESS_STEP:
                            self._report(file.name)
                file.notes += reading.notes()
            if not file.entries:
                raise SourceError(file.failure())
        except SourceError as error:
            if not file.entries:
                self._failures.append(error)
                if not isinstance(error, OtherNote):
                    self.skipped.append(Skipped(file.name, "whole file", str(error)))
                return
            file.notes.append(Skipped(file.name, f"after entry {file.entries:,}", str(error)))
        self.files.append(FileReport(file.name, file.format, file.entries, file.passed_over))
        self.skipped += file.skipped()
        self._report(file.name)

    def _report(self, name: str) -> None:
        if self._on_progress:
            self._on_progress(f"reading {name}", self.count, 0)

    def _nothing(self) -> SourceError:
        if len(self._failures) == 1:
            return self._failures[0]
        first, *others = map(str, self._failures[:3])
        shown = "; ".join([first, *(text.partition(";")[0] for text in others)])  # the advice once
        more = f"; and {len(self._failures) - 3:,} more" if len(self._failures) > 3 else ""
        return SourceError(f"none of the {len(self._failures):,} files could be read: {shown}{more}")


class FileCounts:
    """The counts of one file or of a part of it: what was read, and `notes` on what was changed.

    Papers without a date get `date`, or the one in the name.
    """

    def __init__(self, name: str, *, date: str = "") -> None:
        self.name = name
        self._date = date or date_in_name(PurePath(name).name)
        self.format = ""
        self.entries = 0
        self.passed_over = 0
        self.notes: list[Skipped] = []
        self._skipped: list[Skipped] = []
        self._unnamed = 0

    def take(self, item: Found) -> Paper | None:
        """Count an item; return it if it is a paper."""
        if isinstance(item, Paper):
            self.entries += 1
            if self._date and not item.date:
                item = replace(item, date=self._date)
            return item if len(item.abstract) <= MAX_ABSTRACT else self._cut(item)
        if isinstance(item, Boilerplate):
            self.passed_over += item.pieces
            return None
        self.passed_over += 1
        if len(self._skipped) < MAX_REPORTED:
            self._skipped.append(item)
        else:
            self._unnamed += 1
        return None

    def _cut(self, paper: Paper) -> Paper:
        self.notes.append(
            Skipped(
                self.name,
                f"entry {self.entries:,}",
                f"its abstract has {len(paper.abstract):,} characters; the first {MAX_ABSTRACT:,} are kept",
            )
        )
        return replace(paper, abstract=paper.abstract[:MAX_ABSTRACT])

    def skipped(self) -> list[Skipped]:
        """What was skipped; beyond MAX_REPORTED only the number."""
        if not self._unnamed:
            return [*self._skipped, *self.notes]
        more = Skipped(self.name, "after these", f"{self._unnamed:,} more were skipped")
        return [*self._skipped, more, *self.notes]

    def failure(self) -> str:
        """Why a file gave no paper at all, with the first reason."""
        reasons = [*self._skipped, *self.notes]
        if not reasons:
            return f"{self.name} holds no papers; expected records with a title"
        count = len(self._skipped) + self._unnamed
        return (
            f"{self.name} holds no paper that can be read: {count:,} skipped, first {reasons[0].where}: "
            f"{reasons[0].reason}; each record needs a title"
        )


class Reading(NamedTuple):
    """An open source: the name of its format, its records, and what the stream reports once they are read."""

    format: str
    records: Iterator[Found]
    notes: Callable[[], list[Skipped]]


@contextmanager
def open_source(path: Path, *, forced: Format | None = None) -> Iterator[Reading]:
    """Yield the records of a file, or of standard input for `-`, in the `forced` format or the one it has.

    Raises SourceError if the file cannot be opened, is empty, or is in no known format.
    """
    with open_bytes(path) as data:
        binary = (known for known in FORMATS.values() if known.magic)
        chosen = forced or next((b for b in binary if data.look(len(b.magic)) == b.magic), None)
        if chosen and chosen.magic:
            with data.as_file() as file:
                yield Reading(chosen.name, chosen.module.parse(file, data.source), list)
            return
        stream = TextStream(data)
        stream.check()
        chosen = chosen or recognise_format(stream)
        yield Reading(chosen.name, chosen.module.parse(stream), stream.notes)


def recognise_format(stream: TextStream) -> Format:
    """Return the first format of text that recognises the head of a stream.

    Raises SourceError for a text in no known format.
    """
    for known in FORMATS.values():
        if known.recognise(stream.head, stream.source):
            return known
    if count := _count_ids(stream.head):
        raise SourceError(
            f"{stream.source} is a list of {count:,} or more ids of papers, without titles; fetch them "
            f"first: paperlattice fetch arxiv --ids {stream.source} --out papers.jsonl (openalex for DOIs)"
        )
    start = stream.head.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise SourceError(
            f"{stream.source} is an HTML page, not its text; "
            f"open it in a browser, select all, and save what you copy"
        )
    if start.startswith("<?xml") or (start.startswith("<") and "xmlns" in start):
        raise SourceError(f"{stream.source} is {FORMATS['xml'].module.unread_xml(stream.head)}")
    raise SourceError(
        f"{stream.source} is text but not a list of papers; {ADVICE} (--source forces a format)"
    )


def _count_ids(head: str) -> int:
    """How many arXiv ids and DOIs a text consists of; 0 if it is anything else."""
    # "2401.00001" and "2401.00002" of "2401.00001, 2401.00002".
    lines = (line.partition("#")[0] for line in head.split("\n"))
    words = [word for line in lines for word in re.split(r"[\s,;]+", line) if word]
    ids = [word for word in map(normalise_id, words) if is_arxiv_id(word) or is_doi(word)]
    # The last one may be cut by the end of the head.
    return len(ids) if ids and len(words) - len(ids) <= len(words) // 10 else 0
