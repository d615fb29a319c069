"""The shapes in which interfaces wrap a record: what is nested is unwrapped, what is not a paper is named."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from paperlattice.extractors.sources.field_names import MAX_NESTING, NESTED, fields_read
from paperlattice.extractors.sources.people import NAMESAKE
from paperlattice.extractors.sources.values import is_arxiv_id, is_doi, normalise_id, sure_date

# "W" of "https://openalex.org/W2741809807"; not "https://openalex.org/works/W1".
_OPENALEX: Final = re.compile(r"https?://openalex\.org/(?P<kind>[A-Z])\d+")
_OPENALEX_KINDS: Final = {"A": "an author", "I": "an institution", "S": "a source", "T": "a topic"}
_WRAPPING: Final = frozenset((*NESTED, "data", "content", "issued", "attributes", "info"))
# What DataCite calls papers: "Preprint"; not "Dataset".
_DATACITE_TEXTS: Final = frozenset(
    (
        *("Text", "Preprint", "JournalArticle", "ConferencePaper", "Dissertation", "Report", "Book"),
        *("BookChapter", "DataPaper", "Other"),
    )
)
# Dates of DataCite, of equally exact ones the first.
_DATACITE_DATES: Final = ("Issued", "Available", "Submitted", "Created")
_ZOTERO_PARTS: Final = frozenset(("attachment", "note", "annotation"))
_MORE: Final = r"(?:\s[^<>]{0,300})?/?>"
_TAG: Final = re.compile(
    # "<h4>Background</h4>", "<jats:title>Methods: </jats:title>": what stands before a part of an abstract.
    r"<(?:(?P<heading>(?:jats:)?title|h[1-6])>(?P<part>[^<>]{1,60})</(?P=heading)>"
    # "<jats:p>", "</jats:title>", "<p>", "<h4>": what divides words; not "<b>", nor the "< p" of "q < p".
    r"|/?(?P<block>(?:jats:)?(?:p|sec|title|list|list-item|abstract|h[1-6]|br|div|li|ul|ol))"
    + _MORE
    +
    # "<i>", "<jats:italic>", "<mml:mi>", '<xref ref-type="x">': what stands within words.
    r"|/?(?:(?:jats|mml):[\w-]+|i|b|em|strong|sub|sup|u|sc|scp|italic|bold|span|tt|inf|math|a|xref|ext-link)"
    + _MORE
    + ")",
    re.I,
)
# "<jats:title>Abstract</jats:title>", "<h4>Summary</h4>" at the start.
_HEADING: Final = re.compile(r"<(?:jats:title|title|h\d)>\s*(?:abstract|summary)\W*</[\w:]+>", re.I)
# "<mml:math> ... </mml:math>" of what stands there in TeX as well.
_MATHML: Final = re.compile(r"<mml:math\b[^<]*(?:<(?!/?mml:math\b)[^<]*)*</mml:math>")
# "\\documentclass{minimal} ... \\begin{document}$x$\\end{document}", as Springer writes a formula.
_TEX_PREAMBLE: Final = re.compile(
    r"\\documentclass.{0,2000}?\\begin\s?\{document\}(?P<tex>.{0,5000}?)\\end\s?\{document\}", re.DOTALL
)
# "&amp;", "&#233;"; not "&c;".
_REFERENCE: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});", re.I)

# "Abstract: We", "ABSTRACT We", "Abstract The", "Summary. We"; not "Abstract Meaning Representation".
_TITLED: Final = re.compile(
    r"^(?:\W{0,3}(?i:abstract|summary)(?:\s?[:.—]\s?|\s?[–-]\s+)(?=\S)|ABSTRACT\s+(?=[A-Z][a-z]|A )"
    r"|Abstract\s+(?=(?:We|In|The|This|These|It|There|Our|To|For|With|Despite|While|Although|Recent|Recently"
    r"|As|On|Background|Objectives?|Purpose|Aims?|Introduction|Motivation|Methods|Context|Importance)\b"
    r"|An? [a-z]))"
)
# "[No abstract available]" (Scopus), "No abstract available."; not "No abstract domain fits."
_NO_ABSTRACT: Final = re.compile(
    r"^\W?(?:no abstract(?: is)?(?: available)?|abstract (?:is )?not available|n/a)\W{0,2}$", re.I
)
_YEAR: Final = r"(?:19|20)\d\d\b"
# "©" and "Copyright (C)" with a year or authors behind it, "Copyright 2020"; not "Copyright law".
_OWNED_BY: Final = (
    rf"(?:(?:Copyright\s{{0,3}})?(?:©|\([cC]\))(?=.{{0,60}}?\b{_YEAR}|\s{{0,3}}(?:[Tt]he )?[Aa]uthor)"
    rf"|Copyright(?=\s+(?:by\s+)?{_YEAR}|\s+held by))"
)
_LONGEST_OWNER: Final = 400
_MOST_FRAMES: Final = 4
_OWNER_WORDS: Final = ("©", "(c)", "(C)", "Copyright", "rights reserved", "Published by Elsevier")
# " © 2024 Elsevier B.V. All rights reserved.", " (c) 2021. The Author(s).", " All rights reserved."; not
# "(c) 2020 images" within a sentence.
_OWNER: Final = re.compile(
    rf"(?:(?<=\S)(?=\s*©)|(?<=[.!?\])]))\s*{_OWNED_BY}.*$"
    r"|(?<=[.!?\])])\s*(?:Published by Elsevier\b[^.]{0,60}\.)?\s*(?:All rights reserved\.?)?$"
)
# "© 2017 IEEE. ", "© 2020 by the authors. Licensee MDPI, Basel, Switzerland. " before the text.
_OWNED: Final = re.compile(
    rf"^{_OWNED_BY}.{{0,120}}?(?:\bB\.\s?V\.|(?<!\b[A-Z])\.)"
    r"(?:\s+(?:All rights reserved|Licensee [^.]{0,80}|Published by (?:[^.]|B\.V){0,80}"
    r"|This is an open access [^.]{0,120})\.)*\s+(?=[A-Z\"“])"
)
_CODE: Final = re.compile(r"git|huggingface", re.I)


def unwrap_record(record: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return the fields of a record that are read, by their canonical names, those of nested records first.

    Besides `NESTED` that is `attributes` of DataCite, `info` of DBLP, `data` of Zotero's interface and
    `content` of OpenReview, whose values may be wrapped once more (`{"title": {"value": "..."}}`), and whose
    times are milliseconds. Its ids and the citation keys of CSL are left out: a paper has another one in
    every library.
    """
    if _WRAPPING.isdisjoint(record):
        return _named(record)
    fields: dict[str, Any] = {}
    for name in NESTED if depth < MAX_NESTING else ():
        if isinstance(nested := record.get(name), dict):
            fields = {**unwrap_record(nested, depth + 1), **fields}
    if isinstance(item := record.get("data"), dict) and "itemType" in item:
        meta = record.get("meta")
        if isinstance(meta, dict) and isinstance(parsed := meta.get("parsedDate"), str):
            fields.setdefault("published", parsed)
        fields = {**_named(item), **fields}
    for name, read in _READ_APART.items():
        if isinstance(nested := record.get(name), dict) and ("titles" in nested or "title" in nested):
            fields = {**read(nested), **fields}
    own = _named(record)
    if isinstance(content := record.get("content"), dict) and "title" in content:
        fields = {**_named(content), **fields, **_openreview(record)}
        own.pop("id", None)
    if isinstance(record.get("issued"), dict) and not _is_public(own.get("id")):
        own.pop("id", None)
    return {**own, **fields}


def _is_public(identifier: Any) -> bool:
    found = normalise_id(identifier) if isinstance(identifier, str) else ""
    return is_arxiv_id(found) or is_doi(found)


def _named(record: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, form in fields_read(tuple(record)):
        value = record[name]
        if isinstance(value, dict) and len(value) == 1 and "value" in value:
            value = value["value"]
        if value is not None and value != "":
            fields.setdefault(form, value)
    return fields


def _datacite(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record of DataCite, with which Zenodo and arXiv register, from its lists."""
    lists = {name: value for name, value in attributes.items() if isinstance(value, list)}
    dates = {str(part.get("dateType")): sure_date(part.get("date")) for part in _parts(lists.get("dates"))}
    abstracts = [p for p in _parts(lists.get("descriptions")) if p.get("descriptionType") == "Abstract"]
    same = [p for p in _parts(lists.get("relatedIdentifiers")) if p.get("relationType") == "IsIdenticalTo"]
    container, rights = attributes.get("container"), lists.get("rightsList")
    fields = {
        "title": _texts(lists.get("titles"), "title")[:1],
        "abstract": _texts(abstracts, "description")[:1],
        "published": max((dates.get(kind, "") for kind in _DATACITE_DATES), key=len),
        "creators": [
            {**part, "ORCID": " ".join(_texts(part.get("nameIdentifiers"), "nameIdentifier"))}
            for part in _parts(lists.get("creators"))
        ],
        "venue": container.get("title") if isinstance(container, dict) else "",
        "keywords": _texts(lists.get("subjects"), "subject"),
        "license": _texts(rights, "rightsUri") or _texts(rights, "rights"),
        "extra": [f"arXiv:{text}" for text in _texts(same, "relatedIdentifier")],
    }
    return {**_named(attributes), "subjects": "", **{name: value for name, value in fields.items() if value}}


def _dblp(info: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a hit of DBLP; one author is not in a list."""
    authors = info.get("authors")
    found = authors.get("author") if isinstance(authors, dict) else None
    names = _texts(found if isinstance(found, list) else [found], "text")
    fields = {"authors": [NAMESAKE.sub("", name) for name in names], "url": info.get("ee") or info.get("url")}
    return {**_named(info), **{name: value for name, value in fields.items() if value}}


_READ_APART: Final = {"attributes": _datacite, "info": _dblp}


def _parts(value: Any) -> list[dict[str, Any]]:
    """The records of a list."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _texts(value: Any, name: str) -> list[str]:
    """The texts that the records of a list have in a field."""
    return [text for part in _parts(value) if isinstance(text := part.get(name), str) and text]


def _openreview(record: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if isinstance(forum := record.get("forum") or record.get("id"), str):
        fields["url"] = f"https://openreview.net/forum?id={forum}"
    times = (record.get(name) for name in ("pdate", "odate", "cdate", "tcdate"))
    # The largest is in the year 5138.
    known = [time for time in times if isinstance(time, int) and 10**10 < time < 10**14]
    if known:
        fields["published"] = f"{datetime.fromtimestamp(known[0] / 1000, UTC):%Y-%m-%d}"
    return fields


def kind_of_other(record: Mapping[str, Any]) -> tuple[str, bool]:
    """Return what a record is if it is not a paper, or "", and whether a library always holds such records.

    Known are the attachments and notes of Zotero, the replies of OpenReview, proceedings in DBLP, and what
    OpenAlex and DataCite list besides works.
    """
    item = record.get("data")
    kind = (item if isinstance(item, dict) else record).get("itemType")
    if isinstance(kind, str) and kind in _ZOTERO_PARTS:
        return f"an item of the type {kind}", True
    if record.get("Document Type") == "Conference review":
        return "a list of the papers of a conference", True
    if "content" in record and record.get("replyto"):
        return "a reply in a forum of OpenReview", True
    if isinstance(attributes := record.get("attributes"), dict) and "titles" in attributes:
        types = attributes.get("types")
        kind = types.get("resourceTypeGeneral") if isinstance(types, dict) else None
        is_other = isinstance(kind, str) and kind and kind not in _DATACITE_TEXTS
        return (f"a record of the type {kind}", False) if is_other else ("", False)
    if isinstance(info := record.get("info"), dict) and info.get("type") == "Editorship":
        return "a list of the papers of a conference", True
    identifier = record.get("id")
    if not isinstance(identifier, str) or not identifier.startswith("http"):
        return "", False
    if (match := _OPENALEX.fullmatch(identifier)) and match["kind"] != "W":
        return f"{_OPENALEX_KINDS.get(match['kind'], 'another thing')} of OpenAlex", False
    return "", False


def plain_text(text: str) -> str:
    """Return a text without the tags of JATS, HTML and MathML, and with its character references resolved.

    Comparisons stay: only tags of known names go.

    Example:
        >>> from paperlattice.extractors.sources.record_shapes import plain_text
        >>> plain_text("<jats:p>For x < y, CO<sub>2</sub> &amp; <i>more</i>.</jats:p>")
        ' For x < y, CO2 & more. '
    """
    if "\\documentclass" in text:
        text = _TEX_PREAMBLE.sub(r"\g<tex>", text)
    if "<" in text:
        text = _HEADING.sub("", text)
        if "tex-math" in text:
            text = _MATHML.sub("", text)
        text = _TAG.sub(_without_tag, text)
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _without_tag(tag: re.Match[str]) -> str:
    """What stays of a tag: the heading of a part, a blank for what divides words, or nothing."""
    if name := (tag["part"] or "").strip(" :.\n"):
        return f" {name}: "
    return " " if tag["part"] or tag["block"] else ""


def without_frame(abstract: str) -> str:
    """Return an abstract on one line without what publishers put around it: its heading, who owns it.

    Only a word "Abstract" that is a heading goes, and a copyright of one or two sentences at the start or the
    end, not one that names code.

    Example:
        >>> from paperlattice.extractors.sources.record_shapes import without_frame
        >>> without_frame("Abstract: We train QuillNet. © 2024 Elsevier B.V. All rights reserved.")
        'We train QuillNet.'
        >>> without_frame("Abstract meaning representations are graphs.")
        'Abstract meaning representations are graphs.'
    """
    for _ in range(_MOST_FRAMES):
        start = _TITLED.match(abstract) or _OWNED.match(abstract)
        text = abstract[start.end() :] if start else abstract
        tail = text[-_LONGEST_OWNER:]
        if any(map(tail.__contains__, _OWNER_WORDS)):
            found = _OWNER.search(text, len(text) - len(tail))
            if found and not _CODE.search(text, found.start()):
                text = text[: found.start()].rstrip()
        if text == abstract:
            break
        abstract = text
    return "" if _NO_ABSTRACT.match(abstract) else abstract
