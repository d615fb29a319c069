"""The papers of tables as files of citations, the newest first: BibTeX, RIS, CSL-JSON, Markdown.

A paper is in them as its source gave it, with abstract and keywords, so that such a file can be read again.
Papers come by date, newest first, those without a date last, then by title and id.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import indent
from typing import Final

from paperlattice.graph.export.bibtex import bibtex_entry
from paperlattice.graph.export.citation_record import (
    Citation,
    citation_in_full,
    citation_keys,
    citation_of,
)
from paperlattice.graph.export.citations import csl_item, to_markdown, to_ris
from paperlattice.graph.store.tables import PAPER, GraphTables, paper_from

_ORDER: Final = "ORDER BY date DESC, title, id"


def generate_bibtex(tables: GraphTables) -> Iterator[str]:
    """Yield the entries of BibTeX, see `to_bibtex`."""
    keys = _read_keys(tables)
    for number, citation in enumerate(_read_citations(tables)):
        yield "\n" * bool(number) + bibtex_entry(keys[citation.id], citation)


def generate_ris(tables: GraphTables) -> Iterator[str]:
    """Yield the records of RIS, see `to_ris`."""
    return (to_ris([citation]) for citation in _read_citations(tables))


def generate_csl(tables: GraphTables) -> Iterator[str]:
    """Yield a list of items of CSL-JSON, see `to_csl_json`."""
    keys = _read_keys(tables)
    for number, citation in enumerate(_read_citations(tables)):
        item = json.dumps(csl_item(keys[citation.id], citation), ensure_ascii=False, indent=2)
        yield ("," if number else "[") + "\n" + indent(item, "  ")
    yield "\n]\n" if keys else "[]\n"


def generate_markdown(tables: GraphTables) -> Iterator[str]:
    """Yield the lines of a list in Markdown, see `to_markdown`."""
    return (to_markdown([citation]) for citation in _read_citations(tables))


def _read_citations(tables: GraphTables) -> Iterator[Citation]:
    rows = tables.stream(f"SELECT {PAPER} FROM {{papers}} {_ORDER}")
    return (citation_in_full(paper_from(row)) for row in rows)


def _read_keys(tables: GraphTables) -> dict[str, str]:
    """Return the key of each paper by its id; abstracts are not read for them."""
    columns = PAPER.replace("abstract", "'' AS abstract")
    rows = tables.stream(f"SELECT {columns} FROM {{papers}} {_ORDER}")
    cited = [citation_of(paper_from(row)) for row in rows]
    return {citation.id: key for citation, key in zip(cited, citation_keys(cited), strict=True)}
