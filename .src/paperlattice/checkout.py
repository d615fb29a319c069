"""Makes `graph` and `extractors` of a checkout importable under these names, with the same modules."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType


def share_modules(folder: str) -> None:
    """Make `folder` and all modules below it aliases of the modules of `paperlattice.folder`."""
    sys.modules[folder] = import_module(f"paperlattice.{folder}")
    sys.meta_path.insert(0, _SharedModules(folder))


class _SharedModules(MetaPathFinder, Loader):
    """Finds `graph.api` as the module `paperlattice.graph.api`."""

    def __init__(self, folder: str) -> None:
        self._prefix = f"{folder}."

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        # A program, `python -m graph`, is run from its file.
        if not fullname.startswith(self._prefix) or fullname.endswith(".__main__"):
            return None
        real = find_spec(f"paperlattice.{fullname}")
        if real is None:
            return None
        is_package = real.submodule_search_locations is not None
        return ModuleSpec(fullname, self, origin=real.origin, is_package=is_package)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = import_module(f"paperlattice.{spec.name}")
        spec.loader_state = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        # The module has run already; the import system has only replaced its `__spec__`.
        shared = module.__spec__
        if shared is not None:
            module.__spec__ = shared.loader_state
