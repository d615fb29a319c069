"""What each part of the extraction contributes: one line a step, each step with all before it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from ..candidates import Candidate
from ..features import NUMBERS, candidate_features
from ..gazetteer import Gazetteer
from ..scorer import COLUMNS, DATASET, METHOD, NEITHER, Scores, load_scorer
from ..selection import MIN_CONFIDENCE
from .corpus_statistics import NO_LEXICON, NO_STATISTICS
from .gold import Example, count_forms, read_examples
from .measure import cross_validate, score_papers, tally_all

_THRESHOLD: Final = MIN_CONFIDENCE
_COLUMN: Final = {name: i for i, name in enumerate(NUMBERS)}


def rule_scores(example: Example) -> Scores:
    """Return the scores by rules only: 1 or 0 a candidate.

    A catalogued name has its catalogued kind unless it is generic. Any other candidate is a name if it is
    written with capitals inside or is before the title's colon; it is a dataset if a dataset word follows it,
    and own if a word that proposes is before it in its sentence.
    """
    features = candidate_features(example.tokens, example.candidates, NO_LEXICON, NO_STATISTICS)
    kinds, own = np.zeros((len(example.candidates), 3)), np.zeros(len(example.candidates))
    for i, (candidate, numbers) in enumerate(zip(example.candidates, features.numbers, strict=True)):
        kinds[i, _rule_kind(candidate, numbers)] = 1.0
        own[i] = float(numbers[_COLUMN["propose_before"]] > 0 or numbers[_COLUMN["title_head"]] > 0)
    return Scores(kinds, own)


def _rule_kind(candidate: Candidate, numbers: Sequence[float]) -> int:
    named = [e for e in candidate.entries if not e.generic]
    if candidate.entries:
        return COLUMNS[named[0].kind] if named else NEITHER
    written = numbers[_COLUMN["acronym"]] + numbers[_COLUMN["camel"]] > 0
    if not written and not numbers[_COLUMN["title_head"]]:
        return 0
    return DATASET if numbers[_COLUMN["next_dataset"]] + numbers[_COLUMN["appos_dataset"]] > 0 else METHOD


def print_ablation(
    train: Path, further: Sequence[Example] = (), *, seed: int = 0, processes: int = 1
) -> None:
    """Print F1 and role accuracy of both kinds, and abstracts a second, on the training papers, step by step.

    The steps with a model are cross-validated by paper. Speed is that of finding candidates, computing
    features and scoring, in one process, in this run.
    """
    nothing = Gazetteer({}, {})
    print(f"{'step':22s} method F1  role   dataset F1  role   abstracts/s")
    for name, gazetteer, abbreviations in (
        ("rules", nothing, False),
        ("+ abbreviations", nothing, True),
        ("+ gazetteer", None, True),
    ):
        start = time.perf_counter()
        examples = read_examples(train, gazetteer=gazetteer, abbreviations=abbreviations)
        scored = [(e, rule_scores(e)) for e in examples]
        _print_step(name, scored, rate=len(examples) / (time.perf_counter() - start))
    start = time.perf_counter()
    examples = read_examples(train)
    deque(score_papers(examples, load_scorer(), count_forms(examples)), maxlen=0)
    rate = len(examples) / (time.perf_counter() - start)
    for name, statistics, added in (
        ("+ model", NO_STATISTICS, ()),
        ("+ annotated corpus", NO_STATISTICS, further),
        ("+ corpus statistics", None, further),
    ):
        scored = cross_validate(
            examples, further=added, seed=seed, statistics=statistics, processes=processes
        )
        _print_step(name, scored, rate=rate)


def _print_step(name: str, scored: Iterable[tuple[Example, Scores]], *, rate: float) -> None:
    tally = tally_all(scored, min_confidence=_THRESHOLD)
    parts = [f"{tally.f1(kind)[2]:9.3f}  {counts.role_accuracy:.3f}" for kind, counts in tally.counts.items()]
    print(f"{name:22s} {'  '.join(parts)}  {rate:8.0f}", flush=True)
