"""What the JSON formats have in common: values as JSON holds them, one record a line."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final

from graph.export.values import Scalar, native_value

__all__ = ["drawn_values", "json_lines", "json_record", "json_text", "json_value"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_COLOUR: Final = frozenset({"r", "g", "b"})


def json_text(value: Any) -> str:
    """Return `value` as readable JSON on one line that always has a UTF-8 form."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _SURROGATE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


def json_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield what stands between the brackets of a JSON array, one record a line."""
    separator = "\n"
    for record in records:
        yield separator + json_text(record)
        separator = ",\n"
    if separator != "\n":
        yield "\n"


def json_record(
    data: Mapping[Any, Any], *, order: Iterable[str] = (), fields: tuple[str, ...] = (), prefix: str = ""
) -> dict[str, Any]:
    """Return what JSON can hold of `data`: the attributes in `order` first, then the others by name.

    A name that is taken, by another attribute or by `fields`, gets `prefix`, or without one `_` at its end.
    """
    known = [name for name in order if name in data]
    record: dict[str, Any] = {}
    for attribute in [*known, *sorted((a for a in data if a not in known), key=_key_order)]:
        name = _text(str(attribute))
        while name in fields or name in record:
            name = prefix + name if prefix else f"{name}_"
        if (value := json_value(data[attribute])) is not None:
            record[name] = value
    return record


def json_value(value: Any) -> Any:
    """Return `value` as JSON can hold it: sets sorted, dates and other objects as texts, None for NaN."""
    value = native_value(value)
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return json_record(value)
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    if isinstance(value, Set):
        return sorted((json_value(item) for item in value), key=json_text)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return _text(str(value))


def drawn_values(values: Mapping[str, Scalar], *, fields: frozenset[str] = frozenset()) -> dict[str, Scalar]:
    """Return the values of a node or edge row with `r`, `g` and `b` as one `color`, `#rrggbb`.

    A `color` of its own stays. A name in `fields` (lower case), which a reader would take for something else,
    gets `_` at its end as often as it takes.
    """
    drawn: dict[str, Scalar] = {}
    coloured = values.keys() >= _COLOUR
    for column, value in values.items():
        if coloured and column in _COLOUR:
            continue
        name = column
        while name.casefold() in fields or (name != column and name in values):
            name += "_"
        drawn[name] = value
    if coloured and "color" not in drawn:
        drawn["color"] = "#{r:02x}{g:02x}{b:02x}".format_map(values)
    return drawn


def _key_order(key: Any) -> tuple[str, str]:
    return str(key), type(key).__name__


def _text(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8")
