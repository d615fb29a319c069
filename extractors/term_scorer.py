"""The model that decides which terms a text is about, and which it only mentions.

Each candidate gets features of its form, which are packaged, and of its occurrences. As for names, a linear
model over words feeds gradient-boosted trees; `extractors.training.terms` makes both.
"""

from __future__ import annotations

import gzip
import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .forest import Floats, Forest, forest_in
from .scorer import softmax
from .term_nearness import NEARNESS, PairTable, load_words, nearness
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
    "overlaps_name", *NEARNESS,
)  # fmt: skip

Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]

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
class _TokenArrays:
    """The tokens of texts one after another, each text with one place more, for what its last token precedes.

    `begins` holds the place of the first token of each text, `words` numbers of words (0: unknown),
    `sentence` the number of the sentence in its text, `over` one that no other text has, -1 where no token
    is, `marks` what stands before a token (`_mark`), `starts` its offset.
    """

    begins: list[int]
    words: Ints
    sentence: Ints
    over: Ints
    marks: Ints
    starts: Ints


_REACH: Final = 10
_FIRST_MARK: Final = (1 << 21) - 1
_LAST_MARK: Final = 21
_COMMA, _HYPHEN = 1 << 42, 1 << 43


def _mark(separator: str) -> int:
    """Return what stands between two tokens: its first and its last sign, and whether it has a comma.

    A sign is its code and 1, so that 0 is none; blanks around do not count.
    """
    mark = separator.strip()
    if not mark:
        return 0
    flags = (_COMMA if "," in mark else 0) | (_HYPHEN if mark == "-" else 0)
    return (ord(mark[0]) + 1) | (ord(mark[-1]) + 1) << _LAST_MARK | flags


def _token_arrays(texts: Sequence[Tokens], number_of: Mapping[str, int]) -> _TokenArrays:
    """Return the tokens of texts as arrays, with room for looking `_REACH` tokens far from any."""
    room = [0] * _REACH
    words, marks, starts, sentence = room[:], room[:], room[:], room[:]
    begins, lengths, most = [], [], 1
    number = number_of.get
    for tokens in texts:
        begins.append(len(words))
        lengths.append(len(tokens) + 1)
        most = max(most, len(tokens.sentences))
        words += [number(word, 0) for word in tokens.lower]
        words.append(0)
        marks += [0 if s == " " else _mark(s) for s in tokens.separators]
        starts += tokens.starts
        starts.append(0)
        sentence += tokens.sentence
        sentence.append(0)
    within = np.array(sentence + room, dtype=np.int64)
    over = np.full(len(within), -1)
    over[_REACH:-_REACH] = within[_REACH:-_REACH] + np.repeat(np.arange(len(texts)) * most, lengths)
    over[[begin + length - 1 for begin, length in zip(begins, lengths, strict=True)]] = -1
    made = (np.array(part + room, dtype=np.int64) for part in (words, marks, starts))
    numbers, before, offsets = made
    return _TokenArrays(begins, numbers, within, over, before, offsets)


_ARTICLES: Final = ("the", "a", "an")
_CUE_NUMBER: Final = {
    word: number
    for number, word in enumerate(sorted({*_LEADS, *_CUES, *_ARTICLES, "and", "or", "for"}), start=1)
}
"""Numbers of the words that PLACES ask for; those of other words are higher."""


def _cue_table(places: Mapping[str, str]) -> Ints:
    """Return for each number of a word the place that it makes, -1 for none."""
    return np.array([-1, *(_PLACE.get(places.get(word, ""), -1) for word in _CUE_NUMBER)])


_LEAD_PLACE: Final = _cue_table(_LEADS)
_CUE_PLACE: Final = _cue_table(_CUES)
_NEXT_PLACE: Final = _cue_table(_CUES | {"and": "next_and", "or": "next_and", "for": "next_for"})
_IS_ARTICLE: Final = np.array([False, *(word in _ARTICLES for word in _CUE_NUMBER)])


def _places(arrays: _TokenArrays, texts: Sequence[Tokens], of: Ints, firsts: Ints, lasts: Ints) -> Marks:
    """Return which PLACES hold at occurrences: a row each; `of` is the number of the text of each.

    `firsts` and `lasts` are places in the arrays. The plural is left out: it asks for the keys.
    """
    marks, over = arrays.marks, arrays.over
    cues = np.where(arrays.words <= len(_CUE_NUMBER), arrays.words, 0)
    found = np.zeros((len(firsts), len(PLACES) + 1), dtype=np.bool_)  # the last column is for none
    rows = np.arange(len(firsts))
    here = over[firsts]
    lead = _LEAD_PLACE[cues[firsts - 1]]
    further = (lead < 0) & _IS_ARTICLE[cues[firsts - 1]] & (over[firsts - 2] == here)
    lead = np.where(further, _LEAD_PLACE[cues[firsts - 2]], lead)
    before = marks[firsts]
    found[rows, np.select(
        [
            over[firsts - 1] != here,
            before >> _LAST_MARK & _FIRST_MARK == _BRACKET,
            before & _COMMA > 0,
            before == 0,
        ],
        [_PLACE["after_start"], _PLACE["after_bracket"], _PLACE["after_comma"], lead],
        -1,
    )] = True  # fmt: skip
    after = marks[lasts]
    cue = _NEXT_PLACE[cues[lasts]]
    further = (cue < 0) & (over[lasts + 1] == here) & (marks[lasts + 1] == 0)
    cue = np.where(further, _CUE_PLACE[cues[lasts + 1]], cue)
    follows = over[lasts] == here
    hyphen = after & _HYPHEN > 0
    sign = after & _FIRST_MARK
    found[rows, np.select(
        [~follows, sign == _BRACKET, sign == _NEXT_COMMA, (after == 0) | hyphen],
        [_PLACE["next_end"], _PLACE["next_bracket"], _PLACE["next_comma"], cue],
        -1,
    )] = True  # fmt: skip
    found[:, _PLACE["next_hyphen"]] = follows & hyphen
    sentence = arrays.sentence[firsts]
    title_end = np.array([tokens.title_end for tokens in texts])
    last = np.array([len(tokens.sentences) - 1 for tokens in texts])
    titled = arrays.starts[firsts] < title_end[of]
    found[:, _PLACE["in_title"]] = titled
    found[:, _PLACE["in_first"]] = ~titled & (sentence == 1)
    found[:, _PLACE["in_last"]] = ~titled & (sentence != 1) & (sentence == last[of])
    return found[:, :-1]


_BRACKET: Final = ord("(") + 1
_NEXT_COMMA: Final = ord(",") + 1


def _is_plural(tokens: Tokens, keys: Sequence[str], last: int) -> bool:
    """Does a phrase that ends before token `last` end with a plural s?"""
    word = tokens.lower[last - 1]
    return word[-1] == "s" and word != keys[last - 1]


def places_of(tokens: Tokens, keys: Sequence[str], spans: Sequence[Span]) -> Marks:
    """Return which PLACES hold at the occurrences of one text, a row each."""
    arrays = _token_arrays([tokens], _CUE_NUMBER)
    ends = np.array(spans, dtype=np.int64).reshape(-1, 2) + arrays.begins[0]
    found = _places(arrays, [tokens], np.zeros(len(ends), dtype=np.int64), ends[:, 0], ends[:, 1])
    found[:, _PLACE["plural"]] = [_is_plural(tokens, keys, last) for _, last in spans]
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


def linear_words(tokens: Tokens, keys: Sequence[str], candidate: TermCandidate) -> list[str]:
    """Return the features of the linear model for one candidate, as words: what the model is fitted on."""
    words = [w for a, b in candidate.spans[:_MOST_READ] for w in words_around(tokens, a, b)]
    first, last = _longest(candidate.spans)
    own = keys[first:last]
    words += (f"h={own[-1]}", f"f={own[0]}", f"h2={' '.join(own[-2:])}")
    words += [f"w={w}" for w in own]
    return list(dict.fromkeys(words))  # in an order that no process changes


def _longest(spans: Sequence[Span]) -> Span:
    return spans[0] if len(spans) == 1 else max(spans, key=lambda s: s[1] - s[0])


class _WordTable:
    """The features of the linear model by the numbers of the words in them, so that none is put together.

    A feature has one word, two, or a word and a sign, as `words_around` and `linear_words` write it.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.number_of: dict[str, int] = dict(_CUE_NUMBER)
        number = self._number
        pairs: dict[str, dict[tuple[int, int], int]] = {name: {} for name in _PAIRS}
        single: dict[str, dict[int, int]] = {name: {} for name in _SINGLE}
        for feature, index in vocabulary.items():
            name, _, words = feature.partition("=")
            if name in single and " " not in words:
                single[name][number(words)] = index
            elif name == "b1":  # "of(" is "of" after "(", or "of(" after nothing
                pairs[name][number(words), 0] = index
                if words and not words[-1].isalnum():
                    pairs[name][number(words[:-1]), ord(words[-1]) + 1] = index
            elif name == "a1":
                pairs[name][number(words), 0] = index
                if words and not words[0].isalnum():
                    pairs[name][number(words[1:]), ord(words[0]) + 1] = index
            elif name in pairs:
                one, _, other = words.partition("_" if name == "x" else " ")
                pairs[name][number(one), number(other)] = index
        self.pairs = {name: PairTable(found) for name, found in pairs.items()}
        self.single: dict[str, Ints] = {}
        for name, found in single.items():
            table = self.single[name] = np.full(len(self.number_of) + 1, -1)
            table[list(found)] = list(found.values())
        for name in ("sb", "sa"):
            known = [n for word, n in self.number_of.items() if word not in _TRIGGERS]
            self.single[name][known] = -1

    def _number(self, word: str) -> int:
        return self.number_of.setdefault(word, len(self.number_of) + 1)

    def around(self, arrays: _TokenArrays, firsts: Ints, lasts: Ints) -> Ints:
        """Return the numbers of the features of `words_around`, a row for each occurrence, -1 for unknown."""
        words, over, marks = arrays.words, arrays.over, arrays.marks
        here = over[firsts]
        begin, end = self.number_of.get("^", 0), self.number_of.get("$", 0)
        before = np.where(over[firsts - 1] == here, words[firsts - 1], begin)
        after = np.where(over[lasts] == here, words[lasts], end)
        second = np.where(over[firsts - 2] == here, words[firsts - 2], 0)
        third = np.where(over[lasts + 1] == here, words[lasts + 1], 0)
        columns = [
            self.pairs["b1"].find(before, marks[firsts] >> _LAST_MARK & _FIRST_MARK),
            self.pairs["a1"].find(after, marks[lasts] & _FIRST_MARK),
            self.pairs["x"].find(before, after),
            self.pairs["b2"].find(second, before),
            self.single["bb"][second],
            self.pairs["a2"].find(after, third),
            self.single["aa"][third],
        ]
        for name, at in (("sb", firsts[:, None] - _FAR), ("sa", lasts[:, None] + _FAR[::-1] - 1)):
            columns.append(np.where(over[at] == here[:, None], self.single[name][words[at]], -1))
        return np.column_stack(columns)

    def inside(self, own: Ints, lengths: Ints) -> Ints:
        """Return the numbers of the features of a form, a row each; `own` holds its words, padded by 0."""
        rows = np.arange(len(own))
        head = own[rows, lengths - 1]
        before = own[rows, lengths - 2]
        two = np.where(lengths > 1, self.pairs["h2"].find(before, head), self.single["h2"][head])
        return np.column_stack(
            [self.single["h"][head], self.single["f"][own[:, 0]], two, self.single["w"][own]]
        )


_PAIRS: Final = ("b1", "a1", "x", "b2", "a2", "h2")
_SINGLE: Final = ("bb", "aa", "sb", "sa", "h", "f", "h2", "w")
_FAR: Final = np.arange(_REACH, 0, -1)


@dataclass(frozen=True, slots=True)
class _Occurrences:
    """The occurrences of all candidates: candidate, text, place of the first token and end of each."""

    candidate: Ints
    text: Ints
    firsts: Ints
    lasts: Ints


def _occurrences(batch: Sequence[TermText], begins: Sequence[int]) -> _Occurrences:
    counts = [len(c.spans) for text in batch for c in text.candidates]
    spans = [span for text in batch for c in text.candidates for span in c.spans]
    ends = np.array(spans, dtype=np.int64).reshape(-1, 2)
    text = np.repeat(text_numbers(batch), counts)
    ends += np.array(begins, dtype=np.int64)[text][:, None]
    return _Occurrences(np.repeat(np.arange(len(counts)), counts), text, ends[:, 0].copy(), ends[:, 1].copy())


def text_numbers(batch: Sequence[TermText]) -> Ints:
    """Return the number of the text of each candidate."""
    return np.repeat(np.arange(len(batch)), [len(text.candidates) for text in batch])


def _nested(found: _Occurrences) -> tuple[Ints, Ints]:
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
    arrays = _token_arrays([text.tokens for text in batch], _CUE_NUMBER)
    return _features(batch, arrays, _occurrences(batch, arrays.begins))


def _features(batch: Sequence[TermText], arrays: _TokenArrays, found: _Occurrences) -> TermFeatures:
    text = text_numbers(batch)
    n = len(text)
    candidates = [c for t in batch for c in t.candidates]
    sizes = np.array([len(t.candidates) for t in batch], dtype=np.int64)
    rank = np.arange(n) - (sizes.cumsum() - sizes)[text]
    count = np.bincount(found.candidate, minlength=n)
    first_of = count.cumsum() - count
    share = 1.0 / count
    places = _places(arrays, [t.tokens for t in batch], found.text, found.firsts, found.lasts)
    places[:, _PLACE["plural"]] = [
        _is_plural(t.tokens, t.keys, last) for t in batch for c in t.candidates for _, last in c.spans
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
    longest = [(t, *_longest(c.spans)) for t in batch for c in t.candidates]
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
            _counts(found.candidate[places[:, _PLACE["in_title"]]], n),
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
    batch: Sequence[TermText], arrays: _TokenArrays, found: _Occurrences, text: Ints, nothing: Floats
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
    joined = (arrays.marks == 0) | (arrays.marks == _PLAIN_HYPHEN)
    bounds = np.array(arrays.begins), np.array(titles), np.array(ends)
    weight = np.rint(100 * (1 - np.exp(np.minimum(nothing, 0.0)))).astype(np.int64)
    occurrences = found.candidate, found.firsts, found.lasts
    return nearness(words, rows, joined, bounds, occurrences, text, weight)


_PLAIN_HYPHEN: Final = _mark("-")


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
        self.heads, self._new_bias, self._bias = heads, new_bias, bias
        none = np.zeros((1, len(CLASSES)))
        self._ends = np.vstack([*heads.values(), *firsts.values(), none])
        self._head_row = {word: row for row, word in enumerate(heads)}
        self._first_row = {word: row for row, word in enumerate(firsts, start=len(heads))}
        self._words = _WordTable(vocabulary)
        self._weights = np.vstack([weights, none])
        self._first, self._second = forests

    def likely_forms(
        self, keys: Sequence[Sequence[str]], found: Sequence[Sequence[TermCandidate]], known: TermForms
    ) -> list[tuple[list[TermCandidate], Floats]]:
        """Return for each text the candidates that are terms in a tenth of texts by their forms, with rows.

        A row holds the scores and facts of the form, then 1 for a new form and else 0.
        """
        candidates = [candidate for of_text in found for candidate in of_text]
        at = np.array([candidate.row for candidate in candidates], dtype=np.int64)
        k = len(CLASSES)
        rows = np.zeros((len(at), k + len(FACTS) + 1))
        if len(known.scores):
            rows[:, :k] = (known.scores[at] - 128.0) / 16.0
            rows[:, k:-1] = known.facts[at] / 255.0
        ends = [
            (own[last - 1], own[first])
            for own, of_text in zip(keys, found, strict=True)
            for candidate in of_text
            if candidate.row < 0
            for first, last in candidate.spans[:1]
        ]
        new = at < 0
        none = len(self._ends) - 1
        scores = self._new_bias + self._ends[[self._head_row.get(head, none) for head, _ in ends]]
        scores += self._ends[[self._first_row.get(first, none) for _, first in ends]]
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        rows[new] = 0.0
        rows[new, :k] = scores.clip(-8.0, 7.9)
        rows[new, -1] = 1.0
        likely = rows[:, 0] <= _MOST_NOTHING
        parts = []
        begin = 0
        for of_text in found:
            end = begin + len(of_text)
            kept = likely[begin:end]
            chosen = [c for c, keep in zip(of_text, kept.tolist(), strict=True) if keep]
            parts.append((chosen, rows[begin:end][kept]))
            begin = end
        return parts

    def linear(self, batch: Sequence[TermText]) -> Floats:
        """Return the sums of the linear model for all candidates of some texts, shape (n, 5)."""
        arrays = _token_arrays([text.tokens for text in batch], self._words.number_of)
        return self._linear(batch, arrays, _occurrences(batch, arrays.begins))

    def _linear(self, batch: Sequence[TermText], arrays: _TokenArrays, found: _Occurrences) -> Floats:
        n = int(found.candidate[-1]) + 1
        count = np.bincount(found.candidate)
        early = np.arange(len(found.candidate)) - (count.cumsum() - count)[found.candidate] < _MOST_READ
        around = self._words.around(arrays, found.firsts[early], found.lasts[early])
        number, own, lengths = self._words.number_of.get, [], []
        for text in batch:
            for candidate in text.candidates:
                first, last = _longest(candidate.spans)
                own += [number(key, 0) for key in text.keys[first:last]]
                own += [0] * (LONGEST_TERM - last + first)
                lengths.append(last - first)
        inside = self._words.inside(np.array(own).reshape(-1, LONGEST_TERM), np.array(lengths))
        owner = np.concatenate(
            [np.repeat(found.candidate[early], around.shape[1]), np.repeat(np.arange(n), inside.shape[1])]
        )
        features = np.concatenate([around.reshape(-1), inside.reshape(-1)])
        known = features >= 0
        owner, features = owner[known], features[known]
        order = np.argsort(owner, kind="stable")
        owner, features = owner[order], features[order]
        # Each feature once a candidate, where it first stands: sums depend on the order.
        _, places = np.unique(owner * len(self._weights) + features, return_index=True)
        places.sort()
        owner, features = owner[places], features[places]
        # A row of zeros ends the features of each candidate, so that each has one.
        size = np.bincount(owner, minlength=n) + 1
        rows = np.full(len(owner) + n, len(self._weights) - 1)
        rows[np.arange(len(owner)) + owner] = features
        sums: Floats = np.add.reduceat(self._weights[rows], size.cumsum() - size, axis=0) + self._bias
        return sums

    def score(self, batch: Sequence[TermText]) -> list[Floats]:
        """Return the probabilities of CLASSES for the candidates of each text, shape (n, 5)."""
        sizes = [len(text.candidates) for text in batch]
        if not sum(sizes):
            return [np.zeros((0, len(CLASSES))) for _ in batch]
        arrays = _token_arrays([text.tokens for text in batch], self._words.number_of)
        found = _occurrences(batch, arrays.begins)
        features = _features(batch, arrays, found)
        rows = trees_input(features, self._linear(batch, arrays, found))
        shares = first_shares(self._first, rows)
        second, undecided = second_input(features, rows, shares)
        shares[undecided] = softmax(self._second.raw(second))
        return np.split(shares, np.cumsum(sizes)[:-1])


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
