from __future__ import annotations

import dataclasses

from paperlattice.extractors.sources import FileReport, Skipped
from paperlattice.graph.model.options import BuildOptions, BuildReport
from paperlattice.graph.model.pins import Pin, Pins
from paperlattice.graph.store.codec import meta_table
from paperlattice.graph.store.meta import options_in, read_meta, report_in
from paperlattice.graph.store.schema import SCHEMA_VERSION


def test_options_and_report_come_back_as_they_were(small_graph):
    pins = Pins(same=(Pin(("A", "B"), "method", "pins.toml: [[same]] 1"),), different=(Pin(("C", "D")),))
    options = BuildOptions("test+plugin", 7, 0.25, ("method", "task"), "none", 0.3, 4, pins=pins)
    report = BuildReport(
        entries=6,
        entities={"method": 1, "dataset": 2, "repo": 3},
        skipped=(Skipped("a.txt", "line 7", "no title"),),
        files=(FileReport("a.txt", "daily_papers", 6, 2),),
    )
    meta = dict(zip(*meta_table(options, report, changed="").to_pydict().values(), strict=True))
    assert (options_in(meta), report_in(meta)) == (options, report)
    assert meta["schema_version"] == str(SCHEMA_VERSION)
    assert options_in({key: value for key, value in meta.items() if key != "pins"}) == dataclasses.replace(
        options, pins=Pins()
    )
    assert read_meta(small_graph.tables.connection).keys() == meta.keys()
