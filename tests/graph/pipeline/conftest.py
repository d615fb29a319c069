"""An executor over the tables of an empty graph, in memory."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.store.schema import create_tables


@pytest.fixture
def executor() -> Iterator[DuckDBExecutor]:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(create_tables())
        yield DuckDBExecutor(connection)
