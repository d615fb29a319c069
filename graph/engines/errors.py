"""Errors of the engines."""

from graph.errors import PaperlatticeError

__all__ = ["EngineError"]


class EngineError(PaperlatticeError, RuntimeError):
    """An engine is missing, cannot be started or reached, or gave up; the message says what to do."""
