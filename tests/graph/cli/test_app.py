from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paperlattice import KnowledgeGraph, Paper
from paperlattice.extractors.sources import SOURCES
from paperlattice.graph.cli.app import read_program
from paperlattice.graph.export import FILES, FORMATS

ROOT = Path(__file__).parents[3]
MAKING = ["build", "add", "remove", "upgrade", "demo", "export", "fetch"]
ASKING = [
    *("papers", "search", "sql", "entities", "topics", "trends", "matrix", "taken-up"),
    *("related", "path", "show", "explain", "context", "declared", "pins", "digest", "report", "evaluate"),
]
COMMANDS = [*MAKING, *ASKING, "mcp", "licences"]


@cache
def help_of(*command: str) -> str:
    done = CliRunner().invoke(read_program(), [*command, "--help"])
    assert done.exit_code == 0
    return " ".join(done.stdout.split())


def test_the_commands_are_these():
    names = [command.callback.__name__.replace("_", "-") for command in read_program().registered_commands]
    assert names == COMMANDS


def test_the_list_of_commands_says_in_whole_sentences_what_each_does():
    listed = help_of().split(" Commands: ")[1]
    assert all(f"{command} " in listed for command in COMMANDS)
    assert listed.count(".") == len(COMMANDS)


@pytest.mark.parametrize("command", ASKING)
def test_each_question_has_json_and_a_store(command):
    assert "--json" in help_of(command)
    assert "--from STORE" in help_of(command)
    assert "outputs/paperlattice.duckdb" in help_of(command)


def test_help_names_all_formats():
    assert all(name in help_of("build") for name in (*FILES, *SOURCES))
    assert all(word in help_of("export") for word in (*FORMATS, *FORMATS.values()))


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from paperlattice.__main__ import main; main(['--help']); main(['build', '--help']);"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {
        "spacy",
        "networkx",
        "numpy",
        "pyvis",
        "duckdb",
        "pyarrow",
        "scipy",
        "pandas",
        "rapidfuzz",
        "rich",
    }
    assert heavy & {name.partition(".")[0] for name in done.stdout.split()} == set()


def test_a_card_imports_neither_layout_nor_arrow(tmp_path):
    path = tmp_path / "papers.duckdb"
    KnowledgeGraph.build([Paper("1", "Quiet Quills", "We train QuillNet.")]).save(path)
    code = (
        "import sys; from paperlattice.__main__ import main;"
        f"main(['show', 'QuillNet', '--from', {str(path)!r}]); print('modules', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    card, _, modules = done.stdout.partition("modules ")
    assert card.startswith("QuillNet (method")
    heavy = {"networkx", "numpy", "pyarrow", "scipy", "spacy"}
    assert heavy & {name.partition(".")[0] for name in modules.split()} == set()
    assert not any(name.startswith("paperlattice.extractors.fetch") for name in modules.split())


def test_the_version_is_printed(run):
    done = run("--version")
    assert done.code == 0
    assert done.out.startswith("paperlattice ")


def test_without_arguments_help_comes_and_counts_as_wrong_usage(run):
    done = run()
    assert done.code == 2
    assert "Commands:" in done.out + done.err


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["buidl"], "No such command 'buidl'"),
        (["build"], "Missing argument 'INPUT'"),
        (["related"], "Missing argument 'PAPER'"),
        (["path", "LoRA"], "Missing argument 'B'"),
        (["add"], "give INPUT..., or --fetch SERVICE:TIME"),
        (["add", "--fetch", "bing:today"], "unknown service 'bing'; choose arxiv, hf"),
        (["fetch"], "Missing argument 'SERVICE'"),
        (["fetch", "bing"], "unknown service 'bing'"),
        (["fetch", "hf", "--week", "2025-06"], "--week 2025-06: give today"),
        (["fetch", "hf", "--day", "2025-02-30"], "'2025-02-30' is not a time"),
        (["fetch", "hf", "--day", "today", "--since", "2025-01-01"], "give one of --day"),
        (["build", "x", "--colour"], "No such option: --colour"),
        (["build", "x", "--format", "gephi"], "'gephi' is not a format that can be written"),
        (["build", "x", "--format", "grapml"], "did you mean graphml?"),
        (["build", "x", "--source", "marc"], "unknown source format 'marc'; choose one of json_lines"),
        (["build", "x", "--min-confidence", "1.5"], "1.5 is not between 0 and 1"),
        (["build", "x", "--min-confidence", "-0.1"], "-0.1 is not between 0 and 1"),
        (["build", "x", "--min-confidence", "nan"], "nan is not between 0 and 1"),
        (["build", "x", "--min-confidence", "much"], "--min-confidence"),
        (["build", "x", "--hub-limit", "-1"], "--hub-limit"),
        (["build", "x", "--processes", "0"], "--processes"),
        (["build", "x", "--processes", "-2"], "--processes"),
        (["entities", "--top", "-1"], "--top"),
        (["entities", "--kind", "paper"], "--kind"),
        (["related", "x", "-k", "-1"], "-k"),
        (["context", "x", "--budget", "0"], "--budget"),
        (["evaluate", "gold.jsonl", "--errors", "-1"], "--errors"),
        (
            ["evaluate", "gold.jsonl", "--graph", "a", "--from", "b"],
            "give either --graph or --from, not both",
        ),
        (["export", "graph.docx"], "'graph.docx' is not a format that can be written"),
        (["export", "graph"], "'graph' is not a format that can be written"),
        (["export", "graph.json", "--format", "docx"], "'docx' is not a format that can be written"),
    ],
)
def test_wrong_usage_is_exit_code_2(run, misused, arguments, said):
    misused(run(*arguments), said)


@pytest.mark.parametrize("command", ["build", "add", "remove", "export"])
def test_usage_says_once_that_an_argument_repeats(run, command):
    usage = run(command, "--help").out.splitlines()[0]
    assert usage.count("...") == 1
