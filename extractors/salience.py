"""Salience: how much a paper is about what it names, from where and how the text names it.

Dunietz and Gillick (2014, "A New Entity Salience Task with Millions of Training Examples") found that the
first sentence, the count and the head say most of news; in abstracts the title, what the paper says that it
does with the thing, and lists of baselines do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from typing import Final

from .records import TOP_ROLE, Mention
from .selection import tokens_of
from .terms import term_cues
from .text import Tokens

_OWN, _OTHER = 0.55, 0.3
_TITLE, _OPENING = 0.35, 0.05
_STATED: Final = 0.1  # in a sentence in which the authors say what they do
_LISTED: Final = 0.6  # factor for each of a list of three or more
_DENIED: Final = 0.35
_COMPARED: Final = 0.6
_EXAMPLE: Final = 0.7
_LEAST: Final = 0.02
DECLARED_SALIENCE: Final = 0.6
"""The salience of what the source declares outside of the text: a paper's own code."""

_LONG_LIST: Final = 3
# ", " and " and " of "CLIP, LoRA and ViT"; not " on ".
_IN_LIST: Final = re.compile(r"\)?\s*(?:,|/|&|(?:, ?)?\b(?:and|or)\b)\s*\(?")
_AUTHORS: Final = frozenset(("we", "our", "ours"))
_WORKS: Final = frozenset(("paper", "work", "article", "study"))
_DENIES, _COMPARES, _EXEMPLIFIES = map(term_cues, ("denies", "compares", "exemplifies"))
_BEFORE: Final[tuple[tuple[frozenset[str], int, float], ...]] = (
    (_DENIES, 5, _DENIED),
    (_COMPARES, 6, _COMPARED),
    (_EXEMPLIFIES | {"g"}, 10, _EXAMPLE),
)
"""Words before a mention, how many tokens before it they may stand, and the factor."""
_MARKED: Final = _AUTHORS | {"this"} | _DENIES | _COMPARES | _EXEMPLIFIES | {"g"}
_FARTHEST: Final = max(reach for _, reach, _ in _BEFORE)
_PARTNERS: Final = {"such": (1, "as"), "g": (-1, "e"), "example": (-1, "for"), "instance": (-1, "for")}
"""Words that mean it only next to another: "such as", "e.g.", "for instance"; not "instance retrieval"."""


def weigh_mentions(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    r"""Return the mentions of one text with their salience, in the same order.

    What the paper proposes, introduces, addresses or builds on counts more than what it uses or mentions; a
    mention in the title most, one in a sentence in which the authors say what they do more; one of a list,
    an example, a baseline or what the paper does without, less.

    Example:
        >>> from paperlattice.extractors import find_methods
        >>> text = "Fern: Faster Attention\nWe propose Fern. It beats CLIP, LoRA and BERT."
        >>> [(m.name, m.salience) for m in weigh_mentions(text, find_methods(text))]
        [('Fern', 0.9), ('Fern', 0.7), ('CLIP', 0.108), ('LoRA', 0.108), ('BERT', 0.108)]
    """
    given = list(mentions)
    tokens = tokens_of(text)
    lists = _list_lengths(text, given)
    title_end = tokens.title_end
    marked, stated = _marked(tokens)
    weights: dict[tuple[int, int, bool], float] = {}
    weighed = []
    for m in given:
        own = m.role == TOP_ROLE[m.kind]
        at = (m.start, m.end, own)
        value = weights.get(at)
        if value is None:
            if m.start == m.end:  # declared outside of the text, which says nothing of it
                value = DECLARED_SALIENCE
            elif (begin := tokens.markup.offset(m.start) if tokens.markup else m.start) < title_end:
                value = round((_OWN if own else _OTHER) + _TITLE, 3)
            else:
                value = _salience(tokens, begin, own, lists[m.start, m.end], marked, stated)
            weights[at] = value
        # Made anew: `dataclasses.replace` takes ten times as long.
        weighed.append(
            Mention(
                m.paper_id, m.kind, m.name, m.surface, m.start, m.end, m.role, m.rule, m.confidence, value
            )
        )
    return weighed


def _salience(
    tokens: Tokens, start: int, own: bool, listed: int, marked: Sequence[int], stated: Container[int]
) -> float:
    """Return the salience of a mention in an abstract; `listed` is the length of its list.

    `marked` and `stated` are what `_marked` says of the text.
    """
    at = bisect_left(tokens.starts, start)
    here = max(0, bisect_right(tokens.sentences, (start, len(tokens.text))) - 1)
    value = _OWN if own else _OTHER
    value += (_STATED if here in stated else 0.0) + (_OPENING if here == bool(tokens.title_end) else 0.0)
    end = bisect_left(marked, at)
    begin = bisect_left(marked, at - _FARTHEST, 0, end)
    if begin < end:
        near = [i for i in marked[begin:end] if tokens.sentence[i] == here and _has_partner(tokens.lower, i)]
        for words, reach, factor in _BEFORE:
            if any(i >= at - reach and tokens.lower[i] in words for i in near):
                value *= factor
    if listed >= _LONG_LIST:
        value *= _LISTED
    return max(_LEAST, round(value, 3))


def _marked(tokens: Tokens) -> tuple[list[int], set[int]]:
    """Return the tokens of _BEFORE, in order, and the sentences that say "we" or "this paper"."""
    lower, sentence = tokens.lower, tokens.sentence
    marked: list[int] = []
    stated: set[int] = set()
    for i in [i for i, word in enumerate(lower) if word in _MARKED]:
        if lower[i] in _AUTHORS:
            stated.add(sentence[i])
        elif lower[i] != "this":
            marked.append(i)
        elif i + 1 < len(lower) and lower[i + 1] in _WORKS and sentence[i + 1] == sentence[i]:
            stated.add(sentence[i])
    return marked, stated


def _has_partner(words: Sequence[str], i: int) -> bool:
    """Does a word stand next to the one that it needs, if it needs one?"""
    step, partner = _PARTNERS.get(words[i], (0, words[i]))
    return i + step >= 0 and words[i + step : i + step + 1] == [partner]


def _list_lengths(text: str, mentions: Sequence[Mention]) -> dict[tuple[int, int], int]:
    """Return for each span how many mentions the list has that it is in, 1 for none."""
    spans = sorted({(m.start, m.end) for m in mentions}, key=lambda s: (s[0], -s[1]))
    lengths: dict[tuple[int, int], int] = {}
    inside: dict[tuple[int, int], tuple[int, int]] = {}
    run: list[tuple[int, int]] = []
    for span in [*spans, (-1, -1)]:
        if run and run[-1][0] <= span[0] and span[1] <= run[-1][1]:
            inside[span] = run[-1]  # "learning" of "offline learning, pruning and CLIP": no part of the list
            continue
        if run and not (0 <= span[0] - run[-1][1] <= 8 and _IN_LIST.fullmatch(text[run[-1][1] : span[0]])):
            lengths.update(dict.fromkeys(run, len(run)))
            run = []
        run.append(span)
    lengths.update({span: lengths[around] for span, around in inside.items()})
    return lengths
