"""Labelled abstracts as training rows: candidates, their labels, how forms are labelled in all of them.

Our own labels hold names and kinds by paper id, without the texts: `annotations.jsonl.gz` is for training;
`unseen.jsonl.gz`, of papers drawn at random, is for measuring only. The texts stay in the corpus that the
training folder holds; a paper that is not there is skipped.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from ..candidates import Candidate, find_candidates
from ..features import Features, FormTable, Lexicon, LexiconRow, batch_features, candidate_features
from ..gazetteer import Gazetteer, load_gazetteer
from ..labels import OWN_ROLES, GoldEntity, gold_entities
from ..records import Kind, gold_key, paper_text, title_key
from ..scorer import COLUMNS, DATASET, METHOD, NEITHER, load_statistics
from ..text import BATCH, Tokens
from .corpus import read_corpus

OPTIONAL_WEIGHT: Final = 0.15
"""Weight of a candidate that the labels call acceptable but do not demand; it trains as "neither"."""


@dataclass(slots=True)
class Example:
    """A labelled abstract: its candidates, and for each the class, weight, and whether own or optional.

    Without `has_roles` nothing is known of what is the text's own.
    """

    id: str
    text: str
    tokens: Tokens
    candidates: list[Candidate]
    kinds: list[int]
    weights: list[float]
    own: list[int]
    optional: list[bool]
    title: str
    labels: dict[Kind, tuple[GoldEntity, ...]]
    has_roles: bool = True


def read_examples(
    path: Path, *, gazetteer: Gazetteer | None = None, abbreviations: bool = True
) -> list[Example]:
    """Return the labelled papers of a JSON-lines file with title, abstract, methods and datasets.

    The candidates are found with the packaged gazetteer unless another is given.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    return [
        example_of(json.loads(line), gazetteer=gazetteer, abbreviations=abbreviations)
        for line in lines
        if line.strip()
    ]


def example_of(
    paper: dict[str, Any], *, gazetteer: Gazetteer | None = None, abbreviations: bool = True
) -> Example:
    """Return a labelled paper as an example."""
    known = load_gazetteer() if gazetteer is None else gazetteer
    title, labels = str(paper["title"]), gold_entities(paper)
    text = paper_text(title, str(paper["abstract"]))
    tokens = Tokens.of(text)
    candidates = find_candidates(tokens, known, abbreviations=abbreviations)
    required = {
        column: [(e.forms, e.role == OWN_ROLES[kind]) for e in labels[kind] if e.required]
        for kind, column in COLUMNS.items()
    }
    optional = {form for kind in COLUMNS for e in labels[kind] if not e.required for form in e.forms}
    example = Example(str(paper["id"]), text, tokens, candidates, [], [], [], [], title, labels)
    for candidate in candidates:
        forms = {gold_key(tokens.surface(*span)) for span in candidate.spans}
        best = {
            c: max(((len(forms & f), own) for f, own in required[c]), default=(0, False)) for c in required
        }
        column = max(required, key=lambda c: (best[c][0], -c))
        hit = best[column][0] > 0
        soft = not hit and bool(forms & optional)
        example.kinds.append(column if hit else NEITHER)
        example.own.append(int(hit and best[column][1]))
        example.optional.append(soft)
        example.weights.append(OPTIONAL_WEIGHT if soft else 1.0)
    return example


def count_forms(examples: Iterable[Example]) -> dict[str, list[float]]:
    """Return for each key how often it is labelled method, dataset, optional, neither, and own."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0] * 5)
    for example in examples:
        for i, candidate in enumerate(example.candidates):
            column = 2 if example.optional[i] else {METHOD: 0, DATASET: 1, NEITHER: 3}[example.kinds[i]]
            for key in candidate.keys:
                counts[key][column] += 1
                counts[key][4] += example.own[i]
    return dict(counts)


def example_features(
    example: Example,
    counts: Mapping[str, Sequence[float]],
    *,
    statistics: FormTable | None = None,
) -> Features:
    """Return the features of an example, with these counts of labels."""
    known = load_statistics() if statistics is None else statistics
    keys = {k for c in example.candidates for k in c.keys} & counts.keys()
    rows: dict[str, LexiconRow] = {key: tuple(counts[key]) for key in keys}
    return candidate_features(example.tokens, example.candidates, Lexicon(rows, 5), known)


_NO_COUNTS: Final = (0.0,) * 5
_FOLDS: Final = 10


def features_by_fold(
    examples: Sequence[Example],
    counts: Mapping[str, Sequence[float]],
    *,
    statistics: FormTable | None = None,
) -> list[Features]:
    """Return the features of examples in order, some at a time, with counts of labels from the other folds.

    The examples are in the order of their folds (`by_fold`). Leaving out only the labels of the text itself
    would leak them: the sum over all texts is the same for all, so what is missing in the rest tells what was
    there.
    """
    known = load_statistics() if statistics is None else statistics
    features = []
    for _, fold in groupby(examples, key=fold_of):
        part = list(fold)
        own = count_forms(part)
        rest: dict[str, LexiconRow] = {
            key: tuple(a - b for a, b in zip(row, own.get(key, _NO_COUNTS), strict=True))
            for key, row in counts.items()
        }
        lexicon = Lexicon(rest, 5)
        for at in range(0, len(part), BATCH):
            texts = [(e.tokens, e.candidates) for e in part[at : at + BATCH]]
            features.append(batch_features(texts, lexicon, known))
    return features


def by_fold(examples: Iterable[Example]) -> list[Example]:
    """Return examples in the order of their folds."""
    return sorted(examples, key=fold_of)


def fold_of(example: Example, folds: int = _FOLDS) -> int:
    """Return the fold of an example; passages of one paper, `ID#NUMBER`, are in one with it."""
    return zlib.crc32(example.id.partition("#")[0].encode()) % folds


def read_annotations(corpus: Path, *, without: Iterable[str], name: str = "annotations") -> list[Example]:
    """Return the papers of a folder of `*.jsonl.gz` annotated under `name`, less the title keys `without`."""
    return list(map(example_of, annotated_records(corpus, without=without, name=name)))


def annotated_records(corpus: Path, *, without: Iterable[str], name: str) -> Iterator[dict[str, Any]]:
    """Yield what a folder holds of the papers annotated under `name`, with their labels.

    In the order of the annotations, so that the order of the corpus does not change a model; those of the
    title keys `without` are left out.
    """
    packed = files("paperlattice.extractors").joinpath(f"training/{name}.jsonl.gz").read_bytes()
    records = map(json.loads, gzip.decompress(packed).decode().splitlines())
    labels = {record["id"]: record for record in records}
    left_out = set(without)
    found: dict[str, dict[str, Any]] = {}
    for _, paper in read_corpus(corpus):
        if paper["id"] in labels and title_key(paper["title"]) not in left_out:
            found.setdefault(paper["id"], paper)
    yield from ({**found[i], **record} for i, record in labels.items() if i in found)
