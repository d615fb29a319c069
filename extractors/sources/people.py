"""Authors as sources write them: records, lists, and one line of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from paperlattice.extractors.records import Author
from paperlattice.extractors.sources.values import fold_text

# "0000-0002-1825-0097" of "https://orcid.org/0000-0002-1825-0097".
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
# " and " of "Doe, Jane and Roe, Richard"; not that of "Anderson".
_AND: Final = re.compile(r",?\s+(?:and|&)\s+", re.IGNORECASE)
# "(1)", "(MIT)" of "Jane Doe (1), Richard Roe (MIT)".
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
# 'Jane Doe' and "Tim O'Shea" of ['Jane Doe', "Tim O'Shea"].
_QUOTED: Final = re.compile(r"""'([^'"]*)'|"([^"]*)\"""")
# " et al." of "Doe et al.", " and others" of "Doe, Jane and others"; not "Brothers".
_AND_OTHERS: Final = re.compile(r"(?:^|[\s,]{1,3})(?:(?:and|&)\s)?(?:et\.? al\.?|others)$", re.IGNORECASE)
# The fields of one author: those of CSL and Crossref, of Zotero, of OpenAlex and of others.
_GIVEN: Final = ("given", "firstName", "first_name", "forenames", "first")
_FAMILY: Final = ("family", "lastName", "last_name", "keyname", "last")
_WHOLE: Final = ("literal", "name", "display_name", "displayName", "fullname", "fullName", "raw_author_name")
_ORCIDS: Final = ("ORCID", "orcid", "authorId", "value")
_MAX_NESTING: Final = 4


def read_authors(value: Any) -> tuple[Author, ...]:
    """Return the authors of a field: a list of records, of names or of parts of names, or one line.

    Names that a source divides ("Doe, Jane", `{"given": "Jane", "family": "Doe"}`) stay divided, others stand
    in `family`. "et al." and "others" are not authors. Zotero's editors and translators are left out.

    Example:
        >>> from paperlattice.extractors.sources.people import read_authors
        >>> [author.name for author in read_authors("Quill, Ada and Fern, Bo and others")]
        ['Ada Quill', 'Bo Fern']
        >>> read_authors([{"name": "Ada Quill"}])[0].family
        'Ada Quill'
    """
    found = _from_line(fold_text(value)) if isinstance(value, str) else _from_value(value)
    return tuple(author for author in found if author.given or author.family)


def _from_value(value: Any, depth: int = 0) -> Iterator[Author]:
    if isinstance(value, str):
        yield _from_name(_without_others(fold_text(value)))
    elif isinstance(value, Mapping):
        yield from _from_record(value, depth)
    elif isinstance(value, list) and depth < _MAX_NESTING:
        for part in value:
            if isinstance(part, list):
                yield _from_parts(part)
            else:
                yield from _from_value(part, depth + 1)


def _from_record(record: Mapping[str, Any], depth: int) -> Iterator[Author]:
    nested = record.get("author")
    if isinstance(nested, (list, Mapping)) and depth < _MAX_NESTING:
        yield from _from_value(nested, depth + 1)
        return
    if str(record.get("creatorType") or "author") != "author":
        return
    number = _first(record, _ORCIDS)
    if isinstance(nested_id := record.get("authorId"), Mapping):  # of Europe PMC: {"type": ..., "value": ...}
        number = f"{number} {_first(nested_id, _ORCIDS)}"
    orcid = _ORCID.search(number) if number else None
    identifier = orcid[0].upper() if orcid else ""
    given = _first(record, _GIVEN)
    if family := _first(record, _FAMILY):
        yield Author(given, f"{family} {_first(record, ('suffix',))}".strip(), identifier)
    else:
        name = _from_name(_without_others(_first(record, _WHOLE)))
        yield Author(name.given or given, name.family, identifier)


def _first(record: Mapping[str, Any], names: Iterable[str]) -> str:
    for name in names:
        if isinstance(value := record.get(name), str) and (text := fold_text(value)):
            return text
    return ""


def _from_parts(parts: list[Any]) -> Author:
    """The author of `["Doe", "Jane", "Jr."]`, as `authors_parsed` of arXiv has it."""
    family, given, suffix = (*(fold_text(p) for p in parts[:3] if isinstance(p, str)), "", "", "")[:3]
    return Author(given, f"{family} {suffix}".strip())


def _from_line(line: str) -> Iterator[Author]:
    if line.startswith("[") and line.endswith("]"):
        names = ["".join(pair) for pair in _QUOTED.findall(line)] or line[1:-1].split(",")
        divide: Callable[[str], Author] = _from_name
    else:
        # Twice: "((1) MIT, (2) CMU)" is in brackets itself.
        line = _without_others(_IN_BRACKETS.sub("", _IN_BRACKETS.sub("", line)))
        names, divide = _split(line)
    for name in names:
        yield divide(_without_others(name.strip()))


def _split(line: str) -> tuple[list[str], Callable[[str], Author]]:
    """The names on a line, and what makes an author of one of them."""
    for separator in (";", "|", "\n"):
        if separator in line:
            return line.split(separator), _from_name
    names = _AND.split(line)
    # "Doe, Jane and Roe, Richard"; "Jane Doe, Richard Roe and Ann Poe" has a name without a comma.
    if len(names) > 1 and all("," in name for name in names):
        return names, _from_name
    pieces = [piece for name in names for piece in name.split(",")]
    # "Doe, Jane" is one author, "Jane Doe, Richard Roe" are two.
    if len(names) == 1 and len(pieces) == 2 and not all(" " in piece.strip() for piece in pieces):
        return names, _from_name
    return pieces, lambda name: Author(family=name)


def _from_name(name: str) -> Author:
    """The author of "Doe, Jane", "Doe, Jr., Jane" or "Jane Doe"."""
    family, *rest = (part.strip() for part in name.split(","))
    *suffix, given = rest or [""]
    return Author(given, " ".join(filter(None, (family, *suffix))))


def _without_others(name: str) -> str:
    return _AND_OTHERS.sub("", name)
