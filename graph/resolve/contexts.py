"""Contexts: the words of papers, and how far two of them speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isqrt

from paperlattice.extractors.word_weights import RARE, content_words, load_word_weights


@dataclass(frozen=True, slots=True)
class WordContext:
    """What a text is about: the squared weights of the words that say something, and their sum."""

    weights: dict[str, int]
    total: int

    def agreement(self, other: WordContext) -> int:
        """Return the cosine of two contexts in percent, cut to a whole number."""
        shared = sum(self.weights[word] for word in self.weights.keys() & other.weights.keys())
        return 100 * shared // max(isqrt(self.total * other.total), 1)


def word_context(text: str, *, without: Iterable[str] = ()) -> WordContext:
    """Return the context of a title and an abstract.

    Words that are one of `without` are left out, and rare words that begin with one of four letters or more:
    a name says nothing of what it means.

    >>> left = word_context("Landmark detection on faces")
    >>> left.agreement(word_context("Faces from landmarks")), left.agreement(word_context("Query planning"))
    (94, 0)
    """
    listed, names = load_word_weights(), tuple(without)
    stems = tuple(name for name in names if len(name) > 3)
    weights = {
        word: weight * weight
        for word in content_words(text).difference(names)
        if (weight := listed.get(word, RARE)) and (weight < RARE or not word.startswith(stems))
    }
    return WordContext(weights, sum(weights.values()))
