"""The questions that are answered by counting: what rises, what goes together, what others take up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from paperlattice.extractors.records import ENTITY_KINDS, Kind
from paperlattice.graph.errors import UnknownKind
from paperlattice.graph.query.bins import Unit
from paperlattice.graph.query.corpus import TOPIC, Corpus, read_corpus
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.matrix import Matrix, matrix_of
from paperlattice.graph.query.news import Times
from paperlattice.graph.query.questions import Questions
from paperlattice.graph.query.taken_up import TakenUp, taken_up_of
from paperlattice.graph.query.topics import TopicView, find_topic, is_named, read_topics
from paperlattice.graph.query.trends import MIN_PAPERS, Series, Trends

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from paperlattice.graph.store.tables import GraphTables

MOST: Final = 40


class Counted:
    """What is counted of all papers of tables, each when it is first asked for, and then held."""

    def __init__(self, tables: GraphTables) -> None:
        self.tables = tables
        self._series: dict[Unit | None, Series] = {}

    @cached_property
    def corpus(self) -> Corpus:
        """The papers and what they name."""
        return read_corpus(self.tables)

    @cached_property
    def topics(self) -> list[TopicView]:
        """The topics, with their subtopics."""
        return read_topics(self.tables)

    @cached_property
    def taken_up(self) -> list[TakenUp]:
        """What papers propose or introduce and others use, see `taken_up_of`."""
        return taken_up_of(self.corpus)

    @cached_property
    def times(self) -> Times:
        """The dates of papers, and when they came in."""
        papers, added = self.tables.columns("SELECT paper_id, added FROM {arrivals}")
        return Times(self.corpus, dict(zip(papers, added, strict=True)))

    @cached_property
    def linked(self) -> NDArray[np.int64]:
        """The sum of the weights of the links of each paper, in millionths."""
        import numpy as np

        source, target, weight = self.tables.numbered_links()
        sums = np.zeros(len(self.corpus.papers), dtype=np.int64)
        for ends in (source, target):
            np.add.at(sums, ends, weight)
        return sums

    def series(self, unit: Unit | None = None) -> Series:
        """Return the papers over time. Raises OptionError as `trends_of`."""
        if unit not in self._series:
            self._series[unit] = Series(self.corpus, unit)
        return self._series[unit]


class Counts(Questions):
    """The questions that are answered by counting the papers of a graph."""

    def trends(
        self,
        names: str | Iterable[str] = (),
        *,
        kind: Kind | Literal["topic"] | None = None,
        unit: Unit | None = None,
        min_papers: int = MIN_PAPERS,
    ) -> Trends:
        """Return the papers of entities and topics over time, and what rises and fades beyond chance.

        What eight or more dated papers name is tested for a trend (Cochran and Armitage, on ranks); of all
        that is said to rise or fade, at most 5 % are expected to do so by chance (Benjamini and Hochberg).
        It also must have changed its share by a quarter from the first two thirds of the period to the last.
        A kind or names only choose what is returned: the verdicts stay the same. Topics are found first
        unless the graph has them.

        Args:
            names: Entities or topics, one or several; these are returned however few papers they have. None
                means all.
            kind: "method", "dataset", "repo", "task", "technique" or "topic"; None returns all.
            unit: "day", "week", "month" or "year"; None chooses by the length of the period and by how exact
                dates are.
            min_papers: Without names, what fewer dated papers name is left out.

        Raises:
            UnknownNode: The graph has no entity and no topic of a name.
            UnknownKind: There is no such kind.
            OptionError: There is no such unit, or it is far too short for the period.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We train QuillNet on ImageNet.", date="2024-01-05"),
            ...     Paper("2", "A Second Look", "We compare CLIP on ImageNet.", date="2024-01-06"),
            ...     Paper("3", "A Third Look", "We compare CLIP with DINO.", date="2024-01-07"),
            ... ])
            >>> found = kg.trends("CLIP")
            >>> found.unit, found.bins
            ('day', ('2024-01-05', '2024-01-06', '2024-01-07'))
            >>> found.rows[0].series, found.corpus
            ((0, 1, 1), (1, 1, 1))
            >>> found.rising
            ()
        """
        if kind is not None and kind not in (*ENTITY_KINDS, TOPIC):
            raise UnknownKind(f"there is no kind {kind!r}; give {', '.join(ENTITY_KINDS)} or {TOPIC}")
        wanted = self._ids_of([names] if isinstance(names, str) else list(names))
        found = self._held_of(self.topical).series(unit).trends(min_papers, wanted)
        if not wanted and kind is None:
            return found
        rows = (row for row in found.rows if kind in (None, row.kind) and (not wanted or row.id in wanted))
        return replace(found, rows=tuple(rows))

    def matrix(
        self,
        rows: Kind = "method",
        columns: Kind = "dataset",
        *,
        top: int = MOST,
        topic: str = "",
        since: str = "",
        until: str = "",
    ) -> Matrix:
        """Return how many papers name an entity of one kind and one of another, and where none does.

        Besides each count is what to expect if the two were independent; an empty cell between frequent ones
        is a gap, with the probability that it is empty by chance. It is this corpus, as titles and abstracts
        name things, and not the field: a gap is a question to look into, not a finding.

        Args:
            rows: "method", "dataset", "repo", "task" or "technique".
            columns: Another of them.
            top: The most rows, and the most columns: those that most papers name.
            topic: A topic or subtopic by name or id: only its papers count. "" means all papers. Within a
                topic, gaps say more.
            since: The earliest date of papers, included: "2025", "2025-06" or "2025-06-15".
            until: The latest date, included.

        Raises:
            UnknownKind: There is no such kind.
            OptionError: Both kinds are the same.
            UnknownNode: There is no such topic; the message lists the nearest.
            DateError: `since` or `until` is not a year, month or day.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> found = kg.matrix("method", "dataset")
            >>> [row.label for row in found.rows], [column.label for column in found.columns]
            (['QuillNet', 'CLIP'], ['ImageNet'])
            >>> found.counts, found.expected, found.gaps
            (((2,), (1,)), ((2.0,), (1.0,)), ())
        """
        corpus = self._corpus_of(self.topical if topic else self.tables)
        chosen, _ = self._chosen(corpus, topic, since, until)
        return matrix_of(corpus if chosen.all() else corpus.among(chosen), rows, columns, top=top)

    def taken_up(self, kind: Kind | None = None) -> list[TakenUp]:
        """Return what papers of the graph propose or introduce and others use, the most used first.

        What another paper names at an earlier date is left out, as it is not new here.

        Args:
            kind: "method" or "dataset"; None returns both.

        Raises:
            UnknownKind: There is no such kind.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.taken_up()
            [<method QuillNet: 1 after 'Quiet Quills'>]
            >>> kg.taken_up()[0].takers
            ('2',)
        """
        self.lookup.check_kind(kind)
        return [row for row in self._held_of(self.tables).taken_up if kind in (None, row.kind)]

    def _corpus_of(self, tables: GraphTables) -> Corpus:
        """Return the corpus of all papers, read once from the same tables."""
        return self._held_of(tables).corpus

    def _held_of(self, tables: GraphTables) -> Counted:
        """Return what was counted of the same tables."""
        held: Counted | None = self.__dict__.get("_held")
        if held is None or held.tables is not tables:
            held = self.__dict__["_held"] = Counted(tables)
        return held

    def _chosen(self, corpus: Corpus, topic: str, since: str, until: str) -> tuple[NDArray[np.bool_], str]:
        """Return which papers are of a topic, by name or id, and of a time, and the name of the topic."""
        import numpy as np

        wanted = self.paper_filter(topic=topic, since=since, until=until)
        if wanted == PaperFilter():
            return np.ones(len(corpus.papers), dtype=np.bool_), ""
        fitting = self.lookup.select_ids(wanted)
        chosen = np.array([paper in fitting for paper in corpus.papers], dtype=np.bool_)
        return chosen, find_topic(self.topical, topic).name if topic else ""

    def _ids_of(self, names: Sequence[str]) -> list[str]:
        """Return the ids of entities and topics; a topic goes before an entity of its name."""
        topics = [topic for topic in self.topical.all_topics() if not topic.parent]
        found = []
        for name in names:
            topic = next((topic for topic in topics if is_named(topic, name)), None)
            found.append(topic.id if topic else self.lookup.entity(name).id)
        return found
