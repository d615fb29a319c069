"""The Daily Papers page of Hugging Face, saved as text: title and abstract in turn, among navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources.page_layout import (
    find_boilerplate,
    is_page_mark,
    label_blocks,
    read_page_date,
)
from paperlattice.extractors.sources.read_result import Boilerplate, Found, Skipped
from paperlattice.extractors.sources.stream import TextStream
from paperlattice.extractors.sources.values import fold_text, normalise_date

MAX_PAGE_CHARS: Final = 64_000_000
"""A page is read as a whole; a longer text is not a page."""

_LONG_LINE: Final = 200
_USUAL_ABSTRACT: Final = 400


@dataclass(slots=True)
class _Block:
    line: int
    text: str


@dataclass(slots=True)
class _Entry:
    """A title and the paragraphs below it."""

    title: str
    date: str
    paragraphs: list[str] = field(default_factory=list)


def recognise(head: str, _named: bool) -> bool:
    """Whether the head has a mark of the page, or without one consists of titles and abstracts in turn.

    Without a mark most titles must have an abstract of usual length, and few abstracts several paragraphs: an
    article with a heading or a letter is not a page.
    """
    blocks = _blocks(enumerate(head.split("\n"), 1))
    entries = [found for found in _entries(blocks) if isinstance(found, _Entry)]
    if any(is_page_mark(block.text) for block in blocks):
        return bool(entries)
    full = [entry for entry in entries if entry.paragraphs]
    paragraphs = [text for entry in full for text in entry.paragraphs]
    return (
        bool(full)
        and 5 * len(full) >= 3 * len(entries)
        and len(paragraphs) <= 1.5 * len(full)
        and sum(map(len, paragraphs)) >= _USUAL_ABSTRACT * len(full)
    )


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield the papers of a page in page order; what is neither title nor abstract nor navigation is Skipped.

    A date with a year is the date of the papers below it. Titles without abstract are kept. Raises
    SourceError for a text beyond 64 million characters and for one without any title.
    """
    number = 0
    for found in _entries(_blocks(_numbered(stream))):
        if isinstance(found, _Entry):
            number += 1
            abstract = " ".join(found.paragraphs)
            yield Paper(
                Paper.hash_id(found.title),
                found.title,
                abstract=abstract,
                date=found.date,
                sources=(stream.source,),
            )
        elif isinstance(found, _Block):
            reason = f"neither title nor abstract of a paper: {_shortened(found.text)}"
            yield Skipped(stream.source, f"line {found.line}", reason)
        else:
            yield found
    if not number:
        raise SourceError(
            f"{stream.source} holds no titles with abstracts; save the text of a Daily Papers page"
        )


def _numbered(stream: TextStream) -> Iterator[tuple[int, str]]:
    size = 0
    for text in stream:
        size += len(text)
        if size > MAX_PAGE_CHARS:
            raise SourceError(f"{stream.source} is too long for a page: over {MAX_PAGE_CHARS:,} characters")
        yield stream.line, text


def _blocks(lines: Iterable[tuple[int, str]]) -> list[_Block]:
    """The blocks of a page, each on one line: its lines, or its paragraphs if its lines are short."""
    folded = [_Block(number, fold_text(text)) for number, text in lines]
    filled = [block for block in folded if block.text]
    size = sum(len(block.text) for block in filled)
    long = sum(len(block.text) for block in filled if len(block.text) >= _LONG_LINE)
    # Without any blank line the lines are the only blocks.
    if 2 * long >= size or len(filled) == len(folded):
        return filled
    paragraphs: list[_Block] = []
    fresh = True
    for block in folded:
        if not block.text:
            fresh = True
        elif fresh:
            paragraphs.append(_Block(block.line, block.text))
            fresh = False
        else:
            paragraphs[-1].text += f" {block.text}"
    return paragraphs


def _entries(blocks: list[_Block]) -> Iterator[_Entry | _Block | Boilerplate]:
    texts = [block.text for block in blocks]
    boilerplate = find_boilerplate(texts)
    date, entry = "", None
    for block, known, label in zip(blocks, boilerplate, label_blocks(texts, boilerplate), strict=True):
        if label == "title":
            if entry:
                yield entry
            entry = _Entry(block.text, date)
        elif label == "abstract" and entry:
            entry.paragraphs.append(block.text)
        elif known:
            yield Boilerplate(1)
            if (day := read_page_date(block.text)) is not None:
                date = normalise_date(day)
        else:
            yield block
    if entry:
        yield entry


def _shortened(text: str, *, size: int = 60) -> str:
    return text if len(text) <= size else f"{text[: size - 3]}..."
