"""The graph as one self-contained HTML page that people open in a browser, without a network."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ExportError
from graph.export.files import atomic_write

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["generate_html", "write_html"]

_PAGE = Path(__file__).with_name("page")
_STYLES = ("page.css",)
_SCRIPTS = (
    "model.js",
    "state.js",
    "dom.js",
    "scene.js",
    "paint.js",
    "draw.js",
    "search.js",
    "legend.js",
    "card.js",
    "main.js",
)
_SHAPES = {"paper": "dot", "method": "diamond", "dataset": "square", "repo": "triangle"}
_NAMES = {
    "paper": ("paper", "papers"),
    "method": ("method", "methods"),
    "dataset": ("dataset", "datasets"),
    "repo": ("repository", "repositories"),
}
_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False, "physics": False},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": False}}},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "selectable": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
}
# Inside <script type="application/json"> only these can end the block, open a comment or break a line.
_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def generate_html(graph: nx.MultiDiGraph[Any], *, name: str = "paperlattice") -> str:
    """Return the page as text: style, scripts, vis-network and data are inside, nothing is loaded.

    Equal graphs and names give equal text, whatever the order of insertion. Nodes are drawn where `x` and `y`
    say, without physics; one that lacks them gets a place on a spiral. `graph` stays as it is.

    Raises ExportError if the installed pyvis has lost its copy of vis-network.
    """
    # pyvis imports IPython, which nobody should wait for who only asks for GraphML.
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup
    from pyvis.network import Network  # type: ignore[import-untyped]

    order = sorted(graph.nodes(data=True), key=lambda item: str(item[0]))
    place = {node: index for index, (node, _) in enumerate(order)}
    links = sorted(
        ((place[a], place[b], str(key), data) for a, b, key, data in graph.edges(keys=True, data=True)),
        key=lambda link: link[:3],
    )
    net = Network(height="100%", width="100%", directed=True, heading=_clean(name), cdn_resources="in_line")
    # Filled directly: `add_node` and `add_edge` search all earlier nodes, `from_nx` changes the given graph.
    net.nodes = [_node(index, str(node), data) for index, (node, data) in enumerate(order)]
    net.edges = [_edge(link) for link in links]
    net.options = _OPTIONS
    net.path = "page.html"
    net.templateEnv = Environment(loader=FileSystemLoader(_PAGE), autoescape=True)
    net.templateEnv.filters["table"] = lambda rows: Markup(_json(_table(rows)))
    style = "\n".join(_asset(part) for part in _STYLES)
    scripts = (_vis_network(Path(net.template_dir) / "lib"), _program())
    net.templateEnv.globals.update(
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        policy=_policy(scripts, style),
        icon=base64.b64encode(_asset("icon.svg").encode()).decode(),
        counts=_counts(net.nodes, len(net.edges)),
        texts=Markup(_json(_texts([data for _, data in order], [link[3] for link in links]))),
    )
    page: str = net.generate_html()
    return page


def write_html(
    graph: nx.MultiDiGraph[Any], path: str | os.PathLike[str], *, name: str = "paperlattice"
) -> None:
    """Write the page of `generate_html` to `path`, which is replaced only when the page is complete."""
    atomic_write(path, [generate_html(graph, name=name)])


def _node(index: int, node: str, data: Mapping[str, Any]) -> dict[str, Any]:
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
        "shape": _SHAPES.get(kind, "dot"),
        "x": round(x, 1),
        "y": round(y, 1),
        "size": round(_number(data.get("size")) or 4.0, 1),
        "papers": int(_number(data.get("papers")) or 0),
        "cluster": str(data.get("cluster") or ""),
        **{field: str(data.get(field) or "") for field in ("aliases", "date", "sources", "url")},
    }


def _edge(link: tuple[int, int, str, Mapping[str, Any]]) -> dict[str, Any]:
    source, target, key, data = link
    return {
        "from": source,
        "to": target,
        "relation": str(data.get("relation") or key),
        "weight": round(_number(data.get("weight")) or 0.0, 4),
        "confidence": round(_number(data.get("confidence")) or 0.0, 3),
        "mentions": int(_number(data.get("mentions")) or 0),
        **{field: str(data.get(field) or "") for field in ("origin", "shared", "surfaces")},
    }


def _texts(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what only a card needs, apart from what is drawn, so that it can be read later or be packed."""
    return {
        "abstract": _column([str(data.get("abstract") or "") for data in nodes]),
        "evidence": _column([str(data.get("evidence") or "") for data in edges]),
    }


def _table(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return rows of one shape as columns: a name is written once, not once a row."""
    return {name: _column([row[name] for row in rows]) for name in rows[0]} if rows else {}


def _column(values: list[Any]) -> Any:
    """Return the values, or where they repeat much, each value once and its number for each row."""
    distinct = list(dict.fromkeys(values))
    if len(values) < 8 or len(distinct) * 2 > len(values) or not isinstance(values[0], str):
        return values
    number = {value: index for index, value in enumerate(distinct)}
    return {"values": distinct, "index": [number[value] for value in values]}


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate has no UTF-8 form and would stop the write.
    return _SURROGATE.sub("\ufffd", text).translate(_ESCAPES)


def _clean(text: str) -> str:
    return " ".join(_UNPRINTABLE.sub("\ufffd", text).split())


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _counts(nodes: Iterable[Mapping[str, Any]], links: int) -> list[str]:
    found = Counter(node["kind"] for node in nodes)
    rows = [(found[kind], *names) for kind, names in _NAMES.items()] + [(links, "link", "links")]
    return [f"{count:,} {one if count == 1 else many}" for count, one, many in rows]


def _asset(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


def _program() -> str:
    """Return the page's own scripts as one: they share a scope that the window does not see."""
    parts: Iterator[str] = (f"// {name}\n{_asset(name)}" for name in _SCRIPTS)
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


def _vis_network(library: Path) -> str:
    """Return vis-network as pyvis carries it, the newest if it carries several.

    Its style sheet is left out: it dresses buttons, tooltips and editors that the page has no use for.
    """
    found = sorted(
        library.glob("vis-*/vis-network.min.js"),
        key=lambda path: [int(part) for part in re.findall(r"\d+", path.parent.name)],
    )
    if not found:
        raise ExportError(
            f"pyvis has no vis-network.min.js in {library}; reinstall it: pip install --force-reinstall pyvis"
        )
    return found[-1].read_text(encoding="utf-8")


def _policy(scripts: Iterable[str], style: str) -> str:
    """Return a Content-Security-Policy under which these scripts and this style run and nothing loads."""
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
