"""The licences of all that an install brings: Python packages, the libraries of the page, the data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final, Literal

from paperlattice.extractors.errors import PaperlatticeError

Part = Literal["install", "extra", "page", "data"]

UNKNOWN: Final = "unknown"
_LONGEST_NAME: Final = 60  # a field with more than this holds the text of a licence, not its name


@dataclass(frozen=True, slots=True)
class Licence:
    """What a part of an install is licensed under, in the words of its own metadata.

    `part` says where it is: a package of every `install` or of an `extra`, code in the `page`, or `data`.
    """

    name: str
    version: str
    licence: str
    part: Part


# A page carries their code; a test compares names and versions with the page's program and with pyvis.
IN_PAGE: Final = (
    Licence("d3-array", "3.2.5", "ISC", "page"),
    Licence("d3-contour", "4.0.2", "ISC", "page"),
    Licence("smol-toml", "1.9.1", "BSD-3-Clause", "page"),
    Licence("vis-network", "9.1.2", "Apache-2.0 OR MIT", "page"),
)

# What the catalogues of names, tasks and techniques were made of; no text of a paper is among it.
DATA: Final = (
    Licence("Computer Science Ontology", "", "CC-BY-4.0", "data"),
    Licence("IBM-TDMS", "", "Apache-2.0", "data"),
    Licence("NLP-progress", "", "MIT", "data"),
    Licence("Papers with Code", "", "CC-BY-SA-4.0", "data"),
    Licence("SciREX", "", "Apache-2.0", "data"),
    Licence("TDMSci", "", "Apache-2.0", "data"),
    Licence("tasks of Hugging Face", "", "Apache-2.0", "data"),
)


def list_licences() -> list[Licence]:
    """Return the licences of an install: what every install needs, extras that are there, page and data.

    A package that names no licence has `unknown`.

    Raises PaperlatticeError if paperlattice runs from its source without being installed.

    Example:
        >>> from paperlattice.graph.licences import list_licences
        >>> [row.licence for row in list_licences() if row.name == "paperlattice"]
        ['MIT']
    """
    try:
        ours = distribution("paperlattice")
    except PackageNotFoundError as error:
        raise PaperlatticeError(
            "paperlattice runs from its source, which does not say what is installed; run: pip install -e ."
        ) from error
    install = _needed([("paperlattice", "")])
    extras = _needed([("paperlattice", extra) for extra in ours.metadata.get_all("Provides-Extra", [])])
    return [
        *_rows(install.values(), "install"),
        *_rows((found for name, found in extras.items() if name not in install), "extra"),
        *IN_PAGE,
        *DATA,
    ]


def licence_of(package: Distribution) -> str:
    """Return the licence of a package: its SPDX expression, else its classifiers, else its short field."""
    given = package.metadata
    if expressions := given.get_all("License-Expression", []):
        return str(expressions[0])
    # "License :: OSI Approved :: MIT License" -> "MIT License"
    classified = [
        line.rpartition(" :: ")[2]
        for line in given.get_all("Classifier", [])
        if line.startswith("License :: ") and not line.endswith(":: OSI Approved")
    ]
    field = "".join(given.get_all("License", [])).strip()
    short = field if len(field) <= _LONGEST_NAME and "\n" not in field and field != "UNKNOWN" else ""
    return " AND ".join(classified) or short or UNKNOWN


def _rows(packages: Iterable[Distribution], part: Part) -> list[Licence]:
    rows = [Licence(found.metadata["Name"], found.version, licence_of(found), part) for found in packages]
    return sorted(rows, key=lambda row: row.name.lower())


def _needed(wanted: list[tuple[str, str]]) -> dict[str, Distribution]:
    """Return by name what is installed of these packages, each with an extra or "", and of all they need."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    todo, seen = list(wanted), set()
    found: dict[str, Distribution] = {}
    while todo:
        name, extra = step = todo.pop()
        if step in seen:
            continue
        seen.add(step)
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:  # of an extra that is not installed
            continue
        for line in found[name].requires or ():
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({"extra": extra}):
                todo += [(canonicalize_name(need.name), option) for option in ("", *need.extras)]
    return found
