"""Names in ordinary words: what a proposal, a person or a known name says that it is a name.

Cheap proposals of spans, which the scorer judges: "we introduce slow kiln firing, which", "sparse PCA",
"Quill's discrepancy principle".
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from .text import Tokens

Span = tuple[int, int]

CONNECTORS: Final = frozenset({
    "of", "for", "in", "the", "with", "and", "to", "a", "on", "as", "at", "by", "from", "via",
})  # fmt: skip
NO_START: Final = frozenset({
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
_PROPOSING: Final = (
    "propose", "present", "introduce", "devise", "develop", "design", "describe", "unveil", "formulate",
)  # fmt: skip
# "propose a novel " of "we propose a novel slow firing", "introduce the " of "we introduce the slow firing".
_PROPOSED: Final = re.compile(
    rf"\b(?:{'|'.join(_PROPOSING)})s? (?:the |(an? |our ))?"
    r"(?:(?:novel|new|simple|efficient|effective|general|unified|so-called),? (?:and )?){0,3}(?=[\w$])"
)
# "," of "slow firing, which", " that" of "slow firing that learns"; not "slow-firing kiln".
_PROPOSED_END: Final = re.compile(
    r"[,.;:()\"”’\n]| -{1,3} |\s(?:which|that|to|for|is|in|on|with|by|from|as|where|when|can|of|we|using|via"
    r"|through|based|under|are|has|have|over|into|without|within|at|and|or|whose|between|across|among|against"
    r"|called|named|termed|dubbed|designed|inspired|trained|tailored|applied|capable|able|enabling|not|used)\b"
)
_COUNTS: Final = frozenset({"two", "three", "four", "five", "various", "multiple", "different"})
_MAX_PHRASE: Final = 7
# "A" of "cA", an acronym; not "cl".
_STRONG: Final = re.compile(r"[ACD]")


@cache
def _name_words(name: str) -> frozenset[str]:
    """Return one of the packaged lists of words of names of ordinary words."""
    path = files("paperlattice.extractors").joinpath("data/name_words.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[name].split())


def phrase_spans(tokens: Tokens, shapes: str, known: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Yield spans with the rule that proposes each; `known` are those of known names.

    `shapes` has the shape class of each token, see `candidates.shape_of`.
    """
    for rule, spans in (
        ("phrase", _proposed_phrases(tokens)),
        ("christened", _emphasised(tokens, shapes)),
        ("shape", _modified_names(tokens, shapes, known)),
        ("shape", _eponyms(tokens, shapes)),
    ):
        for span in spans:
            yield span, rule


def _proposed_phrases(tokens: Tokens) -> Iterator[Span]:
    """Yield what follows "propose", "we devise a novel", if it is a short phrase that may be a name."""
    text = tokens.text
    if not any(map(text.__contains__, _PROPOSING)):
        return
    any_work = _name_words("any_work")
    for match in _PROPOSED.finditer(text):
        first = bisect_left(tokens.starts, match.end())
        stop = _PROPOSED_END.search(text, match.end(), match.end() + 90)
        if first == len(tokens) or tokens.starts[first] != match.end() or stop is None:
            continue
        last = bisect_right(tokens.ends, stop.start())
        if not 1 < last - first <= _MAX_PHRASE or tokens.lower[first] in NO_START | _COUNTS:
            continue
        end = tokens.lower[last - 1]
        if end.removesuffix("s") in any_work and (match.group(1) or last - first < 3):
            continue
        yield first, last


def _emphasised(tokens: Tokens, shapes: str) -> Iterator[Span]:
    """Yield the short phrases that LaTeX sets in another type."""
    for start, end in tokens.markup.emphasised if tokens.markup else ():
        first, last = bisect_left(tokens.starts, start), bisect_right(tokens.ends, end)
        if 0 < last - first < _MAX_PHRASE and (last > first + 1 or shapes[first] not in "ln"):
            yield first, last


def _modified_names(tokens: Tokens, shapes: str, known: Iterable[Span]) -> Iterator[Span]:
    """Yield known names and acronyms with the words before them that make them another: "sparse PCA"."""
    lower, separators, sentence = tokens.lower, tokens.separators, tokens.sentence
    modifiers = _name_words("modifiers")
    acronyms = [
        (m.start(), m.end()) for m in _STRONG.finditer(shapes) if tokens.words[m.start()][0].isalpha()
    ]
    for first, last in {*known, *acronyms}:
        begin = first
        while begin > 0 and last - begin < _MAX_PHRASE and sentence[begin - 1] == sentence[first]:
            if separators[begin] not in (" ", "-"):
                break
            word, at = lower[begin - 1], begin - 1
            if at > 0 and separators[at] == "-":
                word, at = f"{lower[at - 1]}-{word}", at - 1
            if word not in modifiers:
                break
            begin = at
            yield begin, last


def _eponyms(tokens: Tokens, shapes: str) -> Iterator[Span]:
    """Yield what is named after a person, with one or two words: "Quill's discrepancy principle"."""
    separators, lower = tokens.separators, tokens.lower
    if "'s " not in tokens.text and "’s " not in tokens.text:
        return
    nouns = _name_words("method_nouns")
    for i in [i for i, word in enumerate(tokens.words) if word == "s"]:
        if i == 0 or separators[i] not in ("'", "’") or shapes[i - 1] != "c":
            continue
        for last in range(i + 1, min(i + 4, len(shapes))):
            if separators[last] not in (" ", "-") or tokens.sentence[last] != tokens.sentence[i]:
                break
            if lower[last] in nouns:
                yield i - 1, last + 1
                break
