"""Candidates: every span of a text that could be the name of a method or a dataset.

Spans are cheap to over-generate; the scorer decides. What one text calls by one name, in any spelling, is one
candidate with all its occurrences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, starmap
from typing import Final

from .abbreviations import Abbreviation, find_abbreviations, is_blend
from .gazetteer import Entry, Gazetteer
from .phrases import CONNECTORS as _CONNECTORS, NO_START as _NO_START, phrase_spans
from .text import Tokens, normalize

Span = tuple[int, int]

_RUN_SEPARATORS: Final = frozenset({" ", "-", "–", "/", "_", "@", "&", " & ", "+", "^", ".", ":", "--", "×"})
_TIGHT: Final = frozenset({"-", "–", "/", "_", "@", "&", "+", "^", ".", ":", "--", "×"})
_DIGITS: Final = "0123456789"
# "self" of "self_play", "GPT4"; not "--".
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_SPELLED: Final = 9
_MOST_BLENDS: Final = 8
"""So many short forms of one letter are compared with the phrases of a text."""
_HEADS: Final = frozenset({
    "algorithm", "approach", "architecture", "benchmark", "block", "corpus", "dataset", "framework", "graph",
    "layer", "loss", "mechanism", "method", "model", "module", "network", "strategy", "system",
})  # fmt: skip
"""Words that end a long form and are left out where the same thing is named again."""
_HEAD: Final = 4
"""What is found again has so many characters or more; by so many it is looked for."""
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
# Each match of the above has one of these in it.
_NAMING_MARKS: Final = (
    "called", "named", "termed", "dubbed", "coined", "christened", "namely", "titled", "denoted", "to as",
    "known as", "defined as", "e call", "e name", "e term", "e dub", '"', "“", "`",
)  # fmt: skip
# "," of "QuillNet, a model", " which" of "QuillNet which learns"; not "QuillNet model".
_ANNOUNCED_END: Final = re.compile(
    r"[,.;:()\"”’`]|\s(?:which|that|to|for|and|is|in|on|with|by|from|as|where|can|of|we|using|via)\b"
)
# "c" of "lclll", a capitalised word; "l" of "lln", a word before a number; not "lll" or "n".
_UNUSUAL: Final = re.compile(r"[^ln]|l(?=n)")
# "A" of "cA", an acronym; not "cl".
_STRONG: Final = re.compile(r"[ACD]")
_MAX_UNITS: Final = 7
LONGEST_NAME: Final = 24
"""No name has more tokens; a run of a thousand joined words would else give spans without end."""

_LONGEST_CANDIDATE: Final = 200
"""No candidate has more characters; long forms and titles of real texts reach 130."""


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


@lru_cache(maxsize=1 << 14)
def form_key(form: str) -> str:
    """Return a form folded to letters, digits, `+`, `*` and `#`, lower case, without a plural s.

    >>> form_key("Vision Transformers") == form_key("vision-transformer")
    True
    """
    key = normalize(form).lower()
    if not key.isalnum():
        key = "".join([c for c in key if c.isalnum() or c in "+*#"])
    if len(key) <= 3 or key[-1] != "s" or key[-2] == "s":
        return key
    return key[:-2] if key.endswith("sses") else key[:-1]


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
    shapes = "".join(map(shape_of, tokens.words))
    sources: dict[Span, set[str]] = {}
    known: dict[Span, tuple[Entry, ...]] = {}
    for hit in gazetteer.find(tokens):
        sources[hit.first, hit.last] = {"gazetteer"}
        known[hit.first, hit.last] = hit.entries
    _add(sources, _name_shapes(tokens, shapes), "shape")
    _add(sources, _announced_names(tokens, shapes), "christened")
    if (head := _title_head(tokens)) is not None:
        _add(sources, [head], "title")
    for span, rule in phrase_spans(tokens, shapes, known):
        _add(sources, [span], rule)
    pairs = list(find_abbreviations(tokens.text)) if abbreviations else []
    short_spans = _pair_spans(tokens, pairs)
    _add(sources, short_spans, "abbreviation")
    spans = [
        (first, last)
        for first, last in sorted(sources)
        if tokens.ends[last - 1] - tokens.starts[first] <= _LONGEST_CANDIDATE
    ]
    form_pairs = [(form_key(p.short), form_key(p.long)) for p in pairs]
    if abbreviations:
        form_pairs += _spelled_elsewhere(tokens, spans, pairs)
        form_pairs += _other_extents(tokens, spans, pairs, known)
    candidates = _group(tokens, spans, sources, known, form_pairs, short_spans)
    _find_again(tokens, candidates)
    for candidate in candidates:
        candidate.spans = sorted(set(candidate.spans))
    return sorted(candidates, key=lambda c: (c.spans[0], c.key))


def _add(sources: dict[Span, set[str]], spans: Iterable[Span], source: str) -> None:
    for span in spans:
        if span in sources:
            sources[span].add(source)
        else:
            sources[span] = {source}


def _name_shapes(tokens: Tokens, shapes: str) -> list[Span]:
    """Return the spans that are written like names, with their parts."""
    separators, starts, title_end = tokens.separators, tokens.starts, tokens.title_end
    title_case = _is_title_case(tokens, shapes, title_end)
    places = _nameish(tokens, shapes, title_end)
    nameish = bytearray(len(shapes))
    for i in places:
        nameish[i] = 1
    spans: list[Span] = []
    last = 0
    for i in places:
        if i < last:
            continue
        last = _run_end(tokens, shapes, nameish, i)
        first = i
        while (
            first > 0 and separators[first] in ("-", "–", "_") and shapes[first - 1] in "ln" and i - first < 2
        ):
            first -= 1  # "k-NN", "mini-ImageNet", "multi-CLIP"
        in_title = title_case and starts[i] < title_end
        _add_parts(spans, tokens, shapes, first, last, weak_case=in_title)
        if not in_title and last - first <= 3 and not shapes[first:last].strip("c"):
            _add_lower_heads(spans, tokens, shapes, first, last)
    return spans


def _add_lower_heads(spans: list[Span], tokens: Tokens, shapes: str, first: int, last: int) -> None:
    """Add a capitalised word with one and two lower-case words after it: "Gaussian graphical model"."""
    for end in (last, last + 1):
        if (
            end >= len(shapes)
            or shapes[end] != "l"
            or tokens.separators[end] not in (" ", "-", "–")
            or len(tokens.words[end]) < 4
            or tokens.lower[end] in _NO_START
            or tokens.sentence[end] != tokens.sentence[first]
        ):
            return
        spans.append((first, end + 1))


def _nameish(tokens: Tokens, shapes: str, title_end: int) -> list[int]:
    """Return the tokens that are written like part of a name.

    A capitalised word that opens a sentence may be any word.
    """
    words, sentence = tokens.words, tokens.sentence
    places: list[int] = []
    for match in _UNUSUAL.finditer(shapes):
        i = match.start()
        shape = shapes[i]
        if shape == "c":
            if (i > 0 and sentence[i] == sentence[i - 1]) or (
                tokens.lower[i] not in _NO_START
                and not (tokens.starts[i] > title_end and _is_gerund(tokens, i))
            ):
                places.append(i)
        elif shape in "CD":
            if not _QUANTITY.fullmatch(words[i]):
                places.append(i)
        elif shape != "l" or (tokens.separators[i + 1] == "-" and len(words[i]) > 2):  # "phi-3-medium"
            places.append(i)
    return places


def _is_gerund(tokens: Tokens, i: int) -> bool:
    """Is it like "Starting" or "Fine-tuning" before a blank, not a part of what follows?"""
    last = i + 1 if i + 2 < len(tokens) and tokens.separators[i + 1] == "-" else i
    return (
        tokens.lower[last].endswith("ing") and last + 1 < len(tokens) and tokens.separators[last + 1] == " "
    )


def _run_end(tokens: Tokens, shapes: str, nameish: bytearray, first: int) -> int:
    """Return the end of the run of name-like tokens that begins at `first`."""
    separators, lower, sentence = tokens.separators, tokens.lower, tokens.sentence
    here, n = sentence[first], len(shapes)
    last = first + 1
    while last < n and sentence[last] == here and (separator := separators[last]) in _RUN_SEPARATORS:
        if shapes[last] == "n":
            if separator not in _TIGHT and shapes[last - 1] not in "ACDc":
                break
            if separator == "×" or _is_measure(tokens, last):
                break
            last += 1
        elif nameish[last] or separator in _TIGHT:
            last += 1
        elif (
            separator == " "
            and lower[last] in _CONNECTORS
            and last + 1 < n
            and separators[last + 1] == " "
            and shapes[last + 1] in "cAC"
        ):
            last += 2
        else:
            break
    return last


def _is_measure(tokens: Tokens, number: int) -> bool:
    """Is the number the first of "128 x 128" or "128×128"?"""
    after = tokens.separators[number + 1].strip()
    return after == "×" or (not after and tokens.lower[number + 1 : number + 2] == ["x"])


def _is_title_case(tokens: Tokens, shapes: str, end: int) -> bool:
    words = tokens.words[: bisect_left(tokens.starts, end)]
    long = [s for s, w in zip(shapes, words, strict=False) if len(w) > 3]
    return bool(long) and len(long) - long.count("l") > len(long) / 2


def _add_parts(
    spans: list[Span], tokens: Tokens, shapes: str, first: int, last: int, *, weak_case: bool
) -> None:
    """Add a run's contiguous groups of blank-separated units, and the heads of hyphenated units."""
    lower, separators = tokens.lower, tokens.separators
    bounds = [first, *[k for k in range(first + 1, last) if separators[k] not in _TIGHT], last]
    units = list(pairwise(bounds))[: 4 * _MAX_UNITS]
    for a, (begin, unit_end) in enumerate(units):
        if shapes[begin] == "n" or (lower[begin] in _CONNECTORS and begin + 1 == unit_end):
            continue
        for b in range(a, min(a + _MAX_UNITS, len(units))):
            end = units[b][1]
            if end - begin > LONGEST_NAME:
                break
            if len(units) > 5 and a > 0 and b < len(units) - 1 and b - a > 1:
                continue
            if lower[end - 1] in _CONNECTORS or (a == b and end - begin == 1 and shapes[begin] == "U"):
                continue
            if weak_case and not _STRONG.search(shapes, begin, end):
                continue
            if not _has_alternative(tokens, begin, end):
                spans.append((begin, end))
    for begin, end in units:
        if 1 < end - begin <= LONGEST_NAME:
            _add_compound_parts(spans, separators, shapes, begin, end)


def _has_alternative(tokens: Tokens, begin: int, end: int) -> bool:
    """Does the span hold two ends of a name, as "CIFAR-10/100" does?"""
    for k in range(begin + 1, end):
        if "/" in tokens.separators[k] and is_alternative(tokens.words[k - 1], tokens.words[k]):
            return True
    return False


def is_alternative(one: str, other: str) -> bool:
    """Are "10" and "100", "A" and "R" two ways for a name to end ("CIFAR-10/100"), not parts of one?"""
    if one.isdigit():
        return other.isdigit()
    return len(one) == 1 and len(other) == 1 and one.isupper() and other.isupper()


def _add_compound_parts(
    spans: list[Span], separators: Sequence[str], shapes: str, begin: int, end: int
) -> None:
    """Add the parts of "CLIP-based", "ResNet/ViT", "non-GPT", "LLaMA-2-7B"."""
    named = False
    for cut in range(begin + 1, end):
        separator, left, right = separators[cut], shapes[cut - 1], shapes[cut]
        named = named or left in "ACDUc"
        if named and (right in "lcn" or separator == "/" or left in "ACD"):
            spans.append((begin, cut))
        if right in "ACD" and (left == "l" or separator == "/" or left in "ACD"):
            spans.append((cut, end))


def _announced_names(tokens: Tokens, shapes: str) -> list[Span]:
    """Return what follows "called", "termed", "which we name" or is in quotes, if it is a short phrase."""
    text, ends, spans = tokens.text, tokens.ends, list[Span]()
    if not any(map(text.__contains__, _NAMING_MARKS)):
        return spans
    for match in _NAMING_CUE.finditer(text):
        first = bisect_left(tokens.starts, match.end())
        if first == len(shapes) or tokens.starts[first] != match.end():
            continue
        stop = _ANNOUNCED_END.search(text, match.end(), match.end() + 80)
        limit = stop.start() if stop else min(len(text), match.end() + 80)
        last = first
        while last < len(shapes) and ends[last] <= limit and last - first < 6:
            last += 1
        if last > first and not (last == first + 1 and shapes[first] == "l" and len(tokens.words[first]) < 4):
            spans.append((first, last))
    return spans


def _title_head(tokens: Tokens) -> Span | None:
    """Return what is before the colon of the title, if it is one to four words."""
    colon = tokens.text.find(": ", 0, tokens.title_end)
    if colon <= 0:
        return None
    last = bisect_right(tokens.ends, colon)
    return (0, last) if last > 0 and len(tokens.text[:colon].split()) <= 4 else None


def _pair_spans(tokens: Tokens, pairs: Sequence[Abbreviation]) -> dict[Span, Abbreviation]:
    """Return the span of each form of abbreviation pairs, where it is one of whole tokens, with its pair."""
    spans: dict[Span, Abbreviation] = {}
    for pair in pairs:
        for start, end in ((pair.short_start, pair.short_end), (pair.long_start, pair.long_end)):
            first, last = bisect_left(tokens.starts, start), bisect_left(tokens.ends, end)
            if first <= last < len(tokens) and tokens.starts[first] == start and tokens.ends[last] == end:
                spans[first, last + 1] = pair
    return spans


def _group(
    tokens: Tokens,
    spans: Iterable[Span],
    sources: Mapping[Span, set[str]],
    known: Mapping[Span, tuple[Entry, ...]],
    form_pairs: Iterable[tuple[str, str]],
    pair_spans: Mapping[Span, Abbreviation],
) -> list[Candidate]:
    """Group spans by key, and short with long forms (`form_pairs`)."""
    merged: dict[str, str] = {}
    for short, long in form_pairs:
        merged.setdefault(long, merged.get(short, short))
    candidates: dict[str, Candidate] = {}
    for span in spans:
        key = form_key(tokens.surface(*span))
        if len(key) < 2:
            continue
        head = merged.get(key, key)
        candidate = candidates.get(head)
        if candidate is None:
            candidate = candidates[head] = Candidate(head)
        candidate.keys.add(key)
        candidate.spans.append(span)
        candidate.sources |= sources[span]
        if entries := known.get(span):
            candidate.entries = tuple(dict.fromkeys((*candidate.entries, *entries)))
        if (pair := pair_spans.get(span)) and pair not in candidate.pairs:
            candidate.pairs.append(pair)
    return list(candidates.values())


def _spelled_elsewhere(
    tokens: Tokens, spans: Sequence[Span], pairs: Iterable[Abbreviation]
) -> list[tuple[str, str]]:
    """Return keys of a short form and of a phrase whose initials spell it, wherever they are in the text.

    A short form that the text defines has that sense: only a phrase like its definition is another form.
    """
    shorts: dict[str, str] = {}
    blends: dict[str, dict[str, str]] = {}
    for first, last in spans:
        if last == first + 1:
            word = tokens.words[first].removesuffix("s")
            if len(word) > 2 and word.isupper() and word.isalpha():
                shorts.setdefault(word.lower(), form_key(tokens.words[first]))
                continue
            if word.istitle():
                continue
        if tokens.ends[last - 1] - tokens.starts[first] < 14 and tokens.words[first][0].isupper():
            form = tokens.surface(first, last).removesuffix("s")
            if len(form) > 3 and " " not in form and sum(map(str.isupper, form)) > 2:
                same = blends.setdefault(form[0].lower(), {})
                if len(same) < _MOST_BLENDS:
                    same[form] = form_key(form)
    if not shorts and not blends:
        return []
    defined: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        defined[form_key(pair.short)].update(_WORD.findall(pair.long.lower()))
    initials = {short[0] for short in shorts}
    spelled: list[tuple[str, str]] = []
    for first, last in spans:
        if not 1 < last - first <= _MOST_SPELLED:
            continue
        words = tokens.lower[first:last]
        if of_letter := blends.get(words[0][0]):
            form = tokens.surface(first, last)
            if " " in form or "-" in form:
                spelled += [
                    (key, form_key(form))
                    for short, key in of_letter.items()
                    if key not in defined and is_blend(short, form)
                ]
        if words[0][0] not in initials and words[0] not in _CONNECTORS:
            continue
        for kept in (words, [w for w in words if w not in _CONNECTORS]):
            short = shorts.get("".join([w[0] for w in kept]))
            if not short:
                continue
            long, known = form_key(tokens.surface(first, last)), defined.get(short)
            if short != long and (not known or 2 * len(known & set(words)) >= len(words)):
                spelled.append((short, long))
                break
    return spelled


def _other_extents(
    tokens: Tokens,
    spans: Sequence[Span],
    pairs: Iterable[Abbreviation],
    known: Mapping[Span, tuple[Entry, ...]],
) -> list[tuple[str, str]]:
    """Return keys of a short form and of its long form with capitalised words before it or less its noun.

    "Tall Lattice Filter (LF)" calls that filter LF, unless LF is known; a title may call a "lattice filter
    network" less than that.
    """
    found: list[tuple[str, str]] = []
    written: Counter[str] = Counter()
    ending: dict[int, list[int]] = {}
    for pair in pairs:
        if not 0 <= pair.short_start - pair.long_end <= 3:
            continue
        first, last = bisect_left(tokens.starts, pair.long_start), bisect_left(tokens.ends, pair.long_end)
        short = bisect_left(tokens.starts, pair.short_start)
        if not first < last < len(tokens) or tokens.starts[first] != pair.long_start:
            continue
        if (first, last + 1) in known or (short, short + 1) in known:
            continue
        key = form_key(pair.short)
        if last - first > 1 and tokens.lower[last].removesuffix("s") in _HEADS:
            stem = tokens.surface(first, last)
            written = written or Counter(starmap(tokens.surface, spans))
            if " " in stem and written[stem] > written[pair.long]:
                found.append((key, form_key(stem)))
        if not ending:
            for begin, end in spans:
                ending.setdefault(end, []).append(begin)
        found += [
            (key, form_key(tokens.surface(begin, last + 1)))
            for begin in ending.get(last + 1, ())
            if first - 4 <= begin < first
            and all(_is_plain(tokens.words[i], tokens.separators[i]) for i in range(begin, first))
        ]
    return found


def _is_plain(word: str, separator: str) -> bool:
    """Is this a capitalised word ("Tall") or part of a compound, not a coined one ("CLIP", "DeepLab")?"""
    return word.isalpha() and (word.istitle() or (word.islower() and separator == "-"))


def _find_again(tokens: Tokens, candidates: Iterable[Candidate]) -> None:
    """Add the occurrences of a candidate in a spelling that no rule proposed ("fact-grounded attention")."""
    wanted = {key: c for c in candidates for key in c.keys if len(key) >= _HEAD}
    heads = {key[:end] for key in wanted for end in range(1, _HEAD + 1)}
    longest = max(map(len, wanted), default=0)
    words, lower, separators, sentence = tokens.words, tokens.lower, tokens.separators, tokens.sentence
    for i in [i for i, word in enumerate(lower) if word[:_HEAD] in heads]:
        form = lower[i]
        j, end = i, min(i + 9, len(lower))
        while len(form) <= longest + 1:
            found = wanted.get(form) or (wanted.get(form[:-1]) if form[-1] == "s" else None)
            if found and (j > i or words[i] != form or not _needs_case(found)):
                found.spans.append((i, j + 1))
            j += 1
            if j == end or separators[j] not in _RUN_SEPARATORS or sentence[j] != sentence[i]:
                break
            form += lower[j]
            if form[:_HEAD] not in heads:
                break


def _needs_case(candidate: Candidate) -> bool:
    """Is this a one-word name that is also a word, so that "flamingo" does not count as "Flamingo"?"""
    return "shape" in candidate.sources and not any(e.name.islower() for e in candidate.entries)
