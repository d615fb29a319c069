"""Misspelt and differently spelt names: the only rule that compares letters, within small blocks.

Coined names (inner capitals, digits, short acronyms) are never merged by likeness: one letter tells DINO
from DIMO and TransUNet from TransNet. Two other forms are alike if they differ in one plain word, and there
by a doubled letter, a swapped pair, a missing letter, s for z or one vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from paperlattice.graph.resolve.normalize import is_coined, name_key, numbers, signs, singular_word, words

MIN_WORD: Final = 6
"""A word with fewer letters never counts as a misspelling of another."""
MIN_SINGLE: Final = 9
"""A name of one word needs so many letters to be compared."""
_LONG_WORD: Final = 10
_ENDS: Final = 2
_VOWELS: Final = frozenset("aeiou")
# Pairs that the rule would merge although they are two words.
_CONFUSABLE: Final = frozenset(
    {
        frozenset({"casual", "causal"}),
        frozenset({"complement", "compliment"}),
        frozenset({"convection", "conviction"}),
        frozenset({"installation", "instillation"}),
        frozenset({"marital", "martial"}),
        frozenset({"mating", "matting"}),
        frozenset({"mediation", "medication"}),
        frozenset({"planing", "planning"}),
        frozenset({"prediction", "predication"}),
        frozenset({"stationary", "stationery"}),
    }
)


@lru_cache(maxsize=1 << 17)
def _plain(form: str) -> tuple[str, ...]:
    """Return words in small letters, inner plurals singular; empty where the rule does not apply."""
    written = words(form)
    if len(name_key(form)) < MIN_WORD or not written:
        return ()
    if len(written) == 1 and (len(written[0]) < MIN_SINGLE or is_coined(written[0])):
        return ()
    small = [w.casefold() for w in written]
    return (*(singular_word(w) for w in small[:-1]), small[-1])


def _undoubled(word: str) -> str:
    # "s" for the "ss" of "process", "c" for the "cc" of "accommodate"; "vision" stays.
    return re.sub(r"(.)\1", r"\1", word)


def _comparable(word: str, written: str) -> bool:
    return len(word) >= MIN_WORD and word.isalpha() and not is_coined(written)


def alike_words(left: str, right: str) -> bool:
    """Return whether two words in small letters are one word spelt in two ways.

    >>> alike_words("optimization", "optimisation"), alike_words("supervised", "unsupervised")
    (True, False)
    """
    if min(len(left), len(right)) < MIN_WORD or left == right:
        return False
    if (
        left[:_ENDS] != right[:_ENDS]
        or left[-_ENDS:] != right[-_ENDS:]
        or frozenset((left, right)) in _CONFUSABLE
    ):
        return False
    if OSA.distance(left, right, score_cutoff=1) > 1:
        return False
    if len(left) != len(right):
        return _undoubled(left) == _undoubled(right) or min(len(left), len(right)) >= _LONG_WORD - 1
    changed = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(changed) == 2:  # a swapped pair
        return True
    pair = set(changed[0])
    return pair == {"s", "z"} or (pair <= _VOWELS and len(left) >= _LONG_WORD)


def alike(left: str, right: str, *, score_cutoff: float = 93.0) -> float | None:
    """Return the likeness of two forms in 0..100 if they are one name spelt in two ways, else None.

    Numbers and signs must be equal, and all words but one, apart from inner plurals. The score is
    `rapidfuzz.fuzz.ratio` of the name keys and must reach `score_cutoff`.
    """
    a, b = _plain(left), _plain(right)
    if not a or len(a) != len(b) or numbers(left) != numbers(right) or signs(left) != signs(right):
        return None
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(differing) > 1:
        return None
    for i in differing:
        if not (
            _comparable(a[i], words(left)[i])
            and _comparable(b[i], words(right)[i])
            and alike_words(a[i], b[i])
        ):
            return None
    score = fuzz.ratio(name_key(left), name_key(right), score_cutoff=score_cutoff)
    return score or None


def near_keys(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a form, one of which every form that is `alike` shares; none if no form can be alike.

    The keys are its words, and its words with one cut to its first two and last two letters.
    """
    plain = _plain(form)
    if not plain:
        return
    yield plain
    written = words(form)
    for i, word in enumerate(plain):
        if _comparable(word, written[i]):
            ends = f"{word[:_ENDS]}\0{word[-_ENDS:]}"
            yield (*plain[:i], ends, *plain[i + 1 :])


def near_spellings(forms: Iterable[str], *, score_cutoff: float = 93.0) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of forms that are `alike` with their score, each once, left before right in order.

    Forms are compared only within blocks: those that have all words but one in common, and begin and end
    alike in that one. `alike` demands both, so no pair is lost.
    """
    blocks: dict[tuple[str, ...], list[str]] = {}
    for form in sorted(set(forms)):
        for key in near_keys(form):
            blocks.setdefault(key, []).append(form)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for left, right in combinations(block, 2) if len(block) > 1 else ():
            if (left, right) not in seen and (
                score := alike(left, right, score_cutoff=score_cutoff)
            ) is not None:
                seen.add((left, right))
                yield left, right, score
