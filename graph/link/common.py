"""What two papers share: entities, and words of their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from paperlattice.extractors.text_space import load_text_space
from paperlattice.graph.link.figures import Matrix, PaperSet
from paperlattice.graph.link.pairs import Pairs
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.model.records import Link

MOST_TERMS: Final = 6
_TRIED: Final = 20
_AT_ONCE: Final = 100_000


def links_of(collection: PaperSet, pairs: Pairs) -> Iterator[Link]:
    """Yield pairs as links, with what the two papers share."""
    ids, columns = collection.ids, (pairs.left.tolist(), pairs.right.tolist(), pairs.weight.tolist())
    shared, terms = shared_entities(collection, pairs), shared_terms(collection, pairs)
    for left, right, weight, entities, words in zip(*columns, shared, terms, strict=True):
        yield Link(ids[left], ids[right], weight / MILLION, tuple(entities), tuple(words))


def shared_entities(collection: PaperSet, pairs: Pairs) -> list[list[str]]:
    """Return for each pair the ids of the entities that both papers name, what counts most first."""
    found: list[list[str]] = []
    for at in range(0, len(pairs), _AT_ONCE):
        some = slice(at, at + _AT_ONCE)
        worth = collection.entity_worth(pairs.left[some], pairs.right[some])
        found += [[collection.entities[i] for i in row] for row in _ranked(worth)]
    return found


def shared_terms(collection: PaperSet, pairs: Pairs) -> list[list[str]]:
    """Return for each pair the words, and pairs of words, that both texts share most, as texts write them."""
    space = load_text_space()
    telling = space.telling.tolist()
    found: list[list[str]] = []
    for at in range(0, len(pairs), _AT_ONCE):
        left, right = (side[at : at + _AT_ONCE] for side in (pairs.left, pairs.right))
        words = collection.shared_words(left, right)
        found += [_telling(row[:_TRIED], space.shown, telling) for row in _ranked(words)]
    return found


def _ranked(matrix: Matrix) -> list[list[int]]:
    """Return the columns of each row that hold something, the largest first."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    columns = matrix.indices[order].tolist()
    ends = matrix.indptr.tolist()
    return [columns[start:end] for start, end in pairwise(ends)]


def _telling(terms: Sequence[int], shown: Sequence[str], telling: Sequence[bool]) -> list[str]:
    """Return the first few terms that say something, without words of a pair that is among them."""
    kept: list[str] = []
    for number in terms:
        if not telling[number] or len(kept) == MOST_TERMS:
            continue
        term = shown[number]
        inside = [one for one in kept if one in term.replace("-", " ").split()]
        if any(term in one.replace("-", " ").split() for one in kept):
            continue
        kept = [one for one in kept if one not in inside] + [term]
    return kept
