"""What a build on Spark refuses; the tables that it gives: tests/graph/equivalence."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperlattice.extractors.errors import InputNotFound, PluginError, SourceError
from paperlattice.extractors.plugins import PlugIn
from paperlattice.graph.errors import EngineError, StoreError
from paperlattice.graph.pipeline import spark as module
from paperlattice.graph.pipeline.spark import build_with_spark

# PySpark leaves sockets to the garbage collector.
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]


def test_a_folder_of_other_things_is_not_replaced(tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(StoreError, match="holds something other"):
        build_with_spark(tmp_path / "mine.txt", tmp_path)


def test_a_file_that_workers_do_not_see(spark, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "split_inputs", lambda inputs: ([Path("/no/such/a.jsonl")], []))
    with pytest.raises(EngineError, match=r"^Spark gave up: /no/such/a\.jsonl does not exist on a worker"):
        build_with_spark("a", tmp_path / "out", session=spark)
    assert list(tmp_path.iterdir()) == []


def test_input_that_holds_nothing(spark, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"abstract": "No title."}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.jsonl holds no paper that can be read: 1 skipped"):
        build_with_spark(tmp_path / "a.jsonl", tmp_path / "out", session=spark)
    with pytest.raises(InputNotFound, match=r"nonesuch.* names nothing to read"):
        build_with_spark((tmp_path / "nonesuch").as_uri(), tmp_path / "out", session=spark)


def test_plug_ins_are_refused(tmp_path):
    with pytest.raises(PluginError, match="on this machine only"):
        build_with_spark("a", tmp_path, components=[PlugIn("x", {"METHOD": "method"})])
