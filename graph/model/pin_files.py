"""Pins as a TOML file: read, checked with one line for each fault, and written."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from os import PathLike
from pathlib import Path
from typing import Any, Final, get_args

from paperlattice.extractors.records import ENTITY_KINDS, KINDS, NAMED_KINDS, Kind, listed
from paperlattice.extractors.toml_files import meant, read_toml
from paperlattice.graph.errors import PinError
from paperlattice.graph.model.pins import (
    PIN_TABLES,
    Add,
    AnyPin,
    Drop,
    Level,
    Pin,
    Pins,
    Rename,
    Retype,
    TopicName,
    Unrelated,
)

_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "same": ("names", "name", "papers", "kind"),
    "different": ("names", "name", "papers", "kind"),
    "drop": ("names", "kind", "paper"),
    "rename": ("name", "to", "kind", "paper"),
    "retype": ("name", "to", "from", "paper"),
    "add": ("name", "kind", "paper", "relation"),
    "unrelated": ("papers",),
    "topic": ("to", "name", "paper", "level"),
}
"""The keys of each table, in the order in which they are written."""

# "\x00" and a line end, which TOML wants escaped otherwise than JSON does: "\x7f".
_DELETE: Final = re.compile("\x7f")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_pins(path: str | PathLike[str]) -> Pins:
    r"""Return the pins of a TOML file; `graph/README.md`, "Corrections", lists its tables.

    Args:
        path: The file. `[[same]]` and `[[different]]` hold `names`, two strings or more, and may hold `kind`:
            "method", "dataset", "repo", "task" or "technique"; without it, the pin applies to all kinds.
            `[[drop]]`, `[[rename]]`, `[[retype]]`, `[[add]]`, `[[unrelated]]` and `[[topic]]` correct what
            was found.

    Raises:
        PinError: The file cannot be read, or its pins contradict each other; the message names the file and
            the number of the table.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from paperlattice import read_pins
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "pins.toml")
        ...     _ = file.write_text('[[same]]\nkind = "method"\nnames = ["QuillNet", "Quill Net 1"]')
        ...     read_pins(file).same[0].names
        ('QuillNet', 'Quill Net 1')
    """
    file = Path(path)
    data = read_toml(file, "the file of pins", error=PinError)
    if unknown := sorted(data.keys() - PIN_TABLES.keys()):
        known = listed([f"[[{table}]]" for table in PIN_TABLES], "and")
        raise PinError(
            f"{file}: unknown table {unknown[0]!r}{meant(unknown[0], PIN_TABLES)}; "
            f"a file of pins holds {known}"
        )
    read: dict[str, Any] = {table: tuple(_pins(file, table, data)) for table in PIN_TABLES}
    return Pins(**read)


def write_pins(pins: Pins, path: str | PathLike[str]) -> Path:
    """Write pins as a TOML file, which `read_pins` reads, in place of what is there; return its path.

    Raises:
        PinError: The file cannot be written; what was there stays.

    Example:
        >>> import tempfile
        >>> from paperlattice import Pin, Pins, read_pins, write_pins
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = write_pins(Pins(same=(Pin(("ViT", "Vision Transformer")),)), f"{folder}/pins.toml")
        ...     read_pins(file).same[0].names
        ('ViT', 'Vision Transformer')
    """
    file = Path(path)
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        try:
            new.write_text(pins_text(pins), encoding="utf-8")
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise PinError(f"{file}: the file of pins cannot be written ({error.strerror or error})") from error
    return file


def pins_text(pins: Pins) -> str:
    """Return pins as TOML, table by table in the order of PIN_TABLES.

    >>> from paperlattice.graph.model.pins import Drop
    >>> print(pins_text(Pins(drop=(Drop(("Her",), paper="2501.00001"),))), end="")
    [[drop]]
    names = ["Her"]
    paper = "2501.00001"
    """
    blocks = []
    for table, found in pins.tables().items():
        for pin in found:
            blocks.append("".join(f"{line}\n" for line in (f"[[{table}]]", *_told(table, pin))))
    return "\n".join(blocks)


def lost_pins(old: Pins, new: Pins) -> list[str]:
    """Return the pins that `old` has and `new` has not, in words; from which file they are does not count."""
    kept = {(t, replace(pin, source="")) for t, pins in new.tables().items() for pin in pins}
    return [
        f"[[{table}]] {', '.join(_told(table, pin))}"
        for table, pins in old.tables().items()
        for pin in pins
        if (table, replace(pin, source="")) not in kept
    ]


def _told(table: str, pin: AnyPin) -> Iterator[str]:
    """Yield what a pin says, key by key, as a file does."""
    values = _values(table, pin)
    yield from (f"{key} = {_toml(values[key])}" for key in _KEYS[table] if values.get(key))


def _values(table: str, pin: AnyPin) -> dict[str, Any]:
    """Return what a table of a file says of a pin."""
    values = {field.name: getattr(pin, field.name) for field in fields(pin)}
    if isinstance(pin, Pin) and len(pin.names) == 1:
        values |= {"name": pin.names[0], "names": ()}
        values["papers"] = pin.papers if table == "different" else pin.papers and pin.papers[0]
    if isinstance(pin, Retype):
        values["from"] = pin.kind
    if isinstance(pin, TopicName) and pin.level == "topic":
        values["level"] = ""
    return values


def _toml(value: Any) -> str:
    """Return a text, or texts, as TOML writes them: as JSON does, but for one character."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    return _DELETE.sub(r"\\u007f", json.dumps(text, ensure_ascii=False))


def _pins(file: Path, table: str, data: dict[str, Any]) -> Iterator[AnyPin]:
    found = data.get(table, [])
    if not isinstance(found, list):
        raise PinError(f"{file}: {table!r} is not a list of tables; write [[{table}]]")
    for number, values in enumerate(found, start=1):
        entry = _Entry(f"{file}: [[{table}]] {number}", table, values)
        yield entry.pin(f"{file.name}: [[{table}]] {number}")


class _Entry:
    """One table of a file; `where` is what errors call it."""

    def __init__(self, where: str, table: str, values: Any) -> None:
        self.where, self.table = where, table
        if not isinstance(values, dict):
            raise PinError(f"{where}: not a table; write [[{table}]]")
        keys = _KEYS[table]
        if unknown := sorted(values.keys() - set(keys)):
            allowed = listed([repr(key) for key in keys], "and")
            raise PinError(
                f"{where}: unknown entry {unknown[0]!r}{meant(unknown[0], keys)}; allowed are {allowed}"
            )
        self.values = values

    def pin(self, source: str) -> AnyPin:
        """Return the pin. Raises PinError."""
        match self.table:
            case "same" | "different":
                return self._merge(source)
            case "drop":
                return Drop(self._texts("names", 1), self._kind("kind"), self._text("paper", ""), source)
            case "rename":
                name, to = self._text("name"), self._text("to")
                if name == to:
                    raise PinError(f"{self.where}: 'to' is the same as 'name', {name!r}; give another name")
                return Rename(name, to, self._kind("kind"), self._text("paper", ""), source)
            case "retype":
                return self._retype(source)
            case "add":
                return self._add(source)
            case "unrelated":
                one, other, *more = (*self._texts("papers", 2), "")
                if more != [""]:
                    raise PinError(f"{self.where}: 'papers' must be two papers, found {len(more) + 1}")
                return Unrelated((one, other), source)
            case _:
                return self._topic(source)

    def _merge(self, source: str) -> Pin:
        kind = self._kind("kind")
        if "name" not in self.values:
            if "papers" in self.values:
                raise PinError(f"{self.where}: 'papers' is for one name; give 'name' instead of 'names'")
            return Pin(self._texts("names", 2), kind, source)
        if "names" in self.values:
            raise PinError(f"{self.where}: give either 'names' or 'name', not both")
        name = self._text("name")
        if self.table == "same" and "papers" not in self.values:
            return Pin((name,), kind, source)
        if kind is not None and kind not in NAMED_KINDS:
            raise PinError(f"{self.where}: 'papers' is for {listed(NAMED_KINDS, 'and')}, not for a {kind}")
        if self.table == "same":
            return Pin((name,), kind, source, (self._texts("papers", 2),))
        groups = self.values.get("papers")
        if not isinstance(groups, list) or len(groups) < 2 or not all(isinstance(g, list) for g in groups):
            raise PinError(
                f'{self.where}: \'papers\' must be two lists of papers or more, as [["a", "b"], ["c"]]; '
                f"found {groups!r}"
            )
        return Pin((name,), kind, source, tuple(self._list("papers", group, 1) for group in groups))

    def _retype(self, source: str) -> Retype:
        to, kind = self._kind("to"), self._kind("from")
        if to is None:
            raise PinError(f"{self.where}: 'to' is missing; give a kind: {', '.join(ENTITY_KINDS)}")
        if "repo" in (to, kind):
            raise PinError(f"{self.where}: a repository is an address and no other kind; drop it or add one")
        if to == kind:
            raise PinError(f"{self.where}: 'from' and 'to' are both {to!r}; give two kinds")
        return Retype(self._text("name"), to, kind, self._text("paper", ""), source)

    def _add(self, source: str) -> Add:
        name, kind = self._text("name"), self._kind("kind")
        if kind is None:
            raise PinError(f"{self.where}: 'kind' is missing; give one of {', '.join(ENTITY_KINDS)}")
        relation, relations = self._text("relation", ""), KINDS[kind].relations
        if relation and relation not in relations:
            choices = listed(map(repr, relations), "or")
            raise PinError(f"{self.where}: relation {relation!r} is not one of a {kind}; give {choices}")
        if kind == "repo":
            from paperlattice.extractors.hosts import canonical_repo

            if (found := canonical_repo(name)) is None:
                raise PinError(f"{self.where}: {name!r} is not the address of a repository")
            name = found
        return Add(name, kind, self._text("paper"), relation, source)

    def _topic(self, source: str) -> TopicName:
        to, name, paper = self._text("to"), self._text("name", ""), self._text("paper", "")
        if bool(name) == bool(paper):
            raise PinError(f"{self.where}: give either 'paper', a paper that is in the topic, or its 'name'")
        level = self._text("level", "topic")
        if level not in get_args(Level):
            raise PinError(f"{self.where}: level {level!r} is neither 'topic' nor 'subtopic'")
        return TopicName(to, name, paper, level, source)  # type: ignore[arg-type]  # checked

    def _kind(self, key: str) -> Kind | None:
        kind: Kind | None = self.values.get(key)
        if kind is not None and kind not in ENTITY_KINDS:
            raise PinError(
                f"{self.where}: {key} {kind!r} is not one of {', '.join(ENTITY_KINDS)}"
                f"{meant(kind, ENTITY_KINDS)}"
            )
        return kind

    def _text(self, key: str, default: str | None = None) -> str:
        text = self.values.get(key, default)
        if text is None:
            raise PinError(f"{self.where}: {key!r} is missing")
        if not isinstance(text, str) or (text != default and not text.strip()):
            raise PinError(f"{self.where}: {key!r} must be a text that is not empty, found {text!r}")
        return text

    def _texts(self, key: str, least: int) -> tuple[str, ...]:
        return self._list(key, self.values.get(key), least)

    def _list(self, key: str, texts: Any, least: int) -> tuple[str, ...]:
        if not isinstance(texts, list) or not all(isinstance(n, str) and n.strip() for n in texts):
            raise PinError(f"{self.where}: {key!r} must be a list of {key}, found {texts!r}")
        if len(set(texts)) < least:
            number = f"one {key[:-1]}" if least == 1 else f"two {key}"
            raise PinError(f"{self.where}: needs {number} or more, found {texts!r}")
        if len(set(texts)) < len(texts):
            raise PinError(f"{self.where}: a {key.removesuffix('s')} appears twice in {texts!r}")
        return tuple(texts)
