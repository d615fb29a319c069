"""What may be wrong with Java, the master, the address: one line each; and a build that is broken off."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from paperlattice.graph.errors import EngineError, StoreError
from paperlattice.graph.executors.spark.session import check_java, translated_errors
from paperlattice.graph.pipeline.spark import build_with_spark


@pytest.fixture
def java(tmp_path, monkeypatch):
    """Return a function that replaces Java with a program that prints a version."""

    def pretend(version: str) -> None:
        program = tmp_path / "jdk" / "bin" / "java"
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
        program.chmod(0o755)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))

    return pretend


@pytest.fixture
def invented(tmp_path):
    path = tmp_path / "papers.jsonl"
    path.write_text('{"title": "LoRA on trial", "abstract": "We run LoRA on ImageNet."}\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("version, number", [("1.8.0_392", 8), ("11.0.21", 11), ("16", 16)])
def test_a_java_that_is_too_old(java, version, number):
    java(version)
    with pytest.raises(EngineError, match=rf"needs Java 17 or later, .*/jdk/bin/java is Java {number};"):
        check_java()


@pytest.mark.parametrize("version", ["17.0.15", "21.0.1", "25", "of another kind"])
def test_a_java_that_will_do(java, version):
    java(version)
    check_java()


def test_no_java(monkeypatch, tmp_path):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="Spark needs Java, and there is none on the path; install Java 17"):
        check_java()


def test_a_java_home_without_java(monkeypatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match=r"bin/java cannot be run \(No such file or directory\)"):
        check_java()


def test_no_pyspark(monkeypatch, invented, tmp_path):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(EngineError, match=r"needs pyspark, .*run in the checkout: pip install '\.\[spark\]'"):
        build_with_spark(invented, tmp_path / "out")


@pytest.mark.parametrize(
    "master, message",
    [
        ("nonesuch", "unknown Spark master 'nonesuch'; give local"),
        ("", "unknown Spark master ''; give local"),
        ("spark://127.0.0.1:1", r"no Spark master answers at 127\.0\.0\.1:1: Connection refused; check"),
        ("spark://127.0.0.1:x", r"no Spark master answers at 127\.0\.0\.1:x: "),
    ],
)
def test_masters_that_cannot_be(needs_spark, invented, tmp_path, master, message):
    with pytest.raises(EngineError, match=message):
        build_with_spark(invented, tmp_path / "out", master=master)


def test_a_target_that_is_a_file_is_met_before_spark_is_started(invented, tmp_path):
    with pytest.raises(StoreError, match=r"papers\.jsonl: is a file; the tables go into a folder"):
        build_with_spark(invented, invented, master="nonesuch")


@pytest.mark.parametrize(
    "said, line",
    [
        (
            "An error occurred while calling o1.x.\n: java.lang.OutOfMemoryError: Java heap space\n\tat a.b",
            r"Spark: Spark ran out of memory; raise spark\.driver\.memory and spark\.executor\.memory \(Java",
        ),
        ("[PATH_NOT_FOUND] Path does not exist: file:/a. SQLSTATE: 42K03\n\tat", r"Spark gave up: Path does"),
        (
            "  File x\ngraph.engines.errors.EngineError: a.txt does not exist on a worker\n\tat",
            r"Spark gave up: a\.txt does not exist on a worker$",
        ),
    ],
)
def test_an_error_of_spark_becomes_one_line(needs_spark, said, line):
    with pytest.raises(EngineError, match=line) as raised, translated_errors():
        raise ConnectionError(said)
    assert "\n" not in str(raised.value)


BUILD = """
import sys
from paperlattice.graph.pipeline.spark import build_with_spark
tell = lambda *step: print(*step, flush=True)
settings = {"spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1"}
build_with_spark(sys.argv[1], sys.argv[2], master="local[1]", settings=settings, on_progress=tell)
"""


@pytest.mark.spark
def test_a_build_that_is_broken_off_leaves_nothing(needs_spark, invented, tmp_path):
    line = invented.read_text(encoding="utf-8").replace("trial", "trial {}")
    invented.write_text("".join(line.replace("{}", str(n)) for n in range(1000)), encoding="utf-8")
    command = [sys.executable, "-c", BUILD, str(invented), str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("reading 1000"):  # the first rows are written
                break
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=300)
    assert process.returncode != 0
    assert said.strip().splitlines()[-1] == "KeyboardInterrupt"
    assert [path.name for path in tmp_path.iterdir()] == ["papers.jsonl"]
