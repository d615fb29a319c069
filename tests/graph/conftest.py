"""A small graph of invented papers that name real methods and data sets, and graphs made of records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import duckdb
import pytest

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.model.options import BuildOptions, BuildReport
from paperlattice.graph.model.records import Entity, Merge
from paperlattice.graph.pipeline import stages
from paperlattice.graph.pipeline.link import find_vectors, write_links, write_rarities
from paperlattice.graph.query.indexed import IndexedLookup
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.store.codec import insert, mention_row, paper_row, table_of
from paperlattice.graph.store.schema import TABLES, create_tables
from paperlattice.graph.store.tables import GraphTables

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
        (Merge("LoRA", "low-rank adaptation", "abbreviation", 1.0, "paired in 1 paper"),),
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


def graph_of(
    papers: Iterable[Paper],
    entities: Iterable[Entity] = (),
    named: Iterable[tuple[Mention, str | None]] = (),
) -> KnowledgeGraph:
    """Return the graph of records; `named` are mentions, each with the id of its entity.

    Rows are in no order, as they may be in a store.
    """
    papers, entities, named = list(papers), list(entities), list(named)
    connection = duckdb.connect(config={"threads": 1})
    connection.execute(create_tables())
    rows = {
        "papers": map(paper_row, papers),
        "entities": map(stages.entity_row, entities),
        "merges": (row for entity in entities for row in stages.merge_rows(entity)),
        "mentions": (mention_row(mention, entity_id=entity) for mention, entity in named),
    }
    for name, found in rows.items():
        insert(connection, name, table_of(found, TABLES[name]))
    executor = DuckDBExecutor(connection)
    options = BuildOptions("test", 50, 0.5)
    write_rarities(executor)
    executor.write("vectors", find_vectors(executor))
    executor.write("incidence", stages.incidence_sql())
    executor.write("name_index", stages.index_names(executor))
    executor.write("title_index", stages.index_titles(executor))
    write_links(executor, options)
    report = BuildReport(entries=len(papers) + 1, duplicates=1)
    stages.write_meta(executor, options, report)
    executor.drop()
    for name in TABLES:
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM {name} ORDER BY hash({name})")
    return KnowledgeGraph(GraphTables(connection), in_memory=True)


@pytest.fixture(scope="session")
def make_graph() -> Callable[..., KnowledgeGraph]:
    return graph_of


@pytest.fixture(scope="session")
def small_records() -> tuple[tuple[Paper, ...], tuple[Entity, ...], list[tuple[Mention, str]]]:
    """Papers, entities, and mentions with the ids of their entities."""
    by_id = {paper.id: paper for paper in PAPERS}
    named = [(_mention(by_id[row[0]], *row[1:]), row[3]) for row in NAMED]
    declaring = zip(("2501.00004", "2501.00001"), ENTITIES[-2:], strict=True)
    named += [(Mention(p, "repo", e.url, "", 0, 0, "code", "declared", 1.0), e.id) for p, e in declaring]
    return PAPERS, ENTITIES, named


@pytest.fixture(scope="session")
def small_graph(small_records) -> KnowledgeGraph:
    """The small graph; not to be changed."""
    return graph_of(*small_records)


@pytest.fixture(scope="session")
def build_small() -> Callable[..., KnowledgeGraph]:
    """Return what makes a graph of rows (paper id, entity id), one mention a row."""

    def build(
        rows: Iterable[tuple[str, str]],
        *,
        isolated: Iterable[str] = (),
        titles: Iterable[str] = (),
    ) -> KnowledgeGraph:
        """`isolated` are papers that name nothing, `titles` those of papers in the order of ids."""
        rows = sorted(set(rows))
        ids = sorted({*(paper for paper, _ in rows), *isolated})
        given = dict(zip(ids, titles, strict=False))
        papers = [Paper(p, given.get(p, f"Paper {p}"), "It names things.") for p in ids]
        names = sorted({entity for _, entity in rows})
        entities = [Entity(e, e.split(":")[0], e.split(":")[1]) for e in names]
        named = []
        for p, e in rows:
            kind = e.split(":")[0]
            role = "code" if kind == "repo" else "uses"
            named.append((Mention(p, kind, e, "", 0, 0, role, "test", 0.8), e))
        return graph_of(papers, entities, named)

    return build


@pytest.fixture(scope="session", params=[IndexedLookup, Lookup])
def look_into(request) -> Callable[[KnowledgeGraph], KnowledgeGraph]:
    """Return what makes a graph that answers by indexes in memory, then one that answers by SQL."""

    def look(graph: KnowledgeGraph) -> KnowledgeGraph:
        asked = KnowledgeGraph(graph.tables)
        asked.lookup = request.param(graph.tables)
        return asked

    return look


@pytest.fixture(scope="session")
def seeds_graph(shared) -> KnowledgeGraph:
    """The graph of the five real pages; not to be changed."""
    return KnowledgeGraph.build(shared / "seeds")


@pytest.fixture(scope="session")
def contents() -> Callable[[KnowledgeGraph], dict[str, list[tuple]]]:
    """Return what gives the rows of all tables of a graph but `meta`, whatever came when."""
    return lambda graph: table_rows(graph.tables)


WHATEVER_CAME_WHEN = {
    "arrivals": "SELECT paper_id FROM {arrivals}",
    "text_numbers": "SELECT paper_id, length FROM {text_numbers}",
    "text_index": """
        SELECT word, paper_id, count FROM {text_numbers} JOIN (
            SELECT word, unnest(numbers) AS number, unnest(counts) AS count FROM {text_index}
        ) USING (number)
    """,
}
"""Queries for what two stores have in common that the same papers came into in another order."""


WHEN_ASKED = ("positions", "topics", "memberships")
"""Tables that are made when they are asked for; after a change they are empty or those of before."""


def table_rows(tables: GraphTables, *, without: Collection[str] = ()) -> dict[str, list[tuple]]:
    """Return the rows of all tables but `meta` and those left out, whatever came when."""
    run = tables.connection.cursor().execute
    questions = {
        name: tables.sql(WHATEVER_CAME_WHEN[name])
        if name in WHATEVER_CAME_WHEN
        else f"SELECT * FROM {getattr(tables, name, name)}"
        for name in TABLES
        if name not in ("meta", *without)
    }
    return {name: run(f"{question} ORDER BY ALL").fetchall() for name, question in questions.items()}


# (id, title, abstract) of papers about tasks and techniques
TOPICAL_PAPERS = (
    ("t1", "Pictures by words", "We address image retrieval by contrastive learning with CLIP. LLMs help."),
    ("t2", "Image retrieval with less", "Picture search, or image retrieval, is costly. We prune CLIP."),
    ("t3", "What LLMs make up", "We study hallucination of LLMs, and try image retrieval."),
)
# (paper, surface, entity, role, salience)
TOPICAL_NAMES = (
    ("t1", "image retrieval", "task:image-retrieval", "addresses", 0.6),
    ("t1", "contrastive learning", "technique:contrastive-learning", "uses", 0.55),
    ("t1", "CLIP", "method:clip", "uses", 0.3),
    ("t1", "LLMs", "technique:large-language-model", "mentions", 0.1),
    ("t2", "Image retrieval", "task:image-retrieval", "addresses", 0.9),
    ("t2", "Picture search", "task:image-retrieval", "addresses", 0.5),
    ("t2", "CLIP", "method:clip", "uses", 0.7),
    ("t3", "LLMs", "technique:large-language-model", "uses", 0.8),
    ("t3", "hallucination", "task:hallucination", "addresses", 0.85),
    ("t3", "image retrieval", "task:image-retrieval", "mentions", 0.95),
)


@pytest.fixture(scope="session")
def topical_graph() -> KnowledgeGraph:
    """Three papers with tasks, techniques and how much they are about them; not to be changed."""
    papers = {row[0]: Paper(*row, date=f"2025-0{row[0][1]}") for row in TOPICAL_PAPERS}
    entities = (
        Entity(
            "task:image-retrieval",
            "task",
            "image retrieval",
            ("picture search",),
            broader=("retrieval", "search"),
        ),
        Entity("task:hallucination", "task", "hallucination"),
        Entity("technique:contrastive-learning", "technique", "contrastive learning"),
        Entity("technique:large-language-model", "technique", "large language model", ("LLM", "LLMs")),
        Entity("method:clip", "method", "CLIP"),
    )
    label = {entity.id: entity.label for entity in entities}
    named = []
    for paper, surface, entity, role, salience in TOPICAL_NAMES:
        start = papers[paper].text.index(surface)
        span = (surface, start, start + len(surface), role, "test", 0.9, salience)
        named.append((Mention(paper, entity.split(":")[0], label[entity], *span), entity))
    return graph_of(papers.values(), entities, named)
