"""Stores that a disk or a copy has damaged: each question is answered correctly, or an error is reported."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from paperlattice import KnowledgeGraph
from paperlattice.graph.errors import StoreError
from paperlattice.graph.store.errors import errors_named

CALLS: dict[str, Callable[[KnowledgeGraph, Path], object]] = {
    "papers": lambda graph, _: graph.papers(),
    "entities": lambda graph, _: graph.entities(),
    "entity": lambda graph, _: graph.entity("LoRA"),
    "related": lambda graph, _: graph.related("2501.00001"),
    "path": lambda graph, _: graph.path("LoRA", "CIFAR-10"),
    "evidence": lambda graph, _: graph.evidence("2501.00002", "LoRA"),
    "explain": lambda graph, _: graph.explain("LoRA", "low-rank adaptation"),
    "joins": lambda graph, _: graph.merges("LoRA"),
    "graphml": lambda graph, folder: graph.write(folder / "a.graphml")[0].read_bytes(),
    "csv": lambda graph, folder: [path.read_bytes() for path in graph.write(folder / "a.csv")],
    "html": lambda graph, folder: graph.write(folder / "a.html")[0].read_bytes(),
    "frames": lambda graph, _: [frame.to_json() for frame in graph.to_pandas()],
    "networkx": lambda graph, _: [*graph.nx.nodes(data=True), *graph.nx.edges(data=True, keys=True)],
    "save": lambda graph, folder: KnowledgeGraph.open(graph.save(folder / "b.duckdb")).papers(),
    "repr": lambda graph, _: (repr(graph), graph.report),
    "part": lambda graph, folder: graph.part(around="LoRA").write(folder / "b.json")[0].read_bytes(),
}


def flipped(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 5, 50])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def zeroed(content: bytearray, chance: random.Random) -> None:
    start, length = chance.randrange(len(content)), chance.choice([4096, 65536, 262144])
    content[start : start + length] = bytes(len(content[start : start + length]))


def noise(content: bytearray, chance: random.Random) -> None:
    start, length = chance.randrange(len(content)), chance.choice([16, 1000, 30000])
    content[start : start + length] = chance.randbytes(len(content[start : start + length]))


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


DAMAGES = (flipped, zeroed, noise, cut)


def answers(store: Path, folder: Path) -> dict[str, object]:
    """Return what each call answers, a StoreError as the text of it."""
    try:
        graph = KnowledgeGraph.open(store)
    except StoreError as error:
        return dict.fromkeys(CALLS, str(error))
    found: dict[str, object] = {}
    for name, ask in CALLS.items():
        try:
            found[name] = ask(graph, folder)
        except StoreError as error:
            found[name] = str(error)
    return found


@pytest.fixture(scope="module")
def whole(small_graph, tmp_path_factory) -> tuple[bytes, dict[str, object]]:
    """The bytes of a store, and what it answers."""
    folder = tmp_path_factory.mktemp("whole")
    store = small_graph.save(folder / "small.duckdb")
    return store.read_bytes(), answers(store, folder)


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_questions_to_a_damaged_store(whole, tmp_path, damage):
    content, wanted = whole
    store = tmp_path / "small.duckdb"
    said: list[str] = []
    for seed in range(3):
        damaged = bytearray(content)
        damage(damaged, random.Random(seed))
        store.write_bytes(damaged)
        found = answers(store, tmp_path)
        said += [answer for answer in found.values() if isinstance(answer, str)]
        assert [name for name in CALLS if found[name] not in said and found[name] != wanted[name]] == []
    assert said
    assert all("cannot be read" in line or "not a paperlattice store" in line for line in said)


@pytest.mark.parametrize(
    "fault",
    [
        lambda: json.loads("{"),
        lambda: {}["options"],
        lambda: tuple(None),
        lambda: b"\xff".decode(),
        lambda: bytearray(1 << 62),
    ],
    ids=["json", "missing key", "wrong type", "text", "size"],
)
def test_what_a_damaged_file_leads_to_is_named_where_it_is_read(fault):
    said = r"^a\.duckdb: cannot be read, it seems damaged \(\w+Error: "
    with pytest.raises(StoreError, match=said), errors_named("a.duckdb", "read"):
        fault()
    others = (ValueError, LookupError, TypeError, MemoryError)
    with pytest.raises(others, match=None) as caught, errors_named("a.duckdb", "written"):
        fault()
    assert not isinstance(caught.value, StoreError)
