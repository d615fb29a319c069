"""Tasks and techniques: the established terms of the field that a text uses."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from .records import Kind, Mention
from .selection import MIN_CONFIDENCE, Name, Occurrence, find_names, name_mentions
from .text import Tokens

_LONGEST: Final = 7
_KINDS: Final[dict[str, Kind]] = {"t": "task", "q": "technique"}


@dataclass(frozen=True, slots=True)
class Term:
    """An established term: its name, its kind, and the names of broader terms."""

    name: str
    kind: Kind
    broader: tuple[str, ...] = ()


def term_key(form: str) -> str:
    """Return the key that spellings of one term share: lower case, American, without plurals and signs."""
    words = re.findall(r"[^\W_]+", form.lower())
    return "".join(w[:-1] if len(w) > 3 and w[-1] == "s" and w[-2] not in "su" else w for w in words)


@dataclass(frozen=True, slots=True)
class TermCatalogue:
    """Known terms by the keys of their forms."""

    by_key: dict[str, tuple[Term, ...]]

    def lookup(self, form: str) -> tuple[Term, ...]:
        """Return the terms that a form may mean."""
        return self.by_key.get(term_key(form), ())

    def canonical(self, kind: str, form: str) -> str | None:
        """Return the name of the term of one kind that has a form, None where there is none."""
        return next((t.name for t in self.lookup(form) if t.kind == kind), None)

    def broader(self, kind: str, form: str) -> tuple[str, ...]:
        """Return the names of the broader terms of the term of one kind that has a form."""
        return next((t.broader for t in self.lookup(form) if t.kind == kind), ())


@cache
def load_terms() -> TermCatalogue:
    """Return the packaged catalogue of terms, read once a process."""
    raw = files("paperlattice.extractors").joinpath("data/terms.jsonl.gz").read_bytes()
    by_key: dict[str, tuple[Term, ...]] = {}
    for line in gzip.decompress(raw).decode().splitlines():
        kind, name, aliases, broader = json.loads(line)
        term = Term(name, _KINDS[kind], tuple(broader))
        for form in (name, *aliases):
            key = term_key(form)
            if term not in by_key.get(key, ()):
                by_key[key] = (*by_key.get(key, ()), term)
    return TermCatalogue(by_key)


@lru_cache(maxsize=8)
def find_terms(text: str, *, min_confidence: float = MIN_CONFIDENCE) -> tuple[Name, ...]:
    """Return the tasks and techniques of a text, in order of their first occurrence."""
    tokens, known = Tokens.of(text), load_terms()
    taken = [(o.start, o.end) for name in find_names(text) for o in name.occurrences]
    found: dict[tuple[Kind, str], list[Occurrence]] = {}
    at = 0
    while at < len(tokens):
        for last in range(min(at + _LONGEST, len(tokens)), at, -1):
            start, end = tokens.starts[at], tokens.ends[last - 1]
            terms = known.lookup(text[start:end]) if tokens.sentence[at] == tokens.sentence[last - 1] else ()
            if terms and not any(s < end and start < e for s, e in taken):
                found.setdefault((terms[0].kind, terms[0].name), []).append(Occurrence(start, end))
                at = last - 1
                break
        at += 1
    names = []
    for (kind, name), places in found.items():
        own = len(places) > 1 or places[0].start < tokens.title_end
        names.append(Name(kind, name, tuple(places), own, 0.8 if own else 0.6, ("term",)))
    return tuple(n for n in names if n.confidence >= min_confidence)


def find_tasks(
    text: str, *, paper_id: str = "", min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Mention]:
    """Yield one mention for each span that names a task, from left to right."""
    yield from name_mentions(text, "task", find_terms(text, min_confidence=min_confidence), paper_id)


def find_techniques(
    text: str, *, paper_id: str = "", min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Mention]:
    """Yield one mention for each span that names a technique, from left to right."""
    yield from name_mentions(text, "technique", find_terms(text, min_confidence=min_confidence), paper_id)
