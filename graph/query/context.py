"""The sentences of papers that a question is about, within a budget of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from paperlattice.extractors.records import KINDS, Paper
from paperlattice.extractors.text import MAX_SENTENCE, sentence_spans
from paperlattice.extractors.text_space import RAREST, load_text_space, term_spans, text_terms
from paperlattice.graph.errors import OptionError, QueryError
from paperlattice.graph.model.visible import visible
from paperlattice.graph.query.question_names import NamedInQuestion, names_in

if TYPE_CHECKING:
    from paperlattice.graph.query.lookup import Lookup

BUDGET: Final = 4_000
"""Characters: some thousand tokens of a language model."""

MOST_CHARACTERS: Final = 10_000
"""No more of a question is read."""

_MOST_PAPERS: Final = 40
_MOST_WORDS: Final = 24
_AGAIN: Final = 0.7  # what each further sentence of a paper counts
_ALIKE: Final = 0.8  # the share of words from which on two sentences say the same


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a paper, blanks collapsed, that stands at `paper.text[start:end]`.

    `entities` are the ids of what it names. A sentence of more than 400 characters is cut at a word.
    """

    sentence: str
    start: int
    end: int
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotedPaper:
    """A paper with those of its sentences that a question is about, in the order of the text."""

    id: str
    title: str
    date: str
    url: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the papers say about a question, as `KnowledgeGraph.context` returns it.

    `entities` are those that the question names. `papers` come with the best first. `left_out` is the number
    of sentences about the question for which the budget had no room.
    """

    question: str
    budget: int
    entities: tuple[NamedInQuestion, ...]
    papers: tuple[QuotedPaper, ...]
    left_out: int

    @property
    def text(self) -> str:
        """All of it as text, of at most `budget` characters: papers with ids, sentences with offsets."""
        lines = [*map(_entity_line, self.entities)]
        for paper in self.papers:
            lines += [_paper_line(paper), *map(_passage_line, paper.passages)]
        return "\n".join(lines)


class _Candidate(NamedTuple):
    """A sentence that may be quoted; `value` is how much it is about the question."""

    value: float
    paper: Paper
    passage: Passage
    terms: frozenset[str]


def read_context(lookup: Lookup, question: str, *, budget: int = BUDGET) -> Context:
    """Return the sentences that a question is about, as `KnowledgeGraph.context`."""
    asked = " ".join(visible(question[:MOST_CHARACTERS]).split())
    if not asked:
        raise OptionError("the question is empty; ask for something that papers may say")
    if budget < 1:
        raise OptionError(f"a budget of {budget} characters holds nothing; give 1 or more")
    entities = names_in(lookup, asked)
    weights = {term: _weight(term) for term in text_terms(asked)}
    ranked = _ranked_papers(lookup, asked, weights, entities)
    papers = lookup.papers_with(ranked)
    mentions = lookup.salience_within(ranked)
    meant = {entity.id for entity in entities}
    candidates = [
        candidate
        for paper_id, score in ranked.items()
        for candidate in _candidates(papers[paper_id], mentions.get(paper_id, ()), weights, meant, score)
    ]
    named, room = _fitting(entities, budget)
    chosen = _chosen(candidates, room)
    quoted = (_quoted(papers[paper_id], chosen[paper_id]) for paper_id in ranked if paper_id in chosen)
    left_out = len(candidates) - sum(map(len, chosen.values()))
    return Context(asked, budget, tuple(named), tuple(quoted), left_out)


def _weight(term: str) -> float:
    """Return how much a word of the question tells; pairs of words that are unknown tell nothing more."""
    known = load_text_space().rarity_of(term)
    return (0 if " " in term else RAREST) if known is None else known


def _ranked_papers(
    lookup: Lookup, question: str, weights: Mapping[str, float], entities: Sequence[NamedInQuestion]
) -> dict[str, float]:
    """Return how well papers fit a question, from 0 to 1, the best first.

    The names in it are searched for, and its words that tell most.
    """
    words = {question[start:end]: weights[term] for term, start, end in term_spans(question)}
    telling = sorted(words, key=lambda word: (-words[word], word))[:_MOST_WORDS]
    query = " ".join((*(entity.written for entity in entities), *telling))
    try:
        found = lookup.texts.ranked(query, _MOST_PAPERS)
    except QueryError:  # no word is in it
        return {}
    best = round(max(found.values(), default=0), 3)
    return {paper_id: round(score, 3) / best for paper_id, score in found.items() if round(score, 3) > 0}


def _candidates(
    paper: Paper,
    mentions: Sequence[tuple[str, int, float]],
    weights: Mapping[str, float],
    meant: Set[str],
    score: float,
) -> Iterator[_Candidate]:
    """Yield the sentences of an abstract that have to do with a question, the best first."""
    found = []
    # To look for the beginnings of words is faster than to read all words: "studies" is "study" among terms.
    parts = [term.removesuffix("y") for term in weights if " " not in term]
    for start, end in _sentences(paper):
        named: dict[str, float] = {}
        for entity, place, salience in mentions:
            if start <= place < end:
                named[entity] = max(salience, named.get(entity, 0.0))
        lowered = paper.text[start:end].lower()
        if meant.isdisjoint(named) and not any(part in lowered for part in parts):
            continue
        terms = frozenset(term for term, _, _ in term_spans(paper.text[start:end]))
        value = sum(weights[term] for term in sorted(terms & weights.keys()))
        value += sum(RAREST * (1 + named[entity]) for entity in sorted(meant & named.keys()))
        if value:
            sentence = " ".join(paper.text[start:end].split())
            found.append((value, Passage(sentence, start, end, tuple(sorted(named))), terms))
    found.sort(key=lambda row: (-row[0], row[1].start))
    for number, (value, passage, terms) in enumerate(found):
        yield _Candidate(value * score * _AGAIN**number, paper, passage, terms)


def _sentences(paper: Paper) -> Iterator[tuple[int, int]]:
    """Yield start and end, in the text of a paper, of the sentences of its abstract, long ones cut."""
    body = len(paper.title) + 1
    for start, end in sentence_spans(paper.abstract):
        if end - start > MAX_SENTENCE:
            blank = paper.abstract.rfind(" ", start + 1, start + MAX_SENTENCE)
            end = blank if blank > start else start + MAX_SENTENCE
        yield body + start, body + end


def _fitting(entities: Iterable[NamedInQuestion], budget: int) -> tuple[list[NamedInQuestion], int]:
    """Return the entities whose lines take half of the budget at most, and the room that is left."""
    named, room = [], budget
    for entity in entities:
        cost = len(_entity_line(entity)) + 1
        if room - cost >= budget / 2:
            named.append(entity)
            room -= cost
    return named, room


def _chosen(candidates: Iterable[_Candidate], room: int) -> dict[str, list[Passage]]:
    """Return the best sentences that fit into some room, by paper, without such as say the same."""
    chosen: dict[str, list[Passage]] = {}
    said: list[frozenset[str]] = []
    room += 1  # the last line ends without a line break
    for candidate in sorted(candidates, key=lambda c: (-c.value, c.paper.id, c.passage.start)):
        paper, passage = candidate.paper, candidate.passage
        heading = 0 if paper.id in chosen else len(_paper_line(paper)) + 1
        cost = heading + len(_passage_line(passage)) + 1
        if cost <= room and not any(map(partial(_alike, candidate.terms), said)):
            room -= cost
            said.append(candidate.terms)
            chosen.setdefault(paper.id, []).append(passage)
    return chosen


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * max(len(one | other), 1)


def _quoted(paper: Paper, passages: Iterable[Passage]) -> QuotedPaper:
    in_order = tuple(sorted(passages, key=lambda passage: passage.start))
    return QuotedPaper(paper.id, paper.title, paper.date, paper.url, in_order)


def _entity_line(entity: NamedInQuestion) -> str:
    count = f"{entity.papers} paper{'' if entity.papers == 1 else 's'}"
    return visible(f"{entity.label} ({KINDS[entity.kind].one}, {count}; {entity.id})")


def _paper_line(paper: Paper | QuotedPaper) -> str:
    date = f" ({paper.date})" if paper.date else ""
    return visible(f"{paper.id}{date} {paper.title}")


def _passage_line(passage: Passage) -> str:
    return visible(f'  "{passage.sentence}" [{passage.start}-{passage.end}]')
