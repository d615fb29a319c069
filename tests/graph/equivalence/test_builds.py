"""One pipeline: what either executor makes of the same papers is equal, row for row in order."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.pipeline.build import build_graph, build_tables, read_source
from paperlattice.graph.pipeline.stages import SOURCE_ROWS, find_mentions
from paperlattice.graph.store.schema import create_tables
from paperlattice.graph.store.tables import GraphTables

# PySpark leaves sockets to the garbage collector.
SPARK = (pytest.mark.spark, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"))

PINS = """
[[same]]
kind = "method"
names = ["Quillnet", "CLIP"]
[[different]]
names = ["ResNet-18", "ResNet-50"]
[[different]]
name = "LoRA"
kind = "method"
papers = [["2501.00001"], ["A second look at low-rank adaptation"]]
[[drop]]
names = ["ImageNet"]
paper = "2501.00001"
[[rename]]
name = "CIFAR-10"
to = "Small pictures"
[[rename]]
name = "Adam"
to = "AdamW"
paper = "Optimisers compared"
[[retype]]
name = "Brookbench"
to = "method"
[[add]]
name = "trees"
kind = "task"
paper = "On nothing in particular"
[[unrelated]]
papers = ["2501.00001", "2501.00002"]
[[drop]]
names = ["Nonesuch"]
"""


@pytest.fixture(params=["processes", pytest.param("spark", marks=SPARK)])
def build(request, tmp_path, monkeypatch) -> Callable[..., KnowledgeGraph]:
    """Return what builds a graph of files: here in small pieces, of one or two processes, or on Spark."""
    if request.param != "spark":
        monkeypatch.setitem(DuckDBExecutor.map.__kwdefaults__, "size", 3)
        monkeypatch.setattr("paperlattice.graph.pipeline.stages.PAPERS_AT_ONCE", 2)
        n_process = 2 if request.param == "processes" else 1  # two take as long to start as all else together
        return lambda source, **options: KnowledgeGraph.build(source, n_process=n_process, **options)
    from paperlattice.graph.executors.spark.executor import SparkExecutor
    from paperlattice.graph.pipeline.spark import build_with_spark

    session = request.getfixturevalue("spark")
    monkeypatch.setitem(SparkExecutor.map.__kwdefaults__, "size", 3)

    def on_spark(source, **options) -> KnowledgeGraph:
        """Replace an earlier result by that of a build, and leave nothing beside it."""
        out, told = tmp_path / "spark" / "out", []
        (out / "meta").mkdir(parents=True)
        pq.write_table(pa.table({"key": ["report"], "value": ["old"]}), out / "meta" / "part-0.parquet")
        report = build_with_spark(
            source, out, session=session, on_progress=lambda *said: told.append(said), **options
        )
        graph = KnowledgeGraph.open(out)
        assert graph.report == report
        assert [path.name for path in out.parent.iterdir()] == ["out"]
        assert ("reading", report.entries, 0) in told
        assert ("extracting", report.papers, report.papers) in told
        return graph

    return on_spark


SPARK_LATER = pytest.mark.parametrize(
    "build", ["duckdb", pytest.param("spark", marks=(*SPARK, pytest.mark.long))], indirect=True
)
"""A build on Spark takes half a minute: what others cover there waits for a run before a release."""


@pytest.fixture
def check(stored_rows) -> Callable[[KnowledgeGraph, KnowledgeGraph], None]:
    def compare(found: KnowledgeGraph, wanted: KnowledgeGraph) -> None:
        assert stored_rows(found) == stored_rows(wanted)
        assert found.tables.options() == wanted.tables.options()

    return compare


def test_files_of_all_formats(build, check, all_formats):
    graph, wanted = build(all_formats), KnowledgeGraph.build(all_formats)
    check(graph, wanted)
    assert graph.report == wanted.report
    assert graph.report.duplicates > 2
    assert len(graph.report.skipped) > 2
    assert {file.format for file in graph.report.files} >= {"json_lines", "parquet", "csv", "json"}
    assert graph.report.links
    assert sum(entity.label == "Flapnet" for entity in graph.entities()) == 2


@SPARK_LATER
def test_all_options(build, check, mixed_input, tmp_path):
    pins = tmp_path / "pins.toml"
    pins.write_text(PINS, encoding="utf-8")
    options = {"pins": pins, "kinds": "method,dataset,technique", "hub_limit": 3, "min_confidence": 0.3}
    graph, plain = build(mixed_input, **options), KnowledgeGraph.build(mixed_input)
    check(graph, KnowledgeGraph.build(mixed_input, **options))
    assert graph.report.entities.keys() == {"method", "dataset", "technique"}
    assert graph.report.entities["technique"]
    assert graph.explain("Quillnet", "CLIP").same > plain.explain("Quillnet", "CLIP").same
    links = "SELECT * FROM {links} ORDER BY source, target"
    assert graph.tables.rows(links) != plain.tables.rows(links)


@SPARK_LATER
def test_links_by_shared_entities(build, check, mixed_input):
    graph, wanted = (make(mixed_input, links="shared") for make in (build, KnowledgeGraph.build))
    check(graph, wanted)
    assert graph.report.links


@SPARK_LATER
def test_papers_that_name_nothing(build, check, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "On nothing", "abstract": "Nothing."}\n', encoding="utf-8")
    graph = build(path)
    assert (graph.report.papers, graph.report.without_entities) == (1, 1)
    check(graph, KnowledgeGraph.build(path))


@pytest.mark.long
def test_real_pages_and_abstracts(build, check, shared, tmp_path):
    """Two pages and 60 abstracts, or all five and as many as PAPERLATTICE_SPARK_PAPERS says."""
    asked = os.environ.get("PAPERLATTICE_SPARK_PAPERS")
    count, pages = int(asked or 60), sorted((shared / "seeds").glob("*.txt"))[: None if asked else 2]
    path = tmp_path / "corpus.jsonl"
    with gzip.open(shared / "corpus" / "conferences.jsonl.gz", "rb") as whole:
        path.write_bytes(b"".join(islice(whole, count)))
    graph = build([*pages, path])
    wanted = KnowledgeGraph.build([path, *pages])
    check(graph, wanted)
    assert graph.report.entries > count
    assert sorted(graph.report.files, key=repr) == sorted(wanted.report.files, key=repr)


@pytest.mark.spark
@SPARK[1]
def test_what_is_at_an_address_is_read_and_written_as_it_is(spark, mixed_input, tmp_path):
    """Reading and writing alone; the stages between are those of files."""
    from paperlattice.graph.executors.base import Mapped
    from paperlattice.graph.executors.spark.executor import SparkExecutor, output_folder
    from paperlattice.graph.pipeline.addresses import read_addresses

    out = tmp_path / "out"
    for left in (out / "_work" / "found", out / "meta"):
        left.mkdir(parents=True)
    entries = "SELECT id, title, abstract FROM source_rows WHERE report IS NULL ORDER BY title, id, abstract"
    key = pa.table({"key": ["a"], "paper_id": ["p"], "is_head": [True]})
    with output_folder(spark, out.as_uri()) as folder:
        assert not (out / "meta").exists()
        lines, table = read_addresses(spark, [mixed_input.as_uri()], first=0)
        executor = SparkExecutor(spark, folder)
        executor.write("source_rows", Mapped(lines.union(table), SOURCE_ROWS))
        executor.write("title_index", key)
        found = executor.sql(entries).to_pylist()
    local = DuckDBExecutor(duckdb.connect())
    read_source(local, mixed_input, source_format=None)
    assert found == local.sql(entries).to_pylist()
    assert len(found) > 2
    assert [path.name for path in out.iterdir()] == ["title_index"]
    assert pq.read_table(out / "title_index").select(key.column_names).equals(key)


@pytest.mark.spark
@pytest.mark.long
@SPARK[1]
def test_an_address_is_read_and_written_by_spark(spark, check, mixed_input, tmp_path):
    from paperlattice.graph.pipeline.spark import build_with_spark

    out = tmp_path / "out"
    for left in (out / "_work" / "found", out / "meta"):
        left.mkdir(parents=True)
    build_with_spark(mixed_input.as_uri(), out.as_uri(), session=spark, links="shared")
    graph, wanted = KnowledgeGraph.open(out), KnowledgeGraph.build(mixed_input, links="shared")
    check(graph, wanted)
    assert sorted(graph.report.skipped, key=repr) == sorted(wanted.report.skipped, key=repr)
    assert replace(graph.report, files=(), skipped=()) == replace(wanted.report, files=(), skipped=())
    assert graph.report.links
    assert not (out / "_work").exists()


SENTENCES = (
    "We propose Quillnet, a sparse adapter.",
    "We use Quillnets on ImageNet.",
    "We test LoRA and low rank adaptation (LoRA).",
    "We compare ViT-B/16, Vision Transformers and ViTs on CIFAR-10.",
    "Trained with stochastic gradient descent (SGD) on Schema-Guided Dialogue (SGD).",
    "Large language models (LLMs), and reinforcement learning.",
    "Sparse autoencoders (SAEs) and a stacked autoencoder (SAE) are trained.",
    "See github.com/Quill-Lab/Quillnet.git and BERT-base.",
)
papers = st.builds(
    lambda number, title, with_id, text: Paper(
        f"2501.0000{number}" if with_id else Paper.hash_id(title), title, " ".join(text), sources=("a",)
    ),
    st.integers(0, 5),
    st.sampled_from(["On adapters", "Study", "Quillnet: adapters"]),
    st.booleans(),
    st.lists(st.sampled_from(SENTENCES), max_size=3),
)
few_papers = st.lists(papers, min_size=1, max_size=5)


def _rows_of_spark(session, folder, given, options) -> KnowledgeGraph:
    """Return the graph of papers, which Spark reads from no file."""
    from paperlattice.graph.executors.spark.executor import SparkExecutor, output_folder

    own = session.newSession()
    with output_folder(own, folder) as output:
        executor = SparkExecutor(own, output)
        executor.expect(len(given))
        read_source(executor, given, source_format=None)
        texts = "SELECT id, title, abstract FROM papers"
        build_tables(
            executor,
            options,
            lambda: executor.write("found", find_mentions(executor, texts, options, total=0)),
        )
    return KnowledgeGraph.open(folder)


@pytest.mark.parametrize("executor", ["duckdb", pytest.param("spark", marks=(*SPARK, pytest.mark.long))])
def test_random_papers_in_any_order(executor, request, tmp_path_factory, stored_rows):
    session = request.getfixturevalue("spark") if executor == "spark" else None

    @settings(
        max_examples=settings.default.max_examples // (6 if session is None else 30),
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(few_papers, st.randoms(use_true_random=False), st.sampled_from(["related", "shared", "none"]))
    def compare(given_papers, rng, links) -> None:
        options = BuildOptions.given(links=links)
        other = rng.sample(given_papers, len(given_papers))
        if session is None:
            connection = duckdb.connect(config={"threads": 1})
            connection.execute(create_tables())
            build_graph(DuckDBExecutor(connection), other, options)
            graph = KnowledgeGraph(GraphTables(connection))
        else:
            graph = _rows_of_spark(session, tmp_path_factory.mktemp("spark") / "out", other, options)
        wanted = KnowledgeGraph.build(given_papers, links=links)
        assert stored_rows(graph) == stored_rows(wanted)

    compare()
