"""Established terms of the field: their keys, the packaged catalogue, and the candidates of a text.

A term (image retrieval, contrastive learning) is written in ordinary words and in any case, unlike a name. So
candidates are phrases: runs of words that begin and end with a content word. Those that the catalogue knows
are kept, and those whose last word ends terms.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .abbreviations import find_abbreviations
from .text import Tokens


@cache
def _cue_lists() -> dict[str, str]:
    path = files("paperlattice.extractors").joinpath("data/term_cues.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def term_cues(name: str) -> frozenset[str]:
    """Return one of the packaged lists of words that say something about the terms next to them."""
    return frozenset(_cue_lists()[name].split())


Span = tuple[int, int]
LONGEST_TERM: Final = 5
"""The most tokens of a candidate; of the terms that readers listed one in a thousand is longer."""

_LATIN: Final = re.compile(r"[a-z0-9+]+")
_INSIDE, _BREAK = 1, 2
_STOPS: Final = dict.fromkeys(term_cues("stop"), _BREAK) | dict.fromkeys(term_cues("inside"), _INSIDE)
_SECOND_PARTS: Final = dict.fromkeys(term_cues("second_parts"), 0) | dict.fromkeys(
    term_cues("inner_parts"), _INSIDE
)
"""What a stop word is where a hyphen joins it to the word before: "click-through", "model-based planning"."""

_JOINED: Final = frozenset(tuple(pair.split("-")) for pair in term_cues("joined"))
_JOINED_FIRST: Final = frozenset(first for first, _ in _JOINED)

_JOINTS: Final = frozenset({" ", "-", "–", "/", "_"})
_HYPHENS: Final = ("-", "–")
_BRITISH: Final = (
    # "isation" of "optimisation".
    (re.compile(r"isation"), "ization"),
    # "optimise", "generalised", "quantising"; not "supervised" or "noise".
    (
        re.compile(
            r"(optim|general|quant|token|summar|categor|local|personal|regular|visual|minim|maxim|recogn|custom"
            r"|standard|anonym|random|parallel|discret|factor|initial|synthes|util|styl|vector|binar|normal"
            r"|special|serial|organ|character|stabil|formal|linear|digit)is(e|ed|es|ing|er|ers)$"
        ),
        r"\1iz\2",
    ),
    # "colour", "behavioural"; not "four".
    (re.compile(r"(behavi|col|neighb|lab|fav|hum|harb|arm|vap)our"), r"\1or"),
    # "modelling", "labelled"; not "selling".
    (re.compile(r"(mod|lab|trav|sign|chann|tunn|canc)ell(ing|ed|er)"), r"\1el\2"),
    # "artefact".
    (re.compile(r"artefact"), "artifact"),
)


@lru_cache(maxsize=1 << 17)
def word_key(word: str) -> str:
    """Return a word in lower case, in American spelling, without a plural s, its letters and digits only.

    >>> word_key("Optimisations"), word_key("analysis"), word_key("GANs")
    ('optimization', 'analysis', 'gan')
    """
    word = word.lower()
    if len(word) > 5:
        for pattern, american in _BRITISH:
            word = pattern.sub(american, word)
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "siu":
        word = word[:-1]
    return "".join(_LATIN.findall(word))


def term_key(form: str) -> str:
    """Return the key that spellings of one term share: the keys of its words, joined.

    >>> term_key("Open-Vocabulary Detections") == term_key("open vocabulary detection")
    True
    """
    return "".join(map(word_key, _LATIN.findall(form.lower())))


@dataclass(frozen=True, slots=True)
class TermForms:
    """The packaged table of known forms, by key.

    Row i of `scores` holds the log odds of the five classes (`term_features.CLASSES`) for the form as such,
    in steps of 1/16 around 128; row i of `facts` what the corpus and readers say of it
    (`term_features.FACTS`), in steps of 1/255. `nothing` is the first column of `scores`, quicker to read.
    `term_of[i]` is the number of the term that the form means, in `labels` (empty where nobody has named it)
    and `broader_of`.
    """

    row_of: dict[str, int]
    scores: NDArray[np.uint8]
    facts: NDArray[np.uint8]
    term_of: NDArray[np.int32]
    labels: list[str]
    broader_of: list[tuple[int, ...]]
    nothing: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "nothing", self.scores[:, 0].tobytes())

    def term(self, form: str) -> int | None:
        """Return the number of the term that a form means, None for an unknown form."""
        row = self.row_of.get(term_key(form))
        return None if row is None else int(self.term_of[row])

    def canonical(self, form: str) -> str | None:
        """Return the label of the term that a form means, None where there is none.

        >>> load_terms().canonical("LLMs"), load_terms().canonical("image retrievals")
        ('large language model', 'image retrieval')
        """
        number = self.term(form)
        return None if number is None else self.labels[number] or None

    def broader(self, form: str) -> tuple[str, ...]:
        """Return the labels of the terms that are broader than the one that a form means."""
        number = self.term(form)
        return () if number is None else tuple(self.labels[n] for n in self.broader_of[number])


@cache
def load_terms() -> TermForms:
    """Return the packaged table, read once a process."""
    raw = files("paperlattice.extractors").joinpath("data/terms.npz").read_bytes()
    arrays: dict[str, Any] = dict(np.load(BytesIO(raw)))
    forms, labels, broader = (
        arrays[name].tobytes().decode().split("\n") for name in ("forms", "labels", "broader")
    )
    return TermForms(
        {form: row for row, form in enumerate(forms)},
        arrays["scores"],
        arrays["facts"],
        arrays["term_of"],
        labels,
        [tuple(map(int, numbers.split())) for numbers in broader],
    )


_NO_TERM: Final = 127
"""The step of the log odds of "nothing" from which a form is a term in less than 10 of 100 texts."""


@dataclass(slots=True)
class TermCandidate:
    """One term as one text uses it: the key of the term, the keys of its forms, its spans in order.

    `row` is that of its likeliest form in the table, -1 where all are new; `defined` tells whether the text
    gives it a short form.
    """

    key: str
    row: int = -1
    forms: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    defined: bool = False


def phrase_keys(tokens: Tokens) -> list[str]:
    """Return the key of each token."""
    return [word_key(word) for word in tokens.lower]


def _runs(tokens: Tokens, keys: Sequence[str]) -> tuple[list[Span], list[int]]:
    """Return the runs of tokens that no phrase goes beyond, and what each token is to a phrase.

    That is 0 where a phrase may begin and end, `_INSIDE` where it may only go on, `_BREAK` where it may not.
    A run is of one sentence, joined by blanks and hyphens.
    """
    lower, separators, sentence = tokens.lower, tokens.separators, tokens.sentence
    stop = _STOPS.get
    stops = [stop(word, 0 if len(key) > 1 else _BREAK) for word, key in zip(lower, keys, strict=True)]
    n = len(keys)
    for i, word in enumerate(lower[:-1]):
        if word in _JOINED_FIRST and (word, lower[i + 1]) in _JOINED:
            stops[i] = stops[i + 1] = 0
    begin, runs = 0, []
    for i, separator in enumerate(separators):
        if separator == " " and 0 < i < n and sentence[i] == sentence[i - 1]:
            continue
        if separator in _HYPHENS:  # "in-context", "click-through": these words belong to a phrase
            if i > 0 and keys[i - 1] and lower[i - 1] != "the":
                stops[i - 1] = 0
            if i < n and keys[i] and stops[i]:  # a letter goes on: "RGB-D tracking"
                stops[i] = _SECOND_PARTS.get(lower[i], stops[i] if len(keys[i]) > 1 else _INSIDE)
        if i == n or (i > 0 and (separator not in _JOINTS or sentence[i] != sentence[i - 1])):
            runs.append((begin, i))
            begin = i
    return runs, stops


def phrases(tokens: Tokens, keys: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return first token, end and key of each phrase that could be a term, by first token and length."""
    runs, stops = _runs(tokens, keys)
    found: list[tuple[int, int, str]] = []
    for begin, end in runs:
        for first in range(begin, end):
            if stops[first]:
                continue
            key = keys[first]
            if len(key) > 1:
                found.append((first, first + 1, key))
            for i in range(first + 1, min(first + LONGEST_TERM, end)):
                key += keys[i]
                if not stops[i]:
                    found.append((first, i + 1, key))
                elif stops[i] == _BREAK:
                    break
    return found


def _likely_phrases(
    tokens: Tokens, keys: Sequence[str], known: TermForms, heads: Container[str], linked: Container[str]
) -> list[tuple[int, int, str]]:
    """Return the `phrases` that are likely terms by the table, are new and end in heads, or are `linked`.

    Most are not: the table is asked at once, before anything is made of them.
    """
    row_of, nothing = known.row_of, known.nothing
    runs, stops = _runs(tokens, keys)
    found: list[tuple[int, int, str]] = []
    for begin, end in runs:
        for first in range(begin, end):
            if stops[first]:
                continue
            key = keys[first]
            if len(key) > 1:
                row = row_of.get(key, -1)
                if (row >= 0 and nothing[row] < _NO_TERM) or key in linked:
                    found.append((first, first + 1, key))
            longest = first + LONGEST_TERM
            for i in range(first + 1, longest if longest < end else end):
                word = keys[i]
                key += word
                if stops[i]:
                    if stops[i] == _BREAK:
                        break
                    continue
                row = row_of.get(key, -1)
                likely = nothing[row] < _NO_TERM if row >= 0 else word in heads and i + 1 < longest
                if likely or key in linked:
                    found.append((first, i + 1, key))
    return found


def find_term_candidates(
    tokens: Tokens, keys: Sequence[str], known: TermForms, heads: Container[str]
) -> list[TermCandidate]:
    """Return the candidates of a text in order of their first occurrence; `heads` are words that end terms.

    What one text calls one term, by known forms or by an abbreviation that it explains, is one candidate.
    """
    pairs: dict[str, str] = {}
    for pair in find_abbreviations(tokens.text):
        pairs.setdefault(term_key(pair.short), term_key(pair.long))
    linked = {*pairs, *pairs.values()}
    found: dict[str | int, TermCandidate] = {}
    row_of, term_of, nothing = known.row_of, known.term_of, known.nothing
    for first, last, key in _likely_phrases(tokens, keys, known, heads, linked):
        # A form that the text itself explains means that, whatever it means elsewhere.
        long = pairs.get(key, key)
        row = row_of.get(long, -1)
        term = (long or key) if row < 0 else term_of.item(row)
        candidate = found.get(term)
        if candidate is None:
            candidate = found[term] = TermCandidate((long or key) if row < 0 else f"#{term}")
        candidate.forms.add(key)
        candidate.spans.append((first, last))
        if key in linked:
            candidate.defined = True
        if row >= 0 and (candidate.row < 0 or nothing[row] < nothing[candidate.row]):
            candidate.row = row
    return list(found.values())
