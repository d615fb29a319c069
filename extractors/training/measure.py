"""How well a scorer does on labelled papers, and how sure that is: per document, by the labels' own rules."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from ..names import MIN_CONFIDENCE, Name, choose_names
from ..records import gold_key
from ..scorer import PackagedScorer, Scores
from .fit import Evidence, Model, fit_model
from .gold import FIELDS, OWN_ROLES, Example, example_signals

_BINS: Final = 10
_FOLDS: Final = 5
_THRESHOLDS: Final = (0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(slots=True)
class Tally:
    """Counts over papers: true and false positives and negatives, right roles, (confidence, right) pairs."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    errors: list[tuple[str, str, str, str]] = field(default_factory=list)

    def f1(self, kind: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a kind."""
        tp, fp, fn = (self.counts[kind, c] for c in ("tp", "fp", "fn"))
        precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def role_accuracy(self, kind: str) -> float:
        """Return the share of true positives whose role is right."""
        return self.counts[kind, "role"] / max(1, self.counts[kind, "tp"])

    def calibration_error(self) -> float:
        """Return the expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
        confidence = np.array([c for c, _ in self.judged])
        right = np.array([r for _, r in self.judged], dtype=float)
        bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
        gaps = [
            abs(confidence[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum() for b in set(bins)
        ]
        return float(sum(gaps) / len(bins))


def tally_names(example: Example, names: Sequence[Name], tally: Tally) -> None:
    """Count one paper: required entities match one name each, optional ones excuse a name."""
    for kind, field_name in FIELDS.items():
        wanted = _united(example.gold[field_name])
        spare = {
            gold_key(f)
            for e in example.gold[field_name]
            if not e["required"]
            for f in (e["name"], *e["aliases"])
        }
        found = [
            (n, {gold_key(example.text[p.start : p.end]) for p in n.places} | {gold_key(n.name)})
            for n in names
            if n.kind == kind
        ]
        pairs = sorted(
            (
                (len(forms & keys), i, j)
                for i, (keys, _) in enumerate(wanted)
                for j, (_, forms) in enumerate(found)
            ),
            reverse=True,
        )
        matched: dict[int, int] = {}
        for overlap, i, j in pairs:
            if overlap and i not in matched and j not in matched.values():
                matched[i] = j
                tally.counts[kind, "tp"] += 1
                tally.counts[kind, "role"] += found[j][0].own == wanted[i][1]
        for i, (keys, _) in enumerate(wanted):
            if i not in matched:
                tally.counts[kind, "fn"] += 1
                tally.errors.append((kind, "missed", sorted(keys)[0], example.id))
        for j, (name, forms) in enumerate(found):
            right = j in matched.values()
            if not right and forms & spare:
                continue
            tally.judged.append((name.confidence, right))
            if not right:
                tally.counts[kind, "fp"] += 1
                tally.errors.append((kind, "wrong", name.name, example.id))


def _united(entities: Iterable[dict[str, Any]]) -> list[tuple[set[str], bool]]:
    """Return the forms of each required entity; those of one cluster count as one."""
    by_cluster: dict[str, tuple[set[str], bool]] = {}
    for e in entities:
        if e["required"]:
            cluster = e.get("cluster") or gold_key(e["name"])
            keys, own = by_cluster.get(cluster, (set(), False))
            by_cluster[cluster] = (
                keys | {gold_key(f) for f in (e["name"], *e["aliases"])},
                own or e["role"] in OWN_ROLES,
            )
    return list(by_cluster.values())


def score_papers(
    examples: Iterable[Example],
    scorer: PackagedScorer,
    counts: dict[str, list[float]],
    *,
    leave_out: bool = False,
    evidence: Evidence | None = None,
) -> Iterable[tuple[Example, Scores]]:
    """Yield each paper with its candidates' scores; `leave_out` takes its own labels out of the lexicon."""
    for example in examples:
        yield example, scorer.score(example_signals(example, counts, leave_out=leave_out, evidence=evidence))


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
    evidence: Evidence | None = None,
    processes: int = 1,
) -> list[tuple[Example, Scores]]:
    """Return every paper with scores from a model that has not seen it.

    The `further` papers take part in the training of each fold and are not measured. Folds are fitted in
    several `processes`; their number changes nothing in the result.
    """

    return _score_parts(folds_of(examples, folds), further, seed=seed, evidence=evidence, processes=processes)


def _score_parts(
    parts: Sequence[tuple[list[Example], list[Example]]],
    further: Sequence[Example],
    *,
    seed: int,
    evidence: Evidence | None = None,
    processes: int = 1,
) -> list[tuple[Example, Scores]]:
    """Return the papers of each (training, measured) part with scores of a model of its own."""

    def score_part(training: list[Example], measured: list[Example]) -> list[tuple[Example, Scores]]:
        model: Model = fit_model([*training, *further], seed=seed, evidence=evidence)
        return list(score_papers(measured, model.scorer(), model.counts, evidence=evidence))

    scored = Parallel(n_jobs=processes)(delayed(score_part)(*part) for part in parts)
    return [paper for part in scored for paper in part]


def tally_all(scored: Iterable[tuple[Example, Scores]], *, min_confidence: float) -> Tally:
    """Return the counts over scored papers at one threshold."""
    tally = Tally()
    for example, scores in scored:
        names = choose_names(example.atoms, example.candidates, scores, min_confidence=min_confidence)
        tally_names(example, names, tally)
    return tally


def count_papers(
    scored: Iterable[tuple[Example, Scores]], *, min_confidence: float
) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Return for each kind and paper the true positives, false positives and false negatives."""
    counts: dict[str, dict[str, tuple[int, int, int]]] = {kind: {} for kind in FIELDS}
    for example, scores in scored:
        tally = tally_all([(example, scores)], min_confidence=min_confidence)
        for kind in FIELDS:
            tp, fp, fn = (tally.counts[kind, c] for c in ("tp", "fp", "fn"))
            counts[kind][example.id] = (tp, fp, fn)
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
                "{:.3f} {:.3f} {:.3f}  {:.3f}".format(*tally.f1(kind), tally.role_accuracy(kind))
                for kind in FIELDS
            ]
            print(f" {threshold:.2f}  {'   '.join(cells)}   {tally.calibration_error():.3f}")
        counts = count_papers(scored, min_confidence=MIN_CONFIDENCE)
        intervals = ("{} {:.3f} to {:.3f}".format(k, *f1_interval(counts[k], seed=seed)) for k in FIELDS)
        print(f" F1 at {MIN_CONFIDENCE}, 95 % interval over papers: {', '.join(intervals)}")
    counts = count_papers(held_out, min_confidence=MIN_CONFIDENCE)
    print(f"\nheld out at {MIN_CONFIDENCE}, 95 % interval over papers")
    for kind in FIELDS:
        print(" {}  F1 {:.3f} to {:.3f}".format(kind, *f1_interval(counts[kind], seed=seed)), end="")
        if against is not None:
            change = difference_interval(counts[kind], against[kind], seed=seed)
            print("   change {:+.3f} ({:+.3f} to {:+.3f})".format(*change), end="")
        print()
    return counts


PaperCounts = Mapping[str, tuple[int, int, int]]
"""True positives, false positives and false negatives by paper id."""

_ROUNDS: Final = 2000
_TAILS: Final = (2.5, 97.5)


def f1_interval(counts: PaperCounts, *, seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of F1 when papers are drawn anew: percentile bootstrap (Efron 1979)."""
    low, high = np.percentile(_drawn_f1(_table(counts, sorted(counts)), seed), _TAILS)
    return float(low), float(high)


def difference_interval(new: PaperCounts, old: PaperCounts, *, seed: int = 0) -> tuple[float, float, float]:
    """Return F1 of `new` less F1 of `old` and its 95 % interval; both are drawn with the same papers.

    Raises ValueError if the two do not tell of the same papers.
    """
    if new.keys() != old.keys():
        raise ValueError("the two runs were not measured on the same papers: measure both on one train.jsonl")
    papers = sorted(new)
    tables = [_table(counts, papers) for counts in (new, old)]
    low, high = np.percentile(_drawn_f1(tables[0], seed) - _drawn_f1(tables[1], seed), _TAILS)
    whole = [_f1(t.sum(axis=0)) for t in tables]
    return float(whole[0] - whole[1]), float(low), float(high)


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
