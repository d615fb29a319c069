"""The tools of the server: each asks the graph one question and gives a typed answer.

What the docstrings say is what assistants read; limits and descriptions of arguments become the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field

from paperlattice.extractors.records import Kind, Paper, outward_url
from paperlattice.graph.errors import OptionError
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.query.answers import Evidence
from paperlattice.graph.query.digest import FirstSeen, NewPaper
from paperlattice.graph.query.pairs import PairExplanation
from paperlattice.graph.query.trends import Trend
from paperlattice.graph.serve.answers import (
    ContextCard,
    EntityCard,
    FirstSeenRow,
    FoundPapers,
    NamedEntity,
    NewPaperRow,
    NewsCard,
    PaperCard,
    PaperHead,
    PaperList,
    Path,
    Quotation,
    Quotations,
    Reasons,
    RelatedPapers,
    Topics,
    TrendList,
    TrendRow,
)
from paperlattice.graph.serve.current_graph import CurrentGraph

_MOST_CHARACTERS: Final = 20_000
_MOST_NAMES: Final = 100
_MOST_ALIASES: Final = 50
_MOST_OTHERS: Final = 5

Text = Annotated[str, Field(max_length=_MOST_CHARACTERS)]
PaperName = Annotated[
    str, Field(max_length=_MOST_CHARACTERS, description="title (its part before the colon will do) or id")
]
AnyName = Annotated[
    str, Field(max_length=_MOST_CHARACTERS, description="an entity by any of its names, or a paper, or an id")
]
EntityName = Annotated[
    str, Field(max_length=_MOST_CHARACTERS, description="label, alias, long form or id of an entity")
]
EntityNames = Annotated[
    list[Text], Field(max_length=20, description="names of entities of this kind: papers name all of them")
]
Limit = Annotated[int, Field(ge=1, le=100, description="the most to return")]
Offset = Annotated[int, Field(ge=0, le=1_000_000_000, description="how many to pass over")]
OfKind = Annotated[Kind | None, Field(description="look only for entities of this kind")]
Row = TypeVar("Row")


class Tools:
    """The tools over the graph of a store; their names are those of the methods."""

    def __init__(self, graph: CurrentGraph) -> None:
        self._graph = graph

    def context(
        self,
        question: Annotated[str, Field(max_length=_MOST_CHARACTERS, description="a question in words")],
        budget: Annotated[int, Field(ge=200, le=50_000, description="the most characters of `text`")] = 4_000,
    ) -> ContextCard:
        """Start here to answer a question from the papers: the sentences about it, to quote.

        Returns sentences with paper ids, dates and offsets, the best papers first, and the entities that the
        question names. Cite papers by id. For more on one of them call `paper`, for more sentences on an
        entity `evidence`.
        """
        found = self._graph().context(question, budget=budget)
        return ContextCard(
            text=found.text,
            entities=list(found.entities),
            papers=list(found.papers),
            left_out=found.left_out,
        )

    def search(
        self,
        query: Annotated[str, Field(max_length=2_000, description="words and names, in any order")],
        limit: Limit = 10,
    ) -> FoundPapers:
        """Find papers by words and names, the best first, each with the sentence that fits best.

        Singular and plural are one, and names are understood in any form. A paper need not have all words.
        """
        return FoundPapers(papers=self._graph().search(query, limit))

    def paper(self, paper: PaperName) -> PaperCard:
        """Get one paper: abstract, authors, address, topic, and the methods, datasets and others it names."""
        graph = self._graph()
        found = graph.paper(paper)
        named = graph.names(found)
        topics = graph.tables.topics_of([paper_node(found.id)]).get(paper_node(found.id), {})
        return PaperCard(
            id=found.id,
            title=found.title,
            abstract=found.abstract[:_MOST_CHARACTERS],
            abstract_left_out=max(len(found.abstract) - _MOST_CHARACTERS, 0),
            date=found.date,
            url=outward_url(found),
            authors=[author.name for author in found.authors],
            venue=found.venue,
            doi=found.doi,
            arxiv_id=found.arxiv_id,
            topic=topics.get("topic", ""),
            subtopic=topics.get("subtopic", ""),
            names=[
                NamedEntity(
                    id=row.id,
                    kind=row.kind,
                    label=row.label,
                    relation=row.relation,
                    salience=row.salience,
                    sentence=row.evidence[0].sentence,
                )
                for row in named[:_MOST_NAMES]
            ],
            names_left_out=max(len(named) - _MOST_NAMES, 0),
        )

    def entity(
        self, name: EntityName, kind: OfKind = None, limit: Limit = 20, offset: Offset = 0
    ) -> EntityCard:
        """Get a method, dataset, task, technique or repository: its names and the papers that name it.

        Papers come with their relation to it: "proposes", "introduces", "addresses", "uses", "code" or
        "mentions". Call `evidence` for the sentences.
        """
        graph = self._graph()
        found = graph.entity(name, kind)
        meant = [entity.id for entity in graph.lookup.find_entities(name, kind=kind)]
        page, left_out = _page(found.papers, limit, offset)
        return EntityCard(
            id=found.id,
            kind=found.kind,
            label=found.label,
            aliases=list(found.aliases[:_MOST_ALIASES]),
            url=found.url,
            broader=list(found.broader),
            topic=graph.tables.topics_of([found.id]).get(found.id, {}).get("topic", ""),
            others=[entity for entity in meant if entity != found.id][:_MOST_OTHERS],
            papers=page,
            total=len(found.papers),
            left_out=left_out,
        )

    def papers(
        self,
        method: EntityNames = [],  # noqa: B006 - the schema shows it; it is never changed
        dataset: EntityNames = [],  # noqa: B006
        task: EntityNames = [],  # noqa: B006
        technique: EntityNames = [],  # noqa: B006
        repo: EntityNames = [],  # noqa: B006
        text: Annotated[Text, Field(description="words that stand so in title or abstract")] = "",
        author: Annotated[Text, Field(description="words of the name of an author")] = "",
        venue: Annotated[Text, Field(description="a part of the name of a journal or conference")] = "",
        topic: Annotated[Text, Field(description="a topic or subtopic, as `topics` names it")] = "",
        since: Annotated[Text, Field(description="of this year, month or day or later, as 2025-06")] = "",
        until: Annotated[Text, Field(description="of this year, month or day or earlier")] = "",
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> PaperList:
        """List the papers that fit all that is given, such as those that use a method on a dataset.

        In the order of ids; give one condition at least. For an overview call `topics`.
        """
        if not any((method, dataset, task, technique, repo, text, author, venue, topic, since, until)):
            raise OptionError("give one condition at least; `topics` says what the papers are about")
        graph = self._graph()
        wanted = graph.paper_filter(
            method=method,
            dataset=dataset,
            task=task,
            technique=technique,
            repo=repo,
            topic=topic,
            text=text or None,
            author=author or None,
            venue=venue or None,
            since=since,
            until=until,
        )
        page, left_out = _page(found := sorted(graph.lookup.select_ids(wanted)), limit, offset)
        papers = graph.lookup.papers_with(page)
        return PaperList(papers=[_head(papers[i]) for i in page], total=len(found), left_out=left_out)

    def related(self, paper: PaperName, limit: Limit = 10) -> RelatedPapers:
        """List the papers that belong together with one, the likeliest first, each with the reason.

        `weight` is the probability that a reader of one profits from the other.
        """
        graph = self._graph()
        found = graph.paper(paper)
        return RelatedPapers(paper=_head(found), related=graph.related(found, limit))

    def path(self, a: AnyName, b: AnyName) -> Path:
        """Show how two papers or entities are connected: a shortest path, with a sentence for each step."""
        return Path(steps=self._graph().path(a, b))

    def evidence(
        self,
        entity: EntityName,
        paper: Annotated[
            str, Field(max_length=_MOST_CHARACTERS, description="only in this paper, by title or id")
        ] = "",
        limit: Annotated[int, Field(ge=1, le=100, description="the most papers")] = 10,
        offset: Annotated[int, Field(ge=0, le=1_000_000_000, description="papers to pass over")] = 0,
    ) -> Quotations:
        """Quote the sentences in which papers name an entity, or in which one paper does, with offsets.

        Papers that are most about it come first.
        """
        graph = self._graph()
        if paper:
            found = graph.paper(paper)
            named = graph.lookup.entity_in(found, entity)
            quoted = _quotations(found.id, found.title, graph.evidence(found, named.id))
            return Quotations(id=named.id, label=named.label, quotations=quoted, papers_left_out=0)
        card = graph.entity(entity)
        page, left_out = _page(card.papers, limit, offset)
        places = graph.places(card.id, [row.id for row in page])
        return Quotations(
            id=card.id,
            label=card.label,
            quotations=[q for row in page for q in _quotations(row.id, row.title, places[row.id])],
            papers_left_out=left_out,
        )

    def explain(self, a: AnyName, b: AnyName, kind: OfKind = None) -> Reasons:
        """Say why two names are one entity or two, or why two papers belong together or do not.

        Give two entities, or two papers.
        """
        found = self._graph().explain(a, b, kind)
        if isinstance(found, PairExplanation):
            return Reasons(same=None, names=None, papers=found)
        return Reasons(same=found.same, names=found, papers=None)

    def topics(self, limit: Limit = 20, offset: Offset = 0) -> Topics:
        """List what the papers are about: topics with size, what is particular to each, and central papers.

        Call it first for an overview. In larger graphs topics have subtopics.
        """
        page, left_out = _page(self._graph().topics(), limit, offset)
        return Topics(topics=page, left_out=left_out)

    def trends(
        self,
        names: Annotated[
            list[Text], Field(max_length=20, description="entities or topics to report on, whatever they do")
        ] = [],  # noqa: B006 - the schema shows it; it is never changed
        kind: Annotated[
            Kind | Literal["topic"] | None, Field(description="only what is of this kind rises or fades")
        ] = None,
        limit: Limit = 20,
    ) -> TrendList:
        """List what rises and what fades over the whole period, beyond chance, with counts of papers.

        Nothing is said of what fewer than eight dated papers name. For what came in last call `whats_new`.
        """
        found = self._graph().trends(names, kind=kind)
        return TrendList(
            unit=found.unit,
            first=found.bins[0] if found.bins else "",
            late_since=found.bins[found.split] if found.bins else "",
            note=found.note,
            rising=list(map(_trend_row, found.rising[:limit])),
            fading=list(map(_trend_row, found.fading[:limit])),
            rows=list(map(_trend_row, found.rows if names else ())),
        )

    def whats_new(
        self,
        since: Annotated[
            str, Field(max_length=20, description="a year, month or day; empty: since papers were last added")
        ] = "",
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> NewsCard:
        """List what is new: papers, by topic, names that no earlier paper has, and new code.

        The best linked papers come first. For what rises over the whole period call `trends`.
        """
        found = self._graph().digest(since=since, most=offset + limit, most_names=limit)
        page, _ = _page(found.papers, limit, offset)
        return NewsCard(
            since=found.since,
            until=found.until,
            added_since=found.added_since,
            papers=list(map(_new_paper, page)),
            total=found.new,
            left_out=max(found.new - offset - limit, 0),
            before=found.before,
            topics=list(found.topics[:limit]),
            first_seen=list(map(_first_seen, found.first_seen)),
            code=list(found.code),
            notes=list(found.notes),
        )


def _page(rows: Sequence[Row], limit: int, offset: int) -> tuple[list[Row], int]:
    """Return some of the rows, and how many follow them."""
    return list(rows[offset : offset + limit]), max(len(rows) - offset - limit, 0)


def _head(paper: Paper) -> PaperHead:
    return PaperHead(id=paper.id, title=paper.title, date=paper.date)


def _quotations(paper_id: str, title: str, spans: Iterable[Evidence]) -> list[Quotation]:
    return [
        Quotation(
            paper=paper_id,
            title=title,
            sentence=span.sentence,
            surface=span.surface,
            start=span.start,
            end=span.end,
            role=span.role,
            confidence=span.confidence,
        )
        for span in spans
    ]


def _trend_row(row: Trend) -> TrendRow:
    return TrendRow(**{name: getattr(row, name) for name in TrendRow.model_fields})


def _new_paper(row: NewPaper) -> NewPaperRow:
    return NewPaperRow(
        id=row.paper.id,
        title=row.paper.title,
        date=row.paper.date,
        added=row.added,
        topic=row.topic,
        about=row.about,
        sentence=row.sentence,
    )


def _first_seen(row: FirstSeen) -> FirstSeenRow:
    return FirstSeenRow(
        id=row.id,
        kind=row.kind,
        label=row.label,
        papers=len(row.papers),
        first=list(row.papers[:_MOST_OTHERS]),
        is_sure=row.is_sure,
    )
