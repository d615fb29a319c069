"""Arguments and options that several commands share, and what opens the graph they speak of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from graph.cli.outputs import TABLES_NAME
from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.api import KnowledgeGraph

DEFAULT_OUT: Final = Path("outputs")
DEFAULT_STORE: Final = DEFAULT_OUT / "paperlattice.duckdb"

Store = Annotated[Path, typer.Option("--from", metavar="STORE", help="The store to ask: what `build` wrote.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


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
