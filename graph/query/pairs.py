"""Why two papers belong together, and why a graph draws a link between them or does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paperlattice.extractors.records import KINDS, Kind, Paper
from paperlattice.extractors.text import sentence_at
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.model.attributes import best_sentence, relation_of
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.model.records import Link

if TYPE_CHECKING:
    from paperlattice.graph.query.lookup import Lookup
    from paperlattice.graph.query.reader import MentionsWithin, WeighedPair

Sentences = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SharedName:
    """An entity that two papers name, and what each has to do with it: "proposes", "uses", ..."""

    id: str
    kind: Kind
    label: str
    relations: tuple[str, str]


@dataclass(frozen=True, slots=True)
class OddsPart:
    """What something that two papers have in common adds to the log-odds that they belong together."""

    what: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """Why two papers belong together, as `KnowledgeGraph.explain` returns it for two papers.

    `left` and `right` are their ids, in the order asked, as in all that comes in twos. `weight`, from 0 to 1,
    is the probability that a reader of one profits from the other; its log-odds, log(weight / (1 - weight)),
    are the sum of `parts`. `reason` says in one sentence what they have in common, `verdict` why the graph
    draws a link between them (`is_linked`), or not. `shared` are the entities that both name, what counts
    most first, `terms` the words that both texts share, and `sentences` those in which the papers name
    the first shared entity, or use the first shared word.
    """

    left: str
    right: str
    titles: tuple[str, str]
    weight: float
    is_linked: bool
    reason: str
    verdict: str
    parts: tuple[OddsPart, ...]
    shared: tuple[SharedName, ...]
    terms: tuple[str, ...]
    sentences: Sentences


def explain_papers(lookup: Lookup, options: BuildOptions, left: Paper, right: Paper) -> PairExplanation:
    """Return why two papers belong together; cost: linear in the number of papers, once.

    Raises UnknownNode if they are one paper.
    """
    if left.id == right.id:
        raise UnknownNode(f"both names mean the paper {left.title!r}; give two papers")
    link, parts = lookup.weighed_link(left.id, right.id)
    papers = {left.id: left, right.id: right}
    mentions, labels = lookup.mentions_within(papers), lookup.labels_with(link.shared)
    is_linked = right.id in lookup.linked_with(left.id)
    return PairExplanation(
        left.id,
        right.id,
        (left.title, right.title),
        link.weight,
        is_linked,
        lookup.reasons_of([link], mentions, papers, labels)[0],
        _verdict(lookup, options, link, (left, right), is_linked=is_linked),
        tuple(OddsPart(_WORDS.get(figure, f"shared {figure}"), added) for figure, added in parts.items()),
        tuple(_shared_names(lookup, link, (left.id, right.id))),
        link.terms,
        sentences_from([link], left.id, mentions, papers)[0],
    )


_WORDS: Final[Mapping[str, str]] = {
    "start": "any two papers",
    "point": "what the texts are about",
    "words": "words of both texts",
    "top": "the most telling of these words",
    "common": "how many these words are",
    "own": "what one makes and the other names",
    **{kind: f"shared {facts.many}" for kind, facts in KINDS.items()},
}
"""The figures of a pair (`graph.link.figures.FIGURES`) in words."""


def _shared_names(lookup: Lookup, link: Link, papers: tuple[str, str]) -> Iterator[SharedName]:
    entities = lookup.entities_with(link.shared)
    for entity in (entities[i] for i in link.shared if i in entities):
        mentions = lookup.mentions_of(entity.id, papers)
        one, two = (relation_of(mentions[paper]) for paper in papers)
        yield SharedName(entity.id, entity.kind, entity.label, (one, two))


# --- why a link is drawn or not


def _verdict(
    lookup: Lookup, options: BuildOptions, link: Link, papers: tuple[Paper, Paper], *, is_linked: bool
) -> str:
    if options.links == "none":
        return "Not drawn: the graph was built without links."
    if papers[1].id in lookup.unrelated_to(papers[0].id):
        return "Not drawn: a pin says that the two are unrelated."
    if options.links == "shared":
        rule = f"an entity that at most {options.hub_limit} papers name"
        return f"Drawn: they share {rule}." if is_linked else f"Not drawn: they do not share {rule}."
    if not is_linked and link.weight < options.link_threshold:
        return f"Not drawn: {link.weight:.2f} is below the threshold of {options.link_threshold:g}."
    if not is_linked and not lookup.has_pairs():
        return "Not drawn: this part of a graph keeps the links of the whole, but not what was compared."
    ranks = [_rank(lookup.weighed_pairs(paper.id), paper.id, link) for paper in papers]
    return _by_rank([rank for rank in ranks if rank], options.link_top, papers, is_linked=is_linked)


def _by_rank(ranks: Sequence[int], top: int, papers: tuple[Paper, Paper], *, is_linked: bool) -> str:
    from paperlattice.graph.link.pairs import CROWD, NEIGHBOURS

    places = " and ".join(
        f"number {rank} of {paper.title!r}" for rank, paper in zip(ranks, papers, strict=False)
    )
    if is_linked:
        told = f" (it is {places})" if ranks else ""
        return f"Drawn: it is among the {top} best of one of the two{told}."
    if not ranks:
        return (
            f"Not drawn: the two were never compared, for neither is among the {NEIGHBOURS} texts that are "
            "nearest to the other."
        )
    if min(ranks) > top:
        return f"Not drawn: it is not among the {top} best of either (it is {places})."
    return (
        f"Not drawn: it is crowded out, for one has many better ones (it is {places}; the limit is "
        f"{CROWD * top})."
    )


def _rank(pairs: Sequence[WeighedPair], paper: str, link: Link) -> int:
    """Return which best pair of a paper a link is, from 1; 0 for a pair that was never compared."""
    other = link.target if link.source == paper else link.source
    ranked = sorted(pairs, key=lambda pair: (-pair[1], pair[2], pair[0]))
    return next((rank for rank, pair in enumerate(ranked, start=1) if pair[0] == other), 0)


# --- the sentences that show what two papers share


def sentences_from(
    links: Sequence[Link], first: str, mentions: MentionsWithin, papers: Mapping[str, Paper]
) -> list[Sentences]:
    """Return for each link of a paper the sentences that show best what both share, its own first.

    Those that name the first shared entity; where one of the texts does not name it, those with the first
    shared term; "" where there is none.
    """
    found = []
    for link in links:
        ends = [papers[end] for end in sorted((link.source, link.target), key=lambda end: end != first)]
        named = [
            best_sentence(paper, [m for e, m in mentions.get(paper.id, ()) if (e,) == link.shared[:1]])
            for paper in ends
        ]
        if not all(named) and link.terms:
            held = [sentence_with(paper, link.terms[0]) for paper in ends]
            named = held if all(held) else named
        found.append((named[0], named[1]))
    return found


def sentence_with(paper: Paper, term: str) -> str:
    """Return the first sentence of an abstract with a word, or pair of words, else the title if it has it.

    Words are compared as `extractors.text_space.text_terms` does; "" if neither has the term.

    >>> paper = Paper("1", "Quiet Quills", "We write. Our quills scratch no more.")
    >>> sentence_with(paper, "quills"), sentence_with(paper, "quiet quill"), sentence_with(paper, "tides")
    ('Our quills scratch no more.', 'Quiet Quills', '')
    """
    from paperlattice.extractors.text_space import term_spans, text_terms

    wanted = list(text_terms(term))[-1:]
    for first, text in ((len(paper.title) + 1, paper.abstract), (0, paper.title)):
        for found, start, end in term_spans(text):
            if [found] == wanted:
                return sentence_at(paper.text, first + start, first + end)
    return ""
