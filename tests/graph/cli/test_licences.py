from __future__ import annotations

import json


def test_the_licences_are_listed_for_people_and_for_machines(run):
    listed, rows = run("licences").out.splitlines(), json.loads(run("licences", "--json").out)
    assert listed[0].split() == ["PART", "NAME", "VERSION", "LICENCE"]
    assert len(rows) == len(listed) - 1
    assert {"name": "smol-toml", "version": "1.9.1", "licence": "BSD-3-Clause", "part": "page"} in rows
