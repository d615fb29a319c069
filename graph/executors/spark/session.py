"""A session of Spark, started and stopped: its log stays off the terminal, each error becomes one line."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from paperlattice.graph.errors import EngineError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DEFAULT_MASTER: Final = "local[*]"

_OLDEST_JAVA: Final = 17
_PROBE_SECONDS: Final = 5.0
_EXECUTOR_SECONDS: Final = 60.0
_ROOT: Final = Path(__file__).parents[4]
_MASTER: Final = re.compile(r"local(\[.+\])?|yarn|spark://.+|k8s://.+")
_JAVA_VERSION: Final = re.compile(r'version "(?:1\.)?(\d+)')

_SETTINGS: Final = {
    "spark.app.name": "paperlattice",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # Python gets rows by the thousand: enough to be quick, few enough for abstracts of megabytes.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs": "false",
}


@contextlib.contextmanager
def spark_session(
    master: str = DEFAULT_MASTER, *, settings: Mapping[str, str] | None = None
) -> Iterator[SparkSession]:
    """Yield a session on a master (`local[2]`, `spark://host:7077`, `yarn`, ...); it is stopped at the end.

    `settings` are Spark properties and win over ours. Python workers run the interpreter that
    `PYSPARK_PYTHON` names, else this one, and find the package where this process found it.

    Raises EngineError if PySpark or Java is missing or too old, if the master is not understood, cannot be
    reached or offers no worker.
    """
    check_pyspark()
    check_java()
    _check_master(master)
    wanted = _SETTINGS | _paths() | _loopback(master) | dict(settings or {})
    with tempfile.TemporaryDirectory(prefix="paperlattice-spark-") as folder:
        log = Path(folder) / "spark.log"
        with translated_errors(log), _quiet_interrupts(), _quiet_warnings():
            session = _start(master, wanted, log)
            try:
                _await_executors(session, master)
                yield session
            finally:
                _stop(session)


@contextlib.contextmanager
def new_session(session: SparkSession) -> Iterator[SparkSession]:
    """Yield a new session on the context of a running one, whose views and settings stay as they are."""
    with translated_errors(), _quiet_warnings():
        own = session.newSession()
        for name, value in _SETTINGS.items():
            if name.startswith("spark.sql."):
                own.conf.set(name, value)
        yield own


@contextlib.contextmanager
def translated_errors(log: Path | None = None) -> Iterator[None]:
    """Turn what Spark and its Java side raise into one line; what this package raises goes through.

    An error of this package that was raised on a worker keeps its message.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException, ConnectionError, EOFError) as error:
        raise EngineError(_why(str(error), log)) from error


def check_java() -> None:
    """Raise EngineError unless there is a Java that Spark runs on."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    advice = f"install Java {_OLDEST_JAVA} or 21 (JDK or JRE) and, if it is not on the path, set JAVA_HOME"
    if java is None:
        raise EngineError(f"Spark needs Java, and there is none on the path; {advice}")
    try:
        run = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    except OSError as error:
        raise EngineError(
            f"Spark needs Java, and {java} cannot be run ({error.strerror}); {advice}"
        ) from error
    found = _JAVA_VERSION.search(run.stderr + run.stdout)
    if found and int(found[1]) < _OLDEST_JAVA:
        raise EngineError(f"Spark needs Java {_OLDEST_JAVA} or later, {java} is Java {found[1]}; {advice}")


def check_pyspark() -> None:
    """Raise EngineError unless what the extra `spark` installs is there."""
    advice = "run in the checkout: pip install '.[spark]'"
    try:
        import pandas  # noqa: F401
        import pyspark
    except ImportError as error:
        raise EngineError(
            f"the Spark engine needs {error.name or 'pyspark'}, which is not installed; {advice}"
        ) from error
    if int(pyspark.__version__.split(".")[0]) < 4:
        raise EngineError(f"the Spark engine needs PySpark 4, found {pyspark.__version__}; {advice}")


def _check_master(master: str) -> None:
    if not _MASTER.fullmatch(master):
        raise EngineError(
            f"unknown Spark master {master!r}; give local[N], spark://HOST:PORT, yarn or k8s://HOST:PORT"
        )
    if not master.startswith("spark://"):
        return
    # Spark itself would try for a minute and then report it in fifty lines.
    errors = []
    for address in master.removeprefix("spark://").split(","):
        try:
            parts = urlsplit(f"spark://{address}")
            with socket.create_connection((parts.hostname or "", parts.port or 7077), timeout=_PROBE_SECONDS):
                return
        except (OSError, ValueError) as error:
            errors.append(f"{address}: {getattr(error, 'strerror', None) or error}")
    raise EngineError(f"no Spark master answers at {'; '.join(errors)}; check the address, or start it")


def _paths() -> dict[str, str]:
    """Where workers on this machine find the package, also if it is not installed."""
    known = os.environ.get("PYTHONPATH", "")
    return {"spark.executorEnv.PYTHONPATH": os.pathsep.join([str(_ROOT), *([known] if known else [])])}


def _loopback(master: str) -> dict[str, str]:
    """If all of Spark is on this machine, nothing needs to be reached from outside."""
    if re.match(r"local|spark://(127\.|localhost\b)", master):
        return {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return {}


def _start(master: str, settings: Mapping[str, str], log: Path) -> SparkSession:
    from pyspark import SparkConf, SparkContext, java_gateway
    from pyspark.sql import SparkSession

    if SparkContext._active_spark_context is not None:
        raise EngineError(
            "a Spark session runs in this process already; give it as `session`, or stop it first"
        )
    conf = SparkConf(loadDefaults=False).setMaster(master).setAll(list(settings.items()))
    with _environment(PYSPARK_PYTHON=os.environ.get("PYSPARK_PYTHON", sys.executable)):
        gateway: Any = SparkContext._gateway
        if gateway is None:
            with log.open("wb") as stream:
                launch: Any = java_gateway.launch_gateway
                gateway = launch(conf, {"stderr": stream, "stdout": stream})
        before = signal.getsignal(signal.SIGINT)
        context = SparkContext(conf=conf, gateway=gateway)
        if threading.current_thread() is threading.main_thread():
            # PySpark's own handler asks Java on the connection that the interrupted call holds, and fails.
            signal.signal(signal.SIGINT, before)
    context.setLogLevel("ERROR")
    return SparkSession(context)


def _stop(session: SparkSession) -> None:
    from py4j.protocol import Py4JError

    # After Ctrl-C or the death of Java there may be nobody left to stop.
    with contextlib.suppress(Py4JError, OSError):
        session.stop()


def _await_executors(session: SparkSession, master: str) -> None:
    """Wait for a worker to join: a job without one would wait forever."""
    if not master.startswith("spark://"):
        return
    end = time.monotonic() + _EXECUTOR_SECONDS
    context: Any = session.sparkContext._jsc.sc()
    while context.getExecutorMemoryStatus().size() < 2:  # the driver counts as one
        if time.monotonic() > end:
            raise EngineError(
                f"{master} has offered no worker for {_EXECUTOR_SECONDS:.0f} seconds: start workers, or ask "
                "for less (spark.executor.memory, spark.executor.cores)"
            )
        time.sleep(0.2)


@contextlib.contextmanager
def _quiet_interrupts() -> Iterator[None]:
    """Keep what Py4J logs of a call that Ctrl-C ended off the terminal: the interrupt itself goes on."""
    root = logging.getLogger()

    def is_ours(record: logging.LogRecord) -> bool:
        return "py4j" not in record.pathname

    root.addFilter(is_ours)
    try:
        yield
    finally:
        root.removeFilter(is_ours)


@contextlib.contextmanager
def _quiet_warnings() -> Iterator[None]:
    """Ignore what PySpark warns of versions of pandas: it requires pandas, but Arrow does the work."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark does not yet", category=FutureWarning)
        yield


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


_RAISED: Final = re.compile(
    r"^(?:[\w.]+\.)?(?:\w*Error|\w*Exception|InputNotFound|UnknownSource): (.+)$", re.M
)
_CONDITION: Final = re.compile(r"^\[[A-Z_.]+\] ")
_ADVICE: Final = (
    (
        "All masters are unresponsive",
        "the Spark master does not answer any more; check it and run this again",
    ),
    ("Could not parse Master URL", "the Spark master is not understood; give local[N] or spark://HOST:PORT"),
    (
        "ClassNotFoundException: Class org.apache.hadoop.fs.s3a",
        "s3a:// needs Hadoop's package for S3; set PYSPARK_SUBMIT_ARGS to "
        "'--packages org.apache.hadoop:hadoop-aws:3.4.1 pyspark-shell'",
    ),
    (
        "No FileSystem for scheme",
        "Spark knows no file system of that address; give a path, s3a:// or hdfs://",
    ),
    (
        "No module named",
        "a Python worker lacks a package; install the project on the workers: pip install '.[spark]'",
    ),
    ("PYTHON_VERSION_MISMATCH", "workers run another Python than this one; set PYSPARK_PYTHON to the same"),
    ("No space left on device", "a disk is full; make room, or set spark.local.dir to another disk"),
    ("Java heap space", "Spark ran out of memory; raise spark.driver.memory and spark.executor.memory"),
    (
        "Python worker exited unexpectedly",
        "a Python worker died, mostly for want of memory; run fewer at once",
    ),
)


def _why(message: str, log: Path | None) -> str:
    """Return one line: what a worker raised, else what is known of such an error, else Spark's first line."""
    for sign, advice in _ADVICE:
        if sign in message:
            named = re.search(rf"{re.escape(sign)}[^\n]*", message)
            return f"Spark: {advice} ({named[0][:200] if named else sign})"
    raised = [text for text in _RAISED.findall(message) if not text.startswith("org.apache.spark")]
    first = raised[0] if raised else next(iter(message.strip().splitlines()), "")
    if not raised and log is not None and log.exists() and "gateway" in message.lower():
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        first = next((line for line in lines if "rror" in line), first)
    return f"Spark gave up: {_CONDITION.sub('', first)[:400]}"
