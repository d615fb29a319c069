from __future__ import annotations

import io
from contextlib import redirect_stderr, suppress

import pytest

from paperlattice.graph.cli import printing
from paperlattice.graph.cli.printing import shown_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def report_all() -> None:
    with shown_progress() as report:
        report("reading a.txt", 30, 0)
        report("reading b[/bold].txt", 70, 0)
        report("extracting", 0, 65)
        report("extracting", 50, 65)
        report("resolving", 65, 65)


def test_a_pipe_stays_quiet(capsys):
    report_all()
    assert capsys.readouterr() == ("", "")


def test_a_closed_stderr_is_no_error(monkeypatch):
    monkeypatch.setattr(printing.sys, "stderr", None)
    report_all()
    assert printing.sys.stderr is None


@pytest.fixture
def terminal(monkeypatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "140")
    return Terminal()


def test_a_terminal_shows_a_bar_and_clears_it(terminal):
    with redirect_stderr(terminal):
        report_all()
    printed = terminal.getvalue()
    for said in (
        "reading b[/bold].txt",
        "extracting",
        "70 papers",
        "50 of 65 papers",
        "/s",
        "resolving",
        "65 of 65 papers",
    ):
        assert said in printed
    assert printed.endswith("\u001b[2K")


def test_the_bar_goes_when_the_work_fails(terminal):
    with redirect_stderr(terminal), suppress(RuntimeError), shown_progress() as report:
        report("extracting", 1, 2)
        raise RuntimeError
    assert terminal.getvalue().endswith("\u001b[2K")
