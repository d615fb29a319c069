"""Papers ranked by how well they answer a search: BM25 over the index of words, and the entities it names.

S. Robertson and H. Zaragoza, The probabilistic relevance framework: BM25 and beyond, 2009.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from paperlattice.extractors.text import sentence_at, sentence_spans
from paperlattice.graph.errors import QueryError
from paperlattice.graph.model.attributes import OUTSIDE
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.store.tables import GraphTables, among, bounds, few_of
from paperlattice.graph.store.text_words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from paperlattice.extractors.records import Paper

    _Piece = tuple[NDArray[np.int64], NDArray[np.int64]]

_SATURATION: Final = 1.2
_BY_LENGTH: Final = 0.75
_LONGEST_NAME: Final = 6
_CONSIDERED: Final = 5
"""So many times the papers that are wanted are ranked by their titles too."""

Words = Mapping[str, tuple[float, frozenset[str]]]
"""What each word of a search is worth, and its forms."""

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


class _Found(NamedTuple):
    """The scores of the best papers, the best first; what the words of a search are worth; its entities."""

    best: dict[str, float]
    words: Words
    entities: list[str]


class TextSearch:
    """Searches the papers of tables that have an index of words; some 150 bytes a paper in memory."""

    def __init__(self, tables: GraphTables) -> None:
        self._tables = tables
        # In the order of their ids, so that a row stands for an id where equally good papers are sorted.
        found = tables.arrays("SELECT number, paper_id, length FROM {text_numbers} ORDER BY paper_id")
        self._ids: list[str] = found["paper_id"].tolist()
        self._row = {paper_id: row for row, paper_id in enumerate(self._ids)}
        numbers = np.asarray(found["number"])
        # The row of each number, -1 for papers that are gone; the last place stands for all higher numbers.
        self._row_of = np.full(int(numbers.max(initial=0)) + 2, -1)
        self._row_of[numbers] = np.arange(len(numbers))
        lengths = np.asarray(found["length"], dtype=np.float64)
        mean = max(float(lengths.mean()), 1.0) if len(lengths) else 1.0
        self._norms = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * lengths / mean)

    def hits(self, query: str, k: int | None) -> list[Hit]:
        """Return the `k` papers that answer best, see `Questions.search`."""
        found = self._find(query, k)
        papers = self._tables.read_papers(found.best)
        named = self._named(found)
        labels = self._tables.labels_of(found.entities)
        return [
            _hit(
                papers[i],
                found.best[i],
                found.words,
                {labels[e]: named[i, e] for e in found.entities if (i, e) in named},
            )
            for i in found.best
        ]

    def _named(self, found: _Found) -> dict[tuple[str, str], list[int]]:
        """Return where the best papers name the entities of a search, by paper and entity."""
        rows = self._tables.rows(
            f"SELECT paper_id, entity_id, start, rule FROM {{mentions}} WHERE {among('paper_id')}"
            f" AND {among('entity_id')}",
            *bounds(found.best),
            *bounds(found.entities),
        )
        named: dict[tuple[str, str], list[int]] = {}
        for paper_id, entity, start, rule in rows:
            named.setdefault((paper_id, entity), []).extend([] if rule in OUTSIDE else [start])
        return named

    def ranked(self, query: str, k: int | None) -> dict[str, float]:
        """Return the scores of the `k` papers that answer best, the best first, by id."""
        return self._find(query, k).best

    def _find(self, query: str, k: int | None) -> _Found:
        forms = {word: _forms(word) for word in words_of(query)}
        if not forms:
            raise QueryError(f"the search {query!r} holds no word: give words or names")
        scores = np.zeros(len(self._ids))
        words = self._add_words(scores, forms)
        self._add_entities(scores, entities := _meant(self._tables, query))
        wanted = len(scores) if k is None else max(k, 0)
        chosen = {self._ids[row]: float(scores[row]) for row in _best(scores.round(6), _CONSIDERED * wanted)}
        titles = self._tables.titles_of(chosen)
        rated = {i: score + _worth_in(titles[i], words) for i, score in chosen.items()}
        best = sorted(rated, key=lambda paper_id: (-round(rated[paper_id], 6), paper_id))[:wanted]
        return _Found({paper_id: rated[paper_id] for paper_id in best}, words, entities)

    def _add_words(self, scores: NDArray[np.float64], forms: Mapping[str, frozenset[str]]) -> Words:
        """Add what the words of a search are worth in each paper; return what each of them is worth."""
        known = sorted({form for own in forms.values() for form in own})
        found = self._tables.arrays(
            "SELECT word, numbers, counts FROM {text_index} WHERE word IN (SELECT unnest($1::VARCHAR[]))",
            known,
        )
        written: dict[str, list[_Piece]] = {}
        for word, numbers, counts in zip(found["word"], found["numbers"], found["counts"], strict=True):
            written.setdefault(word, []).append((numbers, counts))
        words = {}
        for word, own in forms.items():
            used = np.zeros(len(scores))
            for numbers, counts in (piece for form in sorted(own) for piece in written.get(form, ())):
                rows = self._row_of[np.minimum(numbers, len(self._row_of) - 1)]
                living = rows >= 0
                used[rows[living]] += counts[living]  # a piece has a paper once
            worth = self._rarity(int(np.count_nonzero(used)))
            scores += worth * used * (_SATURATION + 1) / (used + self._norms)
            words[word] = (worth, own)
        return words

    def _add_entities(self, scores: NDArray[np.float64], entities: Sequence[str]) -> None:
        """Add what entities are worth in the papers that name them, more in those that are about them."""
        found = self._tables.arrays(
            "SELECT list_position($1::VARCHAR[], entity_id) AS entity, paper_id, salience FROM {incidence}"
            " WHERE entity_id IN (SELECT unnest($1::VARCHAR[]))",
            entities,
        )
        rows = np.array([self._row.get(paper_id, -1) for paper_id in found["paper_id"]], dtype=np.int64)
        named, salience = np.asarray(found["entity"]), np.asarray(found["salience"])
        for number in range(1, len(entities) + 1):
            has = (named == number) & (rows >= 0)
            scores[rows[has]] += self._rarity(int(np.count_nonzero(has))) * (1 + salience[has]) / 2

    def _rarity(self, papers: int) -> float:
        """Return the weight of what so many papers have, the greater the fewer they are."""
        return float(np.log1p((len(self._ids) - papers + 0.5) / (papers + 0.5)))


def _best(scores: NDArray[np.float64], most: int) -> list[int]:
    """Return the places of the greatest scores above 0, the greatest first, of equal ones the first first."""
    some = np.flatnonzero(scores > 0)
    if most < len(some):
        # Few are sorted: those that reach the last one that is wanted.
        least = np.partition(scores[some], -most)[-most] if most else np.inf
        some = some[scores[some] >= least]
    best: list[int] = some[np.lexsort((some, -scores[some]))][:most].tolist()
    return best


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
    where, values = few_of("key", sorted({key for key in keys.values() if key}))
    rows = tables.rows(
        f"SELECT key, entity_id, min(rank) FROM {{name_index}} WHERE {where} GROUP BY ALL ORDER BY ALL",
        *values,
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


def _worth_in(text: str, words: Words) -> float:
    """Return what the words of a search are worth that a text has."""
    held = set(words_of(text))
    return sum(worth for worth, forms in words.values() if held & forms)


def _hit(paper: Paper, score: float, words: Words, named: Mapping[str, Sequence[int]]) -> Hit:
    """Return a paper with the sentence that has most of the words, and of what the search names.

    The title, which the reader sees anyway, is chosen only if no other sentence has any.
    """
    text, body = paper.text, len(paper.title) + 1
    places = [place for places in named.values() for place in places]

    def answers(span: tuple[int, int]) -> tuple[bool, float, int]:
        start, end = span
        worth = _worth_in(text[start:end], words) + sum(start <= place < end for place in places)
        return worth > 0 and start >= body, worth, -start

    start, end = max(sentence_spans(text), key=answers, default=(0, 0))
    return Hit(
        paper.id, paper.title, round(score, 3), tuple(named), sentence_at(text, start, end), start, end
    )
