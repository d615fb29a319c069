"""What questions have to know of a graph, by SQL from its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import Kind, Mention, Paper
from paperlattice.graph.model.records import Entity, Link
from paperlattice.graph.query.lookup import Lookup, Naming, fame_key, folded
from paperlattice.graph.resolve.keys import name_key
from paperlattice.graph.store.tables import (
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
    from paperlattice.graph.query.paths import Incidence
    from paperlattice.graph.resolve.explain import Bearers

_ENTITY: Final = "id, kind, label, aliases, url"
_PLACE: Final = 'paper_id, start, "end", kind, name, role, rule, confidence'

# Signs that are no ASCII and fold to ASCII letters, and the blanks of ASCII but for the blank itself.
_FOLDING: Final = "[ßİŉſǰẖẗẘẙẚẞKﬀﬁﬂﬃﬄﬅﬆ]"
_BLANKS: Final = (9, 10, 11, 12, 13, 28, 29, 30, 31)
_WIDE: Final = "(strlen(title) <> length(title) OR strlen(abstract) <> length(abstract))"


class SqlLookup(Lookup):
    """Answers from the tables of a graph, with rows in any order.

    Nothing is held in memory but, after the first path, `incidence`. May be asked from several threads at
    once. Every method raises StoreError where a table is missing or cannot be read.
    """

    def __init__(self, tables: GraphTables) -> None:
        self._tables = tables

    def papers_with(self, paper_ids: Collection[str]) -> Mapping[str, Paper]:
        """See `Lookup`."""
        return self._tables.read_papers(paper_ids)

    def titles_with(self, paper_ids: Collection[str]) -> Mapping[str, str]:
        """See `Lookup`."""
        question = f"SELECT id, title FROM {{papers}} WHERE {among('id')}"
        return dict(self._tables.rows(question, *bounds(paper_ids)))

    def titled(self, key: str) -> Sequence[tuple[str, bool]]:
        """See `Lookup`."""
        return self._tables.rows("SELECT paper_id, is_head FROM {title_index} WHERE key = ?", key)

    def all_titles(self) -> Iterable[str]:
        """See `Lookup`."""
        return (title for (title,) in self._tables.stream("SELECT title FROM {papers}"))

    def select_papers(self, entity_ids: Collection[str], *, text: str | None) -> list[Paper]:
        """See `Lookup`."""
        sought = "" if text is None else folded(text)
        # Where entities are given, few papers are left for Python to read; SQL would look for the text first.
        by_text = bool(sought) and not entity_ids
        condition, values = _may_hold(sought) if by_text else ("", [])
        conditions = [condition] if by_text else []
        for entity_id in entity_ids:
            values.append(entity_id)
            named = f"SELECT paper_id FROM {{incidence}} WHERE entity_id = ${len(values)}"
            conditions.append(f"id IN ({named})")
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self._tables.stream(f"SELECT {PAPER} FROM {{papers}}{where} ORDER BY id", *values)
        papers = map(paper_from, rows)
        return [paper for paper in papers if sought in folded(paper.text)] if sought else list(papers)

    def entities_with(self, entity_ids: Collection[str]) -> Mapping[str, Entity]:
        """See `Lookup`."""
        return self._tables.read_entities(entity_ids)

    def labels_with(self, entity_ids: Collection[str]) -> Mapping[str, str]:
        """See `Lookup`."""
        return self._tables.labels_of(entity_ids)

    def ranked(self, key: str) -> Mapping[str, int]:
        """See `Lookup`."""
        question = "SELECT entity_id, min(rank) FROM {name_index} WHERE key = ? GROUP BY entity_id"
        return dict(self._tables.rows(question, key))

    def all_forms(self, kind: Kind | None) -> Iterable[str]:
        """See `Lookup`."""
        where = "" if kind is None else " WHERE kind = $1"
        rows = self._tables.stream(
            f"SELECT label FROM {{entities}}{where} UNION SELECT unnest(aliases) FROM {{entities}}{where}",
            *([] if kind is None else [kind]),
        )
        return (form for (form,) in rows)

    def degrees(self, entity_ids: Collection[str]) -> Mapping[str, int]:
        """See `Lookup`."""
        where = f"WHERE {among('entity_id')} GROUP BY entity_id"
        return dict(
            self._tables.rows(f"SELECT entity_id, count(*) FROM {{incidence}} {where}", *bounds(entity_ids))
        )

    def best_known(self, kind: Kind | None, top: int | None) -> list[Entity]:
        """See `Lookup`."""
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
            f"{chosen} SELECT {_ENTITY}, papers FROM chosen JOIN {{entities}} USING (id){least}", values
        )
        found = [(entity_from(row[:-1]), row[-1]) for row in rows]
        return [e for e, _ in sorted(found, key=lambda row: fame_key(*row))][:top]

    def papers_naming(self, entity_ids: Collection[str]) -> Mapping[str, Sequence[Naming]]:
        """See `Lookup`."""
        found: dict[str, list[Naming]] = defaultdict(list)
        rows = self._tables.stream(
            "SELECT entity_id, paper_id, title, relation, date FROM {incidence} JOIN {papers} "
            f"ON id = paper_id WHERE {among('entity_id')}",
            *bounds(entity_ids),
        )
        for entity_id, paper_id, title, relation, date in rows:
            found[entity_id].append((paper_id, title, relation, date))
        return found

    def entities_in(self, paper_id: str) -> Sequence[str]:
        """See `Lookup`."""
        return [
            e for (e,) in self._tables.rows("SELECT entity_id FROM {incidence} WHERE paper_id = ?", paper_id)
        ]

    def mentions_in(self, paper_id: str) -> Sequence[tuple[str | None, Mention]]:
        """See `Lookup`."""
        rows = self._tables.rows(
            f"SELECT entity_id, {MENTION} FROM {{mentions}} WHERE paper_id = ? ORDER BY {_PLACE}", paper_id
        )
        return [(entity_id, Mention(*mention)) for entity_id, *mention in rows]

    def mentions_of(
        self, entity_id: str, paper_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Mention]]:
        """See `Lookup`."""
        within = "" if paper_ids is None else f" AND {among('paper_id')}"
        rows = self._tables.stream(
            f"SELECT {MENTION} FROM {{mentions}} WHERE entity_id = ?{within} ORDER BY {_PLACE}",
            entity_id,
            *(() if paper_ids is None else bounds(paper_ids)),
        )
        found: dict[str, list[Mention]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(Mention(*row))
        return found

    def links_of(self, paper_id: str) -> Sequence[Link]:
        """See `Lookup`."""
        select = "SELECT source, target, weight, shared FROM {links} WHERE"
        rows = self._tables.rows(f"{select} source = $1 UNION ALL {select} target = $1", paper_id)
        return [link_from(row) for row in rows]

    @cached_property
    def incidence(self) -> Incidence:
        """See `Lookup`; read once, some 50 bytes a pair while it is."""
        from paperlattice.graph.query.paths import Incidence

        table = self._tables.arrow("SELECT entity_id, paper_id FROM {incidence}")
        return Incidence(*(table.column(name).combine_chunks() for name in ("entity_id", "paper_id")))

    @property
    def bearers(self) -> Bearers:
        """See `Lookup`."""
        return _SqlBearers(self, self._tables)


class _SqlBearers:
    """Which entities go by a name, for `graph.resolve.explain_names`."""

    def __init__(self, lookup: SqlLookup, tables: GraphTables) -> None:
        self._lookup = lookup
        self._tables = tables

    def meant_by(self, kind: Kind, name: str) -> list[Entity]:
        """See `Bearers`."""
        return self._entities(
            "SELECT DISTINCT entity_id FROM {mentions} WHERE kind = ? AND name = ? AND entity_id IS NOT NULL",
            kind,
            name,
        )

    def with_form(self, kind: Kind, form: str) -> list[Entity]:
        """See `Bearers`."""
        return self._entities(
            "SELECT id FROM {entities} WHERE kind = $1 AND (label = $2 OR list_contains(aliases, $2)"
            " OR id IN (SELECT entity_id FROM {merges} WHERE left_form = $2 OR right_form = $2))",
            kind,
            form,
        )

    def alike(self, kind: Kind, key: str) -> Collection[str]:
        """See `Bearers`."""
        # Labels and aliases are found by their key. What stands only in a merge, as a family that no paper
        # writes does, has none in the index, and there are few.
        ranked = self._lookup.entities_with(self._lookup.ranked(key)).values()
        forms = {form for e in ranked if e.kind == kind for form in (e.label, *e.aliases)}
        rows = self._tables.rows(
            "WITH named AS (SELECT id, label FROM {entities} WHERE kind = $1"
            " UNION ALL SELECT id, unnest(aliases) FROM {entities} WHERE kind = $1),"
            " joined AS (SELECT entity_id AS id, left_form AS label FROM {merges}"
            " UNION ALL SELECT entity_id, right_form FROM {merges})"
            " SELECT DISTINCT label FROM joined"
            " SEMI JOIN (SELECT id FROM {entities} WHERE kind = $1) USING (id)"
            " ANTI JOIN named USING (label)",
            kind,
        )
        forms.update(form for (form,) in rows)
        return {form for form in forms if name_key(form) == key}

    def labels(self, kind: Kind) -> list[str]:
        """See `Bearers`."""
        rows = self._tables.rows("SELECT label FROM {entities} WHERE kind = ? ORDER BY id", kind)
        return [label for (label,) in rows]

    def _entities(self, sql: str, *values: str) -> list[Entity]:
        found = self._lookup.entities_with([row[0] for row in self._tables.rows(sql, *values)])
        return [found[entity_id] for entity_id in sorted(found)]


def _may_hold(sought: str) -> tuple[str, list[str]]:
    """Return a condition that all papers with a folded text meet, and few others, and its values.

    Of plain ASCII, folding does no more than `lower`, so that what is sought stands there as it is; unless it
    spans other blanks than single ones or title and abstract. In other text each word stands, in ASCII or as
    a sign that folds to ASCII.
    """
    if not sought.isascii():
        return _WIDE, []
    words = sought.split()
    values = [sought, *sorted(set(words), key=lambda word: (-len(word), word))]
    tails = [" ".join(words[place:]) for place in range(1, len(words))]
    holds = [
        f"(contains(lower(abstract), ${n}) OR contains(lower(title), ${n}))"
        for n in range(1, len(values) + 1)
    ]
    odd = [f"contains({field}, chr({sign}))" for field in ("abstract", "title") for sign in _BLANKS]
    odd += [f"contains({field}, '  ')" for field in ("abstract", "title")]
    odd += [
        f"starts_with(lower(ltrim(abstract)[:{len(t)}]), ${n})" for n, t in enumerate(tails, len(values) + 1)
    ]
    each = " AND ".join(holds[1:])
    wide = f"{_WIDE} AND (({each}) OR regexp_matches(title || abstract, '{_FOLDING}'))"
    spanning = f" OR ({each} AND ({' OR '.join(odd)}))" if tails else ""
    return f"({holds[0]}{spanning} OR ({wide}))", [*values, *tails]
