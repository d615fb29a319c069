"""Candidates: every span of a text that could be the name of a method or a dataset.

Spans are cheap to over-generate; the scorer decides. What one text calls by one name, in any spelling, is one
candidate with all its occurrences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .abbreviations import Abbreviation, find_abbreviations
from .gazetteer import Entry, Gazetteer
from .text import Tokens, normalize

Span = tuple[int, int]

_RUN_SEPARATORS: Final = frozenset({" ", "-", "–", "/", "_", "@", "&", " & ", "+", "^", ".", ":", "$-$"})
_TIGHT: Final = frozenset({"-", "–", "/", "_", "@", "&", "+", "^", ".", ":", "$-$"})
_CONNECTORS: Final = frozenset({
    "of", "for", "in", "the", "with", "and", "to", "a", "on", "as", "at", "by", "from", "via",
})  # fmt: skip
_NO_START: Final = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "we", "our", "it", "its", "in", "on", "at", "by",
    "for", "from", "with", "to", "of", "and", "or", "as", "is", "are", "be", "been", "was", "were", "however",
    "moreover", "furthermore", "additionally", "finally", "first", "second", "third", "then", "thus", "hence",
    "while", "although", "when", "where", "if", "but", "not", "can", "may", "unlike", "compared", "despite",
    "given", "using", "based", "experiments", "experimental", "results", "code", "such", "here", "there",
    "both", "each", "all", "most", "many", "some", "several", "recent", "existing", "previous", "current",
    "new", "extensive", "empirical", "what", "how", "why", "which", "who", "toward", "towards", "beyond", "i",
    "also", "yet", "so",
    # Small words that open sentences in German and in Romance languages.
    "auf", "mit", "wir", "der", "die", "das", "ein", "eine", "im", "bei", "für", "und", "nach", "dans", "sur",
    "avec", "nous", "le", "la", "les", "des", "une", "pour", "en", "con", "sobre", "el", "los", "las", "para",
    "por", "del", "nos",
})  # fmt: skip
_DIGITS: Final = "0123456789"
# "self" of "self_play", "GPT4"; not "--".
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_SPELLED: Final = 9
# "10K", "3rd", "2.5x", "95%"; not "GPT4" or "7".
_QUANTITY: Final = re.compile(r"\d+(?:\.\d+)?(?:st|nd|rd|th|s|x|k|K|M|B|T|%)")
# "called " of "a model called QuillNet", "that we name " of "a model that we name QuillNet", "“" of
# "“QuillNet”"; not "a calling".
_NAMING_CUE: Final = re.compile(
    r"(?:\b(?:called|named|termed|dubbed|coined|christened|namely|nicknamed|titled|entitled"
    r"|denoted(?: as| by)?|(?:refer(?:red)? to|known|coined|defined) as"
    r"|(?:which|that) we (?:call|name|term|dub)|[Ww]e (?:call|name|term|dub)(?: it| this| them)?)"
    r"\s*(?:as\s)?[\"“'‘`]{0,2}(?:the\s)?|[\"“`]{1,2})"
)
# "," of "QuillNet, a model", " which" of "QuillNet which learns"; not "QuillNet model".
_ANNOUNCED_END: Final = re.compile(
    r"[,.;:()\"”’`]|\s(?:which|that|to|for|and|is|in|on|with|by|from|as|where|can|of|we|using|via)\b"
)
_MAX_UNITS: Final = 7
LONGEST_NAME: Final = 24
"""No name is longer; a run of a thousand joined words would else give spans that take quadratic time."""


@dataclass(slots=True)
class Candidate:
    """One name as one text uses it.

    `spans` are token ranges (first, last), in order; `keys` the folded forms, `key` the one that represents
    them; `sources` names the rules that proposed it; `entries` is what the gazetteer knows; `pairs` are the
    abbreviations that connect its forms.
    """

    key: str
    spans: list[Span] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    entries: tuple[Entry, ...] = ()
    pairs: list[Abbreviation] = field(default_factory=list)


def form_key(form: str) -> str:
    """Return a form folded to letters, digits, `+`, `*` and `#`, lower case, without a plural s.

    >>> form_key("Vision Transformers") == form_key("vision-transformer")
    True
    """
    key = "".join(c for c in normalize(form).lower() if c.isalnum() or c in "+*#")
    return key[:-1] if len(key) > 3 and key.endswith("s") and not key.endswith("ss") else key


@lru_cache(maxsize=1 << 16)
def shape_of(word: str) -> str:
    """Return the shape class of a token.

    A is an acronym, C an inner capital, D letters and digits, U one capital, c Capitalised, n a number, and l
    anything else.
    """
    if word[0].isdigit() and not any(c.isalpha() for c in word):
        return "n"
    core = word.removesuffix("s").rstrip(_DIGITS)
    if core[:2].isalpha() and len(core) > 1 and core.isupper():
        return "A"
    if any(c.isupper() for c in word[1:]):
        return "C"
    if any(c.isdigit() for c in word) or word[-1] in "*+#":
        return "D"
    if word[0].isupper():
        return "U" if len(word) == 1 else "c"
    return "l"


def find_candidates(tokens: Tokens, gazetteer: Gazetteer, *, abbreviations: bool = True) -> list[Candidate]:
    """Return the candidates of a text in order of their first occurrence.

    Without `abbreviations` a short form and its long form stay two candidates.
    """
    shapes = [shape_of(w) for w in tokens.words]
    sources: dict[Span, set[str]] = defaultdict(set)
    known: dict[Span, tuple[Entry, ...]] = {}
    for hit in gazetteer.find(tokens):
        sources[hit.first, hit.last].add("gazetteer")
        known[hit.first, hit.last] = hit.entries
    for span in _name_shapes(tokens, shapes):
        sources[span].add("shape")
    for span in _announced_names(tokens, shapes):
        sources[span].add("christened")
    if (head := _title_head(tokens)) is not None:
        sources[head].add("title")
    pairs = list(find_abbreviations(tokens.text)) if abbreviations else []
    short_spans = _pair_spans(tokens, pairs, sources)
    form_pairs = [(form_key(p.short), form_key(p.long)) for p in pairs]
    if abbreviations:
        form_pairs += _spelled_elsewhere(tokens, sources, pairs)
    return _group(tokens, sources, known, form_pairs, short_spans)


def _name_shapes(tokens: Tokens, shapes: list[str]) -> Iterator[Span]:
    """Yield the spans that are written like names, with their parts."""
    title_end = tokens.title_end
    title_case = _is_title_case(tokens, shapes, title_end)
    nameish = [_is_nameish(tokens, shapes, i) for i in range(len(tokens))]
    i = 0
    while i < len(tokens):
        if not nameish[i]:
            i += 1
            continue
        last = _run_end(tokens, shapes, nameish, i)
        first = i
        while (
            first > 0
            and tokens.separators[first] in ("-", "–", "_", "$-$")
            and shapes[first - 1] in "ln"
            and i - first < 2
        ):
            first -= 1  # "k-NN", "mini-ImageNet", "multi-CLIP"
        in_title = title_case and tokens.starts[i] < title_end
        yield from _parts(tokens, shapes, first, last, weak_case=in_title)
        if not in_title and last - first <= 3 and all(s == "c" for s in shapes[first:last]):
            yield from _with_lower_heads(tokens, shapes, first, last)
        i = last


def _with_lower_heads(tokens: Tokens, shapes: list[str], first: int, last: int) -> Iterator[Span]:
    """Yield a capitalised word with one and two lower-case words after it: "Gaussian graphical model"."""
    for end in (last, last + 1):
        if (
            end >= len(tokens)
            or tokens.separators[end] not in (" ", "-", "–")
            or shapes[end] != "l"
            or len(tokens.words[end]) < 4
            or tokens.lower[end] in _NO_START
            or tokens.sentence[end] != tokens.sentence[first]
        ):
            return
        yield first, end + 1


def _is_nameish(tokens: Tokens, shapes: list[str], i: int) -> bool:
    """Is the token written like part of a name? A capitalised word that opens a sentence may be any word."""
    shape = shapes[i]
    if shape == "c":
        opening = i == 0 or tokens.sentence[i] != tokens.sentence[i - 1]
        if opening and tokens.starts[i] > tokens.title_end and _is_gerund(tokens, i):
            return False
        return not opening or tokens.lower[i] not in _NO_START
    if shape in "CD":
        return not _QUANTITY.fullmatch(tokens.words[i])
    if shape == "l":  # "phi-3-medium"
        return (
            i + 1 < len(tokens)
            and tokens.separators[i + 1] == "-"
            and shapes[i + 1] == "n"
            and len(tokens.words[i]) > 2
        )
    return shape in "UA"


def _is_gerund(tokens: Tokens, i: int) -> bool:
    """Is it like "Starting" or "Fine-tuning" before a blank, not a part of what follows?"""
    last = i + 1 if i + 2 < len(tokens) and tokens.separators[i + 1] == "-" else i
    return (
        tokens.lower[last].endswith("ing") and last + 1 < len(tokens) and tokens.separators[last + 1] == " "
    )


def _run_end(tokens: Tokens, shapes: list[str], nameish: list[bool], first: int) -> int:
    """Return the end of the run of name-like tokens that begins at `first`."""
    last = first + 1
    while (
        last < len(tokens)
        and tokens.sentence[last] == tokens.sentence[first]
        and (separator := tokens.separators[last]) in _RUN_SEPARATORS
    ):
        if nameish[last] or separator in _TIGHT or (shapes[last] == "n" and shapes[last - 1] in "ACDc"):
            last += 1
        elif (
            separator == " "
            and tokens.lower[last] in _CONNECTORS
            and last + 1 < len(tokens)
            and tokens.separators[last + 1] == " "
            and shapes[last + 1] in "cAC"
        ):
            last += 2
        else:
            break
    return last


def _is_title_case(tokens: Tokens, shapes: list[str], end: int) -> bool:
    long = [
        s for s, w, at in zip(shapes, tokens.words, tokens.starts, strict=True) if at < end and len(w) > 3
    ]
    return bool(long) and sum(s != "l" for s in long) > len(long) / 2


def _parts(tokens: Tokens, shapes: list[str], first: int, last: int, *, weak_case: bool) -> Iterator[Span]:
    """Yield a run's contiguous groups of blank-separated units, and the heads of hyphenated units."""
    bounds = [first, *(k for k in range(first + 1, last) if tokens.separators[k] not in _TIGHT), last]
    units = list(pairwise(bounds))[: 4 * _MAX_UNITS]
    for a, (begin, _) in enumerate(units):
        if shapes[begin] == "n" or (tokens.lower[begin] in _CONNECTORS and begin + 1 == units[a][1]):
            continue
        for b in range(a, min(a + _MAX_UNITS, len(units))):
            end = units[b][1]
            if end - begin > LONGEST_NAME:
                break
            if len(units) > 5 and a > 0 and b < len(units) - 1 and b - a > 1:
                continue
            if tokens.lower[end - 1] in _CONNECTORS or (a == b and end - begin == 1 and shapes[begin] == "U"):
                continue
            if weak_case and not any(shapes[k] in "ACD" for k in range(begin, end)):
                continue
            if any(
                "/" in tokens.separators[k] and is_alternative(tokens.words[k - 1], tokens.words[k])
                for k in range(begin + 1, end)
            ):
                continue
            yield begin, end
    for begin, end in units:
        if 1 < end - begin <= LONGEST_NAME:
            yield from _compound_parts(tokens, shapes, begin, end)


def is_alternative(one: str, other: str) -> bool:
    """Are "10" and "100", "A" and "R" two ways for a name to end ("CIFAR-10/100"), not parts of one?"""
    both = (one, other)
    return all(t.isdigit() for t in both) or all(len(t) == 1 and t.isupper() for t in both)


def _compound_parts(tokens: Tokens, shapes: list[str], begin: int, end: int) -> Iterator[Span]:
    """Yield the parts of "CLIP-based", "ResNet/ViT", "non-GPT", "LLaMA-2-7B"."""
    for cut in range(begin + 1, end):
        separator = tokens.separators[cut]
        left, right = shapes[cut - 1], shapes[cut]
        if any(s in "ACDUc" for s in shapes[begin:cut]) and (
            right in "lcn" or separator == "/" or left in "ACD"
        ):
            yield begin, cut
        if right in "ACD" and (left == "l" or separator == "/" or left in "ACD"):
            yield cut, end


def _announced_names(tokens: Tokens, shapes: list[str]) -> Iterator[Span]:
    """Yield what follows "called", "termed", "which we name" or is in quotes, if it is a short phrase."""
    begins = {s: i for i, s in enumerate(tokens.starts)}
    for match in _NAMING_CUE.finditer(tokens.text):
        first = begins.get(match.end())
        if first is None:
            continue
        stop = _ANNOUNCED_END.search(tokens.text, match.end(), match.end() + 80)
        limit = stop.start() if stop else min(len(tokens.text), match.end() + 80)
        last = first
        while last < len(tokens) and tokens.ends[last] <= limit and last - first < 6:
            last += 1
        if last > first and not (last == first + 1 and shapes[first] == "l" and len(tokens.words[first]) < 4):
            yield first, last


def _title_head(tokens: Tokens) -> Span | None:
    """Return what is before the colon of the title, if it is one to four words."""
    title = tokens.text.partition("\n")[0] if "\n" in tokens.text else ""
    colon = title.find(": ")
    if colon <= 0:
        return None
    last = sum(1 for end in tokens.ends if end <= colon)
    return (0, last) if last > 0 and len(title[:colon].split()) <= 4 else None


def _pair_spans(
    tokens: Tokens, pairs: Iterable[Abbreviation], sources: dict[Span, set[str]]
) -> dict[Span, Abbreviation]:
    """Add the spans of abbreviation pairs; return the span of each form with its pair."""
    begins = {s: i for i, s in enumerate(tokens.starts)}
    ends = {e: i + 1 for i, e in enumerate(tokens.ends)}
    spans = {}
    for pair in pairs:
        for start, end in ((pair.short_start, pair.short_end), (pair.long_start, pair.long_end)):
            span = (begins.get(start, -1), ends.get(end, -1))
            if 0 <= span[0] < span[1]:
                sources[span].add("abbreviation")
                spans[span] = pair
    return spans


def _group(
    tokens: Tokens,
    sources: dict[Span, set[str]],
    known: dict[Span, tuple[Entry, ...]],
    form_pairs: Iterable[tuple[str, str]],
    pair_spans: dict[Span, Abbreviation],
) -> list[Candidate]:
    """Group spans by key, and short with long forms (`form_pairs`); find further occurrences of each key."""
    merged: dict[str, str] = {}
    for short, long in form_pairs:
        merged.setdefault(long, merged.get(short, short))
    candidates: dict[str, Candidate] = {}
    for span in sorted(sources):
        key = form_key(tokens.surface(*span))
        if len(key) < 2:
            continue
        head = merged.get(key, key)
        candidate = candidates.setdefault(head, Candidate(head))
        candidate.keys.add(key)
        candidate.spans.append(span)
        candidate.sources |= sources[span]
        candidate.entries = tuple(dict.fromkeys((*candidate.entries, *known.get(span, ()))))
        if (pair := pair_spans.get(span)) and pair not in candidate.pairs:
            candidate.pairs.append(pair)
    _find_again(tokens, candidates)
    for candidate in candidates.values():
        candidate.spans = sorted(set(candidate.spans))
    return sorted(candidates.values(), key=lambda c: (c.spans[0], c.key))


def _spelled_elsewhere(
    tokens: Tokens, spans: Iterable[Span], pairs: Iterable[Abbreviation]
) -> Iterator[tuple[str, str]]:
    """Yield keys of a short form and of a phrase whose initials spell it, wherever they are in the text.

    A short form that the text defines has that sense: only a phrase like its definition is another form.
    """
    defined: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        defined[form_key(pair.short)].update(_WORD.findall(pair.long.lower()))
    shorts: dict[str, str] = {}
    longs: list[tuple[str, list[str]]] = []
    for first, last in sorted(spans):
        if last == first + 1:
            word = tokens.words[first].removesuffix("s")
            if len(word) > 2 and word.isupper() and word.isalpha():
                shorts.setdefault(word.lower(), form_key(tokens.words[first]))
        elif last - first <= _MOST_SPELLED:
            longs.append((form_key(tokens.surface(first, last)), tokens.lower[first:last]))
    for long, words in longs:
        for kept in (words, [w for w in words if w not in _CONNECTORS]):
            short = shorts.get("".join(w[0] for w in kept))
            known = defined.get(short or "")
            if short and short != long and (not known or 2 * len(known & set(words)) >= len(words)):
                yield short, long
                break


def _find_again(tokens: Tokens, candidates: dict[str, Candidate]) -> None:
    """Add the occurrences of a candidate in a spelling that no rule proposed ("fact-grounded attention")."""
    wanted = {key: c for c in candidates.values() for key in c.keys if len(key) > 3}
    longest = max((len(k) for k in wanted), default=0)
    first_letters = {k[0] for k in wanted}
    for i, word in enumerate(tokens.lower):
        if word[0] not in first_letters:
            continue
        form = ""
        for j in range(i, min(i + 9, len(tokens))):
            if j > i and (
                tokens.separators[j] not in _RUN_SEPARATORS or tokens.sentence[j] != tokens.sentence[i]
            ):
                break
            form += tokens.lower[j]
            if len(form) > longest + 1:
                break
            found = wanted.get(form) or (wanted.get(form[:-1]) if form[-1] == "s" else None)
            if found and (j > i or tokens.words[i] != tokens.lower[i] or not _needs_case(found)):
                found.spans.append((i, j + 1))


def _needs_case(candidate: Candidate) -> bool:
    """Is this a one-word name that is also a word, so that "flamingo" does not count as "Flamingo"?"""
    return "shape" in candidate.sources and not any(e.name.islower() for e in candidate.entries)
