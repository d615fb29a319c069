"""Input of many kinds, and the rows of graphs by which they are compared."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.graph.demo import sample_file
from paperlattice.graph.store.transaction import FOLDER_TABLES

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
    # One name for two things, which their contexts tell apart.
    {
        "title": "Flapnet: landmarks",
        "abstract": "We propose Flapnet. Flapnet aligns landmarks on baby faces.",
    },
    {"title": "Flapnet: joins", "abstract": "We propose Flapnet. Flapnet reorders joins of query plans."},
    {"title": "Faster joins", "abstract": "We cache query plans. Joins are reordered with Flapnet."},
)


def _lines(papers) -> str:
    return "".join(json.dumps(paper) + "\n" for paper in papers)


@pytest.fixture
def mixed_input(tmp_path) -> Path:
    """A folder with the papers in files of several kinds, some twice, some without an id, some broken."""
    folder = tmp_path / "input"
    (folder / "deep").mkdir(parents=True)
    broken = ['{"title": "Cut off\n', '{"abstract": "No title."}\n']
    (folder / "a.jsonl").write_text(
        _lines(PAPERS[:2]) + broken[0] + _lines(PAPERS[2:]) + broken[1], encoding="utf-8"
    )
    without_id = [{k: v for k, v in paper.items() if k != "id"} for paper in PAPERS[:3]]
    with gzip.open(folder / "deep" / "b.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write(_lines(without_id))
    rows = [{"id": str(n % 2), "title": f"Row {n}", "abstract": "We use BERT."} for n in range(3)]
    pq.write_table(pa.Table.from_pylist([*rows, {"title": "Row 1"}]), folder / "c.parquet")
    return folder


@pytest.fixture
def all_formats(mixed_input) -> Path:
    """The folder with files of more kinds, which Spark reads as files only."""
    (mixed_input / "d.json").write_text(json.dumps({"papers": PAPERS[3:]}), encoding="utf-8")
    (mixed_input / "e.csv").write_text("title,abstract\nOn trees,We use CLIP on COCO.\n", encoding="utf-8")
    (mixed_input / "f.json").write_text("[]", encoding="utf-8")
    with sample_file() as page:
        shutil.copy(page, mixed_input / "g.txt")
    return mixed_input


@pytest.fixture(scope="session")
def stored_rows() -> Callable[[KnowledgeGraph], dict[str, list[tuple]]]:
    """Return a function that reads the tables that answer questions, row by row in their order."""

    def read(graph: KnowledgeGraph) -> dict[str, list[tuple]]:
        names = [name for name in FOLDER_TABLES if name != "meta"]
        return {name: graph.tables.rows(f"SELECT * FROM {{{name}}}") for name in names}

    return read
