"""The command that reports what is new: digest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from paperlattice.graph.cli.outputs import DEFAULT_STORE, Json, StorePath, open_graph
from paperlattice.graph.cli.printing import counted, echo, echo_json, shown

_DIGESTS = (".md", ".html", ".atom", ".xml", ".json")


def _check_digests(files: list[Path]) -> list[Path]:
    """Return the files as given on the command line; wrong usage if one has a suffix that nothing writes."""
    for file in files or ():
        if file.suffix.lower() not in _DIGESTS:
            raise typer.BadParameter(
                f"{str(file)!r} is no file for a digest; end it with {', '.join(_DIGESTS)}"
            )
    return files


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
