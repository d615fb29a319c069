"""What stands around the occurrences of a term: words, signs, and where in the text that is.

The tokens of a batch of texts lie in arrays, one text after another, so that what stands around all
occurrences is read at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .term_nearness import Ints, PairTable
from .terms import Span, TermCandidate, term_cues
from .text import Tokens

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

PLACE: Final = {name: i for i, name in enumerate(PLACES)}

Marks = NDArray[np.bool_]

_TRIGGERS: Final = term_cues("triggers")
MOST_READ: Final = 6  # occurrences of a candidate that the linear model reads


@dataclass(frozen=True, slots=True)
class TokenArrays:
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
_BRACKET: Final = ord("(") + 1
_NEXT_COMMA: Final = ord(",") + 1


def _mark(separator: str) -> int:
    """Return what stands between two tokens: its first and its last sign, and whether it has a comma.

    A sign is its code and 1, so that 0 is none; blanks around do not count.
    """
    mark = separator.strip()
    if not mark:
        return 0
    flags = (_COMMA if "," in mark else 0) | (_HYPHEN if mark == "-" else 0)
    return (ord(mark[0]) + 1) | (ord(mark[-1]) + 1) << _LAST_MARK | flags


PLAIN_HYPHEN: Final = _mark("-")
"""The mark of a hyphen without blanks around it."""


def token_arrays(texts: Sequence[Tokens], number_of: Mapping[str, int]) -> TokenArrays:
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
    return TokenArrays(begins, numbers, within, over, before, offsets)


_ARTICLES: Final = ("the", "a", "an")
CUE_NUMBER: Final = {
    word: number
    for number, word in enumerate(sorted({*_LEADS, *_CUES, *_ARTICLES, "and", "or", "for"}), start=1)
}
"""Numbers of the words that PLACES ask for; those of other words are higher."""


def _cue_table(places: Mapping[str, str]) -> Ints:
    """Return for each number of a word the place that it makes, -1 for none."""
    return np.array([-1, *(PLACE.get(places.get(word, ""), -1) for word in CUE_NUMBER)])


_LEAD_PLACE: Final = _cue_table(_LEADS)
_CUE_PLACE: Final = _cue_table(_CUES)
_NEXT_PLACE: Final = _cue_table(_CUES | {"and": "next_and", "or": "next_and", "for": "next_for"})
_IS_ARTICLE: Final = np.array([False, *(word in _ARTICLES for word in CUE_NUMBER)])


def places_in(arrays: TokenArrays, texts: Sequence[Tokens], of: Ints, firsts: Ints, lasts: Ints) -> Marks:
    """Return which PLACES hold at occurrences: a row each; `of` is the number of the text of each.

    `firsts` and `lasts` are places in the arrays. The plural is left out: it asks for the keys.
    """
    marks, over = arrays.marks, arrays.over
    cues = np.where(arrays.words <= len(CUE_NUMBER), arrays.words, 0)
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
        [PLACE["after_start"], PLACE["after_bracket"], PLACE["after_comma"], lead],
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
        [PLACE["next_end"], PLACE["next_bracket"], PLACE["next_comma"], cue],
        -1,
    )] = True  # fmt: skip
    found[:, PLACE["next_hyphen"]] = follows & hyphen
    sentence = arrays.sentence[firsts]
    title_end = np.array([tokens.title_end for tokens in texts])
    last = np.array([len(tokens.sentences) - 1 for tokens in texts])
    titled = arrays.starts[firsts] < title_end[of]
    found[:, PLACE["in_title"]] = titled
    found[:, PLACE["in_first"]] = ~titled & (sentence == 1)
    found[:, PLACE["in_last"]] = ~titled & (sentence != 1) & (sentence == last[of])
    return found[:, :-1]


def is_plural(tokens: Tokens, keys: Sequence[str], last: int) -> bool:
    """Does a phrase that ends before token `last` end with a plural s?"""
    word = tokens.lower[last - 1]
    return word[-1] == "s" and word != keys[last - 1]


def places_of(tokens: Tokens, keys: Sequence[str], spans: Sequence[Span]) -> Marks:
    """Return which PLACES hold at the occurrences of one text, a row each."""
    arrays = token_arrays([tokens], CUE_NUMBER)
    ends = np.array(spans, dtype=np.int64).reshape(-1, 2) + arrays.begins[0]
    found = places_in(arrays, [tokens], np.zeros(len(ends), dtype=np.int64), ends[:, 0], ends[:, 1])
    found[:, PLACE["plural"]] = [is_plural(tokens, keys, last) for _, last in spans]
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
    words = [w for a, b in candidate.spans[:MOST_READ] for w in words_around(tokens, a, b)]
    first, last = longest_span(candidate.spans)
    own = keys[first:last]
    words += (f"h={own[-1]}", f"f={own[0]}", f"h2={' '.join(own[-2:])}")
    words += [f"w={w}" for w in own]
    return list(dict.fromkeys(words))  # in an order that no process changes


def longest_span(spans: Sequence[Span]) -> Span:
    """Return the longest of the occurrences of a candidate, the first of equal ones."""
    return spans[0] if len(spans) == 1 else max(spans, key=lambda s: s[1] - s[0])


_PAIRS: Final = ("b1", "a1", "x", "b2", "a2", "h2")
_SINGLE: Final = ("bb", "aa", "sb", "sa", "h", "f", "h2", "w")
_FAR: Final = np.arange(_REACH, 0, -1)


class WordTable:
    """The features of the linear model by the numbers of the words in them, so that none is put together.

    A feature has one word, two, or a word and a sign, as `words_around` and `linear_words` write it.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.number_of: dict[str, int] = dict(CUE_NUMBER)
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

    def around(self, arrays: TokenArrays, firsts: Ints, lasts: Ints) -> Ints:
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
