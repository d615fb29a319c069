"""`python -m paperlattice.graph.link.training FOLDER`: fit the packaged model of links to rated pairs.

The pairs (`pairs.jsonl.gz`, ids and ratings without texts) were rated by reading. Their figures come from
the graph of the papers that they are about, so they are what a build gives: extraction, space of texts and
rarity as packaged. Whoever changes one of these fits the model again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import ENTITY_KINDS, Paper
from paperlattice.extractors.training.corpus import read_corpus
from paperlattice.graph.api import KnowledgeGraph
from paperlattice.graph.evaluation.ranking import RELATED, Estimate, RankedQuery, differences, estimates
from paperlattice.graph.link.collect import read_collection
from paperlattice.graph.link.figures import FIGURES, Numbers, PaperSet
from paperlattice.graph.link.model import LinkModel
from paperlattice.graph.model.options import MILLION

ENTITY_FIGURES: Final = (*ENTITY_KINDS, "own")
TEXT_FIGURES: Final = tuple(figure for figure in FIGURES if figure not in ENTITY_FIGURES)

# Of what grows with the length of the texts, or with the number of names, the last ones say nothing more.
_UNCAPPED: Final = 1_000_000_000
_MOST: Final = {"common": 200} | dict.fromkeys(ENTITY_FIGURES, 1500)
_BILLION: Final = 1_000_000_000
_FOLDS: Final = 10
_PARTS: Final = {"texts only": TEXT_FIGURES, "entities only": ENTITY_FIGURES, "all": FIGURES}


@dataclass(frozen=True, slots=True)
class Rated:
    """One reading of a query: how closely papers hang together with it, 0 to 3.

    `pool` tells how the candidates were found, `reading` is 1, or 2 where it was read again.
    """

    query: str
    ratings: Mapping[str, int]
    pool: int
    reading: int


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rated pairs: their figures, a row each, their ratings, and to which query each belongs.

    The queries are numbered in the order of their ids; `pools` has the pool of each.
    """

    figures: Numbers
    ratings: Numbers
    queries: Numbers
    pools: Numbers

    def take(self, kept: NDArray[np.bool_]) -> Rows:
        """Return some of the rows."""
        return Rows(self.figures[kept], self.ratings[kept], self.queries[kept], self.pools)


def main(arguments: list[str] | None = None) -> None:
    """Fit the model to the rated pairs whose papers FOLDER/corpus holds, and write it.

    With `--measure`, print the figures of cross-validation by query instead.
    """
    parser = argparse.ArgumentParser(prog="python -m paperlattice.graph.link.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds corpus/*.jsonl.gz")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("model.json"))
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--measure", action="store_true", help="cross-validate and print the figures instead")
    options = parser.parse_args(arguments)
    readings = read_rated()
    rows = rated_rows(readings, options.folder / "corpus", processes=options.processes)
    print(f"rated pairs: {len(rows.ratings)} of {len(rows.pools)} queries")
    if options.measure:
        print_measurement(rows)
        print("\n" + agreement(readings))
        return
    write_model(fit_model(rows), options.out)
    print(f"model of links -> {options.out}")


def read_rated(path: Path | None = None) -> list[Rated]:
    """Return the readings of a file, or of the packaged one, sorted by query and reading."""
    file = files("paperlattice.graph").joinpath("link/pairs.jsonl.gz") if path is None else path
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    return sorted((Rated(**json.loads(line)) for line in lines), key=lambda one: (one.query, one.reading))


def rated_rows(readings: Iterable[Rated], corpus: Path, *, processes: int = 1) -> Rows:
    """Return the first readings as rows, with figures from the graph of their papers.

    Pairs of papers that the corpus lacks are left out, and counted in a printed line. Raises SourceError if
    it has none of them.
    """
    first = [one for one in readings if one.reading == 1]
    collection = _collection_of({p for one in first for p in (one.query, *one.ratings)}, corpus, processes)
    number_of = {paper: number for number, paper in enumerate(collection.ids)}
    pairs = np.array(
        [
            (number_of[one.query], number_of[other], rating, query)
            for query, one in enumerate(first)
            for other, rating in sorted(one.ratings.items())
            if one.query in number_of and other in number_of
        ],
        dtype=np.int64,
    ).reshape(-1, 4)
    left, right, ratings, queries = pairs.T
    pools = np.array([one.pool for one in first], dtype=np.int64)
    return Rows(collection.figures(left, right), ratings, queries, pools)


def _collection_of(wanted: set[str], corpus: Path, processes: int) -> PaperSet:
    """Return the papers of a corpus that are wanted, from a graph of them. Raises SourceError."""
    found = {paper["id"]: paper for _, paper in read_corpus(corpus) if paper["id"] in wanted}
    if not found:
        raise SourceError(f"{corpus} has none of the rated papers; give the folder that holds the corpus")
    papers = [Paper(paper["id"], paper["title"], paper["abstract"]) for paper in found.values()]
    kg = KnowledgeGraph.build(papers, n_process=processes, links="none")
    if missing := len(wanted) - len(kg):
        print(f"not in the corpus: {missing} of {len(wanted)} rated papers, whose pairs are left out")
    return read_collection(kg.tables)


def fit_model(rows: Rows, used: Sequence[str] = FIGURES) -> LinkModel:
    """Return a logistic regression of what is rated RELATED or more; figures not `used` weigh nothing.

    Figures are divided by their standard deviation, which the weights take up, so that the penalty (C = 1)
    is the same for all.
    """
    most = np.array([_MOST.get(figure, _UNCAPPED) for figure in FIGURES], dtype=np.int64)
    columns = [FIGURES.index(figure) for figure in used]
    values = np.minimum(rows.figures, most)[:, columns].astype(np.float64)
    spread = values.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=1, max_iter=2000).fit(values / spread, rows.ratings >= RELATED)
    weights = np.zeros(len(FIGURES))
    weights[columns] = model.coef_[0] / spread
    billionths = [round(_BILLION * float(weight)) for weight in weights]
    return LinkModel(round(_BILLION * float(model.intercept_[0])), tuple(billionths), tuple(most.tolist()))


def write_model(model: LinkModel, target: Path) -> None:
    """Write a model as `load_link_model` reads it; equal models give equal bytes."""
    weights, most = (dict(zip(FIGURES, row, strict=True)) for row in (model.weights, model.most))
    text = json.dumps({"start": model.start, "weights": weights, "most": most}, indent=1)
    target.write_text(text + "\n", encoding="utf-8")


# --- how good it is


def cross_validate(rows: Rows, used: Sequence[str] = FIGURES, *, folds: int = _FOLDS) -> Numbers:
    """Return the probability of each pair, in millionths, by a model that saw no pair of its query."""
    found = np.zeros(len(rows.ratings), dtype=np.int64)
    fold = rows.queries % folds
    for held_out in np.unique(fold):
        left = fold == held_out
        found[left] = fit_model(rows.take(~left), used).millionths(rows.figures[left])
    return found


def print_measurement(rows: Rows) -> None:
    """Print the figures of cross-validation, by pool and over all, and what texts and entities bring."""
    print(
        f"{_FOLDS} folds by query; 95 % intervals by bootstrap over queries; "
        "precision and recall at the threshold of the best F1"
    )
    found = {name: cross_validate(rows, used) for name, used in _PARTS.items()}
    for name, probability in found.items():
        print(_figures_line(name, rows, probability))
    for pool in np.unique(rows.pools).tolist():
        kept = rows.pools[rows.queries] == pool
        print(_figures_line(f"all, pool {pool}", rows.take(kept), found["all"][kept]))
    gain = differences(*(_ranked(rows, found[name]) for name in ("all", "texts only")))
    print("all less texts only: " + ", ".join(f"{name} {_shown(gain[name])}" for name in _FIGURES))


def _figures_line(name: str, rows: Rows, probability: Numbers) -> str:
    ranked = _ranked(rows, probability)
    found = estimates(ranked)
    parts = ", ".join(f"{figure} {_shown(found[figure])}" for figure in _FIGURES)
    threshold = best_threshold(rows.ratings, probability) / MILLION
    return f"{name}, {len(ranked)} queries: {parts}; threshold {threshold:.2f}"


_FIGURES: Final = ("ndcg", "map", "f1", "precision", "recall", "calibration_error")


def _shown(one: Estimate) -> str:
    return f"{one.value:.3f} ({one.low:.3f} to {one.high:.3f})"


def best_threshold(ratings: Numbers, probability: Numbers) -> int:
    """Return the probability from which on pairs must be linked for the best F1; the highest of equal ones.

    >>> best_threshold(np.array([3, 0, 2, 1]), np.array([900_000, 300_000, 500_000, 400_000]))
    500000
    """
    right = np.sort(probability[ratings >= RELATED])
    least = np.unique(probability)
    both = len(right) - np.searchsorted(right, least)
    linked = len(probability) - np.searchsorted(np.sort(probability), least)
    f1 = 2 * both / (linked + len(right))
    return int(least[np.flatnonzero(f1 == f1.max())[-1]])


def _ranked(rows: Rows, probability: Numbers) -> list[RankedQuery]:
    """Return the rated papers of each query in the order of their probability, linked for the best F1."""
    threshold = best_threshold(rows.ratings, probability)
    found = []
    for query in np.unique(rows.queries):
        at = np.flatnonzero(rows.queries == query)
        at = at[np.argsort(-probability[at], kind="stable")]
        linked, related = probability[at] >= threshold, rows.ratings[at] >= RELATED
        one = RankedQuery(
            tuple(rows.ratings[at].tolist()),
            tuple((probability[at] / MILLION).tolist()),
            linked=int(linked.sum()),
            related=int(related.sum()),
            both=int((linked & related).sum()),
        )
        found.append(one)
    return found


def agreement(readings: Iterable[Rated]) -> str:
    """Return in a sentence how well second readings agree with the first ones.

    >>> agreement([Rated("a", {"b": 2, "c": 0}, 1, 1), Rated("a", {"b": 3, "c": 0}, 1, 2)])
    '2 pairs of 1 query were read twice: on one side of 2 for 100.0 %, equal for 50.0 %, kappa 1.00'
    """
    readings = list(readings)
    first = {one.query: one.ratings for one in readings if one.reading == 1}
    again = [one for one in readings if one.reading > 1 and one.query in first]
    both = [
        (first[r.query][p], rating) for r in again for p, rating in r.ratings.items() if p in first[r.query]
    ]
    if not both:
        return "no pair was read twice"
    one, two = np.array(both).T
    queries = len({reading.query for reading in again})
    side = float(np.mean((one >= RELATED) == (two >= RELATED)))
    return (
        f"{len(both)} pairs of {queries} quer{'y' if queries == 1 else 'ies'} were read twice: "
        f"on one side of {RELATED} for {side:.1%}, equal for {float(np.mean(one == two)):.1%}, "
        f"kappa {_kappa(one >= RELATED, two >= RELATED):.2f}"
    ).replace("%", " %")


def _kappa(one: NDArray[np.bool_], two: NDArray[np.bool_]) -> float:
    """Return the agreement beyond chance of two readings of yes or no (Cohen 1960)."""
    agreed, chance = np.mean(one == two), one.mean() * two.mean() + (1 - one.mean()) * (1 - two.mean())
    return float((agreed - chance) / (1 - chance)) if chance < 1 else 1.0


if __name__ == "__main__":
    main()
