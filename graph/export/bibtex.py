"""Citations as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from paperlattice.extractors.records import Author
from paperlattice.graph.export.citation_record import (
    MEETING,
    Citation,
    citation_keys,
    joined_keywords,
    plain,
)


def to_bibtex(citations: Iterable[Citation]) -> str:
    """Return BibTeX in UTF-8, an entry for each citation, in order.

    What LaTeX would read as a command is escaped; formulas between dollars stay. Words with capitals inside
    or digits are in braces, so that styles leave them as they are.
    """
    found = list(citations)
    return "\n".join(map(bibtex_entry, citation_keys(found), found))


def bibtex_entry(key: str, citation: Citation) -> str:
    """Return the entry of a citation under a key."""
    year, month, day = (*citation.date_parts, "", "", "")[:3]
    kind, where = _bibtex_venue(citation)
    fields = {
        "title": " ".join(map(_protected, _WORD.findall(plain(citation.title)))),
        "author": " and ".join(map(_bibtex_name, citation.authors)),
        where: _latex(plain(citation.venue)),
        "year": year,
        "month": _MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else "",
        "day": day.lstrip("0"),
        "doi": _verbatim(citation.doi),
        "eprint": _verbatim(citation.arxiv_id),
        "archiveprefix": "arXiv" if citation.arxiv_id else "",
        "url": _verbatim(citation.address),
        "keywords": _latex(joined_keywords(citation.keywords)),
        "abstract": _latex(plain(citation.abstract)),
    }
    # A month is the name of a macro, which styles write out.
    written = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items() if value}
    lines = [f"  {name} = {value}," for name, value in written.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _bibtex_venue(citation: Citation) -> tuple[str, str]:
    if not citation.venue:
        return "misc", "howpublished"
    return ("inproceedings", "booktitle") if MEETING.search(citation.venue) else ("article", "journal")


def _verbatim(address: str) -> str:
    """Return an id or URL, which styles print as it is, without what would end the field.

    >>> _verbatim("https://example.org/a{b}_%20c")
    'https://example.org/a%7Bb%7D_%20c'
    """
    return plain(address).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _bibtex_name(author: Author) -> str:
    """Return "Family, Given"; a name that is not divided, or would be read as several, is in braces."""
    family, given = _latex(plain(author.family)), _latex(plain(author.given))
    if not given or re.search(r",|\band\b", f"{author.family} {author.given}"):
        return "{" + " ".join(filter(None, (given, family))) + "}"
    return f"{family}, {given}"


# "$\pi_0$", "$x^2 + 1$"; "$5 to $" is taken for one first, see `_is_formula`
_FORMULA: Final = re.compile(r"\$[^$\s][^$]*\$")
# "quills", "$a + b_1$-VAE"
_WORD: Final = re.compile(rf"(?:{_FORMULA.pattern}|\S)+")
_SPECIAL: Final = re.compile(r"[\\{}$&%#_~^]")
_COMMANDS: Final[Mapping[str, str]] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _protected(word: str) -> str:
    """Return a word for a BibTeX title, in braces if it has capitals inside, or digits and letters.

    >>> [_protected(word) for word in ("Quiet", "LoRA:", "GPT-4", "(ViT)", "2024", "R&D")]
    ['Quiet', '{LoRA:}', '{GPT-4}', '{(ViT)}', '2024', '{R\\\\&D}']
    """
    letters = [c for c in word if c.isalpha()]
    inner = any(c.isupper() for c in letters[1:]) or (letters and any(c.isdigit() for c in word))
    return "{" + _latex(word) + "}" if inner or "$" in word else _latex(word)


def _latex(text: str) -> str:
    r"""Return a text as LaTeX that prints it; well-formed formulas stay.

    >>> print(_latex(r"50% of $\pi_0$ & co, $5"))
    50\% of $\pi_0$ \& co, \$5
    """
    found, end = [], 0
    for match in _FORMULA.finditer(text):
        if _is_formula(match.group()):
            found += [_escaped(text[end : match.start()]), match.group()]
            end = match.end()
    return "".join([*found, _escaped(text[end:])])


def _is_formula(text: str) -> bool:
    r"""Return whether LaTeX can read what is between two dollars, and it says more than an amount of money.

    >>> [_is_formula(text) for text in (r"$\pi_0$", "$5 to $", "$x_{1$", r"$a_b\$")]
    [True, False, False, False]
    """
    inner = text[1:-1]
    if not re.search(r"[\\^_]", inner) or inner.endswith("\\") or re.search(r"[%#&]", inner):
        return False
    depth = 0
    for sign in inner:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


# "--", "``" and "''", which LaTeX prints as other signs
_LIGATURE: Final = re.compile(r"(?<=-)-|(?<=`)`|(?<=')'")


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(lambda sign: _COMMANDS.get(sign.group(), f"\\{sign.group()}"), text)
    return _LIGATURE.sub(lambda sign: "{}" + sign.group(), text)
