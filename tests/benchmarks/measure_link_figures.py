"""Print what further figures of two texts would bring to the ranking of related papers, and a bound for them.

    python tests/benchmarks/measure_link_figures.py FOLDER

FOLDER holds corpus/*.jsonl.gz, and in gold/ csfcube_dev.jsonl with csfcube_dev_papers.jsonl. For each set of
figures beside those of `graph/link/figures.py`: NDCG and MAP on the packaged rated pairs, in ten folds by
query, with the difference to the present figures in the same samples; and on CSFCube, by the model of all
rated pairs. At last what weights reach that are fitted to the queries of CSFCube themselves, which only
measure here: on the queries that they were fitted to, and with each query left out in turn.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice import KnowledgeGraph
from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources.read import read_papers
from paperlattice.extractors.text_space import LEXICAL_UNIT, TextVector, load_text_space
from paperlattice.extractors.training.corpus import read_corpus
from paperlattice.graph.evaluation.ranking import RELATED, RankedQuery, differences, estimates
from paperlattice.graph.link.collect import read_collection
from paperlattice.graph.link.model import load_link_model
from paperlattice.graph.link.training import read_rated

FOLDS = 10
TEXT_PARTS = ("title", "first half", "second half")
FURTHER = {
    "titles": ("title", "title and text"),
    "halves of the abstract": ("first half", "second half", "one half and the other"),
    "sentences that are nearest": ("nearest", "nearest of each", "three nearest"),
}

Floats = NDArray[Any]
Query = tuple[str, Mapping[str, int]]


@dataclass(frozen=True)
class Figures:
    """Pairs of papers: their present figures, further ones by name, ratings, and the number of the query."""

    present: Floats
    further: Mapping[str, Floats]
    ratings: Floats
    query: Floats

    def table(self, names: Sequence[str]) -> Floats:
        """Return the present figures and the named ones, a row for each pair."""
        return np.hstack([self.present, *(self.further[name] for name in names)])


def sentences(abstract: str) -> list[str]:
    """Return the sentences of an abstract: "We fail. It works." are two."""
    return [s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z])", abstract) if len(s) > 20]


def part_vectors(papers: Mapping[str, Paper], ids: Sequence[str]) -> dict[str, list[TextVector]]:
    """Return the vectors of parts of each text."""
    space, found = load_text_space(), {name: [] for name in (*TEXT_PARTS, "text")}
    for paper in map(papers.__getitem__, ids):
        parts = sentences(paper.abstract)
        half = max(1, round(0.45 * len(parts)))
        texts = (paper.title, " ".join(parts[:half]), " ".join(parts[half:]))
        for name, text in zip(TEXT_PARTS, texts, strict=True):
            found[name].append(space.vector("", text))
        found["text"].append(space.vector(paper.title, paper.abstract))
    return found


def product(one: TextVector, other: TextVector) -> tuple[float, float]:
    """Return the product of two points, and that of the words that both have; about 1 for equal texts."""
    _, left, right = np.intersect1d(one.terms, other.terms, return_indices=True)
    words = one.weights[left].astype(int) @ other.weights[right].astype(int)
    return unit(one) @ unit(other), words / LEXICAL_UNIT


def unit(vector: TextVector) -> Floats:
    """Return the point of a text with length 1, about."""
    return vector.point.astype(float) / 256


def further_figures(papers: Mapping[str, Paper], ids: Sequence[str], pairs: Floats) -> dict[str, Floats]:
    """Return the further figures of pairs of numbers of papers, a row for each pair."""
    space, part = load_text_space(), part_vectors(papers, ids)
    points = [
        np.array([unit(space.vector("", s)) for s in (papers[i].title, *sentences(papers[i].abstract))])
        for i in ids
    ]

    def both(one: str, other: str) -> Floats:
        rows = [
            np.add(product(part[one][a], part[other][b]), product(part[other][a], part[one][b]))
            for a, b in pairs
        ]
        return np.array(rows)

    near = []
    for a, b in pairs:
        cosines = points[a] @ points[b].T
        each = np.concatenate([cosines.max(axis=0), cosines.max(axis=1)])
        near.append((cosines.max(), each.mean(), np.sort(cosines.ravel())[-3:].mean()))
    nearest = np.array(near)
    return {name: both(name, name) for name in TEXT_PARTS} | {
        "title and text": both("title", "text"),
        "one half and the other": both("first half", "second half"),
        "nearest": nearest[:, :1],
        "nearest of each": nearest[:, 1:2],
        "three nearest": nearest[:, 2:],
    }


def figures_of(papers: Sequence[Paper], queries: Sequence[Query]) -> Figures:
    """Return the figures of the rated pairs whose papers are there."""
    collection = read_collection(KnowledgeGraph.build(papers, links="none").tables)
    number = {paper: i for i, paper in enumerate(collection.ids)}
    rows = np.array(
        [
            (number[query], number[other], rating, i)
            for i, (query, ratings) in enumerate(queries)
            for other, rating in sorted(ratings.items())
            if other != query and query in number and other in number
        ]
    )
    present = np.minimum(collection.figures(rows[:, 0], rows[:, 1]), load_link_model().most).astype(float)
    further = further_figures({p.id: p for p in papers}, collection.ids, rows[:, :2])
    return Figures(present, further, rows[:, 2], rows[:, 3])


def fitted(table: Floats, related: Floats) -> Callable[[Floats], Floats]:
    """Return a model: from figures to probabilities."""
    spread = table.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=1, max_iter=3000).fit(table / spread, related)
    return lambda rows: model.predict_proba(rows / spread)[:, 1]


def held_out(table: Floats, related: Floats, fold: Floats) -> Floats:
    """Return probabilities of each fold by a model of the others."""
    found = np.zeros(len(table))
    for one in np.unique(fold):
        found[fold == one] = fitted(table[fold != one], related[fold != one])(table[fold == one])
    return found


def ranked(figures: Figures, probability: Floats) -> list[RankedQuery]:
    """Return the ratings of each query in the order of the probabilities."""
    found = []
    for query in np.unique(figures.query):
        at = np.flatnonzero(figures.query == query)
        at = at[np.argsort(-probability[at], kind="stable")]
        found.append(RankedQuery(tuple(figures.ratings[at].tolist())))
    return found


def shown(queries: Sequence[RankedQuery]) -> str:
    found = estimates(queries)
    return f"NDCG {found['ndcg'].value:.3f} MAP {found['map'].value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    rated: list[Query] = [(one.query, one.ratings) for one in read_rated() if one.reading == 1]
    wanted = {paper for query, ratings in rated for paper in (query, *ratings)}
    texts = {p["id"]: p for _, p in read_corpus(folder / "corpus") if p["id"] in wanted}
    train = figures_of([Paper(p["id"], p["title"], p["abstract"]) for p in texts.values()], rated)
    gold = folder / "gold"
    lines = (gold / "csfcube_dev.jsonl").read_text(encoding="utf-8").splitlines()
    queries: list[Query] = [(q["query"], q["ratings"]) for q in map(json.loads, lines)]
    outside = figures_of(read_papers([gold / "csfcube_dev_papers.jsonl"]).papers, queries)

    related, fold = train.ratings >= RELATED, train.query % FOLDS
    base = ranked(train, held_out(train.present, related, fold))
    every = tuple(name for names in FURTHER.values() for name in names)
    for title, names in {"present": (), **FURTHER, "all of these": every}.items():
        table = train.table(names)
        one = ranked(train, held_out(table, related, fold))
        gain = differences(one, base)["ndcg"]
        there = ranked(outside, fitted(table, related)(outside.table(names)))
        print(
            f"{title}: {shown(one)}, NDCG {gain.value:+.4f} ({gain.low:+.4f} to {gain.high:+.4f}); "
            f"CSFCube {shown(there)}"
        )
    for title, names in {"present": (), "all of these": every}.items():
        table, right = outside.table(names), outside.ratings >= RELATED
        print(
            f"{title}, fitted to CSFCube: {shown(ranked(outside, fitted(table, right)(table)))}; "
            f"each query left out: {shown(ranked(outside, held_out(table, right, outside.query)))}"
        )


if __name__ == "__main__":
    main()
