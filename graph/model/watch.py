"""What a reader follows: a watch list, read from a TOML file."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from paperlattice.extractors.records import listed
from paperlattice.extractors.toml_files import meant, read_toml
from paperlattice.graph.errors import WatchError


@dataclass(frozen=True, slots=True)
class Watch:
    """What a reader follows, by names: entities, topics or subtopics, papers, authors.

    Of papers, those that likely belong together with them are meant; of authors, what they write. `source` is
    what messages call the list.
    """

    entities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: str = "the watch list"


_KEYS = tuple(field.name for field in fields(Watch) if field.name != "source")


def read_watch(path: str | os.PathLike[str]) -> Watch:
    """Return the watch list of a TOML file.

    Args:
        path: The file. It may hold `entities`, `topics`, `papers` and `authors`, each a list of names as
            queries take them.

    Raises:
        WatchError: The file cannot be read, is not TOML, or holds something else; the message names it.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from paperlattice import read_watch
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "watch.toml")
        ...     _ = file.write_text('entities = ["LoRA", "COCO"]')
        ...     read_watch(file).entities
        ('LoRA', 'COCO')
    """
    file = Path(path)
    data = read_toml(file, "the watch list", error=WatchError)
    if unknown := sorted(data.keys() - set(_KEYS)):
        allowed, hint = listed(_KEYS, "and"), meant(unknown[0], _KEYS)
        raise WatchError(f"{file}: unknown entry {unknown[0]!r}{hint}; a watch list holds {allowed}")
    return Watch(**{key: _names(file, key, names) for key, names in data.items()}, source=file.name)


def _names(file: Path, key: str, names: Any) -> tuple[str, ...]:
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise WatchError(f'{file}: {key!r} must be a list of names, as ["a", "b"]; found {names!r}')
    return tuple(dict.fromkeys(names))
