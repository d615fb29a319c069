"""A corpus at a glance as a document, as JSON, and as a file: Markdown, HTML, JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.records import KINDS, counted
from paperlattice.graph.export.document import (
    Block,
    Document,
    Figure,
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
from paperlattice.graph.export.files import atomic_file, known_suffix
from paperlattice.graph.query.chance import chance_text
from paperlattice.graph.query.overview import LinkedPaper, Overview, TopicPart
from paperlattice.graph.query.trends import Trend

OVERVIEW_SUFFIXES: Final = (".md", ".html", ".json")
_MOST_TOPICS: Final = 30
_MOST_MOVES: Final = 12
_MOST_PARTICULAR: Final = 5


def overview_document(overview: Overview, *, with_figures: bool = True) -> Document:
    """Return a corpus at a glance as a document.

    Without matplotlib, an optional extra, it has no figures, and a note says so.
    """
    figures: list[Figure] = []
    notes = [overview.trends.note] if overview.trends.note else []
    try:
        figures = _figures(overview) if with_figures else []
    except PaperlatticeError as error:
        notes.append(f"There are no figures: {error}")
    blocks = [
        Paragraph(_opening(overview)),
        *_topics(overview),
        *_used(overview),
        *_moving(overview, figures),
        *_taken_up(overview),
        *_code(overview),
        *_connected(overview),
    ]
    if notes:
        blocks += [Heading("Notes"), Items(tuple(notes))]
    about = f" on {overview.topic}" if overview.topic else ""
    return Document(f"{counted(overview.papers, 'paper')}{about}", tuple(blocks))


def overview_record(overview: Overview) -> dict[str, Any]:
    """Return a corpus at a glance as what JSON holds: the fields of `Overview`."""
    return asdict(overview)


def write_overview(overview: Overview, path: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write a corpus at a glance to a file, in the format of its suffix, and return the files written.

    Args:
        overview: What `KnowledgeGraph.overview` returned.
        path: The file: .html (one page, which loads nothing), .md, with its figures as SVG beside it, or
            .json.

    Raises:
        UnknownFormat: The suffix is none of these.
        ExportError: A file cannot be written; then no file has changed.

    Example:
        >>> import tempfile
        >>> from paperlattice import KnowledgeGraph, Paper, write_overview
        >>> kg = KnowledgeGraph.build([Paper("1", "Quiet Quills", "We propose QuillNet.")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     [file.name for file in write_overview(kg.overview(), f"{folder}/report.md")]
        ['report.md']
    """
    file = Path(path)
    suffix = known_suffix(file, "report", known=OVERVIEW_SUFFIXES)
    contents = dict(_contents(overview, file, suffix))
    with ExitStack() as files:
        writers = [files.enter_context(atomic_file(written)) for written in contents]
        for write, text in zip(writers, contents.values(), strict=True):
            write(text)
    return tuple(contents)


def _contents(overview: Overview, file: Path, suffix: str) -> Iterator[tuple[Path, str]]:
    if suffix == ".json":
        yield file, json.dumps(overview_record(overview), ensure_ascii=False, indent=2) + "\n"
        return
    document = overview_document(overview)
    if suffix == ".html":
        yield file, to_html(document)
        return
    yield file, to_markdown(document, stem=file.stem)
    for figure in document.figures:
        yield file.with_name(f"{file.stem}.{figure.name}.svg"), figure.svg


def _opening(overview: Overview) -> str:
    kinds = ", ".join(counted(n, KINDS[k].one, KINDS[k].many) for k in KINDS if (n := overview.entities[k]))
    parts = [
        f"Dated {overview.first} to {overview.last}." if overview.first else "",
        f"{counted(overview.papers - overview.dated, 'paper')} without a date."
        if overview.first and overview.dated < overview.papers
        else "",
        f"They name {kinds}, and have {counted(overview.links, 'link')} between them." if kinds else "",
    ]
    return " ".join(filter(None, parts)) or "There is nothing to report."


def _topics(overview: Overview) -> Iterator[Block]:
    if overview.topics:
        yield Heading("Subtopics" if overview.topic else "Topics")
        yield from first_items(overview.topics, _topic_text, most=_MOST_TOPICS)


def _topic_text(topic: TopicPart) -> Text:
    return (
        Strong(topic.name),
        f": {counted(topic.papers, 'paper')}. ",
        f"{', '.join(topic.particular[:_MOST_PARTICULAR])}. " if topic.particular else "",
        "Central: ",
        *_linked(topic.central),
    )


def _linked(papers: Sequence[LinkedPaper]) -> Iterator[Span]:
    for number, paper in enumerate(papers):
        yield "; " if number else ""
        yield Link(paper.title or paper.id, paper.url)


def _used(overview: Overview) -> Iterator[Block]:
    for kind, facts in KINDS.items():
        rows = [row for row in overview.used if row.kind == kind]
        if rows and kind != "repo":
            yield Heading(f"Most named {facts.many}")
            columns, with_own = ("name", "papers"), any(row.own for row in rows)
            lines = ((row.label, f"{row.papers:,}", *([f"{row.own:,}"] if with_own else [])) for row in rows)
            own = (f"{facts.relations[0]} it",) if with_own else ()
            yield Table((*columns, *own), tuple(lines), frozenset({"papers", *own}))


_MOVES: Final = ("trend", "name", "kind", "before", "late", "change", "q")


def _moving(overview: Overview, figures: Sequence[Figure]) -> Iterator[Block]:
    found = overview.trends
    moved = (*found.rising[:_MOST_MOVES], *found.fading[:_MOST_MOVES])
    if found.note and not figures:
        return
    yield Heading("What rises and fades")
    if moved:
        yield Paragraph(
            f"By {found.unit}; the last third (late) begins with {found.bins[found.split]}. Of what is "
            "listed, at most 5 % are expected to move by chance (q)."
        )
        yield Table(_MOVES, tuple(map(_move_cells, moved)), frozenset(_MOVES[3:]))
    elif not found.note:
        yield Paragraph("Nothing rises or fades beyond chance.")
    yield from figures


def _move_cells(row: Trend) -> tuple[str, ...]:
    counts = (f"{row.early:,}", f"{row.late:,}")
    return row.direction, row.label, row.kind, *counts, f"x{row.change:.2f}", chance_text(row.q)


def _figures(overview: Overview) -> list[Figure]:
    found = overview.trends
    if found.note:
        return []
    topics = [row for row in found.rows if row.kind == "topic"][:_MOST_MOVES]
    line = "bars are papers, the line is what to expect"
    figures = []
    if topics:
        figures.append(Figure("topics", found.to_svg(topics), f"Topics over time: {line}"))
    if found.rising or found.fading:
        figures.append(Figure("trends", found.to_svg(), f"What rises and fades: {line}"))
    return figures


def _taken_up(overview: Overview) -> Iterator[Block]:
    if overview.taken_up:
        yield Heading("Proposed here and taken up by others")
        rows = ((row.label, row.kind, f"{len(row.takers):,}", row.title) for row in overview.taken_up)
        yield Table(("name", "kind", "used by", "first paper"), tuple(rows), frozenset({"used by"}))


def _code(overview: Overview) -> Iterator[Block]:
    repos = [row for row in overview.used if row.kind == "repo"]
    if repos:
        yield Heading("Code")
        share = overview.with_code / overview.papers
        yield Paragraph(f"{counted(overview.with_code, 'paper')} ({share:.0%}) with code.")
        rows = ((Link(row.label, row.url), f"{row.papers:,}") for row in repos)
        yield Table(("repository", "papers"), tuple(rows), frozenset({"papers"}))


def _connected(overview: Overview) -> Iterator[Block]:
    papers = overview.connected
    if papers:
        yield Heading("Most connected papers")
        yield Items(
            tuple((Link(row.title or row.id, row.url), f", {counted(row.links, 'link')}") for row in papers)
        )
