from __future__ import annotations

import io
import json
from contextlib import redirect_stdout

import pytest

from paperlattice.graph.cli import printing
from paperlattice.graph.cli.printing import echo, echo_json, echo_table, shown, warn


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain, σ-算法 and é", "plain, σ-算法 and é"),
        ("a\tb\nc\r\u0007", "a b c  "),
        ("\u001b[31mred", " [31mred"),
        ("c1 \u009b31m, del \u007f", "c1  31m, del  "),
        ("\u202egnp.exe \u2028", " gnp.exe  "),
        ("\u2066a\u2069\U000e0041b", " a  b"),
    ],
)
def test_control_characters_are_blanked(text, expected):
    assert shown(text) == expected


def test_messages_are_one_line_on_stderr(capsys):
    warn("first\nsecond\u001b[2J")
    assert capsys.readouterr() == ("", "paperlattice: first second [2J\n")


def test_json_keeps_all_scripts(capsys):
    echo_json({"title": "σ 算法"})
    assert capsys.readouterr().out == '{\n  "title": "σ 算法"\n}\n'


def test_plain_tables_are_aligned_and_whole(capsys):
    rows = [(5, "short", "x" * 200), (12, "算法", ""), (1200, "a\nb", "y")]
    echo_table(("n", "name", "more"), rows, numbers={"n"})
    assert capsys.readouterr().out == (
        f"   N  NAME   MORE\n   5  short  {'x' * 200}\n  12  算法\n1200  a b    y\n"
    )


def test_a_table_without_rows_is_its_head(capsys):
    echo_table(("n", "name"), [], numbers={"n"})
    assert capsys.readouterr().out == "N  NAME\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def draw(monkeypatch):
    """Return a function that prints a table to a terminal of 60 columns and returns the output."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def draw(*rows: tuple) -> str:
        with redirect_stdout(Terminal()) as stream:
            echo_table(("n", "name"), rows, numbers={"n"})
        return stream.getvalue()

    return draw


def test_tables_are_drawn_on_a_terminal(draw):
    printed = draw((5, "word " * 30), (7, "[bold]no markup[/bold] :smile:"))
    assert "─" in printed
    assert "[bold]no markup[/bold] :smile:" in printed
    assert "\u001b[1m" in printed
    assert all(len(line) <= 60 for line in printed.splitlines()[2:])


def test_a_dumb_terminal_gets_plain_text(draw, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert draw((5, "x")) == "N  NAME\n5  x\n"


def test_no_color_is_respected(draw, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\u001b[3" not in draw((5, "x"))


def test_a_closed_output_is_ignored(monkeypatch):
    monkeypatch.setattr(printing.sys, "stdout", None)
    echo("x")
    printing.flush()
    assert not printing.on_terminal()


def test_json_escapes_what_a_terminal_would_obey(capsys):
    said = {"title": "\x9b31m \u2066x\u2069 \u202e \U000e0041 \x1b["}
    echo_json(said)
    out = capsys.readouterr().out
    assert shown(out.replace("\n", " ")) == out.replace("\n", " ")
    assert json.loads(out) == said
