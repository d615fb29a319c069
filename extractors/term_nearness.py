"""How near each candidate is to the rest of its text, in the packaged space of texts.

What a text is about stands near its title and near the other terms, and what it only mentions further off.
A point of any stretch of a text is a sum over its words and pairs of words, so two running sums over all
tokens give it as a difference. All sums are of whole numbers: a text has the same whatever others there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .forest import Floats
from .text_space import TextSpace, load_text_space, written_forms

Ints = NDArray[np.int64]

NEARNESS: Final = (
    "near_text", "near_title", "near_abstract", "near_others", "near_rank", "strength", "share", "rarity",
)  # fmt: skip
"""Cosines of a candidate with text, title and abstract, each without its own words, and with the others; its
rank by the first, the length of its vector, the share of that in the text's, how rare its rarest word is."""

_DIMENSIONS: Final = 64  # the first of a point say most
_FINE: Final = 1 << 6  # what a part of a vector is divided by, so that sums stay small
_UNIT: Final = 1 << 12  # the length of a vector of which products are taken


class PairTable:
    """Numbers of pairs of numbers: a sorted table, to look up many at once."""

    def __init__(self, pairs: Mapping[tuple[int, int], int]) -> None:
        codes = np.array([a << 32 | b for a, b in pairs], dtype=np.int64)
        order = np.argsort(codes)
        self._codes = np.append(codes[order], np.iinfo(np.int64).max)
        self._numbers = np.append(np.array(list(pairs.values()), dtype=np.int64)[order], -1)

    def find(self, first: Ints, second: Ints) -> Ints:
        """Return the number of each pair, -1 for unknown ones."""
        codes = first << 32 | second
        at = np.searchsorted(self._codes, codes)
        return np.where(self._codes[at] == codes, self._numbers[at], -1)


class Words:
    """The words and pairs of words of a space by the numbers of words, with what each adds to a point."""

    def __init__(self, space: TextSpace) -> None:
        single = [n for n, term in enumerate(space.terms) if " " not in term]
        row = {space.terms[n]: i for i, n in enumerate(single, start=1)}
        pairs: dict[tuple[int, int], int] = {}
        order = [0, *single]
        for n, term in enumerate(space.terms):
            one, _, two = term.partition(" ")
            if one in row and two in row:
                pairs[row[one], row[two]] = len(order)
                order.append(n)
        self.number_of = written_forms(row)
        self._pairs = PairTable(pairs)
        parts = space.parts(_DIMENSIONS)[order] // _FINE
        parts[0] = 0
        self._parts = parts
        self._rarity = space.rarity[order].astype(np.int64)
        self._rarity[0] = 0

    def pairs(self, left: Ints, right: Ints) -> Ints:
        """Return the row of each pair of words, 0 for none."""
        return np.maximum(self._pairs.find(left, right), 0)

    def sums(self, rows: Ints) -> Ints:
        """Return the running sums of the parts of rows: number i is that of the rows before i."""
        sums = np.zeros((len(rows) + 1, _DIMENSIONS), dtype=np.int64)
        np.cumsum(self._parts[rows], axis=0, out=sums[1:])
        return sums

    def rarity(self, rows: Ints) -> Ints:
        """Return how rare the word of each row is, in hundredths, 0 for an unknown one."""
        found: Ints = self._rarity[rows]
        return found


@cache
def load_words() -> Words:
    """Return the words of the packaged space, made once a process."""
    return Words(load_text_space())


def nearness(
    words: Words,
    rows: Ints,
    joined: NDArray[np.bool_],
    bounds: tuple[Ints, Ints, Ints],
    occurrences: tuple[Ints, Ints, Ints],
    text: Ints,
    weight: Ints,
) -> Floats:
    """Return NEARNESS of candidates, a row each.

    Args:
        words: The words of the space.
        rows: The row of each token of all texts, 0 for an unknown word.
        joined: Whether the token before is of the same phrase.
        bounds: For each text its first token, the first of its abstract, and its end.
        occurrences: For each occurrence its candidate, first token and end; by candidate.
        text: The number of the text of each candidate, ascending.
        weight: How likely each is a term, in hundredths.
    """
    if not len(text):
        return np.zeros((0, len(NEARNESS)))
    pairs = np.append(0, np.where(joined[1:], words.pairs(rows[:-1], rows[1:]), 0))
    single, double = words.sums(rows), words.sums(pairs)

    def point(first: Ints, last: Ints) -> Ints:
        inner = np.minimum(first + 1, last)
        return single[last] - single[first] + double[last] - double[inner]

    owner, firsts, lasts = occurrences
    begins = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    spans = point(firsts, lasts)
    lengths = lasts - firsts
    longest = np.lexsort((-lengths, owner))[begins]
    own = spans[longest]
    all_own = np.add.reduceat(spans, begins, axis=0)
    in_title = np.where((firsts < bounds[1][text[owner]])[:, None], spans, 0)
    title_own = np.add.reduceat(in_title, begins, axis=0)
    title = point(bounds[0], bounds[1])
    abstract = point(bounds[1], bounds[2])
    whole = (title + abstract)[text]
    direction = _directions(own)
    weighted = direction * weight[:, None]
    of_text = np.zeros((len(bounds[0]), _DIMENSIONS), dtype=np.int64)
    np.add.at(of_text, text, weighted)
    near = np.empty((len(own), len(NEARNESS)))
    near[:, 0] = _cosines(direction, whole - all_own)
    near[:, 1] = _cosines(direction, title[text] - title_own)
    near[:, 2] = _cosines(direction, abstract[text] - (all_own - title_own))
    near[:, 3] = _cosines(direction, of_text[text] - weighted)
    size = np.bincount(text, minlength=len(bounds[0]))
    order = np.lexsort((-near[:, 0], text))
    near[order, 4] = np.arange(len(own)) - (size.cumsum() - size)[text]
    length = _lengths(own)
    near[:, 5] = length
    near[:, 6] = length / np.maximum(_lengths(whole), 1.0)
    rarest = np.zeros(len(own), dtype=np.int64)
    first, last = firsts[longest], lasts[longest]
    for step in range(int(lengths.max(initial=0))):
        at = first + step
        here = at < last
        rarest[here] = np.maximum(rarest[here], words.rarity(rows[at[here]]))
    near[:, 7] = rarest
    return near


def _lengths(vectors: Ints) -> Floats:
    lengths: Floats = np.sqrt(np.einsum("ij,ij->i", vectors, vectors).astype(np.float64))
    return lengths


def _directions(vectors: Ints) -> Ints:
    """Return vectors of whole numbers with the length `_UNIT`, about; zeros stay zeros."""
    lengths = np.maximum(_lengths(vectors), 1.0)
    directions: Ints = np.rint(vectors * (_UNIT / lengths)[:, None]).astype(np.int64)
    return directions


def _cosines(directions: Ints, others: Ints) -> Floats:
    products = np.einsum("ij,ij->i", directions, _directions(others))
    cosines: Floats = products / float(_UNIT**2)
    return cosines
