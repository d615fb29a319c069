"""The RDF formats, which say the same: Turtle, and JSON-LD with its context in the file.

Both can be read piece by piece: a description ends where the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from paperlattice.graph.export.iris import DEFAULT_BASE, unicode_text
from paperlattice.graph.export.json_formats import json_lines, json_text
from paperlattice.graph.export.rdf import describe_graph
from paperlattice.graph.export.rdf_terms import PREFIXES, Description, Iri, Term, Value
from paperlattice.graph.export.rows import Graph

# "ScholarlyArticle", "oa:start"; not "own:a%20b", which Turtle can only write in full.
_SIMPLE: Final = re.compile(r"(?:([a-z]+):)?[A-Za-z][A-Za-z0-9_]*")
_SPECIAL: Final = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_EXACT_IN_JSON: Final = 2**53


def generate_turtle(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Return `graph` as Turtle, a description after the other, in sorted order of nodes.

    IRIs of which no other is known begin with `base`. Lone surrogates become U+FFFD. Errors: as
    `rdf.describe_graph`.
    """
    return _turtle(describe_graph(graph, base))


def _turtle(descriptions: Iterator[Description]) -> Iterator[str]:
    for prefix, address in PREFIXES.items():
        yield f"@prefix {prefix}: <{address}> .\n"
    for iri, said in descriptions:
        objects: dict[str, list[str]] = {}
        for name, value in said:
            objects.setdefault(name, []).append(_turtle_value(value))
        lines = " ;\n  ".join(f"{_turtle_name(name)} {', '.join(found)}" for name, found in objects.items())
        yield f"\n<{iri}> {lines} .\n"


@lru_cache(maxsize=1 << 10)
def _turtle_name(name: str) -> str:
    if name == "a":
        return name
    if found := _SIMPLE.fullmatch(name):
        return name if found[1] else f"schema:{name}"
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def _turtle_value(value: Value) -> str:
    kind = type(value)
    if kind is Iri:
        return f"<{value}>"
    if kind is Term:
        return _turtle_name(str(value))
    if isinstance(value, str):
        return f'"{_SPECIAL.sub(_escape, unicode_text(value))}"'
    return _decimal(value) if isinstance(value, float) else str(value).lower()


def _escape(sign: re.Match[str]) -> str:
    return _SHORT.get(sign[0]) or f"\\u{ord(sign[0]):04X}"


@lru_cache(maxsize=1 << 14)  # probabilities come again, with few digits
def _decimal(value: float) -> str:
    """Return a number without an exponent, with a point.

    >>> _decimal(0.93), _decimal(1e-07), _decimal(2.0)
    ('0.93', '0.0000001', '2.0')
    """
    text = format(Decimal(repr(float(value))), "f")
    return text if "." in text else f"{text}.0"


def generate_jsonld(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Return `graph` as JSON-LD, a description a line; it says what Turtle does.

    The context is in the file, so nothing is fetched to read it. Errors: as `generate_turtle`.
    """
    return _jsonld(describe_graph(graph, base))


def _jsonld(descriptions: Iterator[Description]) -> Iterator[str]:
    context = {"@vocab": PREFIXES["schema"], **PREFIXES}
    yield f'{{"@context": {json_text(context)},\n"@graph": ['
    yield from json_lines(_json_node(*described) for described in descriptions)
    yield "]}\n"


def _json_node(iri: Iri, said: list[tuple[str, Value]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": iri}
    for name, value in said:
        key, found = ("@type", value) if name == "a" else (name, _json_value(value))
        if key in node:
            node[key] = [*node[key], found] if isinstance(node[key], list) else [node[key], found]
        else:
            node[key] = found
    return node


def _json_value(value: Value) -> Any:
    if isinstance(value, Iri | Term):
        return {"@id": value}
    if isinstance(value, str):
        return unicode_text(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        # Readers take larger ones for fractions.
        return value if abs(value) < _EXACT_IN_JSON else {"@value": str(value), "@type": "xsd:integer"}
    return {"@value": _decimal(value), "@type": "xsd:decimal"}
