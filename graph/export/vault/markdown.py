"""Text of papers as Markdown and YAML in which nothing is a link, an embed, a tag, code or a field."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from paperlattice.extractors.sources.values import fold_text

Value = str | int | Sequence[str]
"""What a field of a front matter holds."""

_CONTROLS: Final = re.compile(r"[\x7f-\x9f]")
# "&" of "&amp;" and "&#37;"; not that of "A & B".
_REFERENCE: Final = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
# "%%", which begins a comment.
_COMMENT: Final = re.compile(r"%(?=%)|(?<=%)%")
# "*", "[", "#tag", "`", "$"; ":" of "obsidian://x" and of "key:: value", "." of "www.x.org", "@" of "a@b.c",
# "=" of "==marked==".
_MARKUP: Final = re.compile(
    r"([\\`*_{}\[\]#|~$^]|:(?=:|//)|(?<=:):|(?<=www)\.|@(?=[\w-]+\.)|=(?==)|(?<==)=)", re.IGNORECASE
)
# What makes one of these possible; most sentences have none.
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]#|~$^@&<]|[:=%](?=[:/=%])|www\.", re.IGNORECASE)
# "-", "+" and ">" at the start of a line, "." of "1. First"; not that of "1.5" nor "-" of "2025-01".
_BLOCK: Final = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+>]))(.)")


@lru_cache(maxsize=1 << 15)  # titles, labels and sentences come again in note after note
def markdown(text: str) -> str:
    r"""Return a text on one line that Markdown shows as it is.

    >>> print(markdown("[[x]] <% y %> #1 a_b"))
    \[\[x\]\] &lt;% y %> \#1 a\_b
    """
    shown = fold_text(_CONTROLS.sub(" ", text))
    if _SPECIAL.search(shown):
        shown = _MARKUP.sub(r"\\\1", _REFERENCE.sub("&amp;", shown))
        shown = _COMMENT.sub("&#37;", shown).replace("<", "&lt;")
    return _BLOCK.sub(r"\1\\\2", shown)


# "#tag", "%%", "key::" and "obsidian://".
_UNLABELLED: Final = re.compile(r"#+(?=\w)|%(?=%)|:(?=:|//)")
# What would end a link, and what Markdown reads before one.
_LABELLED: Final = str.maketrans("[]|<>", "()/‹›", "`$\\")


@lru_cache(maxsize=1 << 15)
def link_label(text: str) -> str:
    """Return a text on one line as links show it, without what would end a link or come before it.

    >>> link_label("A [[b]] | <c>")
    'A ((b)) / ‹c›'
    """
    shown = fold_text(_CONTROLS.sub(" ", text)).translate(_LABELLED)
    return " ".join(_UNLABELLED.sub("", shown).split()) or "untitled"


def wiki_link(path: str, label: str) -> str:
    """Return a link to a note or a file of the vault.

    >>> wiki_link("Methods/LoRA", "LoRA")
    '[[Methods/LoRA|LoRA]]'
    """
    return f"[[{path}|{link_label(label)}]]"


def web_link(address: str, label: str) -> str:
    """Return a link to a page; only the label for what is not an address of the web."""
    # "%3C" of "<"; "%" stays, it may begin such a code.
    safe = quote(fold_text(address), safe=":/?#[]@!$&'()*+,;=%~")
    return f"[{markdown(label)}](<{safe}>)" if is_web(address) else markdown(label)


def is_web(address: str) -> bool:
    """Return whether a text is an address of the web and nothing else."""
    return address.startswith(("https://", "http://")) and not re.search(r"[\s<>\"`\\]", address)


# "<" of "<b>" and "<% x %>", "[" of "[[x]]", "(" of "](x", ":" of "obsidian://x", "`"; not "<" of "a < b".
_LIVE: Final = re.compile(r"<(?=[A-Za-z/!%?])|\[(?=\[)|(?<=\[)\[|(?<=\])\(|:(?=//)|`|%(?=%)|(?<=%)%")


def property_text(text: str) -> str:
    """Return a text for a property in which Obsidian and its plug-ins find nothing to follow or to run.

    What they would is written as a character reference, which the reader of notes resolves.

    >>> property_text("[[x]] a < b"), property_text("<% x %>")
    ('&#91;&#91;x]] a < b', '&lt;% x %>')
    """
    shown = _REFERENCE.sub("&amp;", fold_text(text))
    return _LIVE.sub(lambda sign: "&lt;" if sign[0] == "<" else f"&#{ord(sign[0])};", shown)


# What YAML takes for a line break, or forbids, though JSON does not.
_UNQUOTED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# "paper", "paperlattice/topic/video-generation", "2024-05-01"; not "no", "12", "2024-05".
_BARE: Final = re.compile(r"[a-z]{4,}(?:[/-][a-z0-9-]+)*|\d{4}-\d\d-\d\d", re.ASCII)


def yaml_line(name: str, value: Value) -> str:
    r"""Return a field of a front matter: one line, or one an item of a list.

    >>> yaml_line("date", "2024-05-01"), yaml_line("tags", ["paper", "a: b"])
    ('date: 2024-05-01\n', 'tags:\n  - paper\n  - "a: b"\n')
    """
    if isinstance(value, str | int):
        return f"{name}: {_scalar(value)}\n"
    return f"{name}:\n" + "".join(f"  - {_scalar(item)}\n" for item in value)


def yaml_lines(fields: Mapping[str, Value]) -> str:
    """Return the fields of a front matter, those without a value left out."""
    return "".join(yaml_line(name, value) for name, value in fields.items() if value not in ("", (), []))


def _scalar(value: str | int) -> str:
    if isinstance(value, int) or (_BARE.fullmatch(value) and value not in ("true", "null", "false")):
        return str(value)
    return _UNQUOTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def tag(*parts: str) -> str:
    """Return a tag of ours, below `paperlattice`, from ASCII words.

    >>> tag("topic", "topic:video-generation--2")
    'paperlattice/topic/video-generation-2'
    """
    # "topic:" of an id; what a tag cannot hold.
    words = (re.sub(r"[^a-z0-9]+", "-", part.rpartition(":")[2].lower()).strip("-") for part in parts)
    return "/".join(("paperlattice", *filter(None, words)))
