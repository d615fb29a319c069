"""What a reader wrote in a TOML file, and what a word that is not known in it was perhaps meant to be."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from .errors import PaperlatticeError


def read_toml(file: Path, what: str, *, error: type[PaperlatticeError]) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises `error` if it cannot be read, or is not TOML; the message calls it `what`.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as cause:
        raise error(f"{file}: {what} cannot be read ({cause.strerror or cause})") from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as cause:
        raise error(f"{file}: not valid TOML: {cause}") from cause


def meant(given: object, known: Iterable[str]) -> str:
    """Return a question that names what a word was perhaps meant to be, "" where nothing is near.

    >>> meant("entity", ["entities", "topics"]), meant("x", ["entities", "topics"])
    (" (did you mean 'entities'?)", '')
    """
    near = get_close_matches(str(given), list(known), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
