"""What is Spark's own of the executor on Spark."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paperlattice.graph.executors.spark.executor import OutputFolder, SparkExecutor, ddl

# PySpark leaves sockets to the garbage collector.
unclosed = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


def test_a_schema_in_the_words_of_spark():
    schema = pa.schema({"end": pa.int64(), "shared": pa.list_(pa.string()), "weight": pa.float64()})
    assert ddl(schema) == "`end` BIGINT, `shared` ARRAY<STRING>, `weight` DOUBLE"


@pytest.mark.spark
@unclosed
def test_what_is_written_lies_in_folders_results_apart_from_work(spark, tmp_path):
    executor = SparkExecutor(spark, OutputFolder(spark, tmp_path.as_uri()))
    row = pa.table({"key": ["a"], "paper_id": ["p"], "is_head": [True]})
    for name in ("title_index", "work"):
        executor.write(name, row)
    executor.write("provisional", pa.table({"block": [1]}))  # no table of a folder: nothing is written
    assert executor.count("provisional") == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["_work", "title_index"]
    assert [p.name for p in (tmp_path / "_work").iterdir()] == ["work"]


@pytest.mark.spark
@unclosed
@pytest.mark.parametrize("rows, tasks", [(0, "2"), (1_000_000, "20")])
def test_more_rows_are_cut_into_more_tasks(spark, tmp_path, rows, tasks):
    executor = SparkExecutor(spark.newSession(), OutputFolder(spark, tmp_path.as_uri()))
    executor.expect(rows)
    assert executor.session.conf.get("spark.sql.shuffle.partitions") == tasks
