"""What a text is about, as two vectors of whole numbers: its words, and a point in a learned space.

The words are weighed by how rare they are (TF-IDF; Salton, Buckley 1988). The point is a weighted sum of
vectors of words, fitted so that a title lies close to its own abstract and far from others
(`extractors.training.text_space`). Both are functions of the text and of packaged data alone, and products of
them are whole numbers, so no library, order or engine changes one.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

LEXICAL_UNIT: Final = 255**2
"""About the product of the words of a text with themselves: a cosine is a product divided by it."""

DENSE_UNIT: Final = 256**2
"""About the product of the point of a text with itself."""

RAREST: Final = 950
"""The rarity, in hundredths, of a name that fewer than some ten abstracts of the corpus have."""

SPACE_FILES: Final = ("stop_words.txt", "text_space.npz")
"""The packaged data of the space, in the folder `data`."""

_VERSION: Final = "1"  # raised with every change of the code that changes a vector or a rarity
_LEXICAL: Final = 255
_DENSE: Final = 256  # no number of a point is above a half: none is cut
_SELDOM: Final = 350  # hundredths: a word that more than one abstract in thirty has says little
_WEIGHTY: Final = 0.95  # times the median of all words
_TITLE: Final = 2  # a word of the title counts as if the abstract had it twice
_STEP: Final = 1000  # log(count) is taken in thousandths

# "segmentation", "3d", "gpt" and "4" of "GPT-4"; a sign that ends a phrase, but not a hyphen.
_TOKEN: Final = re.compile(r"[^\W_]+|[^\s\w-]")


@dataclass(frozen=True, slots=True, eq=False)
class TextVector:
    """What a text is about.

    `terms` are the numbers of its words and pairs of words, ascending, `weights` what each counts, of which
    the squares sum up to LEXICAL_UNIT, about. `point` has `TextSpace.dimensions` whole numbers, of which the
    squares sum up to DENSE_UNIT, about. A text without a known word has no terms, and zeros as its point.
    """

    terms: NDArray[np.uint16]
    weights: NDArray[np.uint8]
    point: NDArray[np.int8]


class TextSpace:
    """The packaged words with their weights and vectors.

    Args:
        terms: The words and pairs of words that are known, as `text_terms` yields them.
        rarity: For each the logarithm of the share of texts without the sign, in hundredths.
        gain: For each what it counts in a point.
        vectors: For each a row of whole numbers.
        shown: For each how texts mostly write it.
        common: Words that are left out because a third of all texts has them.
    """

    def __init__(
        self,
        terms: Iterable[str],
        rarity: NDArray[np.uint16],
        gain: NDArray[np.uint16],
        vectors: NDArray[np.int8],
        shown: Iterable[str],
        common: Iterable[str] = (),
    ) -> None:
        self.terms = list(terms)
        self._number = {term: number for number, term in enumerate(self.terms)}
        self._rarity = rarity.astype(np.float64)
        self._gain = gain.astype(np.int64)
        self._vectors = vectors
        self.shown = list(shown)
        self._common = frozenset(common)
        self.rarity = rarity

    @property
    def dimensions(self) -> int:
        """The length of a point."""
        return int(self._vectors.shape[1])

    def parts(self, dimensions: int) -> NDArray[np.int64]:
        """Return what each word adds to the first numbers of a point, before that is scaled."""
        return self._gain[:, None] * self._vectors[:, :dimensions].astype(np.int64)

    def rarity_of(self, term: str) -> int | None:
        """Return how rare a word or a pair of words is, as `text_terms` yields it; None for an unknown one.

        Example:
            >>> space = load_text_space()
            >>> space.rarity_of("neural network") < space.rarity_of("gaussian splatting")
            True
        """
        number = self._number.get(term)
        return None if number is None else int(self.rarity[number])

    @cached_property
    def telling(self) -> NDArray[np.bool_]:
        """Which words, and pairs of words, say what a text is about; "intriguing" and "larger" do not.

        Those are rare enough and have weight in a point: what does not help to find the abstract of a title
        was fitted to short vectors.
        """
        length = np.sqrt(np.einsum("ij,ij->i", self._vectors, self._vectors, dtype=np.int64))
        weight = length * self._gain / np.maximum(self._rarity, 1.0)
        found: NDArray[np.bool_] = (self._rarity >= _SELDOM) & (weight >= _WEIGHTY * np.median(weight))
        return found

    def vector(self, title: str, abstract: str) -> TextVector:
        """Return the vector of a text.

        Example:
            >>> space = load_text_space()
            >>> one = space.vector("Unlearning Faces", "We remove classes from trained classifiers.")
            >>> two = space.vector("Forgetting on Request", "Machine unlearning of a class in vision models.")
            >>> far = space.vector("Tides", "We measure the height of ocean waves from satellites.")
            >>> int(one.point.astype(int) @ two.point) > int(one.point.astype(int) @ far.point)
            True
        """
        counts: Counter[int] = Counter()
        for text, weight in ((title, _TITLE), (abstract, 1)):
            for term in text_terms(text):
                if (number := self._number.get(term)) is not None:
                    counts[number] += weight
        numbers = np.array(sorted(counts), dtype=np.int64)
        steps = np.array([_log_steps(counts[n]) for n in numbers.tolist()], dtype=np.int64)
        return TextVector(
            numbers.astype(np.uint16), self._weights(numbers, steps), self._point(numbers, steps)
        )

    def name_rarity(self, name: str) -> int:
        """Return how rare a name is, in hundredths: that of its rarest word, or pair of words.

        A name with a word that the space does not know is as rare as a name can be.

        >>> space = load_text_space()
        >>> space.name_rarity("image captioning") < space.name_rarity("machine unlearning")
        True
        >>> space.name_rarity("QuillNet") == RAREST
        True
        """
        terms = set(text_terms(name))
        known = [self._number[term] for term in terms if term in self._number]
        single = {term for term in terms if " " not in term} - self._common
        new = any(term not in self._number for term in single)  # `- keys()` would look at each of the keys
        return RAREST if new or not terms else max((int(self.rarity[n]) for n in known), default=0)

    def _weights(self, numbers: NDArray[np.int64], steps: NDArray[np.int64]) -> NDArray[np.uint8]:
        raw = steps * self._rarity[numbers]
        return np.rint(_scaled(raw, _LEXICAL)).astype(np.uint8)

    def _point(self, numbers: NDArray[np.int64], steps: NDArray[np.int64]) -> NDArray[np.int8]:
        raw = (steps * self._gain[numbers]) @ self._vectors[numbers].astype(np.int64)
        return np.clip(np.rint(_scaled(raw.astype(np.float64), _DENSE)), -127, 127).astype(np.int8)


def _scaled(values: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """Return values as multiples of `length`, their length. Sums are of whole numbers below 2^53: exact."""
    size = math.sqrt(math.fsum(v * v for v in values.tolist()))
    return values * (length / size) if size else values


@cache
def _log_steps(count: int) -> int:
    """Return 1 + log(count) in thousandths: what a word counts that stands so often in a text."""
    return _STEP + round(_STEP * math.log(count))


def text_terms(text: str) -> Iterator[str]:
    """Yield the words of a text without the s of a plural, and the pairs of words that follow each other.

    >>> list(text_terms("Graph neural networks, on 3D meshes"))
    ['graph', 'neural', 'graph neural', 'network', 'neural network', '3d', 'meshe', '3d meshe']
    """
    return (term for term, _, _ in term_spans(text))


def term_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what `text_terms` yields, each with where it starts and ends in the text."""
    before, began, stop = "", 0, _stop_words()
    for match in _TOKEN.finditer(text):
        token = match[0].lower()
        if len(token) < 2 or token in stop or token.isdigit():
            before = ""
            continue
        word = _singular(token)
        start, end = match.span()
        yield word, start, end
        if before:
            yield f"{before} {word}", began, end
        before, began = word, start


def written_forms(words: Mapping[str, int]) -> dict[str, int]:
    """Return for each form of words, singular and plural, what is given for the word."""
    forms = dict(words)
    for word, number in words.items():
        for plural in (f"{word}s", f"{word[:-1]}ies"):
            if _singular(plural) == word:
                forms[plural] = number
    return forms


def _singular(word: str) -> str:
    """Return a word without the s of a plural; only the comparison of words counts, not their beauty."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


@cache
def _stop_words() -> frozenset[str]:
    """Return the words that never tell what a text is about, read once a process."""
    return frozenset(files("paperlattice.extractors").joinpath("data/stop_words.txt").read_text().split())


@cache
def space_version() -> str:
    """Return the version of code and data together: equal versions give equal vectors for equal texts."""
    folder = files("paperlattice.extractors").joinpath("data")
    digest = hashlib.sha256(b"".join(folder.joinpath(name).read_bytes() for name in SPACE_FILES))
    return f"{_VERSION}-{digest.hexdigest()[:12]}"


@cache
def load_text_space() -> TextSpace:
    """Return the packaged space, read once a process."""
    with np.load(str(files("paperlattice.extractors").joinpath("data/text_space.npz"))) as data:
        terms, shown, common = (bytes(data[n]).decode().split("\n") for n in ("terms", "shown", "common"))
        return TextSpace(terms, data["rarity"], data["gain"], data["vectors"], shown, common)
