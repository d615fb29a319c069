"""In how many abstracts of a corpus a word stands, as a weight."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path
from typing import Final

from ..word_weights import RARE, content_words

_COMMON: Final = 0.12  # a word that so many abstracts have says nothing


def write_word_weights(texts: Iterable[str], target: Path) -> int:
    """Write the weights of the words of a corpus, a line a weight, and return how many words have one."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(content_words(text))
        total += 1
    lines: list[list[str]] = [[] for _ in range(RARE)]
    for word in sorted(counts):
        weight = int(2 * log(total / counts[word])) if counts[word] < _COMMON * total else 0
        if weight < RARE:
            lines[weight].append(word)
    text = "\n".join(map(" ".join, lines))
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    return sum(map(len, lines))
