"""Salience: how much a paper is about what it names, from where and how the text names it.

Dunietz and Gillick (2014, "A New Entity Salience Task with Millions of Training Examples") found that the
first sentence, the count and the head say most of news; in abstracts the title, what the paper says that it
does with the thing, and lists of baselines do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from .records import TOP_ROLE, Mention
from .selection import tokens_of

_OWN, _OTHER = 0.55, 0.3
_TITLE, _OPENING = 0.35, 0.05
_STATED: Final = 0.1  # in a sentence in which the authors say what they do
_LISTED: Final = 0.6  # factor for each of a list of three or more
_DENIED: Final = 0.35
_COMPARED: Final = 0.6
_EXAMPLE: Final = 0.7
_LEAST: Final = 0.02
_LONG_LIST: Final = 3

# "we propose" of "Here we propose QuillNet", "this paper" of "In this paper"; not "they propose".
_STATES: Final = re.compile(r"\b(?:we|our|this (?:paper|work|article|study))\b", re.I)
# ", " and " and " of "CLIP, LoRA and ViT"; not " on ".
_IN_LIST: Final = re.compile(r"\)?\s*(?:,|/|&|(?:, ?)?\b(?:and|or)\b)\s*\(?")
# "without " of "without BERT", "unlike the " of "unlike the usual BERT"; not "with BERT".
_BEFORE_DENIED: Final = re.compile(
    r"\b(?:without|unlike|instead of|rather than|no longer|not|avoid\w*|eliminat\w+|replac\w+|free of|beyond)"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
# "than " of "better than BERT", "outperforms models like " before "BERT"; not "uses ".
_BEFORE_COMPARED: Final = re.compile(
    r"\b(?:than|outperform\w*|surpass\w*|exceed\w*|beat\w*|compar(?:ed|able) (?:to|with)|over|versus|vs\.?"
    r"|baselines?)\s+(?:[\w-]+[\s,]+){0,4}$",
    re.I,
)
# "such as " of "models such as BERT", "e.g., " of "(e.g., BERT"; not "as BERT".
_BEFORE_EXAMPLE: Final = re.compile(
    r"(?:\bsuch as|\blike|\bincluding|\be\.g\.,?|\bfor (?:example|instance),?)\s+[^.;:()]{0,60}$", re.I
)
_WINDOW: Final = 90


def weigh_mentions(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    r"""Return the mentions of one text with their salience, in the same order.

    What the paper proposes, introduces, addresses or builds on counts more than what it uses or mentions; a
    mention in the title most, one in a sentence in which the authors say what they do more; one of a list,
    an example, a baseline or what the paper does without, less.

    Example:
        >>> from paperlattice.extractors import find_methods
        >>> text = "Fern: Faster Attention\nWe propose Fern. It beats CLIP, LoRA and BERT."
        >>> [(m.name, m.salience) for m in weigh_mentions(text, find_methods(text))]
        [('Fern', 0.9), ('Fern', 0.65), ('CLIP', 0.108), ('LoRA', 0.108), ('BERT', 0.108)]
    """
    given = list(mentions)
    tokens = tokens_of(text)
    lists = _list_lengths(text, given)
    begins = [begin for begin, _ in tokens.sentences]
    weighed = []
    for mention in given:
        if mention.start == mention.end:  # declared outside of the text
            weighed.append(replace(mention, salience=1.0))
            continue
        base = _OWN if mention.role == TOP_ROLE[mention.kind] else _OTHER
        if mention.start < tokens.title_end:
            weighed.append(replace(mention, salience=round(base + _TITLE, 3)))
            continue
        number = max(0, sum(begin <= mention.start for begin in begins) - 1)
        begin, end = tokens.sentences[number] if begins else (0, len(text))
        before = text[max(begin, mention.start - _WINDOW) : mention.start]
        value = base + (_STATED if _STATES.search(text, begin, end) else 0.0)
        value += _OPENING if number == bool(tokens.title_end) else 0.0
        for pattern, factor in (
            (_BEFORE_DENIED, _DENIED),
            (_BEFORE_COMPARED, _COMPARED),
            (_BEFORE_EXAMPLE, _EXAMPLE),
        ):
            if pattern.search(before):
                value *= factor
        if lists[mention.start, mention.end] >= _LONG_LIST:
            value *= _LISTED
        weighed.append(replace(mention, salience=max(_LEAST, round(value, 3))))
    return weighed


def _list_lengths(text: str, mentions: Sequence[Mention]) -> dict[tuple[int, int], int]:
    """Return for each span how many mentions the list has that it is in, 1 for none."""
    spans = sorted({(m.start, m.end) for m in mentions})
    lengths: dict[tuple[int, int], int] = {}
    run: list[tuple[int, int]] = []
    for span in [*spans, (-1, -1)]:
        if run and not (0 <= span[0] - run[-1][1] <= 8 and _IN_LIST.fullmatch(text[run[-1][1] : span[0]])):
            lengths.update(dict.fromkeys(run, len(run)))
            run = []
        run.append(span)
    return lengths
