"""What resolution needs to know of a catalogue of known names."""

from __future__ import annotations

import re
from typing import Protocol, runtime_checkable

from extractors.records import Kind
from graph.resolve.families import family_form
from graph.resolve.keys import name_key, numbers, signs, spelling_key


@runtime_checkable
class Catalogue(Protocol):
    """Known names with their aliases."""

    def canonical(self, kind: Kind, form: str) -> str | None:
        """Return the name under which the catalogue lists a form, None for a form that it does not know.

        Must be a pure function. A canonical name need not be known under itself.
        """


def _skeleton(form: str) -> str:
    return re.sub(r"(?:(?<=[^\W\d_]{2})v)?\d[\d.\-]*|[+#*]", "", name_key(form))


def _years(found: tuple[str, ...]) -> bool:
    return all(re.fullmatch(r"(?:19|20)\d\d", n) for n in found)


def versions_agree(kind: Kind, left: str, right: str) -> bool:
    """Return whether two forms may be one version, whatever a list of aliases says: EAGLE-2 is no EAGLE-3.

    The numbers must be equal once size marks are cut. A method may have one name without any number (T5,
    Text-to-Text Transfer Transformer) if the letters differ; names of a data set may have other numbers
    (ILSVRC 2012) or a year.
    """
    a, b = family_form(kind, left), family_form(kind, right)
    if numbers(a) == numbers(b):
        return signs(a) == signs(b) or _skeleton(a) != _skeleton(b)
    if _skeleton(a) != _skeleton(b):
        return kind == "dataset" or not (numbers(a) and numbers(b))
    return kind == "dataset" and not (numbers(a) and numbers(b)) and _years(numbers(a) + numbers(b))


def listed_as(catalogue: Catalogue, kind: Kind, form: str) -> str | None:
    """Return the catalogue's name for a form; None without one, for another version, and for ViTs as VITS."""
    entry = catalogue.canonical(kind, form)
    if entry is None or not versions_agree(kind, form, entry):
        return None
    plural_as_letter = name_key(form) == name_key(entry) and spelling_key(form) != spelling_key(entry)
    return None if plural_as_letter else entry
