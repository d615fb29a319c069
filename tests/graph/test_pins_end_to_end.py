"""A file of pins, from the command line to the graph and back to the reasons."""

import json

import pytest
from typer.testing import CliRunner

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.graph.cli.app import read_program

ROWS = [
    ("1", "Willowbark", "We propose Willowbark, an adapter. It beats ResNet-18 and LoRA on ImageNet."),
    ("2", "Fernleaf", "We propose Fernleaf, an adapter. It beats ResNet-50 and LoRA on ImageNet."),
]
PAPERS = [Paper(*row) for row in ROWS]
DIFFERENT = '[[different]]\nkind = "method"\nnames = ["ResNet-18", "ResNet-50"]\n'
SAME = '[[same]]\nkind = "method"\nnames = ["Willowbark", "Fernleaf"]\n'


@pytest.fixture
def pins(tmp_path):
    path = tmp_path / "pins.toml"
    path.write_text(DIFFERENT + SAME, encoding="utf-8")
    return path


def test_without_pins_rules_decide():
    graph = KnowledgeGraph.build(PAPERS)
    assert graph.explain("ResNet-18", "ResNet-50").same
    assert not graph.explain("Willowbark", "Fernleaf").same


def test_pins_split_and_unite_and_are_given_as_reasons(pins):
    graph = KnowledgeGraph.build(PAPERS, pins=pins)
    split = graph.explain("ResNet-18", "ResNet-50", kind="method")
    assert not split.same
    assert split.reason == "declared different: 'ResNet-18' and 'ResNet-50' (pins.toml: [[different]] 1)"
    united = graph.explain("Willowbark", "Fernleaf")
    assert [(join.rule, join.evidence) for join in united.merges] == [("pin", "pins.toml: [[same]] 1")]
    reason = '"Willowbark" = "Fernleaf" (pin, 1.00: pins.toml: [[same]] 1)'
    assert reason in graph.nx.nodes[united.left_ids[0]]["united"]


def test_a_store_knows_its_pins(pins, tmp_path):
    graph = KnowledgeGraph.build(PAPERS, pins=pins)
    opened = KnowledgeGraph.open(graph.save(tmp_path / "graph.duckdb"))
    assert opened.tables.options() == graph.tables.options()
    assert opened.explain("ResNet-18", "ResNet-50") == graph.explain("ResNet-18", "ResNet-50")


def test_the_command_line_takes_pins_and_explains_them(pins, tmp_path):
    source, out = tmp_path / "papers.jsonl", tmp_path / "out"
    lines = [json.dumps(dict(zip(("id", "title", "abstract"), row, strict=True))) for row in ROWS]
    source.write_text("\n".join(lines), encoding="utf-8")
    run = CliRunner().invoke
    built = run(
        read_program(), ["build", str(source), "--pins", str(pins), "--out", str(out), "--format", "graphml"]
    )
    assert built.exit_code == 0, built.output
    store = ["--from", str(out / "paperlattice.duckdb")]
    split = run(read_program(), ["explain", "ResNet-18", "ResNet-50", *store])
    assert split.exit_code == 0, split.output
    assert "ResNet-18 and ResNet-50 are two entities" in split.stdout
    assert "declared different: 'ResNet-18' and 'ResNet-50'" in split.stdout
    united = json.loads(run(read_program(), ["explain", "Willowbark", "Fernleaf", "--json", *store]).stdout)
    assert united["same"]
    assert [join["rule"] for join in united["joins"]] == ["pin"]
