"""What is inside the page: the part of a graph that it can draw, as rows, and what it says of the rest."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from paperlattice.extractors.markup import readable
from paperlattice.extractors.records import KINDS, NODE_KINDS, RELATIONS, Kind, listed
from paperlattice.extractors.sources.values import default_url
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.citation_record import bare_ids
from paperlattice.graph.export.rows import Graph, GraphRows, rows_of
from paperlattice.graph.model.attributes import EdgeData, NodeData, key_order, paper_id
from paperlattice.graph.model.records import TopicFacts

_GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
_NODE_FIELDS: Final = (
    *("topic", "topic_id", "subtopic", "subtopic_id"),
    *("aliases", "broader", "date", "sources", "authors", "venue"),
)


def node_row(index: int, node: str, data: Mapping[str, Any], given: str = "") -> dict[str, Any]:
    """Return what the page draws and finds of a node; one without a position gets one on a spiral.

    `given` says how long the given names of authors are (`GraphRows.given_names`). A title is shown without
    LaTeX; where that changes it, the field `written` has it as it is, for citations.
    """
    kind = str(data.get("kind") or node.partition(":")[0])
    x, y = _number(data.get("x")), _number(data.get("y"))
    if x is None or y is None:
        radius = 40 * math.sqrt(index)
        x, y = radius * math.cos(index * _GOLDEN_ANGLE), radius * math.sin(index * _GOLDEN_ANGLE)
    label = str(data.get("label") or node)
    shown = readable(label) if kind == "paper" else label
    doi, arxiv_id, url = (str(data.get(name) or "") for name in ("doi", "arxiv_id", "url"))
    link = next(filter(None, map(default_url, (arxiv_id, doi))), url)
    if kind == "paper":
        doi, arxiv_id = bare_ids(paper_id(node), url, doi=doi, arxiv_id=arxiv_id)
    return {
        "id": index,
        "key": node,
        "kind": kind,
        "label": shown,
        "written": label if shown != label else "",
        "shape": NODE_KINDS.get(kind, NODE_KINDS["paper"]).shape,
        "x": round(x, 1),
        "y": round(y, 1),
        "size": round(_number(data.get("size")) or 4.0, 1),
        "papers": int(_number(data.get("papers")) or 0),
        **{field: str(data.get(field) or "") for field in _NODE_FIELDS},
        "doi": doi,
        "arxiv": arxiv_id,
        "given": given,
        "url": link,
    }


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


def readable_forms(part: Part) -> dict[str, str]:
    """Return how names and written forms are shown that have LaTeX in them.

    The page keeps them as they are, as pins mean what is written.
    """
    joined = {str(data.get("aliases") or "") for _, data in part.nodes}
    joined.update(str(data.get("surfaces") or "") for *_, data in part.edges)
    forms = sorted({form for text in joined for form in text.split(" | ")})
    return {form: shown for form in forms if (shown := readable(form)) != form}


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


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


MATRICES: Final[tuple[tuple[Kind, Kind], ...]] = (
    ("method", "dataset"),
    ("method", "task"),
    ("technique", "task"),
    ("technique", "dataset"),
    ("dataset", "task"),
)
"""The kinds that the page crosses, as rows and columns."""
_ASKED: Final[dict[str, tuple[Kind, ...]]] = {
    "used": ("dataset",),
    "from": ("method",),
    "to": ("task", "technique"),
}


def kind_facts() -> dict[str, Any]:
    """Return what the page knows of kinds and relations, as it has no list of its own.

    Nouns and shape of each kind, the words for any and for all entities, and those of relations; `matrices`
    are the kinds to cross; `asked` those that example questions are about, the best first: what papers use,
    and what they connect `from` and `to`.
    """
    nouns = {"one": [facts.one for facts in KINDS.values()], "many": [facts.many for facts in KINDS.values()]}
    return {
        "kinds": {
            kind: {
                "one": facts.one.capitalize(),
                "many": facts.many.capitalize(),
                "shape": facts.shape,
                "worded": facts.found_by in ("name", "term"),
                "term": facts.found_by == "term",
                "relations": facts.relations,
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
        "matrices": MATRICES,
        "asked": _ASKED,
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


REST_BUDGET: Final = 50_000
_REST_FIELDS: Final = (
    "key",
    "label",
    "written",
    "date",
    "topic",
    "subtopic",
    "url",
    "authors",
    "given",
    "venue",
    "arxiv",
    "doi",
)
_TELLING: Final = 4


class Part(NamedTuple):
    """What a page shows of a graph, in file order, and what it says about the rest, if there is one.

    `counts` says how many nodes of each kind and how many `links` the whole graph has; `rest` are the nodes
    of papers that are not shown, but found.
    """

    nodes: list[NodeData]
    edges: list[EdgeData]
    note: str = ""
    counts: Mapping[str, int] = {}
    rest: Sequence[str] = ()


def top_part(
    graph: Graph,
    *,
    node_budget: int = NODE_BUDGET,
    edge_budget: int = EDGE_BUDGET,
    rest_budget: int = REST_BUDGET,
) -> Part:
    """Return the whole graph if it keeps to the budgets, else its best connected part.

    Papers and entities keep their share of the nodes. First come the papers with the heaviest links to other
    papers, then the entities that most of these papers name, then those that most papers name at all; ties by
    id. The papers that follow are the rest. Of too many edges the heaviest links between papers go in last.
    The order of insertion makes no difference. Attributes are those of the whole graph. Memory: counts of
    papers and entities, and the part.
    """
    rows = rows_of(graph)
    if not rows.is_directed:
        raise ExportError("a page shows the whole graph, not a projection; write GraphML, GEXF, JSON or CSV")
    papers, named_by, kinds = [], {}, Counter[str]()
    for node, kind, _, count in rows.summaries():
        kinds[kind] += 1
        if kind == "paper":
            papers.append(node)
        else:
            named_by[node] = count
    chosen, size = {*papers, *named_by}, len(papers) + len(named_by)
    rest: list[str] = []
    if size > node_budget:
        chosen, rest = _top_nodes(rows, papers, named_by, node_budget)
    nodes = list(rows.nodes(chosen))
    edges, links = rows.strongest_edges(chosen, edge_budget)
    edges.sort(key=lambda edge: (*edge[:2], key_order(edge[2])))
    counts = dict(sorted(kinds.items())) | {"links": links if len(nodes) == size else rows.edge_count()}
    note = _note((len(nodes), size), (len(edges), links), (min(len(rest), rest_budget), len(rest)))
    return Part(nodes, edges, note, counts, sorted(rest[:rest_budget]))


def rest_rows(graph: Graph, rest: Sequence[str], number: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what the page finds and counts of papers that it does not draw.

    `names` are those that tell most of a paper; `named` is which of the drawn nodes, by their `number`, it
    names: each as the distance from the one before, which deflates well.
    """
    rows, among = rows_of(graph), set(rest)
    if not among:
        return []
    telling, given = rows.telling(among, _TELLING), rows.given_names(among)
    named: dict[str, set[int]] = {node: set() for node in among}
    for paper, entity in rows.incidences(among):
        if entity in number:
            named[paper].add(number[entity])
    found = []
    for node, data in rows.nodes(among):
        row = node_row(0, node, data, given.get(node, ""))
        own = {name: row[name] for name in _REST_FIELDS if name in row}
        steps = (str(at - before) for before, at in pairwise([0, *sorted(named[node])]))
        found.append(own | {"names": " | ".join(telling.get(node, ())), "named": " ".join(steps)})
    return found


def _top_nodes(
    rows: GraphRows, papers: Sequence[str], named_by: Mapping[str, float], budget: int
) -> tuple[set[str], list[str]]:
    """Return the nodes to draw, and the papers that are left, the best connected first."""
    # Papers keep their share, or get what entities leave over.
    quota = max(round(budget * len(papers) / (len(papers) + len(named_by))), budget - len(named_by))
    strength = rows.strengths()
    best = sorted(papers, key=lambda paper: (-strength.get(paper, 0), paper))
    chosen = set(best[:quota])
    named = Counter(entity for _, entity in set(rows.incidences(chosen)))
    ranked = sorted(named_by, key=lambda entity: (-named[entity], -named_by[entity], entity))
    return chosen | set(ranked[: budget - len(chosen)]), best[quota:]


def _note(nodes: tuple[int, int], edges: tuple[int, int], rest: tuple[int, int]) -> str:
    """Return what a page says of a part; each pair is what it has and what there is."""
    notes = []
    if nodes[0] < nodes[1]:
        notes.append(
            f"{nodes[0]:,} of {nodes[1]:,} nodes, the papers with the strongest links "
            "and the entities that most of them name"
        )
    if edges[0] < edges[1]:
        notes.append(f"{edges[0]:,} of {edges[1]:,} links, the strongest")
    if not notes:
        return ""
    found = f"{rest[0]:,} of the" if rest[0] < rest[1] else "the"
    more = f" Search and counts know {found} other papers, too." if rest[1] else ""
    return f"This page shows {' and '.join(notes)}.{more} The other files hold everything."
