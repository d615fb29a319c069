"""The model that decides which terms a text is about, and which it only mentions.

Each candidate gets features of its form, which are packaged, and of its occurrences. As for names, a linear
model over words feeds gradient-boosted trees; `extractors.training.terms` makes both.
"""

from __future__ import annotations

import gzip
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .forest import Floats, Forest, forest_in
from .scorer import softmax
from .terms import LONGEST_TERM, Span, TermCandidate, TermForms, term_cues
from .text import Tokens

NOTHING, TASK, TECHNIQUE, TASK_ASIDE, TECHNIQUE_ASIDE = range(5)
CLASSES: Final = ("nothing", "task", "technique", "task aside", "technique aside")
"""What a candidate is: no term, what the paper is about, or what stands in the background ("aside")."""

FACTS: Final = (
    "papers", "annotated", "labelled", "listed_task", "listed_technique", "broad", "ambiguous", "method",
    "optional", "catalogued", "title", "words",
)  # fmt: skip
"""The facts of a form: counts on a logarithmic scale, shares, and marks of the catalogue."""

_CUES: Final = {
    word: name
    for name in ("next_task", "next_model", "next_data", "next_quality")
    for word in term_cues(name)
}
_LEADS: Final = {
    word: name
    for name in (
        "after_for",
        "after_on",
        "after_of",
        "after_and",
        "after_with",
        "after_verb",
        "after_such_as",
        "after_our",
    )
    for word in term_cues(name)
}
PLACES: Final = (
    "next_task", "next_model", "next_data", "next_quality", "next_and", "next_for", "next_comma",
    "next_bracket", "next_hyphen", "next_end",
    "after_for", "after_on", "after_of", "after_and", "after_with", "after_verb", "after_such_as",
    "after_our", "after_comma", "after_bracket", "after_start", "in_title", "in_first", "in_last", "plural",
)  # fmt: skip
"""What can hold at one occurrence; a candidate has the share of its occurrences where it does."""

_PLACE: Final = {name: i for i, name in enumerate(PLACES)}

NUMBERS: Final = (
    *(f"form_{name}" for name in CLASSES), *FACTS, "new", "defined",
    *PLACES, "titled", "occurrences", "sentences", "first_place", "forms", "tokens", "capitals", "inside",
    "always_inside", "contains", "candidates", "text_sentences", "as_method", "as_dataset", "as_own",
    "overlaps_name",
)  # fmt: skip

_TRIGGERS: Final = term_cues("triggers")
_MOST_READ: Final = 6


@dataclass(frozen=True, slots=True)
class Names:
    """What the scorer of names says of a text: by span the probabilities of method, dataset, own; and names.

    `taken` holds the character ranges of the names that were chosen.
    """

    spans: dict[Span, tuple[float, float, float]]
    taken: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class TermFeatures:
    """One row a candidate; `around` and `within` are the candidates that contain it, or that it contains."""

    numbers: list[list[float]]
    words: list[list[str]]
    around: list[list[int]]
    within: list[list[int]]


def places_of(tokens: Tokens, keys: Sequence[str], first: int, last: int) -> list[str]:
    """Return the PLACES that hold at one occurrence."""
    lower, separators, sentence = tokens.lower, tokens.separators, tokens.sentence
    here, n = sentence[first], len(lower)
    found = []
    if first == 0 or sentence[first - 1] != here:
        found.append("after_start")
    else:
        mark = separators[first].strip()
        if mark[-1:] == "(":
            found.append("after_bracket")
        elif "," in mark:
            found.append("after_comma")
        elif not mark:
            lead = _LEADS.get(lower[first - 1])
            if lead is None and first > 1 and lower[first - 1] in ("the", "a", "an"):
                lead = _LEADS.get(lower[first - 2]) if sentence[first - 2] == here else None
            if lead is not None:
                found.append(lead)
    if last >= n or sentence[last] != here:
        found.append("next_end")
    else:
        mark = separators[last].strip()
        if mark[:1] == "(":
            found.append("next_bracket")
        elif mark[:1] == ",":
            found.append("next_comma")
        elif mark in ("", "-"):
            if mark:
                found.append("next_hyphen")
            word = lower[last]
            cue = _CUES.get(word)
            if word in ("and", "or"):
                cue = "next_and"
            elif word == "for":
                cue = "next_for"
            elif (
                cue is None
                and last + 1 < n
                and sentence[last + 1] == here
                and not separators[last + 1].strip()
            ):
                cue = _CUES.get(lower[last + 1])
            if cue is not None:
                found.append(cue)
    if tokens.starts[first] < tokens.title_end:
        found.append("in_title")
    elif here == 1:
        found.append("in_first")
    elif here == len(tokens.sentences) - 1:
        found.append("in_last")
    if lower[last - 1] != keys[last - 1] and lower[last - 1][-1] == "s":
        found.append("plural")
    return found


def words_around(tokens: Tokens, first: int, last: int) -> list[str]:
    """Return the words around one occurrence as features of the linear model."""
    lower, separators, sentence = tokens.lower, tokens.separators, tokens.sentence
    here, n = sentence[first], len(lower)
    before = lower[first - 1] if first and sentence[first - 1] == here else "^"
    after = lower[last] if last < n and sentence[last] == here else "$"
    out = [
        f"b1={before}{separators[first].strip()[-1:]}",
        f"a1={separators[last].strip()[:1]}{after}",
        f"x={before}_{after}",
    ]
    if first > 1 and sentence[first - 2] == here:
        out += (f"b2={lower[first - 2]} {before}", f"bb={lower[first - 2]}")
    if last + 1 < n and sentence[last + 1] == here:
        out += (f"a2={after} {lower[last + 1]}", f"aa={lower[last + 1]}")
    for i in range(max(0, first - 10), first):
        if lower[i] in _TRIGGERS and sentence[i] == here:
            out.append(f"sb={lower[i]}")
    for i in range(last, min(n, last + 10)):
        if lower[i] in _TRIGGERS and sentence[i] == here:
            out.append(f"sa={lower[i]}")
    return out


def _taken_tokens(tokens: Tokens, names: Names) -> bytearray:
    """Return for each token whether it is part of a chosen name: 1 or 0."""
    taken = bytearray(len(tokens))
    for begin, end in names.taken:
        first = bisect_right(tokens.ends, begin)
        last = bisect_left(tokens.starts, end)
        taken[first:last] = b"\x01" * max(0, last - first)
    return taken


def term_features(
    tokens: Tokens,
    keys: Sequence[str],
    candidates: Sequence[TermCandidate],
    form_rows: Sequence[Sequence[float]],
    names: Names,
) -> TermFeatures:
    """Return the features of all candidates of a text.

    `form_rows` holds the scores and the facts of the form of each candidate, then whether it is new.
    """
    begins: dict[int, list[tuple[int, int]]] = {}
    for index, candidate in enumerate(candidates):
        for first, last in candidate.spans:
            begins.setdefault(first, []).append((last, index))
    features = TermFeatures([], [], [], [])
    taken = _taken_tokens(tokens, names)
    sentences = float(len(tokens.sentences))
    title_end, starts = tokens.title_end, tokens.starts
    for index, candidate in enumerate(candidates):
        spans = candidate.spans
        count = len(spans)
        share = 1.0 / count
        places = [0.0] * len(PLACES)
        around: set[int] = set()
        within: set[int] = set()
        inside = contains = titled = 0
        for first, last in spans:
            for place in places_of(tokens, keys, first, last):
                places[_PLACE[place]] += share
            titled += starts[first] < title_end
            outer = inner = False
            for begin in range(max(0, first - LONGEST_TERM), last):
                for end, other in begins.get(begin, ()):
                    if other == index:
                        continue
                    if begin <= first and end >= last:
                        outer = True
                        around.add(other)
                    elif begin >= first and end <= last:
                        inner = True
                        within.add(other)
            inside += outer
            contains += inner
        first, last = max(spans, key=lambda s: s[1] - s[0])
        near = [names.spans[s] for s in spans if s in names.spans]
        overlaps = sum(taken.find(1, a, b) >= 0 for a, b in spans)
        features.numbers.append(
            [
                *form_rows[index], float(candidate.defined), *places, float(titled), float(count),
                float(len({tokens.sentence[a] for a, _ in spans})),
                starts[spans[0][0]] / max(1, len(tokens.text)), float(len(candidate.forms)),
                float(last - first), float(tokens.words[first][0].isupper()) + tokens.words[first].isupper(),
                inside * share, float(inside == count), contains * share, float(len(candidates)), sentences,
                *(max((n[i] for n in near), default=0.0) for i in range(3)),
                overlaps * share,
            ]
        )  # fmt: skip
        words = [w for a, b in spans[:_MOST_READ] for w in words_around(tokens, a, b)]
        own = keys[first:last]
        words += (f"h={own[-1]}", f"f={own[0]}", f"h2={' '.join(own[-2:])}")
        words += [f"w={w}" for w in own]
        features.words.append(list(dict.fromkeys(words)))  # in an order that no process changes
        features.around.append(sorted(around))
        features.within.append(sorted(within))
    return features


def trees_input(features: TermFeatures, linear: Floats) -> Floats:
    """Return the input of the first trees: numbers, linear sums, their shares, those of neighbours."""
    shares = softmax(linear)
    numbers = np.asarray(features.numbers, dtype=np.float64).reshape(-1, len(NUMBERS))
    return np.hstack([numbers, linear, shares, neighbours(features, shares)])


def neighbours(features: TermFeatures, shares: Floats) -> Floats:
    """Return for each candidate of one text what the shares of the others say of it.

    Of two candidates that overlap one is as a rule too long or too short, and of many tasks a text is about
    few: so each candidate sees the highest shares of those that contain it and of those that it contains, the
    sums over all, and its rank among all as a task and as a technique.
    """
    k = len(CLASSES)
    near = np.zeros((len(shares), 3 * k + 2))
    for i, groups in enumerate(zip(features.around, features.within, strict=True)):
        for at, group in zip((0, k), groups, strict=True):
            if group:
                near[i, at : at + k] = shares[group].max(axis=0)
    near[:, 2 * k : 3 * k] = shares.sum(axis=0)
    for at, column in ((3 * k, TASK), (3 * k + 1, TECHNIQUE)):
        near[np.argsort(-shares[:, column], kind="stable"), at] = np.arange(len(shares))
    return near


_MOST_NOTHING: Final = math.log(0.9)
_LEAST_LINEAR: Final = 0.02
_SURELY_NOTHING: Final = 0.97


def is_open(rows: Floats) -> NDArray[np.bool_]:
    """Return which candidates the trees decide, by their input: others are surely no terms."""
    return 1.0 - rows[:, len(NUMBERS) + len(CLASSES)] >= _LEAST_LINEAR


def first_shares(forest: Forest, rows: Floats) -> Floats:
    """Return the probabilities by the first trees; what is not open is nothing."""
    shares = np.tile(np.eye(len(CLASSES))[NOTHING], (len(rows), 1))
    chosen = np.flatnonzero(is_open(rows))
    shares[chosen] = softmax(forest.raw(rows[chosen]))
    return shares


def second_input(features: TermFeatures, rows: Floats, shares: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Return the input of the second trees, and which candidates they decide."""
    undecided = np.flatnonzero(shares[:, NOTHING] < _SURELY_NOTHING)
    return np.hstack([rows, shares, neighbours(features, shares)])[undecided], undecided


class TermScorer:
    """The scorer of terms that ships with the project: a linear model, then trees, twice.

    The second trees see what the first say of a candidate and of those around it.

    `heads` and `firsts` hold for the last and the first word of a new form its part of the log odds.
    """

    def __init__(
        self,
        vocabulary: dict[str, int],
        weights: Floats,
        bias: Floats,
        forests: tuple[Forest, Forest],
        heads: dict[str, Floats],
        firsts: dict[str, Floats],
        new_bias: Floats,
    ) -> None:
        self.heads, self._firsts, self._new_bias = heads, firsts, new_bias
        self._vocabulary, self._bias = vocabulary, bias
        self._weights = np.vstack([weights, np.zeros((1, len(CLASSES)))])
        self._first, self._second = forests

    def likely_forms(
        self, keys: Sequence[str], candidates: Sequence[TermCandidate], known: TermForms
    ) -> tuple[list[TermCandidate], list[list[float]]]:
        """Return the candidates that are terms in a tenth of texts by their forms, with rows of their forms.

        A row holds the scores and facts of the form, then 1 for a new form and else 0.
        """
        at = np.array([candidate.row for candidate in candidates], dtype=np.int64)
        numbers = np.zeros((len(at), len(CLASSES) + len(FACTS) + 1))
        if len(known.scores):
            numbers[:, : len(CLASSES)] = (known.scores[at] - 128.0) / 16.0
            numbers[:, len(CLASSES) : -1] = known.facts[at] / 255.0
        rows: list[list[float]] = numbers.tolist()
        for index, candidate in enumerate(candidates):
            if candidate.row >= 0:
                continue
            first, last = candidate.spans[0]
            scores = self._new_bias.copy()
            for part in (self.heads.get(keys[last - 1]), self._firsts.get(keys[first])):
                if part is not None:
                    scores += part
            scores -= np.log(np.exp(scores).sum())
            rows[index] = [*scores.clip(-8.0, 7.9).tolist(), *_NO_FACTS, 1.0]
        kept = [i for i, row in enumerate(rows) if row[0] <= _MOST_NOTHING]
        return [candidates[i] for i in kept], [rows[i] for i in kept]

    def linear(self, features: TermFeatures) -> Floats:
        """Return the sums of the linear model, shape (n, 5)."""
        index_of, none = self._vocabulary.get, len(self._weights) - 1
        known: list[int] = []
        begins: list[int] = []
        for words in features.words:
            begins.append(len(known))
            known += [k for w in words if (k := index_of(w)) is not None]
            known.append(none)  # a row of zeros, so that each candidate has one
        sums: Floats = np.add.reduceat(self._weights[known], begins, axis=0) + self._bias
        return sums

    def score(self, features: TermFeatures) -> Floats:
        """Return the probabilities of CLASSES for the candidates of one text, shape (n, 5)."""
        if not features.words:
            return np.zeros((0, len(CLASSES)))
        rows = trees_input(features, self.linear(features))
        shares = first_shares(self._first, rows)
        second, undecided = second_input(features, rows, shares)
        shares[undecided] = softmax(self._second.raw(second))
        return shares


_NO_FACTS: Final = [0.0] * len(FACTS)


@cache
def load_term_scorer() -> TermScorer:
    """Return the packaged scorer of terms, read once a process."""
    data = files("paperlattice.extractors").joinpath("data")
    arrays = np.load(BytesIO(data.joinpath("term_scorer.npz").read_bytes()))
    words = gzip.decompress(data.joinpath("term_words.txt.gz").read_bytes()).decode().split("\n")
    ends = arrays["ends"].tobytes().decode().split("\n")
    tables: tuple[dict[str, Floats], ...] = ({}, {})
    for end, row in zip(ends, arrays["end_weights"].astype(np.float64), strict=True):
        tables[end[0] == "f"][end[1:]] = row
    return TermScorer(
        {word: i for i, word in enumerate(words)},
        arrays["weights"].astype(np.float64),
        arrays["bias"],
        (forest_in(arrays, "first"), forest_in(arrays, "second")),
        tables[0],
        tables[1],
        arrays["new_bias"],
    )
