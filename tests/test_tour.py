"""The notebook of the demo runs from top to bottom, and gives what is stored in it."""

import ast
import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOUR = ROOT / "outputs" / "demo" / "tour.ipynb"
CELLS = json.loads(TOUR.read_text(encoding="utf-8"))["cells"]
CODE = [cell for cell in CELLS if cell["cell_type"] == "code"]


def run_cell(source, names):
    """Run a cell and return the value of its last line, None if that is a statement."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, str(TOUR), "exec"), names)
    return None if last is None else eval(compile(ast.Expression(last.value), str(TOUR), "eval"), names)


def words(text):
    return "".join(text).split()


def test_the_tour_runs_and_gives_what_it_shows(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pandas")
    shutil.copytree(ROOT / "graph" / "sample", tmp_path / "graph" / "sample")
    (tmp_path / "outputs" / "demo").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "outputs" / "demo")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    names = {"__name__": "__main__"}
    for cell in CODE:
        value = run_cell("".join(cell["source"]), names)
        shown = [words(output.get("text") or output["data"]["text/plain"]) for output in cell["outputs"]]
        given = [capsys.readouterr().out, "" if value is None else repr(value)]
        assert [text.split() for text in given if text] == shown
    assert "<svg" in value._repr_html_()


def test_the_tour_is_light_and_explains_itself():
    assert TOUR.stat().st_size < 20_000
    assert CELLS[0]["cell_type"] == "markdown"
    assert all(len("".join(cell["source"])) < 400 for cell in CELLS)
