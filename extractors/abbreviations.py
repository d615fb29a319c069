"""Pairs of a short form and its long form within one text, after Schwartz and Hearst (2003).

A. S. Schwartz, M. A. Hearst: A simple algorithm for identifying abbreviation definitions in biomedical text,
Pacific Symposium on Biocomputing 8, 2003. Besides their "long form (SF)" and "SF (long form)" we read
"SF: long form" at the head of a title, "long form, abbreviated as SF", "SF, short for long form", "SF, a long
form" and "SF model (long form)". A short form may also be put together from the beginnings of the words of
its long form ("PolyCom": polynomial composition activations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .text import BATCH, blank_markup

# "(LoRA)" of "low-rank adaptation (LoRA)"; not "((LoRA))".
_PARENS: Final = re.compile(r"\(([^()\n]{2,120})\)")
# "[LoRA]" of "low-rank adaptation [LoRA]"; not "LoRA[1]".
_BRACKETS: Final = re.compile(r"\[(?<=\w \[)([^()\[\]\n]{2,14})\]")
# "QuillNet: Quiet Learning", "QuillNet : A Quiet Learner"; not "Two words: a title".
_TITLE_HEAD: Final = re.compile(r"\A([^\s:]{2,20})(?: ?:| [-–—]+)[ ]*(?:(?:An?|The)[ ]+)?([^\n]{4,150})")
# ", abbreviated as " of "graph tuning, abbreviated as GT", ", or simply " of "graph tuning, or simply GT";
# not "called GT".
_STATED: Final = re.compile(
    r",? (?:abbreviated (?:as|to|by)|short for|which stands for|stands for|or simply|hereafter|in short)[ ,]*"
)
# Each match of the above has one of the first in it, each of the next one of the second.
_STATED_MARKS: Final = ("abbreviated ", " short for", " stands for", " or simply", " hereafter", " in short")
_STANDS_FOR_MARKS: Final = ("short for ", "stand for ", "stands for ", "standing for ")
# "GT (short for graph tuning", "GT, which stands for graph tuning"; not "GT for short".
_STANDS_FOR: Final = re.compile(
    r"([^\s(),]{2,20}),? \(?(?:which )?(?:short|stand(?:s|ing)?) for [\"“'‘`]*([^.,;:()\n]{4,120})"
)
# "a ", "i.e., a ", "the "; not "at".
_ARTICLE: Final = re.compile(r"(?:i\.e\.,? |short for |for )?(?:(?:an?|the) )?")
# "GTune, a " of "GTune, a graph tuner", "GTune, i.e., " of "GTune, i.e., graph tuning"; not "Tune, a model".
_APPOSITION: Final = re.compile(
    r"(?<![^\s(])(?=[A-Z\d][\w+-]{0,18}[A-Z\d])([A-Z\d][\w+-]{2,19})[,:]"
    r" (?:i\.e\.,? |namely,? )?(?:(?:an?|the|our) )?(?:(?:novel|new) )?([A-Za-z\d][^.,;:()\n]{5,100})"
)
# ", called GT" of "graph tuning, called GT", " (a.k.a. GT" of "Graph Tuning (a.k.a. GT"; not "called tuning".
_CALLED: Final = re.compile(
    r"(?:,? (?:called|named|termed|dubbed|aka|a\.k\.a\.,?|also known as|denoted (?:as|by)|referred to as"
    r"|which we (?:call|name|term|dub)) [\"“'‘]?)([A-Z][\w+*-]{1,13})"
)
# Each match of the above has one of these in it.
_CALLED_MARKS: Final = (
    "called ", "named ", "termed ", "dubbed ", "aka ", "a.k.a", "n as ", "d as ", "d by ", "to as ", "ch we ",
)  # fmt: skip
# ", GT," of "Graph Tuning, GT, learns"; not ", Then,".
_APPENDED: Final = re.compile(r", ([A-Z][A-Za-z\d-]*[A-Z][A-Za-z\d-]*)[,.;]")
# "multi-" of "a multi-"; not "multi".
_COMPOUND: Final = re.compile(r"([^\W_])[\w-]*[-‐–]$")
# "eT" of "fineTuning"; not "Fine Tuning".
_INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]")
# "Ms" of "LLMs"; not "BERTopics".
_PLURAL: Final = re.compile(r"[A-Z]s$")
# "gpt", "4", "o" of "gpt-4o".
_PIECE: Final = re.compile(r"[a-z]+|\d+")
# "low" of "low-rank", "k" of "k-NN"; not "-".
_WORD: Final = re.compile(r"[^\s\-–/(),;:.]+")
# ". " of "We train. Then", "(" of "f(x)"; not "v2.0".
_BREAK: Final = re.compile(r"[.;:!?\n]\s|[()\[\]]")
# "based" of "graph-based": may be left out of a blend.
_TAILS: Final = frozenset({"aware", "based", "driven", "enhanced", "guided", "level", "oriented"})
_JOINING: Final = frozenset({
    "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "using", "via", "with",
})  # fmt: skip
_NO_HEAD: Final = _JOINING | {"propose", "present", "introduce", "called", "named", "our", "we"}
# "LoRA", '"GT-2'; not "3D".
_STATED_SHORT: Final = re.compile(r"[\"“'‘]?([A-Za-z][\w+-]{1,14})")
# "(LoRA)", "(LoRA; Hu et al.)", "(i.e., LoRA)", "(LoRA, pronounced …)"
# "i.e., LoRA", "LoRA" of "LoRA; see below".
_INNER: Final = re.compile(r"(?:i\.e\.,?|or|dubbed|called|termed|abbr\.|a\.k\.a\.)?\s*[\"“'‘]?([^,;\"”’]+)")
# "12.5", "Graph tuning", "iv", "3D", "Q1"; not "T5X".
_NOT_SHORT: Final = re.compile(r"[A-Z]?[\d.,%\s]+|[A-Z][a-z]+ [a-z]+|[ivxIVX]+|\d+[A-Za-z]{1,2}|[A-Z]\d?")
# "BERT " of "we use BERT ", "BERT encoder " of "the BERT encoder "; not "(BERT)".
_WORD_BEFORE: Final = re.compile(
    r"([^\s()]{2,20})\s?(?:(?<=\s)(?:algorithm|architecture|agent|dataset|benchmark|encoder|framework|layer|loss|"
    r"method|model|module|network|pipeline|strategy|system)s?\s)?$"
)
# "Geo" and "Road" of "GeoRoad", "graph"; not "-".
_HUMP: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\WA-Z_]+|[^\W_]")
_CLAUSE: Final = frozenset({"that", "which", "is"})
_RATES: Final = frozenset({
    "efficient", "existing", "fast", "leading", "popular", "powerful", "recent", "recently", "simple",
    "state", "strong", "well", "widely",
})  # fmt: skip
# "LFNet", "A-2", "C++"; not "T$^2$".
_NO_MARKUP: Final = re.compile(r"[\w+\-‐–/.@& ]+")
# What a letter or digit stands for besides the beginning of a word.
_SOUNDS: Final = {"x": ("cross", "ex", "trans"), "2": ("to", "two"), "4": ("for", "four")}
# " for" of " sampling for robots", "," of "sampling, then"; not "sampling forest".
_PHRASE_END: Final = re.compile(
    r"[,;:.()\n]|\s(?:for|in|of|with|via|from|to|on|by|under|using|towards?|that|which|is|and)\b"
)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and its long form, each with its span: `text[short_start:short_end] == short`."""

    short: str
    long: str
    short_start: int
    short_end: int
    long_start: int
    long_end: int


def find_abbreviations(text: str) -> Iterator[Abbreviation]:
    """Yield the pairs of short and long form that a text defines, in order; the first definition wins.

    After Schwartz and Hearst (2003), see the head of this module for what was added.

    Args:
        text: Any text; offsets in the pairs count its characters.

    Example:
        >>> from paperlattice.extractors import find_abbreviations
        >>> text = "We use low-rank adaptation (LoRA) here."
        >>> [(pair.short, pair.long) for pair in find_abbreviations(text)]
        [('LoRA', 'low-rank adaptation')]
    """
    yield from _pairs(text)


@lru_cache(maxsize=2 * BATCH)  # the finders of names and of terms ask for the same texts in turn
def _pairs(text: str) -> tuple[Abbreviation, ...]:
    seen: dict[str, list[str]] = {}
    pairs = []
    for pair in sorted(
        _definitions(blank_markup(text)), key=lambda a: (min(a.short_start, a.long_start), a.short_start)
    ):
        longs = seen.setdefault(pair.short, [])
        if not longs or (pair.long not in longs and _much_alike(pair.long, longs[0])):
            longs.append(pair.long)
            pairs.append(pair)
    return tuple(pairs)


def _much_alike(one: str, other: str) -> bool:
    """Have two long forms at least half of their words in common?"""
    a, b = ({w.lower() for w in _WORD.findall(form)} for form in (one, other))
    return 2 * len(a & b) >= max(len(a), len(b))


def _definitions(text: str) -> Iterator[Abbreviation]:
    for match in _PARENS.finditer(text):
        yield from _in_parentheses(text, match)
    if "[" in text:
        for match in _BRACKETS.finditer(text):
            yield from _in_parentheses(text, match)
    if head := _TITLE_HEAD.match(text):
        yield from _expanded_after(text, head.start(1), head.end(1), head.start(2), head.end(2))
    if any(map(text.__contains__, _STATED_MARKS)):
        for match in _STATED.finditer(text):
            short = _STATED_SHORT.match(text, match.end())
            if short and _is_short(short.group(1)):
                yield from _long_before(text, match.start(), short.start(1), short.end(1))
    if any(map(text.__contains__, _CALLED_MARKS)):
        for match in _CALLED.finditer(text):
            if _is_short(match.group(1)):
                yield from _called(text, match)
    if any(map(text.__contains__, _STANDS_FOR_MARKS)):
        for match in _STANDS_FOR.finditer(text):
            yield from _expanded_after(text, *match.span(1), *match.span(2))
    for match in _APPOSITION.finditer(text):
        yield from _apposed(text, match)
    for match in _APPENDED.finditer(text):
        yield from _appended(text, match)


def _apposed(text: str, match: re.Match[str]) -> Iterator[Abbreviation]:
    """Match "LFNet, a Lattice Filter Network": beginnings of all words must spell the short form."""
    short, (start, end) = match.group(1), match.span(2)
    if text[start].lower() != short[0].lower() or not _is_short(short):
        return
    if match.start() == 0 and text[match.end(1)] == ":":
        return  # the head of a title
    if stop := _PHRASE_END.search(text, start, end):
        # Not before "of" or "for": "Tiles of Many Trees".
        end = stop.start() if stop[0].strip() in _CLAUSE else end
    words = list(_WORD.finditer(text, start, end))[: len(short) + 4]
    if not words or words[0].group().lower() in _RATES:
        return
    ends = [word.end() for word in words[1:] if word.group() not in _JOINING | _TAILS]
    spelled = next((e for e in ends if _capitals_spell(short, text[start:e])), None)
    if spelled is None:
        spelled = next((e for e in reversed(ends) if _fits(short, text[start:e], idle=0)), None)
    if spelled is not None:
        # "SElf-augmented" of "RetrIeval SElf-augmented paradigm".
        spelled += len(text[spelled:end].partition(" ")[0]) if text[spelled : spelled + 1] == "-" else 0
        yield Abbreviation(short, text[start:spelled], *match.span(1), start, spelled)


def _called(text: str, match: re.Match[str]) -> Iterator[Abbreviation]:
    """Match "a lattice filter network called LFNet": beginnings of all words spell the short form."""
    short, end = match.group(1), match.start()
    for word in reversed(_words_before(text, end, len(short) + 2)):
        long = text[word.start() : end]
        if word.group()[0].lower() != short[0].lower() or word.group().lower() in _RATES | _NO_HEAD:
            continue
        if _capitals_spell(short, long) or _fits(short, long, idle=0) or _fits_less_noun(short, long):
            yield Abbreviation(short, long, *match.span(1), word.start(), end)
            return


def _fits_less_noun(short: str, long: str) -> bool:
    """Is the short form spelled by all words but a noun at the end: "lattice filter method", LF?"""
    stem, _, noun = long.rpartition(" ")
    return noun.islower() and " " in stem and _fits(short, stem, idle=0)


def _appended(text: str, match: re.Match[str]) -> Iterator[Abbreviation]:
    """Match "Lattice Filter Network, LFNet,": capitalised words whose beginnings spell the short form."""
    short, end = match.group(1), match.start()
    if not _is_short(short) or not text[end - 1].isalnum():
        return
    for word in reversed(_words_before(text, end, len(short))):
        if not word.group()[0].isupper() and word.group() not in _JOINING:
            return
        if word.group()[0] == short[0] and _fits(short, text[word.start() : end], idle=0):
            yield Abbreviation(short, text[word.start() : end], *match.span(1), word.start(), end)
            return


def _in_parentheses(text: str, match: re.Match[str]) -> Iterator[Abbreviation]:
    inner = _INNER.match(text, *match.span(1))
    if inner is None:
        return
    start, end = inner.start(1), inner.start(1) + len(inner.group(1).rstrip())
    if _is_short(text[start:end]):
        pair = None
        for pair in _long_before(text, match.start(), start, end):
            yield pair
        if pair is None and (pair := _named_before(text, match.start(), start, end)):
            yield pair
    elif before := _WORD_BEFORE.search(text[max(0, match.start() - 24) : match.start()]):
        first = max(0, match.start() - 24) + before.start(1)
        short = before.group(1).strip("\"'“”‘’,")
        first += before.group(1).find(short)
        if _is_short(short):
            pair = None
            for pair in _expanded_after(text, first, first + len(short), *match.span(1)):
                yield pair
            if pair is None and (pair := _named_inside(text, first, first + len(short), match)):
                yield pair


def _named_before(text: str, limit: int, short_start: int, short_end: int) -> Abbreviation | None:
    """Match "Lattice Contrast (LatCo)": a capitalised phrase and a coined name made of its letters."""
    short, end = text[short_start:short_end], len(text[:limit].rstrip(" \"'“”‘’"))
    if not _is_coined(short):
        return None
    start = capitals = 0
    for word in reversed(_words_before(text, end, len(short))):
        form = word.group()
        if not (form[0].isupper() or form in _JOINING or text[word.start() - 1 : word.start()] == "-"):
            break
        capitals += form[0].isupper()
        if form[0] == short[0] and capitals > 1 and _letters_of(short, text[word.start() : end]):
            start = word.start()
    if not start:
        return None
    return Abbreviation(short, text[start:end], short_start, short_end, start, end)


def _named_inside(text: str, short_start: int, short_end: int, match: re.Match[str]) -> Abbreviation | None:
    """Match "LatCo (Lattice Contrast)", as `_named_before` does."""
    short, (start, end) = text[short_start:short_end], match.span(1)
    # "a ", "i.e., " of "(a Lattice Contrast)".
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    long = text[start:end]
    words = _WORD.findall(long)
    capitals = sum(word[0].isupper() for word in words)
    if len(words) > 9 or capitals < 2 or "," in long or not _is_coined(short):
        return None
    if text[start] != short[0] or 2 * capitals < len(words) or not _letters_of(short, long):
        return None
    return Abbreviation(short, long, short_start, short_end, start, end)


def _is_coined(short: str) -> bool:
    """Has a word two capitals, one of them inside it, and neither blanks nor signs: "LatCo"?"""
    return (
        len(short) > 2
        and _NO_MARKUP.fullmatch(short) is not None
        and " " not in short
        and short.rpartition("-")[2] not in _TAILS
        and sum(map(str.isupper, short)) > 1
    )


def _letters_of(short: str, long: str) -> bool:
    """Are a name's letters found in order in a longer phrase, two first letters of words among them?

    A part after a hyphen ("LFC-Attack"), a number and one letter at the end may be missing.
    """
    if len(short) + 3 > len(long) or _has_word(long, short):
        return False
    words = [word.lower() for word in _WORD.findall(long)]
    initials = "".join([word[0] for word in words if word not in _JOINING])
    head = short.partition("-")[0].lower()
    if len(head) > 2 and head == initials[: len(head)] and head != words[0]:
        return True
    letters = [c for c in short.lower() if c.isalpha()]
    heads, at = 0, 0
    joined = " " + " ".join(words)
    for number, letter in enumerate(letters):
        begins, inside = joined.find(" " + letter, at), joined.find(letter, at)
        if inside < 0:
            return letter == "e" and number == len(letters) - 1 and number > 5 and heads > 1
        # A letter goes on in its word before it begins another one.
        if begins >= 0 and (begins + 1 <= inside or short[number : number + 1].isupper()):
            heads += 1
            at = begins + 2
        else:
            at = inside + 1
    return heads > 1 and len(words) <= len(letters)


def _is_short(form: str) -> bool:
    """Is this written like an abbreviation?

    It has 2 to 14 characters, at most two words and a capital, begins with a letter or digit, and is not a
    number, an ordinal or a single letter.
    """
    return (
        2 <= len(form) <= 14
        and len(form.split()) <= 2
        and form[0].isalnum()
        and any(c.isupper() for c in form)
        and not _NOT_SHORT.fullmatch(form)
    )


def _long_before(text: str, limit: int, short_start: int, short_end: int) -> Iterator[Abbreviation]:
    """Match a short form against the words before it."""
    short = text[short_start:short_end]
    core = _singular(short)
    letters = [c.lower() for c in core if c.isalnum()]
    end = limit
    while end and text[end - 1] in " \"'“”‘’,":
        end -= 1
    words = _words_before(text, end, min(len(letters) + 5, len(letters) * 2))
    best: tuple[float, int] | None = None
    for first in range(len(words) - 1, -1, -1):
        if words[first].group()[0].lower() != letters[0]:
            continue
        if _capitals_spell(core, text[words[first].start() : end]):
            yield Abbreviation(
                short, text[words[first].start() : end], short_start, short_end, words[first].start(), end
            )
            return
        score = _initials(letters, [w.group().lower() for w in words[first:]])
        if score is not None and (best is None or score > best[0]):
            best = (score, words[first].start())
    start = end if best is None else best[1]
    # "multi-modal large language model (MLLM)": the compound's own beginning fits too.
    compound = _COMPOUND.search(text[max(0, start - 30) : start]) if best else None
    if compound and compound.group(1).lower() == letters[0]:
        start = max(0, start - 30) + compound.start()
    long = text[start:end]
    if len(short) < len(long) and _plausible(core, long):
        yield Abbreviation(short, long, short_start, short_end, start, end)
    elif (blend := _blend_before(text, words, end, core)) is not None:
        yield Abbreviation(short, text[blend:end], short_start, short_end, blend, end)


def _blend_before(text: str, words: list[re.Match[str]], end: int, short: str) -> int | None:
    """Return where the words begin whose beginnings spell the short form, few of them idle, else None."""
    for word in reversed(words):
        if word.group()[0].lower() == short[0].lower() and word.group().lower() not in _NO_HEAD:
            long = text[word.start() : end]
            if "\\" not in long and len(short) < len(long) and _fits(short, long, idle=2):
                return word.start()
    return None


def _fits(short: str, long: str, *, idle: int) -> bool:
    """Is the short form put together from beginnings of the words, all but `idle` of them, in order?

    Joining words may be idle; of other words at least two are used, and twice as many as are not.

    >>> _fits("PolyCom", "polynomial composition activations", idle=1)
    True
    """
    if len(short) >= len(long):
        return False
    words = [hump.lower() for hump in _HUMP.findall(long)]
    letters = "".join([c for c in short.lower() if c.isalnum()])
    if len(words) < 2 or len(letters) < 2 or short in long or not _NO_MARKUP.fullmatch(short):
        return False
    if _only_longer(letters, words):
        return False
    content = sum(word not in _JOINING and word not in _TAILS for word in words)
    for spelled in _repeated(letters):
        left = _idle_words(spelled, words)
        if left is not None and left <= idle and content - left >= max(2, 2 * left):
            return True
    return False


def is_blend(short: str, long: str) -> bool:
    """Is a coined short form put together from beginnings of all words of a phrase, in order?

    >>> is_blend("LatFil", "Lattice Filter"), is_blend("LatFil", "Lattice Tuning")
    (True, False)
    """
    return _fits(short, long, idle=0)


def _only_longer(letters: str, words: list[str]) -> bool:
    """Are the two one name with other numbers or words after it: "AVA-100" and "AVA learns"?"""
    head = letters.rstrip("0123456789")
    opening = "".join(words[:2]) if words[1:2] and not words[0].startswith(head) else words[0]
    if len(head) > 2 and opening.startswith(head):
        return True
    stem = re.match(r"[^\W\d_]{3,}", letters)
    return bool(stem and stem[0] == words[0] and words[1].isdecimal())


def _repeated(letters: str) -> Iterator[str]:
    """Yield the letters, without a number at the end, and with a 2 or 3 for letters that are repeated."""
    yield letters
    if not letters.isalpha():
        if (bare := letters.rstrip("0123456789")) != letters and len(bare) > 1:
            yield bare
        # "2r" of "ac2runet" for "rr", then "l2" of "l2hrnet" for "ll"; not "12".
        yield re.sub(r"([23])([a-z])", lambda m: m[2] * int(m[1]), letters)
        yield re.sub(r"([a-z])([23])", lambda m: m[1] * int(m[2]), letters)


def _idle_words(letters: str, words: list[str]) -> int | None:
    """Return how few words besides joining ones do not take part in spelling letters; None if others do not.

    The first word takes part, each by its beginning or by what a letter sounds like: X is "cross".
    """
    reached = {0: 0}
    for number, word in enumerate(words):
        following: dict[int, int] = {}
        if number:
            price = word not in _JOINING and word not in _TAILS
            following = {at: idle + price for at, idle in reached.items()}
        for at, idle in reached.items():
            used = 0
            while used < len(word) and at + used < len(letters) and word[used] == letters[at + used]:
                used += 1
                following[at + used] = min(following.get(at + used, idle), idle)
            if not used and at < len(letters) and word.startswith(_SOUNDS.get(letters[at], ("\n",))):
                following[at + 1] = min(following.get(at + 1, idle), idle)
        reached = following
    return reached.get(len(letters))


def _capitals_spell(short: str, long: str) -> bool:
    """Do the capitals of several words, some of them inside a word, spell the short form: "fIne-tuNing"?"""
    if " " not in long or _INNER_CAPITAL.search(long) is None:
        return False
    capitals = "".join([c for c in long if c.isupper() or c.isdigit()])
    return len(capitals) > 2 and capitals == short.upper()


def _singular(short: str) -> str:
    return short[:-1] if _PLURAL.search(short) else short


def _words_before(text: str, end: int, count: int) -> list[re.Match[str]]:
    """Return at most `count` words that end at `end`, not reaching over a sentence or a bracket."""
    low = max(0, end - 200)
    for stop in _BREAK.finditer(text, low, end):
        low = stop.end()
    return list(_WORD.finditer(text, low, end))[-count:]


def _initials(letters: list[str], words: list[str]) -> float | None:
    """Score how well words spell letters in order: initials used, less half a point for each idle word.

    None if the words do not contain the letters in that order, with the first one at the beginning of the
    first word. The original algorithm takes the shortest match; the score keeps it from reading "context
    learning" for ICL.
    """
    states: dict[int, float] = {1: 1.0}  # letters spelled so far -> best score
    for number, word in enumerate(words):
        following: dict[int, float] = {}
        for spelled, score in states.items():
            for used, gain in _spellings(letters, spelled, word, first=number == 0):
                following[used] = max(following.get(used, -99.0), score + gain)
        states = following
    return states.get(len(letters))


def _spellings(letters: list[str], spelled: int, word: str, *, first: bool) -> Iterator[tuple[int, float]]:
    """Yield (letters spelled, gain) for the ways in which a word can go on spelling."""
    if first:
        position = 1
    elif spelled < len(letters) and word[0] == letters[spelled]:
        spelled, position = spelled + 1, 1
        yield spelled, 1.0
    else:
        yield spelled, 0.0 if word in _JOINING else -0.5
        return
    if first:
        yield spelled, 0.0
    else:
        yield spelled - 1, -0.5
    gain = 0.0 if first else 1.0
    while spelled < len(letters) and (found := word.find(letters[spelled], position)) > 0:
        spelled, position = spelled + 1, found + 1
        gain += 0.3
        yield spelled, gain


def _plausible(short: str, long: str) -> bool:
    words = _WORD.findall(long)
    letters = [c for c in short if c.isalnum()]
    if "\\" in long or long.count("{") != long.count("}"):
        return False
    if words and words[0] in _NO_HEAD and not long.startswith(f"{words[0]}-"):  # "in-context learning (ICL)"
        return False
    if not words or len(long) <= len(short) or len(words) > min(len(letters) + 5, len(letters) * 2):
        return False
    if short in words or _has_word(long, short):
        return False
    if len(words) == 1:  # "convolution (Conv)" is a pair, "BERT (Bert)" and "network (NW)" are not
        pieces = _PIECE.findall(long.lower())
        return (
            long.lower().startswith(short[:2].lower())
            or sum(c.isupper() for c in long) >= 2
            or (len(pieces) > 2 and "".join(p[0] for p in pieces) == short.lower())
        )
    initials = {w[0].lower() for w in words}
    if _heads_spell([c.lower() for c in letters], [w.lower() for w in words]):
        return True
    return sum(c.lower() in initials for c in letters) >= max(2, (len(letters) + 1) // 2)


def _has_word(text: str, word: str) -> bool:
    """Does the word stand in the text, apart from other letters, digits and underscores?"""
    at = text.find(word)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(word) : at + len(word) + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            return True
        at = text.find(word, at + 1)
    return False


def _heads_spell(letters: list[str], words: list[str]) -> bool:
    """Is the short form put together from the beginnings of all words: "CAModule", "Consistency-FM"?"""
    reached = {0}
    for word in words:
        following = set(reached) if word in _JOINING else set()
        for at in reached:
            used = 0
            while used < len(word) and at + used < len(letters) and word[used] == letters[at + used]:
                used += 1
                following.add(at + used)
        reached = following
    return len(letters) in reached


def _expanded_after(
    text: str, short_start: int, short_end: int, start: int, end: int
) -> Iterator[Abbreviation]:
    """Match a short form against the words after it: "BERT (bidirectional …)", a title "BERT: …"."""
    short = text[short_start:short_end]
    if not _is_short(short):
        return
    core = _singular(short)
    letters = [c.lower() for c in core if c.isalnum()]
    words = list(_WORD.finditer(text, start, end))[: len(letters) + 4]
    if not words or words[0].group()[0].lower() != letters[0]:
        return
    for n in range(1, len(words)):
        if _capitals_spell(core, text[start : words[n].end()]):
            yield Abbreviation(
                short, text[start : words[n].end()], short_start, short_end, start, words[n].end()
            )
            return
    spelled = [w.group().lower() for w in words]
    scores = [(_initials(letters, spelled[: n + 1]), -n) for n in range(len(words))]
    score, negative = max(((s, n) for s, n in scores if s is not None), default=(None, 0))
    if score is None or (not _plausible(core, text[start : words[-negative].end()])):
        for word in words[1:]:
            long = text[start : word.end()]
            if _fits(core, long, idle=1):
                yield Abbreviation(short, long, short_start, short_end, start, word.end())
                return
    if score is None:
        return
    # The long form goes on to the end of its noun phrase: "Cago: Capability-Aware Goal Sampling for …".
    stop = _PHRASE_END.search(text, words[-negative].end(), end)
    tail = text[words[-negative].end() : stop.start() if stop else end].rstrip()
    if len(tail.split()) > 1 or not (tail[:1] == "-" or tail[1:2].isupper() or not tail):
        tail = ""
    last = words[-negative].end() + len(tail)
    long = text[start:last]
    if len(spelled) > 1 and len(short) < len(long) and _plausible(core, long):
        yield Abbreviation(short, long, short_start, short_end, start, last)
