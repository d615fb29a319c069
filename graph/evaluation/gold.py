"""Hand-made labels of papers, read from a gold file, and the keys by which names, titles and URLs agree."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from paperlattice.extractors.records import KINDS, Kind, gold_key
from paperlattice.graph.errors import GoldError
from paperlattice.graph.evaluation.accuracy import LABELLED_KINDS

_DEMANDED_URLS: Final = ("repo", "dataset", "model")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One entity of a labelled paper.

    `forms` holds the keys of all its spellings, `cluster` what it is across papers. `required` is false for
    what is neither demanded nor held against a graph.
    """

    name: str
    forms: frozenset[str]
    role: str
    required: bool
    cluster: str


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """One labelled paper: its entities by kind, the URLs a graph must hold and those it may hold."""

    id: str
    title: str
    entities: dict[Kind, tuple[GoldEntity, ...]]
    demanded_urls: frozenset[str]
    known_urls: frozenset[str]


def read_gold(path: str | os.PathLike[str]) -> tuple[GoldPaper, ...]:
    """Return the labelled papers of a JSON-lines file, in its order.

    A line holds `id`, `title`, for each of LABELLED_KINDS a list under its `key` (`methods`, `datasets`; each
    entity with `name`, `aliases`, `role`, `required`, where known `cluster`) and `urls` (each with
    `canonical` and `kind`). Empty lines are skipped.

    Raises GoldError, with the number of the line, for what is broken or missing, and for an id that returns.
    """
    file = Path(path)
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise GoldError(f"{file}: the gold file cannot be read ({error.strerror}); check the path") from error
    papers: dict[str, GoldPaper] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            paper = _gold_paper(json.loads(line))
        except (ValueError, RecursionError) as error:  # broken JSON, not UTF-8, nested without end
            raise GoldError(f"{file}, line {number}: broken JSON ({error}); correct the line") from error
        except _Faulty as error:
            raise GoldError(f"{file}, line {number}: {error}; correct the line") from None
        if paper.id in papers:
            raise GoldError(f"{file}, line {number}: the id {paper.id!r} stands on an earlier line too")
        papers[paper.id] = paper
    if not papers:
        raise GoldError(f"{file}: holds no labelled paper; one JSON object a line is expected")
    return tuple(papers.values())


def plain_title(title: str) -> str:
    """Return the letters a-z and the digits of a title, lower case."""
    return re.sub(r"[^0-9a-z]", "", title.lower())


def url_key(url: str) -> str:
    """Return a URL in lower case without scheme, `www.`, `.git` and a slash or full stop at its end."""
    key = re.sub(r"^https?://(www\.)?", "", url.strip().lower())
    return key.rstrip("/.").removesuffix(".git")


class _Faulty(Exception):
    """A record of a gold file has another form than expected."""


def _gold_paper(record: Any) -> GoldPaper:
    urls = [
        (url_key(_text(url, "canonical", "urls")), _text(url, "kind", "urls"))
        for url in _list(record, "urls", "the record")
    ]
    return GoldPaper(
        _text(record, "id", "the record"),
        _text(record, "title", "the record"),
        {
            kind: tuple(_gold_entity(entity, field) for entity in _list(record, field, "the record"))
            for kind in LABELLED_KINDS
            for field in [KINDS[kind].key]
        },
        frozenset(url for url, kind in urls if kind in _DEMANDED_URLS),
        frozenset(url for url, _ in urls),
    )


def _gold_entity(record: Any, where: str) -> GoldEntity:
    name = _text(record, "name", where)
    aliases = _list(record, "aliases", where)
    required = _get(record, "required", where)
    if not isinstance(required, bool) or not all(isinstance(alias, str) for alias in aliases):
        raise _Faulty(f"{name!r} in {where!r}: `required` is true or false, `aliases` a list of strings")
    cluster = record.get("cluster") or gold_key(name)
    forms = frozenset(map(gold_key, [name, *aliases]))
    return GoldEntity(name, forms, _text(record, "role", where), required, str(cluster))


def _get(record: Any, name: str, where: str) -> Any:
    if not isinstance(record, dict):
        raise _Faulty(f"an object was expected, not {type(record).__name__} ({where})")
    if name not in record:
        raise _Faulty(f"the field {name!r} is missing ({where})")
    return record[name]


def _text(record: Any, name: str, where: str) -> str:
    value = _get(record, name, where)
    if not isinstance(value, str):
        raise _Faulty(f"the field {name!r} is no string ({where})")
    return value


def _list(record: Any, name: str, where: str) -> list[Any]:
    value = _get(record, name, where)
    if not isinstance(value, list):
        raise _Faulty(f"the field {name!r} is no list ({where})")
    return value
