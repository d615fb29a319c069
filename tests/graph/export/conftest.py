"""A small graph as the assembler gives it, hostile texts, and graphology as a reader."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

PAPERS = [
    ("paper:2401.00011", "Sparse Adapters & Dense Gains: LoRA < Full Tuning?", "2024-01-09"),
    ("paper:2402.00022", "CLIP goes to the market: 图像 retrieval with “cheap” labels", "2024-02"),
    ("paper:t0123456789ab", "A paper without a date\tand with a tab", ""),
]
ENTITIES = [
    ("method:lora", "LoRA", "low-rank adaptation | LoRA adapters"),
    ("method:clip", "CLIP", "Contrastive Language-Image Pre-training"),
    ("dataset:imagenet", "ImageNet", "ImageNet-1K | ILSVRC"),
    ("repo:github.com:quietlake:sparse-adapters", "quietlake/sparse-adapters", ""),
]
EVIDENCE = 'We compare A & <B> with LoRA, "rank 8" & up ]]> and\nbeat the baseline by 2.5%.'

HOSTILE = {
    "control": "a\x00b\x01c\x0bd\x1fe\x7ff",
    "cdata-end": "x ]]> y",
    "cdata-end-and-markup": "]]>]]> & <![CDATA[ z ]]>",
    "entities": "A &amp; &lt;B & <C> &#10; &unknown;",
    "blank-between-entities": "& <",
    "quotes": "\"double\" and 'single' and `tick`",
    "line-ends": "one\ntwo\r\nthree\rfour\n",
    "tabs-and-blanks": "\t tab,  two blanks ",
    "cjk": "图神经网络、データ、논문",
    "emoji": "🧪👩‍🔬🇪🇺",
    "right-to-left": "\u202eabc\u202c שלום \u200f",
    "line-separators": "a\u2028b\u2029c\u0085d",
    "lone-surrogates": "x\ud800y\udfffz",
    "noncharacters": "p\ufffeq\uffffr",
    "script": "</data></node><script>alert(1)</script>",
    "formula": '=HYPERLINK("x"), 1',
    "comment": "<!-- -- > --> <?pi ?>",
}


def legal(text: str) -> str:
    """The XML 1.0 rule written again: the tests' own idea of what a text becomes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    ranges = ((0x9, 0xA), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
    return "".join(c for c in text if any(low <= ord(c) <= high for low, high in ranges))


def build_paper_graph() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(name="three papers")
    drawn = {"x": -12.3456789, "y": 1e-9, "size": 4.0, "r": 31, "g": 119, "b": 180, "topic": "LoRA, CLIP"}
    for number, (node, label, date) in enumerate(PAPERS):
        own = {"kind": "paper", "label": label, "papers": number, "abstract": EVIDENCE, "sources": "may.txt"}
        graph.add_node(node, **own, **drawn, **({"date": date} if date else {}))
    for node, label, aliases in ENTITIES:
        own = {"kind": node.split(":")[0], "label": label, "papers": 2, "aliases": aliases}
        graph.add_node(node, **own, **drawn)
    graph.nodes[ENTITIES[3][0]]["url"] = "https://github.com/quietlake/sparse-adapters?tab=readme&x=1"
    said = {"surfaces": "LoRA | low-rank adaptation", "mentions": 3, "evidence": EVIDENCE, "confidence": 0.93}
    for source, target, relation in [
        (PAPERS[0][0], "method:lora", "proposes"),
        (PAPERS[0][0], "method:lora", "uses"),
        (PAPERS[0][0], ENTITIES[3][0], "code"),
        (PAPERS[1][0], "method:clip", "uses"),
        (PAPERS[1][0], "method:lora", "uses"),
        (PAPERS[2][0], "dataset:imagenet", "introduces"),
    ]:
        graph.add_edge(source, target, relation, relation=relation, weight=1.0, **said)
    graph.edges[PAPERS[0][0], ENTITIES[3][0], "code"]["origin"] = "both"
    shared = {"relation": "related", "weight": 1.4426950408889634, "shared": "LoRA", "shared_count": 1}
    graph.add_edge(PAPERS[0][0], PAPERS[1][0], "related", **shared)
    return graph


@pytest.fixture
def paper_graph() -> nx.MultiDiGraph:
    return build_paper_graph()


@pytest.fixture
def hostile_graph() -> nx.MultiDiGraph:
    """Every hostile text as label, abstract and evidence."""
    graph = nx.MultiDiGraph()
    for name, text in HOSTILE.items():
        graph.add_node(f"method:{name}", kind="method", label=text, abstract=text, papers=1)
        graph.add_edge(f"method:{name}", "method:cjk", "uses", relation="uses", evidence=text, weight=0.5)
    return graph


@pytest.fixture
def hostile_texts() -> dict[str, str]:
    return HOSTILE


@pytest.fixture(scope="session")
def legal_text_oracle() -> Callable[[str], str]:
    return legal


@pytest.fixture
def shuffled() -> Callable[[nx.MultiDiGraph], nx.MultiDiGraph]:
    """A copy with nodes, edges and attributes inserted in the opposite order."""

    def reverse(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
        copy = nx.MultiDiGraph(**graph.graph)
        for node, data in reversed(list(graph.nodes(data=True))):
            copy.add_node(node, **dict(reversed(data.items())))
        for source, target, key, data in reversed(list(graph.edges(keys=True, data=True))):
            copy.add_edge(source, target, key, **dict(reversed(data.items())))
        return copy

    return reverse


@pytest.fixture(scope="session")
def read_with_graphology(unavailable) -> Callable[[Path], dict[str, Any]]:
    """Read a .graphml, .gexf or .json file as graphology does; `nodes` and `edges` by id."""
    folder = os.environ.get("PAPERLATTICE_NODE_MODULES")
    if not folder or not Path(folder, "node_modules", "graphology").is_dir():
        unavailable("graphology", "PAPERLATTICE_NODE_MODULES names no folder with graphology's readers")
    node = shutil.which("node")
    if node is None:
        unavailable("graphology", "node is not installed")
    script = Path(__file__).with_name("read_with_graphology.cjs")

    def read(path: Path) -> dict[str, Any]:
        done = subprocess.run([node, str(script), folder, str(path)], capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return read
