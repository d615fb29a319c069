"""Values as the page has them: tables in columns, as JSON that is deflated."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def table(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return rows of one shape as packed columns: a name is written once, not once a row."""
    return {name: column([row[name] for row in rows]) for name in rows[0]} if rows else {}


def to_json(value: Any) -> str:
    """Return JSON that has a UTF-8 form."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate has none and would stop the write.
    return _SURROGATE.sub("\ufffd", text)


def deflated(value: Any) -> str:
    """Return a value as JSON, deflated, in base64: no sign of it can end the script element around it."""
    return base64.b64encode(zlib.compress(to_json(value).encode(), 9)).decode()


def column(values: list[Any]) -> Any:
    """Return texts as they are, or where they repeat much, each value once and its number for each row."""
    distinct: Iterable[Any] = dict.fromkeys(values)
    number = {value: index for index, value in enumerate(distinct)}
    if len(values) < 8 or len(number) * 2 > len(values) or not isinstance(values[0], str):
        return values
    return {"values": list(number), "index": [number[value] for value in values]}
