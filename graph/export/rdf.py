"""A graph as RDF: what there is, each with an IRI, and what is said of it.

Terms are those of schema.org, and our own where it has none; places in texts are annotated by Web Annotation
and PROV-O. There are no blank nodes, so equal graphs are equal sets of triples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from paperlattice.extractors.records import KINDS, RELATIONS, Author, Paper
from paperlattice.graph.export.citation_record import bare_ids
from paperlattice.graph.export.columns import Column, edge_id, read_schema
from paperlattice.graph.export.iris import Names, escaped, public_iris, web_iri
from paperlattice.graph.export.rdf_terms import (
    ABOUT,
    LISTS,
    OF_EDGES,
    OF_NODES,
    PREFIXES,
    TERMS,
    Description,
    Iri,
    Said,
    Term,
    Value,
)
from paperlattice.graph.export.rows import Graph, GraphRows, NetworkxRows, is_blank, rows_of
from paperlattice.graph.model.attributes import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    PINNED,
    EdgeData,
    NodeData,
    paper_id,
)
from paperlattice.graph.model.records import MentionRow

_TYPES: Final = {"paper": "ScholarlyArticle", "dataset": "Dataset", "repo": "SoftwareSourceCode"}
_OF_PLACES: Final = ("role", "rule", "confidence", "salience")
_OURS: Final = frozenset((*RELATIONS, "together"))
_SEPARATOR: Final = " | "


def describe_graph(graph: Graph, base: str) -> Iterator[Description]:
    """Yield what a file says: terms, what finds names, nodes in order, each with its edges, and topics.

    A paper comes with its authors and with each place that names an entity. A networkx graph has neither
    records of papers nor places: of it, this is what attributes say. How nodes are drawn is left out.

    Raises OptionError if IRIs cannot begin with `base`, ExportError as `columns.read_schema`.
    """
    rows, schema = rows_of(graph), read_schema(graph)
    nodes = {**OF_NODES, **_own(schema.nodes, NODE_ATTRIBUTES)}
    edges = {**OF_EDGES, **_own(schema.edges, {*EDGE_ATTRIBUTES, *OF_EDGES})}
    return _Describer(rows, Names(rows, base), nodes, edges).describe()


def _own(columns: Sequence[Column], ours: Any) -> dict[str, str]:
    """Return the properties of attributes that are a user's own."""
    return {c.attribute: f"own:{escaped(c.name)}" for c in columns if c.attribute not in ours}


class _Describer:
    """What describes the rows of one graph, and remembers the topics and venues that it met."""

    def __init__(
        self, rows: GraphRows, names: Names, of_nodes: Mapping[str, str], of_edges: Mapping[str, str]
    ) -> None:
        self._rows = rows
        self._names = names
        self._of_nodes = of_nodes
        self._of_edges = of_edges
        self._of_links = {**of_edges, "confidence": "pl:probability"}
        self._topics: dict[str, tuple[str, str]] = {}
        self._venues = set[str]()

    def describe(self) -> Iterator[Description]:
        for name, meaning in TERMS.items():
            yield Iri(PREFIXES["pl"] + name), [("a", Term("rdf:Property")), ("rdfs:comment", meaning)]
        yield from self._sets()
        yield from self._finders()
        records = self._rows.records() if not isinstance(self._rows, NetworkxRows) else iter(())
        for row, edges, record in _joined(self._rows.nodes(), self._rows.edges(), records):
            if row[1].get("kind") == "paper":
                yield from self._paper(row, edges, *record)
            else:
                yield from self._with_edges(self._names.node(row[0]), self._entity(*row), edges, {})
        yield from self._all_topics()

    def _sets(self) -> Iterator[Description]:
        for kind, many in [*((kind, facts.many) for kind, facts in KINDS.items()), ("topic", "topics")]:
            yield self._names.local("set", kind), [("a", Term("DefinedTermSet")), ("name", many)]

    def _finders(self) -> Iterator[Description]:
        """Yield what finds names: a program for each kind, and a person by pins."""
        if isinstance(self._rows, NetworkxRows):
            return
        version = self._rows.tables.options().extractor_version
        for kind in KINDS:
            finder = self._names.local("finder", kind, version)
            program: Said = [("a", Term("prov:SoftwareAgent")), ("a", Term("SoftwareApplication"))]
            yield finder, [*program, ("name", f"paperlattice {kind}_finder"), ("softwareVersion", version)]
            said: Said = [("a", Term("prov:Activity")), ("prov:wasAssociatedWith", finder)]
            yield self._names.local("extraction", kind), said
        yield self._names.local("extraction", PINNED), [("a", Term("prov:Activity")), ("name", "pins")]

    def _entity(self, node: str, data: Mapping[str, Any]) -> Said:
        kind = str(data.get("kind") or "")
        said: Said = [("a", Term(_TYPES.get(kind, "DefinedTerm"))), *self._node(node, data)]
        if kind in KINDS and kind not in _TYPES:
            said.append(("inDefinedTermSet", self._names.local("set", kind)))
        if address := data.get("url"):
            said.append(("codeRepository" if kind == "repo" else "url", _address(address)))
        return said

    def _paper(
        self,
        row: NodeData,
        edges: list[EdgeData],
        paper: Paper | None = None,
        places: Sequence[MentionRow] = (),
    ) -> Iterator[Description]:
        """Yield a paper, its relations, authors, venue, and the places in its text that name entities."""
        node, data = row
        iri, of_paper = self._names.node(node), node.removeprefix("paper:")
        cited: dict[str, list[Iri]] = {}
        for number, place in enumerate(places, 1):
            cited.setdefault(place.entity_id, []).append(self._names.local("mention", of_paper, number))
        authors = enumerate(_authors(data) if paper is None else paper.authors, 1)
        people = [(self._names.author(of_paper, number, author), author) for number, author in authors]
        said: Said = [("a", Term("ScholarlyArticle"))]
        said += self._node(node, data if paper is None else {**data, "label": paper.title})
        said += _identity(iri, node, data)
        said += [("author", person) for person, _ in people]
        venue = str(data.get("venue") or "")
        said += [("isPartOf", self._names.local("venue", venue))] if venue else []
        yield from self._with_edges(iri, said + _record(paper), edges, cited)
        yield from (_person(*person) for person in people)
        if venue and venue not in self._venues:
            self._venues.add(venue)
            yield self._names.local("venue", venue), [("a", Term("CreativeWork")), ("name", venue)]
        if paper is not None:
            for number, place in enumerate(places, 1):
                yield from self._annotation(iri, paper.text, place, (of_paper, number))

    def _node(self, node: str, data: Mapping[str, Any]) -> Said:
        """Return what papers and entities alike have."""
        said: Said = [] if is_blank(data.get("label")) else [("name", data["label"])]
        said += [("pl:node", node), *_values(data, self._of_nodes)]
        for level, parent in (("topic", ""), ("subtopic", str(data.get("topic_id") or ""))):
            if topic := str(data.get(f"{level}_id") or ""):
                said.append((f"pl:{level}", self._names.local(topic)))
                self._topics.setdefault(topic, (str(data.get(level) or ""), parent))
        return said

    def _with_edges(
        self, iri: Iri, said: Said, edges: Sequence[EdgeData], cited: Mapping[str, Sequence[Iri]]
    ) -> Iterator[Description]:
        """Yield a node with its relations, then each of them as a statement, with what is known of it."""
        statements: list[Description] = []
        for source, target, key, data in edges:
            relation, other = str(data.get("relation") or key), self._names.node(target)
            predicate = (
                f"pl:{relation}" if relation in (*RELATIONS, "together") else f"own:{escaped(relation)}"
            )
            said.append((predicate, other))
            if relation in RELATIONS and relation != "related":
                said.append(("about" if relation in ABOUT else "mentions", other))
            triple: Said = [("rdf:subject", iri), ("rdf:predicate", Term(predicate)), ("rdf:object", other)]
            known = _values(data, self._of_links if relation == "related" else self._of_edges)
            known += [("prov:wasDerivedFrom", mention) for mention in cited.get(target, ())]
            edge = self._names.local("edge", edge_id(source, target, key))
            statements.append((edge, [("a", Term("rdf:Statement")), *triple, *known]))
        yield iri, said
        yield from statements

    def _annotation(
        self, paper: Iri, text: str, place: MentionRow, number: tuple[str, int]
    ) -> Iterator[Description]:
        """Yield a place in a paper: the entity that it names, what found it, and where it is."""
        local = self._names.local
        target, position, quote = (local(name, *number) for name in ("place", "position", "quote"))
        found_by = PINNED if place.rule == PINNED else place.kind
        yield (
            local("mention", *number),
            [
                ("a", Term("oa:Annotation")),
                ("oa:motivatedBy", Term("oa:identifying")),
                ("oa:hasBody", self._names.node(place.entity_id)),
                ("oa:hasTarget", target),
                ("prov:wasGeneratedBy", local("extraction", found_by)),
                *(
                    (f"pl:{name}", getattr(place, name))
                    for name in ("role", "rule", "confidence", "salience")
                ),
                ("pl:meant", place.name),
            ],
        )
        where: Said = [("oa:hasSource", paper), ("oa:hasSelector", position), ("oa:hasSelector", quote)]
        yield target, [("a", Term("oa:SpecificResource")), *where]
        ends: Said = [("oa:start", place.start), ("oa:end", place.end)]
        yield position, [("a", Term("oa:TextPositionSelector")), *ends]
        exact = text[place.start : place.end]
        yield quote, [("a", Term("oa:TextQuoteSelector")), ("oa:exact", exact)]

    def _all_topics(self) -> Iterator[Description]:
        """Yield the topics; of a networkx graph without facts of them, those that its nodes name."""
        facts = {topic.id: topic for topic in self._rows.topics}
        named = {**self._topics, **{topic.id: (topic.name, topic.parent) for topic in facts.values()}}
        for topic, (name, parent) in sorted(named.items()):
            said: Said = [("a", Term("DefinedTerm")), ("a", Term("skos:Concept"))]
            said += [("name", name), ("skos:prefLabel", name)] if name else []
            said += [("inDefinedTermSet", self._names.local("set", "topic"))]
            said += [("skos:broader", self._names.local(parent))] if parent else []
            if topic in facts:
                said.append(("pl:papers", facts[topic].papers))
                said += [("keywords", word) for word in facts[topic].particular]
                said += [("pl:central", self._names.node(paper)) for paper in facts[topic].central]
            yield self._names.local(topic), said


_Record = tuple[()] | tuple[Paper, list[MentionRow]]


def _joined(
    nodes: Iterator[NodeData],
    edges: Iterator[EdgeData],
    records: Iterator[tuple[str, Paper, list[MentionRow]]],
) -> Iterator[tuple[NodeData, list[EdgeData], _Record]]:
    """Yield each node with the edges from it and its record, if it has one; all three are in node order."""
    led = groupby(edges, key=itemgetter(0))
    group, record = next(led, None), next(records, None)
    for row in nodes:
        found: list[EdgeData] = []
        of_node: _Record = ()
        if group is not None and group[0] == row[0]:
            found, group = list(group[1]), next(led, None)
        if record is not None and record[0] == row[0]:
            of_node, record = record[1:], next(records, None)
        yield row, found, of_node


def _values(data: Mapping[str, Any], properties: Mapping[str, str]) -> Said:
    """Return what attributes say, each of the texts of a list by itself."""
    said: Said = [(name, data[key]) for key, name in properties.items() if not is_blank(data.get(key))]
    for key, name in LISTS.items():
        if text := data.get(key):
            said += [(name, form) for form in dict.fromkeys(text.split(_SEPARATOR)) if form]
    return said


def _identity(iri: Iri, node: str, data: Mapping[str, Any]) -> Said:
    """Return what a paper is identified by, and where else it is."""
    known = paper_id(node)
    url, given_doi, given_arxiv_id = (str(data.get(name) or "") for name in ("url", "doi", "arxiv_id"))
    doi, arxiv_id = bare_ids(known, url, doi=given_doi, arxiv_id=given_arxiv_id)
    said: Said = [("identifier", found) for found in dict.fromkeys((known, arxiv_id, doi)) if found]
    said += [("url", _address(url))] if url else []
    return said + [("sameAs", other) for other in public_iris(arxiv_id, doi) if other != iri]


def _record(paper: Paper | None) -> Said:
    """Return what only the record of a paper has."""
    if paper is None:
        return []
    said: Said = [("keywords", word) for word in paper.keywords if word]
    said += [("pl:category", category) for category in paper.categories if category]
    said += [("license", _address(paper.licence))] if paper.licence else []
    return said + [
        ("pl:link", _address(url)) for url in dict.fromkeys(link.url for link in paper.links) if url
    ]


def _authors(data: Mapping[str, Any]) -> list[Author]:
    """Return the authors that an attribute names, without parts of names."""
    return [Author(family=name) for name in str(data.get("authors") or "").split("; ") if name]


def _person(iri: Iri, author: Author) -> Description:
    said: Said = [("a", Term("Person")), ("name", author.name)]
    said += [("givenName", author.given)] if author.given else []
    # Without a given name the family name may be the whole name, or that of a group.
    said += [("familyName", author.family)] if author.given and author.family else []
    return iri, said + ([("identifier", author.orcid)] if author.orcid else [])


def _address(text: str) -> Value:
    """Return an address as an IRI if it can be one, else as it is."""
    return web_iri(text) or text
