"""Arguments and options that several commands share, and what opens the graph they speak of."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from graph.errors import StoreError
from graph.export.outputs import TABLES_NAME

if TYPE_CHECKING:
    from extractors.records import Kind
    from graph.api import KnowledgeGraph

__all__ = ["DEFAULT_OUT", "DEFAULT_STORE", "EntityKind", "Json", "Store", "kind_of", "open_graph"]

DEFAULT_OUT: Final = Path("outputs")
DEFAULT_STORE: Final = DEFAULT_OUT / "paperlattice.duckdb"

Store = Annotated[Path, typer.Option("--from", metavar="STORE", help="The store to ask: what `build` wrote.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


class EntityKind(StrEnum):
    """The kinds of entities, as a choice on the command line."""

    method = "method"
    dataset = "dataset"
    repo = "repo"


def kind_of(chosen: EntityKind | None) -> Kind | None:
    """Return the choice as the library names it."""
    return None if chosen is None else chosen.value


def open_graph(store: Path) -> KnowledgeGraph:
    """Return the graph of a store. Raises StoreError; a store that was never built says how to build one."""
    from graph.api import KnowledgeGraph

    if store == DEFAULT_STORE and not store.exists() and (DEFAULT_OUT / TABLES_NAME).is_dir():
        store = DEFAULT_OUT / TABLES_NAME
    if store == DEFAULT_STORE and not store.exists():
        raise StoreError(
            f"there is no store {store} here; "
            "run `paperlattice build INPUT...` first, or name a store with --from"
        )
    return KnowledgeGraph.open(store)
