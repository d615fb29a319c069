"""A document of headings, paragraphs, lists, tables and figures, and how it is written: Markdown, HTML."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypeVar

from paperlattice.graph.export.citation_record import is_web, plain


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an address, if that is one of the web."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Strong:
    """A text that stands out."""

    text: str


Span = str | Link | Strong
Text = Span | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 is that of a section, 3 that of a part of one."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Items:
    """A list of texts."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns; `numbers` are the columns that are aligned to the right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: its name, which is that of a file beside Markdown, an SVG document, and what it shows."""

    name: str
    svg: str
    shows: str


Block = Heading | Paragraph | Items | Table | Figure
Row = TypeVar("Row")


def first_items(rows: Sequence[Row], shown: Callable[[Row], Text], *, most: int) -> Iterator[Block]:
    """Yield a list of the first rows, and a paragraph that says how many more there are, if there are."""
    yield Items(tuple(map(shown, rows[:most])))
    if len(rows) > most:
        yield Paragraph(f"And {len(rows) - most:,} more.")


@dataclass(frozen=True, slots=True)
class Document:
    """A title and what follows."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Figure))


# What Markdown would read as emphasis, link, code, HTML, heading or table.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
# What begins a list, or a line under a heading: "- a", "+ a", "1. a", "2) a", "==="
_START: Final = re.compile(r"^(\d*)([-+=.)])")


def escape_markdown(text: str) -> str:
    r"""Return a text on one line that Markdown shows as it is, unless it begins a line.

    >>> print(escape_markdown("A*\n<b>"))
    A\* \<b\>
    """
    return _MARKUP.sub(r"\\\1", plain(text))


def to_markdown(document: Document, *, stem: str = "") -> str:
    """Return a document as Markdown, with tables as GitHub has them.

    Figures are files named `stem.NAME.svg` beside it; without a stem they are left out. Equal documents give
    equal text.
    """
    parts = [f"# {escape_markdown(document.title)}"]
    for block in document.blocks:
        parts += _markdown_block(block, stem)
    return "\n\n".join(parts) + "\n"


def _markdown_block(block: Block, stem: str) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {escape_markdown(text)}"
        case Paragraph(text):
            yield _line(text)
        case Items(texts) if texts:
            yield "\n".join(f"- {_line(text)}" for text in texts)
        case Table(columns, rows, numbers) if rows:
            rule = ["---:" if column in numbers else "---" for column in columns]
            lines = [list(map(escape_markdown, columns)), rule, *(map(_markdown, row) for row in rows)]
            yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        case Figure(name, _, shows) if stem:
            address = f"{stem}.{name}.svg".replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
            yield f"![{escape_markdown(shows)}](<{address}>)"
        case _:
            return


def _line(text: Text) -> str:
    return _START.sub(r"\1\\\2", _markdown(text).lstrip())


def _markdown(text: Text) -> str:
    return "".join(map(_markdown_span, text if isinstance(text, tuple) else (text,)))


def _markdown_span(span: Span) -> str:
    match span:
        case Link(text, url) if is_web(url):
            address = url.replace("<", "%3C").replace(">", "%3E").replace("|", "%7C").replace("\\", "%5C")
            return f"[{escape_markdown(text)}](<{address}>)"
        case Link(text, _):
            return escape_markdown(text)
        case Strong(text):
            return f"**{escape_markdown(text)}**" if plain(text) else ""
        case _:
            return _MARKUP.sub(r"\\\1", _with_ends(span))


_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.2rem; border-bottom: 1px solid #8886; }
li { margin: .35rem 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
tr { border-bottom: 1px solid #8884; }
th.n, td.n { text-align: right; } img { max-width: 100%; background: #fff; }
"""

_HEAD: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
"""


def to_html(document: Document) -> str:
    """Return a document as one HTML page, which loads nothing; equal ones give equal text."""
    title = escape(plain(document.title))
    body = "\n".join(filter(None, map(_html_block, document.blocks)))
    return (
        f"{_HEAD}<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _html_block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level}>{escape(plain(text))}</h{level}>"
        case Paragraph(text):
            return f"<p>{_html(text)}</p>"
        case Items(texts) if texts:
            return "<ul>\n" + "".join(f"<li>{_html(text)}</li>\n" for text in texts) + "</ul>"
        case Table(columns, rows, numbers) if rows:
            kinds = [' class="n"' if column in numbers else "" for column in columns]
            head = _html_row("th", kinds, map(_html, columns))
            lines = "".join(_html_row("td", kinds, map(_html, row)) for row in rows)
            return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{lines}</tbody>\n</table>"
        case Figure(_, svg, shows):
            data = base64.b64encode(svg.encode()).decode()
            return f'<p><img alt="{escape(plain(shows))}" src="data:image/svg+xml;base64,{data}"></p>'
        case _:
            return ""


def _html_row(tag: str, kinds: Sequence[str], cells: Iterable[str]) -> str:
    filled = (f"<{tag}{kind}>{cell}</{tag}>" for kind, cell in zip(kinds, cells, strict=True))
    return f"<tr>{''.join(filled)}</tr>\n"


def _html(text: Text) -> str:
    return "".join(map(_html_span, text if isinstance(text, tuple) else (text,)))


def _html_span(span: Span) -> str:
    match span:
        case Link(text, url) if is_web(url):
            return f'<a href="{escape(url)}">{escape(plain(text))}</a>'
        case Link(text, _):
            return escape(plain(text))
        case Strong(text):
            return f"<strong>{escape(plain(text))}</strong>"
        case _:
            return escape(_with_ends(span))


def _with_ends(text: str) -> str:
    """Return a text on one line, with a blank at an end that has one: it parts two spans.

    >>> _with_ends("by\\n Ada ")
    'by Ada '
    """
    inside = plain(text)
    return f"{' ' * text[:1].isspace()}{inside}{' ' * (text[-1:].isspace() and bool(inside))}"
