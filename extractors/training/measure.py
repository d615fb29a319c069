"""How well a scorer does on labelled papers, and how sure that is: per document, by the labels' own rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from ..features import FormTable
from ..labels import LABELLED_KINDS, OWN_ROLES, Counts, calibrate, judge_names
from ..records import Kind, gold_key
from ..scorer import PackagedScorer, Scores, load_lexicon, load_scorer
from ..selection import MIN_CONFIDENCE, Name, choose_names, names_of
from .fit import Model, fit_model
from .gold import Example, example_features, read_annotations
from .passages import LabelledText, measured_sentences

_FOLDS: Final = 5
_THRESHOLDS: Final = (0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(slots=True)
class Tally:
    """Counts over papers by kind, and (confidence, right) of each name that the labels judge."""

    counts: dict[Kind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in LABELLED_KINDS})
    judged: list[tuple[float, bool]] = field(default_factory=list)

    def f1(self, kind: Kind) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a kind."""
        counts = self.counts[kind]
        return counts.precision, counts.recall, counts.f1


def tally_names(example: Example, names: Sequence[Name], tally: Tally) -> None:
    """Count one paper by the labels of each kind."""
    for kind, counts in tally.counts.items():
        found = [name for name in names if name.kind == kind]
        verdict = judge_names(example.labels[kind], [_forms(example, name) for name in found])
        for entity, at in verdict.demanded:
            counts.tp += at is not None
            counts.fn += at is None
            if at is not None:
                counts.roles += found[at].own == (entity.role == OWN_ROLES[kind])
                tally.judged.append((found[at].confidence, True))
        counts.fp += len(verdict.wrong)
        tally.judged += [(found[at].confidence, False) for at in verdict.wrong]


def _forms(example: Example, name: Name) -> set[str]:
    return {
        gold_key(form) for form in (name.name, *(example.text[p.start : p.end] for p in name.occurrences))
    }


def score_papers(
    examples: Iterable[Example],
    scorer: PackagedScorer,
    counts: dict[str, list[float]],
    *,
    statistics: FormTable | None = None,
) -> Iterable[tuple[Example, Scores]]:
    """Yield each paper with its candidates' scores."""
    for example in examples:
        features = example_features(example, counts, statistics=statistics)
        yield example, scorer.score(features)


def folds_of(examples: Sequence[Example], folds: int) -> list[tuple[list[Example], list[Example]]]:
    """Return (training, held out) for each fold; papers are dealt out by a fixed stride."""
    parts: list[list[Example]] = [[] for _ in range(folds)]
    for i, example in enumerate(examples):
        parts[(i * 7919) % folds].append(example)
    return [([e for k, p in enumerate(parts) if k != f for e in p], parts[f]) for f in range(folds)]


def cross_validate(
    examples: Sequence[Example],
    *,
    further: Sequence[Example] = (),
    folds: int = _FOLDS,
    seed: int = 0,
    statistics: FormTable | None = None,
    processes: int = 1,
) -> list[tuple[Example, Scores]]:
    """Return every paper with scores from a model that has not seen it.

    The `further` papers take part in the training of each fold and are not measured. Folds are fitted in
    several `processes`; their number changes nothing in the result.
    """

    return _score_parts(
        folds_of(examples, folds), further, seed=seed, statistics=statistics, processes=processes
    )


def _score_parts(
    parts: Sequence[tuple[list[Example], list[Example]]],
    further: Sequence[Example],
    *,
    seed: int,
    statistics: FormTable | None = None,
    processes: int = 1,
) -> list[tuple[Example, Scores]]:
    """Return the papers of each (training, measured) part with scores of a model of its own."""

    def score_part(training: list[Example], measured: list[Example]) -> list[tuple[Example, Scores]]:
        model: Model = fit_model([*training, *further], seed=seed, statistics=statistics)
        return list(score_papers(measured, model.scorer(), model.counts, statistics=statistics))

    scored = Parallel(n_jobs=processes)(delayed(score_part)(*part) for part in parts)
    return [paper for part in scored for paper in part]


def tally_all(scored: Iterable[tuple[Example, Scores]], *, min_confidence: float) -> Tally:
    """Return the counts over scored papers at one threshold."""
    tally = Tally()
    for example, scores in scored:
        names = choose_names(example.tokens, example.candidates, scores, min_confidence=min_confidence)
        tally_names(example, names, tally)
    return tally


def count_papers(
    scored: Iterable[tuple[Example, Scores]], *, min_confidence: float
) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Return for each kind and paper the true positives, false positives and false negatives."""
    counts: dict[str, dict[str, tuple[int, int, int]]] = {kind: {} for kind in LABELLED_KINDS}
    for example, scores in scored:
        tally = tally_all([(example, scores)], min_confidence=min_confidence)
        for kind, found in tally.counts.items():
            counts[kind][example.id] = (found.tp, found.fp, found.fn)
    return counts


def print_measurement(
    examples: Sequence[Example],
    *,
    further: Sequence[Example] = (),
    unseen: Sequence[Example] = (),
    seed: int = 0,
    processes: int = 1,
    against: Mapping[str, PaperCounts] | None = None,
) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Print precision, recall and F1 by threshold: training papers as seen, as held out, and `unseen` papers.

    Then the 95 % interval of the held-out F1 at the default threshold, and of its difference from an earlier
    run's counts (`against`). Returns the counts by kind and paper for a later run.
    """
    parts = [(list(examples), [*examples, *unseen]), *folds_of(examples, _FOLDS)]
    scored_papers = _score_parts(parts, further, seed=seed, processes=processes)
    known, end = len(examples), len(examples) + len(unseen)
    held_out = scored_papers[end:]
    runs = {
        "on the training papers themselves": scored_papers[:known],
        "held out, five folds": held_out,
        "drawn at random, never trained on": scored_papers[known:end],
    }
    for title, scored in runs.items():
        if not scored:
            continue
        print(f"\n{title}\n  at   method P / R / F1   role   dataset P / R / F1   role   calibration error")
        for threshold in _THRESHOLDS:
            tally = tally_all(scored, min_confidence=threshold)
            cells = [
                "{:.3f} {:.3f} {:.3f}  {:.3f}".format(*tally.f1(kind), counts.role_accuracy)
                for kind, counts in tally.counts.items()
            ]
            print(f" {threshold:.2f}  {'   '.join(cells)}   {calibrate(tally.judged).error:.3f}")
        counts = count_papers(scored, min_confidence=MIN_CONFIDENCE)
        intervals = (
            "{} {:.3f} to {:.3f}".format(k, *f1_interval(counts[k], seed=seed)) for k in LABELLED_KINDS
        )
        print(f" F1 at {MIN_CONFIDENCE}, 95 % interval over papers: {', '.join(intervals)}")
    counts = count_papers(held_out, min_confidence=MIN_CONFIDENCE)
    print(f"\nheld out at {MIN_CONFIDENCE}, 95 % interval over papers")
    for kind in LABELLED_KINDS:
        print(" {}  F1 {:.3f} to {:.3f}".format(kind, *f1_interval(counts[kind], seed=seed)), end="")
        if against is not None:
            change = difference_interval(counts[kind], against[kind], seed=seed)
            print("   change {:+.3f} ({:+.3f} to {:+.3f})".format(*change), end="")
        print()
    return counts


def print_packaged(folder: Path, *, without: Iterable[str]) -> None:
    """Print what the packaged scorer finds in texts that trained nothing: ours, and sentences of others."""
    corpus = folder / "corpus"
    counts = {key: list(row) for key, row in load_lexicon().items()}
    for name, title in (("unseen", "drawn at random"), ("unseen_elsewhere", "outside machine learning")):
        papers = read_annotations(corpus, without=without, name=name)
        tally = tally_all(score_papers(papers, load_scorer(), counts), min_confidence=MIN_CONFIDENCE)
        cells = ["{:.3f} {:.3f} {:.3f}".format(*tally.f1(kind)) for kind in tally.counts]
        error = calibrate(tally.judged).error
        print(f"{title}, {len(papers)} abstracts: {', '.join(cells)}, calibration error {error:.3f}")
    for title, texts in measured_sentences(folder).items():
        partial = partial_counts(texts)
        print(f"{title}, {len(texts)} sentences, datasets, partial: {partial.precision:.3f} ", end="")
        print(f"{partial.recall:.3f} {partial.f1:.3f}")


def partial_counts(texts: Sequence[LabelledText]) -> Counts:
    """Return counts of datasets in labelled sentences, where one name contains the other or equals it.

    Labels that are no names count neither as missed nor as wrong.
    """
    counts = Counts()
    names = names_of([text.text for text in texts])
    for text, found in zip(texts, names, strict=True):
        labels = [(gold_key(text.text[s.start : s.end]), s.named) for s in text.spans]
        demanded = {key for key, named in labels if named}
        known = {key for key, _ in labels}
        forms = {
            name.name: {
                gold_key(name.name),
                *(gold_key(text.text[o.start : o.end]) for o in name.occurrences),
            }
            for name in found
            if name.kind == "dataset"
        }
        hit = {key for key in demanded if any(_overlap(key, form) for fs in forms.values() for form in fs)}
        counts.tp += len(hit)
        counts.fn += len(demanded) - len(hit)
        counts.fp += sum(
            not any(_overlap(key, form) for key in known for form in fs) for fs in forms.values()
        )
    return counts


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


PaperCounts = Mapping[str, tuple[int, int, int]]
"""True positives, false positives and false negatives by paper id."""

_ROUNDS: Final = 2000
_TAILS: Final = (2.5, 97.5)


def f1_interval(counts: PaperCounts, *, seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of F1 when papers are drawn again: percentile bootstrap (Efron 1979)."""
    low, high = np.percentile(_drawn_f1(_table(counts, sorted(counts)), seed), _TAILS)
    return float(low), float(high)


def difference_interval(new: PaperCounts, old: PaperCounts, *, seed: int = 0) -> tuple[float, float, float]:
    """Return F1 of `new` less F1 of `old` and its 95 % interval; both are drawn with the same papers.

    Raises ValueError if the two are not of the same papers.
    """
    if new.keys() != old.keys():
        raise ValueError("the two runs were not measured on the same papers: measure both on one train.jsonl")
    papers = sorted(new)
    tables = [_table(counts, papers) for counts in (new, old)]
    low, high = np.percentile(_drawn_f1(tables[0], seed) - _drawn_f1(tables[1], seed), _TAILS)
    total = [_f1(t.sum(axis=0)) for t in tables]
    return float(total[0] - total[1]), float(low), float(high)


def _table(counts: PaperCounts, papers: list[str]) -> NDArray[np.int64]:
    return np.array([counts[p] for p in papers], dtype=np.int64).reshape(-1, 3)


def _drawn_f1(table: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Return F1 of each round: shape (rounds,); the same seed and number of papers give the same draws."""
    rng = np.random.default_rng(seed)
    weights = rng.multinomial(len(table), np.full(len(table), 1 / len(table)), size=_ROUNDS)
    return _f1(weights @ table)


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    tp, fp, fn = sums[..., 0], sums[..., 1], sums[..., 2]
    shares: NDArray[np.float64] = 2 * tp / np.maximum(1, 2 * tp + fp + fn)
    return shares


def write_counts(counts: Mapping[str, PaperCounts], target: Path) -> None:
    """Write the counts of each kind, for a later run to be compared with."""
    target.write_text(json.dumps(counts, sort_keys=True) + "\n", encoding="utf-8")


def read_counts(source: Path) -> dict[str, PaperCounts]:
    """Return what `write_counts` wrote."""
    raw = json.loads(source.read_text(encoding="utf-8"))
    return {kind: {paper: tuple(c) for paper, c in counts.items()} for kind, counts in raw.items()}
