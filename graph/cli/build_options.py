"""The options of a build on the command line, and what is wrong usage of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from paperlattice.extractors.errors import UnknownSource
from paperlattice.extractors.records import ENTITY_KINDS
from paperlattice.extractors.sources import SOURCES
from paperlattice.graph.cli.printing import warn
from paperlattice.graph.errors import DateError, UnknownFormat, UnknownKind
from paperlattice.graph.export import FILES, format_of
from paperlattice.graph.model.options import Links, read_kinds


def _check_formats(formats: list[str] | None) -> list[str] | None:
    try:
        found = formats and list(dict.fromkeys(format_of(name) for name in formats))
    except UnknownFormat as error:
        raise typer.BadParameter(str(error)) from error
    if folder := next((name for name in found or () if name not in FILES), None):
        raise typer.BadParameter(
            f"{folder} is a folder, and a build writes files that it can replace together; "
            f"write it with `paperlattice export FOLDER --format {folder}`"
        )
    return found


def _check_source(source: str | None) -> str | None:
    from paperlattice.extractors.sources.formats import find_format

    if source is not None:
        try:
            find_format(source)
        except UnknownSource as error:
            raise typer.BadParameter(str(error)) from error
    return source


def _check_date(date: str) -> str:
    from paperlattice.extractors.sources.values import normalise_date

    if date and not normalise_date(date):
        raise typer.BadParameter(str(DateError.of(date)))
    return date


def _check_confidence(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 1:  # a range of typer's would let nan through
        raise typer.BadParameter(f"{value} is not between 0 and 1")
    return value


def _check_kinds(kinds: list[str] | None) -> list[str] | None:
    try:
        return kinds and list(read_kinds(kinds))
    except UnknownKind as error:
        raise typer.BadParameter(str(error)) from error


def note_generic(given: bool | None) -> None:
    """Say on stderr that an option of earlier versions is no longer needed, if it is given."""
    if given is not None:
        warn("--generic is no longer needed: techniques are there by default; `--kinds` chooses")


class Engine(StrEnum):
    """What can do the work of a build, as a choice on the command line."""

    local = "local"
    spark = "spark"


Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for standard input.")
]
Out = Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        callback=_check_formats,
        help=f"What to write; can be repeated: {', '.join(FILES)}.",
    ),
]
SourceFormat = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        callback=_check_source,
        help=f"The format of the input; recognised if not given: {', '.join(SOURCES)}.",
    ),
]
PaperDate = Annotated[
    str,
    typer.Option(
        "--date",
        metavar="DATE",
        callback=_check_date,
        help="The date of papers whose source has none: 2025, 2025-06 or 2025-06-15.",
    ),
]
PinFile = Annotated[
    Path | None,
    typer.Option(
        "--pins",
        metavar="FILE",
        help="TOML file of corrections: what is one entity or two, dropped, renamed, of another kind, ...",
    ),
]
HubLimit = Annotated[
    int | None,
    typer.Option(
        min=0, metavar="N", help="With --links shared: entities that more papers name link no papers."
    ),
]
Confidence = Annotated[
    float | None,
    typer.Option(metavar="X", callback=_check_confidence, help="Drop names below this confidence, 0 to 1."),
]
KindNames = Annotated[
    list[str] | None,
    typer.Option(
        "--kinds",
        metavar="KIND,...",
        callback=_check_kinds,
        help=f"The kinds of entities, by default all: {','.join(ENTITY_KINDS)}.",
    ),
]
LinkChoice = Annotated[
    Links | None,
    typer.Option(
        "--links", help="Link papers that likely belong together, those that share an entity, or none."
    ),
]
LinkThreshold = Annotated[
    float | None,
    typer.Option(metavar="P", help="Draw no link below this probability, 0 to 1; 0.2 by default."),
]
LinkTop = Annotated[
    int | None, typer.Option(metavar="K", help="Draw the K best links of each paper; 8 by default.")
]
Resolution = Annotated[
    float | None, typer.Option(metavar="R", help="Above 1 for more and smaller topics; 1 by default.")
]
Generic = Annotated[bool | None, typer.Option("--generic/--no-generic", hidden=True)]
PlugInFile = Annotated[
    Path | None,
    typer.Option("--plugin", metavar="FILE", help="TOML file of spaCy components that find further names."),
]
Processes = Annotated[int, typer.Option(min=1, metavar="N", help="Number of processes that read abstracts.")]
NoFiles = Annotated[bool, typer.Option("--no-files", help="Write the store and nothing else.")]
