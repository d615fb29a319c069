"""The words of a text, by which the table `text_index` finds it."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")  # "low", "rank" and "loras" of "Low-rank LoRAs!"


def words_of(text: str) -> list[str]:
    """Return the runs of letters and digits of a text, case folded, in order.

    >>> words_of("Low-rank LoRAs: naïve, C++")
    ['low', 'rank', 'loras', 'naïve', 'c']
    """
    return _WORD.findall(text.casefold())
