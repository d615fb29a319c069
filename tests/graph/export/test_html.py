"""The page as text: complete in itself, safe, repeatable, and true to the graph."""

import base64
import copy
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import zlib
from functools import partial
from pathlib import Path
from typing import Any

import lxml.html
import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.html import _vis_network, generate_html
from paperlattice.graph.export.page_data import top_part

ROOT = Path(__file__).parents[3]


def inflated(packed: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(packed)))


def block(page: str, name: str) -> Any:
    return inflated(lxml.html.document_fromstring(page).get_element_by_id(f"{name}-data").text)


def chunks(page: str) -> list[dict[str, list]]:
    packed = lxml.html.document_fromstring(page).get_element_by_id("text-data").text or ""
    return [{name: column(values) for name, values in inflated(part).items()} for part in packed.splitlines()]


def column(values: object) -> list:
    return values if isinstance(values, list) else [values["values"][at] for at in values["index"]]


def rows(page: str, part: str) -> list[dict]:
    columns = {name: column(values) for name, values in block(page, "graph")[part].items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def test_page_refers_to_nothing_outside(paper_graph):
    page = re.sub(
        r'<script id="[a-z-]+" type="[a-z]+/[a-z]+">.*?</script>',
        "",
        generate_html(paper_graph),
        flags=re.S,
    )
    document = lxml.html.document_fromstring(page)
    addresses = document.xpath("//@src | //@href | //@action | //@data | //@srcset | //@poster")
    assert [address[:26] for address in addresses] == ["data:image/svg+xml;base64,"]
    assert not re.search(r"@import|url\(", "".join(document.xpath("//style/text()")))
    assert not document.xpath("//iframe | //object | //embed | //base | //form")


def test_policy_allows_the_scripts_and_the_style_in_the_page_and_nothing_else(paper_graph):
    document = lxml.html.document_fromstring(generate_html(paper_graph))
    policy = dict(
        part.strip().split(" ", 1) for part in document.xpath("//meta[@http-equiv]/@content")[0].split(";")
    )

    def digests(path: str) -> str:
        texts = (element.text.encode() for element in document.xpath(path))
        return " ".join(
            f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in texts
        )

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == digests("//script[not(@type)]")
    assert policy["style-src"] == digests("//style")
    assert not document.xpath("//@*[starts-with(name(), 'on')] | //@style")


def test_policy_comes_before_anything_that_it_governs(paper_graph):
    page = generate_html(paper_graph)
    assert page.index("Content-Security-Policy") < min(
        page.index("<style"), page.index("<script"), page.index("<link")
    )


def test_equal_graphs_give_equal_pages(paper_graph, shuffled):
    assert generate_html(paper_graph) == generate_html(shuffled(paper_graph))


def test_hash_seed_does_not_change_the_page():
    program = (
        "import hashlib, networkx as nx;"
        "from paperlattice.graph.export.html import generate_html; g = nx.MultiDiGraph();"
        "[g.add_edge(f'paper:{p}', f'method:{ord(p) % 5}', 'uses', surfaces=p) for p in set('abcdefghij')];"
        "print(hashlib.sha256(generate_html(g).encode()).hexdigest())"
    )

    def digest(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    assert digest("1") == digest("2")


def test_graph_stays_as_it_is(paper_graph):
    before = copy.deepcopy(paper_graph)
    generate_html(paper_graph)
    assert nx.utils.graphs_equal(paper_graph, before)


def test_every_node_and_every_parallel_edge_is_in_the_page(paper_graph):
    page = generate_html(paper_graph)
    nodes = rows(page, "nodes")
    found = {
        (nodes[edge["from"]]["key"], nodes[edge["to"]]["key"], edge["relation"])
        for edge in rows(page, "edges")
    }
    assert {node["key"] for node in nodes} == set(paper_graph)
    assert found == set(paper_graph.edges(keys=True))
    assert len(rows(page, "edges")) == paper_graph.number_of_edges()


def test_attributes_arrive_as_they_are(paper_graph):
    page = generate_html(paper_graph)
    node = next(node for node in rows(page, "nodes") if node["key"] == "method:lora")
    assert (node["label"], node["aliases"]) == ("LoRA", "low-rank adaptation | LoRA adapters")
    assert (node["x"], node["y"], node["size"], node["shape"]) == (-12.3, 0.0, 4.0, "diamond")


def test_long_texts_are_apart_and_deflated(paper_graph):
    page = generate_html(paper_graph)
    papers, others = chunks(page)
    assert {name: len(texts) for name, texts in papers.items()} == {
        "abstract": 3,
        **dict.fromkeys(("surfaces", "shared", "start", "length"), paper_graph.number_of_edges()),
    }
    assert others == {}
    assert not set(papers) & (set(rows(page, "nodes")[0]) | set(rows(page, "edges")[0]))
    assert papers["abstract"][0] == paper_graph.nodes["paper:2401.00011"]["abstract"]


def test_page_over_budget_says_so_and_is_the_same_in_any_order(paper_graph, shuffled, monkeypatch):
    monkeypatch.setattr("paperlattice.graph.export.html.top_part", partial(top_part, node_budget=4))
    page = generate_html(paper_graph)
    assert len(rows(page, "nodes")) == 4
    note = lxml.html.document_fromstring(page).get_element_by_id("part").text_content()
    assert note.startswith("This page shows 4 of 7 nodes")
    assert page == generate_html(shuffled(paper_graph))


def test_hostile_texts_come_back_as_they_went_in(hostile_graph, hostile_texts):
    labels = {node["key"]: node["label"] for node in rows(generate_html(hostile_graph), "nodes")}
    expected = {
        f"method:{name}": re.sub("[\ud800-\udfff]", "\ufffd", text) for name, text in hostile_texts.items()
    }
    assert labels == expected


@pytest.mark.parametrize(
    "name, shown",
    [
        ("Papers & more", "Papers & more"),
        ("</title><script>alert(1)</script>", "</title><script>alert(1)</script>"),
        ("{{ 7 * 7 }} {% raw %}", "{{ 7 * 7 }} {% raw %}"),
        ('" onmouseover="alert(1)', '" onmouseover="alert(1)'),
        ("two\nlines\x00and \ud800", "two lines\ufffdand \ufffd"),
    ],
)
def test_name_is_only_ever_text(name, shown):
    document = lxml.html.document_fromstring(generate_html(nx.MultiDiGraph(), name=name).encode())
    assert document.xpath("string(//title)") == document.xpath("string(//h1)") == shown
    assert len(document.xpath("//script")) == 4


@settings(max_examples=20, deadline=None)
@given(label=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), abstract=st.text())
def test_any_text_survives_and_nothing_ends_its_block(label, abstract):
    graph = nx.MultiDiGraph()
    graph.add_node("paper:1", kind="paper", label=label, abstract=abstract)
    page = generate_html(graph)
    assert rows(page, "nodes")[0]["label"] == label
    assert [chunk.get("abstract", [""]) for chunk in chunks(page)] == [[abstract]]
    raw = re.findall(r'type="text/plain">(.*?)</script>', page, flags=re.S)
    assert len(raw) == 2
    assert not re.search("[<>&\u2028\u2029]", "".join(raw))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["", "LoRA", "CLIP"]), min_size=1, max_size=40))
def test_repeated_values_are_packed_without_loss(topics):
    graph = nx.MultiDiGraph()
    for number, topic in enumerate(topics):
        graph.add_node(f"paper:{number:02}", kind="paper", label="x", topic=topic)
    assert [node["topic"] for node in rows(generate_html(graph), "nodes")] == topics


@pytest.mark.parametrize("missing", [None, math.nan, math.inf, "12"])
def test_nodes_without_a_position_get_one_each(missing):
    graph = nx.MultiDiGraph()
    for number in range(30):
        graph.add_node(
            f"method:{number}",
            kind="method",
            label="m",
            **({} if missing is None else {"x": missing, "y": missing}),
        )
    places = {(node["x"], node["y"]) for node in rows(generate_html(graph), "nodes")}
    assert len(places) == 30


def test_header_counts_what_there_is(paper_graph):
    document = lxml.html.document_fromstring(generate_html(paper_graph))
    summary = [span.text for span in document.xpath("//*[@class='summary']/span")]
    assert summary == ["3 papers", "2 methods", "1 dataset", "1 repository", "7 links"]


def test_empty_graph_gives_a_page():
    assert block(generate_html(nx.MultiDiGraph()), "graph")["nodes"] == {}


def test_write_leaves_one_utf8_file_and_nothing_else(paper_graph, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_graph(paper_graph, tmp_path / "graph.html", name="图", format="html")
    assert (tmp_path / "graph.html").read_bytes() == generate_html(paper_graph, name="图").encode()
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]


def test_importing_the_module_does_not_import_pyvis():
    program = (
        "import sys, graph.export.html; sys.exit(bool({'pyvis', 'IPython', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT).returncode == 0


def test_pyvis_without_vis_network_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"no vis-network\.min\.js .*reinstall"):
        _vis_network(tmp_path)
