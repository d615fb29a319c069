"""The context of candidates' occurrences: what `extractors.features` is computed from.

The texts of a batch lie in arrays one after another, and each question is asked of all occurrences at once:
nothing is read across texts, so an occurrence gets the same answers in any batch. A place is an index into
these arrays; place 0 holds no token and stands for "none".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .candidates import Candidate, Span, shape_of
from .gazetteer import CLASSES, trigger_classes
from .text import Tokens

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

CLOSING: Final = " )]}\"'”’»*$"
_LONGEST_LIST: Final = 12
_LEADS: Final = frozenset({
    "such", "as", "like", "including", "include", "includes", "e", "g", "i", "namely", "called", "named",
    "termed", "dubbed", "coined", "titled", "entitled", "the", "we", "call", "name", "term", "which", "e.g",
    "i.e", "denoted", "referred", "to", "viz", "is",
})  # fmt: skip
"""Words between a head noun and the names that it announces: "datasets such as", "a benchmark called"."""
_PROPOSING: Final = ("introduce", "present", "propose", "develop")
_METHOD_VERBS: Final = (*_PROPOSING, "devise", "design")
_DATA_VERBS: Final = (
    *_PROPOSING, "release", "construct", "create", "build", "curate", "collect", "contribute", "establish",
    "provide",
)  # fmt: skip
_VERBS: Final = tuple(dict.fromkeys(_METHOD_VERBS + _DATA_VERBS))
# "propose QuillNet, a new framework" of "We propose QuillNet, a new framework"; not "We propose QuillNet.".
_INTRODUCES_METHOD: Final = re.compile(
    rf"\b(?:{'|'.join(_METHOD_VERBS)})\w*\b"
    r"[^.]{0,90}\b(?:model|method|approach|framework|algorithm|network|architecture|technique|module|system"
    r"|paradigm|strategy|pipeline|mechanism|loss|agent|optimizer|estimator|scheme)s?\b",
    re.I,
)
# "release Quill-1M, a large corpus" of "We release Quill-1M, a large corpus"; not "We use a large corpus".
_INTRODUCES_DATA: Final = re.compile(
    rf"\b(?:{'|'.join(_DATA_VERBS)})\w*\b"
    r"[^.]{0,90}\b(?:dataset|benchmark|corpus|test suite|testbed|challenge|leaderboard|database"
    r"|collection)s?\b",
    re.I,
)
# "ı", which is also an i where case is ignored; not "i".
_FOLDS_TO_ASCII: Final = re.compile("[İıſ\u212a]")

_DATASET, _MODEL, _ALGORITHM = 1, 2, 3  # classes of words: one more than the index in CLASSES, 0 for none
_LAST_HEAD: Final = 6
_FIRST_CLASSES: Final = 5
_NO_SENTENCE: Final = -2
_PROPOSE: Final = CLASSES.index("propose")

# What is asked of a word beside its class.
_AND, _AND_OR, _BE, _IS, _ARTICLE, _RELATION, _LEAD, _OUR, _ON, _WITH, _SUCH = (1 << i for i in range(11))
_MARKED: Final[dict[int, frozenset[str]]] = {
    _AND: frozenset({"and", "or", "&"}),
    _AND_OR: frozenset({"and", "or"}),
    _BE: frozenset({"is", "was", "are"}),
    _IS: frozenset({"is"}),
    _ARTICLE: frozenset({"a", "an", "the", "our"}),
    _RELATION: frozenset({"for", "of", "to", "that", "which", "with", "in", "on"}),
    _LEAD: _LEADS,
    _OUR: frozenset({"our"}),
    _ON: frozenset({"on"}),
    _WITH: frozenset({"with", "using", "via", "by", "over"}),
    _SUCH: frozenset({"such", "like", "including", "e", "namely"}),
}

# What is asked of a separator: see `_separator_marks`.
(
    _OPENS, _CLOSES, _JOINS, _BLANK, _COMMA, _SLASH, _CLOSED, _CLOSED_COMMA, _CLOSED_SLASH, _BRACKET_COMMA,
    _AFTER_BRACKET, _BEFORE_BRACKET, _HYPHEN, _ENDS, _STANDS_APART, _COLON, _CONTINUES, _NEXT,
) = (1 << i for i in range(18))  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordTable:
    """The words that are asked about: `code_of` gives a word's index in the others; 0 is any other word."""

    code_of: dict[str, int]
    words: list[str]
    classes: Ints
    marks: Ints


@cache
def word_table() -> WordTable:
    """Return the words with a class or a mark."""
    classes = trigger_classes()
    words = ["", *sorted(set(classes).union(*_MARKED.values()))]
    return WordTable(
        {word: code for code, word in enumerate(words) if code},
        words,
        np.array([CLASSES.index(classes[w]) + 1 if w in classes else 0 for w in words]),
        np.array([sum(mark for mark, marked in _MARKED.items() if w in marked) for w in words]),
    )


@lru_cache(maxsize=1 << 12)
def _separator_marks(separator: str) -> int:
    """Return what a separator is, as a sum of marks."""
    bare, closed = separator.strip(), separator.strip(CLOSING)
    apart = bare.lstrip(CLOSING)
    true = {
        _OPENS: bare[-1:] in ("(", "["),
        _CLOSES: bare[:1] in (")", "]"),
        _JOINS: separator in (" ", "-", "–", "/"),
        _BLANK: bare == "",
        _COMMA: bare == ",",
        _SLASH: bare == "/",
        _CLOSED: closed == "",
        _CLOSED_COMMA: closed == ",",
        _CLOSED_SLASH: closed == "/",
        _BRACKET_COMMA: bare == "),",
        _AFTER_BRACKET: separator.startswith(")"),
        _BEFORE_BRACKET: separator.endswith("("),
        _HYPHEN: separator == "-",
        _ENDS: apart == "",
        _STANDS_APART: apart in (",", ":", "(", "—", "--", "–") or bare == ")",
        _COLON: apart == ":",
        _CONTINUES: bare in ("", "-", "–", ",", "/"),
        _NEXT: separator in (" ", "-"),
    }
    return sum(mark for mark, holds in true.items() if holds)


def pairs_of(begin: Ints, end: Ints, *, most: int = 1 << 20) -> Iterator[tuple[Ints, Ints]]:
    """Yield the pairs (i, j) with j in range(begin[i], end[i]) as two arrays, about `most` at a time."""
    counts = np.maximum(end - begin, 0)
    before = np.concatenate(([0], np.cumsum(counts)))
    start = 0
    while start < len(counts):
        stop = max(start + 1, int(np.searchsorted(before, before[start] + most, side="right")) - 1)
        owner = np.repeat(np.arange(start, stop), counts[start:stop])
        yield owner, np.arange(before[start], before[stop]) - before[owner] + begin[owner]
        start = stop


def different(numbers: Ints) -> Ints:
    """Return the different numbers, sorted (`numpy.unique` takes ten times as long)."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]


class TextBatch:
    """The tokens of some texts in arrays, and where their candidates occur.

    A place without a token, in no sentence, is before the first text and after each; it has the separator
    at the end of its text. Occurrences are in the order of candidates and positions. `labels` holds how often
    each candidate's form is a method and a dataset elsewhere.
    """

    def __init__(
        self, texts: Sequence[tuple[Tokens, Sequence[Candidate]]], labels: Sequence[Sequence[float]]
    ) -> None:
        self.texts = texts
        self.candidates = [c for _, candidates in texts for c in candidates]
        self.words: list[str] = ["¶"]  # in small letters
        self.cased: list[str] = [""]
        self.separators: list[str] = [""]
        sentences, spans = [_NO_SENTENCE], list[Span]()
        bases, titled, headed = [], [], []
        for tokens, candidates in texts:
            title_end = tokens.title_end
            colon = tokens.text.find(": ", 0, title_end + 1)
            bases.append(len(self.words))
            titled.append(len(self.words) + bisect_left(tokens.starts, title_end))
            headed.append(len(self.words) + (bisect_right(tokens.ends, colon) if colon > 0 else 0))
            self.words += tokens.lower
            self.words.append("¶")
            self.cased += tokens.words
            self.cased.append("")
            self.separators += tokens.separators
            sentences += tokens.sentence
            sentences.append(_NO_SENTENCE)
            for candidate in candidates:
                spans += candidate.spans
        self.bounds = [0, *accumulate(len(candidates) for _, candidates in texts)]
        self.base, self.title_end, self.head_end = np.array(bases), np.array(titled), np.array(headed)
        self.text_of = np.repeat(np.arange(len(texts)), np.diff(self.bounds))  # by candidate
        counts = np.array([len(c.spans) for c in self.candidates])
        self.starts = np.cumsum(counts) - counts  # the first occurrence of each candidate
        self.counts = counts
        self.candidate = np.repeat(np.arange(len(counts)), counts)
        places = np.array(spans) + self.base[self.text_of[self.candidate]][:, None]
        self.first, self.last = np.ascontiguousarray(places.T)
        self._read_tokens(sentences)
        self._read_spans(labels)

    def _read_tokens(self, sentences: list[int]) -> None:
        table, size = word_table(), len(self.words)
        code_of = table.code_of
        self.code = np.fromiter([code_of.get(word, 0) for word in self.words], np.int64, size)
        self.classes, self.marks = table.classes[self.code], table.marks[self.code]
        self.separator_marks = np.fromiter(map(_separator_marks, self.separators), np.int64, size)
        self.sentence = np.fromiter(sentences, np.int64, size)
        self.gap = self.sentence == _NO_SENTENCE
        self.is_head = (self.classes > 0) & (self.classes <= _LAST_HEAD)
        changes = np.flatnonzero(np.diff(self.sentence, prepend=_NO_SENTENCE - 1))
        lengths = np.diff(changes, append=size)
        self.sentence_start = np.repeat(changes, lengths)
        self.sentence_end = np.repeat(changes + lengths, lengths)

    def _read_spans(self, labels: Sequence[Sequence[float]]) -> None:
        size = len(self.words)
        self.longest_end = np.zeros(size, dtype=np.int64)  # by first token, of spans that begin there
        np.maximum.at(self.longest_end, self.first, self.last)
        self.earliest = np.full(size, size)  # by end, of spans that end there
        np.minimum.at(self.earliest, self.last, self.first)
        self.earliest[self.earliest == size] = 0
        self.by_first = np.argsort(self.first, kind="stable")
        self.sorted_first = self.first[self.by_first]
        # What is known of the names that begin at a token: above 0 a method, below 0 a dataset.
        self.kind = np.zeros(size, dtype=np.int64)
        typed: dict[int, tuple[float, float]] = {}
        firsts = self.first.tolist()
        for index, (candidate, (method, dataset)) in enumerate(zip(self.candidates, labels, strict=True)):
            for entry in candidate.entries:
                method += entry.kind == "method" and not entry.generic
                dataset += entry.kind == "dataset"
            if method or dataset:
                start = int(self.starts[index])
                for first in firsts[start : start + len(candidate.spans)]:
                    typed[first] = max(typed.get(first, (0.0, 0.0)), (method, dataset))
        for first, (method, dataset) in typed.items():
            self.kind[first] = (method > dataset) - (dataset > method)

    def word_has(self, mark: int, places: Ints) -> Flags:
        """Return which places hold a word with one of the marks."""
        found: Flags = (self.marks[places] & mark) != 0
        return found

    def separator_has(self, mark: int, places: Ints) -> Flags:
        """Return which places follow a separator with one of the marks."""
        found: Flags = (self.separator_marks[places] & mark) != 0
        return found

    def opens(self, places: Ints) -> Flags:
        """Return which places are the first in parentheses."""
        return self.separator_has(_OPENS, places)

    def resume(self, last: Ints) -> Ints:
        """Return the first token after each span, and after the parentheses that follow it."""
        found = last.copy()
        waiting = np.flatnonzero(self.separator_has(_OPENS, last) & ~self.gap[last])
        for step in range(1, 12):
            if not len(waiting):
                break
            at = last[waiting] + step
            gap = self.gap[at]
            inside = gap | (self.sentence[at] == self.sentence[last[waiting] - 1])
            closed = inside & self.separator_has(_CLOSES, at)
            found[waiting[closed]] = at[closed]
            waiting = waiting[inside & ~closed & ~gap]
        return found

    def heads_after(self, last: Ints) -> Ints:
        """Return the first trigger noun after each span, within four words and before any punctuation."""
        found, begin = np.zeros_like(last), self.resume(last)
        waiting = np.arange(len(last))
        for step in range(4):
            at = begin[waiting] + step
            joined = self.separator_has(_JOINS if step else _JOINS | _CLOSED, at)
            waiting = waiting[joined & (self.sentence[at] == self.sentence[last[waiting] - 1])]
            waiting = self._settle(found, waiting, begin[waiting] + step)
        return found

    def heads_before(self, first: Ints) -> Ints:
        """Return the noun that announces each name: "a benchmark called X", "datasets such as X"."""
        found, waiting = np.zeros_like(first), np.arange(len(first))
        for step in range(1, 7):
            at = first[waiting] - step
            waiting = waiting[self.sentence[at] == self.sentence[first[waiting]]]
            waiting = self._settle(found, waiting, first[waiting] - step)
            waiting = waiting[self.word_has(_LEAD, first[waiting] - step)]
        return found

    def _settle(self, found: Ints, waiting: Ints, at: Ints) -> Ints:
        """Write down the places of head nouns; return those that go on waiting."""
        hit = self.is_head[at]
        found[waiting[hit]] = at[hit]
        left: Ints = waiting[~hit]
        return left

    def list_ends(self, last: Ints) -> Ints:
        """Return the end of the last member of the list in which each span ends."""
        end, active = last.copy(), np.arange(len(last))
        for _ in range(_LONGEST_LIST):
            at = self.resume(end[active])
            joint = self.separator_has(_CLOSED | _CLOSED_COMMA, at) & self.word_has(_AND, at)
            goes_on = joint | self.separator_has(_CLOSED_COMMA | _CLOSED_SLASH, at)
            goes_on &= self.sentence[at] == self.sentence[end[active] - 1]
            further = self.longest_end[at + joint]
            goes_on &= further > 0
            active = active[goes_on]
            if not len(active):
                break
            end[active] = further[goes_on]
        return end

    def list_begins(self, first: Ints) -> Ints:
        """Return the first token of the list in which each span begins."""
        begin, active = first.copy(), np.arange(len(first))
        for _ in range(_LONGEST_LIST):
            at = begin[active]
            goes_on = self.sentence[at - 1] == self.sentence[at]
            joint = self.word_has(_AND_OR, at - 1) & self.separator_has(_BLANK, at)
            at = at - joint
            goes_on &= np.where(
                joint,
                ~self.gap[at - 1] & self.separator_has(_CLOSED | _CLOSED_COMMA, at),
                self.separator_has(_CLOSED_COMMA | _CLOSED_SLASH, at),
            )
            closes = np.flatnonzero(goes_on & self.separator_has(_CLOSES, at))
            at[closes] = self._opened(at[closes])
            further = self.earliest[at]
            goes_on &= further > 0
            active = active[goes_on]
            if not len(active):
                break
            begin[active] = further[goes_on]
        return begin

    def _opened(self, closed: Ints) -> Ints:
        """Return where the parentheses that close before each place open, less than twelve tokens back."""
        found, waiting = np.zeros_like(closed), np.arange(len(closed))
        for step in range(1, 12):
            at = closed[waiting] - step
            inside = ~self.gap[at] & ~self.gap[at - 1]
            opened = inside & self.separator_has(_OPENS, at)
            found[waiting[opened]] = at[opened]
            waiting = waiting[inside & ~opened]
        return found

    def appositions(self, last: Ints) -> Ints:
        """Return the head of ", a large benchmark", "is a corpus of", ": a framework", "(a dataset)"."""
        found, after = self._appositions_at(last), self.resume(last)
        further = np.flatnonzero((found == 0) & (after != last))
        found[further] = self._appositions_at(after[further])
        return found

    def _appositions_at(self, last: Ints) -> Ints:
        is_verb = self.separator_has(_ENDS, last) & self.word_has(_BE, last)
        begin = last + (is_verb & ~self.gap[last])
        waiting = np.flatnonzero(
            ~self.gap[last]
            & (is_verb | self.separator_has(_STANDS_APART, last))
            & (self.word_has(_ARTICLE, begin) | self.separator_has(_COLON, last))
        )
        found = np.zeros_like(last)
        for step in range(9):
            at = begin[waiting] + step
            goes_on = ~self.gap[at] & ~self.word_has(_RELATION, at)
            if step:
                goes_on &= self.separator_has(_CONTINUES, at)
            waiting, at = waiting[goes_on], at[goes_on]
            above = self.classes[at + 1]
            compound = self.separator_has(_NEXT, at + 1) & (above > 0) & (above <= _ALGORITHM)
            hit = self.is_head[at] & ~compound
            found[waiting[hit]] = at[hit]
            waiting = waiting[~hit]
        return found

    def _spans_at(self, places: Ints) -> Iterator[tuple[Ints, Ints]]:
        """Yield pairs of an index into `places` and an occurrence that begins there."""
        begin = np.searchsorted(self.sorted_first, places)
        end = np.searchsorted(self.sorted_first, places, side="right")
        for owner, member in pairs_of(begin, end):
            yield owner, self.by_first[member]

    def starting(self, places: Ints) -> Ints:
        """Return where each place is in the order of first tokens."""
        return np.searchsorted(self.sorted_first, places)


class Occurrences:
    """What the text says around all occurrences of a batch.

    `counts` has a row an occurrence and the columns COUNTED. `heads`, `tails`, `leads` and `appositions` are
    places of nouns that say what a name is: after it, after its list, before its list, set beside it. The
    other three hold pairs of candidates, sorted: one and another that it is listed with, that contains an
    occurrence of it, that an occurrence of it contains.
    """

    def __init__(self, batch: TextBatch) -> None:
        self.batch = batch
        first, last = batch.first, batch.last
        self.heads = batch.heads_after(last)
        self.tails = batch.heads_after(batch.list_ends(last))
        self.leads = batch.heads_before(batch.list_begins(first))
        self.appositions = batch.appositions(last)
        columns = [
            _one_hot(batch.classes[self.heads], _LAST_HEAD),
            self._near(),
            self._placed(),
            self._overlaps(),
            self._before(),
            self._listed(),
            self._named(),
            _one_hot(batch.classes[self.tails], _FIRST_CLASSES),
            _one_hot(batch.classes[self.leads], _FIRST_CLASSES),
        ]
        self.counts = np.hstack(columns)

    def _within_sentence(self, before: int) -> Ints:
        """Return the first of at most so many tokens before each occurrence in its sentence."""
        batch = self.batch
        begin: Ints = np.maximum(batch.first - before, batch.sentence_start[batch.first])
        return begin

    def _near(self) -> Ints:
        """Count the words of each class within eight tokens of the sentence."""
        batch = self.batch
        known = np.zeros((len(batch.words) + 1, len(CLASSES) + 1), dtype=np.int64)
        known[np.arange(1, len(known)), batch.classes] = 1
        until = np.cumsum(known, axis=0)[:, 1:]  # how many are before a place
        begin = self._within_sentence(8)
        end = np.maximum(batch.last, np.minimum(batch.last + 8, batch.sentence_end[batch.first]))
        self._proposed = (until[batch.first, _PROPOSE] > until[begin, _PROPOSE])[:, None]
        near: Ints = until[batch.first] - until[begin] + until[end] - until[batch.last]
        return near

    def _placed(self) -> Ints:
        """Is it in the title, before the title's colon, in a new sentence, at the begin of one?"""
        batch, first = self.batch, self.batch.first
        text = batch.text_of[batch.candidate]
        titled = first < batch.title_end[text]
        sentence = batch.sentence[first]
        new = np.ones(len(first), dtype=bool)
        new[1:] = sentence[1:] != sentence[:-1]
        new[batch.starts] = True
        opening = batch.sentence[first - 1] != sentence
        self.titled = titled
        return np.column_stack([titled, titled & (batch.last <= batch.head_end[text]), new, opening])

    def _overlaps(self) -> Ints:
        """Count the spans that contain an occurrence and those that it contains."""
        batch, size = self.batch, len(self.batch.first)
        counts = np.zeros((2, size), dtype=np.int64)
        begin, end = batch.starting(batch.first - 6), batch.starting(batch.last)
        found: tuple[list[Ints], list[Ints]] = ([], [])
        for owner, position in pairs_of(begin, end):
            member = batch.by_first[position]
            earlier, later = batch.first[member] - batch.first[owner], batch.last[member] - batch.last[owner]
            other = (earlier != 0) | (later != 0)
            for side, overlaps in enumerate((
                other & (earlier <= 0) & (later >= 0), other & (earlier >= 0) & (later <= 0),
            )):  # fmt: skip
                counts[side] += np.bincount(owner[overlaps], minlength=size)
                found[side].append(self._pairs(owner[overlaps], member[overlaps]))
        self.around, self.within = map(_united, found)
        return counts.T

    def _pairs(self, owner: Ints, member: Ints) -> Ints:
        """Return the different pairs of candidates of pairs of occurrences, as one number each."""
        candidate = self.batch.candidate
        return different(candidate[owner] * len(self.batch.candidates) + candidate[member])

    def _before(self) -> Ints:
        """Which words are before it, and what is around it?"""
        batch, first, last = self.batch, self.batch.first, self.batch.last
        seen = [self._proposed[:, 0]]
        for mark, most in ((_OUR, 2), (_ON, 2), (_WITH, 2), (_SUCH, 6)):
            begin, found = self._within_sentence(most), np.zeros(len(first), dtype=bool)
            for step in range(1, most + 1):
                at = np.maximum(first - step, 0)
                found |= (at >= begin) & batch.word_has(mark, at)
            seen.append(found)
        inside = ~batch.gap[last]
        seen.append(
            inside & (batch.separator_has(_AFTER_BRACKET, last) | batch.separator_has(_BEFORE_BRACKET, first))
        )
        return np.column_stack(seen)

    def _listed(self) -> Ints:
        """Is it in a list, and of what kind are the known names next to it in that list?"""
        batch, first, last = self.batch, self.batch.first, self.batch.last
        joint = batch.separator_has(_BLANK | _COMMA, last) & batch.word_has(_AND, last)
        after = np.flatnonzero(
            ~batch.gap[last] & (joint | batch.separator_has(_COMMA | _SLASH | _BRACKET_COMMA, last))
        )
        next_to = last[after] + joint[after]
        known = batch.longest_end[next_to] > 0
        owners, neighbours = [after[known]], [next_to[known]]
        direct = batch.separator_has(_COMMA | _SLASH, first)
        joined = batch.word_has(_AND_OR, first - 1) & batch.separator_has(_BLANK | _COMMA, first - 1)
        by_last = np.argsort(batch.last, kind="stable")
        sorted_last = batch.last[by_last]
        for before, close in ((first, direct), (first - 1, joined)):
            chosen = np.flatnonzero(close)
            begin = np.searchsorted(sorted_last, before[chosen])
            end = np.searchsorted(sorted_last, before[chosen], side="right")
            for owner, position in pairs_of(begin, end):
                at = batch.first[by_last[position]]
                recent = at >= first[chosen[owner]] - 7
                owners.append(chosen[owner[recent]])
                neighbours.append(at[recent])
        owner, neighbour = np.concatenate(owners), np.concatenate(neighbours)
        kind = batch.kind[neighbour]
        size = len(first)
        seen = [np.bincount(o, minlength=size) > 0 for o in (owner, owner[kind < 0], owner[kind > 0])]
        begin, end = batch.starting(neighbour), batch.starting(neighbour + 1)
        self.listed = _united([
            self._pairs(owner[i], batch.by_first[position]) for i, position in pairs_of(begin, end)
        ])  # fmt: skip
        return np.column_stack(seen)

    def _named(self) -> Ints:
        """What follows it, what is it said to be, and which kinds do the nouns next to it name outright?"""
        batch, last = self.batch, self.batch.last
        inside = ~batch.gap[last]
        after = map(batch.cased.__getitem__, last.tolist())
        number = [word[:1].isdigit() and shape_of(word) == "n" for word in after]
        apposed = batch.classes[self.appositions]
        is_method = (apposed == _MODEL) | (apposed == _ALGORITHM)
        verb = batch.word_has(_IS, last)
        seen = [inside & batch.separator_has(_HYPHEN, last), apposed == _DATASET, is_method, number]
        seen += [verb & (apposed == _DATASET), verb & is_method]
        nouns = batch.classes[np.column_stack((self.heads, self.tails, self.leads, self.appositions))]
        seen.append((nouns == _DATASET).any(axis=1))
        seen.append(((nouns == _MODEL) | (nouns == _ALGORITHM)).any(axis=1))
        seen.append((nouns > _ALGORITHM).any(axis=1))
        return np.column_stack(seen)

    def summed(self) -> NDArray[np.float64]:
        """Return the counts of each candidate, shape (candidates, columns)."""
        sums: NDArray[np.float64] = np.add.reduceat(self.counts, self.batch.starts).astype(np.float64)
        return sums


def _one_hot(classes: Ints, most: int) -> Ints:
    """Return a column for each of the first classes."""
    columns: Ints = (classes[:, None] == np.arange(1, most + 1)).astype(np.int64)
    return columns


def _united(parts: Sequence[Ints]) -> Ints:
    """Return the different numbers of sorted arrays, sorted."""
    if len(parts) == 1:
        return parts[0]
    return different(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)


def document_numbers(batch: TextBatch) -> NDArray[np.float64]:
    """Return what each text says of itself, shape (texts, 8): see `features.NUMBERS`, doc_*."""
    texts = len(batch.texts)
    sizes = np.array([len(tokens) for tokens, _ in batch.texts])
    text = np.repeat(np.arange(texts), sizes + 1)
    text = np.concatenate((text[:1], text))
    classes = batch.classes
    of_data, of_method = classes == _DATASET, (classes == _MODEL) | (classes == _ALGORITHM)
    titled = np.arange(len(text)) < batch.title_end[text]
    begun = np.zeros(len(text), dtype=bool)
    begun[batch.first] = True
    return np.column_stack([
        np.bincount(text[of_data], minlength=texts),
        np.bincount(text[of_method], minlength=texts),
        np.array([count_claims(tokens.text) for tokens, _ in batch.texts]),
        np.bincount(text[of_data & titled], minlength=texts),
        np.bincount(text[of_method & titled], minlength=texts),
        np.diff(batch.bounds),
        np.bincount(text[begun], minlength=texts),
    ]).astype(np.float64)  # fmt: skip


def count_claims(text: str) -> tuple[int, int]:
    """Return how many times a text says that it introduces data, and that it introduces a method.

    To look for the verbs as strings first takes a tenth of the time of the patterns alone.
    """
    if not text.isascii() and _FOLDS_TO_ASCII.search(text):
        return len(_INTRODUCES_DATA.findall(text)), len(_INTRODUCES_METHOD.findall(text))
    lower, places = text.lower(), list[int]()
    for verb in _VERBS:
        at = lower.find(verb)
        while at >= 0:
            places.append(at)
            at = lower.find(verb, at + 1)
    places.sort()
    return _count_at(_INTRODUCES_DATA, places, text), _count_at(_INTRODUCES_METHOD, places, text)


def _count_at(pattern: re.Pattern[str], places: Sequence[int], text: str) -> int:
    """Return how many matches begin at one of the places and do not overlap."""
    count = end = 0
    for at in places:
        if at >= end and (match := pattern.match(text, at)):
            count, end = count + 1, match.end()
    return count
