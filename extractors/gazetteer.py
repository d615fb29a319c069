"""Names of known methods and datasets, and the scan that finds them in a text.

The packaged catalogue (`data/gazetteer.jsonl.gz`) holds facts: names and aliases of known methods and
datasets, most of them from Papers with Code (CC BY-SA 4.0). Matching is exact in case; a hyphen, a blank and
nothing are the same.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from .records import KINDS, Kind
from .text import Tokens, normalize

_KINDS: Final[dict[str, Kind]] = {kind[0]: kind for kind in reversed(KINDS)}  # as the catalogue has them
_LONGEST: Final = 7  # tokens; longer names are found by their parts or as long forms
_JOINTS: Final = frozenset({" ", "-", "–", "_", "/", "", "'", "’", " & ", "@", "\n"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the catalogue.

    `generic`: a family or technique, not a node by default. `ambiguous`: needs context. `cased` is the
    share of the name's occurrences (all spellings of its letters) that are written in exactly this case: low
    for names that are also words.
    """

    name: str
    kind: Kind
    generic: bool = False
    ambiguous: bool = False
    cased: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` to `last` (not included) are a catalogued name; `entries` is what it may mean."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def _fold(form: str) -> str:
    """Return a form in lower case, letter by letter: a sigma is the same at the end of a word."""
    return form.lower().replace("ς", "σ")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Catalogued names by normalized form.

    `beginnings` holds each beginning of each form, in lower case: where a text leaves them, no name goes on.
    """

    by_form: dict[str, tuple[Entry, ...]]
    by_folded: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    beginnings: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        forms = [f"{_fold(form)}s" for form in (*self.by_form, *self.by_folded)]
        beginnings = frozenset(form[:end] for form in forms for end in range(1, len(form) + 1))
        object.__setattr__(self, "beginnings", beginnings)

    def find(self, tokens: Tokens) -> list[Hit]:
        """Return the catalogued names of a text, of every length at every position; they may overlap."""
        separators, by_form, beginnings = tokens.separators, self.by_form, self.beginnings
        words, folded, text = tokens.words, tokens.lower, tokens.text
        if "'" in text or "’" in text:  # of what `normalize` removes only these are inside of a token
            words, folded = [list(map(normalize, forms)) for forms in (words, folded)]
        if not text.isascii():
            folded = list(map(_fold, folded))
        hits: list[Hit] = []
        # Few tokens are a name, and few go on as the beginning of one.
        for first in [
            i
            for i, (begun, following) in enumerate(zip(folded, [*folded[1:], ""], strict=False))
            if begun in beginnings
            and (words[i] in by_form or begun[-1] == "s" or begun + following in beginnings)
        ]:
            form, begun = words[first], folded[first]
            found = by_form.get(form) or (self._inexact(form) if form[-1] == "s" else ())
            if found:
                hits.append(Hit(first, first + 1, found))
            for last in range(first + 1, min(first + _LONGEST, len(words))):
                begun += folded[last]
                if separators[last] not in _JOINTS or begun not in beginnings:
                    break
                form += words[last]
                if found := by_form.get(form) or self._inexact(form):
                    hits.append(Hit(first, last + 1, found))
        return hits

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """Return the entries that a form may mean; a plural s and, for long names, the case may differ."""
        normalized = normalize(form)
        return self.by_form.get(normalized) or self._inexact(normalized)

    def _inexact(self, normalized: str) -> tuple[Entry, ...]:
        """Return the entries of a normalized form that the catalogue lacks as it is."""
        found: tuple[Entry, ...] = ()
        if normalized[-1:] == "s" and len(normalized) > 3:
            found = self.by_form.get(normalized[:-1], ())
        if not found and len(normalized) >= 10:
            found = self.by_folded.get(normalized.lower().removesuffix("s"), ())
        return found

    def canonical(self, kind: str, form: str) -> str | None:
        """Return the catalogued name of a form within one kind, None where it is unknown or has two."""
        names = {e.name for e in self.lookup(form) if e.kind == kind}
        return names.pop() if len(names) == 1 else None

    def is_ambiguous(self, kind: str, form: str) -> bool:
        """Return whether a form of a kind often means something else than what is listed."""
        return any(e.ambiguous for e in self.lookup(form) if e.kind == kind)


@cache
def load_gazetteer() -> Gazetteer:
    """Return the packaged catalogue, read once a process."""
    raw = files("paperlattice.extractors").joinpath("data/gazetteer.jsonl.gz").read_bytes()
    by_form: dict[str, list[Entry]] = {}
    folded: dict[str, list[Entry]] = {}
    for line in gzip.decompress(raw).decode().rstrip("\n").split("\n"):
        kind, name, aliases, flags, cased = json.loads(line)
        entry = Entry(name, _KINDS[kind], "g" in flags, "a" in flags, cased)
        for form in dict.fromkeys(normalize(f) for f in (name, *aliases)):
            by_form.setdefault(form, []).append(entry)
            if len(form) >= 10:
                folded.setdefault(form.lower().removesuffix("s"), []).append(entry)
    return Gazetteer(
        {form: tuple(entries) for form, entries in by_form.items()},
        {form: tuple(dict.fromkeys(entries)) for form, entries in folded.items()},
    )


CLASSES: Final = (
    "dataset", "model", "algorithm", "metric", "task", "organisation", "propose", "use", "evaluate", "own",
)  # fmt: skip


@cache
def trigger_classes() -> dict[str, str]:
    """Return the class of each trigger word; a word of several classes has the first in CLASSES."""
    raw = tomllib.loads(
        files("paperlattice.extractors").joinpath("data/triggers.toml").read_text(encoding="utf-8")
    )
    classes: dict[str, str] = {}
    for name in CLASSES:
        for word in raw[name].split():
            classes.setdefault(word, name)
    return classes
