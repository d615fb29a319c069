"""Attribute values as flat files can hold them."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Set
from typing import Any, Final

from graph.export.xml_text import legal_text

__all__ = ["SEPARATOR", "Scalar", "native_value", "plain_value", "scalar_text"]

Scalar = str | int | float | bool

SEPARATOR: Final = " | "


def native_value(value: Any) -> Any:
    """Return `value` with numpy's scalars and arrays as Python's own; anything else as it is."""
    if type(value).__module__ == "numpy" and hasattr(value, "tolist"):
        return value.tolist()
    return value


def plain_value(value: Any) -> Scalar | None:
    """Return `value` as a text, number or truth value; None for None, NaN and the infinities.

    Items of a list or tuple are joined with " | ", of a set in the order of their texts, of a mapping as
    `key=value` in the order of keys. Dates are ISO 8601. Texts lose what XML forbids.
    """
    if isinstance(value, str):
        return legal_text(value)
    if value is None or type(value) is int or type(value) is bool:
        return value
    value = native_value(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    return legal_text(_joined(value))


def scalar_text(value: Scalar) -> str:
    """Return `value` as text that every reader parses: `true` and `false`, the shortest exact decimal."""
    if type(value) is str:
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return float.__repr__(value) if isinstance(value, float) else str(value)


def _joined(value: Any) -> str:
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return SEPARATOR.join(sorted(f"{_text(key)}={_text(item)}" for key, item in value.items()))
    if isinstance(value, Set):
        return SEPARATOR.join(sorted(text for item in value if (text := _text(item))))
    if isinstance(value, list | tuple):
        return SEPARATOR.join(text for item in value if (text := _text(item)))
    return str(value)


def _text(value: Any) -> str:
    plain = plain_value(value)
    return "" if plain is None else scalar_text(plain)
