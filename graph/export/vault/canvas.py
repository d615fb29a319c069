"""The map of a vault: topics as groups with their central papers, as JSON Canvas 1.0."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from paperlattice.graph.export.vault.content import Content, PaperWalk
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.records import TopicFacts

_OURS: Final = "paperlattice-"
_WIDTH: Final = 480
_HEIGHT: Final = 120
_GAP: Final = 20
_BETWEEN: Final = 160
_MOST_TIES: Final = 3
_PLACED: Final = ("x", "y", "width", "height", "color")

Canvas = dict[str, list[dict[str, Any]]]


def topic_canvas(content: Content, walk: PaperWalk, paths: Mapping[str, str], *, prefix: str = "") -> Canvas:
    """Return a group for each topic, in it its note and those of its central papers, and the links.

    A link between two of these papers is an edge with its probability; topics are joined with the three
    others that most links lead to, with their number. `walk` has been over all papers. `prefix` leads from
    the root of the vault to the notes.
    """
    topics = [topic for topic in content.topics if not topic.parent]
    columns = math.ceil(math.sqrt(len(topics)))
    most = max((len(topic.central) for topic in topics), default=0) + 1
    nodes: list[dict[str, Any]] = []
    for number, topic in enumerate(topics):
        row, column = divmod(number, columns)
        left = column * (_WIDTH + 2 * _GAP + _BETWEEN)
        top = row * (most * (_HEIGHT + _GAP) + _GAP + _BETWEEN)
        nodes += _group(topic, paths, prefix, left, top)
    return {"nodes": nodes, "edges": [*_paper_edges(walk), *_topic_edges(walk)]}


def _group(
    topic: TopicFacts, paths: Mapping[str, str], prefix: str, left: int, top: int
) -> list[dict[str, Any]]:
    inside = [topic.id, *map(paper_node, topic.central)]
    height = len(inside) * (_HEIGHT + _GAP) + _GAP
    group: dict[str, Any] = {
        "id": _group_id(topic.id),
        "type": "group",
        "label": f"{topic.name} ({topic.papers:,})",
    }
    group |= {"x": left, "y": top, "width": _WIDTH + 2 * _GAP, "height": height}
    files = [
        {
            "id": _OURS + node,
            "type": "file",
            "file": f"{prefix}{paths[node]}.md",
            "x": left + _GAP,
            "y": top + _GAP + place * (_HEIGHT + _GAP),
            "width": _WIDTH,
            "height": _HEIGHT,
        }
        for place, node in enumerate(inside)
    ]
    return [group, *files]


def _group_id(topic: str) -> str:
    return f"{_OURS}group:{topic}"


def _edge(source: str, target: str, label: str) -> dict[str, Any]:
    return {
        "id": f"{_OURS}{source}--{target}",
        "fromNode": source,
        "toNode": target,
        "toEnd": "none",
        "label": label,
    }


def _paper_edges(walk: PaperWalk) -> list[dict[str, Any]]:
    return [
        _edge(_OURS + paper, _OURS + link.paper, f"{link.weight:.0%}")
        for paper in sorted(walk.central)
        for link in sorted(walk.central[paper], key=lambda link: (-link.weight, link.paper))
    ]


def _topic_edges(walk: PaperWalk) -> list[dict[str, Any]]:
    links = walk.crossing
    ties: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, _ in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        for end in pair:
            ties[end].append(pair)
    chosen = sorted({pair for pairs in ties.values() for pair in pairs[:_MOST_TIES]})
    return [
        _edge(_group_id(one), _group_id(two), f"{links[one, two]:,} link{'s' * (links[one, two] > 1)}")
        for one, two in chosen
    ]


def canvas_text(canvas: Canvas) -> str:
    """Return a canvas as a file, one node or edge a line."""
    parts = []
    for name in ("nodes", "edges"):
        lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in canvas[name])
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{" + ",\n".join(parts) + "}\n"


def merged_canvas(old: str, new: Canvas) -> str | None:
    """Return a canvas that is there with our nodes and edges as they are now; None if it is not one of ours.

    What a reader has drawn stays, but for edges to what is gone; so do place, size and colour of our nodes,
    and the file as it is if nothing else has changed.
    """
    try:
        found = json.loads(old)
        given = {name: {item["id"]: item for item in found.get(name, [])} for name in ("nodes", "edges")}
        if not any(str(node).startswith(_OURS) for node in given["nodes"]):
            return None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    merged = {
        name: [
            *(item for node, item in given[name].items() if not str(node).startswith(_OURS)),
            *(item | _moved(given[name].get(item["id"], {})) for item in new[name]),
        ]
        for name in ("nodes", "edges")
    }
    ids = {node["id"] for node in merged["nodes"]}
    merged["edges"] = [
        edge for edge in merged["edges"] if edge.get("fromNode") in ids and edge.get("toNode") in ids
    ]
    before = {name: sorted(map(_key, given[name].values())) for name in merged}
    if before == {name: sorted(map(_key, items)) for name, items in merged.items()}:
        return old
    return canvas_text(merged)


def _moved(node: Mapping[str, Any]) -> dict[str, Any]:
    return {name: node[name] for name in _PLACED if name in node}


def _key(item: Mapping[str, Any]) -> str:
    return json.dumps(item, sort_keys=True)
