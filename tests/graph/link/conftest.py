"""Collections of made-up papers, to be compared."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from paperlattice.extractors.records import ENTITY_KINDS
from paperlattice.extractors.text_space import TextVector, load_text_space
from paperlattice.graph.link.figures import Named, PaperSet

WORDS = ("graph", "network", "vision", "language", "retrieval", "depth", "speech", "robot", "protein")
TEXTS = ("", "zzyx", "深度学习模型", "graph", "graph networks prune graph networks of images")


def text_of(rng: random.Random) -> str:
    """Return an abstract of a few words, now and then one that others have, or none that is known."""
    if rng.random() < 0.3:
        return rng.choice(TEXTS)
    return " ".join(rng.choices(WORDS, k=rng.randrange(1, 12)))


def vectors_of(seed: int, count: int) -> list[TextVector]:
    """Return the vectors of the papers of `make_collection`."""
    rng = random.Random(seed)
    return [load_text_space().vector(rng.choice(WORDS), text_of(rng)) for _ in range(count)]


def names_of(rng: random.Random) -> list[Named]:
    kinds = rng.sample(ENTITY_KINDS, rng.randrange(len(ENTITY_KINDS) + 1))
    return [
        Named(f"{kind}:{rng.choice('abc')}", kind, rng.random() < 0.3, rng.randrange(20, 1001), 107 * n)
        for n, kind in enumerate(kinds, start=1)
    ]


@pytest.fixture(scope="session")
def make_collection() -> Callable[[int, int], PaperSet]:
    """Return what makes a collection of `count` papers by a seed."""

    def make(seed: int, count: int) -> PaperSet:
        rng = random.Random(seed)
        named = [names_of(rng) for _ in range(count)]
        return PaperSet.of([f"p{i:03}" for i in range(count)], vectors_of(seed, count), named)

    return make


@pytest.fixture(scope="session")
def collection_of_texts() -> Callable[[Sequence[str]], PaperSet]:
    """Return what makes a collection of texts that name nothing."""

    def make(texts: Sequence[str]) -> PaperSet:
        vectors = [load_text_space().vector("", text) for text in texts]
        return PaperSet.of([f"p{i:03}" for i in range(len(texts))], vectors, [()] * len(texts))

    return make
