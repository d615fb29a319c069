"""Spark for the tests, input of many kinds, and what compares a folder of tables with a local store."""

from __future__ import annotations

import contextlib
import gc
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from graph.store.whole import write_store

from extractors.errors import PaperlatticeError
from graph.model.options import Lattice
from graph.store.folder import FOLDER_TABLES, open_tables
from graph.store.schema import SORTED_BY, TABLES
from graph.store.transaction import open_store

PAPERS = (
    {
        "id": "2501.00001",
        "title": "Quillnet: sparse adapters for ViT",
        "abstract": "We propose Quillnet, a sparse adapter. It beats LoRA on ImageNet. "
        "See github.com/quill-lab/quillnet. Large language models (LLMs) are not needed.",
        "date": "2025-01-03",
        "code": "https://github.com/quill-lab/quillnet",
    },
    {
        "id": "2501.00002",
        "title": "A second look at low-rank adaptation",
        "abstract": "Low-rank adaptation (LoRA) is common. We test LoRA with Vision Transformers on "
        "ImageNet-1K and CIFAR-10, and with large language models (LLMs).",
        "date": "2025-02",
    },
    {
        "id": "2501.00003",
        "title": "Brookbench",
        "abstract": "We introduce Brookbench, a data set for dialogue. CLIP fails on it, and so does "
        "ResNet-50.",
    },
    {
        "id": "2501.00004",
        "title": "Dialogue agents revisited",
        "abstract": "On the Schema-Guided Dialogue (SGD) data set, and trained with stochastic gradient "
        "descent (SGD), agents fail. CLIP and ResNet-18 do not help.",
        "code": "https://github.com/brook-lab/agents",
    },
    {
        "id": "2501.00005",
        "title": "On nothing in particular",
        "abstract": "This paper names nothing.",
    },
    {"id": "10.5555/odd_id", "title": "Optimisers compared", "abstract": "We train with SGD and Adam only."},
)


@pytest.fixture(scope="session")
def needs_spark(unavailable) -> None:
    """Skip where PySpark or Java is missing."""
    from graph.executors.spark.session import check_java, check_pyspark

    try:
        check_pyspark()
        check_java()
    except PaperlatticeError as error:
        unavailable("spark", str(error))


@pytest.fixture(scope="module")
def session(needs_spark):
    """One session on two cores for the tests of a module."""
    from graph.executors.spark.session import spark_session

    # Little is computed here: Java's second compiler would cost more than it saves.
    settings = {"spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1"}
    with spark_session("local[2]", settings=settings) as started:
        yield started
    gc.collect()  # here, where the warnings of PySpark's own sockets are passed over


@pytest.fixture
def mixed_input(tmp_path) -> Path:
    """A folder with the papers in files of several kinds, some twice, some without an id, some broken."""
    folder = tmp_path / "input"
    (folder / "deep").mkdir(parents=True)
    lines = [json.dumps(paper) for paper in PAPERS]
    lines.insert(2, '{"title": "Cut off')
    (folder / "a.jsonl").write_text("\n".join([*lines, '{"abstract": "No title."}']) + "\n", encoding="utf-8")
    without_id = [{k: v for k, v in paper.items() if k != "id"} for paper in PAPERS[:3]]
    with gzip.open(folder / "deep" / "b.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.writelines(json.dumps(paper) + "\n" for paper in without_id)
    rows = [{"id": str(n % 2), "title": f"Row {n}", "abstract": "We use BERT."} for n in range(3)]
    pq.write_table(pa.Table.from_pylist([*rows, {"title": "Row 1"}]), folder / "c.parquet")
    (folder / "d.json").write_text("[]", encoding="utf-8")
    return folder


@pytest.fixture
def differences(tmp_path) -> Callable[[Path, Lattice], list[str]]:
    """Return what names the tables in which a folder differs from the store of a lattice, meta included."""

    def compare(folder: Path, lattice: Lattice) -> list[str]:
        store = write_store(tmp_path / "local.duckdb", lattice)
        with contextlib.closing(open_tables(folder)) as spark, contextlib.closing(open_store(store)) as local:
            found = [
                name for name in FOLDER_TABLES if name != "meta" and _rows(spark, name) != _rows(local, name)
            ]
            meta, expected = (
                dict(c.execute("SELECT key, value FROM meta").fetchall()) for c in (spark, local)
            )
        return found + [key for key in expected if meta.get(key) != expected[key]]

    return compare


def _rows(connection, table: str) -> list[tuple]:
    columns = ", ".join(f'"{name}"' for name in TABLES[table].names)
    order = ", ".join(f'"{name}"' for name in SORTED_BY[table])
    return connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}").fetchall()


@pytest.fixture
def invented(tmp_path) -> Iterator[Path]:
    """The papers as one file."""
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(paper) + "\n" for paper in PAPERS), encoding="utf-8")
    return path
