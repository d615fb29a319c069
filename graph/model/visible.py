"""Texts of papers without what a terminal would obey and what a reader would not see."""

from __future__ import annotations

import json
from typing import Final

# Control characters; line separators and what turns the direction of text (U+2028 to 202E, U+2066 to 2069);
# the invisible letters of tags (U+E0000 to E007F), in which an order to a language model can hide.
_HIDDEN: Final = (range(0x20), range(0x7F, 0xA0), range(0x2028, 0x202F), range(0x2066, 0x206A))
_BLANKS: Final = dict.fromkeys((code for codes in (*_HIDDEN, range(0xE0000, 0xE0080)) for code in codes), " ")

# Below 0x20 JSON has escapes, or the line breaks between its fields.
_ESCAPES: Final = {code: json.dumps(chr(code))[1:-1] for code in _BLANKS if code >= 0x7F}


def visible(text: str) -> str:
    r"""Return a text as long as before in which each such character is a blank.

    >>> visible("Quill\x1b[2J\nNet")
    'Quill [2J Net'
    """
    return text if text.isprintable() else text.translate(_BLANKS)


def visible_json(text: str) -> str:
    r"""Return a JSON text in which each such character is an escape: it says the same.

    >>> visible_json('"Quill\u202eNet"')
    '"Quill\\u202eNet"'
    """
    return text.translate(_ESCAPES)
