"""What .github/SECURITY.md says of sizes is what the program does."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

TEXT = (Path(__file__).parents[1] / ".github" / "SECURITY.md").read_text(encoding="utf-8")

LIMITS = {
    "a line or record": "extractors.sources.stream:MAX_RECORD_CHARS",
    "a page of text": "extractors.sources.daily_papers:MAX_PAGE_CHARS",
    "an abstract": "extractors.sources.read:MAX_ABSTRACT",
    "skipped records that a report names, a file": "extractors.sources.read:MAX_REPORTED",
    "a value of BibTeX": "extractors.sources.bibtex:_MAX_VALUE",
    "a macro of BibTeX": "extractors.sources.bibtex:_MAX_MACRO",
    "a note": "extractors.sources.notes:_MAX_NOTE",
    "the front matter of a note": "extractors.sources.notes:_MAX_FRONT",
    "a page of a PDF": "extractors.sources.pdf:_MAX_PAGE",
    "nesting of JSON": "extractors.sources.json_events:_MAX_DEPTH",
    "nesting of XML": "extractors.sources.xml_documents:_MAX_DEPTH",
    "a name of a method or dataset": "extractors.selection:_LONGEST_FORM",
    "a URL in a text": "extractors.urls:_LONGEST_URL",
    "a quoted sentence": "extractors.text:MAX_SENTENCE",
    "a reply of a service": "extractors.fetch.client:MAX_BYTES",
    "redirects of a request": "extractors.fetch.client:_MOST_MOVES",
    "the time of a reply": "extractors.fetch.client:_LONGEST_REPLY",
    "a file of ids to fetch": "extractors.fetch.wanted:_MOST_ID_BYTES",
    "nodes of a page": "graph.export.page_data:NODE_BUDGET",
    "edges of a page": "graph.export.page_data:EDGE_BUDGET",
    "nodes listed but not drawn": "graph.export.page_data:REST_BUDGET",
    "nodes of a neighbourhood": "graph.query.subgraph:PART_BUDGET",
    "a question for `context`": "graph.query.context:MOST_CHARACTERS",
    "an abstract handed to an assistant": "graph.serve.tools:_MOST_CHARACTERS",
}
"""Each row of the table, and where the program has the number."""


def limit_at(place: str) -> int:
    module, name = place.split(":")
    return int(getattr(import_module(f"paperlattice.{module}"), name))


def test_the_table_of_sizes_has_the_numbers_of_the_program():
    # "| a note | 2,000,000 characters | read no further |" -> "a note", "2,000,000"
    rows = dict(re.findall(r"^\| ([^|]+) \| ([\d,]+)[^|]* \| [^|]+ \|$", TEXT, re.MULTILINE))
    assert rows == {what: f"{limit_at(place):,}" for what, place in LIMITS.items()}
