"""Fit what finds tasks and techniques: a table of forms, and the scorer of candidates.

The labels are `tasks.jsonl.gz` (abstracts annotated by reading) and `term_list.tsv.gz` (phrases of the corpus
judged by reading, one by one); names come from a catalogue as well. All that a form brings to its own text is
taken out before that text trains anything.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from ..gazetteer import load_gazetteer
from ..records import paper_text, title_key
from ..scorer import Floats, Forest, load_lexicon, softmax
from ..selection import names_view
from ..term_scorer import (
    CLASSES,
    FACTS,
    NOTHING,
    PLACES,
    TASK,
    TASK_ASIDE,
    TECHNIQUE,
    TECHNIQUE_ASIDE,
    Names,
    TermFeatures,
    TermScorer,
    is_open,
    places_of,
    second_input,
    term_features,
    trees_input,
    words_around,
)
from ..term_selection import kind_of
from ..terms import (
    LONGEST_TERM,
    TermCandidate,
    TermForms,
    find_term_candidates,
    phrase_keys,
    phrases,
    term_key,
)
from ..text import Tokens
from .corpus_statistics import corpus_texts
from .fit import forest_of, word_matrix
from .gold import corpus_records

_FIELDS: Final = (("tasks", TASK, TASK_ASIDE), ("techniques", TECHNIQUE, TECHNIQUE_ASIDE))
_FOLDS: Final = 5
_LEXICON_FOLDS: Final = 10
_CHUNK: Final = 4000
_FEWEST: Final = 4  # papers of the corpus; what fewer have is no established form
_LIKELY: Final = 0.06  # forms that are terms less often are left out of the table
_HEAD: Final = 0.12  # share of its phrases that are terms, for a word that ends terms
_FORM_TREES: Final[dict[str, Any]] = {
    "max_iter": 80, "learning_rate": 0.08, "max_leaf_nodes": 15, "min_samples_leaf": 40,
    "l2_regularization": 5.0, "max_features": 0.3, "early_stopping": False,
}  # fmt: skip
_FIRST: Final = _FORM_TREES | {
    "max_depth": 5,
    "max_iter": 40,
    "learning_rate": 0.15,
    "max_leaf_nodes": 8,
    "max_features": 0.25,
}
_SECOND: Final = _FIRST | {"max_iter": 60, "learning_rate": 0.12, "max_leaf_nodes": 12}

# Settled by the guidelines: what is always a task, or always a technique.
_ALWAYS_TASK: Final = frozenset(
    map(
        term_key,
        (
            "multi-task learning", "continual learning", "few-shot learning", "zero-shot learning",
            "semi-supervised learning", "imitation learning", "neural architecture search",
            "interpretability",
        ),
    )
)  # fmt: skip
_ALWAYS_TECHNIQUE: Final = frozenset(
    map(
        term_key,
        (
            "transfer learning", "meta-learning", "active learning", "curriculum learning",
            "self-supervised learning", "in-context learning", "retrieval-augmented generation",
            "fine-tuning", "pre-training",
        ),
    )
)  # fmt: skip


@dataclass(slots=True)
class TermExample:
    """An annotated abstract: its phrases, the class of each labelled form, and what names it holds."""

    id: str
    tokens: Tokens
    keys: list[str]
    labels: dict[str, int]
    found: list[tuple[int, int, str]]
    names: Names
    record: dict[str, Any] = field(repr=False)


def read_term_examples(corpus: Path, *, without: Iterable[str]) -> list[TermExample]:
    """Return the papers of `tasks.jsonl.gz` that a folder holds, less the title keys `without`."""
    packed = files("paperlattice.extractors").joinpath("training/tasks.jsonl.gz").read_bytes()
    records = {r["id"]: r for r in map(json.loads, gzip.decompress(packed).decode().splitlines())}
    left_out = set(without)
    texts: dict[str, dict[str, Any]] = {}
    for paper in corpus_records(corpus):
        if paper["id"] in records and title_key(paper["title"]) not in left_out:
            texts.setdefault(paper["id"], paper)
    return [term_example({**texts[i], **r}) for i, r in records.items() if i in texts]


def term_example(record: dict[str, Any]) -> TermExample:
    """Return an annotated paper, with `title` and `abstract`, as an example."""
    text = paper_text(record["title"], record["abstract"])
    tokens = Tokens.of(text)
    keys = phrase_keys(tokens)
    labels: dict[str, int] = {}
    for kind, entry in _entries(record):
        wanted, aside = (TASK, TASK_ASIDE) if kind == "tasks" else (TECHNIQUE, TECHNIQUE_ASIDE)
        label = wanted if entry["required"] else aside
        for form in map(term_key, (entry["name"], *entry["aliases"], entry["cluster"])):
            labels[form] = min(label, labels.get(form, label))
    found = list(phrases(tokens, keys))
    return TermExample(record["id"], tokens, keys, labels, found, names_view(text), record)


def _entries(record: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entries of a record with their kind, where the guidelines settle it that one."""
    for kind, _, _ in _FIELDS:
        for entry in record[kind]:
            key = term_key(entry["cluster"])
            settled = "tasks" if key in _ALWAYS_TASK else "techniques" if key in _ALWAYS_TECHNIQUE else kind
            yield settled, entry


@dataclass(slots=True)
class Catalogue:
    """What is known of terms: by form the term, marks, and by term its label and the broader ones."""

    term_of: dict[str, str] = field(default_factory=dict)
    marks: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, str] = field(default_factory=dict)
    broader: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def term(self, form: str) -> str:
        """Return the term that a form means; one whose label means another term is that one."""
        term = self.term_of.get(form, form)
        for _ in range(_MOST_STEPS):
            label = term_key(self.labels.get(term, ""))
            following = self.term_of.get(label, label) or term
            if following == term:
                break
            term = following
        return term


_MOST_STEPS: Final = 5
_AGREED: Final = 0.6
_ENOUGH: Final = 3


def read_catalogue(path: Path, examples: Sequence[TermExample]) -> Catalogue:
    """Return the catalogue of `tasks.jsonl`, of the judged phrases, and of the clusters of the annotations.

    A form means what the annotations agree on, else what the catalogue says, else what a judge said.
    """
    catalogue = Catalogue()
    listed: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        cluster = term_key(entry["cluster"])
        if term_key(entry["name"]) == cluster or cluster not in catalogue.labels:
            catalogue.labels[cluster] = entry["name"]
        catalogue.broader[cluster].update(map(term_key, entry["broader"]))
        for form in (entry["name"], *entry["aliases"]):
            key = term_key(form)
            listed[key][cluster] += 2 if form == entry["name"] else 1
            catalogue.marks[key].add(f"listed_{entry['kind']}")
            catalogue.marks[key].update(mark for mark in ("broad", "ambiguous") if entry.get(mark))
    for phrase, code, other in read_judged():
        key = term_key(phrase)
        if code == "N":
            catalogue.marks[key].add("judged_nothing")
            continue
        catalogue.marks[key].add({"T": "listed_task", "Q": "listed_technique", "B": "broad"}[code])
        if other:
            catalogue.marks[key].add("variant")
        if key not in listed:
            meant = term_key(other or phrase)
            known = listed.get(meant)
            listed[key][known.most_common(1)[0][0] if known else meant] += 1
            catalogue.labels.setdefault(meant, other or phrase)
    for cluster, label in list(catalogue.labels.items()):
        for form in verb_forms(label):
            if form not in listed:
                listed[form][cluster] += 1
                catalogue.marks[form].update(("listed_task", "variant"))
    annotated: dict[str, Counter[str]] = defaultdict(Counter)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for _, entry in _entries(example.record):
            cluster = term_key(entry["cluster"])
            written[cluster][entry["name"]] += 1
            for form in {term_key(f) for f in (entry["name"], *entry["aliases"], entry["cluster"])}:
                annotated[form][cluster] += 1
    for form in sorted(listed.keys() | annotated.keys()):
        terms = annotated.get(form, Counter())
        best = min(terms, key=lambda t: (-terms[t], t), default="")
        agreed = terms[best] >= _ENOUGH and terms[best] >= _AGREED * terms.total()
        if form in listed and not agreed:
            best = min(listed[form], key=lambda t: (-listed[form][t], t))
        catalogue.term_of[form] = best
    for cluster, names in written.items():
        catalogue.labels.setdefault(cluster, min(names, key=lambda n: (-names[n], n)))
    return catalogue


def verb_forms(term: str) -> tuple[str, ...]:
    """Return the keys of what a text may write for a term that ends in the noun of a verb.

    >>> verb_forms("image retrieval")
    ('retrieveimage', 'retrievingimage', 'retrievalofimage')
    >>> verb_forms("machine unlearning")
    ()
    """
    *thing, noun = term.lower().replace("-", " ").split() or [""]
    if not thing or noun not in _VERBS:
        return ()
    return tuple(term_key(f"{verb} {' '.join(thing)}") for verb in (*_VERBS[noun], f"{noun} of"))


_VERBS: Final[dict[str, tuple[str, str]]] = {
    noun: (verb, gerund)
    for noun, verb, gerund in (
        line.split()
        for line in """
        alignment align aligning
        answering answer answering
        augmentation augment augmenting
        calibration calibrate calibrating
        captioning caption captioning
        classification classify classifying
        completion complete completing
        compression compress compressing
        control control controlling
        decoding decode decoding
        denoising denoise denoising
        detection detect detecting
        diagnosis diagnose diagnosing
        discovery discover discovering
        editing edit editing
        enhancement enhance enhancing
        estimation estimate estimating
        extraction extract extracting
        forecasting forecast forecasting
        generation generate generating
        grounding ground grounding
        identification identify identifying
        inpainting inpaint inpainting
        learning learn learning
        localization localize localizing
        manipulation manipulate manipulating
        matching match matching
        mitigation mitigate mitigating
        modeling model modeling
        parsing parse parsing
        planning plan planning
        prediction predict predicting
        ranking rank ranking
        recognition recognize recognizing
        recommendation recommend recommending
        reconstruction reconstruct reconstructing
        rendering render rendering
        restoration restore restoring
        retrieval retrieve retrieving
        segmentation segment segmenting
        simulation simulate simulating
        summarization summarize summarizing
        synthesis synthesize synthesizing
        tracking track tracking
        translation translate translating
        understanding understand understanding
        verification verify verifying
        """.strip().splitlines()
    )
}


def read_judged() -> Iterator[tuple[str, str, str]]:
    """Yield phrase, code and the term that it is a variant of: T task, Q technique, B broad, N no term."""
    packed = files("paperlattice.extractors").joinpath("training/term_list.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        phrase, code, other = line.split("\t")
        yield phrase, code, other


class Lexicon:
    """How often annotated abstracts hold a form and with which label, and the same by last and first word.

    For training, the counts of a text are those of the other folds, never of all other texts: taking out the
    one label of the text itself would tell what it was, since the sum is known.
    """

    def __init__(self, examples: Sequence[TermExample]) -> None:
        self.forms: dict[str, Floats] = defaultdict(lambda: np.zeros(len(CLASSES)))
        self.heads: dict[str, Floats] = defaultdict(lambda: np.zeros(len(CLASSES)))
        self.firsts: dict[str, Floats] = defaultdict(lambda: np.zeros(len(CLASSES)))
        for example in examples:
            for key, (first, last) in first_spans(example).items():
                label = example.labels.get(key, NOTHING)
                self.forms[key][label] += 1
                if last - first > 1:
                    self.heads[example.keys[last - 1]][label] += 1
                    self.firsts[example.keys[first]][label] += 1
        self._none = np.zeros(len(CLASSES))

    def row(self, key: str, first: str, last: str) -> tuple[Floats, Floats, Floats]:
        """Return the counts of a form, of its last and of its first word."""
        none = self._none
        return self.forms.get(key, none), self.heads.get(last, none), self.firsts.get(first, none)


def first_spans(example: TermExample) -> dict[str, tuple[int, int]]:
    """Return the first span of each phrase of a text."""
    spans: dict[str, tuple[int, int]] = {}
    for first, last, key in example.found:
        spans.setdefault(key, (first, last))
    return spans


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

    def shares(self, words: Iterable[str]) -> Floats:
        """Return the probabilities of CLASSES for one occurrence."""
        known = [i for w in set(words) if (i := self.vocabulary.get(w)) is not None]
        shares: Floats = softmax((self.weights[known].sum(axis=0) + self.bias)[None, :])[0]
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
    place = {name: 1 + i for i, name in enumerate(PLACES)}
    sums: dict[str, Floats] = {}
    for text in texts:
        tokens = Tokens.of(text)
        keys = phrase_keys(tokens)
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for first, last, key in phrases(tokens, keys):
            if key in wanted and len(found[key]) < _FEWEST:
                found[key].append((first, last))
        for key, spans in found.items():
            row = np.zeros(_WIDTH)
            row[0] = 1.0
            for first, last in spans:
                for name in places_of(tokens, keys, first, last):
                    row[place[name]] += 1.0 / len(spans)
                row[1 + len(PLACES) :] += context.shares(words_around(tokens, first, last)) / len(spans)
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
            replace(self, lexicon=Lexicon([e for i, e in enumerate(examples) if i % _LEXICON_FOLDS != fold]))
            for fold in range(_LEXICON_FOLDS)
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
            if not _may_be_term(others, key):
                continue
            ends = example.keys[first], example.keys[last - 1]
            rows.append(others.numbers(key, *ends, words=last - first))
            labels.append(example.labels.get(key, NOTHING))
            where.append((number, key))
    matrix, wanted = np.array(rows), np.array(labels)
    fold = np.array([number % _FOLDS for number, _ in where])
    shares = np.zeros((len(wanted), len(CLASSES)))
    for held_out in range(_FOLDS):
        kept = fold != held_out
        model = HistGradientBoostingClassifier(random_state=seed, **_FORM_TREES).fit(
            matrix[kept], wanted[kept]
        )
        shares[~kept] = model.predict_proba(matrix[~kept])
    by_example: list[dict[str, Floats]] = [{} for _ in examples]
    for (number, key), row in zip(where, np.log(shares), strict=True):
        by_example[number][key] = row
    return FormScores(
        by_example, HistGradientBoostingClassifier(random_state=seed, **_FORM_TREES).fit(matrix, wanted)
    )


def _may_be_term(known: Knowledge, key: str) -> bool:
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


# --- the scorer


@dataclass(slots=True)
class TermModel:
    """A fitted scorer with its parts, and the table of forms."""

    words: list[str]
    weights: Floats
    bias: Floats
    first: Forest
    second: Forest
    heads: dict[str, Floats]
    firsts: dict[str, Floats]
    new_bias: Floats


def fit_new_forms(
    examples: Sequence[TermExample], lexicon: Lexicon
) -> tuple[dict[str, Floats], dict[str, Floats], Floats]:
    """Return parts of the log odds by last word and by first word, and the bias, for forms never seen."""
    ends = {w for w, c in lexicon.heads.items() if c[1:].sum() >= 3 and c[1:].sum() / c.sum() >= _HEAD}
    rows: list[list[str]] = []
    labels: list[int] = []
    for example in examples:
        for key, (first, last) in first_spans(example).items():
            head = example.keys[last - 1]
            if last - first > 1 and head in ends and lexicon.forms[key].sum() <= 2:
                rows.append([f"h{head}", f"f{example.keys[first]}"])
                labels.append(example.labels.get(key, NOTHING))
    frequency = Counter(w for row in rows for w in row)
    vocabulary = {
        w: i for i, w in enumerate(sorted(w for w, n in frequency.items() if n >= 4 or w[0] == "h"))
    }
    model = LogisticRegression(C=0.5, max_iter=200).fit(word_matrix(rows, vocabulary), labels)
    weights = model.coef_.T.astype(np.float16).astype(np.float64)
    heads = {w[1:]: weights[i] for w, i in vocabulary.items() if w[0] == "h"}
    firsts = {w[1:]: weights[i] for w, i in vocabulary.items() if w[0] == "f"}
    return heads, firsts, model.intercept_


def local_forms(example: TermExample, scores: Mapping[str, Floats], known: Knowledge) -> TermForms:
    """Return the table of forms as one text would see it had it not been annotated."""
    row_of: dict[str, int] = {}
    rows: list[NDArray[np.uint8]] = []
    facts: list[list[int]] = []
    terms: dict[str, int] = {}
    spans = first_spans(example)
    for key, score in scores.items():
        if 1 - math.exp(score[NOTHING]) < _LIKELY and not known.is_known(key):
            continue
        first, last = spans[key]
        row_of[key] = len(rows)
        rows.append(steps_of(score))
        facts.append(known.facts(key, words=last - first))
        terms.setdefault(known.catalogue.term_of.get(key, key), len(terms))
    number_of = [terms[known.catalogue.term_of.get(key, key)] for key in row_of]
    return TermForms(
        row_of,
        np.array(rows, dtype=np.uint8).reshape(-1, len(CLASSES)),
        np.array(facts, dtype=np.uint8).reshape(-1, len(FACTS)),
        np.array(number_of, dtype=np.int32),
        list(terms),
        [()] * len(terms),
    )


@dataclass(slots=True)
class Rows:
    """Candidates of all texts as training rows; `example[i]` is the number of the text of candidate i."""

    candidates: list[TermCandidate]
    features: list[TermFeatures]
    words: list[list[str]]
    labels: NDArray[np.int64]
    example: NDArray[np.int64]

    def parts(self) -> list[tuple[TermFeatures, int, int]]:
        """Return the features of each text that has candidates, with its first and last row."""
        ends = np.cumsum([0, *(len(f.words) for f in self.features)]).tolist()
        return [(f, a, b) for f, a, b in zip(self.features, ends, ends[1:], strict=False) if b > a]


def training_rows(
    examples: Sequence[TermExample],
    forms: FormScores,
    known: Knowledge,
    new: tuple[dict[str, Floats], dict[str, Floats], Floats],
) -> Rows:
    """Return the candidates of annotated texts with their features and labels."""
    no_trees: Any = (None, None)
    scorer = TermScorer({}, np.zeros((0, 5)), np.zeros(5), no_trees, *new)
    candidates: list[TermCandidate] = []
    features: list[TermFeatures] = []
    labels: list[int] = []
    numbers: list[int] = []
    folds = known.without(examples)
    for number, (example, scores) in enumerate(zip(examples, forms.by_example, strict=True)):
        table = local_forms(example, scores, folds[number % len(folds)])
        phrases_found = find_term_candidates(example.tokens, example.keys, table, scorer.heads)
        found, form_rows = scorer.likely_forms(example.keys, phrases_found, table)
        for candidate in found:  # the same name for a term in every text
            if candidate.key.startswith("#"):
                candidate.key = table.labels[int(candidate.key[1:])]
        features.append(term_features(example.tokens, example.keys, found, form_rows, example.names))
        labels += labels_of(example, found)
        candidates += found
        numbers += [number] * len(found)
    words = [w for f in features for w in f.words]
    return Rows(candidates, features, words, np.array(labels), np.array(numbers))


def labels_of(example: TermExample, candidates: Sequence[TermCandidate]) -> list[int]:
    """Return the class of each candidate: each entry goes to the one candidate that fits it best.

    Another one that fits, as a longer or shorter form of it, would be the same thing twice: it is nothing.
    """
    fits: list[tuple[tuple[int, ...], int, int, int]] = []
    for number, (kind, entry) in enumerate(_entries(example.record)):
        label = (TASK if kind == "tasks" else TECHNIQUE) + (0 if entry["required"] else TASK_ASIDE - TASK)
        name, cluster = term_key(entry["name"]), term_key(entry["cluster"])
        forms = {name, cluster, *map(term_key, entry["aliases"])}
        for index, candidate in enumerate(candidates):
            if shared := forms & {*candidate.forms, candidate.key}:
                fit = (
                    len(shared) + 2 * (name in shared) + 2 * (cluster in shared) + (candidate.key == cluster)
                )
                longest = max(last - first for first, last in candidate.spans)
                fits.append(((not entry["required"], -fit, -longest), index, number, label))
    labels: dict[int, int] = {}
    done: set[int] = set()
    for _, index, number, label in sorted(fits):
        if index not in labels and number not in done:
            labels[index] = label
            done.add(number)
    return [labels.get(index, NOTHING) for index in range(len(candidates))]


def fit_terms(
    rows: Rows,
    new: tuple[dict[str, Floats], dict[str, Floats], Floats],
    *,
    seed: int,
    kept: NDArray[np.bool_] | None = None,
) -> TermModel:
    """Fit the linear model and the trees on rows, or on those that are kept.

    The sums of the linear model that the trees see come from folds that it was not fitted on.
    """
    kept = np.ones(len(rows.labels), dtype=bool) if kept is None else kept
    sums = np.zeros((len(rows.labels), len(CLASSES)))
    fold = rows.example % _FOLDS
    for held_out in range(_FOLDS):
        vocabulary, weights, bias = _fit_linear(rows, kept & (fold != held_out))
        left = np.flatnonzero(kept & (fold == held_out))
        sums[left] = word_matrix([rows.words[i] for i in left], vocabulary) @ weights + bias
    vocabulary, weights, bias = _fit_linear(rows, kept)
    parts = rows.parts()
    inputs = np.vstack([trees_input(f, sums[a:b]) for f, a, b in parts])
    used = kept & is_open(inputs)
    shares = np.tile(np.eye(len(CLASSES))[NOTHING], (len(sums), 1))
    for held_out in range(_FOLDS):
        model = _fit_trees(inputs, rows.labels, used & (fold != held_out), seed=seed, **_FIRST)
        left = used & (fold == held_out)
        shares[left] = model.predict_proba(inputs[left])
    second, chosen = [], []
    for features, begin, end in parts:
        row, undecided = second_input(features, inputs[begin:end], shares[begin:end])
        second.append(row)
        chosen.append(begin + undecided)
    deeper, at = np.vstack(second), np.concatenate(chosen)
    first = _fit_trees(inputs, rows.labels, used, seed=seed, **_FIRST)
    last = _fit_trees(deeper, rows.labels[at], kept[at], seed=seed, **_SECOND)
    return TermModel(list(vocabulary), weights, bias, forest_of(first), forest_of(last), *new)


def _fit_trees(inputs: Floats, labels: NDArray[Any], kept: NDArray[np.bool_], **options: Any) -> Any:
    seed = options.pop("seed")
    return HistGradientBoostingClassifier(random_state=seed, **options).fit(inputs[kept], labels[kept])


def _fit_linear(rows: Rows, kept: NDArray[np.bool_]) -> tuple[dict[str, int], Floats, Floats]:
    chosen = [rows.words[i] for i in np.flatnonzero(kept)]
    frequency = Counter(w for row in chosen for w in row)
    frequent = sorted(w for w, n in frequency.items() if n >= 5)
    vocabulary = {w: i for i, w in enumerate(frequent)}
    model = LogisticRegression(C=0.08, max_iter=200).fit(word_matrix(chosen, vocabulary), rows.labels[kept])
    strong = np.flatnonzero(np.abs(model.coef_).max(axis=0) >= 0.02)
    weights = model.coef_[:, strong].T.astype(np.float16).astype(np.float64)
    return {frequent[k]: i for i, k in enumerate(strong)}, weights, model.intercept_


def scorer_of(model: TermModel) -> TermScorer:
    """Return the scorer as it will run."""
    vocabulary = {w: i for i, w in enumerate(model.words)}
    forests = (model.first, model.second)
    return TermScorer(
        vocabulary, model.weights, model.bias, forests, model.heads, model.firsts, model.new_bias
    )


# --- the packaged files


def terms_table(known: Knowledge, shapes: Mapping[str, Shape], forms: FormScores) -> TermForms:
    """Return the table of all forms that are known, or likely enough to be terms, by key."""
    keys, rows = [], []
    for key in sorted(known.lexicon.forms.keys() | known.catalogue.marks.keys() | known.places.keys()):
        if _may_be_term(known, key):
            first, last, words = shapes.get(key, (key, key, 1))
            keys.append(key)
            rows.append(known.numbers(key, first, last, words=words))
    scores = np.log(forms.model.predict_proba(np.array(rows)))
    likely = 1 - np.exp(scores[:, NOTHING]) >= _LIKELY
    kept = [i for i, key in enumerate(keys) if likely[i] or known.is_known(key)]
    chosen = [keys[i] for i in kept]
    meant = {key: known.catalogue.term(key) for key in chosen}
    broader = {
        t: {known.catalogue.term(b) for b in known.catalogue.broader.get(t, ())} for t in meant.values()
    }
    named = {b for terms in broader.values() for b in terms if b in known.catalogue.labels}
    terms = sorted({*meant.values(), *named})
    number = {term: i for i, term in enumerate(terms)}
    facts = [known.facts(key, words=shapes.get(key, (key, key, 1))[2]) for key in chosen]
    return TermForms(
        {key: i for i, key in enumerate(chosen)},
        steps_of(scores[kept]),
        np.array(facts, dtype=np.uint8),
        np.array([number[meant[key]] for key in chosen], dtype=np.int32),
        [known.catalogue.labels.get(term, "") for term in terms],
        [
            tuple(sorted(number[b] for b in broader.get(term, ()) if b in number and b != term))
            for term in terms
        ],
    )


def write_terms(table: TermForms, model: TermModel, folder: Path) -> None:
    """Write the packaged files; equal models give equal bytes."""

    def packed(lines: Iterable[str]) -> NDArray[np.uint8]:
        return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)

    np.savez_compressed(
        folder / "terms.npz",
        forms=packed(table.row_of),
        scores=table.scores,
        facts=table.facts,
        term_of=table.term_of,
        labels=packed(table.labels),
        broader=packed(" ".join(map(str, numbers)) for numbers in table.broader_of),
    )
    ends = [f"h{w}" for w in model.heads] + [f"f{w}" for w in model.firsts]
    arrays: dict[str, Any] = {
        "weights": model.weights.astype(np.float16),
        "bias": model.bias,
        "ends": packed(ends),
        "end_weights": np.array([*model.heads.values(), *model.firsts.values()]).astype(np.float16),
        "new_bias": model.new_bias,
    }
    for name, forest in (("first", model.first), ("second", model.second)):
        for part in Forest.__dataclass_fields__:
            value = np.asarray(getattr(forest, part))
            arrays[f"{name}_{part}"] = value.astype(np.float32) if part == "value" else value
    np.savez_compressed(folder / "term_scorer.npz", **arrays)
    (folder / "term_words.txt.gz").write_bytes(gzip.compress("\n".join(model.words).encode(), mtime=0))


# --- the commands


def read_knowledge(
    folder: Path, examples: Sequence[TermExample], *, without: frozenset[str], processes: int
) -> tuple[Knowledge, dict[str, Shape]]:
    """Return what is known of forms before any model, and how they are made; reads the corpus twice.

    The texts of the examples, and those `without`, count for no statistics.
    """
    catalogue = read_catalogue(folder / "gazetteer" / "tasks.jsonl", examples)
    lexicon = Lexicon(examples)
    left_out = without | {title_key(e.record["title"]) for e in examples}
    corpus = folder / "corpus"
    papers, shapes = count_papers(corpus_texts(corpus, without=left_out), processes=processes)
    for example in examples:
        for key, (first, last) in first_spans(example).items():
            shapes.setdefault(key, (example.keys[first], example.keys[last - 1], last - first))
    wanted = wanted_forms(papers, shapes, lexicon, catalogue)
    context = fit_context(examples, lexicon)
    places = average_places(corpus_texts(corpus, without=left_out), wanted, context, processes=processes)
    return Knowledge(catalogue, lexicon, papers, places), shapes


def make_terms(
    folder: Path, out: Path, *, without: frozenset[str], seed: int, processes: int, measure: bool = False
) -> None:
    """Fit and write the packaged files, or print the figures of cross-validation by paper instead."""
    examples = read_term_examples(folder / "corpus", without=without)
    print(f"annotated papers: {len(examples)}", flush=True)
    known, shapes = read_knowledge(folder, examples, without=without, processes=processes)
    forms = fit_forms(examples, known, seed=seed)
    new = fit_new_forms(examples, known.lexicon)
    rows = training_rows(examples, forms, known, new)
    print(f"candidates: {len(rows.labels)}", flush=True)
    if measure:
        print_figures(examples, rows, new, seed=seed)
        return
    model = fit_terms(rows, new, seed=seed)
    table = terms_table(known, shapes, forms)
    write_terms(table, model, out)
    print(f"terms: {len(table.row_of)} forms of {len(table.labels)} terms, {len(model.words)} words -> {out}")


_PARTS: Final = 3


def print_figures(
    examples: Sequence[TermExample],
    rows: Rows,
    new: tuple[dict[str, Floats], dict[str, Floats], Floats],
    *,
    seed: int,
) -> None:
    """Print precision, recall and F1 of tasks and techniques on papers that the scorer was not fitted on."""
    counts = {kind: Counter[str]() for kind, _, _ in _FIELDS}
    for part in range(_PARTS):
        kept = rows.example % _PARTS != part
        scorer = scorer_of(fit_terms(rows, new, seed=seed, kept=kept))
        for features, begin, end in rows.parts():
            number = int(rows.example[begin])
            if number % _PARTS == part:
                count_terms(counts, examples[number], rows.candidates[begin:end], scorer.score(features))
    for kind, count in counts.items():
        precision = count["right"] / max(1, count["right"] + count["wrong"])
        recall = count["right"] / max(1, count["right"] + count["missed"])
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:10s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {dict(count)}")


def count_terms(
    counts: dict[str, Counter[str]],
    example: TermExample,
    candidates: Sequence[TermCandidate],
    shares: Floats,
) -> None:
    """Count what is right, wrong and missed in one paper, one to one, passing over what is not required."""
    entries = [
        (kind, entry["required"], {term_key(f) for f in (entry["name"], *entry["aliases"], entry["cluster"])})
        for kind, entry in _entries(example.record)
    ]
    found: dict[str, list[set[str]]] = {kind: [] for kind, _, _ in _FIELDS}
    for candidate, row in zip(candidates, shares.tolist(), strict=True):
        likelier, own = kind_of(row)
        if own:
            found["tasks" if likelier == "task" else "techniques"].append({*candidate.forms, candidate.key})
    for kind, mine in found.items():
        demanded = [forms for k, required, forms in entries if k == kind and required]
        fine = set[str]().union(*(f for k, required, f in entries if k != kind or not required))
        pairs = sorted(
            (-len(a & b), i, j) for i, a in enumerate(demanded) for j, b in enumerate(mine) if a & b
        )
        done: set[int] = set()
        used: set[int] = set()
        for _, i, j in pairs:
            if i not in done and j not in used:
                done.add(i)
                used.add(j)
        wrong = sum(j not in used and not forms & fine for j, forms in enumerate(mine))
        counts[kind].update(right=len(done), missed=len(demanded) - len(done), wrong=wrong)
