"""The label, the address and the id of an entity."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from paperlattice.extractors.records import TERM_KINDS, Kind
from paperlattice.graph.model.records import Merge
from paperlattice.graph.resolve.base_names import base_name
from paperlattice.graph.resolve.terms import listed_term


def choose_label(kind: Kind, papers: Mapping[str, int], merges: Iterable[Merge]) -> str:
    """Return the name under which to show an entity, given how many papers write each of its names.

    Names count for their base name, terms for their name in the catalogue, plurals and names with a common
    noun for the bare name. The most frequent
    one wins; ties: the shorter, then mixed case ("LoRA" before "LORA"), then sort order.
    """
    merges = tuple(merges)
    known = {*papers, *(form for merge in merges for form in (merge.left, merge.right))}
    single = {merge.right: merge.left for merge in merges if merge.rule in ("plural", "noun")}
    counts: Counter[str] = Counter()
    for name, number in papers.items():
        base = listed_term(name) if kind in TERM_KINDS else base_name(kind, name)
        base = base if base in known else name  # a pin may keep a size apart from its base name
        counts[single.get(base, base)] += number
    return min(counts, key=lambda form: (-counts[form], len(form), form.isupper() or form.islower(), form))


def choose_url(papers: Mapping[str, int]) -> str:
    """Return the URL that most papers write; ties in sort order."""
    return min(papers, key=lambda url: (-papers[url], url))


def repo_label(url: str) -> str:
    """Return owner and name of a repository, as its URL writes them; the host where there is no path."""
    depth = len(repo_parts(url)) - 1
    return "/".join(url.rstrip("/").removesuffix(".git").split("/")[-depth:]) if depth else url


_LONGEST: Final = 80
_FEWEST_DIGITS: Final = 8
# "3fa94c01"; not "3fa94".
_DIGITS: Final = re.compile(rf"[0-9a-f]{{{_FEWEST_DIGITS},64}}")
_SPELT: Final = {"+": "-plus", "#": "-sharp", "*": "-star", "&": "-and-"}
# "a", "7", "-"; not "A" or "é".
_MEMBER: Final = re.compile(r"[a-z0-9.\-]")
# "_" of "_x2F_"; not "snake_case".
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-F]+_)")


def slug(name: str) -> str:
    """Return a name in small Latin letters, digits, `.` and single `-`, never empty, 80 characters at most.

    Greek letters and signs are spelt out, accents dropped, letters of other scripts written as code points.
    Two names may share a slug; `assign_ids` makes their ids distinct.

    >>> slug("LLaMA-3.1"), slug("C++"), slug("ε-greedy"), slug("Poincaré Embeddings"), slug("悟道")
    ('llama-3.1', 'c-plus-plus', 'epsilon-greedy', 'poincare-embeddings', 'u609f-u9053')
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    spelt = "".join(map(_spelt, text))
    # "a-b" of "a--b", "a.-b" and "a-.b"; "3.1" stays.
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


def sense_id(base: str, sense_name: str) -> str:
    """Return the wanted id of one of several senses of a name: the name's id and the slug of the sense.

    A sense whose slug could be the digits of a hash gets an `x-` before it, so that no wanted id is ever one
    that `assign_ids` makes up.

    >>> sense_id("method:sae", "sparse autoencoder"), sense_id("method:df", "deaf face")
    ('method:sae--sparse-autoencoder', 'method:df--deaf-face')
    """
    sense_slug = slug(sense_name)
    return f"{base}--{'x-' if _DIGITS.fullmatch(sense_slug) else ''}{sense_slug}"


def assign_ids(wanted: str, digests: Iterable[str]) -> dict[str, str]:
    """Return by digest the ids of all entities that want one id: that id for a single one.

    Several all get eight digits of their digest after it, more where those are equal, so that no id depends
    on an order. The ids depend on this group only, and ids of two groups are never equal: a wanted id of a
    method or a dataset has `--` only before a sense, which never looks like a digest, and one of a repository
    never has `::`. Digests are `names_digest` of the names of the entities and must be distinct.
    """
    ordered = sorted(set(digests))
    if len(ordered) < 2:
        return dict.fromkeys(ordered, wanted)
    mark = "::" if wanted.startswith("repo:") else "--"
    out: dict[str, str] = {}
    taken: set[str] = set()
    for digest in ordered:
        cut = next(n for n in range(_FEWEST_DIGITS, len(digest) + 1) if digest[:n] not in taken)
        taken.add(digest[:cut])
        out[digest] = f"{wanted}{mark}{digest[:cut]}"
    return out


def names_digest(names: Iterable[str]) -> str:
    """Return the hash over the names of an entity, 64 hexadecimal digits."""
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).hexdigest()


def repo_parts(url: str) -> tuple[str, ...]:
    """Return host and path of a URL in small letters: equal for two spellings of one repository."""
    # "github.com/o/n" of "https://www.github.com/o/n".
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
    # The underscore of a name that happens to have such an escape is escaped, or two ids could be equal.
    safe = _ESCAPED.sub("_x5F_", part)
    # "a_x2F_b" of "a/b"; "a-b" stays.
    return re.sub(r"[^A-Za-z0-9._\-]", lambda m: f"_x{ord(m.group()):X}_", safe)
