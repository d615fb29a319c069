"""What the tables of a graph hold about papers, entities, mentions and links, by SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import ENTITY_KINDS, Kind, Mention, Paper
from paperlattice.graph.errors import DateError
from paperlattice.graph.model.attributes import DECLARED, relation_of
from paperlattice.graph.model.records import Entity, Link
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.search import (
    PLAIN,
    are_frequent,
    doubtful,
    folded,
    has_author,
    holds,
    is_of_time,
    is_word,
    may_hold,
    may_hold_words,
)
from paperlattice.graph.store.tables import (
    ENTITY,
    LINK,
    MENTION,
    PAPER,
    GraphTables,
    among,
    bounds,
    entity_from,
    few_of,
    link_from,
    paper_from,
)

if TYPE_CHECKING:
    from paperlattice.graph.link.figures import PaperSet
    from paperlattice.graph.query.paths import Incidence
    from paperlattice.graph.query.text_search import TextSearch

MENTION_ORDER: Final = 'paper_id, start, "end", kind, name, role, rule, confidence'

NamedPaper = tuple[str, str, str, str, float]
"""(paper id, title, relation, date, salience) of a paper that names an entity."""

MentionsWithin = Mapping[str, Sequence[tuple[str, Mention]]]
"""The mentions in papers by paper, in the order of the text, each with its entity."""

WeighedPair = tuple[str, int, int]
"""(other paper, weight in millionths, tie) of a pair that links are chosen from."""


class Reader:
    """What questions read from a graph, by SQL from its tables.

    Ids that the graph does not hold give nothing, never an error. Only `incidence` is held in memory, after
    the first path. Several threads may use it at once. Every method raises StoreError if a table is missing
    or cannot be read.
    """

    def __init__(self, tables: GraphTables) -> None:
        self._tables = tables

    def papers_with(self, paper_ids: Collection[str]) -> Mapping[str, Paper]:
        """Return the papers of ids."""
        return self._tables.read_papers(paper_ids)

    def titles_with(self, paper_ids: Collection[str]) -> Mapping[str, str]:
        """Return the titles of papers by id."""
        return self._tables.titles_of(paper_ids)

    def titled(self, key: str) -> Sequence[tuple[str, bool]]:
        """Return (paper id, whether only the head) of the titles with a `title_key`, in any order."""
        return self._tables.rows("SELECT paper_id, is_head FROM {title_index} WHERE key = ?", key)

    def all_titles(self) -> Iterable[str]:
        """Return the titles of all papers, in any order."""
        return (title for (title,) in self._tables.stream("SELECT title FROM {papers}"))

    def select_papers(self, wanted: PaperFilter) -> list[Paper]:
        """Return the papers that fit a filter, in id order; of text see `folded`, of authors `has_author`.

        Raises DateError for what is not a date, and if dates are asked for and no paper has one.
        """
        where, values = self._where(wanted)
        rows = self._tables.stream(f"SELECT {PAPER} FROM {{papers}}{where} ORDER BY id", *values)
        sought = folded(wanted.text)
        papers = [paper for paper in map(paper_from, rows) if not sought or holds(paper.text, sought)]
        if not papers and (wanted.since or wanted.until):
            self._check_dated()
        return papers

    def select_ids(self, wanted: PaperFilter) -> frozenset[str]:
        """Return the ids of these papers, of which no more is read than to look for a text."""
        import numpy as np

        where, values = self._where(wanted)
        sought = folded(wanted.text)
        is_sure = not sought or (is_word(sought) and self._has_text_index)
        text = "NULL::VARCHAR" if is_sure else doubtful(sought)
        rows = self._tables.arrays(f"SELECT id, {text} AS text FROM {{papers}}{where}", *values)
        doubted = ~np.ma.getmaskarray(rows["text"])
        texts = zip(rows["id"][doubted].tolist(), rows["text"][doubted].tolist(), strict=True)
        found = {*rows["id"][~doubted].tolist(), *(paper for paper, text in texts if holds(text, sought))}
        if not found and (wanted.since or wanted.until):
            self._check_dated()
        return frozenset(found)

    def _where(self, wanted: PaperFilter) -> tuple[str, list[Any]]:
        """Return the condition that papers which fit a filter meet, and its values.

        It may let papers pass that have another text, see `holds`.
        """
        sought = folded(wanted.text)
        condition, values = self._holding(sought) if sought else ("", [])
        conditions = [condition] if sought else []
        for entity_id in wanted.named:
            values.append(entity_id)
            named = f"SELECT paper_id FROM {{incidence}} WHERE entity_id = ${len(values)}"
            conditions.append(f"id IN ({named})")
        if wanted.among is not None:
            values.append(sorted(wanted.among))
            conditions.append(f"id IN (SELECT unnest(${len(values)}::VARCHAR[]))")
        parts = [partial(has_author, author) for author in wanted.authors]
        times = ((wanted.since, ">="), (wanted.until, "<="))
        parts += [partial(is_of_time, date, sign) for date, sign in times if date]
        for part in parts:
            condition, given = part(first=len(values) + 1)
            values += given
            conditions.append(condition)
        if wanted.venue:
            values.append(wanted.venue)
            conditions.append(f"contains({PLAIN.format('venue')}, {PLAIN.format(f'${len(values)}')})")
        return f" WHERE {' AND '.join(conditions)}" if conditions else "", values

    def _check_dated(self) -> None:
        """Raise DateError if there are papers, and none has a date."""
        papers, dated = self._tables.rows("SELECT count(*), count(*) FILTER (date <> '') FROM {papers}")[0]
        if papers and not dated:
            raise DateError(
                "no paper of the graph has a date, so none is of a time; "
                "build it again with dates, or with --date for all that have none"
            )

    def _holding(self, sought: str) -> tuple[str, list[Any]]:
        """Return a condition that all papers with a folded text meet, and few others, and its values."""
        condition, values = may_hold(sought, first=1)
        if not self._has_text_index:
            return condition, values
        if is_word(sought):
            question, values = may_hold_words(sought, first=1)
            return f"id IN ({question})", values
        question, words = may_hold_words(sought, first=len(values) + 1)
        # To find words that most papers have takes longer than it spares.
        if question and not self._tables.rows(*are_frequent(sought))[0][0]:
            condition = f"id IN ({question}) AND {condition}"
            values += words
        return condition, values

    @cached_property
    def _has_text_index(self) -> bool:
        return self._tables.has_text_index()

    @cached_property
    def texts(self) -> TextSearch:
        """The ranked search in texts; where these are not indexed, all are read for it, some seconds."""
        from paperlattice.graph.query.text_search import TextSearch

        if self._has_text_index:
            return TextSearch(self._tables)
        from paperlattice.graph.pipeline.text_index import with_text_index

        return TextSearch(with_text_index(self._tables))

    def disagreements(self) -> list[tuple[str, str, str, str]]:
        """Return (paper id, title, URL, origin) of what only source or only text of a paper names, in order.

        Of papers of which a source declares a repository.
        """
        return self._tables.rows(
            f"""
            WITH named AS (
                SELECT paper_id, entity_id, bool_or(rule = '{DECLARED}') AS stated,
                    bool_or(rule <> '{DECLARED}') AS written
                FROM {{mentions}} WHERE kind = 'repo' AND entity_id IS NOT NULL GROUP BY paper_id, entity_id
            )
            SELECT p.id, title, e.url, CASE WHEN stated THEN '{DECLARED}' ELSE 'extracted' END
            FROM named JOIN {{papers}} p ON p.id = paper_id JOIN {{entities}} e ON e.id = entity_id
            WHERE stated <> written AND paper_id IN (SELECT paper_id FROM named WHERE stated)
            ORDER BY p.id, e.url
            """
        )

    def entities_with(self, entity_ids: Collection[str], *, merges: bool = False) -> Mapping[str, Entity]:
        """Return the entities of ids, with their merges if these are asked for."""
        return self._tables.read_entities(entity_ids, merges=merges)

    def labels_with(self, entity_ids: Collection[str]) -> Mapping[str, str]:
        """Return the labels of entities by id."""
        return self._tables.labels_of(entity_ids)

    def ranked(self, key: str) -> Mapping[str, int]:
        """Return the entities that a `name_key` may mean, with the rank of the table `name_index`."""
        question = "SELECT entity_id, min(rank) FROM {name_index} WHERE key = ? GROUP BY entity_id"
        return dict(self._tables.rows(question, key))

    def known_keys(self, keys: Collection[str]) -> Collection[str]:
        """Return those of some values of `name_key` that an entity may be meant by."""
        where, values = few_of("key", keys)
        question = f"SELECT DISTINCT key FROM {{name_index}} WHERE {where}"
        return {key for (key,) in self._tables.rows(question, *values)}

    def all_forms(self, kind: Kind | None) -> Iterable[str]:
        """Return the labels and aliases of all entities, or of those of a kind, in any order."""
        where = "" if kind is None else " WHERE kind = $1"
        rows = self._tables.stream(
            f"SELECT label FROM {{entities}}{where} UNION SELECT unnest(aliases) FROM {{entities}}{where}",
            *([] if kind is None else [kind]),
        )
        return (form for (form,) in rows)

    def degrees(self, entity_ids: Collection[str]) -> Mapping[str, int]:
        """Return how many papers name each entity, where there are any."""
        where = f"WHERE {among('entity_id')} GROUP BY entity_id"
        return dict(
            self._tables.rows(f"SELECT entity_id, count(*) FROM {{incidence}} {where}", *bounds(entity_ids))
        )

    def most_mentioned(self, kind: Kind | None, top: int | None) -> list[Entity]:
        """Return the entities that papers name, the most mentioned first, without their merges.

        With `top`, only the first ones.
        """
        where = "" if kind is None else " WHERE kind = $kind"
        values: dict[str, Any] = {} if kind is None else {"kind": kind}
        chosen = (
            "WITH named AS (SELECT entity_id AS id, count(*) AS papers FROM {incidence} GROUP BY entity_id),"
            f" chosen AS (SELECT id, papers FROM named JOIN {{entities}} USING (id){where})"
        )
        least = ""
        if top is not None:
            # All that are named as often as the last one: among them Python chooses, which folds the case of
            # labels as no SQL function does.
            best = "SELECT papers FROM chosen ORDER BY papers DESC LIMIT $top"
            least = f" WHERE papers >= (SELECT min(papers) FROM ({best}))"
            values["top"] = top
        rows = self._tables.rows(
            f"{chosen} SELECT {ENTITY}, papers FROM chosen JOIN {{entities}} USING (id){least}", values
        )
        found = [(entity_from(row[:-1]), row[-1]) for row in rows]
        return [e for e, _ in sorted(found, key=lambda row: degree_key(*row))][:top]

    def incidences(self, entity_ids: Collection[str]) -> Mapping[str, Sequence[NamedPaper]]:
        """Return the papers that name each entity, in any order."""
        found: dict[str, list[NamedPaper]] = defaultdict(list)
        rows = self._tables.stream(
            "SELECT entity_id, paper_id, title, relation, date, salience FROM {incidence} JOIN {papers} "
            f"ON id = paper_id WHERE {among('entity_id')}",
            *bounds(entity_ids),
        )
        for entity_id, paper_id, title, relation, date, salience in rows:
            found[entity_id].append((paper_id, title, relation, date, salience))
        return found

    def entities_in(self, paper_id: str) -> Sequence[str]:
        """Return the ids of the entities that a paper names, in any order."""
        # Not from the incidence, which is sorted by entity.
        question = "SELECT DISTINCT entity_id FROM {mentions} WHERE paper_id = ? AND entity_id IS NOT NULL"
        return [entity for (entity,) in self._tables.rows(question, paper_id)]

    def mentions_in(self, paper_id: str) -> Sequence[tuple[str | None, Mention]]:
        """Return the mentions in a paper in the order of the text, each with its entity, None without one."""
        rows = self._tables.rows(
            f"SELECT entity_id, {MENTION} FROM {{mentions}} WHERE paper_id = ? ORDER BY {MENTION_ORDER}",
            paper_id,
        )
        return [(entity_id, Mention(*mention)) for entity_id, *mention in rows]

    def salience_within(self, paper_ids: Collection[str]) -> Mapping[str, Sequence[tuple[str, int, float]]]:
        """Return the mentions in papers, in any order: entity, start, and how much the paper is about it."""
        # Few columns: to unpack those of mentions all over a table takes most of the time of an answer.
        rows = self._tables.stream(
            f"SELECT paper_id, entity_id, start, salience FROM {{mentions}} WHERE {among('paper_id')}"
            " AND entity_id IS NOT NULL",
            *bounds(paper_ids),
        )
        found: dict[str, list[tuple[str, int, float]]] = defaultdict(list)
        for paper, *row in rows:
            found[paper].append((row[0], row[1], row[2]))
        return found

    def mentions_within(self, paper_ids: Collection[str]) -> MentionsWithin:
        """Return the mentions in papers, in the order of the text, each with its entity."""
        rows = self._tables.stream(
            f"SELECT entity_id, {MENTION} FROM {{mentions}} WHERE {among('paper_id')}"
            f" AND entity_id IS NOT NULL ORDER BY {MENTION_ORDER}",
            *bounds(paper_ids),
        )
        found: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
        for entity_id, *mention in rows:
            found[mention[0]].append((entity_id, Mention(*mention)))
        return found

    def mentions_of(
        self, entity_id: str, paper_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Mention]]:
        """Return the mentions of an entity by paper, in the order of the text; of all papers for None."""
        within = "" if paper_ids is None else f" AND {among('paper_id')}"
        rows = self._tables.stream(
            f"SELECT {MENTION} FROM {{mentions}} WHERE entity_id = ?{within} ORDER BY {MENTION_ORDER}",
            entity_id,
            *(() if paper_ids is None else bounds(paper_ids)),
        )
        found: dict[str, list[Mention]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(Mention(*row))
        return found

    def ranked_links(
        self, paper_id: str, most: int | None, *, among: Collection[str] | None = None
    ) -> list[Link]:
        """Return links between a paper and all others, drawn or not, the likeliest first, then by id.

        With `among`, only links to these papers.
        """
        from paperlattice.graph.link.rank import ranked_links

        return ranked_links(self.collection, paper_id, most, among=among)

    def weighed_link(self, one: str, other: str) -> tuple[Link, dict[str, float]]:
        """Return the link between two papers, drawn or not, and what each figure adds to its log-odds."""
        from paperlattice.graph.link.rank import weighed_link

        return weighed_link(self.collection, one, other)

    def has_pairs(self) -> bool:
        """Return whether it is known which pairs links are chosen from; a saved part does not say."""
        return bool(self._tables.rows("SELECT 1 FROM pairs LIMIT 1"))

    def weighed_pairs(self, paper_id: str) -> list[WeighedPair]:
        """Return the pairs of a paper that links are chosen from, in any order."""
        question = (
            "SELECT target, weight, tie FROM pairs WHERE source = $1"
            " UNION ALL SELECT source, weight, tie FROM pairs WHERE target = $1"
        )
        return self._tables.rows(question, paper_id)

    def linked_with(self, paper_id: str) -> Collection[str]:
        """Return the ids of the papers that a paper is linked with."""
        ends = (("target", "source"), ("source", "target"))
        question = " UNION ".join(f"SELECT {one} FROM {{links}} WHERE {other} = $1" for one, other in ends)
        return {other for (other,) in self._tables.rows(question, paper_id)}

    def drawn_links(self, paper_id: str) -> list[Link]:
        """Return the links of a paper that the graph draws, the likeliest first, then by the other's id."""
        question = f"SELECT {LINK} FROM {{links}} WHERE source = $1 OR target = $1"
        links = map(link_from, self._tables.rows(question, paper_id))
        return sorted(links, key=lambda link: (-link.weight, link.source, link.target))

    def reasons_of(
        self,
        links: Sequence[Link],
        mentions: MentionsWithin,
        papers: Mapping[str, Paper],
        labels: Mapping[str, str],
    ) -> list[str]:
        """Return for each link a sentence that says why there is one, from its papers and their mentions."""
        named: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for paper, rows in mentions.items():
            for entity, mention in rows:
                named[entity, paper].append(mention)
        relations = {pair: relation_of(found) for pair, found in named.items()}
        titles = {paper.id: paper.title for paper in papers.values()}
        return self._tables.reasons_of(links, labels, relations=relations, titles=titles)

    @cached_property
    def collection(self) -> PaperSet:
        """The papers ready to be compared, read once: some 1,400 bytes a paper."""
        from paperlattice.graph.link.collect import read_collection

        return read_collection(self._tables)

    @cached_property
    def incidence(self) -> Incidence:
        """The paper-entity incidence as arrays, for paths; read once, with some 50 bytes a pair meanwhile."""
        from paperlattice.graph.query.paths import Incidence

        (entities,) = self._tables.columns("SELECT id FROM {entities} ORDER BY id")
        (papers,) = self._tables.columns("SELECT id FROM {papers} ORDER BY id")
        pairs = self._tables.numbered_incidence()
        return Incidence(entities, papers, (pairs["entity"], pairs["paper"]))


def degree_key(entity: Entity, papers: int) -> tuple[int, int, str, str]:
    """Return a key that sorts the entity named by most papers first, then by kind, label and id."""
    return -papers, ENTITY_KINDS.index(entity.kind), entity.label.casefold(), entity.id
