"""Print how often planted rises and first appearances are found, and how often shuffled dates alarm.

    python tests/benchmarks/measure_trends.py [--corpora N] [--shuffles N] [--store STORE]

Corpora are drawn from one seed: 2,000 papers over 24 months, thrice as many in the last as in the first; 300
entities with constant shares of 0.5 to 20 %, 12 that rise from 0 to 20 %, 12 that first appear after three
fifths of the time and have 6 % then, 12 that fade from 20 % to 0. In the last month, whose papers are new, 12
more appear for the first time, each in four papers. Dates are shuffled in such a corpus, or in that of a
store; a twentieth of the papers is new then.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice import KnowledgeGraph
from paperlattice.graph.query.corpus import Corpus, Item, Items, corpus_from, read_corpus
from paperlattice.graph.query.digest import first_seen_of
from paperlattice.graph.query.trends import trends_of

MONTHS = [f"{2023 + month // 12}-{month % 12 + 1:02}" for month in range(24)]
PLANTED = 12


def planted_corpus(rng: np.random.Generator, *, papers: int = 2_000, constant: int = 300) -> Corpus:
    """Return a growing corpus in which some entities rise, some are new, and some fade."""
    growth = np.linspace(1, 3, len(MONTHS))
    months = rng.choice(len(MONTHS), size=papers, p=growth / growth.sum())
    time = months / (len(MONTHS) - 1)
    shares = {f"method:constant{i}": np.full(papers, 10 ** rng.uniform(-2.3, -0.7)) for i in range(constant)}
    for i in range(PLANTED):
        shares[f"method:rising{i}"] = 0.2 * time
        shares[f"method:rising-new{i}"] = 0.06 * (time > 0.6)
        shares[f"method:fading{i}"] = 0.2 * (1 - time)
    return corpus_from(
        [(str(i), f"Paper {i}", MONTHS[month]) for i, month in enumerate(months)],
        [Item(name, "method", name) for name in shares],
        [
            (str(i), name, "uses")
            for name, share in shares.items()
            for i in np.flatnonzero(rng.random(papers) < share)
        ],
    )


def with_first_appearances(corpus: Corpus, rng: np.random.Generator) -> tuple[Corpus, np.ndarray]:
    """Return a corpus in which some entities first appear in the last month, and which papers are of that."""
    new = np.array(corpus.dates) == MONTHS[-1]
    items = [Item(f"method:first{i:02}", "method", f"method:first{i:02}") for i in range(PLANTED)]
    naming = [rng.choice(np.flatnonzero(new), 4, replace=False) for _ in items]
    named = np.repeat(len(corpus.entities) + np.arange(PLANTED), 4)
    planted = replace(
        corpus,
        entities=Items.of([*corpus.entities, *items]),
        naming=np.concatenate([corpus.naming, *naming]),
        named=np.concatenate([corpus.named, named]),
        own=np.concatenate([corpus.own, np.zeros(len(named), dtype=np.bool_)]),
    )
    return planted, new


def sure(corpus: Corpus, new: np.ndarray) -> list[str]:
    """Return what is said to be new beyond chance."""
    return [row.label for row in first_seen_of(corpus, new) if row.is_sure]


def shuffled(corpus: Corpus, rng: np.random.Generator) -> Corpus:
    """Return the corpus with its dates in another order."""
    return replace(corpus, dates=rng.permutation(np.array(corpus.dates)).tolist())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=int, default=50, help="planted corpora")
    parser.add_argument("--shuffles", type=int, default=1_000, help="shuffles of dates")
    parser.add_argument("--store", type=Path, help="a store to shuffle instead of a planted corpus")
    parser.add_argument("--first-seen", action="store_true", help="measure first appearances only")
    given = parser.parse_args()
    rng = np.random.default_rng(17)
    if not given.first_seen:
        measure_trends(rng, given)
    measure_first_appearances(rng, corpus_of(rng, given), given)


def corpus_of(rng: np.random.Generator, given: argparse.Namespace) -> Corpus:
    """Return the corpus in which dates are shuffled."""
    return read_corpus(KnowledgeGraph.open(given.store).tables) if given.store else planted_corpus(rng)


def measure_trends(rng: np.random.Generator, given: argparse.Namespace) -> None:
    """Print how many planted trends are found, and how many false ones are said."""
    found = wrong = said = 0
    for _ in range(given.corpora):
        trends = trends_of(planted_corpus(rng))
        for rows, word in ((trends.rising, "rising"), (trends.fading, "fading")):
            right = sum(row.label.startswith(f"method:{word}") for row in rows)
            found, wrong, said = found + right, wrong + len(rows) - right, said + len(rows)
    print(f"planted: {found} of {3 * PLANTED * given.corpora} found; false: {wrong} of {said} that were said")
    corpus = corpus_of(rng, given)
    alarms = rows_said = 0
    for _ in range(given.shuffles):
        trends = trends_of(shuffled(corpus, rng))
        wrongly = len(trends.rising) + len(trends.fading)
        alarms, rows_said = alarms + bool(wrongly), rows_said + wrongly
    print(f"shuffled: {alarms} of {given.shuffles} shuffles with a false alarm, {rows_said} false in all")


def measure_first_appearances(rng: np.random.Generator, corpus: Corpus, given: argparse.Namespace) -> None:
    """Print how many planted first appearances are found, and how many false ones are said."""
    found = said = 0
    for _ in range(given.corpora):
        names = sure(*with_first_appearances(planted_corpus(rng), rng))
        found, said = found + sum(name.startswith("method:first") for name in names), said + len(names)
    print(f"first seen: {found} of {PLANTED * given.corpora} found; false: {said - found} of {said}")
    new = np.arange(len(corpus.papers)) < len(corpus.papers) // 20
    alarms = sum(bool(sure(corpus, rng.permutation(new))) for _ in range(given.shuffles))
    print(f"first seen, shuffled: {alarms} of {given.shuffles} shuffles with a false alarm")


if __name__ == "__main__":
    main()
