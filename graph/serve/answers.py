"""The answers of the tools, with what their fields mean: the output schemas come from here.

Records of the graph are used as they are. Offsets count the characters of the text of a paper: its title, a
line break, its abstract.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from paperlattice.extractors.records import Kind
from paperlattice.graph.query.answers import NamedIn, Related, Step
from paperlattice.graph.query.context import QuotedPaper
from paperlattice.graph.query.digest import NewCode, TopicNews
from paperlattice.graph.query.pairs import PairExplanation
from paperlattice.graph.query.question_names import NamedInQuestion
from paperlattice.graph.query.text_search import Hit
from paperlattice.graph.query.topics import TopicView
from paperlattice.graph.query.trends import Direction
from paperlattice.graph.resolve.explain import Explanation

LeftOut = Annotated[int, Field(description="how many more there are: ask for them with a larger offset")]
Start = Annotated[int, Field(description="where it begins in the text: title, line break, abstract")]
End = Annotated[int, Field(description="where it ends there")]


class Answer(BaseModel):
    """An answer, or a part of one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PaperHead(Answer):
    """A paper in a list; `paper` has the rest."""

    id: str
    title: str
    date: str


class PaperList(Answer):
    """Papers in the order of their ids."""

    papers: list[PaperHead]
    total: int
    left_out: LeftOut


class FoundPapers(Answer):
    """Papers that fit a search, the best first."""

    papers: list[Hit]


class NamedEntity(Answer):
    """An entity that a paper names, with the first sentence that does."""

    id: str
    kind: Kind
    label: str
    relation: str
    salience: Annotated[float, Field(description="how much the paper is about it, from 0 to 1")]
    sentence: str


class PaperCard(Answer):
    """A paper, and what it names: first what it is most about."""

    id: str
    title: str
    abstract: str
    abstract_left_out: Annotated[int, Field(description="characters of the abstract that are cut off")]
    date: str
    url: str
    authors: list[str]
    venue: str
    doi: str
    arxiv_id: str
    topic: str
    subtopic: str
    names: list[NamedEntity]
    names_left_out: int


class EntityCard(Answer):
    """An entity and the papers that name it, first those that are most about it."""

    id: str
    kind: Kind
    label: str
    aliases: list[str]
    url: str
    broader: list[str]
    topic: str
    others: Annotated[list[str], Field(description="ids of other entities that the name may mean")]
    papers: list[NamedIn]
    total: int
    left_out: LeftOut


class RelatedPapers(Answer):
    """The papers that most likely belong together with one."""

    paper: PaperHead
    related: list[Related]


class Path(Answer):
    """A shortest path, empty if there is none; each step has the sentence that connects it with the last."""

    steps: list[Step]


class Quotation(Answer):
    """A place where a paper names an entity; `surface` is how, `role` what it says of the entity there."""

    paper: str
    title: str
    sentence: str
    surface: str
    start: Start
    end: End
    role: str
    confidence: float


class Quotations(Answer):
    """The places where papers name an entity, paper by paper."""

    id: str
    label: str
    quotations: list[Quotation]
    papers_left_out: Annotated[int, Field(description="further papers that name it: use a larger offset")]


class Reasons(Answer):
    """Why two names are one entity or two (`names`), or why two papers belong together (`papers`)."""

    same: Annotated[bool | None, Field(description="of names: whether both mean one entity")]
    names: Explanation | None
    papers: PairExplanation | None


class Topics(Answer):
    """The topics of all papers, the largest first."""

    topics: list[TopicView]
    left_out: LeftOut


class TrendRow(Answer):
    """An entity or a topic over time: its papers in the first two thirds of the period and in the last third.

    `change` is its share of all papers late divided by that before; `q` is the chance that the trend is none.
    """

    id: str
    kind: str
    label: str
    papers: int
    early: int
    late: int
    change: float
    q: float
    direction: Direction


class TrendList(Answer):
    """What rises and fades beyond chance, the surest first; `rows` are the names asked for."""

    unit: str
    first: Annotated[str, Field(description="first day of the period")]
    late_since: Annotated[str, Field(description="first day of its last third")]
    note: Annotated[str, Field(description="why nothing could be tested, or empty")]
    rising: list[TrendRow]
    fading: list[TrendRow]
    rows: list[TrendRow]


class NewPaperRow(PaperHead):
    """A new paper: when it came in, its topic, what it is about, and the sentence that says what it makes."""

    added: str
    topic: str
    about: str
    sentence: str


class FirstSeenRow(Answer):
    """An entity that no earlier paper names: how many new ones do, and the first of them."""

    id: str
    kind: str
    label: str
    papers: int
    first: Annotated[list[str], Field(description="ids of papers, those that propose it first")]
    is_sure: Annotated[bool, Field(description="whether it is new beyond chance")]


class NewsCard(Answer):
    """What is new; `notes` say what could not be told."""

    since: str
    until: str
    added_since: str
    papers: list[NewPaperRow]
    total: int
    left_out: LeftOut
    before: Annotated[int, Field(description="papers that were there before")]
    topics: list[TopicNews]
    first_seen: list[FirstSeenRow]
    code: Annotated[list[NewCode], Field(description="repositories of new papers, with methods known before")]
    notes: list[str]


class ContextCard(Answer):
    """What the papers say about a question; `text` has it all, to quote from."""

    text: str
    entities: list[NamedInQuestion]
    papers: list[QuotedPaper]
    left_out: Annotated[int, Field(description="sentences about it that found no room in the budget")]
