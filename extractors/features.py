"""What a text says about each of its candidates, as numbers and as words, for the scorer to weigh.

There are two kinds of features. `words` are strings such as "next=dataset" or "appos=benchmark", which a
linear model weighs one by one. `numbers` are a fixed row of floats (NUMBERS names them): shape, position,
lexicons, how the candidate lies to the others. Each is computed once a candidate over all its occurrences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .abbreviations import Abbreviation
from .candidates import Candidate, shape_of
from .context import CLOSING, Ints, Occurrences, TextBatch, document_numbers, pairs_of, word_table
from .gazetteer import CLASSES, Entry, load_gazetteer, trigger_classes
from .text import Tokens

Floats = NDArray[np.float64]
LexiconRow = tuple[float, ...]
"""How often a form was labelled method, dataset, optional, none in other papers, and how often proposed."""

LEXICON_NUMBERS: Final = ("lex_method", "lex_dataset", "lex_optional", "lex_none", "lex_proposed")
CORPUS_MEANS: Final = (
    "next_dataset", "next_model", "next_algorithm", "next_metric", "next_task", "next_organisation",
    "near_propose", "near_evaluate", "in_title", "title_head", "opening_only", "inside",
    "propose_before", "our_before", "on_before", "with_before", "such_as_before", "parenthesis",
    "in_list", "list_dataset", "list_method", "appos_dataset", "appos_method", "is_a_dataset", "is_a_method",
    "src_abbreviation", "src_shape", "hyphen_tail", "acronym", "camel", "capitalised", "lower",
    "number_after", "slash",
    "cue_dataset", "cue_method", "cue_other", "tail_dataset", "tail_metric", "tail_task", "lead_dataset",
)  # fmt: skip
"""The features whose means over a corpus say what a form is elsewhere."""

CONTEXT: Final = ("context_method", "context_dataset")
"""Mean probabilities over a corpus by a model that sees the words around a form, never the form."""

GROUPS: Final = ("before", "after", "form", "sentence")
"""What a word feature describes: what is before an occurrence, what is after it, the form, the sentence."""

_GROUP_OF: Final = {
    **dict.fromkeys(("b1", "b2", "b", "lead", "x"), 0),
    **dict.fromkeys(("a1", "a2", "a", "head", "tail", "appos"), 1),
    **dict.fromkeys(("sb", "sa", "in"), 3),
}

NUMBERS: Final = (
    *(f"next_{c}" for c in CLASSES[:6]),
    *(f"near_{c}" for c in CLASSES),
    "places", "in_title", "title_head", "first_place", "sentences", "words", "letters", "capitals", "digits",
    "acronym", "camel", "capitalised", "lower", "hyphens", "opening_only", "slash",
    "src_shape", "src_gazetteer", "src_abbreviation", "src_christened", "src_title",
    "pair_short_upper", "pair_last_dataset", "pair_last_model", "pair_last_algorithm", "pair_last_task",
    "pair_last_metric",
    "gaz_method", "gaz_dataset", "gaz_generic", "gaz_ambiguous", "gaz_cased", "gaz_redefined",
    *LEXICON_NUMBERS,
    "inside", "contains", "last_dataset", "last_model", "last_algorithm", "last_metric", "last_task",
    "propose_before", "our_before", "on_before", "with_before", "such_as_before", "parenthesis",
    "in_list", "list_dataset", "list_method",
    "doc_dataset_words", "doc_method_words", "doc_introduces_dataset", "doc_introduces_method",
    "doc_title_dataset", "doc_title_method", "doc_candidates", "doc_own_heads",
    "hyphen_tail", "appos_dataset", "appos_method",
    "number_after", "is_a_dataset", "is_a_method",
    "cue_dataset", "cue_method", "cue_other",
    *(f"{side}_{c}" for side in ("tail", "lead") for c in CLASSES[:5]),
    "corpus_papers", *(f"corpus_{name}" for name in (*CORPUS_MEANS, *CONTEXT)),
)  # fmt: skip


NOUNS: Final = ("head", "tail", "lead", "appos")
SIDES: Final = ("sb", "sa")
"""Kinds of word features: nouns that say what a name is, trigger words of its sentence by side."""

Form = tuple[tuple[str, ...], str, str]
_MOST_OCCURRENCES: Final = 8
_EDGE: Final = "¶"
# "2" of "DINOv2"; not "DINO".
_DIGIT: Final = re.compile(r"\d")
# "low", "rank" of "low-rank".
_PART: Final = re.compile(r"\w+")


def word_group(word: str) -> int:
    """Return the index in GROUPS of a word feature."""
    return _GROUP_OF.get(word.partition("=")[0], GROUPS.index("form"))


class FormTable(Mapping[str, LexiconRow]):
    """Rows of numbers by form key; unknown forms give zeros."""

    def __init__(self, forms: Iterable[str], table: NDArray[np.float64]) -> None:
        """Take n forms and a table of n rows."""
        self._index = {form: i for i, form in enumerate(forms)}
        self._table = np.vstack([table, np.zeros((1, table.shape[1]))])

    def index(self, key: str) -> int:
        """Return the number of a form's row, -1 for an unknown form."""
        return self._index.get(key, -1)

    def rows(self, indices: Sequence[int]) -> Floats:
        """Return rows by their numbers."""
        found: Floats = self._table[indices]
        return found

    def highest(self, keys: Collection[str]) -> int:
        """Return the number of the highest of the rows of some forms, none of whose numbers is negative."""
        known = [i for key in keys if (i := self._index.get(key, -1)) >= 0]
        if len(known) < 2:
            return known[0] if known else -1
        rows: list[list[float]] = self.rows(known).tolist()
        return known[rows.index(max(rows))]

    def __getitem__(self, key: str) -> LexiconRow:
        return tuple(self.rows([self.index(key)])[0].tolist())

    def __contains__(self, key: object) -> bool:
        return key in self._index

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


class Lexicon(FormTable):
    """A table of a few forms."""

    def __init__(self, rows: Mapping[str, LexiconRow], width: int) -> None:
        super().__init__(rows, np.array(list(rows.values()), dtype=np.float64).reshape(-1, width))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of candidates, sorted: `one[i]` has the neighbour `other[i]`."""

    one: Ints
    other: Ints


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What the word features of some candidates are made of.

    The first eight occurrences of a candidate count: `candidate`, the words before (`b1`, `b2`) and after
    (`a1`, `a2`), `titled` and the codes in `context.word_table` of the nouns NOUNS have an item for each.
    The trigger words of their sentences have a candidate, a code and a side (0 before, 1 after) each.
    `forms` are the arguments of `form_words`, an item a candidate.
    """

    candidate: Ints
    around: list[tuple[str, str, str, str]]
    titled: Ints
    nouns: Ints
    sentence_candidate: Ints
    sentence_code: Ints
    sentence_side: Ints
    forms: list[Form]


@dataclass(frozen=True, slots=True)
class Features:
    """The features of all candidates of some texts, one row a candidate.

    Text i has the rows `bounds[i]` to `bounds[i + 1]`. The last three hold the candidates next to each in a
    list, those that contain one of its occurrences, those that one of its occurrences contains.
    """

    bounds: list[int]
    numbers: Floats
    parts: WordFeatures
    listed: Pairs
    around: Pairs
    within: Pairs

    @property
    def words(self) -> list[list[str]]:
        """The features that are words, sorted, a list a candidate."""
        return _spell(self.parts)


def batch_features(
    texts: Iterable[tuple[Tokens, Sequence[Candidate]]], lexicon: FormTable, statistics: FormTable
) -> Features:
    """Return the features of all candidates of some texts; those of a text are the same in any batch."""
    texts = list(texts)
    if not any(candidates for _, candidates in texts):
        return _no_features([0] * (len(texts) + 1))
    labels = lexicon.rows([lexicon.index(c.key) for _, candidates in texts for c in candidates])
    batch = TextBatch(texts, labels[:, :2].tolist())
    seen = Occurrences(batch)
    count = len(batch.candidates)
    pairs = (Pairs(*np.divmod(found, count)) for found in (seen.listed, seen.around, seen.within))
    forms = _forms(batch)
    numbers = _numbers(batch, seen, forms, lexicon, statistics)
    return Features(batch.bounds, numbers, _word_features(batch, seen, forms), *pairs)


def candidate_features(
    tokens: Tokens, candidates: Sequence[Candidate], lexicon: FormTable, statistics: FormTable
) -> Features:
    """Return the features of all candidates of a text."""
    return batch_features([(tokens, candidates)], lexicon, statistics)


def _no_features(bounds: list[int]) -> Features:
    none = np.zeros(0, dtype=np.int64)
    pairs = Pairs(none, none)
    parts = WordFeatures(none, [], none, np.zeros((0, len(NOUNS)), dtype=np.int64), none, none, none, [])
    return Features(bounds, np.zeros((0, len(NUMBERS))), parts, pairs, pairs, pairs)


def _forms(batch: TextBatch) -> list[Form]:
    """Return the words, the key and the long form of each candidate."""
    forms: list[Form] = []
    for tokens, candidates in batch.texts:
        for candidate in candidates:
            first, last = candidate.spans[0]
            long = candidate.pairs[0].long if candidate.pairs else ""
            forms.append((tuple(tokens.words[first:last]), candidate.key, long))
    return forms


def _numbers(
    batch: TextBatch, seen: Occurrences, forms: list[Form], lexicon: FormTable, statistics: FormTable
) -> Floats:
    """Return the features that are numbers, in the order of NUMBERS."""
    places: list[float] = []
    written: list[float] = []
    known: list[float] = []
    lexicon_rows: list[int] = []
    statistics_rows: list[int] = []
    ends = [0]
    at = 0
    for tokens, candidates in batch.texts:
        length = max(1, len(tokens.text))
        for candidate in candidates:
            first, last = candidate.spans[0]
            start, keys = tokens.starts[first], candidate.keys
            places.append(start / length)
            written += _written_numbers(tokens.text[start : tokens.ends[last - 1]], forms[at][0])
            known += _known_numbers(candidate)
            lexicon_rows += map(lexicon.index, keys)
            ends.append(len(lexicon_rows))
            statistics_rows.append(statistics.highest(keys))  # a pair is known by its commoner form
            at += 1
    counts, occurrences = seen.summed(), batch.counts[:, None].astype(np.float64)
    shares, form = counts / occurrences, np.array(written).reshape(at, -1)
    return np.hstack([
        shares[:, :16],  # next_, near_
        occurrences, counts[:, 16:18] > 0, np.array(places)[:, None], counts[:, 18:19],
        form[:, :9], counts[:, 19:20] == occurrences, form[:, 9:10],
        np.array(known).reshape(at, -1),
        np.maximum.reduceat(lexicon.rows(lexicon_rows), ends[:-1]),
        shares[:, 20:21], counts[:, 21:22] > 0, form[:, 10:],
        shares[:, 22:31],  # propose_before to list_method
        document_numbers(batch)[batch.text_of],
        shares[:, 31:32], counts[:, 32:40],  # appos_ to cue_
        shares[:, 40:],  # tail_, lead_
        statistics.rows(statistics_rows),
    ])  # fmt: skip


@lru_cache(maxsize=1 << 15)
def _written_numbers(surface: str, words: tuple[str, ...]) -> tuple[float, ...]:
    """Return what a form looks like: words, letters to lower, hyphens, slash, last_*."""
    shapes, letters = "".join(map(shape_of, words)), len(surface)
    last_class = trigger_classes().get(words[-1].lower(), "")
    return (
        float(len(words)), float(letters),
        sum(map(str.isupper, surface)) / letters, sum(map(str.isdigit, surface)) / letters,
        shapes.count("A") / len(words), shapes.count("C") / len(words),
        shapes.count("c") / len(words), shapes.count("l") / len(words),
        float(surface.count("-")), float("/" in surface),
        *[float(last_class == kind) for kind in _LAST_CLASSES],
    )  # fmt: skip


_LAST_CLASSES: Final = ("dataset", "model", "algorithm", "metric", "task")


def _known_numbers(candidate: Candidate) -> tuple[float, ...]:
    """Return what is known of a candidate: src_*, pair_*, gaz_*."""
    sources, entries = candidate.sources, candidate.entries
    found: tuple[float, ...] = (
        float("shape" in sources), float("gazetteer" in sources), float("abbreviation" in sources),
        float("christened" in sources), float("title" in sources),
    )  # fmt: skip
    found += _pair_numbers(candidate.pairs[0]) if candidate.pairs else _NO_PAIR
    if not entries:
        return found + _NO_ENTRY
    return (
        *found,
        float(any(e.kind == "method" for e in entries)), float(any(e.kind == "dataset" for e in entries)),
        float(any(e.generic for e in entries)), float(any(e.ambiguous for e in entries)),
        max(e.cased for e in entries), _redefined(entries, candidate.pairs),
    )  # fmt: skip


_NO_PAIR: Final = (0.0,) * 6
_NO_ENTRY: Final = (0.0, 0.0, 0.0, 0.0, -1.0, 0.0)


def _pair_numbers(pair: Abbreviation) -> tuple[float, ...]:
    words = _PART.findall(pair.long.lower())
    last = trigger_classes().get(words[-1], "") if words else ""
    return (
        float(pair.short.isupper()),
        *(float(last == kind) for kind in ("dataset", "model", "algorithm", "task", "metric")),
    )


def _redefined(entries: Sequence[Entry], pairs: Sequence[Abbreviation]) -> float:
    """Return 1 for a known short form with another long form in this text, -1 with its known one."""
    if not pairs:
        return 0.0
    known = load_gazetteer()
    longs = [e for pair in pairs for e in known.lookup(pair.long)]
    return -1.0 if any(e in longs for e in entries) else 1.0


def _word_features(batch: TextBatch, seen: Occurrences, forms: list[Form]) -> WordFeatures:
    """Return what the word features are made of."""
    number = np.arange(len(batch.first)) - batch.starts[batch.candidate]
    used = np.flatnonzero(number < _MOST_OCCURRENCES)
    first, last, candidate = batch.first[used], batch.last[used], batch.candidate[used]
    paired = np.array([bool(c.pairs) for c in batch.candidates])[candidate]
    around = zip(*_words_before(batch, used), *_words_after(batch, last, paired), strict=True)
    nouns = np.column_stack([
        batch.code[places[used]] for places in (seen.heads, seen.tails, seen.leads, seen.appositions)
    ])  # fmt: skip
    # The trigger words of the sentence, up to 24 tokens away.
    triggers = np.flatnonzero(batch.classes)
    begin = np.maximum(first - 24, batch.sentence_start[first])
    end = np.minimum(last + 25, batch.sentence_end[first])
    owners, codes, sides = [], [], []
    titled = seen.titled[used]
    for side, (left, right) in enumerate(((begin, first), (last, end))):
        left, right = np.searchsorted(triggers, left), np.searchsorted(triggers, right)
        for owner, position in pairs_of(left, np.where(titled, left, right)):
            owners.append(candidate[owner])
            codes.append(batch.code[triggers[position]])
            sides.append(np.full(len(owner), side))
    sentence = (np.concatenate(owners), np.concatenate(codes), np.concatenate(sides))
    return WordFeatures(candidate, list(around), titled.astype(np.int64), nouns, *sentence, forms)


def _words_before(batch: TextBatch, used: Ints) -> tuple[list[str], list[str]]:
    """Return the word before each occurrence with what separates it, and the one before that."""
    first, sentence = batch.first[used], batch.sentence
    for i in np.flatnonzero(batch.opens(first)).tolist():  # a short form has the context of its long form
        own = batch.candidate[used[i]]
        spans = slice(batch.starts[own], batch.starts[own] + batch.counts[own])
        ending = np.flatnonzero(batch.last[spans] == first[i])
        if len(ending):
            first[i] = batch.first[spans][ending[0]]
    one = np.where(sentence[first - 1] == sentence[first], first - 1, 0)
    two = np.where((one > 0) & (sentence[first - 2] == sentence[first]), first - 2, 0)
    words, separators = batch.words, batch.separators
    before = [
        _folded(words[at]) + separators[at + 1].strip() if at else _EDGE for at in one.tolist()
    ]  # fmt: skip
    return before, [_folded(words[at]) if at else _EDGE for at in two.tolist()]


def _words_after(batch: TextBatch, last: Ints, paired: Ints) -> tuple[list[str], list[str]]:
    """Return the word after each occurrence with what separates it, and the one after that."""
    sentence = batch.sentence
    last = np.where(paired, batch.resume(last), last)  # a long form has the context of its short form
    one = np.where(sentence[last] == sentence[last - 1], last, 0)
    two = np.where((one > 0) & (sentence[one + 1] == sentence[last]), one + 1, 0)
    words, separators = batch.words, batch.separators
    after = []
    for at, is_paired in zip(one.tolist(), paired.tolist(), strict=True):
        if not at:
            after.append(_EDGE)
            continue
        separator = separators[at].strip()
        if separator and (is_paired or separator == ")"):
            separator = separator.lstrip(CLOSING)
        after.append(separator + _folded(words[at]))
    return after, [_folded(words[at]) if at else _EDGE for at in two.tolist()]


def _folded(word: str) -> str:
    """Return a word with all digits alike."""
    return word if word.isalpha() else _DIGIT.sub("0", word)


def form_words(words: tuple[str, ...], key: str, long: str) -> list[tuple[str, str]]:
    """Return the word features of a form as pairs: its ends, shape, words, the words of its long form."""
    lower = [word.lower() for word in words]
    found = [
        ("shape", "".join(map(shape_of, words))[:6]), ("last", _folded(lower[-1])), ("n", str(len(words))),
        ("s3", key[-3:]), ("s4", key[-4:]), ("p3", key[:3]), ("s5", key[-5:]),
    ]  # fmt: skip
    if len(lower) > 1:
        found.append(("first", lower[0]))
        found += [("has", word) for word in lower]
    if parts := _PART.findall(long.lower()):
        found += [("longlast", parts[-1]), ("longfirst", parts[0])]
        found += [("long", part) for part in parts]
    return found


def _spell(parts: WordFeatures) -> list[list[str]]:
    """Return the word features, sorted, a list a candidate."""
    words = word_table().words
    found = [{f"{kind}={word}" for kind, word in form_words(*form)} for form in parts.forms]
    rows = zip(
        parts.candidate.tolist(), parts.around, parts.titled.tolist(), parts.nouns.tolist(), strict=True
    )
    for candidate, (b1, b2, a1, a2), titled, nouns in rows:
        found[candidate].update((
            f"b1={b1}", f"b2={b2}", f"b={b2} {b1}", f"a1={a1}", f"a2={a2}", f"a={a1} {a2}", f"x={b1}_{a1}",
            f"in={'t' if titled else 'a'}",
        ))  # fmt: skip
        found[candidate].update(
            f"{noun}={words[code]}" for noun, code in zip(NOUNS, nouns, strict=True) if code
        )
    triggers = (parts.sentence_candidate, parts.sentence_code, parts.sentence_side)
    for candidate, code, side in zip(*(column.tolist() for column in triggers), strict=True):
        found[candidate].add(f"{SIDES[side]}={words[code]}")
    return [sorted(row) for row in found]
