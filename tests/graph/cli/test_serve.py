from __future__ import annotations

import sys

import pytest


def test_without_the_package_one_line_says_how_to_install_it(run, failed, store, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    failed(run("mcp", "--from", store), "run: pip install 'mcp>=2,<3'")


@pytest.mark.parametrize("name, said", [("none.duckdb", "there is no such file"), ("text.duckdb", "not a")])
def test_what_is_no_store_is_one_line(run, failed, tmp_path, name, said):
    pytest.importorskip("mcp.server.mcpserver")
    (tmp_path / "text.duckdb").write_text("no store " * 999)
    failed(run("mcp", "--from", tmp_path / name), said)
