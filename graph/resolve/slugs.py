"""Node ids: readable, stable, free of collisions, XML NMTOKENs."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

__all__ = ["distinct_ids", "repo_id", "repo_parts", "slug"]

_LONGEST: Final = 80
_SPELT: Final = {"+": "-plus", "#": "-sharp", "*": "-star", "&": "-and-"}
_MEMBER: Final = re.compile(r"[a-z0-9.\-]")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-F]+_)")


def slug(name: str) -> str:
    """Return a name in small Latin letters, digits, `.` and single `-`, never empty, 80 characters at most.

    Greek letters and signs are spelt out, accents dropped, letters of other scripts written as code points.
    Two names may share a slug; `distinct_ids` tells them apart.

    >>> slug("LLaMA-3.1"), slug("C++"), slug("ε-greedy"), slug("Poincaré Embeddings"), slug("悟道")
    ('llama-3.1', 'c-plus-plus', 'epsilon-greedy', 'poincare-embeddings', 'u609f-u9053')
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    spelt = "".join(map(_spelt, text))
    plain = re.sub(r"-*\.+-+|-+\.+-*|-{2,}", "-", spelt).strip("-.")
    return plain[:_LONGEST].rstrip("-.") or _code_points(name)


def _spelt(char: str) -> str:
    if _MEMBER.match(char):
        return char
    if char in _SPELT:
        return _SPELT[char]
    if unicodedata.category(char) == "Mn":
        return ""
    if "α" <= char <= "ω":
        return unicodedata.name(char).split()[-1].lower().replace("lamda", "lambda")
    return f"-u{ord(char):x}-" if char.isalnum() else "-"


def _code_points(name: str) -> str:
    return "-".join(f"u{ord(c):x}" for c in name[:8]) or "unnamed"


def distinct_ids(wanted: Mapping[int, str], called: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Return an id for each bearer, all distinct: the one wanted where nobody else wants it.

    Bearers that want the same all get eight digits of a hash over what they are called behind it, so that no
    id depends on an order. No two bearers may be called the same.
    """
    uses = Counter(wanted.values())
    taken = {base for base, n in uses.items() if n == 1}
    out: dict[int, str] = {}
    names = {number: "\0".join(called[number]) for number in wanted}
    for number in sorted(wanted, key=lambda n: (wanted[n], names[n])):
        chosen = wanted[number]
        if uses[chosen] > 1:
            digest = hashlib.sha256(names[number].encode("utf-8", "surrogatepass")).hexdigest()
            digits = 8
            while (chosen := f"{wanted[number]}--{digest[:digits]}") in taken and digits < len(digest):
                digits += 1
            taken.add(chosen)
        out[number] = chosen
    return out


def repo_parts(url: str) -> tuple[str, ...]:
    """Return host and path of a URL in small letters: equal for two spellings of one repository."""
    bare = re.sub(r"^[a-z][a-z0-9+.\-]*://(?:www\.)?", "", url.strip().casefold())
    parts = [p for p in bare.split("/") if p]
    if parts:
        parts[-1] = parts[-1].removesuffix(".git") or parts[-1]
    return tuple(parts) or (url.casefold() or "unnamed",)


def repo_id(url: str) -> str:
    """Return the node id of a repository: `repo:` and the parts of its URL joined by `:`.

    What an NMTOKEN cannot hold is written `_x7E_`, the code point in hexadecimal digits; different parts give
    different ids.

    >>> repo_id("https://github.com/Example-Lab/LatticeNet")
    'repo:github.com:example-lab:latticenet'
    """
    return ":".join(("repo", *map(_escaped, repo_parts(url))))


def _escaped(part: str) -> str:
    # A name that happens to hold such an escape has its underscore escaped, or two names could meet.
    safe = _ESCAPED.sub("_x5F_", part)
    return re.sub(r"[^A-Za-z0-9._\-]", lambda m: f"_x{ord(m.group()):X}_", safe)
