"""Runs of the program: in this process where that is enough, as a process of its own where it matters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from paperlattice.graph.cli.run import main

ROOT = Path(__file__).parents[3]


class Run(NamedTuple):
    code: int
    out: str
    err: str


def invented_records(count: int = 10) -> list[dict]:
    """Return records of invented papers that name real things."""
    names = ["Willowbark", "Fernleaf", "Mosscap", "Thornbush", "Larchwood"]
    return [
        {
            "id": f"2501.{i:05}",
            "title": f"{names[i % 5]}{i}: a study of adapters",
            "abstract": f"We propose {names[i % 5]}{i}, an adapter. It beats LoRA on ImageNet and CIFAR-10. "
            f"Code: https://github.com/invented-lab/{names[i % 5].lower()}{i}",
        }
        for i in range(count)
    ]


@pytest.fixture
def records() -> list[dict]:
    return invented_records()


@pytest.fixture
def feed(tmp_path, records) -> Path:
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def run(capsys) -> Callable[..., Run]:
    def run(*arguments: object) -> Run:
        code = main([str(argument) for argument in arguments])
        return Run(code, *capsys.readouterr())

    return run


@pytest.fixture
def program() -> Callable[..., Run]:
    """Return what runs the program as a process; `env` is added to the environment."""

    def run(*arguments: object, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "paperlattice", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=os.environ | {"PYTHONPATH": str(ROOT / ".src")} | env,
            timeout=120,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def store(small_graph, tmp_path_factory) -> Path:
    return small_graph.save(tmp_path_factory.mktemp("store") / "small.duckdb")


@pytest.fixture
def ask(run, store) -> Callable[..., Run]:
    """Return what asks the store of the small graph."""
    return lambda command, *arguments: run(command, *arguments, "--from", store)


@pytest.fixture
def failed() -> Callable[[Run, str], None]:
    """Return a check: exit code 1, nothing on stdout, one line on stderr that says what was wrong."""

    def check(done: Run, said: str) -> None:
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("paperlattice: ")
        assert done.err.count("\n") == 1
        assert said in done.err
        assert "internal error" not in done.err

    return check


@pytest.fixture
def misused() -> Callable[[Run, str], None]:
    """Return a check: exit code 2, nothing on stdout, the usage and what was wrong on stderr."""

    def check(done: Run, said: str) -> None:
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("Usage: paperlattice")
        assert said in " ".join(done.err.split())
        assert "Traceback" not in done.err

    return check
