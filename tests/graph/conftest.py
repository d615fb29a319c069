"""A small lattice of invented papers that name real methods and data sets."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable

import duckdb
import pyarrow as pa
import pytest
from graph.pipeline.index import form_rows, naming_rows, title_rows
from graph.store.whole import tables_of
from hypothesis import settings

from extractors.records import Mention, Paper
from extractors.sources import Intake
from graph.model.options import BuildOptions, BuildReport, Lattice
from graph.model.records import Entity, Join, Resolution
from graph.pipeline.link import link_papers
from graph.query.indexed import LatticeLookup
from graph.query.lookup import Lookup
from graph.query.sql import StoredLookup
from graph.store.tables import StoredTables

settings.register_profile("paperlattice", deadline=None)
settings.load_profile("paperlattice")

PAPERS = (
    Paper(
        "2501.00001",
        "Quillnet: sparse adapters for ViT",
        "We propose Quillnet, a sparse adapter. It beats LoRA on ImageNet. "
        "See github.com/quill-lab/quillnet.",
        date="2025-01-03",
        url="https://arxiv.org/abs/2501.00001",
        sources=("b.txt", "a.txt"),
        declared=("https://github.com/quill-lab/quillnet",),
    ),
    Paper(
        "2501.00002",
        "A second look at low-rank adaptation",
        "Low-rank adaptation (LoRA) is common. "
        "We test LoRA with Vision Transformers on ImageNet and CIFAR-10.",
        date="2025-02",
    ),
    Paper("2501.00003", "Brookbench", "We introduce Brookbench, a data set for dialogue. CLIP fails on it."),
    Paper(
        "2501.00004",
        "Dialogue agents revisited",
        "On SGD, and trained with SGD, agents fail. CLIP does not help.",
        declared=("https://github.com/brook-lab/agents",),
    ),
    Paper("2501.00005", "On nothing in particular", "This paper names nothing."),
    Paper("10.5555/odd_id", "Optimisers compared", "We train with SGD only."),
)

ENTITIES = (
    Entity("dataset:brookbench", "dataset", "Brookbench"),
    Entity("dataset:cifar-10", "dataset", "CIFAR-10"),
    Entity("dataset:imagenet", "dataset", "ImageNet", ("ImageNet-1K",)),
    Entity("dataset:sgd", "dataset", "SGD", ("Schema-Guided Dialogue",)),
    Entity("method:clip", "method", "CLIP"),
    Entity(
        "method:lora",
        "method",
        "LoRA",
        ("low-rank adaptation",),
        (Join("LoRA", "low-rank adaptation", "abbreviation", 1.0, "paired in 1 paper"),),
    ),
    Entity("method:quillnet", "method", "Quillnet"),
    Entity("method:sgd", "method", "SGD", ("stochastic gradient descent",)),
    Entity("method:vit", "method", "ViT", ("Vision Transformer",)),
    Entity(
        "repo:github.com:brook-lab:agents",
        "repo",
        "brook-lab/agents",
        url="https://github.com/brook-lab/agents",
    ),
    Entity(
        "repo:github.com:quill-lab:quillnet",
        "repo",
        "quill-lab/quillnet",
        url="https://github.com/quill-lab/quillnet",
    ),
)

# (paper, surface, name, entity, role, rule, confidence); the n-th occurrence of a surface follows "#n"
NAMED = (
    ("2501.00001", "Quillnet", "Quillnet", "method:quillnet", "uses", "title", 0.7),
    ("2501.00001", "Quillnet#2", "Quillnet", "method:quillnet", "proposes", "proposal+title", 0.9),
    ("2501.00001", "ViT", "ViT", "method:vit", "uses", "list", 0.8),
    ("2501.00001", "LoRA", "LoRA", "method:lora", "uses", "list", 0.8),
    ("2501.00001", "ImageNet", "ImageNet", "dataset:imagenet", "uses", "list", 0.8),
    (
        "2501.00001",
        "github.com/quill-lab/quillnet",
        "https://github.com/quill-lab/quillnet",
        "repo:github.com:quill-lab:quillnet",
        "code",
        "url",
        1.0,
    ),
    ("2501.00002", "low-rank adaptation", "LoRA", "method:lora", "uses", "abbreviation", 0.9),
    ("2501.00002", "Low-rank adaptation", "LoRA", "method:lora", "uses", "abbreviation", 0.9),
    ("2501.00002", "LoRA", "LoRA", "method:lora", "uses", "list", 0.95),
    ("2501.00002", "Vision Transformers", "Vision Transformer", "method:vit", "uses", "list", 0.8),
    ("2501.00002", "ImageNet", "ImageNet", "dataset:imagenet", "uses", "list", 0.8),
    ("2501.00002", "CIFAR-10", "CIFAR-10", "dataset:cifar-10", "uses", "list", 0.8),
    ("2501.00003", "Brookbench#2", "Brookbench", "dataset:brookbench", "introduces", "proposal", 0.9),
    ("2501.00003", "CLIP", "CLIP", "method:clip", "uses", "list", 0.8),
    ("2501.00004", "SGD", "SGD", "dataset:sgd", "uses", "context", 0.6),
    ("2501.00004", "SGD#2", "SGD", "method:sgd", "uses", "context", 0.6),
    ("2501.00004", "CLIP", "CLIP", "method:clip", "uses", "list", 0.8),
    ("10.5555/odd_id", "SGD", "SGD", "method:sgd", "uses", "list", 0.8),
)


def _mention(
    paper: Paper, written: str, name: str, entity: str, role, rule: str, confidence: float
) -> Mention:
    surface, _, number = written.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = paper.text.index(surface, start + 1)
    end = start + len(surface)
    return Mention(paper.id, entity.split(":")[0], name, surface, start, end, role, rule, confidence)


def _declared() -> list[tuple[Mention, str]]:
    return [
        (
            Mention("2501.00001", "repo", ENTITIES[-1].url, "", 0, 0, "code", "declared", 1.0),
            ENTITIES[-1].id,
        ),
        (
            Mention("2501.00004", "repo", ENTITIES[-2].url, "", 0, 0, "code", "declared", 1.0),
            ENTITIES[-2].id,
        ),
    ]


def small_tables() -> tuple[tuple[Paper, ...], tuple[Mention, ...], Resolution]:
    by_id = {paper.id: paper for paper in PAPERS}
    found = [(_mention(by_id[row[0]], *row[1:]), row[3]) for row in NAMED] + _declared()
    names = {(m.paper_id, m.kind, m.name): entity for m, entity in found}
    mentions = sorted((m for m, _ in found), key=lambda m: (m.paper_id, m.start, m.end, m.kind))
    papers = tuple(sorted(PAPERS, key=lambda paper: paper.id))
    return papers, tuple(mentions), Resolution(ENTITIES, names)


def lattice_from(papers: Iterable[Paper], mentions: Iterable[Mention], resolution: Resolution) -> Lattice:
    papers = tuple(papers)
    links = tuple(link_papers(resolution))
    kinds = [entity.kind for entity in resolution.entities]
    naming = {paper_id for paper_id, _, _ in resolution.names}
    report = BuildReport(
        entries=len(papers) + 1,
        papers=len(papers),
        duplicates=1,
        without_entities=sum(paper.id not in naming for paper in papers),
        entities={kind: kinds.count(kind) for kind in ("method", "dataset", "repo")},
        links=len(links),
    )
    return Lattice(papers, tuple(mentions), resolution, links, BuildOptions("test", 50, 0.5), report)


@pytest.fixture(scope="session")
def small_lattice() -> Lattice:
    return lattice_from(*small_tables())


@pytest.fixture(scope="session")
def build_small() -> Callable[..., Lattice]:
    """Return what makes a lattice from rows (paper id, entity id), one mention a row."""

    def build(rows: Iterable[tuple[str, str]], *, lone: Iterable[str] = ()) -> Lattice:
        rows = sorted(set(rows))
        ids = sorted({*(paper for paper, _ in rows), *lone})
        entities = sorted({entity for _, entity in rows})
        papers = [Paper(p, f"Paper {p}", "It names things.") for p in ids]
        mentions = [
            Mention(p, e.split(":")[0], e, "", 0, 0, "code" if e.startswith("repo") else "uses", "test", 0.8)
            for p, e in rows
        ]
        names = {(m.paper_id, m.kind, m.name): m.name for m in mentions}
        resolution = Resolution(tuple(Entity(e, e.split(":")[0], e.split(":")[1]) for e in entities), names)
        return lattice_from(papers, mentions, resolution)

    return build


@pytest.fixture(scope="session")
def make_intake() -> Callable[[Iterable[Paper]], Intake]:
    def make(papers: Iterable[Paper]) -> Intake:
        papers = tuple(papers)
        return Intake(papers, (), (), len(papers), 0)

    return make


COLUMNS = {
    "papers": "id VARCHAR, title VARCHAR, abstract VARCHAR, date VARCHAR, url VARCHAR, "
    "sources VARCHAR[], categories VARCHAR[], declared VARCHAR[]",
    "mentions": 'paper_id VARCHAR, kind VARCHAR, name VARCHAR, surface VARCHAR, start BIGINT, "end" BIGINT, '
    "role VARCHAR, rule VARCHAR, confidence DOUBLE, entity_id VARCHAR",
    "entities": "id VARCHAR, kind VARCHAR, label VARCHAR, aliases VARCHAR[], url VARCHAR",
    "joins": "entity_id VARCHAR, left_form VARCHAR, right_form VARCHAR, rule VARCHAR, score DOUBLE, "
    "evidence VARCHAR",
    "links": "source VARCHAR, target VARCHAR, weight DOUBLE, shared VARCHAR[]",
    "naming": "entity_id VARCHAR, paper_id VARCHAR, relation VARCHAR",
    "forms": "key VARCHAR, entity_id VARCHAR, rank BIGINT",
    "titles": "key VARCHAR, paper_id VARCHAR, is_head BOOLEAN",
}


def tables_in_memory(lattice: Lattice) -> duckdb.DuckDBPyConnection:
    """Return a database with the tables of a store that questions read, their rows in any order."""
    entities, names = lattice.resolution.entities, lattice.resolution.names
    entity_of = [names.get((m.paper_id, m.kind, m.name)) for m in lattice.mentions]
    named = [(e, m) for e, m in zip(entity_of, lattice.mentions, strict=True) if e is not None]
    tables = {
        "papers": [values(paper) for paper in lattice.papers],
        "mentions": [(*values(m), e) for e, m in zip(entity_of, lattice.mentions, strict=True)],
        "entities": [(e.id, e.kind, e.label, list(e.aliases), e.url) for e in entities],
        "joins": [(e.id, *values(join)) for e in entities for join in e.joins],
        "links": [values(link) for link in lattice.links],
        "naming": naming_rows(named),
        "forms": form_rows(entities, ((e, form) for e, m in named for form in (m.name, m.surface))),
        "titles": title_rows((paper.id, paper.title) for paper in lattice.papers),
    }
    connection = duckdb.connect(":memory:", config={"threads": 1})
    for name, rows in tables.items():
        random.Random(4).shuffle(rows)
        connection.execute(f"CREATE TABLE {name} ({COLUMNS[name]})")
        if rows:
            marks = ", ".join("?" for _ in rows[0])
            connection.execute("BEGIN")
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
            connection.execute("COMMIT")
    return connection


def values(record: object) -> tuple:
    found = (getattr(record, name) for name in record.__slots__)
    return tuple(list(value) if isinstance(value, tuple) else value for value in found)


@pytest.fixture(scope="session")
def tables_of_store() -> Callable[[Lattice], duckdb.DuckDBPyConnection]:
    return tables_in_memory


@pytest.fixture(scope="session")
def stored_lookup() -> Callable[[Lattice], StoredLookup]:
    return lambda lattice: StoredLookup(tables_in_memory(lattice))


@pytest.fixture(scope="session", params=["memory", "store"])
def look_into(request) -> Callable[[Lattice], Lookup]:
    """Return what makes a lookup of a lattice: that in memory, then that in a store."""
    if request.param == "memory":
        return LatticeLookup
    return lambda lattice: StoredLookup(tables_in_memory(lattice))


def _stored_tables(lattice: Lattice, *, generic: bool = False, seed: int | None = None) -> StoredTables:
    """Return the tables of a lattice in memory, their rows shuffled where a seed is given."""
    connection = duckdb.connect(config={"threads": 1})
    for name, table in tables_of(lattice).items():
        rows = list(range(table.num_rows))
        if seed is not None:
            random.Random(seed).shuffle(rows)
        connection.register("arrow_rows", table.take(pa.array(rows, pa.int64())))
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM arrow_rows")
        connection.unregister("arrow_rows")
    connection.execute("CREATE TABLE nodes (id VARCHAR, cluster VARCHAR, x DOUBLE, y DOUBLE)")
    connection.execute("CREATE TABLE meta (key VARCHAR, value VARCHAR)")
    connection.execute("INSERT INTO meta VALUES ('options', ?)", [json.dumps({"generic": generic})])
    return StoredTables(connection)


@pytest.fixture(scope="session")
def stored_tables() -> Callable[..., StoredTables]:
    return _stored_tables
