"""What the Spark engine builds is what a local build gives, table by table."""

from __future__ import annotations

import gzip
import os
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractors.errors import InputNotFound, PluginError, SourceError
from extractors.plugins import PlugIn
from graph.errors import StoreError
from graph.pipeline.spark import build_with_spark
from graph.pipeline.build import build_lattice
from graph.store.folder import open_tables

# PySpark leaves sockets to the garbage collector.
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]

PINS = """
[[same]]
kind = "method"
names = ["Quillnet", "CLIP"]
[[different]]
names = ["ResNet-18", "ResNet-50"]
"""


def earlier_result(folder: Path) -> Path:
    """A folder with a table of a build before this one."""
    (folder / "meta").mkdir(parents=True)
    pq.write_table(pa.table({"key": ["report"], "value": ["old"]}), folder / "meta" / "part-0.parquet")
    return folder


def test_files_of_many_kinds(session, mixed_input, tmp_path, differences):
    report = build_with_spark(mixed_input, tmp_path / "out", session=session)
    lattice = build_lattice(mixed_input)
    assert report == lattice.report
    assert report.duplicates > 2
    assert len(report.skipped) > 2
    assert lattice.links
    assert differences(tmp_path / "out", lattice) == []


def test_all_options(session, invented, tmp_path, differences):
    pins = tmp_path / "pins.toml"
    pins.write_text(PINS, encoding="utf-8")
    options = {"pins": pins, "generic": True, "hub_limit": 3, "min_confidence": 0.3}
    build_with_spark(invented, tmp_path / "out", session=session, **options)
    lattice = build_lattice(invented, **options)
    assert any("generic" in mention.rule for mention in lattice.mentions)
    assert differences(tmp_path / "out", lattice) == []


def test_addresses_are_read_by_spark(session, mixed_input, tmp_path, differences):
    (mixed_input / "d.json").unlink()
    build_with_spark(mixed_input.as_uri(), tmp_path / "out", session=session)
    lattice = build_lattice(mixed_input)
    assert set(differences(tmp_path / "out", lattice)) <= {"report"}  # files come in another order


def test_an_address_as_target_is_built_again(session, invented, tmp_path, differences):
    target = earlier_result(tmp_path / "out")
    (target / "_work" / "found").mkdir(parents=True)
    build_with_spark(invented, target.as_uri(), session=session)
    assert differences(target, build_lattice(invented)) == []
    assert not (target / "_work").exists()


def test_an_earlier_result_is_replaced_and_nothing_else(session, invented, tmp_path):
    target = earlier_result(tmp_path / "out")
    invented.write_text('{"title": "Alone", "abstract": "We use BERT."}\n', encoding="utf-8")
    build_with_spark(invented, target, session=session)
    assert open_tables(target).execute("SELECT title FROM papers").fetchall() == [("Alone",)]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "papers.jsonl"]
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("x")
    with pytest.raises(StoreError, match="holds other things"):
        build_with_spark(invented, tmp_path / "other", session=session)


def test_papers_that_name_nothing(session, tmp_path, differences):
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "On nothing", "abstract": "Nothing."}\n', encoding="utf-8")
    report = build_with_spark(path, tmp_path / "out", session=session)
    assert (report.papers, report.without_entities) == (1, 1)
    assert differences(tmp_path / "out", build_lattice(path)) == []


def test_a_file_that_workers_do_not_see(session, tmp_path, monkeypatch):
    from graph.errors import EngineError
    from graph.executors.spark import build

    monkeypatch.setattr(build, "split_inputs", lambda inputs: ([Path("/no/such/a.jsonl")], []))
    with pytest.raises(EngineError, match=r"^Spark gave up: /no/such/a\.jsonl is not there on a worker"):
        build_with_spark("a", tmp_path / "out", session=session)
    assert list(tmp_path.iterdir()) == []


def test_input_that_holds_nothing(session, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"abstract": "No title."}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.jsonl holds no paper that can be read: 1 skipped"):
        build_with_spark(tmp_path / "a.jsonl", tmp_path / "out", session=session)
    with pytest.raises(InputNotFound, match=r"nonesuch.* names nothing to read"):
        build_with_spark((tmp_path / "nonesuch").as_uri(), tmp_path / "out", session=session)


def test_plug_ins_are_refused(tmp_path):
    with pytest.raises(PluginError, match="on this machine only"):
        build_with_spark("a", tmp_path, components=[PlugIn("x", {"METHOD": "method"})])


def test_the_seeds(session, shared, tmp_path, differences):
    pages = shared / "seeds"
    build_with_spark(pages, tmp_path / "out", session=session)
    assert differences(tmp_path / "out", build_lattice(pages)) == []


def test_a_part_of_the_corpus(session, shared, tmp_path, differences):
    """1,000 abstracts, or as many as PAPERLATTICE_SPARK_PAPERS says."""
    count = int(os.environ.get("PAPERLATTICE_SPARK_PAPERS", "1000"))
    path = tmp_path / "corpus.jsonl"
    with (
        gzip.open(shared / "corpus" / "conferences.jsonl.gz", "rb") as whole,
        path.open("wb") as part,
    ):
        part.writelines(islice(whole, count))
    report = build_with_spark(path, tmp_path / "out", session=session)
    assert report.entries == count
    assert differences(tmp_path / "out", build_lattice(path)) == []
