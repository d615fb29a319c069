"""Authors as sources write them: records, lists, and one line of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from paperlattice.extractors.records import Author
from paperlattice.extractors.sources.latex import plain_latex
from paperlattice.extractors.sources.values import fold_text

# "0000-0002-1825-0097" of "https://orcid.org/0000-0002-1825-0097".
_ORCID_LENGTH: Final = 19
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
# " and " of "Doe, Jane and Roe, Richard"; not that of "Anderson".
_AND: Final = re.compile(r",?\s+(?:and|&)\s+", re.IGNORECASE)
# "(1)", "(MIT)" of "Jane Doe (1), Richard Roe (MIT)".
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
# 'Jane Doe' and "Tim O'Shea" of ['Jane Doe', "Tim O'Shea"].
_QUOTED: Final = re.compile(r"""'([^'"]*)'|"([^"]*)\"""")
# "Quill A, Fern B.", as PubMed and Europe PMC end the names; not "A. Quill, B. Fern".
_SENTENCE: Final = re.compile(r"[^.,]{1,100} [A-Z]{1,3},[^.]* [A-Z]{1,3}\.")
# " et al." of "Doe et al.", " and others" of "Doe, Jane and others"; not "Brothers".
_AND_OTHERS: Final = re.compile(r"(?:^|[\s,]{1,3})(?:(?:and|&)\s)?(?:et\.? al\.?|others)$", re.IGNORECASE)
_ENDS_OF_OTHERS: Final = (".", "l", "L", "s", "S")
# Of "al., et", and of Scopus.
_NO_NAMES: Final = frozenset((("et", "al."), ("et", "al"), ("", "et al"), ("", "No author name available")))
_MAX_NESTING: Final = 4

# " 0001" of "Ada Quill 0001".
NAMESAKE: Final = re.compile(r" 0\d{3}$")
"""The number by which DBLP tells namesakes apart."""


class _AuthorFields(NamedTuple):
    """The fields of one author: those of CSL and Crossref, of Zotero, of OpenAlex and of others."""

    given: tuple[str, ...] = ("given", "firstName", "first_name", "givenName", "forenames", "first")
    family: tuple[str, ...] = ("family", "lastName", "last_name", "familyName", "keyname", "last")
    particles: tuple[str, ...] = ("dropping-particle", "non-dropping-particle")
    suffix: tuple[str, ...] = ("suffix",)
    whole: tuple[str, ...] = (
        *("literal", "name", "display_name", "displayName", "fullname", "fullName", "raw_author_name"),
        "collectiveName",
    )
    orcid: tuple[str, ...] = ("ORCID", "orcid", "authorId", "value")


_FIELDS: Final = _AuthorFields()
_NESTED_ORCID: Final = ("value", "ORCID", "orcid")


# The authors of a source mostly have the same fields.
@lru_cache(maxsize=256)
def _fields_present(names: tuple[str, ...]) -> _AuthorFields:
    return _AuthorFields(*(tuple(name for name in row if name in names) for row in _FIELDS))


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
    found = list[Author]()
    if isinstance(value, str):
        found += _from_line(fold_text(value))
    else:
        _add(found, value)
    return tuple(
        [
            _decoded(author) if "\\" in author.family or "\\" in author.given else author
            for author in found
            if (author.given or author.family) and (author.given, author.family) not in _NO_NAMES
        ]
    )


def _decoded(author: Author) -> Author:
    r"""The author with letters for what arXiv writes in LaTeX: "P\'al Erd\H{o}s"."""
    return Author(plain_latex(author.given), plain_latex(author.family), author.orcid)


def _add(found: list[Author], value: Any, depth: int = 0) -> None:
    """Add the authors of a record or of a list."""
    if isinstance(value, dict):
        # Of Europe PMC and OpenAlex; notes may have {"name": {"given": "Ada", "family": "Quill"}}.
        nested = value.get("author")
        if isinstance(name := value.get("name"), dict):
            nested = {**value, **name} | {"name": name.get("name")}
        if isinstance(nested, (list, dict)) and depth < _MAX_NESTING:
            _add(found, nested, depth + 1)
        elif str(value.get("creatorType") or "author") == "author":
            found.append(_from_record(value))
    elif isinstance(value, list) and depth < _MAX_NESTING:
        for part in value:
            if isinstance(part, str):
                found.append(_from_name(_without_others(fold_text(part))))
            elif isinstance(part, list):
                found.append(_from_parts(part))
            else:
                _add(found, part, depth + 1)


def _from_record(record: Mapping[str, Any]) -> Author:
    fields = _fields_present(tuple(record))
    orcid = _orcid(record, fields.orcid) if fields.orcid else ""
    given = _first(record, fields.given)
    if family := _first(record, fields.family):
        if fields.particles or fields.suffix:
            parts = [*(_first(record, (name,)) for name in fields.particles), family]
            family = " ".join(filter(None, (*parts, _first(record, fields.suffix))))
        return Author(given, family, orcid)
    first, family = _divided(_without_others(_first(record, fields.whole)))
    return Author(first or given, family, orcid)


def _orcid(record: Mapping[str, Any], names: Iterable[str]) -> str:
    number = _first(record, names)
    if isinstance(nested := record.get("authorId"), dict):  # of Europe PMC: {"type": ..., "value": ...}
        number = f"{number} {_first(nested, _NESTED_ORCID)}"
    found = _ORCID.search(number) if len(number) >= _ORCID_LENGTH else None
    return found[0].upper() if found else ""


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
        line = line[:-1] if _SENTENCE.fullmatch(line) else line
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
    return Author(*_divided(name))


def _divided(name: str) -> tuple[str, str]:
    """What precedes the family name, "" if the name does not say, and the rest."""
    if "," not in name:
        return "", name.strip()
    family, *rest = (part.strip() for part in name.split(","))
    *suffix, given = rest or [""]
    return given, " ".join(filter(None, (family, *suffix)))


def _without_others(name: str) -> str:
    return _AND_OTHERS.sub("", name) if name.endswith(_ENDS_OF_OTHERS) else name
