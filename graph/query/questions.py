"""The questions that a graph answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, Unpack

from paperlattice.extractors.records import ENTITY_KINDS, RANK, Kind, Mention, Paper
from paperlattice.extractors.text import sentence_at
from paperlattice.graph.model.attributes import (
    OUTSIDE,
    best_sentence,
    paper_node,
    relation_of,
    salience_of,
)
from paperlattice.graph.model.records import Entity, Merge
from paperlattice.graph.query.answers import (
    Disagreement,
    EntityView,
    Evidence,
    Named,
    NamedIn,
    Related,
    Step,
)
from paperlattice.graph.query.filters import Names, NamesByKind, PaperFilter, keywords_by_kind
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.pairs import sentences_from
from paperlattice.graph.query.topics import find_topic, papers_in
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    from paperlattice.graph.query.context import Context
    from paperlattice.graph.query.paths import Node
    from paperlattice.graph.query.text_search import Hit

_MOST_QUOTED: Final = 100


class Questions:
    """The questions that can be asked of a graph; every answer is a list of plain records, or one of them.

    A question may write a name in any way that the graph knows: label, alias, long form, a form that a paper
    uses, or a node id.
    """

    tables: GraphTables

    @property
    def lookup(self) -> Lookup:
        """The lookup that answers the questions."""
        raise NotImplementedError

    @cached_property
    def topical(self) -> GraphTables:
        """The tables with topics: to ask for topics, no node needs a place, which takes longer to find.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We study text summarization with QuillNet."),
            ...     Paper("2", "A Second Look", "We compare QuillNet with CLIP in text summarization."),
            ... ])
            >>> kg.topical.rows("SELECT name FROM {topics}")
            [('text summarization',)]
        """
        if self.tables.has_map():
            return self.tables
        # What finds topics takes half a second to import.
        from paperlattice.graph.layout.mapping import with_topics

        return with_topics(self.tables)

    @keywords_by_kind(before="topic")
    def papers(
        self,
        *,
        topic: str = "",
        text: str | None = None,
        author: Names = None,
        venue: str | None = None,
        since: str = "",
        until: str = "",
        **names: Unpack[NamesByKind],
    ) -> list[Paper]:
        """Return the papers that name all given entities and fit the rest, in id order.

        Without any of them, these are all papers.

        Args:
            topic: A topic or subtopic by name or id. Topics are found first unless the graph has them.
            text: A text in title or abstract; case and line breaks do not matter.
            author: One author or several, who all wrote the paper: the words of a name or their beginnings,
                in any order; case and accents do not matter ("A. Quill" finds Ada Quill).
            venue: A part of the name of a journal or conference; case and accents do not matter.
            since: The earliest date, included: "2025", "2025-06" or "2025-06-15". Dates are compared at the
                coarser precision, and papers without a date never fit.
            until: The latest date, included, in the same forms.
            **names: Names by kind, each one or several: `method`, `dataset`, `repo` (OWNER/NAME or a URL),
                `task` and `technique`.

        Raises:
            UnknownNode: No entity of the kind, or no topic, has the name; the message lists the nearest
                names.
            UnknownKind: There is no such kind.
            DateError: `since` or `until` is not a year, month or day, or no paper of the graph has a date.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [paper.title for paper in kg.papers(method=["QuillNet", "CLIP"], text="imagenet")]
            ['A Second Look']
        """
        return self.lookup.select_papers(
            self.paper_filter(
                topic=topic, text=text, author=author, venue=venue, since=since, until=until, **names
            )
        )

    def paper_filter(
        self,
        *,
        topic: str = "",
        text: str | None = None,
        author: Names = None,
        venue: str | None = None,
        since: str = "",
        until: str = "",
        **names: Unpack[NamesByKind],
    ) -> PaperFilter:
        """Return what the options of `papers` ask for, names read as ids of entities and papers.

        Args:
            topic: As in `papers`, like the rest.
            text: A text.
            author: Authors.
            venue: A venue.
            since: The earliest date.
            until: The latest date.
            **names: Names by kind.

        Raises:
            UnknownNode: No entity of the kind, or no topic, has the name.
            UnknownKind: There is no such kind.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([Paper("1", "Quiet Quills", "We train QuillNet.")])
            >>> kg.paper_filter(method="QuillNet").named
            ('method:quillnet',)
        """
        among = None
        if topic:
            among = papers_in(self.topical, find_topic(self.topical, topic))
        return PaperFilter(
            named=tuple(self.named(**names)),
            text=text or "",
            authors=(author,) if isinstance(author, str) else tuple(author or ()),
            venue=venue or "",
            since=since,
            until=until,
            among=among,
        )

    def search(self, query: str, k: int | None = 10) -> list[Hit]:
        """Return the papers that answer a search best, the best first, each with the sentence that shows why.

        Rare words count more than frequent ones, and more in short texts; a paper need not have all of them.
        Words of the title count once more, singular and plural are one word. Names of entities are
        understood: a paper that names LoRA answers "low-rank adaptation", the better the more it is about it.

        Args:
            query: Words and names, in any order; case and punctuation do not matter.
            k: The most papers to return; None returns all that have any of the words.

        Raises:
            QueryError: There is no word in the search.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "Texts are short. We compare CLIP with QuillNet."),
            ... ])
            >>> [(hit.title, hit.names, hit.sentence) for hit in kg.search("comparing clip")]
            [('A Second Look', ('CLIP',), 'We compare CLIP with QuillNet.')]
        """
        return self.lookup.texts.hits(query, k)

    def disagreements(self) -> list[Disagreement]:
        """Return where a source and the text of a paper name other repositories, in id order.

        Of papers without a declared repository there is nothing to compare.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> text = "Our code is at https://github.com/quill/net."
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", text, declared=("https://github.com/quill/pen",)),
            ... ])
            >>> [(found.url, found.origin) for found in kg.disagreements()]
            [('https://github.com/quill/net', 'extracted'), ('https://github.com/quill/pen', 'declared')]
        """
        return [Disagreement(*row) for row in self.lookup.disagreements()]

    def named(self, **names: Unpack[NamesByKind]) -> list[str]:
        """Return the ids of the entities that names mean, kind by kind.

        Args:
            **names: Names by kind, each one or several, as in `papers`.

        Raises:
            UnknownNode: No entity of the kind has the name.
            UnknownKind: There is no such kind.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.named(method="clip", dataset="ImageNet")
            ['method:clip', 'dataset:imagenet']
        """
        for kind in names:
            self.lookup.check_kind(kind)
        return [
            self.lookup.entity(name, kind=kind).id
            for kind in ENTITY_KINDS
            for given in [names.get(kind)]
            for name in ([given] if isinstance(given, str) else given or ())
        ]

    def paper(self, title_or_id: str | Paper) -> Paper:
        """Return one paper by title, id or node id.

        Args:
            title_or_id: In a title, case and punctuation do not matter, and the part before its colon is
                enough where only one paper has it. A `Paper` stands for the one with its id.

        Raises:
            UnknownNode: The graph has no such paper; the message lists the nearest titles.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.paper("quiet quills").id
            '1'
        """
        return self.lookup.paper(title_or_id)

    def entity(self, name: str, kind: Kind | None = None) -> EntityView:
        """Return an entity with its aliases and the papers that name it.

        Args:
            name: A label counts before an alias, an alias before a form that a paper uses. Of equally good
                entities the one that most papers name is meant, then the first in the order of kinds.
            kind: "method", "dataset", "repo", "task" or "technique"; None looks among all.

        Raises:
            UnknownNode: No entity has the name; the message lists the nearest names.
            UnknownKind: There is no such kind.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> found = kg.entity("QuillNet")
            >>> found
            <method QuillNet: 2 papers>
            >>> [(paper.title, paper.relation) for paper in found.papers]
            [('Quiet Quills', 'proposes'), ('A Second Look', 'uses')]
        """
        return _views(self.lookup, [self.lookup.entity(name, kind=kind)])[0]

    def entities(self, kind: Kind | None = None, top: int | None = None) -> list[EntityView]:
        """Return the entities, those that most papers name first, then by kind and label.

        Args:
            kind: "method", "dataset", "repo", "task" or "technique"; None returns all kinds.
            top: The most entities to return; None returns all.

        Raises:
            UnknownKind: There is no such kind.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.entities(top=2)
            [<method QuillNet: 2 papers>, <dataset ImageNet: 2 papers>]
            >>> kg.entities(kind="dataset")
            [<dataset ImageNet: 2 papers>]
        """
        self.lookup.check_kind(kind)
        return _views(self.lookup, self.lookup.most_mentioned(kind, None if top is None else max(top, 0)))

    def related(self, paper: str | Paper, k: int | None = 10, *, drawn: bool = False) -> list[Related]:
        """Return the papers that most likely belong together with one, the likeliest first, then by id.

        All papers of the graph are ranked by one probability, also those that it draws no link to, and
        whatever links it was built with. The first 100 come with the sentences that show what both share.

        Args:
            paper: A title, id or node id, or a `Paper`.
            k: The most papers to return; None returns all, 0 or less none.
            drawn: Return only papers that the graph links with this one: no others are looked at, which
                saves a second or two in a graph of 160,000 papers.

        Raises:
            UnknownNode: The graph has no such paper.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [(other.title, other.shared) for other in kg.related("Quiet Quills", k=1)]
            [('A Second Look', ('QuillNet', 'ImageNet'))]
            >>> kg.related("Quiet Quills", k=1)[0].reason
            'A Second Look names QuillNet, which Quiet Quills proposes; both use ImageNet.'
            >>> kg.related("Quiet Quills", k=1)[0].sentences[1]
            'We compare CLIP with QuillNet on ImageNet.'
        """
        own = self.lookup.paper(paper).id
        most = None if k is None else max(k, 0)
        if drawn:
            links = self.lookup.drawn_links(own)[:most]
        else:
            parted = self.lookup.unrelated_to(own)
            links = self.lookup.ranked_links(own, None if most is None else most + len(parted))
            links = [link for link in links if parted.isdisjoint((link.source, link.target))][:most]
        others = [link.target if link.source == own else link.source for link in links]
        linked = others if drawn else self.lookup.linked_with(own)
        papers = self.lookup.papers_with({own, *others})
        labels = self.lookup.labels_with({entity for link in links for entity in link.shared})
        mentions = self.lookup.mentions_within({own, *others})
        reasons = self.lookup.reasons_of(links, mentions, papers, labels)
        sentences = sentences_from(links[:_MOST_QUOTED], own, mentions, papers)
        sentences += [("", "")] * (len(links) - len(sentences))
        return [
            Related(
                other,
                papers[other].title,
                link.weight,
                tuple(labels[e] for e in link.shared),
                link.terms,
                reason,
                other in linked,
                quoted,
            )
            for other, link, reason, quoted in zip(others, links, reasons, sentences, strict=True)
        ]

    def path(self, a: str, b: str) -> list[Step]:
        """Return a shortest path from `a` to `b`, both included, with the evidence of each step.

        It is empty if there is no path between them. It alternates between papers and what they name. Links
        between papers are not used: each rests on shared entities, and the path over those says which. Of
        several shortest paths, the one over entities that the fewest papers name wins, then the first by ids.

        Args:
            a: An entity or a paper: node id, label, alias, title or paper id. A name that fits both means the
                entity.
            b: Another one.

        Raises:
            UnknownNode: The graph has nothing of the name.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [step.label for step in kg.path("CLIP", "Quiet Quills")]
            ['CLIP', 'A Second Look', 'ImageNet', 'Quiet Quills']
            >>> kg.path("CLIP", "Quiet Quills")[1].evidence
            'We compare CLIP with QuillNet on ImageNet.'
        """
        start, goal = _any_node(self.lookup, a), _any_node(self.lookup, b)
        nodes = [start] if start == goal else self.lookup.incidence.shortest(start, goal)
        return [_step(self.lookup, node, before) for before, node in zip([None, *nodes], nodes, strict=False)]

    def nodes(self, names: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of the papers and the ids of the entities that names mean; an entity goes before a
        paper.

        Args:
            names: As in `path`.

        Raises:
            UnknownNode: The graph has nothing of the name.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.nodes(["CLIP", "Quiet Quills"])
            (['1'], ['method:clip'])
        """
        found = [_any_node(self.lookup, name) for name in names]
        return [i for is_paper, i in found if is_paper], [i for is_paper, i in found if not is_paper]

    def evidence(self, paper: str | Paper, entity: str) -> list[Evidence]:
        """Return each span in which a paper names an entity, with its sentence, in the order of the text.

        Args:
            paper: A title, id or node id, or a `Paper`.
            entity: A name; of several entities with the name, the one that this paper names is meant.

        Raises:
            UnknownNode: There is no such paper or entity, or the paper does not name the entity; the message
                lists what it names.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [(found.sentence, found.role) for found in kg.evidence("Quiet Quills", "QuillNet")]
            [('We propose QuillNet and train it on ImageNet.', 'proposes')]
        """
        source = self.lookup.paper(paper)
        meant = self.lookup.entity_in(source, entity)
        return _spans(source, self.lookup.mentions_of(meant.id, [source.id])[source.id])

    def places(self, entity: str, paper_ids: Collection[str] | None = None) -> dict[str, list[Evidence]]:
        """Return every span that names an entity, by paper id, in the order of the text.

        Args:
            entity: A name of the entity.
            paper_ids: Ids of the papers to look in; None looks in all.

        Raises:
            UnknownNode: No entity has the name.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [(paper_id, spans[0].start) for paper_id, spans in kg.places("ImageNet").items()]
            [('1', 49), ('2', 47)]
        """
        found = self.lookup.mentions_of(self.lookup.entity(entity).id, paper_ids)
        papers = self.lookup.papers_with(found)
        return {paper_id: _spans(papers[paper_id], found[paper_id]) for paper_id in sorted(found)}

    def names(self, paper: str | Paper) -> list[Named]:
        """Return the entities that a paper names, what it is most about first, each with its spans.

        The strongest relation comes first (what the paper proposes, introduces, addresses, builds on, and its
        code), then the highest salience, then the lowest id.

        Args:
            paper: A title, id or node id, or a `Paper`.

        Raises:
            UnknownNode: The graph has no such paper.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [(named.label, named.relation) for named in kg.names("Quiet Quills")]
            [('QuillNet', 'proposes'), ('ImageNet', 'uses')]
        """
        source = self.lookup.paper(paper)
        found: dict[str, list[Mention]] = {}
        for entity_id, mention in self.lookup.mentions_in(source.id):
            if entity_id is not None:
                found.setdefault(entity_id, []).append(mention)
        entities = self.lookup.entities_with(found)
        named = [
            Named(
                e,
                entities[e].kind,
                entities[e].label,
                relation_of(found[e]),
                salience_of(found[e]),
                tuple(_spans(source, found[e])),
            )
            for e in found
        ]
        return sorted(named, key=lambda row: _order(row.kind, row))

    def mentions(self, paper: str | Paper) -> list[Mention]:
        """Return all mentions in a paper, in the order of the text.

        Args:
            paper: A title, id or node id, or a `Paper`.

        Raises:
            UnknownNode: The graph has no such paper.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [(mention.surface, mention.start) for mention in kg.mentions("Quiet Quills")]
            [('QuillNet', 24), ('ImageNet', 49)]
        """
        return [mention for _, mention in self.lookup.mentions_in(self.lookup.paper(paper).id)]

    def context(self, question: str, *, budget: int = 4_000) -> Context:
        """Return the sentences of papers that a question is about, with ids and offsets, best papers first.

        Entities that the question names count in any form that the graph knows, other words by how rare they
        are. No two sentences say the same. Equal graphs give equal answers to equal questions.

        Args:
            question: A question in words, or just words; its first 10,000 characters count.
            budget: The most characters of the answer's `text`.

        Raises:
            OptionError: The question is empty, or the budget below 1.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> print(kg.context("What was clip compared with?").text)
            CLIP (method, 1 paper; method:clip)
            2 A Second Look
              "We compare CLIP with QuillNet on ImageNet." [14-56]
        """
        from paperlattice.graph.query.context import read_context

        return read_context(self.lookup, question, budget=budget)

    def merges(self, entity: str) -> tuple[Merge, ...]:
        """Return why the names of an entity are one: each merge with rule, score (0 to 1) and evidence.

        Args:
            entity: A name of the entity.

        Raises:
            UnknownNode: No entity has the name.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([Paper("1", "Small Updates", "We use low-rank adaptation (LoRA).")])
            >>> [(merge.left, merge.right, merge.rule) for merge in kg.merges("LoRA")]
            [('LoRA', 'low-rank adaptation', 'text')]
        """
        meant = self.lookup.entity(entity).id
        return self.lookup.entities_with([meant], merges=True)[meant].merges

    joins = merges
    """The earlier name of `merges`."""


def _spans(paper: Paper, mentions: Iterable[Mention]) -> list[Evidence]:
    return [
        Evidence(
            "" if m.rule in OUTSIDE else sentence_at(paper.text, m.start, m.end),
            m.surface,
            m.start,
            m.end,
            m.role,
            m.rule,
            m.confidence,
        )
        for m in mentions
    ]


def _order(kind: Kind, row: Named | NamedIn) -> tuple[int, float, str]:
    """Return what sorts first what a paper is most about, or the papers that are most about an entity."""
    return RANK[kind, row.relation], -row.salience, row.id


def _views(lookup: Lookup, found: Sequence[Entity]) -> list[EntityView]:
    incidences = lookup.incidences([e.id for e in found])
    views = []
    for e in found:
        rows = sorted(
            (NamedIn(*row) for row in incidences.get(e.id, ())),
            key=partial(_order, e.kind),
        )
        views.append(EntityView(e.id, e.kind, e.label, e.aliases, e.url, tuple(rows), e.broader))
    return views


def _any_node(lookup: Lookup, name: str) -> Node:
    found = lookup.find_entities(name)
    if found:
        return False, found[0].id
    paper = lookup.find_paper(name)
    if paper is not None:
        return True, paper.id
    raise lookup.unknown_node(name)


def _step(lookup: Lookup, node: Node, before: Node | None) -> Step:
    is_paper, name = node
    relation = sentence = ""
    if before is not None:
        paper_id, entity_id = (name, before[1]) if is_paper else (before[1], name)
        mentions = lookup.mentions_of(entity_id, [paper_id])[paper_id]
        relation = relation_of(mentions)
        sentence = best_sentence(lookup.papers_with([paper_id])[paper_id], mentions)
    if is_paper:
        return Step(paper_node(name), "paper", lookup.titles_with([name])[name], relation, sentence)
    found = lookup.entities_with([name])[name]
    return Step(found.id, found.kind, found.label, relation, sentence)
