"""The long texts of the page, in parts that are deflated one by one: a card unpacks what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from paperlattice.extractors.markup import readable
from paperlattice.graph.export.page_json import column, deflated

PAPERS_A_CHUNK: Final = 256
"""Papers of a chunk; their edges are with them."""

OTHERS_A_CHUNK: Final = 2_048
"""Entities of a chunk, of which only the reasons of merges are long; they follow the papers."""

_OF_NODES: Final = ("abstract", "united")
_OF_EDGES: Final = ("surfaces", "shared", "terms", "reason")

_Row = Mapping[str, Any]


def pack_texts(nodes: Sequence[_Row], edges: Sequence[tuple[int, _Row]]) -> str:
    """Return a line for each chunk, in the order of `chunk_numbers`; `edges` are given with their sources.

    A chunk is a table of columns as `column` packs them, in the order of nodes and of edges; a column that
    has no text is left out. A sentence that stands in title or abstract is not written again: `start` and
    `length` say where, in UTF-16 units of label, line break and abstract, and `start` is -1 otherwise.
    Abstracts and sentences are shown without LaTeX, as the labels of the nodes are.
    """
    of_node = chunk_numbers([row["kind"] == "paper" for row in nodes])
    inside: list[tuple[list[_Row], list[tuple[int, _Row]]]] = []
    inside += [([], []) for _ in range(max(of_node, default=-1) + 1)]
    for chunk, row in zip(of_node, nodes, strict=True):
        inside[chunk][0].append(row)
    for source, row in edges:
        inside[of_node[source]][1].append((source, row))
    return "\n".join(deflated(_chunk(nodes, *rows)) for rows in inside)


def chunk_numbers(is_paper: Sequence[bool]) -> list[int]:
    """Return the chunk of each node: the page computes the same.

    >>> chunk_numbers([True, False, True])
    [0, 1, 0]
    """
    first = -(-sum(is_paper) // PAPERS_A_CHUNK)
    found, papers, others = [], 0, 0
    for paper in is_paper:
        found.append(papers // PAPERS_A_CHUNK if paper else first + others // OTHERS_A_CHUNK)
        papers, others = papers + paper, others + (not paper)
    return found


def _chunk(nodes: Sequence[_Row], own: Sequence[_Row], edges: Sequence[tuple[int, _Row]]) -> dict[str, Any]:
    places = [_place(_text(nodes[source]), readable(str(row.get("evidence") or ""))) for source, row in edges]
    columns: dict[str, list[Any]] = {
        name: [readable(str(row.get(name) or "")) for row in own] for name in _OF_NODES
    }
    columns |= {name: [str(row.get(name) or "") for _, row in edges] for name in _OF_EDGES}
    columns["evidence"] = [text for _, _, text in places]
    packed = {name: column(values) for name, values in columns.items() if any(values)}
    if any(start >= 0 for start, _, _ in places):
        packed |= {"start": [start for start, _, _ in places], "length": [size for _, size, _ in places]}
    return packed


def _text(node: _Row) -> str:
    return f"{node['label']}\n{readable(node.get('abstract') or '')}"


def _place(text: str, sentence: str) -> tuple[int, int, str]:
    """Return start and length of a sentence in a text, and the sentence itself where it is not there."""
    start = text.find(sentence) if sentence else -1
    if start < 0:
        return -1, 0, sentence
    return _units(text[:start]), _units(sentence), ""


def _units(text: str) -> int:
    """Return the length of a text as JavaScript counts it."""
    return len(text) if text.isascii() else len(text) + sum(sign > "\uffff" for sign in text)
