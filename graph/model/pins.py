"""Pins: names that a person declares to be one entity, or two."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from os import PathLike
from pathlib import Path
from typing import Any, Final

from extractors.records import ENTITY_KINDS, Kind
from graph.errors import PinError
from graph.model.records import Partition


@dataclass(frozen=True, slots=True)
class Pin:
    """Names of one table of a pin file; `kind` None stands for every kind, `source` says where it stands.

    A source goes into files that people pass on: it holds the name of the pin file, not its folder.
    """

    names: tuple[str, ...]
    kind: Kind | None = None
    source: str = "pin"

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds that the pin speaks of."""
        return ENTITY_KINDS if self.kind is None else (self.kind,)


@dataclass(frozen=True, slots=True)
class Pins:
    """What a person has settled: names of each of `same` are one entity, those of `different` are apart.

    The names of a `different` pin are apart pairwise. Raises PinError if the two contradict each other.
    """

    same: tuple[Pin, ...] = ()
    different: tuple[Pin, ...] = ()

    def __post_init__(self) -> None:
        united: Partition[tuple[Kind, str]] = Partition()
        for pin in self.same:
            for kind in pin.kinds():
                for name in pin.names[1:]:
                    united.unite((kind, pin.names[0]), (kind, name))
        for pin in self.different:
            for kind, (left, right) in ((k, p) for k in pin.kinds() for p in combinations(pin.names, 2)):
                if united.find((kind, left)) == united.find((kind, right)):
                    raise PinError(
                        f"{pin.source}: {left!r} and {right!r} ({kind}) are declared different, "
                        "but other pins declare them the same; remove one of the two"
                    )

    def exact(self, kind: Kind) -> set[str]:
        """Return all names that pins of a kind mention."""
        return {name for pin in (*self.same, *self.different) if kind in pin.kinds() for name in pin.names}


NO_PINS: Final = Pins()


def read_pins(path: str | PathLike[str]) -> Pins:
    """Return the pins of a TOML file with tables `[[same]]` and `[[different]]`.

    A table holds `names`, two strings or more, and may hold `kind`. Raises PinError, with file and number of
    the table, for what cannot be read and for pins that contradict each other.
    """
    file = Path(path)
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise PinError(f"{file}: the file of pins cannot be read ({error.strerror or error})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PinError(f"{file}: no valid TOML: {error}") from error
    if unknown := sorted(data.keys() - {"same", "different"}):
        raise PinError(
            f"{file}: unknown table {unknown[0]!r}; a file of pins holds [[same]] and [[different]]"
        )
    return Pins(tuple(_pins(file, "same", data)), tuple(_pins(file, "different", data)))


def _pins(file: Path, relation: str, data: dict[str, Any]) -> Iterator[Pin]:
    tables = data.get(relation, [])
    if not isinstance(tables, list):
        raise PinError(f"{file}: {relation!r} is no list of tables; write [[{relation}]]")
    for number, table in enumerate(tables, start=1):
        source = f"{file}: [[{relation}]] {number}"
        if not isinstance(table, dict):
            raise PinError(f"{source}: not a table; write [[{relation}]]")
        if unknown := sorted(table.keys() - {"kind", "names"}):
            raise PinError(f"{source}: unknown entry {unknown[0]!r}; allowed are 'kind' and 'names'")
        kind, names = table.get("kind"), table.get("names")
        if kind is not None and kind not in ENTITY_KINDS:
            raise PinError(f"{source}: kind {kind!r} is none of {', '.join(ENTITY_KINDS)}")
        if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
            raise PinError(f"{source}: 'names' must be a list of names, found {names!r}")
        if len(set(names)) < 2:
            raise PinError(f"{source}: needs two names or more, found {names!r}")
        if len(set(names)) < len(names):
            raise PinError(f"{source}: a name stands twice in {names!r}")
        yield Pin(tuple(names), kind, f"{file.name}: [[{relation}]] {number}")
