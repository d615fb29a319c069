"""What README.md says must be so: its commands run, its Python lines give the output that stands there."""

from __future__ import annotations

import doctest
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paperlattice.graph.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.partition("#")[0].split("->")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
    if line.startswith("paperlattice ")
]
SPARK = [command for command in COMMANDS if "--engine spark" in command]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder like that of a reader who ran the demo and has the files that the README speaks of."""
    folder = tmp_path_factory.mktemp("reader")
    sample = ROOT / "graph" / "sample" / "daily_papers.txt"
    shutil.copy(sample, folder / "page.txt")
    (folder / "feeds").mkdir()
    (folder / "feeds" / "day.jsonl").write_text('{"title": "Quill", "abstract": "We use LoRA on COCO."}\n')
    (folder / "papers.csv").write_text("title,abstract\nBrook,We fine-tune CLIP on ImageNet.\n")
    today = [
        {"id": "2106.09685", "title": "Nib", "abstract": "We use LoRA on COCO.", "published": "2025-07-01"},
        {"id": "2507.00001", "title": "A title", "abstract": "We use CLIP.", "published": "2025-07-01"},
        {
            "id": "2507.00002",
            "title": "Ink",
            "abstract": "We use ViT on ImageNet.",
            "published": "2025-07-01",
        },
    ]
    lines = "".join(json.dumps(record) + "\n" for record in today)
    (folder / "today.jsonl").write_text(lines)
    (folder / "corpus").mkdir()
    (folder / "corpus" / "part.jsonl").write_text(lines)
    (folder / "pins.toml").write_text(re.search(r"```toml\n(.*?)```", README, re.S).group(1))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for arguments in (["demo"], ["build", "page.txt"]):
            result = CliRunner().invoke(app, arguments)
            assert result.exit_code == 0, result.output
    return folder


def test_the_readme_has_commands_and_python_lines():
    assert len(COMMANDS) >= 8
    assert README.count(">>> ") >= 5


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in SPARK])
def test_a_command_of_the_readme_runs(folder, monkeypatch, command):
    monkeypatch.chdir(folder)
    arguments = shlex.split(command.replace("*.jsonl.gz", "*.jsonl"))[1:]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert result.output.strip()


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.parametrize("command", [command for command in SPARK if "://" not in command])
def test_a_command_on_spark_runs(folder, unavailable, command):
    if shutil.which("java") is None or importlib.util.find_spec("pyspark") is None:
        unavailable("spark", "Java or PySpark is missing")
    # In a process of its own: other tests hold a session of Spark in this one.
    program = [sys.executable, "-m", "paperlattice", *shlex.split(command)[1:]]
    done = subprocess.run(program, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 0
    assert (folder / "outputs" / "paperlattice.parquet" / "papers").is_dir()


def test_the_python_lines_give_what_the_readme_shows(folder, monkeypatch):
    monkeypatch.chdir(folder)
    lines = "".join(re.findall(r"<!-- python -->\n```python\n(.*?)```", README, re.S))
    test = doctest.DocTestParser().get_doctest(lines, {}, "README.md", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    assert runner.summarize(verbose=False) == (0, len(test.examples))


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:)([^)#]+)", README))
def test_a_link_of_the_readme_leads_to_a_file(link):
    assert (ROOT / link).is_file()


def test_the_test_command_stands_where_the_checks_look_for_it():
    assert re.search(r"<!-- test-command -->\n```sh\n[^`]*pytest[^`]*```", README)
