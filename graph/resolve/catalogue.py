"""What resolution needs to know of a catalogue of known names."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from extractors.records import Kind

__all__ = ["Catalogue"]


@runtime_checkable
class Catalogue(Protocol):
    """Known names with their aliases."""

    def canonical(self, kind: Kind, form: str) -> str | None:
        """Return the name under which the catalogue lists a form, None for a form that it does not know.

        Must be a pure function. A canonical name need not be known under itself.
        """
