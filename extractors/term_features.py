"""The features of candidates for terms: of the form, which are packaged, and of the occurrences in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from .forest import Floats
from .scorer import softmax
from .term_nearness import NEARNESS, Ints, load_words, nearness
from .term_places import (
    CUE_NUMBER,
    PLACE,
    PLACES,
    PLAIN_HYPHEN,
    TokenArrays,
    is_plural,
    longest_span,
    places_in,
    token_arrays,
)
from .terms import Span, TermCandidate
from .text import Tokens

NOTHING, TASK, TECHNIQUE, TASK_ASIDE, TECHNIQUE_ASIDE = range(5)
CLASSES: Final = ("nothing", "task", "technique", "task aside", "technique aside")
"""What a candidate is: no term, what the paper is about, or what stands in the background ("aside")."""

FACTS: Final = (
    "papers", "annotated", "labelled", "listed_task", "listed_technique", "broad", "ambiguous", "method",
    "optional", "catalogued", "title", "words",
)  # fmt: skip
"""The facts of a form: counts on a logarithmic scale, shares, and marks of the catalogue."""

NUMBERS: Final = (
    *(f"form_{name}" for name in CLASSES), *FACTS, "new", "defined",
    *PLACES, "titled", "occurrences", "sentences", "first_place", "forms", "tokens", "capitals", "inside",
    "always_inside", "contains", "candidates", "text_sentences", "as_method", "as_dataset", "as_own",
    "overlaps_name", *NEARNESS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """What the scorer of names says of a text: by span the probabilities of method, dataset, own; and names.

    `taken` holds the character ranges of the names that were chosen.
    """

    spans: dict[Span, tuple[float, float, float]]
    taken: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class TermText:
    """What the scorer reads of one text: tokens with their keys, candidates, and what the names there are.

    A row of `forms` holds the scores and facts of the form of a candidate, then 1 for a new form and else 0.
    """

    tokens: Tokens
    keys: Sequence[str]
    candidates: Sequence[TermCandidate]
    forms: Floats
    names: Names


@dataclass(frozen=True, slots=True)
class TermFeatures:
    """The candidates of some texts, one after another; no candidate sees those of another text.

    `text` is the number of the text of each candidate and `rank` the number of the candidate in it. `around`
    and `within` list pairs of a candidate and one that contains it, or that it contains, by the first.
    """

    numbers: Floats
    text: Ints
    rank: Ints
    around: tuple[Ints, Ints]
    within: tuple[Ints, Ints]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The occurrences of all candidates: candidate, text, place of the first token and end of each."""

    candidate: Ints
    text: Ints
    firsts: Ints
    lasts: Ints


def occurrences_of(batch: Sequence[TermText], begins: Sequence[int]) -> Occurrences:
    """Return the occurrences of all candidates; `begins` holds the place of the first token of each text."""
    counts = [len(c.spans) for text in batch for c in text.candidates]
    spans = [span for text in batch for c in text.candidates for span in c.spans]
    ends = np.array(spans, dtype=np.int64).reshape(-1, 2)
    text = np.repeat(text_numbers(batch), counts)
    ends += np.array(begins, dtype=np.int64)[text][:, None]
    return Occurrences(np.repeat(np.arange(len(counts)), counts), text, ends[:, 0].copy(), ends[:, 1].copy())


def text_numbers(batch: Sequence[TermText]) -> Ints:
    """Return the number of the text of each candidate."""
    return np.repeat(np.arange(len(batch)), [len(text.candidates) for text in batch])


def _nested(found: Occurrences) -> tuple[Ints, Ints]:
    """Return pairs of occurrences of two candidates, of which the first contains the second."""
    order = np.lexsort((found.lasts, found.firsts))
    firsts, lasts, candidate = found.firsts[order], found.lasts[order], found.candidate[order]
    outer: list[Ints] = []
    inner: list[Ints] = []
    left = np.arange(len(order))
    step = 0
    while len(left):  # at most as often as spans can overlap one
        step += 1
        left = left[: np.searchsorted(left, len(order) - step)]
        left = left[firsts[left + step] < lasts[left]]
        right = left + step
        other = candidate[left] != candidate[right]
        holds = other & (lasts[right] <= lasts[left])
        outer.append(left[holds])
        inner.append(right[holds])
        held = other & (firsts[right] == firsts[left]) & (lasts[right] >= lasts[left])
        outer.append(right[held])
        inner.append(left[held])
    none = np.zeros(0, dtype=np.int64)
    return order[np.concatenate([none, *outer])], order[np.concatenate([none, *inner])]


def _taken_places(batch: Sequence[TermText], begins: Sequence[int], size: int) -> Ints:
    """Return for each place how many tokens before it are part of a chosen name."""
    taken = np.zeros(size + 1, dtype=np.int64)
    for text, begin in zip(batch, begins, strict=True):
        for start, end in text.names.taken:
            first = bisect_right(text.tokens.ends, start)
            last = bisect_left(text.tokens.starts, end)
            if first < last:
                taken[begin + first + 1 : begin + last + 1] = 1
    return taken.cumsum()


def term_features(batch: Sequence[TermText]) -> TermFeatures:
    """Return the features of all candidates of some texts."""
    arrays = token_arrays([text.tokens for text in batch], CUE_NUMBER)
    return batch_features(batch, arrays, occurrences_of(batch, arrays.begins))


def batch_features(batch: Sequence[TermText], arrays: TokenArrays, found: Occurrences) -> TermFeatures:
    """Return the features of all candidates, given the tokens of the texts and the occurrences."""
    text = text_numbers(batch)
    n = len(text)
    candidates = [c for t in batch for c in t.candidates]
    sizes = np.array([len(t.candidates) for t in batch], dtype=np.int64)
    rank = np.arange(n) - (sizes.cumsum() - sizes)[text]
    count = np.bincount(found.candidate, minlength=n)
    first_of = count.cumsum() - count
    share = 1.0 / count
    places = places_in(arrays, [t.tokens for t in batch], found.text, found.firsts, found.lasts)
    places[:, PLACE["plural"]] = [
        is_plural(t.tokens, t.keys, last) for t in batch for c in t.candidates for _, last in c.spans
    ]
    at, place = places.nonzero()
    owner = found.candidate[at]
    outer, inner = _nested(found)
    inside, contains = (_counts(found.candidate[np.unique(spans)], n) for spans in (inner, outer))
    over = arrays.over[found.firsts]
    fresh = np.append(True, (over[1:] != over[:-1]) | (found.candidate[1:] != found.candidate[:-1]))[
        : len(over)
    ]
    taken = _taken_places(batch, arrays.begins, len(arrays.words))
    longest = [(t, *longest_span(c.spans)) for t in batch for c in t.candidates]
    words = [t.tokens.words[first] for t, first, _ in longest]
    numbers = np.zeros((n, len(NUMBERS)))
    width = len(CLASSES) + len(FACTS) + 1
    numbers[:, :width] = np.concatenate([t.forms for t in batch] or [np.zeros((0, width))])
    numbers[:, width] = [c.defined for c in candidates]
    width += 1
    # Counted one by one, as a sum of shares is rounded.
    numbers[:, width : width + len(PLACES)] = np.bincount(
        owner * len(PLACES) + place, weights=share[owner], minlength=n * len(PLACES)
    ).reshape(n, len(PLACES))
    width += len(PLACES)
    lengths = np.array([max(1, len(t.tokens.text)) for t in batch], dtype=np.int64)
    sentences = np.array([len(t.tokens.sentences) for t in batch], dtype=np.int64)
    overlaps = taken[found.lasts] > taken[found.firsts]
    numbers[:, width:] = np.column_stack(
        [
            _counts(found.candidate[places[:, PLACE["in_title"]]], n),
            count,
            _counts(found.candidate[fresh], n),
            arrays.starts[found.firsts[first_of]] / lengths[text],
            [len(c.forms) for c in candidates],
            [last - first for _, first, last in longest],
            [word[0].isupper() + word.isupper() for word in words],
            inside * share,
            inside == count,
            contains * share,
            sizes[text],
            sentences[text],
            _named(batch, n),
            _counts(found.candidate[overlaps], n) * share,
            _nearness(batch, arrays, found, text, numbers[:, 0]),
        ]
    )
    pairs = found.candidate[inner], found.candidate[outer]
    return TermFeatures(numbers, text, rank, _by_first(*pairs), _by_first(*pairs[::-1]))


def _nearness(
    batch: Sequence[TermText], arrays: TokenArrays, found: Occurrences, text: Ints, nothing: Floats
) -> Floats:
    """Return how near each candidate is to the rest of its text; `nothing` is the log odds of no term."""
    words = load_words()
    row = words.number_of.get
    rows = np.zeros(len(arrays.words), dtype=np.int64)
    ends, titles = [], []
    for one, begin in zip(batch, arrays.begins, strict=True):
        ends.append(begin + len(one.tokens))
        titles.append(begin + bisect_left(one.tokens.starts, one.tokens.title_end))
        rows[begin : ends[-1]] = [row(word, 0) for word in one.tokens.lower]
    joined = (arrays.marks == 0) | (arrays.marks == PLAIN_HYPHEN)
    bounds = np.array(arrays.begins), np.array(titles), np.array(ends)
    weight = np.rint(100 * (1 - np.exp(np.minimum(nothing, 0.0)))).astype(np.int64)
    occurrences = found.candidate, found.firsts, found.lasts
    return nearness(words, rows, joined, bounds, occurrences, text, weight)


def _counts(candidates: Ints, n: int) -> Ints:
    return np.bincount(candidates, minlength=n)


def _by_first(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    order = np.argsort(one, kind="stable")
    return one[order], other[order]


def _named(batch: Sequence[TermText], n: int) -> Floats:
    """Return the highest probabilities of method, dataset, own among the occurrences of each candidate."""
    highest = np.zeros((n, 3))
    at: list[int] = []
    rows: list[tuple[float, float, float]] = []
    index = 0
    for text in batch:
        named = text.names.spans.get
        for candidate in text.candidates:
            for span in candidate.spans:
                row = named(span)
                if row is not None:
                    at.append(index)
                    rows.append(row)
            index += 1
    if rows:
        np.maximum.at(highest, at, rows)
    return highest


def trees_input(features: TermFeatures, linear: Floats) -> Floats:
    """Return the input of the first trees: numbers, linear sums, their shares, those of neighbours."""
    shares = softmax(linear)
    return np.hstack([features.numbers, linear, shares, neighbours(features, shares)])


def neighbours(features: TermFeatures, shares: Floats) -> Floats:
    """Return for each candidate what the shares of the others of its text say of it.

    Of two candidates that overlap one is as a rule too long or too short, and of many tasks a text is about
    few: so each candidate sees the highest shares of those that contain it and of those that it contains, the
    sums over all, and its rank among all as a task and as a technique.
    """
    k = len(CLASSES)
    text = features.text
    near = np.zeros((len(shares), 3 * k + 2))
    for at, (own, others) in ((0, features.around), (k, features.within)):
        if len(own):
            begins = np.flatnonzero(np.append(True, own[1:] != own[:-1]))
            near[own[begins], at : at + k] = np.maximum.reduceat(shares[others], begins, axis=0)
    for column in range(k):  # added one by one: the same sum whatever other texts there are
        near[:, 2 * k + column] = np.bincount(text, weights=shares[:, column])[text]
    for at, column in ((3 * k, TASK), (3 * k + 1, TECHNIQUE)):
        near[np.lexsort((-shares[:, column], text)), at] = features.rank
    return near
