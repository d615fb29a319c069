"""XML of arXiv (Atom, OAI-PMH, RSS), PubMed and its Central, Europe PMC, the ACL Anthology and EndNote.

The elements that hold a record are cut out of the text and parsed by expat one by one. So memory holds one
record, a broken one costs itself, and no document type, which is never cut out, can define an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS, TextStream
from paperlattice.extractors.sources.values import (
    fold_text,
    is_arxiv_id,
    is_doi,
    normalise_id,
    sure_date,
)
from paperlattice.extractors.sources.xml_shapes import AUTHOR, SHAPES, Paths, Shape

_MAX_DEPTH: Final = 200
_PIECE: Final = 1 << 16
# "<feed", "<oai:OAI-PMH"; not "<?xml", "<!DOCTYPE".
_ELEMENT: Final = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z_][\w.-]*)")
# "<?xml ... ?>", "<!-- ... -->", '<!DOCTYPE a SYSTEM "b" [ ... ]>'.
_PROLOG: Final = re.compile(
    r"\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*", re.DOTALL
)
# "<!-- ... -->", which holds no other "--", and "<![CDATA[ ... ]]>", which holds no other "<![CDATA[".
_NO_TAGS: Final = (
    r"<!--[^-]*(?:-[^-]+)*-->"
    r"|<!\[CDATA\[[^<\]]*(?:(?:<(?!!\[CDATA\[)|\](?!\]>))[^<\]]*)*\]\]>"
)
# '<error code="noRecordsMatch">' of OAI-PMH.
_ERROR: Final = re.compile(r"<(?:\w+:)?error\s+code=[\"'](?P<code>\w+)[\"'][^>]*>(?P<text>[^<]{0,200})")
_MANY: Final = ("ids", "categories", "keywords", "code")
# What divides words in JATS.
_BLOCKS: Final = frozenset(("p", "sec", "break"))
# What PubMed calls a part of an abstract that has no heading.
_NO_LABEL: Final = "UNLABELLED"
_LABELS: Final = ", ".join(dict.fromkeys(shape.label for shape in SHAPES))
_KNOWN: Final = f"read are {_LABELS}; export the library as BibTeX or RIS"


def recognise(head: str, _named: bool) -> bool:
    """Whether the head is that of an XML document with a root that one of the tables knows."""
    return find_shape(head) is not None


def root_of(head: str) -> str:
    """Return the name of the root element of an XML text, without its prefix, or "" for another text."""
    prolog = _PROLOG.match(head)
    match = _ELEMENT.match(head, prolog.end()) if prolog else None
    return match["name"] if match else ""


def find_shape(head: str) -> Shape | None:
    """Return the table for an XML text by its root and, where several have one root, by what is in it."""
    root = root_of(head)
    return next((shape for shape in SHAPES if root in shape.roots and shape.mark in head), None)


def unread_xml(head: str) -> str:
    """Return what an XML text is that no table knows, and which are read."""
    return f"XML with the root element {root_of(head) or '(none)'}, which is not read; {_KNOWN}"


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield one paper a record; one that is broken or describes no paper is Skipped with its line.

    Raises SourceError for a root that no table knows, and for a reply that consists of an error.
    """
    shape = find_shape(stream.head)
    if shape is None:
        raise SourceError(f"{stream.source} is {unread_xml(stream.head)}")
    number = 0
    context: dict[str, Any] = {}
    for piece in _pieces(stream, shape.records, tuple(shape.context)):
        if isinstance(piece, Skipped):
            yield piece
            continue
        element = _parsed(piece.text)
        if piece.name not in shape.records:
            if isinstance(element, Element):
                context = _fields(element, shape.context[piece.name])
            continue
        number += 1
        where = f"line {piece.line}"
        if isinstance(element, str):
            yield Skipped(stream.source, where, f"broken XML: {element}")
        else:
            yield _read(element, shape, context, stream.source, where)
    if not number and (error := _ERROR.search(stream.head)):
        text = fold_text(error["text"]) or "no explanation"
        raise SourceError(
            f"{stream.source} holds no records but the error {error['code']} ({text}); ask the source again"
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """The text of an element that may be a record, and the line on which it begins."""

    name: str
    line: int
    text: str


def _pieces(
    stream: TextStream, records: tuple[str, ...], context: tuple[str, ...]
) -> Iterator[_Piece | Skipped]:
    """Cut the elements of some names out of a stream; memory holds the one that is open."""
    names = "|".join(map(re.escape, (*records, *context)))
    # '<entry>', '<atom:entry xmlns="...">', "</entry>", "<entry/>"; not "<entryid>", "<!-- <entry> -->".
    tag = re.compile(rf"{_NO_TAGS}|<(?P<end>/?)(?:[\w.-]+:)?(?P<name>{names})(?=[\s/>])[^<>]*>")
    # The text in hand, the line of its character `counted`, what is open and where, what was searched.
    text, line, counted, start, name, searched, dropped = "", 1, 0, -1, "", 0, False
    more = "first"
    while more:
        more = stream.read(max(_PIECE, len(text)))
        text += more
        whole = _whole(text, searched) if more else len(text)
        for found in tag.finditer(text, searched, whole):
            if not found["name"]:
                continue
            if found["end"] and start >= 0 and found["name"] == name:
                yield _Piece(name, line, text[start : found.end()])
                start = -1
            elif found["end"] and start < 0 and found["name"] in records:
                if not dropped:
                    at = line + text.count("\n", counted, found.start())
                    reason = f"</{found['name']}> closes what nothing opened"
                    yield Skipped(stream.source, f"line {at}", reason)
                dropped = False
            elif not found["end"] and (start < 0 or found["name"] in (name, *records)):
                if start >= 0:
                    yield _unclosed(stream.source, line, name)
                line += text.count("\n", counted, found.start())
                counted, name, dropped = found.start(), found["name"], False
                start = -1 if found[0].endswith("/>") else counted
        if start >= 0 and len(text) - start > MAX_RECORD_CHARS:
            yield Skipped(stream.source, f"line {line}", f"longer than {MAX_RECORD_CHARS:,} characters")
            start, dropped = -1, True
        keep = start if start >= 0 else whole
        line += text.count("\n", counted, keep)
        text, counted, searched, start = text[keep:], 0, whole - keep, min(start, 0)
    if start >= 0:
        yield _unclosed(stream.source, line, name)


def _whole(text: str, searched: int) -> int:
    """Up to where a text that goes on can be searched: a tag, comment or CDATA may end in the next piece."""
    whole = max(text.rfind("<"), searched) if not text.endswith(">") else len(text)
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        at = text.rfind(opening, searched)
        if at >= 0 and len(text) - at <= MAX_RECORD_CHARS and text.find(closing, at) < 0:
            whole = min(whole, at)
    return whole


def _unclosed(source: str, line: int, name: str) -> Skipped:
    return Skipped(source, f"line {line}", f"broken XML: <{name}> is not closed")


def _parsed(text: str) -> Element | str:
    """The element of a text by its local names, or what is wrong with it."""
    builder = TreeBuilder()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise _TooDeepError
        builder.start(tag.rpartition(":")[2], attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag.rpartition(":")[2])

    # Without namespaces: the prefixes are declared outside of the record.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        # Lone surrogates are "?" then, as in the other readers' texts they are gone.
        parser.Parse(text.encode(errors="replace"), True)
    except expat.ExpatError as error:
        return expat.errors.messages[error.code]
    except _TooDeepError:
        return f"nested more than {_MAX_DEPTH} deep"
    return builder.close()


class _TooDeepError(Exception):
    """Elements are nested too deeply to be a record."""


def _read(element: Element, shape: Shape, context: Mapping[str, Any], source: str, where: str) -> Found:
    if element.find("header[@status='deleted']") is not None:
        return Skipped(source, where, "the archive has withdrawn this record")
    record = {**context, **_fields(element, shape.fields)}
    if "/api/errors" in str(record.get("id", "")):
        return Skipped(source, where, f"arXiv answered: {fold_text(str(record.get('abstract', '')))}")
    for name, pattern in shape.cut.items():
        if name in record:
            record[name] = pattern.sub("", record[name])
    path, values = shape.undated
    if path and _text(element, path) in values:
        del record["date"]
    if shape.context and record.get("url", "").find("/") < 0 and record.get("url"):
        record["url"] = f"https://aclanthology.org/{record['url']}/"
    return read_record(record, source, where=where)


def _fields(element: Element, paths: Paths) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, options in paths.items():
        if name == "date":
            record[name] = _date(element, options)
        elif name == "authors":
            record[name] = next(filter(None, (_authors(element.findall(path)) for path in options)), [])
        elif name in _MANY:
            record[name] = [text for path in options for text in _texts(element, path)]
        else:
            record[name] = next(filter(None, (_text(element, path) for path in options)), "")
    ids = [*map(normalise_id, record.pop("ids", []))]
    record["arxivid"] = next(filter(is_arxiv_id, ids), "")
    record["doi"] = next(filter(is_doi, ids), "")
    if len(categories := record.get("categories", [])) == 1:
        record["categories"] = categories[0]  # "cs.CL cs.LG"
    return {name: value for name, value in record.items() if value}


def _texts(element: Element, path: str) -> list[str]:
    path, _, attribute = path.partition("/@")
    found = element.findall(path)
    if attribute:
        return [text for part in found if (text := part.get(attribute, "").strip())]
    return [text for part in found if (text := _content(part))]


def _text(element: Element, path: str) -> str:
    if path.startswith("all:"):
        return " ".join(_texts(element, path.removeprefix("all:")))
    return next(iter(_texts(element, path)), "")


def _content(element: Element) -> str:
    """The text in an element and in those in it, behind its label ("METHODS: We ...")."""
    for formula in element.iter("tex-math"):  # of the ACL Anthology: <tex-math>k</tex-math>
        if formula.text and "$" not in formula.text:
            formula.text = f"${formula.text}$"
    for part in element.iter():
        if part.tag == "title":  # "Methods" before a part of an abstract of JATS
            ended = (part.text or "").rstrip().endswith((":", ".", "?"))
            part.tail = f"{' ' if ended else ': '}{part.tail or ''}"
        elif part.tag in _BLOCKS:
            part.tail = f" {part.tail or ''}"
    text = "".join(element.itertext()).strip()
    label = element.get("Label", "")
    return f"{label}: {text}" if label and text and label != _NO_LABEL else text


def _authors(found: list[Element]) -> list[Any] | str:
    if len(found) == 1 and not len(found[0]):
        return _content(found[0])
    authors = (_author(element) for element in found)
    return [author for author in authors if author]


def _author(element: Element) -> dict[str, str] | str:
    parts = {
        name: text
        for name, paths in AUTHOR.items()
        if (text := next(filter(None, (_text(element, path) for path in paths)), ""))
    }
    return parts or _content(element)


def _date(element: Element, paths: tuple[str, ...]) -> str:
    """The most exact date, the first of equals; the day of one path and the year of the next are one."""
    found = [part for path in paths for part in element.findall(path)]
    texts = [_date_text(part) for part in found]
    if texts and not sure_date(texts[0]):
        # "Mar 14" and "12-14 July" of EndNote, "August" of the ACL Anthology, before a year.
        texts += [f"{texts[-1]} {texts[0].partition('-')[0]}", f"{texts[0]} {texts[-1]}"]
    return max(map(sure_date, texts), key=len, default="")


def _date_text(element: Element) -> str:
    """The text of a date, or its parts as PubMed and JATS divide them: "2024-03-14", "2024 Mar 14"."""
    names = ("Year", "Month", "Day") if element.find("Year") is not None else ("year", "month", "day")
    parts = [text for name in names if (text := _text(element, name))]
    if not parts:
        return _text(element, "MedlineDate") or _content(element)
    return ("-" if all(part.isdecimal() for part in parts) else " ").join(parts)
