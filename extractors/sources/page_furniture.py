"""The lines of a saved Daily Papers page that are no papers: navigation, counts, dates, accounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extractors.sources.dates import MONTH

_NAVIGATION: Final = """
    new | subscribe | daily papers | previous | next | company | tos | terms of service | terms |
    privacy | privacy policy | about | jobs | careers | website | models | datasets | spaces | buckets |
    posts | docs | documentation | pricing | enterprise | solutions | community | blog | forum | papers
    | trending papers | trending | hugging face | log in | login | sign up | sign in | sign out | search
    | search papers | submitted by | submitted by: | submit | upvote | upvotes | daily | weekly |
    monthly | today | yesterday | this week | this month | view all | view all papers | view more | load
    more | show more | see all | read more | more | back | home | menu | settings | system theme | light
    theme | dark theme | paper | pdf | view pdf | arxiv | arxiv page | project page | github | abstract
    | title | authors | comments | add to collection | collections | share | copy link | bookmark |
    follow | join the discussion | discussion | inference endpoints | tasks | changelog | brand assets |
    status | learn | resources | press | storage | inference providers | huggingchat | skip to main
    content | skip to content
"""
_WORDS: Final = frozenset(" ".join(line.split()) for line in _NAVIGATION.split("|"))
_PATTERNS: Final = re.compile(
    rf"""[\W_]*                                                       # bullets, arrows, rules
    |\W*[\d.,]+\s?[kKmM]?\W*                                          # votes, stars
    |\W*\d+[\d.,]*\s?[kKmM]?\s(?:authors?|upvotes?|comments?|stars?|likes?|views|replies|followers|papers)\W*
    |by\s?AK(?:\s+and\s+the\s+research\s+community)?\W*
    |get\s+trending\s+papers\s+in\s+your\s+email(?:\s+inbox)?\W*(?:subscribe)?
    |submitted\s+by:?\s+\S+(?:\s\S+)?
    |(?:published|submitted|updated)\s+on\s.{{4,30}}
    |(?:\W*(?:and\s)?\+?\d+\s(?:more\s)?authors?)\W*
    |(?:git\s?hub|⭐|★)\W*[\d.,]*\s?[kKmM]?
    |(?:arxiv:\s?|https?://(?:arxiv\.org/abs|huggingface\.co/papers)/)\d{{4}}\.\d{{4,5}}(?:v\d+)?(?:\s*\[[\w.]+\])?
    |\d{{4}}\.\d{{4,5}}(?:v\d+)?
    |@[\w.-]+
    |(?:©|\(c\)|copyright)\s.{{0,60}}
    |(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})\s*[-–—]\s*(?:{MONTH}\s+)?\d{{1,2}}(?:\s+{MONTH})?(?:,?\s\d{{4}})?
    |(?:a(?:n|bout)?\s|\d+\s)?\w{{0,10}}\s?(?:minutes?|hours?|days?|weeks?|months?|years?)\sago""",
    re.VERBOSE | re.IGNORECASE,
)
_DATE: Final = re.compile(
    rf"""(?:(?:published|submitted)\s+on\s+)?
    (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
    (?P<day>(?P<month>{MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?P<later>{MONTH}))(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?
    |(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS: Final = re.compile(
    r"get trending papers in your email|by\s?ak and the research community|daily papers", re.IGNORECASE
)
_ACCOUNT: Final = re.compile(r"@?[\w.-]{1,39}")


def is_page_mark(line: str) -> bool:
    """Whether a line names the Daily Papers page itself."""
    return len(line) < 80 and _MARKS.match(line) is not None


def read_page_date(line: str) -> str | None:
    """Return what a date line says for `normalise_date`, "" without a year, None for any other line."""
    match = _DATE.fullmatch(line)
    if not match:
        return None
    if match["iso"]:
        return match["iso"]
    return f"{match['day']} {match['year']}" if match["year"] else ""


def find_furniture(lines: Sequence[str]) -> list[bool]:
    """Return for each line of a page whether its form or its place says that it is no part of a paper."""
    found: list[bool] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        repeated = line == before
        # The account that submitted a paper stands in a line of its own below "Submitted by".
        account = before.casefold().rstrip(":") == "submitted by" and _ACCOUNT.fullmatch(line) is not None
        found.append(repeated or account or _is_furniture(line))
    return found


def _is_furniture(line: str) -> bool:
    if len(line) > 90:
        return False
    return (
        line.casefold() in _WORDS or _PATTERNS.fullmatch(line) is not None or read_page_date(line) is not None
    )
