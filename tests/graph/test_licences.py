"""What an install brings is named with its licence, and none of them clashes with ours."""

from __future__ import annotations

import json
import re
from email.message import EmailMessage
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.graph import licences
from paperlattice.graph.licences import DATA, IN_PAGE, UNKNOWN, licence_of, list_licences

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "graph" / "export" / "page"

# "GPL-2.0-only", "GNU Lesser General Public License v3 (LGPLv3)", "AGPL-3.0"; not "Mozilla Public License"
COPYLEFT = re.compile(r"\b[AL]?GPL|GNU .*General Public|SSPL|BUSL|\bNC\b|Proprietary")

OSI = "License :: OSI Approved :: "


def test_all_that_an_install_needs_is_listed_once():
    names = [row.name for row in list_licences() if row.part in ("install", "extra")]
    assert {"paperlattice", "spacy", "thinc", "pyvis", "jsonpickle", "typer"} <= set(names)
    assert len(names) == len(set(names))


def test_no_licence_is_unknown():
    assert [row for row in list_licences() if row.licence == UNKNOWN] == []


def test_nothing_that_is_installed_or_in_a_page_asks_for_more_than_ours():
    """Tools of the tests may: nothing of them is passed on."""
    installed = [row for row in list_licences() if row.part in ("install", "page")]
    assert [row for row in installed if COPYLEFT.search(row.licence)] == []


def test_the_libraries_of_the_page_are_those_in_its_program():
    packed = set(re.findall(r"// \S*node_modules/((?:@[\w-]+/)?[\w-]+)/", (PAGE / "page.js").read_text()))
    locked = json.loads((PAGE / "package-lock.json").read_text())["packages"]
    found = {(name, locked[f"node_modules/{name}"]["version"]) for name in packed}
    licence = {name: locked[f"node_modules/{name}"]["license"] for name in packed}
    rows = [row for row in IN_PAGE if row.name != "vis-network"]
    assert {(row.name, row.version) for row in rows} == found
    assert {row.name: row.licence for row in rows} == licence


def test_the_page_carries_the_notices_that_its_libraries_ask_for(small_graph, tmp_path):
    small_graph.write(tmp_path / "graph.html")
    page = (tmp_path / "graph.html").read_text()
    vis = next(row for row in IN_PAGE if row.name == "vis-network")
    assert f"* @version {vis.version}\n" in page
    for notice in ("@copyright (c) 2011-2017 Almende B.V", "Mike Bostock", "Copyright (c) Squirrel Chat"):
        assert notice in page


def test_the_data_are_those_that_the_guide_names():
    guide = " ".join((ROOT / ".github" / "CONTRIBUTING.md").read_text().split())
    assert [row.name for row in DATA if row.name.lower() not in guide.lower()] == []


@pytest.mark.parametrize(
    "fields, said",
    [
        ([("License-Expression", "MIT"), ("License", "Expat")], "MIT"),
        ([("License", "BSD"), ("Classifier", f"{OSI}BSD License")], "BSD License"),
        ([("Classifier", "License :: OSI Approved"), ("Classifier", f"{OSI}MIT License")], "MIT License"),
        ([("License", "Apache 2.0")], "Apache 2.0"),
        ([("License", "Copyright (c) 2001, Quill.\n\nRedistribution and use ...")], UNKNOWN),
        ([("License", "UNKNOWN")], UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_a_licence_is_read_from_what_a_package_says_of_itself(fields, said):
    package = SimpleNamespace(metadata=EmailMessage())
    for field, value in fields:
        package.metadata.add_header(field, value.replace("\n", " " * 70))
    assert licence_of(package) == said


def test_without_an_install_one_line_says_what_to_do(monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(licences, "distribution", missing)
    with pytest.raises(PaperlatticeError, match=r"run: pip install -e \."):
        list_licences()
