"""The examples in the docstrings hold, and everything public has one."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import inspect
from pathlib import Path

import pytest

import paperlattice
from paperlattice import extractors

ROOT = Path(__file__).parents[1]
SPARK = "paperlattice.graph.pipeline.spark"
PANDAS = "paperlattice.graph.api.KnowledgeGraph.to_pandas"


def with_examples():
    """Return the modules that hold examples, by their text: none is imported to be found."""
    for package in ("extractors", "graph"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if ">>> " in path.read_text(encoding="utf-8"):
                parts = path.relative_to(ROOT).with_suffix("").parts
                yield ".".join(["paperlattice", *(parts[:-1] if parts[-1] == "__init__" else parts)])


def run_examples(name):
    tests = doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name), name)
    assert any(test.examples for test in tests)
    for test in tests:
        if test.name != PANDAS or importlib.util.find_spec("pandas"):
            said = []
            assert not doctest.DocTestRunner().run(test, out=said.append).failed, "".join(said)


@pytest.mark.parametrize("name", [name for name in with_examples() if name != SPARK])
def test_the_examples_of_a_module_hold(name):
    run_examples(name)


@pytest.mark.spark
@pytest.mark.long
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_the_example_on_spark_holds(spark, monkeypatch):
    """A process has one session of Spark: the example runs on that of the tests."""
    from paperlattice.graph.pipeline import spark as module

    monkeypatch.setattr(module, "spark_session", lambda *_, **__: module.new_session(spark))
    run_examples(SPARK)


def public():
    """Return what a user may call or read, by name: not errors, and not the records that answers are."""
    for package in (extractors, paperlattice):
        for name in package.__all__:
            thing = getattr(package, name)
            if isinstance(thing, type) and thing.__name__ not in ("KnowledgeGraph", "Store"):
                continue
            yield f"{package.__name__}.{name}", thing
            if name in ("KnowledgeGraph", "Store"):
                for attribute in dir(thing):
                    if not attribute.startswith("_"):
                        yield f"{package.__name__}.{name}.{attribute}", getattr(thing, attribute)


def test_what_is_public_has_an_example():
    missing = {name for name, thing in public() if ">>> " not in (inspect.getdoc(thing) or "")}
    assert missing == {
        "paperlattice.KnowledgeGraph.lookup",  # what answers questions, for those who ask many
        "paperlattice.__version__",
    }
