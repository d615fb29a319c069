"""The errors of paperlattice: one root, children named by situation.

A message says what was given, what is allowed or wrong, and what to do. Only the command line turns them into
exit codes.
"""

__all__ = [
    "FetchError",
    "GoldError",
    "InputNotFound",
    "PaperlatticeError",
    "PluginError",
    "SourceError",
    "UnknownSource",
]


class PaperlatticeError(Exception):
    """Root of every error that paperlattice raises on purpose; its message is one line that can be shown to
    users.

    Example:
        >>> from paperlattice.extractors import PaperlatticeError, read_papers
        >>> try:
        ...     read_papers("no-such-file.txt")
        ... except PaperlatticeError as error:
        ...     print(type(error).__name__)
        InputNotFound
    """


class SourceError(PaperlatticeError, ValueError):
    """The input exists but holds nothing that can be read as papers."""


class InputNotFound(SourceError, FileNotFoundError):
    """A named file, folder or glob does not exist."""


class UnknownSource(PaperlatticeError, ValueError):
    """`--source` names a format that is not registered."""


class PluginError(PaperlatticeError, ValueError):
    """A third-party component could not be loaded or filled nothing that can be read."""


class GoldError(PaperlatticeError, ValueError):
    """A gold file cannot be read or holds a record of another form."""


class FetchError(PaperlatticeError, OSError):
    """A service on the web cannot be asked, refuses, or answers in another form; what came before is kept."""
