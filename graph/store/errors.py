"""What DuckDB, Arrow and the file system raise, as one line: file, fault, what to do."""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from extractors.errors import PaperlatticeError
from graph.errors import StoreError

__all__ = ["errors_named"]


@contextlib.contextmanager
def errors_named(target: Path, verb: str) -> Iterator[None]:
    """Turn the errors of what stores rest on into StoreError; `verb` is "read" or "written"."""
    try:
        yield
    except PaperlatticeError:
        raise
    except (duckdb.Error, RuntimeError) as error:
        # Ctrl-C, while DuckDB asked Python for rows or while it computed.
        if "KeyboardInterrupt" in str(error) or str(error) == "Query interrupted":
            raise KeyboardInterrupt from error
        if isinstance(error, RuntimeError):
            raise
        raise StoreError(f"{target}: cannot be {verb}, {_why(str(error), verb)}") from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{target}: cannot be {verb}, a text is not valid Unicode ({error.reason}); clean the input"
        ) from error
    except (OSError, pa.ArrowException) as error:
        if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(f"{target}: cannot be {verb}, {_FULL}") from error
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"{target}: cannot be {verb}, {reason}; check the path") from error


_FULL = "the disk is full; make room and run it again, the store is as it was"


def _why(message: str, verb: str) -> str:
    """Return what a message of DuckDB means for the user, in the words of this program where it is known."""
    first = message.strip().splitlines()[0] if message.strip() else "unknown error"
    if "set lock" in first or "different configuration" in first:
        return "another program has it open; close that first"
    if "already closed" in first:
        return "the block of its store has ended; open the graph again"
    if "not a valid DuckDB" in message:
        return "it is no DuckDB file; name the .duckdb file that `build` wrote"
    if re.search("No space left|disk space|quota", message, re.IGNORECASE):
        return _FULL
    if verb == "written" and re.search("write|truncate|sync", first, re.IGNORECASE):
        return f"{first[:200]}; the store is as it was"
    return f"it seems damaged ({first[:200]}); build it anew in another place"
