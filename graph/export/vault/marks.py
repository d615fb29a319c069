"""What is ours in a note: the fields of the front matter that we write, and the text between two marks.

All else belongs to the reader and stays byte for byte.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from paperlattice.extractors.sources.notes import OWN_NOTE
from paperlattice.graph.export.vault.markdown import Value, yaml_line, yaml_lines
from paperlattice.graph.export.vault.notes import Note

# "%% paperlattice:end paper:1 1a2b3c4d %%": the digest says what the front matter was when we wrote it.
_END: Final = re.compile(r"^%% paperlattice:end \S+ (?P<digest>[0-9a-f]{8}) %%[ \t]*$", re.MULTILINE)
# "---\ntitle: One\n---\n" at the start.
_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\n(?P<fields>(?:.*\n)*?)---[ \t]*(?:\n|$)")
# "title: One", "'my key': 1"; not "  - item", "# comment", "- item".
_KEY: Final = re.compile(r"(?P<quote>[\"']?)(?P<name>[^\s#\"'\-\[\]{}][^:\n]*?)(?P=quote)\s*:(?=\s)")
_GONE: Final = "This is no longer in the graph.\n"
_OWN_TAG: Final = "paperlattice/"
_LISTS: Final = ("aliases", "tags")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A note of ours with plain line ends: the fields of its front matter, and the texts around the block."""

    fields: str | None
    before: str
    after: str
    digest: str


def fresh_text(note: Note) -> str:
    """Return the text of a note that is not there yet."""
    front = yaml_lines(note.fields)
    return f"---\n{front}---\n{_block(note.id, note.body, front)}\n"


def updated_text(text: str, note: Note) -> str | None:
    """Return the text of a note that is there with what is ours as it is now; None if its marks are damaged.

    In the front matter our fields get their values. Other fields, comments and the order stay, so do tags and
    aliases that a reader has added, and a field of ours for which there is nothing to say.
    """
    parts = _read_parts(text)
    if parts is None:
        return None
    own = yaml_lines(note.fields)
    touched = parts.fields is not None and _digest(parts.fields) != parts.digest
    fields = _merged_fields(parts.fields, note.fields) if parts.fields is not None and touched else own
    return _as_written(
        text, f"---\n{fields}---\n{parts.before}{_block(note.id, note.body, own)}{parts.after}"
    )


def gone_text(text: str, node: str) -> str | None:
    """Return the text of a note whose node has left the graph, "" if all of it is ours; None as above."""
    parts = _read_parts(text)
    if parts is None:
        return None
    fields = parts.fields or ""
    if not parts.before.strip() and not parts.after.strip() and _digest(fields) == parts.digest:
        return ""
    front = "" if parts.fields is None else f"---\n{fields}---\n"
    block = _block(node, _GONE, "", digest=parts.digest)
    return _as_written(text, f"{front}{parts.before}{block}{parts.after}")


def _block(node: str, body: str, front: str, *, digest: str = "") -> str:
    end = digest or _digest(front)
    return f"%% paperlattice:begin {node} %%\n{body}%% paperlattice:end {node} {end} %%"


def _digest(front: str) -> str:
    return hashlib.sha256(front.encode(errors="surrogateescape")).hexdigest()[:8]


def _read_parts(text: str) -> _Parts | None:
    """Return the parts of a note with one begin and one end after it, None for any other."""
    text = text.replace("\r\n", "\n")
    begins, ends = list(OWN_NOTE.finditer(text)), list(_END.finditer(text))
    if len(begins) != 1 or len(ends) != 1 or begins[0].start() > ends[0].start():
        return None
    front = _FRONT.match(text[: begins[0].start()])
    return _Parts(
        front["fields"] if front else None,
        text[front.end() if front else 0 : begins[0].start()],
        text[ends[0].end() :],
        ends[0]["digest"],
    )


def _as_written(old: str, new: str) -> str:
    """Return a new text with the byte order mark and the line ends of the old one."""
    if "\r\n" in old:
        new = new.replace("\n", "\r\n")
    return f"\ufeff{new}" if old.startswith("\ufeff") and not new.startswith("\ufeff") else new


# --- the front matter


def _merged_fields(old: str, fields: Mapping[str, Value]) -> str:
    """Return the lines of a front matter in which our fields have their values."""
    found = _segments(old)
    missing = {name: value for name, value in fields.items() if value not in ("", (), [])}
    lines = []
    for name, segment in found:
        value = missing.pop(name, None)
        lines.append(segment if value is None else _merged_segment(name, segment, value))
    return "".join(lines) + yaml_lines(missing)


def _segments(front: str) -> list[tuple[str, str]]:
    """Return the name and the lines of each field; comments and blank lines before the first have no name."""
    found: list[tuple[str, str]] = [("", "")]
    for line in front.splitlines(keepends=True):
        match = _KEY.match(line)
        if match:
            found.append((match["name"], line))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def _merged_segment(name: str, segment: str, value: Value) -> str:
    """Return the lines of a field of ours: as they are if they say the same, else anew."""
    said = _value_of(segment)
    if name in _LISTS and not isinstance(value, str | int):
        value = [*value, *_added(name, said, value)]
    if said == (value if isinstance(value, str | int) else list(value)):
        return segment
    kept = []  # comments and blank lines after the field
    for line in reversed(segment.splitlines(keepends=True)[1:]):
        if line.strip() and not line.startswith("#"):
            break
        kept.append(line)
    return yaml_line(name, value) + "".join(reversed(kept))


def _added(name: str, said: Any, ours: Sequence[str]) -> list[str]:
    """Return the tags or aliases that a reader has added."""
    given = said if isinstance(said, list) else re.split(r"[,\s]+", said) if isinstance(said, str) else []
    texts = [str(item) for item in given if item not in (None, "")]
    return [text for text in texts if text not in ours and not (name == "tags" and text.startswith(_OWN_TAG))]


def _value_of(segment: str) -> Any:
    """Return what a field says, with dates as texts; None for what YAML cannot read."""
    import srsly

    try:
        (value,) = srsly.yaml_loads(segment).values()
    except Exception:  # of the YAML library, which wraps none of its own
        return None
    if isinstance(value, list):
        return [item.isoformat() if isinstance(item, date) else item for item in value]
    return value.isoformat() if isinstance(value, date) else value
