"""The records that the graph side adds to papers and mentions: entities, what united them, links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.records import Kind

NameKey = tuple[str, Kind, str]
"""(paper id, kind, `Mention.name`): one entity as one paper names it."""


@dataclass(frozen=True, slots=True)
class Join:
    """Why two written forms are one entity: the rule that joined them and its score in 0..1.

    `evidence` says on what the rule rests, ready to be read: a similarity, the number of papers that pair an
    abbreviation with its long form, the catalogue entry, the line of the pin file.
    """

    left: str
    right: str
    rule: str
    score: float
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A method, dataset or repository that papers name.

    `id` is the node id (`method:lora`, `repo:github.com:owner:name`), `label` the name shown, `aliases` the
    other names it goes by (sorted, without the label), `joins` one record a union of two forms.
    `url` is set for repositories only.
    """

    id: str
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities in id order, and which entity each name of each paper stands for."""

    entities: tuple[Entity, ...]
    names: Mapping[NameKey, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two papers that share entities; `source < target` in paper id order, `shared` holds entity ids."""

    source: str
    target: str
    weight: float
    shared: tuple[str, ...]
