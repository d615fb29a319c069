"""A graph as plain tables: one of papers, one of each kind of entity, one of topics, one of each relation.

Lists stay lists. `id` of a node is that of all formats ("paper:2405.00001", "method:lora"), and `source` and
`target` of an edge are ids. Rows come in the order of ids, those of edges by source, target and relation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from operator import itemgetter
from typing import Any, Final

from paperlattice.extractors.records import KINDS, RELATIONS, Kind
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.store.tables import GraphTables, batches

TEXT: Final = "text"
TEXTS: Final = "list of text"
WHOLE: Final = "whole number"
NUMBER: Final = "number"
AUTHORS: Final = "list of given, family, orcid"
LINKS: Final = "list of kind, url, source"

_PLACE: Final = {"topic_id": TEXT, "subtopic_id": TEXT, "x": NUMBER, "y": NUMBER}
PAPER: Final[Mapping[str, str]] = {
    "id": TEXT,
    "paper_id": TEXT,
    "title": TEXT,
    "abstract": TEXT,
    "date": TEXT,
    "year": WHOLE,
    "authors": AUTHORS,
    "venue": TEXT,
    "doi": TEXT,
    "arxiv_id": TEXT,
    "url": TEXT,
    "licence": TEXT,
    "keywords": TEXTS,
    "categories": TEXTS,
    "sources": TEXTS,
    "links": LINKS,
    "papers": WHOLE,
    **_PLACE,
}
ENTITY: Final[Mapping[str, str]] = {
    "id": TEXT,
    "label": TEXT,
    "aliases": TEXTS,
    "broader": TEXTS,
    "url": TEXT,
    "papers": WHOLE,
    **_PLACE,
}
TOPIC: Final[Mapping[str, str]] = {
    "id": TEXT,
    "name": TEXT,
    "parent": TEXT,
    "papers": WHOLE,
    "particular": TEXTS,
    "central": TEXTS,
}
NAMED: Final[Mapping[str, str]] = {
    "source": TEXT,
    "target": TEXT,
    "kind": TEXT,
    "weight": NUMBER,
    "confidence": NUMBER,
    "salience": NUMBER,
    "mentions": WHOLE,
    "surfaces": TEXTS,
    "evidence": TEXT,
    "origin": TEXT,
}
RELATED: Final[Mapping[str, str]] = {
    "source": TEXT,
    "target": TEXT,
    "weight": NUMBER,
    "shared": TEXTS,
    "terms": TEXTS,
    "reason": TEXT,
}

_LINKED: Final = "related"
NODE_TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "papers": PAPER,
    **{facts.many: ENTITY for facts in KINDS.values()},
    "topics": TOPIC,
}
"""The columns of each table of nodes, and what they hold."""

EDGE_TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    relation: RELATED if relation == _LINKED else NAMED for relation in RELATIONS
}
"""The same of each table of edges, by relation."""

Row = dict[str, Any]

_BATCH: Final = 2_000
_SEPARATOR: Final = " | "


def node_rows(tables: GraphTables, name: str) -> Iterator[Row]:
    """Yield the rows of a table of nodes; a text that is empty is None."""
    if name == "papers":
        return _paper_rows(tables)
    if name == "topics":
        return map(_without_blanks, (topic._asdict() for topic in sorted(TableRows(tables).topics)))
    return _entity_rows(tables, next(kind for kind, facts in KINDS.items() if facts.many == name))


def edge_rows(tables: GraphTables) -> Iterator[tuple[str, Row]]:
    """Yield the name of its table and the row of each edge."""
    for source, target, relation, data in TableRows(tables).edges():
        columns = EDGE_TABLES[relation]
        row = {name: data.get(name) for name in columns}
        row |= {"source": source, "target": target}
        row |= {name: _parts(row[name]) for name, kind in columns.items() if kind == TEXTS}
        if "kind" in columns:
            row["kind"] = target.partition(":")[0]
        yield relation, row


def _parts(joined: str | None) -> list[str]:
    return joined.split(_SEPARATOR) if joined else []


def _paper_rows(tables: GraphTables) -> Iterator[Row]:
    linked = tables.linked()
    node_of = sorted(((paper, paper_node(paper)) for paper in tables.paper_ids()), key=itemgetter(1))
    for some in batches([paper for paper, _ in node_of], _BATCH):
        papers = tables.read_papers(some)
        rows = []
        for paper in (papers[paper_id] for paper_id in some):
            row: Row = asdict(paper)
            row |= {"paper_id": paper.id, "id": paper_node(paper.id), "papers": linked.get(paper.id, 0)}
            row["year"] = int(paper.date[:4]) if paper.date[:4].isdecimal() else None
            rows.append({name: row.get(name) for name in PAPER})
        yield from _placed(tables, rows)


def _entity_rows(tables: GraphTables, kind: Kind) -> Iterator[Row]:
    named_by = tables.named_by()
    ids = [i for (i,) in tables.rows("SELECT id FROM {entities} WHERE kind = ? ORDER BY id", kind)]
    for some in batches([i for i in ids if i in named_by], _BATCH):
        entities = tables.read_entities(some)
        rows = [
            {name: getattr(entities[i], name, None) for name in ENTITY} | {"papers": named_by[i]}
            for i in some
        ]
        yield from _placed(tables, rows)


def _placed(tables: GraphTables, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with topics and positions."""
    nodes = [row["id"] for row in rows]
    positions, topics = tables.positions_of(nodes), tables.topics_of(nodes)
    for row in rows:
        found = topics.get(row["id"], {})
        row |= {name: found.get(name) for name in ("topic_id", "subtopic_id")}
        row["x"], row["y"] = positions.get(row["id"], (None, None))
        yield _without_blanks(row)


def _without_blanks(row: Row) -> Row:
    return {name: None if value == "" else value for name, value in row.items()}
