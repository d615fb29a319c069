"""Resolution: which names of which papers are one entity, and why."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .catalogue import Catalogue
    from .entities import resolve_entities
    from .explain import Explanation, explain_names
    from .pins import NO_PINS, Pins, read_pins

__all__ = [
    "NO_PINS",
    "Catalogue",
    "Explanation",
    "Pins",
    "explain_names",
    "read_pins",
    "resolve_entities",
]

_HOMES: Final = {
    "NO_PINS": "pins",
    "Catalogue": "catalogue",
    "Explanation": "explain",
    "Pins": "pins",
    "explain_names": "explain",
    "read_pins": "pins",
    "resolve_entities": "entities",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
