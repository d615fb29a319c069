"""A graph as two tables whose columns have one type, and texts that XML 1.0 readers return unchanged."""

from __future__ import annotations

import csv
import hashlib
import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Final, Literal

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.rows import Graph, element_name, is_blank, rows_of
from paperlattice.graph.model.attributes import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    EdgeData,
    NodeData,
    Scalar,
)

ColumnType = Literal["string", "int", "long", "double", "boolean"]

_TYPES: Final[Mapping[type, ColumnType]] = {str: "string", int: "int", float: "double", bool: "boolean"}
_POSITIONS: Final = frozenset({"x", "y", "z", "size"})
_COLOURS: Final = frozenset({"r", "g", "b"})
# Names that have another meaning to a reader: ids, ends, directions, yEd's labels, Gephi's own columns.
_RESERVED: Final = frozenset({
    "id", "source", "target", "type", "directed", "edgeid", "edgelabel", "edge weight", "d3", "d7",
    "xpos", "ypos", "start", "end", "timeset", "interval", "timestamp", "parents", "pid", "viz",
    "networkx_key",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute as a file holds it; `name` is an NMTOKEN, unique without case over nodes and edges."""

    attribute: Any
    name: str
    type: ColumnType


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of both tables, the attributes of the contract first, then the others by name."""

    nodes: tuple[Column, ...]
    edges: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """An edge; `label` is the relation, and differs between parallel edges even without case."""

    id: str
    source: str
    target: str
    label: str
    values: Mapping[str, Scalar]


def read_schema(graph: Graph, *, reserved: Collection[str] = ()) -> Schema:
    """Return the columns that hold at least one value, each with one type; `long` are whole numbers not ours.

    Other attributes keep their names, with `edge_` in front where nodes have the same.

    Raises ExportError if the graph is of another kind (`rows_of`), if an attribute is not a scalar of
    one type, or if its name is taken: by another without case, by what readers look for, or by a format
    (`reserved`, lower case).
    """
    rows = rows_of(graph)
    nodes, edges = rows.node_types(), rows.edge_types()
    taken = {*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES, *_RESERVED, *reserved}
    return Schema(
        _columns(nodes, NODE_ATTRIBUTES, (), taken),
        _columns(edges, EDGE_ATTRIBUTES, {*NODE_ATTRIBUTES, *nodes}, taken),
    )


def node_rows(graph: Graph, schema: Schema) -> Iterator[tuple[str, dict[str, Scalar]]]:
    """Yield the nodes in id order; values are neither None nor empty, by column name in column order.

    Raises ExportError if a colour is outside 0..255 or an id is not a string.
    """
    for node, data in rows_of(graph).nodes():
        yield node, _values(data, schema.nodes, node)


def node_blocks(graph: Graph) -> Iterator[list[NodeData]]:
    """Yield the nodes in id order, with their attributes as they are, some thousands at a time."""
    nodes = iter(rows_of(graph).nodes())
    while block := list(islice(nodes, _ROWS)):
        yield block


def edge_blocks(graph: Graph) -> Iterator[tuple[list[EdgeData], list[str]]]:
    """Yield the edges in the order of source, target and key, with their labels, some thousands at a time.

    Raises ExportError as `edge_rows`.
    """
    edges, ends, labels = iter(rows_of(graph).edges()), None, set[str]()
    while block := list(islice(edges, _ROWS)):
        found = []
        for source, target, key, data in block:
            if (source, target) != ends:
                ends, labels = (source, target), set()
            _check_weight(source, target, key, data)
            found.append(_distinct_label(data, key, labels))
        yield block, found


def edge_rows(graph: Graph, schema: Schema) -> Iterator[EdgeRow]:
    """Yield the edges in the order of source, target and key.

    Raises ExportError if a weight is not a finite number above 0: Gephi would drop the edge.
    """
    ends: tuple[str, str] | None = None
    labels: set[str] = set()
    for source, target, key, data in rows_of(graph).edges():
        if (source, target) != ends:
            ends, labels = (source, target), set()
        _check_weight(source, target, key, data)
        values = _values(data, schema.edges, source, target, key)
        yield EdgeRow(
            edge_id(source, target, key), source, target, _distinct_label(data, key, labels), values
        )


def _check_weight(source: str, target: str, key: Any, data: Mapping[str, Any]) -> None:
    weight = data.get("weight")
    if weight is not None and not 0 < weight < math.inf:
        raise ExportError(
            f"{element_name(source, target, key)} has weight {weight!r}: "
            "a weight must be a finite number above 0"
        )


def edge_id(source: str, target: str, key: Any) -> str:
    """Return `source--key--target`, an NMTOKEN that no other edge has and that other edges do not change.

    Where the parts could be cut in another way, or had to be rewritten, a digest of the exact parts follows.
    """
    if isinstance(key, str) and _is_plain(source) and _is_plain(key) and _is_plain(target):
        return f"{source}--{key}--{target}"
    parts = (source, key if isinstance(key, str) else str(key), target)
    plain = "--".join(nmtoken(part) for part in parts)
    readable = "--".join(parts) == plain and isinstance(key, str) and all(parts)
    if readable and plain.count("--") == 2 and "---" not in plain:
        return plain
    exact = "\0".join((source, type(key).__name__, str(key), target))
    return f"{plain}--{hashlib.blake2b(exact.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


@lru_cache(maxsize=1 << 14)
def _is_plain(part: str) -> bool:
    """Return whether a part of an id stands in it as it is, and cannot be cut in another way."""
    return is_nmtoken(part) and "--" not in part and part[0] != "-" != part[-1]


def scalar_text(value: Scalar) -> str:
    """Return `value` as text that every reader parses: `true` and `false`, the shortest exact decimal."""
    return str(value).lower() if value is True or value is False else str(value)


def _distinct_label(data: Mapping[str, Any], key: Any, labels: set[str]) -> str:
    """Gephi takes the label for the edge type and merges parallel edges of one type: number repeats."""
    first, folded = _first_label(data.get("relation"), data.get("label"), key)
    label, number = first, 2
    while folded in labels:
        label, number = f"{first} {number}", number + 1
        folded = label.casefold()
    labels.add(folded)
    return label


@lru_cache(maxsize=1 << 10, typed=True)
def _first_label(relation: Any, label: Any, key: Any) -> tuple[str, str]:
    """Return what labels an edge, and the same without case."""
    texts = (legal_text(str(value or "")) for value in (relation, label))
    first = next((text for text in (*texts, legal_text(str(key))) if text.strip()), "edge")
    return first, first.casefold()


def _columns(
    found: Mapping[Any, type], ours: Collection[str], doubled: Collection[str], taken: set[str]
) -> tuple[Column, ...]:
    """Return the columns of what was found, our own first; the names of the others become `taken`."""
    columns = [Column(name, name, _TYPES[found[name]]) for name in ours if name in found]
    for attribute in sorted(found.keys() - set(ours), key=str):
        name = f"edge_{attribute}" if attribute in doubled else str(attribute)
        if name.casefold() in taken or not is_nmtoken(name):
            raise ExportError(
                f"attribute {attribute!r} cannot be exported: another attribute or a reader uses the name, "
                "or it has characters other than letters, digits and '.-_:'; rename it"
            )
        taken.add(name.casefold())
        columns.append(
            Column(attribute, name, "long" if found[attribute] is int else _TYPES[found[attribute]])
        )
    return tuple(columns)


class ColumnTexts:
    """The values of a column as they stand in a file, for many rows at once.

    Equal to `write` of the scalar of each row, see `node_rows`; "" where there is none. What a value
    gives is kept where many come again.
    """

    def __init__(self, column: Column, write: Callable[[str, Scalar], str]) -> None:
        self._column = column
        self._write = write
        self._known: dict[Any, str] = {None: ""}
        self._is_plain = column.type == "double" and column.name not in _POSITIONS

    def of(self, rows: Sequence[tuple[Any, ...]]) -> list[str]:
        """Return what the rows of nodes or edges hold; the last part of each row are its attributes.

        Raises ExportError as `node_rows`.
        """
        attribute, known = self._column.attribute, self._known
        values = [row[-1].get(attribute) for row in rows]
        if len(known) > _KNOWN:
            known.clear()
            known[None] = ""
        if self._column.type not in ("string", "boolean") and {int, float, type(None)}.issuperset(
            map(type, values)
        ):
            # Of one column: a whole number and the equal fraction are one text.
            return [
                known[v] if v in known else self._add(v, row) for v, row in zip(values, rows, strict=True)
            ]
        if self._column.type != "string" or not {str, type(None)}.issuperset(map(type, values)):
            return [self._text(v, row) for v, row in zip(values, rows, strict=True)]
        if 2 * len(set(values)) < len(values):
            return [
                known[v] if v in known else self._add(v, row) for v, row in zip(values, rows, strict=True)
            ]
        texts = "\n".join(filter(None, values))
        if "\r" in texts or _ILLEGAL.search(texts):
            values = [v and legal_text(v) for v in values]
        return [self._write(self._column.name, v) if v else "" for v in values]

    def _add(self, value: Any, row: tuple[Any, ...]) -> str:
        if self._is_plain and math.isfinite(value):
            text = self._write(self._column.name, float(value) + 0.0)
        else:
            text = self._text(value, row)
        self._known[value] = text
        return text

    def _text(self, value: Any, row: tuple[Any, ...]) -> str:
        column = self._column
        found = _values({column.attribute: value}, (column,), *row[:-1])
        return self._write(column.name, found[column.name]) if found else ""


_ROWS: Final = 2_000
_KNOWN: Final = 1 << 15


def _values(data: Mapping[str, Any], columns: tuple[Column, ...], *ends: Any) -> dict[str, Scalar]:
    values: dict[str, Scalar] = {}
    for column in columns:
        value: Any = data.get(column.attribute)
        if is_blank(value):
            continue
        if isinstance(value, str):
            value = legal_text(value)
        elif column.type == "double":
            value = (round(float(value), 6) if column.name in _POSITIONS else float(value)) + 0.0
        elif column.name in _COLOURS and not 0 <= value <= 255:
            raise ExportError(
                f"{element_name(*ends)}: {column.name} is {value!r}: "
                "a part of a colour must be a whole number from 0 to 255"
            )
        if value != "":
            values[column.name] = value
    return values


_ILLEGAL: Final = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME: Final = (
    "-.0-9:A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NOT_NAME: Final = re.compile(f"[^{_NAME}]")
# Some readers end lines by the rules of XML 1.1, where these two are line ends unless they are references.
_REFERENCES: Final = {"\x85": "&#133;", "\u2028": "&#8232;"}
_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", **_REFERENCES}
)


def legal_text(text: str) -> str:
    """Return `text` with line ends as "\\n" and without what XML 1.0 forbids.

    Forbidden are control characters, lone surrogates, U+FFFE and U+FFFF. Readers turn a carriage return into
    a line feed themselves.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", text)


def element_text(text: str) -> str:
    """Return `text`, which must be legal, as the content of an element.

    A text with `&` or `<` becomes CDATA: some readers lose a blank between two entities.
    """
    marked = "&" in text or "<" in text or "]]>" in text
    if marked:
        text = "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
    if text.isascii():
        return text
    for character, reference in _REFERENCES.items():
        if character in text:
            text = text.replace(character, f"]]>{reference}<![CDATA[" if marked else reference)
    return text


def attribute_text(text: str) -> str:
    """Return `text`, which must be legal, for use between double quotes; line ends and tabs survive."""
    return text.translate(_ATTRIBUTE)


def is_nmtoken(text: str) -> bool:
    """Return whether `text` is an XML NMTOKEN: not empty, only letters, digits, `.` `-` `_` `:`."""
    return bool(text) and not _NOT_NAME.search(text)


@lru_cache(maxsize=1 << 14)  # consecutive edges have the same ends
def nmtoken(text: str) -> str:
    """Return `text` with `_` for every character that an NMTOKEN may not hold; "_" for an empty text."""
    return _NOT_NAME.sub("_", text) or "_"


_NODE_HEAD: Final = ("Id", "Label")
_EDGE_HEAD: Final = ("Source", "Target", "Type", "Kind", "Id", "Weight")


class _Line:
    """What csv.writer wants to write to; it hands the line back instead."""

    def write(self, line: str) -> str:
        return line


def generate_tables(graph: Graph) -> tuple[Iterator[str], Iterator[str]]:
    """Return the lines of both tables; an absent value is an empty cell.

    A line a node, in id order, under `Id,Label,...`; a line an edge, in the order of its ends, under
    `Source,Target,Type,Kind,Id,Weight,...`. Type is "Directed", of a projection "Undirected"; Kind is the
    relation, by which Gephi keeps parallel edges apart. Errors: as `node_rows` and `edge_rows`.
    """
    schema = read_schema(graph)
    of_nodes = [column.name for column in schema.nodes if column.name != "label"]
    direction = "Directed" if rows_of(graph).is_directed else "Undirected"
    of_edges = [column.name for column in schema.edges if column.name != "weight"]
    nodes = (
        [node, values.get("label", ""), *(values.get(name, "") for name in of_nodes)]
        for node, values in node_rows(graph, schema)
    )
    edges = (
        [edge.source, edge.target, direction, edge.label, edge.id, edge.values.get("weight", "")]
        + [edge.values.get(name, "") for name in of_edges]
        for edge in edge_rows(graph, schema)
    )
    return _lines([*_NODE_HEAD, *of_nodes], nodes), _lines([*_EDGE_HEAD, *of_edges], edges)


def _lines(head: list[str], rows: Iterable[list[Any]]) -> Iterator[str]:
    line = csv.writer(_Line(), lineterminator="\n").writerow
    yield str(line(head))
    for row in rows:
        yield str(line(map(scalar_text, row)))
