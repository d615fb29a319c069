"""Short and long forms across papers, and short names with two senses.

The pairs come from papers that use both forms for one thing. The long forms that papers give one short name
are clustered into senses; a short name with two senses is two entities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from paperlattice.graph.resolve.normalize import name_key, singular_word, singulars, words

_LONGEST_SHORT: Final = 14
_FILLERS: Final = frozenset(
    {"a", "an", "and", "by", "for", "from", "in", "into", "of", "on", "or", "the", "through", "to"}
    | {"towards", "via", "with", "using"}
)
_OPPOSITES: Final = ("un", "non", "in", "anti", "dis", "hetero", "de")
# Endings that make another form of one word: visual and vision, tuned and tuning, generative and generation.
# "ation" of "adaptation", "ing" of "learning", "ed" of "guided"; not "red".
_ENDING: Final = re.compile(r"(?<=\w{3})(?:(?:at)?(?:ion|ive|ional)|ual|ing|ed|er|or|al|ment)$")
_NETWORK: Final = frozenset({"net", "nets", "network"})
_WORD_RATIO: Final = 88.0
# "state-of-the-art" of "state-of-the-art segmentation method", "a popular" of "a popular attention module"; a
# description, not a name. "Novel" of "Novel Agentic Intelligent Autonomous System" is part of the name.
_DESCRIBES: Final = re.compile(
    r"(?:(?:an?|the|our)\s)?(?:state[-\s]of[-\s]the[-\s]art|well[-\s]known|widely|popular|recent|existing|proposed|novel)\b"
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a short name: its long forms, the most frequent first, and how many papers mean it.

    A sense that no paper spells out has the first words of the `title` of a paper that means it.
    """

    forms: tuple[str, ...]
    papers: int
    title: str = ""

    @property
    def label(self) -> str:
        """The long form that most papers give, ties in sort order; without one the title."""
        return self.forms[0] if self.forms else self.title


@lru_cache(maxsize=1 << 17)
def is_abbreviation(short: str, long: str) -> bool:
    """Return whether `short` can be read off `long` letter by letter (after Schwartz and Hearst 2003).

    The first letter begins a word; each other letter follows in order. A long form that only adds words to
    the short one ("BERT" and "BERT model") is not one, nor is a description that rates the thing ("SAM, a
    state-of-the-art segmentation method"), whatever its initials are.

    >>> is_abbreviation("LoRA", "low-rank adaptation"), is_abbreviation("BERT", "BERT model")
    (True, False)
    """
    letters = name_key(short.removesuffix("s") if short[-2:-1].isupper() else short)
    content = _content(long)
    longest = _LONGEST_SHORT if len(short.split()) == 1 else _LONGEST_SHORT // 2
    if not (2 <= len(letters) <= longest) or not any(map(str.isupper, short)):
        return False
    if len(name_key(long)) < len(letters) + 4 or _holds(long, letters) or _DESCRIBES.match(long):
        return False
    if len(content) == 1 and len(content[0]) < 8:
        return False
    return _reads(letters, content) or _reads(letters, _words(long))


def _holds(long: str, letters: str) -> bool:
    """Return whether the long form only adds to the short one: GPT-2 families, CLIPScore, SFT+GRPO."""
    # "low", "rank", "adaptation" of "low-rank adaptation".
    parts = re.findall(r"[^\W_]+", long.casefold())
    ends = range(1, len(parts) + 1)
    if any("".join(parts[i:j]) == letters for j in ends for i in range(j)):
        return True
    return any(w == f"{letters}s" or (len(letters) > 3 and w.startswith(letters)) for w in parts)


def _reads(letters: str, content: Sequence[str]) -> bool:
    """Return whether the letters are found in order, the first at a word's start, in most words."""
    text = " ".join(content)
    # For the letter "l" both words of "low level"; not "skill".
    for start in (m.start() for m in re.finditer(rf"\b{re.escape(letters[0])}", text)):
        position, hit = start, {text.count(" ", 0, start)}
        for i, letter in enumerate(letters[1:], 2):
            at = text.find(letter, position + 1)
            if at < 0 and letter in "24" and not letters.endswith(letter):
                continue  # the 2 of "C2F" means "to"
            if at < 0:
                break
            # A letter rather begins a word than is inside one.
            begins = text.find(f" {letter}", position + 1)
            position = begins + 1 if begins >= 0 and _rest_fits(letters[i:], text, begins + 1) else at
            hit.add(text.count(" ", 0, position))
        else:
            return 5 * len(hit) >= 3 * len(content)
    return False


def _rest_fits(letters: str, text: str, position: int) -> bool:
    """Return whether the letters can be found in order after a position."""
    for letter in letters:
        position = text.find(letter, position + 1)
        if position < 0:
            return False
    return True


@lru_cache(maxsize=1 << 17)
def _content(form: str) -> tuple[str, ...]:
    """Return the words of a long form in small letters, without articles and prepositions, singular."""
    found = _words(form)
    return tuple(w for w in found if w not in _FILLERS) or found


def _words(form: str) -> tuple[str, ...]:
    """Return the words of a long form in small letters, singular: the "o" of "SOS" stands for "of"."""
    folded = (w.casefold().strip("()[]\"'.,:;") for w in words(form))
    return tuple(singular_word(w) for w in folded if w)


def long_keys(form: str) -> tuple[str, ...]:
    """Return the keys of a long form, equal but for plural, hyphens, case, articles and word order."""
    single = (*singulars(form), form)[0]
    content = _content(form)
    keys = {name_key(single), "".join(content)}
    if len(content) > 1:
        keys.add(" ".join(sorted(content)))
    return tuple(sorted(keys))


@lru_cache(maxsize=1 << 17)
def same_meaning(left: str, right: str) -> bool:
    """Return whether two long forms of one short name have the same sense.

    They have if the words of the shorter one are found in order in the longer one; two words match if one
    begins like the other ("adapters", "adaptation") or is a misspelling of it.
    """
    if not set(long_keys(left)).isdisjoint(long_keys(right)):
        return True
    short, long = sorted((_content(left), _content(right)), key=lambda w: (len(w), w))
    return _contained(short, long)


def _contained(short: Sequence[str], long: Sequence[str]) -> bool:
    if not short:
        return True
    for j in range(len(long)):
        if _match(short[0], long[j]) and _contained(short[1:], long[j + 1 :]):
            return True
        if j + 1 < len(long) and short[0] == long[j] + long[j + 1] and _contained(short[1:], long[j + 2 :]):
            return True
        if len(short) > 1 and short[0] + short[1] == long[j] and _contained(short[2:], long[j + 1 :]):
            return True
    return False


def _match(left: str, right: str) -> bool:
    if left == right or {left, right} <= _NETWORK:
        return True
    a, b = sorted((left, right), key=lambda w: (len(w), w))
    if any(b == prefix + a for prefix in _OPPOSITES):
        return False
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) >= 4 and _ENDING.sub("", a) == _ENDING.sub("", b):
        return True
    if shared >= 4 and (shared == len(a) or (shared >= 5 and 10 * shared >= 6 * len(a))):
        return True
    return a[0] == b[0] and min(len(a), len(b)) >= 6 and fuzz.ratio(a, b) >= _WORD_RATIO


def find_senses(papers: Iterable[tuple[str, Iterable[str]]]) -> list[Sense]:
    """Return the senses that papers give one short name, the most frequent first, ties in sort order.

    `papers` pairs each paper id with the long forms that it states.
    """
    counts: Counter[str] = Counter()
    stated: dict[str, set[str]] = {}
    for paper, forms in papers:
        for form in set(forms):
            counts[form] += 1
            stated.setdefault(form, set()).add(paper)
    groups: list[list[str]] = []
    for form in sorted(counts, key=lambda f: (-counts[f], f)):
        # What one paper writes for one name has one sense, whatever the words are.
        in_papers = stated[form]
        alike = [g for g in groups if any(in_papers & stated[o] or same_meaning(form, o) for o in g)]
        groups = [g for g in groups if g not in alike]
        groups.append([form, *(f for g in alike for f in g)])
    return sorted(_senses(groups, counts, stated), key=lambda s: (-s.papers, s.label))


def _senses(groups: list[list[str]], counts: Counter[str], stated: dict[str, set[str]]) -> Iterator[Sense]:
    for group in groups:
        forms = sorted(group, key=lambda f: (-counts[f], f))
        yield Sense(tuple(forms), len(set().union(*(stated[f] for f in forms))))
