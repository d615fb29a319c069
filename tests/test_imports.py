"""Guards: imports go down only, and `__all__` says what is public."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for package in ("extractors", "graph") for path in (ROOT / package).rglob("*.py"))

# folder or module -> what it must not import: the layers above it
FORBIDDEN = {
    "extractors": ("graph",),
    "extractors/sources": ("spacy", "numpy", "extractors.pipeline", "extractors.components"),
    "graph/export": (
        "graph.api",
        "graph.query.questions",
        "graph.query.lookup",
        "graph.pipeline.build",
        "graph.store",
        "graph.cli",
    ),
    "graph/resolve": (
        "graph.export",
        "graph.api",
        "graph.query.questions",
        "graph.pipeline.build",
        "graph.store",
        "graph.pipeline.assemble",
        "graph.pipeline.link",
        "graph.cli",
    ),
    "graph/records.py": ("graph",),
    "graph/link.py": (
        "graph.pipeline.assemble",
        "graph.pipeline.build",
        "graph.store",
        "graph.query.questions",
        "graph.api",
    ),
    "graph/assemble.py": (
        "graph.pipeline.build",
        "graph.store",
        "graph.query.questions",
        "graph.api",
        "graph.export",
    ),
    "graph/build.py": ("graph.store", "graph.query.questions", "graph.api", "graph.export"),
    "graph/store": ("graph.query.questions", "graph.api", "graph.export", "graph.cli", "graph.executors"),
    "graph/engines": ("graph.api", "graph.query.questions", "graph.export", "graph.cli"),
    "graph/query.py": ("graph.pipeline.build", "graph.store", "graph.api", "graph.export"),
    "graph/knowledge.py": ("graph.cli", "typer", "rich"),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """Return the full names of all modules and names that a file imports, at any depth."""
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def within(module: str, layer: str) -> bool:
    return module == layer or module.startswith(layer + ".")


@pytest.mark.parametrize("place", sorted(FORBIDDEN))
def test_imports_go_down_only(place):
    folder = ROOT / place
    files = [folder] if folder.suffix else sorted(folder.rglob("*.py"))
    assert files
    upward = {
        (name_of(path), module)
        for path in files
        for module in imported(path)
        if any(within(module, layer) for layer in FORBIDDEN[place])
    }
    assert upward == set()


def test_the_check_sees_relative_imports():
    path = ROOT / "extractors" / "repos.py"
    assert "extractors.records.Mention" in imported(path)


def public_names(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "__all__" for t in node.targets):
            return ast.literal_eval(node.value) if isinstance(node.value, ast.List) else None
    return None


def defined_names(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_are_declared_and_exist(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = public_names(tree)
    if public is None:
        # what a package computes is tried out below
        assert path.name in ("__init__.py", "__main__.py"), "a module says by __all__ what is public"
        return
    assert len(public) == len(set(public))
    assert set(public) <= defined_names(tree)


@pytest.mark.parametrize(
    "package", ["extractors", "extractors.sources", "graph", "graph.export", "graph.resolve"]
)
def test_what_a_package_exports_can_be_had(package):
    module = pytest.importorskip(package)
    for name in getattr(module, "__all__", ()):
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="nonesuch"):
        _ = module.nonesuch


def test_importing_the_packages_loads_nothing_heavy():
    code = "import graph, extractors, sys; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"spacy", "numpy", "networkx", "duckdb", "pyarrow", "pyvis", "scipy", "pandas", "rich", "typer"}
    assert heavy & set(run.stdout.split()) == set()
