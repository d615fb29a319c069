"""A graph as a folder of Parquet: a file of papers, of each kind of entity, of topics, of each relation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paperlattice.graph.export.files import atomic_folder
from paperlattice.graph.export.kind_tables import (
    AUTHORS,
    EDGE_TABLES,
    LINKS,
    NODE_TABLES,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    Row,
    edge_rows,
    node_rows,
)
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS: Final = 8_192


def write_parquet(tables: GraphTables, folder: Path) -> list[Path]:
    """Write the tables of a graph as Parquet to a folder, all of them together, and return the files.

    A table without rows is a file without rows. Raises ExportError if the folder holds other files.
    """
    schemas = {name: _schema(columns) for name, columns in {**NODE_TABLES, **EDGE_TABLES}.items()}
    names = [f"{name}.parquet" for name in schemas]
    with atomic_folder(folder, names) as stage, ExitStack() as files:
        writers = {
            name: files.enter_context(_Writer(stage / f"{name}.parquet", schema))
            for name, schema in schemas.items()
        }
        for name in NODE_TABLES:
            tables.let_go()
            writers[name].write(node_rows(tables, name))
        for relation, row in edge_rows(tables):
            writers[relation].add(row)
    return [folder / name for name in names]


class _Writer:
    """Writes rows to a file in groups of one size, whatever they came with: equal rows give equal bytes."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        from pyarrow.parquet import ParquetWriter

        self._schema = schema
        self._writer = ParquetWriter(path, schema, compression="zstd")
        self._waiting: list[Row] = []

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, error: type[BaseException] | None, *_more: object) -> None:
        if error is None:
            self._flush()
        self._writer.close()

    def write(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Write a row."""
        self._waiting.append(row)
        if len(self._waiting) == _ROWS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            self._writer.write_table(pa.Table.from_pylist(self._waiting, schema=self._schema))
            self._waiting.clear()


def _schema(columns: Mapping[str, str]) -> pa.Schema:
    import pyarrow as pa

    def records(*names: str) -> Any:
        return pa.list_(pa.struct({name: pa.string() for name in names}))

    types = {
        TEXT: pa.string(),
        TEXTS: pa.list_(pa.string()),
        WHOLE: pa.int64(),
        NUMBER: pa.float64(),
        AUTHORS: records("given", "family", "orcid"),
        LINKS: records("kind", "url", "source"),
    }
    return pa.schema({name: types[kind] for name, kind in columns.items()})
