"""Modules of other folders of the tests, which are no packages."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]


def load(path: str) -> ModuleType:
    """Return the module of a file, whose path is given from the top of the checkout."""
    if "checkout" not in sys.modules:
        sys.modules["checkout"] = ModuleType("checkout")
        sys.modules["checkout"].__path__ = [str(ROOT)]
    return import_module("checkout." + path.removesuffix(".py").replace("/", "."))
