"""Both executors, over the tables of an empty graph."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from paperlattice.graph.executors.base import Executor
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.store.schema import create_tables

# PySpark leaves sockets to the garbage collector.
SPARK = (pytest.mark.spark, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"))


@pytest.fixture
def local() -> Iterator[DuckDBExecutor]:
    with duckdb.connect() as connection:
        connection.execute(create_tables())
        yield DuckDBExecutor(connection)


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=SPARK)])
def executor(request, tmp_path) -> Executor:
    if request.param == "duckdb":
        return request.getfixturevalue("local")
    from paperlattice.graph.executors.spark.executor import OutputFolder, SparkExecutor

    session = request.getfixturevalue("spark")
    return SparkExecutor(session, OutputFolder(session, tmp_path.as_uri()))
