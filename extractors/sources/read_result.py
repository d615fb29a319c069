"""What reading returns: the papers, and a report of every file and of all that was skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many papers are done, and of how many; 0 if that is not known."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not read, or not as it is: `Skipped("feed.jsonl", "line 7", "broken JSON: ...")`.

    `str` gives it as one line: "feed.jsonl, line 7: broken JSON: ...".
    """

    source: str
    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}, {self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A number of pieces that belong to the layout of a source and are not papers: counted, not reported."""

    pieces: int


class OtherNote(SourceError):
    """A file is a note that the program itself wrote on something else than a paper: not reported."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """The report of one file.

    `entries` papers were read, `passed_over` records or pieces of layout were skipped.
    """

    source: str
    format: str
    entries: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class ReadResult:
    """All that was read, as `read_papers` returns it.

    `papers` are distinct and in id order; `entries` counts them before merging, `duplicates` is the
    difference. `files` has a report for each file, `skipped` what was not read, and why.
    """

    papers: tuple[Paper, ...]
    files: tuple[FileReport, ...]
    skipped: tuple[Skipped, ...]
    entries: int
    duplicates: int


Found = Paper | Skipped | Boilerplate
