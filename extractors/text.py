"""A text cut into what names are made of: tokens, the separators between them, and sentences.

A token is a run of letters and digits with the marks that belong to names ("A*", "RefCOCO+", "Qwen2.5",
"WMT'23"). Names are looked for as ranges of tokens, so that a span never ends inside a word. All offsets
count characters of the text as a reader sees it: `Tokens.markup` says where the source has them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Final, Generic, TypeVar

from .markup import PlainText, read_markup
from .urls import find_urls

K = TypeVar("K")
V = TypeVar("V")
BATCH: Final = 64
"""How many texts are worked on at once; it does not change the result."""

# Chinese, Japanese and Korean put no blank around a Latin name: their letters are tokens of their own.
_CJK: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"


def _token(letter: str, other: str = "") -> re.Pattern[str]:
    """Return the pattern that a text is split by: what it captures is a token."""
    # "Qwen2.5", "RefCOCO+", "A*", "WMT'23", "f" of "f_x"; not "-".
    return re.compile(
        rf"({letter}+"
        rf"(?:(?=[.'’*#+])(?:\.\d+{letter}*)*(?:['’]\d\d\b)?"
        rf"(?:[*#]{{1,2}}(?![*+#]){letter}*|\+{{1,2}}(?![*+#]|{letter}{{2}}))?)?{other})"
    )


_TOKEN: Final = _token(rf"[^\W_{_CJK}]", rf"|[{_CJK}]+")
_ASCII_TOKEN: Final = _token("[A-Za-z0-9]")
"""The same for a text in ASCII, which almost every text is."""

_URL_MASK: Final = "\x00"
# A sentence ends at . ! ? before a blank and a capital, or at a line break; not after a known abbreviation.
# "." of "It works. We show" and of "better.We show"; not "e.g. this" or "v2.0".
_SENTENCE_END: Final = re.compile(
    r"[.!?\n](?:(?<=\n)|[\"'”’)\]]*(?=\s+[\"'“‘(\[$\\]*[A-Z0-9])|(?<=[a-z)]{2}[.!?])(?=[A-Z][a-z]+\s[a-z]))"
)
# "e.g." of "as in e.g.", "al." of "Doe et al.", "J." of "by J."; not "it ends.".
_NO_END: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|etc|al|Fig|Figs|Eq|Eqs|Sec|Tab|resp|approx|Dr|Prof|St|No|w\.r\.t)|\b[A-Z])\.$"
)
# "\textbf{LoRA}", "\emph{GT}"; not "\cite{key}".
_MARKUP: Final = re.compile(
    r"(\\(?:text(?:bf|it|tt|sc|sf|rm|sl|up)|emph|underline|uline|mbox|textcolor\{\w+\})\s?\{)([^{}\\]{1,200})\}"
)
# "  " of "a  b"; not "a b".
_BLANKS: Final = re.compile(r" {2,}")
# "-" of "GPT-4", " _" of "a _b"; not "GPT4" or "C++".
_IGNORED_SIGNS: Final = re.compile(r"[\s_\-‐‑–—'’`\"“”]+")


class Recent(Generic[K, V]):
    """Results for the last keys: the components of a pipeline ask for the same texts in turn."""

    def __init__(self, size: int) -> None:
        self._size, self._held = size, dict[K, V]()

    def get(self, keys: Sequence[K], compute: Callable[[list[K]], Iterable[V]]) -> list[V]:
        """Return the results for keys, in order; `compute` is called once, with those that are missing."""
        held = self._held
        found = {key: value for key in keys if (value := held.get(key)) is not None}
        if missing := [key for key in dict.fromkeys(keys) if key not in found]:
            found.update(zip(missing, compute(missing), strict=True))
            held.update(found)
            for key in list(held)[: max(0, len(held) - self._size)]:
                held.pop(key, None)
        return [found[key] for key in keys]


@dataclass(slots=True)
class Tokens:
    """The tokens of a text and what separates them; `separators[i]` is the text between token i-1 and i.

    `separators` has one item more than `words`: the text before the first and after the last token. Text
    inside URLs holds no token. `text` is read through LaTeX, `markup` maps it to the source, if it has any.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    separators: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    markup: PlainText | None = None

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Cut a text."""
        masked = _mask_urls(text)
        if markup := read_markup(masked):
            masked = markup.text
            text = _with_urls(markup, text) if _URL_MASK in masked else masked
        parts = (_ASCII_TOKEN if masked.isascii() else _TOKEN).split(masked)
        bounds = list(accumulate(map(len, parts)))
        words, separators, starts = parts[1::2], parts[::2], bounds[:-1:2]
        if "  " in masked:
            separators[:-1] = [_BLANKS.sub(" ", s) if len(s) > 1 else s for s in separators[:-1]]
        sentences = sentence_spans(masked)
        sentence: list[int] = []
        for number, (begin, _) in enumerate(sentences):
            sentence += [number - 1] * (bisect_left(starts, begin) - len(sentence))
        sentence += [len(sentences) - 1] * (len(words) - len(sentence))
        lower = list(map(str.lower, words))
        return cls(text, words, starts, bounds[1::2], separators, lower, sentence, sentences, markup)

    @property
    def title_end(self) -> int:
        """Where the title ends: at the first line break; 0 for a text of one line, which has no title."""
        return max(0, self.text.find("\n"))

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, first: int, last: int) -> str:
        """Return the text of the tokens `first` to `last` (not included)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _mask_urls(text: str) -> str:
    """Return the text, as long as before, with every URL blotted out."""
    pieces, position = [], 0
    for url in find_urls(text):
        pieces += [text[position : url.start], _URL_MASK * (url.end - url.start)]
        position = url.end
    return "".join([*pieces, text[position:]]) if pieces else text


def _with_urls(markup: PlainText, text: str) -> str:
    """Return what is read of a text whose URLs were blotted out, with the URLs."""
    places = zip(markup.text, markup.starts, strict=True)
    return "".join([text[at] if sign == _URL_MASK else sign for sign, at in places])


def blank_markup(text: str) -> str:
    r"""Return the text, as long as before, with commands that only change the type blotted out.

    >>> blank_markup(r"the \emph{Quill} set")
    'the       Quill  set'
    """
    if "\\" not in text:
        return text
    return _MARKUP.sub(lambda m: " " * len(m.group(1)) + m.group(2) + " ", text)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the sentences of a text; a line break always ends one.

    Copes with "e.g.", "et al.", initials, decimals and a missing blank after the full stop.

    >>> [ "A b. We do."[s:e] for s, e in sentence_spans("A b. We do.") ]
    ['A b.', 'We do.']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        if match.group() == "\n" or not _NO_END.search(text, max(start, end - 12), end):
            _add_stripped(spans, text, start, end)
            start = end
    _add_stripped(spans, text, start, len(text))
    return spans


def _add_stripped(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without the blanks at its ends, if anything else is in it."""
    sentence = text[start:end].rstrip()
    if sentence:
        spans.append((start + len(sentence) - len(sentence.lstrip()), start + len(sentence)))


def normalize(form: str) -> str:
    """Return a form with hyphens, blanks, underscores and quotes removed; letters keep their case.

    Two normalized forms are equal where a reader would not see two names: "LLaMA 2", "LLaMA-2", "LLaMA2".
    """
    return form if form.isalnum() else _IGNORED_SIGNS.sub("", form)


MAX_SENTENCE: Final = 400
"""The longest sentence that is quoted in full, in characters."""

_ELLIPSIS: Final = "…"


def sentence_at(text: str, start: int, end: int, *, max_chars: int = MAX_SENTENCE) -> str:
    """Return the sentence of `text` around the span, blanks collapsed, at most `max_chars` characters.

    `text` is `Paper.text`, whose first line, the title, is a sentence of its own. A span over several
    sentences gives the first. A longer sentence is cut at words, with an ellipsis; the beginning of the span
    stays inside. Empty for a text without words.
    """
    spans = _spans(text)
    if not spans:
        return ""
    left, right = spans[max(0, bisect_right(spans, (start, len(text))) - 1)]
    sentence = " ".join(text[left:right].split())
    if len(sentence) <= max_chars:
        return sentence
    at = len(" ".join(text[left:start].split())) if start > left else 0
    return _cut(sentence, min(at, len(sentence)), max(end - start, 1), max_chars)


@lru_cache(maxsize=64)
def _spans(text: str) -> list[tuple[int, int]]:
    return sentence_spans(text)


def _cut(sentence: str, at: int, length: int, max_chars: int) -> str:
    """Cut to `max_chars` around the span of `length` that begins at `at`; a longer span is cut itself."""
    if len(sentence) <= max_chars:
        return sentence
    room = max_chars - 2 * len(_ELLIPSIS)
    left = 0 if at + min(length, room // 2) <= room else at - room // 2
    if left > 0:
        blank = sentence.find(" ", left, at)
        left = blank + 1 if blank >= 0 else at
    right = min(len(sentence), left + room)
    if right < len(sentence):
        blank = sentence.rfind(" ", at + 1, right + 1)
        right = blank if blank > at else right
    head = _ELLIPSIS if left > 0 else ""
    tail = _ELLIPSIS if right < len(sentence) else ""
    return head + sentence[left:right].strip() + tail
