"""Guards: imports go down only, nothing private is borrowed, what is public can be had."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "paperlattice"
MODULES = sorted(path for package in ("extractors", "graph") for path in (ROOT / package).rglob("*.py"))

# From the bottom up: a module may import its own layer and those before it.
LAYERS = (
    "paperlattice.extractors",
    "paperlattice.graph.errors",
    "paperlattice.graph.model",
    "paperlattice.graph.resolve",
    "paperlattice.graph.store",
    "paperlattice.graph.link",
    "paperlattice.graph.topics",
    "paperlattice.graph.executors",
    "paperlattice.graph.pipeline",
    "paperlattice.graph.topics",
    "paperlattice.graph.layout",
    "paperlattice.graph.query",
    "paperlattice.graph.export",
    "paperlattice.graph.evaluation",
    "paperlattice.graph.api",
    "paperlattice.graph.link.training",
    "paperlattice.graph.demo",
    "paperlattice.graph.serve",
    "paperlattice.graph.licences",
    "paperlattice.graph.cli",
)
FORBIDDEN = {
    "paperlattice.extractors.sources": (
        "spacy",
        "numpy",
        "paperlattice.extractors.pipeline",
        "paperlattice.extractors.spacy_components",
    )
}


def name_of(path: Path) -> str:
    parts = (PACKAGE, *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imported(path: Path) -> set[tuple[str, str]]:
    """Return module and name of all that a file imports, at any depth; the name is empty for a module."""
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {(alias.name, "") for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {(module, alias.name) for alias in node.names}
    return found


def within(module: str, layer: str) -> bool:
    return module == layer or module.startswith(layer + ".")


def layer_of(module: str) -> int | None:
    """Return the number of the narrowest layer that holds a module."""
    found = [(len(layer), i) for i, layer in enumerate(LAYERS) if within(module, layer)]
    return max(found)[1] if found else None


def test_imports_go_down_only():
    upward = []
    for path in MODULES:
        own = layer_of(name_of(path))
        for module, name in imported(path) if own is not None else ():
            target = layer_of(f"{module}.{name}")
            if target is not None and target > own:
                upward.append((name_of(path), module))
    assert upward == []


def test_every_module_has_a_layer():
    loose = {name_of(path) for path in MODULES if layer_of(name_of(path)) is None}
    assert loose == {"paperlattice.graph", "paperlattice.graph.__main__"}


def test_no_modules_import_each_other_in_a_circle():
    names = {name_of(path) for path in MODULES}
    edges = [
        (name_of(path), target)
        for path in MODULES
        for module, name in imported(path)
        for target in [f"{module}.{name}" if f"{module}.{name}" in names else module]
        if target in names and target != name_of(path) and path.name != "__init__.py"
    ]
    circles = [part for part in nx.strongly_connected_components(nx.DiGraph(edges)) if len(part) > 1]
    assert circles == []


@pytest.mark.parametrize("place", sorted(FORBIDDEN))
def test_some_modules_stay_light(place):
    borrowed = {
        (name_of(path), module)
        for path in MODULES
        if within(name_of(path), place)
        for module, name in imported(path)
        if any(within(f"{module}.{name}", layer) for layer in FORBIDDEN[place])
    }
    assert borrowed == set()


def test_only_the_server_imports_what_comes_with_its_extra():
    borrowing = {
        name_of(path)
        for path in MODULES
        for module, _ in imported(path)
        if module.split(".")[0] in ("mcp", "mcp_types", "pydantic", "anyio")
    }
    assert all(within(name, "paperlattice.graph.serve") for name in borrowing)
    assert borrowing


def test_no_module_uses_what_is_private_to_another():
    private = [
        (name_of(path), module, name)
        for path in MODULES
        for module, name in imported(path)
        if name.startswith("_") and not name.startswith("__") and within(module, module.split(".")[0])
        if module.split(".")[0] == PACKAGE
    ]
    assert private == []


def test_the_check_sees_relative_imports():
    assert ("paperlattice.extractors.records", "Mention") in imported(ROOT / "extractors" / "selection.py")


@pytest.mark.parametrize(
    "package",
    [
        "paperlattice",
        "paperlattice.extractors",
        "paperlattice.extractors.sources",
        "paperlattice.graph.export",
    ],
)
def test_what_a_package_exports_can_be_imported(package):
    module = pytest.importorskip(package)
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="nonesuch"):
        _ = module.nonesuch


def test_importing_the_packages_loads_nothing_heavy():
    code = "import paperlattice, paperlattice.extractors, sys; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"spacy", "numpy", "networkx", "duckdb", "pyarrow", "pyvis", "scipy", "pandas", "rich", "typer"}
    assert heavy & set(run.stdout.split()) == set()
