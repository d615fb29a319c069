"""Print how good the topics of a store are, and how stable.

    python tests/benchmarks/measure_topics.py STORE [--links FILE] [--resolution R] [--seeds N] [--copies N]

STORE is a store with papers, entities and incidence; the links are its table `links`, or a Parquet file of
source, target, millionths. Printed are: papers placed, modularity of topics and subtopics, the share of the
weight of links inside topics, sizes and names; then the share of the papers whose topic has the same name if
5 % of the papers, drawn for each seed, are left out. With --copies the papers are repeated so often, each
time with a tenth of the links led to other copies, to see time and memory of a large collection.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice.extractors.text_space import load_text_space
from paperlattice.graph.topics.topics import TopicPapers, Topics, find_topics

LINKS = "SELECT source, target, CAST(weight * 1000000 AS BIGINT) FROM links WHERE weight > 0 ORDER BY ALL"
NAMED = """
    SELECT i.paper_id, e.kind, e.label, CAST(round(1000 * i.salience) AS BIGINT)
    FROM incidence i JOIN entities e ON e.id = i.entity_id WHERE e.kind <> 'repo' ORDER BY ALL
"""


def read_papers(store: Path, links: Path | None) -> TopicPapers:
    with duckdb.connect(str(store), read_only=True) as connection:
        rows = connection.sql("SELECT id, title, abstract FROM papers ORDER BY id").fetchall()
        drawn = connection.sql(f"FROM '{links}' ORDER BY ALL" if links else LINKS).fetchall()
        named = connection.sql(NAMED).fetchall()
    number = {row[0]: i for i, row in enumerate(rows)}
    table = np.array([(number[s], number[t], w) for s, t, w in drawn], dtype=np.int64).reshape(-1, 3)
    entities: list[list] = [[] for _ in rows]
    for paper, *entity in named:
        entities[number[paper]].append(tuple(entity))
    space = load_text_space()
    points = np.array([space.vector(title, abstract).point for _, title, abstract in rows])
    ids, titles, abstracts = (list(column) for column in zip(*rows, strict=True))
    return TopicPapers(ids, titles, abstracts, points, *table.T, entities)


def part_of(papers: TopicPapers, kept: np.ndarray) -> TopicPapers:
    number = np.full(len(papers.ids), -1)
    number[kept] = np.arange(len(kept))
    both = (number[papers.sources] >= 0) & (number[papers.targets] >= 0)
    some = {
        name: [getattr(papers, name)[i] for i in kept] for name in ("ids", "titles", "abstracts", "entities")
    }
    ends = number[papers.sources[both]], number[papers.targets[both]]
    return TopicPapers(
        points=papers.points[kept], sources=ends[0], targets=ends[1], weights=papers.weights[both], **some
    )


def copies_of(papers: TopicPapers, copies: int) -> TopicPapers:
    """Repeat papers with other ids and abstracts; a tenth of the links and some of each point change."""
    draw, count = np.random.default_rng(copies), len(papers.ids)
    shift = np.repeat(np.arange(copies) * count, len(papers.sources))
    targets = np.tile(papers.targets, copies)
    other = np.where(draw.random(len(shift)) < 0.1, draw.integers(0, copies, len(shift)) * count, shift)
    sources = np.tile(papers.sources, copies) + shift
    points = np.tile(papers.points, (copies, 1))
    points[np.arange(len(points)), draw.integers(0, points.shape[1], len(points))] += 1
    ends = np.sort(np.column_stack([sources, targets + other]), axis=1)
    return replace(
        papers,
        ids=[f"{copy}.{one}" for copy in range(copies) for one in papers.ids],
        titles=list(papers.titles) * copies,
        abstracts=[f"{text} {copy}" for copy in range(copies) for text in papers.abstracts],
        points=points,
        sources=ends[:, 0],
        targets=ends[:, 1],
        weights=np.tile(papers.weights, copies),
        entities=list(papers.entities) * copies,
    )


def print_topics(found: Topics, papers: int) -> None:
    placed = int((found.topic >= 0).sum())
    print(f"papers placed: {placed} of {papers}; in a subtopic: {int((found.subtopic >= 0).sum())}")
    print(f"topics: {len(found.topics)}, modularity {found.modularity:.3f}", end="; ")
    print(f"subtopics: {len(found.subtopics)}, modularity {found.submodularity:.3f}")
    print(f"weight of links inside topics: {found.inside:.1%}")
    for topic in found.topics:
        print(f"{topic.papers:6}  {topic.name}    [{', '.join(topic.particular)}]")
        for finer in found.subtopics:
            if finer.parent == topic.id:
                print(f"        {finer.papers:6}  {finer.name}    [{', '.join(finer.particular[:4])}]")


def same_names(papers: TopicPapers, found: Topics, *, seed: int, resolution: float) -> float:
    """Return the share of 95 % of the papers that are in a topic of one name with and without the others."""
    count = len(papers.ids)
    kept = np.sort(np.random.default_rng(100 + seed).permutation(count)[: round(0.95 * count)])
    before = find_topics(part_of(papers, kept), resolution=resolution)
    now = [found.topics[i].name for i in found.topic[kept].tolist()]
    then = [before.topics[i].name for i in before.topic.tolist()]
    return statistics.mean(a == b for a, b in zip(now, then, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--links", type=Path)
    parser.add_argument("--resolution", type=float, default=1.0)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--copies", type=int, default=0)
    options = parser.parse_args()
    papers = read_papers(options.store, options.links)
    if options.copies:
        papers = copies_of(papers, options.copies)
    start = time.process_time()
    found = find_topics(papers, resolution=options.resolution)
    spent = time.process_time() - start
    print_topics(found, len(papers.ids))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{spent:.1f} s of processor time; {peak} MB at most, reading included")
    if options.copies or not options.seeds:
        return
    shares = [same_names(papers, found, seed=s, resolution=options.resolution) for s in range(options.seeds)]
    spread = statistics.pstdev(shares)
    print(f"topic of one name after 5 % more papers: {statistics.mean(shares):.1%}", end=" ")
    print(f"(standard deviation {spread:.1%}, least {min(shares):.1%}, {options.seeds} seeds)")


if __name__ == "__main__":
    main()
