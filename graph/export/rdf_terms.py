"""The vocabularies of RDF files, and what can be said in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from paperlattice.graph.model.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

PREFIXES: Final[Mapping[str, str]] = {
    "schema": "https://schema.org/",
    "pl": "urn:paperlattice:ns#",
    "own": "urn:paperlattice:own#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies, by the prefixes that files give them; `pl` is ours, `own` has a user's attributes."""


class Iri(str):
    """An IRI in full, unlike a text."""

    __slots__ = ()


class Term(str):
    """A name of a vocabulary: "oa:Annotation", without a prefix one of schema.org."""

    __slots__ = ()


Value: TypeAlias = Iri | Term | str | int | float | bool

Said: TypeAlias = list[tuple[str, Value]]
"""Properties, named as a `Term` is, with a value each; that of "a" is a type."""

Description: TypeAlias = tuple[Iri, Said]
"""What there is, and what is said of it."""


def _meaning(attribute: str) -> str:
    return EDGE_ATTRIBUTES[attribute].meaning


TERMS: Final[Mapping[str, str]] = {
    **{
        relation: f"the paper {relation} what is named"
        for relation in ("addresses", "proposes", "introduces", "uses", "mentions")
    },
    "code": "the repository has the code of the paper",
    "related": "a reader of one paper profits from the other: said once, holds both ways",
    "together": "some paper names both: said once, holds both ways",
    "node": "id of the node in the other files",
    "kind": NODE_ATTRIBUTES["kind"].meaning,
    "papers": NODE_ATTRIBUTES["papers"].meaning,
    "topic": "topic of the paper or entity",
    "subtopic": "subtopic of the paper or entity",
    "central": "paper that is central to the topic",
    "authors": "authors in their order, joined with '; '",
    "source": "file from which the paper was read",
    "category": "subject of the paper, as its source writes it",
    "link": "address that a source declares for the paper, besides its text",
    "united": "why different names are one entity",
    "broader": "broader term of a task or technique",
    "probability": "how likely a reader of one paper profits from the other",
    "confidence": "how sure it is that the name is there, from 0 to 1",
    "salience": _meaning("salience"),
    "weight": _meaning("weight"),
    "count": _meaning("mentions"),
    "surface": "form in which the paper names the entity",
    "evidence": _meaning("evidence"),
    "origin": _meaning("origin"),
    "shared": "label of an entity that both papers name",
    "sharedCount": _meaning("shared_count"),
    "term": "word that the texts of both papers have",
    "reason": _meaning("reason"),
    "role": "what the place says of the entity: a relation",
    "rule": "what found the name at the place",
    "meant": "what the paper means at the place, in its best form",
}
"""The terms of `pl`, and what they mean."""

OF_NODES: Final[Mapping[str, str]] = {
    "kind": "pl:kind",
    "papers": "pl:papers",
    "date": "datePublished",
    "authors": "pl:authors",
    "abstract": "abstract",
}
OF_EDGES: Final[Mapping[str, str]] = {
    "weight": "pl:weight",
    "confidence": "pl:confidence",
    "salience": "pl:salience",
    "mentions": "pl:count",
    "evidence": "pl:evidence",
    "origin": "pl:origin",
    "shared_count": "pl:sharedCount",
    "reason": "pl:reason",
    "papers": "pl:papers",
}
"""The properties of attributes that are one value."""

LISTS: Final[Mapping[str, str]] = {
    "sources": "pl:source",
    "aliases": "alternateName",
    "united": "pl:united",
    "broader": "pl:broader",
    "surfaces": "pl:surface",
    "shared": "pl:shared",
    "terms": "pl:term",
}
"""The properties of attributes that are several texts in one."""

ABOUT: Final = frozenset({"addresses", "proposes", "introduces"})
"""The relations of which schema.org says `about`; of the other relations to entities it says `mentions`."""
