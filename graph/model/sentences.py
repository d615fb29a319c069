"""The sentence of a paper that stands round a mention."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final

from extractors.text import sentence_spans

MAX_SENTENCE: Final = 400
"""The longest sentence that is quoted whole, in characters."""

_ELLIPSIS: Final = "…"


def sentence_at(text: str, start: int, end: int, *, max_chars: int = MAX_SENTENCE) -> str:
    """Return the sentence of `text` round the span, blanks collapsed, at most `max_chars` characters.

    `text` is `Paper.text`, whose first line, the title, is a sentence of its own. A span over several
    sentences gives the first. A longer sentence is cut at words, with an ellipsis; the span's begin stays
    inside. Empty for a text without words.
    """
    spans = _spans(text)
    if not spans:
        return ""
    left, right = spans[max(0, bisect_right(spans, (start, len(text))) - 1)]
    sentence = " ".join(text[left:right].split())
    at = len(" ".join(text[left:start].split())) if start > left else 0
    return _cut(sentence, min(at, len(sentence)), max(end - start, 1), max_chars)


@lru_cache(maxsize=64)
def _spans(text: str) -> list[tuple[int, int]]:
    return sentence_spans(text)


def _cut(sentence: str, at: int, length: int, max_chars: int) -> str:
    """Cut to `max_chars` round the span of `length` that begins at `at`; a longer span is cut itself."""
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
