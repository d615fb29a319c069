"""The card of an entity or a paper as lines of text."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from extractors.records import KINDS, RANK, listed
from graph.cli.printing import counted

__all__ = ["MOST_ROWS", "card_lines"]

MOST_ROWS: Final = 20
_WIDTH: Final = 110


def card_lines(card: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a record that `card_record` made; long lists are cut, and say so."""
    yield from _paper(card) if card["kind"] == "paper" else _entity(card)


def _entity(card: Mapping[str, Any]) -> Iterator[str]:
    yield f"{card['label']} ({card['kind']}, named by {counted(card['paper_count'], 'paper')})"
    if card["url"]:
        yield card["url"]
    if card["aliases"]:
        yield from _wrapped(f"also called: {', '.join(card['aliases'])}", "  ")
    yield ""
    for paper in card["papers"][:MOST_ROWS]:
        yield f"  {paper['relation']:<10}  {paper['title']} ({paper['id']})"
        yield from _quote(paper["evidence"])
    yield from _more(card["papers"])
    if card["joins"]:
        yield ""
        yield "united, and why"
        for join in card["joins"][:MOST_ROWS]:
            rests = f": {join['evidence']}" if join["evidence"] else ""
            yield f"  {join['left']} = {join['right']}  by {join['rule']}, score {join['score']:.2f}{rests}"
        yield from _more(card["joins"])


def _paper(card: Mapping[str, Any]) -> Iterator[str]:
    yield card["title"]
    sources = f"listed in {', '.join(card['sources'])}" if card["sources"] else ""
    yield ", ".join(part for part in (card["id"], card["date"], card["url"], sources) if part)
    if card["abstract"]:
        yield ""
        yield from _wrapped(card["abstract"], "")
    yield ""
    if not card["entities"]:
        yield f"names no {listed((facts.one for facts in KINDS.values()), 'or')} that was found"
    for entity in card["entities"]:
        yield f"  {entity['relation']:<10}  {entity['label']} ({entity['kind']})"
        yield from _quote(entity["evidence"])
    if card["related"]:
        yield ""
        yield "related papers"
        for row in card["related"]:
            yield f"  {row['weight']:.2f}  {row['title']} ({row['id']})"
            yield from _wrapped(f"shares {', '.join(row['shared'])}", " " * 8)


def _quote(evidence: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the sentence that says most: the first of the strongest role."""
    places = (place for place in evidence if place["sentence"])
    best = min(places, key=lambda place: RANK[place["role"]], default=None)
    if best is not None:
        yield from _wrapped(f'"{best["sentence"]}"', " " * 14)


def _more(rows: Sequence[object]) -> Iterator[str]:
    if len(rows) > MOST_ROWS:
        yield f"  and {len(rows) - MOST_ROWS:,} more (--json has all)"


def _wrapped(text: str, indent: str) -> list[str]:
    width = max(40, min(_WIDTH, shutil.get_terminal_size((_WIDTH, 24)).columns))
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
