"""The map of the topics: JSON Canvas 1.0, and what a reader draws on it."""

import json

from paperlattice.graph.export.vault import write_vault
from paperlattice.graph.export.vault.canvas import canvas_text, merged_canvas


def read(path) -> tuple[dict, list]:
    canvas = json.loads(path.read_text())
    return {node["id"]: node for node in canvas["nodes"]}, canvas["edges"]


def test_the_map_has_a_group_a_topic_its_papers_and_the_links(graph, vault):
    nodes, edges = read(vault / "Map.canvas")
    topics = graph.topics()
    groups = [node for node in nodes.values() if node["type"] == "group"]
    files = [node["file"] for node in nodes.values() if node["type"] == "file"]
    assert len(groups) == len(topics) > 0
    assert [node["label"] for node in groups] == [f"{topic.name} ({topic.papers:,})" for topic in topics]
    assert len(files) == len(set(files)) == len(topics) + sum(len(topic.central) for topic in topics)
    assert all((vault / file).is_file() for file in files)
    central = {paper.id for topic in topics for paper in topic.central}
    links = graph.tables.rows("SELECT source, target FROM {links}")
    between = [edge for edge in edges if "group" not in edge["id"]]
    assert len(between) == sum(a in central and b in central for a, b in links) > 0


def test_nodes_and_edges_are_of_the_format(vault):
    nodes, edges = read(vault / "Map.canvas")
    assert all(type(node[name]) is int for node in nodes.values() for name in ("x", "y", "width", "height"))
    assert {node["type"] for node in nodes.values()} == {"group", "file"}
    assert all({edge["fromNode"], edge["toNode"]} <= nodes.keys() for edge in edges)
    assert len({edge["id"] for edge in edges} | nodes.keys()) == len(edges) + len(nodes)
    allowed = {"id", "fromNode", "toNode", "fromSide", "toSide", "fromEnd", "toEnd", "color", "label"}
    assert all(edge.keys() <= allowed for edge in edges)


def test_files_lie_inside_their_groups_and_groups_apart(vault):
    nodes, _ = read(vault / "Map.canvas")
    groups = [node for node in nodes.values() if node["type"] == "group"]
    assert not any(_meet(a, b) for a in groups for b in groups if a is not b)
    for file in (node for node in nodes.values() if node["type"] == "file"):
        assert sum(_meet(file, group) for group in groups) == 1
        assert sum(_meet(file, other) for other in nodes.values()) == 2


def _meet(a: dict, b: dict) -> bool:
    return all(
        a[at] < b[at] + b[size] and b[at] < a[at] + a[size] for at, size in (("x", "width"), ("y", "height"))
    )


def test_what_a_reader_draws_and_moves_stays(vault, graph):
    path = vault / "Map.canvas"
    canvas = json.loads(path.read_text())
    moved, mine = (
        canvas["nodes"][1],
        {"id": "m", "type": "text", "text": "!", "x": 1, "y": 2, "width": 3, "height": 4},
    )
    moved |= {"x": -5000, "color": "3"}
    canvas["nodes"].append(mine)
    canvas["edges"] += [{"id": "e", "fromNode": "m", "toNode": moved["id"]}]
    canvas["nodes"][0]["label"] = "Old name (1)"
    path.write_text(json.dumps(canvas, indent="\t"))
    write_vault(graph.tables, vault)
    nodes, edges = read(path)
    assert nodes["m"] == mine
    assert (nodes[moved["id"]]["x"], nodes[moved["id"]]["color"]) == (-5000, "3")
    assert "Old name (1)" not in path.read_text()
    assert {"id": "e", "fromNode": "m", "toNode": moved["id"]} in edges


NEW = {"nodes": [{"id": "paperlattice-a", "type": "file", "file": "a.md", "x": 0}], "edges": []}


def test_a_canvas_that_says_the_same_keeps_its_form():
    formed = json.dumps(NEW, indent="\t")
    assert merged_canvas(formed, NEW) == formed
    assert merged_canvas(canvas_text(NEW), NEW) == canvas_text(NEW)


def test_an_edge_to_what_is_gone_goes():
    gone = {
        "nodes": [{"id": "paperlattice-b"}, {"id": "m"}],
        "edges": [{"id": "e", "fromNode": "m", "toNode": "paperlattice-b"}],
    }
    merged = json.loads(merged_canvas(json.dumps(gone), NEW))
    assert ([node["id"] for node in merged["nodes"]], merged["edges"]) == (["m", "paperlattice-a"], [])


def test_a_canvas_of_a_reader_is_not_ours():
    assert [
        merged_canvas(text, NEW) for text in ("", "{", "[]", "{}", '{"nodes": [{"id": "m"}]}', '{"nodes": 1}')
    ] == [None] * 6
