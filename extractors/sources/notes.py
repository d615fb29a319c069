"""Markdown notes on papers, such as those of Obsidian: a front matter in YAML, then text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.field_names import canonical_field
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.read_result import Boilerplate, Found, OtherNote
from paperlattice.extractors.sources.stream import TextStream
from paperlattice.extractors.sources.values import is_arxiv_id, is_doi, normalise_id

# "---\ntitle: One\n---" at the start; not a rule of "-----".
_FRONT: Final = re.compile(r"\s*---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
# "title:", '"title":' ; not "see: http://".
_KEY: Final = re.compile(r"^[\"']?[A-Za-z][\w -]*[\"']?\s*:(?:\s|$)", re.MULTILINE)
# "[[Ada Quill]]", "[[people/ada|Ada Quill]]".
_WIKI: Final = re.compile(r"!?\[\[(?:[^\[\]|]{0,500}\|)?(?P<label>[^\[\]|]{0,500})\]\]")
# "[code](https://github.com/acme/fern)"; not "[1] (2)".
_LINK: Final = re.compile(r"\[(?P<label>[^\[\]]{1,200})\]\((?P<url>https?://[^\s()]{1,500})\)")
# "**Fern**", "`fern`"; not "a ** b", nor the quotes of "``fern''".
_EMPHASIS: Final = re.compile(
    r"(?P<mark>\*\*|(?<!`)`(?!`))(?P<text>[^\s*`](?:[^*`\n]{0,300}[^\s*`])?)(?P=mark)(?!`)"
)
# "# A title".
_TITLE: Final = re.compile(r"^#\s+(?P<title>.+?)\s*#*$", re.MULTILINE)
# "## Abstract" or "> [!abstract] Abstract", and the text up to the next heading.
_ABSTRACT: Final = re.compile(
    r"^(?:#{1,6}\s+(?:abstract|summary)\s*#*|>\s*\[!abstract\].*)\n(?P<text>(?:(?!#{1,6}\s).*\n?)*)",
    re.MULTILINE | re.IGNORECASE,
)
OWN_NOTE: Final = re.compile(r"^%% paperlattice:begin (?P<id>[!-~]+) %%[ \t]*$", re.MULTILINE)
"""The mark before what the program itself wrote: "%% paperlattice:begin paper:2401.00001 %%"."""

# "> [!abstract] Abstract" and the one line below it, as the program writes them.
_OWN_ABSTRACT: Final = re.compile(r"^> \[!abstract\] Abstract\n> (?P<text>.*)$", re.MULTILINE)
# "\\*" of "A\\* search": Markdown shows the sign.
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
# "&lt;" and "&#91;", which stand for signs that Obsidian would follow.
_REFERENCE: Final = re.compile(r"&(?:lt|amp|#\d{2,3});")
# "line 2, column 1" of a message; the last one says where reading stopped.
_LINE: Final = re.compile(r".*\bline (\d+)", re.DOTALL)
_MARKS: Final = (
    "doi",
    "arxiv",
    "arxivid",
    "authors",
    "author",
    "citekey",
    "citationkey",
    "abstract",
    "journal",
)
_MAX_FRONT: Final = 60_000
_MAX_NOTE: Final = 2_000_000
_MAX_VALUES: Final = 5_000


def recognise(head: str, _named: bool) -> bool:
    """Whether the text begins with a front matter that has keys."""
    match = _FRONT.match(head[:_MAX_FRONT])
    return match is not None and _KEY.search(match["yaml"]) is not None


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield the paper that a note is about, or a Boilerplate for a note that is not about one.

    It is about a paper if its front matter has a title, an id, authors or an abstract; a note that the
    program itself wrote (`graph.export.vault`) says what it is about. Without `title` the first heading is
    the title, else the name of the file. The abstract is in the front matter or under a heading "Abstract".
    Raises SourceError for a front matter that is not YAML, OtherNote for a note of ours on another thing.
    """
    text = stream.read(_MAX_NOTE)
    match = _FRONT.match(text[:_MAX_FRONT])
    if match is None:
        raise SourceError(f"{stream.source} has no front matter; begin it with --- and 'title: ...'")
    fields = _values(match["yaml"], stream.source)
    body = text[match.end() :]
    own = OWN_NOTE.search(body)
    if own is not None:
        if fields.get("kind") != "paper":
            raise OtherNote(f"{stream.source} is a note on something else than a paper; give the whole vault")
        fields = _own_fields(fields, body[own.end() :])
    if not any(fields.get(name) for name in ("title", *_MARKS)):
        yield Boilerplate(1)
        return
    if not fields.get("title"):
        heading = _TITLE.search(body)
        stem = PurePath(stream.source.removesuffix(".gz")).stem
        fields["title"] = _unlinked(heading["title"]) if heading else stem
    if own is None and not fields.get("abstract") and (section := _ABSTRACT.search(body)):
        # "> " before each line of a callout.
        fields["abstract"] = _unlinked(re.sub(r"^>\s?", "", section["text"], flags=re.MULTILINE))
    if own is None and isinstance(fields.get("abstract"), str):
        fields["abstract"] = _LINK.sub(r"\g<label> (\g<url>)", _EMPHASIS.sub(r"\g<text>", fields["abstract"]))
    identifier = normalise_id(str(fields.get("id", "")))
    if own is None and not (is_arxiv_id(identifier) or is_doi(identifier)):
        fields.pop("id", None)  # of the note
    yield read_record(fields, stream.source, where="line 1")


def _own_fields(fields: dict[str, Any], block: str) -> dict[str, Any]:
    """Return the fields of a paper in a note of our own, with the abstract as it was."""
    abstract = _OWN_ABSTRACT.search(block)
    # Title and abstract are read as HTML later on, which resolves the references.
    own = {name: value if name == "title" else _resolved(value) for name, value in fields.items()}
    own.pop("tags", None)
    return own | ({"abstract": _ESCAPE.sub(r"\1", abstract["text"])} if abstract else {})


def _resolved(value: Any) -> Any:
    if isinstance(value, list):
        return [_resolved(part) for part in value]
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), value) if isinstance(value, str) else value


def _values(yaml: str, source: str) -> dict[str, Any]:
    """The fields of a front matter. Raises SourceError if it is broken or not a mapping."""
    import srsly

    try:
        found = srsly.yaml_loads(yaml)
    except Exception as error:  # of the YAML library, which wraps none of its own
        found_at = _LINE.search(str(error))
        where = f" in line {int(found_at[1]) + 1}" if found_at else ""
        raise SourceError(f"{source} has a front matter that is not YAML{where}; quote its values") from error
    if not isinstance(found, dict):
        raise SourceError(f"{source} has a front matter without fields; write 'title: ...' into it")
    left = [_MAX_VALUES]
    return {canonical_field(str(name)): _plain(value, left, source) for name, value in found.items()}


def _plain(value: Any, left: list[int], source: str, depth: int = 0) -> Any:
    """A value as JSON would give it; what refers to itself by an anchor comes to an end."""
    left[0] -= 1
    if left[0] < 0 or depth > 8:
        raise SourceError(f"{source} has a front matter of more than {_MAX_VALUES:,} values; shorten it")
    if isinstance(value, dict):
        return {str(name): _plain(part, left, source, depth + 1) for name, part in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(part, left, source, depth + 1) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _unlinked(value)
    return int(value) if isinstance(value, int) else str(value) if value is not None else None


def _unlinked(text: str) -> str:
    return _WIKI.sub(r"\g<label>", text)
