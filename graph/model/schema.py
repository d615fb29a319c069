"""Which attributes nodes and edges have, in the order in which files hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["EDGE_ATTRIBUTES", "NODE_ATTRIBUTES", "Attribute", "Scalar"]

Scalar = str | int | float | bool
"""What an attribute can hold."""


class Attribute(NamedTuple):
    """The type of an attribute (str, int, float or bool), and what it says in one line."""

    type: type
    meaning: str


NODE_ATTRIBUTES: Final[Mapping[str, Attribute]] = {
    "label": Attribute(str, "title of a paper, name of an entity"),
    "kind": Attribute(str, "paper, or the kind of the entity"),
    "papers": Attribute(int, "papers that name the entity; of a paper, those that it is linked with"),
    "cluster": Attribute(str, "name of the community; empty outside of all"),
    "date": Attribute(str, "date of the paper: a day, a month or a year"),
    "url": Attribute(str, "address of the paper or repository"),
    "sources": Attribute(str, "files from which the paper was read, joined with ' | '"),
    "aliases": Attribute(str, "other names of the entity, joined with ' | '"),
    "united": Attribute(str, "why different names are one entity, joined with ' | '"),
    "abstract": Attribute(str, "abstract of the paper"),
    "x": Attribute(float, "position, to the right"),
    "y": Attribute(float, "position, as the layout gives it"),
    "z": Attribute(float, "position in depth; only where you set it"),
    "size": Attribute(float, "radius, from 4 to 100: grows with `papers`"),
    "r": Attribute(int, "red, from 0 to 255; colours tell kinds, pale ones generic terms"),
    "g": Attribute(int, "green"),
    "b": Attribute(int, "blue"),
    "color": Attribute(str, "colour as #rrggbb in place of r, g and b; only where you set it"),
    "generic": Attribute(bool, "whether all mentions are of a generic term; only with generic terms kept"),
}
"""The attributes of nodes; a node lacks those that would be empty."""

EDGE_ATTRIBUTES: Final[Mapping[str, Attribute]] = {
    "relation": Attribute(str, "proposes, introduces, uses or code; related between papers"),
    "weight": Attribute(float, "the confidence, at least 0.01; of a link, the sum of 1 / ln(papers)"),
    "confidence": Attribute(float, "how sure the surest mention is, from 0 to 1"),
    "mentions": Attribute(int, "mentions in title and abstract"),
    "surfaces": Attribute(str, "the forms in which the paper names the entity, joined with ' | '"),
    "evidence": Attribute(str, "the sentence that shows the relation best"),
    "origin": Attribute(str, "who says where the code is: extracted, declared or both"),
    "shared": Attribute(str, "labels of the entities that two papers share, joined with ' | '"),
    "shared_count": Attribute(int, "how many entities two papers share"),
}
"""The attributes of edges; an edge lacks those that would be empty."""
