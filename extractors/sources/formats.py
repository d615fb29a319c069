"""The table of source formats: one line each, from which everything else about them is derived.

A format is a module of this package with `parse` and, unless it is known by its first bytes, with
`recognise(head, named)`; `named` says whether the file has one of the suffixes of the format. To add a format
is to add its module and its line here. The modules are imported when a file is tried, not with the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from paperlattice.extractors.errors import UnknownSource


@dataclass(frozen=True, slots=True)
class Format:
    """A source format: its name, module, label for people, and suffixes, each also followed by `.gz`.

    A format of bytes starts with `magic`, and its `parse(file, source)` may seek in the file. The
    `parse(stream)` of a format of text takes a `TextStream`.
    """

    name: str
    home: str
    label: str
    suffixes: tuple[str, ...]
    magic: bytes = b""

    @property
    def module(self) -> Any:
        """The module of the format, imported on first use."""
        return import_module(f"paperlattice.extractors.sources.{self.home}")

    def recognise(self, head: str, filename: str) -> bool:
        """Whether a text with this head is of the format."""
        return not self.magic and bool(self.module.recognise(head, has_suffix(filename, self.suffixes)))


def has_suffix(filename: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a file's name ends in one of the suffixes, in any case, also with `.gz` after it."""
    return filename.lower().removesuffix(".gz").endswith(suffixes)


# "part_000.gz" of a snapshot of OpenAlex, "part_0012"; not "part_one.gz".
_PART: Final = re.compile(r"part_\d{1,6}(?:\.gz)?")


def is_listed(filename: str) -> bool:
    """Whether a file in a folder is read: by its suffix, or as a part of a snapshot of OpenAlex."""
    return has_suffix(filename, SUFFIXES) or _PART.fullmatch(filename) is not None


_TABLE: Final = (
    Format("json_lines", "json_lines", "JSON lines", (".jsonl", ".ndjson")),
    Format("json", "json_documents", "JSON", (".json",)),
    Format("csv", "delimited", "CSV or TSV with titles", (".csv", ".tsv", ".psv", ".tab")),
    Format("bibtex", "bibtex", "BibTeX", (".bib", ".bibtex", ".biblatex")),
    Format("tagged", "tagged", "RIS, nbib, EndNote (.enw)", (".ris", ".nbib", ".enw", ".ciw")),
    Format("xml", "xml_documents", "XML (arXiv, PubMed, EndNote ...)", (".xml", ".atom", ".rss", ".rdf")),
    Format("notes", "notes", "Markdown notes with front matter", (".md", ".markdown")),
    Format("daily_papers", "daily_papers", "a saved Daily Papers page", (".txt", ".text")),
    Format("parquet", "parquet", "Parquet", (".parquet",), magic=b"PAR1"),
    Format("pdf", "pdf", "PDF", (".pdf",), magic=b"%PDF-"),
)

FORMATS: Final[dict[str, Format]] = {known.name: known for known in _TABLE}
"""The formats by name, in the order in which they are tried."""

SOURCES: Final[tuple[str, ...]] = tuple(FORMATS)
"""Names of the formats, in the order in which they are tried."""

SUFFIXES: Final = tuple(suffix for known in _TABLE for suffix in known.suffixes)
"""What is read from a folder, each also with `.gz`; a file that is named itself may have any suffix."""

LOOKED_FOR: Final = f"looked for {', '.join(SUFFIXES)}, each also .gz"
ADVICE: Final = (
    f"give {', '.join(known.label for known in _TABLE if not known.magic)}, plain or gzipped, "
    f"or {' or '.join(known.label for known in _TABLE if known.magic)}"
)


def find_format(name: str) -> Format:
    """Return the format of a name; hyphens count as underscores. Raises UnknownSource with the names."""
    if found := FORMATS.get(name.strip().lower().replace("-", "_")):
        return found
    raise UnknownSource(
        f"unknown source format {name!r}; choose one of {', '.join(SOURCES)}, or none to recognise it"
    )
