"""Texts of papers without what a terminal would obey and what a reader would not see."""

from __future__ import annotations

from typing import Final

# Control characters; line separators and what turns the direction of text (U+2028 to 202E, U+2066 to 2069);
# the invisible letters of tags (U+E0000 to E007F), in which an order to a language model can hide.
_HIDDEN: Final = (range(0x20), range(0x7F, 0xA0), range(0x2028, 0x202F), range(0x2066, 0x206A))
_BLANKS: Final = dict.fromkeys((code for codes in (*_HIDDEN, range(0xE0000, 0xE0080)) for code in codes), " ")


def visible(text: str) -> str:
    r"""Return a text as long as before in which each such character is a blank.

    >>> visible("Quill\x1b[2J\nNet")
    'Quill [2J Net'
    """
    return text.translate(_BLANKS)
