"""Fit what finds tasks and techniques: the scorer of candidates and the packaged table of forms.

All that a form brings to its own text is taken out before that text trains anything.
"""

from __future__ import annotations

import gzip
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from ..forest import Floats, Forest
from ..records import paper_text, title_key
from ..selection import tokens_of
from ..term_features import CLASSES, FACTS, NOTHING, TermFeatures, TermText, term_features, trees_input
from ..term_places import linear_words
from ..term_scorer import TermScorer, is_open, second_input
from ..term_selection import kind_of, terms_of
from ..terms import (
    TermCandidate,
    TermForms,
    find_term_candidates,
    term_key,
)
from .corpus_statistics import corpus_texts
from .fit import LinearModel, fit_linear, forest_arrays, forest_of, word_matrix
from .gold import annotated_records
from .term_catalogue import (
    FIELDS,
    Lexicon,
    TermExample,
    class_of,
    entries_of,
    first_spans,
    read_catalogue,
    read_term_examples,
)
from .term_forms import (
    FOLDS,
    FORM_TREES,
    FormScores,
    Knowledge,
    Shape,
    average_places,
    count_papers,
    fit_context,
    fit_forms,
    may_be_term,
    steps_of,
    wanted_forms,
)

LIKELY: Final = 0.06  # forms that are terms less often are left out of the table
_HEAD: Final = 0.12  # share of its phrases that are terms, for a word that ends terms
_FIRST: Final = FORM_TREES | {
    "max_depth": 5,
    "max_iter": 40,
    "learning_rate": 0.15,
    "max_leaf_nodes": 8,
    "max_features": 0.25,
}
_SECOND: Final = _FIRST | {"max_iter": 60, "learning_rate": 0.12, "max_leaf_nodes": 12}

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


NewForms = tuple[dict[str, Floats], dict[str, Floats], Floats]
"""Parts of the log odds by last word and by first word, and the bias, for forms never seen."""


def new_forms_without(examples: Sequence[TermExample]) -> list[NewForms]:
    """Return for each fold of examples what is fitted without them: number i is in fold i % folds."""
    others = ([e for i, e in enumerate(examples) if i % FOLDS != fold] for fold in range(FOLDS))
    return [fit_new_forms(some, Lexicon(some)) for some in others]


def fit_new_forms(examples: Sequence[TermExample], lexicon: Lexicon) -> NewForms:
    """Return what the first and the last words of forms that are seldom or never seen say of them."""
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
        if 1 - math.exp(score[NOTHING]) < LIKELY and not known.is_known(key):
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

    texts: list[TermText]
    candidates: list[TermCandidate]
    features: list[TermFeatures]
    words: list[list[str]]
    labels: NDArray[np.int64]
    example: NDArray[np.int64]

    def parts(self) -> list[tuple[TermFeatures, int, int]]:
        """Return the features of each text that has candidates, with its first and last row."""
        ends = np.cumsum([0, *(len(f.numbers) for f in self.features)]).tolist()
        return [(f, a, b) for f, a, b in zip(self.features, ends, ends[1:], strict=False) if b > a]


def training_rows(
    examples: Sequence[TermExample],
    forms: FormScores,
    known: Knowledge,
    new: Sequence[NewForms],
) -> Rows:
    """Return the candidates of annotated texts with their features and labels; `new` is by fold."""
    no_trees: Any = (None, None)
    scorers = [TermScorer({}, np.zeros((0, 5)), np.zeros(5), no_trees, *parts) for parts in new]
    texts: list[TermText] = []
    candidates: list[TermCandidate] = []
    features: list[TermFeatures] = []
    labels: list[int] = []
    numbers: list[int] = []
    words: list[list[str]] = []
    folds = known.without(examples)
    for number, (example, scores) in enumerate(zip(examples, forms.by_example, strict=True)):
        table = local_forms(example, scores, folds[number % len(folds)])
        scorer = scorers[number % len(scorers)]
        phrases_found = find_term_candidates(example.tokens, example.keys, table, scorer.heads)
        ((found, form_rows),) = scorer.likely_forms([example.keys], [phrases_found], table)
        for candidate in found:  # the same name for a term in every text
            if candidate.key.startswith("#"):
                candidate.key = table.labels[int(candidate.key[1:])]
        texts.append(TermText(example.tokens, example.keys, found, form_rows, example.names))
        features.append(term_features(texts[-1:]))
        words += [linear_words(example.tokens, example.keys, candidate) for candidate in found]
        labels += labels_of(example, found)
        candidates += found
        numbers += [number] * len(found)
    return Rows(texts, candidates, features, words, np.array(labels), np.array(numbers))


def labels_of(example: TermExample, candidates: Sequence[TermCandidate]) -> list[int]:
    """Return the class of each candidate: each entry goes to the one candidate that fits it best.

    Another one that fits, as a longer or shorter form of it, would be the same thing twice: it is nothing.
    """
    fits: list[tuple[tuple[int, ...], int, int, int]] = []
    for number, (kind, entry) in enumerate(entries_of(example.record)):
        label = class_of(kind, entry)
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
    new: NewForms,
    *,
    seed: int,
    kept: NDArray[np.bool_] | None = None,
) -> TermModel:
    """Fit the linear model and the trees on rows, or on those that are kept.

    The sums of the linear model that the trees see come from folds that it was not fitted on.
    """
    kept = np.ones(len(rows.labels), dtype=bool) if kept is None else kept
    sums = np.zeros((len(rows.labels), len(CLASSES)))
    fold = rows.example % FOLDS
    for held_out in range(FOLDS):
        left = np.flatnonzero(kept & (fold == held_out))
        linear = _fit_linear(rows, kept & (fold != held_out))
        sums[left] = linear.sums([rows.words[i] for i in left])
    linear = _fit_linear(rows, kept)
    parts = rows.parts()
    inputs = np.vstack([trees_input(f, sums[a:b]) for f, a, b in parts])
    used = kept & is_open(inputs)
    shares = np.tile(np.eye(len(CLASSES))[NOTHING], (len(sums), 1))
    for held_out in range(FOLDS):
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
    words = list(linear.vocabulary)
    return TermModel(words, linear.weights, linear.bias, forest_of(first), forest_of(last), *new)


def _fit_trees(inputs: Floats, labels: NDArray[Any], kept: NDArray[np.bool_], **options: Any) -> Any:
    seed = options.pop("seed")
    return HistGradientBoostingClassifier(random_state=seed, **options).fit(inputs[kept], labels[kept])


def _fit_linear(rows: Rows, kept: NDArray[np.bool_]) -> LinearModel:
    chosen = [rows.words[i] for i in np.flatnonzero(kept)]
    return fit_linear(chosen, rows.labels[kept], None, strength=0.08, rare=5, steps=200)


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
        if may_be_term(known, key):
            first, last, words = shapes.get(key, (key, key, 1))
            keys.append(key)
            rows.append(known.numbers(key, first, last, words=words))
    scores = np.log(forms.model.predict_proba(np.array(rows)))
    likely = 1 - np.exp(scores[:, NOTHING]) >= LIKELY
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
    arrays |= forest_arrays("first", model.first) | forest_arrays("second", model.second)
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
    rows = training_rows(examples, forms, known, new_forms_without(examples))
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
    new: NewForms,
    *,
    seed: int,
) -> None:
    """Print precision, recall and F1 of tasks and techniques on papers that the scorer was not fitted on."""
    counts = {kind: Counter[str]() for kind in FIELDS}
    for part in range(_PARTS):
        kept = rows.example % _PARTS != part
        scorer = scorer_of(fit_terms(rows, new, seed=seed, kept=kept))
        for number, (example, text) in enumerate(zip(examples, rows.texts, strict=True)):
            if number % _PARTS == part and text.candidates:
                (shares,) = scorer.score([text])
                count_terms(counts, example.record, main_terms(text.candidates, shares))
    print_counts(counts)


def print_packaged_terms(folder: Path, *, without: frozenset[str]) -> None:
    """Print the figures of the packaged scorer on annotated papers that trained nothing."""
    records = list(annotated_records(folder / "corpus", without=without, name="unseen_tasks"))
    counts = {kind: Counter[str]() for kind in FIELDS}
    texts = [paper_text(record["title"], record["abstract"]) for record in records]
    for record, text, names in zip(records, texts, terms_of(texts), strict=True):
        read = tokens_of(text).text  # through LaTeX, as the places of names count
        found: dict[str, list[set[str]]] = {kind: [] for kind in FIELDS}
        for name in names:
            if name.own:
                written = {term_key(read[o.start : o.end]) for o in name.occurrences}
                found[f"{name.kind}s"].append(written | {term_key(name.name)})
        count_terms(counts, record, found)
    print(f"tasks and techniques of {len(records)} abstracts that trained nothing:")
    print_counts(counts)


def print_counts(counts: Mapping[str, Counter[str]]) -> None:
    """Print precision, recall and F1 of each kind."""
    for kind, count in counts.items():
        precision = count["right"] / max(1, count["right"] + count["wrong"])
        recall = count["right"] / max(1, count["right"] + count["missed"])
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:10s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {dict(count)}")


def main_terms(candidates: Sequence[TermCandidate], shares: Floats) -> dict[str, list[set[str]]]:
    """Return for each kind the forms of the candidates that a text is about."""
    found: dict[str, list[set[str]]] = {kind: [] for kind in FIELDS}
    for candidate, row in zip(candidates, shares.tolist(), strict=True):
        likelier, own = kind_of(row)
        if own:
            found[f"{likelier}s"].append({*candidate.forms, candidate.key})
    return found


def count_terms(
    counts: dict[str, Counter[str]], record: Mapping[str, Any], found: Mapping[str, list[set[str]]]
) -> None:
    """Count what is right, wrong and missed in one paper, one to one, passing over what is not required."""
    entries = [
        (kind, entry["required"], {term_key(f) for f in (entry["name"], *entry["aliases"], entry["cluster"])})
        for kind, entry in entries_of(record)
    ]
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
