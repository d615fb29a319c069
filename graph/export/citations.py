"""Citations of papers as files: BibTeX, RIS, CSL-JSON, Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from paperlattice.extractors.records import Author
from paperlattice.graph.export.bibtex import to_bibtex as to_bibtex
from paperlattice.graph.export.citation_record import (
    MEETING,
    Citation as Citation,
    citation_keys,
    citation_of as citation_of,
    joined_keywords,
    plain,
)
from paperlattice.graph.export.document import escape_markdown


def to_ris(citations: Iterable[Citation]) -> str:
    """Return RIS, a record for each citation, in order; lines end as the format demands, with CR LF."""
    return "".join(f"{line}\r\n" for citation in citations for line in _ris_lines(citation))


def _ris_lines(citation: Citation) -> Iterator[str]:
    kind = "UNPB" if not citation.venue else "CPAPER" if MEETING.search(citation.venue) else "JOUR"
    parts = citation.date_parts
    fields = [
        ("TY", kind),
        ("TI", citation.title),
        *(("AU", ", ".join(filter(None, (a.family, a.given)))) for a in citation.authors),
        ("T2", citation.venue),
        ("PY", "".join(parts[:1])),
        ("DA", "/".join((*parts, "", "")[:3]) + "/" if parts else ""),
        ("DO", citation.doi),
        ("AN", f"arXiv:{citation.arxiv_id}" if citation.arxiv_id else ""),
        ("UR", citation.address),
        ("ID", citation.id),
        *(("KW", keyword) for keyword in citation.keywords),
        ("AB", citation.abstract),
    ]
    yield from (f"{tag}  - {text}" for tag, value in fields if (text := plain(value)))
    yield "ER  - "
    yield ""


def to_csl_json(citations: Iterable[Citation]) -> str:
    """Return CSL-JSON, as Zotero and pandoc read it: a list with an item for each citation, in order."""
    found = list(citations)
    items = [csl_item(key, citation) for key, citation in zip(citation_keys(found), found, strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(key: str, citation: Citation) -> dict[str, Any]:
    """Return the item of a citation under a key."""
    kind = "paper-conference" if MEETING.search(citation.venue) else "article-journal"
    parts = citation.date_parts
    item = {
        "id": key,
        "type": kind if citation.venue else "article",
        "title": plain(citation.title),
        "author": [_csl_name(author) for author in citation.authors],
        "container-title": plain(citation.venue),
        "issued": {"date-parts": [list(map(int, parts))]} if parts else {},
        "DOI": plain(citation.doi),
        "number": f"arXiv:{plain(citation.arxiv_id)}" if citation.arxiv_id else "",
        "URL": citation.address,
        "keyword": joined_keywords(citation.keywords),
        "abstract": plain(citation.abstract),
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": plain(author.family)}
    return {"family": plain(author.family), "given": plain(author.given)}


def to_markdown(citations: Iterable[Citation]) -> str:
    """Return a list in Markdown, a line for each citation, in order: authors, linked title, venue, date."""
    return "".join(f"- {_markdown_line(citation)}\n" for citation in citations)


_MOST_NAMED: Final = 6


def _markdown_line(citation: Citation) -> str:
    names = [author.name for author in citation.authors]
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], "et al."]
    title = escape_markdown(citation.title) or escape_markdown(citation.id)
    link = citation.address
    address = link.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    shown = f"[{title}](<{address}>)" if link else title
    date = "-".join(citation.date_parts)
    arxiv = f"arXiv:{escape_markdown(citation.arxiv_id)}" if citation.arxiv_id else ""
    doi = f"doi:{escape_markdown(citation.doi)}" if citation.doi else ""
    venue = f"*{escape_markdown(citation.venue)}*" if plain(citation.venue) else ""
    parts = (escape_markdown(", ".join(names)), shown, venue, date, arxiv, doi)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


CITATION_FORMATS: Final[Mapping[str, Callable[[Iterable[Citation]], str]]] = {
    ".bib": to_bibtex,
    ".ris": to_ris,
    ".csl.json": to_csl_json,
    ".md": to_markdown,
}
"""What writes citations to a file of each suffix."""
