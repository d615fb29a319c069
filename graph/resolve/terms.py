"""Names of tasks and techniques: what makes two of them one term, by key and catalogue alone.

They are words of the field, not coined names: what is spelt alike may be another thing ("image generation",
"image generalisation"), so no similarity unites them, and there are no versions, sizes or senses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from paperlattice.extractors.terms import load_terms, term_key
from paperlattice.graph.model.records import Merge


def term_keys(form: str) -> tuple[str, ...]:
    """Return the keys by which a term meets others: its own, and that of its name in the catalogue.

    >>> term_keys("Image retrievals")
    ('imageretrieval',)
    """
    return tuple(dict.fromkeys(map(_key, (form, listed_term(form)))))


def listed_term(form: str) -> str:
    """Return the name under which the catalogue lists a term; the form itself where it lists none.

    >>> listed_term("LLMs"), listed_term("quill folding")
    ('large language model', 'quill folding')
    """
    return load_terms().canonical(form) or form


def broader_terms(label: str) -> tuple[str, ...]:
    """Return the names of the broader terms of a task or technique, as the catalogue has them."""
    return load_terms().broader(label)


_MOST_ALIASES: Final = 12


def term_aliases(label: str, written: Mapping[str, int]) -> tuple[str, ...]:
    """Return what else a term is called, sorted: of each spelling the form that most papers write.

    A common term is written in hundreds of ways, most of them with a word or two that say nothing: the twelve
    that most papers write are its aliases. `written` counts papers by form.

    >>> term_aliases("image retrieval", {"Image Retrieval": 3, "image search": 1, "Image Search": 2})
    ('Image Search',)
    """
    forms: dict[str, Counter[str]] = {}
    for form, number in written.items():
        forms.setdefault(_key(form), Counter())[form] += number
    forms.pop(_key(label), None)
    ranked = sorted(forms.items(), key=lambda f: (-f[1].total(), f[0]))[:_MOST_ALIASES]
    return tuple(sorted(min(found, key=lambda f: (-found[f], f)) for _, found in ranked))


def term_merges(names: Iterable[str]) -> Iterator[Merge]:
    """Yield the merges of names of terms: `key` (case, number, hyphens), `catalogue` (one listed term).

    The name in the catalogue is one of the forms, and need not occur.
    """
    entries = {name: listed_term(name) for name in names}
    by_key: dict[str, str] = {}
    for form in sorted({*entries, *entries.values()}):
        first = by_key.setdefault(_key(form), form)
        if first != form:
            yield Merge(first, form, "key", 1.0, "equal but for case, number, hyphens and blanks")
    for name, entry in sorted(entries.items()):
        if _key(entry) != _key(name):
            yield Merge(entry, name, "catalogue", 1.0, f"the catalogue lists it as {entry!r}")


def _key(form: str) -> str:
    return term_key(form) or form.casefold()
