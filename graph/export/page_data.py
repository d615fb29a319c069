"""What is inside the page: the part that it can show, in columns as JSON, with long texts deflated."""

from __future__ import annotations

import base64
import json
import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from paperlattice.extractors.records import KINDS, NODE_KINDS, RELATIONS, listed
from paperlattice.extractors.sources.values import default_url
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.rows import Graph, GraphRows, rows_of
from paperlattice.graph.model.attributes import EdgeData, NodeData, key_order
from paperlattice.graph.model.records import TopicFacts

# Inside <script type="application/json"> only these can end the block, open a comment or break a line.
_ESCAPES: Final = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
_NODE_TEXTS: Final = ("abstract", "united")
_NODE_FIELDS: Final = (
    *("topic", "topic_id", "subtopic", "subtopic_id"),
    *("aliases", "broader", "date", "sources", "authors", "venue", "doi"),
)
_EDGE_TEXTS: Final = ("evidence", "surfaces", "shared", "terms", "reason")


def node_row(index: int, node: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page draws and finds of a node; one without a position gets one on a spiral."""
    kind = str(data.get("kind") or node.partition(":")[0])
    x, y = _number(data.get("x")), _number(data.get("y"))
    if x is None or y is None:
        radius = 40 * math.sqrt(index)
        x, y = radius * math.cos(index * _GOLDEN_ANGLE), radius * math.sin(index * _GOLDEN_ANGLE)
    return {
        "id": index,
        "key": node,
        "kind": kind,
        "label": str(data.get("label") or node),
        "shape": NODE_KINDS.get(kind, NODE_KINDS["paper"]).shape,
        "x": round(x, 1),
        "y": round(y, 1),
        "size": round(_number(data.get("size")) or 4.0, 1),
        "papers": int(_number(data.get("papers")) or 0),
        **{field: str(data.get(field) or "") for field in _NODE_FIELDS},
        "arxiv": str(data.get("arxiv_id") or ""),
        "url": _address(data),
    }


def _address(data: Mapping[str, Any]) -> str:
    """Return where a node leads outside: a paper to arXiv or by its DOI if it can, as `outward_url`."""
    ids = (str(data.get(name) or "") for name in ("arxiv_id", "doi"))
    return next(filter(None, map(default_url, ids)), str(data.get("url") or ""))


def edge_row(source: int, target: int, key: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page draws and filters by of an edge between two rows of nodes."""
    return {
        "from": source,
        "to": target,
        "relation": str(data.get("relation") or key),
        "weight": round(_number(data.get("weight")) or 0.0, 6),
        "confidence": round(_number(data.get("confidence")) or 0.0, 4),
        "salience": round(_number(data.get("salience")) or 0.0, 3),
        "mentions": int(_number(data.get("mentions")) or 0),
        "origin": str(data.get("origin") or ""),
    }


def pack_texts(nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]]) -> str:
    """Return what only cards and files need, as deflated JSON in base64: a third of the size."""
    fields = [(name, nodes) for name in _NODE_TEXTS] + [(name, edges) for name in _EDGE_TEXTS]
    texts = {name: _column([str(data.get(name) or "") for data in rows]) for name, rows in fields}
    return base64.b64encode(zlib.compress(to_json(texts).encode(), 9)).decode()


def topic_rows(topics: Iterable[TopicFacts], number: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what the page says of topics; of central papers the numbers of those that it shows."""
    return [
        {
            "name": topic.name,
            "papers": topic.papers,
            "particular": topic.particular,
            "central": [number[node] for node in topic.central if node in number],
        }
        for topic in topics
    ]


def table_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows of one shape as columns in JSON: a name is written once, not once a row."""
    return to_json({name: _column([row[name] for row in rows]) for name in rows[0]} if rows else {})


def to_json(value: Any) -> str:
    """Return JSON that is safe inside a script element and has a UTF-8 form."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate has no UTF-8 form and would stop the write.
    return _SURROGATE.sub("\ufffd", text).translate(_ESCAPES)


def _column(values: list[Any]) -> Any:
    """Return the values, or where they repeat much, each value once and its number for each row."""
    distinct: Iterable[Any] = dict.fromkeys(values)
    number = {value: index for index, value in enumerate(distinct)}
    if len(values) < 8 or len(number) * 2 > len(values) or not isinstance(values[0], str):
        return values
    return {"values": list(number), "index": [number[value] for value in values]}


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def kind_facts() -> dict[str, Any]:
    """Return nouns and shape of each kind, the words for any and for all entities, and those of relations."""
    nouns = {"one": [facts.one for facts in KINDS.values()], "many": [facts.many for facts in KINDS.values()]}
    return {
        "kinds": {
            kind: {
                "one": facts.one.capitalize(),
                "many": facts.many.capitalize(),
                "shape": facts.shape,
                "worded": facts.found_by in ("name", "term"),
                "term": facts.found_by == "term",
            }
            for kind, facts in NODE_KINDS.items()
        },
        "entities": {"one": listed(nouns["one"], "or"), "many": listed(nouns["many"], "and").capitalize()},
        "relations": {
            name: {
                "edge": facts.label,
                "group": facts.section or facts.label,
                "by": facts.by,
                "background": facts.background,
            }
            for name, facts in RELATIONS.items()
        },
    }


def kind_style() -> str:
    """Return the last style rules: each kind's colour on a light and a dark background, and its tint."""
    light, dark = (
        " ".join(f"--{kind}: {getattr(facts, background)};" for kind, facts in NODE_KINDS.items())
        for background in ("light", "dark")
    )
    return "\n".join(
        [
            f":root {{ {light} }}",
            f"@media (prefers-color-scheme: dark) {{ :root:not([data-print]) {{ {dark} }} }}",
            *(f".{kind} {{ --tint: var(--{kind}); }}" for kind in NODE_KINDS),
        ]
    )


NODE_BUDGET: Final = 10_000
EDGE_BUDGET: Final = 40_000


class Part(NamedTuple):
    """What a page shows of a graph, in file order, and what it says about the rest, if there is one."""

    nodes: list[NodeData]
    edges: list[EdgeData]
    note: str = ""


def top_part(graph: Graph, *, node_budget: int = NODE_BUDGET, edge_budget: int = EDGE_BUDGET) -> Part:
    """Return the whole graph if it keeps to both budgets, else its best connected part.

    Papers and entities keep their share of the nodes. First come the papers with the heaviest links to other
    papers, then the entities that most of these papers name, then those that most papers name at all; ties by
    id. Of too many edges the heaviest links between papers go in last. The order of insertion makes no
    difference. Attributes are those of the whole graph. Memory: counts of papers and entities, and the part.
    """
    rows = rows_of(graph)
    if not rows.is_directed:
        raise ExportError("a page shows the whole graph, not a projection; write GraphML, GEXF, JSON or CSV")
    papers, named_by = [], {}
    for node, kind, _, count in rows.summaries():
        if kind == "paper":
            papers.append(node)
        else:
            named_by[node] = count
    chosen, size = {*papers, *named_by}, len(papers) + len(named_by)
    if size > node_budget:
        chosen = _top_nodes(rows, papers, named_by, node_budget)
    nodes = list(rows.nodes(chosen))
    edges, links = rows.strongest_edges(chosen, edge_budget)
    edges.sort(key=lambda edge: (*edge[:2], key_order(edge[2])))
    return Part(nodes, edges, _note(len(nodes), size, len(edges), links))


def _top_nodes(
    rows: GraphRows, papers: Sequence[str], named_by: Mapping[str, float], budget: int
) -> set[str]:
    # Papers keep their share, or get what entities leave over.
    quota = max(round(budget * len(papers) / (len(papers) + len(named_by))), budget - len(named_by))
    strength = rows.strengths()
    chosen = set(sorted(papers, key=lambda paper: (-strength.get(paper, 0), paper))[:quota])
    named = Counter(entity for _, entity in set(rows.incidences(chosen)))
    ranked = sorted(named_by, key=lambda entity: (-named[entity], -named_by[entity], entity))
    return chosen | set(ranked[: budget - len(chosen)])


def _note(nodes: int, all_nodes: int, edges: int, all_edges: int) -> str:
    """Return what a page says of a part."""
    notes = []
    if nodes < all_nodes:
        notes.append(
            f"{nodes:,} of {all_nodes:,} nodes, the papers with the strongest links "
            "and the entities that most of them name"
        )
    if edges < all_edges:
        notes.append(f"{edges:,} of {all_edges:,} links, the strongest")
    return f"This page shows {' and '.join(notes)}. The other files hold everything." if notes else ""
