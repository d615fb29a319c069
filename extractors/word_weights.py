"""How much a word says of what a text is about: little if many abstracts have it."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files
from typing import Final

RARE: Final = 16
"""The weight of a word that fewer than one abstract in 3,000 has, names among them."""

# "segmentation", "réseaux", "GPT" of "GPT-4"; not "of" or "3D".
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def content_words(text: str) -> set[str]:
    """Return the words of three letters or more in small letters, without the s of a plural.

    >>> sorted(content_words("We train GPT-4 on meshes of faces."))
    ['face', 'gpt', 'meshe', 'train']
    """
    found = set(_WORD.findall(text.lower()))
    plural = {word for word in found if word[-1] == "s" and len(word) > 4 and word[-2] not in "sui"}
    return (found - plural).union(word[:-1] for word in plural)


@cache
def load_word_weights() -> dict[str, int]:
    """Return the weights of words below RARE, 0 for words such as "model", read once a process.

    A weight is twice the natural logarithm of the share of abstracts without the sign, cut to a whole number.
    """
    raw = files("paperlattice.extractors").joinpath("data/word_weights.txt.gz").read_bytes()
    lines = gzip.decompress(raw).decode().split("\n")
    return {word: weight for weight, line in enumerate(lines) for word in line.split()}
