"""Generic terms beside the named entities: they join, and change nothing of what is named."""

from __future__ import annotations

from dataclasses import replace

from graph.model.records import Entity, Resolution

__all__ = ["add_generic"]


def add_generic(named: Resolution, generic: Resolution) -> Resolution:
    """Return both resolutions as one.

    Where papers name an entity and others use its name as a generic term, so that both have one id, the
    entity stands for both; its id, kind and label stay.
    """
    entities = {entity.id: entity for entity in generic.entities}
    for entity in named.entities:
        other = entities.get(entity.id)
        entities[entity.id] = entity if other is None else _united(entity, other)
    names = {**generic.names, **named.names}
    return Resolution(tuple(entities[i] for i in sorted(entities)), dict(sorted(names.items())))


def _united(entity: Entity, generic: Entity) -> Entity:
    forms = {*entity.aliases, *generic.aliases, generic.label} - {entity.label}
    joins = dict.fromkeys((*entity.joins, *generic.joins))
    ordered = sorted(joins, key=lambda j: (j.left, j.right, j.rule, j.evidence))
    return replace(entity, aliases=tuple(sorted(forms)), joins=tuple(ordered))
