"""The entities that a question names, in whatever form it writes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from paperlattice.extractors.records import Kind
from paperlattice.extractors.text_space import load_text_space, text_terms
from paperlattice.graph.model.records import Entity
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.store.tables import batches

if TYPE_CHECKING:
    from paperlattice.graph.query.lookup import Lookup

_MOST_ENTITIES: Final = 12
_MOST_TOKENS: Final = 2_000
_MOST_WORDS: Final = 6
_COMMON: Final = 350  # hundredths: a word that is less rare stands in more than one abstract in thirty

# "LoRA", "GPT-4" and "C++" of "LoRA, GPT-4/C++?"; "owner" and "name" of "owner/name".
_TOKEN: Final = re.compile(r"[^\s/(),;:!?\"“”]+")


@dataclass(frozen=True, slots=True)
class NamedInQuestion:
    """An entity that a question names: `written` is how, `papers` how many papers name it."""

    id: str
    kind: Kind
    label: str
    written: str
    papers: int


def names_in(lookup: Lookup, question: str) -> list[NamedInQuestion]:
    """Return the entities that a question names, in its order, each once and at most twelve.

    Of names within each other the longest counts. A common word counts as a name only where the question
    writes it like one: "adam" in small letters is Adam, "places" are places.
    """
    found: dict[str, NamedInQuestion] = {}
    for names in batches(list(_written_names(lookup, question)), _MOST_ENTITIES):
        for written, entities in lookup.find_each(names).items():
            if entities and _is_meant(entities[0], written) and len(found) < _MOST_ENTITIES:
                entity = entities[0]
                found.setdefault(entity.id, NamedInQuestion(entity.id, entity.kind, entity.label, written, 0))
        if len(found) == _MOST_ENTITIES:
            break
    papers = lookup.degrees(found)
    return [replace(row, papers=papers.get(row.id, 0)) for row in found.values()]


def _written_names(lookup: Lookup, question: str) -> Iterator[str]:
    """Yield the parts of a question that are a name of something, the longest from the left, each once."""
    spans = [match.span() for match in _TOKEN.finditer(question)][:_MOST_TOKENS]
    keys = {
        (first, last): name_key(question[spans[first][0] : spans[last][1]])
        for first in range(len(spans))
        for last in range(first, min(first + _MOST_WORDS, len(spans)))
    }
    known = lookup.known_keys(set(keys.values()))
    yielded: set[str] = set()
    first = 0
    while first < len(spans):
        lasts = range(min(first + _MOST_WORDS, len(spans)) - 1, first - 1, -1)
        last = next((last for last in lasts if keys[first, last] in known), None)
        if last is not None and keys[first, last] not in yielded:
            yielded.add(keys[first, last])
            yield question[spans[first][0] : spans[last][1]]
        first = first + 1 if last is None else last + 1


def _is_meant(entity: Entity, written: str) -> bool:
    """Return whether a part of a question means an entity, and is not just common words."""
    return _is_form(written, (entity.label, *entity.aliases)) or not _is_common(written)


def _is_form(written: str, forms: Collection[str]) -> bool:
    bare = written.strip(".'’")
    return bare in forms and (bare != bare.lower() or bool(set(text_terms(bare))))


def _is_common(written: str) -> bool:
    """Return whether words say little: none that tells anything, or one that many abstracts have."""
    terms = set(text_terms(written))
    rarity = load_text_space().rarity_of
    return not terms or (len(terms) == 1 and (rarity(min(terms)) or _COMMON) < _COMMON)
