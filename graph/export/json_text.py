"""What the JSON formats have in common: text as JSON holds it, one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graph.model.attributes import Scalar

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_COLOUR: Final = frozenset({"r", "g", "b"})


def json_text(value: Any) -> str:
    """Return `value` as readable JSON on one line that always has a UTF-8 form."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)
    return _SURROGATE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


def json_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield what is between the brackets of a JSON array, one record a line."""
    separator = "\n"
    for record in records:
        yield separator + json_text(record)
        separator = ",\n"
    if separator != "\n":
        yield "\n"


def json_graph(
    own: dict[str, Any], nodes: Iterable[dict[str, Any]], edges: Iterable[dict[str, Any]], *, within: str = ""
) -> Iterator[str]:
    """Yield an object of the fields of `own` and both arrays, these in an object `within` if it is given."""
    start, end = (f'"{within}": {{', "}}") if within else ("", "}")
    yield f'{json_text(own)[:-1]},\n{start}"nodes": ['
    yield from json_lines(nodes)
    yield '],\n"edges": ['
    yield from json_lines(edges)
    yield f"]{end}\n"


def drawn_values(values: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Return the values of a node or edge row with `r`, `g` and `b` as one `color`; one of its own stays."""
    if not values.keys() >= _COLOUR:
        return dict(values)
    drawn = {name: value for name, value in values.items() if name not in _COLOUR}
    drawn.setdefault("color", "#{r:02x}{g:02x}{b:02x}".format_map(values))
    return drawn
