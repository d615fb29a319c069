"""A graph as a folder of CSV that `neo4j-admin database import` reads, and the command that does."""

from __future__ import annotations

import csv
import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from paperlattice.extractors.records import KINDS
from paperlattice.graph.export.columns import scalar_text
from paperlattice.graph.export.files import atomic_folder
from paperlattice.graph.export.kind_tables import (
    EDGE_TABLES,
    NODE_TABLES,
    NUMBER,
    TEXT,
    WHOLE,
    Row,
    edge_rows,
    node_rows,
)
from paperlattice.graph.store.tables import GraphTables

_BETWEEN: Final = "\x1f"
"""Stands between the values of an array: the unit separator, which no text has; readers lose it there."""

_LABELS: Final = {
    "papers": "Paper",
    **{facts.many: kind.capitalize() for kind, facts in KINDS.items()},
    "topics": "Topic",
}
_MANY: Final = {str(kind): facts.many for kind, facts in KINDS.items()}
_ENDS: Final[Mapping[str, tuple[str, str, str]]] = {
    **{
        f"{relation}_{facts.many}": (relation, "papers", facts.many)
        for facts in KINDS.values()
        for relation in facts.relations
    },
    "related": ("related", "papers", "papers"),
    **{f"in_topic_{name}": ("in_topic", name, "topics") for name in NODE_TABLES},
}
"""What each file of relationships holds: the relation, and the nodes at its ends."""


def write_neo4j(tables: GraphTables, folder: Path) -> list[Path]:
    """Write a graph as CSV files for Neo4j to a folder, all of them together, and return the files.

    Raises ExportError if the folder holds other files.
    """
    names = [f"{name}.csv" for name in (*NODE_TABLES, *_ENDS)]
    with atomic_folder(folder, names) as stage, ExitStack() as files:
        lines = {}
        for name in (*NODE_TABLES, *_ENDS):
            stream = files.enter_context((stage / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            lines[name] = csv.writer(stream, lineterminator="\n")
            lines[name].writerow(_node_head(name) if name in NODE_TABLES else _edge_head(name))
        for name, columns in NODE_TABLES.items():
            for row in node_rows(tables, name):
                lines[name].writerow([*_cells(row, columns), _LABELS[name]])
                if topic := row.get("subtopic_id") or row.get("topic_id") or row.get("parent"):
                    lines[f"in_topic_{name}"].writerow([row["id"], topic, "IN_TOPIC"])
        for relation, row in edge_rows(tables):
            name = f"{relation}_{_MANY[row['kind']]}" if "kind" in row else relation
            lines[name].writerow([*_cells(row, EDGE_TABLES[relation]), relation.upper()])
    return [folder / name for name in names]


def import_command(folder: Path) -> str:
    """Return the command that makes a Neo4j database of such a folder; it must be new or empty.

    >>> import_command(Path("out")).split(" \\\\\\n  ")[:2]
    ['cd out && neo4j-admin database import full', '--array-delimiter=U+001F --multiline-fields=true']
    """
    parts = [
        f"cd {shlex.quote(str(folder))} && neo4j-admin database import full",
        "--array-delimiter=U+001F --multiline-fields=true",
        " ".join(f"--nodes={name}.csv" for name in NODE_TABLES),
        " ".join(f"--relationships={name}.csv" for name in _ENDS),
        "neo4j",
    ]
    return " \\\n  ".join(parts)


def _node_head(name: str) -> list[str]:
    columns = NODE_TABLES[name]
    head = [f"id:ID({_LABELS[name]})"]
    return [*head, *(_column(column, kind) for column, kind in columns.items() if column != "id"), ":LABEL"]


def _edge_head(name: str) -> list[str]:
    relation, source, target = _ENDS[name]
    head = [f":START_ID({_LABELS[source]})", f":END_ID({_LABELS[target]})"]
    columns = EDGE_TABLES.get(relation, {})
    more = (_column(column, kind) for column, kind in columns.items() if column not in ("source", "target"))
    return [*head, *more, ":TYPE"]


def _column(name: str, kind: str) -> str:
    types = {TEXT: "", WHOLE: ":long", NUMBER: ":double"}
    return f"{name}{types.get(kind, ':string[]')}"


def _cells(row: Row, columns: Iterable[str]) -> Iterator[str]:
    for column in columns:
        value = row[column]
        if isinstance(value, list | tuple):
            yield _BETWEEN.join(_cell(_name_of(part)) for part in value)
        else:
            yield "" if value is None else _cell(scalar_text(value))


def _name_of(part: Any) -> str:
    """Return a text of a list, the name of an author, or the URL of a link."""
    if not isinstance(part, dict):
        return str(part)
    return str(part["url"]) if "url" in part else f"{part['given']} {part['family']}".strip()


def _cell(text: str) -> str:
    return text.replace(_BETWEEN, " ").replace("\0", "").encode("utf-8", "ignore").decode()
