"""Phrases that papers are about: labels of their entities and words of their titles, as a table."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from paperlattice.extractors.terms import term_cues, word_key
from paperlattice.extractors.text_space import load_text_space, term_spans, text_terms
from paperlattice.graph.topics.communities import Numbers

PaperEntity = tuple[str, str, int]
"""Kind, label and salience (in thousandths) of what a paper names."""

WHOLE: Final = 1000
_LONGEST: Final = 5
_SIZES: Final = (10, 100)  # from so many papers on, a phrase must be in one title more
_COMMON: Final = 500  # hundredths: a phrase of less than 1 of 150 texts is as rare as a name needs to be
_OF_KIND: Final = {"task": 100, "technique": 85}
_OF_TITLE: Final = 60
_OF_LENGTH: Final = {1: 75, 2: 100, 3: 100}  # "image editing" says more than "editing"
_MANY_WORDS: Final = 85  # and what is short is better to read
_INCLUDED: Final = 60  # of 100: a phrase is left out if so much of it is one longer phrase

_WORD: Final = re.compile(r"[^\W_]+")
_PRE: Final = re.compile(
    r"\bpre[- ](?=trained)", re.IGNORECASE
)  # "pre-trained model" is one of weak words only
# A phrase of these words alone names no topic.
_WEAK_WORDS: Final = (
    "algorithm analysis application approach architecture article benchmark challenge corpus data "
    "dataset deep design domain evaluation experiment foundation framework generative language "
    "large learning machine method metric model network neural paper performance pretrained "
    "problem research review small study survey system task technique test tool trained training"
)
_WEAK: Final = frozenset(_WEAK_WORDS.split())


class NamedEntities(Sequence[list[PaperEntity]]):
    """What each paper names, in columns: a list is made of what one names when that is asked for.

    Args:
        known: Kind and label of each entity.
        count: The number of papers.
        papers: The number of the paper of each incidence, ascending.
        entities: The number of the entity.
        salience: The salience.
    """

    def __init__(
        self,
        known: Sequence[tuple[str, str]],
        count: int,
        papers: Numbers,
        entities: Numbers,
        salience: Numbers,
    ) -> None:
        self._known = known
        self._ends = np.searchsorted(papers, np.arange(count + 1))
        self._entities, self._salience = entities, salience

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> list[PaperEntity]: ...

    @overload
    def __getitem__(self, at: slice) -> list[list[PaperEntity]]: ...

    def __getitem__(self, at: int | slice) -> list[PaperEntity] | list[list[PaperEntity]]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        own = slice(*self._ends[range(len(self))[at] :][:2])
        columns = self._entities[own].tolist(), self._salience[own].tolist()
        return [(*self._known[entity], salience) for entity, salience in zip(*columns, strict=True)]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """What names can be made of.

    Attributes:
        keys: The words of each phrase, in the form that spellings share, joined by blanks; sorted.
        shown: How each is mostly written.
        counts: A row for each paper, a column for each phrase: how salient it is there, in thousandths.
        worth: What a phrase counts as a name, in hundredths; 0 for what cannot be one.
        telling: Which phrases say what is particular: labels and pairs of words that are no mere part of one
            longer phrase.
    """

    keys: Sequence[str]
    shown: Sequence[str]
    counts: sparse.csr_matrix
    worth: Numbers
    telling: NDArray[np.bool_]


def phrase_table(titles: Sequence[str], entities: Sequence[Sequence[PaperEntity]]) -> Phrases:
    """Return the phrases of papers.

    A paper that names "3D scene generation" is also about scene generation, if any paper names that. A word
    of a title counts as much as the most salient entity.
    """
    drafts = _Drafts()
    labels = Counter((kind, label) for paper in entities for kind, label, _ in paper)
    for (kind, label), count in labels.items():
        drafts.add_label(kind, label, count)
    del labels
    drafts.add_titles(titles)
    keys = sorted(drafts.written)
    shown = [_most_written(drafts.written[key]) for key in keys]
    worth = np.array(
        [drafts.worth(key, label) for key, label in zip(keys, shown, strict=True)], dtype=np.int64
    )
    is_name = np.array([drafts.is_name(key) for key in keys], dtype=np.bool_)
    is_term = np.array([" " in key or key in drafts.kinds for key in keys], dtype=np.bool_)
    del drafts  # the table needs its memory
    number = {key: i for i, key in enumerate(keys)}
    terms = {key: i for key, i in number.items() if not is_name[i]}
    counts = _count_matrix(titles, entities, number, terms)
    worth[_included(keys, number, counts)] = 0
    return Phrases(keys, shown, counts, worth, is_name | ((worth > 0) & is_term))


@dataclass(slots=True)
class _Drafts:
    """Phrases as they are gathered: their spellings, their kinds, the words of coined names."""

    written: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: set[str] = field(default_factory=set)

    def add_label(self, kind: str, label: str, count: int) -> None:
        words = _words(label)
        if not words:
            return
        self.written[" ".join(words)][label] += count
        self.kinds[" ".join(words)][kind] += count
        self.parts.update(_runs(words))

    def add_titles(self, titles: Sequence[str]) -> None:
        """Add the words and pairs of words that several titles have, and no label has."""
        found = Counter(phrase for title in titles for phrase in _title_phrases(title))
        least = sum(len(titles) >= size for size in _SIZES) + 1
        for (key, shown), number in found.items():
            if number >= least and key not in self.parts:
                self.written[key][shown] += number

    def is_name(self, key: str) -> bool:
        """Return whether a phrase is mostly a coined name."""
        kinds = self.kinds.get(key, Counter())
        return 2 * sum(kinds[kind] for kind in _OF_KIND) < kinds.total()

    def worth(self, key: str, label: str) -> int:
        words = key.split()
        if set(words) <= _WEAK or words[0] in _stop_words() or words[-1] in _stop_words():
            return 0
        if self.is_name(key):
            return 0
        terms = {kind: number for kind, number in self.kinds.get(key, Counter()).items() if kind in _OF_KIND}
        found = (
            _OF_KIND[max(terms, key=lambda kind: (terms[kind], kind))]
            if terms
            else _OF_TITLE // (1 + (len(words) == 1))
        )
        length = _OF_LENGTH.get(len(words), _MANY_WORDS)
        return found * length * min(_rarity(label), _COMMON) // (100 * _COMMON)


def _title_phrases(title: str) -> set[tuple[str, str]]:
    """Return the key and the spelling of each word and pair of words of a title that may name something."""
    spans = [(start, end) for _, start, end in term_spans(title)]
    found = {(" ".join(_words(title[a:b])), title[a:b].lower()) for a, b in spans}
    return {(key, shown) for key, shown in found if not set(key.split()) & (_stop_words() | _WEAK)}


def _count_matrix(
    titles: Sequence[str],
    entities: Sequence[Sequence[PaperEntity]],
    number: dict[str, int],
    terms: dict[str, int],
) -> sparse.csr_matrix:
    """Return how salient each phrase is in each paper; a coined name ("SAFE") only where it is named."""

    def inside(text: str) -> tuple[int, ...]:
        return tuple(terms[run] for run in _runs(_words(text)) if run in terms)

    @lru_cache(maxsize=1 << 17)
    def meant(label: str) -> frozenset[int]:
        own = number.get(" ".join(_words(label)))
        return frozenset(inside(label)) | ({own} if own is not None else frozenset())

    ends, columns, values = array("q", [0]), array("q"), array("q")
    for title, named in zip(titles, entities, strict=True):
        best = dict.fromkeys(inside(title), WHOLE)
        for _, label, salience in named:
            for phrase in meant(label):
                best[phrase] = max(best.get(phrase, 0), salience)
        columns.extend(best.keys())
        values.extend(best.values())
        ends.append(len(columns))
    arrays = (np.frombuffer(column, np.int64) for column in (values, columns, ends))
    return sparse.csr_matrix(tuple(arrays), shape=(len(titles), len(number)))


def _included(keys: Sequence[str], number: dict[str, int], counts: sparse.csr_matrix) -> Numbers:
    """Return the phrases that are mostly a part of one longer phrase ("human feedback")."""
    total = np.asarray(counts.sum(axis=0)).ravel().tolist()
    found = set()
    for longer, key in enumerate(keys):
        for run in _runs(key.split()):
            shorter = number.get(run, longer)
            if shorter != longer and 100 * total[longer] >= _INCLUDED * total[shorter]:
                found.add(shorter)
    return np.array(sorted(found), dtype=np.int64)


def _rarity(label: str) -> int:
    """Return how rare a label is in the packaged texts, in hundredths of a logarithm."""
    space, terms = load_text_space(), list(text_terms(label))
    known = [space.rarity_of(term) for term in terms]
    if len(terms) > 3 or None in known[-1:]:
        return _COMMON
    return max((rarity for rarity in known if rarity is not None), default=_COMMON)


@cache
def _stop_words() -> frozenset[str]:
    return term_cues("stop") - {"state"} | {"part"}


def _words(text: str) -> list[str]:
    return [word_key(word) or word.casefold() for word in _WORD.findall(_PRE.sub("pre", text))]


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Yield the runs of words, each once."""
    spans = ((i, j) for i in range(len(words)) for j in range(i + 1, min(len(words), i + _LONGEST) + 1))
    return iter(dict.fromkeys(" ".join(words[i:j]) for i, j in spans))


def _most_written(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))
