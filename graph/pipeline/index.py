"""Rows of the tables by which questions find their way: names of entities, titles, who names what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from extractors.records import TOP_ROLE, Mention, title_key
from graph.model.records import Entity
from graph.pipeline.assemble import relation_of
from graph.resolve.keys import name_key

__all__ = [
    "NAMING_SQL",
    "FormRow",
    "NamingRow",
    "TitleRow",
    "form_rows",
    "forms_of",
    "naming_rows",
    "title_rows",
    "titles_of",
]

FormRow = tuple[str, str, int]
"""(key, entity id, rank): rank 1 for the label, 2 for an alias or URL, 3 for a form that a paper writes."""

TitleRow = tuple[str, str, bool]
"""(key, paper id, whether the key is that of the head of the title, which stands before its first colon)"""

NamingRow = tuple[str, str, str]
"""(entity id, paper id, relation)"""

_TOP: Final = " ".join(f"WHEN '{kind}' THEN '{role}'" for kind, role in TOP_ROLE.items())

NAMING_SQL: Final = f"""
SELECT entity_id, paper_id,
       CASE WHEN bool_or(kind = 'repo' OR role = CASE kind {_TOP} END)
            THEN CASE min(kind) {_TOP} END ELSE 'uses' END AS relation
FROM mentions WHERE entity_id IS NOT NULL
GROUP BY entity_id, paper_id ORDER BY entity_id, paper_id
"""
"""What `naming_rows` gives, of a table `mentions`; for DuckDB and Spark alike."""


def forms_of(
    entity_id: str, label: str, *, aliases: Iterable[str] = (), url: str = "", written: Iterable[str] = ()
) -> list[FormRow]:
    """Return one row a key that an entity goes by, with its best rank, in the order of the keys.

    `written` are names and surfaces of its mentions; empty ones are passed over.
    """
    ranks: dict[str, int] = {name_key(form): 3 for form in written if form}
    ranks |= {name_key(form): 2 for form in (*aliases, *([url] if url else []))}
    ranks[name_key(label)] = 1
    return [(key, entity_id, ranks[key]) for key in sorted(ranks)]


def form_rows(entities: Iterable[Entity], written: Iterable[tuple[str, str]] = ()) -> list[FormRow]:
    """Return the rows of all entities, sorted; `written` are (entity id, name or surface), in any order."""
    forms: dict[str, set[str]] = defaultdict(set)
    for entity_id, form in written:
        forms[entity_id].add(form)
    rows: list[FormRow] = []
    for e in entities:
        rows += forms_of(e.id, e.label, aliases=e.aliases, url=e.url, written=forms.get(e.id, ()))
    return sorted(rows)


def titles_of(paper_id: str, title: str) -> list[TitleRow]:
    """Return the row of a title, and that of its head if the title has a colon and something before it."""
    head, colon, _ = title.partition(":")
    key = title_key(head) if colon else ""
    return [(title_key(title), paper_id, False), *([(key, paper_id, True)] if key else [])]


def title_rows(papers: Iterable[tuple[str, str]]) -> list[TitleRow]:
    """Return the rows of all papers, given as (id, title) in any order, sorted."""
    return sorted(row for paper_id, title in papers for row in titles_of(paper_id, title))


def naming_rows(named: Iterable[tuple[str, Mention]]) -> list[NamingRow]:
    """Return one row for each entity and paper that names it, sorted, given (entity id, mention)."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for entity_id, mention in named:
        found[entity_id, mention.paper_id].append(mention)
    return [(*pair, relation_of(found[pair])) for pair in sorted(found)]
