"""Files for Neo4j: no Neo4j is at hand, so a strict reader of the rules of its manual reads them."""

from __future__ import annotations

import csv
import re
import shlex
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from paperlattice import Author, KnowledgeGraph, Paper
from paperlattice.graph.export import advice_on

HOSTILE = ["a;b, \"c\" 'd'", "\\", "line\nbreak\r\nhere", "=1+1", "\tx ", "论文 🧪", "$(rm)", '"']
# "id:ID(Paper)", "title", "year:long", "aliases:string[]", ":LABEL", ":END_ID(Topic)"
HEAD = re.compile(r"(\w*)(?::(ID|START_ID|END_ID|LABEL|TYPE|long|double|string\[\])(?:\((\w+)\))?)?")


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    papers = [Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet.", "2024-05")]
    for number, text in enumerate(HOSTILE):
        told = {"authors": (Author(text, text), Author("", "B")), "keywords": (text, "plain"), "venue": text}
        papers.append(Paper(f"h/{number}", f"{text} title", f"{text} We use LoRA; {text}", **told))
    return KnowledgeGraph.build(papers)


@pytest.fixture(scope="module")
def folder(kg, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "my lattice.neo4j"
    kg.write(folder)
    return folder


def read(file: Path, array_delimiter: str) -> list[dict[str, Any]]:
    """Return the records of a file: each cell of the type that its head says, an empty one left out."""
    with file.open(encoding="utf-8", newline="") as stream:
        head, *lines = csv.reader(stream, strict=True)
    fields = [HEAD.fullmatch(cell).groups() for cell in head]
    assert all(len(line) == len(head) for line in lines)
    make = {"long": int, "double": float, "string[]": lambda cell: cell.split(array_delimiter)}
    return [
        {
            (kind if kind and kind.isupper() else name): (group, cell) if group else make.get(kind, str)(cell)
            for (name, kind, group), cell in zip(fields, line, strict=True)
            if cell
        }
        for line in lines
    ]


@pytest.fixture(scope="module")
def database(folder) -> tuple[dict, list]:
    """What the printed command makes of the files: nodes by group and id, and relationships."""
    words = shlex.split(advice_on("neo4j", folder).replace("\\\n", " "))
    assert words[:4] == ["cd", str(folder), "&&", "neo4j-admin"]
    options = [word.removeprefix("--").split("=", 1) for word in words if word.startswith("--")]
    delimiter = chr(int(dict(options)["array-delimiter"].removeprefix("U+"), 16))
    assert dict(options)["multiline-fields"] == "true"
    nodes, relationships = {}, []
    for option, file in options:
        for record in read(folder / file, delimiter) if option in ("nodes", "relationships") else ():
            if option == "nodes":
                assert record["ID"] not in nodes
                assert record["LABEL"] == record["ID"][0]
                nodes[record["ID"]] = record
            else:
                relationships.append(record)
    assert sum(option in ("nodes", "relationships") for option, _ in options) == len(list(folder.iterdir()))
    return nodes, relationships


def test_every_end_exists_and_counts_are_those_of_the_graph(kg, database):
    nodes, relationships = database
    assert all(record[end] in nodes for record in relationships for end in ("START_ID", "END_ID"))
    assert {node for (group, node) in nodes if group != "Topic"} == set(kg.nx)
    counted = Counter(record["TYPE"].lower() for record in relationships)
    in_topics = counted.pop("in_topic")
    assert counted == Counter(relation for *_, relation in kg.nx.edges(keys=True))
    assert in_topics == sum("topic" in data for _, data in kg.nx.nodes(data=True))


def test_values_survive(kg, database):
    nodes, _ = database
    for paper in kg.papers():
        node = next(record for record in nodes.values() if record.get("paper_id") == paper.id)
        assert (node["title"], node["abstract"]) == (paper.title, paper.abstract)
        assert node.get("keywords", []) == list(paper.keywords)
        assert node.get("authors", []) == [author.name for author in paper.authors]


def test_weights_are_numbers_and_the_command_is_for_a_shell(kg, database, folder):
    _, relationships = database
    weights = {(r["START_ID"][1], r["END_ID"][1], r["TYPE"].lower()): r.get("weight") for r in relationships}
    assert all(weights[edge] == data["weight"] for edge, data in kg.nx.edges.items())
    assert advice_on("neo4j", folder).startswith(f"cd '{folder}' && neo4j-admin database import full \\\n")
