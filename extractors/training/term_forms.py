"""How likely a form is a term at all: by its labels in other texts, by the catalogue and by the corpus."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from ..forest import Floats
from ..gazetteer import load_gazetteer
from ..scorer import load_lexicon, softmax
from ..term_features import CLASSES, NOTHING
from ..term_places import PLACES, places_of, words_around
from ..terms import (
    LONGEST_TERM,
    phrase_keys,
    phrases,
    term_key,
)
from ..text import Tokens
from .fit import word_matrix
from .term_catalogue import Catalogue, Lexicon, TermExample, first_spans

FOLDS: Final = 5
LEXICON_FOLDS: Final = 10
_CHUNK: Final = 4000
_FEWEST: Final = 4  # papers of the corpus; what fewer have is no established form
FORM_TREES: Final[dict[str, Any]] = {
    "max_iter": 80, "learning_rate": 0.08, "max_leaf_nodes": 15, "min_samples_leaf": 40,
    "l2_regularization": 5.0, "max_features": 0.3, "early_stopping": False,
}  # fmt: skip
# --- the corpus


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


Shape = tuple[str, str, int]
"""The keys of the first and of the last word of a phrase, and its number of words."""


def count_papers(texts: Iterable[str], *, processes: int) -> tuple[dict[str, int], dict[str, Shape]]:
    """Return in how many texts each phrase is, for those of four texts or more, and how each is made."""
    counts: Counter[str] = Counter()
    shapes: dict[str, Shape] = {}
    parts = Parallel(n_jobs=processes, return_as="generator")(delayed(_count)(c) for c in _chunks(texts))
    for part, made in parts:
        counts.update(part)
        for key, shape in made.items():
            shapes.setdefault(key, shape)
    kept = {key: count for key, count in counts.items() if count >= _FEWEST}
    return kept, {key: shapes[key] for key in kept}


def _count(texts: Sequence[str]) -> tuple[Counter[str], dict[str, Shape]]:
    counts: Counter[str] = Counter()
    shapes: dict[str, Shape] = {}
    for text in texts:
        tokens = Tokens.of(text)
        keys = phrase_keys(tokens)
        spans = {key: (first, last) for first, last, key in phrases(tokens, keys)}
        counts.update(spans.keys())
        for key, (first, last) in spans.items():
            if key not in shapes:
                shapes[key] = (keys[first], keys[last - 1], last - first)
    return counts, shapes


@dataclass(frozen=True, slots=True)
class ContextModel:
    """A linear model of the words around phrases, never of the phrases."""

    vocabulary: dict[str, int]
    weights: Floats
    bias: Floats

    def shares(self, occurrences: Sequence[Iterable[str]]) -> Floats:
        """Return the probabilities of CLASSES for each occurrence."""
        number = self.vocabulary.get
        known = [[i for w in dict.fromkeys(words) if (i := number(w)) is not None] for words in occurrences]
        sums = np.array([self.weights[one].sum(axis=0) for one in known]).reshape(-1, len(CLASSES))
        shares: Floats = softmax(sums + self.bias)
        return shares


def fit_context(examples: Sequence[TermExample], lexicon: Lexicon) -> ContextModel:
    """Return the model of contexts, fitted on all occurrences of forms that are labelled anywhere."""
    rows: list[list[str]] = []
    labels: list[int] = []
    for example in examples:
        seen: Counter[str] = Counter()
        for first, last, key in example.found:
            if lexicon.forms[key][1:].sum() and seen[key] < _FEWEST:
                seen[key] += 1
                rows.append(sorted(set(words_around(example.tokens, first, last))))
                labels.append(example.labels.get(key, NOTHING))
    frequency = Counter(w for row in rows for w in row)
    vocabulary = {w: i for i, w in enumerate(sorted(w for w, n in frequency.items() if n >= 8))}
    model = LogisticRegression(C=0.05, max_iter=100).fit(word_matrix(rows, vocabulary), labels)
    return ContextModel(vocabulary, model.coef_.T.copy(), model.intercept_)


_WIDTH: Final = 1 + len(PLACES) + len(CLASSES)


def average_places(
    texts: Iterable[str], wanted: frozenset[str], context: ContextModel, *, processes: int
) -> dict[str, Floats]:
    """Return for each wanted form: papers, the means of PLACES, the mean probabilities by its contexts."""
    sums: dict[str, Floats] = {}
    parts = Parallel(n_jobs=processes, return_as="generator")(
        delayed(_sum_places)(c, wanted, context) for c in _chunks(texts)
    )
    for part in parts:
        for key, row in part.items():
            sums[key] = sums[key] + row if key in sums else row
    return {key: np.concatenate((row[:1], row[1:] / row[0])) for key, row in sums.items()}


def _sum_places(texts: Sequence[str], wanted: frozenset[str], context: ContextModel) -> dict[str, Floats]:
    sums: dict[str, Floats] = {}
    for text in texts:
        tokens = Tokens.of(text)
        keys = phrase_keys(tokens)
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for first, last, key in phrases(tokens, keys):
            if key in wanted and len(found[key]) < _FEWEST:
                found[key].append((first, last))
        spans = [span for of_form in found.values() for span in of_form]
        shares = context.shares([words_around(tokens, first, last) for first, last in spans])
        rows = np.hstack([np.ones((len(spans), 1)), places_of(tokens, keys, spans), shares])
        ends = np.cumsum([0, *map(len, found.values())]).tolist()
        for key, begin, end in zip(found, ends, ends[1:], strict=False):
            row = rows[begin:end].mean(axis=0)
            sums[key] = sums[key] + row if key in sums else row
    return sums


# --- forms


@dataclass(slots=True)
class Knowledge:
    """All that is known of forms before any model: catalogue, annotations, corpus, names."""

    catalogue: Catalogue
    lexicon: Lexicon
    papers: dict[str, int]
    places: dict[str, Floats]

    def without(self, examples: Sequence[TermExample]) -> list[Knowledge]:
        """Return for each fold of examples what is known without them: number i is in fold i % folds."""
        return [
            replace(self, lexicon=Lexicon([e for i, e in enumerate(examples) if i % LEXICON_FOLDS != fold]))
            for fold in range(LEXICON_FOLDS)
        ]

    def numbers(self, key: str, first: str, last: str, *, words: int) -> list[float]:
        """Return the features of a form."""
        counts, heads, firsts = self.lexicon.row(key, first, last)
        places = self.places.get(key, _NO_PLACES)
        marks = self.catalogue.marks.get(key, ())
        total, head_total = counts.sum(), heads.sum()
        return [
            math.log1p(total), *(counts / (total + 2)).tolist(),
            math.log1p(head_total), *(heads / (head_total + 3)).tolist(),
            *(firsts / (firsts.sum() + 3)).tolist(),
            math.log1p(self.papers.get(key, 0)), math.log1p(places[0]), *places[1:].tolist(),
            *(float(mark in marks) for mark in _MARKS),
            *_name_facts(key), float(words), float(len(key)),
        ]  # fmt: skip

    def facts(self, key: str, *, words: int) -> list[int]:
        """Return FACTS of a form, in steps of 1/255."""
        counts = self.lexicon.forms.get(key, np.zeros(len(CLASSES)))
        marks = self.catalogue.marks.get(key, ())
        names = _name_facts(key)
        values = [
            math.log1p(self.papers.get(key, 0)) / 12, math.log1p(counts.sum()) / 8,
            math.log1p(counts[1:].sum()) / 8, *(float(m in marks) for m in _MARKS[:4]),
            names[1], names[3], names[5],
            float(self.places.get(key, _NO_PLACES)[1 + PLACES.index("in_title")]), words / 8,
        ]  # fmt: skip
        return [min(255, max(0, round(255 * v))) for v in values]

    def is_known(self, key: str) -> bool:
        """Is a form in the catalogue, or labelled in another text?"""
        counts = self.lexicon.forms.get(key)
        marks = self.catalogue.marks.get(key, ())
        return (counts is not None and counts[1:].sum() > 0) or any(m in marks for m in _MARKS[:3])


_MARKS: Final = ("listed_task", "listed_technique", "broad", "ambiguous", "judged_nothing", "variant")
_NO_PLACES: Final = np.zeros(_WIDTH)


def _name_facts(key: str) -> list[float]:
    """Return what labels and catalogue of names say: log count, shares of labels, marks of the catalogue."""
    row = load_lexicon()[key]
    total = sum(row[:4])
    catalogued, generic = _names_by_key().get(key, (False, False))
    return [
        math.log1p(total), *(value / (total + 1) for value in row[:4]), float(catalogued), float(generic),
    ]  # fmt: skip


@cache
def _names_by_key() -> dict[str, tuple[bool, bool]]:
    """Return for each key of a catalogued name whether it is a name, and whether a family or technique."""
    marks: dict[str, tuple[bool, bool]] = {}
    for form, entries in load_gazetteer().by_form.items():
        key = term_key(form)
        named, generic = marks.get(key, (False, False))
        marks[key] = (
            named or any(not e.generic for e in entries),
            generic or any(e.generic for e in entries),
        )
    return marks


@dataclass(slots=True)
class FormScores:
    """The log odds of forms in each text, fitted without that text's labels, and the model for all texts."""

    by_example: list[dict[str, Floats]]
    model: Any


def fit_forms(examples: Sequence[TermExample], known: Knowledge, *, seed: int) -> FormScores:
    """Fit the model of forms; of each text it predicts the forms from folds without that text."""
    rows: list[list[float]] = []
    labels: list[int] = []
    where: list[tuple[int, str]] = []
    folds = known.without(examples)
    for number, example in enumerate(examples):
        others = folds[number % len(folds)]
        for key, (first, last) in first_spans(example).items():
            if not may_be_term(others, key):
                continue
            ends = example.keys[first], example.keys[last - 1]
            rows.append(others.numbers(key, *ends, words=last - first))
            labels.append(example.labels.get(key, NOTHING))
            where.append((number, key))
    matrix, wanted = np.array(rows), np.array(labels)
    fold = np.array([number % FOLDS for number, _ in where])
    shares = np.zeros((len(wanted), len(CLASSES)))
    for held_out in range(FOLDS):
        kept = fold != held_out
        model = HistGradientBoostingClassifier(random_state=seed, **FORM_TREES).fit(
            matrix[kept], wanted[kept]
        )
        shares[~kept] = model.predict_proba(matrix[~kept])
    by_example: list[dict[str, Floats]] = [{} for _ in examples]
    for (number, key), row in zip(where, np.log(shares), strict=True):
        by_example[number][key] = row
    return FormScores(
        by_example, HistGradientBoostingClassifier(random_state=seed, **FORM_TREES).fit(matrix, wanted)
    )


def may_be_term(known: Knowledge, key: str) -> bool:
    """Is a form worth a score: known, or established in the corpus and not always read past by annotators?"""
    if known.is_known(key):
        return True
    return key in known.places and known.lexicon.forms.get(key, np.zeros(1)).sum() < 12


def steps_of(scores: Floats) -> NDArray[np.uint8]:
    """Return log odds in steps of 1/16 around 128."""
    return np.rint(scores * 16 + 128).clip(0, 255).astype(np.uint8)


def wanted_forms(
    papers: Mapping[str, int], shapes: Mapping[str, Shape], lexicon: Lexicon, catalogue: Catalogue
) -> frozenset[str]:
    """Return the forms whose places in the corpus are counted: known ones, and phrases that may be terms."""
    labelled = {key for key, counts in lexicon.forms.items() if counts[1:].sum()}
    heads = {word for word, counts in lexicon.heads.items() if counts[1:].sum() >= 3}
    phrases = {k for k in papers if 1 < shapes[k][2] < LONGEST_TERM and shapes[k][1] in heads}
    return frozenset(labelled | catalogue.marks.keys() | phrases)
