"""Errors of the graph side; the root is `extractors.errors.PaperlatticeError`."""

from paperlattice.extractors.errors import PaperlatticeError

__all__ = [
    "DateError",
    "EngineError",
    "ExportError",
    "OptionError",
    "PaperlatticeError",
    "PinError",
    "QueryError",
    "StoreError",
    "UnknownFormat",
    "UnknownKind",
    "UnknownNode",
    "WatchError",
]


class EngineError(PaperlatticeError, RuntimeError):
    """An engine is missing, cannot be started or reached, or gave up; the message says what to do."""


class DateError(PaperlatticeError, ValueError):
    """A time is given as something other than a year, month or day."""

    @classmethod
    def of(cls, given: str) -> "DateError":
        """Return the error for a text that is no date."""
        return cls(f"{given!r} is not a date: give a year, month or day, as 2025, 2025-06 or 2025-06-15")


class UnknownNode(PaperlatticeError, LookupError):
    """A query names a paper or an entity that the graph does not hold; the message suggests the nearest."""


class UnknownKind(PaperlatticeError, ValueError):
    """A kind of entity that does not exist."""


class OptionError(PaperlatticeError, ValueError):
    """An option of a build has a value that it cannot have."""


class QueryError(PaperlatticeError, ValueError):
    """A search without words, or SQL that cannot be answered."""


class UnknownFormat(PaperlatticeError, ValueError):
    """A file suffix or format name that no exporter writes."""


class ExportError(PaperlatticeError, OSError):
    """A file could not be written; what was there before is untouched."""


class StoreError(PaperlatticeError, OSError):
    """A store file is missing, damaged, of another schema, or cannot be written."""


class PinError(PaperlatticeError, ValueError):
    """The file of pins is not valid TOML or contradicts itself."""


class WatchError(PaperlatticeError, ValueError):
    """A watch list cannot be read, is not valid TOML, or holds what none holds."""
