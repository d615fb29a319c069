"""Names of notes: safe on every system, in links of Obsidian and in a synchronised folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_MOST_BYTES: Final = 140
# "QuillNet: Two Nets" becomes "QuillNet - Two Nets".
_COLON: Final = re.compile(r"\s*:\s+")
# What Windows forbids or takes for a path: "A/B", "1:2", "a|b".
_DIVIDING: Final = re.compile(r"[\\/:|]")
# What Windows forbids ("?"), what ends a link ("#", "]"), what Markdown reads before links ("`", "$").
_FORBIDDEN: Final = re.compile(r"[*\"<>?#^\[\]`$]")
# What Markdown reads before links, too: "%" of "%%", "&" of "&lt;".
_READ_FIRST: Final = re.compile(r"%(?=%)|&(?=&*\w+;)")
# "CON", "nul.txt", "COM1", "com¹".
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$?|conout\$?|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """What gets a note: the id of its node, the folder, and what it is called."""

    id: str
    folder: str
    label: str


def file_name(label: str) -> str:
    """Return a label as the name of a file, without suffix; of two labels it may be the same.

    At most 140 bytes, in the composed normal form, without what Windows, macOS, Linux or a link in Obsidian
    forbids.

    >>> file_name('QuillNet: "A/B" Nets?'), file_name("../../etc"), file_name("NUL"), file_name("???")
    ('QuillNet - A-B Nets', '-..-etc', '_NUL', 'untitled')
    """
    text = unicodedata.normalize("NFC", _COLON.sub(" - ", label))
    text = _FORBIDDEN.sub("", _DIVIDING.sub("-", text))
    # Controls, signs without a width, surrogates, what no version of Unicode knows; all blanks are one.
    text = "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or _is_seen(sign))
    text = " ".join(_READ_FIRST.sub("", text).split()).strip(". ")
    return _cut(f"_{text}" if _RESERVED.match(text) else text) or "untitled"


def _is_seen(sign: str) -> bool:
    return not unicodedata.category(sign).startswith("C")


def _cut(text: str) -> str:
    """Return the words of a text that fit, or the part of its first word that fits."""
    if len(text.encode()) <= _MOST_BYTES:
        return text
    cut = text.encode()[:_MOST_BYTES].decode(errors="ignore")
    whole = cut if text[len(cut)].isspace() else cut.rpartition(" ")[0] or cut
    return whole.rstrip(". -,;")


def folded(path: str) -> str:
    """Return what two paths have in common that some system takes for one: case and normal form do not count.

    >>> folded("Papers/Café") == folded("papers/CAFE\\u0301")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", path).casefold())


def name_notes(
    wanted: Iterable[Named],
    present: Mapping[str, str],
    others: Mapping[str, str],
    *,
    on_note: Callable[[str], None],
) -> dict[str, str]:
    """Return the path of each note by the id of its node, without suffix.

    A note that is `present` stays where it is, also where a reader has moved it, so a new paper renames
    nothing. Of new notes that would have one path the first by id has it; the others have a hash of their ids
    behind it. `others` are the files that are not ours, by `folded` path; a note that must make way for one
    of them is told to `on_note`.
    """
    paths: dict[str, str] = {}
    new: list[Named] = []
    for node in wanted:
        if node.id in present:
            paths[node.id] = present[node.id]
        else:
            new.append(node)
    taken = {folded(path) for path in present.values()} | others.keys()
    for node in sorted(new, key=lambda node: node.id):
        plain = f"{node.folder}{file_name(node.label)}"
        path = plain
        if folded(plain) in taken:
            digest = hashlib.sha256(node.id.encode()).hexdigest()
            tries = (f"{plain} ({digest[:size]})" for size in range(8, len(digest)))
            path = next(path for path in tries if folded(path) not in taken)
            if own := others.get(folded(plain)):
                on_note(f"{own} is not ours and stays; the note on {node.id} is {path}.md")
        taken.add(folded(path))
        paths[node.id] = path
    return paths
