"""Papers ranked by how well they answer a search: BM25 over the index of words, and the entities it names.

S. Robertson and H. Zaragoza, The probabilistic relevance framework: BM25 and beyond, 2009.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from paperlattice.extractors.text import sentence_at, sentence_spans
from paperlattice.graph.errors import QueryError
from paperlattice.graph.model.attributes import OUTSIDE
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.store.tables import GraphTables
from paperlattice.graph.store.text_words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from paperlattice.extractors.records import Mention, Paper

_SATURATION: Final = 1.2
_BY_LENGTH: Final = 0.75
_LONGEST_NAME: Final = 6
_CONSIDERED: Final = 5
"""So many times the papers that are wanted are ranked by their titles too."""

_EDGES: Final = ",;:.!?()[]{}\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper that answers a search, as `KnowledgeGraph.search` returns it.

    `id` and `title` are those of the paper. A greater `score` is better; those of two searches do not
    compare. `names` are the labels of the entities that the search names and the paper too. `sentence` is the
    one that answers best; it is at `paper.text[start:end]`, there with its line breaks.
    """

    id: str
    title: str
    score: float
    names: tuple[str, ...]
    sentence: str
    start: int
    end: int


class TextSearch:
    """Searches the papers of tables that have an index of words; some 100 bytes a paper in memory."""

    def __init__(self, tables: GraphTables) -> None:
        self._tables = tables
        found = tables.arrays("SELECT number, paper_id, length FROM {text_numbers} ORDER BY number")
        self._numbers: NDArray[np.int64] = np.asarray(found["number"])
        self._ids: NDArray[np.object_] = np.asarray(found["paper_id"])
        lengths = np.asarray(found["length"], dtype=np.float64)
        mean = max(float(lengths.mean()), 1.0) if len(lengths) else 1.0
        self._norms = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * lengths / mean)

    def hits(self, query: str, k: int | None) -> list[Hit]:
        """Return the `k` papers that answer best, see `Questions.search`."""
        forms = {word: _forms(word) for word in words_of(query)}
        if not forms:
            raise QueryError(f"the search {query!r} holds no word: give words or names")
        scores = np.zeros(len(self._ids))
        words = self._add_words(scores, forms)
        self._add_entities(scores, entities := _meant(self._tables, query))
        wanted = len(scores) if k is None else max(k, 0)
        order = np.lexsort((self._ids, -scores.round(6)))[: _CONSIDERED * wanted]
        chosen = [(str(self._ids[i]), float(scores[i])) for i in order if scores[i] > 0]
        papers = self._tables.read_papers([paper_id for paper_id, _ in chosen])
        rated = {i: score + _worth_in(papers[i].title, words) for i, score in chosen}
        best = sorted(rated, key=lambda paper_id: (-round(rated[paper_id], 6), paper_id))[:wanted]
        named = self._tables.read_mentions(best)
        labels = self._tables.labels_of(entities)
        return [
            _hit(papers[i], rated[i], words, {labels[e]: named[i, e] for e in entities if (i, e) in named})
            for i in best
        ]

    def _add_words(self, scores: NDArray[np.float64], forms: Mapping[str, frozenset[str]]) -> Words:
        """Add what the words of a search are worth in each paper; return what each of them is worth."""
        # Numbers stand for the forms of words: a text in each row of the answer would cost most of the time.
        known = sorted({form for own in forms.values() for form in own})
        found = self._tables.arrays(
            "SELECT list_position($1::VARCHAR[], word) AS form, unnest(numbers) AS number,"
            " unnest(counts) AS count FROM {text_index} WHERE word IN (SELECT unnest($1::VARCHAR[]))",
            known,
        )
        rows, living = self._rows(found["number"])
        written, counts = np.asarray(found["form"])[living], np.asarray(found["count"])[living]
        words = {}
        for word, own in forms.items():
            has = np.array([False, *(form in own for form in known)])[written]
            used = np.bincount(rows[has], weights=counts[has], minlength=len(scores))
            worth = self._rarity(int(np.count_nonzero(used)))
            scores += worth * used * (_SATURATION + 1) / (used + self._norms)
            words[word] = (worth, own)
        return words

    def _add_entities(self, scores: NDArray[np.float64], entities: Sequence[str]) -> None:
        """Add what entities are worth in the papers that name them, more in those that are about them."""
        found = self._tables.arrays(
            "SELECT entity_id, number, salience FROM {incidence} JOIN {text_numbers} USING (paper_id)"
            " WHERE entity_id IN (SELECT unnest($1::VARCHAR[]))",
            entities,
        )
        rows, living = self._rows(found["number"])
        named, salience = np.asarray(found["entity_id"])[living], np.asarray(found["salience"])[living]
        for entity in entities:
            has = named == entity
            scores[rows[has]] += self._rarity(int(np.count_nonzero(has))) * (1 + salience[has]) / 2

    def _rows(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the rows of numbers of papers, and which numbers are of papers that are still there."""
        numbers = np.asarray(numbers)
        rows = np.searchsorted(self._numbers, numbers)
        living = rows < len(self._numbers)
        living[living] = self._numbers[rows[living]] == numbers[living]
        return rows[living], living

    def _rarity(self, papers: int) -> float:
        """Return the weight of what so many papers have, the greater the fewer they are."""
        return float(np.log1p((len(self._ids) - papers + 0.5) / (papers + 0.5)))


def _forms(word: str) -> frozenset[str]:
    """Return a word with its singular and plural, as far as an "s" makes them.

    >>> sorted(_forms("adapters"))
    ['adapter', 'adapters']
    """
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return frozenset((word, word[:-1] if is_plural else f"{word}s"))


def _meant(tables: GraphTables, query: str) -> list[str]:
    """Return the ids of the entities that a search names, of names within names only the longest."""
    words = [word for given in query.split() if (word := given.strip(_EDGES))]
    places = [
        (start, end)
        for size in range(min(_LONGEST_NAME, len(words)), 0, -1)
        for start in range(len(words) - size + 1)
        for end in (start + size,)
    ]
    keys = {place: name_key(" ".join(words[slice(*place)])) for place in places}
    rows = tables.rows(
        "SELECT key, entity_id, min(rank) FROM {name_index}"
        " WHERE key IN (SELECT unnest($1::VARCHAR[])) GROUP BY ALL ORDER BY ALL",
        sorted({key for key in keys.values() if key}),
    )
    found: dict[str, dict[str, int]] = {}
    for key, entity, rank in rows:
        found.setdefault(key, {})[entity] = rank
    used: set[int] = set()
    meant: dict[str, None] = {}
    for (start, end), key in keys.items():
        if key in found and used.isdisjoint(range(start, end)):
            used.update(range(start, end))
            best = min(found[key].values())
            meant.update(dict.fromkeys(entity for entity, rank in found[key].items() if rank == best))
    return list(meant)


Words = Mapping[str, tuple[float, frozenset[str]]]
"""What each word of a search is worth, and its forms."""


def _worth_in(text: str, words: Words) -> float:
    """Return what the words of a search are worth that a text has."""
    held = set(words_of(text))
    return sum(worth for worth, forms in words.values() if held & forms)


def _hit(paper: Paper, score: float, words: Words, named: Mapping[str, Sequence[Mention]]) -> Hit:
    """Return a paper with the sentence that has most of the words, and of what the search names.

    The title, which the reader sees anyway, is chosen only if no other sentence has any.
    """
    text, body = paper.text, len(paper.title) + 1
    places = [m for mentions in named.values() for m in mentions if m.rule not in OUTSIDE]

    def answers(span: tuple[int, int]) -> tuple[bool, float, int]:
        start, end = span
        worth = _worth_in(text[start:end], words) + sum(start <= m.start < end for m in places)
        return worth > 0 and start >= body, worth, -start

    start, end = max(sentence_spans(text), key=answers, default=(0, 0))
    return Hit(
        paper.id, paper.title, round(score, 3), tuple(named), sentence_at(text, start, end), start, end
    )
