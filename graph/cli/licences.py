"""The command that lists the licences of an install."""

from __future__ import annotations

from dataclasses import asdict

from paperlattice.graph.cli.outputs import Json
from paperlattice.graph.cli.printing import echo_json, echo_table


def licences(*, json: Json = False) -> None:
    """List the licences of all that an install brings.

    That is paperlattice, the packages that it needs, those of extras where they are installed, the libraries
    whose code is in a page, and the data that its catalogues were made of.
    """
    from paperlattice.graph.licences import list_licences

    rows = list_licences()
    if json:
        echo_json([asdict(row) for row in rows])
    else:
        cells = [(row.part, row.name, row.version, row.licence) for row in rows]
        echo_table(("part", "name", "version", "licence"), cells)
