"""BibTeX and BibLaTeX: the file is divided into entries here, and each is parsed by bibtexparser.

So memory holds one entry, and a broken one costs itself: one that does not close ends where a line begins
with the next. Accents are decoded by pylatexenc, formulas stay as they are.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.latex import plain_latex, unescaped
from paperlattice.extractors.sources.people import NAMESAKE
from paperlattice.extractors.sources.read_result import Boilerplate, Found, Skipped
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS, TextStream
from paperlattice.extractors.sources.values import MONTHS, is_arxiv_id, normalise_id, sure_date

# "@article{", "@ARTICLE (" ; not "ada@example.org".
_ENTRY: Final = re.compile(r"(?<![\w.])@\s{0,9}(?P<type>[A-Za-z][\w-]*)\s{0,9}(?P<open>[{(])")
# "@article{key,", '@string{acl = "'; not "@user (".
_SURE_ENTRY: Final = re.compile(
    r"^[ \t]*@\s{0,9}[A-Za-z]+\s{0,9}[{(]\s{0,9}(?:[^\s{}\",]{1,200}\s{0,9}[,=]|\")", re.MULTILINE
)
# "@article{" at the end of a line: its key may stand on the next.
_BARE_ENTRY: Final = re.compile(r"[ \t]*@\s{0,9}[A-Za-z]+\s{0,9}\{\s*$")
# "{", "}", ")", "\{".
_MARK: Final = re.compile(r"\\.|[{}()]")
# "  title = {", "year = 2025,", "article{key,".
_FIELD: Final = re.compile(r"\s*[A-Za-z][\w-]*\s*(?:=\s*[{\"\d]|\{[^\s{},]{1,100},)")
# " # " between the parts of a value; "year" of " year = 2025" behind a value without a comma.
_AFTER: Final = re.compile(r"\s*(?:#\s*|(?P<name>[A-Za-z][\w:-]*)\s*=\s*)")
# "1801.00001" of "abs/1801.00001".
_CORR: Final = re.compile(r"abs/(?P<id>[\w./-]{7,20})")
_MACRO: Final = re.compile(r"[^\s#\"{},=]+")
# "2025-03-14" of "2025-03-14/2025-03-16".
_SPAN: Final = re.compile(r"(\d{4}(?:-\d\d){0,2})/(?:\d{4}|\.\.|$)")
# "7", "11" and "nov" of "7--11 nov".
_DATE_PART: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_AT: Final = "\ufdd0"  # no character
_MAX_VALUE: Final = 1_000_000
_MAX_MACRO: Final = 10_000
_SILENT: Final = logging.NullHandler()
_NO_PAPERS: Final = ("comment", "preamble")
# What is named by `crossref` or `xdata` of others; the first three are no papers themselves.
_NO_PAPERS_BUT_PARENTS: Final = ("proceedings", "mvproceedings", "xdata")
_PARENTS: Final = (*_NO_PAPERS_BUT_PARENTS, "book", "mvbook", "collection", "mvcollection", "periodical")
_INHERITED: Final = ("year", "month", "date", "booktitle", "journal", "journaltitle", "maintitle")
_MAX_INHERITED: Final = 500
_MAX_PARENTS: Final = 100_000
_MAX_WAITING: Final = 10_000
_KEY: Final = "@key"

_PLAIN: Final = {
    "abstract": ("abstract",),
    "venue": ("journal", "journaltitle", "booktitle", "maintitle", "school", "institution"),
    "keywords": ("keywords", "keyword"),
    "license": ("license", "licence", "copyright"),
}
_VERBATIM: Final = {
    "doi": ("doi",),
    "url": ("url", "link", "howpublished"),
    "pmid": ("pmid",),
    "code": ("code", "github"),
    "projectpage": ("projectpage", "project"),
}
_EXTRA: Final = ("number", "note", "howpublished", "journal", "journaltitle", "volume", "pages")


@dataclass(slots=True)
class _Block:
    """The text of one entry from `@` on; `whole` once its closing brace was seen."""

    line: int
    kind: str
    closing: str
    depth: int = 0
    size: int = 0
    whole: bool = False
    parts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.size += len(text)
        if self.size <= MAX_RECORD_CHARS:
            self.parts.append(text)
        else:
            self.parts.clear()


def recognise(head: str, named: bool) -> bool:
    """Whether an entry begins a line of the head; a file of that name may begin with anything."""
    return _SURE_ENTRY.search(head) is not None or (named and _ENTRY.search(head) is not None)


def parse(stream: TextStream) -> Iterator[Found]:
    """Yield one paper an entry; what is broken is Skipped with the line on which it begins.

    Macros (`@string`) are resolved, `@comment` and `@preamble` are passed over, and so is text between
    entries unless it looks like a field of one. Keys are not ids: those of two libraries often agree. The
    proceedings that others name by `crossref` give them year and book, and are not papers.
    """
    logging.getLogger("bibtexparser").addHandler(_SILENT)  # what it would log is reported
    macros = {month: month for month in MONTHS}
    family = _Family()
    for block in _divided(stream):
        if isinstance(block, Skipped):
            yield block
            continue
        where = f"line {block.line}"
        if block.kind in _NO_PAPERS:
            continue
        if block.size > MAX_RECORD_CHARS:
            yield Skipped(stream.source, where, f"longer than {MAX_RECORD_CHARS:,} characters")
        elif not block.whole:
            yield Skipped(stream.source, where, f"broken BibTeX: the @{block.kind} is not closed")
        elif isinstance(fields := _fields(block, macros), str):
            yield Skipped(stream.source, where, f"broken BibTeX: {fields}")
        elif block.kind == "string":
            macros |= {name: value for name, value in fields.items() if len(value) <= _MAX_MACRO}
        else:
            for ready, place in family.take(block.kind, fields, where):
                yield read_record(_record(ready), stream.source, where=place)
            if block.kind in _NO_PAPERS_BUT_PARENTS:
                yield Boilerplate(1)
    for ready, place in family.left():
        yield read_record(_record(ready), stream.source, where=place)


class _Family:
    """Entries that have the year and the book of another, which may follow them: they wait for it."""

    def __init__(self) -> None:
        self._parents: dict[str, dict[str, str]] = {}
        self._waiting: dict[str, list[tuple[dict[str, str], str]]] = {}
        self._count = 0

    def take(self, kind: str, fields: dict[str, str], where: str) -> Iterator[tuple[dict[str, str], str]]:
        """Yield an entry with what it inherits, unless it waits or is no paper, and who waited for it."""
        key = fields.pop(_KEY, "").lower()
        missing = self._missing(fields)
        if missing and self._count < _MAX_WAITING:
            self._waiting.setdefault(missing, []).append((fields, where))
            self._count += 1
        elif kind not in _NO_PAPERS_BUT_PARENTS:
            yield self._completed(fields), where
        if kind in _PARENTS and key and len(self._parents) < _MAX_PARENTS:
            self._parents.setdefault(key, _inheritance(kind, fields))
            for child, place in self._waiting.pop(key, ()):
                self._count -= 1
                yield from self.take("", child, place)

    def left(self) -> Iterator[tuple[dict[str, str], str]]:
        """Yield the entries whose parent never came."""
        for children in self._waiting.values():
            yield from ((self._completed(fields), where) for fields, where in children)

    def _missing(self, fields: dict[str, str]) -> str:
        return next((name for name in _parents_of(fields) if name not in self._parents), "")

    def _completed(self, fields: dict[str, str]) -> dict[str, str]:
        for name in _parents_of(fields):
            fields = {**self._parents.get(name, {}), **fields}
        return fields


def _parents_of(fields: dict[str, str]) -> list[str]:
    names = f"{fields.get('crossref', '')},{fields.get('xdata', '')}".lower().split(",")
    return [name.strip() for name in names if name.strip()]


def _inheritance(kind: str, fields: dict[str, str]) -> dict[str, str]:
    """What the entries that name a parent have of it: its title is that of their book or journal."""
    short = {name: value for name, value in fields.items() if len(value) <= _MAX_INHERITED}
    if kind == "xdata":
        return short
    given: dict[str, str] = {name: short[name] for name in _INHERITED if name in short}
    if title := short.get("title"):
        given.setdefault("journaltitle" if kind == "periodical" else "booktitle", title)
    return given


def _divided(stream: TextStream) -> Iterator[_Block | Skipped]:
    """Yield the entries, closed or not, and where text outside of them looks like a part of one."""
    block: _Block | None = None
    stray = 0
    for line in stream:
        if block and _begins_entry(line, block):
            yield block
            block = None
        at = 0
        while at < len(line) or block:
            if block is None:
                start = _ENTRY.search(line, at)
                if not stray and _FIELD.match(line, at, start.start() if start else len(line)):
                    stray = stream.line
                    reason = "text outside of any entry: the @ of its entry, or a brace before it, is missing"
                    yield Skipped(stream.source, f"line {stray}", reason)
                if start is None:
                    break
                stray = 0
                closing = "}" if start["open"] == "{" else ")"
                block = _Block(stream.line, start["type"].lower(), closing)
                block.add(line[start.start() : start.end()])
                at = start.end()
            end = _end(block, line, at)
            block.add(line[at:end] + "\n" * (not block.whole))
            at = end
            if not block.whole:
                break
            yield block
            block = None
    if block:
        yield block


def _begins_entry(line: str, within: _Block) -> bool:
    """Whether a line within an entry begins the next, since the entry was not closed.

    A value may have lines such as "@user (we, ...": round brackets count in files that use them.
    """
    if sure := _SURE_ENTRY.match(line):
        return "{" in sure[0] or within.closing == ")"
    return _BARE_ENTRY.match(line) is not None


def _end(block: _Block, line: str, at: int) -> int:
    """Where the entry ends on a line, and whether it does in `block.whole`."""
    for mark in _MARK.finditer(line, at):
        sign = mark[0]
        if sign == block.closing and block.depth == 0:
            block.whole = True
            return mark.end()
        block.depth += (sign == "{") - (sign == "}" and block.depth > 0)
    return len(line)


def _fields(block: _Block, macros: dict[str, str]) -> dict[str, str] | str:
    """The fields of an entry or macro, or what is wrong with it."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String

    # For the parser "@word" begins an entry even within a value.
    text = "@" + "".join(block.parts)[1:].replace("@", _AT)
    found: dict[str, str] = {}
    key = ""
    for parsed in parse_string(text, parse_stack=[]).blocks:
        part = parsed.ignore_error_block if isinstance(parsed, DuplicateFieldKeyBlock) else parsed
        if isinstance(part, ParsingFailedBlock):
            # "Expected comma after entry key, but found =" of an error of several lines.
            reason = getattr(part.error, "abort_reason", "") or type(part.error).__name__
            return " ".join(reason.split())[:120].rstrip(".")
        if isinstance(part, String):
            found[part.key.lower()] = _value(part.value.replace(_AT, "@"), macros, found)
        elif isinstance(part, Entry):
            key = part.key
            for item in part.fields:
                value = _value(item.value.replace(_AT, "@"), macros, found)
                if value:
                    found.setdefault(item.key.lower(), value)
    return found | ({_KEY: key} if key else {}) if found else "it has no field"


def _value(raw: str, macros: dict[str, str], found: dict[str, str]) -> str:
    """The text of `{a} # jan # "b"`; a field behind it whose comma is missing goes to `found`."""
    parts: list[str] = []
    at, size = len(raw) - len(raw.lstrip()), 0
    while at < len(raw) and size <= _MAX_VALUE:
        if raw[at] in '{"':
            end = _closed(raw, at)
            parts.append(raw[at + 1 : end - 1])
        elif match := _MACRO.match(raw, at):
            end = match.end()
            parts.append(macros.get(match[0].lower(), match[0]))
        else:
            break
        size += len(parts[-1])
        after = _AFTER.match(raw, end)
        if after is None:
            break
        if name := after["name"]:
            found.setdefault(name.lower(), _value(raw[after.end() :], macros, {}))
            break
        at = after.end()
    return "".join(parts)


def _closed(raw: str, at: int) -> int:
    """Where what opens at `at` with a brace or a quote is closed, behind it."""
    depth = 0
    quoted = raw[at] == '"'
    for mark in re.compile(r"\\.|[{}\"]", re.DOTALL).finditer(raw, at + quoted):
        depth += (mark[0] == "{") - (mark[0] == "}")
        if depth == 0 and mark[0] == ('"' if quoted else "}"):
            return mark.end()
    return len(raw) + 1


def _record(fields: dict[str, str]) -> dict[str, Any]:
    title = fields.get("title", "")
    if title and (subtitle := fields.get("subtitle", "")):
        title = f"{title}: {subtitle}"
    record: dict[str, Any] = {"title": plain_latex(title), "date": _date(fields)}
    for wanted, names in _PLAIN.items():
        record[wanted] = plain_latex(next((fields[n] for n in names if n in fields), ""))
    for wanted, names in _VERBATIM.items():
        record[wanted] = next(filter(None, (unescaped(fields[n]) for n in names if n in fields)), "")
    # "abs/1801.00001" of "CoRR", as DBLP writes it.
    if (corr := _CORR.fullmatch(fields.get("volume", ""))) and fields.get("journal", "").lower() == "corr":
        record["arxivid"] = normalise_id(corr["id"])
    record["extra"] = " ".join(fields[n] for n in _EXTRA if n in fields and len(fields[n]) < 300)
    eprint = normalise_id(unescaped(fields.get("eprint", "")))
    if is_arxiv_id(eprint) and _is_arxiv(fields):
        record["arxivid"] = eprint
    record["author"] = [name for part in _names(fields.get("author", "")) if (name := _name(part))]
    if "primaryclass" in fields or "eprintclass" in fields:
        record["categories"] = fields.get("primaryclass") or fields["eprintclass"]
    return {name: value for name, value in record.items() if value}


def _is_arxiv(fields: dict[str, str]) -> bool:
    prefix = fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv"
    return prefix.strip("{} ").lower() == "arxiv"


def _date(fields: dict[str, str]) -> str:
    if match := _SPAN.match(given := fields.get("date", "").strip("{} ")):
        given = match[1]
    if found := sure_date(given):
        return found
    year = plain_latex(fields.get("year", "")).strip()
    # "jan", "jan~14", "7--11 nov", "3"; a month in words, perhaps with days, or by its number.
    parts = _DATE_PART.findall(plain_latex(fields.get("month", "")))
    month = next((part for part in parts if part[:3].lower() in MONTHS), parts[0] if parts else "")
    others = (part for part in [*parts, fields.get("day", "").strip("{} ")] if part is not month)
    day = next(filter(str.isdecimal, others), "")
    if month[:3].lower() in MONTHS:
        month = str(MONTHS.index(month[:3].lower()) + 1)
    forms = (f"{year}-{month}-{day}", f"{year}-{month}", year)
    return next(filter(None, map(sure_date, forms)), "")


def _names(authors: str) -> Iterator[str]:
    """The names between " and " outside of braces."""
    depth, start = 0, 0
    authors = " ".join(authors.split())
    for mark in re.finditer(r"\\.|[{}]| and(?= )", authors, re.IGNORECASE):
        if mark[0] in ("{", "}"):
            depth += 1 if mark[0] == "{" else -1
        elif depth == 0 and not mark[0].startswith("\\"):
            yield authors[start : mark.start()]
            start = mark.end()
    yield authors[start:]


def _name(name: str) -> dict[str, str]:
    """The author of one name: divided at its first and last comma, whole in braces of its own."""
    name = NAMESAKE.sub("", name.strip())
    if name.lower() in ("", "others"):
        return {}
    if name.startswith("{") and _closed(name, 0) == len(name):
        return {"family": plain_latex(name)}
    family, *rest = (plain_latex(part).strip() for part in name.split(","))
    *suffix, given = rest or [""]
    return {"given": given, "family": " ".join(filter(None, (family, *suffix)))}
