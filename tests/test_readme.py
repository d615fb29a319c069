"""What the documents say must be so: commands run, Python lines give what is shown, links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import srsly
from typer.testing import CliRunner

from paperlattice.graph.cli.app import read_program
from paperlattice.graph.model.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from paperlattice.graph.model.options import BuildReport

ROOT = Path(__file__).parent.parent
RUN = (
    "README.md",
    "graph/README.md",
    "extractors/README.md",
    "graph/store/README.md",
    "graph/export/README.md",
    "tests/benchmarks/README.md",
)
"""The documents whose blocks run, in this order, in one copy of the project."""

NOT_RUN = {"test-command", "network", "needs spark", "needs a cluster", "needs an install"}
"""What a comment above a shell block may say, so that it does not run here."""

DOCUMENTS = sorted(
    [
        ROOT / "README.md",
        ROOT / ".github" / "CONTRIBUTING.md",
        *(
            path
            for folder in ("extractors", "graph", "tests")
            for path in (ROOT / folder).rglob("*.md")
            if "node_modules" not in path.parts
        ),
    ]
)
BLOCK = re.compile(r"(?:^<!-- (?P<mark>[^>]*) -->\n)?^```(?P<language>\w*)\n(?P<lines>.*?)^```$", re.M | re.S)
HEREDOC = re.compile(r"<<'?(\w+)'?")


def text_of(document: str | Path) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str, language: str) -> list[re.Match[str]]:
    return [block for block in BLOCK.finditer(text_of(document)) if block["language"] == language]


def statements(lines: str) -> Iterator[str]:
    """Yield the commands of a shell block, a here-document together with the command that reads it."""
    rest = iter(lines.splitlines())
    for line in rest:
        taken = [line]
        if end := HEREDOC.search(line):
            for more in rest:
                taken.append(more)
                if more == end[1]:
                    break
        yield "\n".join(taken)


def run_command(command: str) -> None:
    """Run a command in the working folder: one of ours in this process, any other by bash."""
    if command.startswith("paperlattice "):
        result = CliRunner().invoke(read_program(), shlex.split(command, comments=True)[1:])
        assert result.exit_code == 0, result.output
        assert result.output.strip()
        return
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    script = ["bash", "-euo", "pipefail", "-c", command]
    done = subprocess.run(script, env=os.environ | {"PATH": programs}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def run_python(lines: str, document: str, names: dict[str, object]) -> None:
    """Run the examples of a block, which see the names of the blocks before."""
    test = doctest.DocTestParser().get_doctest(lines, {}, document, document, 0)
    assert test.examples, "a block of Python without an example"
    test.globs = names
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(
        test, out=said.append, clear_globs=False
    )
    assert not said, "".join(said)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of what a user has after the Start command."""
    folder = tmp_path_factory.mktemp("user") / "paperlattice"
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc", "*.duckdb")
    for part in ("graph", "extractors", "tests", "outputs/demo"):
        shutil.copytree(ROOT / part, folder / part, ignore=unwanted)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run_command("paperlattice demo")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("document", RUN)
def test_the_blocks_of_a_document_run_in_order(checkout, monkeypatch, document):
    monkeypatch.chdir(checkout)
    names: dict[str, object] = {"__name__": "__main__"}
    for block in BLOCK.finditer(text_of(document)):
        if block["language"] == "python":
            assert block["mark"] == "python", f"{document}: a block of Python that nothing runs"
            run_python(block["lines"], document, names)
        elif block["language"] == "sh" and block["mark"] not in NOT_RUN and "-m venv" not in block["lines"]:
            for command in statements(block["lines"]):
                run_command(command)


def test_the_readme_starts_with_one_command_and_has_examples():
    start, *others = blocks("README.md", "sh")
    assert start["lines"].endswith("&& .venv/bin/paperlattice demo\n")
    assert start["lines"].count("\n") == 1
    assert sum(block["lines"].count("paperlattice ") for block in others) >= 8
    assert len(blocks("README.md", "python")) >= 1


def test_the_readme_is_short():
    assert text_of("README.md").count("\n") <= 130


def test_the_test_command_is_where_the_checks_look_for_it():
    (command,) = (block["lines"] for block in blocks("README.md", "sh") if block["mark"] == "test-command")
    assert command.endswith("-m pytest\n")


def command_for_spark() -> str:
    (command,) = (b["lines"] for b in blocks("graph/store/README.md", "sh") if b["mark"] == "needs spark")
    return command.strip()


def test_the_command_for_spark_asks_for_a_build_on_spark(tmp_path, monkeypatch):
    asked = []

    def build(inputs, folder, **options):
        asked.append((list(inputs), str(folder), options["master"]))
        return BuildReport()

    monkeypatch.setattr("paperlattice.graph.pipeline.spark.build_with_spark", build)
    monkeypatch.chdir(tmp_path)
    run_command(command_for_spark())
    assert asked == [(["corpus/"], "outputs/paperlattice.parquet", "local[4]")]


@pytest.mark.spark
@pytest.mark.long
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_the_command_for_spark_runs(spark, tmp_path, monkeypatch):
    """A process has one session of Spark: the command runs on that of the tests."""
    from paperlattice.graph.pipeline import spark as module

    asked = []

    def session(master, **_):
        asked.append(master)
        return module.new_session(spark)

    monkeypatch.setattr(module, "spark_session", session)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    line = '{"title": "Nib", "abstract": "We use LoRA on COCO."}\n'
    (tmp_path / "corpus" / "part.jsonl").write_text(line)
    run_command(command_for_spark())
    assert asked == ["local[4]"]
    assert (tmp_path / "outputs" / "paperlattice.parquet" / "papers").is_dir()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_of_a_document_lead_somewhere(document):
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text_of(document)):
        file, _, anchor = link.partition("#")
        target = document.parent / file if file else document
        assert target.is_file(), link
        assert not anchor or anchor in anchors(text_of(target)), link


def anchors(text: str) -> set[str]:
    """Return the names that headings of a document have in addresses."""
    headings = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_modules_that_a_document_runs_can_be_imported(document):
    for module in re.findall(r"python -m (paperlattice[\w.]*\w)", text_of(document)):
        assert importlib.util.find_spec(module) is not None


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_scripts_that_a_document_names_are_there(document):
    for script in re.findall(r"python (tests/[\w/]+\.py)", text_of(document)):
        assert (ROOT / script).is_file()


@pytest.mark.parametrize("kind, attributes", [("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)])
def test_the_guide_lists_the_attributes_as_they_are(kind, attributes):
    lines = ["| attribute | type | meaning |", "|---|---|---|"]
    for name, entry in attributes.items():
        lines.append(
            "| `{}` | {} | {} |".format(name, entry.type.__name__, entry.meaning.replace("|", r"\|"))
        )
    table = text_of("graph/README.md").partition(f"<!-- {kind} attributes -->\n")[2].partition("\n\n")[0]
    assert table.splitlines() == lines


def test_nothing_names_a_distribution_that_is_not_published():
    sources = [path for folder in ("extractors", "graph") for path in (ROOT / folder).rglob("*.py")]
    for path in (*sources, *DOCUMENTS):
        assert not re.search(r"pip install (-\w+ )*'?paperlattice", text_of(path)), path


def test_the_citation_has_the_version_of_the_project():
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    citation = srsly.yaml_loads(text_of(".github/CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"]
    assert f"## {project['version']}" in text_of("graph/CHANGELOG.md")


def test_the_hooks_can_be_read():
    (local,) = srsly.yaml_loads(text_of(".pre-commit-config.yaml"))["repos"]
    assert [hook["id"] for hook in local["hooks"]] == ["ruff-check", "ruff-format", "mypy", "codespell"]
