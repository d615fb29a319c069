"""Which node a name means, and what the tables hold about it, by SQL."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import ENTITY_KINDS, KINDS, Kind, Mention, Paper, title_key
from paperlattice.graph.errors import DateError, UnknownKind, UnknownNode
from paperlattice.graph.model.attributes import DECLARED, paper_node
from paperlattice.graph.model.pins import Unrelated, given_scopes, scopes_of
from paperlattice.graph.model.records import Entity, Link
from paperlattice.graph.query.filters import PaperFilter
from paperlattice.graph.query.search import (
    PLAIN,
    SUGGESTIONS,
    folded,
    has_author,
    is_of_time,
    may_hold,
    may_hold_words,
    nearest,
)
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.store.tables import (
    ENTITY,
    LINK,
    MENTION,
    PAPER,
    GraphTables,
    among,
    bounds,
    entity_from,
    link_from,
    paper_from,
)

if TYPE_CHECKING:
    from paperlattice.graph.link.figures import PaperSet
    from paperlattice.graph.query.paths import Incidence
    from paperlattice.graph.query.text_search import TextSearch
    from paperlattice.graph.resolve.explain import NameIndex

_ESCAPED: Final = re.compile(r"(?:_[0-9A-F]{2})+")
MENTION_ORDER: Final = 'paper_id, start, "end", kind, name, role, rule, confidence'

NamedPaper = tuple[str, str, str, str, float]
"""(paper id, title, relation, date, salience) of a paper that names an entity."""

WeighedPair = tuple[str, int, int]
"""(other paper, weight in millionths, tie) of a pair that links are chosen from."""

_TITLE_WORDS: Final = 4
_FEW: Final = 2_000
"""Up to this many papers whose words fit are read one by one; to look for a text in all is faster beyond."""


class Lookup:
    """What questions read from a graph, by SQL from its tables; `graph.query.questions` uses it.

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
        question = f"SELECT id, title FROM {{papers}} WHERE {among('id')}"
        return dict(self._tables.rows(question, *bounds(paper_ids)))

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
        papers = [paper for paper in map(paper_from, rows) if not sought or sought in folded(paper.text)]
        if not papers and (wanted.since or wanted.until):
            self._check_dated()
        return papers

    def select_ids(self, wanted: PaperFilter) -> frozenset[str]:
        """Return the ids of these papers, which are not read unless a text is asked for."""
        if wanted.text:
            return frozenset(paper.id for paper in self.select_papers(wanted))
        where, values = self._where(wanted)
        found = frozenset(i for (i,) in self._tables.stream(f"SELECT id FROM {{papers}}{where}", *values))
        if not found and (wanted.since or wanted.until):
            self._check_dated()
        return found

    def _where(self, wanted: PaperFilter) -> tuple[str, list[Any]]:
        """Return the condition that papers which fit a filter meet, and its values; it may let others pass.

        Those have another text: where entities or ids are given, few papers are left for Python to read, and
        SQL would look for the text first.
        """
        sought = folded(wanted.text)
        by_text = bool(sought) and not wanted.named and wanted.among is None
        condition, given = self._holding(sought) if by_text else ("", [])
        values: list[Any] = [*given]
        conditions = [condition] if by_text else []
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
        question, words = may_hold_words(sought)
        if question and self._has_text_index:
            found = [i for (i,) in self._tables.rows(f"{question} LIMIT {_FEW + 1}", *words)]
            if len(found) <= _FEW:
                return "id IN (SELECT unnest($1::VARCHAR[]))", [found]
        return may_hold(sought)

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

    def entities_with(self, entity_ids: Collection[str]) -> Mapping[str, Entity]:
        """Return the entities of ids, with their merges."""
        return self._tables.read_entities(entity_ids)

    def labels_with(self, entity_ids: Collection[str]) -> Mapping[str, str]:
        """Return the labels of entities by id."""
        return self._tables.labels_of(entity_ids)

    def ranked(self, key: str) -> Mapping[str, int]:
        """Return the entities that a `name_key` may mean, with the rank of the table `name_index`."""
        question = "SELECT entity_id, min(rank) FROM {name_index} WHERE key = ? GROUP BY entity_id"
        return dict(self._tables.rows(question, key))

    def known_keys(self, keys: Collection[str]) -> Collection[str]:
        """Return those of some values of `name_key` that an entity may be meant by."""
        question = f"SELECT DISTINCT key FROM {{name_index}} WHERE {among('key')}"
        return {key for (key,) in self._tables.rows(question, *bounds(keys))}

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
        return [
            e for (e,) in self._tables.rows("SELECT entity_id FROM {incidence} WHERE paper_id = ?", paper_id)
        ]

    def mentions_in(self, paper_id: str) -> Sequence[tuple[str | None, Mention]]:
        """Return the mentions in a paper in the order of the text, each with its entity, None without one."""
        rows = self._tables.rows(
            f"SELECT entity_id, {MENTION} FROM {{mentions}} WHERE paper_id = ? ORDER BY {MENTION_ORDER}",
            paper_id,
        )
        return [(entity_id, Mention(*mention)) for entity_id, *mention in rows]

    def mentions_within(self, paper_ids: Collection[str]) -> Mapping[str, Sequence[tuple[str, Mention]]]:
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

    def links_of(self, paper_id: str) -> Sequence[Link]:
        """Return the links of a paper, in any order."""
        select = f"SELECT {LINK} FROM {{links}} WHERE"
        rows = self._tables.rows(f"{select} source = $1 UNION ALL {select} target = $1", paper_id)
        return [link_from(row) for row in rows]

    @cached_property
    def _unrelated(self) -> tuple[Unrelated, ...]:
        return self._tables.options().pins.unrelated

    def unrelated_to(self, paper_id: str) -> frozenset[str]:
        """Return the ids of the papers that pins part from a paper."""
        found: set[str] = set()
        paper = self.paper(paper_id)
        own = {*scopes_of(paper.id, paper.title)}
        for pin in self._unrelated:
            for one, other in (pin.papers, pin.papers[::-1]):
                if not own.isdisjoint(given_scopes(one)):
                    found.update(self._with_scopes(other))
        return frozenset(found - {paper_id})

    def _with_scopes(self, given: str) -> list[str]:
        question = """
            SELECT id FROM {papers} WHERE id = ?
            UNION SELECT paper_id FROM {title_index} WHERE key = ? AND NOT is_head
        """
        return [row[0] for row in self._tables.rows(question, given, title_key(given))]

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

    def reasons_of(self, links: Sequence[Link]) -> list[str]:
        """Return for each link one sentence that says why there is one."""
        return self._tables.reasons_of(links)

    @cached_property
    def collection(self) -> PaperSet:
        """The papers ready to be compared, read once: some 800 bytes a paper."""
        from paperlattice.graph.link.collect import read_collection

        return read_collection(self._tables)

    @cached_property
    def incidence(self) -> Incidence:
        """The paper-entity incidence as arrays, for paths; read once, with some 50 bytes a pair meanwhile."""
        from paperlattice.graph.query.paths import Incidence

        table = self._tables.arrow("SELECT entity_id, paper_id FROM {incidence}")
        return Incidence(*(table.column(name).combine_chunks() for name in ("entity_id", "paper_id")))

    @property
    def name_index(self) -> NameIndex:
        """Which entities have a name, for explanations."""
        return _StoredNames(self, self._tables)

    def paper(self, name: str | Paper) -> Paper:
        """Return the paper of a title, id or node id; letter case and punctuation in titles do not matter.

        The part before a title's colon is enough if only one paper has it. Of several papers with one title,
        the first by id is meant. Raises UnknownNode with the nearest titles.
        """
        if isinstance(name, Paper):
            given, found = name.title, self.papers_with([name.id]).get(name.id)
        else:
            given, found = name, self.find_paper(name)
        if found is None:
            raise self.unknown_paper(given)
        return found

    def unknown_paper(self, name: str) -> UnknownNode:
        """Return the error for a name of no paper, with the nearest titles."""
        return _unknown("paper", name, nearest(name, self.all_titles())[:SUGGESTIONS])

    def find_paper(self, name: str) -> Paper | None:
        """Return the paper of a title, id or node id, None if there is none."""
        ids = [name, *_paper_of_node(name)]
        found = self.papers_with(ids)
        for paper_id in ids:
            if paper_id in found:
                return found[paper_id]
        rows = self.titled(title_key(name))
        whole = [paper_id for paper_id, is_head in rows if not is_head]
        heads = [paper_id for paper_id, is_head in rows if is_head]
        if not whole and len(heads) != 1:
            return None
        chosen = min(whole or heads)
        return self.papers_with([chosen]).get(chosen)

    def entity(self, name: str, *, kind: Kind | None = None) -> Entity:
        """Return the entity that a name means best.

        An exact id or label counts before another spelling of a label, that before an alias, that before a
        form that a paper uses. Of equals the most mentioned wins, then the first in the order of kinds.
        Raises UnknownNode with what else has the name, or else the nearest names, and UnknownKind.
        """
        found = self.find_entities(name, kind=kind)
        if not found and kind is not None and (others := self.find_entities(name)):
            raise UnknownNode(f"no {kind} named {name!r}; {others[0].label} is a {KINDS[others[0].kind].one}")
        if not found:
            raise _unknown(kind or "entity", name, self._near_entities(name, kind))
        return found[0]

    def entity_in(self, paper: Paper, name: str) -> Entity:
        """Return the entity that a name means in a paper: the best of those that the paper names.

        Raises UnknownNode with what the paper names, or else the nearest names.
        """
        meant = self.find_entities(name) or [self.entity(name)]
        named = set(self.entities_in(paper.id))
        found = next((e for e in meant if e.id in named), None)
        if found is None:
            known = sorted(self.labels_with(named).values())
            listed = f"it names {', '.join(known)}" if known else "no entity was found in it"
            raise UnknownNode(f"{paper.title!r} does not name {name!r}; {listed}")
        return found

    def find_entities(self, name: str, *, kind: Kind | None = None) -> list[Entity]:
        """Return all entities that a name may mean, best first. Raises UnknownKind."""
        self.check_kind(kind)
        ranks = self.ranked(name_key(name))
        found = [e for e in self.entities_with({*ranks, name}).values() if kind in (None, e.kind)]

        def rank(entity: Entity) -> int:
            return -1 if entity.id == name else 0 if entity.label == name else ranks[entity.id]

        by_degree = self._by_degree(found)
        return sorted(by_degree, key=rank)

    def unknown_node(self, name: str) -> UnknownNode:
        """Return the error for a name of nothing, with the nearest names; titles if it is as long as one."""
        if len(name.split()) >= _TITLE_WORDS:
            near = nearest(name, self.all_titles())[:SUGGESTIONS]
            if near:
                return _unknown("entity or paper", name, near)
        return _unknown("entity or paper", name, self._near_entities(name, None))

    @staticmethod
    def check_kind(kind: str | None) -> None:
        """Raise UnknownKind unless `kind` is None or a kind of entity."""
        if kind is not None and kind not in ENTITY_KINDS:
            raise UnknownKind(f"{kind!r} is not a kind of entity: give one of {', '.join(ENTITY_KINDS)}")

    def degree_key_of(self, entity: Entity) -> tuple[int, int, str, str]:
        """Return a key that sorts the most mentioned first, then by kind, label and id."""
        return degree_key(entity, self.degrees([entity.id]).get(entity.id, 0))

    def _by_degree(self, entities: Collection[Entity]) -> list[Entity]:
        if len(entities) < 2:
            return list(entities)
        degrees = self.degrees([e.id for e in entities])
        return sorted(entities, key=lambda e: degree_key(e, degrees.get(e.id, 0)))

    def _near_entities(self, name: str, kind: Kind | None) -> list[str]:
        """Return the labels of the nearest entities, each with the form that is near if it differs."""
        near: dict[str, str] = {}
        for form in nearest(name, self.all_forms(kind)):
            candidates = [
                e
                for e in self.entities_with(self.ranked(name_key(form))).values()
                if kind in (None, e.kind) and form in (e.label, *e.aliases)
            ]
            best = self._by_degree(candidates)[0]
            near.setdefault(best.id, best.label if form == best.label else f"{best.label} ({form})")
            if len(near) == SUGGESTIONS:
                break
        return list(near.values())


def degree_key(entity: Entity, papers: int) -> tuple[int, int, str, str]:
    """Return a key that sorts the entity named by most papers first, then by kind, label and id."""
    return -papers, ENTITY_KINDS.index(entity.kind), entity.label.casefold(), entity.id


def _paper_of_node(node: str) -> list[str]:
    """Return the id of the paper that has a node id; nothing if no paper can have it.

    >>> _paper_of_node("paper:10.1000:a_5Fb"), _paper_of_node("paper:a_b"), _paper_of_node("method:x")
    (['10.1000/a_b'], [], [])
    """
    prefix, _, rest = node.partition(":")
    if prefix != "paper":
        return []
    try:
        paper_id = _ESCAPED.sub(
            lambda m: bytes.fromhex(m.group().replace("_", "")).decode(), rest.replace(":", "/")
        )
        return [paper_id] if paper_node(paper_id) == node else []
    except UnicodeError:
        return []


def _unknown(what: str, name: str, near: list[str]) -> UnknownNode:
    hint = f"; nearest: {', '.join(near)}" if near else "; `paperlattice entities` lists them all"
    if what == "paper" and not near:
        hint = "; give a title or an id as `paperlattice papers` lists them"
    return UnknownNode(f"no {what} named {name!r}{hint}")


class _StoredNames:
    """Which entities have a name, for `graph.resolve.explain_names`."""

    def __init__(self, lookup: Lookup, tables: GraphTables) -> None:
        self._lookup = lookup
        self._tables = tables

    def with_id(self, kind: Kind, entity_id: str) -> list[Entity]:
        """See `NameIndex`."""
        return self._entities("SELECT id FROM {entities} WHERE kind = ? AND id = ?", kind, entity_id)

    def meant_by(self, kind: Kind, name: str) -> list[Entity]:
        """See `NameIndex`."""
        return self._entities(
            "SELECT DISTINCT entity_id FROM {mentions} WHERE kind = ? AND name = ? AND entity_id IS NOT NULL",
            kind,
            name,
        )

    def with_form(self, kind: Kind, form: str) -> list[Entity]:
        """See `NameIndex`."""
        return self._entities(
            "SELECT id FROM {entities} WHERE kind = $1 AND (label = $2 OR list_contains(aliases, $2)"
            " OR id IN (SELECT entity_id FROM {merges} WHERE left_form = $2 OR right_form = $2))",
            kind,
            form,
        )

    def alike(self, kind: Kind, key: str) -> Collection[str]:
        """See `NameIndex`."""
        # Labels and aliases are found by their key. Forms that are only in merges, such as a base name that
        # no paper writes, have none in the index; they are few.
        ranked = self._lookup.entities_with(self._lookup.ranked(key)).values()
        forms = {form for e in ranked if e.kind == kind for form in (e.label, *e.aliases)}
        rows = self._tables.rows(
            "WITH named AS (SELECT id, label FROM {entities} WHERE kind = $1"
            " UNION ALL SELECT id, unnest(aliases) FROM {entities} WHERE kind = $1),"
            " merged AS (SELECT entity_id AS id, left_form AS label FROM {merges}"
            " UNION ALL SELECT entity_id, right_form FROM {merges})"
            " SELECT DISTINCT label FROM merged"
            " SEMI JOIN (SELECT id FROM {entities} WHERE kind = $1) USING (id)"
            " ANTI JOIN named USING (label)",
            kind,
        )
        forms.update(form for (form,) in rows)
        return {form for form in forms if name_key(form) == key}

    def labels(self, kind: Kind) -> list[str]:
        """See `NameIndex`."""
        rows = self._tables.rows("SELECT label FROM {entities} WHERE kind = ? ORDER BY id", kind)
        return [label for (label,) in rows]

    def _entities(self, sql: str, *values: str) -> list[Entity]:
        found = self._lookup.entities_with([row[0] for row in self._tables.rows(sql, *values)])
        return [found[entity_id] for entity_id in sorted(found)]
