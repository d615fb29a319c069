"""Sentences of full papers with labelled names, from public sets: names beyond our own abstracts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from ..candidates import find_candidates
from ..gazetteer import load_gazetteer
from ..records import gold_key
from ..scorer import DATASET, METHOD, NEITHER
from ..signals import candidate_signals
from ..text import Atoms
from .evidence import NO_EVIDENCE, NO_LEXICON
from .linear import LinearModel, fit_linear

__all__ = ["SentenceRows", "fit_sentences", "read_sentences"]

_SETS: Final = (
    "scirex_train_sentences",
    "heddes_dataset_names_reannotated_final",
    "tdmsci_train",
    "tdmsci_test",
)
_LONGEST: Final = 1500  # characters; longer "sentences" are tables and lists
_EVERY: Final = 4  # of the many SciREX sentences without any label, one in four is read


@dataclass(slots=True)
class SentenceRows:
    """The words and the class of each candidate of the labelled sentences."""

    words: list[list[str]]
    kinds: list[int]


def read_sentences(folder: Path) -> SentenceRows:
    """Return the candidates of the sets below `folder`; a name counts only if its set calls it named."""
    rows, gazetteer = SentenceRows([], []), load_gazetteer()
    for record in _records(folder):
        atoms = Atoms.of(record["text"][:_LONGEST].replace("\n", " "))
        candidates = find_candidates(atoms, gazetteer)
        labelled: dict[str, set[str]] = {"METHOD": set(), "DATASET": set()}
        for entity in record["entities"]:
            if entity.get("named") and entity["map"] in labelled:
                labelled[entity["map"]].add(gold_key(entity["text"]))
        signals = candidate_signals(atoms, candidates, NO_LEXICON, NO_EVIDENCE)
        for candidate, words in zip(candidates, signals.words, strict=True):
            forms = {gold_key(atoms.surface(*span)) for span in candidate.spans}
            kind = (
                DATASET if forms & labelled["DATASET"] else METHOD if forms & labelled["METHOD"] else NEITHER
            )
            rows.words.append([w for w in words if not w.startswith("in=")])  # a sentence has no title
            rows.kinds.append(kind)
    return rows


def _records(folder: Path) -> Iterator[dict[str, Any]]:
    for name in _SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                record = json.loads(line)
                if record["entities"] or not name.startswith("scirex") or number % _EVERY == 0:
                    yield record


def fit_sentences(rows: SentenceRows) -> LinearModel:
    """Return the linear model of labelled sentences."""
    return fit_linear(rows.words, np.array(rows.kinds), np.ones(len(rows.kinds)))
