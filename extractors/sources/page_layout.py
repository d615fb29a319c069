"""Which block of a page is a title and which an abstract: the labelling of the page with the least cost.

Every block has a cost as a title, as a paragraph of an abstract, and as neither; so has the step from one
block to the next (a title without abstract, an abstract in two paragraphs). A small dynamic program finds
the labels of least total cost, so that one odd block is judged by its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from paperlattice.extractors.sources.values import MONTH

Label = Literal["title", "abstract", "neither"]

_NOTHING, _TITLE, _ABSTRACT = 0, 1, 2
_LABELS: Final[tuple[Label, ...]] = ("neither", "title", "abstract")

_MISSING_ABSTRACT: Final = 3.0
_NEXT_PARAGRAPH: Final = 1.5
_BOILERPLATE_AS_TEXT: Final = 8.0
_ARXIV_LIMIT: Final = 2200
"""Abstracts are rarely longer: arXiv allows 1,920 characters."""

# "." of "It works.", ".)" of "(It works.)", "https://example.org/code" of "Code: https://example.org/code";
# not "A Title of a Paper".
_SENTENCE_END: Final = re.compile(r"""[.!?…][)\]"'”’}]*$|https?://\S+$|\)$""")
# ". W" of "It works. We show"; not "Cats vs. Dogs" or "Dr. Who".
_INNER_END: Final = re.compile(r"(?<!\bvs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])\.\s+[A-Z]")
# "We" of "We propose", "Code" of "Code: here"; not "Weather Models".
_OPENING: Final = re.compile(
    r"(?:We|Our|This paper|In this|Code|The code|All code|Data|Project page|Experiments)\b"
)
# "Ada Example, Bo Sample", "Ada B. Example, and Bo Sample"; not "Ada Example".
_AUTHORS: Final = re.compile(
    r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}(?:,\s(?:and\s)?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})+"
)


def label_blocks(blocks: Sequence[str], boilerplate: Sequence[bool]) -> list[Label]:
    """Return the label of each block. Linear in the number of blocks; of equal costs, titles win.

    An abstract always follows a title, possibly with blocks that are neither in between.
    """
    costs = [0.0, float("inf"), float("inf")]
    steps: list[list[tuple[int, int]]] = []  # per block and state: (state before, label)
    before = 0
    for block, known in zip(blocks, boilerplate, strict=True):
        extra = _BOILERPLATE_AS_TEXT if known else 0.0
        title = _title_cost(block) + extra
        abstract = _abstract_cost(block) + extra
        step: list[tuple[float, int, int]] = []
        for state in (_NOTHING, _TITLE, _ABSTRACT):
            neither = 0.0 if known else _neither_cost(block, at_start=state == _NOTHING)
            step.append((costs[state] + neither, state, _NOTHING))
        as_title = min(
            (costs[state] + title + _MISSING_ABSTRACT * (state == _TITLE), state, _TITLE)
            for state in range(3)
        )
        paragraph = _NEXT_PARAGRAPH + 3.0 * (before + len(block) > _ARXIV_LIMIT)
        as_abstract = min(
            (costs[_TITLE] + abstract, _TITLE, _ABSTRACT),
            (costs[_ABSTRACT] + abstract + paragraph, _ABSTRACT, _ABSTRACT),
        )
        step[_TITLE] = min(as_title, step[_TITLE])
        step[_ABSTRACT] = min(as_abstract, step[_ABSTRACT])
        costs = [cost for cost, _, _ in step]
        steps.append([(state, label) for _, state, label in step])
        before = len(block) if not known else before
    costs[_TITLE] += _MISSING_ABSTRACT
    return _walk_back(steps, min(range(3), key=lambda state: costs[state]))


def _walk_back(steps: Sequence[Sequence[tuple[int, int]]], state: int) -> list[Label]:
    labels: list[Label] = []
    for step in reversed(steps):
        state, label = step[state]
        labels.append(_LABELS[label])
    return labels[::-1]


def _title_cost(block: str) -> float:
    """Low for a short line without sentences; titles may end with ? or !."""
    cost = max(0.0, (len(block) - 150) / 50)
    cost += 3.0 * block.endswith((".", ".)", ";", ",")) * (not block.endswith("..."))
    cost += min(6.0, 2.0 * len(_INNER_END.findall(block)))
    cost += 5.0 * ("://" in block)
    cost += 1.5 * (_OPENING.match(block) is not None)
    cost += 1.0 * block[:1].islower() * (not any(c.isupper() for c in block.split(" ", 1)[0]))
    cost += 4.0 * (_AUTHORS.fullmatch(block) is not None)
    return cost


def _abstract_cost(block: str) -> float:
    """Low for a paragraph of sentences; a short one must at least end like a sentence."""
    size = len(block)
    short = 0.0 if size >= 400 else 1.0 if size >= 200 else 2.0 if size >= 100 else 2.5 if size >= 40 else 4.0
    if _SENTENCE_END.search(block):
        return short
    return short + (1.5 if size >= 200 else 4.0)


def _neither_cost(block: str, *, at_start: bool) -> float:
    """High, since text should not be lost; short lines above the first paper are mostly navigation."""
    if len(block) >= 40 or len(block.split()) > 3:
        return 3.5 if _AUTHORS.fullmatch(block) else 8.0
    return 2.5 if at_start else 4.0


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
# "+12 authors", "1.2k upvotes", "2 days ago", "2401.00001v2", "Submitted by someone", "Jan 5 - Jan 11"; not
# "Attention Is Not Enough".
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
# "Published on Jan 5, 2026", "Mon, 5 January 2026", "2026-01-05"; not "January".
_DATE: Final = re.compile(
    rf"""(?:(?:published|submitted)\s+on\s+)?
    (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
    (?P<day>(?P<month>{MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?P<later>{MONTH}))(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?
    |(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})""",
    re.VERBOSE | re.IGNORECASE,
)
# "Daily Papers", "by AK and the research community"; not "The Daily Papers".
_MARKS: Final = re.compile(
    r"get trending papers in your email|by\s?ak and the research community|daily papers", re.IGNORECASE
)
# "@ada-example", "ada_example"; not "Ada Example".
_ACCOUNT: Final = re.compile(r"@?[\w.-]{1,39}")


def is_page_mark(line: str) -> bool:
    """Whether a line names the Daily Papers page itself."""
    return len(line) < 80 and _MARKS.match(line) is not None


def read_page_date(line: str) -> str | None:
    """Return the date in a date line for `normalise_date`, "" without a year, None for any other line."""
    match = _DATE.fullmatch(line)
    if not match:
        return None
    if match["iso"]:
        return match["iso"]
    return f"{match['day']} {match['year']}" if match["year"] else ""


def find_boilerplate(lines: Sequence[str]) -> list[bool]:
    """Return for each line of a page whether its form or position shows that it is not part of a paper."""
    found: list[bool] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        repeated = line == before
        # The account that submitted a paper is in a line of its own below "Submitted by".
        account = before.casefold().rstrip(":") == "submitted by" and _ACCOUNT.fullmatch(line) is not None
        found.append(repeated or account or _is_boilerplate(line))
    return found


def _is_boilerplate(line: str) -> bool:
    if len(line) > 90:
        return False
    return (
        line.casefold() in _WORDS or _PATTERNS.fullmatch(line) is not None or read_page_date(line) is not None
    )
