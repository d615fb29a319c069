"""What is new as a document, as JSON, and as a file: Markdown, HTML, Atom, JSON."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from paperlattice.extractors.records import KINDS, NODE_KINDS, Kind, Paper, counted
from paperlattice.graph.export.atom import to_atom
from paperlattice.graph.export.citation_record import citation_of, outward_link
from paperlattice.graph.export.document import (
    Block,
    Document,
    Heading,
    Items,
    Link,
    Paragraph,
    Span,
    Strong,
    Table,
    Text,
    first_items,
    to_html,
    to_markdown,
)
from paperlattice.graph.export.files import atomic_write, known_suffix
from paperlattice.graph.query.chance import chance_text
from paperlattice.graph.query.digest import Digest, FirstSeen, Movement, NewPaper

_MOST_LISTED: Final = 50
_MOST_OF_TOPIC: Final = 20
_MOST_AUTHORS: Final = 3


def digest_document(digest: Digest) -> Document:
    """Return what is new as a document; what many would not read is counted, not listed."""
    count = counted(len(digest.papers), "new paper")
    blocks: list[Block] = [Paragraph(_opening(digest))]
    if digest.papers:
        blocks += [*_watched(digest), *_by_topic(digest), *_first_seen(digest), *_code(digest)]
    blocks += [*_moving(digest), *_taken_up(digest)]
    if digest.notes:
        blocks += [Heading("Notes"), Items(digest.notes)]
    return Document(f"What is new: {count}" if digest.papers else "Nothing is new", tuple(blocks))


def digest_record(digest: Digest) -> dict[str, Any]:
    """Return what is new as what JSON holds: the fields of `Digest`, papers without their abstracts."""
    return {
        **{name: getattr(digest, name) for name in ("since", "until", "added_since", "before")},
        "papers": list(map(_paper_record, digest.papers)),
        "topics": list(map(asdict, digest.topics)),
        "first_seen": [asdict(row) | {"is_sure": row.is_sure} for row in digest.first_seen],
        "code": list(map(asdict, digest.code)),
        "rising": list(map(_movement_record, digest.rising)),
        "fading": list(map(_movement_record, digest.fading)),
        "taken_up": list(map(asdict, digest.taken_up)),
        "notes": list(digest.notes),
    }


def _to_json(digest: Digest) -> str:
    return json.dumps(digest_record(digest), ensure_ascii=False, indent=2) + "\n"


DIGEST_FORMATS: Final[Mapping[str, Callable[[Digest], str]]] = {
    ".md": lambda digest: to_markdown(digest_document(digest)),
    ".html": lambda digest: to_html(digest_document(digest)),
    ".atom": to_atom,
    ".xml": to_atom,
    ".json": _to_json,
}
"""What writes a digest to a file of each suffix."""


def write_digest(digest: Digest, path: str | os.PathLike[str]) -> Path:
    """Write what is new to a file, in the format of its suffix, and return its path.

    Args:
        digest: What `KnowledgeGraph.digest` returned.
        path: The file: .md, .html (one page, which loads nothing), .atom or .xml (a feed), or .json.

    Raises:
        UnknownFormat: The suffix is none of these.
        ExportError: The file cannot be written; what was there stays.

    Example:
        >>> import tempfile
        >>> from paperlattice import KnowledgeGraph, Paper, write_digest
        >>> kg = KnowledgeGraph.build([Paper("1", "Quiet Quills", "We propose QuillNet.", date="2025-01-05")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = write_digest(kg.digest(since="2025"), f"{folder}/new.md")
        ...     print(file.read_text().splitlines()[0])
        # What is new: 1 new paper
    """
    file = Path(path)
    suffix = known_suffix(file, "digest", known=DIGEST_FORMATS)
    atomic_write(file, DIGEST_FORMATS[suffix](digest))
    return file


def _opening(digest: Digest) -> str:
    asked = [
        f"come in since {digest.added_since}" if digest.added_since else "",
        f"dated {digest.since} or later" if digest.since else "",
        f"dated {digest.until} or earlier" if digest.until else "",
    ]
    said = ", ".join(filter(None, asked))
    new = counted(len(digest.papers), "new paper") if digest.papers else "No new papers"
    return f"{new}{f' ({said})' if said else ''}, {counted(digest.before, 'paper')} before."


def _watched(digest: Digest) -> Iterator[Block]:
    rows = [row for row in digest.papers if row.reasons]
    if rows:
        yield Heading("On your watch list")
        yield from first_items(rows, _watched_text, most=_MOST_LISTED)


def _watched_text(row: NewPaper) -> Text:
    reasons = "; ".join(row.reasons)
    return (*_title(row), f" {reasons[:1].upper()}{reasons[1:]}.")


def _by_topic(digest: Digest) -> Iterator[Block]:
    members: dict[str, list[NewPaper]] = defaultdict(list)
    for row in digest.papers:
        members[row.topic].append(row)
    yield Heading("New papers by topic")
    for topic in digest.topics:
        yield Heading(f"{topic.name} ({topic.new:,} new, {topic.before:,} before)", 3)
        yield from _papers(members.pop(topic.name, []))
    for rows in members.values():
        yield from _papers(rows)


def _papers(rows: Sequence[NewPaper]) -> Iterator[Block]:
    if rows:
        yield from first_items(rows, _paper_text, most=_MOST_OF_TOPIC)


def _paper_text(row: NewPaper) -> Text:
    about, sentence = row.about, row.sentence
    return (*_title(row), f" {about}" if about else "", f" “{sentence}”" if sentence else "")


def _title(row: NewPaper) -> tuple[Span, ...]:
    names = [author.name for author in row.paper.authors]
    shown = names if len(names) <= _MOST_AUTHORS else [*names[:_MOST_AUTHORS], "et al"]
    link = Link(row.paper.title or row.paper.id, _address(row.paper))
    return link, f". {', '.join(shown)}." if shown else "."


def _address(paper: Paper) -> str:
    return outward_link(citation_of(paper))


def _first_seen(digest: Digest) -> Iterator[Block]:
    rows = [row for row in digest.first_seen if row.kind != "repo"]
    if not rows:
        return
    title = {row.paper.id: row.paper.title for row in digest.papers}
    yield Heading("Seen for the first time")
    sure = [row for row in rows if row.is_sure]
    if sure:
        yield Paragraph("In more new papers than chance explains:")
        yield _names_table(sure, title)
    rest: dict[str, list[FirstSeen]] = defaultdict(list)
    for row in rows:
        if not row.is_sure:
            rest[row.kind].append(row)
    yield Items(tuple(_names_line(kind, rest[kind]) for kind in KINDS if kind in rest))


def _names_table(rows: Sequence[FirstSeen], title: Mapping[str, str]) -> Table:
    lines = (
        (row.label, NODE_KINDS[row.kind].one, str(len(row.papers)), title[row.papers[0]])
        for row in rows[:_MOST_LISTED]
    )
    return Table(("name", "kind", "papers", "first paper"), tuple(lines), frozenset({"papers"}))


def _names_line(kind: Kind, rows: Sequence[FirstSeen]) -> Text:
    labels = [row.label + (f" ({len(row.papers)})" if len(row.papers) > 1 else "") for row in rows]
    more = len(labels) - _MOST_LISTED
    listed = ", ".join(labels[:_MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")
    return Strong(counted(len(rows), KINDS[kind].one, KINDS[kind].many)), f": {listed}"


def _code(digest: Digest) -> Iterator[Block]:
    if not digest.code:
        return
    title = {row.paper.id: row.paper.title for row in digest.papers}
    yield Heading("New code")
    yield from first_items(
        digest.code,
        lambda row: (Link(row.label, row.url), f" of {title[row.paper]}; names {', '.join(row.methods)}"),
        most=_MOST_LISTED,
    )


_MOVES: Final = ("trend", "name", "kind", "new", "before", "late", "change", "q")
_MOST_MOVES: Final = 10


def _moving(digest: Digest) -> Iterator[Block]:
    moved = (*digest.rising[:_MOST_MOVES], *digest.fading[:_MOST_MOVES])
    if moved:
        yield Heading("What rises and fades")
        yield Paragraph(
            "Papers in the first two thirds of the whole period (before) and in its last third (late). Of "
            "what is listed, at most 5 % are expected to move by chance (q)."
        )
        yield Table(_MOVES, tuple(map(_move_cells, moved)), frozenset(_MOVES[3:]))


def _move_cells(row: Movement) -> tuple[str, ...]:
    trend = row.trend
    counts = (str(row.new), str(trend.early), str(trend.late))
    return trend.direction, trend.label, trend.kind, *counts, f"x{trend.change:.2f}", chance_text(trend.q)


def _taken_up(digest: Digest) -> Iterator[Block]:
    if digest.taken_up:
        yield Heading("Taken up")
        yield from first_items(
            digest.taken_up,
            lambda row: (
                Strong(row.label),
                f", from {row.title}, by {counted(len(row.takers), 'new paper')}",
            ),
            most=_MOST_LISTED,
        )


def _paper_record(row: NewPaper) -> dict[str, Any]:
    return {
        "id": row.paper.id,
        "title": row.paper.title,
        "date": row.paper.date,
        "added": row.added,
        "url": _address(row.paper),
        "authors": [author.name for author in row.paper.authors],
        "topic": row.topic,
        "score": row.score,
        "reasons": list(row.reasons),
        "linked": row.linked,
        "sentence": row.sentence,
        "names": list(map(asdict, row.names)),
    }


def _movement_record(row: Movement) -> dict[str, Any]:
    trend = row.trend
    names = ("id", "kind", "label", "papers", "early", "late", "change", "p", "q")
    return {name: getattr(trend, name) for name in names} | {"new": row.new}
