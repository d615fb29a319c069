"""Error translation: what DuckDB, Arrow and the file system raise as one line of file, cause and advice."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.graph.errors import StoreError

_DAMAGED: Final = (duckdb.Error, LookupError, TypeError, ValueError, MemoryError)
"""What reading raises if texts, lists or options are no longer what was written, besides errors of Arrow."""

_FULL: Final = "the disk is full; make room and run it again, the store is as it was"


@contextlib.contextmanager
def interrupts_kept() -> Iterator[None]:
    """Raise KeyboardInterrupt for Ctrl-C inside of DuckDB, which raises an error of its own.

    It may come while DuckDB asks Python for rows, or while it computes.
    """
    try:
        yield
    except Exception as error:
        if "KeyboardInterrupt" in str(error) or str(error) == "Query interrupted":
            raise KeyboardInterrupt from error
        raise


@contextlib.contextmanager
def errors_named(target: str | Path, verb: str) -> Iterator[None]:
    """Translate the errors of what stores are built on into StoreError; `verb` is "read" or "written".

    Only reading may be inside "read": there a wrong type or a missing key means a damaged file.
    """
    try:
        with interrupts_kept():
            yield
    except PaperlatticeError:
        raise
    except Exception as error:
        why = _why(error, str(target), verb)
        if why is None:
            raise
        raise StoreError(f"{target}: cannot be {verb}, {why}") from error


def _why(error: Exception, target: str, verb: str) -> str | None:
    """Return what an error means for the user and what to do, None for one that means nothing here."""
    if isinstance(error, UnicodeEncodeError):
        return f"a text is not valid Unicode ({error.reason}); clean the input"
    if isinstance(error, duckdb.OutOfMemoryException):
        return "there is not memory enough; leave out very long texts, or use a machine with more memory"
    if isinstance(error, duckdb.Error):
        return _why_of_duckdb(str(error), target, verb)
    of_arrow = any(kind.__name__ == "ArrowException" for kind in type(error).__mro__)  # without its import
    if (of_arrow or isinstance(error, _DAMAGED)) and verb == "read":
        return _damage(f"{type(error).__name__}: {error}")
    if of_arrow or isinstance(error, OSError):
        if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
            return _FULL
        return f"{getattr(error, 'strerror', None) or error}; check the path"
    return None


def _damage(what: str) -> str:
    return f"it seems damaged ({what[:200]}); build it again in another place"


def _why_of_duckdb(message: str, target: str, verb: str) -> str:
    """Return what a message of DuckDB means, in the words of this program where it is known."""
    first = message.strip().splitlines()[0] if message.strip() else "unknown error"
    if "set lock" in first or "different configuration" in first:
        return "another program has it open; close that first"
    if "\\" in target and os.sep == "/":
        return "DuckDB takes the \\ in its path for a /; choose another path"
    if "already closed" in first:
        return "it is closed, as at the end of a block; open the graph again"
    if "not a valid DuckDB" in message:
        return "it is not a DuckDB file; name the .duckdb file that `build` wrote"
    if re.search("No space left|disk space|quota", message, re.IGNORECASE):
        return _FULL
    if verb == "written" and re.search("write|truncate|sync", first, re.IGNORECASE):
        return f"{first[:200]}; the store is as it was"
    return _damage(first)
