"""The graph as one self-contained HTML page, for a browser without a network and for a notebook."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import NODE_KINDS
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.page_data import (
    edge_row,
    kind_facts,
    kind_style,
    node_row,
    readable_forms,
    rest_rows,
    top_part,
    topic_rows,
)
from paperlattice.graph.export.page_figures import page_figures
from paperlattice.graph.export.page_json import deflated, table
from paperlattice.graph.export.page_texts import pack_texts
from paperlattice.graph.export.page_title import page_title
from paperlattice.graph.export.rows import rows_of
from paperlattice.graph.export.svg import still_svg

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup
    from pyvis.network import Network

    from paperlattice.graph.export.page_data import Part
    from paperlattice.graph.export.rows import Graph

_PAGE = Path(__file__).with_name("page")
_STYLES = (
    "page.css",
    "layout.css",
    "search.css",
    "panels.css",
    "list.css",
    "timeline.css",
    "table.css",
    "card.css",
    "correct.css",
    "start.css",
    "views.css",
    "focus.css",
    "narrow.css",
)
_PROGRAM = "page.js"  # `npm run build` makes it of page/src.
_OPTIONS: dict[str, Any] = {
    "autoResize": False,  # draw.ts does, so that nodes stay where they are on the page.
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "selectable": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def generate_html(graph: Graph, *, name: str = "", note: str = "") -> str:
    """Return the page as text: style, scripts, renderer and data are inside, nothing is loaded.

    `name` is its title; without it, one is made from the sources of the papers (`page_title`).

    Equal graphs and names give equal text, whatever the order of insertion. Nodes are drawn where `x` and `y`
    say, without physics; one that lacks them gets a position on a spiral. Of a graph beyond the budget of a
    page the top-ranked part is shown (`graph.export.page_data`), and the page says so, after `note`: what
    else a reader should know of what is left out. `graph` stays as it is.

    Raises ExportError if a node id is not text, if the graph is not directed with parallel edges, or if the
    installed pyvis has lost its copy of vis-network.
    """
    # pyvis imports IPython, and an export of GraphML should not wait for that.
    from pyvis.network import Network

    part = top_part(graph)
    number = {node: index for index, (node, _) in enumerate(part.nodes)}
    net = Network(
        height="100%",
        width="100%",
        directed=True,
        heading=_clean(name) or page_title(graph),
        cdn_resources="in_line",
    )
    # Filled directly: `add_node` and `add_edge` search all earlier nodes, `from_nx` changes the given graph.
    given = rows_of(graph).given_names(number)
    net.nodes = [
        node_row(index, node, data, given.get(node, "")) for index, (node, data) in enumerate(part.nodes)
    ]
    net.edges = [edge_row(number[a], number[b], str(key), data) for a, b, key, data in part.edges]
    net.options = _OPTIONS
    net.path = "page.html"
    net.templateEnv = _environment(
        [_vis_network(Path(net.template_dir) / "lib"), _asset(_PROGRAM)],
        counts=_counts(net.nodes, len(net.edges)),
        note=" ".join(filter(None, (note, part.note))),
        nouns=[facts.one for facts in NODE_KINDS.values()],
        data=_safe(deflated(_page_data(graph, part, net, number))),
        texts=_safe(_texts(part, net, number)),
    )
    page: str = net.generate_html()
    return page


def _page_data(graph: Graph, part: Part, net: Network, number: Mapping[str, int]) -> dict[str, Any]:
    """Return what the program of the page reads at its start (page/src/types.ts, PageData)."""
    return {
        "nodes": table(net.nodes),
        "edges": table(net.edges),
        "colours": _colours(part.nodes),
        "facts": kind_facts(),
        "topics": topic_rows(rows_of(graph).topics, number),
        "counts": part.counts,
        "rest": table(rest_rows(graph, part.rest, number)),
        "figures": page_figures(graph),
        "readable": readable_forms(part),
        "options": _OPTIONS,
    }


def _texts(part: Part, net: Network, number: Mapping[str, int]) -> str:
    shown = ("kind", "label")
    nodes = [
        {**{name: row[name] for name in shown}, **{name: data.get(name) for name in ("abstract", "united")}}
        for row, (_, data) in zip(net.nodes, part.nodes, strict=True)
    ]
    return pack_texts(nodes, [(number[source], data) for source, _, _, data in part.edges])


def _environment(scripts: list[str], **values: Any) -> Environment:
    """Return the template's environment, which escapes whatever is not known to be safe."""
    from jinja2 import Environment, FileSystemLoader

    style = "\n".join([*map(_asset, _STYLES), kind_style()])
    environment = Environment(loader=FileSystemLoader(_PAGE), autoescape=True)
    environment.globals.update(
        style=_safe(style),
        scripts=[_safe(script) for script in scripts],
        policy=_policy(scripts, style),
        icon=base64.b64encode(_asset("icon.svg").encode()).decode(),
        **values,
    )
    return environment


def _safe(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(text)


def _clean(text: str) -> str:
    return " ".join(_UNPRINTABLE.sub("\ufffd", text).split())


def _colours(nodes: Iterable[tuple[Any, Mapping[str, Any]]]) -> dict[str, list[int]]:
    """Return the colour of each kind as its first node has it: what the graph's files hold."""
    found: dict[str, list[int]] = {}
    for _, data in nodes:
        colour = [data.get(part) for part in "rgb"]
        if all(isinstance(part, int) for part in colour):
            found.setdefault(str(data.get("kind")), [int(part or 0) for part in colour])
    return found


def _counts(nodes: Iterable[Mapping[str, Any]], links: int) -> list[str]:
    found = Counter(node["kind"] for node in nodes)
    known = [kind for kind in NODE_KINDS if found[kind] or kind == "paper"]
    rows = [(found[kind], NODE_KINDS[kind].one, NODE_KINDS[kind].many) for kind in known]
    rows.append((links, "link", "links"))
    return [f"{count:,} {one if count == 1 else many}" for count, one, many in rows]


def _asset(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


def _vis_network(library: Path) -> str:
    """Return vis-network as pyvis carries it, the newest if it carries several.

    Its style sheet is left out: it is for buttons, tooltips and editors that the page does not use.
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


_INTERACTIVE: Final = 'A still picture; write("graph.html") makes the page to explore.'
# No allow-same-origin: the frame has an origin of its own, so nothing in it can read the notebook's data.
_SANDBOX: Final = "allow-scripts allow-downloads allow-popups"


def notebook_html(graph: Graph, *, name: str = "", height: int = 600, page: bool = False) -> str:
    """Return what a notebook shows of a graph: a still picture of its map, 300 kB at most.

    With `page` an iframe with the whole page of `generate_html` inside, `height` CSS pixels high. Nothing is
    written and nothing loaded, so both also work offline and in a notebook that is sent to others. Links to
    papers open in a window of their own. Errors: as `generate_html`.
    """
    name = name or page_title(graph)
    title = html.escape(" ".join(name.split()))
    if not page:
        picture, note = still_svg(graph, name=name)
        about = html.escape(f"{note} {_INTERACTIVE}".strip())
        return f'<figure style="margin: 0">{picture}<figcaption>{about}</figcaption></figure>'
    inside = html.escape(generate_html(graph, name=name))
    return (
        f'<iframe title="{title}" sandbox="{_SANDBOX}" width="100%" height="{int(height)}" '
        f'style="border: 1px solid #8884; border-radius: 8px; display: block" srcdoc="{inside}"></iframe>'
    )
