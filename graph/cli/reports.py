"""The commands that report: digest says what is new, report what a corpus holds."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from paperlattice.extractors.records import counted
from paperlattice.graph.cli.outputs import DEFAULT_STORE, Json, StorePath, open_graph
from paperlattice.graph.cli.printing import echo, echo_json, shown
from paperlattice.graph.errors import UnknownFormat


def _check_suffixes(files: list[Path], what: str, suffixes: Collection[str]) -> list[Path]:
    """Return the files as given on the command line; wrong usage if one has a suffix that nothing writes."""
    from paperlattice.graph.export.files import known_suffix

    try:
        for file in files or ():
            known_suffix(file, what, known=suffixes)
    except UnknownFormat as error:
        raise typer.BadParameter(str(error)) from error
    return files


def _check_digests(files: list[Path]) -> list[Path]:
    from paperlattice.graph.export.digest import DIGEST_FORMATS

    return _check_suffixes(files, "digest", DIGEST_FORMATS)


def _check_reports(files: list[Path]) -> list[Path]:
    from paperlattice.graph.export.overview import OVERVIEW_SUFFIXES

    return _check_suffixes(files, "report", OVERVIEW_SUFFIXES)


def digest(
    *,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Papers dated since then: a year, month or day.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Papers dated until then.")] = "",
    added_since: Annotated[
        str, typer.Option(metavar="DATE", help="Papers that came in since then; by default in the last run.")
    ] = "",
    watch: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="What you follow; ranks the new papers.")
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            callback=_check_digests,
            help="Write .md, .html, .atom (.xml) or .json; several times.",
        ),
    ] = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Say what is new: papers by topic, names, code, trends.

    Without dates, new is what the last run of `build` or `add` brought. The watch list is a TOML file with
    lists of `entities`, `topics`, `papers` and `authors`: papers that name them, are of them, belong together
    with them or are by them come first, with the reason. Prints Markdown unless --out or --json is given.
    """
    found = open_graph(store).digest(since=since, until=until, added_since=added_since, watch=watch)
    from paperlattice.graph.export.digest import digest_document, digest_record, write_digest
    from paperlattice.graph.export.document import to_markdown

    written = [write_digest(found, file) for file in out or ()]
    if json:
        echo_json(digest_record(found))
        return
    if not written:
        echo("\n".join(map(shown, to_markdown(digest_document(found)).splitlines())))
        return
    echo(f"{counted(len(found.papers), 'new paper')}, {counted(found.before, 'paper')} before")
    for note in found.notes:
        echo(shown(note))
    for file in written:
        echo(f"written  {file}")


def report(
    *,
    topic: Annotated[str, typer.Option(metavar="NAME", help="Only papers of this topic.")] = "",
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Only papers since then: a year, month or day.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Only papers until then.")] = "",
    top: Annotated[int, typer.Option(min=1, metavar="N", help="List the first N of each.")] = 10,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", callback=_check_reports, help="Write .md, .html or .json; several times."
        ),
    ] = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Report what a corpus holds: topics, names, trends, code, hubs.

    That is its period and counts, topics with their central papers, what is most named, what rises and
    fades (with plots in files, if matplotlib is there), what papers propose and others take up, code, and the
    best linked papers. Prints Markdown unless --out or --json is given.
    """
    found = open_graph(store).overview(topic=topic, since=since, until=until, top=top)
    from paperlattice.graph.export.document import to_markdown
    from paperlattice.graph.export.overview import overview_document, overview_record, write_overview

    written = [path for file in out or () for path in write_overview(found, file)]
    if json:
        echo_json(overview_record(found))
    elif written:
        echo(f"{counted(found.papers, 'paper')}, {counted(len(found.topics), 'topic')}")
        for file in written:
            echo(f"written  {file}")
    else:
        document = overview_document(found, with_figures=False)
        echo("\n".join(map(shown, to_markdown(document).splitlines())))
