"""The short account at the end of a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extractors.records import KINDS
from graph.cli.printing import counted, shown

if TYPE_CHECKING:
    from extractors.sources import FileReport
    from graph.model.options import BuildReport, Changes

__all__ = ["account_lines"]

_MOST_LINES: Final = 20


def account_lines(
    report: BuildReport, written: Iterable[Path], changes: Changes | None = None
) -> Iterator[str]:
    """Yield the lines of an account: input, papers, entities, links, what was skipped and why, files.

    With `changes` the papers that came and went are counted too.
    """
    if report.files:
        files = counted(len(report.files), "file")
        yield _line("read", f"{counted(report.entries, 'entry', 'entries')} in {files}")
        yield from _cut([_file(file) for file in report.files])
    if changes is not None and changes.removed:
        yield _line("removed", counted(changes.removed, "paper"))
    elif changes is not None:
        yield _line(
            "added", f"{changes.new:,} new, {changes.changed:,} changed, {changes.unchanged:,} unchanged"
        )
    merged = "" if changes is not None else f"{counted(report.duplicates, 'duplicate')} merged, "
    yield _line("papers", f"{report.papers:,}, {merged}{report.without_entities:,} without entities")
    entities = (counted(report.entities.get(kind, 0), facts.one, facts.many) for kind, facts in KINDS.items())
    yield _line("entities", ", ".join(entities))
    yield _line("links", f"{report.links:,} between papers")
    if report.skipped:
        yield _line("skipped", counted(len(report.skipped), "piece of input", "pieces of input"))
        yield from _cut([shown(str(skipped)) for skipped in report.skipped])
    for number, path in enumerate(written):
        yield _line("" if number else "written", str(path))


def _file(file: FileReport) -> str:
    passed = f", {counted(file.passed_over, 'piece')} passed over" if file.passed_over else ""
    return shown(f"{file.source}: {counted(file.entries, 'entry', 'entries')} as {file.format}{passed}")


def _line(what: str, said: str) -> str:
    return f"{what:<10}{said}"


def _cut(lines: Sequence[str]) -> Iterator[str]:
    for line in lines[:_MOST_LINES]:
        yield f"  {line}"
    if len(lines) > _MOST_LINES:
        yield f"  and {len(lines) - _MOST_LINES:,} more"
